import Charts
import Cooperation

/// An edition of the programme, ready to show: the whole goal tree with everything known of it.
struct EditionPage: Encodable, Sendable {
    /// Where an edition stands.
    enum Standing: String, Encodable, Sendable {
        case notInForce, inForce, lapsed, replaced
    }

    /// An edition that the page points to.
    struct Reference: Encodable, Sendable {
        var id: String
        var title: String
    }

    /// A box in the goal tree, with the boxes under it.
    struct Node: Encodable, Sendable {
        var id: String
        var level: String
        var title: String?
        var text: String?
        var background: String?
        var networks: [String]
        var added: Period?
        /// Whether it has a page of its own.
        var hasPage: Bool
        /// Place among the branches that have signs; nil above them.
        var branch: Int?
        var remarks: [String]
        var sources: [Source]
        var services: [Service]
        var children: [Node]

        /// The heading, or the text where there is none.
        var name: String { title ?? text ?? id }
        /// The sign of the branch.
        var sign: Sign? { branch.map { Sign(index: $0) } }
    }

    /// A goal of an outer frame that a goal serves.
    struct Service: Encodable, Sendable {
        var frame: String
        var goal: String
        var goalText: String
        var reason: String?
        var sources: [Source]
    }

    /// An outer frame with its goals, and which of the edition's goals serve each.
    struct Frame: Encodable, Sendable {
        struct Goal: Encodable, Sendable {
            struct Server: Encodable, Sendable {
                var id: String
                var name: String
                var reason: String?
            }

            var id: String
            var text: String
            var servedBy: [Server]

            /// The text, after its number where the plan numbers its goals.
            var numberedText: String { Int(id) == nil ? text : "\(id). \(text)" }
        }

        var id: String
        var title: String
        var shortTitle: String
        var owner: String
        var vision: String?
        var adopted: Period?
        var inForce: Period?
        var validTo: Period?
        var validToInWords: String?
        var isEnding: Bool
        var hasEnded: Bool
        var goals: [Goal]
        var details: [String]
        var successor: String?
        var successorSources: [Source]
        var missing: [String]
        var remarks: [String]
        var sources: [Source]

        /// Whether any goal is mapped to the frame at all.
        var hasMapping: Bool { goals.contains { !$0.servedBy.isEmpty } }
    }

    var id: String
    var title: String
    var shortTitle: String?
    var standing: Standing
    var inForce: Period?
    var lapsed: Period?
    var replacedBy: Reference?
    var replacedSince: Period?
    var replaces: Reference?
    /// How the members have decided on it, where that is known.
    var round: ShownRound?
    /// What the register of documents has of it.
    var document: Reference?
    var validFrom: Period
    var validTo: Period?
    var endIsInferred: Bool
    var horizon: Int?
    var decidedBy: String?
    var levels: [String]
    var levelPlurals: [String]
    var focus: String?
    var visionTitle: String?
    var visionSubtitle: String?
    var purpose: String?
    var principles: [String]
    var commitments: [String]
    var themes: [String]
    var tree: [Node]
    /// The networks with pages of their own, among those that the goals name.
    var networks: [BodyLink]
    var frames: [Frame]
    var missing: [String]
    var remarks: [String]
    var entryRemarks: [String]
    var sources: [Source]

    /// The page of an edition.
    init(_ edition: Edition, _ reading: Reading) {
        let programme = reading.cooperation.programme
        let text = edition.text
        id = text.id.text
        title = text.title
        shortTitle = text.shortTitle
        inForce = edition.inForce
        switch reading.view.standings[text.id] ?? .notInForce {
        case .notInForce: standing = .notInForce
        case .inForce: standing = .inForce
        case .lapsed(let end):
            standing = .lapsed
            lapsed = end
        case .replaced(let by, let since):
            standing = .replaced
            replacedBy = programme[by].map { Reference(id: by.text, title: $0.text.title) }
            replacedSince = since
        }
        replaces = text.replaces.flatMap { programme[$0] }.map { Reference(id: $0.text.id.text, title: $0.text.title) }
        round = reading.round(of: text.id)
        document = reading.cooperation.documents.document(of: text.id).map { Reference($0) }
        validFrom = text.validity.from
        validTo = text.validity.to
        endIsInferred = text.validity.endIsInferred ?? false
        horizon = text.horizon
        decidedBy = text.decidedBy
        levels = text.levels.map(\.name)
        levelPlurals = text.levels.map(\.plural)
        focus = reading.text(text.focus)
        visionTitle = reading.text(text.vision?.title)
        visionSubtitle = reading.text(text.vision?.subtitle)
        purpose = reading.text(text.purpose)
        principles = reading.texts(text.principles)
        commitments = reading.texts(text.commitments)
        themes = reading.texts(text.themes)
        frames = text.frames.compactMap { reading.cooperation.outerFrames[$0] }.map { Frame($0, edition, reading) }
        missing = reading.texts(text.missing)
        remarks = reading.texts(text.remarks)
        entryRemarks = reading.texts(edition.entry?.remarks ?? [])
        sources = text.sources + (edition.entry?.sources ?? []).filter { !text.sources.contains($0) }
        tree = TreeMaker(edition, reading).nodes(under: nil, branch: nil)
        let named = text.nodes.flatMap(\.networks)
        networks =
            named.isEmpty
            ? [] : reading.cooperation.organisation.bodies(.network).filter { named.contains($0.facts.name) }.map { BodyLink($0) }
    }

