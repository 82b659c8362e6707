import Cooperation
import Markup
import Publishing

/// A meeting in a list, ready to show.
struct MeetingRow: Encodable, Sendable {
    /// Whether it is to be held, has been, or isn't.
    enum Standing: String, Encodable, Sendable {
        case coming, held, cancelled
    }

    var body: BodyLink
    var id: String
    /// Which of a municipality's bodies meets; nil for the cooperation's own bodies.
    var stage: DecisionStage?
    var day: Day
    var place: String?
    /// The last day to hand in papers; nil when it isn't known.
    var papersDue: Day?
    var standing: Standing
    /// How many decisions are recorded.
    var decisions: Int

    /// The steps of the meeting's page.
    var steps: [String] { ["moten", body.id, id] }

    /// A meeting as it stands; nil when its body may not be seen.
    init?(_ meeting: Meeting, _ reading: Reading) {
        let facts = meeting.facts
        guard let body = reading.cooperation.organisation[facts.body] else { return nil }
        self.body = BodyLink(body)
        id = facts.id.text
        stage = facts.stage
        day = facts.day
        place = facts.place
        papersDue = facts.papersDue
        standing = !meeting.isHeld ? .cancelled : facts.day >= reading.day ? .coming : .held
        decisions = meeting.decisions.count
    }
}

extension Reading {
    /// Every meeting that may be seen, the earliest first.
    var meetings: [MeetingRow] { cooperation.meetings.inOrder.compactMap { MeetingRow($0, self) } }

    /// The meetings of a body, the earliest first.
    func meetings(of body: Body.ID) -> [MeetingRow] {
        cooperation.meetings.meetings(of: body).compactMap { MeetingRow($0, self) }
    }

    /// A body that may be seen, by what stands in an address.
    func body(inAddress text: String) throws(Fault) -> Body {
        guard let id = Body.ID(text), let body = cooperation.organisation[id] else { throw notThen }
        return body
    }
}

extension Body {
    /// What is asked of a permission about the body's meetings.
    var meetingsTarget: Permission.Target {
        Permission.Target(municipality: facts.kind == .ratifyingBody ? facts.municipality : nil, body: facts.id)
    }
}

extension Words {
    /// What a kind of meeting is called.
    func name(of stage: DecisionStage) -> String {
        switch stage {
        case .committee: meetings.committee
        case .board: meetings.board
        case .council: meetings.council
        }
    }

    /// Whether a meeting is to be held, has been, or isn't, as a word.
    func standing(of meeting: MeetingRow) -> String {
        switch meeting.standing {
        case .coming: meetings.isComing
        case .held: meetings.isHeld
        case .cancelled: meetings.isCancelled
        }
    }
}

extension MeetingRow.Standing {
    /// The sign that stands before the word.
    fileprivate var sign: String {
        switch self {
        case .coming: "○"
        case .held: "●"
        case .cancelled: "×"
        }
    }
}

extension [MeetingRow] {
    /// The meetings as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.meetings
        return Table(
            columns: [
                "id", columns.body, columns.stage, columns.day, columns.place, columns.papersDue, columns.standing,
                columns.decisions,
            ],
            rows: map { row in
                [
                    "\(row.body.id)/\(row.id)", row.body.name, row.stage.map { words.name(of: $0) } ?? "", row.day.iso,
                    row.place ?? "", row.papersDue?.iso ?? "", words.standing(of: row), String(row.decisions),
                ]
            }
        )
    }
}

extension HTML {
    /// Meetings as a table, each with the way to its page.
    ///
    /// - Parameters:
    ///   - meetings: in the order in which they are shown.
    ///   - caption: what the table is called.
    ///   - showsBody: whether whose meeting it is stands there, or the kind of meeting does.
    ///   - reading: what they are read from.
    func meetings(_ meetings: [MeetingRow], _ caption: String, showsBody: Bool, _ reading: Reading) {
        let words = reading.words
        let hasPlace = meetings.contains { $0.place != nil }
        let hasStage = !showsBody && meetings.contains { $0.stage != nil }
        let hasDecisions = meetings.contains { $0.decisions > 0 }
        scrollingTable(caption, words) {
            thead {
                tr {
                    th(words.meetings.day, scope: .column)
                    if showsBody { th(words.meetings.body, scope: .column) }
                    if hasStage { th(words.meetings.stage, scope: .column) }
                    th(words.meetings.papersDue, scope: .column)
                    if hasPlace { th(words.meetings.place, scope: .column) }
                    th(words.meetings.standing, scope: .column)
                    if hasDecisions { th(words.meetings.decisions, scope: .column, .class("number")) }
                }
            }
            tbody {
                for meeting in meetings {
                    tr {
                        th(scope: .row, .class("day-cell")) {
                            a(words.date(meeting.day), to: reading.address(steps: meeting.steps))
                        }
                        if showsBody { td(meeting.body.name, .content) }
                        if hasStage { td(meeting.stage.map { words.name(of: $0) } ?? "") }
                        td(.class("day-cell")) { day(meeting.papersDue, words) }
                        if hasPlace { td(meeting.place ?? "", .content) }
                        td("\(meeting.standing.sign) \(words.standing(of: meeting))", .class("day-cell"))
                        if hasDecisions { td(words.number(meeting.decisions), .class("number")) }
                    }
                }
            }
        }
    }

    /// A day in a cell; that it isn't known when it isn't.
    func day(_ day: Day?, _ words: Words) {
        if let day { text(words.date(day)) } else { em(words.meetings.notSaid, .class("unknown")) }
    }
}

extension Calendar {
    /// Meetings, for those who keep them in a calendar of their own.
    ///
    /// - Parameters:
    ///   - meetings: in the order in which they are to be written.
    ///   - name: what the calendar is called.
    ///   - reading: what they are read from.
    ///   - address: where readers reach the site.
    init(of meetings: [MeetingRow], named name: String, _ reading: Reading, _ address: PublicAddress) {
        self.init(
            name: "\(name) – \(reading.name)",
            producer: "-//Samverka//Kalender//SV",
            events: meetings.map { Event($0, reading, address) }
        )
    }
}

extension Calendar.Event {
    /// A meeting as an event: its uid is the page's path, and stays when the meeting is moved.
    init(_ meeting: MeetingRow, _ reading: Reading, _ address: PublicAddress) {
        let words = reading.words
        let subject = Body.ID(meeting.body.id).flatMap { body in Meeting.ID(meeting.id).map { Subject.meeting(body, $0) } }
        let acts = subject.map { reading.view.acts(about: [$0]) } ?? []
        let stage = meeting.stage.map { ", \(words.name(of: $0).lowercased())" } ?? ""
        self.init(
            uid: "\(meeting.steps.joined(separator: "/"))@\(address.authority)",
            stamp: acts.first?.recorded ?? Instant(startOf: reading.day),
            time: .day(meeting.day),
            summary: meeting.standing == .cancelled
                ? words.meetings.cancelledEvent(meeting.body.name + stage) : meeting.body.name + stage,
            description: meeting.papersDue.map { words.meetings.papersBy(words.date($0)) },
            location: meeting.place,
            address: address.whole(reading.address(steps: meeting.steps).text),
            status: meeting.standing == .cancelled ? .cancelled : .confirmed,
            sequence: max(0, acts.count - 1)
        )
    }
}
