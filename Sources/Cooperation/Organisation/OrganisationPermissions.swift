/// Who may do what with the organisation.
///
/// | What | Secretariat | Registrar | Convener, chair | System administrator |
/// |---|---|---|---|---|
/// | bodies and networks | all | own municipality's | own body's | – |
/// | municipalities | all | own | – | – |
/// | which municipalities are members | all | – | – | – |
/// | chairs | all | – | own body's | – |
/// | seats and who holds them | all | own municipality's | – | all |
/// | seats that open the system | development leader, with a fresh factor | – | – | all, with a fresh factor |
/// | people | all | own municipality's | – | all |
/// | sign-in: links, shut off, new second factor | development leader, administrator, with a fresh factor | – | – | all, with a fresh factor |
extension Permission {
    package static let recordBody = Permission(
        "organisation.record-body",
        .by(.developmentLeader, .administrator),
        .by(.registrar, for: .ownMunicipality),
        .by(.convener, .chair, for: .ownBody)
    )

    /// To begin or end a network or another body is for those who hold the whole together.
    package static let beginOrEndBody = Permission("organisation.begin-or-end-body", .by(.developmentLeader, .administrator))

    package static let recordMunicipality = Permission(
        "members.record-municipality",
        .by(.developmentLeader, .administrator),
        .by(.registrar, for: .ownMunicipality)
    )

    /// Who belongs to the cooperation is for all of its members, and no municipality's own.
    package static let changeMembership = Permission("members.change-membership", .by(.developmentLeader, .administrator))

    package static let recordPresidency = Permission(
        "organisation.record-presidency",
        .by(.developmentLeader, .administrator),
        .by(.chair, .convener, for: .ownBody)
    )

    package static let changeSeat = Permission(
        "organisation.change-seat",
        .by(.developmentLeader, .administrator, .systemAdministrator),
        .by(.registrar, for: .ownMunicipality)
    )

    /// Whoever holds one of these seats can open the system to others, or act for a municipality.
    package static let changeTrustedSeat = Permission(
        "organisation.change-trusted-seat",
        .by(.developmentLeader, .systemAdministrator),
        withFreshFactor: true
    )

    package static let keepPeople = Permission(
        "organisation.keep-people",
        .by(.developmentLeader, .administrator, .systemAdministrator),
        .by(.registrar, for: .ownMunicipality)
    )

    package static let keepAccounts = Permission(
        "organisation.keep-accounts",
        .by(.developmentLeader, .administrator, .systemAdministrator),
        withFreshFactor: true
    )

    /// To see who sits where and what stands empty.
    package static let seePeople = Permission(
        "organisation.see-people",
        .by(.developmentLeader, .administrator, .systemAdministrator, .registrar, .chair, .viceChair, .member, .convener)
    )
}

extension Seat.Role {
    /// Whether a second factor is required of whoever signs in to such a seat.
    package var needsFactor: Bool {
        switch self {
        case .developmentLeader, .administrator, .systemAdministrator, .registrar: true
        case .chair, .viceChair, .member, .substitute, .convener, .guest: false
        }
    }

    /// The permission it takes to change who holds such a seat.
    package var changing: Permission { needsFactor ? .changeTrustedSeat : .changeSeat }
}