    /// What has been done about the edition, the latest recorded first.
    func history(_ reading: Reading) -> [HistoryLine] {
        Edition.ID(id).map { reading.history(of: .edition($0)) } ?? []
    }

    /// How many nodes there are on each level that has any: '1 övergripande mål, 2 områden …'.
    var counts: [(count: Int, level: String, plural: String)] {
        levels.indices.compactMap { level in
            let count = tree.reduce(0) { $0 + $1.count(on: levels[level]) }
            return count == 0 ? nil : (count, levels[level], levelPlurals[level])
        }
    }

    /// The node with that id, and those above it from the top.
    func find(_ id: String) -> (node: Node, above: [Node])? {
        func search(_ nodes: [Node], _ above: [Node]) -> (Node, [Node])? {
            for node in nodes {
                if node.id == id { return (node, above) }
                if let found = search(node.children, above + [node]) { return found }
            }
            return nil
        }
        return search(tree, [])
    }

    /// The nodes with pages of their own, in reading order.
    var nodesWithPages: [Node] {
        func collect(_ nodes: [Node]) -> [Node] { nodes.flatMap { ($0.hasPage ? [$0] : []) + collect($0.children) } }
        return collect(tree)
    }

    /// The tree as a drawing has it.
    var drawing: Tree {
        Tree(levels: levels, roots: tree.map { Self.drawn($0, levels: levels, parentBranch: nil) })
    }

    private static func drawn(_ node: Node, levels: [String], parentBranch: Int?) -> Tree.Node {
        Tree.Node(
            text: node.name,
            level: levels.firstIndex(of: node.level) ?? 0,
            sign: node.sign,
            showsSign: node.branch != nil && parentBranch == nil,
            children: node.children.map { drawn($0, levels: levels, parentBranch: node.branch) }
        )
    }
}

extension EditionPage.Node {
    fileprivate func count(on level: String) -> Int {
        (self.level == level ? 1 : 0) + children.reduce(0) { $0 + $1.count(on: level) }
    }
}

/// Makes nodes ready to show out of an edition's.
private struct TreeMaker {
    private let edition: Edition
    private let reading: Reading
    private let children: [Edition.Node.ID?: [Edition.Node]]
    private let services: [Edition.Node.ID: [Edition.Service]]
    private let branches: [Edition.Node.ID: Int]

    init(_ edition: Edition, _ reading: Reading) {
        self.edition = edition
        self.reading = reading
        children = Dictionary(grouping: edition.text.nodes, by: \.parent)
        services = Dictionary(grouping: edition.services, by: \.node)
        branches = edition.branches
    }

    func nodes(under parent: Edition.Node.ID?, branch: Int?) -> [EditionPage.Node] {
        (children[parent] ?? []).map { node in
            let level = edition.text.levels[node.level]
            let branch = branch ?? branches[node.id]
            return EditionPage.Node(
                id: node.id.text,
                level: level.name,
                title: reading.text(node.title),
                text: reading.text(node.text),
                background: reading.text(node.background),
                networks: node.networks,
                added: node.added,
                hasPage: level.hasPage ?? false,
                branch: branch,
                remarks: reading.texts(node.remarks),
                sources: node.sources,
                services: (services[node.id] ?? []).compactMap { service($0) },
                children: nodes(under: node.id, branch: branch)
            )
        }
    }

    private func service(_ service: Edition.Service) -> EditionPage.Service? {
        guard let frame = reading.cooperation.outerFrames[service.frame],
            let goal = frame.facts.goals.first(where: { $0.id == service.goal })
        else { return nil }
        return EditionPage.Service(
            frame: frame.facts.shortTitle ?? frame.facts.title,
            goal: goal.id.text,
            goalText: reading.text(goal.text),
            reason: reading.text(service.reason),
            sources: service.sources
        )
    }
}

extension Edition {
    /// The branches of the tree, which have signs: the nodes with pages, or the nodes at the top when none has a page.
    var branches: [Node.ID: Int] {
        let withPages = nodesWithPages
        let roots = withPages.isEmpty ? children(of: nil) : withPages
        return Dictionary(roots.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
}

extension EditionPage.Frame {
    fileprivate init(_ frame: OuterFrame, _ edition: Edition, _ reading: Reading) {
        let facts = frame.facts
        id = facts.id.text
        title = facts.title
        shortTitle = facts.shortTitle ?? facts.title
        owner = facts.owner
        vision = reading.text(facts.vision)
        adopted = facts.adopted
        inForce = facts.inForce
        validTo = facts.validTo
        validToInWords = facts.validToInWords
        isEnding = frame.isEnding(on: reading.day)
        hasEnded = frame.hasEnded(on: reading.day)
        goals = facts.goals.map { goal in
            Goal(
                id: goal.id.text,
                text: reading.text(goal.text),
                servedBy: edition.services.filter { $0.frame == facts.id && $0.goal == goal.id }.compactMap { service in
                    edition.node(service.node).map { node in
                        Goal.Server(
                            id: node.id.text,
                            name: reading.text(node.title) ?? reading.text(node.text) ?? node.id.text,
                            reason: reading.text(service.reason)
                        )
                    }
                }
            )
        }
        details = reading.texts(facts.details)
        successor = reading.text(facts.successor)
        successorSources = facts.successorSources
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
    }
}
