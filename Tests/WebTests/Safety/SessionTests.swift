import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Testing

@testable import Identity
@testable import Web

/// What a browser's cookie is good for, through the doors.
@Suite("Sessions through the doors") struct SessionTests {
    /// Whether a token opens the workspace.
    private func opens(_ token: String?, _ site: Exhibit) async -> Bool {
        var browser = Browser(site.door, cookies: token.map { ["samverka": $0] } ?? [:])
        return await browser.get("/arbete").status == .ok
    }

    /// Signs somebody in by the forms, as far as the password goes.
    private func signIn(_ browser: inout Browser, _ person: Person, password: String = Cast.password) async throws -> Reply {
        var form = try await browser.form("/logga-in")
        form.fill("e-post", [person.mail])
        form.fill("losenord", [password])
        return await browser.send(form)
    }

    @Test("a cookie that was there before the sign-in is good for nothing new afterwards")
    func fixation() async throws {
        let cast = try await Cast.sodertorn()
        let victim = try cast.player(.member)
        let planted = [
            // One that the attacker made up, one of a session of the attacker's own, one half in, and the victim's own from before.
            String(repeating: "x", count: 43), try cast.player(.guest).token, try cast.player(.needsFactor).token,
            try cast.player(.needsPassword).token, victim.token,
        ]
        for token in planted {
            let before = cast.site.accounts.session(token)
            var browser = Browser(cast.site.door, cookies: ["samverka": token])
            let reply: Reply
            if try await signInIsShown(browser) {
                reply = try await signIn(&browser, victim.person)
            } else {
                // The page leads on those who are in; the form can be sent all the same.
                reply = await browser.post("/logga-in", [("e-post", victim.person.mail), ("losenord", Cast.password)])
            }
            #expect(reply.status == .seeOther && reply.location == "/arbete")
            #expect(browser.token != nil && browser.token != token)
            #expect(await opens(browser.token, cast.site))
            // What the attacker has is what it was: nothing of the victim's new session.
            #expect(Self.person(cast.site.accounts.session(token)) == Self.person(before))
            if token == planted[0] {
                let isOpen = await opens(token, cast.site)
                #expect(!isOpen)
            }
        }
    }

    private func signInIsShown(_ browser: Browser) async throws -> Bool {
        var copy = browser
        return await copy.get("/logga-in").status == .ok
    }

    private static func person(_ state: SessionState) -> String? {
        if case .open(let session) = state { "\(session.person) \(session.stage) \(session.id)" } else { nil }
    }

