import Cooperation
import Testing

@Suite("Lines that time crosses") struct CrossingTests {
    @Test("are told with their day, in order, once the day is there")
    func table() throws {
        let ledger = try Sample.ledger()
        // 2023 has no end and isn't in force.
        let told = { (text: String) in try ledger.live.crossings(by: day(text)).map { "\($0.day) \($0.crossing.text)" } }
        #expect(try told("2022-12-31") == [])
        #expect(try told("2023-01-01") == ["2023-01-01 edition-period-ended/2019"])
        #expect(try told("2026-12-31") == ["2023-01-01 edition-period-ended/2019"])
        #expect(
            try told("2027-01-01") == ["2023-01-01 edition-period-ended/2019", "2027-01-01 frame-period-ended/rufs"]
        )
    }

    @Test("an edition that never came into force crosses nothing")
    func notInForce() throws {
        let ledger = try Ledger([("2019", try Sample.edition("2019"))])
        #expect(ledger.live.crossings(by: try day("2030-01-01")).isEmpty)
    }

    @Test("are noted once")
    func once() throws {
        var ledger = try Sample.ledger()
        let today = try day("2027-01-01")
        for (day, crossing) in ledger.live.crossings(by: today) { try ledger.record(NoteCrossing(crossing), .day(day)) }
        #expect(ledger.live.crossings(by: today).isEmpty)
        let again = NoteCrossing(.editionPeriodEnded(try id("2019")))
        #expect(try ledger.refusal(again, "2026-01-01").code == "notice.noted")
        // An earlier day would leave the one that is recorded without meaning.
        #expect(try ledger.refusal(again, "2020-01-01").code == "record.would-void")
        // A noted crossing changes nothing else.
        let plain = try Sample.ledger().live
        #expect(ledger.live.programme == plain.programme && ledger.live.outerFrames == plain.outerFrames)
        #expect(ledger.live.members == plain.members && ledger.live.settings == plain.settings)
    }

    @Test("a crossing whose notice was struck is told again")
    func struck() throws {
        var ledger = try Sample.ledger()
        try ledger.record(NoteCrossing(.editionPeriodEnded(try id("2019"))), try period("2023-01-01"))
        let position = Position(Int64(ledger.timeline.count))
        try ledger.record(StrikeRecord(position, reason: "Fel."), try period("2024-01-01"))
        #expect(ledger.live.crossings(by: try day("2024-01-01")).map(\.crossing.text) == ["edition-period-ended/2019"])
    }

    @Test("are written as they are read", arguments: ["edition-period-ended/2019", "frame-period-ended/rufs-2050"])
    func texts(_ text: String) throws {
        #expect(try #require(Crossing(text)).text == text)
    }

    @Test(
        "and as nothing else",
        arguments: ["", "edition-period-ended", "edition-period-ended/", "edition-period-ended/Å", "x/2019", "a/b/c"]
    )
    func noTexts(_ text: String) {
        #expect(Crossing(text) == nil)
    }
}
