import Cooperation
import Markup
import Statistics

/// The key figures that the members are compared by, ready to show.
struct ComparisonsPage: Encodable, Sendable {
    /// One key figure in the list.
    struct Row: Encodable, Sendable {
        var id: String
        var title: String
        var unit: String
        /// The latest year that a member has a value for.
        var latestYear: Int
        /// How many of the members have a value that year.
        var members: Int
        var origin: String?
        var source: String
    }

    var cooperation: String
    /// How many members there are.
    var members: Int
    var keyFigures: [Row]
    /// The network that has compared the members before.
    var network: BodyLink?

    /// The page of what is known of the members.
    init(_ statistics: StatisticsTable, _ reading: Reading) {
        let codes = reading.cooperation.members.members.map(\.facts.code)
        cooperation = reading.calledName
        members = codes.count
        keyFigures = statistics.panels.compactMap { panel in
            guard let year = panel.latestYear(of: codes) else { return nil }
            let keyFigure = panel.keyFigure
            return Row(
                id: keyFigure.id.description,
                title: keyFigure.title,
                unit: keyFigure.unit,
                latestYear: year,
                members: codes.count { panel.value(in: $0, year: year) != nil },
                origin: keyFigure.origin,
                source: panel.source
            )
        }
        network = Body.ID("ekonomidirektorer").flatMap { reading.cooperation.organisation[$0] }.map { BodyLink($0) }
    }

    /// The list as a table for a file.
    func table(_ words: Words) -> Table {
        let comparisons = words.comparisons
        return Table(
            columns: [
                "id", comparisons.keyFigure, comparisons.unit, comparisons.latestYear, comparisons.withValue,
                comparisons.origin, comparisons.source,
            ],
            rows: keyFigures.map {
                [$0.id, $0.title, $0.unit, "\($0.latestYear)", "\($0.members)", $0.origin ?? "", $0.source]
            }
        )
    }

    /// The sentence that answers what people come with.
    func lead(_ words: Words) -> String {
        let comparisons = words.comparisons
        guard !keyFigures.isEmpty else { return comparisons.none }
        let found =
            keyFigures.count == 1
            ? comparisons.haveOne(cooperation) : comparisons.have(words.count(keyFigures.count), cooperation)
        return "\(comparisons.purpose) \(found)"
    }

    /// The key figures, and what has been compared before.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let comparisons = words.comparisons
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1(comparisons.title)
                html.p(lead(words), .class("lead"))
            }
            if keyFigures.isEmpty {
                html.p(comparisons.noneYet)
            } else {
                html.p(comparisons.noVerdict)
                html.div(.class("register")) {
                    writeTable(html, reading)
                    html.p(comparisons.ofMembers(words.count(members)), .class("help"))
                    for source in keyFigures.map(\.source).unique { html.p(comparisons.sourceIs(source), .class("help")) }
                }
            }
            if let network {
                html.p {
                    html.text("\(comparisons.before) ")
                    html.a(network.name, to: reading.address(steps: network.steps), .content)
                    html.text(".")
                }
            }
        }
    }

    private func writeTable(_ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        html.scrollingTable(comparisons.keyFigures, reading.words) {
            html.thead {
                html.tr {
                    html.th(comparisons.keyFigure, scope: .column)
                    html.th(comparisons.unit, scope: .column)
                    html.th(comparisons.latestYear, scope: .column, .class("number"))
                    html.th(comparisons.withValue, scope: .column, .class("number"))
                }
            }
            html.tbody {
                for row in keyFigures {
                    html.tr {
                        html.th(scope: .row, .class("remark-cell"), .content) {
                            html.a(row.title, to: reading.address("jamforelser", row.id))
                        }
                        html.td(row.unit, .content)
                        html.td("\(row.latestYear)", .class("number"))
                        html.td(reading.words.number(row.members), .class("number"))
                    }
                }
            }
        }
    }
}

extension ComparisonsPage: OnOthersTerms {
    /// What the sources ask of those who use it.
    var terms: String? {
        let sources = keyFigures.map(\.source).unique
        return sources.isEmpty ? nil : Words.swedish.comparisons.sourceIs(Words.swedish.list(sources))
    }
}
