import Cooperation
import HTTPTypes
import Registry
import Statistics
import Testing

@testable import Web

@Suite("Studies are carried from a question to a follow-up where they are read") struct StudiesPagesTests {
    private static let network = "ekonomidirektorer"

    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private static func study(_ site: Exhibit, _ id: String) throws -> Study {
        let id = try #require(Study.ID(id))
        return try #require(site.registrar.snapshot.cooperation.comparisons[id])
    }

    @Test("pages say that there is nothing yet, and give no way in to who may not")
    func empty() async throws {
        let site = try await Self.site()
        for (path, text) in [
            ("studier", "Ingen studie har påbörjats än."), ("tjanstekort", "Inget tjänstekort är inlagt än."),
            ("egna-matt", "Inget eget mått är inlagt än."),
        ] {
            let page = await site.page("/jamforelser/\(path)")
            #expect(ReadPage(page).text.holds(text) && !page.holds("/ny\""), "\(path)")
            #expect(await site.page("/jamforelser").holds("href=\"/jamforelser/\(path)\""))
            _ = await site.page("/jamforelser/\(path).json")
            #expect(try await site.csv("/jamforelser/\(path).csv").count == 1)
            #expect(await site.page("/jamforelser/\(path)?sprak=en").holds("lang=\"en\""))
        }
        for path in ["studier/x", "tjanstekort/x", "egna-matt/x", "temadag/x"] {
            _ = await site.page("/jamforelser/\(path)", status: .notFound)
        }
    }

