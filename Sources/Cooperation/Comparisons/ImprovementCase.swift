/// An improvement example (förbättringsexempel): a municipality whose cost fell compared with its peers', chosen to be looked into.
///
/// What the statistics say is only where to ask. It becomes an example for a theme day when the municipality has answered.
package struct ImprovementCase: Hashable, Sendable {
    /// The case within its study: `jarfalla-grundskola`.
    package typealias ID = Identifier<ImprovementCase>

    /// How sure the finder is, by its method.
    package enum Class: String, Hashable, Sendable, Codable, CaseIterable {
        /// An improvement example: robust, and quality kept.
        case a
        /// A possible example: robust, and quality known.
        case b
        /// Cheaper but worse.
        case c
        /// The rest.
        case d
    }

    /// What the finder said of it, copied with its vintage.
    package struct Facts: Hashable, Sendable, Codable {
        package var study: Study.ID
        package var id: ID
        package var card: ServiceCard.ID
        /// The version of the card that it was found by, counted from 1.
        package var cardVersion: Int
        package var place: ComparedPlace
        /// The first and the last year that were compared.
        package var firstYear: Int
        package var lastYear: Int
        /// The change compared with the peers' median, in per cent: -8.3.
        package var change: DecimalFigure
        package var `class`: Class
        /// The share of such finds that may be chance (Benjamini–Hochberg), 0–1.
        package var q: DecimalFigure
        package var source: Source
        /// The vintage: the day the statistics were fetched.
        package var fetched: Day
        /// The values that it rests on.
        package var values: [CopiedValue]
        /// Why it was chosen.
        package var reason: Prose?
    }

    /// That the municipality was asked.
    package struct Question: Hashable, Sendable, Codable {
        package var study: Study.ID
        package var example: ID
        /// What was asked.
        package var text: Prose?
    }

    /// What the municipality answered.
    package struct Answer: Hashable, Sendable, Codable {
        package var study: Study.ID
        package var example: ID
        package var text: Prose
        /// Whether the municipality itself says that it is an improvement to tell others of.
        package var isConfirmed: Bool
    }

    package internal(set) var facts: Facts
    /// When it was chosen.
    package internal(set) var chosen: Period
    package internal(set) var asked: Dated<Question>?
    package internal(set) var answer: Dated<Answer>?

    /// A case that nobody has been asked about yet.
    init(_ facts: Facts, chosen: Period) {
        self.facts = facts
        self.chosen = chosen
    }

    /// Whether it can be put on a theme day's programme: the municipality has said itself that it holds.
    package var canBePresented: Bool { answer?.fact.isConfirmed ?? false }
}

extension ImprovementCase {
    /// A case wherever it is.
    package struct Reference: Hashable, Sendable, Codable {
        package var study: Study.ID
        package var example: ID

        /// A case of a study.
        package init(study: Study.ID, example: ID) {
            self.study = study
            self.example = example
        }
    }
}
