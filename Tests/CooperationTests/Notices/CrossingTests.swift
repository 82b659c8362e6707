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

    @Test(
        "a document's time runs out, unless it is an edition of the programme",
        arguments: [
            ("2021", "2021", nil, "2021-12-31", []), ("2021", "2021", nil, "2022-01-01", ["2022-01-01 document-period-ended/vp"]),
            (nil, "2021-03", nil, "2021-03-31", []), (nil, "2021-03", nil, "2021-04-01", ["2021-04-01 document-period-ended/vp"]),
            ("2021", nil, nil, "2999-01-01", []), (nil, nil, nil, "2999-01-01", []), ("2021", "2021", "1999", "2999-01-01", []),
        ] as [(String?, String?, String?, String, [String])]
    )
    func document(_ from: String?, _ end: String?, _ edition: String?, _ today: String, _ expected: [String]) throws {
        var document = try Sample.document("vp", Sample.validity(from, end))
        document.edition = try edition.map { try id($0) }
        // The edition is not in force, so it has nothing to tell itself.
        let ledger = try Ledger([("1999", Sample.edition("1999", "1999", to: nil)), ("2020", document)])
        #expect(try ledger.live.crossings(by: day(today)).map { "\($0.day) \($0.crossing.text)" } == expected)
        #expect(try Ledger([("2020", Sample.document("vp"))]).live.crossings(by: day(today)).isEmpty)
    }

    @Test("a document's is noted once, also when the document applies longer than was said")
    func documentOnce() throws {
        var ledger = try Sample.whole()
        let crossing = Crossing.documentPeriodEnded(try id("vp-2021"))
        let today = try day("2022-01-01")
        #expect(ledger.live.crossings(by: today).map(\.crossing) == [crossing])
        try ledger.record(NoteCrossing(crossing), .day(today))
        #expect(ledger.live.crossings(by: today).isEmpty)
        #expect(try ledger.refusal(NoteCrossing(crossing), "2022-01-02").code == "notice.noted")
        try ledger.record(Sample.document("vp-2021", Sample.validity("2021", "2022")), try period("2022-01-02"))
        #expect(!ledger.live.crossings(by: try day("2023-01-01")).map(\.crossing).contains(crossing))
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

    @Test(
        "are written as they are read",
        arguments: [
            "edition-period-ended/2019", "frame-period-ended/rufs-2050", "document-period-ended/vp-2021",
            "news-published/a/2024-05-01", "edition-in-force/2027/2027-05-01", "legal-force/2027/12/haninge/2027-05-01",
        ]
    )
    func texts(_ text: String) throws {
        #expect(try #require(Crossing(text)).text == text)
    }

    @Test(
        "and as nothing else",
        arguments: [
            "", "edition-period-ended", "edition-period-ended/", "edition-period-ended/Å", "x/2019", "a/b/c",
            "news-published/a", "news-published/a/", "news-published/a/2024-5-1", "news-published/Å/2024-05-01",
            "news-published/a/2024-05-01/b", "edition-period-ended/2019/2024-05-01",
            "document-period-ended/", "document-period-ended/A", "document-period-ended/a/b",
            "edition-in-force/2027", "edition-in-force/2027/2027-5-1", "edition-in-force/2027/2027-05-01/a",
            "legal-force/2027/1/haninge", "legal-force/2027/01/haninge/2027-05-01", "legal-force/2027/+1/haninge/2027-05-01",
            "legal-force/2027/0/haninge/2027-05-01", "legal-force/2027/-1/haninge/2027-05-01",
            "legal-force/2027/ett/haninge/2027-05-01", "legal-force/2027/1/Haninge/2027-05-01",
        ]
    )
    func noTexts(_ text: String) {
        #expect(Crossing(text) == nil)
    }
}
