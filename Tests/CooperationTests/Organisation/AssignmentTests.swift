import Testing

@testable import Cooperation

@Suite("What bodies work with") struct AssignmentTests {
    typealias Answer = Ledger.Answer

    private func end(_ node: String = "mal", _ edition: String = "2019", of body: String = "planering") throws -> EndAssignment {
        EndAssignment(try id(body), to: try id(node), in: try id(edition), reason: "Klart.")
    }

    private func nodes(_ cooperation: Cooperation) throws -> [String] {
        try #require(cooperation.organisation[try id("planering")]).assignments.map(\.fact.node.text)
    }

    @Test("an assignment that has ended holds until the day before, and can be given again")
    func ends() throws {
        var ledger = try Sample.whole()
        let before = try nodes(ledger.live)
        #expect(before == ["mal"])
        try ledger.record(try end(), try period("2024-03-01"))
        #expect(try nodes(ledger.live) == [])
        let (dayBefore, dayItself) = (try ledger.cooperation(asOf: "2024-02-29"), try ledger.cooperation(asOf: "2024-03-01"))
        #expect(try nodes(dayBefore) == before)
        #expect(try nodes(dayItself) == [])
        let inside: Set<Edition.Node.ID> = [try id("mal")]
        let edition: Edition.ID = try id("2019")
        #expect(ledger.live.organisation.bodies(assignedTo: inside, of: edition).isEmpty)
        try ledger.record(try Sample.assignment(), try period("2024-06-01"))
        #expect(try nodes(ledger.live) == ["mal"])
        #expect(!ledger.live.hasVoidActs)
    }

    @Test(
        "only one that holds on the day can end",
        arguments: [
            ("planering", "mal", "2019", "2024-01-01", nil, nil),
            ("planering", "omrade", "2019", "2024-01-01", "organisation.not-assigned", "node"),
            ("planering", "mal", "2023", "2024-01-01", "organisation.not-assigned", "node"),
            ("planering", "mal", "2019", "2019-11-30", "organisation.not-assigned", "node"),
            ("yh", "mal", "2019", "2024-01-01", "organisation.unknown-body", "body"),
        ] as [(String, String, String, String, String?, String?)]
    )
    func refused(_ body: String, _ node: String, _ edition: String, _ day: String, _ code: String?, _ field: String?) throws {
        let answer = try Sample.whole().refusal(try end(node, edition, of: body), day)
        #expect(answer == Answer(code: code, field: field))
    }

    @Test("it isn't ended twice, nor before another ending that would then mean nothing")
    func twice() throws {
        var ledger = try Sample.whole()
        try ledger.record(try end(), try period("2024-03-01"))
        #expect(try ledger.code(try end(), "2024-03-02") == "organisation.not-assigned")
        #expect(try ledger.code(try end(), "2024-02-01") == "record.would-void")
    }

    @Test("the last day of some acts is told as they stand, corrected and struck ones too")
    func lastDay() throws {
        var ledger = try Sample.whole()
        let isEnding: (Act) -> Bool = { if case .organisation(.assignmentEnded) = $0 { true } else { false } }
        #expect(ledger.timeline.lastDay(of: isEnding) == nil)
        try ledger.record(try end(), try period("2024-03-01"))
        let position = ledger.last
        #expect(ledger.timeline.lastDay(of: isEnding)?.iso == "2024-03-01")
        try ledger.record(
            CorrectRecord(position, with: try end(), reason: "Fel dag."),
            try period("2024-02-01"),
            on: try day("2024-04-01")
        )
        #expect(ledger.timeline.lastDay(of: isEnding)?.iso == "2024-02-01")
        try ledger.record(StrikeRecord(position, reason: "Aldrig."), try period("2024-05-01"))
        #expect(ledger.timeline.lastDay(of: isEnding) == nil)
        #expect(ledger.timeline.lastDay { _ in true }.map { $0 <= ledger.records.map(\.happened.last).max() ?? $0 } == true)
    }
}
