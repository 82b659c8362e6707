import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Statistics
import Testing

@testable import Identity
@testable import Web

/// Guesses at passwords and codes, through the doors.
@Suite("Guessing") struct GuessingTests {
    /// A site whose password checks are counted.
    struct Counted: Sendable {
        let exhibit: Exhibit
        let hasher: PasswordHasher
        let accounts: Accounts
        let door: FrontDoor

        init() async throws {
            let exhibit = try await Exhibit(files: [], statistics: StatisticsTable())
            self.exhibit = exhibit
            hasher = PasswordHasher(strength: .weakForTests)
            accounts = try Accounts(
                database: exhibit.path + "/samverka.sqlite",
                keyFile: exhibit.path + "/identity-key",
                hasher: hasher,
                clock: { exhibit.now.microseconds }
            )
            let site = await Site(
                registrar: exhibit.registrar,
                accounts: accounts,
                statistics: exhibit.statistics,
                clock: { exhibit.now }
            ) { Health(isWell: true, lines: []) }
            door = site.frontDoor(logger: Stage.quiet)
        }

        /// Somebody with an account, as far as a password when there is one.
        func person(_ mail: String, password: String?, isShut: Bool = false, hasAccount: Bool = true) async throws {
            let person = Person(id: Registrar.newPersonID(), name: "Prov", mail: mail)
            try await exhibit.registrar.keep(person, unlessChangedFrom: nil)
            guard hasAccount else { return }
            let link = try await accounts.makeLink(for: person.id.text, by: person.id.text)
            if let password {
                let opened = try await accounts.useLink(link.token, binding: nil, browser: "", needsFactor: false)
                _ = try await accounts.choosePassword(opened.token, current: nil, new: password, isNot: [], needsFactor: false)
            }
            if isShut { try await accounts.setDisabled(true, person: person.id.text) }
        }

        func guess(_ mail: String, _ password: String) async -> Reply {
            await door.ask(.post, "/logga-in", body: ShownForm.encode([("e-post", mail), ("losenord", password)]))
        }
    }

    private static let password = "nio bruna ekorrar i skogen"

    @Test("of a hundred guesses at once at one address, as many are looked at as are free")
    func atOnce() async throws {
        let site = try await Counted()
        try await site.person("a@prov.example", password: Self.password)
        let before = site.hasher.checkCount
        let replies = await withTaskGroup(of: Reply.self) { group in
            for number in 0..<100 { group.addTask { await site.guess("a@prov.example", "fel lösenord \(number)") } }
            return await group.reduce(into: [Reply]()) { $0.append($1) }
        }
        #expect(replies.allSatisfy { $0.status == .unprocessableContent && $0.fields[.setCookie] == nil })
        #expect(site.hasher.checkCount - before <= 5)
        // The right one is refused as well, until the wait is over: otherwise a guesser would know it by the answer.
        let right = await site.guess("a@prov.example", Self.password)
        #expect(right.status == .unprocessableContent && right.fields[.setCookie] == nil)
        #expect(site.hasher.checkCount - before <= 5)
        let words = Words.of(.swedish)
        let message = words.signIn.tooMany(words.wait(60))
        #expect(ReadPage(right.text).text.holds(message), "it is said in words how long to wait")
        #expect(message.holds("minut"))
        site.exhibit.set(Instant(microseconds: site.exhibit.now.microseconds + 61_000_000))
        #expect(await site.guess("a@prov.example", Self.password).status == .seeOther)
    }

