import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("The history in words") struct ActsInWordsTests {
    struct Page: Decodable {
        struct Line: Decodable {
            var position: Int64
            var kind: String
            var sentence: String
            var happened: String
            var page: String?
            var correctedBy: Int64?
        }
        var acts: [Line]
        var count: Int
        var pages: Int
    }

    private func whole(_ site: Exhibit, _ query: String = "") async throws -> [Page.Line] {
        try await site.json("/historik.json?sida=alla" + query, as: Page.self).page.acts
    }

    @Test("every act of the example is a sentence of its own, the latest recorded first, and none is left as a name of a kind")
    func sentences() async throws {
        let site = try await Exhibit.sodertorn.value
        let lines = try await whole(site)
        #expect(lines.map(\.position) == (1...Int64(lines.count)).reversed())
        #expect(lines.count == Int(site.registrar.snapshot.position))
        for line in lines {
            #expect(line.sentence.hasSuffix(".") || line.sentence.hasSuffix("?"), "\(line.sentence)")
            #expect(!line.sentence.holds(line.kind), "\(line.sentence)")
            // What isn't held by the view is called by its id, 'documents/avtal': that must never be needed here.
            for prefix in ["members/", "programme/", "organisation/", "documents/", "conferences/", "statements/", "plans/"] {
                #expect(!line.sentence.holds(prefix), "\(line.sentence)")
            }
        }
        let kinds = Set(lines.map(\.kind))
        for kind in [
            "settings.agreed", "members.joined", "organisation.presidency-recorded", "documents.recorded",
            "conferences.rules-agreed",
            "advocacy.priority-renamed", "planning.activity-reported", "programme.extended",
        ] { #expect(kinds.contains(kind)) }
        #expect(lines.contains { $0.sentence == "Södertörnsleden fick namnet Tvärförbindelse Södertörn." })
        #expect(lines.contains { $0.sentence == "Södertörnskonferensen 2020 ställdes in." })
        #expect(lines.contains { $0.sentence == "Södertälje fick ordförandeskapet i Samarbetskommittén." })
    }

    @Test("each line leads to a page that is there")
    func links() async throws {
        let site = try await Exhibit.sodertorn.value
        for page in Set(try await whole(site).compactMap(\.page)) { _ = await site.page(String(page.prefix { $0 != "#" })) }
    }

    @Test("the topics divide the history, and a topic that nobody knows is everything")
    func topics() async throws {
        let site = try await Exhibit.sodertorn.value
        let all = try await whole(site)
        var seen: Set<Int64> = []
        for topic in HistoryTopic.allCases {
            let lines = try await whole(site, "&amne=\(topic.rawValue)")
            // The example has no news and no studies: no source tells of any that the cooperation has published.
            #expect(lines.isEmpty == [.news, .comparisons].contains(topic), "\(topic)")
            seen.formUnion(lines.map(\.position))
        }
        #expect(seen == Set(all.map(\.position)))
        #expect(try await whole(site, "&amne=ingenting").count == all.count)
        #expect(try await whole(site, "&amne=planer").allSatisfy { $0.kind.hasPrefix("planning.") })
    }

    @Test("page by page it is all of it, each once; a page beyond the last is told from one")
    func pages() async throws {
        let site = try await Exhibit.sodertorn.value
        let first = try await site.json("/historik.json", as: Page.self).page
        var positions: [Int64] = []
        for page in 1...first.pages {
            positions += try await site.json("/historik.json?sida=\(page)", as: Page.self).page.acts.map(\.position)
        }
        #expect(positions == (1...Int64(first.count)).reversed())
        let beyond = await site.page("/historik?sida=\(first.pages + 1)", status: .notFound)
        #expect(beyond.holds("Så många sidor har historiken inte."))
        for wrong in ["0", "-1", "999999999999"] { _ = await site.page("/historik?sida=\(wrong)", status: .notFound) }
        _ = await site.page("/historik?sida=x", status: .badRequest)
    }

    @Test("page, CSV and JSON say the same, cell by cell", arguments: ["", "?amne=konferenser", "?sida=2", "?sprak=en"])
    func agree(_ query: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let lines = try await site.json("/historik.json" + query, as: Page.self).page.acts
        let table = try #require(ReadPage(await site.page("/historik" + query)).tables.first).dropFirst()
        let rows = try await site.csv("/historik.csv" + query).dropFirst()
        #expect(table.count == lines.count && rows.count == lines.count)
        for ((cells, row), line) in zip(zip(table, rows), lines) {
            #expect(cells[0] == "\(line.position)" && row[0] == "\(line.position)")
            #expect(row[1] == line.happened)
            #expect(cells[3].hasPrefix(line.sentence) && row[3] == line.sentence)
            #expect(row[4] == line.kind && row[5] == line.page ?? "")
        }
    }

    @Test("seats, and who comes and goes there, are told without saying who, in both languages")
    func seats() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let person = Registrar.newPersonID()
        let place = try #require(Seat.Reference("samarbetskommitten/haninge"))
        let haninge = try #require(Municipality.ID("haninge"))
        let desk = try #require(Seat.Reference("kansliet/utvecklingsledare"))
        let day = { (text: String) in try #require(Day(text)) }
        let requests: [any Request] = [
            EstablishSeat(place.seat, in: place.body, role: .member, for: haninge),
            EstablishSeat(desk.seat, in: desk.body, role: .developmentLeader),
            TakeSeat(place, by: person, from: try day("2026-11-01")),
            TakeSeat(desk, by: person, from: try day("2026-11-01"), until: try day("2027-10-31")),
            AppointDeputy(place, person, from: try day("2026-12-01"), until: try day("2026-12-31")),
            LeaveSeat(place, last: try day("2026-11-30")), CloseSeat(desk, last: try day("2026-12-31")),
        ]
        let today = Period.day(try day("2026-11-01"))
        _ = try await site.registrar.perform(requests.map { .init($0, today) }, as: .importer)
        func sentences(_ query: String) async throws -> [String] {
            try await whole(site, query).prefix(requests.count).map(\.sentence).reversed()
        }
        #expect(
            try await sentences("") == [
                "Samarbetskommittén fick en plats: Ledamot för Haninge.",
                "Kansliet fick en plats: Utvecklingsledare.",
                "Platsen Ledamot för Haninge i Samarbetskommittén fick en ny innehavare från och med den 1 november 2026.",
                "Platsen Utvecklingsledare i Kansliet fick en innehavare från och med den 1 november 2026 till och med den 31 oktober 2027.",
                "Platsen Ledamot för Haninge i Samarbetskommittén fick en ställföreträdare från och med den 1 december 2026 till och med den 31 december 2026.",
                "Platsen Ledamot för Haninge i Samarbetskommittén lämnades, med den 30 november 2026 som sista dag.",
                "Platsen Utvecklingsledare i Kansliet avslutades, med den 31 december 2026 som sista dag.",
            ]
        )
        #expect(
            try await sentences("&sprak=en") == [
                "Samarbetskommittén was given a seat: Member for Haninge.",
                "Kansliet was given a seat: Development leader.",
                "The seat Member for Haninge, Samarbetskommittén has a new holder from 1 November 2026.",
                "The seat Development leader, Kansliet has a holder from 1 November 2026 to 31 October 2027.",
                "The seat Member for Haninge, Samarbetskommittén has a deputy from 1 December 2026 to 31 December 2026.",
                "The seat Member for Haninge, Samarbetskommittén was left, with 30 November 2026 as the last day.",
                "The seat Development leader, Kansliet was closed, with 31 December 2026 as the last day.",
            ]
        )
        for target in ["/historik", "/historik.json?sida=alla", "/historik.csv?sida=alla", "/historik.atom"] {
            #expect(await !site.page(target).holds(person.text), "\(target)")
        }
        // Withdrawn, the body takes its seats with it.
        let withdrawal = ChangeVisibility(.body(place.body), isShown: false, reason: "Prov.")
        _ = try await site.registrar.perform(withdrawal, happened: .day(try day("2026-11-23")), as: .importer)
        #expect(try await whole(site).allSatisfy { !$0.sentence.holds("Ledamot för Haninge") })
    }

    @Test("what is withdrawn is nowhere in the history, nor in any feed; a correction stands by what it corrects")
    func gate() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let today = Period.day(try #require(Day("2026-11-23")))
        let priority = try #require(Priority.ID("citybanan"))
        let named = try await whole(site)
        let position = try #require(named.first { $0.sentence.holds("Citybanan") }?.position)
        _ = try await site.registrar.perform(
            CorrectRecord(
                Position(position),
                with: RecordPriority(id: priority, name: "Citybanan i Stockholm"),
                reason: "Fullt namn."
            ),
            happened: try #require(Period("2008")),
            as: .importer
        )
        let corrected = try await whole(site)
        #expect(corrected.first { $0.position == position }?.correctedBy == corrected.first?.position)
        #expect(corrected.first?.sentence == "Post \(position) rättades. Skäl: Fullt namn.")
        let feed = await site.page("/paverkan/citybanan.atom")
        #expect(feed.holds("rättades") && feed.holds("tag:localhost,2026-11-23:post") && feed.holds("xml:lang=\"sv\""))

        _ = try await site.registrar.perform(
            ChangeVisibility(.priority(priority), isShown: false, reason: "Prov."),
            happened: today,
            as: .importer
        )
        for target in [
            "/historik", "/historik.json?sida=alla", "/historik.csv?sida=alla", "/historik.atom", "/sok?fraga=citybanan",
        ] {
            let text = await site.page(target)
            #expect(!text.holds("Citybanan i Stockholm") && !text.holds("Fullt namn"), "\(target)")
        }
        _ = await site.page("/paverkan/citybanan.atom", status: .notFound)
    }
}
