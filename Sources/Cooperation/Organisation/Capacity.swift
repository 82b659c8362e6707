import HashTreeCollections

/// What somebody acts as: the holder of a seat, or a deputy, on a day.
///
/// What a person may do follows from this and from nothing else.
package struct Capacity: Hashable, Sendable {
    package let person: Person.ID
    package let seat: Seat.Reference
    /// What the person is in the body that day; who chairs goes by the presidency.
    package let role: Seat.Role
    package let kind: Body.Kind
    /// The municipality the seat is for, else the one whose body it is.
    package let municipality: Municipality.ID?
    /// Whether the person stands in for the seat's holder.
    package let isDeputy: Bool
    /// The last day of it, when it is known.
    package let until: Day?

    /// The body of the seat.
    package var body: Body.ID { seat.body }
}

extension Body {
    /// The seat with that id.
    package func seat(_ id: Seat.ID) -> Seat? { seats.first { $0.facts.id == id } }

    /// The seats that there are on a day: what is held for all first, then by municipality, role and id.
    package func seats(on day: Day) -> [Seat] { seats.filter { $0.exists(on: day) } }

    /// What a person may act as through this body's seats on a day.
    fileprivate func capacities(of person: Person.ID, on day: Day) -> [Capacity] {
        seats.compactMap { seat -> Capacity? in
            let role = role(of: seat, on: day)
            if let tenure = seat.tenure(on: day), tenure.person == person {
                let until = seat.lastDay(of: tenure)
                return capacity(of: person, in: seat, as: role, isDeputy: false, until: until)
            }
            // One who holds the seat needn't also stand in for it.
            let until = seat.deputies(on: day).filter { $0.person == person }.map(\.until).max()
            return until.flatMap { capacity(of: person, in: seat, as: role, isDeputy: true, until: $0) }
        }
    }

    private func capacity(of person: Person.ID, in seat: Seat, as role: Seat.Role, isDeputy: Bool, until: Day?) -> Capacity {
        Capacity(
            person: person,
            seat: seat.reference,
            role: role,
            kind: facts.kind,
            municipality: seat.facts.municipality ?? (facts.kind == .ratifyingBody ? facts.municipality : nil),
            isDeputy: isDeputy,
            until: until
        )
    }
}

extension Organisation {
    /// The seat, when there is or has been such a one.
    package func seat(_ reference: Seat.Reference) -> Seat? { bodies[reference.body]?.seat(reference.seat) }

    /// What a person may act as on a day, what the person holds first, then in the order of bodies and seats.
    package func capacities(of person: Person.ID, on day: Day) -> [Capacity] {
        bodies.values
            .flatMap { $0.capacities(of: person, on: day) }
            .sorted { ($0.isDeputy ? 1 : 0, $0.seat) < ($1.isDeputy ? 1 : 0, $1.seat) }
    }

    /// Everybody who holds a seat or stands in for somebody on a day or later, with the last day when it is known for all of it.
    package func personsSeated(from day: Day) -> [Person.ID: Day?] {
        var seated: [Person.ID: Day?] = [:]
        func note(_ person: Person.ID, until: Day?) {
            guard until.map({ $0 >= day }) ?? true else { return }
            switch seated[person] {
            case nil: seated[person] = .some(until)
            case .some(nil): break
            case .some(let known?): seated[person] = .some(until.map { max($0, known) })
            }
        }
        for body in bodies.values {
            for seat in body.seats {
                for tenure in seat.tenures { note(tenure.person, until: seat.lastDay(of: tenure)) }
                for deputyship in seat.deputyships { note(deputyship.person, until: deputyship.until) }
            }
        }
        return seated
    }
}
