import HashTreeCollections

/// A meeting of a body: the day, the place, and the decisions that were made there.
package struct Meeting: Hashable, Sendable {
    /// The meeting among its body's, in addresses: `2027-02-09`.
    ///
    /// It stays when the meeting is moved to another day.
    package typealias ID = Identifier<Meeting>

    /// What is recorded of a meeting: the whole of it.
    package struct Facts: Hashable, Sendable, Codable {
        package var body: Body.ID
        package var id: ID
        /// Which of a municipality's bodies meets, where the calendar is a municipality's; nil for the cooperation's own bodies.
        package var stage: DecisionStage?
        package var day: Day
        package var place: String?
        /// The last day to hand in papers.
        package var papersDue: Day?
        /// True when it isn't held.
        package var isCancelled: Bool?
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// A decision: a numbered paragraph in the minutes of a meeting.
    package struct Decision: Hashable, Sendable, Codable {
        package var body: Body.ID
        package var meeting: ID
        /// § 12 is 12.
        package var paragraph: Int
        package var title: Prose
        /// What was decided, as the minutes have it.
        package var text: Prose?
        /// What it is about, when that has a page.
        package var about: Subject?
        package var sources: [Source]

        /// Where the decision is.
        package var reference: Reference { Reference(body: body, meeting: meeting, paragraph: paragraph) }

        /// A decision wherever it is: `samarbetskommitten/2027-02-09/12`.
        package struct Reference: Hashable, Sendable, Codable {
            package var body: Body.ID
            package var meeting: ID
            package var paragraph: Int

            /// A paragraph of a meeting of a body.
            package init(body: Body.ID, meeting: ID, paragraph: Int) {
                self.body = body
                self.meeting = meeting
                self.paragraph = paragraph
            }
        }
    }

    package var facts: Facts
    /// When it was first recorded.
    package var since: Period
    /// By paragraph.
    package internal(set) var decisions: [Dated<Decision>] = []

    /// Whether it is to be held, or has been.
    package var isHeld: Bool { facts.isCancelled != true }

    /// The decision with that paragraph.
    package func decision(_ paragraph: Int) -> Dated<Decision>? { decisions.first { $0.fact.paragraph == paragraph } }
}

/// The meetings of all bodies.
package struct Meetings: Hashable, Sendable {
    var meetings: TreeDictionary<Body.ID, TreeDictionary<Meeting.ID, Meeting>> = [:]

    /// The meeting of a body with that id.
    package subscript(body: Body.ID, id: Meeting.ID) -> Meeting? { meetings[body]?[id] }

    /// The decision that a reference points at.
    package subscript(reference: Meeting.Decision.Reference) -> Dated<Meeting.Decision>? {
        self[reference.body, reference.meeting]?.decision(reference.paragraph)
    }

    /// A body's meetings, also those that are cancelled, the earliest first.
    package func meetings(of body: Body.ID) -> [Meeting] {
        (meetings[body] ?? [:]).values.sorted { ($0.facts.day, $0.facts.id) < ($1.facts.day, $1.facts.id) }
    }

    /// Every meeting, the earliest first.
    package var inOrder: [Meeting] {
        meetings.values.flatMap(\.values)
            .sorted { ($0.facts.day, $0.facts.body, $0.facts.id) < ($1.facts.day, $1.facts.body, $1.facts.id) }
    }

    /// Every decision, the latest first.
    package var decisions: [(meeting: Meeting, decision: Dated<Meeting.Decision>)] {
        inOrder.reversed().flatMap { meeting in meeting.decisions.reversed().map { (meeting, $0) } }
    }
}
