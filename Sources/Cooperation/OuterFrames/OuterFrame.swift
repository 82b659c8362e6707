import HashTreeCollections

/// A plan of somebody else's that the cooperation's goals are mapped to, such as the regional development plan.
package struct OuterFrame: Hashable, Sendable {
    /// The frame in addresses: `rufs-2050`.
    package typealias ID = Identifier<OuterFrame>

    /// A goal of the frame.
    package struct Goal: Hashable, Sendable, Codable {
        /// The goal within its frame: `1`.
        package typealias ID = Identifier<Goal>

        package var id: ID
        package var text: Prose
    }

    /// What is known of the frame.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var title: String
        package var shortTitle: String?
        /// Whose plan it is.
        package var owner: String
        package var vision: Prose?
        package var adopted: Period?
        package var inForce: Period?
        /// The last day of the period it applies; nil when no end is stated.
        package var validTo: Period?
        /// How the source puts the end, when that is less exact: 'hösten 2026'.
        package var validToInWords: String?
        package var goals: [Goal]
        /// Further facts, in words.
        package var details: [Prose]
        /// What is known of the plan that is to replace it.
        package var successor: Prose?
        package var successorSources: [Source]
        /// What the sources leave open, in words.
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var facts: Facts

    /// Whether the frame's time is running out: a stated year has begun but not ended.
    package func isEnding(on today: Day) -> Bool {
        guard let end = facts.validTo else { return false }
        return end.first <= today && today <= end.last
    }

    /// Whether the frame's time is over.
    package func hasEnded(on today: Day) -> Bool {
        facts.validTo.map { $0.last < today } ?? false
    }
}

/// The outer frames.
package struct OuterFrames: Hashable, Sendable {
    var frames: TreeDictionary<OuterFrame.ID, OuterFrame> = [:]

    /// The frame with that id.
    package subscript(id: OuterFrame.ID) -> OuterFrame? { frames[id] }

    /// All frames, the oldest first.
    package var inOrder: [OuterFrame] {
        frames.values.sorted {
            ($0.facts.adopted?.last.number ?? 0, $0.facts.id) < ($1.facts.adopted?.last.number ?? 0, $1.facts.id)
        }
    }
}

/// Acts about outer frames.
package enum OuterFramesAct: Hashable, Sendable {
    /// A frame was recorded, or replaced by what is true from then on.
    case recorded(OuterFrame.Facts)
}

extension OuterFramesAct: CapabilityAct {
    static let forms = [ActForm("frames.recorded") { .outerFrames(.recorded($0)) }]

    var kind: String {
        switch self {
        case .recorded: "frames.recorded"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .recorded(let facts): facts
        }
    }
}
