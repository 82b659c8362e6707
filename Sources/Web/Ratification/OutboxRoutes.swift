import Cooperation
import HTTPTypes
import Markup
import Registry

extension Site {
    /// What is to be sent out of the installation, for those who answer for it.
    var outboxRoutes: [Route] {
        [
            Route.may(
                [.seeOutbox],
                .get,
                "/arbete/utskick",
                reads: [QueryName.page],
                needing: { _ in Need(.seeOutbox) }
            ) { asked, _ in
                let reading = readings.whole(for: asked)
                let outbox = Outbox(readings.registrar.snapshot)
                let number = try asked.parameter(QueryName.page, as: Int.self) ?? 1
                guard let page = OutboxPage(outbox, page: number, reading, address) else { throw Fault.notFound }
                let shell = Shell(
                    title: reading.words.outbox.title,
                    description: reading.words.outbox.title,
                    steps: ["arbete", "utskick"],
                    above: [.init(name: reading.words.work.title, steps: ["arbete"])],
                    hasHistory: false
                )
                return .page(shell.page(reading, assets: assetAddresses) { page.write($0, reading) })
            }
        ]
    }

    /// What has happened on the tracks lately, for whoever acts in a capacity.
    func trackNews(for capacity: Capacity, _ reading: Reading) -> TrackNews {
        TrackNews(for: capacity.seat, in: Outbox(readings.registrar.snapshot), reading, address)
    }
}

/// The messages as they would be mailed, ready to show.
struct OutboxPage: Sendable {
    /// How many messages stand on one page.
    static let length = 25

    var maySend: Bool
    /// How many messages there are on all pages.
    var count: Int
    /// Counted from 1.
    var page: Int
    var pages: Int
    /// The latest first.
    var letters: [TrackLetter]

    /// A page of the outbox, or nil when there is no such page.
    init?(_ outbox: Outbox, page: Int, _ reading: Reading, _ address: PublicAddress) {
        let messages = outbox.messages(after: Position(0))
        maySend = outbox.maySend
        count = messages.count
        self.page = page
        pages = max(1, (count + Self.length - 1) / Self.length)
        guard (1...pages).contains(page) else { return nil }
        letters = messages.reversed().dropFirst((page - 1) * Self.length).prefix(Self.length).map {
            TrackLetter($0, reading, address)
        }
    }

    /// Each message: to whom, what it says, and its paper.
    func write(_ html: HTML, _ reading: Reading) {
        let (words, outbox) = (reading.words, reading.words.outbox)
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(outbox.title)
                html.p(count == 0 ? outbox.none : outbox.count(count, words.number(count)), .class("lead"))
                html.p(outbox.lead)
                if !maySend { html.notice(outbox.training) }
            }
            if !letters.isEmpty {
                html.ol(.class("letters")) {
                    for letter in letters {
                        html.li(.class("letter")) {
                            html.p("\(outbox.number(words.number(Int(letter.position)))), \(letter.recorded)", .class("kicker"))
                            html.h2(letter.subject, .content)
                            write(letter.recipients, html, words)
                            html.div(.content) { for paragraph in letter.text { html.paragraphs(paragraph) } }
                            if let paper = letter.paper {
                                html.p {
                                    html.text("\(outbox.paper): ")
                                    paper.write(html, words)
                                }
                            }
                        }
                    }
                }
            }
            if pages > 1 {
                html.nav(.class("neighbours"), .label(outbox.pages)) {
                    if page > 1 { html.a("← \(outbox.newer)", to: address(page - 1, reading), .rel(.previous)) }
                    if page < pages { html.a("\(outbox.older) →", to: address(page + 1, reading), .rel(.next)) }
                }
            }
        }
    }

    /// To whom a message goes; more than a few are counted, and named when that is asked for.
    private func write(_ recipients: [String], _ html: HTML, _ words: Words) {
        let outbox = words.outbox
        guard recipients.count > 3 else {
            return html.p("\(outbox.recipients): \(recipients.isEmpty ? outbox.nobody : words.list(recipients))")
        }
        html.details {
            html.summary("\(outbox.recipients): \(outbox.recipientCount(words.count(recipients.count)))")
            html.ul { for recipient in recipients { html.li(recipient, .content) } }
        }
    }

    private func address(_ page: Int, _ reading: Reading) -> Address {
        reading.address(steps: ["arbete", "utskick"], query: page > 1 ? [(QueryName.page, "\(page)")] : [])
    }
}
