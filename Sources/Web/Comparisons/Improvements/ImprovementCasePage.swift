import Charts
import Cooperation
import DocumentTools
import Markup
import Statistics

import struct Cooperation.ServiceCard

/// One municipality whose cost of a service has fallen against similar municipalities: what happened, how it was reckoned, and what to ask.
struct ImprovementCasePage: Encodable, Sendable {
    /// A year's costs.
    struct Year: Encodable, Sendable {
        var year: Int
        var cost: Double
        var peers: Double
        /// The cost less that of the similar municipalities, in per cent.
        var difference: Double
    }

    /// What became of a measure of quality.
    struct Quality: Encodable, Sendable {
        var id: String
        var title: String
        var years: [Int]
        var change: Double?
        var lowerBound: Double?
        var margin: Double
        var state: String
    }

    var card: String
    var service: String
    var reason: String
    var unit: String
    var keyFigure: String
    var municipality: String
    var name: String
    var source: String
    var fetched: String?
    var classification: String?
    var change: Double
    var evidence: String
    var rate: Double
    var tests: Int
    var isRobust: Bool
    var years: [Year]
    var peers: [String]
    var quality: [Quality]

    let row: FinderRow
    let summary: FinderReport.Card?
    let constants: FinderConstants
    let address: String
    let guardTitle: String?
    let window: [(name: String, value: String)]
    /// Whether the card has been recorded by the cooperation, and not only come with the program.
    let isOwnCard: Bool
    /// The studies that whoever looks may take the case to.
    let studies: [Study]

    private enum CodingKeys: String, CodingKey {
        case card, service, reason, unit, keyFigure, municipality, name, source, fetched, classification, change, evidence, rate
        case tests, isRobust, years, peers, quality
    }

    /// The page of a row; nil when its card isn't among those of the statistics.
    init?(
        _ row: FinderRow,
        _ report: FinderReport,
        _ vintage: StatisticsVintage,
        _ question: ImprovementsPage.Question,
        _ reading: Reading
    ) {
        guard let card = vintage.cards.first(where: { $0.id == row.card }) else { return nil }
        let members = Dictionary(reading.cooperation.members.members.map { ($0.facts.code, $0.facts.name) }) { first, _ in first }
        func name(_ code: String) -> String { members[code] ?? vintage.name(of: code) }
        self.row = row
        self.card = card.id
        service = card.title
        reason = card.reason
        unit = card.cost.unit
        keyFigure = card.cost.keyFigure.description
        municipality = row.municipality
        self.name = name(row.municipality)
        source = vintage.source
        fetched = vintage.fetched
        classification = row.classification?.rawValue
        change = row.change
        evidence = row.evidence.rawValue
        rate = row.rate
        tests = report.tests
        isRobust = row.isRobust
        years = row.years.enumerated().map { index, year in
            Year(
                year: year,
                cost: row.costs[index],
                peers: row.peersCosts[index],
                difference: (row.costs[index] / row.peersCosts[index] - 1) * 100
            )
        }
        peers = row.peers.map(name)
        quality = row.quality.map { line in
            Quality(
                id: line.keyFigure.description,
                title: vintage[line.keyFigure]?.keyFigure.title ?? line.keyFigure.description,
                years: line.years,
                change: line.change,
                lowerBound: line.lowerBound,
                margin: line.margin,
                state: line.state.rawValue
            )
        }
        summary = report.cards.first { $0.id == row.card }
        constants = report.constants
        address = KeyFigureChoice.addressName(of: row.municipality, reading)
        guardTitle = row.guarding.flatMap { vintage[$0.keyFigure]?.keyFigure.title }
        window = question.windowQuery
        isOwnCard = ServiceCard.ID(card.id).map { reading.cooperation.comparisons[$0] != nil } ?? false
        studies = reading.cooperation.comparisons.studiesInOrder.filter {
            $0.next != nil && reading.viewer.may(.carryOutStudy, about: .init(body: $0.facts.responsible))
        }
    }

    /// The page's own steps.
    var steps: [String] { ImprovementsPage.steps + [card, address] }

    // MARK: What it says

    private func percent(_ part: Double, _ words: Words) -> String { "\(words.figure(part * 100, decimals: 1)) %" }

