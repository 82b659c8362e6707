/// Asks that an edition apply for longer than it was meant to, by a decision of the committee.
package struct ProlongEdition: Request {
    package var edition: Edition.ID
    package var to: Period
    package var decision: Meeting.Decision.Reference?
    package var remarks: [String]
    package var sources: [Source]

    /// The prolongation of an edition until a day, month or year; texts are plain.
    package init(
        _ edition: Edition.ID,
        to: Period,
        by decision: Meeting.Decision.Reference? = nil,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.edition = edition
        self.to = to
        self.decision = decision
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        if let decision, cooperation.meetings[decision] == nil { throw .unknownDecision }
        return try cooperation.accepting(
            .programme(
                .prolonged(.init(edition: edition, to: to, decision: decision, remarks: pen.write(remarks), sources: sources))
            )
        )
    }
}
