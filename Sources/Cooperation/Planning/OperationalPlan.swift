import HashTreeCollections

/// The operational plan of a year: what is to be done, and what came of it.
package struct OperationalPlan: Hashable, Sendable {
    /// The plan in addresses: `2021`.
    package typealias ID = Identifier<OperationalPlan>

    /// Something that is to be done during the year.
    package struct Activity: Hashable, Sendable, Codable {
        /// The activity within its plan, in addresses: `konferensen`.
        package typealias ID = Identifier<Activity>

        package var id: ID
        package var text: Prose
        /// The part of the plan's edition of the programme that it makes concrete; nil when it serves the cooperation as such.
        package var node: Edition.Node.ID?
        /// The bodies that carry it out.
        package var responsible: [Body.ID]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// How far an activity has come.
    ///
    /// That it is done doesn't say that it had an effect.
    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case planned, ongoing, done, delayed, cancelled
    }

    /// What is recorded of a plan.
    ///
    /// The act that records it happened when the plan was decided.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var year: Int
        package var title: String
        package var decidedBy: String?
        /// How the source puts the day, when that is less exact: 'mitten av januari 2021'.
        package var decidedInWords: String?
        /// The edition of the programme that it makes concrete.
        package var edition: Edition.ID?
        /// The document that it is.
        package var document: Document.ID?
        /// Kronor; nil when no source says.
        package var budget: Int?
        package var activities: [Activity]
        package var details: [Detail]
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// What was reported of an activity.
    package struct Report: Hashable, Sendable, Codable {
        package var plan: ID
        package var activity: Activity.ID
        package var status: Status
        /// What came of it, in words.
        package var outcome: Prose?
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// That the year as a whole was followed up.
    package struct FollowUp: Hashable, Sendable, Codable {
        package var plan: ID
        /// The report that follows it up.
        package var document: Document.ID?
        /// What came of the year, beside its activities.
        package var outcomes: [Detail]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var facts: Facts
    /// When it was decided.
    package var decided: Period
    /// In order of time.
    package var reports: [Dated<Report>] = []
    package var followUp: Dated<FollowUp>?

    /// What was last reported of an activity; nil when nothing has been.
    package func latestReport(on activity: Activity.ID) -> Dated<Report>? {
        reports.last { $0.fact.activity == activity }
    }
}

/// The operational plans.
package struct Planning: Hashable, Sendable {
    var plans: TreeDictionary<OperationalPlan.ID, OperationalPlan> = [:]

    /// The plan with that id.
    package subscript(id: OperationalPlan.ID) -> OperationalPlan? { plans[id] }

    /// Every plan, the earliest year first.
    package var inOrder: [OperationalPlan] {
        plans.values.sorted { ($0.facts.year, $0.facts.id) < ($1.facts.year, $1.facts.id) }
    }
}
