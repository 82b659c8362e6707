/// A theme day (Temadag Effektiv verksamhetsutveckling): where studies and improvement examples are told of.
package struct ThemeDay: Hashable, Sendable {
    /// The theme day in addresses: `2027`.
    package typealias ID = Identifier<ThemeDay>

    /// Who presents: a municipality or a body, never a person.
    package enum Presenter: Hashable, Sendable {
        case municipality(Municipality.ID)
        case body(Body.ID)
        /// A municipality outside the cooperation, by name.
        case outside(String)
    }

    /// A point of the programme.
    package struct Item: Hashable, Sendable, Codable {
        package var title: String
        /// How long it takes.
        package var minutes: Int
        package var presenter: Presenter?
        /// The example that is told of.
        package var example: ImprovementCase.Reference?

        /// A point of so many minutes.
        package init(
            _ title: String,
            minutes: Int,
            presenter: Presenter? = nil,
            example: ImprovementCase.Reference? = nil
        ) {
            self.title = title
            self.minutes = minutes
            self.presenter = presenter
            self.example = example
        }
    }

    /// What is recorded of a theme day, whole.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var title: String
        /// The body that arranges it.
        package var arranger: Body.ID
        /// When it is held; nil when that isn't settled.
        package var day: Day?
        /// The conference that it is, among the conferences.
        package var conference: ConferenceReference?
        /// The programme, in order.
        package var items: [Item]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// A conference in its series.
    package struct ConferenceReference: Hashable, Sendable, Codable {
        package var series: ConferenceSeries.ID
        package var conference: Conference.ID

        /// A conference of a series.
        package init(series: ConferenceSeries.ID, conference: Conference.ID) {
            self.series = series
            self.conference = conference
        }
    }

    package internal(set) var facts: Facts
    /// When it was first recorded.
    package internal(set) var since: Period

    /// How long the programme takes, in minutes.
    package var minutes: Int { facts.items.reduce(0) { $0 + $1.minutes } }
}

extension ThemeDay.Presenter: Codable {
    private enum Keys: String, CodingKey { case municipality, body, outside }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if let id = try container.decodeIfPresent(Municipality.ID.self, forKey: .municipality) {
            self = .municipality(id)
        } else if let id = try container.decodeIfPresent(Body.ID.self, forKey: .body) {
            self = .body(id)
        } else {
            self = .outside(try container.decode(String.self, forKey: .outside))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .municipality(let id): try container.encode(id, forKey: .municipality)
        case .body(let id): try container.encode(id, forKey: .body)
        case .outside(let name): try container.encode(name, forKey: .outside)
        }
    }
}
