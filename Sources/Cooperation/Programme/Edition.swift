import HashTreeCollections

/// One edition of the development programme: what the cooperation agrees on for a mandate period.
package struct Edition: Hashable, Sendable {
    /// The edition in addresses: `2019`.
    package typealias ID = Identifier<Edition>

    /// From when to when an edition is meant to apply.
    package struct Validity: Hashable, Sendable, Codable {
        package var from: Period
        /// Nil when no end is stated.
        package var to: Period?
        /// True when no source states the end, and it was inferred.
        package var endIsInferred: Bool?

        /// From when to when; an end that no source states is marked as inferred.
        package init(from: Period, to: Period? = nil, endIsInferred: Bool? = nil) {
            self.from = from
            self.to = to
            self.endIsInferred = endIsInferred
        }
    }

    /// A level of the goal tree: how many there are and what they are called is for the cooperation to say.
    package struct Level: Hashable, Sendable, Codable {
        /// 'Fokusområde'.
        package var name: String
        /// 'Fokusområden'.
        package var plural: String
        /// Whether each node on the level has a page of its own.
        package var hasPage: Bool?

        /// A level by its names.
        package init(name: String, plural: String, hasPage: Bool? = nil) {
            self.name = name
            self.plural = plural
            self.hasPage = hasPage
        }
    }

    /// A vision and the line that stands under it.
    package struct Vision: Hashable, Sendable, Codable {
        package var title: Prose
        package var subtitle: Prose?
    }

    /// A part of another edition that a part comes from.
    package struct Predecessor: Hashable, Sendable, Codable {
        package var edition: ID
        package var node: Node.ID

        /// A part of an edition.
        package init(_ edition: ID, _ node: Node.ID) {
            self.edition = edition
            self.node = node
        }
    }

    /// A goal in somebody else's plan that a part serves, and why.
    package struct Serving: Hashable, Sendable, Codable {
        package var frame: OuterFrame.ID
        package var goal: OuterFrame.Goal.ID
        /// The sentence that says why.
        package var reason: Prose?
    }

    /// A box in the goal tree: a goal, an area, a sub-goal.
    package struct Node: Hashable, Sendable, Codable {
        /// The node within its edition, in addresses: `infrastruktur`.
        package typealias ID = Identifier<Node>

        package var id: ID
        /// Nil for a node at the top.
        package var parent: ID?
        /// Index into the edition's levels; greater than the parent's.
        package var level: Int
        /// A short heading; a node has a heading, a text, or both.
        package var title: Prose?
        package var text: Prose?
        /// What the programme says around the goal.
        package var background: Prose?
        /// The networks that carry it out.
        package var networks: [String]
        /// When it was added, if that was after the edition came into force.
        package var added: Period?
        package var remarks: [Prose]
        package var sources: [Source]
        /// The parts of earlier editions that it comes from; none for what is new, nil where nobody has said.
        package var predecessors: [Predecessor]? = nil
        /// Why it has no predecessor, or what was changed from it.
        package var ancestry: Prose? = nil
        /// Which role answers for it in politics; a role and never a person.
        package var politicalOwner: Prose? = nil
        /// Which role answers for it among the officers; a role and never a person.
        package var officerOwner: Prose? = nil
        /// How the themes that run through every part show here.
        package var theme: Prose? = nil
        /// The goals of others' plans that it serves.
        package var serves: [Serving]? = nil
    }

    /// That a goal serves a goal in somebody else's plan, and why.
    package struct Service: Hashable, Sendable, Codable {
        package var edition: ID
        package var node: Node.ID
        package var frame: OuterFrame.ID
        package var goal: OuterFrame.Goal.ID
        /// The sentence that says why.
        package var reason: Prose?
        package var sources: [Source]
    }

    /// The edition's text and facts, as its document has them.
    package struct Text: Hashable, Sendable, Codable {
        package var id: ID
        package var title: String
        package var shortTitle: String?
        package var validity: Validity
        /// The year the vision looks to: 2035.
        package var horizon: Int?
        /// The edition it replaces.
        package var replaces: ID?
        /// Who decides on it, in definite form: 'de åtta kommunstyrelserna'.
        package var decidedBy: String?
        package var levels: [Level]
        /// The stated focus, when no more of the text is known.
        package var focus: Prose?
        package var vision: Vision?
        package var purpose: Prose?
        package var principles: [Prose]
        package var commitments: [Prose]
        /// Themes that run through every part.
        package var themes: [Prose]
        /// In reading order: a parent stands before its children.
        package var nodes: [Node]
        /// Somebody else's plans that the goals are mapped to.
        package var frames: [OuterFrame.ID]
        /// What the sources leave open, in words.
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// When an edition came into force, and how that is known.
    package struct EntryIntoForce: Hashable, Sendable, Codable {
        package var edition: ID
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var text: Text
    /// The day it came into force; nil while it hasn't.
    package var inForce: Period?
    package var entry: EntryIntoForce?
    package var services: [Service]

    /// The nodes directly under a node, in reading order; those at the top for nil.
    package func children(of parent: Node.ID?) -> [Node] {
        text.nodes.filter { $0.parent == parent }
    }

    /// The node with that id.
    package func node(_ id: Node.ID) -> Node? {
        text.nodes.first { $0.id == id }
    }

    /// The nodes from the top down to a node, the node itself last.
    package func path(to id: Node.ID) -> [Node] {
        var path: [Node] = []
        var next = node(id)
        while let current = next, path.count <= text.nodes.count {
            path.insert(current, at: 0)
            next = current.parent.flatMap { node($0) }
        }
        return path
    }

    /// A node and everything under it, in reading order.
    package func branch(from id: Node.ID) -> [Node] { text.branch(from: id) }

    /// The nodes that have pages of their own, in reading order.
    package var nodesWithPages: [Node] {
        text.nodes.filter { text.levels.indices.contains($0.level) && text.levels[$0.level].hasPage == true }
    }
}

/// The editions of the programme.
package struct Programme: Hashable, Sendable {
    var editions: TreeDictionary<Edition.ID, Edition> = [:]

    /// Where an edition stands on a day.
    package enum Standing: Hashable, Sendable {
        /// Known, but not in force; what has been adopted may have a first day that lies ahead.
        case notInForce
        /// Applies since that day.
        case inForce(since: Period)
        /// The period it was meant for is over and nothing has replaced it.
        case lapsed(Period)
        /// Another edition has come into force.
        case replaced(by: Edition.ID, Period)
    }

    /// The edition with that id.
    package subscript(id: Edition.ID) -> Edition? { editions[id] }

    /// All editions, the oldest first.
    package var inOrder: [Edition] {
        editions.values.sorted { ($0.text.validity.from.last, $0.text.id) < ($1.text.validity.from.last, $1.text.id) }
    }

    /// The latest edition that has come into force and whose goals are known, to choose among them.
    package var latestWithGoals: Edition? {
        editions.values
            .filter { !$0.text.nodes.isEmpty }
            .compactMap { edition in edition.inForce.map { (edition, $0.last) } }
            .max { ($0.1, $0.0.text.id) < ($1.1, $1.0.text.id) }?
            .0
    }

    /// The edition that came into force last; it applies unless its period is over.
    ///
    /// - Parameter today: the day that is asked about; what is to come into force later isn't yet.
    /// - Returns: the edition; nil when none has come into force by then.
    package func latestInForce(on today: Day) -> Edition? {
        editions.values
            .compactMap { edition in edition.inForce.flatMap { $0.first <= today ? (edition, $0) : nil } }
            .max { ($0.1.last, $0.0.text.id) < ($1.1.last, $1.0.text.id) }?.0
    }

    /// Where an edition stands.
    ///
    /// - Parameters:
    ///   - edition: the edition.
    ///   - today: the day that is asked about.
    /// - Returns: whether it applies, and since or until when.
    package func standing(of edition: Edition, on today: Day) -> Standing {
        guard let since = edition.inForce, since.first <= today else { return .notInForce }
        let successors = editions.values.filter { other in
            guard other.text.id != edition.text.id, let entered = other.inForce, entered.first <= today else { return false }
            return (entered.last, other.text.id) > (since.last, edition.text.id)
        }
        let next = successors.min { ($0.inForce?.last ?? since.last, $0.text.id) < ($1.inForce?.last ?? since.last, $1.text.id) }
        if let next, let entered = next.inForce { return .replaced(by: next.text.id, entered) }
        if let end = edition.text.validity.to, end.last < today { return .lapsed(end) }
        return .inForce(since: since)
    }
}
