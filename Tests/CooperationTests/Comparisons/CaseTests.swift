import Testing

@testable import Cooperation

@Suite("Improvement examples and theme days") struct CaseTests {
    private func ledger() throws -> Ledger {
        var ledger = try Sample.study(to: .analysis)
        try ledger.record(Sample.card(), try period("2024-02-20"))
        return ledger
    }

    private func example(_ ledger: Ledger) throws -> ImprovementCase {
        try #require(ledger.live.comparisons[Sample.skolaCase()])
    }

    @Test("stands with the version of the card that it was found by")
    func version() throws {
        var ledger = try ledger()
        try ledger.record(Sample.card(), try period("2024-02-21"))
        try ledger.record(Sample.chosenCase(), try period("2024-02-22"))
        #expect(try example(ledger).facts.cardVersion == 2 && example(ledger).chosen == Period("2024-02-22"))
        var earlier = try Sample.chosenCase("tidig")
        earlier.cardVersion = 1
        #expect(try ledger.code(earlier, "2024-02-22") == nil)
        for version in [0, 3] {
            earlier.cardVersion = version
            #expect(try ledger.code(earlier, "2024-02-22") == "comparisons.unknown-card-version")
        }
    }

    @Test("what must be known of it")
    func rule() throws {
        let table: [(String?, String?, (inout ChooseCase) throws -> Void)] = [
            (nil, nil, { _ in }), ("comparisons.unknown-card", "card", { $0.card = try id("finns-inte") }),
            ("comparisons.unknown-study", "study", { $0.study = try id("finns-inte") }),
            ("comparisons.blank", "place", { $0.place.name = " " }), ("comparisons.blank", "place", { $0.place.code = "" }),
            ("comparisons.years", "lastYear", { $0.lastYear = 2015 }), ("comparisons.year", "firstYear", { $0.firstYear = 15 }),
            ("comparisons.q", "q", { $0.q = try decimal("1.01") }), ("comparisons.q", "q", { $0.q = try decimal("-0.1") }),
            (nil, nil, { $0.q = try decimal("1") }), (nil, nil, { $0.q = try decimal("0") }),
            ("comparisons.change", "change", { $0.change = try decimal("-100") }),
            ("comparisons.fetched", "fetched", { $0.fetched = try day("2024-02-23") }),
            (nil, nil, { $0.fetched = try day("2024-02-22") }),
            ("comparisons.blank", "source", { $0.source = Source("") }),
        ]
        for (index, (code, field, change)) in table.enumerated() {
            var request = try Sample.chosenCase()
            try change(&request)
            #expect(try ledger().refusal(request, "2024-02-22") == .init(code: code, field: field), "row \(index)")
        }
    }

    @Test("comes into a programme when the municipality itself has confirmed it, and never before")
    func confirmed() throws {
        var ledger = try ledger()
        let reference = try Sample.skolaCase()
        let item = ThemeDay.Item("Så gjorde de", minutes: 20, presenter: .outside("Järfälla"), example: reference)
        let programme = try Sample.themeDay("2024", [item])
        #expect(try ledger.code(programme, "2024-02-25") == "comparisons.unknown-case")
        try ledger.record(Sample.chosenCase(), try period("2024-02-22"))
        #expect(try ledger.code(programme, "2024-02-25") == "comparisons.case-not-confirmed")
        try ledger.record(AskAboutCase(reference, "Vad gjorde ni?"), try period("2024-02-23"))
        #expect(try ledger.code(programme, "2024-02-25") == "comparisons.case-not-confirmed")
        try ledger.record(AnswerAboutCase(reference, "Inget.", isConfirmed: false), try period("2024-02-24"))
        #expect(try ledger.code(programme, "2024-02-25") == "comparisons.case-not-confirmed")
        try ledger.record(AnswerAboutCase(reference, "Större klasser.", isConfirmed: true), try period("2024-02-25"))
        #expect(ledger.live.comparisons.casesToPresent.count == 1)
        try ledger.record(programme, try period("2024-02-25"))
        // What they take back stays until somebody takes it away, and can't be put into another programme.
        try ledger.record(AnswerAboutCase(reference, "Vi räknade fel.", isConfirmed: false), try period("2024-02-26"))
        #expect(try ledger.code(programme, "2024-02-27") == nil)
        #expect(try ledger.code(Sample.themeDay("2025", [item]), "2024-02-27") == "comparisons.case-not-confirmed")
        #expect(try ledger.code(Sample.themeDay("2024"), "2024-02-27") == nil)
        #expect(try example(ledger).asked?.period == Period("2024-02-23"))
    }

    @Test("a programme has points in order with who presents, and never a person")
    func programme() throws {
        var request = try Sample.themeDay(
            "2024",
            [
                .init("Inledning", minutes: 10, presenter: .body(try id("planering"))),
                .init("Så gjorde vi", minutes: 25, presenter: .municipality(try id("haninge"))), .init("Paus", minutes: 15),
            ]
        )
        var ledger = try ledger()
        try ledger.record(request, try period("2024-02-25"))
        let themeDay = try #require(ledger.live.comparisons[id("2024") as ThemeDay.ID])
        #expect(themeDay.minutes == 50 && themeDay.facts.items.map(\.title) == ["Inledning", "Så gjorde vi", "Paus"])
        let table: [(String, (inout RecordThemeDay) throws -> Void)] = [
            ("comparisons.blank", { $0.title = " " }), ("comparisons.blank", { $0.items[0].title = "" }),
            ("comparisons.minutes", { $0.items[0].minutes = 0 }), ("comparisons.minutes", { $0.items[0].minutes = 481 }),
            ("comparisons.blank", { $0.items[0].presenter = .outside(" ") }),
            ("organisation.unknown-body", { $0.items[0].presenter = .body(try id("finns-inte")) }),
            ("members.unknown-municipality", { $0.items[0].presenter = .municipality(try id("finns-inte")) }),
            ("organisation.unknown-body", { $0.arranger = try id("finns-inte") }),
            ("visibility.unknown", { $0.conference = .init(series: try id("temadag"), conference: try id("2024")) }),
            ("comparisons.too-many-items", { $0.items = Array(repeating: .init("P", minutes: 1), count: 61) }),
        ]
        for (index, (code, change)) in table.enumerated() {
            var changed = request
            try change(&changed)
            #expect(try ledger.code(changed, "2024-02-26") == code, "row \(index)")
        }
        request.items = []
        #expect(try ledger.code(request, "2024-02-26") == nil)
    }
}
