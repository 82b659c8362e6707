import HashTreeCollections

/// Something that the cooperation has said with one voice: a consultation response, a letter, an article.
package struct Statement: Hashable, Sendable {
    /// The statement in addresses: `2014-atgardsvalsstudie`.
    package typealias ID = Identifier<Statement>

    /// What is recorded of a statement.
    ///
    /// The act that records it happened when it was made.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var title: String
        /// The cooperation's own word: 'remissvar', 'öppet brev'.
        package var kind: String
        package var recipient: String?
        /// True when no source says to whom, and it was inferred.
        package var recipientIsInferred: Bool?
        /// The recipient's or a municipality's case number.
        package var reference: String?
        /// What it argues for.
        package var priorities: [Priority.ID]
        package var details: [Detail]
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var facts: Facts
    /// When it was made.
    package var made: Period
}

/// Something that the cooperation argues for, such as a railway, over the years and under all its names.
package struct Priority: Hashable, Sendable {
    /// The priority in addresses: `tvarforbindelse-sodertorn`.
    package typealias ID = Identifier<Priority>

    /// What is recorded of a priority.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var name: String
        /// Other names that sources use at the same time.
        package var alsoCalled: [String]
        package var details: [Detail]
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// That a priority got a new name.
    package struct Renaming: Hashable, Sendable, Codable {
        package var priority: ID
        package var name: String
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// Something that came of it.
    package struct Outcome: Hashable, Sendable, Codable {
        package var priority: ID
        package var text: Prose
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var facts: Facts
    /// Since when it is known.
    package var since: Period
    /// The names it has had before, the oldest first.
    package var formerNames: [String] = []
    /// In order of time.
    package var renamings: [Dated<Renaming>] = []
    /// In order of time.
    package var outcomes: [Dated<Outcome>] = []
}

/// A list of priorities as it was agreed at one time.
package struct PriorityList: Hashable, Sendable {
    /// The list in addresses: `2019`.
    package typealias ID = Identifier<PriorityList>

    /// What is recorded of a list.
    ///
    /// The act that records it happened when the list was agreed.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var title: String
        package var decidedBy: String?
        /// The list it replaces.
        package var replaces: ID?
        /// In the list's own order.
        package var items: [Priority.ID]
        /// Whether the order says which comes first.
        package var isRanked: Bool
        package var details: [Detail]
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var facts: Facts
    package var agreed: Period
}

/// What the cooperation argues for, and how.
package struct Advocacy: Hashable, Sendable {
    var statements: TreeDictionary<Statement.ID, Statement> = [:]
    var priorities: TreeDictionary<Priority.ID, Priority> = [:]
    var lists: TreeDictionary<PriorityList.ID, PriorityList> = [:]

    package subscript(id: Statement.ID) -> Statement? { statements[id] }
    package subscript(id: Priority.ID) -> Priority? { priorities[id] }
    package subscript(id: PriorityList.ID) -> PriorityList? { lists[id] }

    /// Every statement, the earliest first.
    package var statementsInOrder: [Statement] {
        statements.values.sorted { ($0.made.last, $0.facts.id) < ($1.made.last, $1.facts.id) }
    }

    /// Every list, the earliest first.
    package var listsInOrder: [PriorityList] {
        lists.values.sorted { ($0.agreed.last, $0.facts.id) < ($1.agreed.last, $1.facts.id) }
    }

    /// The list that was agreed last.
    package var latestList: PriorityList? { listsInOrder.last }

    /// Every priority, in Swedish alphabetical order.
    package var prioritiesInOrder: [Priority] { priorities.values.inSwedishOrder(by: \.facts.name, then: \.facts.id) }

    /// The statements that argue for a priority, the earliest first.
    package func statements(for priority: Priority.ID) -> [Statement] {
        statementsInOrder.filter { $0.facts.priorities.contains(priority) }
    }

    /// The lists that a priority stands in, with its place counted from 1, the earliest first.
    package func places(of priority: Priority.ID) -> [(list: PriorityList, place: Int)] {
        listsInOrder.compactMap { list in
            list.facts.items.firstIndex(of: priority).map { (list, $0 + 1) }
        }
    }
}
