/// Asks that it be recorded how far an activity has come.
package struct ReportActivity: Request {
    package var plan: OperationalPlan.ID
    package var activity: OperationalPlan.Activity.ID
    package var status: OperationalPlan.Status
    package var outcome: String?
    package var remarks: [String]
    package var sources: [Source]

    /// How far an activity has come, and what came of it.
    package init(
        _ activity: OperationalPlan.Activity.ID,
        in plan: OperationalPlan.ID,
        _ status: OperationalPlan.Status,
        outcome: String? = nil,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.plan = plan
        self.activity = activity
        self.status = status
        self.outcome = outcome
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .planning(
                .activityReported(
                    .init(
                        plan: plan,
                        activity: activity,
                        status: status,
                        outcome: pen.write(outcome),
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}

/// Asks that it be recorded that a year was followed up as a whole.
package struct FollowUpYear: Request {
    package var plan: OperationalPlan.ID
    package var document: Document.ID?
    package var outcomes: [Detail.Plain]
    package var remarks: [String]
    package var sources: [Source]

    /// The follow-up of a plan.
    package init(
        of plan: OperationalPlan.ID,
        document: Document.ID? = nil,
        outcomes: [Detail.Plain] = [],
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.plan = plan
        self.document = document
        self.outcomes = outcomes
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .planning(
                .yearFollowedUp(
                    .init(
                        plan: plan,
                        document: document,
                        outcomes: pen.write(outcomes),
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}
