import Cooperation
import Markup
import Statistics

/// Where a municipality lies far from those that are like it, ready to show: for better and for worse, and how sure it is.
struct StandingPage: Encodable, Sendable {
    /// A key figure that the municipality stands out in.
    struct Row: Encodable, Sendable {
        var id: String
        var title: String
        var unit: String
        var decimals: Int
        var year: Int
        var value: Double
        var peersMedian: Double
        var peers: Int
        /// How many times what similar municipalities and years usually differ by.
        var distance: Double
        var certainty: String
        var side: String
        var yearsInARow: Int
    }

    /// One of RKA's indices, recomputed.
    struct Index: Encodable, Sendable {
        var id: String
        var title: String
        var year: Int
        var value: Double
        /// What the source has published; nil when it has nothing.
        var published: Double?
        /// Whether the recomputed values of all municipalities are those that were published; nil when none were.
        var isAsPublished: Bool?
    }

    /// A key figure at most in each list.
    static let mostShown = 25

    var municipality: String
    var name: String
    var source: String
    var fetched: String?
    /// How many key figures could be looked at.
    var looked: Int
    var rows: [Row]
    var indices: [Index]

    let address: String

    private enum CodingKeys: String, CodingKey { case municipality, name, source, fetched, looked, rows, indices }

    /// The page of a municipality.
    init(
        _ code: String,
        _ standing: [StandsOut],
        _ indices: [LatestIndex],
        _ vintage: StatisticsVintage,
        _ reading: Reading
    ) {
        self.indices = indices.compactMap { index in
            index.recomputed.values[code].map { value in
                Index(
                    id: index.definition.id.description,
                    title: vintage[index.definition.id]?.keyFigure.title
                        ?? reading.words.standing.indexName(index.definition.kind, index.definition.subject),
                    year: index.year,
                    value: value,
                    published: index.published[code],
                    isAsPublished: index.isAsPublished
                )
            }
        }
        municipality = code
        address = KeyFigureChoice.addressName(of: code, reading)
        name = reading.cooperation.members.members.first { $0.facts.code == code }?.facts.name ?? vintage.name(of: code)
        source = vintage.source
        fetched = vintage.fetched
        looked = standing.count
        rows = StandsOut.farthest(standing).compactMap { entry in
            vintage[entry.keyFigure].map { figure in
                Row(
                    id: entry.keyFigure.description,
                    title: figure.keyFigure.title,
                    unit: figure.keyFigure.unit,
                    decimals: figure.keyFigure.decimals,
                    year: entry.year,
                    value: entry.value,
                    peersMedian: entry.peersMedian,
                    peers: entry.peers,
                    distance: entry.distance,
                    certainty: entry.certainty.rawValue,
                    side: entry.side.rawValue,
                    yearsInARow: entry.yearsInARow
                )
            }
        }
    }

    /// The list as a table for a file.
    func table(_ words: Words) -> Table {
        let (comparisons, standing) = (words.comparisons, words.standing)
        return Table(
            columns: [
                "id", comparisons.keyFigure, comparisons.unit, comparisons.year, comparisons.value, standing.medianWhole,
                standing.peers,
                standing.distance, standing.certainty, standing.side, standing.yearsInARow, comparisons.source,
            ],
            rows: rows.map { row in
                [
                    row.id, row.title, row.unit, "\(row.year)", row.value.plain, row.peersMedian.plain, "\(row.peers)",
                    ((row.distance * 100).rounded() / 100).plain,
                    StandsOut.Certainty(rawValue: row.certainty).map(standing.name(of:)) ?? row.certainty,
                    StandsOut.Side(rawValue: row.side).map(standing.name(of:)) ?? row.side, "\(row.yearsInARow)",
                    Words.swedish.comparisons.ownReckoning(source),
                ]
            }
        )
    }

    /// The sentence that answers what people come with.
    func lead(_ words: Words) -> String {
        guard looked > 0 else { return words.standing.nothing(name) }
        return words.standing.lead(name, words.number(looked), words.number(rows.count))
    }

