import Cooperation
import Markup

/// The seats of a body on a day: who holds them, and what stands empty.
struct SeatsPage: Sendable {
    /// One seat, ready to show.
    struct Row: Sendable {
        var id: String
        var title: String
        var municipality: String?
        /// Nil when nobody holds it; empty when somebody does whose name isn't known or isn't shown.
        var holder: String?
        var isVacant: Bool
        var since: Day?
        var until: Day?
        var vacantSince: Day?
        var deputies: [String]
        var mayChange: Bool

        /// From when to when somebody holds the seat, or since when nobody does.
        fileprivate func time(_ words: Words) -> String? {
            if let since {
                return until.map { words.seats.fromTo(words.date(since), words.date($0)) } ?? words.seats.from(words.date(since))
            }
            return vacantSince.map { words.seats.from(words.date($0)) }
        }
    }

    var body: BodyLink
    var rows: [Row]
    /// Members that nobody sits for; nil when no seat has been recorded.
    var vacancies: [(municipality: String, since: Day, age: Int)]?
    var wantsAllMembers: Bool
    /// Which row to show first: what somebody was sent here for.
    var wanted: String?

    /// The seats of a body, as they may be seen.
    init(_ body: Body, _ reading: Reading, wanted: String? = nil) {
        let day = reading.day
        self.body = BodyLink(body)
        self.wanted = wanted
        wantsAllMembers = body.wantsAllMembers
        rows = body.shownSeats(reading).map { seat in
            let tenure = seat.tenure(on: day)
            return Row(
                id: seat.facts.id.text,
                title: reading.title(of: seat.facts),
                municipality: seat.facts.municipality?.text,
                holder: tenure.map { reading.name(of: $0.person) ?? "" },
                isVacant: tenure == nil,
                since: tenure?.from,
                until: tenure.flatMap { seat.lastDay(of: $0) },
                vacantSince: seat.vacant(on: day),
                deputies: seat.deputies(on: day).map { deputy in
                    reading.words.seats.deputyUntil(
                        reading.name(of: deputy.person) ?? reading.words.seats.nameNotShown,
                        reading.words.date(deputy.until)
                    )
                },
                mayChange: reading.viewer.may(
                    seat.facts.role.changing,
                    about: .init(municipality: seat.facts.municipality ?? body.facts.municipality, body: body.facts.id)
                )
            )
        }
        vacancies = body.parity(among: reading.cooperation.members, on: day)?.vacancies.map { vacancies in
            vacancies.map { (reading.name(of: .municipality($0.municipality)), $0.since, $0.age(on: day)) }
        }
    }

    /// The table, for a body's own page and for the page of its seats.
    func writeTable(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let seats = words.seats
        html.scrollingTable(seats.seatsOf(body.name), words) {
            html.thead {
                html.tr {
                    html.th(seats.seat, scope: .column)
                    html.th(seats.holder, scope: .column)
                }
            }
            html.tbody {
                for row in rows {
                    html.tr {
                        html.th(scope: .row) {
                            if row.mayChange, reading.isNow {
                                html.a(row.title, to: reading.address(steps: body.steps + ["platser", row.id]))
                            } else {
                                html.text(row.title)
                            }
                        }
                        html.td {
                            if let holder = row.holder {
                                html.span(holder.isEmpty ? seats.nameNotShown : holder, .content)
                            } else {
                                html.strong(seats.vacant, .class("late"))
                            }
                            if let time = row.time(words) { html.p(time, .class("help")) }
                            for deputy in row.deputies { html.p(deputy, .class("help")) }
                        }
                    }
                }
            }
        }
    }

    /// What stands empty, in words.
    func writeVacancies(_ html: HTML, _ reading: Reading) {
        guard let vacancies, wantsAllMembers else { return }
        let words = reading.words
        guard !vacancies.isEmpty else {
            html.p(words.seats.allThere)
            return
        }
        html.ul {
            for vacancy in vacancies {
                html.li {
                    html.strong(words.work.vacancy(vacancy.municipality, body.name))
                    html.text(". \(words.work.vacancyAge(vacancy.age, words.number(vacancy.age)))")
                }
            }
        }
    }

