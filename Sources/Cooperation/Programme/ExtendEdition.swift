/// Asks that a node be added to an edition after it was recorded.
package struct ExtendEdition: Request {
    package var edition: Edition.ID
    package var node: RecordEdition.Node

    /// The addition of a node, last among its siblings.
    package init(_ edition: Edition.ID, node: RecordEdition.Node) {
        self.edition = edition
        self.node = node
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(.programme(.extended(.init(edition: edition, node: node.written(with: &pen)))))
    }
}
