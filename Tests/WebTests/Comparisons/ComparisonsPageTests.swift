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

    /// Every value in the page's tables of those names, by name and year; what is missing is kept as missing.
    private static func values(_ html: String, of names: Set<String>) -> [String: Double?] {
        let isEnglish = html.holds("<html lang=\"en\"")
        var values: [String: Double?] = [:]
        for table in ReadPage(html).tables {
            for row in table.dropFirst() where names.contains(row[0]) {
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
        for query in ["", "?kommun=haninge&jamfor=liknande", "?jamfor=alla&sprak=en", "?jamfor=lan&kommun=salem"] {
            let html = await site.page("/jamforelser/\(id)\(query)")
            let page = try await site.json("/jamforelser/\(id).json\(query)", as: Page.self).page
            var shown = Self.values(html, of: Set(page.rows.map(\.name)))
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

    @Test(
        "the table equals the drawing, cell by cell, on the page and in the file",
        arguments: ids,
        ["linje", "punkter", "rang", "karta"]
    )
    func drawing(_ id: String, _ picture: String) async throws {
        let site = try await Exhibit.sodertorn.value
        for query in ["kommun=nykvarn&jamfor=liknande", "jamfor=alla", "ar=2021&sprak=en", "jamfor=egna:0182,0160"] {
            let html = await site.page("/jamforelser/\(id)?bild=\(picture)&\(query)")
            let cells = DrawnCells.table(html)
            let svg = await site.door.ask(.get, "/jamforelser/\(id).svg?bild=\(picture)&\(query)")
            #expect(svg.status == .ok && svg.fields[.contentType] == "image/svg+xml; charset=utf-8")
            let wide = DrawnCells.marks(html, in: "chart-wide")
            let file = DrawnCells.marks(svg.text, in: "chart-wide")
            #expect(wide == file && !wide.isEmpty, "\(query)")
            for mark in wide + DrawnCells.marks(html, in: "chart-narrow") {
                let cell = try #require(cells[mark.row + " " + mark.column], "\(mark) \(query)")
                #expect(mark.text.hasSuffix(cell) && Self.number(cell, isEnglish: query.holds("sprak=en")) != nil, "\(mark)")
            }
            // And every member's value is drawn.
            let drawn = Set(wide.map { $0.row + " " + $0.column })
            for code in ["0126", "0127", "0128", "0136", "0138", "0140", "0181", "0192"] {
                for (key, cell) in cells where key.hasPrefix(code + " ") && !key.hasSuffix(" plats") {
                    let isValue = Self.number(cell, isEnglish: query.holds("sprak=en")) != nil
                    #expect(drawn.contains(key) == isValue, "\(key) \(query)")
                }
            }
        }
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
        let html = await site.page("/jamforelser/N15419?kommun=haninge&jamfor=liknande")
        #expect(html.components(separatedBy: "class=\"chosen\"").count == 2 && html.holds("chart-strong"))
        #expect(html.holds("Kommuner som liknar Haninge") && html.holds("Källa: RKA via Kolada."))
        #expect(html.holds("href=\"/jamforelser/N15419?kommun=haninge&amp;jamfor=liknande\" aria-current=\"page\""))
        #expect(html.holds("href=\"/jamforelser/N15419.csv?kommun=haninge&amp;jamfor=liknande\""))
        #expect(html.holds("Egen bearbetning av data från Kolada.") && html.holds("Median, liknande kommuner"))
        let other = await site.page("/jamforelser/N15419?kommun=0123&jamfor=liknande")
        #expect(other.holds("Kommuner som liknar Järfälla") && other.components(separatedBy: "class=\"chosen\"").count == 2)
        #expect(await site.page("/jamforelser/N20900?kommun=haninge&jamfor=liknande").holds("För Haninge finns ingen grupp"))
        #expect(await site.page("/jamforelser/N15419?jamfor=liknande").holds("Välj en kommun att följa för att se dem"))
        let unknown = await site.page("/jamforelser/N15419?kommun=lund", status: .notFound)
        #expect(unknown.holds("”lund”"))
    }

    @Test("an address in other letters leads to the right one; one that there isn't says so")
    func addresses() async throws {
        let site = try await Exhibit.sodertorn.value
        for (asked, right) in [
            ("n15419", "N15419"), ("n15419.csv", "N15419.csv"), ("n15419?kommun=haninge", "N15419?kommun=haninge"),
            ("n15419.svg?kommun=0136&bild=rang&skrap=1", "N15419.svg?kommun=haninge&bild=rang"),
            ("n15419.json?kommun=haninge&sprak=en", "N15419.json?kommun=haninge&sprak=en"),
        ] {
            let reply = await site.door.ask(.get, "/jamforelser/\(asked)")
            #expect(reply.status == .permanentRedirect && reply.fields[.location] == "/jamforelser/\(right)")
        }
        for asked in ["N99999", "x", "N15419x", "N15419.ics"] { _ = await site.page("/jamforelser/\(asked)", status: .notFound) }
    }

    @Test("leads only to pages that there are", arguments: ["", "/N15419?kommun=haninge&jamfor=liknande", "/N01951?sprak=en"])
    func links(_ target: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let html = await site.page("/jamforelser\(target)")
        let links = Set(html.components(separatedBy: "href=\"/").dropFirst().map { "/" + $0.prefix { $0 != "\"" } })
        #expect(links.count > 20)
        for link in links {
            let status = await site.door.ask(.get, link.replacingAll("&amp;", with: "&")).status
            #expect(status == .ok, "\(link)")
        }
        let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
    }

    @Test(
        "what can't be chosen is told, with what can",
        arguments: [
            ("jamfor=granne", 400, "liknande, lan"), ("bild=paj", 400, "linje, punkter"),
            ("kon=annat", 400, "alla, kvinnor, man"),
            ("ar=i fjol", 400, "Skriv fyra siffror"), ("jamfor=egna", 400, "Ingen kommun är vald"),
            ("jamfor=egna:0182,9999", 404, "”9999”"), ("egna=Nacka, Narnia", 404, "”Narnia”"),
        ]
    )
    func faults(_ query: String, _ status: Int, _ words: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let asked = query.replacingAll(" ", with: "%20")
        let html = await site.page("/jamforelser/N15419?\(asked)", status: .init(code: status))
        #expect(html.holds(words), "\(query)")
    }

    @Test("municipalities can be chosen by name, and the address has their codes")
    func own() async throws {
        let site = try await Exhibit.sodertorn.value
        let html = await site.page("/jamforelser/N15419?jamfor=egna&egna=nacka,%20T%C3%A4by;Haninge&bild=punkter&ar=2020")
        #expect(html.holds("jamfor=egna%3A0182%2C0160%2C0136") || html.holds("jamfor=egna:0182,0160,0136"))
        let tables = ReadPage(html).tables
        #expect(tables.count == 2 && tables[1].map { $0[0] } == ["Kommun eller riket", "Täby", "Nacka"])
        #expect(tables[0].contains { $0[0] == "Median, kommuner som jag väljer" })
        #expect(tables[0][0] == ["Kommun eller riket", "2020"])
    }

    @Test("nobody is ranked where it would mislead, and the page says why")
    func ranking() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let members = ["0126", "0127", "0128", "0136", "0138", "0140", "0181", "0192"]
        // The deviation of a value is about 0.6, so a difference of 1.7 is needed; the members are 1 apart.
        func values(_ codes: [String], years: Int = 8) -> [String: [Double]] {
            Dictionary(
                uniqueKeysWithValues: codes.enumerated().map { place, code in
                    (code, (0..<years).map { 50 + Double(place) + ($0.isMultiple(of: 2) ? 0.5 : -0.5) })
                }
            )
        }
        func show(_ number: Int64, _ values: [String: [Double]], preliminaryFrom: Int? = nil) throws {
            site.statistics.show(try Self.vintage(number, values, preliminaryFrom: preliminaryFrom))
        }
        try show(1, values(members))
        let html = await site.page("/jamforelser/N00001?bild=rang&ar=2022")
        let table = try #require(ReadPage(html).tables.first)
        #expect(table[0] == ["Kommun eller riket", "2022", "Plats, från högst"])
        #expect(table[1] == ["Nynäshamn", "56,5", "1–2"] && table[2] == ["Södertälje", "55,5", "1–3"])
        #expect(table[8][2] == "7–8" && html.holds("Egen bearbetning av data från Kolada."))
        // Nobody is told apart from the neighbours, and those near the median have hollow bars.
        #expect(html.holds("går ingen av åtta kommuner att skilja säkert") && html.holds("chart-bar-hollow"))
        try show(2, values(Array(members.prefix(4))))
        let few = await site.page("/jamforelser/N00001?bild=rang")
        #expect(few.holds("bara fyra kommuner ett värde") && !few.holds("Plats, från högst") && !few.holds("class=\"chart-bar\""))
        try show(3, values(members, years: 2))
        let short = await site.page("/jamforelser/N00001?bild=rang")
        #expect(short.holds("åren är för få") && !short.holds("Plats, från högst"))
        try show(4, values(members), preliminaryFrom: 2022)
        let early = await site.page("/jamforelser/N00001?bild=rang&ar=2022")
        #expect(
            early.holds("2022 är preliminära och rangordnas inte") && early.holds("2022 (prel.)") && !early.holds("Plats, från")
        )
        let lines = await site.page("/jamforelser/N00001")
        #expect(lines.holds("chart-hollow") && lines.holds("Värden från och med 2022 är preliminära (prel.)"))
        let rows = try await site.csv("/jamforelser/N00001.csv")
        #expect(rows.filter { $0[10] == "preliminärt" }.allSatisfy { $0[4] == "2022" })
        #expect(rows.count { $0[10] == "preliminärt" } == 8)
        // A later year than the last that somebody has a value for is shown as the last; an earlier one never stands in for it.
        #expect(await site.page("/jamforelser/N00001?bild=punkter&ar=2050").holds("2022"))
    }

    @Test("each kind of missing value is shown as what it is")
    func absences() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        site.statistics.show(
            try Self.vintage(
                1,
                ["0126": [1, 2, 3], "0127": [.nan, .nan, .nan], "0000": [4, 5, 6]],
                absences: ["0127": [.missing, .notApplicable, .privacy]]
            )
        )
        let html = await site.page("/jamforelser/N00001")
        let table = try #require(ReadPage(html).tables.first)
        #expect(table.first { $0[0] == "Botkyrka" } == ["Botkyrka", "–", ".", ".."])
        for words in ["Ett streck (–)", "En punkt (.)", "Två punkter (..)"] { #expect(html.holds(words)) }
        let dots = await site.page("/jamforelser/N00001?bild=punkter")
        #expect(dots.holds(".. sekretess") && !dots.holds("En punkt (.)"))
        let rows = try await site.csv("/jamforelser/N00001.csv")
        #expect(rows.filter { $0[1] == "0127" }.map { $0[10] } == ["uppgift saknas", "ej tillämpligt", "sekretess"])
    }

    @Test("the key figures are found by words, field and perspective, and are shown fifty at a time")
    func search() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        #expect(ReadPage(await site.page("/jamforelser?sok=meritv%C3%A4rde")).tables.first?.count == 2)
        #expect(await site.page("/jamforelser?sok=qwxzq").holds("Inget nyckeltal svarar mot"))
        let table = try #require(ReadPage(await site.page("/jamforelser?omrade=grundskola")).tables.first)
        #expect(table.count == 5)
        site.statistics.show(try Self.vintage(1, ["0126": [1, 2]], count: 120))
        #expect(await site.page("/jamforelser").holds("Här finns 120 nyckeltal"))
        #expect(ReadPage(await site.page("/jamforelser")).tables.first?.count == 51)
        let last = await site.page("/jamforelser?sida=3&perspektiv=Resurser")
        #expect(last.holds("Föregående sida") && !last.holds("Nästa sida"))
        #expect(ReadPage(last).tables.first?.count == 21)
        #expect(try await site.csv("/jamforelser.csv").count == 121)
        #expect(await site.page("/jamforelser?sida=99").holds("Sida 3 av 3"))
        _ = await site.page("/jamforelser?sida=x", status: .badRequest)
        // An older vintage never takes the place of a newer.
        site.statistics.show(try Self.vintage(0, ["0126": [1, 2]]))
        #expect(await site.page("/jamforelser").holds("Här finns 120 nyckeltal"))
    }

    @Test("the files of a choice: a workbook, a drawing, and no picture where typst isn't")
    func files() async throws {
        let site = try await Exhibit.sodertorn.value
        let book = await site.door.ask(.get, "/jamforelser/N15419.xlsx?kommun=haninge&jamfor=liknande&bild=rang")
        #expect(book.status == .ok && Array(book.body).starts(with: "PK".utf8))
        #expect(book.fields[.contentDisposition]?.hasPrefix("attachment; filename=\"N15419.xlsx\"") == true)
        #expect(book.fields[.contentType] == Format.xlsx.mediaType)
        let png = await site.door.ask(.get, "/jamforelser/N15419.png")
        #expect(png.status == .serviceUnavailable && png.text.holds("programmet typst saknas"))
        #expect(await site.page("/jamforelser/N15419").holds("PNG går inte att göra här"))
        let svg = await site.door.ask(.get, "/jamforelser/N15419.svg?bild=karta&sprak=en").text
        #expect(svg.holds("<?xml") && svg.holds("The values of 2022 in the members."))
    }

    /// Statistics of one key figure, or several alike, from 2015 on.
    private static func vintage(
        _ number: Int64,
        _ values: [String: [Double]],
        absences: [String: [Absence]] = [:],
        preliminaryFrom: Int? = nil,
        count: Int = 1
    ) throws -> StatisticsVintage {
        let ids = try (1...count).map { number in
            try #require(KeyFigure.ID("N" + String(repeating: "0", count: 5 - "\(number)".utf8.count) + "\(number)"))
        }
        return StatisticsVintage(
            number: number,
            fetched: "2026-11-20",
            source: "Kolada",
            values: Same(
                keyFigures: ids,
                all: values.reduce(into: [:]) {
                    $0[$1.key] = Series(firstYear: 2015, values: $1.value, absences: absences[$1.key])
                }
            ),
            figures: ids.map {
                StatisticsVintage.Figure(
                    KeyFigure(
                        id: $0,
                        title: "Prov \($0)",
                        unit: "procent",
                        decimals: 1,
                        subject: "prov",
                        explanation: "Ett prov."
                    ),
                    perspective: "Resurser",
                    preliminaryFrom: preliminaryFrom
                )
            },
            names: ["0182": "Nacka"],
            peerGroups: []
        )
    }

    /// The same series for every key figure.
    private struct Same: SeriesSource {
        let keyFigures: [KeyFigure.ID]
        let all: [String: Series]
        func places(of keyFigure: KeyFigure.ID) -> [String] { all.keys.sorted() }
        func genders(of keyFigure: KeyFigure.ID) -> [Gender] { [.total] }
        func series(_ keyFigure: KeyFigure.ID, _ gender: Gender, in place: String) -> Series? {
            gender == .total ? all[place] : nil
        }
    }

    @Test("where nothing is known of the members the list says so, and there are no pages of key figures")
    func none() async throws {
        for site in [try await Exhibit(files: []), try await Exhibit.twelve.value] {
            let html = await site.page("/jamforelser")
            #expect(html.holds("Ingen statistik är hämtad för medlemmarna.") && ReadPage(html).tables.isEmpty)
            #expect(html.holds("<code>samverka statistics fetch</code>"))
            #expect(try await site.csv("/jamforelser.csv").count == 1)
            _ = await site.page("/jamforelser/N15419", status: .notFound)
        }
    }

    @Test("women and men are looked at one by one or beside each other, and what is missing is a dash with words")
    func genders() async throws {
        let id = try #require(KeyFigure.ID("N15419"))
        let values: [(Gender, String, Int, Double?)] = [
            (.total, "0136", 2019, 70), (.women, "0136", 2019, 72.25), (.men, "0136", 2019, nil), (.total, "0136", 2020, 0),
            (.women, "0128", 2020, 61), (.men, "0128", 2020, 59), (.women, "0140", 2020, 50), (.men, "0140", 2020, 59),
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
        #expect(tables[0].first { $0[0] == "Haninge" } == ["Haninge", "70,0", "0,0"])
        #expect(tables[0].first { $0[0] == "Salem" } == ["Salem", "–", "–"])
        #expect(html.holds("Ett streck (–) betyder att uppgift saknas i källan.") && html.holds("Källa: Prov."))
        #expect(html.holds("En av åtta medlemmar har ett värde"))
        #expect(html.holds("År 2020 har bara en medlem ett värde: Haninge (0,0)."))
        let women = await site.page("/jamforelser/N15419?kon=kvinnor")
        #expect(ReadPage(women).tables[0].first { $0[0] == "Haninge" } == ["Haninge", "72,3", "–"])
        #expect(women.holds("<option value=\"kvinnor\" selected>"))
        let pair = await site.page("/jamforelser/N15419?bild=kon")
        #expect(ReadPage(pair).tables[0].first { $0[0] == "Salem" } == ["Salem", "61,0", "59,0"])
        #expect(pair.holds("År 2020 var värdet högre för kvinnor än för män i en av två kommuner och lägre i en."))
        let marks = DrawnCells.marks(pair, in: "chart-wide")
        #expect(marks.map { "\($0.row) \($0.column)" } == ["0140 women", "0140 men", "0128 women", "0128 men"])
        let cells = DrawnCells.table(pair)
        for mark in marks { #expect(cells["\(mark.row) \(mark.column)"].map { mark.text.hasSuffix($0) } == true) }
        let rows = try await site.csv("/jamforelser/N15419.csv?kon=kvinnor")
        #expect(rows.contains { $0[2] == "Haninge" && $0[4] == "2019" && $0[5] == "Kvinnor" && $0[6] == "72.25" })
        let men = try await site.csv("/jamforelser/N15419.csv?bild=kon&ar=2019")
        #expect(
            men.contains {
                $0[2] == "Haninge" && $0[4] == "2019" && $0[5] == "Män" && $0[6].isEmpty && $0[10] == "uppgift saknas"
            }
        )
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
            let html = await site.page("/jamforelser/\(id)?jamfor=alla")
            let filed = try await site.csv("/jamforelser/\(id).csv?jamfor=alla")
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
            let html = await site.page("/jamforelser/N15419?kommun=\(code)&jamfor=liknande")
            #expect(html.holds(given.title) && html.holds(given.source))
            let filed = try await site.csv("/jamforelser/N15419.csv?kommun=\(code)&jamfor=liknande").dropFirst()
            let marked = filed.filter { $0[8] == "\(given.title) (\(given.source))" }
            #expect(Set(marked.map { $0[1] }) == Set(similar), "\(code)")
            let shown = Set(ReadPage(html).tables.flatMap { $0.dropFirst().map { $0[0] } })
            #expect(shown.isSuperset(of: marked.map { $0[2] }), "\(code)")
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
