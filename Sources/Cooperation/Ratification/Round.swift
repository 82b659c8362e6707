import HashTreeCollections

/// A text that the committee has locked and that the boards decide on.
package struct Proposal: Hashable, Sendable {
    /// A frame that goals of the text serve, as it was called when the text was locked.
    ///
    /// The frame is somebody else's and may be recorded anew; what was locked says what it said then.
    package struct ServedFrame: Hashable, Sendable, Codable {
        package var id: OuterFrame.ID
        package var name: String
        package var goals: [OuterFrame.Goal]

        /// A frame as it is called now.
        package init(_ facts: OuterFrame.Facts) {
            id = facts.id
            name = facts.shortTitle ?? facts.title
            goals = facts.goals
        }
    }

    /// What was locked.
    package struct Facts: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        /// 1 for the first; a new one takes the place of the one before.
        package var number: Int
        /// The locked text.
        package var text: Edition.Text
        /// Which working version of the draft it is; nil for an edition that never was a draft here.
        package var version: Int?
        /// SHA-256 of the text in its canonical form, 64 hexadecimal figures.
        package var digest: String?
        /// The frames that the text speaks of; nil for an edition that never was a draft here.
        package var frames: [ServedFrame]? = nil
        /// The committee's decision.
        package var decision: Meeting.Decision.Reference?
        package var rule: EntryRule
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var facts: Facts
    /// When it was locked.
    package var locked: Period
    /// When it was sent, and one track for each municipality it was sent to.
    var tracks: TreeDictionary<Municipality.ID, Track> = [:]

    /// A proposal that was locked then, with the tracks that it has from the beginning.
    init(_ facts: Facts, locked: Period, tracks: [Track] = []) {
        self.facts = facts
        self.locked = locked
        for track in tracks { self.tracks[track.municipality] = track }
    }

    /// Every track, in order of the municipalities' ids.
    package var allTracks: [Track] { tracks.values.sorted { $0.municipality < $1.municipality } }

    /// Where a municipality stands.
    package subscript(municipality: Municipality.ID) -> Track? { tracks[municipality] }

    /// Whether it has been sent to anybody.
    package var isSent: Bool { !tracks.isEmpty }
}

/// One round of decisions on an edition: its proposals, the latest of which counts.
package struct Round: Hashable, Sendable {
    /// When the edition must be in force, and which bodies of a municipality it passes: what the back-planning rests on.
    package struct Schedule: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var inForceBy: Day
        package var route: [DecisionStage]
        /// Days that a municipality needs between receiving the papers and handing them in.
        package var preparationDays: Int
        /// Whether time for adjustment, posting and appeal must be left.
        package var countsLegalForce: Bool
        package var remarks: [Prose]
    }

    package let edition: Edition.ID
    package internal(set) var schedule: Schedule?
    package internal(set) var proposals: [Proposal] = []

    /// The proposal that counts; nil before anything has been locked.
    package var current: Proposal? { proposals.last }

    /// The proposal with that number.
    package func proposal(_ number: Int) -> Proposal? { proposals.first { $0.facts.number == number } }
}

/// All rounds of decisions.
package struct Ratification: Hashable, Sendable {
    var rounds: TreeDictionary<Edition.ID, Round> = [:]

    /// The round of an edition.
    package subscript(edition: Edition.ID) -> Round? { rounds[edition] }

    /// All rounds, the latest locked first; those with nothing locked before them.
    package var inOrder: [Round] {
        rounds.values.sorted { left, right in
            switch (left.current?.locked.last, right.current?.locked.last) {
            case (let first?, let second?) where first != second: first > second
            case (nil, .some): true
            case (.some, nil): false
            default: left.edition > right.edition
            }
        }
    }
}
