/// The back-planning of a whole round: each municipality's own plan, by the round's schedule and the calendars that are recorded.
///
/// Nothing of it is stored: when a meeting is moved, the plan is another.
package struct RoundPlan: Sendable {
    /// One municipality.
    package struct Row: Sendable {
        package let municipality: Municipality
        package let plan: BackPlan
        /// The day the proposal that counts was sent there; nil before that.
        package let sent: Day?
        /// The decision that counts for the proposal, when the municipality has one.
        package let decision: Track.Decision?
        /// Whether some meeting's last day for papers isn't known and has been assumed.
        package let assumesPapers: Bool
        /// Whether the calendar ends before the last day on which a decision can be taken.
        package let isShort: Bool

        /// Whether it hasn't got the proposal yet.
        package var waits: Bool { sent == nil && decision == nil }
        /// Whether the proposal can be sent today or later and be decided in time.
        package var canMakeIt: Bool { if case .cannot = plan.verdict { false } else { true } }
        /// Whether its calendar is missing, or has no meeting ahead of some kind.
        package var lacksCalendar: Bool { plan.verdict == .cannot(.noCalendar) }
    }

    package let schedule: Round.Schedule
    package let terms: BackPlan.Terms
    /// The members, in Swedish alphabetical order.
    package let rows: [Row]

    /// The plan of an edition's round as it looks on a day; nil when it has no schedule.
    package init?(of edition: Edition.ID, in cooperation: Cooperation, on today: Day) {
        guard let round = cooperation.ratification[edition], let schedule = round.schedule else { return nil }
        let terms = BackPlan.Terms(schedule)
        self.schedule = schedule
        self.terms = terms
        rows = cooperation.members.members(on: today).map { municipality in
            let track = round.current?[municipality.facts.id]
            let meetings = cooperation.calendar(of: municipality.facts.id).filter { meeting in
                meeting.isHeld && meeting.facts.stage.map { schedule.route.contains($0) } ?? false
            }
            let plan = BackPlan(
                calendar: meetings.compactMap { BackPlan.Sitting($0.facts) },
                terms: terms,
                from: track?.sent ?? today
            )
            return Row(
                municipality: municipality,
                plan: plan,
                sent: track?.sent,
                decision: track?.decision,
                assumesPapers: meetings.contains { $0.facts.papersDue == nil && $0.facts.day >= today },
                isShort: plan.knownThrough.map { $0.day < terms.lastDecisionDay } ?? true
            )
        }
    }

    /// Those that the proposal hasn't been sent to.
    package var waiting: [Row] { rows.filter(\.waits) }

    /// The last day to send for all of those who can make it and haven't got it; nil when there are none.
    package var lastDayToSend: Day? { waiting.filter(\.canMakeIt).compactMap(\.plan.lastDayToSend).min() }
}

extension Cooperation {
    /// The meetings of a municipality's own bodies, by day.
    package func calendar(of municipality: Municipality.ID) -> [Meeting] {
        organisation.bodies(.ratifyingBody)
            .filter { $0.facts.municipality == municipality }
            .flatMap { meetings.meetings(of: $0.facts.id) }
            .sorted { ($0.facts.day, $0.facts.body, $0.facts.id) < ($1.facts.day, $1.facts.body, $1.facts.id) }
    }
}

extension BackPlan.Terms {
    /// What a round's schedule asks of each municipality's calendar.
    package init(_ schedule: Round.Schedule) {
        self.init(
            inForceBy: schedule.inForceBy,
            route: schedule.route,
            countsLegalForce: schedule.countsLegalForce,
            preparation: schedule.preparationDays
        )
    }
}

extension BackPlan.Sitting {
    /// A recorded meeting as back-planning sees it; nil when it isn't said what kind it is.
    package init?(_ facts: Meeting.Facts) {
        guard let stage = facts.stage else { return nil }
        self.init(
            stage: stage,
            day: facts.day,
            papersDue: facts.papersDue ?? facts.day.adding(days: -Meeting.assumedPaperDays)
        )
    }
}
