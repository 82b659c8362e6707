/// Asks that a conference be recorded as planned, held or cancelled.
package struct RecordConference: Request {
    package var series: ConferenceSeries.ID
    package var id: Conference.ID
    package var date: Period
    package var status: Conference.Status
    package var form: Conference.Form?
    package var number: String?
    package var hosts: [Conference.Host] = []
    package var place: String?
    package var theme: String?
    package var participants: String?
    package var details: [Detail.Plain] = []
    package var missing: [String] = []
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// A conference of a series; the rest is filled in afterwards.
    package init(series: ConferenceSeries.ID, id: Conference.ID, date: Period, status: Conference.Status) {
        self.series = series
        self.id = id
        self.date = date
        self.status = status
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard Set(hosts.map(\.municipality)).count == hosts.count else {
            throw Refusal("conferences.same-host", field: "hosts", "Samma kommun står två gånger som värd. Ta bort den ena.")
        }
        if status == .held, date.first > period.last {
            throw Refusal(
                "conferences.not-held-yet",
                field: "status",
                "En konferens kan inte vara genomförd före sin dag. Ange den som planerad."
            )
        }
        return try cooperation.accepting(
            .conferences(
                .conferenceRecorded(
                    Conference.Facts(
                        series: series,
                        id: id,
                        date: date,
                        status: status,
                        form: form,
                        number: number,
                        hosts: hosts,
                        place: place,
                        theme: pen.write(theme),
                        participants: participants,
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
