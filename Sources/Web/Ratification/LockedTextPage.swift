import Cooperation
import Journal
import Markup

/// A locked text word for word, with what it takes to check it, ready to show.
struct LockedTextPage: Encodable, Sendable {
    var edition: String
    var title: String
    var number: Int
    var locked: Period
    /// The fingerprint that was locked; nil for a proposal from history.
    var digest: String?
    /// The fingerprint of the text as it stands.
    var computedDigest: String
    /// The text, line by line, each with a line feed after it: what the fingerprint is taken of.
    var text: String
    private let form: CanonicalText

    private enum CodingKeys: String, CodingKey { case edition, title, number, locked, digest, computedDigest, text }

    /// The text of a proposal.
    init(_ proposal: Proposal, _ reading: Reading) {
        edition = proposal.facts.edition.text
        title = proposal.facts.text.title
        number = proposal.facts.number
        locked = proposal.locked
        digest = proposal.facts.digest
        form = reading.canonicalText(of: proposal)
        text = form.plain
        computedDigest = Digest(of: text.utf8).hex
    }

    /// The text, to read as a document.
    func write(_ html: HTML, _ reading: Reading) {
        let (words, round) = (reading.words, reading.words.round)
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(round.textTitle(words.number(number), title), .content)
                html.p("\(round.lockedOn(words.number(number), words.period(locked))) \(round.textLead)", .class("lead"))
            }
            html.div(.class("with-margin")) {
                html.div(.class("column"), .content) { writeLines(html) }
                html.aside(.class("margin"), .labelled(by: "kontrollera")) {
                    html.h2(round.check, .id("kontrollera"))
                    html.p(round.checkText)
                    html.facts([Fact(round.digest, digest ?? computedDigest)], words)
                    html.p(digest == nil ? round.neverLocked : digest == computedDigest ? round.matches : round.differs)
                    html.p { html.a(round.asFile, to: reading.address("ratificering", edition, "\(number)", "text.txt")) }
                    html.p {
                        html.a("PDF", to: reading.address("ratificering", edition, "\(number)", "text.pdf"))
                        html.text(" \(words.frame.and) ")
                        html.a("Word (DOCX)", to: reading.address("ratificering", edition, "\(number)", "text.docx"))
                    }
                    html.ol(.class("steps")) { for step in round.checkSteps { html.li(step) } }
                }
            }
        }
    }

    private func writeLines(_ html: HTML) {
        var items: [String] = []
        func finishList() {
            if !items.isEmpty { html.ul { for item in items { html.li(item) } } }
            items = []
        }
        for line in form.lines {
            if case .item(let text) = line {
                items.append(text)
                continue
            }
            finishList()
            switch line {
            // The page's own heading is the first, so the text's come one level below.
            case .heading(let level, let text):
                switch level {
                case 1: html.h2(text)
                case 2: html.h3(text)
                case 3: html.h4(text)
                case 4: html.h5(text)
                default: html.h6(text)
                }
            case .paragraph(let text): html.p(text)
            case .item: break
            }
        }
        finishList()
    }
}
