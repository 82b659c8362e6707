import Cooperation
import Markup
import Publishing

/// The schedule of a round, ready to show: the last day to send, municipality by municipality, by the calendars as they are.
struct SchedulePage: Encodable, Sendable {
    /// A meeting on the way to the decision.
    struct Sitting: Encodable, Sendable {
        var stage: DecisionStage
        var day: Day
        var papersDue: Day
    }

    /// How a municipality stands.
    enum Standing: String, Encodable, Sendable {
        case makesIt, onlyToday, noCalendar, noMeetingInTime, tooLate
        /// It has the proposal, and can decide in time.
        case sent
        /// It has the proposal, and no meeting that is known is in time.
        case sentLate
        case decided
    }

    /// One municipality.
    struct Row: Encodable, Sendable {
        var municipality: EditionPage.Reference
        var standing: Standing
        /// The last day to send, also when it has been; nil when no meetings are in time.
        var lastDayToSend: Day?
        /// The meetings that a proposal passes that is sent on the last day; of one that has been sent, those that it passes first.
        var meetings: [Sitting]
        /// The deciding meetings that can take it.
        var possible: [Day]
        /// The kinds of meeting that no day is known of.
        var unknown: [DecisionStage]
        /// The last day that is known of the calendar: of the kind of meeting in `endsFirst`.
        var knownThrough: Day?
        /// The kind of meeting whose calendar ends first.
        var endsFirst: DecisionStage?
        /// Whether the calendar ends before the last day on which a decision can be taken.
        var isShort: Bool
        /// Whether the last day for papers of some meeting isn't known and has been assumed.
        var assumesPapers: Bool
        var sent: Day?
        var decided: Day?
    }

    var edition: String
    var title: String
    var inForceBy: Day
    var route: [DecisionStage]
    var preparationDays: Int
    var countsLegalForce: Bool
    /// The last day on which the deciding meeting can be held.
    var lastDecisionDay: Day
    /// The last day to send for all who can make it; nil when nobody waits who can.
    var lastDayToSend: Day?
    /// In Swedish alphabetical order.
    var municipalities: [Row]
    var remarks: [String]

    /// The page of a round's schedule; nil when it has none.
    init?(_ edition: Edition.ID, _ reading: Reading) {
        guard let plan = RoundPlan(of: edition, in: reading.cooperation, on: reading.day) else { return nil }
        self.edition = edition.text
        title = reading.titleOfRound(edition)
        inForceBy = plan.schedule.inForceBy
        route = plan.schedule.route
        preparationDays = plan.schedule.preparationDays
        countsLegalForce = plan.schedule.countsLegalForce
        lastDecisionDay = plan.terms.lastDecisionDay
        lastDayToSend = plan.lastDayToSend
        municipalities = plan.rows.map { Row($0) }
        remarks = reading.texts(plan.schedule.remarks)
    }

    /// The steps of the page.
    var steps: [String] { ["ratificering", edition, "tidplan"] }

    private var waiting: [Row] { municipalities.filter { $0.sent == nil && $0.decided == nil } }

    /// When to send, and who makes it: what somebody comes to the page for.
    func lead(_ words: Words) -> String {
        let texts = words.ratification.schedule
        guard !municipalities.isEmpty else { return texts.noMembers }
        guard !waiting.isEmpty else {
            let late = municipalities.filter { $0.standing == .sentLate }
            return late.isEmpty ? texts.allSent(words.date(lastDecisionDay)) : texts.sentLate(names(late, words))
        }
        let able = waiting.filter(\.canMakeIt)
        guard let last = lastDayToSend else { return texts.nobody }
        if able.count == waiting.count { return texts.everybody(words.date(last), words.count(able.count)) }
        return texts.some(words.date(last), words.count(able.count), words.count(waiting.count))
    }

    /// Why some don't make it, a sentence for each reason.
    func reasons(_ words: Words) -> [String] {
        let texts = words.ratification.schedule
        let reasons: [(Standing, (String) -> String)] = [
            (.noCalendar, texts.lackCalendar), (.noMeetingInTime, texts.lackMeeting), (.tooLate, texts.lackTime),
            (.onlyToday, texts.onlyToday), (.sentLate, texts.sentLate),
        ]
        return reasons.compactMap { standing, sentence in
            let those = municipalities.filter { $0.standing == standing }
            // When it is all that the lead says, it needn't be said again.
            if those.isEmpty || standing == .sentLate && waiting.isEmpty { return nil }
            return sentence(names(those, words))
        }
    }

    private func names(_ rows: [Row], _ words: Words) -> String { words.list(rows.map(\.municipality.title)) }

