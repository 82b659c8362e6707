/// Asks that the operational plan of a year be recorded as decided.
package struct RecordPlan: Request {
    /// An activity in plain text.
    package struct Activity: Sendable {
        package var id: OperationalPlan.Activity.ID
        package var text: String
        package var node: Edition.Node.ID?
        package var responsible: [Body.ID]
        package var remarks: [String]
        package var sources: [Source]

        /// An activity; texts are plain.
        package init(
            id: OperationalPlan.Activity.ID,
            text: String,
            node: Edition.Node.ID? = nil,
            responsible: [Body.ID] = [],
            remarks: [String] = [],
            sources: [Source] = []
        ) {
            self.id = id
            self.text = text
            self.node = node
            self.responsible = responsible
            self.remarks = remarks
            self.sources = sources
        }
    }

    package var id: OperationalPlan.ID
    package var year: Int
    package var title: String
    package var decidedBy: String?
    package var decidedInWords: String?
    package var edition: Edition.ID?
    package var document: Document.ID?
    /// Kronor.
    package var budget: Int?
    package var activities: [Activity] = []
    package var details: [Detail.Plain] = []
    package var missing: [String] = []
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// A plan for a year; the rest is filled in afterwards.
    package init(id: OperationalPlan.ID, year: Int, title: String) {
        self.id = id
        self.year = year
        self.title = title
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !title.isBlank else { throw Refusal("planning.blank", field: "title", "Skriv planens titel.") }
        guard (1900...9999).contains(year) else {
            throw Refusal("planning.year", field: "year", "Året \(year) är inte rimligt. Skriv det med fyra siffror.")
        }
        if let budget, budget < 0 {
            throw Refusal("planning.budget", field: "budget", "Budgeten kan inte vara mindre än noll.")
        }
        var taken: Set<OperationalPlan.Activity.ID> = []
        for activity in activities {
            guard taken.insert(activity.id).inserted else {
                throw Refusal(
                    "planning.activity-taken",
                    field: "activities",
                    "Namnet ”\(activity.id)” används två gånger. Ge den ena ett annat."
                )
            }
            guard !activity.text.isBlank else {
                throw Refusal("planning.blank", field: "activities", "Skriv vad som ska göras i aktiviteten ”\(activity.id)”.")
            }
            guard Set(activity.responsible).count == activity.responsible.count else {
                throw Refusal(
                    "planning.responsible-twice",
                    field: "activities",
                    "Samma organ står två gånger som ansvarigt för aktiviteten ”\(activity.id)”. Ta bort det ena."
                )
            }
        }
        return try cooperation.accepting(
            .planning(
                .planRecorded(
                    OperationalPlan.Facts(
                        id: id,
                        year: year,
                        title: title,
                        decidedBy: decidedBy,
                        decidedInWords: decidedInWords,
                        edition: edition,
                        document: document,
                        budget: budget,
                        activities: activities.map { activity in
                            OperationalPlan.Activity(
                                id: activity.id,
                                text: pen.write(activity.text),
                                node: activity.node,
                                responsible: activity.responsible,
                                remarks: pen.write(activity.remarks),
                                sources: activity.sources
                            )
                        },
                        details: pen.write(details),
                        missing: pen.write(missing),
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}
