/// Asks that a goal be mapped to a goal of an outer frame that it serves.
package struct ServeFrameGoal: Request {
    package var edition: Edition.ID
    package var node: Edition.Node.ID
    package var frame: OuterFrame.ID
    package var goal: OuterFrame.Goal.ID
    /// The sentence that says why.
    package var reason: String?
    package var sources: [Source]

    /// The mapping of one goal to another, and why; texts are plain.
    package init(
        edition: Edition.ID,
        node: Edition.Node.ID,
        frame: OuterFrame.ID,
        goal: OuterFrame.Goal.ID,
        reason: String? = nil,
        sources: [Source] = []
    ) {
        self.edition = edition
        self.node = node
        self.frame = frame
        self.goal = goal
        self.reason = reason
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .programme(
                .served(
                    .init(edition: edition, node: node, frame: frame, goal: goal, reason: pen.write(reason), sources: sources)
                )
            )
        )
    }
}
