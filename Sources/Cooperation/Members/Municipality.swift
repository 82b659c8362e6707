import HashTreeCollections

/// A municipality that the cooperation knows: a member, one that takes part in projects, or one that has left.
package struct Municipality: Hashable, Sendable {
    /// The municipality in addresses: `haninge`.
    package typealias ID = Identifier<Municipality>

    /// What is registered of a municipality.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        /// 'Haninge'.
        package var name: String
        /// 'Haninge kommun'.
        package var officialName: String
        /// Statistics Sweden's code of four figures: '0136'.
        package var code: String
        /// 'Stockholms län'.
        package var county: String?
        /// Statistics Sweden's code of two figures: '01'.
        package var countyCode: String?
        /// Land area in hectares.
        package var landArea: Int?
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// From when to when a municipality has belonged to the cooperation, and how.
    package struct Membership: Hashable, Sendable, Codable {
        /// What a municipality is to the cooperation.
        package enum Kind: String, Hashable, Sendable, Codable {
            /// One of those who decide and share the cost.
            case member
            /// Takes part in projects without being a member.
            case associate
        }

        package var kind: Kind
        package var from: Period
        /// The day from which it no longer belongs; nil while it does.
        package var to: Period?
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// How many lived there on a day.
    package struct Population: Hashable, Sendable, Codable {
        /// Where the figure comes from.
        package enum Basis: String, Hashable, Sendable, Codable {
            /// As the source published it.
            case published
            /// Computed from other published figures; the remark says how.
            case derived
        }

        package var count: Int
        package var basis: Basis
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var facts: Facts
    /// In order of time; the last one counts.
    package var memberships: [Membership]
    /// By the day the figure is for.
    var population: TreeDictionary<Day, Population>

    /// What the municipality is to the cooperation now, or nil when it has left or not yet joined.
    package var standing: Membership? {
        memberships.last.flatMap { $0.to == nil ? $0 : nil }
    }

    /// Every population figure, the earliest first.
    package var populationInOrder: [(day: Day, figure: Population)] {
        population.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The latest known population.
    package var latestPopulation: (day: Day, figure: Population)? {
        population.max { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// The municipalities, and what is known of them together.
package struct Members: Hashable, Sendable {
    var municipalities: TreeDictionary<Municipality.ID, Municipality> = [:]
    /// Figures that a source gives for all members together, by the day they are for.
    var totalPopulation: TreeDictionary<Day, Municipality.Population> = [:]

    /// The municipality with that id.
    package subscript(id: Municipality.ID) -> Municipality? { municipalities[id] }

    /// All that are known, in Swedish alphabetical order.
    package var all: [Municipality] { municipalities.values.inSwedishOrder(by: \.facts.name, then: \.facts.id) }

    /// Figures that a source gives for all members together, the earliest first.
    package var totalPopulationInOrder: [(day: Day, figure: Municipality.Population)] {
        totalPopulation.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Those who are members, in Swedish alphabetical order.
    package var members: [Municipality] { standing(as: .member) }

    /// Those who take part in projects without being members, in Swedish alphabetical order.
    package var associates: [Municipality] { standing(as: .associate) }

    /// Those who have been members and are so no longer, in Swedish alphabetical order.
    package var former: [Municipality] {
        municipalities.values
            .filter { $0.standing == nil && $0.memberships.contains { $0.kind == .member } }
            .inSwedishOrder(by: \.facts.name, then: \.facts.id)
    }

    private func standing(as kind: Municipality.Membership.Kind) -> [Municipality] {
        municipalities.values.filter { $0.standing?.kind == kind }.inSwedishOrder(by: \.facts.name, then: \.facts.id)
    }
}
