import Cooperation
import Markup

/// The register of decisions, ready to show: those of the cooperation's bodies, and those of the municipalities' boards in the rounds.
struct DecisionsPage: Encodable, Sendable {
    /// A decision in the register.
    struct Row: Encodable, Sendable {
        /// Who decided.
        var by: String
        /// When; the last day that it can have been when `isLatestDay`.
        var day: Day
        var isLatestDay: Bool
        /// Nil when the source doesn't say.
        var paragraph: Int?
        var title: String
        /// The steps of its page.
        var steps: [String]
    }

    /// The latest first.
    var decisions: [Row]

    /// The register.
    init(_ reading: Reading) {
        let own = reading.cooperation.meetings.decisions.compactMap { Row($0.decision.fact, of: $0.meeting, reading) }
        decisions = (own + Self.boards(reading)).enumerated()
            .sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }
            .map(\.element)
    }

    private static func boards(_ reading: Reading) -> [Row] {
        reading.cooperation.ratification.inOrder.flatMap { round in
            round.proposals.reversed().flatMap { proposal in
                reading.cooperation.members.all.flatMap { municipality -> [Row] in
                    // What stands over from an earlier proposal is told there.
                    guard let track = proposal[municipality.facts.id], track.carriedFrom == nil else { return [] }
                    return track.everyDecision.map { Row($0, by: municipality, on: proposal, reading) }
                }
            }
        }
    }

    /// How many decisions there are, or that there is none.
    func lead(_ reading: Reading) -> String {
        let words = reading.words.meetings
        if decisions.isEmpty { return reading.isNow ? words.registerNone : words.registerNoneThen }
        return words.registerLead(reading.words.number(decisions.count))
    }

    /// The register as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.meetings
        return Table(
            columns: [
                columns.day, columns.decidedBy, columns.paragraphHead, columns.what, columns.address, words.round.latestDay,
            ],
            rows: decisions.map { row in
                [
                    row.day.iso, row.by, row.paragraph.map(String.init) ?? "", row.title, "/" + row.steps.joined(separator: "/"),
                    row.isLatestDay ? words.forms.yes : "",
                ]
            }
        )
    }

    /// The register.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.meetings.decisions)
                html.p(lead(reading), .class("lead"))
                html.p(.class("go")) { html.a(words.meetings.title, to: reading.address("moten")) }
            }
            if !decisions.isEmpty {
                html.scrollingTable(words.meetings.decisions, words) {
                    html.thead {
                        html.tr {
                            html.th(words.meetings.day, scope: .column)
                            html.th(words.meetings.what, scope: .column)
                            html.th(words.meetings.decidedBy, scope: .column)
                            html.th(words.meetings.paragraphHead, scope: .column, .class("number"))
                        }
                    }
                    html.tbody {
                        for row in decisions {
                            html.tr {
                                html.td(
                                    row.isLatestDay ? words.meetings.atTheLatest(words.date(row.day)) : words.date(row.day),
                                    .class("day-cell")
                                )
                                html.th(scope: .row) { html.a(row.title, to: reading.address(steps: row.steps), .content) }
                                html.td(row.by, .content)
                                html.td(
                                    row.paragraph.map { words.meetings.paragraph(words.number($0)) } ?? words.meetings.notSaid,
                                    .class("number")
                                )
                            }
                        }
                    }
                }
            }
        }
    }
}

extension DecisionsPage.Row {
    /// A decision of a meeting; nil when its body may not be seen.
    fileprivate init?(_ decision: Meeting.Decision, of meeting: Meeting, _ reading: Reading) {
        guard let body = reading.cooperation.organisation[decision.body] else { return nil }
        by = body.facts.name
        day = meeting.facts.day
        isLatestDay = false
        paragraph = decision.paragraph
        title = reading.text(decision.title)
        steps = decision.reference.steps
    }

    /// A board's decision on a proposal.
    fileprivate init(_ decision: Track.Decision, by municipality: Municipality, on proposal: Proposal, _ reading: Reading) {
        let words = reading.words.ratification
        let (name, programme) = (municipality.facts.name, proposal.facts.text.title)
        let board = reading.cooperation.organisation.bodies(.ratifyingBody)
            .first { $0.facts.municipality == municipality.facts.id }
        by = board?.facts.name ?? name
        day = decision.day
        isLatestDay = decision.isLatestDay ?? false
        paragraph = decision.paragraph
        let sentence =
            switch decision.outcome {
            case .adopted: words.adopted(name, programme)
            case .adoptedWithAddition: words.adoptedWithAddition(name, programme)
            case .sentBack: words.sentBack(name, programme)
            case .rejected: words.rejected(name, programme)
            }
        title = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        steps = reading.steps(of: .init(proposal.facts.edition, proposal.facts.number, municipality.facts.id))
    }
}

extension Track {
    /// Every decision of the board, the earliest first, also one that a court has annulled.
    fileprivate var everyDecision: [Decision] {
        switch stage {
        case .sent, .registered, .prepared: earlier
        case .decided(let decision), .adjusted(let decision, _), .posted(let decision, _, _, _): earlier + [decision]
        }
    }
}

extension Meeting.Decision.Reference {
    /// The steps of the decision's page, which never change.
    var steps: [String] { ["beslut", body.text, meeting.text, String(paragraph)] }
}

/// One decision of a meeting, ready to show at its permanent address.
struct DecisionPage: Encodable, Sendable {
    var meeting: MeetingRow
    var decision: MeetingPage.Decision

    /// The page of a decision; nil when its body may not be seen.
    init?(_ decision: Meeting.Decision, of meeting: Meeting, _ reading: Reading) {
        guard let row = MeetingRow(meeting, reading) else { return nil }
        self.meeting = row
        self.decision = MeetingPage.Decision(decision, reading)
    }

    /// What the page is called.
    func title(_ words: Words) -> String { "\(words.meetings.paragraph(words.number(decision.paragraph))) \(decision.title)" }

    /// Who decided, and when.
    func lead(_ words: Words) -> String { words.meetings.decidedSentence(meeting.body.name, words.date(meeting.day)) }

    /// The steps of the page.
    var steps: [String] { ["beslut", meeting.body.id, meeting.id, String(decision.paragraph)] }

    /// The decision, with what it is about beside it.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.heading(title(words), reading, .recordDecision, at: steps + ["andra"])
                html.p(lead(words), .class("lead"))
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if let text = decision.text { html.paragraphs(text) } else { html.p(words.meetings.noText) }
                    html.sources(decision.sources, words)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(facts(reading), words)
                }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        var facts = [
            Fact(
                words.meetings.decidedBy,
                meeting.body.name,
                address: reading.address(steps: meeting.body.steps),
                isContent: true
            ),
            Fact(words.meetings.meeting, words.date(meeting.day), address: reading.address(steps: meeting.steps)),
            Fact(words.meetings.paragraphHead, words.meetings.paragraph(words.number(decision.paragraph))),
        ]
        if let about = decision.about {
            facts.append(Fact(words.news.about, about.title, address: about.page.flatMap(Address.init), isContent: true))
        }
        return facts
    }
}
