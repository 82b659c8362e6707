import Testing

@testable import Cooperation

@Suite("Service cards") struct ServiceCardTests {
    @Test("every change is a version with its day, also one that takes the card into use again")
    func versions() throws {
        var ledger = try Sample.comparing()
        let skola: ServiceCard.ID = try id("grundskola")
        try ledger.record(Sample.card(), try period("2024-01-01"))
        var changed = try Sample.card()
        changed.cost = "N15007"
        changed.costGuard = nil
        try ledger.record(changed, try period("2024-02-01"))
        let card = try #require(ledger.live.comparisons[skola])
        #expect(card.version == 2 && card.changed == Period("2024-02-01") && card.isUsed)
        #expect(card.versions.map(\.fact.cost) == ["N15008", "N15007"] && card.facts.costGuard == nil)
        #expect(try ledger.cooperation(asOf: "2024-01-31").comparisons[skola]?.facts.cost == "N15008")

        try ledger.record(RetireServiceCard(skola, reason: "Serien har upphört."), try period("2024-03-01"))
        #expect(ledger.live.comparisons[skola]?.isUsed == false)
        #expect(try ledger.code(RetireServiceCard(skola, reason: "Igen."), "2024-03-02") == "comparisons.retired-already")
        try ledger.record(Sample.card(), try period("2024-04-01"))
        #expect(ledger.live.comparisons[skola]?.isUsed == true && ledger.live.comparisons[skola]?.version == 3)
    }

    @Test("what must be on it")
    func rule() throws {
        let quality = RecordServiceCard.Quality(
            "N17461",
            name: "Andel",
            better: .higher,
            margin: try decimal("3"),
            reason: "Slump."
        )
        let table: [(String?, String?, (inout RecordServiceCard) throws -> Void)] = [
            (nil, nil, { _ in }), ("comparisons.blank", "name", { $0.name = " " }),
            ("comparisons.long", "name", { $0.name = String(repeating: "å", count: 161) }),
            ("comparisons.key-figure", "cost", { $0.cost = "kostnad" }), ("comparisons.key-figure", "cost", { $0.cost = "" }),
            ("comparisons.blank", "costName", { $0.costName = "" }), ("comparisons.blank", "unit", { $0.unit = "" }),
            ("comparisons.blank", "peers", { $0.peers = "" }),
            ("comparisons.margin", "quality", { $0.quality[0].margin = try decimal("0") }),
            ("comparisons.margin", "quality", { $0.quality[0].margin = try decimal("-1") }),
            ("comparisons.blank", "quality", { $0.quality[0].reason = " " }),
            ("comparisons.key-figure-twice", "quality", { $0.quality[0].keyFigure = $0.cost }),
            ("comparisons.key-figure-twice", "quality", { $0.quality = [quality, quality] }),
            (nil, nil, { $0.quality.append(quality) }),
            ("comparisons.blank", "guard", { $0.costGuard?.reason = "" }),
            ("comparisons.blank", "firstYear", { $0.firstYear = (2019, "") }),
            ("comparisons.year", "firstYear", { $0.firstYear = (19, "Nytt.") }), (nil, nil, { $0.firstYear = nil }),
            ("organisation.unknown-body", "body", { $0.keeper = try id("finns-inte") }),
        ]
        let ledger = try Sample.comparing()
        for (index, (code, field, change)) in table.enumerated() {
            var request = try Sample.card()
            try change(&request)
            #expect(try ledger.refusal(request, "2024-01-01") == .init(code: code, field: field), "row \(index)")
        }
        #expect(try ledger.code(RetireServiceCard(id("finns-inte"), reason: "Skäl."), "2024-01-01") == "comparisons.unknown-card")
        var known = ledger
        try known.record(Sample.card(), try period("2024-01-01"))
        #expect(try known.code(RetireServiceCard(id("grundskola"), reason: " "), "2024-01-01") == "comparisons.blank")
    }

    @Test("as it is recorded, nothing is lost when one thing is changed")
    func kept() throws {
        var ledger = try Sample.comparing()
        try ledger.record(Sample.card(), try period("2024-01-01"))
        let card = try #require(ledger.live.comparisons[id("grundskola") as ServiceCard.ID])
        try ledger.record(RecordServiceCard(of: card.facts), try period("2024-01-02"))
        let after = try #require(ledger.live.comparisons[id("grundskola") as ServiceCard.ID])
        #expect(after.facts == card.facts && after.version == 2)
    }
}