    @Test("the convener of a network takes a study through every step, and what comes next is said at each")
    func loop() async throws {
        let site = try await Self.site()
        try await site.meet(Self.network, "2026-11-20")
        try await site.record(
            RecordDecision(
                of: try #require(Body.ID(Self.network)),
                meeting: try #require(Meeting.ID("2026-11-20")),
                paragraph: 3,
                title: "Pröva större klasser"
            ),
            on: "2026-11-20"
        )
        try await site.record(
            RecordThemeDay(
                id: try #require(ThemeDay.ID("dag")),
                title: "Temadagen 2027",
                arranger: try #require(Body.ID(Self.network))
            )
        )
        let visitor = try await site.visitor(.convener, in: Self.network, for: "huddinge")
        let path = "/jamforelser/studier/skolans-kostnader"
        let begun = try await visitor.send(
            "/jamforelser/studier/ny",
            ["rubrik": ["Skolans kostnader"], "fraga": ["Varför kostar skolan olika mycket?"]]
        )
        #expect(begun.status == .seeOther && begun.location == path, "\(begun.faults)")

        // Each step with what is filled in, what waits before it, and what is read afterwards.
        let steps: [(form: String, filled: [String: [String]], waits: String, read: String)] = [
            (
                "matt", ["nyckeltal": ["N15419 Behöriga till yrkesprogram"], "varfor": ["Det viktigaste."]],
                "Nu ska några få mått väljas.", "Behöriga till yrkesprogram"
            ),
            (
                "kommuner", ["medlemmar": ["0136", "0128"], "andra": ["0123 Järfälla"]],
                "Nu ska de kommuner väljas som jämförs.", "Järfälla"
            ),
            (
                "analys", ["text": ["De har olika stora skolor."], "kopiera": [Form.yes]],
                "Nu ska det skrivas varför kommunerna skiljer sig åt.", "De har olika stora skolor."
            ),
            (
                "forslag", ["text": ["Pröva större klasser."], "kommuner": ["haninge"]],
                "Nu ska det skrivas vad som kan prövas, och av vem.", "Pröva större klasser."
            ), ("temadag", ["temadag": ["dag"]], "Studien kan berättas om på en temadag", "Temadagen 2027"),
            (
                "beslut", ["beslut": ["\(Self.network)/2026-11-20/3"], "senast": ["2027-11-20"]],
                "Nu väntar studien på ett beslut.", "§ 3 Pröva större klasser"
            ),
            (
                "uppfoljning", ["text": ["Klasserna blev större."], "kopiera": [Form.yes]],
                "Nu ska det följas upp vad det blev av beslutet.", "Klasserna blev större."
            ),
        ]
        for step in steps {
            let before = ReadPage(await site.page(path)).text
            #expect(before.holds(step.waits), "\(step.form)")
            #expect(!before.holds(step.read), "\(step.form)")
            let work = await visitor.page("/arbete")
            #expect(work.holds("href=\"\(path)/\(step.form)\""), "\(step.form) waits for its body")
            let outcome = try await visitor.send("\(path)/\(step.form)", step.filled)
            #expect(outcome.status == .seeOther && outcome.location == path, "\(step.form): \(outcome.faults)")
            #expect(ReadPage(await site.page(path)).text.holds(step.read), "\(step.form)")
        }
        let study = try Self.study(site, "skolans-kostnader")
        #expect(study.next == nil && study.followUps.count == 1)
        #expect(!(await visitor.page("/arbete")).holds(path))
        // What it rests on was copied: the same year for every place, with the day.
        let values = try #require(study.analysis?.fact.values)
        #expect(values.map(\.place) == ["0128", "0136", "0123"] || Set(values.map(\.place)) == ["0128", "0136", "0123"])
        #expect(Set(values.map(\.year)).count == 1 && values.allSatisfy { $0.fetched == Day("2026-11-23") })
        // The members are on the page of the key figure as it is; who else is compared must be chosen there.
        let page = await site.page("/jamforelser/N15419.json")
        #expect(values.contains { $0.value != nil })
        for value in values where value.place != "0123" {
            if let text = value.value?.text { #expect(page.holds(text), "\(value.placeName)") }
        }
        #expect(try await site.csv("\(path).csv").count == 1 + 2 * values.count)
        // It is told on the page of its theme day, in the list, in the history and in the search.
        #expect(await site.page("/jamforelser/temadag/dag").holds("href=\"\(path)\""))
        #expect(ReadPage(await site.page("/jamforelser/studier")).text.holds("Klar"))
        #expect(await site.page("/historik").holds("Studien ”Skolans kostnader” fick sin fråga."))
        #expect(await site.page("/sok?fraga=skolans+kostnader").holds("href=\"\(path)\""))
        _ = await site.page("\(path).json")
        _ = await site.page("\(path).atom")
    }

    @Test("a follow-up that is late is told in words on the page, in the list and in the work of those who do it")
    func late() async throws {
        let site = try await Self.site()
        try await site.beginComparing()
        try await site.meet(Self.network, "2026-11-20")
        let (body, study) = (try #require(Body.ID(Self.network)), try #require(Study.ID("prov")))
        let meeting = try #require(Meeting.ID("2026-11-20"))
        try await site.record(RecordDecision(of: body, meeting: meeting, paragraph: 3, title: "Pröva"), on: "2026-11-20")
        let places = [ComparedPlace(code: "0136", name: "Haninge"), ComparedPlace(code: "0128", name: "Salem")]
        try await site.record(ChooseMeasures(in: study, [.init(.keyFigure("N15008"), name: "Kostnad")]))
        try await site.record(ChoosePeers(in: study, places))
        try await site.record(AnalyseStudy(study, "Därför."))
        try await site.record(ProposeFromStudy(study, "Pröva."))
        try await site.record(
            DecideOnStudy(
                study,
                by: .init(body: body, meeting: meeting, paragraph: 3),
                followUp: try #require(Day("2027-11-20")),
                responsible: body
            )
        )
        let path = "/jamforelser/studier/prov"
        let late = "Uppföljningen är försenad. Den skulle ha gjorts senast den 20 november 2027."
        #expect(ReadPage(await site.page("/jamforelser/studier")).text.holds("Följs upp senast den 20 november 2027."))
        #expect(!ReadPage(await site.page(path)).text.holds(late))
        site.set(Instant(startOf: try #require(Day("2027-11-21"))))
        for page in [path, "/jamforelser/studier"] { #expect(ReadPage(await site.page(page)).text.holds(late), "\(page)") }
        let visitor = try await site.visitor(.convener, in: Self.network, for: "huddinge")
        #expect(await visitor.page("/arbete").holds("href=\"\(path)/uppfoljning\""))
        let other = try await site.visitor(.convener, in: "planeringschefer", for: "huddinge")
        #expect(!(await other.page("/arbete")).holds(path))
        #expect(await other.get("\(path)/uppfoljning").status == .forbidden)
    }

    @Test("more measures than are agreed are refused in words, and nothing is lost")
    func cap() async throws {
        let site = try await Self.site()
        try await site.beginComparing()
        let visitor = try await site.visitor(.administrator)
        let lines = (1...9).map { "N1500\($0) Mått \($0)" }
        let refused = try await visitor.send("/jamforelser/studier/prov/matt", ["nyckeltal": [lines.joined(separator: "\n")]])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.faults.contains { $0.holds("Det är 9 mått, och en studie kan ha högst 8.") }, "\(refused.faults)")
        #expect(ReadPage(refused.page).text.holds("Mått 9") || refused.page.holds("Mått 9"))
        let fewer = try await visitor.send(
            "/jamforelser/studier/prov/matt",
            ["nyckeltal": [lines.prefix(8).joined(separator: "\n")]]
        )
        #expect(fewer.status == .seeOther, "\(fewer.faults)")
        let unclear = try await visitor.send("/jamforelser/studier/prov/matt", ["nyckeltal": ["kostnad per elev"]])
        #expect(unclear.faults.contains { $0.holds("Börja raden med nyckeltalets beteckning") }, "\(unclear.faults)")
    }

    @Test("an example comes into the programme when its municipality has confirmed it, and the registrar there may answer")
    func example() async throws {
        let site = try await Self.site()
        try await site.beginComparing()
        let convener = try await site.visitor(.convener, in: Self.network, for: "huddinge")
        let registrar = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let other = try await site.visitor(.registrar, in: "kommunstyrelsen-tyreso", for: "tyreso")
        let path = "/jamforelser/studier/prov"
        for text in ["Haninge: Provskola", "−11,7 %", "Kommunen är inte tillfrågad", "upp till 4 procent vara slump"] {
            #expect(ReadPage(await site.page(path)).text.holds(text), "\(text)")
        }
        #expect(!(await convener.page("/jamforelser/temadag/prov/punkt/ny")).holds("value=\"prov/prov\""))
        _ = try await convener.send("\(path)/exempel/prov/fraga", ["text": ["Vad gjorde ni?"]])
        #expect(ReadPage(await site.page(path)).text.holds("Kommunen tillfrågades den 23 november 2026"))
        #expect(await other.get("\(path)/exempel/prov/svar").status == .forbidden)
        // It waits for the registrar who is asked, and for nobody else, until it is answered.
        let waiting = "Svara för Haninge om exemplet i studien"
        let own = try await site.visitor(.convener, in: Self.network, for: "haninge")
        for (visitor, waits) in [(registrar, true), (other, false), (convener, false), (own, false)] {
            let work = await visitor.page("/arbete")
            #expect(ReadPage(work).text.holds(waiting) == waits && work.holds("\(path)/exempel/prov/svar") == waits)
        }
        let answered = try await registrar.send(
            "\(path)/exempel/prov/svar",
            ["text": ["Vi byggde om två skolor."], "bekraftat": [Form.yes]]
        )
        #expect(answered.location == path, "\(answered.faults)")
        #expect(ReadPage(await site.page(path)).text.holds("Bekräftat av kommunen"))
        #expect(!ReadPage(await registrar.page("/arbete")).text.holds(waiting))
        let put = try await convener.send(
            "/jamforelser/temadag/prov/punkt/ny",
            [
                "rubrik": ["Så gjorde Haninge"], "minuter": ["25"], "berattar": ["kommun/haninge"], "exempel": ["prov/prov"],
                "plats": ["1"],
            ]
        )
        #expect(put.location == "/jamforelser/temadag/prov", "\(put.faults)")
        let rows = try await site.csv("/jamforelser/temadag/prov.csv")
        #expect(rows.dropFirst().map { $0[1] } == ["Så gjorde Haninge", "Inledning"])
        #expect(ReadPage(await site.page("/jamforelser/temadag/prov")).text.holds("Tillsammans 35 minuter."))
        _ = try await convener.send("/jamforelser/temadag/prov/punkt/2/andra", ["ta-bort": [Form.yes]])
        #expect(try await site.csv("/jamforelser/temadag/prov.csv").count == 2)
    }

    @Test("a service card is changed version by version, and taken out of use with a reason")
    func card() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.convener, in: Self.network, for: "huddinge")
        let made = try await visitor.send(
            "/jamforelser/tjanstekort/ny",
            [
                "namn": ["Grundskola F–9"], "kostnad": ["N15008 Kostnad grundskola"], "enhet": ["kr per elev"],
                "liknande": ["grundskola"], "kvalitet": ["N15505; Meritvärde; högre; 5; Mindre än så är slump."],
                "kontroll": ["N15001; Avvikelse; 2,5; Kostnaden kan ha flyttats."], "forsta": ["2015"],
                "forsta-varfor": ["Nytt sätt att räkna."],
            ]
        )
        let path = "/jamforelser/tjanstekort/grundskola-f-9"
        #expect(made.location == path, "\(made.faults)")
        let page = ReadPage(await site.page(path)).text
        for text in ["Meritvärde (N15505)", "högre", "Mindre än så är slump.", "2,5", "Nytt sätt att räkna."] {
            #expect(page.holds(text), "\(text)")
        }
        let changed = try await visitor.send("\(path)/andra", ["enhet": ["tkr per elev"]])
        #expect(changed.location == path, "\(changed.faults)")
        let id = try #require(ServiceCard.ID("grundskola-f-9"))
        let card = try #require(site.registrar.snapshot.cooperation.comparisons[id])
        #expect(card.version == 2 && card.versions.map(\.fact.unit) == ["kr per elev", "tkr per elev"])
        // Nothing else was touched, and the texts are the same texts.
        #expect(card.versions[0].fact.quality == card.versions[1].fact.quality)
        let wrong = try await visitor.send("\(path)/andra", ["kvalitet": ["N15505; Meritvärde"]])
        #expect(wrong.faults.contains { $0.holds("Skriv fem delar med semikolon mellan") }, "\(wrong.faults)")
        _ = try await visitor.send("\(path)/ta-ur-bruk", ["varfor": ["Serien har upphört."]])
        let retired = ReadPage(await site.page(path)).text
        #expect(retired.holds("Används inte längre") && retired.holds("Serien har upphört."))
        #expect(try await site.csv("/jamforelser/tjanstekort.csv")[1].last == "Används inte längre")
    }

    @Test("a municipality's own measure is seen by nobody else before its day, on any page")
    func embargo() async throws {
        let site = try await Self.site()
        let registrar = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let other = try await site.visitor(.registrar, in: "kommunstyrelsen-tyreso", for: "tyreso")
        let made = try await registrar.send(
            "/jamforelser/egna-matt/ny",
            [
                "namn": ["Hemlig kö"], "definition": ["Dagar till plats."], "enhet": ["dagar"], "battre": ["lower"],
                "fran": ["2026-12-01"],
            ]
        )
        #expect(made.location == "/jamforelser/egna-matt", "\(made.faults)")
        let path = "/jamforelser/egna-matt/haninge-hemlig-ko"
        let value = try await registrar.send("\(path)/varde", ["ar": ["2025"], "varde": ["12,5"], "kalla": ["Registret"]])
        #expect(value.status == .seeOther, "\(value.faults)")
        #expect(ReadPage(await registrar.page("/jamforelser/egna-matt")).text.holds("Hemlig kö"))
        for text in [
            await site.page("/jamforelser/egna-matt"), await other.page("/jamforelser/egna-matt"),
            await site.page("/jamforelser/egna-matt.json"), await site.page("/historik"), await registrar.page("/historik"),
            await site.page("/sok?fraga=hemlig"), await site.page(path, status: .notFound),
            await other.page("/jamforelser/egna-matt?datum=2026-11-23"),
        ] { #expect(!text.holds("Hemlig kö") && !text.holds("12,5")) }
        #expect(await other.get("\(path)/andra").status == .forbidden)
        site.set(Instant(startOf: try #require(Day("2026-12-01"))))
        let page = ReadPage(await site.page(path)).text
        #expect(page.holds("Hemlig kö") && page.holds("12,5"))
        #expect(await site.page("/historik").holds("Hemlig kö"))
        #expect(try await site.csv("\(path).csv")[1][1] == "12.5")
    }
}
