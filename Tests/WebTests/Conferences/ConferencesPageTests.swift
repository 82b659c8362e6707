import Cooperation
import HTTPTypes
import Import
import Registry
import Testing

@testable import Web

@Suite("The conferences' pages") struct ConferencesPageTests {
    /// A row of a register as JSON has it.
    struct Row: Decodable {
        struct Host: Decodable {
            var id: String
            var name: String
            var isInferred: Bool
        }
        var series: String
        var id: String
        var title: String
        var date: String
        var standing: String
        var form: String?
        var number: String?
        var hosts: [Host]
        var place: String?
        var theme: String?
        var participants: String?
    }
    struct List: Decodable {
        var conferences: [Row]
    }
    struct SeriesList: Decodable {
        struct Count: Decodable {
            struct Time: Decodable {
                var id: String
                var date: String
                var isInferred: Bool
            }
            var id: String
            var name: String
            var isMember: Bool
            var times: [Time]
        }
        var conferences: [Row]
        var hosts: [Count]
    }

    /// A small cooperation for what the example doesn't have.
    static func constructed(_ more: String, on today: String = "2026-11-23") async throws -> Exhibit {
        let start = """
            samverkan: prov
              namn: Provkommunerna
              kallas: Provsamarbetet
              kortnamn: Prov
              från: 2001
              antar program: kommunstyrelsen
              platser per kommun: 1
              källa: Prov

            kommun: ett
              namn: Ett
              officiellt namn: Etts kommun
              kod: 0001
              medlem från: 2001
              källa: Prov

            kommun: tva
              namn: Två
              officiellt namn: Två kommun
              kod: 0002
              medlem från: 2001
              källa: Prov

            konferensserie: provdagen
              namn: Provdagen
              känd från: 2001

            """
        return try await Exhibit(on: today, files: [SourceFile(name: "prov.txt", bytes: Array((start + more).utf8))])
    }

    @Test(
        "open with the sentence that answers what people come with",
        arguments: [
            ("/konferenser", "Konferenserna är mötesplatser för Södertörnssamarbetet, och källorna känner till 17 av dem."),
            ("/konferenser?sprak=en", "The conferences are meeting places for Södertörnssamarbetet, and the sources know of 17."),
            (
                "/konferenser?datum=2012-12-31",
                "Konferenserna är mötesplatser för Södertörnssamarbetet, och källorna känner till sex av dem."
            ),
            ("/konferenser?datum=2001-01-01", "Den dagen kände källorna inte till någon konferens."),
            (
                "/konferenser/radslag",
                "Södertörns Rådslag har hållits fyra gånger som källorna känner till, senast den 10 april 2019 i Salem."
            ),
            (
                "/konferenser/radslag?sprak=en",
                "Södertörns Rådslag has been held four times that the sources know of, most recently on 10 April 2019 in Salem."
            ),
            (
                "/konferenser/radslag?datum=2011-01-01",
                "Södertörns Rådslag har hållits två gånger som källorna känner till, senast 2010, sannolikt med Huddinge som värd."
            ),
            (
                "/konferenser/nyckeltalskonferens",
                "Nyckeltalskonferens har hållits en gång som källorna känner till, 2015."
            ),
            ("/konferenser/temadag", "Ingen källa säger att Temadag Effektiv verksamhetsutveckling har hållits."),
            ("/konferenser/radslag/2019", "Södertörns Rådslag hölls den 10 april 2019 i Salem."),
            ("/konferenser/radslag/2019?sprak=en", "Södertörns Rådslag was held on 10 April 2019 in Salem."),
            ("/konferenser/radslag/2010", "Södertörns Rådslag hölls 2010, sannolikt med Huddinge som värd."),
            (
                "/konferenser/radslag/2010?sprak=en",
                "Södertörns Rådslag was held in 2010, probably with Huddinge as host."
            ),
            ("/konferenser/sodertornskonferensen/2020", "Södertörnskonferensen 2020 ställdes in."),
            ("/konferenser/sodertornskonferensen/2021", "Södertörnskonferensen hölls digitalt den 21 april 2021."),
            ("/konferenser/sodertornskonferensen/2023", "Södertörnskonferensen hölls den 16 maj 2023."),
            (
                "/konferenser/nyckeltalskonferens/2017",
                "Nyckeltalskonferens planerades till den 26 oktober 2017. Om den hölls framgår inte av källan."
            ),
        ]
    )
    func opening(_ target: String, _ sentence: String) async throws {
        let html = await (try Exhibit.sodertorn.value).page(target)
        #expect(html.holds("<p class=\"lead\">\(sentence)</p>"), "\(target)")
        #expect(html.holds("<meta name=\"description\" content=\"\(sentence)\">"), "\(target)")
    }

