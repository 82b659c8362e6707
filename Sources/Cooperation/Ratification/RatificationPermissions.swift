/// Who may do what in a round of decisions.
///
/// | What | Secretariat | Registrar |
/// |---|---|---|
/// | the schedule | all | – |
/// | locking the committee's proposal | development leader, with a fresh factor | – |
/// | sending it to the municipalities | all | – |
/// | a municipality's track | all, on a presented extract | own municipality's |
/// | correcting what stands on it | all, on a presented extract, with a fresh factor | own municipality's, with a fresh factor |
/// | what is sent about it | all; the system administrator too | – |
///
/// Nobody may set that a programme is in force; there is no act that does.
extension Permission {
    package static let scheduleRound = Permission("ratification.schedule", .by(.developmentLeader, .administrator))

    package static let lockProposal = Permission("ratification.lock", .by(.developmentLeader), withFreshFactor: true)

    package static let sendProposal = Permission("ratification.send", .by(.developmentLeader, .administrator))

    package static let recordTrack = Permission(
        "ratification.record",
        .by(.registrar, for: .ownMunicipality),
        .by(.developmentLeader, .administrator)
    )

    /// To correct or strike what has been recorded on a track; what is about the whole round is corrected as the rest of the record is.
    package static let correctTrack = Permission(
        "ratification.correct",
        .by(.registrar, for: .ownMunicipality),
        .by(.developmentLeader, .administrator),
        withFreshFactor: true
    )

    package static let seeOutbox = Permission(
        "ratification.see-outbox",
        .by(.developmentLeader, .administrator, .systemAdministrator)
    )
}
