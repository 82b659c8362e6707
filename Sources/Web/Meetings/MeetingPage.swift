import Cooperation
import Markup

/// One meeting with its decisions, ready to show.
struct MeetingPage: Encodable, Sendable {
    /// A decision of the meeting.
    struct Decision: Encodable, Sendable {
        var paragraph: Int
        var title: String
        var text: String?
        var about: NewsPage.About?
        var sources: [Source]
    }

    var meeting: MeetingRow
    var title: String
    /// By paragraph.
    var decisions: [Decision]
    var remarks: [String]
    var sources: [Source]

    /// The page of a meeting; nil when its body may not be seen.
    init?(_ meeting: Meeting, _ reading: Reading) {
        guard let row = MeetingRow(meeting, reading) else { return nil }
        self.meeting = row
        title = reading.words.meetings.name(row.body.name, reading.words.date(row.day))
        decisions = meeting.decisions.map { Decision($0.fact, reading) }
        remarks = reading.texts(meeting.facts.remarks)
        sources = meeting.facts.sources
    }

    /// Whether the meeting is to be held, has been, or isn't.
    func lead(_ words: Words) -> String {
        let (body, day) = (meeting.body.name, words.date(meeting.day))
        return switch meeting.standing {
        case .coming: words.meetings.meets(body, day)
        case .held: words.meetings.met(body, day)
        case .cancelled: words.meetings.notHeld(body, day)
        }
    }

    /// The meeting, with what is known of it beside its decisions.
    func write(_ html: HTML, _ reading: Reading, target: Permission.Target, history: [HistoryLine]) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.heading(title, reading, .recordMeeting, about: target, at: meeting.steps + ["andra"])
                html.p(lead(words), .class("lead"))
                if meeting.standing == .coming, let due = meeting.papersDue {
                    html.p(words.meetings.papersBy(words.date(due)))
                }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    writeDecisions(html, reading)
                    html.remarks(remarks, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(facts(reading), words)
                    html.p(.class("go")) {
                        html.a(words.meetings.allOf(meeting.body.name), to: reading.address("moten", meeting.body.id))
                    }
                }
            }
        }
    }

    private func writeDecisions(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let mayRecord = meeting.standing != .cancelled && meeting.day <= reading.day
        guard !decisions.isEmpty || meeting.standing == .held || mayRecord else { return }
        html.section(.labelled(by: "beslut")) {
            html.h2(words.meetings.decisions, .id("beslut"))
            if decisions.isEmpty { html.p(words.meetings.noDecisions) }
            for decision in decisions {
                let steps = ["beslut", meeting.body.id, meeting.id, String(decision.paragraph)]
                html.section(.id(ID("paragraf-\(decision.paragraph)"))) {
                    html.h3(.content) {
                        html.a(
                            "\(words.meetings.paragraph(words.number(decision.paragraph))) \(decision.title)",
                            to: reading.address(steps: steps)
                        )
                    }
                    if let text = decision.text { html.paragraphs(text) }
                }
            }
            if mayRecord {
                html.begin(reading, .recordDecision, words.meetings.addDecision, at: meeting.steps + ["beslut", "ny"])
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        var facts = [
            Fact(
                words.meetings.body,
                meeting.body.name,
                address: reading.address(steps: meeting.body.steps),
                isContent: true
            ),
            Fact(words.meetings.day, words.date(meeting.day)),
            Fact(words.meetings.standing, words.standing(of: meeting).withCapital),
            Fact(words.meetings.papersDue, meeting.papersDue.map { words.date($0) } ?? words.meetings.notSaid),
        ]
        if let stage = meeting.stage { facts.append(Fact(words.meetings.stage, words.name(of: stage))) }
        if let place = meeting.place { facts.append(Fact(words.meetings.place, place, isContent: true)) }
        return facts
    }
}

extension MeetingPage.Decision {
    /// A decision in words.
    init(_ decision: Meeting.Decision, _ reading: Reading) {
        paragraph = decision.paragraph
        title = reading.text(decision.title)
        text = reading.text(decision.text)
        about = decision.about.flatMap { .init($0, reading) }
        sources = decision.sources
    }
}