    @Test(
        "say when as exactly as it is known, and with whom",
        arguments: [
            ("datum: 2012-03-04\n läge: genomförd\n värd: ett", "Provdagen hölls den 4 mars 2012 med Ett som värd."),
            ("datum: 2012-03\n läge: genomförd\n värd: ett\n plats: Torget", "Provdagen hölls i mars 2012 i Ett."),
            ("datum: 2012\n läge: genomförd\n värd: ett\n värd: tva", "Provdagen hölls 2012 med Ett och Två som värdar."),
            (
                "datum: 2012\n läge: genomförd\n värd: ett\n  härlett: ja\n värd: tva\n  härlett: ja",
                "Provdagen hölls 2012, sannolikt med Ett och Två som värdar."
            ),
            (
                "datum: 2012-03-04\n läge: genomförd\n form: digital\n värd: ett\n plats: Nätet",
                "Provdagen hölls digitalt den 4 mars 2012 med Ett som värd."
            ),
            ("datum: 2012-03-04\n läge: inställd", "Provdagen den 4 mars 2012 ställdes in."),
            ("datum: 2012-03\n läge: inställd", "Provdagen i mars 2012 ställdes in."),
            (
                "datum: 2027-03-04\n läge: planerad\n uppgifter från: 2026-11-01",
                "Provdagen planeras till den 4 mars 2027."
            ),
            ("datum: 2027-03\n läge: planerad\n uppgifter från: 2026-11-01", "Provdagen planeras till mars 2027."),
            ("datum: 2026\n läge: planerad\n uppgifter från: 2026-11-01", "Provdagen planeras till 2026."),
            (
                "datum: 2026-11-23\n läge: planerad\n uppgifter från: 2026-11-01",
                "Provdagen planeras till den 23 november 2026."
            ),
            (
                "datum: 2026-11-22\n läge: planerad\n uppgifter från: 2026-11-01",
                "Provdagen planerades till den 22 november 2026. Om den hölls framgår inte av källan."
            ),
            (
                "datum: 2026-10\n läge: planerad\n uppgifter från: 2026-09-01",
                "Provdagen planerades till oktober 2026. Om den hölls framgår inte av källan."
            ),
        ]
    )
    func precision(_ fields: String, _ sentence: String) async throws {
        let indented = fields.replacingAll("\n ", with: "\n  ").replacingAll("   härlett", with: "    härlett")
        let site = try await Self.constructed("konferens: provdagen/en\n  \(indented)\n  källa: Prov\n")
        #expect(await site.page("/konferenser/provdagen/en").holds("<p class=\"lead\">\(sentence)</p>"))
    }

    @Test("a plan becomes an open question the day after, when nobody says what came of it")
    func planned() async throws {
        let site = try await Self.constructed(
            "konferens: provdagen/2027\n  datum: 2027-03-04\n  uppgifter från: 2026-11-01\n  läge: planerad\n  källa: Prov\n"
        )
        #expect(await site.page("/konferenser/provdagen").holds(">Provdagen planeras till den 4 mars 2027.</a>"))
        #expect(await site.page("/konferenser").holds("En planeras."))
        let after = try #require(Day("2027-03-05"))
        site.set(Instant(startOf: after))
        #expect(!(await site.page("/konferenser/provdagen")).holds("planeras"))
        #expect(await site.page("/konferenser").holds("En planerades utan att det framgår om det blev av."))
        #expect(await site.page("/konferenser/provdagen/2027").holds("? Planerades, okänt om den hölls"))
        // As of the day before, it was still a plan.
        #expect(await site.page("/konferenser/provdagen/2027?datum=2027-03-04").holds("planeras till"))
    }

