import Cooperation
import Testing

@Suite("What the public may see") struct VisibilityTests {
    private func change(_ subject: String, isShown: Bool, reason: String = "Skäl.") throws -> ChangeVisibility {
        ChangeVisibility(try #require(Subject(subject)), isShown: isShown, reason: reason)
    }

    @Test("the rule", arguments: SubjectTests.known)
    func rule(_ subject: String) throws {
        var ledger = try Sample.whole()
        // Each is there from some day on, and none was there in 2008.
        let (first, second, third) = ("2024-02-01", "2024-02-02", "2024-02-03")
        let (shown, hidden) = (try change(subject, isShown: true), try change(subject, isShown: false))
        #expect(try ledger.refusal(shown, first) == .init(code: "visibility.shown-already", field: "subject"))
        #expect(try ledger.refusal(hidden, "2008-01-01") == .init(code: "visibility.unknown", field: "subject"))
        for isShown in [true, false] {
            let blank = try change(subject, isShown: isShown, reason: " ")
            #expect(try ledger.refusal(blank, first) == .init(code: "visibility.reason", field: "reason"))
        }
        try ledger.record(hidden, try period(first))
        #expect(try ledger.refusal(hidden, second) == .init(code: "visibility.withdrawn-already", field: "subject"))
        // Dated back, it would leave the recorded withdrawal without meaning.
        #expect(try ledger.refusal(hidden, "2024-01-31").code == "record.would-void")
        try ledger.record(shown, try period(second))
        #expect(try ledger.refusal(shown, third) == .init(code: "visibility.shown-already", field: "subject"))
        #expect(try ledger.refusal(hidden, third) == .accepted)
    }

    @Test("subjects that don't exist can't be withdrawn", arguments: SubjectTests.unknown)
    func unknown(_ subject: String) throws {
        let answer = try Sample.whole().refusal(change(subject, isShown: false), "2024-02-01")
        #expect(answer == .init(code: "visibility.unknown", field: "subject"))
    }

    @Test("what is withdrawn now is hidden on every day, and shown again when it is restored")
    func gate() throws {
        var ledger = try Sample.ledger()
        let days = try ["2010-08-18", "2019-10-11", "2020-02-01", "2020-02-02", "2020-06-01", "2026-11-23"].map { try day($0) }
        func seen(_ ledger: Ledger, _ day: Day) throws -> [Bool] {
            let then = ledger.timeline.cooperation(asOf: day)
            let view = PublicView(of: then, known: ledger.timeline, now: ledger.live, on: day, today: day)
            #expect(view.day == day)
            return try [
                view.cooperation.members[id("haninge")] != nil, view.cooperation.programme[id("2019")] != nil,
                view.cooperation.outerFrames[id("rufs")] != nil, view.cooperation.members[id("salem")] != nil,
            ]
        }
        let before = try days.map { try seen(ledger, $0) }
        #expect(before == [[true, false, false, true]] + Array(repeating: [true, true, true, true], count: 5))
        for subject in ["members/haninge", "programme/2019", "frames/rufs"] {
            try ledger.record(change(subject, isShown: false), try period("2020-02-02"))
        }
        let hidden = try days.map { try seen(ledger, $0) }
        #expect(hidden == Array(repeating: [false, false, false, true], count: 6))
        for subject in ["members/haninge", "programme/2019", "frames/rufs"] {
            try ledger.record(change(subject, isShown: true), try period("2020-06-01"))
        }
        // While it was withdrawn it was not public; those days stay without it.
        let after = try days.map { try seen(ledger, $0) }
        let (open, shut) = ([true, true, true, true], [false, false, false, true])
        #expect(after == [[true, false, false, true], open, open, shut, open, open])
    }

    @Test("what it was withdrawn for does not reach the public's value, other things do")
    func others() throws {
        var ledger = try Sample.ledger()
        try ledger.record(change("members/haninge", isShown: false), try period("2020-02-02"))
        let today = try day("2026-11-23")
        let view = PublicView(of: ledger.live, known: ledger.timeline, now: ledger.live, on: today, today: today)
        #expect(view.cooperation.members.members.map(\.facts.id.text) == ["salem"])
        #expect(ledger.live.members.members.count == 2)
        #expect(ledger.live.withdrawnSubjects == [.municipality(try id("haninge"))])
        #expect(view.cooperation.settings == ledger.live.settings)
    }
}
