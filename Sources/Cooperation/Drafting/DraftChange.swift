/// What is done to a draft in one step.
package enum DraftChange: Hashable, Sendable {
    /// What stands before the goals: title, validity, vision and the like. The parts are left as they are.
    case front(Front)
    /// A part got other texts, owners or mappings; it keeps its place.
    case rewritten(Edition.Node)
    /// A part was added under another, before a sibling or last.
    case added(Edition.Node, before: Edition.Node.ID?)
    /// A part and all under it were removed.
    case removed(Edition.Node.ID)
    /// A part and all under it were moved, before a sibling or last.
    case moved(Edition.Node.ID, under: Edition.Node.ID?, before: Edition.Node.ID?)
    /// A part became several in its place; what was under it comes under the first.
    case split(Edition.Node.ID, into: [Edition.Node])
    /// Several parts became one, in the place of the first; what was under them comes under it.
    case merged([Edition.Node.ID], into: Edition.Node)
    /// The draft was set back to an earlier version.
    case restored(version: Int)
    /// A text of a part got the wording that somebody proposed.
    case adopted(Contribution.ID, node: Edition.Node.ID, field: Contribution.Field, text: Prose)

    /// What stands before the goals.
    package struct Front: Hashable, Sendable, Codable {
        package var title: String
        package var shortTitle: String?
        package var validity: Edition.Validity
        package var horizon: Int?
        package var levels: [Edition.Level]
        package var focus: Prose?
        package var vision: Edition.Vision?
        package var purpose: Prose?
        package var principles: [Prose]
        package var commitments: [Prose]
        package var themes: [Prose]
        package var frames: [OuterFrame.ID]
    }
}

extension DraftChange {
    /// The parts that the change brings, as they were written.
    var nodes: [Edition.Node] {
        switch self {
        case .rewritten(let node), .added(let node, _), .merged(_, let node): [node]
        case .split(_, let nodes): nodes
        case .front, .removed, .moved, .restored, .adopted: []
        }
    }

    /// Whether a part's own texts or place were changed by it.
    ///
    /// A restoring may have changed anything.
    package func touches(_ part: Edition.Node.ID) -> Bool {
        switch self {
        case .front: false
        case .rewritten(let node), .added(let node, _): node.id == part
        case .removed(let id), .moved(let id, _, _), .adopted(_, let id, _, _): id == part
        case .split(let id, let parts): id == part || parts.contains { $0.id == part }
        case .merged(let ids, _): ids.contains(part)
        case .restored: true
        }
    }

    /// Whether it changed what stands before the goals.
    package var touchesFront: Bool {
        switch self {
        case .front, .restored: true
        default: false
        }
    }
}

extension Edition.Text {
    /// What stands before the goals.
    package var front: DraftChange.Front {
        DraftChange.Front(
            title: title,
            shortTitle: shortTitle,
            validity: validity,
            horizon: horizon,
            levels: levels,
            focus: focus,
            vision: vision,
            purpose: purpose,
            principles: principles,
            commitments: commitments,
            themes: themes,
            frames: frames
        )
    }

    /// The text after a change, or why the change can't be made.
    ///
    /// Restoring is not asked of a text, which knows of no versions.
    package func changed(by change: DraftChange) throws(Refusal) -> Edition.Text {
        var next = self
        switch change {
        case .front(let front): next.take(front)
        case .rewritten(let node):
            guard let index = nodes.firstIndex(where: { $0.id == node.id }) else { throw .unknownNode(node.id) }
            var node = node
            (node.parent, node.level) = (nodes[index].parent, nodes[index].level)
            next.nodes[index] = node
        case .added(let node, let sibling):
            guard !nodes.contains(where: { $0.id == node.id }) else { throw .nodeTaken(node.id) }
            next.nodes.insert(node, at: try place(under: node.parent, before: sibling))
        case .removed(let id):
            _ = try index(of: id)
            let branch = Set(branch(from: id).map(\.id))
            next.nodes.removeAll { branch.contains($0.id) }
        case .moved(let id, let parent, let sibling): try next.move(id, under: parent, before: sibling)
        case .split(let id, let parts): try next.split(id, into: parts)
        case .merged(let ids, let whole): try next.merge(ids, into: whole)
        case .restored: break
        case .adopted(_, let id, let field, let text):
            let index = try index(of: id)
            switch field {
            case .title: next.nodes[index].title = text
            case .text: next.nodes[index].text = text
            case .background: next.nodes[index].background = text
            }
        }
        if let fault = Programme.fault(in: next) { throw fault }
        return next
    }

