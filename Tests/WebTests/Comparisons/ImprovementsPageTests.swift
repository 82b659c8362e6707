import Cooperation
import DocumentTools
import HTTPTypes
import Registry
import Statistics
import Testing

@testable import Web

@Suite("The pages of examples of improvement, and of what stands out") struct ImprovementsPageTests {
    private struct List: Decodable {
        struct Row: Decodable {
            var municipality: String
            var classification: String
            var change: Double
            var rate: Double
        }
        var tests: Int
        var counts: [String: Int]
        var rows: [Row]
    }

    private struct Case: Decodable {
        struct Year: Decodable {
            var year: Int
            var cost: Double
            var peers: Double
        }
        var classification: String?
        var change: Double
        var years: [Year]
        var peers: [String]
    }

    private struct Study: Decodable {}

    private static func site(_ statistics: StatisticsVintage?) async throws -> Exhibit {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        if let statistics { site.statistics.show(statistics) }
        return site
    }

    @Test("the list says how many tests there were, how many may be chance, and every caveat")
    func list() async throws {
        let site = try await Self.site(MadeStatistics.vintage(1))
        let html = await site.page("/jamforelser/forbattringar")
        let text = ReadPage(html).text
        let page = try await site.json("/jamforelser/forbattringar.json", as: List.self)
        #expect(page.licence == "Egen bearbetning av data från Kolada." && page.page.tests == 40)
        #expect(page.page.rows.first?.municipality == "0136" && page.page.rows.first?.classification == "A")
        #expect(text.holds("Av 40 prövningar är 1 förbättringsexempel (klass A)"))
        #expect(text.holds("kan upp till ") && text.holds("vara slump"))
        #expect(text.holds("Hämtat: 20 november 2026"))
        for caveat in Words.swedish.improvements.caveats { #expect(text.holds(caveat), "\(caveat)") }
        #expect(
            html.holds("href=\"/jamforelser/forbattringar/grundskola/haninge\"")
                && text.holds("Egen bearbetning av data från Kolada.")
        )
        let rows = try await site.csv("/jamforelser/forbattringar.csv").dropFirst()
        #expect(rows.map { $0[1] } == page.page.rows.map(\.municipality))
        // Those that are like the one that is looked at stand first; the classes that aren't asked for are left out.
        let own = await site.page("/jamforelser/forbattringar?kommun=salem&klass=a&kort=grundskola")
        #expect(own.holds("De som liknar Salem i verksamheten står först.") && own.holds("(liknar)"))
        #expect(await site.page("/jamforelser/forbattringar?klass=c").holds("Inget exempel svarar mot det du valde."))
    }

