import Cooperation
import HTTPTypes
import Markup
import Testing

@testable import Journal
@testable import Registry
@testable import Web

/// Every route for everybody there can be at the door.
@Suite("Who may pass which door") struct RoleTests {
    /// For the tests that only read.
    private static let shared = Task { try await Cast.sodertorn() }

    @Test("every route has a line, and every line a route")
    func lines() async throws {
        let cast = try await Self.shared.value
        let routes = cast.site.door.site.routes
        var lined: Set<String> = []
        for door in Door.all {
            guard case .found(let found) = routes.match(door.method, try DecodedPath(door.address(cast))) else {
                Issue.record("\(door.testDescription) has no route")
                continue
            }
            lined.insert("\(found.route.method.rawValue) \(found.route.pattern)")
        }
        let all = Set(routes.routes.map { "\($0.method.rawValue) \($0.pattern)" })
        #expect(all.subtracting(lined).sorted() == [], "routes without a line in Door.all: who may pass them?")
    }

    @Test("whoever may read a page does, all others are led to the way in or refused, and nothing changes")
    func reading() async throws {
        let cast = try await Self.shared.value
        let before = cast.stand
        for door in Door.all where door.method == .get {
            let target = try door.address(cast)
            for part in door.askers {
                let reply = await cast.get(part, target)
                #expect(
                    door.agrees(reply, door.expected(of: part)),
                    "\(part): GET \(door.target) gave \(reply.status.code) \(reply.location ?? ""), not \(door.expected(of: part))"
                )
            }
        }
        #expect(cast.stand == before)
    }

    @Test("a form without its marks is refused whoever sends it, and changes nothing")
    func unmarked() async throws {
        let cast = try await Cast.sodertorn()
        let before = cast.stand
        for door in Door.all where door.method == .post {
            let target = try door.address(cast)
            for part in door.askers {
                let reply = await cast.post(part, target, [])
                let expected: Door.Expected =
                    switch door.rule {
                    case .everybody: .status(door.target == "/logga-ut" && part != .anyone ? 403 : door.status)
                    case .stage: door.mayPass(part) ? .status(403) : .elsewhere
                    case .signedIn, .roles: part.isSignedIn ? .status(403) : .signIn("/logga-in?")
                    }
                #expect(
                    door.agrees(reply, expected),
                    "\(part): POST \(door.target) gave \(reply.status.code) \(reply.location ?? ""), not \(expected)"
                )
                #expect(cast.stand == before, "\(part): POST \(door.target) changed something")
                #expect(cast.site.registrar.snapshot.drafts.notes.isEmpty, "\(part): POST \(door.target) kept a draft")
            }
        }
        for part in Cast.Part.allCases where part.isSignedIn { #expect(await cast.get(part, "/arbete").status == .ok) }
    }

    @Test("whoever may send a form does, all others are refused although the form is their own, and nothing changes")
    func sending() async throws {
        let cast = try await Cast.sodertorn()
        let before = cast.stand
        for door in Door.all where door.method == .post && !door.endsSessions {
            let target = try door.address(cast)
            for part in door.askers {
                let reply = await cast.post(part, target, cast.ticket(part))
                var expected = door.expected(of: part)
                // Where there is no page to come back to, it is said rather than led.
                if case .signIn("/logga-in/bekrafta?") = expected, reply.status == .forbidden { expected = .status(403) }
                #expect(
                    door.agrees(reply, expected),
                    "\(part): POST \(door.target) gave \(reply.status.code) \(reply.location ?? ""), not \(expected)"
                )
                // What is written is kept for those who only have to give a code anew, and for nobody who isn't all the way in.
                let drafts = cast.site.registrar.snapshot.drafts.notes
                for draft in drafts where part.whenFresh == nil {
                    Issue.record("\(part): POST \(door.target) kept a draft at \(draft.path)")
                }
                for draft in drafts { try await cast.site.registrar.removeDraft(draft.id, for: draft.person) }
            }
        }
        #expect(cast.stand == before)
    }

    @Test("a seat that opens the system is set up only by those who may, and with a fresh code")
    func trustedSeats() async throws {
        let cast = try await Cast.sodertorn()
        let target = "/organisation/kansliet/platser/ny"
        let done = "/organisation/kansliet/platser"
        let confirm = "/logga-in/bekrafta?"
        let cases: [(part: Cast.Part, role: String, leadsTo: String?)] = [
            (.staleLeader, "administrator", confirm), (.staleLeader, "system-administrator", confirm),
            (.staleSystemAdministrator, "registrar", confirm), (.administrator, "administrator", nil),
            (.staleAdministrator, "development-leader", nil), (.developmentLeader, "administrator", done),
            (.staleLeader, "member", done), (.administrator, "member", done),
        ]
        for (part, role, leadsTo) in cases {
            let position = cast.stand[0]
            let pairs = cast.ticket(part) + [("roll", role), ("kommun", "alla"), ("fran", "2026-11-23")]
            let reply = await cast.post(part, target, pairs)
            let isRight = leadsTo.map { reply.location?.hasPrefix($0) ?? false } ?? (reply.status == .unprocessableContent)
            #expect(isRight, "\(part) \(role): \(reply.status.code) \(reply.location ?? "")")
            let isRecorded = cast.stand[0] > position
            #expect(isRecorded == (leadsTo == done), "\(part) \(role)")
        }
        // A registrar sets up the own municipality's seats, for no other municipality and none that opens the system.
        let own: [(body: String, municipality: String, role: String, isTaken: Bool)] = [
            ("kommunstyrelsen-haninge", "haninge", "member", true), ("kommunstyrelsen-haninge", "alla", "member", true),
            ("kommunstyrelsen-haninge", "tyreso", "member", false), ("kommunstyrelsen-haninge", "haninge", "registrar", false),
            ("kommunstyrelsen-tyreso", "haninge", "member", false), ("samarbetskommitten", "haninge", "member", false),
        ]
        for (body, municipality, role, isTaken) in own {
            let position = cast.stand[0]
            let pairs = cast.ticket(.registrar) + [("roll", role), ("kommun", municipality), ("fran", "2026-11-23")]
            _ = await cast.post(.registrar, "/organisation/\(body)/platser/ny", pairs)
            let isRecorded = cast.stand[0] > position
            #expect(isRecorded == isTaken, "\(body) \(municipality) \(role)")
        }
    }

    @Test("nobody who may not pass learns whether there is such a thing")
    func unknown() async throws {
        let cast = try await Self.shared.value
        let pairs: [(String, String)] = [
            ("/arbete/personer/{leader}", "/arbete/personer/" + String(repeating: "0", count: 32)),
            ("/organisation/kansliet/platser/prov-administrator", "/organisation/kansliet/platser/ingen"),
            ("/organisation/kansliet/platser/prov-administrator/byt", "/organisation/ingen/platser/ingen/byt"),
        ]
        for (known, unknown) in pairs {
            let leader = try cast.player(.developmentLeader).person.id.text
            for part in [Cast.Part.anyone, .needsPassword, .needsFactor, .needsEnrolment] {
                let there = await cast.get(part, known.replacingAll("{leader}", with: leader))
                let notThere = await cast.get(part, unknown)
                #expect(there.status == notThere.status && there.leadsToSignIn && notThere.leadsToSignIn, "\(part) \(unknown)")
            }
        }
    }

    @Test("another method than a route's own changes nothing")
    func methods() async throws {
        let cast = try await Cast.sodertorn()
        let before = cast.stand
        for name in ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"] {
            let method = try #require(HTTPRequest.Method(name))
            let isReading = method == .head || method == .options
            for door in Door.all {
                let body = isReading ? [] : ShownForm.encode(cast.ticket(.developmentLeader))
                let fields = cast.fields(.developmentLeader)
                let reply = await cast.site.door.ask(method, try door.address(cast), fields: fields, body: body)
                let isRead =
                    method == .head && (reply.status.code < 500 || Int(reply.status.code) == door.status)
                    || method == .options && reply.status == .noContent
                #expect(isRead || reply.status == .methodNotAllowed, "\(name) \(door.target) gave \(reply.status.code)")
            }
        }
        #expect(cast.stand == before)
        #expect(await cast.get(.developmentLeader, "/arbete").status == .ok)
    }
}
