import Testing

@testable import Cooperation

@Suite("Municipalities' own measures") struct OwnMeasureTests {
    private let ko: @Sendable () throws -> OwnMeasure.ID = { try id("ko") }

    @Test("has the value of each year that was recorded last, as of any day")
    func values() throws {
        var ledger = try Sample.comparing()
        try ledger.record(Sample.ownMeasure(), try period("2024-01-01"))
        for (figure, year, on) in [("12.5", 2022, "2024-01-02"), ("10", 2023, "2024-01-03"), ("11", 2022, "2024-02-01")] {
            try ledger.record(Sample.ownValue(figure, year), try period(on))
        }
        func figures(_ day: String) throws -> [String?] {
            try ledger.cooperation(asOf: day).comparisons[ko()]?.valuesInOrder.map { $0.fact.value?.text } ?? []
        }
        #expect(try figures("2024-01-02") == ["12.5"] && figures("2024-01-31") == ["12.5", "10"])
        #expect(try figures("2024-02-01") == ["11", "10"])
        try ledger.record(Sample.ownValue(nil, 2022), try period("2024-03-01"))
        #expect(try figures("2024-03-01") == [nil, "10"])
    }

    @Test("what must be known of it and of a value")
    func rule() throws {
        var ledger = try Sample.comparing()
        let table: [(String?, String?, (inout RecordOwnMeasure) throws -> Void)] = [
            (nil, nil, { _ in }), ("comparisons.blank", "name", { $0.name = "" }),
            ("comparisons.blank", "definition", { $0.definition = " " }), ("comparisons.blank", "unit", { $0.unit = "" }),
            ("members.unknown-municipality", "municipality", { $0.municipality = try id("finns-inte") }),
        ]
        for (index, (code, field, change)) in table.enumerated() {
            var request = try Sample.ownMeasure()
            try change(&request)
            #expect(try ledger.refusal(request, "2024-01-01") == .init(code: code, field: field), "row \(index)")
        }
        #expect(try ledger.code(Sample.ownValue("1"), "2024-01-01") == "comparisons.unknown-measure")
        try ledger.record(Sample.ownMeasure(), try period("2024-01-01"))
        #expect(try ledger.code(Sample.ownMeasure(of: "salem"), "2024-01-02") == "comparisons.measure-of-another")
        let values: [(String?, String?, (inout RecordOwnValue) -> Void)] = [
            (nil, nil, { _ in }), ("comparisons.year", "year", { $0.year = 24 }), (nil, nil, { $0.year = 2024 }),
            ("comparisons.year-ahead", "year", { $0.year = 2025 }),
            ("comparisons.blank", "source", { $0.source = Source(" ") }), ("comparisons.blank", "remark", { $0.value = nil }),
        ]
        for (index, (code, field, change)) in values.enumerated() {
            var request = try Sample.ownValue("1")
            change(&request)
            #expect(try ledger.refusal(request, "2024-01-02") == .init(code: code, field: field), "row \(index)")
        }
    }

    /// Whether the public sees the measure, and how many acts about it.
    private func seen(_ ledger: Ledger, _ today: String, asked: String? = nil, knownBy: String? = nil) throws -> (Bool, Int) {
        let known = try knownBy.map { ledger.timeline.known(by: try day($0)) } ?? ledger.timeline
        let view = PublicView(
            of: try asked.map { known.cooperation(asOf: try day($0)) } ?? known.live,
            known: known,
            now: ledger.live,
            on: try day(asked ?? today),
            today: try day(today),
            knownBy: try knownBy.map { try day($0) }
        )
        let acts = view.acts { $0.contains { if case .ownMeasure = $0 { true } else { false } } }
        return (view.cooperation.comparisons[try ko()] != nil, acts.count)
    }

    @Test("isn't seen before its day, whatever day is asked about, neither itself, its values nor what was done with it")
    func embargo() throws {
        var ledger = try Sample.comparing()
        try ledger.record(Sample.ownMeasure(from: "2024-05-10"), try period("2024-05-01"))
        try ledger.record(Sample.ownValue("12"), try period("2024-05-02"))
        for today in ["2024-05-02", "2024-05-09"] {
            #expect(try seen(ledger, today) == (false, 0))
            for asked in ["2024-05-01", today] {
                #expect(try seen(ledger, today, asked: asked) == (false, 0))
                #expect(try seen(ledger, today, knownBy: asked) == (false, 0))
            }
            #expect(try ledger.live.hiddenSubjects(on: day(today)).contains(.ownMeasure(ko())))
        }
        #expect(try seen(ledger, "2024-05-10") == (true, 2) && seen(ledger, "2024-06-01") == (true, 2))
        // Asked about as it was on a day when it wasn't to be seen, it isn't.
        #expect(try seen(ledger, "2024-06-01", asked: "2024-05-09") == (false, 0))
        #expect(try seen(ledger, "2024-06-01", knownBy: "2024-05-09") == (false, 0))
        #expect(try seen(ledger, "2024-06-01", asked: "2024-05-10") == (true, 2))
    }

    @Test("that was struck before its day is never told of")
    func struck() throws {
        var ledger = try Sample.comparing()
        try ledger.record(Sample.ownMeasure(from: "2024-05-10"), try period("2024-05-01"))
        try ledger.record(StrikeRecord(ledger.last, reason: "Fel."), try period("2024-05-03"))
        #expect(try seen(ledger, "2024-05-04") == (false, 0) && seen(ledger, "2024-06-01") == (false, 0))
    }

    @Test("keeps the day it came out; before that the day may be moved, and left out")
    func first() throws {
        var ledger = try Sample.comparing()
        try ledger.record(Sample.ownMeasure(from: "2024-05-10"), try period("2024-05-01"))
        #expect(try ledger.code(Sample.ownMeasure(from: "2024-07-01"), "2024-05-09") == nil)
        #expect(try ledger.code(Sample.ownMeasure(), "2024-05-09") == nil)
        let refused = Ledger.Answer(code: "comparisons.measure-out", field: "from")
        #expect(try ledger.refusal(Sample.ownMeasure(from: "2024-07-01"), "2024-05-10") == refused)
        #expect(try ledger.code(Sample.ownMeasure(from: "2024-05-10"), "2024-05-11") == nil)
    }

    @Test("can be in a study from its day on, since a study would tell of it")
    func studied() throws {
        var ledger = try Sample.comparing()
        try ledger.record(Sample.ownMeasure(from: "2024-05-10"), try period("2024-01-01"))
        try ledger.record(Sample.study(), try period("2024-01-02"))
        let request = try Sample.measures(["eget/ko"])
        #expect(try ledger.code(request, "2024-05-09") == "comparisons.measure-not-out")
        #expect(try ledger.code(request, "2024-05-10") == nil)
        #expect(try ledger.code(Sample.measures(["eget/finns-inte"]), "2024-05-10") == "comparisons.unknown-measure")
    }
}
