import HashTreeCollections

/// A conference that comes back: what it is for, and each time it was held.
package struct ConferenceSeries: Hashable, Sendable {
    /// The series in addresses: `radslag`.
    package typealias ID = Identifier<ConferenceSeries>

    /// What is recorded of a series.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        /// 'Södertörns Rådslag'.
        package var name: String
        /// The series that it took the place of.
        package var continues: ID?
        package var details: [Detail]
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// What the cooperation has agreed about a series, whole, as it is from then on.
    package struct Rules: Hashable, Sendable, Codable {
        package var series: ID
        package var purpose: Prose?
        package var audience: Prose?
        /// Who decides the theme, and from what.
        package var theme: Prose?
        /// Who is host, and what the host does.
        package var hosting: Prose?
        /// How many municipalities are hosts together; nil when none is.
        package var hosts: Int?
        /// Those outside the cooperation that it is arranged with.
        package var partners: [String]
        /// The body that arranges it.
        package var arranger: Body.ID?
        /// How often it is held, as the agreement says.
        package var frequency: Prose?
        package var sources: [Source]
    }

    package var facts: Facts
    /// Since when it is known.
    package var since: Period
    package var rules: Rules?
    /// When the rules were agreed.
    package var agreed: Period?
    var conferences: TreeDictionary<Conference.ID, Conference> = [:]

    /// The conference with that id.
    package subscript(id: Conference.ID) -> Conference? { conferences[id] }

    /// Every conference of the series, the earliest first.
    package var inOrder: [Conference] {
        conferences.values.sorted { ($0.facts.date.last, $0.facts.id) < ($1.facts.date.last, $1.facts.id) }
    }
}

/// One time that a conference was held, cancelled or planned.
package struct Conference: Hashable, Sendable {
    /// The conference within its series, in addresses: `2019`.
    package typealias ID = Identifier<Conference>

    /// What became of it.
    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case planned, held, cancelled
    }

    /// How people met.
    package enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        case inPerson = "in-person"
        case digital
    }

    /// A municipality that was host.
    package struct Host: Hashable, Sendable, Codable {
        package var municipality: Municipality.ID
        /// True when no source says so, and it was inferred.
        package var isInferred: Bool?

        /// A host; an inferred one is marked.
        package init(_ municipality: Municipality.ID, isInferred: Bool? = nil) {
            self.municipality = municipality
            self.isInferred = isInferred
        }
    }

    /// What is recorded of a conference.
    package struct Facts: Hashable, Sendable, Codable {
        package var series: ConferenceSeries.ID
        package var id: ID
        /// The day it is for, which may lie ahead of the day it was recorded.
        package var date: Period
        package var status: Status
        package var form: Form?
        /// 'den 13:e': text, since the sources' own counts contradict each other.
        package var number: String?
        package var hosts: [Host]
        package var place: String?
        package var theme: Prose?
        /// How many came, as the source puts it: 'drygt 100'.
        package var participants: String?
        package var details: [Detail]
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    package var facts: Facts
}

/// The conferences, series by series.
package struct Conferences: Hashable, Sendable {
    var series: TreeDictionary<ConferenceSeries.ID, ConferenceSeries> = [:]

    /// The series with that id.
    package subscript(id: ConferenceSeries.ID) -> ConferenceSeries? { series[id] }

    /// All series, in the order they are first known.
    package var inOrder: [ConferenceSeries] {
        series.values.sorted { ($0.since.last, $0.facts.id) < ($1.since.last, $1.facts.id) }
    }

    /// Every conference, the earliest first.
    package var all: [Conference] {
        series.values.flatMap(\.conferences.values).sorted {
            ($0.facts.date.last, $0.facts.series, $0.facts.id) < ($1.facts.date.last, $1.facts.series, $1.facts.id)
        }
    }

    /// The conferences that a municipality was host to, the earliest first.
    package func hosted(by municipality: Municipality.ID) -> [Conference] {
        all.filter { $0.facts.hosts.contains { $0.municipality == municipality } }
    }

    /// The series that took the place of another; the first when several did.
    package func successor(of id: ConferenceSeries.ID) -> ConferenceSeries? {
        inOrder.first { $0.facts.continues == id }
    }
}
