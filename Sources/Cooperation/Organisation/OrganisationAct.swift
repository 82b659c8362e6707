import HashTreeCollections

/// Acts about the bodies of the cooperation.
package enum OrganisationAct: Hashable, Sendable {
    /// A body was recorded, or replaced by what is true from then on.
    case bodyRecorded(Body.Facts)
    /// Which municipalities chair a body from then on.
    case presidencyRecorded(Body.Presidency)
    /// A body came to work with a part of the programme.
    case assigned(Body.Assignment)
    /// A body ceased to work with a part of the programme.
    case assignmentEnded(Body.AssignmentEnding)
    /// A source shows that the body was at work.
    case seen(Body.Sighting)
    /// A body ended its work.
    case closed(Body.Closing)
    /// Another cooperation was recorded to compare with, or replaced.
    case peerRecorded(Peer)
    /// A body has a seat from then on.
    case seatEstablished(Seat.Facts)
    /// Somebody holds a seat from a day, and whoever held it leaves it the day before.
    case seatTaken(Seat.Tenure)
    /// The holder leaves a seat that nobody takes.
    case seatLeft(Seat.Leaving)
    /// Somebody stands in for the holder for a time.
    case deputyAppointed(Seat.Deputyship)
    /// A seat is no more after a day.
    case seatClosed(Seat.Closing)
}

extension OrganisationAct: CapabilityAct {
    static let forms = [
        ActForm("organisation.body-recorded") { .organisation(.bodyRecorded($0)) },
        ActForm("organisation.presidency-recorded") { .organisation(.presidencyRecorded($0)) },
        ActForm("organisation.assigned") { .organisation(.assigned($0)) },
        ActForm("organisation.assignment-ended") { .organisation(.assignmentEnded($0)) },
        ActForm("organisation.seen") { .organisation(.seen($0)) },
        ActForm("organisation.closed") { .organisation(.closed($0)) },
        ActForm("organisation.peer-recorded") { .organisation(.peerRecorded($0)) },
        ActForm("organisation.seat-established") { .organisation(.seatEstablished($0)) },
        ActForm("organisation.seat-taken") { .organisation(.seatTaken($0)) },
        ActForm("organisation.seat-left") { .organisation(.seatLeft($0)) },
        ActForm("organisation.deputy-appointed") { .organisation(.deputyAppointed($0)) },
        ActForm("organisation.seat-closed") { .organisation(.seatClosed($0)) },
    ]

    var kind: String {
        switch self {
        case .bodyRecorded: "organisation.body-recorded"
        case .presidencyRecorded: "organisation.presidency-recorded"
        case .assigned: "organisation.assigned"
        case .assignmentEnded: "organisation.assignment-ended"
        case .seen: "organisation.seen"
        case .closed: "organisation.closed"
        case .peerRecorded: "organisation.peer-recorded"
        case .seatEstablished: "organisation.seat-established"
        case .seatTaken: "organisation.seat-taken"
        case .seatLeft: "organisation.seat-left"
        case .deputyAppointed: "organisation.deputy-appointed"
        case .seatClosed: "organisation.seat-closed"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .bodyRecorded(let facts): facts
        case .presidencyRecorded(let presidency): presidency
        case .assigned(let assignment): assignment
        case .assignmentEnded(let ending): ending
        case .seen(let sighting): sighting
        case .closed(let closing): closing
        case .peerRecorded(let peer): peer
        case .seatEstablished(let seat): seat
        case .seatTaken(let tenure): tenure
        case .seatLeft(let leaving): leaving
        case .deputyAppointed(let deputyship): deputyship
        case .seatClosed(let closing): closing
        }
    }
}

extension Organisation {
    /// Why an act about bodies would mean nothing here; nil when it can be applied.
    func objection(to act: OrganisationAct, members: Members, programme: Programme) -> Refusal? {
        switch act {
        case .bodyRecorded(let facts):
            for id in [facts.municipality, facts.sponsor] { if let id, members[id] == nil { return .unknownMunicipality(id) } }
            if let id = facts.worksFor {
                guard !leads(from: id, to: facts.id, by: { bodies[$0]?.facts.worksFor }) else { return .worksForItself }
                guard bodies[id] != nil else { return .unknownBody(id) }
            }
            if let known = bodies[facts.id], known.isOtherwiseSeated(facts) { return .seatsElsewhere(known.facts.name) }
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
            let isAssigned = body.assignment(to: assignment.node, of: assignment.edition) != nil
            return isAssigned ? .assignedAlready(body.facts.name, to: assignment.node) : nil
        case .assignmentEnded(let ending):
            guard let body = bodies[ending.body] else { return .unknownBody(ending.body) }
            let isAssigned = body.assignment(to: ending.node, of: ending.edition) != nil
            return isAssigned ? nil : .notAssigned(body.facts.name, to: ending.node)
        // A source may show at work what another says has ended: the register tells what both say.
        case .seen(let sighting): return bodies[sighting.body] == nil ? .unknownBody(sighting.body) : nil
        case .closed(let closing):
            guard let body = bodies[closing.body] else { return .unknownBody(closing.body) }
            return body.closing == nil ? nil : .closedAlready(body.facts.name)
        case .peerRecorded: return nil
        case .seatEstablished(let seat):
            guard let body = bodies[seat.body] else { return .unknownBody(seat.body) }
            return body.objection(toEstablishing: seat, members: members)
        case .seatTaken(let tenure):
            return withSeat(tenure.body, tenure.seat) { body, seat in
                if let refusal = seat.objection(to: tenure.person, from: tenure.from, in: body) { return refusal }
                guard seat.facts.role == .guest else { return nil }
                // Access for a time only: a guest's seat ends by itself.
                guard let until = tenure.until else { return .guestWithoutEnd }
                return tenure.from.adding(days: 366) < until ? .guestTooLong() : nil
            }
        case .seatLeft(let leaving):
            return withSeat(leaving.body, leaving.seat) { _, seat in
                seat.tenure(on: leaving.last) == nil ? .seatNotHeld(on: leaving.last) : nil
            }
        case .deputyAppointed(let deputyship):
            return withSeat(deputyship.body, deputyship.seat) { body, seat in
                seat.objection(to: deputyship.person, from: deputyship.from, in: body)
            }
        case .seatClosed(let closing):
            return withSeat(closing.body, closing.seat) { body, seat in
                if let known = seat.closing, known.last <= closing.last { return .seatClosed(body.facts.name, known.last) }
                // The day before its first: it was never to be.
                return closing.last < seat.since.adding(days: -1) ? .beforeSeat(seat.since, field: "last") : nil
            }
        }
    }