    /// The sentences that answer what people come with.
    func lead(_ words: Words) -> String {
        let improvements = words.improvements
        let span = "\(row.years.lowerBound)–\(row.years.upperBound)"
        let size = "\(words.figure(change.magnitude * 100, decimals: 1)) %"
        var sentences = [change <= 0 ? improvements.fell(name, span, size) : improvements.rose(name, span, size)]
        sentences.append(row.classification.map { improvements.itIs(improvements.name(of: $0)) } ?? improvements.noClass)
        sentences.append(improvements.howSure(improvements.name(of: row.evidence)))
        return sentences.joined(separator: " ")
    }

    /// What the drawing shows.
    func finding(_ words: Words) -> String {
        guard let first = years.first, let last = years.last else { return "" }
        func beside(_ difference: Double) -> String {
            let size = words.figure(difference.magnitude, decimals: 1)
            if size == words.figure(0, decimals: 1) { return words.improvements.at }
            return difference > 0 ? words.improvements.above(size) : words.improvements.below(size)
        }
        return words.improvements.finding(
            beside(first.difference),
            "\(first.year)",
            beside(last.difference),
            "\(last.year)"
        )
    }

    /// The drawing: the municipality's own cost and the median of those that it is held against.
    func drawing(_ shape: DrawingShape, _ words: Words) -> Markup {
        func entries(_ value: (Year) -> Double) -> [LineChart.Entry] {
            years.map { .init(.year($0.year), value($0), text: words.figure(value($0), decimals: 0)) }
        }
        return LineChart(
            [
                .init(name, entries(\.cost), isHighlighted: true, row: "own"),
                .init(words.improvements.peersMedian, entries(\.peers), isReference: true, row: "peers"),
            ],
            axisTitle: "\(unit.withCapital).",
            scaleNote: words.members.chartScale,
            shape: shape,
            title: finding(words),
            description: words.improvements.drawingDescription(name),
            id: "kostnad",
            format: { words.figure($0, decimals: 0) }
        ).markup
    }

    /// How a number came about, as a name and the steps.
    func workings(_ words: Words) -> [(title: String, lines: [String])] {
        let improvements = words.improvements
        func number(_ value: Double, _ decimals: Int = 4) -> String { words.figure(value, decimals: decimals) }
        let test = row.test
        let differences = zip(row.years, row.differences).map { "\($0): \(number($1))" }.joined(separator: ", ")
        var parts: [(String, [String])] = [
            (
                improvements.changeWorking(percent(change, words)),
                [
                    improvements.differencesAre, differences, improvements.slopeIs(number(row.slope, 6)),
                    improvements.changeIs("\(row.years.count - 1)", percent(change, words)),
                ]
            ),
            (
                improvements.evidenceWorking(improvements.name(of: row.evidence)),
                [
                    improvements.lineIs(number(test.slope, 6), number(test.variance, 6)),
                    improvements.classDeviationIs(number(test.classDeviation), number(test.moderatedVariance, 6)),
                    improvements.autocorrelationIs(number(summary?.autocorrelation ?? 0, 3)),
                    improvements.testIs(
                        number(test.standardError),
                        number(test.z, 2),
                        number(test.degrees, 0),
                        number(test.probability)
                    ),
                    improvements.rateIs(number(rate * 100, 0), words.number(tests)),
                ]
            ),
        ]
        var robust = [
            improvements.nationalIs(percent(row.nationalChange, words)),
            improvements.worstLeavingOneOutIs(percent(row.worstLeavingOneOut, words)),
            improvements.regressionIs(
                number(row.regression.start, 3),
                number(row.regression.percentile, 0),
                number(constants.regressionPercentile, 0)
            ),
        ]
        if let guarding = row.guarding {
            robust.append(
                improvements.guardIs(
                    guardTitle ?? guarding.keyFigure.description,
                    number(guarding.change, 1),
                    number(guarding.limit, 1)
                )
            )
        } else {
            robust.append(improvements.noGuard)
        }
        parts.append((isRobust ? improvements.isRobust : improvements.isNotRobust, robust))
        return parts
    }

    /// The facts of a quality measure as cells.
    private func cells(_ line: Quality, _ words: Words) -> [String] {
        let span = line.years.first.flatMap { first in line.years.last.map { "\(first)–\($0)" } } ?? "–"
        return [
            line.change.map { words.figure($0, decimals: 1) } ?? "–",
            line.lowerBound.map { words.figure($0, decimals: 1) } ?? "–",
            words.figure(line.margin, decimals: 1), span,
            FinderRow.QualityLine.State(rawValue: line.state).map(words.improvements.name(of:)) ?? line.state,
        ]
    }

