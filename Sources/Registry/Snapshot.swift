package import Cooperation
package import Journal

/// What a reader holds: the cooperation after a given act, with its history and its texts.
///
/// Immutable. A reader that has one is never disturbed by what the registrar does next.
package struct Snapshot: Sendable {
    package internal(set) var timeline: Timeline
    package internal(set) var texts: Texts
    /// The end of the chain that the snapshot was made of.
    package internal(set) var tip: Tip
    /// Rises when what the vault holds changes.
    package internal(set) var vaultRevision: Int64
    /// Everybody the vault knows.
    package internal(set) var people = People()
    /// What has been written in forms and not sent.
    package internal(set) var drafts = Drafts()
    /// The signed heads, one a day, the earliest first.
    package internal(set) var heads: [SignedHead] = []

    /// Whether the installation is a training copy: every page says so, and nothing that leaves it, such as mail, may be sent.
    package internal(set) var isTraining = false

    /// The live value, unguarded: for the registrar's own; what is shown to somebody passes `PublicView`.
    package var cooperation: Cooperation { timeline.live }

    /// How many acts it is made of.
    package var position: Int64 { tip.position }

    /// The end of the chain, hexadecimal.
    package var chainEnd: String { tip.hash.hex }
}

/// The end of the chain as it was signed on a day: whoever has kept one can see whether the journal has been cut off or rewritten since.
package struct SignedHead: Hashable, Sendable {
    package let day: Day
    package let position: Int64
    /// Hexadecimal.
    package let hash: String
    /// The whole of it as it is published and as `verify --head-file` reads it.
    package let line: String

    init(_ head: Head) {
        day = Day(number: head.day)
        position = head.tip.position
        hash = head.tip.hash.hex
        line = head.line
    }
}

/// What is asked of the past: a day to look at, and a day whose knowledge to look with.
package struct PointInTime: Hashable, Sendable {
    /// Show what had happened by the end of that day; nil for now.
    package var day: Day?
    /// Count only what had been recorded by the end of that day; nil for all that is known.
    package var knownBy: Day?

    /// A point in time; with neither day it is now.
    package init(day: Day? = nil, knownBy: Day? = nil) {
        self.day = day
        self.knownBy = knownBy
    }

    /// Whether it asks for nothing but the live value.
    package var isNow: Bool { day == nil && knownBy == nil }
}
