import Cooperation
import HTTPTypes
import Import
import Registry
import Testing

@testable import Web

@Suite("The pages of what is argued for") struct PriorityPagesTests {
    struct Outcome: Decodable {
        var date: String
        var text: String
        var sources: [String]
    }

    /// The page of all priorities as its JSON has it.
    struct Page: Decodable {
        struct Item: Decodable {
            var place: Int
            var id: String
            var name: String
            var nameNow: String?
            var outcome: Outcome?
        }
        struct List: Decodable {
            var id: String
            var title: String
            var agreed: String
            var isRanked: Bool
            var items: [Item]
            var missing: [String]
            var remarks: [String]
            var sources: [String]
        }
        struct Row: Decodable {
            var id: String
            var name: String
            var formerNames: [String]
            var alsoCalled: [String]
            var since: String
            var isInLatestList: Bool
            var place: Int?
            var outcome: Outcome?
            var sources: [String]
        }
        var latest: List?
        var earlier: [List]
        var priorities: [Row]
        var statements: Int
    }

    struct One: Decodable {
        struct Event: Decodable, Equatable {
            var kind: String
            var date: String
            var label: String
            var text: String
            var note: String?
            var id: String?
            var place: Int?
            var remarks: [String]
            var sources: [String]
        }
        var id: String
        var name: String
        var formerNames: [String]
        var outcome: Outcome?
        var story: [Event]
        var missing: [String]
        var sources: [String]
    }

    @Test(
        "the opening sentence says what is argued for",
        arguments: [
            ("", "Tvärförbindelse Södertörn står först av åtta satsningar som kommunerna driver tillsammans."),
            (
                "?datum=2012-06-30",
                "Kommunerna driver sex satsningar tillsammans. Listan säger inte vilken som går först."
            ),
            ("?datum=2000-01-01", "Den dagen var ingen satsning känd."),
            (
                "?sprak=en",
                "Tvärförbindelse Södertörn comes first among the eight priorities that the municipalities pursue together."
            ),
        ]
    )
    func lead(_ query: String, _ sentence: String) async throws {
        #expect(await (try Exhibit.sodertorn.value).page("/paverkan\(query)").holds("<p class=\"lead\">\(sentence)</p>"))
    }

    @Test("the register's page, JSON and CSV say the same, cell by cell", arguments: ["", "datum=2012-06-30", "sprak=en"])
    func register(_ query: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/paverkan.json?\(query)", as: Page.self).page
        let csv = try await site.csv("/paverkan.csv?\(query)")
        let table = try #require(ReadPage(await site.page("/paverkan?\(query)")).tables.first)
        let words: Words = query == "sprak=en" ? .english : .swedish
        let names = { (row: Page.Row) in (row.formerNames + row.alsoCalled).joined(separator: ", ") }
        let inList = { (row: Page.Row) in
            row.place.map { "\($0)" } ?? (row.isInLatestList ? words.advocacy.yes : words.advocacy.no)
        }
        #expect(
            Array(csv.dropFirst())
                == model.priorities.map { row in
                    [
                        row.id, row.name, names(row), inList(row), row.outcome?.date ?? "", row.outcome?.text ?? "", row.since,
                        (row.sources + (row.outcome?.sources ?? [])).unique.joined(separator: " "),
                    ]
                }
        )
        #expect(table[0].allSatisfy { csv[0].contains($0) })
        #expect(
            Array(table.dropFirst())
                == (try model.priorities.map { row in
                    [
                        row.name, names(row).isEmpty ? words.advocacy.noneKnown : names(row), inList(row),
                        try row.outcome.map { words.period(try #require(Period($0.date))) } ?? words.advocacy.noneKnown,
                    ]
                })
        )
        #expect(model.priorities.count == (query == "datum=2012-06-30" ? 6 : 11))
    }

