import Cooperation
import Markup

/// A series of conferences, ready to show.
struct SeriesPage: Encodable, Sendable {
    var id: String
    var name: String
    /// The series that it took the place of, and the one that took its.
    var continues: EditionPage.Reference?
    var continuedBy: EditionPage.Reference?
    /// What has been agreed about it; nil when no source tells.
    var rules: SeriesRules?
    /// The latest first.
    var conferences: [ConferenceRow]
    /// How often each municipality has been host.
    var hosts: HostCounts
    var details: [ShownDetail]
    var missing: [String]
    var remarks: [String]
    var sources: [Source]

    /// The page of a series.
    init(_ series: ConferenceSeries, _ reading: Reading) {
        let facts = series.facts
        let all = reading.cooperation.conferences
        let reference = { (series: ConferenceSeries) in
            EditionPage.Reference(id: series.facts.id.text, title: series.facts.name)
        }
        id = facts.id.text
        name = facts.name
        continues = facts.continues.flatMap { all[$0] }.map(reference)
        continuedBy = all.successor(of: facts.id).map(reference)
        rules = SeriesRules(of: series, reading)
        conferences = ConferenceRow.rows(of: series, reading)
        hosts = HostCounts(conferences, reading)
        details = ShownDetail.all(facts.details, reading)
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
    }

    /// The register as a table for a file.
    func table(_ words: Words) -> Table { conferences.table(words) }

    /// How many times it is known to have been held, and when the last was.
    func lead(_ words: Words) -> String {
        let held = conferences.filter { $0.standing == .held }
        guard let latest = held.first else { return words.conferences.neverHeld(name) }
        let when = words.happening(of: latest)
        guard held.count > 1 else { return words.conferences.heldOnce(name, when) }
        return words.conferences.heldTimes(name, words.count(held.count), when)
    }

    /// The next one that is planned.
    var next: ConferenceRow? { conferences.last { $0.standing == .planned } }

    /// The series, with its rules, its hosts and every time that is known.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(name, .content)
                html.p(lead(words), .class("lead"))
                if let next {
                    html.p(.class("notice")) {
                        html.a(next.sentence(named: name, words), to: reading.address(steps: next.steps))
                    }
                }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) { writeRules(html, words) }
                let facts = facts(reading)
                if !facts.isEmpty { html.aside(.class("margin"), .label(words.frame.facts)) { html.facts(facts, words) } }
            }
            ConferenceTimeline(series: [(name, conferences)], subject: name, isDetailed: true).write(html, reading) {
                html.p {
                    html.span("\(words.conferences.agreedFrequency): ", .class("key"))
                    if let frequency = rules?.frequency {
                        html.span(frequency, .content)
                    } else {
                        html.em(words.frame.unknown, .class("unknown"))
                    }
                }
            }
            if !conferences.isEmpty {
                html.section(.labelled(by: "alla")) {
                    html.h2(words.conferences.everyTime, .id("alla"))
                    html.register(conferences, words.conferences.everyTime, reading)
                    html.sources(conferences.flatMap(\.sources).unique, words)
                }
            }
            if hosts.isKnown || rules?.hosts != nil { hosts.write(html, series: id, reading) }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    html.more(details, words)
                    html.missing(missing, words)
                    html.remarks(remarks, words)
                    html.sources(sources, words)
                    html.history(history(reading), reading)
                }
            }
        }
    }

    /// What has been done about the series and its conferences, the latest recorded first.
    func history(_ reading: Reading) -> [HistoryLine] {
        ConferenceSeries.ID(id).map { reading.history(of: .series($0)) } ?? []
    }

    private func writeRules(_ html: HTML, _ words: Words) {
        html.section(.labelled(by: "regler")) {
            html.h2(words.conferences.rules, .id("regler"))
            guard let rules else {
                html.p(words.conferences.noRules)
                return
            }
            html.p(words.conferences.agreed(words.period(rules.agreed)), .class("help"))
            rules.write(html, words, withFrequency: conferences.isEmpty)
            html.sources(rules.sources, words)
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words.conferences
        var facts = rules?.facts(reading) ?? []
        if let continues {
            facts.append(
                Fact(words.continues, continues.title, address: reading.address("konferenser", continues.id), isContent: true)
            )
        }
        if let continuedBy {
            facts.append(
                Fact(
                    words.continuedBy,
                    continuedBy.title,
                    address: reading.address("konferenser", continuedBy.id),
                    isContent: true
                )
            )
        }
        return facts
    }
}

extension HTML {
    /// What more the sources tell of a series or a conference.
    func more(_ details: [ShownDetail], _ words: Words) {
        guard !details.isEmpty else { return }
        section(.labelled(by: "mer")) {
            h2(words.conferences.more, .id("mer"))
            particulars(details, words)
        }
    }
}
