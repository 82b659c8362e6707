import HashTreeCollections

/// Acts about the bodies of the cooperation.
package enum OrganisationAct: Hashable, Sendable {
    /// A body was recorded, or replaced by what is true from then on.
    case bodyRecorded(Body.Facts)
    /// Which municipalities chair a body from then on.
    case presidencyRecorded(Body.Presidency)
    /// A body came to work with a part of the programme.
    case assigned(Body.Assignment)
    /// A source shows that the body was at work.
    case seen(Body.Sighting)
    /// A body ended its work.
    case closed(Body.Closing)
    /// Another cooperation was recorded to compare with, or replaced.
    case peerRecorded(Peer)
}

extension OrganisationAct: CapabilityAct {
    static let forms = [
        ActForm("organisation.body-recorded") { .organisation(.bodyRecorded($0)) },
        ActForm("organisation.presidency-recorded") { .organisation(.presidencyRecorded($0)) },
        ActForm("organisation.assigned") { .organisation(.assigned($0)) },
        ActForm("organisation.seen") { .organisation(.seen($0)) },
        ActForm("organisation.closed") { .organisation(.closed($0)) },
        ActForm("organisation.peer-recorded") { .organisation(.peerRecorded($0)) },
    ]

    var kind: String {
        switch self {
        case .bodyRecorded: "organisation.body-recorded"
        case .presidencyRecorded: "organisation.presidency-recorded"
        case .assigned: "organisation.assigned"
        case .seen: "organisation.seen"
        case .closed: "organisation.closed"
        case .peerRecorded: "organisation.peer-recorded"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .bodyRecorded(let facts): facts
        case .presidencyRecorded(let presidency): presidency
        case .assigned(let assignment): assignment
        case .seen(let sighting): sighting
        case .closed(let closing): closing
        case .peerRecorded(let peer): peer
        }
    }
}

extension Organisation {
    /// Why an act about bodies would mean nothing here; nil when it can be applied.
    func objection(to act: OrganisationAct, members: Members, programme: Programme) -> Refusal? {
        switch act {
        case .bodyRecorded(let facts):
            if let id = facts.municipality, members[id] == nil { return .unknownMunicipality(id) }
            if let id = facts.worksFor {
                guard !leads(from: id, to: facts.id, by: { bodies[$0]?.facts.worksFor }) else { return .worksForItself }
                guard bodies[id] != nil else { return .unknownBody(id) }
            }
            guard facts.kind == .ratifyingBody, let municipality = facts.municipality,
                let other = ratifyingBody(of: municipality), other.facts.id != facts.id
            else { return nil }
            return .decidesAlready(other.facts.name)
        case .presidencyRecorded(let presidency):
            guard let body = bodies[presidency.body] else { return .unknownBody(presidency.body) }
            guard body.closing == nil else { return .closed(body.facts.name) }
            let municipalities = [presidency.chair, presidency.viceChair].compactMap { $0 }
            return municipalities.first { members[$0] == nil }.map { .unknownMunicipality($0) }
        case .assigned(let assignment):
            guard let body = bodies[assignment.body] else { return .unknownBody(assignment.body) }
            guard body.closing == nil else { return .closed(body.facts.name) }
            guard let edition = programme[assignment.edition] else { return .unknownEdition(assignment.edition) }
            guard edition.node(assignment.node) != nil else { return .unknownNode(assignment.node) }
            let isAssigned = body.assignments.contains {
                $0.fact.edition == assignment.edition && $0.fact.node == assignment.node
            }
            return isAssigned ? .assignedAlready(body.facts.name, to: assignment.node) : nil
        // A source may show at work what another says has ended: the register tells what both say.
        case .seen(let sighting): return bodies[sighting.body] == nil ? .unknownBody(sighting.body) : nil
        case .closed(let closing):
            guard let body = bodies[closing.body] else { return .unknownBody(closing.body) }
            return body.closing == nil ? nil : .closedAlready(body.facts.name)
        case .peerRecorded: return nil
        }
    }

    /// The organisation after an act that meets no objection.
    mutating func apply(_ act: OrganisationAct, at period: Period) {
        switch act {
        case .bodyRecorded(let facts):
            if var known = bodies[facts.id] {
                known.facts = facts
                // Recorded anew after it had been closed: it has taken up its work again.
                known.closing = nil
                bodies[facts.id] = known
            } else {
                bodies[facts.id] = Body(facts: facts, since: period)
            }
        case .presidencyRecorded(let presidency):
            bodies[presidency.body]?.presidencies.append(Dated(presidency, period))
        case .assigned(let assignment):
            bodies[assignment.body]?.assignments.append(Dated(assignment, period))
        case .seen(let sighting):
            bodies[sighting.body]?.sightings.append(Dated(sighting, period))
        case .closed(let closing):
            bodies[closing.body]?.closing = Dated(closing, period)
        case .peerRecorded(let peer): peers[peer.id] = peer
        }
    }
}

extension Refusal {
    static func unknownBody(_ id: Body.ID) -> Refusal {
        Refusal(
            "organisation.unknown-body",
            field: "body",
            "Organet ”\(id)” finns inte den dagen. Registrera organet först, eller välj en annan dag."
        )
    }

    static func decidesAlready(_ name: String) -> Refusal {
        Refusal(
            "organisation.decides-already",
            field: "municipality",
            "\(name) beslutar redan för kommunen. Avsluta det organet först."
        )
    }

    static let worksForItself = Refusal(
        "organisation.works-for-itself",
        field: "worksFor",
        "Ett organ kan inte arbeta åt sig självt, inte heller genom ett annat organ."
    )

    static func assignedAlready(_ name: String, to node: Edition.Node.ID) -> Refusal {
        Refusal("organisation.assigned-already", field: "node", "\(name) arbetar redan med ”\(node)” den dagen.")
    }

    static func closed(_ name: String) -> Refusal {
        Refusal(
            "organisation.closed",
            field: "body",
            "Organet \(name) är avslutat den dagen. Registrera det på nytt om det arbetar igen."
        )
    }

    static func closedAlready(_ name: String) -> Refusal {
        Refusal("organisation.closed-already", field: "body", "Organet \(name) är redan avslutat den dagen.")
    }
}
