import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Testing

@testable import Identity
@testable import Web

/// Forms that other sites send in somebody's name.
@Suite("Forms from elsewhere") struct ForgeryTests {
    /// What is wrong with a form.
    struct Forgery: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// The marks, made of the right ones and of somebody else's session.
        var marks: @Sendable (_ right: [Pair], _ others: [Pair]) -> [Pair] = { right, _ in right }
        var fetchSite: String?
        var origin: String?
        var isRefused = true
    }

    typealias Pair = (name: String, value: String)

    private static func changed(_ name: String, _ value: String?, in pairs: [Pair]) -> [Pair] {
        var changed = pairs.filter { $0.name != name }
        if let value { changed.append((name, value)) }
        return changed
    }

    /// What is wrong with the marks; only those who have signed in have any.
    static let marks: [Forgery] = [
        Forgery(testDescription: "no token", marks: { right, _ in changed(FormName.token, nil, in: right) }),
        Forgery(testDescription: "an empty token", marks: { right, _ in changed(FormName.token, "", in: right) }),
        Forgery(testDescription: "another session's form", marks: { _, others in others }),
        Forgery(
            testDescription: "another session's token",
            marks: { right, others in changed(FormName.token, others.first { $0.name == FormName.token }?.value, in: right) }
        ),
        Forgery(
            testDescription: "another form's token",
            marks: { right, _ in changed(FormName.form, String(repeating: "b", count: 32), in: right) }
        ),
        Forgery(testDescription: "no form", marks: { right, _ in changed(FormName.form, nil, in: right) }),
        Forgery(testDescription: "no position", marks: { right, _ in changed(FormName.position, nil, in: right) }),
        Forgery(
            testDescription: "the form's own id as its token",
            marks: { right, _ in changed(FormName.token, right.first { $0.name == FormName.form }?.value, in: right) }
        ),
        Forgery(
            testDescription: "a wrong token before the right one",
            marks: { right, others in others.filter { $0.name == FormName.token } + right }
        ),
    ]

    /// Whence it came, as browsers say; the marks are right.
    static let places: [Forgery] = [
        Forgery(testDescription: "from another site", fetchSite: "cross-site"),
        Forgery(testDescription: "from another host of the same site", fetchSite: "same-site"),
        Forgery(testDescription: "from a place that isn't one", fetchSite: "same-origin, cross-site"),
        Forgery(testDescription: "from an empty place", fetchSite: ""),
        Forgery(testDescription: "from another site that says our origin", fetchSite: "cross-site", origin: "http://localhost"),
        Forgery(testDescription: "by another origin", origin: "https://elak.example"),
        Forgery(testDescription: "by another port", origin: "http://localhost:8081"),
        Forgery(testDescription: "by an origin that begins as ours", origin: "http://localhost.elak.example"),
        Forgery(testDescription: "by an origin that ends as ours", origin: "http://elak.example/http://localhost"),
        Forgery(testDescription: "by an origin with a user in it", origin: "http://localhost@elak.example"),
        Forgery(testDescription: "by an origin that is hidden", origin: "null"),
        Forgery(testDescription: "by an empty origin", origin: ""),
        Forgery(testDescription: "by a host alone", origin: "localhost"),
    ]

    /// What is right.
    static let right: [Forgery] = [
        Forgery(testDescription: "by no browser", isRefused: false),
        Forgery(testDescription: "from our page", fetchSite: "same-origin", isRefused: false),
        Forgery(
            testDescription: "from our page and origin",
            fetchSite: "same-origin",
            origin: "http://localhost",
            isRefused: false
        ),
        Forgery(testDescription: "by our origin in capitals", origin: "HTTP://LOCALHOST", isRefused: false),
        Forgery(testDescription: "from the address field", fetchSite: "none", isRefused: false),
    ]

    /// Who sends a form: the first of those who may.
    private static func sender(_ door: Door) -> Cast.Part {
        switch door.rule {
        case .everybody where door.target == "/logga-ut", .signedIn: .developmentLeader
        case .everybody: .anyone
        case .stage(let parts), .roles(let parts, _): parts[0]
        }
    }

    @Test("every form that changes something goes through only from our own page in the same session")
    func forms() async throws {
        let cast = try await Cast.sodertorn()
        for (number, door) in Door.all.filter({ $0.method == .post }).enumerated() {
            let part = Self.sender(door)
            let target = try door.address(cast)
            let all = (part == .anyone ? [] : Self.marks) + Self.places
            // On an ordinary day a fourth for each form, and each of them for a fourth of the forms.
            let forgeries = all.indices.filter { Effort.isFull || ($0 + number) % 4 == 0 }.map { all[$0] }
            for forgery in forgeries {
                let before = cast.stand
                let reply = await send(cast, part, target, forgery)
                #expect(reply.status == .forbidden, "POST \(door.target) \(forgery.testDescription): \(reply.status.code)")
                #expect(cast.stand == before, "POST \(door.target) \(forgery.testDescription)")
            }
            for forgery in door.endsSessions ? [Self.right[2]] : Self.right {
                let reply = await send(cast, part, target, forgery)
                #expect(
                    door.agrees(reply, .status(door.status)),
                    "POST \(door.target) \(forgery.testDescription): \(reply.status.code)"
                )
            }
        }
    }

    private func send(_ cast: Cast, _ part: Cast.Part, _ target: String, _ forgery: Forgery) async -> Reply {
        var fields = cast.fields(part)
        fields[Headers.fetchSite] = forgery.fetchSite
        fields[.origin] = forgery.origin
        let id = String(repeating: "a", count: 32)
        // The same person's other session is as foreign as another person's.
        let other: Cast.Part = part == .developmentLeader ? .staleLeader : .developmentLeader
        // A form sent for the second time is answered as the first was: each that is right has an id of its own.
        let right = forgery.isRefused ? cast.ticket(part, id: id) : cast.ticket(part)
        let pairs = part == .anyone ? [] : forgery.marks(right, cast.ticket(other, id: id))
        return await cast.site.door.ask(.post, target, fields: fields, body: ShownForm.encode(pairs))
    }

    /// For the tests that change nothing.
    private static let shared = Task { try await Cast.sodertorn() }

    @Test("nobody is signed in by another site's form, not even with the right password")
    func signingIn() async throws {
        let cast = try await Self.shared.value
        let mail = try cast.player(.member).person.mail
        let body = ShownForm.encode([("e-post", mail), ("losenord", Cast.password)])
        for place in Self.places {
            var fields = HTTPFields()
            fields[Headers.fetchSite] = place.fetchSite
            fields[.origin] = place.origin
            let reply = await cast.site.door.ask(.post, "/logga-in", fields: fields, body: body)
            #expect(reply.status == .forbidden && reply.fields[.setCookie] == nil, "\(place.testDescription)")
        }
        let own = await cast.site.door.ask(.post, "/logga-in", body: body)
        #expect(own.status == .seeOther && own.fields[.setCookie] != nil)
    }

    @Test("the token differs from page to page, so that it can't be found by the length of compressed pages")
    func tokensDiffer() async throws {
        let cast = try await Self.shared.value
        var tokens: [String] = []
        for target in ["/", "/", "/sok?fraga=a", "/arbete", "/arbete/personer/ny", "/arbete/konto"] {
            let forms = ShownForm.all(await cast.get(.developmentLeader, target).text)
            #expect(!forms.isEmpty, "\(target)")
            tokens.append(try #require(forms.first?[FormName.token]))
        }
        #expect(Set(tokens).count == tokens.count)
    }

    @Test("who is signed in is asked on no page of ours from elsewhere by a script: nothing says that others may read")
    func noOthersRead() async throws {
        let cast = try await Self.shared.value
        var fields = cast.fields(.developmentLeader)
        fields[.origin] = "https://elak.example"
        for target in ["/", "/arbete", "/arbete/personer", "/oppna-data.json"] {
            let reply = await cast.site.door.ask(.get, target, fields: fields)
            let sharing = try #require(HTTPField.Name("Access-Control-Allow-Origin"))
            #expect(reply.fields[sharing] == nil && reply.fields[Headers.resourcePolicy] == "same-origin", "\(target)")
            #expect(reply.fields[.contentSecurityPolicy]?.holds("frame-ancestors 'none'") ?? false, "\(target)")
        }
    }
}
