/// What is different between two outlines, such as two editions of a programme, told in the order in which the new one is read.
///
/// As few nodes as possible are said to have moved: among those under one parent that stood under it before, a longest run that still
/// is in the old order has stayed (`longestRise`), so one node moved is one node marked. What came along with its parent has not moved.
/// The parent counts as the same when it comes from the old parent, also when that was split or merged.
package struct OutlineDifference<ID: Hashable & Sendable>: Hashable, Sendable {
    /// A node of the new outline, or one that is gone.
    package struct Entry: Hashable, Sendable {
        /// What the node is known by: in the old outline if it is gone, otherwise in the new.
        package let id: ID

        /// How many nodes it stands under.
        package let depth: Int

        /// What has become of it.
        package let change: OutlineChange<ID>

        /// The difference in each of its texts, against what it comes from.
        ///
        /// Everything is inserted in one that is new, and removed in one that is gone. One that is merged is held against the texts of all
        /// that it comes from, a line each.
        package let texts: [WordDifference]

        /// If its texts are those that it comes from.
        package var isTextSame: Bool { texts.allSatisfy(\.isSame) }

        /// If nothing has happened to it.
        package var isUnchanged: Bool { change == .kept && isTextSame }
    }

    /// All nodes of the new outline in reading order, and each that is gone after what it stood after.
    package let entries: [Entry]

    /// If nothing is different.
    package var isSame: Bool { entries.allSatisfy(\.isUnchanged) }

    /// Compares two outlines, each in reading order.
    ///
    /// A parent stands before what is under it; a node whose parent doesn't is taken as one at the top. Of nodes with the same id the first is
    /// meant. Predecessors that the old outline lacks count for nothing.
    package init(from old: [OutlineNode<ID>], to new: [OutlineNode<ID>]) {
        var comparison = Comparison(old: Outline(old), new: Outline(new))
        entries = comparison.entries()
    }
}

/// An outline whose nodes are known by their places in the list.
private struct Outline<ID: Hashable & Sendable> {
    private(set) var nodes: [OutlineNode<ID>] = []
    private(set) var places: [ID: Int] = [:]
    private(set) var parents: [Int?] = []
    private(set) var children: [[Int]] = []
    private(set) var top: [Int] = []
    /// Which in order each is under its parent, from 0.
    private(set) var numbers: [Int] = []

    init(_ nodes: [OutlineNode<ID>]) {
        for node in nodes where places[node.id] == nil {
            let parent = node.parent.flatMap { places[$0] }
            let place = self.nodes.count
            places[node.id] = place
            parents.append(parent)
            children.append([])
            self.nodes.append(node)
            if let parent {
                numbers.append(children[parent].count)
                children[parent].append(place)
            } else {
                numbers.append(top.count)
                top.append(place)
            }
        }
    }

    func children(of parent: Int?) -> [Int] {
        parent.map { children[$0] } ?? top
    }

    func place(of node: Int) -> OutlinePlace<ID> {
        let number = numbers[node]
        return OutlinePlace(
            parent: parents[node].map { nodes[$0].id },
            after: number > 0 ? nodes[children(of: parents[node])[number - 1]].id : nil,
            number: number + 1
        )
    }

    /// All nodes so that each comes directly before what stands under it.
    func inReadingOrder() -> [Int] {
        var order: [Int] = []
        var waiting = Array(top.reversed())
        while let node = waiting.popLast() {
            order.append(node)
            waiting += children[node].reversed()
        }
        return order
    }
}

private struct Comparison<ID: Hashable & Sendable> {
    let old: Outline<ID>
    let new: Outline<ID>
    /// Of each new node, the old ones that it comes from, in the order of the old outline.
    let origins: [[Int]]
    /// Of each old node, the new ones that come from it.
    private(set) var outcomes: [[Int]]
    /// Where each old node comes when the old outline is read.
    let ranks: [Int]
    private var hasMoved: [Bool]

    init(old: Outline<ID>, new: Outline<ID>) {
        self.old = old
        self.new = new
        var ranks = [Int](repeating: 0, count: old.nodes.count)
        for (rank, node) in old.inReadingOrder().enumerated() { ranks[node] = rank }
        origins = new.nodes.map { node in
            Set(node.predecessors.compactMap { old.places[$0] }).sorted { ranks[$0] < ranks[$1] }
        }
        self.ranks = ranks
        outcomes = Array(repeating: [], count: old.nodes.count)
        for node in new.nodes.indices {
            for origin in origins[node] { outcomes[origin].append(node) }
        }
        hasMoved = Array(repeating: false, count: new.nodes.count)
        markMoved(new.top)
        for siblings in new.children { markMoved(siblings) }
    }