    /// The plan as a table for a file.
    func table(_ words: Words) -> Table {
        let texts = words.ratification.schedule
        return Table(
            columns: [
                "id", texts.municipality, texts.lastDay, texts.standing, texts.meetings, texts.possible, texts.calendarTo,
                texts.endsFirst,
            ],
            rows: municipalities.map { row in
                [
                    row.municipality.id, row.municipality.title, row.lastDayToSend?.iso ?? "", texts.standing(of: row, words),
                    row.meetings.map { "\(words.name(of: $0.stage)) \($0.day.iso)" }.joined(separator: "; "),
                    row.possible.map(\.iso).joined(separator: "; "), row.knownThrough?.iso ?? "",
                    row.endsFirst.map { words.name(of: $0) } ?? "",
                ]
            }
        )
    }

    /// The plan.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let texts = words.ratification.schedule
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.heading(texts.title(title), reading, .scheduleRound, at: steps + ["andra"])
                html.p(lead(words), .class("lead"))
                for reason in reasons(words) { html.p(reason) }
                html.p(terms(words))
                writeNextStep(html, reading)
            }
            html.section(.labelled(by: "kommuner")) {
                html.h2(texts.byMunicipality, .id("kommuner"))
                html.p(texts.derived)
                writeTable(html, reading)
                if municipalities.contains(where: \.assumesPapers) {
                    html.p(texts.assumed(words.number(Meeting.assumedPaperDays)), .class("help"))
                }
            }
            writeGaps(html, reading)
            html.remarks(remarks, words)
        }
    }

    /// What the plan rests on, in a sentence or two.
    private func terms(_ words: Words) -> String {
        let texts = words.ratification.schedule
        let route = words.list(route.map { words.name(of: $0).lowercased() })
        let first = texts.terms(words.date(inForceBy), route, words.date(lastDecisionDay))
        let second = countsLegalForce ? texts.countsLegalForce : texts.countsDecision
        return preparationDays == 0
            ? "\(first) \(second)" : "\(first) \(second) \(texts.preparation(words.number(preparationDays)))"
    }

    /// The way to lock the proposal, or to send the one that is locked, for who may.
    private func writeNextStep(_ html: HTML, _ reading: Reading) {
        guard let id = Edition.ID(edition) else { return }
        let texts = reading.words.ratification.locking
        if reading.cooperation.ratification[id]?.current == nil {
            // What is in the programme already never was a draft here.
            guard reading.cooperation.programme[id] == nil else { return }
            html.begin(reading, .lockProposal, texts.submit, at: ["ratificering", edition, "las"])
        } else if !waiting.isEmpty {
            html.begin(reading, .sendProposal, texts.sendSubmit, at: ["ratificering", edition, "skicka"])
        }
    }

    private func writeTable(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let texts = words.ratification.schedule
        html.scrollingTable(texts.byMunicipality, words) {
            html.thead {
                html.tr {
                    for column in [texts.municipality, texts.lastDay, texts.standing, texts.meetings, texts.possible] {
                        html.th(column, scope: .column)
                    }
                }
            }
            html.tbody {
                for row in municipalities {
                    html.tr {
                        html.th(scope: .row) {
                            html.a(row.municipality.title, to: reading.address("kommuner", row.municipality.id), .content)
                        }
                        html.td(.class("day-cell")) {
                            if let last = row.lastDayToSend, row.sent == nil {
                                html.text(words.date(last))
                            } else {
                                html.text(texts.dash)
                            }
                        }
                        html.td("\(row.standing.sign) \(texts.standing(of: row, words))", .class("remark-cell"))
                        html.td {
                            if row.meetings.isEmpty {
                                html.text(texts.dash)
                            } else {
                                html.ul {
                                    for sitting in row.meetings {
                                        html.li(texts.sitting(words.name(of: sitting.stage), words.date(sitting.day)))
                                    }
                                }
                            }
                        }
                        html.td(row.possible.isEmpty ? texts.dash : words.list(row.possible.map { words.date($0) }))
                    }
                }
            }
        }
    }

    /// The calendars that are missing or too short to tell.
    private func writeGaps(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let texts = words.ratification.schedule
        let gaps = municipalities.filter { $0.decided == nil && ($0.isShort || !$0.unknown.isEmpty) }
        guard !gaps.isEmpty else { return }
        html.section(.labelled(by: "luckor")) {
            html.h2(texts.gaps, .id("luckor"))
            html.p(texts.gapsText(words.date(lastDecisionDay)))
            html.ul {
                for row in gaps {
                    html.li {
                        let sentence =
                            if !row.unknown.isEmpty {
                                texts.gapUnknown(
                                    row.municipality.title,
                                    words.list(row.unknown.map { words.stageInText($0) })
                                )
                            } else {
                                texts.gapShort(
                                    row.municipality.title,
                                    row.endsFirst.map { words.stageInText($0) } ?? texts.dash,
                                    row.knownThrough.map { words.date($0) } ?? texts.dash
                                )
                            }
                        html.text(sentence)
                        if let id = Municipality.ID(row.municipality.id), let body = reading.board(of: id), reading.isNow,
                            reading.viewer.may(.recordMeeting, about: body.meetingsTarget)
                        {
                            html.text(" ")
                            html.a(
                                words.meetings.enterCalendar,
                                to: reading.address("moten", body.facts.id.text, "kalender"),
                                .label("\(words.meetings.enterCalendar): \(row.municipality.title)")
                            )
                        }
                    }
                }
            }
        }
    }
}

