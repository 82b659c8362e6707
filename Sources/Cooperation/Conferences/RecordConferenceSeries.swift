/// Asks that a series of conferences be recorded, or replaced by what is true from a day.
package struct RecordConferenceSeries: Request {
    package var id: ConferenceSeries.ID
    package var name: String
    package var continues: ConferenceSeries.ID?
    package var details: [Detail.Plain] = []
    package var missing: [String] = []
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// A series with a name; the rest is filled in afterwards.
    package init(id: ConferenceSeries.ID, name: String) {
        self.id = id
        self.name = name
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !name.isBlank else { throw Refusal("conferences.blank", field: "name", "Skriv konferensens namn.") }
        return try cooperation.accepting(
            .conferences(
                .seriesRecorded(
                    ConferenceSeries.Facts(
                        id: id,
                        name: name,
                        continues: continues,
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

/// Asks that what has been agreed about a series be recorded, whole.
package struct AgreeConferenceRules: Request {
    package var series: ConferenceSeries.ID
    package var purpose: String?
    package var audience: String?
    package var theme: String?
    package var hosting: String?
    package var hosts: Int?
    package var partners: [String] = []
    package var arranger: Body.ID?
    package var frequency: String?
    package var sources: [Source] = []

    /// The rules of a series; what they say is filled in afterwards.
    package init(series: ConferenceSeries.ID) {
        self.series = series
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        if let hosts, !(1...50).contains(hosts) {
            throw Refusal("conferences.hosts", field: "hosts", "Antalet värdkommuner ska vara mellan 1 och 50.")
        }
        return try cooperation.accepting(
            .conferences(
                .rulesAgreed(
                    ConferenceSeries.Rules(
                        series: series,
                        purpose: pen.write(purpose),
                        audience: pen.write(audience),
                        theme: pen.write(theme),
                        hosting: pen.write(hosting),
                        hosts: hosts,
                        partners: partners,
                        arranger: arranger,
                        frequency: pen.write(frequency),
                        sources: sources
                    )
                )
            )
        )
    }
}