    @Test("each list stands at its own anchor, in its own order, under the names of its time")
    func lists() async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/paverkan.json", as: Page.self).page
        let latest = try #require(model.latest)
        #expect(latest.isRanked && latest.items.map(\.place) == Array(1...8))
        #expect(latest.items.first?.id == "tvarforbindelse-sodertorn" && latest.items.last?.id == "jarnvagsanslutning")
        #expect(latest.items.first?.outcome?.date == "2022-06")
        let earlier = try #require(model.earlier.first)
        #expect(model.earlier.count == 1 && !earlier.isRanked)
        #expect(earlier.items.compactMap(\.nameNow).count == 2)
        #expect(earlier.items.first?.name == "Södertörnsleden")
        #expect(earlier.items.first?.nameNow == "Tvärförbindelse Södertörn")
        let html = await site.page("/paverkan")
        for list in [latest, earlier] {
            #expect(html.holds("id=\"lista-\(list.id)\" lang=\"sv\">\(list.title)</h"))
            for text in list.missing + list.remarks { #expect(html.holds("<p>\(text)</p>") || html.holds("<li>\(text)</li>")) }
            for source in list.sources { #expect(html.holds("href=\"\(source)\"")) }
        }
        #expect(html.holds("(heter nu Tvärförbindelse Södertörn)"))
        #expect(html.holds("<a href=\"/paverkan#lista-2008\" lang=\"sv\">Infrastruktursatsningar 2008–2014</a>"))
        let numbers = html.components(separatedBy: "<span class=\"place\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(numbers == (1...8).map { "\($0)" }, "an unranked list has no numbers")
        #expect(html.holds("<span class=\"key\" lang=\"sv\">Juni 2022: </span>Regeringen gav besked om 13,3 miljarder kronor"))
        #expect(html.components(separatedBy: "Inget utfall är känt.").count - 1 == 7)
        #expect(html.holds("<a href=\"/yttranden\">Läs om de 19 gemensamma yttrandena</a>"))
    }

    @Test(
        "a priority's opening sentence is what came of it last",
        arguments: [
            (
                "tvarforbindelse-sodertorn",
                "Juni 2022: Regeringen gav besked om 13,3 miljarder kronor, så att projektet kan fullföljas."
            ),
            (
                "tvarforbindelse-sodertorn?datum=2022-01-01",
                "4 juni 2018: Regeringen satte av 4,6 av de 10,3 miljarder kronor som vägen beräknades kosta, "
                    + "i den nationella planen för 2018–2029."
            ),
            ("tvarforbindelse-sodertorn?datum=2012-01-01", "Vad det har blivit av Södertörnsleden säger källorna inte."),
            ("citybanan", "Vad det har blivit av Citybanan säger källorna inte."),
            ("citybanan?sprak=en", "The sources don't say what has come of Citybanan."),
        ]
    )
    func outcome(_ target: String, _ sentence: String) async throws {
        let page = ReadPage(await (try Exhibit.sodertorn.value).page("/paverkan/\(target)"))
        #expect(page.texts(of: "p").contains(sentence))
    }

    @Test("the story of the cross-link is told whole and in order, as page, JSON and CSV")
    func story() async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/paverkan/tvarforbindelse-sodertorn.json", as: One.self).page
        #expect(
            model.story.map { "\($0.date) \($0.kind) \($0.text)" } == [
                "2008 known Södertörnsleden", "2008 listed Infrastruktursatsningar 2008–2014",
                "2014-01-14 renamed Tvärförbindelse Södertörn",
                "2014-01-14 statement Åtgärdsvalsstudie – Tvärförbindelse Södertörn",
                "2017-08-31 statement Hög tid för Tvärförbindelse Södertörn",
                "2018-06-04 outcome Regeringen satte av 4,6 av de 10,3 miljarder kronor som vägen beräknades kosta, "
                    + "i den nationella planen för 2018–2029.",
                "2019-10-11 listed Prioriterade infrastruktursatsningar i SUP 2035",
                "2021 statement Granskning vägplan Tvärförbindelse Södertörn",
                "2022-02 statement Vikten av att bygga Tvärförbindelse Södertörn",
                "2022-06 outcome Regeringen gav besked om 13,3 miljarder kronor, så att projektet kan fullföljas.",
            ]
        )
        #expect(model.story.compactMap(\.place) == [1] && model.story[6].label == "Plats 1 av 8")
        #expect(model.story[2].note == "hette förut Södertörnsleden" && model.story[3].note == "Trafikverket")
        #expect(model.story[2].remarks.count == 1)
        let html = await site.page("/paverkan/tvarforbindelse-sodertorn")
        #expect(html.holds(">Ett namnbyte, två listor, fyra yttranden och två utfall sedan 2008</h2>"))
        #expect(html.holds("chart-time"))
        #expect(!(await site.page("/paverkan/citybanan")).holds("chart-time"))
        #expect(
            html.holds("href=\"/paverkan#lista-2019\"")
                && html.holds("href=\"/yttranden/2014-atgardsvalsstudie-tvarforbindelse\"")
        )
        #expect(html.holds("Hur långt bygget har kommit."))
        let reply = await site.door.ask(.get, "/paverkan/tvarforbindelse-sodertorn.atom")
        #expect(reply.status == .ok)
        for kind in ["priority-recorded", "priority-renamed", "outcome-noted"] { #expect(reply.text.holds("advocacy.\(kind)")) }
    }

