import Cooperation
import HTTPTypes
import Import
import Testing

@testable import Web

@Suite("The pages of joint statements") struct StatementPagesTests {
    /// A page that can be named.
    struct Named: Decodable, Equatable {
        var id: String
        var title: String
    }

    /// The register as its JSON has it.
    struct Register: Decodable {
        struct Row: Decodable {
            var id: String
            var date: String
            var kind: String
            var title: String
            var recipient: String?
            var recipientIsInferred: Bool
            var reference: String?
            var priorities: [Named]
            var sources: [String]
        }
        struct Kind: Decodable {
            var name: String
            var count: Int
        }
        struct Year: Decodable {
            var year: Int
            var count: Int
        }
        var kind: String?
        var kinds: [Kind]
        var total: Int
        var statements: [Row]
        var years: [Year]
        var mostOftenTo: [String]
    }

    struct One: Decodable {
        struct Detail: Decodable {
            var text: String
            var sources: [String]
        }
        struct Line: Decodable {
            var kind: String
        }
        var id: String
        var title: String
        var kind: String
        var date: String
        var recipient: String?
        var recipientIsInferred: Bool
        var reference: String?
        var priorities: [Named]
        var details: [Detail]
        var remarks: [String]
        var sources: [String]
        var previous: Named?
        var next: Named?
        var history: [Line]
    }

    private static let queries = [
        "", "slag=remissvar", "slag=%C3%B6ppet%20brev", "slag=", "datum=2014-06-30", "datum=2014-06-30&slag=inspel", "sprak=en",
        "sprak=en&slag=yttrande", "datum=2000-01-01",
    ]

