import Cooperation
import Markup
import Registry

/// What waits for somebody, ready to show.
struct WorkPage: Sendable {
    /// One of the person's seats.
    struct SeatChoice: Sendable {
        var reference: String
        var title: String
        var until: String?
        var isChosen: Bool
    }

    var name: String
    var capacity: String?
    var items: [WorkItem]
    var seats: [SeatChoice]
    var seesPeople: Bool
    /// How many things have been withdrawn from the public; nil for who may not know.
    var withdrawn: Int?
    /// What has happened on the tracks lately, for those who are told.
    var trackNews: TrackNews?

    /// The workspace of somebody.
    init(_ who: SignedIn, _ items: [WorkItem], _ reading: Reading) {
        name = who.person.name
        capacity = who.capacity.map { reading.title(of: $0) }
        self.items = WorkItem.inOrder(items)
        seats = who.capacities.map { capacity in
            SeatChoice(
                reference: capacity.seat.description,
                title: reading.title(of: capacity),
                until: capacity.until.map { reading.words.work.until(reading.words.date($0)) },
                isChosen: capacity == who.capacity
            )
        }
        seesPeople = reading.viewer.may(.seePeople)
        if reading.viewer.may(.changeVisibility) { withdrawn = reading.cooperation.withdrawnSubjects.count }
    }

    /// What waits, in a sentence.
    func sentence(_ reading: Reading) -> String {
        let words = reading.words.work
        guard !items.isEmpty else { return words.nothing + "." }
        let late = items.count { $0.isLate(on: reading.today) }
        let sentence = words.waiting(items.count, reading.words.count(items.count).withCapital)
        return late == 0 ? sentence : sentence + " " + words.late(late, reading.words.count(late).withCapital)
    }

    /// The list, and the seats it is for.
    func write(_ html: HTML, _ reading: Reading, ticket: FormTicket?) {
        let words = reading.words.work
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.title)
                html.p(capacity == nil ? words.noSeat + "." : sentence(reading), .class("lead"))
                if let capacity { html.p("\(name), \(capacity)", .content) } else { html.p(words.noSeatText) }
            }
            if capacity != nil { writeItems(html, reading, ticket) }
            trackNews?.write(html, reading)
            if seats.count > 1 { writeSeats(html, reading, ticket) }
            html.section(.labelled(by: "genvagar")) {
                html.h2(words.shortcuts, .id("genvagar"))
                html.ul(.class("actions")) {
                    html.li { html.a(words.account, to: reading.address("arbete", "konto")) }
                    if seesPeople { html.li { html.a(words.people, to: reading.address("arbete", "personer")) } }
                    if reading.viewer.may(.seeOutbox) {
                        html.li { html.a(reading.words.outbox.title, to: reading.address("arbete", "utskick")) }
                    }
                    if let withdrawn {
                        html.li {
                            html.a(reading.words.visibility.title, to: reading.address("arbete", "synlighet"))
                            html.text(" (\(reading.words.number(withdrawn)))")
                        }
                    }
                }
            }
        }
    }

    private func writeItems(_ html: HTML, _ reading: Reading, _ ticket: FormTicket?) {
        let words = reading.words.work
        guard !items.isEmpty else {
            html.p(words.nothingText, .class("worklist-empty"))
            return
        }
        html.ul(.class("worklist")) {
            for item in items {
                html.li {
                    let isLate = item.isLate(on: reading.today)
                    let due = item.due.map { reading.words.date($0) }
                    let when = due.map { isLate ? words.dueLate($0) : words.due($0) } ?? words.noDay
                    if isLate { html.p(when, .class("due", "late")) } else { html.p(when, .class("due")) }
                    html.div {
                        html.p(item.what, .class("what"))
                        if let place = item.place { html.p(place, .class("where")) }
                    }
                    if let draft = item.draft {
                        html.div {
                            writeAction(item, html, reading)
                            html.text(" ")
                            html.smallForm(
                                to: reading.address("arbete", "utkast", draft, "kasta"),
                                reading.words.editing.throwDraft,
                                ticket,
                                label: "\(reading.words.editing.throwDraft): \(item.what)"
                            )
                        }
                    } else {
                        writeAction(item, html, reading)
                    }
                }
            }
        }
    }

    private func writeAction(_ item: WorkItem, _ html: HTML, _ reading: Reading) {
        html.a(
            item.action,
            to: reading.address(steps: item.steps, query: item.query),
            .class("button"),
            .label("\(item.action): \(item.what)")
        )
    }

    private func writeSeats(_ html: HTML, _ reading: Reading, _ ticket: FormTicket?) {
        let words = reading.words.work
        html.section(.labelled(by: "platser")) {
            html.h2(words.seats, .id("platser"))
            html.p(words.seatsLead)
            html.ul(.class("worklist")) {
                for seat in seats {
                    html.li {
                        html.p(seat.until ?? "", .class("due"))
                        html.div { html.p(seat.title, .class("what")) }
                        if seat.isChosen {
                            html.p(words.actingNow, .class("where"))
                        } else {
                            html.smallForm(
                                to: reading.address("arbete", "plats"),
                                words.actAs,
                                ticket,
                                hidden: [("plats", seat.reference)],
                                label: "\(words.actAs): \(seat.title)"
                            )
                        }
                    }
                }
            }
        }
    }
}
