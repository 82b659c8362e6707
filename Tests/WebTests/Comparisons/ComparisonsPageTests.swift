import FoundationEssentials
import HTTPTypes
import Import
import Statistics
import Testing

@testable import Web

@Suite("The pages of comparisons") struct ComparisonsPageTests {
    struct List: Decodable {
        struct Row: Decodable {
            var id: String
            var title: String
            var unit: String
            var latestYear: Int
            var members: Int
        }
        var members: Int
        var keyFigures: [Row]
    }

    struct Page: Decodable {
        struct Row: Decodable {
            var code: String
            var name: String
            var role: String
            var isSimilar: Bool
            var gender: String
            var values: [Double?]
        }
        var years: [Int]
        var decimals: Int
        var rows: [Row]
    }

    /// What a cell says as a number, in Swedish or in English; nil for a dash.
    private static func number(_ cell: String, isEnglish: Bool) -> Double? {
        let plain = cell.replacingAll("−", with: "-").replacingAll("\u{202F}", with: "")
        return Double(plain.replacingAll(",", with: isEnglish ? "" : "."))
    }

    /// Every value in the page's tables, by name and year; a dash is kept as missing.
    private static func values(_ html: String) -> [String: Double?] {
        let isEnglish = html.holds("<html lang=\"en\"")
        var values: [String: Double?] = [:]
        for table in ReadPage(html).tables {
            for row in table.dropFirst() {
                for (year, cell) in zip(table[0], row).dropFirst() {
                    values["\(row[0]) \(year)"] = .some(number(cell, isEnglish: isEnglish))
                }
            }
        }
        return values
    }

    private static let ids = ["N01951", "N15001", "N15008", "N15419", "N15505", "N20900"]

    @Test("the list has every key figure with unit, year and how many have a value, and agrees with its files")
    func list() async throws {
        let site = try await Exhibit.sodertorn.value
        let html = await site.page("/jamforelser")
        let page = try await site.json("/jamforelser.json", as: List.self)
        #expect(page.licence == "Källa: Kolada." && page.page.keyFigures.map(\.id) == Self.ids && page.page.members == 8)
        let table = try #require(ReadPage(html).tables.first)
        #expect(table[0] == ["Nyckeltal", "Enhet", "Senaste år", "Medlemmar med värde"])
        #expect(table.dropFirst() == page.page.keyFigures.map { [$0.title, $0.unit, "\($0.latestYear)", "\($0.members)"] }[...])
        #expect(try await site.csv("/jamforelser.csv").map { Array($0[1...4]) } == table)
        #expect(table.contains(["Invånare totalt, antal", "invånare", "2022", "8"]))
        #expect(html.holds("Här finns sex nyckeltal") && html.holds("href=\"/natverk/ekonomidirektorer\""))
        #expect(html.holds("Källa: Kolada."))
    }

    @Test("every page agrees with its CSV and its JSON, cell by cell", arguments: ids)
    func agreement(_ id: String) async throws {
        let site = try await Exhibit.sodertorn.value
        for query in ["", "?kommun=haninge", "?sprak=en"] {
            let html = await site.page("/jamforelser/\(id)\(query)")
            let page = try await site.json("/jamforelser/\(id).json\(query)", as: Page.self).page
            var shown = Self.values(html)
            let rows = try await site.csv("/jamforelser/\(id).csv\(query)").dropFirst()
            #expect(rows.count == page.rows.count * page.years.count && rows.count == shown.count)
            for row in rows {
                let value = Double(row[6])
                let removed = shown.removeValue(forKey: "\(row[2]) \(row[4])")
                let cell = try #require(removed, "\(row)")
                #expect((cell == nil) == (value == nil), "\(row)")
                if let cell, let value {
                    let half = (0..<page.decimals).reduce(0.5) { half, _ in half / 10 }
                    #expect(abs(cell - value) <= half + 1e-9, "\(row): \(cell)")
                }
                let mine = try #require(page.rows.first { $0.code == row[1] })
                let year = try #require(Int(row[4]).flatMap { page.years.firstIndex(of: $0) })
                #expect(mine.values[year] == value && row[0] == id && row[9] == "Kolada")
            }
            #expect(shown.isEmpty)
        }
    }