    // MARK: The page

    /// The case on one page.
    func write(_ html: HTML, _ tools: DocumentTools, _ reading: Reading) {
        let words = reading.words
        let improvements = words.improvements
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1("\(name): \(service)", .content)
                html.p(lead(words), .class("lead"))
            }
            html.chart(finding(words), note: words.comparisons.ownReckoning(source)) {
                html.embed(DrawingShape.both { drawing($0, words) })
            }
            writeYears(html, reading)
            writeQuality(html, reading)
            html.section(.labelled(by: "hur")) {
                html.h2(improvements.workingsTitle, .id("hur"))
                for part in workings(words) {
                    html.details {
                        html.summary(part.title)
                        html.ul { for line in part.lines { html.li(line) } }
                    }
                }
            }
            html.section(.labelled(by: "likar")) {
                html.h2(improvements.peersTitle, .id("likar"))
                html.p(improvements.peersAre(words.list(peers)))
            }
            html.section(.labelled(by: "kort")) {
                html.h2(improvements.cardTitle, .id("kort"))
                html.paragraphs(reason)
                html.p {
                    html.a(
                        improvements.toCard,
                        to: isOwnCard
                            ? reading.address("jamforelser", "tjanstekort", card)
                            : reading.address("jamforelser", "tjanstekort")
                    )
                }
            }
            writeOnward(html, reading)
            html.section(.labelled(by: "fragor")) {
                html.h2(improvements.questionsTitle(name), .id("fragor"))
                html.ol { for question in improvements.questions { html.li(question) } }
            }
            html.section(.labelled(by: "forbehall")) {
                html.h2(improvements.caveatsTitle, .id("forbehall"))
                html.ul { for caveat in improvements.caveats { html.li(caveat) } }
            }
            html.p(.class("help")) {
                if tools.canMakePDF {
                    html.a(
                        improvements.asPDF,
                        to: reading.address(steps: steps.dropLast() + ["\(address).pdf"], query: window)
                    )
                } else {
                    html.text(tools.missing.filter { $0 == .typst }.map(\.message).first ?? "")
                }
            }
            html.p(words.comparisons.ownReckoning(source), .class("help"))
            if let fetched { html.p("\(words.comparisons.fetchedTitle): \(words.fetched(fetched))", .class("help")) }
        }
    }

    /// How the case is taken to a study, for who may.
    private func writeOnward(_ html: HTML, _ reading: Reading) {
        let improvements = reading.words.improvements
        guard reading.viewer.may(.carryOutStudy, about: reading.ownTarget(.carryOutStudy)) || !studies.isEmpty else { return }
        let name = card.replacing("_", with: "-")
        html.section(.labelled(by: "studie")) {
            html.h2(improvements.onwardTitle, .id("studie"))
            if !isOwnCard {
                html.p(improvements.onwardNeedsCard)
                html.p {
                    html.a(
                        reading.words.serviceCards.makeOwn(service),
                        to: reading.address(
                            steps: ["jamforelser", "tjanstekort", "ny"],
                            query: [(QueryName.card, name)]
                        )
                    )
                }
            } else if studies.isEmpty {
                html.p(improvements.onwardNeedsStudy)
                html.p { html.a(reading.words.studies.begin, to: reading.address("jamforelser", "studier", "ny")) }
            } else {
                html.p(improvements.onwardLead)
                html.ul {
                    for study in studies {
                        html.li {
                            html.a(
                                study.facts.title,
                                to: reading.address(
                                    steps: ["jamforelser", "studier", study.facts.id.text, "exempel", "ny"],
                                    query: [(QueryName.card, card), (QueryName.municipality, address)] + window
                                )
                            )
                        }
                    }
                }
            }
        }
    }

    private func writeYears(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let improvements = words.improvements
        html.scrollingTable("\(improvements.costs), \(unit)", words) {
            html.thead {
                html.tr {
                    html.th(words.comparisons.year, scope: .column)
                    html.th(name, scope: .column, .class("number"), .column("own"))
                    html.th(improvements.peersMedian, scope: .column, .class("number"), .column("peers"))
                    html.th(improvements.differencePercent, scope: .column, .class("number"))
                }
            }
            html.tbody {
                for year in years {
                    html.tr(.row("\(year.year)")) {
                        html.th("\(year.year)", scope: .row)
                        html.td(words.figure(year.cost, decimals: 0), .class("number"))
                        html.td(words.figure(year.peers, decimals: 0), .class("number"))
                        html.td(words.figure(year.difference, decimals: 1), .class("number"))
                    }
                }
            }
        }
        html.p {
            html.a(
                improvements.toKeyFigure,
                to: reading.address(
                    steps: ["jamforelser", keyFigure],
                    query: [(QueryName.municipality, address), (QueryName.others, "liknande")]
                )
            )
        }
    }

    private func writeQuality(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let improvements = words.improvements
        html.section(.labelled(by: "kvalitet")) {
            html.h2(improvements.qualityTitle, .id("kvalitet"))
            if quality.isEmpty {
                html.p(improvements.noQuality)
            } else {
                html.scrollingTable(improvements.qualityTitle, words) {
                    html.thead {
                        html.tr {
                            html.th(words.comparisons.keyFigure, scope: .column)
                            for title in improvements.qualityColumns.dropLast() {
                                html.th(title, scope: .column, .class("number"))
                            }
                            html.th(improvements.qualityColumns.last ?? "", scope: .column)
                        }
                    }
                    html.tbody {
                        for line in quality {
                            html.tr {
                                html.th(scope: .row, .content) {
                                    html.a(line.title, to: reading.address("jamforelser", line.id))
                                }
                                let cells = cells(line, words)
                                for cell in cells.dropLast() { html.td(cell, .class("number")) }
                                html.td(cells.last ?? "")
                            }
                        }
                    }
                }
                html.p(improvements.qualityNote, .class("help"))
            }
        }
    }

    // MARK: On paper

    /// The case as a document of a page or two.
    func printed(_ reading: Reading) -> PrintedDocument {
        let words = reading.words
        let improvements = words.improvements
        func runs(_ text: String) -> [PrintedDocument.Run] { [.plain(text)] }
        func list(_ lines: [String], ordered: Bool = false) -> PrintedDocument.Block {
            .list(ordered: ordered, items: lines.map { [.paragraph(runs($0))] })
        }
        var blocks: [PrintedDocument.Block] = [
            .paragraph(runs(lead(words))),
            .drawing(DrawingFile(drawing(.column, words), shape: .column).bytes, description: finding(words)),
            .paragraph(runs(finding(words))),
            .table(
                .init(
                    caption: runs("\(improvements.costs), \(unit)"),
                    header: [words.comparisons.year, name, improvements.peersMedian, improvements.differencePercent].map(runs),
                    rows: years.map { year in
                        [
                            "\(year.year)", words.figure(year.cost, decimals: 0), words.figure(year.peers, decimals: 0),
                            words.figure(year.difference, decimals: 1),
                        ].map(runs)
                    }
                )
            ), .heading(level: 1, runs(improvements.qualityTitle)),
        ]
        if quality.isEmpty {
            blocks.append(.paragraph(runs(improvements.noQuality)))
        } else {
            blocks.append(
                .table(
                    .init(
                        header: ([words.comparisons.keyFigure] + improvements.qualityColumns).map(runs),
                        rows: quality.map { ([$0.title] + cells($0, words)).map(runs) }
                    )
                )
            )
            blocks.append(.paragraph(runs(improvements.qualityNote)))
        }
        blocks.append(.heading(level: 1, runs(improvements.workingsTitle)))
        for part in workings(words) {
            blocks.append(.paragraph([.strong(part.title)]))
            blocks.append(list(part.lines))
        }
        blocks.append(.heading(level: 1, runs(improvements.peersTitle)))
        blocks.append(.paragraph(runs(improvements.peersAre(words.list(peers)))))
        blocks.append(.paragraph(runs(reason)))
        blocks.append(.heading(level: 1, runs(improvements.questionsTitle(name))))
        blocks.append(list(improvements.questions, ordered: true))
        blocks.append(.heading(level: 1, runs(improvements.caveatsTitle)))
        blocks.append(list(improvements.caveats))
        blocks.append(.note(runs(words.comparisons.ownReckoning(source))))
        return PrintedDocument(
            title: "\(name): \(service)",
            language: reading.language.rawValue,
            author: reading.name,
            date: words.date(reading.today),
            made: Instant(startOf: reading.today).microseconds / 1_000_000,
            header: reading.name,
            footer: words.comparisons.ownReckoning(source),
            blocks: blocks
        )
    }
}

extension ImprovementCasePage: OnOthersTerms {
    /// All of it is reckoned.
    var terms: String? { Words.swedish.comparisons.ownReckoning(source) }
}
