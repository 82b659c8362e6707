/// Who may do one thing: a row of a capability's table.
///
/// ```swift
/// static let changeSeat = Permission(
///     "organisation.change-seat",
///     .by(.developmentLeader, .administrator),
///     .by(.registrar, for: .ownMunicipality),
///     withFreshFactor: true
/// )
/// ```
package struct Permission: Hashable, Sendable {
    /// What of the cooperation a row reaches.
    package enum Reach: Hashable, Sendable {
        case everything
        /// What is about the municipality that the seat is for.
        case ownMunicipality
        /// What is about the body that the seat is in.
        case ownBody
    }

    /// Those with some roles, for what they reach.
    package struct Grant: Hashable, Sendable {
        package let roles: Set<Seat.Role>
        package let reach: Reach

        /// Those with any of some roles, for all there is unless something else is said.
        package static func by(_ roles: Seat.Role..., for reach: Reach = .everything) -> Grant {
            Grant(roles: Set(roles), reach: reach)
        }
    }

    /// What an act would be about.
    package struct Target: Hashable, Sendable {
        package var municipality: Municipality.ID?
        package var body: Body.ID?

        /// What an act is about; neither for what is everybody's.
        package init(municipality: Municipality.ID? = nil, body: Body.ID? = nil) {
            self.municipality = municipality
            self.body = body
        }
    }

    /// A stable name: `organisation.change-seat`.
    package let name: String
    package let grants: [Grant]
    /// Whether a second factor must have been given within the last minutes.
    package let needsFreshFactor: Bool

    /// A row: a name, and who may.
    package init(_ name: String, _ grants: Grant..., withFreshFactor: Bool = false) {
        self.name = name
        self.grants = grants
        needsFreshFactor = withFreshFactor
    }

    /// Whether somebody may, acting in a capacity, about a target.
    package func allows(_ capacity: Capacity, about target: Target) -> Bool {
        grants.contains { grant in
            guard grant.roles.contains(capacity.role) else { return false }
            return switch grant.reach {
            case .everything: true
            case .ownMunicipality: capacity.municipality != nil && capacity.municipality == target.municipality
            case .ownBody: capacity.body == target.body
            }
        }
    }

    /// Whether there is anything that somebody in a capacity may do by this.
    package func allowsSomething(_ capacity: Capacity) -> Bool {
        grants.contains { $0.roles.contains(capacity.role) && ($0.reach != .ownMunicipality || capacity.municipality != nil) }
    }
}

/// That somebody may do one thing: it is made by asking the table, and by nothing else.
///
/// A request that carries one is asked again where it is decided, since a seat may have been left in between.
package struct Authority: Hashable, Sendable {
    package let capacity: Capacity
    package let permission: Permission
    package let target: Permission.Target

    /// The authority of a capacity; nil when the table doesn't give it.
    package init?(_ capacity: Capacity, _ permission: Permission, about target: Permission.Target) {
        guard permission.allows(capacity, about: target) else { return nil }
        self.capacity = capacity
        self.permission = permission
        self.target = target
    }

    /// Whether the seat is still held on a day.
    package func holds(in cooperation: Cooperation, on day: Day) -> Bool {
        cooperation.organisation.capacities(of: capacity.person, on: day)
            .contains { $0.seat == capacity.seat && permission.allows($0, about: target) }
    }
}

extension Refusal {
    /// What is said when somebody may not, or may no longer.
    package static let notYours = Refusal(
        "permission.not-yours",
        "Din plats ger inte rätt att göra det här. Byt plats om du har flera, eller be kansliet om hjälp."
    )
}
