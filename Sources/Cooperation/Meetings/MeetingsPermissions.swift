/// Who may do what with meetings.
///
/// | What | Secretariat | Registrar | Chair, convener |
/// |---|---|---|---|
/// | meetings and calendars | all | own municipality's | own body's |
/// | decisions of the cooperation's bodies | all | – | – |
extension Permission {
    package static let recordMeeting = Permission(
        "meetings.record",
        .by(.developmentLeader, .administrator),
        .by(.registrar, for: .ownMunicipality),
        .by(.chair, .convener, for: .ownBody)
    )

    package static let recordDecision = Permission("meetings.decide", .by(.developmentLeader, .administrator))
}
