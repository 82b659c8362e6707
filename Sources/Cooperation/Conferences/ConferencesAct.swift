import HashTreeCollections

/// Acts about conferences.
package enum ConferencesAct: Hashable, Sendable {
    /// A series was recorded, or replaced by what is true from then on.
    case seriesRecorded(ConferenceSeries.Facts)
    /// What holds for a series from then on was agreed.
    case rulesAgreed(ConferenceSeries.Rules)
    /// A conference was planned, held or cancelled; or what is recorded of it was replaced.
    case conferenceRecorded(Conference.Facts)
}

extension ConferencesAct: CapabilityAct {
    static let forms = [
        ActForm("conferences.series-recorded") { .conferences(.seriesRecorded($0)) },
        ActForm("conferences.rules-agreed") { .conferences(.rulesAgreed($0)) },
        ActForm("conferences.conference-recorded") { .conferences(.conferenceRecorded($0)) },
    ]

    var kind: String {
        switch self {
        case .seriesRecorded: "conferences.series-recorded"
        case .rulesAgreed: "conferences.rules-agreed"
        case .conferenceRecorded: "conferences.conference-recorded"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .seriesRecorded(let facts): facts
        case .rulesAgreed(let rules): rules
        case .conferenceRecorded(let facts): facts
        }
    }
}

extension Conferences {
    /// Why an act about conferences would mean nothing here; nil when it can be applied.
    func objection(to act: ConferencesAct, members: Members, organisation: Organisation) -> Refusal? {
        switch act {
        case .seriesRecorded(let facts):
            guard let continued = facts.continues else { return nil }
            guard !leads(from: continued, to: facts.id, by: { series[$0]?.facts.continues }) else { return .continuesItself }
            return series[continued] == nil ? .unknownSeries(continued) : nil
        case .rulesAgreed(let rules):
            guard series[rules.series] != nil else { return .unknownSeries(rules.series) }
            return rules.arranger.flatMap { organisation[$0] == nil ? .unknownBody($0) : nil }
        case .conferenceRecorded(let facts):
            guard let series = series[facts.series] else { return .unknownSeries(facts.series) }
            if series[facts.id]?.facts.status == .held, facts.status != .held { return .heldAlready(facts.id) }
            return facts.hosts.first { members[$0.municipality] == nil }.map { .unknownMunicipality($0.municipality) }
        }
    }

    /// The conferences after an act that meets no objection.
    mutating func apply(_ act: ConferencesAct, at period: Period) {
        switch act {
        case .seriesRecorded(let facts):
            if series[facts.id] == nil {
                series[facts.id] = ConferenceSeries(facts: facts, since: period)
            } else {
                series[facts.id]?.facts = facts
            }
        case .rulesAgreed(let rules):
            series[rules.series]?.rules = rules
            series[rules.series]?.agreed = period
        case .conferenceRecorded(let facts):
            series[facts.series]?.conferences[facts.id] = Conference(facts: facts)
        }
    }
}

extension Refusal {
    static func unknownSeries(_ id: ConferenceSeries.ID) -> Refusal {
        Refusal(
            "conferences.unknown-series",
            field: "series",
            "Konferensserien ”\(id)” finns inte den dagen. Registrera serien först, eller välj en annan dag."
        )
    }

    static let continuesItself = Refusal(
        "conferences.continues-itself",
        field: "continues",
        "En konferensserie kan inte fortsätta sig själv, inte heller genom en annan serie."
    )

    static func heldAlready(_ id: Conference.ID) -> Refusal {
        Refusal(
            "conferences.held-already",
            field: "status",
            "Konferensen ”\(id)” är redan genomförd den dagen. Är det fel ska du rätta den posten."
        )
    }
}