    /// What is objected about a seat that there is, or has been.
    private func withSeat(_ body: Body.ID, _ id: Seat.ID, _ objection: (Body, Seat) -> Refusal?) -> Refusal? {
        guard let body = bodies[body] else { return .unknownBody(body) }
        guard let seat = body.seat(id) else { return .unknownSeat(id, body.facts.name) }
        return objection(body, seat)
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
        case .assignmentEnded(let ending):
            bodies[ending.body]?.assignments.removeAll { $0.fact.edition == ending.edition && $0.fact.node == ending.node }
        case .seen(let sighting):
            bodies[sighting.body]?.sightings.append(Dated(sighting, period))
        case .closed(let closing):
            bodies[closing.body]?.close(Dated(closing, period))
        case .peerRecorded(let peer): peers[peer.id] = peer
        case .seatEstablished(let facts): bodies[facts.body]?.establish(facts, since: period.first)
        case .seatTaken(let tenure): bodies[tenure.body]?.change(tenure.seat) { $0.take(tenure) }
        case .seatLeft(let leaving): bodies[leaving.body]?.change(leaving.seat) { $0.leave(after: leaving.last) }
        case .deputyAppointed(let deputyship):
            bodies[deputyship.body]?.change(deputyship.seat) { $0.appoint(deputyship) }
        case .seatClosed(let closing): bodies[closing.body]?.change(closing.seat) { $0.close(closing) }
        }
    }
}

extension Body {
    /// Whether those who sit here would act for another municipality if this were recorded.
    fileprivate func isOtherwiseSeated(_ facts: Facts) -> Bool {
        guard self.facts.kind == .ratifyingBody || facts.kind == .ratifyingBody else { return false }
        let isSame = self.facts.kind == facts.kind && self.facts.municipality == facts.municipality
        return !isSame && seats.contains { $0.closing == nil }
    }

    /// The body with one more seat; one that was closed is taken up again and keeps its history.
    fileprivate mutating func establish(_ facts: Seat.Facts, since: Day) {
        if let index = seats.firstIndex(where: { $0.facts.id == facts.id }) {
            seats[index].establish(facts, since: since)
        } else {
            seats.append(Seat(facts: facts, since: since))
        }
        seats.sort { $0.order < $1.order }
    }

    /// The body with its work ended, and its seats with it: whoever sat there must be seated anew if it takes up its work again.
    fileprivate mutating func close(_ closing: Dated<Closing>) {
        self.closing = closing
        let last = closing.period.last.adding(days: -1)
        for index in seats.indices {
            seats[index].close(.init(body: facts.id, seat: seats[index].facts.id, last: last, remarks: []))
        }
    }

    fileprivate mutating func change(_ id: Seat.ID, _ change: (inout Seat) -> Void) {
        guard let index = seats.firstIndex(where: { $0.facts.id == id }) else { return }
        change(&seats[index])
    }
}

extension Seat {
    /// Where the seat stands among its body's: what is held for all first, then by municipality, role and id.
    fileprivate var order: (String, Int, String) {
        (facts.municipality?.text ?? "", Role.allCases.firstIndex(of: facts.role) ?? 0, facts.id.text)
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

    static func seatsElsewhere(_ name: String) -> Refusal {
        Refusal(
            "organisation.seats-elsewhere",
            field: "municipality",
            "\(name) har platser, och de som har dem företräder kommunen. Avsluta platserna innan organet byter kommun eller slag."
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

    static func notAssigned(_ name: String, to node: Edition.Node.ID) -> Refusal {
        Refusal(
            "organisation.not-assigned",
            field: "node",
            "\(name) arbetar inte med ”\(node)” den dagen. Välj en senare dag, eller ett annat uppdrag."
        )
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