    private func index(of id: Edition.Node.ID) throws(Refusal) -> Int {
        guard let index = nodes.firstIndex(where: { $0.id == id }) else { throw .unknownNode(id) }
        return index
    }

    /// A part and everything under it, in reading order.
    package func branch(from id: Edition.Node.ID) -> [Edition.Node] {
        var inside: Set<Edition.Node.ID> = [id]
        return nodes.filter { node in
            if node.id == id { return true }
            guard let parent = node.parent, inside.contains(parent) else { return false }
            inside.insert(node.id)
            return true
        }
    }

    /// The place in reading order of what comes under a part, before a sibling or last.
    private func place(under parent: Edition.Node.ID?, before sibling: Edition.Node.ID?) throws(Refusal) -> Int {
        if let sibling {
            let index = try index(of: sibling)
            guard nodes[index].parent == parent else { throw .notSiblings }
            return index
        }
        guard let parent else { return nodes.endIndex }
        _ = try index(of: parent)
        let last = branch(from: parent).last?.id
        return (nodes.firstIndex { $0.id == last } ?? nodes.endIndex - 1) + 1
    }

    private mutating func take(_ front: DraftChange.Front) {
        title = front.title
        shortTitle = front.shortTitle
        validity = front.validity
        horizon = front.horizon
        levels = front.levels
        focus = front.focus
        vision = front.vision
        purpose = front.purpose
        principles = front.principles
        commitments = front.commitments
        themes = front.themes
        frames = front.frames
    }

    private mutating func move(_ id: Edition.Node.ID, under parent: Edition.Node.ID?, before sibling: Edition.Node.ID?)
        throws(Refusal)
    {
        let from = try index(of: id)
        var moving = branch(from: id)
        let inside = Set(moving.map(\.id))
        if let parent, inside.contains(parent) { throw .underItself }
        if let sibling, inside.contains(sibling) { throw .underItself }
        // Everything in the branch keeps its distance from the part that it hangs under.
        let above = try parent.map { id throws(Refusal) in nodes[try index(of: id)].level } ?? -1
        let step = nodes[from].level > above && parent == nodes[from].parent ? 0 : above + 1 - nodes[from].level
        for index in moving.indices { moving[index].level += step }
        moving[0].parent = parent
        nodes.removeAll { inside.contains($0.id) }
        nodes.insert(contentsOf: moving, at: try place(under: parent, before: sibling))
    }

    private mutating func split(_ id: Edition.Node.ID, into parts: [Edition.Node]) throws(Refusal) {
        let index = try index(of: id)
        guard parts.count >= 2, parts[0].id == id else { throw .splitIntoOne }
        let whole = nodes[index]
        let children = branch(from: id).dropFirst()
        nodes.removeAll { node in node.id == id || children.contains { $0.id == node.id } }
        let heirs = parts.map { part in
            var part = part
            (part.parent, part.level) = (whole.parent, whole.level)
            // What is split has its ancestry in each of its parts.
            part.predecessors = whole.predecessors
            return part
        }
        nodes.insert(contentsOf: [heirs[0]] + children + heirs.dropFirst(), at: index)
    }

    private mutating func merge(_ ids: [Edition.Node.ID], into whole: Edition.Node) throws(Refusal) {
        guard ids.count >= 2, Set(ids).count == ids.count, whole.id == ids[0] else { throw .mergedFromOne }
        let parts = try ids.map { id throws(Refusal) in nodes[try index(of: id)] }
        guard Set(parts.map(\.level)).count == 1 else { throw .mergedAcrossLevels }
        let children = ids.flatMap { branch(from: $0).dropFirst() }
        var heir = whole
        (heir.parent, heir.level) = (parts[0].parent, parts[0].level)
        var ancestors: [Edition.Predecessor] = []
        for ancestor in parts.flatMap({ $0.predecessors ?? [] }) where !ancestors.contains(ancestor) {
            ancestors.append(ancestor)
        }
        heir.predecessors = parts.allSatisfy { $0.predecessors == nil } ? nil : ancestors
        let gone = Set(ids + children.map(\.id))
        let place = nodes[..<(try index(of: ids[0]))].filter { !gone.contains($0.id) }.count
        nodes.removeAll { gone.contains($0.id) }
        let moved = children.map { child in
            var child = child
            if let parent = child.parent, ids.contains(parent) { child.parent = heir.id }
            return child
        }
        nodes.insert(contentsOf: [heir] + moved, at: place)
    }
}