    @Test("every priority's story is the same on the page and in the CSV, with its sources")
    func stories() async throws {
        let site = try await Exhibit.sodertorn.value
        let ids = try await site.json("/paverkan.json", as: Page.self).page.priorities.map(\.id)
        for (id, query) in ids.flatMap({ id in ["", "?datum=2020-01-01", "?sprak=en"].map { (id, $0) } }) {
            let words: Words = query == "?sprak=en" ? .english : .swedish
            let model = try await site.json("/paverkan/\(id).json\(query)", as: One.self).page
            let csv = try await site.csv("/paverkan/\(id).csv\(query)")
            let html = await site.page("/paverkan/\(id)\(query)")
            #expect(
                Array(csv.dropFirst())
                    == model.story.map { event in
                        [
                            event.date, event.label, event.text,
                            ([event.note].compactMap(\.self) + event.remarks).joined(separator: " "),
                            event.sources.joined(separator: " "),
                        ]
                    }
            )
            let list = try #require(
                html.components(separatedBy: "<ol class=\"story\">").last?.components(separatedBy: "</ol>").first
            )
            let steps = list.components(separatedBy: "<p class=\"kicker\">").dropFirst()
            #expect(steps.count == model.story.count)
            for (step, event) in zip(steps, model.story) {
                let text = ReadPage(step).text
                #expect(text.holds(words.period(try #require(Period(event.date))).withCapital))
                for part in [event.label, event.text] + event.remarks + [event.note].compactMap(\.self) {
                    #expect(text.holds(part))
                }
                for source in event.sources { #expect(step.holds("href=\"\(source)\"")) }
                #expect(!event.sources.isEmpty)
            }
            for text in model.missing { #expect(html.holds(text)) }
        }
    }

    @Test("there is no page for what was not known that day, nor for a name that isn't one")
    func absent() async throws {
        let site = try await Exhibit.sodertorn.value
        _ = await site.page("/paverkan/bytespunkt-flemingsberg?datum=2019-10-11")
        let html = await site.page("/paverkan/bytespunkt-flemingsberg?datum=2019-10-10", status: .notFound)
        #expect(html.holds("Den 10 oktober 2019 fanns inte det som sidan handlar om."))
        for name in ["finns-inte", "Citybanan", "lista-2019"] { _ = await site.page("/paverkan/\(name)", status: .notFound) }
    }

    // MARK: Withdrawn

