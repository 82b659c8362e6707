import Cooperation
import Testing

@Suite("Planning backwards through a calendar") struct BackPlanTests {
    private typealias Sitting = BackPlan.Sitting

    /// A sitting, as `board 2027-03-01 2027-02-15`.
    private static func sitting(_ text: String) throws -> BackPlan.Sitting {
        let words = text.split(separator: " ")
        return Sitting(
            stage: try #require(DecisionStage(rawValue: String(words[0]))),
            day: try day(String(words[1])),
            papersDue: try day(String(words[2]))
        )
    }

    private static func plan(
        _ calendar: [String],
        by inForceBy: String,
        from today: String,
        route: [DecisionStage] = [.committee, .board],
        countsLegalForce: Bool = false,
        preparation: Int = 0
    ) throws -> BackPlan {
        let terms = BackPlan.Terms(
            inForceBy: try day(inForceBy),
            route: route,
            countsLegalForce: countsLegalForce,
            preparation: preparation
        )
        return BackPlan(calendar: try calendar.map(sitting), terms: terms, from: try day(today))
    }

    private static let spring = [
        "committee 2027-01-20 2027-01-08", "board 2027-02-01 2027-01-20",
        "committee 2027-02-17 2027-02-05", "board 2027-03-01 2027-02-16",
        "committee 2027-03-17 2027-03-05", "board 2027-03-29 2027-03-17",
        "council 2027-03-15 2027-03-01",
    ]

    @Test(
        "the last day to send, for a day by which the board must have decided",
        arguments: [
            // The board of 29 March can take what its committee says the same day that its papers are due.
            ("2027-03-29", "2027-03-05"), ("2027-04-15", "2027-03-05"),
            // The committee of 17 February is a day late for the board of 1 March.
            ("2027-03-28", "2027-01-08"), ("2027-03-01", "2027-01-08"), ("2027-02-01", "2027-01-08"),
            ("2027-01-31", nil),
        ] as [(String, String?)]
    )
    func lastDay(_ inForceBy: String, _ expected: String?) throws {
        let plan = try Self.plan(Self.spring, by: inForceBy, from: "2026-11-23")
        #expect(plan.lastDayToSend == (try expected.map(day)))
        #expect(plan.verdict == (try expected.map { .makesIt(lastDayToSend: try day($0)) } ?? .cannot(.noMeetingInTime)))
    }

    @Test("today before, on and after the last day to send")
    func today() throws {
        func plan(from today: String) throws -> BackPlan { try Self.plan(Self.spring, by: "2027-03-29", from: today) }
        #expect(try plan(from: "2027-03-04").verdict == .makesIt(lastDayToSend: try day("2027-03-05")))
        #expect(try plan(from: "2027-03-05").verdict == .onlyIfSentToday)
        #expect(try plan(from: "2027-03-06").verdict == .cannot(.tooLate(wouldHaveBeen: try day("2027-03-05"))))
        #expect(try plan(from: "2027-03-06").earliest == nil)
        // When the time is out it was too late, and no calendar would have helped.
        #expect(try plan(from: "2027-04-01").verdict == .cannot(.tooLate(wouldHaveBeen: try day("2027-03-05"))))
    }

    @Test("chains and possible meetings, sent in time and not")
    func chains() throws {
        let early = try Self.plan(Self.spring, by: "2027-03-29", from: "2026-11-23")
        #expect(early.earliest == (try [Self.spring[0], Self.spring[1]].map(Self.sitting)))
        #expect(early.latest == (try [Self.spring[4], Self.spring[5]].map(Self.sitting)))
        #expect(early.possibleDecisionMeetings == (try [1, 3, 5].map { try Self.sitting(Self.spring[$0]) }))
        let later = try Self.plan(Self.spring, by: "2027-03-28", from: "2027-01-09")
        // The committee of 17 February leads to the board of 29 March, a day too late.
        #expect(later.earliest == (try [Self.spring[2], Self.spring[5]].map(Self.sitting)))
        #expect(later.possibleDecisionMeetings == [])
        #expect(later.verdict == .cannot(.tooLate(wouldHaveBeen: try day("2027-01-08"))))
    }

