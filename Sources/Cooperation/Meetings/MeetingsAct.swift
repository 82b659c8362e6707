import HashTreeCollections

/// Acts about meetings.
package enum MeetingsAct: Hashable, Sendable {
    /// A meeting was set, moved or cancelled: the whole of it as it is from then on.
    case recorded(Meeting.Facts)
    /// A meeting decided something.
    case decided(Meeting.Decision)
}

extension MeetingsAct: CapabilityAct {
    static let forms = [
        ActForm("meetings.recorded") { .meetings(.recorded($0)) },
        ActForm("meetings.decided") { .meetings(.decided($0)) },
    ]

    var kind: String {
        switch self {
        case .recorded: "meetings.recorded"
        case .decided: "meetings.decided"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .recorded(let facts): facts
        case .decided(let decision): decision
        }
    }
}

extension Cooperation {
    /// Why an act about meetings would mean nothing here; nil when it can be applied.
    ///
    /// - Parameters:
    ///   - act: the act.
    ///   - period: when it happens; nothing is decided before the meeting is held.
    /// - Returns: the objection.
    func objection(to act: MeetingsAct, at period: Period?) -> Refusal? {
        switch act {
        case .recorded(let facts):
            guard organisation.bodies[facts.body] != nil else { return .unknownBody(facts.body) }
            guard let decisions = meetings[facts.body, facts.id]?.decisions, !decisions.isEmpty else { return nil }
            if facts.isCancelled == true { return .cancelledWithDecisions }
            return decisions.contains { $0.period.last < facts.day } ? .movedPastDecisions : nil
        case .decided(let decision):
            guard let meeting = meetings[decision.body, decision.meeting] else { return .unknownMeeting(decision.meeting) }
            guard meeting.isHeld else { return .cancelledMeeting }
            if let period, period.last < meeting.facts.day { return .notHeldYet(meeting.facts.day) }
            return decision.about.flatMap { knows($0) ? nil : .unknownSubject($0) }
        }
    }
}

extension Meetings {
    /// The meetings after an act that meets no objection.
    mutating func apply(_ act: MeetingsAct, at period: Period) {
        switch act {
        case .recorded(let facts):
            var meeting = self[facts.body, facts.id] ?? Meeting(facts: facts, since: period)
            meeting.facts = facts
            meetings[facts.body, default: [:]][facts.id] = meeting
        case .decided(let decision):
            guard var meeting = self[decision.body, decision.meeting] else { return }
            meeting.decisions.removeAll { $0.fact.paragraph == decision.paragraph }
            meeting.decisions.append(Dated(decision, period))
            meeting.decisions.sort { $0.fact.paragraph < $1.fact.paragraph }
            meetings[decision.body]?[decision.meeting] = meeting
        }
    }
}

extension Refusal {
    static func unknownMeeting(_ id: Meeting.ID) -> Refusal {
        Refusal("meetings.unknown", field: "meeting", "Mötet ”\(id)” finns inte den dagen. Lägg in mötet först.")
    }

    static let cancelledWithDecisions = Refusal(
        "meetings.has-decisions",
        field: "isCancelled",
        "Mötet har beslut och kan inte ställas in. Rätta besluten först om de är fel."
    )

    static let movedPastDecisions = Refusal(
        "meetings.has-decisions",
        field: "day",
        "Mötet har beslut som fattades före den dagen. Rätta besluten först om de är fel."
    )

    static func notHeldYet(_ day: Day) -> Refusal {
        Refusal("meetings.not-held", field: "meeting", "Mötet hålls först den \(day.iso). Beslutet kan läggas in då.")
    }

    static let cancelledMeeting = Refusal(
        "meetings.cancelled",
        field: "meeting",
        "Mötet är inställt. Välj ett annat möte, eller ändra mötet om det hölls ändå."
    )
}
