import Cooperation
import Testing

@Suite("Outer frames") struct OuterFrameTests {
    @Test("the rule")
    func rule() throws {
        let ledger = try Ledger()
        var frame = try Sample.frame()
        #expect(try ledger.refusal(frame, "2018-10") == .accepted)
        frame.goals = []
        #expect(try ledger.refusal(frame, "2018-10") == .accepted)
        frame.goals = try [(id: id("1"), text: "a"), (id: id("1"), text: "b")]
        #expect(try ledger.refusal(frame, "2018-10") == .init(code: "frames.goal-taken", field: "goals"))
        frame.goals = []
        frame.owner = " "
        #expect(try ledger.refusal(frame, "2018-10") == .init(code: "frames.blank", field: "owner"))
        frame.title = ""
        #expect(try ledger.refusal(frame, "2018-10") == .init(code: "frames.blank", field: "title"))
    }

    @Test("a goal that is served must stay, and a frame that an edition names too")
    func served() throws {
        var ledger = try Sample.ledger()
        let lost = Ledger.Answer(code: "frames.goal-served", field: "goals")
        #expect(try ledger.refusal(Sample.frame(goals: ["2", "3"]), "2020-01-01") == lost)
        #expect(try ledger.refusal(Sample.frame(goals: ["1"]), "2020-01-01") == .accepted)
        // Dated back, it would leave the mapping without its goal.
        #expect(try ledger.refusal(Sample.frame(goals: ["2"]), "2019-11-01").code == "record.would-void")
        try ledger.record(Sample.frame("plan"), try period("2019-12-02"))
        let plan = Position(Int64(ledger.timeline.count))
        #expect(try ledger.refusal(StrikeRecord(plan, reason: "Fel."), "2026-01-01") == .accepted)
        var edition = try Sample.edition("2023", "2023", to: nil)
        edition.frames = [try id("plan")]
        try ledger.record(edition, try period("2023-02-01"))
        #expect(try ledger.refusal(StrikeRecord(plan, reason: "Fel."), "2026-01-01").code == "record.would-void")
    }

    @Test(
        "its time runs out, and is over",
        arguments: [
            ("2026", "2025-12-31", false, false), ("2026", "2026-01-01", true, false), ("2026", "2026-12-31", true, false),
            ("2026", "2027-01-01", false, true), ("2026-10", "2026-09-30", false, false), ("2026-10", "2026-10-31", true, false),
            ("2026-10-15", "2026-10-15", true, false), ("2026-10-15", "2026-10-16", false, true),
            (nil, "2099-01-01", false, false),
        ] as [(String?, String, Bool, Bool)]
    )
    func time(_ end: String?, _ today: String, _ isEnding: Bool, _ hasEnded: Bool) throws {
        var request = try Sample.frame()
        request.validTo = try end.map { try period($0) }
        let frame = try #require(try Ledger([("2018", request)]).live.outerFrames[try id("rufs")])
        #expect(frame.isEnding(on: try day(today)) == isEnding)
        #expect(frame.hasEnded(on: try day(today)) == hasEnded)
    }

    @Test("the oldest stands first")
    func order() throws {
        var ledger = try Ledger()
        for (name, adopted) in [("b", "2018"), ("c", nil), ("a", "2018"), ("d", "1999")] {
            var frame = try Sample.frame(name)
            frame.adopted = try adopted.map { try period($0) }
            try ledger.record(frame, try period("2020"))
        }
        // What has no known day stands with 1970, which is before the others here.
        #expect(ledger.live.outerFrames.inOrder.map(\.facts.id.text) == ["c", "d", "a", "b"])
    }
}
