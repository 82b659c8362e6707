/// Asks that a plan of somebody else's be recorded as an outer frame.
package struct RecordOuterFrame: Request {
    package var id: OuterFrame.ID
    package var title: String
    package var shortTitle: String?
    package var owner: String
    package var vision: String?
    package var adopted: Period?
    package var inForce: Period?
    package var validTo: Period?
    package var validToInWords: String?
    /// In the frame's own order.
    package var goals: [(id: OuterFrame.Goal.ID, text: String)] = []
    package var details: [String] = []
    package var successor: String?
    package var successorSources: [Source] = []
    package var missing: [String] = []
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// A frame with a title and an owner; the rest is filled in afterwards.
    package init(id: OuterFrame.ID, title: String, owner: String) {
        self.id = id
        self.title = title
        self.owner = owner
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !title.isBlank else { throw Refusal("frames.blank", field: "title", "Skriv planens titel.") }
        guard !owner.isBlank else { throw Refusal("frames.blank", field: "owner", "Skriv vems plan det är.") }
        guard Set(goals.map(\.id)).count == goals.count else {
            throw Refusal("frames.goal-taken", field: "goals", "Två mål har samma nummer. Ge varje mål sitt eget.")
        }
        return try cooperation.accepting(
            .outerFrames(
                .recorded(
                    OuterFrame.Facts(
                        id: id,
                        title: title,
                        shortTitle: shortTitle,
                        owner: owner,
                        vision: pen.write(vision),
                        adopted: adopted,
                        inForce: inForce,
                        validTo: validTo,
                        validToInWords: validToInWords,
                        goals: goals.map { OuterFrame.Goal(id: $0.id, text: pen.write($0.text)) },
                        details: pen.write(details),
                        successor: pen.write(successor),
                        successorSources: successorSources,
                        missing: pen.write(missing),
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}