    @Test("the token is new at each step of the way in, and the one before is dead at once")
    func rises() async throws {
        let cast = try await Cast.sodertorn()
        let newcomer = try cast.player(.needsEnrolment).person.id
        let made = await cast.post(.developmentLeader, "/arbete/personer/\(newcomer)/lank", cast.ticket(.developmentLeader))
        let link = try #require(LinkTests.link(in: made.text))
        var browser = Browser(cast.site.door)
        var tokens: [String] = []

        let opening = try await browser.form(link)
        let opened = await browser.send(opening)
        #expect(opened.location?.hasPrefix("/logga-in/losenord") ?? false)
        tokens.append(try #require(browser.token))

        var first = try await browser.form("/logga-in/losenord")
        first.fill("nytt", ["elva stolar vid sjöns strand"])
        let chosen = await browser.send(first)
        #expect(chosen.location?.hasPrefix("/logga-in/tvafaktor") ?? false)
        tokens.append(try #require(browser.token))

        let page = await browser.get("/logga-in/tvafaktor").text
        let key = try #require(ReadPage(page).texts(of: "code").first)
        let secret = try #require(Cast.bytes(base32: key.replacingAll(" ", with: "")))
        var enrol = try await browser.form("/logga-in/tvafaktor")
        enrol.fill("kod", [TimeCode.code(secret: secret, step: TimeCode.step(at: cast.site.now.microseconds))])
        let enrolled = await browser.send(enrol)
        #expect(enrolled.status == .ok)
        tokens.append(try #require(browser.token))
        let work = await browser.get("/arbete")
        #expect(work.status == .ok)

        cast.site.set(Instant(microseconds: cast.site.now.microseconds + Int64.minute))
        var confirm = try await browser.form("/logga-in/bekrafta")
        confirm.fill("kod", [TimeCode.code(secret: secret, step: TimeCode.step(at: cast.site.now.microseconds))])
        let confirmed = await browser.send(confirm)
        #expect(confirmed.location == "/arbete")
        tokens.append(try #require(browser.token))

        var change = try await browser.form("/logga-in/losenord")
        change.fill("nuvarande", ["elva stolar vid sjöns strand"])
        change.fill("nytt", ["tolv krukor på en hylla"])
        let changed = await browser.send(change)
        #expect(changed.location == "/arbete")
        tokens.append(try #require(browser.token))

        #expect(Set(tokens).count == 5)
        for token in tokens.dropLast() {
            let isOpen = await opens(token, cast.site)
            #expect(!isOpen && cast.site.accounts.session(token) == SessionState.none)
        }
        #expect(await opens(tokens.last, cast.site))
    }

    @Test("who is half in reaches nothing, by any page or form")
    func halfIn() async throws {
        let cast = try await Cast.sodertorn()
        for part in [Cast.Part.needsPassword, .needsFactor, .needsEnrolment] {
            for page in ["/", "/organisation/kansliet", "/historik", "/sok?fraga=prov"] {
                let reply = await cast.get(part, page)
                #expect(reply.status == .ok && !reply.text.holds("prov.example") && !reply.text.holds("class=\"signed-in\""))
            }
            let sent: [(target: String, pairs: Cast.Pairs)] = [
                ("/arbete/plats", [("plats", "kansliet/prov-developmentleader")]), ("/arbete/konto/logga-ut", []),
                ("/arbete/konto/reservkoder", []),
            ]
            for (target, pairs) in sent {
                let reply = await cast.post(part, target, cast.ticket(part) + pairs)
                #expect(reply.leadsToSignIn, "\(part) \(target)")
            }
            let player = try cast.player(part)
            #expect(Self.person(cast.site.accounts.session(player.token)) == Self.person(.open(player.session)), "\(part)")
        }
        #expect(await cast.get(.developmentLeader, "/arbete").status == .ok)
    }

    @Test("a form of the first step can't be sent at a later one")
    func oldForms() async throws {
        let cast = try await Cast.sodertorn()
        var player = try cast.player(.needsFactor)
        var browser = Browser(cast.site.door, cookies: ["samverka": player.token])
        let form = try await browser.form("/logga-in/kod")
        cast.site.set(Instant(microseconds: cast.site.now.microseconds + Int64.minute))
        try await player.confirm(cast.site)
        var risen = Browser(cast.site.door, cookies: ["samverka": player.token])
        #expect(await risen.post("/logga-ut", form.pairs).status == .forbidden)
        #expect(await risen.get("/arbete").status == .ok)
    }

    @Test("to sign out kills the token and tells the browser to forget it")
    func signingOut() async throws {
        let cast = try await Cast.sodertorn()
        var browser = cast.browser(.developmentLeader)
        let token = browser.token
        let form = try await browser.form("/", to: "/logga-ut")
        let reply = await browser.send(form)
        #expect(reply.status == .seeOther && reply.location == "/logga-in?ut=ja")
        #expect(browser.token == nil && reply.fields[.setCookie]?.holds("Max-Age=0") ?? false)
        let isOpen = await opens(token, cast.site)
        #expect(!isOpen)
        // Not by a visit: a picture on another site could make one.
        #expect(await cast.get(.member, "/logga-ut").status == .methodNotAllowed)
        #expect(await cast.get(.member, "/arbete").status == .ok)
    }

    @Test("nobody can end another's session, and anybody can end their own others")
    func ending() async throws {
        let cast = try await Cast.sodertorn()
        let (own, stale, other) = (Cast.Part.developmentLeader, Cast.Part.staleLeader, Cast.Part.administrator)
        let foreign = try cast.player(other)
        for id in [foreign.session.id, foreign.token, "", "%", "' OR 1=1 --"] {
            let reply = await cast.post(own, "/arbete/konto/logga-ut", cast.ticket(own) + [("session", id)])
            #expect(reply.status == .seeOther)
        }
        for part in [own, stale, other] { #expect(await cast.get(part, "/arbete").status == .ok, "\(part)") }
        let page = await cast.get(own, "/arbete/konto").text
        let mine = try cast.player(stale).session.id
        #expect(page.holds(mine) && !page.holds(foreign.session.id))
        let reply = await cast.post(own, "/arbete/konto/logga-ut", cast.ticket(own) + [("session", mine)])
        #expect(reply.status == .seeOther)
        #expect(await cast.get(stale, "/arbete").leadsToSignIn)
        #expect(await cast.get(own, "/arbete").status == .ok)
        _ = await cast.post(own, "/arbete/konto/logga-ut", cast.ticket(own))
        #expect(await cast.get(own, "/arbete").status == .ok)
        #expect(await cast.get(other, "/arbete").status == .ok)
    }

    @Test("only a seat of one's own can be acted from, and only for as long as it is held")
    func capacities() async throws {
        let cast = try await Cast.sodertorn()
        let site = cast.site
        let second = try Cast.seat(.deputyNoLonger, in: "ekonomidirektorer")
        let begun = cast.yesterday.adding(days: -9)
        let member = try cast.player(.member).person.id
        _ = try await site.registrar.perform(
            [
                .init(EstablishSeat(second.seat, in: second.body, role: .convener, for: Municipality.ID("salem")), .day(begun)),
                .init(TakeSeat(second, by: member, from: begun), .day(begun)),
            ],
            as: .importer
        )
        func capacity() -> String? {
            if case .open(let session) = site.accounts.session(cast.players[.member]?.token ?? "") {
                session.capacity
            } else {
                nil
            }
        }
        for seat in [
            "kansliet/prov-developmentleader", "kansliet/prov-ended", "samarbetskommitten/prov-chair", "ingen/alls", "", "/",
            "samarbetskommitten/prov-member/", "SAMARBETSKOMMITTEN/PROV-MEMBER", "samarbetskommitten/prov-member\u{0}",
        ] {
            let reply = await cast.post(.member, "/arbete/plats", cast.ticket(.member) + [("plats", seat)])
            #expect(reply.status == .forbidden, "\(seat)")
            #expect(capacity() == nil)
        }
        let ended = await cast.post(.ended, "/arbete/plats", cast.ticket(.ended) + [("plats", "kansliet/prov-ended")])
        #expect(ended.status == .forbidden)
        let chosen = await cast.post(.member, "/arbete/plats", cast.ticket(.member) + [("plats", second.description)])
        #expect(chosen.status == .seeOther && chosen.location == "/arbete")
        #expect(capacity() == second.description)
        func bar() async -> String { await cast.get(.member, "/").text.components(separatedBy: "</aside>")[0] }
        let before = await bar()
        #expect(before.holds("Ekonomidirektörer"))
        // What has been chosen is acted from no longer than the seat is held.
        _ = try await site.registrar.perform(
            LeaveSeat(second, last: cast.yesterday),
            happened: .day(cast.yesterday),
            as: .importer
        )
        let after = await bar()
        #expect(after.holds("Samarbetskommittén") && !after.holds("Ekonomidirektörer"))
    }

    @Test("the cookie is the site's own, no script's and no other site's")
    func cookie() async throws {
        let cast = try await Cast.sodertorn()
        let mail = try cast.player(.member).person.mail
        let reply = await cast.site.door.ask(
            .post,
            "/logga-in",
            body: ShownForm.encode([("e-post", mail), ("losenord", Cast.password)])
        )
        let cookies = reply.fields[values: .setCookie]
        #expect(cookies.count == 1)
        #expect(cookies.first?.hasSuffix("; Path=/; HttpOnly; SameSite=Lax") ?? false)
        let secure = SignInCookie(isSecure: true)
        for text in [secure.keeping("t"), secure.binding("b"), secure.forgetting] {
            #expect(text.hasPrefix("__Host-samverka") && text.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
            #expect(!text.lowercased().holds("domain"))
        }
        // What the insecure site's cookie is called opens nothing on the secure one.
        var fields = HTTPFields()
        fields[.cookie] = "samverka=\(try cast.player(.member).token)"
        #expect(secure.token(in: fields) == nil)
    }

    @Test(
        "a cookie that isn't written as ours is nobody's",
        arguments: [
            "", "samverka", "samverka=", "samverka=a", "samverka=\"x\"", "samverka=" + String(repeating: "a", count: 5_000),
            "samverka=../../etc/passwd", "samverka=%00", "samverka=åäö", "Samverka={token}", "samverka ={token}",
            "xsamverka={token}",
            "samverka={token}x", "samverka={token}; samverka=x", ";;;=;=; =", "samverka=x; samverka={token}",
        ]
    )
    func cookies(_ text: String) async throws {
        let cast = try await Self.shared.value
        let token = try cast.player(.developmentLeader).token
        var fields = HTTPFields()
        fields[.cookie] = text.replacingAll("{token}", with: token)
        let reply = await cast.site.door.ask(.get, "/arbete", fields: fields)
        let isRight = text == "samverka={token}; samverka=x" ? reply.status == .ok : reply.leadsToSignIn
        #expect(isRight, "\(reply.status.code)")
    }

    private static let shared = Task { try await Cast.sodertorn() }

    @Test("what stands on a page for the signed-in is kept by nobody on the way")
    func caching() async throws {
        let cast = try await Self.shared.value
        for target in ["/arbete", "/arbete/konto", "/arbete/personer", "/logga-in/bekrafta", "/arbete/personer/ny"] {
            #expect(await cast.get(.developmentLeader, target).fields[.cacheControl] == "no-store", "\(target)")
        }
        for target in ["/", "/organisation/kansliet", "/program"] {
            let own = await cast.get(.developmentLeader, target)
            #expect(own.fields[.cacheControl]?.hasPrefix("private") ?? false, "\(target)")
            let everybodys = await cast.get(.anyone, target)
            #expect(!everybodys.text.holds("Prov developmentLeader"), "\(target)")
            #expect(!everybodys.text.holds("name=\"\(FormName.token)\""), "\(target)")
        }
    }
}