extension Refusal {
    static let notSiblings = Refusal(
        "draft.not-siblings",
        field: "before",
        "De två hör inte till samma del. Välj platsen på nytt."
    )

    static let underItself = Refusal(
        "draft.under-itself",
        field: "under",
        "En del kan inte flyttas in under sig själv. Välj en annan plats."
    )

    static let splitIntoOne = Refusal("draft.split", field: "parts", "Skriv minst två delar. Den första behåller platsen.")

    static let mergedFromOne = Refusal("draft.merge", field: "parts", "Välj minst två olika delar att slå ihop.")

    static let mergedAcrossLevels = Refusal(
        "draft.merge-levels",
        field: "parts",
        "Bara delar på samma nivå kan slås ihop. Flytta den ena först."
    )
}

extension DraftChange: Codable {
    private enum Keys: String, CodingKey {
        case kind, front, node, nodes, id, ids, under, before, version, contribution, field, text
    }

    private enum Kind: String, Codable { case front, rewritten, added, removed, moved, split, merged, restored, adopted }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Keys.self)
        switch try values.decode(Kind.self, forKey: .kind) {
        case .front: self = .front(try values.decode(Front.self, forKey: .front))
        case .rewritten: self = .rewritten(try values.decode(Edition.Node.self, forKey: .node))
        case .added:
            self = .added(
                try values.decode(Edition.Node.self, forKey: .node),
                before: try values.decodeIfPresent(Edition.Node.ID.self, forKey: .before)
            )
        case .removed: self = .removed(try values.decode(Edition.Node.ID.self, forKey: .id))
        case .moved:
            self = .moved(
                try values.decode(Edition.Node.ID.self, forKey: .id),
                under: try values.decodeIfPresent(Edition.Node.ID.self, forKey: .under),
                before: try values.decodeIfPresent(Edition.Node.ID.self, forKey: .before)
            )
        case .split:
            self = .split(
                try values.decode(Edition.Node.ID.self, forKey: .id),
                into: try values.decode([Edition.Node].self, forKey: .nodes)
            )
        case .merged:
            self = .merged(
                try values.decode([Edition.Node.ID].self, forKey: .ids),
                into: try values.decode(Edition.Node.self, forKey: .node)
            )
        case .restored: self = .restored(version: try values.decode(Int.self, forKey: .version))
        case .adopted:
            self = .adopted(
                try values.decode(Contribution.ID.self, forKey: .contribution),
                node: try values.decode(Edition.Node.ID.self, forKey: .id),
                field: try values.decode(Contribution.Field.self, forKey: .field),
                text: try values.decode(Prose.self, forKey: .text)
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Keys.self)
        switch self {
        case .front(let front):
            try values.encode(Kind.front, forKey: .kind)
            try values.encode(front, forKey: .front)
        case .rewritten(let node):
            try values.encode(Kind.rewritten, forKey: .kind)
            try values.encode(node, forKey: .node)
        case .added(let node, let before):
            try values.encode(Kind.added, forKey: .kind)
            try values.encode(node, forKey: .node)
            try values.encodeIfPresent(before, forKey: .before)
        case .removed(let id):
            try values.encode(Kind.removed, forKey: .kind)
            try values.encode(id, forKey: .id)
        case .moved(let id, let under, let before):
            try values.encode(Kind.moved, forKey: .kind)
            try values.encode(id, forKey: .id)
            try values.encodeIfPresent(under, forKey: .under)
            try values.encodeIfPresent(before, forKey: .before)
        case .split(let id, let nodes):
            try values.encode(Kind.split, forKey: .kind)
            try values.encode(id, forKey: .id)
            try values.encode(nodes, forKey: .nodes)
        case .merged(let ids, let node):
            try values.encode(Kind.merged, forKey: .kind)
            try values.encode(ids, forKey: .ids)
            try values.encode(node, forKey: .node)
        case .restored(let version):
            try values.encode(Kind.restored, forKey: .kind)
            try values.encode(version, forKey: .version)
        case .adopted(let contribution, let node, let field, let text):
            try values.encode(Kind.adopted, forKey: .kind)
            try values.encode(contribution, forKey: .contribution)
            try values.encode(node, forKey: .id)
            try values.encode(field, forKey: .field)
            try values.encode(text, forKey: .text)
        }
    }
}