    private func site(without subjects: Subject...) async throws -> Exhibit {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        for subject in subjects {
            let request = ChangeVisibility(subject, isShown: false, reason: "Ett hemligt skäl.")
            _ = try await site.registrar.perform(request, happened: .day(site.now.swedishDay), as: .importer)
        }
        return site
    }

    /// Every page and file of advocacy, on several days.
    private func everything(_ site: Exhibit) async -> String {
        var text = ""
        for path in [
            "/paverkan", "/paverkan/sparvag-syd", "/paverkan/tvarforbindelse-sodertorn", "/yttranden",
            "/yttranden/2017-hog-tid-for-tvarforbindelse", "/yttranden/2017-lansplan",
        ] {
            for form in ["", ".json", ".csv", ".atom"] {
                for query in ["", "?datum=2020-01-01", "?datum=2026-11-22&kant=2026-11-23"] {
                    text += await site.door.ask(.get, path + form + query).text
                }
            }
        }
        return text
    }

    @Test("a withdrawn priority is nowhere, and the others keep their places")
    func withdrawnPriority() async throws {
        let site = try await site(without: .priority(try #require(Priority.ID("passage-sodertalje-kanal"))))
        let text = await everything(site)
        for secret in ["Ny passage", "passage-sodertalje-kanal", "Ett hemligt skäl"] { #expect(!text.holds(secret), "\(secret)") }
        let latest = try #require(try await site.json("/paverkan.json", as: Page.self).page.latest)
        #expect(latest.items.map(\.place) == [1, 3, 4, 5, 6, 7, 8])
        #expect(await site.page("/paverkan").holds("<span class=\"place\">3</span>"))
        _ = await site.page("/paverkan/passage-sodertalje-kanal", status: .notFound)
        // What is argued for first may be what isn't shown; then no other is said to come first.
        let first = try await self.site(without: .priority(try #require(Priority.ID("tvarforbindelse-sodertorn"))))
        #expect(!(await first.page("/paverkan")).holds("står först"))
        #expect(!(await everything(first)).holds("Södertörnsleden"))
    }

    @Test("a withdrawn statement and a withdrawn list are nowhere, not even in a story")
    func withdrawnStatement() async throws {
        let site = try await site(
            without: .statement(try #require(Statement.ID("2017-hog-tid-for-tvarforbindelse"))),
            .priorityList(try #require(PriorityList.ID("2019")))
        )
        let text = await everything(site)
        for secret in ["Hög tid för", "Prioriterade infrastruktursatsningar i SUP 2035", "lista-2019"] {
            #expect(!text.holds(secret), "\(secret)")
        }
        for page in ["/yttranden", "/paverkan/tvarforbindelse-sodertorn", "/yttranden/2017-lansplan"] {
            #expect(!(await site.page(page)).holds("2017-hog-tid"))
        }
        #expect(await site.page("/yttranden").holds("minst 18 gånger"))
    }

    // MARK: Random histories

    /// A priority as it was drawn, and what its story must be.
    private struct Drawn {
        var id: String
        var known: Int
        var names: [(name: String, year: Int)]
        var outcomes: [(text: String, year: Int)] = []

        /// What it was called when a year was over.
        func name(in year: Int) -> String { names.last { $0.year <= year }?.name ?? names[0].name }
    }

    @Test("random stories hold all that happened, in order, and lists have the names of their time", arguments: 1...8)
    func random(_ seed: UInt64) async throws {
        var dice = Dice(seed)
        var drawn: [Drawn] = []
        var text = ""
        for index in 0..<(2 + dice.below(4)) {
            let known = 1990 + dice.below(10)
            var priority = Drawn(id: "satsning-\(index)", known: known, names: [("Namn \(index)-0", known)])
            text += "satsning: \(priority.id)\n  namn: Namn \(index)-0\n  känd från: \(known)\n"
            var year = known
            for change in 0..<dice.below(4) {
                year += 1 + dice.below(4)
                priority.names.append(("Namn \(index)-\(change + 1)", year))
                text += "  nytt namn: Namn \(index)-\(change + 1)\n    från: \(year)\n"
            }
            for outcome in 0..<dice.below(3) {
                let year = known + dice.below(20)
                priority.outcomes.append(("Utfall \(index)-\(outcome)", year))
                text += "  utfall: Utfall \(index)-\(outcome)\n    datum: \(year)\n"
            }
            drawn.append(priority)
            text += "\n"
        }
        var lists: [(id: String, year: Int, isRanked: Bool, items: [Drawn])] = []
        for index in 0..<(1 + dice.below(4)) {
            let year = 2000 + dice.below(15)
            let items = drawn.shuffled(using: &dice).prefix(1 + dice.below(drawn.count))
            lists.append(("lista-\(index)", year, dice.happens(50), Array(items)))
            text += "prioriteringslista: lista-\(index)\n  rubrik: Lista \(index)\n  beslutad: \(year)\n"
            if lists[index].isRanked { text += "  i ordning: ja\n" }
            for item in items { text += "  satsning: \(item.id)\n" }
            text += "\n"
        }
        var statements: [(id: String, year: Int, about: [Drawn])] = []
        for index in 0..<dice.below(6) {
            let year = 2000 + dice.below(15)
            let about = drawn.filter { _ in dice.happens(40) }
            statements.append(("yttrande-\(index)", year, about))
            text += "yttrande: yttrande-\(index)\n  rubrik: Yttrande \(index)\n  slag: brev\n  datum: \(year)\n"
            for item in about { text += "  om satsning: \(item.id)\n" }
            text += "\n"
        }
        let site = try await Exhibit(files: [SourceFile(name: "prov.txt", bytes: Array(text.utf8))])

        for priority in drawn {
            let model = try await site.json("/paverkan/\(priority.id).json", as: One.self).page
            var expected = ["\(priority.known) known \(priority.names[0].name)"]
            expected += priority.names.dropFirst().map { "\($0.year) renamed \($0.name)" }
            expected += lists.filter { $0.items.contains { $0.id == priority.id } }.map { "\($0.year) listed \($0.id)" }
            expected += statements.filter { $0.about.contains { $0.id == priority.id } }.map { "\($0.year) statement \($0.id)" }
            expected += priority.outcomes.map { "\($0.year) outcome \($0.text)" }
            let told = model.story.map { "\($0.date) \($0.kind) \($0.id ?? $0.text)" }
            #expect(told.sorted() == expected.sorted(), "seed \(seed), \(priority.id)")
            #expect(model.story.map(\.date) == model.story.map(\.date).sorted())
            #expect(model.name == priority.names.last?.name)
            #expect(model.formerNames == priority.names.dropLast().map(\.name))
            #expect(model.outcome?.date == priority.outcomes.map { "\($0.year)" }.max())
            for event in model.story where event.kind == "listed" {
                let list = try #require(lists.first { $0.id == event.id })
                let place = try #require(list.items.firstIndex { $0.id == priority.id }) + 1
                #expect(event.place == (list.isRanked ? place : nil))
            }
            _ = await site.page("/paverkan/\(priority.id)")
        }
        let page = try await site.json("/paverkan.json", as: Page.self).page
        for list in page.earlier + [page.latest].compactMap(\.self) {
            let given = try #require(lists.first { $0.id == list.id })
            #expect(list.items.map(\.name) == given.items.map { $0.name(in: given.year) }, "seed \(seed), \(list.id)")
            #expect(list.items.map { $0.nameNow ?? $0.name } == given.items.map { $0.names.last?.name ?? "" })
        }
        #expect(page.latest?.agreed == lists.map { "\($0.year)" }.max())
        #expect(page.earlier.map(\.agreed) == page.earlier.map(\.agreed).sorted(by: >))
        #expect(Set(page.priorities.map(\.id)) == Set(drawn.map(\.id)))
    }
}