    @Test("every value in the chart stands in the table", arguments: ids)
    func chart(_ id: String) async throws {
        let html = await (try Exhibit.sodertorn.value).page("/jamforelser/\(id)?kommun=nykvarn")
        let cells = Set(ReadPage(html).tables.flatMap { $0.dropFirst().flatMap { $0.dropFirst() } })
        let marks = html.components(separatedBy: "<circle").dropFirst().compactMap { part -> String? in
            let parts = part.components(separatedBy: "<title>")
            return parts.count > 1 ? parts[1].components(separatedBy: "</title>")[0] : nil
        }
        #expect(marks.count > 50)
        for mark in marks { #expect(cells.contains(mark), "\(mark)") }
        #expect(html.holds("chart-wide") && html.holds("chart-narrow"))
    }

    @Test(
        "the first sentence says how the values lie, and the chart's title how they have changed",
        arguments: [
            (
                "N01951", "",
                [
                    "År 2022 var värdet högst i Huddinge (", "lägst i Nykvarn (", "I riket var det 10\u{202F}",
                    "Riket är för stort för bilden",
                ]
            ),
            (
                "N20900", "",
                [
                    "För riket saknas uppgift i källan.", "Åren 2019–2022", "Ett streck (–) betyder",
                    "räknas avvikelsen på ett nytt sätt",
                ]
            ),
            ("N15419", "?sprak=en", ["In 2022 the value was highest in ", "The dashed line is the country", "Source: Kolada."]),
            (
                "N15419", "",
                ["Riket är den streckade linjen.", "Källa: Kolada.", "egen bearbetning av data från Kolada", "Åren 2015–2022"]
            ),
        ]
    )
    func sentences(_ id: String, _ query: String, _ texts: [String]) async throws {
        let text = ReadPage(await (try Exhibit.sodertorn.value).page("/jamforelser/\(id)\(query)")).text
        for words in texts { #expect(text.holds(words), "\(words)") }
    }

    @Test("a municipality can be followed: its line, its row and those that are like it")
    func chosen() async throws {
        let site = try await Exhibit.sodertorn.value
        let plain = await site.page("/jamforelser/N15419")
        #expect(!plain.holds("class=\"chosen\"") && !plain.holds("Kommuner som liknar") && !plain.holds("chart-strong"))
        let html = await site.page("/jamforelser/N15419?kommun=haninge")
        #expect(html.components(separatedBy: "class=\"chosen\"").count == 2 && html.holds("chart-strong"))
        #expect(html.holds("Kommuner som liknar Haninge") && html.holds("Källa: RKA via Kolada."))
        #expect(html.holds("href=\"/jamforelser/N15419?kommun=haninge\" aria-current=\"page\""))
        #expect(html.holds("href=\"/jamforelser/N15419.csv?kommun=haninge\""))
        #expect(await site.page("/jamforelser/N15419?kommun=0123").holds("Kommuner som liknar Järfälla"))
        #expect(!(await site.page("/jamforelser/N20900?kommun=haninge")).holds("Kommuner som liknar"))
        let unknown = await site.page("/jamforelser/N15419?kommun=lund", status: .notFound)
        #expect(unknown.holds("”lund”"))
    }

    @Test("an address in other letters leads to the right one; one that there isn't says so")
    func addresses() async throws {
        let site = try await Exhibit.sodertorn.value
        for (asked, right) in [
            ("n15419", "N15419"), ("n15419.csv", "N15419.csv"), ("n15419?kommun=haninge", "N15419?kommun=haninge"),
            ("n15419.json?kommun=haninge&sprak=en", "N15419.json?kommun=haninge&sprak=en"),
        ] {
            let reply = await site.door.ask(.get, "/jamforelser/\(asked)")
            #expect(reply.status == .permanentRedirect && reply.fields[.location] == "/jamforelser/\(right)")
        }
        for asked in ["N99999", "x", "N15419x", "N15419.ics"] { _ = await site.page("/jamforelser/\(asked)", status: .notFound) }
    }

    @Test("leads only to pages that there are", arguments: ["", "/N15419?kommun=haninge", "/N01951?sprak=en"])
    func links(_ target: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let html = await site.page("/jamforelser\(target)")
        let links = Set(html.components(separatedBy: "href=\"/").dropFirst().map { "/" + $0.prefix { $0 != "\"" } })
        #expect(links.count > 20)
        for link in links {
            #expect(await site.door.ask(.get, link.replacingAll("&amp;", with: "&")).status == .ok, "\(link)")
        }
        let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
    }

    @Test("where nothing is known of the members the list says so, and there are no pages of key figures")
    func none() async throws {
        for site in [try await Exhibit(files: []), try await Exhibit.twelve.value] {
            let html = await site.page("/jamforelser")
            #expect(html.holds("Ingen statistik är hämtad för medlemmarna.") && ReadPage(html).tables.isEmpty)
            #expect(try await site.csv("/jamforelser.csv").count == 1)
            _ = await site.page("/jamforelser/N15419", status: .notFound)
        }
    }

    @Test("women and men have tables of their own, and what is missing is a dash with words")
    func genders() async throws {
        let id = try #require(KeyFigure.ID("N15419"))
        let values: [(Gender, String, Int, Double?)] = [
            (.total, "0136", 2019, 70), (.women, "0136", 2019, 72.25), (.men, "0136", 2019, nil), (.total, "0136", 2020, 0),
        ]
        let statistics = StatisticsTable(
            keyFigures: [
                KeyFigure(id: id, title: "Betyg", unit: "procent", decimals: 1, subject: "grundskola", explanation: "Andel.")
            ],
            names: [:],
            peerGroups: [],
            values: values.map { Observation(id, in: $0.1, $0.0, year: $0.2, value: $0.3, source: "Prov") }
        )
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"), statistics: statistics)
        let html = await site.page("/jamforelser/N15419")
        let tables = ReadPage(html).tables
        let haninge = tables.map { $0.first { $0[0] == "Haninge" } }
        #expect(haninge == [["Haninge", "70,0", "0,0"], ["Haninge", "72,3", "–"], ["Haninge", "–", "–"]])
        #expect(tables[0].first { $0[0] == "Salem" } == ["Salem", "–", "–"])
        #expect(html.holds("Ett streck (–) betyder att uppgift saknas i källan.") && html.holds("Källa: Prov."))
        #expect(html.holds("– kvinnor") && html.holds("– män") && html.holds("En av åtta medlemmar har ett värde"))
        #expect(html.holds("År 2020 har bara en medlem ett värde: Haninge (0,0)."))
        let rows = try await site.csv("/jamforelser/N15419.csv")
        #expect(rows.contains { $0[2] == "Haninge" && $0[4] == "2019" && $0[5] == "Kvinnor" && $0[6] == "72.25" })
        #expect(rows.contains { $0[2] == "Haninge" && $0[4] == "2019" && $0[5] == "Män" && $0[6].isEmpty })
    }

    @Test(
        "values in words",
        arguments: [
            (104_973.97, 0, "104\u{202F}974"), (-0.9076, 1, "−0,9"), (-0.04, 1, "0,0"), (0.05, 1, "0,1"), (75, 1, "75,0"),
            (-18.2549, 2, "−18,25"), (999.95, 1, "1\u{202F}000,0"), (1.005, 3, "1,005"), (0, 0, "0"),
        ]
    )
    func figures(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(Words.swedish.figure(value, decimals: decimals) == text)
    }
}

@Suite(
    "Every figure of the shared data stands on a page and in its file",
    .enabled(if: SharedData.isHere, "../shared/data finns inte här, så jämförelsetalen jämförs inte med den")
)
struct SharedStatisticsTests {
    @Test("row by row")
    func rows() async throws {
        let site = try await Exhibit.sodertorn.value
        let table = try CSVTable(
            SourceFile(
                name: "statistics_example.csv",
                bytes: Array(try Data(contentsOf: URL(filePath: SharedData.folder + "/statistics_example.csv")))
            )
        )
        #expect(table.columns == ["kpi", "municipality", "period", "gender", "value", "source"] && table.rows.count == 1525)
        for (id, rows) in Dictionary(grouping: table.rows, by: { $0.fields[0] }) {
            let html = await site.page("/jamforelser/\(id)")
            let filed = try await site.csv("/jamforelser/\(id).csv")
            let known = Dictionary(filed.map { ("\($0[1]) \($0[4]) \($0[5])", $0) }) { first, _ in first }
            let shown = Dictionary(
                ReadPage(html).tables.flatMap { table in
                    table.dropFirst().flatMap { row in zip(table[0], row).map { ("\(row[0]) \($0)", $1) } }
                }
            ) { first, _ in first }
            for row in rows {
                let place = "\(row.fields[1]) \(row.fields[2]) \(["T": "Alla", "K": "Kvinnor", "M": "Män"][row.fields[3]] ?? "")"
                let found = try #require(known[place], "\(row.fields)")
                let value = try #require(Double(row.fields[4]))
                #expect(Double(found[6]) == value && "Källa: \(found[9])" == row.fields[5], "\(row.fields)")
                let cell = try #require(shown["\(found[2]) \(row.fields[2])"], "\(row.fields)")
                let decimals = cell.components(separatedBy: ",").dropFirst().first?.utf8.count ?? 0
                #expect(cell == Words.swedish.figure(value, decimals: decimals), "\(row.fields)")
                #expect(html.holds(row.fields[5]))
            }
        }
    }

    @Test("group by group")
    func peers() async throws {
        struct Peers: Decodable {
            var area: String
            var title: String
            var source: String
            var peers: [String: [String]]
        }
        let site = try await Exhibit.sodertorn.value
        let data = try Data(contentsOf: URL(filePath: SharedData.folder + "/statistics_example_peers.json"))
        let given = try JSONDecoder().decode(Peers.self, from: data)
        #expect(given.peers.count == 9)
        for (code, similar) in given.peers {
            let html = await site.page("/jamforelser/N15419?kommun=\(code)")
            #expect(html.holds(given.title) && html.holds(given.source))
            let filed = try await site.csv("/jamforelser/N15419.csv?kommun=\(code)").dropFirst()
            let marked = filed.filter { $0[8] == "\(given.title) (\(given.source))" }
            #expect(Set(marked.map { $0[1] }) == Set(similar), "\(code)")
            let table = try #require(ReadPage(html).tables.dropFirst().first).dropFirst().map { $0[0] }
            #expect(Set(table) == Set(marked.map { $0[2] }), "\(code)")
        }
    }
}

@Suite("Numbers below zero in a file") struct NegativeNumberTests {
    @Test(
        "a number is left as it is, and what a spreadsheet would reckon with is not",
        arguments: [
            ("-0.9076", "-0.9076"), ("-5", "-5"), ("-", "'-"), ("-.5", "'-.5"), ("-1.", "'-1."), ("-1.2.3", "'-1.2.3"),
            ("-1+1", "'-1+1"), ("-1e5", "'-1e5"), ("+5", "'+5"), ("=1", "'=1"), ("--1", "'--1"), ("-a", "'-a"),
        ]
    )
    func cells(_ cell: String, _ written: String) throws {
        #expect(try SpreadsheetFile(Table(columns: ["x"], rows: [[cell]]).csv).rows == [["x"], [written]])
    }
}