    @Test(
        "page, JSON and CSV say the same, cell by cell",
        arguments: [
            "/konferenser", "/konferenser/radslag", "/konferenser/sodertornskonferensen", "/konferenser/nyckeltalskonferens",
        ],
        ["", "datum=2019-12-31", "datum=2016-06-30", "sprak=en"]
    )
    func registers(_ target: String, _ query: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let rows = try await site.json("\(target).json?\(query)", as: List.self).page.conferences
        let csv = try await site.csv("\(target).csv?\(query)")
        let html = await site.page("\(target)?\(query)")
        let table = try #require(ReadPage(html.without(from: "<small>", through: "</small>")).tables.first)
        let words = query == "sprak=en" ? Words.english : .swedish
        #expect(!rows.isEmpty)
        #expect(rows.map(\.date) == rows.map(\.date).sorted { left, right in last(left) > last(right) }, "the latest first")

        #expect(csv.dropFirst().map { [$0[0], $0[1], $0[2], $0[3]] } == rows.map { [$0.series, $0.id, $0.title, $0.date] })
        for (cells, row) in zip(csv.dropFirst(), rows) {
            #expect(cells[5] == words.list(row.hosts.map(\.name)))
            #expect(cells[6] == words.list(row.hosts.filter(\.isInferred).map(\.name)))
            #expect(
                [cells[7], cells[9], cells[10], cells[11]]
                    == [row.place, row.theme, row.participants, row.number].map { $0 ?? "" }
            )
            #expect(cells[8].isEmpty == (row.form == nil))
        }
        // The page shows the file's columns under the same names, in words.
        let shown = table[0].compactMap { csv[0].firstIndex(of: $0) }
        #expect(shown.count == table[0].count)
        for (cells, filed) in zip(table.dropFirst(), csv.dropFirst()) {
            for (cell, column) in zip(cells, shown) {
                let inWords = column == 3 ? Period(filed[column]).map(words.period) : filed[column]
                #expect(cell == inWords || (cell == words.frame.unknown && filed[column].isEmpty), "\(filed[2])")
            }
        }
        #expect(table.count == csv.count)
    }

    /// The last day that a date may stand for, as text.
    private func last(_ date: String) -> String { date.utf8.count == 4 ? date + "-12-31" : date }

    @Test("an inferred host is said to be inferred wherever it stands, and in a column of its own in the file")
    func inferred() async throws {
        let site = try await Exhibit.sodertorn.value
        #expect(await site.page("/konferenser").holds("Huddinge<small> (sannolikt)</small>"))
        #expect(await site.page("/konferenser/radslag/2010").holds("Huddinge</a> <small>(sannolikt)</small>"))
        #expect(await site.page("/kommuner/huddinge").holds("Södertörns Rådslag 2010</a><small> (sannolikt)</small>"))
        #expect(
            try await site.csv("/konferenser.csv").filter { !$0[6].isEmpty }.map { $0[2] } == [
                "Konferens", "Södertörns Rådslag 2010",
            ]
        )
    }

    @Test("all the members stand among the hosts of a series, also those that never have been")
    func hosts() async throws {
        let site = try await Exhibit.sodertorn.value
        let members = ["botkyrka", "haninge", "huddinge", "nykvarn", "nynashamn", "salem", "sodertalje", "tyreso"]
        let counts = try await site.json("/konferenser/radslag.json", as: SeriesList.self).page.hosts
        #expect(counts.map(\.id) == members)
        #expect(counts.map(\.times.count) == [0, 0, 1, 1, 1, 1, 0, 0])
        #expect(counts.flatMap(\.times).filter(\.isInferred).map(\.id) == ["2010"])
        let page = ReadPage(await site.page("/konferenser/radslag"))
        #expect(page.text.holds("Fyra av åtta kommuner har varit värd, så långt källorna räcker."))
        #expect(page.text.holds("Ingen källa säger att Botkyrka, Haninge, Södertälje och Tyresö har varit värd."))
        let table = try #require(page.tables.last)
        #expect(table.dropFirst().map { $0[1] } == ["0", "0", "1", "1", "1", "1", "0", "0"])
        #expect(table[3] == ["Huddinge", "1", "2010 (sannolikt)"] && table[1][2] == "ingen känd gång")

        let without = try await site.json("/konferenser/sodertornskonferensen.json", as: SeriesList.self).page.hosts
        #expect(without.map(\.id) == members && without.allSatisfy(\.times.isEmpty))
        #expect(
            await site.page("/konferenser/sodertornskonferensen").holds("Ingen källa säger vilka kommuner som har varit värd.")
        )
    }

    @Test("only what was held counts for a host; what was cancelled or is planned is named as that on the municipality's page")
    func hostsOfWhatWasHeld() async throws {
        let site = try await Self.constructed(
            """
            konferens: provdagen/2011
              datum: 2011
              läge: genomförd
              värd: ett
              värd: tva
              källa: Prov

            konferens: provdagen/2012
              datum: 2012
              läge: inställd
              värd: ett
              källa: Prov

            """
        )
        let counts = try await site.json("/konferenser/provdagen.json", as: SeriesList.self).page.hosts
        #expect(counts.map(\.times.count) == [1, 1])
        #expect(await site.page("/konferenser/provdagen").holds("Alla två kommuner har varit värd, så långt källorna räcker."))
        let ett = ReadPage(await site.page("/kommuner/ett")).texts(of: "ul").joined()
        #expect(ett.holds("Provdagen 2012 (ställdes in)") && ett.holds("Provdagen 2011"))
    }

    @Test(
        "a municipality's page tells its history as host",
        arguments: [
            ("nynashamn", "Södertörns Rådslag 20 mars 2012"), ("salem", "Södertörns Rådslag 10 april 2019"),
            ("tyreso", "Ingen källa säger att Tyresö har varit värd."), ("nacka", "Ingen källa säger att Nacka har varit värd."),
        ]
    )
    func hostHistory(_ name: String, _ text: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let page = await site.page("/kommuner/\(name)")
        #expect(page.holds("Värd för konferenser") && ReadPage(page).text.holds(text))
        #expect(await site.page("/kommuner/\(name)?datum=2012-01-01").holds("har varit värd."))
    }

    @Test(
        "what the rules said is shown with a conference that came after them, and with no other",
        arguments: [("2021", true), ("2023", true), ("2020", true), ("2019", false), ("2013", false)]
    )
    func rulesThen(_ id: String, _ isShown: Bool) async throws {
        let html = await (try Exhibit.sodertorn.value).page("/konferenser/sodertornskonferensen/\(id)")
        #expect(html.holds("Det här var bestämt då") == isShown)
        #expect(html.holds("arrangeras av två värdkommuner") == isShown)
    }

    @Test("the rules of the time are found, also when others came later, and not those that were struck")
    func earlierRules() async throws {
        let site = try await Self.constructed(
            "konferens: provdagen/2012\n  datum: 2012\n  läge: genomförd\n  källa: Prov\n"
        )
        let series = try #require(ConferenceSeries.ID("provdagen"))
        var positions: [Position] = []
        for (year, text) in [(2005, "Reglerna från 2005."), (2010, "Reglerna från 2010."), (2015, "Reglerna från 2015.")] {
            var rules = AgreeConferenceRules(series: series)
            rules.purpose = text
            let period = try #require(Period.year(year))
            _ = try await site.registrar.perform(rules, happened: period, as: .importer)
            positions.append(Position(site.registrar.snapshot.position))
        }
        let page = { await site.page("/konferenser/provdagen/2012") }
        let then = await page()
        #expect(then.holds("Reglerna från 2010.") && !then.holds("Reglerna från 2015."))
        #expect(await site.page("/konferenser/provdagen").holds("Reglerna från 2015."))
        let today = Period.day(site.now.swedishDay)
        _ = try await site.registrar.perform(StrikeRecord(positions[1], reason: "Fel."), happened: today, as: .importer)
        #expect(await page().holds("Reglerna från 2005."))
        var corrected = AgreeConferenceRules(series: series)
        corrected.purpose = "De rättade reglerna."
        let year = try #require(Period.year(2006))
        let correction = CorrectRecord(positions[0], with: corrected, reason: "Fel.")
        _ = try await site.registrar.perform(correction, happened: year, as: .importer)
        #expect(await page().holds("De rättade reglerna."))
        #expect(!(await page()).without(from: "<details class=\"history\"", through: "</details>").holds("Reglerna från"))
    }

    @Test("the years in between stay open, and the heading says what is seen")
    func gaps() async throws {
        let site = try await Exhibit.sodertorn.value
        let headings = { (target: String) in ReadPage(await site.page(target)).texts(of: "h2") }
        #expect(
            await headings("/konferenser").contains("Källorna nämner konferenser varje år 2009–2023, utom 2014, 2018 och 2022")
        )
        #expect(await headings("/konferenser/radslag").contains("Källorna nämner Södertörns Rådslag fyra av elva år, 2009–2019"))
        #expect(
            await headings("/konferenser/sodertornskonferensen")
                .contains("Källorna nämner Södertörnskonferensen varje år 2009–2023, utom 2010, 2014, 2018 och 2022")
        )
        #expect(!(await headings("/konferenser/temadag")).contains { $0.holds("Källorna nämner") })
        let text = ReadPage(await site.page("/konferenser/radslag")).text
        #expect(
            text.holds(
                "Källorna känner till år 2009, 2010, 2012 och 2019. Åren däremellan säger källorna inget om. Efter 2019 nämner de ingen."
            )
        )
        #expect(text.holds("Så är det bestämt:   Varje år, med en ny värdkommun."))
        #expect(ReadPage(await site.page("/konferenser/nyckeltalskonferens")).text.holds("Om 2016 säger källorna inget."))
    }

    @Test("known years against a plain count", arguments: 0..<60)
    func years(_ seed: UInt64) throws {
        var dice = Dice(seed)
        let first = 1950 + dice.below(80)
        let known = (0...dice.below(14)).map { _ in first + dice.below(1 + Int(seed) % 17) }
        let years = KnownYears(known)
        var expected: [Int] = []
        for year in 1900...2100 where known.contains(year) { expected.append(year) }
        #expect(years.known == expected)
        let (low, high) = (try #require(known.min()), try #require(known.max()))
        let gaps = (low...high).filter { !known.contains($0) }
        #expect(years.gaps == gaps && years.span == known.count + gaps.count - (known.count - expected.count))
        let finding = try #require(years.finding(on: "X", .swedish))
        for gap in gaps where finding.holds("utom") { #expect(finding.holds("\(gap)")) }
        #expect(finding.holds("varje år") == (low != high && gaps.count <= 4 && gaps.count * 2 < max(1, expected.count)))
        let silences = years.silences(until: try #require(Day(year: high, month: 12, day: 31)), .swedish)
        #expect(silences.count == (gaps.isEmpty ? 0 : 1))
        let later = years.silences(until: try #require(Day(year: high + 1, month: 1, day: 1)), .swedish)
        #expect(later.count == silences.count + 1)
    }

    @Test(
        "a heading names the missing years when they are few, and counts the known ones when they aren't",
        arguments: [
            ([2019], "Källorna nämner X bara 2019"), ([2019, 2019, 2018], "Källorna nämner X varje år 2018–2019"),
            (Array(2001...2009) + [2014], "Källorna nämner X varje år 2001–2014, utom 2010, 2011, 2012 och 2013"),
            (Array(2001...2011) + [2017], "Källorna nämner X tolv av 17 år, 2001–2017"),
            (Array(2001...2007) + [2012], "Källorna nämner X åtta av tolv år, 2001–2012"),
            ([1, 9999], "Källorna nämner X två av 9\u{202F}999 år, 1–9999"),
        ]
    )
    func findings(_ years: [Int], _ finding: String) {
        #expect(KnownYears(years).finding(on: "X", .swedish) == finding)
        #expect(KnownYears([]).finding(on: "X", .swedish) == nil)
    }

    @Test("the number is the source's own words, and never counted")
    func number() async throws {
        let site = try await Exhibit.sodertorn.value
        #expect(await site.page("/konferenser/radslag/2009").holds("Källan kallar det ”13:e upplagan”."))
        #expect(await site.page("/konferenser/radslag/2010").holds("Källan kallar det ”15:e”."))
        #expect(!(await site.page("/konferenser/radslag/2012")).holds("Källan kallar"))
    }

    @Test("each conference leads to the one before and the one after")
    func neighbours() async throws {
        let site = try await Exhibit.sodertorn.value
        let middle = await site.page("/konferenser/radslag/2012")
        #expect(middle.holds(">← Södertörns Rådslag 2010</a>") && middle.holds(">Södertörns Rådslag 2019 →</a>"))
        #expect(!(await site.page("/konferenser/radslag/2019")).holds(" →</a>"))
        #expect(!(await site.page("/konferenser/radslag/2009")).holds(">← "))
        #expect(!(await site.page("/konferenser/radslag/2012?datum=2018-01-01")).holds(" →</a>"))
    }

    @Test("a series tells which one it took over from, and which one took over from it")
    func order() async throws {
        let site = try await Exhibit.sodertorn.value
        let (later, earlier) = (
            await site.page("/konferenser/temadag"), await site.page("/konferenser/nyckeltalskonferens")
        )
        #expect(later.holds("<dt>Tar vid efter</dt><dd><a href=\"/konferenser/nyckeltalskonferens\""))
        #expect(earlier.holds("<dt>Följs av</dt><dd><a href=\"/konferenser/temadag\""))
        #expect(earlier.holds("Ingen källa säger vad som är bestämt om serien."))
        #expect(!(await site.page("/konferenser/nyckeltalskonferens?datum=2018-01-01")).holds("Följs av"))
    }

    @Test("two in the same year are told apart by their dates")
    func sameYear() async throws {
        let site = try await Self.constructed(
            """
            konferens: provdagen/var
              datum: 2012-03-04
              läge: genomförd
              källa: Prov

            konferens: provdagen/host
              datum: 2012-10
              läge: genomförd
              källa: Prov

            """
        )
        #expect(await site.page("/konferenser/provdagen/var").holds("<h1 lang=\"sv\">Provdagen 4 mars 2012</h1>"))
        #expect(await site.page("/konferenser/provdagen/host").holds("<h1 lang=\"sv\">Provdagen oktober 2012</h1>"))
        let titles = try await site.json("/konferenser.json", as: List.self).page.conferences.map(\.title)
        #expect(titles == ["Provdagen oktober 2012", "Provdagen 4 mars 2012"])
        #expect(await site.page("/konferenser").holds("Källorna nämner konferenser bara 2012"))
    }

    @Test(
        "what there is no page for says so",
        arguments: [
            ("/konferenser/okand", "Sidan finns inte"), ("/konferenser/Radslag", "Sidan finns inte"),
            ("/konferenser/radslag/2011", "Sidan finns inte"),
            ("/konferenser/radslag/2019?datum=2018-01-01", "Den 1 januari 2018 fanns inte det som sidan handlar om."),
            ("/konferenser/temadag?datum=2018-01-01", "Den 1 januari 2018 fanns inte det som sidan handlar om."),
            ("/konferenser/radslag/2010.ics", "Dagen för Södertörns Rådslag 2010 är inte känd. Därför finns ingen kalenderfil."),
            ("/konferenser/radslag/2010.ics?sprak=en", "The day of Södertörns Rådslag 2010 is not known."),
            ("/konferenser/radslag/2019.csv", "Sidan finns inte"),
        ]
    )
    func faults(_ target: String, _ text: String) async throws {
        let page = await (try Exhibit.sodertorn.value).page(target, status: .notFound)
        #expect(ReadPage(page).text.holds(text), "\(target)")
    }

    @Test("a cooperation without conferences says so kindly")
    func empty() async throws {
        let site = try await Exhibit(files: [])
        #expect(await site.page("/konferenser").holds("Källorna känner inte till någon konferens än."))
        let constructed = try await Self.constructed("")
        #expect(await constructed.page("/konferenser").holds("Källorna säger inte när den har hållits."))
        #expect(await constructed.page("/konferenser/provdagen").holds("Ingen källa säger att Provdagen har hållits."))
        #expect(await constructed.door.ask(.get, "/konferenser/provdagen.ics").text.holds("BEGIN:VCALENDAR"))
    }

    @Test("what has been withdrawn is nowhere among the conferences")
    func withdrawn() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let subjects: [Subject] = [
            .conference(try #require(ConferenceSeries.ID("radslag")), try #require(Conference.ID("2019"))),
            .series(try #require(ConferenceSeries.ID("nyckeltalskonferens"))),
            .municipality(try #require(Municipality.ID("nykvarn"))),
        ]
        for subject in subjects {
            let request = ChangeVisibility(subject, isShown: false, reason: "Ett hemligt skäl.")
            _ = try await site.registrar.perform(request, happened: .day(site.now.swedishDay), as: .importer)
        }
        for target in ["/konferenser/radslag/2019", "/konferenser/nyckeltalskonferens", "/konferenser/nyckeltalskonferens/2015"] {
            for query in ["", "?datum=2020-01-01"] { _ = await site.page(target + query, status: .notFound) }
        }
        var text = ""
        for stem in [
            "/konferenser", "/konferenser/radslag", "/konferenser/radslag/2009", "/konferenser/radslag/2012",
            "/konferenser/temadag",
            "/kommuner/salem",
        ] {
            for form in ["", ".json", ".csv", ".ics", ".atom"] {
                for query in ["", "?datum=2026-11-22"] { text += await site.door.ask(.get, stem + form + query).text }
            }
        }
        for secret in [
            "modern teknik för ett innovativt", "Murgrönan", "Nyckeltalskonferens", "nyckeltalskonferens\"",
            "konferenser/radslag/2019",
            "Ett hemligt skäl",
        ] {
            #expect(!text.holds(secret), "\(secret)")
        }
        #expect(!(await site.page("/konferenser/radslag/2009")).holds("med Nykvarn som värd"))
        #expect(!(await site.page("/konferenser/radslag.json")).holds("\"Nykvarn\""))
    }
}