extension Reading {
    /// The body that decides for a municipality, where its calendar is entered.
    func board(of municipality: Municipality.ID) -> Body? {
        cooperation.organisation.bodies(.ratifyingBody)
            .first { $0.facts.municipality == municipality && $0.closing == nil }
    }
}

extension SchedulePage.Row {
    /// A municipality's plan.
    init(_ row: RoundPlan.Row) {
        let plan = row.plan
        municipality = EditionPage.Reference(row.municipality)
        lastDayToSend = plan.lastDayToSend
        possible = plan.possibleDecisionMeetings.map(\.day)
        unknown = plan.unknownStages
        (knownThrough, endsFirst) = (plan.knownThrough?.day, plan.knownThrough?.stage)
        isShort = row.isShort
        assumesPapers = row.assumesPapers
        sent = row.sent
        decided = row.decision?.day
        let chain = row.sent == nil && row.canMakeIt ? plan.latest : row.sent != nil && row.canMakeIt ? plan.earliest : nil
        meetings = row.decision == nil ? (chain ?? []).map { .init(stage: $0.stage, day: $0.day, papersDue: $0.papersDue) } : []
        standing =
            if row.decision != nil {
                .decided
            } else if row.sent != nil {
                row.canMakeIt ? .sent : .sentLate
            } else {
                switch plan.verdict {
                case .makesIt: .makesIt
                case .onlyIfSentToday: .onlyToday
                case .cannot(.noCalendar): .noCalendar
                case .cannot(.noMeetingInTime): .noMeetingInTime
                case .cannot(.tooLate): .tooLate
                }
            }
    }

    /// Whether it can be sent today or later and be decided in time.
    fileprivate var canMakeIt: Bool { standing == .makesIt || standing == .onlyToday }
}

extension SchedulePage.Standing {
    /// The sign that stands before the words.
    fileprivate var sign: String {
        switch self {
        case .decided: "●"
        case .sent: "◐"
        case .makesIt: "○"
        case .onlyToday: "!"
        case .noCalendar: "?"
        case .noMeetingInTime, .tooLate, .sentLate: "×"
        }
    }
}

extension Words.Ratification.Schedule {
    /// How a municipality stands, in words.
    func standing(of row: SchedulePage.Row, _ words: Words) -> String {
        switch row.standing {
        case .makesIt: makesIt
        case .onlyToday: isOnlyToday
        case .noCalendar: isNoCalendar
        case .noMeetingInTime: isNoMeeting
        case .tooLate: row.lastDayToSend.map { isTooLate(words.date($0)) } ?? isNoMeeting
        case .sent: isSent(row.sent.map { words.date($0) } ?? dash)
        case .sentLate: isSentLate(row.sent.map { words.date($0) } ?? dash)
        case .decided: isDecided(row.decided.map { words.date($0) } ?? dash)
        }
    }
}

extension Calendar {
    /// The last days to send, for those who keep them in a calendar of their own.
    init(_ page: SchedulePage, _ reading: Reading, _ address: PublicAddress) {
        let texts = reading.words.ratification.schedule
        let stamp = Edition.ID(page.edition).flatMap { reading.view.acts(about: [.edition($0)]).first?.recorded }
        let whole = address.whole(reading.address(steps: page.steps).text)
        func event(_ name: String, _ day: Day, _ summary: String) -> Event {
            Event(
                uid: "\((page.steps + [name]).joined(separator: "/"))@\(address.authority)",
                stamp: stamp ?? Instant(startOf: reading.day),
                time: .day(day),
                summary: summary,
                address: whole,
                status: .tentative
            )
        }
        self.init(
            name: "\(texts.title(page.title)) – \(reading.name)",
            producer: "-//Samverka//Kalender//SV",
            events: page.municipalities.compactMap { row in
                guard row.sent == nil, row.decided == nil, let last = row.lastDayToSend else { return nil }
                return event(row.municipality.id, last, texts.event(page.title, row.municipality.title))
            } + [event("i-kraft", page.inForceBy, texts.inForceEvent(page.title))]
        )
    }
}
