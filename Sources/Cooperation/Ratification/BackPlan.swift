/// A kind of meeting that a matter passes in a municipality on its way to a decision.
package enum DecisionStage: String, Codable, CaseIterable, Comparable, Sendable {
    /// A committee that prepares for the board (beredande utskott, often kommunstyrelsens arbetsutskott).
    case committee
    /// The executive board (kommunstyrelsen).
    case board
    /// The council (kommunfullmäktige).
    case council

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .committee: 0
        case .board: 1
        case .council: 2
        }
    }
}

/// When a proposal must reach a municipality for it to have decided in time, reckoned backwards through its calendar of meetings.
///
/// A chain is one sitting for each stage of the route. It holds when the proposal is there on the first sitting's last day for papers,
/// with the municipality's own time for preparation before it, and each later sitting takes papers still on the day the one before it
/// sits, or later. It is in time when its last sitting is on `Terms.lastDecisionDay` or before. Every day named is itself still in time.
///
/// A proposal is sent and received on working days: what is sent on a Saturday, a Sunday or a holiday is there on the next working day, so
/// that the last day to send is always a working day.
///
/// All is found in one pass over the calendar for each stage: what is earliest for one stage leaves most for the next, and likewise
/// backwards.
package struct BackPlan: Hashable, Sendable {
    /// A meeting in a municipality's calendar; cancelled ones are to be left out.
    package struct Sitting: Hashable, Sendable {
        package let stage: DecisionStage
        package let day: Day
        /// The last day to hand in papers, never after the meeting.
        package let papersDue: Day

        /// A meeting; papers due after it count as due on its day.
        package init(stage: DecisionStage, day: Day, papersDue: Day) {
            self.stage = stage
            self.day = day
            self.papersDue = min(papersDue, day)
        }
    }

    /// What the decision is needed for, and which way it goes.
    package struct Terms: Hashable, Sendable {
        /// The last day on which the decision may be there: taken or, when `countsLegalForce`, in legal force.
        package let inForceBy: Day
        /// The stages in order, each once; the last decides.
        package let route: [DecisionStage]
        /// Whether the decision must have legal force, and not only have been taken.
        package let countsLegalForce: Bool
        /// Days a municipality needs between getting the proposal and the first last day for papers.
        package let preparation: Int

        /// Terms; a negative preparation counts as none, and one of more than ten years as ten.
        package init(inForceBy: Day, route: [DecisionStage], countsLegalForce: Bool = false, preparation: Int = 0) {
            self.inForceBy = inForceBy
            self.route = route
            self.countsLegalForce = countsLegalForce
            self.preparation = min(max(0, preparation), 3_660)
        }

        /// The last day on which the deciding stage can sit.
        ///
        /// With legal force it is reckoned as slow as the law allows (`AppealPeriod.init(latestFor:)`): a plan that relies on quick
        /// minutes isn't one.
        package var lastDecisionDay: Day {
            guard countsLegalForce else { return inForceBy }
            // Thirty-seven days without any day off, and one for the force to begin.
            var day = inForceBy.adding(days: -38)
            while AppealPeriod(latestFor: day).presumedLegalForce > inForceBy { day = day.adding(days: -1) }
            return day
        }
    }

    /// Whether the municipality can decide in time.
    package enum Verdict: Hashable, Sendable {
        /// It can, if the proposal is sent on that day or before; the day is after today.
        case makesIt(lastDayToSend: Day)
        /// It can, but today is the last day to send.
        case onlyIfSentToday
        /// It can't in the ordinary way.
        case cannot(Obstacle)
    }

    /// Why a municipality can't decide in time.
    package enum Obstacle: Hashable, Sendable {
        /// For some stage no meeting is known, or none from today on although there is still time; see `unknownStages`.
        case noCalendar
        /// The meetings are known, but no chain of them ends in time, whenever the proposal had been sent.
        case noMeetingInTime
        /// The proposal should have been sent on a day that has been.
        case tooLate(wouldHaveBeen: Day)
    }

    /// How far a calendar is known.
    package struct CalendarEnd: Hashable, Sendable {
        /// The kind of meeting whose days end first.
        package let stage: DecisionStage
        /// The day of its last known meeting.
        package let day: Day
    }

    /// The last working day to send the proposal, also when it has been; nil when no chain of the meetings is in time.
    package let lastDayToSend: Day?

    /// The chain that a proposal takes when it is sent on `lastDayToSend` and comes before the first meeting that can take it each time.
    package let latest: [Sitting]?

    /// The chain that leads to a decision soonest when the proposal is sent today, whether that is in time or not.
    package let earliest: [Sitting]?

    /// The deciding stage's meetings that are in time and can take a proposal that is sent today or later, by day.
    package let possibleDecisionMeetings: [Sitting]

    /// The stages of the route for which no meeting is known, or none from today on although there is still time.
    package let unknownStages: [DecisionStage]

    /// The stage whose calendar ends first, with the day of its last known meeting; nil when a stage has none.
    ///
    /// When the day is before `Terms.lastDecisionDay`, the rest of the calendar may not be known yet, and with it a later chain.
    package let knownThrough: CalendarEnd?

    /// Whether the municipality can decide in time.
    package let verdict: Verdict

    /// The plan for one municipality.
    ///
    /// - Parameters:
    ///   - calendar: its meetings that will be or have been held, in any order; the same one twice counts once.
    ///   - terms: what the decision is needed for, and which way it goes.
    ///   - today: the first day on which the proposal can be sent.
    package init(calendar: [Sitting], terms: Terms, from today: Day) {
        let stages = terms.route.map { stage in calendar.filter { $0.stage == stage } }
        let lastDecisionDay = terms.lastDecisionDay
        let isStillTime = lastDecisionDay >= today

        lastDayToSend = Self.lastPapersDue(stages, lastDecisionDay)
            .map { $0.adding(days: -terms.preparation).movedBackToWeekday() }
        latest = lastDayToSend.flatMap { Self.chain(stages, ready: $0.adding(days: terms.preparation)) }
        let ready = today.movedToWeekday().adding(days: terms.preparation)
        earliest = Self.chain(stages, ready: ready)
        possibleDecisionMeetings = Self.decisions(stages, ready: ready, lastDecisionDay)
        unknownStages = zip(terms.route, stages)
            .filter { _, sittings in !sittings.contains { !isStillTime || $0.day >= today } }
            .map(\.0)

        let ends = zip(terms.route, stages).compactMap { stage, sittings in
            sittings.map(\.day).max().map { CalendarEnd(stage: stage, day: $0) }
        }
        knownThrough = ends.count == stages.count ? ends.min { ($0.day, $0.stage) < ($1.day, $1.stage) } : nil

        verdict =
            if let last = lastDayToSend, last >= today {
                last == today ? .onlyIfSentToday : .makesIt(lastDayToSend: last)
            } else if terms.route.isEmpty || !unknownStages.isEmpty {
                .cannot(.noCalendar)
            } else if let last = lastDayToSend {
                .cannot(.tooLate(wouldHaveBeen: last))
            } else {
                .cannot(.noMeetingInTime)
            }
    }

    /// The latest day for papers to the first stage from which a chain is in time.
    private static func lastPapersDue(_ stages: [[Sitting]], _ lastDecisionDay: Day) -> Day? {
        guard !stages.isEmpty else { return nil }
        var limit = lastDecisionDay
        for sittings in stages.reversed() {
            guard let due = sittings.lazy.filter({ $0.day <= limit }).map(\.papersDue).max() else { return nil }
            limit = due
        }
        return limit
    }

    /// The chain that is decided soonest by a proposal that is ready to be handed in on a day.
    private static func chain(_ stages: [[Sitting]], ready: Day) -> [Sitting]? {
        guard !stages.isEmpty else { return nil }
        var ready = ready
        var chain: [Sitting] = []
        for sittings in stages {
            let open = sittings.lazy.filter { $0.papersDue >= ready }
            guard let next = open.min(by: { ($0.day, $0.papersDue) < ($1.day, $1.papersDue) }) else { return nil }
            chain.append(next)
            ready = next.day
        }
        return chain
    }

    /// The last stage's meetings that a proposal can reach in time when it is ready on a day.
    private static func decisions(_ stages: [[Sitting]], ready: Day, _ lastDecisionDay: Day) -> [Sitting] {
        guard let deciding = stages.last else { return [] }
        let before = Array(stages.dropLast())
        guard before.isEmpty || chain(before, ready: ready) != nil else { return [] }
        let arrival = chain(before, ready: ready)?.last?.day ?? ready
        return Set(deciding.lazy.filter { $0.papersDue >= arrival && $0.day <= lastDecisionDay })
            .sorted { ($0.day, $0.papersDue) < ($1.day, $1.papersDue) }
    }
}