    /// The page of the seats, for those who keep them.
    func write(_ html: HTML, _ reading: Reading, maySetUp: Bool, mayAdd: Bool) {
        let words = reading.words
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.seats.seatsOf(body.name))
                html.p(words.seats.seatsLead, .class("lead"))
            }
            html.div(.class("column")) {
                if rows.isEmpty { html.p(words.seats.none) } else { writeTable(html, reading) }
                writeVacancies(html, reading)
                html.ul {
                    if maySetUp, wantsAllMembers {
                        html.li { html.a(words.seats.setUp, to: reading.address(steps: body.steps + ["platser", "alla"])) }
                    }
                    if mayAdd { html.li { html.a(words.seats.add, to: reading.address(steps: body.steps + ["platser", "ny"])) } }
                }
            }
        }
    }
}

/// One seat with all who have held it, for those who keep it.
struct SeatPage: Sendable {
    let seat: Seat
    let body: Body

    /// The history, and what can be done.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let seats = words.seats
        let steps = body.steps + ["platser", seat.facts.id.text]
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(reading.title(of: seat.reference))
                html.p(sentence(reading), .class("lead"))
            }
            html.div(.class("column")) {
                html.ul(.class("actions")) {
                    html.li { html.a(seats.change, to: reading.address(steps: steps + ["byt"])) }
                    html.li { html.a(seats.appointDeputy, to: reading.address(steps: steps + ["stallforetradare"])) }
                    if seat.tenure(on: reading.day) != nil {
                        html.li { html.a(seats.leave, to: reading.address(steps: steps + ["lamna"])) }
                    }
                    html.li { html.a(seats.close, to: reading.address(steps: steps + ["avsluta"])) }
                }
                html.section(.labelled(by: "innehavare")) {
                    html.h2(seats.holders, .id("innehavare"))
                    if seat.tenures.isEmpty {
                        html.p(seats.nobodyYet)
                    } else {
                        table(
                            html,
                            reading,
                            seats.holders,
                            seat.tenures.reversed().map { ($0.person, $0.from, seat.lastDay(of: $0)) }
                        )
                    }
                }
                if !seat.deputyships.isEmpty {
                    html.section(.labelled(by: "stallforetradare")) {
                        html.h2(seats.deputies, .id("stallforetradare"))
                        table(html, reading, seats.deputies, seat.deputyships.reversed().map { ($0.person, $0.from, $0.until) })
                    }
                }
            }
        }
    }

    private func table(_ html: HTML, _ reading: Reading, _ caption: String, _ rows: [(Person.ID, Day, Day?)]) {
        let words = reading.words
        html.scrollingTable(caption, words) {
            html.thead {
                html.tr {
                    html.th(words.seats.person, scope: .column)
                    html.th(words.seats.firstDay, scope: .column)
                    html.th(words.seats.lastDay, scope: .column)
                }
            }
            html.tbody {
                for (person, from, until) in rows {
                    html.tr {
                        html.th(scope: .row) {
                            if let known = reading.person(person) {
                                html.a(known.name, to: reading.address("arbete", "personer", person.text))
                            } else {
                                html.text(words.seats.nameForgotten)
                            }
                        }
                        html.td(words.date(from))
                        html.td(until.map { words.date($0) } ?? words.seats.untilFurther)
                    }
                }
            }
        }
    }

    private func sentence(_ reading: Reading) -> String {
        let words = reading.words
        if let closing = seat.closing, closing.last < reading.day { return words.seats.isClosed(words.date(closing.last)) }
        if let tenure = seat.tenure(on: reading.day) {
            return words.seats.heldBy(reading.name(of: tenure.person) ?? words.seats.nameForgotten, words.date(tenure.from))
        }
        return seat.vacant(on: reading.day).map { words.seats.vacantSince(words.date($0)) } ?? words.seats.nobodyYet
    }
}
