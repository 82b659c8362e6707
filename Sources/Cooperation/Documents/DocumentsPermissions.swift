/// Who may do what with steering documents: the secretariat keeps the register.
extension Permission {
    package static let recordDocument = Permission("documents.record", .by(.developmentLeader, .administrator))

    package static let attachFile = Permission("documents.attach", .by(.developmentLeader, .administrator))
}
