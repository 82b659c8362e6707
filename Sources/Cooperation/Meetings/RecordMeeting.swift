/// Asks that a meeting be set; with an id that there is already, that it be moved, changed or cancelled.
package struct RecordMeeting: Request {
    /// The most characters in a place.
    package static let longestPlace = 120

    package var body: Body.ID
    package var id: Meeting.ID
    package var stage: DecisionStage?
    package var day: Day
    package var place: String?
    package var papersDue: Day?
    package var isCancelled = false
    package var remarks: [Passage] = []
    package var sources: [Source] = []

    /// A meeting of a body on a day; the rest is filled in afterwards.
    package init(of body: Body.ID, id: Meeting.ID, stage: DecisionStage? = nil, day: Day, papersDue: Day? = nil) {
        self.body = body
        self.id = id
        self.stage = stage
        self.day = day
        self.papersDue = papersDue
    }

    /// A meeting as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: Meeting.Facts) {
        body = facts.body
        id = facts.id
        stage = facts.stage
        day = facts.day
        place = facts.place
        papersDue = facts.papersDue
        isCancelled = facts.isCancelled ?? false
        remarks = facts.remarks.map { .kept($0) }
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        if let papersDue, papersDue > day {
            throw Refusal(
                "meetings.papers-late",
                field: "papersDue",
                "Handlingarna kan inte lämnas in efter mötet. Välj mötets dag, \(day.iso), eller en tidigare."
            )
        }
        if let place, place.count > Self.longestPlace {
            throw Refusal("meetings.place", field: "place", "Platsen får ha högst \(Self.longestPlace) tecken. Korta den.")
        }
        return try cooperation.accepting(
            .meetings(
                .recorded(
                    Meeting.Facts(
                        body: body,
                        id: id,
                        stage: stage,
                        day: day,
                        place: place.flatMap { $0.isBlank ? nil : $0 },
                        papersDue: papersDue,
                        isCancelled: isCancelled ? true : nil,
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}
