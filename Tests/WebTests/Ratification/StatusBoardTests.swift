import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Journal
@testable import Web

@Suite("The status board says where a proposal stands") struct StatusBoardTests {
    private static let board = "/ratificering/\(RoundExample.edition)"

    private static func round(rule: EntryRule = EntryRule(.everyMember), isSent: Bool = true) async throws -> RoundExample {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        return try await RoundExample(site, rule: rule, isSent: isSent)
    }

    private static func lead(_ page: String) -> String {
        let part = page.components(separatedBy: "<p class=\"lead\"").dropFirst().first ?? ""
        let text = ReadPage("<p" + (part.components(separatedBy: "</p>").first ?? "") + "</p>").text
        return text.split(separator: " ").joined(separator: " ")
    }

    /// How many of each sign stand in the large row.
    private static func marks(_ page: String) -> [String: Int] {
        let row =
            page.components(separatedBy: "class=\"big-marks\"").dropFirst().first?.components(separatedBy: "</p>").first ?? ""
        let names = row.components(separatedBy: "<g class=\"mark-").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        return Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test("it tells how many have adopted it and what stands in the way, as the decisions come in")
    func sentences() async throws {
        let round = try await Self.round(isSent: false)
        let site = round.site
        func says() async -> String { Self.lead(await site.page(Self.board)) }
        #expect(await says() == "Förslaget är låst men inte skickat till kommunerna än.")
        try await round.record(SendProposal(round.edition, number: 1))
        #expect(await says() == "Ingen av de åtta kommunerna har antagit förslaget än.")
        for name in ["botkyrka", "haninge", "nykvarn", "nynashamn", "salem"] { try await round.decide(name) }
        #expect(await says() == "Antaget av 5 av 8 kommuner. Huddinge, Södertälje och Tyresö har inte beslutat än.")
        try await round.decide("huddinge", .sentBack, text: "Vad kostar det?")
        let expected =
            "Antaget av 5 av 8 kommuner. Huddinge har återremitterat, så en gemensam text behövs. Södertälje och Tyresö har inte beslutat än."
        #expect(await says() == expected)
        #expect(Self.marks(await site.page(Self.board)) == ["adopted": 5, "sent-back": 1, "awaiting": 2])
        #expect(ReadPage(await site.page(Self.board)).text.holds("Vad kostar det?"))
        // The board that sent it back decides again, and the rest follow.
        for name in ["huddinge", "sodertalje"] { try await round.decide(name) }
        try await round.decide("tyreso", .adoptedWithAddition, text: "Med tanke på skolan.")
        #expect(await says() == "Antaget av alla åtta kommuner. Det gäller sedan den 23 november 2026.")
        #expect(Self.marks(await site.page(Self.board)) == ["adopted": 7, "reserved": 1])
    }

    @Test("by the rule of legal force, nothing applies before the last appeal day has passed everywhere")
    func legalForce() async throws {
        let round = try await Self.round(rule: EntryRule(.everyMember, at: .legalForce))
        for name in RoundExample.all {
            try await round.decide(name)
            try await round.record(FollowDecision(round.place(name), .adjusted))
        }
        let site = round.site
        #expect(
            Self.lead(await site.page(Self.board)).hasPrefix(
                "Antaget av alla åtta kommuner. Laga kraft saknas för beslutet i Botkyrka,"
            )
        )
        for name in RoundExample.all { try await round.record(FollowDecision(round.place(name), .posted)) }
        // Three weeks from Monday 23 November is Monday 14 December.
        #expect(Self.lead(await site.page(Self.board)) == "Antaget av alla åtta kommuner. Det börjar gälla den 15 december 2026.")
        let track = ReadPage(await site.page(Self.board + "/salem")).text
        #expect(track.holds("Det kan överklagas till och med den 14 december 2026 och antas få laga kraft den 15 december 2026."))
        // Adopted, but not yet in force: the old one still applies.
        #expect(ReadPage(await site.page("/program/prov-2027")).text.holds("är antaget och börjar gälla 15 december 2026."))
        #expect(!(await site.page("/")).holds("Provprogram 2027–2030 trädde i kraft"))
        try await round.record(FollowDecision(round.place("salem"), .appealed))
        #expect(
            Self.lead(await site.page(Self.board)) == "Antaget av alla åtta kommuner. Laga kraft saknas för beslutet i Salem."
        )
        round.wait(days: 30)
        try await round.record(FollowDecision(round.place("salem"), .upheld))
        #expect(Self.lead(await site.page(Self.board)) == "Antaget av alla åtta kommuner. Det gäller sedan den 23 december 2026.")
        #expect(ReadPage(await site.page("/program")).text.holds("Provprogram 2027–2030 gäller sedan 23 december 2026."))
    }

    @Test("the table, the map, JSON and CSV say the same for every municipality")
    func files() async throws {
        let round = try await Self.round()
        let site = round.site
        try await round.record(RegisterCase(round.place("haninge"), caseNumber: "KS 2026/7"))
        try await round.decide("haninge", withExtract: true)
        try await round.decide("tyreso", .rejected)
        let shown = ShownPage(await site.page(Self.board))
        let rows = shown.rows.filter { $0.count == 11 }
        #expect(rows.count == 9)
        let haninge = try #require(rows.first { $0.first == "haninge" })
        #expect(haninge.contains("§ 45") && haninge.contains("ks 2026/7") && haninge.contains("23 november 2026"))
        #expect(rows.first { $0.first == "tyreso" || $0.first == "tyresö" }?[1] == "avslaget")
        // One sign for each in the table, and a map that names each.
        let page = await site.page(Self.board)
        for name in ["Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn", "Salem", "Södertälje", "Tyresö"] {
            #expect(page.holds("aria-label=\"\(name), "), "\(name) isn't on the map")
        }
        let csv = try await site.csv(Self.board + ".csv")
        #expect(csv.count == 9 && csv[0][1] == "Kommun")
        #expect(
            csv.first { $0[0] == "haninge" }?[3...] == [
                "Antaget", "2026-11-23", "", "45", "KS 2026/7", "", "", "", "", "", csv.first { $0[0] == "haninge" }?[13] ?? "",
            ]
        )
        struct Page: Decodable {
            struct Round: Decodable {
                struct Track: Decodable {
                    var id: String
                    var state: String
                    var caseNumber: String?
                }
                var state: String
                var adopted: Int
                var members: Int
                var tracks: [Track]
            }
            var sentence: String
            var digest: String?
            var round: Round
        }
        let json = try await site.json(Self.board + ".json", as: Page.self).page
        #expect(json.round.state == "common-text-needed" && json.round.adopted == 1 && json.round.members == 8)
        #expect(json.round.tracks.map(\.id) == RoundExample.all)
        #expect(json.round.tracks[1].caseNumber == "KS 2026/7" && json.round.tracks[7].state == "rejected")
        let list = try await site.csv("/ratificering.csv")
        #expect(list.dropFirst().map { $0[0] } == [RoundExample.edition, "2023", "2019"])
        #expect(await site.page("/ratificering").holds("href=\"\(Self.board)\""))
        #expect(await site.page("/program").holds("href=\"\(Self.board)\""))
        #expect(ReadPage(await site.page("/")).text.holds("Föreslaget program: antaget av 1 av 8 kommuner"))
        // Followed as everything is.
        #expect(await site.door.ask(.get, Self.board + ".atom").text.holds("Haninge antog Provprogram 2027–2030."))
    }

    @Test("an earlier day shows what had happened by then, and what was known by then")
    func earlierDays() async throws {
        let round = try await Self.round()
        let site = round.site
        round.wait(days: 10)
        // Recorded on 3 December, and made on 1 December.
        var request = RecordBoardDecision(try round.place("salem"), .adopted, on: try #require(Day("2026-12-01")), paragraph: 3)
        request.sources = []
        try await round.record(request, on: request.day)
        let none = "Ingen av de åtta kommunerna har antagit förslaget än."
        let one = "Antaget av 1 av 8 kommuner. Sju kommuner har inte beslutat än."
        let days = [
            ("?datum=2026-11-30", none), ("?datum=2026-12-01", one), ("?datum=2026-12-02&kant=2026-12-02", none), ("", one),
        ]
        for (query, expected) in days {
            #expect(Self.lead(await site.page(Self.board + query)) == expected, "\(query)")
        }
        _ = await site.page(Self.board + "?datum=2026-11-22", status: .notFound)
        // What is shown of another day asks for nothing again.
        #expect(!(await site.page(Self.board + "?datum=2026-12-01")).holds("<script"))
    }

    @Test("the board is kept until something happens, and asks for itself again by the site's own script only")
    func live() async throws {
        let round = try await Self.round()
        let site = round.site
        let first = await site.door.ask(.get, Self.board)
        let tag = try #require(first.fields[.eTag])
        var fields: HTTPFields = [:]
        fields[.ifNoneMatch] = tag
        #expect(await site.door.ask(.get, Self.board, fields: fields).status == .notModified)
        #expect(site.door.site.cache.load.pages > 0)
        try await round.decide("salem")
        let second = await site.door.ask(.get, Self.board, fields: fields)
        #expect(second.status == .ok && second.fields[.eTag] != tag)
        #expect(second.text.holds("data-live=\"\"") && second.text.holds("data-live-says=\"\""))
        let policy = try #require(first.fields[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; ") && policy.hasSuffix("script-src 'self'; connect-src 'self'"))
        #expect(first.fields[values: .contentSecurityPolicy].count == 1)
        let address = try #require(first.text.components(separatedBy: "<script src=\"").dropFirst().first?.prefix { $0 != "\"" })
        let script = await site.door.ask(.get, String(address))
        #expect(script.status == .ok && script.fields[.contentType] == "text/javascript; charset=utf-8")
        // No other page lets anything run.
        for path in ["/", "/program", "/ratificering", Self.board + "/text"] {
            let reply = await site.door.ask(.get, path)
            #expect(reply.fields[.contentSecurityPolicy]?.holds("script-src") == false && !reply.text.holds("<script"), "\(path)")
        }
    }

    @Test("the locked text is given word for word, as the bytes that its fingerprint is taken of")
    func lockedText() async throws {
        let round = try await Self.round()
        let site = round.site
        let digest = try #require(try round.proposal.facts.digest)
        for path in [Self.board + "/text", Self.board + "/1/text"] {
            let file = await site.door.ask(.get, path + ".txt")
            #expect(file.fields[.contentType] == "text/plain; charset=utf-8")
            #expect(Digest(of: file.body).hex == digest, "\(path)")
            #expect(file.text.hasPrefix("# Provprogram 2027–2030\nGäller: 2027 till 2030\n") && file.text.hasSuffix("\n"))
            let page = await site.page(path)
            #expect(page.holds(digest) && ReadPage(page).text.holds(Words.swedish.round.matches))
        }
        #expect(await site.page(Self.board).holds(digest))
        for path in ["/2/text", "/01/text", "/x/text"] { _ = await site.page(Self.board + path, status: .notFound) }
        // A wrong fingerprint is told to be wrong.
        let body = try #require(Body.ID("samarbetskommitten"))
        let meeting = try #require(Meeting.ID(site.now.swedishDay.iso))
        let wrong = LockProposal(
            round.edition,
            version: 1,
            digest: String(repeating: "0", count: 64),
            by: .init(body: body, meeting: meeting, paragraph: 12),
            rule: EntryRule(.everyMember)
        )
        try await round.record(wrong)
        #expect(ReadPage(await site.page(Self.board + "/text")).text.holds(Words.swedish.round.differs))
        #expect(ReadPage(await site.page(Self.board + "/1/text")).text.holds(Words.swedish.round.matches))
    }

    @Test("a new proposal stands first, with what came of the earlier one, and a plain yes stands where the rule says so")
    func secondProposal() async throws {
        let round = try await Self.round(rule: EntryRule(.everyMember, restart: .thoseWithoutAdoption))
        let site = round.site
        for name in RoundExample.all.dropLast() { try await round.decide(name) }
        try await round.decide("tyreso", .sentBack, text: "Stryk mål fyra.")
        try await round.lock(rule: EntryRule(.everyMember), paragraph: 13)
        try await round.record(SendProposal(round.edition, number: 2))
        let page = ReadPage(await site.page(Self.board)).text
        #expect(page.holds("beslutet om förslag 1 gäller") == false)
        #expect(page.holds("Förslag 1 låstes den 23 november 2026.") && page.holds("Tyresö : Återremitterat"))
        #expect(page.holds("Stryk mål fyra."))
        try await round.lock(rule: EntryRule(.everyMember, restart: .thoseWithoutAdoption), paragraph: 14)
        #expect(ReadPage(await site.page(Self.board)).text.holds("Förslaget är låst men inte skickat till kommunerna än."))
    }

    @Test("one that leaves in the middle is counted no more, and one that joins is asked; earlier days show it as it was")
    func membersChange() async throws {
        let round = try await Self.round()
        let site = round.site
        for name in RoundExample.all.dropLast() { try await round.decide(name) }
        round.wait(days: 10)
        let tyreso = try #require(Municipality.ID("tyreso"))
        try await round.record(ChangeMembership(.leave, tyreso), on: Day("2026-12-02"))
        var page = await site.page(Self.board)
        #expect(Self.lead(page) == "Antaget av alla sju kommuner. Det gäller sedan den 2 december 2026.")
        #expect(ReadPage(page).text.holds("inte längre medlem") && Self.marks(page) == ["adopted": 7])
        // By then, and as it was known by then, Tyresö was still waited for.
        let waiting = "Antaget av 7 av 8 kommuner. Tyresö har inte beslutat än."
        for query in ["?datum=2026-12-01", "?datum=2026-12-02&kant=2026-12-02"] {
            #expect(Self.lead(await site.page(Self.board + query)) == waiting, "\(query)")
        }

        let other = try await Self.round()
        for name in RoundExample.all.dropLast() { try await other.decide(name) }
        let nacka = try #require(Municipality.ID("nacka"))
        try await other.record(ChangeMembership(.join, nacka))
        try await other.decide("tyreso")
        page = await other.site.page(Self.board)
        #expect(Self.lead(page) == "Antaget av 8 av 9 kommuner. Nacka har inte beslutat än.")
        #expect(ReadPage(await other.site.page(Self.board + "/nacka")).text.holds("Förslaget har inte skickats till Nacka."))
        try await other.record(SendProposal(other.edition, number: 1, to: [nacka]))
        try await other.decide("nacka")
        #expect(Self.lead(await other.site.page(Self.board)).hasPrefix("Antaget av alla nio kommuner."))
    }

    @Test("where the rule takes no additions, one that has one isn't counted among those that have adopted it")
    func withoutAddition() async throws {
        let round = try await Self.round(rule: EntryRule(.everyMemberWithoutAddition))
        for name in RoundExample.all.dropLast() { try await round.decide(name) }
        try await round.decide("tyreso", .adoptedWithAddition, text: "Och skolan.")
        let expected = "Antaget av 7 av 8 kommuner. Tyresö har antagit med ett tillägg, så en gemensam text behövs."
        #expect(Self.lead(await round.site.page(Self.board)) == expected)
    }

    @Test("a withdrawn edition's round isn't shown")
    func withdrawn() async throws {
        let round = try await Self.round()
        let site = round.site
        try await round.decide("salem")
        #expect(await site.page("/").holds(Self.board))
        try await round.record(ChangeVisibility(.edition(round.edition), isShown: false, reason: "Prov."))
        for path in ["", "/salem", "/text", "/1/text", ".json", ".csv", ".atom"] {
            #expect(await site.door.ask(.get, Self.board + path).status == .notFound, "\(path)")
        }
        #expect(!(await site.page("/ratificering")).holds(RoundExample.edition))
        #expect(!(await site.page("/")).holds(Self.board))
    }

    @Test("a round of the past shows what its source says and no more")
    func past() async throws {
        let site = try await Exhibit.sodertorn.value
        let page = await site.page("/ratificering/2019")
        #expect(Self.lead(page) == "Antaget av alla åtta kommuner. Det gällde från den 11 oktober 2019.")
        let shown = ShownPage(page)
        let rows = shown.rows.filter { $0.count == 11 }.dropFirst()
        #expect(
            rows.count == 8 && rows.allSatisfy { $0[2] == "senast den 11 oktober 2019" && $0[6] == "uppgift saknas i källan" }
        )
        #expect(shown.text.holds(ShownPage.plain(Words.swedish.round.daysUnknown)))
        #expect(try await site.csv("/ratificering/2019.csv").dropFirst().allSatisfy { $0[4...5] == ["2019-10-11", "Ja"] })
        #expect(await site.page("/program/2019").holds("href=\"/ratificering/2019\""))
        _ = await site.page("/ratificering/2019?datum=2018-01-01", status: .notFound)
        // Nobody is asked for what history doesn't know.
        #expect(!(await site.page("/")).holds("/ratificering/"))
    }
}