    @Test("page, JSON and CSV of the register say the same, cell by cell, also of one kind", arguments: queries)
    func register(_ query: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/yttranden.json?\(query)", as: Register.self).page
        let csv = try await site.csv("/yttranden.csv?\(query)")
        let tables = ReadPage(await site.page("/yttranden?\(query)")).tables
        let words: Words = query.holds("sprak=en") ? .english : .swedish

        #expect(csv.allSatisfy { $0.count == csv[0].count })
        #expect(
            Array(csv.dropFirst())
                == model.statements.map { row in
                    [
                        row.id, row.date, row.title, row.kind, row.recipient ?? "",
                        row.recipientIsInferred ? words.advocacy.yes : words.advocacy.no, row.reference ?? "",
                        row.priorities.map(\.title).joined(separator: "; "), row.sources.joined(separator: " "),
                    ]
                }
        )
        guard !model.statements.isEmpty else {
            #expect(tables.isEmpty && query == "datum=2000-01-01")
            return
        }
        let shown = try #require(tables.first)
        let columns = ["date", "statement", "kind", "recipient", "reference"].count
        #expect(shown[0].count == columns && shown[0].allSatisfy { csv[0].contains($0) })
        #expect(
            Array(shown.dropFirst())
                == (try model.statements.map { row in
                    [
                        words.period(try #require(Period(row.date))), row.title, row.kind,
                        (row.recipient ?? words.frame.unknown) + (row.recipientIsInferred ? " (\(words.advocacy.likely))" : ""),
                        row.reference ?? words.frame.unknown,
                    ]
                })
        )
        // The newest first, by the last day that each may have been made.
        let days = try model.statements.map { try #require(Period($0.date)).last }
        #expect(days == days.sorted(by: >))
        if let kind = model.kind { #expect(model.statements.allSatisfy { $0.kind == kind }) }
    }

    @Test("the kinds share all statements among them, and each leads to its own, with the day kept")
    func kinds() async throws {
        let site = try await Exhibit.sodertorn.value
        for day in ["", "datum=2014-06-30"] {
            let all = try await site.json("/yttranden.json?\(day)", as: Register.self).page
            #expect(all.kinds.map(\.count).reduce(0, +) == all.total && all.total == all.statements.count)
            let html = await site.page("/yttranden?\(day)")
            for kind in all.kinds {
                let name = kind.name.replacingAll("ö", with: "%C3%B6").replacingAll(" ", with: "%20")
                let query = "slag=\(name)" + (day.isEmpty ? "" : "&\(day)")
                #expect(html.holds("href=\"/yttranden?\(query.replacingAll("&", with: "&amp;"))\""), "\(kind.name)")
                let some = try await site.json("/yttranden.json?\(query)", as: Register.self).page
                #expect(some.statements.map(\.id) == all.statements.filter { $0.kind == kind.name }.map(\.id))
                #expect(some.statements.count == kind.count && some.total == all.total)
                let page = await site.page("/yttranden?\(query)")
                #expect(page.holds("href=\"/yttranden.csv?\(query.replacingAll("&", with: "&amp;"))\""))
                #expect(page.holds("name=\"slag\" value=\"\(kind.name)\""), "another day keeps the kind")
            }
        }
    }

    @Test(
        "the opening sentence says how many, between which years and to whom",
        arguments: [
            (
                "",
                "Kommunerna har talat med en röst minst 19 gånger mellan 2009 och 2022. "
                    + "Oftast har de vänt sig till Region Stockholm och Trafikverket."
            ),
            (
                "?datum=2014-06-30",
                "Kommunerna har talat med en röst minst åtta gånger mellan 2009 och 2014. "
                    + "Oftast har de vänt sig till Stockholms läns landsting och Trafikverket."
            ),
            ("?datum=2010-06-30", "Kommunerna har talat med en röst minst en gång, år 2009."),
            ("?datum=2000-01-01", "Den dagen var inget gemensamt yttrande känt."),
            ("?slag=remissvar", "Av 19 kända yttranden är 12 av slaget remissvar."),
            ("?slag=inspel&datum=2010-06-30", "Inget yttrande av slaget inspel är känt."),
            (
                "?sprak=en",
                "The municipalities have spoken with one voice at least 19 times between 2009 and 2022. "
                    + "Most often they have turned to Region Stockholm and Trafikverket."
            ),
        ]
    )
    func lead(_ query: String, _ sentence: String) async throws {
        #expect(await (try Exhibit.sodertorn.value).page("/yttranden\(query)").holds("<p class=\"lead\">\(sentence)</p>"))
    }

    @Test(
        "who is only likely to have got a statement is not counted among those turned to most often",
        arguments: [
            ([("A", false), ("A", false), ("B", false), ("B", true)], ["A"]),
            ([("A", false), ("A", false), ("B", false), ("B", false)], ["A", "B"]), ([("A", false), ("B", false)], []),
            ([("A", true), ("A", true)], []), ([("Ö", false), ("Ö", false), ("Ä", false), ("Ä", false)], ["Ä", "Ö"]),
        ]
    )
    func mostOften(_ recipients: [(name: String, isInferred: Bool)], _ expected: [String]) async throws {
        let text = recipients.enumerated().map { index, recipient in
            "yttrande: yttrande-\(index)\n  rubrik: Yttrande\n  slag: brev\n  datum: 2020\n  mottagare: \(recipient.name)\n"
                + (recipient.isInferred ? "    härlett: ja\n" : "")
        }
        let site = try await Exhibit(files: [SourceFile(name: "prov.txt", bytes: Array(text.joined(separator: "\n").utf8))])
        #expect(try await site.json("/yttranden.json", as: Register.self).page.mostOftenTo == expected)
        #expect(await site.page("/yttranden").holds("Oftast har de vänt sig till") != expected.isEmpty)
    }

    @Test("an installation without statements says that none has been recorded")
    func empty() async throws {
        let site = try await Exhibit(files: [])
        #expect(await site.page("/yttranden").holds("Ännu är inget gemensamt yttrande infört."))
        #expect(await site.page("/paverkan").holds("Ännu är ingen satsning införd."))
        #expect(await site.page("/paverkan?datum=2020-01-01").holds("Den dagen var ingen satsning känd."))
        #expect(try await site.csv("/yttranden.csv").count == 1)
        #expect(try await site.csv("/paverkan.csv").count == 1)
    }

    @Test("every year has its bar and its row, and a year of which nothing is known says so")
    func years() async throws {
        let site = try await Exhibit.sodertorn.value
        for (query, last, most) in [
            ("", 2026, "Som mest fem på ett år: 2021"), ("slag=remissvar", 2026, "Som mest fyra på ett år: 2021"),
            ("datum=2014-06-30", 2014, "Som mest tre på ett år: 2013"),
            ("datum=2012-12-31", 2012, "Som mest två på ett år: 2012"),
        ] {
            let model = try await site.json("/yttranden.json?\(query)", as: Register.self).page
            #expect(model.years.map(\.year) == Array(2009...last))
            for year in model.years {
                #expect(year.count == model.statements.count { $0.date.hasPrefix("\(year.year)") })
            }
            let html = await site.page("/yttranden?\(query)")
            let table = try #require(ReadPage(html).tables.last)
            #expect(
                Array(table.dropFirst())
                    == model.years.map { ["\($0.year)", $0.count > 0 ? "\($0.count)" : "inget känt"] }
            )
            #expect(html.holds(">\(most)</h2>"))
            #expect(html.holds("Ett år utan stapel är ett år då inget är känt."))
            let unknown = model.years.count { $0.count == 0 }
            // Once for each shape of the drawing.
            #expect(html.components(separatedBy: "chart-unknown").count - 1 == unknown * 2, "\(query)")
        }
    }

