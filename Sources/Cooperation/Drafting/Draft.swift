import HashTreeCollections

/// An edition of the programme that is being written.
package struct Draft: Hashable, Sendable {
    /// How the writing began.
    package struct Beginning: Hashable, Sendable, Codable {
        package var text: Edition.Text
        /// The edition it began as a copy of.
        package var base: Edition.ID?
    }

    /// A state that was saved, and what was done to come to it.
    package struct Version: Hashable, Sendable {
        /// 1 for the first.
        package let number: Int
        package let saved: Period
        /// The act that made it: who and when stands there.
        package let position: Position
        package let text: Edition.Text
        /// Nil for the first.
        package let change: DraftChange?
    }

    /// Who may say what they think of the draft, until when.
    package struct Opening: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        /// The networks that are invited.
        package var bodies: [Body.ID]
        /// Whether the municipalities' registrars and chairs are invited.
        package var municipalities: Bool
        /// Whether anybody is.
        package var isPublic: Bool
        /// The last day.
        package var until: Day
        /// What the secretariat wants to know.
        package var invitation: Prose?
    }

    package let edition: Edition.ID
    package let base: Edition.ID?
    /// The earliest first; never empty.
    package internal(set) var versions: [Version]
    package internal(set) var openings: [Dated<Opening>] = []
    /// The version that stood when everybody was invited: the first that the public has seen.
    var firstPublicVersion: Int?
    /// In the order they came.
    package internal(set) var contributions: [Contribution] = []

    /// The version that counts.
    package var current: Version { versions[versions.count - 1] }

    /// The version with that number.
    package func version(_ number: Int) -> Version? { versions.first { $0.number == number } }

    /// The invitation that counts; nil when nobody has been invited yet.
    package var opening: Dated<Opening>? { openings.last }

    /// The first day that the public could see it; nil when it can't.
    package var publicSince: Day? { openings.first { $0.fact.isPublic }?.period.last }

    /// Whether anybody may say what they think of it on a day.
    package func isOpenToPublic(on day: Day) -> Bool {
        guard let opening else { return false }
        return opening.fact.isPublic && opening.period.last <= day && day <= opening.fact.until
    }

    /// Whether those who sit in a body, or act for a municipality, are invited on a day.
    package func invites(_ capacity: Capacity, on day: Day) -> Bool {
        guard let opening, opening.period.last <= day, day <= opening.fact.until else { return false }
        if opening.fact.bodies.contains(capacity.body) { return true }
        return opening.fact.municipalities && capacity.municipality != nil
    }

    /// What the public may see of it on a day: nothing before everybody was invited, and then the versions since.
    func shownToPublic(on day: Day) -> Draft? {
        guard let since = publicSince, since <= day else { return nil }
        var shown = self
        shown.versions.removeAll { $0.number < firstPublicVersion ?? 1 }
        shown.openings.removeAll { !$0.fact.isPublic }
        shown.contributions.removeAll { contribution in
            guard case .anyone = contribution.facts.sender else { return true }
            return !contribution.isShown
        }
        return shown
    }

    /// The contribution with that id.
    package func contribution(_ id: Contribution.ID) -> Contribution? { contributions.first { $0.facts.id == id } }
}

/// A comment on the draft, or a proposal to change a text in it.
package struct Contribution: Hashable, Sendable {
    /// Thirty-two hexadecimal figures from its form.
    package typealias ID = Identifier<Contribution>

    /// Which text of a part it is about.
    package enum Field: String, Hashable, Sendable, Codable, CaseIterable {
        case title, text, background
    }

    /// Who it comes from.
    package enum Sender: Hashable, Sendable, Codable {
        /// A body or a municipality that was invited.
        case invited(body: Body.ID, municipality: Municipality.ID?)
        /// Anybody; the name, when one was given, lies in the vault under that id.
        case anyone(name: String?)
    }

    /// What was sent.
    package struct Facts: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var id: ID
        /// The part it is about; nil for the whole.
        package var node: Edition.Node.ID?
        package var field: Field?
        /// The comment, or why the text should be changed.
        package var text: Prose
        /// What the text should be; nil for a comment.
        package var proposed: Prose?
        /// The text as it was then: so it can be told whether it has been changed since.
        package var basis: Prose?
        package var sender: Sender
    }

    /// What came of it.
    package struct Answer: Hashable, Sendable, Codable {
        package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            /// The change was made.
            case accepted
            /// The change was made in other words.
            case partly
            case declined
            /// A comment was read and needs no change.
            case noted
        }

        package var edition: Edition.ID
        package var contribution: ID
        package var outcome: Outcome
        package var reason: Prose
    }

    /// That it was taken down, and why.
    package struct Removal: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var contribution: ID
        package var reason: Prose
    }

    package let facts: Facts
    package let sent: Period
    /// The version that stood when it came.
    package let version: Int
    /// Whether the secretariat has let it through; what comes from those invited needs no letting through.
    package internal(set) var isReleased: Bool
    package internal(set) var removal: Dated<Removal>?
    package internal(set) var answer: Dated<Answer>?

    /// Whether it waits for the secretariat to read it.
    package var isQueued: Bool { !isReleased && removal == nil }
    /// Whether everybody who sees the draft sees it.
    package var isShown: Bool { isReleased && removal == nil }
    /// Whether somebody must say what comes of it.
    package var isUnanswered: Bool { isShown && answer == nil }
}

/// The editions that are being written.
package struct Drafting: Hashable, Sendable {
    var drafts: TreeDictionary<Edition.ID, Draft> = [:]

    /// The draft of an edition.
    package subscript(edition: Edition.ID) -> Draft? { drafts[edition] }

    /// All drafts, the latest begun first.
    package var inOrder: [Draft] {
        drafts.values.sorted { ($0.versions[0].position, $0.edition) > ($1.versions[0].position, $1.edition) }
    }
}
