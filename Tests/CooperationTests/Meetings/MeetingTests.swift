import Testing

@testable import Cooperation

@Suite("Meetings and what they decide") struct MeetingTests {
    private static func meeting(_ id: String, _ day: String, of body: String = "ssk") throws -> RecordMeeting {
        RecordMeeting(of: try CooperationTests.id(body), id: try CooperationTests.id(id), day: try CooperationTests.day(day))
    }

    private static func decision(_ paragraph: Int, of meeting: String = "forsta") throws -> RecordDecision {
        RecordDecision(
            of: try CooperationTests.id("ssk"),
            meeting: try CooperationTests.id(meeting),
            paragraph: paragraph,
            title: "Rubrik"
        )
    }

    /// A committee whose first meeting was held on 9 February 2027 and decided § 12.
    private static func ledger() throws -> Ledger {
        try Ledger([
            ("2010", Sample.settings()), ("2010", try Sample.body("ssk", .committee)),
            ("2027-01-01", try meeting("forsta", "2027-02-09")), ("2027-02-09", try decision(12)),
            ("2027-01-01", try meeting("andra", "2027-03-09")),
        ])
    }

    private static func changed(_ change: (inout RecordMeeting) throws -> Void) throws -> RecordMeeting {
        var request = try meeting("andra", "2027-03-09")
        try change(&request)
        return request
    }

    private static func changed(_ change: (inout RecordDecision) throws -> Void) throws -> RecordDecision {
        var request = try decision(13)
        try change(&request)
        return request
    }

    static func requests() throws -> [(any Request, String, String?, String?)] {
        [
            (try changed { $0.place = "Haninge" } as RecordMeeting, "2027-01-02", nil, nil),
            (try changed { $0.papersDue = try day("2027-03-09") } as RecordMeeting, "2027-01-02", nil, nil),
            (
                try changed { $0.papersDue = try day("2027-03-10") } as RecordMeeting, "2027-01-02", "meetings.papers-late",
                "papersDue"
            ),
            (
                try changed { $0.place = String(repeating: "a", count: 121) } as RecordMeeting, "2027-01-02", "meetings.place",
                "place"
            ),
            (try changed { $0.body = try id("lg") } as RecordMeeting, "2027-01-02", "organisation.unknown-body", "body"),
            (try changed { $0.isCancelled = true } as RecordMeeting, "2027-03-01", nil, nil),
            (
                try changed { ($0.id, $0.day, $0.isCancelled) = (try id("forsta"), try day("2027-02-09"), true) }
                    as RecordMeeting,
                "2027-03-01", "meetings.has-decisions", "isCancelled"
            ),
            // Before it had decided anything it could be cancelled, had the decision not been recorded.
            (
                try changed { ($0.id, $0.day, $0.isCancelled) = (try id("forsta"), try day("2027-02-09"), true) }
                    as RecordMeeting,
                "2027-02-01", "record.would-void", nil
            ),
            (
                try changed { ($0.id, $0.day) = (try id("forsta"), try day("2027-02-10")) } as RecordMeeting, "2027-03-01",
                "meetings.has-decisions", "day"
            ),
            (
                try changed { ($0.id, $0.day) = (try id("forsta"), try day("2027-02-08")) } as RecordMeeting, "2027-03-01", nil,
                nil
            ),
            (try decision(13), "2027-02-09", nil, nil), (try decision(13), "2027-02-20", nil, nil),
            (try decision(13), "2027-02-08", "meetings.not-held", "meeting"),
            (try decision(0), "2027-02-09", "meetings.paragraph", "paragraph"),
            (try decision(10_000), "2027-02-09", "meetings.paragraph", "paragraph"),
            (try decision(13, of: "tredje"), "2027-02-09", "meetings.unknown", "meeting"),
            (try changed { $0.title = " " } as RecordDecision, "2027-02-09", "meetings.blank", "title"),
            (
                try changed { $0.title = .written(String(repeating: "a", count: 201)) } as RecordDecision, "2027-02-09",
                "meetings.long", "title"
            ),
            (
                try changed { $0.text = .written(String(repeating: "a", count: 20_001)) } as RecordDecision, "2027-02-09",
                "meetings.long", "text"
            ),
            (
                try changed { $0.about = .plan(try id("2027")) } as RecordDecision, "2027-02-09", "visibility.unknown", "subject"
            ),
            (try changed { $0.about = .body(try id("ssk")) } as RecordDecision, "2027-02-09", nil, nil),
        ]
    }

    @Test("are recorded or refused with the reason")
    func rules() throws {
        let ledger = try Self.ledger()
        for (index, (request, text, code, field)) in try Self.requests().enumerated() {
            #expect(try ledger.refusal(request, text) == .init(code: code, field: field), "\(index): \(request)")
        }
    }

    @Test("a meeting that was cancelled decides nothing until it is held after all")
    func cancelled() throws {
        var ledger = try Self.ledger()
        try ledger.record(Self.changed { $0.isCancelled = true } as RecordMeeting, period("2027-03-01"))
        #expect(try ledger.code(Self.decision(1, of: "andra"), "2027-03-09") == "meetings.cancelled")
        // On the days before, it was still to be held; what is decided then would be left hanging.
        let early = try Self.meeting("andra", "2027-02-20")
        try ledger.record(early, period("2027-02-20"))
        #expect(try ledger.code(Self.decision(1, of: "andra"), "2027-02-21") == "record.would-void")
        try ledger.record(Self.meeting("andra", "2027-03-10"), period("2027-03-02"))
        #expect(try ledger.code(Self.decision(1, of: "andra"), "2027-03-10") == nil)
    }

    @Test("a meeting that is moved keeps its id, and a paragraph that is recorded anew takes the place of the one before")
    func moved() throws {
        var ledger = try Self.ledger()
        try ledger.record(Self.meeting("andra", "2027-02-01"), period("2027-01-05"))
        let meetings = ledger.live.meetings
        #expect(try meetings.meetings(of: id("ssk")).map(\.facts.id.text) == ["andra", "forsta"])
        #expect(meetings.inOrder.map(\.facts.id.text) == ["andra", "forsta"])
        #expect(try ledger.cooperation(asOf: "2027-01-04").meetings.inOrder.map(\.facts.id.text) == ["forsta", "andra"])
        try ledger.record(Self.decision(3), period("2027-02-10"))
        try ledger.record(Self.decision(12), period("2027-02-11"))
        let held = try #require(try ledger.live.meetings[id("ssk"), id("forsta")])
        #expect(held.decisions.map(\.fact.paragraph) == [3, 12])
        #expect(try held.decision(12)?.period == period("2027-02-11"))
        #expect(ledger.live.meetings.decisions.map(\.decision.fact.paragraph) == [12, 3])
        let reference = Meeting.Decision.Reference(body: try id("ssk"), meeting: try id("forsta"), paragraph: 3)
        #expect(ledger.live.meetings[reference]?.fact.reference == reference)
    }

    @Test("is recorded anew as it is, with its texts kept")
    func again() throws {
        let ledger = try Self.ledger()
        let meeting = try #require(try ledger.live.meetings[id("ssk"), id("forsta")])
        #expect(try ledger.act(RecordMeeting(of: meeting.facts), period("2027-03-01")).act == .meetings(.recorded(meeting.facts)))
        let decision = try #require(meeting.decisions.first?.fact)
        #expect(try ledger.act(RecordDecision(of: decision), period("2027-03-01")).act == .meetings(.decided(decision)))
    }
}