    @Test("a kind of which there is nothing today is no page, and its name can't be markup")
    func unknownKind() async throws {
        let site = try await Exhibit.sodertorn.value
        let html = await site.page("/yttranden?slag=%3Cb%3Eklotter", status: .notFound)
        #expect(html.holds("Inget yttrande av slaget &lt;b&gt;klotter är känt.") && !html.holds("<b>"))
        #expect(await site.door.ask(.get, "/yttranden.csv?slag=klotter").status == .notFound)
        #expect(await site.door.ask(.get, "/yttranden/2021-klotter").status == .notFound)
        _ = await site.page("/yttranden/2021-lansplan?datum=2021-12-30", status: .notFound)
        _ = await site.page("/yttranden/2021-lansplan?datum=2021-12-31")
    }

    @Test("a statement's page says when, to whom, for what and where that was found, as its JSON does")
    func one() async throws {
        let site = try await Exhibit.sodertorn.value
        let register = try await site.json("/yttranden.json", as: Register.self).page
        for row in register.statements {
            let model = try await site.json("/yttranden/\(row.id).json", as: One.self).page
            let html = await site.page("/yttranden/\(row.id)")
            let page = ReadPage(html)
            #expect(model.date == row.date && model.title == row.title && model.kind == row.kind)
            #expect(model.recipient == row.recipient && model.reference == row.reference && model.priorities == row.priorities)
            #expect(page.texts(of: "h1") == [row.title])
            let facts = zip(page.texts(of: "dt"), page.texts(of: "dd")).map { "\($0): \($1)" }
            let unknown = "uppgift saknas i källan"
            #expect(
                facts == [
                    "Datum: " + Words.swedish.period(try #require(Period(row.date))).withCapital,
                    "Slag: " + row.kind.withCapital,
                    "Mottagare: " + (row.recipient ?? unknown) + (row.recipientIsInferred ? " (sannolikt)" : ""),
                    "Diarienummer: " + (row.reference ?? unknown),
                ]
            )
            for priority in row.priorities {
                #expect(html.holds("<a href=\"/paverkan/\(priority.id)\">\(priority.title)</a>"))
            }
            #expect(page.text.holds("Källan nämner ingen satsning.") == row.priorities.isEmpty)
            for source in model.sources { #expect(html.holds("href=\"\(source.replacingAll("&", with: "&amp;"))\"")) }
            #expect(Set(model.sources).isSuperset(of: row.sources + model.details.flatMap(\.sources)) && !model.sources.isEmpty)
            for text in model.details.map(\.text) + model.remarks { #expect(page.text.holds(text)) }
            #expect(page.text.holds("Själva texten finns inte här."))
            #expect(page.text.holds("Alla åtta kommuner måste vara överens."))
            #expect(model.history.map(\.kind) == ["advocacy.statement-made"])
            #expect(page.text.holds("Historik (1)"))
        }
    }

    @Test("one can walk from the first statement to the last and back")
    func neighbours() async throws {
        let site = try await Exhibit.sodertorn.value
        let ids = try await site.json("/yttranden.json", as: Register.self).page.statements.map(\.id).reversed() as [String]
        for (index, id) in ids.enumerated() {
            let model = try await site.json("/yttranden/\(id).json", as: One.self).page
            #expect(model.previous?.id == (index > 0 ? ids[index - 1] : nil))
            #expect(model.next?.id == (index + 1 < ids.count ? ids[index + 1] : nil))
            let html = await site.page("/yttranden/\(id)?datum=2022-12-31")
            if let next = model.next { #expect(html.holds("href=\"/yttranden/\(next.id)?datum=2022-12-31\" rel=\"next\"")) }
        }
    }

    @Test(
        "the opening sentence says when as exactly as it is known, and to whom",
        arguments: [
            (
                "2014-atgardsvalsstudie-tvarforbindelse",
                "Det här sade kommunerna med en röst den 14 januari 2014. Mottagare är Trafikverket."
            ),
            (
                "2017-nationell-plan",
                "Det här sade kommunerna med en röst i november 2017. Mottagare är Trafikverket / regeringen."
            ),
            (
                "2021-inriktningsunderlag",
                "Det här sade kommunerna med en röst år 2021. Mottagare är sannolikt Infrastrukturdepartementet."
            ),
            ("2013-regional-cykelplan", "Det här sade kommunerna med en röst den 6 maj 2013. Källan säger inte till vem."),
        ]
    )
    func oneLead(_ id: String, _ sentence: String) async throws {
        #expect(await (try Exhibit.sodertorn.value).page("/yttranden/\(id)").holds("<p class=\"lead\">\(sentence)</p>"))
    }

    @Test("a statement can be followed")
    func feed() async throws {
        let reply = await (try Exhibit.sodertorn.value).door.ask(.get, "/yttranden/2022-nationell-plan.atom")
        #expect(reply.status == .ok && reply.fields[.contentType] == "application/atom+xml; charset=utf-8")
        #expect(reply.text.holds("advocacy.statement-made") && reply.text.holds("/yttranden/2022-nationell-plan"))
    }
}
