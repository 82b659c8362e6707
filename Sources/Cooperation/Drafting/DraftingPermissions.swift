/// Who may do what with a draft.
///
/// | What | Secretariat | Those invited | Everybody |
/// |---|---|---|---|
/// | writing, inviting, letting through, answering | all | – | – |
/// | reading it | all | those with a seat | from the day it is opened to the public |
/// | comments and proposals | all | while the round lasts | while it is open to the public |
extension Permission {
    package static let writeDraft = Permission("drafting.write", .by(.developmentLeader, .administrator))

    /// To read what is being written, and to say what one thinks when one is invited.
    package static let readDraft = Permission(
        "drafting.read",
        .by(.developmentLeader, .administrator, .registrar, .chair, .viceChair, .member, .substitute, .convener)
    )
}