    @Test("a case tells every number and how it came about, and its drawing equals its table")
    func oneCase() async throws {
        let site = try await Self.site(MadeStatistics.vintage(1))
        let html = await site.page("/jamforelser/forbattringar/grundskola/haninge")
        #expect(ReadPage(html).text.holds("% över medianen av liknande kommuner, och år 2022 "))
        let page = try await site.json("/jamforelser/forbattringar/grundskola/haninge.json", as: Case.self).page
        let text = ReadPage(html).text
        let report = try MadeStatistics.vintage(1).improvements(.last(8), on: "2026-11-23")
        let row = try #require(report.rows.first { $0.municipality == "0136" })
        #expect(page.change == row.change && page.classification == "A" && page.peers.count == 7)
        let words = Words.swedish
        let shown = [
            words.figure(row.change.magnitude * 100, decimals: 1), words.figure(row.slope, decimals: 6),
            words.figure(row.test.standardError, decimals: 4), words.figure(row.test.z, decimals: 2),
            words.figure(row.nationalChange * 100, decimals: 1), words.figure(row.worstLeavingOneOut * 100, decimals: 1),
        ]
        for number in shown { #expect(text.holds(number), "\(number)") }
        for question in words.improvements.questions { #expect(text.holds(question)) }
        for peer in page.peers { #expect(text.holds(peer)) }
        let cells = DrawnCells.table(html)
        let marks = DrawnCells.marks(html, in: "chart-wide")
        #expect(marks.count == 16)
        for mark in marks { #expect(cells["\(mark.column) \(mark.row)"].map { mark.text.hasSuffix($0) } == true, "\(mark)") }
        #expect(html.components(separatedBy: "<details").count >= 4)
        // Without typst there is no PDF, and the page says what is missing.
        #expect(text.holds("typst"))
        #expect(await site.door.ask(.get, "/jamforelser/forbattringar/grundskola/haninge.pdf").status == .serviceUnavailable)
        for missing in ["grundskola/lund", "skola/haninge"] {
            #expect(await site.page("/jamforelser/forbattringar/\(missing)", status: .notFound).holds("har inte prövats"))
        }
    }

    @Test(
        "on paper it has the drawing, the table, the questions and the caveats",
        .enabled(if: Exhibit.typst != nil, "typst saknas")
    )
    func paper() async throws {
        let site = try await Exhibit(
            files: Place.files(in: Place.package + "/Examples/sodertorn"),
            documentTools: DocumentTools(lookingIn: [], typst: Exhibit.typst)
        )
        site.statistics.show(try MadeStatistics.vintage(1))
        let pdf = await site.door.ask(.get, "/jamforelser/forbattringar/grundskola/haninge.pdf")
        #expect(pdf.status == .ok && Array(pdf.body).starts(with: "%PDF-".utf8))
        let png = await site.door.ask(.get, "/jamforelser/N15008.png?bild=rang&jamfor=alla")
        #expect(png.status == .ok && Array(png.body).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test(
        "what can't be asked is told",
        arguments: [
            ("fran=2018&till=2022", "minst sex"), ("fran=2015", "både första och sista"), ("kort=trolleri", "grundskola"),
            ("klass=x", "a, b, c, d"), ("fran=x&till=2022", "Skriv fyra siffror"),
        ]
    )
    func faults(_ query: String, _ words: String) async throws {
        let site = try await Self.site(MadeStatistics.vintage(1))
        #expect(await site.page("/jamforelser/forbattringar?\(query)", status: .badRequest).holds(words))
    }

    @Test("another window is another run, and its cases keep it")
    func window() async throws {
        let site = try await Self.site(MadeStatistics.vintage(1))
        let html = await site.page("/jamforelser/forbattringar?fran=2016&till=2022")
        #expect(html.holds("2016–2022"))
        #expect(html.holds("href=\"/jamforelser/forbattringar/grundskola/haninge?fran=2016&amp;till=2022\""))
        #expect(await site.page("/jamforelser/forbattringar/grundskola/haninge?fran=2016&till=2022").holds("2016–2022"))
    }

    @Test("a found case is taken to a study, by a card that the network has made its own")
    func takenOn() async throws {
        let site = try await Self.site(MadeStatistics.vintage(1))
        let path = "/jamforelser/forbattringar/grundskola/haninge"
        let convener = try await site.visitor(.convener, in: "planeringschefer", for: "huddinge")
        let onward = Words.swedish.improvements
        #expect(await !site.page(path).holds(onward.onwardTitle))
        #expect(await convener.page(path).holds(onward.onwardNeedsCard))

        // The card that comes with the program is shown, and becomes the network's own as it stands.
        let cards = await convener.page("/jamforelser/tjanstekort")
        #expect(cards.holds("Kort som följer med programmet") && cards.holds("/jamforelser/tjanstekort/ny?kort=grundskola"))
        #expect(await !site.page("/jamforelser/tjanstekort").holds("/ny?kort="))
        let card = try await convener.send(convener.form("/jamforelser/tjanstekort/ny?kort=grundskola"))
        #expect(card.location == "/jamforelser/tjanstekort/grundskola", "\(card.faults)")
        #expect(await !convener.page("/jamforelser/tjanstekort").holds("Kort som följer med programmet"))
        let before = try MadeStatistics.vintage(1).improvements(.last(8), on: "2026-11-23")
        let after = try await site.json("/jamforelser/forbattringar.json", as: List.self).page
        #expect(after.tests == before.tests && after.counts["A"] == 1)

        #expect(await convener.page(path).holds(onward.onwardNeedsStudy))
        let study = try await convener.send(
            "/jamforelser/studier/ny",
            ["rubrik": ["Skolans kostnader"], "fraga": ["Varför kostar skolan olika mycket?"]]
        )
        let place = try #require(study.location)
        let form = "\(place)/exempel/ny?kort=grundskola&kommun=haninge"
        #expect(await convener.page(path).holds("href=\"\(form.replacing("&", with: "&amp;"))\""))
        let row = try #require(before.rows.first { $0.municipality == "0136" })
        let shown = try await convener.form(form)
        let change = try #require(shown["forandring"].flatMap { DecimalFigure(typed: $0) })
        #expect(abs(change.number - row.change * 100) <= 0.05 && shown["klass"] == "a")
        let taken = await convener.send(shown)
        #expect(taken.location == place, "\(taken.faults)")
        let found = try #require(site.registrar.snapshot.cooperation.comparisons.studiesInOrder.first?.cases.first)
        #expect(found.facts.values.map(\.year) == Array(2015...2022) && found.facts.q.text == "0.0001")
        #expect(found.facts.fetched.iso == "2026-11-20" && found.facts.place.code == "0136")
        // What it rests on stands with it, on the page and in the file.
        let pageOfStudy = ReadPage(await site.page(place))
        #expect(pageOfStudy.tables.flatMap { $0 }.count { $0.first == "N15008" } == 8)
        let rows = try await site.csv("\(place).csv")
        #expect(rows.count { $0[0] == "N15008" && $0.last?.hasPrefix("Förbättringsexempel: ") == true } == 8, "\(rows)")
        #expect(try await site.json("\(place).json", as: Study.self).licence == "Egen bearbetning av data från Kolada.")
        // Years that can't be asked for fill in nothing, and are no fault.
        let odd = try await convener.form("\(form)&fran=9223372036854775807&till=-9223372036854775807")
        #expect(odd["forandring"]?.isEmpty ?? true)

        // A stricter card of the network's own is what the search goes by from then on; taken out of use, nothing is sought by it.
        let strict = ["kvalitet": ["N15419; Betyg; lägre; 0,1; Prov."]]
        _ = try await convener.send("/jamforelser/tjanstekort/grundskola/andra", strict)
        #expect(try await site.json("/jamforelser/forbattringar.json", as: List.self).page.counts["A"] == nil)
        _ = try await convener.send("/jamforelser/tjanstekort/grundskola/ta-ur-bruk", ["varfor": ["Prov."]])
        #expect(try await site.json("/jamforelser/forbattringar.json", as: List.self).page.tests == 0)
    }

    @Test("a shipped card is saved as it comes, with all the years from which its cost is counted anew")
    func breaks() async throws {
        var vintage = try MadeStatistics.vintage(1)
        let cost = vintage.cards[0].cost
        var card = vintage.cards[0]
        card.breaks = [2005, 2012]
        vintage = vintage.seeking([card])
        let site = try await Self.site(vintage)
        let convener = try await site.visitor(.convener, in: "ekonomidirektorer", for: "huddinge")
        let form = try await convener.form("/jamforelser/tjanstekort/ny?kort=grundskola")
        #expect(form["forsta"] == "2012" && form["forsta-varfor"] == Words.swedish.serviceCards.countedAnew)
        let saved = await convener.send(form)
        #expect(saved.location == "/jamforelser/tjanstekort/grundskola", "\(saved.faults)")
        let own = try site.reading().withOwnCards(vintage).cards
        #expect(own.map(\.id) == ["grundskola"] && own[0].breaks == [2005, 2012] && own[0].cost == cost)
    }

    @Test("up to so many may be chance: a rate is rounded up, and never said to be nothing")
    func roundedUp() async throws {
        let text = ReadPage(await (try Self.site(MadeStatistics.vintage(1))).page("/jamforelser/forbattringar")).text
        #expect(text.holds("Av dem kan upp till 1 vara slump."), "\(text.prefix(900))")
    }

    @Test("what is damaged on the disk is told on the list, on its page and where it is missed")
    func damaged() async throws {
        let (cost, marks) = (try #require(KeyFigure.ID("N15008")), try #require(KeyFigure.ID("N15419")))
        let people = try #require(KeyFigure.ID("N01951"))
        let site = try await Self.site(MadeStatistics.vintage(1, damaged: [cost]))
        let told = "Så många nyckeltal visas inte, för deras värden har skadats på servern: 1 (N15008)."
        let list = ReadPage(await site.page("/jamforelser")).text
        #expect(list.holds(told) && list.holds("Betyg"))
        let own = await site.door.ask(.get, "/jamforelser/N15008")
        #expect(own.status == .serviceUnavailable && own.text.holds(Words.swedish.comparisons.damagedFigure))
        #expect(ReadPage(await site.page("/jamforelser/forbattringar")).text.holds("vars värden har skadats på servern"))
        // Also when there is nothing else to show.
        let empty = try await Self.site(MadeStatistics.vintage(1, damaged: [cost, marks, people]))
        let nothing = ReadPage(await empty.page("/jamforelser")).text
        #expect(nothing.holds("har skadats på servern: 3") && !nothing.holds(Words.swedish.comparisons.none))
    }

    @Test("RKA's index is recomputed beside what is published, and it is said whether they are the same")
    func indices() async throws {
        // Forty municipalities in even steps: the 2.5th percentile is the first and the 97.5th the last but one, and low is good.
        let (cost, index) = (try #require(KeyFigure.ID("N20900")), try #require(KeyFigure.ID("U20008")))
        func right(_ place: Int) -> Double { 100 - min(100, 100 * Double(place) / 38) }
        for (wrong, words) in [(0.0, "Ja"), (0.5, "Nej: RKA har ändrat indexet eller reviderat värden")] {
            func series(_ value: (Int) -> Double) -> [String: Series] {
                MadeStatistics.codes.enumerated().reduce(into: [:]) { found, entry in
                    found[entry.element] = Series(firstYear: 2022, values: [value(entry.offset)])
                }
            }
            let vintage = try MadeStatistics.vintage(
                1,
                and: [cost: series { Double($0) }, index: series { right($0) + ($0 == 39 ? wrong : 0) }]
            )
            let site = try await Self.site(vintage)
            let table = try #require(
                ReadPage(await site.page("/jamforelser/kommuner/haninge")).tables.first { $0[0].first == "Index" }
            )
            // Haninge is the fourth: 100 − 300/38.
            #expect(table.dropFirst().map { Array($0.dropFirst()) } == [["2022", "92,1", "92,1", words]])
        }
    }

    @Test("the best and the worst quarter are marked by sign, words and colour, where a card says what is better")
    func quarters() async throws {
        let site = try await Self.site(MadeStatistics.vintage(1))
        let html = await site.page("/jamforelser/N15008?bild=rang&jamfor=alla")
        let table = try #require(ReadPage(html).tables.first)
        #expect(table[0].last == "Fjärdedel")
        let haninge = try #require(table.first { $0[0] == "Haninge" })
        #expect(haninge.last == "Bästa fjärdedelen" && html.holds("chart-best"))
        // What swings by chance alone is nobody's merit.
        #expect(!table.contains { $0[0] != "Haninge" && $0.last == "Sämsta fjärdedelen" } && !html.holds("chart-worst"))
        #expect(html.holds("Tjänstekortet säger att lägre är bättre."))
        let file = try await site.csv("/jamforelser/N15008.csv?bild=rang&jamfor=alla")
        #expect(file.first { $0[2] == "Haninge" }?.last == "Bästa fjärdedelen")
        let people = await site.page("/jamforelser/N01951?bild=rang&jamfor=alla")
        #expect(!people.holds("Fjärdedel") && people.holds("Inget tjänstekort säger om högre eller lägre är bättre"))
    }

    @Test("with what is shipped the page says that it can't find anything, and what to do")
    func shipped() async throws {
        let html = await (try Self.site(nil)).page("/jamforelser/forbattringar")
        #expect(html.holds("Inget har kunnat prövas") && html.holds("<code>samverka statistics fetch</code>"))
    }

    @Test("what stands out is told with its certainty, and nothing where nothing does")
    func standing() async throws {
        let site = try await Self.site(MadeStatistics.vintage(1))
        let html = await site.page("/jamforelser/kommuner/haninge")
        let text = ReadPage(html).text
        #expect(text.holds("Haninge jämfört med liknande kommuner") && text.holds("Lägre än liknande kommuner"))
        #expect(text.holds("Bättre än liknande kommuner") && text.holds("säkert: mer än värdet brukar svänga"))
        #expect(html.holds("href=\"/jamforelser/N15008?kommun=haninge&amp;jamfor=liknande\""))
        let rows = try await site.csv("/jamforelser/kommuner/haninge.csv").dropFirst()
        #expect(
            Set(rows.map { $0[0] }) == ["N15008", "N15419"]
                && rows.allSatisfy { $0[11] == "Egen bearbetning av data från Kolada." }
        )
        #expect(try await site.csv("/jamforelser/kommuner/salem.csv").count <= 2)
        let reply = await site.door.ask(.get, "/jamforelser/kommuner/0136")
        #expect(reply.status == .permanentRedirect && reply.fields[.location] == "/jamforelser/kommuner/haninge")
        #expect(await site.page("/jamforelser/kommuner/narnia", status: .notFound).holds("”narnia”"))
        #expect(await site.page("/jamforelser").holds("href=\"/jamforelser/kommuner/haninge\""))
    }
}
