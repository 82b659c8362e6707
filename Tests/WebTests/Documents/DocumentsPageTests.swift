import Cooperation
import HTTPTypes
import Import
import Registry
import Testing

@testable import Web

@Suite("The documents' pages") struct DocumentsPageTests {
    struct Reference: Decodable, Equatable {
        var id: String
        var title: String
    }

    /// The register as its JSON has it.
    struct Register: Decodable {
        struct Kind: Decodable, Equatable {
            var name: String
            var count: Int
        }
        struct Row: Decodable {
            struct Validity: Decodable {
                var from: String?
                var to: String?
                var isUntilFurtherNotice: Bool?
                var isInferred: Bool?
            }
            var id: String
            var title: String
            var kind: String
            var decidedBy: String?
            var decided: String
            var decidedInWords: String?
            var validity: Validity?
            var about: String?
            var standing: String
            var replacedBy: Reference?
            var sources: [String]
        }
        var kinds: [Kind]
        var count: Int
        var kind: String?
        var documents: [Row]
    }

    struct Page: Decodable {
        var id: String
        var standing: String
        var replacedBy: Reference?
        var replaces: Reference?
        var latestOfKind: Reference?
        var edition: Reference?
        var plan: Reference?
        var followsUp: [Reference]
    }

    private static func words(_ query: String) -> Words { query.holds("sprak=en") ? .english : .swedish }

