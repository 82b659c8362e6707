/// Who may do what with the programme's editions.
///
/// | What | Secretariat |
/// |---|---|
/// | prolonging an edition, by the committee's decision | all |
extension Permission {
    package static let prolongEdition = Permission("programme.prolong", .by(.developmentLeader, .administrator))
}
