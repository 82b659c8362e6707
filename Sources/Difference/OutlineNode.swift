/// A node of an outline: a chapter, a goal, a paragraph with a heading of its own.
package struct OutlineNode<ID: Hashable & Sendable>: Hashable, Sendable {
    /// What the node is known by.
    package let id: ID

    /// What it stands under, none at the top.
    package let parent: ID?

    /// Its texts, the same kind of text at the same place in every node: heading, text, background.
    package let texts: [String]

    /// The nodes of the earlier outline that it comes from: normally itself.
    package let predecessors: [ID]

    /// A node that comes from those given, or from the one with the same id if there is one.
    package init(id: ID, parent: ID?, texts: [String], predecessors: [ID]? = nil) {
        self.id = id
        self.parent = parent
        self.texts = texts
        self.predecessors = predecessors ?? [id]
    }
}

/// Where a node stood.
package struct OutlinePlace<ID: Hashable & Sendable>: Hashable, Sendable {
    /// What it stood under, none at the top.
    package let parent: ID?

    /// What it stood after under the same parent, none where it was the first.
    package let after: ID?

    /// Which in order it was under its parent, from 1.
    package let number: Int
}

/// What has become of a node, apart from its texts.
package enum OutlineChange<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Stands where it stood.
    case kept
    /// Comes from one node that stood somewhere else.
    case moved(from: OutlinePlace<ID>)
    /// Comes from no node.
    case new
    /// No node comes from it.
    case gone
    /// Comes from one node, as others do.
    case split(from: ID)
    /// Comes from several nodes.
    case merged(from: [ID])
}