    /// What stands out, side by side, with what must be known of it.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let standing = words.standing
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1(standing.title(name))
                html.p(lead(words), .class("lead"))
            }
            html.p(standing.howToRead)
            if looked > 0 { html.p(standing.byChance(words.figure(Double(looked) * 0.05, decimals: 0))) }
            for side in StandsOut.Side.allCases {
                let own = rows.filter { $0.side == side.rawValue }
                if !own.isEmpty { write(side, own, html, reading) }
            }
            writeIndices(html, reading)
            html.p(words.comparisons.ownReckoning(source), .class("help"))
            if let fetched { html.p("\(words.comparisons.fetchedTitle): \(words.fetched(fetched))", .class("help")) }
        }
    }

    /// RKA's indices beside what was published of them.
    private func writeIndices(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let (comparisons, standing) = (words.comparisons, words.standing)
        guard !indices.isEmpty else { return }
        html.section(.labelled(by: "index")) {
            html.h2(standing.indices, .id("index"))
            html.p(standing.indicesLead)
            html.scrollingTable(standing.indices, words) {
                html.thead {
                    html.tr {
                        html.th(standing.index, scope: .column)
                        html.th(comparisons.year, scope: .column, .class("number"))
                        html.th(standing.recomputed, scope: .column, .class("number"))
                        html.th(standing.published, scope: .column, .class("number"))
                        html.th(standing.isSame, scope: .column)
                    }
                }
                html.tbody {
                    for index in indices {
                        html.tr {
                            html.th("\(index.title) (\(index.id))", scope: .row, .class("remark-cell"), .content)
                            html.td("\(index.year)", .class("number"))
                            html.td(words.figure(index.value, decimals: 1), .class("number"))
                            html.td(index.published.map { words.figure($0, decimals: 1) } ?? "–", .class("number"))
                            html.td(
                                index.isAsPublished.map { $0 ? standing.same : standing.notSame } ?? standing.notPublished
                            )
                        }
                    }
                }
            }
        }
    }

    private func write(_ side: StandsOut.Side, _ own: [Row], _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let (comparisons, standing) = (words.comparisons, words.standing)
        let heading = ID("sida-\(side.rawValue)")
        html.section(.labelled(by: heading)) {
            html.h2(standing.heading(of: side), .id(heading))
            if own.count > Self.mostShown {
                html.p(standing.farthestOf(words.number(Self.mostShown), words.number(own.count)), .class("help"))
            }
            html.scrollingTable(standing.heading(of: side), words) {
                html.thead {
                    html.tr {
                        html.th(comparisons.keyFigure, scope: .column)
                        html.th(comparisons.year, scope: .column, .class("number"))
                        html.th(name, scope: .column, .class("number"))
                        html.th(standing.median, scope: .column, .class("number"))
                        html.th(standing.certainty, scope: .column)
                        html.th(standing.yearsInARow, scope: .column, .class("number"))
                    }
                }
                html.tbody {
                    for row in own.prefix(Self.mostShown) {
                        html.tr {
                            html.th(scope: .row, .class("remark-cell"), .content) {
                                html.a(
                                    row.title,
                                    to: reading.address(
                                        steps: ["jamforelser", row.id],
                                        query: [(QueryName.municipality, address), (QueryName.others, "liknande")]
                                    )
                                )
                            }
                            html.td("\(row.year)", .class("number"))
                            html.td(words.figure(row.value, decimals: row.decimals), .class("number"))
                            html.td(words.figure(row.peersMedian, decimals: row.decimals), .class("number"))
                            html.td(StandsOut.Certainty(rawValue: row.certainty).map(standing.name(of:)) ?? row.certainty)
                            html.td(words.number(row.yearsInARow), .class("number"))
                        }
                    }
                }
            }
        }
    }
}

extension StandingPage: OnOthersTerms {
    /// All of it is reckoned.
    var terms: String? { Words.swedish.comparisons.ownReckoning(source) }
}

extension StatisticsVintage {
    /// Where a municipality stands to those that are like it, in every key figure that it can be told for.
    ///
    /// Which way is better is known only of what a service card counts as quality.
    func standing(of code: String) -> [StandsOut] {
        let better = Dictionary(cards.flatMap { $0.quality.map { ($0.keyFigure, $0.better) } }) { first, _ in first }
        let population = population(of: municipalities)
        return figures.compactMap { figure in
            guard let peers = peers(of: code, in: figure)?.codes else { return nil }
            let series = ([code] + peers).reduce(into: [String: Series]()) { found, place in
                found[place] = values.series(figure.id, .total, in: place)
            }
            guard let own = series[code] else { return nil }
            // What isn't final yet says nothing for certain.
            let last = own.years.last { own[$0] != nil && !figure.isPreliminary($0) }
            guard let last else { return nil }
            return StandsOut.of(
                figure.id,
                in: code,
                series,
                peers: peers,
                better: better[figure.id],
                lastYear: last,
                noise: YearlyNoise(
                    series,
                    upTo: last,
                    comparableFrom: figure.breaks.last { $0 <= last },
                    population: population
                )
            )
        }
    }
}
