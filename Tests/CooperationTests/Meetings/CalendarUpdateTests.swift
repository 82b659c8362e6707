import Testing

@testable import Cooperation

@Suite("What a calendar that has been sent changes") struct CalendarUpdateTests {
    private static let today = "2027-01-01"

    private static func stage(_ name: String) throws -> DecisionStage {
        let stage = DecisionStage(rawValue: name)
        return try #require(stage)
    }

    /// A recorded meeting, as `board 2027-03-01 2027-02-15`, with `x` last when it is cancelled.
    private static func meeting(_ text: String) throws -> Meeting {
        let words = text.split(separator: " ").map(String.init)
        let held = try day(words[1])
        let facts = Meeting.Facts(
            body: try #require(Body.ID("ks")),
            id: try #require(Meeting.ID(words[1] + (words[0] == "board" ? "" : "-\(words[0])"))),
            stage: try stage(words[0]),
            day: held,
            place: nil,
            papersDue: words.count > 2 && words[2] != "-" ? try day(words[2]) : nil,
            isCancelled: words.last == "x" ? true : nil,
            remarks: [],
            sources: []
        )
        return Meeting(facts: facts, since: .day(try day(today)))
    }

    /// A row that was sent, written likewise.
    private static func row(_ text: String) throws -> CalendarUpdate.Row {
        let words = text.split(separator: " ").map(String.init)
        return CalendarUpdate.Row(
            stage: try stage(words[0]),
            day: try day(words[1]),
            papersDue: words.count > 2 && words[2] != "-" && words[2] != "x" ? try day(words[2]) : nil,
            isCancelled: words.last == "x"
        )
    }

    private static func changes(_ rows: [String], _ recorded: [String], isWhole: Bool) throws -> [String] {
        try CalendarUpdate(
            rows.map(row),
            of: try #require(Body.ID("ks")),
            among: recorded.map(meeting),
            paperDays: 10,
            isWhole: isWhole,
            on: try day(today)
        )
        .changes.map { change in
            let due = change.request.papersDue.map { " \($0.iso)" } ?? ""
            return "\(change.kind.rawValue) \(change.request.id) \(change.request.day)\(due)"
        }
    }

    @Test(
        "each meeting is new, moved, changed, cancelled, held again, or as it was",
        arguments: [
            // What wasn't said of papers is so many days before.
            (["board 2027-03-01"], [], false, ["added 2027-03-01 2027-03-01 2027-02-19"]),
            (["board 2027-03-01 2027-02-10"], [], false, ["added 2027-03-01 2027-03-01 2027-02-10"]),
            // A day for papers that is recorded stays when none is sent.
            (["board 2027-03-01"], ["board 2027-03-01 2027-02-01"], false, ["unchanged 2027-03-01 2027-03-01 2027-02-01"]),
            (["board 2027-03-01"], ["board 2027-03-01"], false, ["changed 2027-03-01 2027-03-01 2027-02-19"]),
            (
                ["board 2027-03-01 2027-02-02"], ["board 2027-03-01 2027-02-01"], false,
                ["changed 2027-03-01 2027-03-01 2027-02-02"]
            ),
            (["board 2027-03-01 x"], ["board 2027-03-01 2027-02-01"], false, ["cancelled 2027-03-01 2027-03-01 2027-02-01"]),
            (["board 2027-03-01"], ["board 2027-03-01 2027-02-01 x"], false, ["restored 2027-03-01 2027-03-01 2027-02-01"]),
            (["board 2027-03-01 x"], ["board 2027-03-01 2027-02-01 x"], false, ["unchanged 2027-03-01 2027-03-01 2027-02-01"]),
            (["board 2027-03-01 x"], [], false, ["never-known 2027-03-01 2027-03-01 2027-02-19"]),
            // Cancelled and held on the same day: it is held.
            (["board 2027-03-01 x", "board 2027-03-01"], [], false, ["added 2027-03-01 2027-03-01 2027-02-19"]),
            // Another kind of meeting on the same day is another meeting.
            (
                ["council 2027-03-01"], ["board 2027-03-01 2027-02-01"], true,
                ["added 2027-03-01-2 2027-03-01 2027-02-19"]
            ),
        ] as [([String], [String], Bool, [String])]
    )
    func one(_ rows: [String], _ recorded: [String], _ isWhole: Bool, _ expected: [String]) throws {
        #expect(try Self.changes(rows, recorded, isWhole: isWhole) == expected)
    }

