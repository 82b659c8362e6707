/// Asks that a theme day be recorded; with an id that there is already, that it be planned anew.
package struct RecordThemeDay: Request {
    /// The most points in a programme.
    package static let mostItems = 60
    /// The longest that a point may take, in minutes.
    package static let longestItem = 480

    package var id: ThemeDay.ID
    package var title: String
    package var arranger: Body.ID
    package var day: Day?
    package var conference: ThemeDay.ConferenceReference?
    package var items: [ThemeDay.Item] = []
    package var remarks: [Passage] = []
    package var sources: [Source] = []

    /// A theme day that a body arranges; the rest is filled in afterwards.
    package init(id: ThemeDay.ID, title: String, arranger: Body.ID) {
        self.id = id
        self.title = title
        self.arranger = arranger
    }

    /// A theme day as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: ThemeDay.Facts) {
        id = facts.id
        title = facts.title
        arranger = facts.arranger
        day = facts.day
        conference = facts.conference
        items = facts.items
        remarks = facts.remarks.map { .kept($0) }
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.name(title, field: "title", "Skriv vad temadagen heter.")
        guard items.count <= Self.mostItems else {
            throw Refusal(
                "comparisons.too-many-items",
                field: "items",
                "Programmet har \(items.count) punkter och kan ha högst \(Self.mostItems). Ta bort några."
            )
        }
        for item in items {
            try ComparisonsCheck.name(item.title, field: "items", "Skriv vad varje punkt i programmet heter.")
            guard (1...Self.longestItem).contains(item.minutes) else {
                throw Refusal(
                    "comparisons.minutes",
                    field: "items",
                    "Punkten ”\(item.title)” ska vara mellan 1 och \(Self.longestItem) minuter."
                )
            }
            if case .outside(let name)? = item.presenter {
                try ComparisonsCheck.name(name, field: "items", "Skriv vilken kommun som berättar.")
            }
        }
        for remark in remarks { try ComparisonsCheck.text(remark, field: "remarks") }
        return try cooperation.accepting(
            .comparisons(
                .themeDayRecorded(
                    ThemeDay.Facts(
                        id: id,
                        title: title,
                        arranger: arranger,
                        day: day,
                        conference: conference,
                        items: items,
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            ),
            at: period
        )
    }
}
