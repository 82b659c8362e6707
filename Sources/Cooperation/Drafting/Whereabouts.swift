/// Where in a draft something that was said of a part belongs now: parts are split, merged and removed after it was said.
package struct Whereabouts: Hashable, Sendable {
    /// The parts that what it was about has become, in reading order; none when it is no longer there.
    package internal(set) var parts: [Edition.Node.ID]
    /// Whether the part, or one that it went into, has become several since.
    package internal(set) var wasSplit = false
    /// Whether it has gone into one with others since.
    package internal(set) var wasMerged = false
}

extension Draft {
    /// Where a contribution belongs now; nil for one that is about the whole draft.
    ///
    /// It follows every step since it came. A draft that has been set back to an earlier version is set back in this too.
    package func whereabouts(of contribution: Contribution) -> Whereabouts? {
        guard let node = contribution.facts.node else { return nil }
        var now = Whereabouts(parts: [node])
        var then: [Int: Whereabouts] = [:]
        for version in versions where version.number > contribution.version {
            switch version.change {
            case .restored(let number): now = then[number] ?? Whereabouts(parts: [node])
            case let change?: now.follow(change)
            case nil: break
            }
            let there = Set(version.text.nodes.map(\.id))
            now.parts.removeAll { !there.contains($0) }
            then[version.number] = now
        }
        let order = current.text.nodes.map(\.id)
        now.parts = order.filter(now.parts.contains)
        return now
    }
}

extension Whereabouts {
    fileprivate mutating func follow(_ change: DraftChange) {
        switch change {
        case .split(let id, let heirs) where parts.contains(id):
            parts += heirs.map(\.id).filter { !parts.contains($0) }
            wasSplit = true
        case .merged(let ids, let whole) where ids.contains(where: parts.contains):
            parts = parts.filter { !ids.contains($0) } + [whole.id]
            wasMerged = true
        case .split, .merged, .front, .rewritten, .added, .removed, .moved, .restored, .adopted: break
        }
    }
}