    @Test("what is missing is left, unless the calendar is whole: then it is moved when a new one is near, else cancelled")
    func missing() throws {
        let recorded = ["board 2027-02-01 2027-01-18", "board 2027-03-01 2027-02-15", "board 2027-04-05 2027-03-22"]
        let rows = ["board 2027-02-01", "board 2027-03-08", "board 2027-04-26"]
        #expect(
            try Self.changes(rows, recorded, isWhole: false) == [
                "unchanged 2027-02-01 2027-02-01 2027-01-18", "not-sent 2027-03-01 2027-03-01 2027-02-15",
                "added 2027-03-08 2027-03-08 2027-02-26", "not-sent 2027-04-05 2027-04-05 2027-03-22",
                "added 2027-04-26 2027-04-26 2027-04-16",
            ]
        )
        // The id stays, and papers are due as long before as they were. Twenty-one days is the farthest.
        #expect(
            try Self.changes(rows, recorded, isWhole: true) == [
                "unchanged 2027-02-01 2027-02-01 2027-01-18", "moved 2027-03-01 2027-03-08 2027-02-22",
                "moved 2027-04-05 2027-04-26 2027-04-12",
            ]
        )
        #expect(
            try Self.changes(["board 2027-02-01", "board 2027-04-27"], recorded, isWhole: true) == [
                "unchanged 2027-02-01 2027-02-01 2027-01-18", "cancelled 2027-03-01 2027-03-01 2027-02-15",
                "cancelled 2027-04-05 2027-04-05 2027-03-22", "added 2027-04-27 2027-04-27 2027-04-17",
            ]
        )
    }

    @Test("what has been, what lies outside what was sent, and meetings of other kinds are never cancelled")
    func outside() throws {
        let recorded = ["board 2026-12-14", "board 2027-06-01", "council 2027-02-15"]
        let changes = try Self.changes(["board 2026-11-30", "board 2027-05-03"], recorded, isWhole: true)
        #expect(changes.map { $0.prefix { $0 != " " } } == ["added", "added"])
    }

    @Test("a meeting at the edge of the calendar may have been moved into it")
    func edge() throws {
        let changes = try Self.changes(["board 2027-02-08"], ["board 2027-02-01 2027-01-18"], isWhole: true)
        #expect(changes == ["moved 2027-02-01 2027-02-08 2027-01-25"])
    }

    @Test("the same calendar a second time changes nothing")
    func again() throws {
        let rows = try ["board 2027-03-01", "committee 2027-03-01", "council 2027-03-29 2027-03-01"].map(Self.row)
        let body = try #require(Body.ID("ks"))
        let today = try day(Self.today)
        func update(_ recorded: [Meeting]) -> CalendarUpdate {
            CalendarUpdate(rows, of: body, among: recorded, paperDays: 14, isWhole: true, on: today)
        }
        let first = update([])
        #expect(Set(first.changes.map(\.request.id)).count == 3)
        let recorded = first.requests.map { request in
            Meeting(
                facts: Meeting.Facts(
                    body: body,
                    id: request.id,
                    stage: request.stage,
                    day: request.day,
                    place: nil,
                    papersDue: request.papersDue,
                    isCancelled: nil,
                    remarks: [],
                    sources: []
                ),
                since: .day(today)
            )
        }
        #expect(update(recorded).requests.isEmpty)
        #expect(update(recorded).changes.allSatisfy { $0.kind == .unchanged })
    }
}
