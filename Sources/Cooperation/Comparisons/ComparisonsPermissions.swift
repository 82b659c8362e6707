/// Who may do what with comparisons.
///
/// | What | Secretariat | Chair, convener | Registrar |
/// |---|---|---|---|
/// | service cards | all | those that the own body keeps | – |
/// | studies and their examples | all | the own body's | – |
/// | what a municipality answers about an example | all | the own body's studies | own municipality's |
/// | theme days | all | those that the own body arranges | – |
/// | own measures | all | – | own municipality's |
extension Permission {
    package static let recordServiceCard = Permission(
        "comparisons.record-card",
        .by(.developmentLeader, .administrator),
        .by(.chair, .convener, for: .ownBody)
    )

    package static let carryOutStudy = Permission(
        "comparisons.carry-out-study",
        .by(.developmentLeader, .administrator),
        .by(.chair, .convener, for: .ownBody)
    )

    package static let answerAboutCase = Permission(
        "comparisons.answer-about-case",
        .by(.developmentLeader, .administrator),
        .by(.chair, .convener, for: .ownBody),
        .by(.registrar, for: .ownMunicipality)
    )

    package static let recordThemeDay = Permission(
        "comparisons.record-theme-day",
        .by(.developmentLeader, .administrator),
        .by(.chair, .convener, for: .ownBody)
    )

    package static let recordOwnMeasure = Permission(
        "comparisons.record-own-measure",
        .by(.developmentLeader, .administrator),
        .by(.registrar, for: .ownMunicipality)
    )
}
