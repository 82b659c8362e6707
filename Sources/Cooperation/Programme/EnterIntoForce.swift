/// Asks that an edition be recorded as having come into force, where history rather than this program has seen it happen.
package struct EnterIntoForce: Request {
    package var edition: Edition.ID
    package var remarks: [String]
    package var sources: [Source]

    /// The entry into force of an edition; texts are plain.
    package init(_ edition: Edition.ID, remarks: [String] = [], sources: [Source] = []) {
        self.edition = edition
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .programme(.enteredIntoForce(.init(edition: edition, remarks: pen.write(remarks), sources: sources)))
        )
    }
}