    @Test("the municipality's own preparation comes before the first day for papers")
    func preparation() throws {
        let plan = try Self.plan(Self.spring, by: "2027-03-29", from: "2027-02-23", preparation: 10)
        #expect(plan.lastDayToSend == (try day("2027-02-23")))
        #expect(plan.verdict == .onlyIfSentToday)
        #expect(plan.latest == (try [Self.spring[4], Self.spring[5]].map(Self.sitting)))
        #expect(try Self.plan(Self.spring, by: "2027-03-29", from: "2027-02-24", preparation: 10).earliest == nil)
        #expect(
            try Self.plan(Self.spring, by: "2027-03-29", from: "2027-01-01", preparation: -5).lastDayToSend
                == (try day("2027-03-05"))
        )
        _ = try Self.plan(Self.spring, by: "2027-03-29", from: "2027-01-01", preparation: .max)
    }

    @Test(
        "the last day to send is a working day: the latest that is in time",
        arguments: [
            // Papers due on a Saturday, on a Sunday, and on the Monday after it.
            ("2027-02-06", "2027-02-05"), ("2027-02-07", "2027-02-05"), ("2027-02-08", "2027-02-08"),
            // Over Easter, from the Thursday before to the Tuesday after; and over Christmas.
            ("2027-03-29", "2027-03-25"), ("2027-03-30", "2027-03-30"), ("2026-12-27", "2026-12-23"),
        ]
    )
    func workingDay(_ due: String, _ expected: String) throws {
        let sitting = "board 2027-04-12 \(due)"
        func plan(from today: String) throws -> BackPlan {
            try Self.plan([sitting], by: "2027-04-30", from: today, route: [.board])
        }
        #expect(try plan(from: "2026-11-23").verdict == .makesIt(lastDayToSend: try day(expected)))
        #expect(try plan(from: expected).verdict == .onlyIfSentToday)
        // On the days off that follow nobody is there to take it, though papers are due later.
        let after = try day(expected).adding(days: 1)
        #expect(try plan(from: after.iso).verdict == .cannot(.tooLate(wouldHaveBeen: try day(expected))))
        let late = try plan(from: after.iso)
        #expect(late.earliest == nil && late.possibleDecisionMeetings == [])
    }

    @Test(
        "the calendar that ends first is named",
        arguments: [
            ("2027-03-17", "2027-03-29", "2027-04-12", DecisionStage.committee, "2027-03-17"),
            ("2027-04-17", "2027-03-29", "2027-04-12", .board, "2027-03-29"),
            ("2027-04-17", "2027-04-13", "2027-04-12", .council, "2027-04-12"),
            // On the same day it is the one that the matter comes to first.
            ("2027-04-12", "2027-04-12", "2027-04-12", .committee, "2027-04-12"),
        ]
    )
    func calendarEnd(_ committee: String, _ board: String, _ council: String, _ stage: DecisionStage, _ last: String) throws {
        let calendar = ["committee \(committee) \(committee)", "board \(board) \(board)", "council \(council) \(council)"]
        let plan = try Self.plan(calendar, by: "2027-12-31", from: "2026-11-23", route: [.committee, .board, .council])
        #expect(plan.knownThrough?.stage == stage)
        #expect(try plan.knownThrough?.day == day(last))
    }

    @Test("the whole way to the council, and the council alone")
    func council() throws {
        let whole = try Self.plan(Self.spring, by: "2027-03-15", from: "2026-11-23", route: [.committee, .board, .council])
        #expect(whole.latest?.map(\.stage) == [.committee, .board, .council])
        #expect(whole.lastDayToSend == (try day("2027-01-08")))
        #expect(
            try Self.plan(Self.spring, by: "2027-03-15", from: "2026-11-23", route: [.council]).lastDayToSend
                == (try day("2027-03-01"))
        )
    }

    @Test(
        "with legal force, the board must sit early enough for the slowest minutes",
        arguments: [
            // A sitting on 1 February has legal force on 11 March at the latest.
            ("2027-03-11", "2027-02-01"), ("2027-03-10", "2027-01-29"),
            // A Friday whose appeals would end on Midsummer Eve, and a Monday whose minutes are adjusted on the 28th.
            ("2027-06-30", "2027-05-21"), ("2027-01-21", "2026-12-14"),
        ]
    )
    func legalForce(_ inForceBy: String, _ expected: String) throws {
        let terms = BackPlan.Terms(inForceBy: try day(inForceBy), route: [.board], countsLegalForce: true)
        #expect(AppealPeriod(latestFor: terms.lastDecisionDay).presumedLegalForce <= terms.inForceBy)
        #expect(AppealPeriod(latestFor: terms.lastDecisionDay.adding(days: 1)).presumedLegalForce > terms.inForceBy)
        #expect(terms.lastDecisionDay == (try day(expected)))
        let sitting = "board \(expected) \(expected)"
        #expect(
            try Self.plan([sitting], by: inForceBy, from: expected, route: [.board], countsLegalForce: true).verdict
                == .onlyIfSentToday
        )
    }

    @Test("the last decision day with legal force is exact on every day of ten years")
    func legalForceAlways() throws {
        var date = try day("2024-01-01")
        while date.year < 2034 {
            let last = BackPlan.Terms(inForceBy: date, route: [.board], countsLegalForce: true).lastDecisionDay
            #expect(AppealPeriod(latestFor: last).presumedLegalForce <= date)
            #expect(AppealPeriod(latestFor: last.adding(days: 1)).presumedLegalForce > date)
            #expect(BackPlan.Terms(inForceBy: date, route: [.board]).lastDecisionDay == date)
            date = date.adding(days: 1)
        }
    }

    @Test("what isn't known is told, and not taken for a no")
    func unknown() throws {
        let empty = try Self.plan([], by: "2027-03-29", from: "2026-11-23")
        #expect(empty.verdict == .cannot(.noCalendar))
        #expect(empty.unknownStages == [.committee, .board])
        #expect(empty.lastDayToSend == nil && empty.latest == nil && empty.earliest == nil && empty.knownThrough == nil)
        let onlyBoard = try Self.plan(Self.spring.filter { $0.hasPrefix("board") }, by: "2027-03-29", from: "2026-11-23")
        #expect(onlyBoard.verdict == .cannot(.noCalendar) && onlyBoard.unknownStages == [.committee])
        // The calendar ended before today, and there is still time.
        let old = try Self.plan(Self.spring, by: "2027-12-31", from: "2027-06-01")
        #expect(old.verdict == .cannot(.noCalendar) && old.unknownStages == [.committee, .board])
        #expect(old.lastDayToSend == (try day("2027-03-05")))
        #expect(old.knownThrough?.stage == .committee)
        #expect(try old.knownThrough?.day == day("2027-03-17"))
        let none = try Self.plan(Self.spring, by: "2027-12-31", from: "2026-11-23", route: [])
        #expect(none.verdict == .cannot(.noCalendar) && none.lastDayToSend == nil && none.possibleDecisionMeetings == [])
    }

    @Test("papers are never due after the meeting")
    func papersAfter() throws {
        #expect(try Self.sitting("board 2027-03-01 2027-03-09").papersDue == (try day("2027-03-01")))
    }

    @Test("stages are in the order a matter passes them")
    func order() {
        #expect(DecisionStage.allCases.shuffled().sorted() == [.committee, .board, .council])
    }

    // MARK: Against every chain

    /// What a plan answers, found by trying every chain of sittings there is.
    private struct Tried {
        var lastDayToSend: Day?
        var soonest: Day?
        var decisions: Set<BackPlan.Sitting> = []

        init(_ calendar: [BackPlan.Sitting], _ terms: BackPlan.Terms, _ today: Day) {
            var chains: [[BackPlan.Sitting]] = terms.route.isEmpty ? [] : [[]]
            for stage in terms.route {
                chains = chains.flatMap { chain in calendar.filter { $0.stage == stage }.map { chain + [$0] } }
            }
            for chain in chains where BackPlanTests.holds(chain) {
                guard let first = chain.first, let last = chain.last else { continue }
                // Days are tried backwards one by one until it is one on which a municipality is at work.
                var sent = first.papersDue.adding(days: -terms.preparation)
                while Self.isDayOff(sent) { sent = sent.adding(days: -1) }
                let inForce = terms.countsLegalForce ? AppealPeriod(latestFor: last.day).presumedLegalForce : last.day
                if inForce <= terms.inForceBy {
                    lastDayToSend = max(lastDayToSend ?? sent, sent)
                    if sent >= today { decisions.insert(last) }
                }
                if sent >= today { soonest = min(soonest ?? last.day, last.day) }
            }
        }

        /// The days off within the months that are tried, written out by hand.
        private static func isDayOff(_ day: Day) -> Bool {
            let named: Set = [
                "2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-29", "2027-05-06",
            ]
            return day.weekday >= 6 || named.contains(day.iso)
        }
    }

    private static func holds(_ chain: [BackPlan.Sitting]) -> Bool {
        zip(chain, chain.dropFirst()).allSatisfy { $0.day <= $1.papersDue }
    }

    @Test("random calendars are planned as trying every chain does", arguments: 0..<10 as Range<UInt64>)
    func oracle(_ seed: UInt64) throws {
        var dice = Dice(seed + 4711)
        let start = try day("2026-12-01")
        let routes: [[DecisionStage]] = [
            [.board], [.council], [.committee, .board], [.board, .council], [.committee, .board, .council],
            [.committee, .council], [],
        ]
        for _ in 0..<Effort.count(5_000, otherwise: 50) {
            let span = dice.happens(50) ? 12 : 90
            var calendar = (0..<dice.below(16)).map { _ in
                let date = start.adding(days: dice.below(span))
                let ahead = dice.happens(25) ? 0 : dice.below(span / 3 + 1)
                return Sitting(stage: dice.pick(DecisionStage.allCases), day: date, papersDue: date.adding(days: -ahead))
            }
            if let first = calendar.first, dice.happens(20) { calendar += [first, first] }
            let terms = BackPlan.Terms(
                inForceBy: start.adding(days: dice.below(span + 60)),
                route: dice.pick(routes),
                countsLegalForce: dice.happens(40),
                preparation: dice.happens(50) ? 0 : dice.below(15)
            )
            let today = start.adding(days: dice.below(span + 20) - 20)
            let plan = BackPlan(calendar: calendar, terms: terms, from: today)
            let tried = Tried(calendar, terms, today)

            #expect(plan.lastDayToSend == tried.lastDayToSend)
            #expect(plan.earliest?.last?.day == tried.soonest)
            #expect(Set(plan.possibleDecisionMeetings) == tried.decisions)
            #expect(plan.possibleDecisionMeetings.count == tried.decisions.count)
            #expect(plan.possibleDecisionMeetings.map(\.day) == plan.possibleDecisionMeetings.map(\.day).sorted())
            for chain in [plan.earliest, plan.latest].compactMap({ $0 }) {
                #expect(chain.map(\.stage) == terms.route && Self.holds(chain) && chain.allSatisfy(calendar.contains))
            }
            if let latest = plan.latest {
                let due = try #require(latest.first?.papersDue.adding(days: -terms.preparation))
                #expect(plan.lastDayToSend == due.movedBackToWeekday())
                #expect(latest.allSatisfy { $0.day <= terms.lastDecisionDay })
            }
            #expect((plan.latest == nil) == (plan.lastDayToSend == nil))
            #expect(BackPlan(calendar: calendar.reversed(), terms: terms, from: today) == plan)

            let makesIt = tried.lastDayToSend.map { $0 >= today } ?? false
            #expect(makesIt == !tried.decisions.isEmpty)
            switch plan.verdict {
            case .makesIt(let last): #expect(last == tried.lastDayToSend && last > today)
            case .onlyIfSentToday: #expect(tried.lastDayToSend == today)
            case .cannot(.tooLate(let last)): #expect(last == tried.lastDayToSend && last < today && plan.unknownStages.isEmpty)
            case .cannot(.noMeetingInTime): #expect(tried.lastDayToSend == nil && plan.unknownStages.isEmpty)
            case .cannot(.noCalendar): #expect(!makesIt && (terms.route.isEmpty || !plan.unknownStages.isEmpty))
            }
        }
    }
}
