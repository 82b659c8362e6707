import HashTreeCollections

/// Acts about operational plans.
package enum PlanningAct: Hashable, Sendable {
    /// A plan was decided, or what is recorded of it was replaced.
    case planRecorded(OperationalPlan.Facts)
    /// How far an activity has come was reported.
    case activityReported(OperationalPlan.Report)
    /// A year was followed up.
    case yearFollowedUp(OperationalPlan.FollowUp)
}

extension PlanningAct: CapabilityAct {
    static let forms = [
        ActForm("planning.plan-recorded") { .planning(.planRecorded($0)) },
        ActForm("planning.activity-reported") { .planning(.activityReported($0)) },
        ActForm("planning.year-followed-up") { .planning(.yearFollowedUp($0)) },
    ]

    var kind: String {
        switch self {
        case .planRecorded: "planning.plan-recorded"
        case .activityReported: "planning.activity-reported"
        case .yearFollowedUp: "planning.year-followed-up"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .planRecorded(let facts): facts
        case .activityReported(let report): report
        case .yearFollowedUp(let followUp): followUp
        }
    }
}

extension Cooperation {
    /// Why an act about plans would mean nothing here; nil when it can be applied.
    ///
    /// A plan ties the others together, so it asks the programme, the organisation and the documents.
    func objection(to act: PlanningAct) -> Refusal? {
        switch act {
        case .planRecorded(let facts):
            if let document = facts.document, documents[document] == nil { return .unknownDocument(document) }
            for body in facts.activities.flatMap(\.responsible) where organisation[body] == nil { return .unknownBody(body) }
            let nodes = facts.activities.compactMap(\.node)
            if let id = facts.edition {
                guard let edition = programme[id] else { return .unknownEdition(id) }
                for node in nodes where edition.node(node) == nil { return .unknownNode(node) }
            } else if let node = nodes.first {
                return .unknownNode(node)
            }
            // What has been reported must stay, or the report would speak of nothing.
            let reported = planning[facts.id]?.reports.map(\.fact.activity) ?? []
            return reported.first { id in !facts.activities.contains { $0.id == id } }.map { .reportedActivity($0) }
        case .activityReported(let report):
            guard let plan = planning[report.plan] else { return .unknownPlan(report.plan) }
            return plan.facts.activities.contains { $0.id == report.activity }
                ? nil : .unknownActivity(report.activity, in: plan.facts.title)
        case .yearFollowedUp(let followUp):
            guard planning[followUp.plan] != nil else { return .unknownPlan(followUp.plan) }
            return followUp.document.flatMap { documents[$0] == nil ? .unknownDocument($0) : nil }
        }
    }
}

extension Planning {
    /// The plans after an act that meets no objection.
    mutating func apply(_ act: PlanningAct, at period: Period) {
        switch act {
        case .planRecorded(let facts):
            if plans[facts.id] == nil {
                plans[facts.id] = OperationalPlan(facts: facts, decided: period)
            } else {
                plans[facts.id]?.facts = facts
            }
        case .activityReported(let report):
            plans[report.plan]?.reports.append(Dated(report, period))
        case .yearFollowedUp(let followUp):
            plans[followUp.plan]?.followUp = Dated(followUp, period)
        }
    }
}

extension Refusal {
    static func unknownPlan(_ id: OperationalPlan.ID) -> Refusal {
        Refusal("planning.unknown-plan", field: "plan", "Verksamhetsplanen ”\(id)” finns inte den dagen. Registrera den först.")
    }

    static func unknownActivity(_ id: OperationalPlan.Activity.ID, in plan: String) -> Refusal {
        Refusal("planning.unknown-activity", field: "activity", "\(plan) har ingen aktivitet ”\(id)”. Kontrollera namnet.")
    }

    static func reportedActivity(_ id: OperationalPlan.Activity.ID) -> Refusal {
        Refusal(
            "planning.reported-activity",
            field: "activities",
            "Aktiviteten ”\(id)” kan inte tas bort, eftersom det finns en rapport om den."
        )
    }
}
