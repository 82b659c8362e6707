import Cooperation
import Markup

/// All meetings, ready to show: those to come and those that have been, and the municipalities' calendars.
struct MeetingsPage: Encodable, Sendable {
    /// The calendar of a municipality's body.
    struct Calendar: Encodable, Sendable {
        var body: BodyLink
        /// The next meeting; nil when none is known.
        var next: MeetingRow?
        /// The day of the last meeting that is known; nil when there is none.
        var knownThrough: Day?
    }

    var cooperation: String
    /// The cooperation's own bodies', the earliest first.
    var coming: [MeetingRow]
    /// The cooperation's own bodies', also those that were cancelled, the latest first.
    var held: [MeetingRow]
    /// In Swedish alphabetical order.
    var calendars: [Calendar]
    /// Every meeting, also the municipalities', the earliest first.
    var all: [MeetingRow]

    /// The page of all meetings.
    init(_ reading: Reading) {
        cooperation = reading.calledName
        all = reading.meetings
        let own = all.filter { $0.body.kind != .ratifyingBody }
        coming = own.filter { $0.day >= reading.day }
        held = own.filter { $0.day < reading.day }.reversed()
        let byBody = Dictionary(grouping: all, by: \.body.id)
        calendars = reading.cooperation.organisation.bodies(.ratifyingBody).filter { $0.closing == nil }.map { body in
            let meetings = byBody[body.facts.id.text] ?? []
            return Calendar(
                body: BodyLink(body),
                next: meetings.first { $0.standing == .coming },
                knownThrough: meetings.last { $0.standing != .cancelled }?.day
            )
        }
    }

    private enum CodingKeys: String, CodingKey { case cooperation, coming, held, calendars, all }

    /// Which meeting comes next, or that none is known.
    func lead(_ reading: Reading) -> String {
        let words = reading.words
        if let next = coming.first(where: { $0.standing == .coming }) {
            return words.meetings.bodyNext(next.body.name, words.date(next.day))
        }
        if all.isEmpty { return reading.isNow ? words.meetings.none : words.meetings.noneThen }
        return words.meetings.noneComing
    }

    /// The meetings, body by body.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.meetings.title)
                html.p(lead(reading), .class("lead"))
                html.p(words.meetings.lead(cooperation))
                if reading.isNow, reading.viewer.signedIn?.capacity.map({ Permission.recordMeeting.allowsSomething($0) }) ?? false
                {
                    html.p { html.a(words.meetings.new, to: reading.address("moten", "ny"), .class("button")) }
                }
                html.p(.class("go")) { html.a(words.meetings.allDecisions, to: reading.address("beslut")) }
            }
            section(html, words.meetings.coming, "kommande", coming, reading)
            if !calendars.isEmpty { writeCalendars(html, reading) }
            section(html, words.meetings.held, "hallna", held, reading)
        }
    }

    private func section(_ html: HTML, _ title: String, _ id: ID, _ meetings: [MeetingRow], _ reading: Reading) {
        guard !meetings.isEmpty else { return }
        html.section(.labelled(by: id)) {
            html.h2(title, .id(id))
            html.meetings(meetings, title, showsBody: true, reading)
        }
    }

    private func writeCalendars(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "kalendrar")) {
            html.h2(words.meetings.calendars, .id("kalendrar"))
            html.p(words.meetings.calendarsLead)
            html.scrollingTable(words.meetings.calendars, words) {
                html.thead {
                    html.tr {
                        html.th(words.meetings.body, scope: .column)
                        html.th(words.meetings.nextMeeting, scope: .column)
                        html.th(words.meetings.papersDue, scope: .column)
                        html.th(words.meetings.calendar, scope: .column)
                    }
                }
                html.tbody {
                    for calendar in calendars {
                        html.tr {
                            html.th(scope: .row) {
                                html.a(calendar.body.name, to: reading.address("moten", calendar.body.id), .content)
                            }
                            html.td(.class("day-cell")) { html.day(calendar.next?.day, words) }
                            html.td(.class("day-cell")) { html.day(calendar.next?.papersDue, words) }
                            html.td(
                                calendar.knownThrough.map { words.meetings.knownThrough(words.date($0)) }
                                    ?? words.meetings.noCalendar
                            )
                        }
                    }
                }
            }
        }
    }
}

/// The meetings of one body, ready to show.
struct BodyMeetingsPage: Encodable, Sendable {
    var body: BodyLink
    /// The earliest first.
    var coming: [MeetingRow]
    /// The latest first.
    var held: [MeetingRow]

    /// The page of a body's meetings.
    init(_ body: Body, _ reading: Reading) {
        self.body = BodyLink(body)
        let all = reading.meetings(of: body.facts.id)
        coming = all.filter { $0.day >= reading.day }
        held = all.filter { $0.day < reading.day }.reversed()
    }

    /// When it meets next, or met last.
    func lead(_ words: Words) -> String {
        if let next = coming.first(where: { $0.standing == .coming }) {
            return words.meetings.bodyNext(body.name, words.date(next.day))
        }
        if let last = held.first(where: { $0.standing == .held }) {
            return words.meetings.bodyLast(body.name, words.date(last.day))
        }
        return words.meetings.bodyNone(body.name)
    }

    /// The meetings to come, and those that have been.
    func write(_ html: HTML, _ reading: Reading, target: Permission.Target) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.meetings.bodyTitle(body.name))
                html.p(lead(words), .class("lead"))
                if reading.isNow, reading.viewer.may(.recordMeeting, about: target) {
                    html.p {
                        html.a(
                            words.meetings.new,
                            to: reading.address(steps: ["moten", "ny"], query: [(QueryName.body, body.id)]),
                            .class("button")
                        )
                    }
                    html.begin(
                        reading,
                        .recordMeeting,
                        about: target,
                        words.meetings.enterCalendar,
                        at: ["moten", body.id, "kalender"]
                    )
                }
            }
            for (title, id, meetings) in [
                (words.meetings.coming, ID("kommande"), coming), (words.meetings.held, ID("hallna"), held),
            ] where !meetings.isEmpty {
                html.section(.labelled(by: id)) {
                    html.h2(title, .id(id))
                    html.meetings(meetings, title, showsBody: false, reading)
                }
            }
            html.p(.class("go")) { html.a(body.name, to: reading.address(steps: body.steps), .content) }
        }
    }
}

extension QueryName {
    /// The body that a new meeting is for.
    static let body = "organ"
}
