import Cooperation
import Markup

/// The municipalities' own measures, ready to show.
struct OwnMeasuresPage: Encodable, Sendable {
    /// One measure in the list.
    struct Row: Encodable, Sendable {
        var id: String
        var name: String
        var municipality: EditionPage.Reference?
        var unit: String
        var latestYear: Int?
        /// As it was written, with a point before the decimals.
        var latest: String?
    }

    /// In Swedish alphabetical order.
    var measures: [Row]

    /// The page of the measures.
    init(_ reading: Reading) {
        measures = reading.cooperation.comparisons.measuresInOrder.map { Row($0, reading) }
    }

    /// What they are, or that there is none.
    func lead(_ reading: Reading) -> String {
        let words = reading.words.ownMeasures
        guard measures.isEmpty else { return words.lead }
        return reading.isNow ? "\(words.lead) \(words.none)" : words.noneThen
    }

    /// The measures as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.ownMeasures
        return Table(
            columns: ["id", columns.measure, columns.municipality, columns.unit, columns.year, columns.latest],
            rows: measures.map { row in
                [
                    row.id, row.name, row.municipality?.title ?? "", row.unit, row.latestYear.map { "\($0)" } ?? "",
                    row.latest ?? "",
                ]
            }
        )
    }

    /// The measures, and what waits for its day for those who may see it.
    ///
    /// - Parameters:
    ///   - html: where to.
    ///   - reading: what the page is made of.
    ///   - whole: everything there is, for those who may record some of it.
    func write(_ html: HTML, _ reading: Reading, whole: Reading?) {
        let words = reading.words
        let columns = words.ownMeasures
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1(columns.title)
                html.p(lead(reading), .class("lead"))
                html.begin(
                    reading,
                    .recordOwnMeasure,
                    about: reading.ownMeasureTarget,
                    columns.new,
                    at: ["jamforelser", "egna-matt", "ny"]
                )
            }
            if let whole { html.upcomingMeasures(whole) }
            if !measures.isEmpty {
                html.div(.class("register")) {
                    html.scrollingTable(columns.title, words) {
                        html.thead {
                            html.tr {
                                html.th(columns.measure, scope: .column)
                                html.th(columns.municipality, scope: .column)
                                html.th(columns.latest, scope: .column, .class("number"))
                                html.th(columns.unit, scope: .column)
                            }
                        }
                        html.tbody {
                            for row in measures {
                                html.tr {
                                    html.th(scope: .row, .class("remark-cell"), .content) {
                                        html.a(row.name, to: reading.address("jamforelser", "egna-matt", row.id))
                                    }
                                    html.td(row.municipality?.title ?? "", .content)
                                    html.td(row.latestInWords(words), .class("number"))
                                    html.td(row.unit, .content)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension OwnMeasuresPage.Row {
    /// A measure in a list.
    init(_ measure: OwnMeasure, _ reading: Reading) {
        let latest = measure.valuesInOrder.last { $0.fact.value != nil }
        id = measure.facts.id.text
        name = measure.facts.name
        municipality = reading.cooperation.members[measure.facts.municipality].map { .init($0) }
        unit = measure.facts.unit
        latestYear = latest?.fact.year
        self.latest = latest?.fact.value?.text
    }

    fileprivate func latestInWords(_ words: Words) -> String {
        guard let latest, let latestYear else { return words.studies.noValue }
        return "\(words.figure(written: latest)) (\(latestYear))"
    }
}

extension HTML {
    /// The measures that wait for their day, for those who may record them.
    fileprivate func upcomingMeasures(_ whole: Reading) {
        let words = whole.words.ownMeasures
        let upcoming = whole.cooperation.comparisons.measuresInOrder.filter {
            !$0.isDue(on: whole.today)
                && whole.viewer.may(.recordOwnMeasure, about: .init(municipality: $0.facts.municipality))
        }
        guard !upcoming.isEmpty else { return }
        section(.labelled(by: "kommande")) {
            h2(words.upcoming, .id("kommande"))
            ul(.class("worklist")) {
                for measure in upcoming {
                    let steps = ["jamforelser", "egna-matt", measure.facts.id.text]
                    li {
                        p(measure.facts.from.map { words.shownFrom(whole.words.date($0)) } ?? "", .class("due"))
                        div {
                            p(.class("labels")) { span("○ \(words.hidden)", .class("label", "proposed")) }
                            p(measure.facts.name, .class("what"), .content)
                            for value in measure.valuesInOrder {
                                p(
                                    "\(value.fact.year): \(value.fact.value.map { whole.words.figure($0) } ?? whole.words.studies.noValue)",
                                    .class("where")
                                )
                            }
                        }
                        div {
                            edit(
                                whole,
                                .recordOwnMeasure,
                                about: .init(municipality: measure.facts.municipality),
                                of: measure.facts.name,
                                at: steps + ["andra"]
                            )
                            begin(
                                whole,
                                .recordOwnMeasure,
                                about: .init(municipality: measure.facts.municipality),
                                words.addValue,
                                at: steps + ["varde"]
                            )
                        }
                    }
                }
            }
        }
    }
}

extension Reading {
    /// Whom the permission to record a measure is asked about before there is one: the municipality of one's own seat.
    var ownMeasureTarget: Permission.Target { .init(municipality: viewer.signedIn?.capacity?.municipality) }

    /// The municipalities whose measures the one who looks may record.
    var municipalitiesToMeasure: [Municipality] {
        cooperation.members.members.filter { viewer.may(.recordOwnMeasure, about: .init(municipality: $0.facts.id)) }
    }
}

/// One own measure with its values, ready to show.
struct OwnMeasurePage: Encodable, Sendable {
    /// The value of a year.
    struct Value: Encodable, Sendable {
        var year: Int
        /// As it was written, with a point before the decimals; nil where there is none.
        var value: String?
        var remark: String?
        var source: Source
        /// When it was recorded.
        var recorded: Period
    }

    var id: String
    var name: String
    var municipality: EditionPage.Reference?
    var definition: String
    var unit: String
    var better: BetterDirection?
    /// The latest year first.
    var values: [Value]
    var remarks: [String]
    var sources: [Source]
    private var municipalityID: Municipality.ID

    private enum CodingKeys: String, CodingKey {
        case id, name, municipality, definition, unit, better, values, remarks, sources
    }

    /// The page of a measure.
    init(_ measure: OwnMeasure, _ reading: Reading) {
        let facts = measure.facts
        id = facts.id.text
        name = facts.name
        municipalityID = facts.municipality
        municipality = reading.cooperation.members[facts.municipality].map { .init($0) }
        definition = reading.text(facts.definition)
        unit = facts.unit
        better = facts.better
        values = measure.valuesInOrder.reversed().map {
            Value(
                year: $0.fact.year,
                value: $0.fact.value?.text,
                remark: reading.text($0.fact.remark),
                source: $0.fact.source,
                recorded: $0.period
            )
        }
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
    }

    var steps: [String] { ["jamforelser", "egna-matt", id] }
    /// Whom the permission to record it is asked about.
    var target: Permission.Target { .init(municipality: municipalityID) }

    /// The values as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.ownMeasures
        return Table(
            columns: [columns.year, columns.value, columns.unit, columns.remark, columns.source, columns.recorded],
            rows: values.map {
                ["\($0.year)", $0.value ?? "", unit, $0.remark ?? "", $0.source.text, $0.recorded.iso]
            }
        )
    }

    /// The measure with its values.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let words = reading.words
        let columns = words.ownMeasures
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.p(columns.title, .class("kicker"))
                html.heading(name, reading, .recordOwnMeasure, about: target, at: steps + ["andra"])
                html.p(definition, .class("lead"), .content)
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    html.section(.labelled(by: "varden")) {
                        html.h2(columns.values, .id("varden"))
                        if values.isEmpty { html.p(columns.noValues) } else { writeValues(html, words) }
                        html.begin(reading, .recordOwnMeasure, about: target, columns.addValue, at: steps + ["varde"])
                    }
                    html.remarks(remarks, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(
                        [
                            Fact(
                                columns.municipality,
                                municipality?.title,
                                address: municipality.map { reading.address("kommuner", $0.id) },
                                isContent: true
                            ), Fact(columns.unit, unit, isContent: true),
                            Fact(columns.better, better.map { words.serviceCards.betterName($0) } ?? columns.neither),
                        ],
                        words
                    )
                }
            }
        }
    }

    private func writeValues(_ html: HTML, _ words: Words) {
        let columns = words.ownMeasures
        html.scrollingTable(columns.values, words) {
            html.thead {
                html.tr {
                    html.th(columns.year, scope: .column)
                    html.th("\(columns.value) (\(unit))", scope: .column, .class("number"))
                    html.th(columns.remark, scope: .column)
                    html.th(columns.source, scope: .column)
                    html.th(columns.recorded, scope: .column)
                }
            }
            html.tbody {
                for value in values {
                    html.tr {
                        html.th("\(value.year)", scope: .row)
                        html.td(value.value.map { words.figure(written: $0) } ?? words.studies.noValue, .class("number"))
                        html.td(value.remark ?? "", .content)
                        html.td(value.source.text, .content)
                        html.td(words.period(value.recorded))
                    }
                }
            }
        }
    }
}
