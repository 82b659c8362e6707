package import Cooperation
package import Identity

/// Who is looking, and what they may act as today.
package struct Viewer: Sendable {
    /// The session of a browser that has been let in, or is on its way in; nil for everybody else.
    package let session: Session?
    /// What the session's cookie holds; never logged.
    package let token: String?
    /// Whose session it was that time has ended: what they sent can be kept for them.
    package let expired: Person.ID?
    /// The person, when fully signed in and known to the vault.
    package let person: Person?
    /// What the person may act as today.
    package let capacities: [Capacity]

    /// A reader that nobody knows.
    package static let anyone = Viewer(session: nil, token: nil, expired: nil, person: nil, capacities: [])

    /// Whether this is a reader who has not signed in.
    package var isAnyone: Bool { session == nil }

    /// The same viewer as somebody who has signed in; nil for all others.
    package var signedIn: SignedIn? {
        guard let session, session.stage == .full, let token, let person else { return nil }
        let capacity = capacities.first { $0.seat.description == session.capacity } ?? capacities.first
        return SignedIn(session: session, token: token, person: person, capacities: capacities, capacity: capacity)
    }

    /// Whether the viewer may do something here, in the capacity that is chosen.
    package func may(_ permission: Permission, about target: Permission.Target = .init()) -> Bool {
        signedIn?.capacity.map { permission.allows($0, about: target) } ?? false
    }

    package init(session: Session?, token: String?, expired: Person.ID?, person: Person?, capacities: [Capacity]) {
        self.session = session
        self.token = token
        self.expired = expired
        self.person = person
        self.capacities = capacities
    }
}

/// Somebody who has signed in: what a page for the signed-in is given.
package struct SignedIn: Sendable {
    package let session: Session
    package let token: String
    package let person: Person
    /// What the person may act as today, in order; none for one whose seats have ended.
    package let capacities: [Capacity]
    /// What the person acts as now.
    package let capacity: Capacity?
}

/// Somebody who may do what a route is for: what a page that changes something is given.
///
/// It can only be made by asking the permission, so a handler that has one needn't ask again.
package struct Acting: Sendable {
    package let who: SignedIn
    package let authority: Authority

    /// What the person acts as.
    package var capacity: Capacity { authority.capacity }
}

/// What a page needs of whoever asks for it.
package struct Need: Sendable {
    package let permission: Permission
    package let target: Permission.Target

    /// A permission, for what the page is about.
    package init(_ permission: Permission, about target: Permission.Target = .init()) {
        self.permission = permission
        self.target = target
    }
}

extension Acting {
    /// How long a second factor is fresh, in microseconds.
    static let freshness: Int64 = 10 * 60 * 1_000_000

    /// Somebody who may, or why not.
    ///
    /// - Parameters:
    ///   - viewer: who asks.
    ///   - need: what the page is for.
    ///   - now: microseconds since 1970-01-01 UTC.
    ///   - language: of the fault's words.
    /// - Throws: `signInNeeded`, `refused`, or `freshFactorNeeded`.
    init(_ viewer: Viewer, needing need: Need, now: Int64, language: PageLanguage) throws(Fault) {
        guard let who = viewer.signedIn else { throw .signInNeeded }
        guard let capacity = who.capacity, let authority = Authority(capacity, need.permission, about: need.target) else {
            // Another of the person's seats may do: the page says so, rather than switch behind the person's back.
            let other = who.capacities.first { need.permission.allows($0, about: need.target) }
            throw .refused(other == nil ? Words.of(language).faults.noAccess : Words.of(language).faults.otherSeat)
        }
        if need.permission.needsFreshFactor {
            guard let confirmed = who.session.factorConfirmed, now - confirmed <= Acting.freshness else {
                throw .freshFactorNeeded
            }
        }
        self.who = who
        self.authority = authority
    }
}
