import Cooperation
import Markup
import Registry

/// What somebody is told of something that happened on a track, as it would be mailed.
struct TrackLetter: Encodable, Sendable {
    /// Of the act in the journal.
    var position: Int64
    var recorded: String
    /// To whom, by seat.
    var recipients: [String]
    var subject: String
    /// The paragraphs of the message.
    var text: [String]
    /// The path of the round's or the track's page.
    var page: String?
    var paper: ShownPaper?

    /// A message in words.
    ///
    /// - Parameters:
    ///   - message: what happened, and who is told.
    ///   - reading: whose words it is told in.
    ///   - address: where readers reach the site.
    init(_ message: TrackNotice.Message, _ reading: Reading, _ address: PublicAddress) {
        let (words, outbox) = (reading.words, reading.words.outbox)
        let sentence = reading.sentence(on: message.act)
        let steps = message.place.map { reading.steps(of: $0) } ?? ["ratificering", message.edition.text]
        position = message.position.number
        recorded = words.moment(message.recorded)
        recipients = message.recipients.map { reading.title(of: $0) }
        subject = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        page = reading.address(steps: steps).text
        paper = message.paper.map { ShownPaper($0.attachment, at: $0.place, reading) }
        text = [sentence, words.history.when(words.period(message.happened), words.date(message.recorded.swedishDay))]
        if case .ratification(.decided(let decided)) = message.act, let prose = decided.decision.text {
            text.append(reading.text(prose))
        }
        if let paper, let path = paper.path { text.append(outbox.paperAt(paper.name, address.whole(path))) }
        text.append(
            outbox.seeBoard(address.whole(Address(steps: ["ratificering", message.edition.text]).text))
        )
        text.append(outbox.why)
    }
}

/// What has happened on the tracks lately, for those who keep them.
struct TrackNews: Sendable {
    /// How many days it is news.
    static let days = 14

    /// The latest first.
    var letters: [TrackLetter]

    /// What a seat has been told of in the last days.
    init(for seat: Seat.Reference, in outbox: Outbox, _ reading: Reading, _ address: PublicAddress) {
        let since = reading.today.adding(days: -Self.days)
        letters = outbox.messages(recordedFrom: since)
            .filter { $0.recipients.contains(seat) }
            .reversed()
            .map { TrackLetter($0, reading, address) }
    }

    /// The news, each with its paper.
    func write(_ html: HTML, _ reading: Reading) {
        guard !letters.isEmpty else { return }
        let words = reading.words
        html.section(.labelled(by: "nytt")) {
            html.h2(words.outbox.news, .id("nytt"))
            html.p(words.outbox.newsLead)
            html.ul(.class("worklist")) {
                for letter in letters {
                    html.li {
                        html.p(letter.recorded, .class("due"))
                        html.div {
                            html.p(.class("what"), .content) {
                                if let page = letter.page.flatMap(Address.init) {
                                    html.a(letter.subject, to: page)
                                } else {
                                    html.text(letter.subject)
                                }
                            }
                            if let paper = letter.paper {
                                html.p(.class("where")) {
                                    html.text("\(words.outbox.paper): ")
                                    paper.write(html, words)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
