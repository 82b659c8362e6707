import Cooperation
import Difference
import DocumentTools
import Journal

extension Reading {
    /// A text in the form that it would be locked in now.
    func canonicalText(of text: Edition.Text) -> CanonicalText {
        CanonicalText(text, frames: text.servedFrames(in: cooperation), words: { self.text($0) })
    }

    /// A proposal's text in the form that it was locked in.
    func canonicalText(of proposal: Proposal) -> CanonicalText {
        guard let frames = proposal.facts.frames else { return canonicalText(of: proposal.facts.text) }
        return CanonicalText(proposal.facts.text, frames: frames, words: { self.text($0) })
    }
}

extension Reading {
    /// What the edition of a round is called: by the text that is locked, by the programme, or by the draft as far as it may be seen.
    func titleOfRound(_ edition: Edition.ID) -> String {
        cooperation.ratification[edition]?.current?.facts.text.title ?? cooperation.programme[edition]?.text.title
            ?? cooperation.drafting[edition]?.current.text.title ?? words.ratification.schedule.untitled(edition.text)
    }

    /// Whether there is anything that a round could be about: a programme, a draft that may be seen, or a round that has begun.
    func hasRound(_ edition: Edition.ID) -> Bool {
        cooperation.ratification[edition] != nil || cooperation.programme[edition] != nil || cooperation.drafting[edition] != nil
    }
}

extension CanonicalText {
    /// SHA-256 of the text in UTF-8, 64 hexadecimal figures: what anybody gets by `sha256sum` of the file.
    var digest: String { Digest(of: plain.utf8).hex }

    /// The text as a document's parts.
    var blocks: [PrintedDocument.Block] {
        var blocks: [PrintedDocument.Block] = []
        var items: [[PrintedDocument.Block]] = []
        func endList() {
            guard !items.isEmpty else { return }
            blocks.append(.list(ordered: false, items: items))
            items = []
        }
        // The first line is the document's title.
        for line in lines.dropFirst() {
            switch line {
            case .heading(let level, let text):
                endList()
                blocks.append(.heading(level: level - 1, [.plain(text)]))
            case .paragraph(let text):
                endList()
                blocks.append(.paragraph([.plain(text)]))
            case .item(let text): items.append([.paragraph([.plain(text)])])
            }
        }
        endList()
        return blocks
    }
}

extension Reading {
    /// An annex compared with a proposal's text; nil when the text of either has been erased.
    func comparison(of annex: Track.Annex, with proposal: Proposal) -> SameText? {
        isErased(annex.text) ? nil : comparison(of: text(annex.text), with: proposal)
    }

    /// What was read out of a file compared with a proposal's text.
    ///
    /// Our own file for Word begins with the title and whom it is from, and that line is no part of the text.
    func comparison(of extracted: String, with proposal: Proposal) -> SameText {
        var lines = extracted.split(separator: "\n", omittingEmptySubsequences: false)
        if let index = lines.prefix(6).firstIndex(where: { $0.drop(while: \.isWhitespace) == name }) {
            lines.remove(at: index)
        }
        let (canonical, text) = (canonicalText(of: proposal), lines.joined(separator: "\n"))
        let compared = SameText(locked: canonical.reading, extracted: text)
        guard case .differs(let difference) = compared, lines.contains(where: { $0.drop(while: \.isWhitespace).hasPrefix("# ") })
        else { return compared }
        // It may have been made of our own text file, where signs stand before the headings; then it is that file that it is told against.
        let marked = SameText(locked: canonical.plain, extracted: text)
        guard case .differs(let other) = marked else { return marked }
        let isCloser = other.removedWords + other.insertedWords < difference.removedWords + difference.insertedWords
        return isCloser ? marked : compared
    }
}
