import Cooperation
import Difference

/// What the comparison of a municipality's annex with the locked text said.
struct AnnexVerdict: Encodable, Sendable {
    /// Whether the board has decided on the same text.
    enum Kind: String, Encodable, Sendable {
        case identical
        /// The words are the same, and stand otherwise on the page.
        case layoutOnly = "layout-only"
        case differs
        /// The text that was read out of the file has been erased.
        case unknown
    }

    var kind: Kind
    /// The same in words.
    var sentence: String

    /// The verdict on an annex.
    ///
    /// - Parameters:
    ///   - annex: the file, and the text that was read out of it.
    ///   - proposal: what was locked.
    ///   - reading: whose words it is told in.
    init(on annex: Track.Annex, against proposal: Proposal, _ reading: Reading) {
        let words = reading.words
        switch reading.comparison(of: annex, with: proposal) {
        case nil: (kind, sentence) = (.unknown, words.papers.unknown)
        case .identical: (kind, sentence) = (.identical, words.papers.identical)
        case .onlyLayout: (kind, sentence) = (.layoutOnly, words.papers.onlyLayout)
        case .differs(let difference):
            kind = .differs
            sentence = words.papers.differs(words.number(difference.removedWords), words.number(difference.insertedWords))
        }
    }
}

/// A file that a municipality sent as its annex, ready to show.
struct ShownAnnex: Encodable, Sendable {
    var paper: ShownPaper
    var attached: Period
    var verdict: AnnexVerdict
    /// Where the comparison can be read.
    var steps: [String]
}
