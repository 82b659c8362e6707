/// Who may change what the cooperation has agreed about itself, and set right what the record says wrongly.
///
/// | What | Secretariat |
/// |---|---|
/// | the agreement's terms | development leader, with a fresh factor |
/// | corrections and strikes | development leader and administrator, with a fresh factor |
/// | the same on a municipality's track | stands in the table of the rounds of decisions, with the registrars |
/// | what the public may see | development leader and administrator |
extension Permission {
    package static let agreeSettings = Permission("settings.agree", .by(.developmentLeader), withFreshFactor: true)

    package static let correctRecord = Permission(
        "record.correct",
        .by(.developmentLeader, .administrator),
        withFreshFactor: true
    )

    package static let changeVisibility = Permission("visibility.change", .by(.developmentLeader, .administrator))
}
