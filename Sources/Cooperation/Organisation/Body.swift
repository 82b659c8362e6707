import HashTreeCollections

/// A body of the cooperation: those who propose, prepare, decide, hold together or carry out.
///
/// One type for all of them, since all have the same life: somebody sits there, somebody chairs, it meets, it is closed.
package struct Body: Hashable, Sendable {
    /// The body in addresses: `samarbetskommitten`.
    package typealias ID = Identifier<Body>

    /// What a body does in the cooperation.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Proposes, and decides on nothing for a municipality.
        case committee
        /// Prepares what the committee deals with.
        case managementGroup = "management-group"
        /// Holds the work together.
        case secretariat
        /// Decides for its own municipality.
        case ratifyingBody = "ratifying-body"
        /// Carries out.
        case network
    }

    /// What is recorded of a body.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var kind: Kind
        /// 'Samarbetskommittén', 'Planeringschefer', 'Kommunstyrelsen i Haninge'.
        package var name: String
        /// The municipality whose body it is, or that is host to it; nil for what all have together.
        package var municipality: Municipality.ID?
        /// True when no source says which municipality, and it was inferred.
        package var municipalityIsInferred: Bool?
        /// Who sits there.
        package var composition: Prose?
        package var purpose: Prose?
        /// The fewest meetings a year.
        package var meetingsPerYear: Int?
        /// The body it works for.
        package var worksFor: ID?
        /// The municipality whose chief executive speaks for the network in the management group.
        package var sponsor: Municipality.ID? = nil
        package var details: [Detail]
        /// What the sources leave open, in words.
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// Which municipalities chaired a body for a time; never a person.
    package struct Presidency: Hashable, Sendable, Codable {
        package var body: ID
        package var chair: Municipality.ID
        package var viceChair: Municipality.ID?
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// That a body works with a part of the programme.
    package struct Assignment: Hashable, Sendable, Codable {
        package var body: ID
        package var edition: Edition.ID
        package var node: Edition.Node.ID
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// That a body works with a part of the programme no longer.
    package struct AssignmentEnding: Hashable, Sendable, Codable {
        package var body: ID
        package var edition: Edition.ID
        package var node: Edition.Node.ID
        package var reason: Prose?
    }

    /// That a source shows the body at work.
    package struct Sighting: Hashable, Sendable, Codable {
        package var body: ID
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// That a body has ended its work.
    package struct Closing: Hashable, Sendable, Codable {
        package var body: ID
        package var reason: Prose
        package var sources: [Source]
    }

    package var facts: Facts
    /// Since when it is known.
    package var since: Period
    /// In order of time.
    package var presidencies: [Dated<Presidency>] = []
    /// Those that hold; one that has ended is told by the day before.
    package var assignments: [Dated<Assignment>] = []
    package var sightings: [Dated<Sighting>] = []
    package var closing: Dated<Closing>?
    /// By municipality and name, those held for all first.
    package internal(set) var seats: [Seat] = []

    /// The assignment to a part of an edition, when it holds.
    package func assignment(to node: Edition.Node.ID, of edition: Edition.ID) -> Dated<Assignment>? {
        assignments.first { $0.fact.edition == edition && $0.fact.node == node }
    }

    /// When a source last shows it at work.
    package var lastSeen: Period { sightings.last?.period ?? since }
}

/// Another cooperation between municipalities, to compare with.
package struct Peer: Hashable, Sendable, Codable {
    /// The cooperation in addresses: `skane-nordost`.
    package typealias ID = Identifier<Peer>

    package var id: ID
    package var name: String
    /// How many municipalities cooperate.
    package var municipalities: Int
    /// 'samarbetsavtal', 'kommunalförbund'.
    package var form: String
    package var ratifiedBy: String?
    package var seatsPerMunicipality: String?
    package var chair: String?
    package var decisionRule: String?
    package var fee: String?
    package var remarks: [Prose]
    package var sources: [Source]
}

/// The bodies, and other cooperations to compare with.
package struct Organisation: Hashable, Sendable {
    var bodies: TreeDictionary<Body.ID, Body> = [:]
    var peers: TreeDictionary<Peer.ID, Peer> = [:]

    /// The body with that id.
    package subscript(id: Body.ID) -> Body? { bodies[id] }

    /// The bodies of a kind, in Swedish alphabetical order.
    package func bodies(_ kind: Body.Kind) -> [Body] {
        bodies.values.filter { $0.facts.kind == kind }.inSwedishOrder(by: \.facts.name, then: \.facts.id)
    }

    /// The bodies that work with any of some parts of an edition, in Swedish alphabetical order.
    package func bodies(assignedTo nodes: Set<Edition.Node.ID>, of edition: Edition.ID) -> [Body] {
        bodies.values
            .filter { $0.assignments.contains { $0.fact.edition == edition && nodes.contains($0.fact.node) } }
            .inSwedishOrder(by: \.facts.name, then: \.facts.id)
    }

    /// The bodies that a municipality is host to, in Swedish alphabetical order.
    package func bodies(hostedBy municipality: Municipality.ID) -> [Body] {
        bodies.values
            .filter { $0.facts.municipality == municipality && $0.facts.kind != .ratifyingBody && $0.closing == nil }
            .inSwedishOrder(by: \.facts.name)
    }

    /// The times that a municipality chaired a body, or stood in for the one that did, the earliest first.
    package func presidencies(of municipality: Municipality.ID) -> [(body: Body, presidency: Dated<Body.Presidency>)] {
        bodies.values
            .flatMap { body in
                body.presidencies
                    .filter { $0.fact.chair == municipality || $0.fact.viceChair == municipality }
                    .map { (body, $0) }
            }
            .sorted { ($0.1.period.last, $0.0.facts.id) < ($1.1.period.last, $1.0.facts.id) }
    }

    /// The body that decides for a municipality; nil when there is none, or it has ended its work.
    package func ratifyingBody(of municipality: Municipality.ID) -> Body? {
        bodies.values
            .filter { $0.facts.kind == .ratifyingBody && $0.facts.municipality == municipality && $0.closing == nil }
            .min { $0.facts.id < $1.facts.id }
    }

    /// The network with that name, as the programme's goals have it; one that has ended its work when no other has the name.
    package func network(named name: String) -> Body? {
        bodies.values
            .filter { $0.facts.kind == .network && $0.facts.name == name }
            .min { ($0.closing == nil ? 0 : 1, $0.facts.id) < ($1.closing == nil ? 0 : 1, $1.facts.id) }
    }

    /// Other cooperations, in Swedish alphabetical order.
    package var peersInOrder: [Peer] { peers.values.inSwedishOrder(by: \.name, then: \.id) }
}