    @Test("guesses at many addresses from one place are counted together")
    func manyAddresses() async throws {
        let site = try await Counted()
        let before = site.hasher.checkCount
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<100 { group.addTask { _ = await site.guess("\(number)@prov.example", "lösenordet") } }
        }
        #expect(site.hasher.checkCount - before <= 30)
    }

    @Test("guesses over real connections are counted as well, and none of them stops the pages")
    func overConnections() async throws {
        let site = try await Counted()
        try await site.person("a@prov.example", password: Self.password)
        let before = site.hasher.checkCount
        try await Stage.serving(site.door.site) { client, _ in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        let body = String(
                            decoding: ShownForm.encode([("e-post", "A@Prov.example"), ("losenord", "fel \(number)")]),
                            as: UTF8.self
                        )
                        return try await client.ask(
                            "POST /logga-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "X-Forwarded-For: 203.0.113.\(number)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                        ).status
                    }
                    group.addTask {
                        try await client.ask("GET /tillganglighet HTTP/1.1\r\nHost: localhost\r\n\r\n").status == 200 ? 422 : 0
                    }
                }
                for try await status in group { #expect(status == 422) }
            }
        }
        #expect(site.hasher.checkCount - before <= 5)
    }

    @Test("whether an address is known can't be told by the answer nor by the work")
    func unknownAndKnown() async throws {
        let site = try await Counted()
        try await site.person("known@prov.example", password: Self.password)
        try await site.person("shut1@prov.example", password: Self.password, isShut: true)
        try await site.person("blank@prov.example", password: nil)
        try await site.person("noone@prov.example", password: nil, hasAccount: false)
        var seen: Set<[String]> = []
        for mail in [
            "known@prov.example", "shut1@prov.example", "blank@prov.example", "noone@prov.example", "other@prov.example",
        ] {
            var answers: [String] = []
            let before = site.hasher.checkCount
            for number in 0..<12 {
                let reply = await site.guess(mail, number % 2 == 0 ? "fel lösenord" : "")
                let fields = reply.fields.map { "\($0.name): \($0.value)" }.filter { !$0.lowercased().hasPrefix("etag") }
                answers.append("\(reply.status) \(fields) \(reply.text.replacingAll(mail, with: "ADDRESS"))")
            }
            answers.append("\(site.hasher.checkCount - before)")
            seen.insert(answers)
            // The counts of the place that all of them come from are no part of this.
            site.exhibit.set(Instant(microseconds: site.exhibit.now.microseconds + 24 * Int64.hour))
        }
        #expect(seen.count == 1, "the answers differ")
        #expect(seen.first?.first?.holds("422") ?? false)
        #expect(await site.guess("shut1@prov.example", Self.password).status == .unprocessableContent)
        #expect(await site.guess("known@prov.example", Self.password).status == .seeOther)
    }

    @Test("codes are guessed five times and then waited for, also at once, and the right one is then refused")
    func codes() async throws {
        let cast = try await Cast.sodertorn()
        let replies = await withTaskGroup(of: Reply.self) { group in
            for number in 0..<100 {
                group.addTask {
                    let code = String("\(1_000_000 + number * 7_919 % 900_000)".dropFirst())
                    return await cast.post(.needsFactor, "/logga-in/kod", cast.ticket(.needsFactor) + [("kod", code)])
                }
            }
            return await group.reduce(into: [Reply]()) { $0.append($1) }
        }
        #expect(replies.allSatisfy { $0.status == .unprocessableContent && $0.fields[.setCookie] == nil })
        let words = Words.of(.swedish)
        let looked = replies.filter { ReadPage($0.text).text.holds(words.signIn.codeWrong) }
        #expect(looked.count <= 5, "\(looked.count) were looked at")
        cast.site.set(Instant(microseconds: cast.site.now.microseconds + 30_000_000))
        let right = try cast.code(.developmentLeader)
        let refused = await cast.post(.needsFactor, "/logga-in/kod", cast.ticket(.needsFactor) + [("kod", right)])
        #expect(refused.status == .unprocessableContent)
        cast.site.set(Instant(microseconds: cast.site.now.microseconds + 31_000_000))
        let late = try cast.code(.developmentLeader)
        let taken = await cast.post(.needsFactor, "/logga-in/kod", cast.ticket(.needsFactor) + [("kod", late)])
        #expect(taken.status == .seeOther && taken.location == "/arbete")
    }

    @Test("what was typed as a password or a code is never shown again, nor sent on")
    func secretsAreNotShown() async throws {
        let cast = try await Cast.sodertorn()
        let secret = "hemligheten som ingen ska se"
        let wrong = await cast.post(.anyone, "/logga-in", [("e-post", "guest@prov.example"), ("losenord", secret)])
        let change = await cast.post(
            .member,
            "/logga-in/losenord",
            cast.ticket(.member) + [("nuvarande", secret), ("nytt", "kort \(secret.utf8.count)")]
        )
        let code = await cast.post(.needsFactor, "/logga-in/kod", cast.ticket(.needsFactor) + [("kod", "135791")])
        #expect(
            wrong.status == .unprocessableContent && change.status == .unprocessableContent
                && code.status == .unprocessableContent
        )
        for reply in [wrong, change] { #expect(!reply.text.holds("hemligheten")) }
        #expect(!code.text.holds("135791"))
    }
}
