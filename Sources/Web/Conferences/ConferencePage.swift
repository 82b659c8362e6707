import Cooperation
import Markup

/// One time that a conference was held, cancelled or planned, ready to show.
struct ConferencePage: Encodable, Sendable {
    var series: EditionPage.Reference
    var conference: ConferenceRow
    /// The one before it and the one after it in the series.
    var previous: ConferenceRow?
    var next: ConferenceRow?
    /// What had been agreed about the series at the time; nil when no source tells.
    var rules: SeriesRules?
    var details: [ShownDetail]
    var missing: [String]
    var remarks: [String]

    private enum CodingKeys: CodingKey { case series, conference, rules, details, missing, remarks }

    /// The page of a conference; nil when the series has no such one.
    init?(_ series: ConferenceSeries, _ id: Conference.ID, _ reading: Reading) {
        guard let facts = series[id]?.facts else { return nil }
        let rows = ConferenceRow.rows(of: series, reading)
        guard let index = rows.firstIndex(where: { $0.id == id.text }) else { return nil }
        self.series = EditionPage.Reference(id: series.facts.id.text, title: series.facts.name)
        conference = rows[index]
        next = index > 0 ? rows[index - 1] : nil
        previous = index + 1 < rows.count ? rows[index + 1] : nil
        rules = SeriesRules(of: series, at: facts.date, reading)
        details = ShownDetail.all(facts.details, reading)
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
    }

    /// When and where it was held, or that it wasn't.
    func lead(_ words: Words) -> String { conference.sentence(named: series.title, words) }

    /// The conference, as a page to read.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document", "conference")) {
            html.header(.class("opening")) {
                html.h1(conference.title, .content)
                html.p(lead(words), .class("lead"))
                html.p(.class("labels")) { html.standing(conference.standing, words) }
            }
            html.aside(.class("across"), .label(words.frame.facts)) { html.facts(facts(reading), words) }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if let number = conference.number { html.p(words.conferences.numbered(number)) }
                    html.more(details, words)
                    writeRules(html, words)
                    html.missing(missing, words)
                    html.remarks(remarks, words)
                    html.sources(conference.sources, words)
                    html.history(history(reading), reading)
                }
            }
            if previous != nil || next != nil { writeNeighbours(html, reading) }
        }
    }

    /// What has been done about the conference, the latest recorded first.
    func history(_ reading: Reading) -> [HistoryLine] {
        guard let series = ConferenceSeries.ID(series.id), let id = Conference.ID(conference.id) else { return [] }
        return reading.history(of: .conference(series, id))
    }

    private func writeRules(_ html: HTML, _ words: Words) {
        guard let rules else { return }
        html.section(.labelled(by: "regler")) {
            html.h2(words.conferences.rulesThen, .id("regler"))
            html.p(words.conferences.agreed(words.period(rules.agreed)), .class("help"))
            rules.write(html, words)
            html.sources(rules.sources, words)
        }
    }

    private func writeNeighbours(_ html: HTML, _ reading: Reading) {
        html.nav(.class("neighbours"), .label(reading.words.conferences.neighbours)) {
            if let previous {
                html.a("← \(previous.title)", to: reading.address(steps: previous.steps), .rel(.previous), .content)
            }
            if let next { html.a("\(next.title) →", to: reading.address(steps: next.steps), .rel(.next), .content) }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        let columns = words.conferences
        let inferred = conference.inferredHosts
        let hosts = conference.hosts
        let note =
            inferred.isEmpty
            ? nil : inferred.count == hosts.count ? columns.inferred : "\(words.list(inferred)) \(columns.inferred)"
        return [
            Fact(columns.date, words.period(conference.date)),
            Fact(
                hosts.count > 1 ? columns.hostsMany : columns.hosts,
                hosts.isEmpty ? nil : words.list(hosts.map(\.name)),
                note: note,
                address: hosts.count == 1 ? reading.address("kommuner", hosts[0].id) : nil,
                isContent: true
            ),
            Fact(columns.place, conference.place, isContent: true),
            Fact(columns.form, conference.form.map(columns.name)?.withCapital),
            Fact(columns.theme, conference.theme, isContent: true),
            Fact(columns.participants, conference.participants?.withCapital, isContent: true),
        ]
    }
}

extension HTML {
    /// What became of a conference, as a plain label.
    fileprivate func standing(_ standing: ConferenceRow.Standing, _ words: Words) {
        let name = words.conferences.name(standing).withCapital
        switch standing {
        case .held: span("✓ \(name)", .class("label", "in-force"))
        case .cancelled: span("✕ \(name)", .class("label", "lapsed"))
        case .planned: span("○ \(name)", .class("label", "proposed"))
        case .uncertain: span("? \(name)", .class("label", "replaced"))
        }
    }
}