    /// The only old node that a new one comes from, if nothing else comes from it.
    private func single(_ node: Int) -> Int? {
        guard origins[node].count == 1, outcomes[origins[node][0]].count == 1 else { return nil }
        return origins[node][0]
    }

    /// If a parent comes from an old one.
    private func isSameParent(_ parent: Int?, _ oldParent: Int?) -> Bool {
        guard let parent, let oldParent else { return parent == nil && oldParent == nil }
        return origins[parent].contains(oldParent)
    }

    private mutating func markMoved(_ siblings: [Int]) {
        var (stayed, places): ([Int], [Int]) = ([], [])
        for node in siblings {
            guard let origin = single(node) else { continue }
            if isSameParent(new.parents[node], old.parents[origin]) {
                stayed.append(node)
                places.append(ranks[origin])
            } else {
                hasMoved[node] = true
            }
        }
        var inOrder = Set(places.longestRise())
        for (place, node) in stayed.enumerated() where inOrder.remove(place) == nil {
            hasMoved[node] = true
        }
    }

    /// A node in what is told.
    private enum Node: Hashable {
        case new(Int)
        case gone(Int)
    }

    mutating func entries() -> [OutlineDifference<ID>.Entry] {
        let goneAfter = goneByPlace()
        var entries: [OutlineDifference<ID>.Entry] = []
        var waiting: [(node: Node, depth: Int)] = []
        // What is waited for last is told first: what is under a node, then what is gone after it, then what stands after it.
        func wait(under parent: Node?, _ children: [Int], depth: Int) {
            for child in children.reversed() {
                wait(for: goneAfter[.after(.new(child))] ?? [], depth: depth)
                waiting.append((.new(child), depth))
            }
            wait(for: goneAfter[.firstUnder(parent)] ?? [], depth: depth)
        }
        func wait(for gone: [Int], depth: Int) {
            for node in gone.reversed() { waiting.append((.gone(node), depth)) }
        }
        wait(under: nil, new.top, depth: 0)
        while let (node, depth) = waiting.popLast() {
            switch node {
            case .new(let place):
                entries.append(entry(place, depth: depth))
                wait(under: node, new.children[place], depth: depth + 1)
            case .gone(let place):
                let texts = old.nodes[place].texts.map { WordDifference(from: $0, to: "") }
                entries.append(.init(id: old.nodes[place].id, depth: depth, change: .gone, texts: texts))
                wait(under: node, [], depth: depth + 1)
            }
        }
        return entries
    }

    private enum GonePlace: Hashable {
        case firstUnder(Node?)
        case after(Node)
    }

    /// The nodes that are gone, in order, by what they stood after or under.
    private func goneByPlace() -> [GonePlace: [Int]] {
        var byPlace: [GonePlace: [Int]] = [:]
        for siblings in [old.top] + old.children {
            var place: GonePlace?
            for node in siblings {
                let parent = old.parents[node].map { outcomes[$0].first.map(Node.new) ?? .gone($0) }
                if outcomes[node].isEmpty {
                    byPlace[place ?? .firstUnder(parent), default: []].append(node)
                } else if let stays = outcomes[node].last(where: { isBeside($0, parent) }) {
                    place = .after(.new(stays))
                }
            }
        }
        return byPlace
    }

    /// If a new node that hasn't moved stands under what its old parent became.
    private func isBeside(_ node: Int, _ parent: Node?) -> Bool {
        !hasMoved[node] && new.parents[node].map(Node.new) == parent
    }

    private func entry(_ node: Int, depth: Int) -> OutlineDifference<ID>.Entry {
        let origins = origins[node]
        let change: OutlineChange<ID> =
            switch origins.count {
            case 0: .new
            case 1 where outcomes[origins[0]].count > 1: .split(from: old.nodes[origins[0]].id)
            case 1: hasMoved[node] ? .moved(from: old.place(of: origins[0])) : .kept
            default: .merged(from: origins.map { old.nodes[$0].id })
            }
        let texts = new.nodes[node].texts
        let before = origins.map { old.nodes[$0].texts }
        let differences = (0..<max(texts.count, before.map(\.count).max() ?? 0)).map { index in
            let was = before.compactMap { index < $0.count && !$0[index].isEmpty ? $0[index] : nil }
            return WordDifference(
                from: was.joined(separator: "\n"),
                to: index < texts.count ? texts[index] : ""
            )
        }
        return .init(id: new.nodes[node].id, depth: depth, change: change, texts: differences)
    }
}