    @Test(
        "page, JSON and CSV of the register say the same, cell by cell",
        arguments: [
            "", "slag=avtal", "slag=verksamhetsplan", "slag=%C3%A5rsredovisning", "datum=2019-12-31", "datum=2022-06-30",
            "datum=2000-01-01", "sprak=en", "slag=verksamhetsplan&sprak=en", "slag=finns-inte",
        ]
    )
    func list(_ query: String) async throws {
        let words = Self.words(query)
        let site = try await Exhibit.sodertorn.value
        let file = try await site.json("/dokument.json?\(query)", as: Register.self).page
        let csv = try await site.csv("/dokument.csv?\(query)")
        let page = ReadPage(await site.page("/dokument?\(query)"))
        #expect(csv.dropFirst().map { $0[0] } == file.documents.map(\.id))
        #expect(csv.allSatisfy { $0.count == csv[0].count })
        #expect(file.kinds.reduce(0) { $0 + $1.count } == file.count)
        #expect(file.documents.allSatisfy { file.kind == nil || $0.kind == file.kind })
        if file.kind == nil { #expect(file.documents.count == file.count) }

        let table = page.tables.first ?? []
        #expect(Array(table.dropFirst()).count == file.documents.count)
        if let headings = table.first {
            #expect(headings.allSatisfy { csv[0].contains($0) })
            #expect(!headings.contains(""))
        }
        for ((cells, shown), row) in zip(zip(csv.dropFirst(), table.dropFirst()), file.documents) {
            let period = { (text: String?) in try text.map { words.period(try #require(Period($0))) } }
            let validity = row.validity
            let (from, to) = (try period(validity?.from), try period(validity?.to))
            // JSON against CSV.
            let decidedBy = row.decidedBy?.withCapital ?? ""
            #expect(cells[1...3] == [row.title, row.kind.withCapital, decidedBy])
            #expect(cells[4...5] == [row.decidedInWords ?? row.decided, row.decided])
            #expect(cells[7] == validity.map { $0.isInferred == true ? words.documents.yes : words.documents.no } ?? "")
            #expect(cells[9] == row.replacedBy?.title ?? "")
            #expect(cells[10] == row.sources.joined(separator: " ") && !row.sources.isEmpty)
            if let about = row.about { #expect(cells[6] == about) }
            if let from = validity?.from { #expect(cells[6].hasPrefix(from)) }
            if let to = validity?.to { #expect(cells[6].hasSuffix(to)) }
            if validity == nil, row.about == nil { #expect(cells[6].isEmpty) }
            // The page against both.
            #expect(shown[0] == row.title && shown[3] == cells[2])
            #expect(shown[4] == (cells[3].isEmpty ? words.frame.unknown : cells[3]))
            let decided = try period(row.decided)
            #expect(shown[5] == row.decidedInWords ?? decided)
            if cells[6].isEmpty { #expect(shown[2] == words.frame.unknown) }
            if let about = try period(row.about) { #expect(shown[2] == about) }
            if let from { #expect(shown[2].lowercased().holds(from.lowercased())) }
            if let to { #expect(shown[2].lowercased().holds(to.lowercased())) }
            if validity?.isUntilFurtherNotice == true {
                #expect(shown[2].lowercased().hasPrefix(cells[6].lowercased()))
            }
            #expect(shown[2].hasSuffix("(\(words.documents.inferred))") == (validity?.isInferred == true))
            #expect(shown[1].holds(cells[8]) && !cells[8].isEmpty)
            if let next = row.replacedBy { #expect(shown[1].hasSuffix("\(words.documents.replacedBy) \(next.title)")) }
        }
    }

    @Test("the newest stands first")
    func order() async throws {
        let rows = try await Exhibit.sodertorn.value.json("/dokument.json", as: Register.self).page.documents
        let days = try rows.map { try #require(Period($0.decided)).last }
        #expect(days == days.sorted(by: >) && days.count == 13)
    }

    @Test(
        "the register opens with how many documents there are, and how they stand",
        arguments: [
            (
                "/dokument",
                "Här finns 13 dokument. Två gäller, två är ersatta, för fyra har tiden gått ut, två är redovisningar och för tre "
                    + "framgår inte om de gäller."
            ),
            ("/dokument?datum=2012-01-01", "Här finns ett dokument. Ett gäller."),
            ("/dokument?datum=2012-01-01&sprak=en", "There is one document here. One applies."),
            ("/dokument?datum=2000-01-01", "Den dagen fanns inga dokument enligt källorna."),
            ("/dokument?slag=avtal", "Ett dokument är av slaget avtal. Ett gäller."),
            ("/dokument?slag=verksamhetsplan", "Fyra dokument är av slaget verksamhetsplan. För fyra har tiden gått ut."),
            ("/dokument?slag=VERKSAMHETSPLAN", "Fyra dokument är av slaget verksamhetsplan."),
        ]
    )
    func lead(_ target: String, _ sentence: String) async throws {
        let page = ReadPage(await (try Exhibit.sodertorn.value).page(target))
        #expect(page.text.holds(sentence), "\(target): \(page.texts(of: "p").prefix(4))")
    }

    @Test("a kind can be chosen by its link, which keeps day and language; one that there isn't is told kindly")
    func kinds() async throws {
        let site = try await Exhibit.sodertorn.value
        for query in ["", "datum=2022-06-30", "sprak=en"] {
            let register = try await site.json("/dokument.json?\(query)", as: Register.self).page
            let html = await site.page("/dokument?\(query)")
            #expect(html.components(separatedBy: "href=\"/dokument?slag=").count - 1 == register.kinds.count)
            for kind in register.kinds {
                var address = "slag="
                for byte in kind.name.utf8 {
                    let isPlain = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    address += isPlain ? String(decoding: [byte], as: UTF8.self) : "%" + String(byte, radix: 16, uppercase: true)
                }
                let link = "/dokument?" + address + (query.isEmpty ? "" : "&amp;" + query)
                #expect(html.holds("href=\"\(link)\""), "\(link)")
                let chosen = await site.page(link.replacingAll("&amp;", with: "&"))
                let page = ReadPage(chosen)
                #expect(page.tables.first?.dropFirst().count == kind.count)
                #expect(page.texts(of: "h1") == ["\(Self.words(query).documents.title): \(kind.name)"])
                #expect(chosen.holds("href=\"/dokument.csv?\(address)") && chosen.holds("href=\"/dokument.json?\(address)"))
            }
        }
        let page = ReadPage(await site.page("/dokument?slag=finns-inte%3Cb%3E"))
        #expect(page.text.holds("Det finns inga dokument av det slag som du valde. Här är alla."))
        #expect(page.tables.first?.dropFirst().count == 13)
        #expect(!page.text.holds("finns-inte"))
    }

    @Test(
        "the drawing has its finding as its title",
        arguments: [
            ("/dokument", "Längst har Samarbetskommitténs samarbetsavtal gällt: sedan 18 augusti 2010"),
            ("/dokument?sprak=en", "Samarbetskommitténs samarbetsavtal has applied longest: since 18 August 2010"),
            ("/dokument?slag=utvecklingsprogram", "Längst har Södertörns utvecklingsprogram (2023–) gällt: sedan 2023"),
            ("/dokument?slag=verksamhetsplan", "Inget av dokumenten gäller enligt källorna"),
        ]
    )
    func finding(_ target: String, _ finding: String) async throws {
        let html = await (try Exhibit.sodertorn.value).page(target)
        #expect(ReadPage(html).texts(of: "h2").contains(finding), "\(ReadPage(html).texts(of: "h2"))")
        #expect(html.components(separatedBy: "<svg").count - 1 >= 3, "the sign, and the drawing in two shapes")
    }

    @Test("one document alone has no drawing")
    func noDrawing() async throws {
        let html = await (try Exhibit.sodertorn.value).page("/dokument?slag=avtal")
        #expect(html.components(separatedBy: "<svg").count - 1 == 1)
    }

    @Test(
        "a document opens with when it was decided and whether it applies",
        arguments: [
            (
                "direktiv-natverk", "Uppgift saknas",
                "Direktiv för medverkan i nätverk beslutades den 26 april 2019. Hur länge det gäller framgår inte av källan."
            ),
            (
                "samarbetsavtal", "Gäller",
                "Samarbetskommitténs samarbetsavtal beslutades den 18 augusti 2010. Dokumentet gäller tills vidare. Hur länge är "
                    + "härlett, för ingen källa säger det."
            ),
            (
                "utvecklingsprogram-2023", "Gäller",
                "Södertörns utvecklingsprogram (2023–) beslutades före den 16 maj 2023. Dokumentet gäller till och med 2026."
            ),
            (
                "utvecklingsprogram-2019", "Ersatt",
                "Södertörns utvecklingsprogram 2035 beslutades senast den 11 oktober 2019. Dokumentet är ersatt av Södertörns "
                    + "utvecklingsprogram (2023–)."
            ),
            (
                "verksamhetsplan-2017", "Tiden har gått ut",
                "Verksamhetsplan och budget 2017 beslutades 2017. Dokumentet gällde till och med 2017."
            ),
            (
                "arsredovisning-2020", "Redovisning för 2020",
                "Årsredovisning och bokslut 2020 beslutades i januari 2021. Dokumentet redovisar 2020."
            ),
            ("utvecklingsprogram-2019?datum=2020-01-01", "Gäller", "Dokumentet gäller till och med 2022."),
            ("utvecklingsprogram-2019?datum=2023-03-01", "Tiden har gått ut", "Dokumentet gällde till och med 2022."),
            (
                "direktiv-natverk?sprak=en", "Not stated",
                "was decided on 26 April 2019. The source does not say how long it applies."
            ),
        ]
    )
    func opening(_ target: String, _ label: String, _ sentence: String) async throws {
        let html = await (try Exhibit.sodertorn.value).page("/dokument/\(target)")
        let page = ReadPage(html)
        #expect(page.texts(of: "p").contains { $0.holds(sentence) }, "\(page.texts(of: "p").prefix(3))")
        #expect(page.texts(of: "p").contains { $0.utf8.count < 30 && $0.hasSuffix(" \(label)") })
    }

    @Test(
        "an old document says at the top what to read instead",
        arguments: [
            ("utvecklingsprogram-2013", "utvecklingsprogram-2019", "Det här dokumentet gäller inte längre. Läs i stället"),
            ("utvecklingsprogram-2019", "utvecklingsprogram-2023", "Det här dokumentet gäller inte längre. Läs i stället"),
            ("verksamhetsplan-2014", "verksamhetsplan-2022", "Det senaste av samma slag är Verksamhetsplan och budget 2022."),
            ("verksamhetsplan-2022", nil, "Källorna nämner inget som har ersatt det."),
        ]
    )
    func instead(_ name: String, _ other: String?, _ text: String) async throws {
        let html = await (try Exhibit.sodertorn.value).page("/dokument/\(name)")
        let opening =
            html.components(separatedBy: "<header class=\"opening\">").last?.components(separatedBy: "</header>").first ?? ""
        #expect(ReadPage(opening).text.holds(text) || ReadPage(opening).texts(of: "p").contains { $0.holds(text) })
        if let other { #expect(opening.holds("href=\"/dokument/\(other)\"")) } else { #expect(!opening.holds("href=")) }
    }

    @Test("the facts lead to the edition, to the plan and to the plan that a report follows up, and back")
    func facts() async throws {
        let site = try await Exhibit.sodertorn.value
        let programme = try await site.json("/dokument/utvecklingsprogram-2019.json", as: Page.self).page
        #expect(programme.edition?.id == "2019" && programme.replaces?.id == "utvecklingsprogram-2013")
        let plan = try await site.json("/dokument/verksamhetsplan-2021.json", as: Page.self).page
        #expect(plan.plan?.id == "2021" && plan.latestOfKind?.id == "verksamhetsplan-2022")
        let report = try await site.json("/dokument/arsredovisning-2021.json", as: Page.self).page
        #expect(report.followsUp.map(\.id) == ["2021"] && report.standing == "report")
        for (name, links) in [
            (
                "utvecklingsprogram-2019",
                ["/program/2019", "/dokument/utvecklingsprogram-2013", "/dokument?slag=utvecklingsprogram"]
            ),
            ("verksamhetsplan-2021", ["/plan/2021", "/dokument/verksamhetsplan-2022"]), ("arsredovisning-2021", ["/plan/2021"]),
        ] {
            let html = await site.page("/dokument/\(name)")
            for link in links { #expect(html.holds("href=\"\(link)\""), "\(name) has no link to \(link)") }
        }
        #expect(await site.page("/program/2019").holds("href=\"/dokument/utvecklingsprogram-2019\""))
        #expect(await site.page("/plan/2021").holds("href=\"/dokument/verksamhetsplan-2021\""))
        // A document that is the only one of its kind has no list to lead to.
        #expect(!(await site.page("/dokument/samarbetsavtal")).holds("?slag="))
    }

    @Test("what no source says is said to be unknown, and the text itself is said not to be here")
    func missing() async throws {
        let site = try await Exhibit.sodertorn.value
        let page = ReadPage(await site.page("/dokument/kommunikationsplattform"))
        #expect(page.texts(of: "dd").filter { $0 == "uppgift saknas i källan" }.count == 2)
        #expect(page.text.holds("Själva dokumentet finns inte här."))
        #expect(page.text.holds("Vem som beslutade om plattformen, och hur länge den gäller."))
        #expect(page.text.holds("Källor (1)"))
        let plan = ReadPage(await site.page("/dokument/verksamhetsplan-2022"))
        #expect(plan.text.holds("Planen är ordnad efter utvecklingsprogrammets målområden."))
    }

    @Test("a document can be followed, and tells its history")
    func feed() async throws {
        let site = try await Exhibit.sodertorn.value
        let reply = await site.door.ask(.get, "/dokument/samarbetsavtal.atom")
        #expect(reply.status == .ok && reply.fields[.contentType]?.hasPrefix("application/atom+xml") == true)
        #expect(reply.text.holds("<entry>") && reply.text.holds("documents.recorded"))
        #expect(await site.page("/dokument/samarbetsavtal").holds("class=\"history\""))
        #expect(await site.door.ask(.get, "/dokument.atom").status == .notFound)
    }

    @Test(
        "a document that there isn't, or wasn't then, is told",
        arguments: [
            ("/dokument/finns-inte", "Sidan finns inte"), ("/dokument/Samarbetsavtal", "Sidan finns inte"),
            ("/dokument/samarbetsavtal?datum=2010-08-17", "Den 17 augusti 2010 fanns inte det som sidan handlar om."),
            ("/dokument/samarbetsavtal.csv", "Sidan finns inte"),
        ]
    )
    func notFound(_ target: String, _ text: String) async throws {
        let reply = await (try Exhibit.sodertorn.value).door.ask(.get, target)
        #expect(reply.status == .notFound && reply.text.holds(text))
    }

    @Test(
        "a withdrawn document is nowhere, and nothing leads to it",
        arguments: ["utvecklingsprogram-2023", "arsredovisning-2021"]
    )
    func withdrawn(_ name: String) async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let request = ChangeVisibility(
            .document(try #require(Document.ID(name))),
            isShown: false,
            reason: "Ett hemligt skäl."
        )
        _ = try await site.registrar.perform(request, happened: .day(site.now.swedishDay), as: .importer)
        for query in ["", "?datum=2023-06-01", "?datum=2026-11-22&kant=2026-11-23", "?sprak=en"] {
            _ = await site.page("/dokument/\(name)\(query)", status: .notFound)
            for page in [
                "/dokument", "/dokument.json", "/dokument.csv", "/dokument/utvecklingsprogram-2019",
                "/dokument/utvecklingsprogram-2019.json", "/dokument/utvecklingsprogram-2019.atom", "/plan", "/plan.json",
                "/plan.csv",
                "/plan/2021", "/plan/2021.json", "/program/2023", "/program/2023.json",
            ] {
                let text = await site.door.ask(.get, page + query).text
                #expect(!text.holds("dokument/\(name)") && !text.holds("\"\(name)\""), "\(page)\(query)")
            }
        }
    }

    @Test("what a withdrawn document replaced is said to be replaced, and by what is not said")
    func hiddenSuccessor() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let next = try #require(Document.ID("utvecklingsprogram-2023"))
        let request = ChangeVisibility(.document(next), isShown: false, reason: "Ett hemligt skäl.")
        _ = try await site.registrar.perform(request, happened: .day(site.now.swedishDay), as: .importer)
        let page = ReadPage(await site.page("/dokument/utvecklingsprogram-2019"))
        #expect(page.text.holds("Dokumentet är ersatt.") && page.text.holds("Det här dokumentet gäller inte längre."))
        let row = try await site.json("/dokument.json", as: Register.self).page.documents.first {
            $0.id == "utvecklingsprogram-2019"
        }
        #expect(row?.standing == "replaced" && row?.replacedBy == nil)
    }

    @Test("a document that is decided but doesn't apply yet says from when, and the one before applies until then")
    func upcoming() async throws {
        let text = """
            dokument: gamla
              titel: Gamla avtalet
              slag: avtal
              beslutat: 2020-01-01
              gäller: 2020 till 2026

            dokument: nya
              titel: Nya avtalet
              slag: avtal
              beslutat: 2026-11-01
              gäller: 2027
              ersätter: gamla
            """
        let files = try Place.foundationsOfTwelve()
        let site = try await Exhibit(files: files + [SourceFile(name: "avtal.txt", bytes: Array(text.utf8))])
        let list = ReadPage(await site.page("/dokument"))
        #expect(list.text.holds("Här finns två dokument. Ett gäller och ett har inte börjat gälla."))
        #expect(list.texts(of: "h2").contains("Längst har Gamla avtalet gällt: sedan 2020"))
        let page = ReadPage(await site.page("/dokument/nya"))
        #expect(page.text.holds("Nya avtalet beslutades den 1 november 2026. Dokumentet börjar gälla 2027."))
        #expect(page.text.holds("○ Gäller inte än"))
        #expect(await site.page("/dokument/gamla").holds("✓ Gäller"))
    }

    @Test("a cooperation without documents says so", arguments: ["", "?sprak=en", "?datum=2020-01-01", "?slag=avtal"])
    func empty(_ query: String) async throws {
        let page = ReadPage(await (try Exhibit.foundationsOfTwelve.value).page("/dokument\(query)"))
        #expect(
            page.tables.isEmpty && page.texts(of: "p").contains { $0.holds(query.holds("=en") ? "No documents" : "nga dokument") }
        )
    }
}
