/// Whether every member has somebody in a body where all are to sit: the committee, the management group, each network.
///
/// The cooperation rests on each municipality taking part on the same terms; a place that stands empty is the first thing to see.
package struct Parity: Hashable, Sendable {
    /// A member that nobody sits for.
    package struct Vacancy: Hashable, Sendable {
        package let municipality: Municipality.ID
        /// The first day of the vacancy.
        package let since: Day

        /// How old the vacancy is on a day, in days: 0 on its first.
        package func age(on day: Day) -> Int { Int(day.number - since.number) }
    }

    package let body: Body.ID
    /// In the order of the members; nil when no seat of the body has been recorded, so that nobody knows who sits there.
    package let vacancies: [Vacancy]?
}

extension Body {
    /// Whether each member is to have somebody here.
    package var wantsAllMembers: Bool {
        switch facts.kind {
        case .committee, .managementGroup, .network: closing == nil
        case .secretariat, .ratifyingBody: false
        }
    }

    /// The members that nobody sits for.
    ///
    /// - Parameters:
    ///   - members: as they are on the day.
    ///   - day: the day that is asked about.
    /// - Returns: the vacancies; nil for a body where not all are to sit.
    package func parity(among members: Members, on day: Day) -> Parity? {
        guard wantsAllMembers else { return nil }
        let seats = seats.filter { $0.facts.role.representsMunicipality }
        guard let first = seats.map({ $0.earlier.first?.lowerBound ?? $0.since }).min(), first <= day else {
            return Parity(body: facts.id, vacancies: nil)
        }
        let vacancies = members.members.compactMap { municipality -> Parity.Vacancy? in
            let own = seats.filter { $0.facts.municipality == municipality.facts.id }
            if own.contains(where: { $0.tenure(on: day) != nil }) { return nil }
            // Since the last day that anybody sat there, and not before places were kept here or the municipality joined.
            let left = own.flatMap { seat in seat.tenures.filter { $0.from <= day }.compactMap { seat.lastDay(of: $0) } }.max()
            let since = [first, municipality.standing?.from.first, left?.adding(days: 1)].compactMap { $0 }.max()
            return Parity.Vacancy(municipality: municipality.facts.id, since: since ?? first)
        }
        return Parity(body: facts.id, vacancies: vacancies)
    }
}

extension Seat.Role {
    /// Whether the seat's holder is a municipality's own in the body; a substitute or a registrar doesn't fill the place.
    package var representsMunicipality: Bool {
        switch self {
        case .chair, .viceChair, .member, .convener: true
        case .substitute, .registrar, .developmentLeader, .administrator, .systemAdministrator, .guest: false
        }
    }
}

extension Cooperation {
    /// Every body where all members are to sit, with those that lack somebody, in the order committee, management group, networks.
    package func parities(on day: Day) -> [Parity] {
        [Body.Kind.committee, .managementGroup, .network]
            .flatMap { organisation.bodies($0) }
            .compactMap { $0.parity(among: members, on: day) }
    }
}
