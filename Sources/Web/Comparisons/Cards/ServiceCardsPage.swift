import Cooperation
import Markup
import Statistics

import struct Cooperation.ServiceCard

/// The service cards, ready to show.
struct ServiceCardsPage: Encodable, Sendable {
    /// One card in the list.
    struct Row: Encodable, Sendable {
        var id: String
        var name: String
        var cost: String
        var costName: String
        var unit: String
        var better: BetterDirection
        var peers: String
        var keeper: BodyLink?
        var version: Int
        var isUsed: Bool
    }

    /// A card that comes with the program.
    struct Shipped: Encodable, Sendable {
        var id: String
        var name: String
        var cost: String
        var costName: String
        var unit: String
        var peers: String
        var quality: [String]
        var costGuard: String?
        var reason: String
    }

    /// In Swedish alphabetical order.
    var cards: [Row]
    /// Those that come with the program and are used, since the cooperation has none of its own for the service.
    var shipped: [Shipped]

    /// The page of the cards.
    init(_ reading: Reading, _ vintage: StatisticsVintage) {
        cards = reading.cooperation.comparisons.cardsInOrder.map { Row($0, reading) }
        let own = Set(cards.map(\.id))
        func name(_ id: KeyFigure.ID) -> String { vintage[id]?.keyFigure.title ?? id.description }
        // They have no history: an earlier day knows only what had been recorded.
        shipped =
            !reading.isNow
            ? []
            : vintage.cards.filter { !own.contains(Reading.name(of: $0)) }.map { card in
                Shipped(
                    id: Reading.name(of: card),
                    name: card.title,
                    cost: card.cost.keyFigure.description,
                    costName: name(card.cost.keyFigure),
                    unit: card.cost.unit,
                    peers: card.area,
                    quality: card.quality.map { name($0.keyFigure) },
                    costGuard: card.guarding.map { name($0.keyFigure) },
                    reason: card.reason
                )
            }.inSwedishOrder(by: \.name)
    }

    /// What cards are for, or that there is none.
    func lead(_ reading: Reading) -> String {
        let words = reading.words.serviceCards
        guard cards.isEmpty else { return words.lead }
        return reading.isNow ? "\(words.lead) \(words.none)" : words.noneThen
    }

    /// The cards as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.serviceCards
        return Table(
            columns: [
                "id", columns.card, words.studies.measure, columns.cost, columns.unit, columns.better, columns.peers,
                columns.keeper,
                columns.versions, columns.status,
            ],
            rows: cards.map { row in
                [
                    row.id, row.name, row.cost, row.costName, row.unit, columns.betterName(row.better), row.peers,
                    row.keeper?.name ?? "", "\(row.version)", row.isUsed ? columns.used : columns.notUsed,
                ]
            }
        )
    }

    /// The cards, those that are used first.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let columns = words.serviceCards
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1(columns.title)
                html.p(lead(reading), .class("lead"))
                html.begin(
                    reading,
                    .recordServiceCard,
                    about: reading.ownTarget(.recordServiceCard),
                    columns.new,
                    at: ["jamforelser", "tjanstekort", "ny"]
                )
            }
            if !cards.isEmpty {
                html.div(.class("register")) {
                    html.scrollingTable(columns.title, words) {
                        html.thead {
                            html.tr {
                                html.th(columns.card, scope: .column)
                                html.th(columns.cost, scope: .column)
                                html.th(columns.unit, scope: .column)
                                html.th(columns.peers, scope: .column)
                                html.th(columns.status, scope: .column)
                            }
                        }
                        html.tbody {
                            for row in cards {
                                html.tr {
                                    html.th(scope: .row, .class("remark-cell"), .content) {
                                        html.a(row.name, to: reading.address("jamforelser", "tjanstekort", row.id))
                                    }
                                    html.td("\(row.costName) (\(row.cost))", .content)
                                    html.td(row.unit, .content)
                                    html.td(row.peers, .content)
                                    html.td(row.isUsed ? columns.version("\(row.version)") : columns.notUsed)
                                }
                            }
                        }
                    }
                }
            }
            if !shipped.isEmpty { writeShipped(html, reading) }
        }
    }

    private func writeShipped(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let columns = words.serviceCards
        let mayKeep = reading.viewer.may(.recordServiceCard, about: reading.ownTarget(.recordServiceCard))
        html.section(.labelled(by: "med-programmet")) {
            html.h2(columns.shippedTitle, .id("med-programmet"))
            html.p(columns.shippedLead)
            for card in shipped {
                html.details(.id(ID(card.id))) {
                    html.summary(card.name, .content)
                    html.facts(
                        [
                            Fact(columns.cost, "\(card.costName) (\(card.cost)), \(card.unit)", isContent: true),
                            Fact(columns.better, columns.betterName(.lower)),
                            Fact(columns.peers, card.peers, isContent: true),
                            Fact(columns.quality, card.quality.joined(separator: ", "), isContent: true),
                            Fact(columns.costGuard, card.costGuard, isContent: true),
                            Fact(columns.reason, card.reason, isContent: true),
                        ],
                        words
                    )
                    if mayKeep {
                        html.p {
                            html.a(
                                columns.makeOwn(card.name),
                                to: reading.address(
                                    steps: ["jamforelser", "tjanstekort", "ny"],
                                    query: [(QueryName.card, card.id)]
                                )
                            )
                        }
                    }
                }
            }
        }
    }
}

extension ServiceCardsPage.Row {
    /// A card in a list.
    init(_ card: ServiceCard, _ reading: Reading) {
        let facts = card.facts
        id = facts.id.text
        name = facts.name
        cost = facts.cost
        costName = facts.costName
        unit = facts.unit
        better = facts.better
        peers = facts.peers
        keeper = reading.cooperation.organisation[facts.keeper].map { BodyLink($0) }
        version = card.version
        isUsed = card.isUsed
    }
}

/// One service card with its versions, ready to show.
struct ServiceCardPage: Encodable, Sendable {
    /// A key figure of quality.
    struct Quality: Encodable, Sendable {
        var keyFigure: String
        var name: String
        var better: BetterDirection
        var margin: String
        var reason: String
    }

    /// The guard.
    struct Guard: Encodable, Sendable {
        var keyFigure: String
        var name: String
        var limit: String
        var reason: String
    }

    /// One version of the card.
    struct Version: Encodable, Sendable {
        var number: Int
        var from: Period
        var cost: String
        var costName: String
        var unit: String
        var better: BetterDirection
        var peers: String
        var quality: [Quality]
        var costGuard: Guard?
        var firstYear: Int?
        var firstYearReason: String?
        var remarks: [String]
        var sources: [Source]
    }

    var card: ServiceCardsPage.Row
    /// The latest first.
    var versions: [Version]
    var retired: Period?
    var retiredBecause: String?
    private var keeperID: Body.ID

    private enum CodingKeys: String, CodingKey { case card, versions, retired, retiredBecause }

    /// The page of a card.
    init(_ card: ServiceCard, _ reading: Reading) {
        self.card = .init(card, reading)
        keeperID = card.facts.keeper
        versions = card.versions.enumerated().reversed().map { index, version in
            Version(version.fact, number: index + 1, from: version.period, reading)
        }
        retired = card.retirement?.period
        retiredBecause = reading.text(card.retirement?.fact.reason)
    }

    var steps: [String] { ["jamforelser", "tjanstekort", card.id] }
    /// Whom the permission to change it is asked about.
    var target: Permission.Target { .init(body: keeperID) }

    /// The cost and the peers, in a line.
    func lead(_ words: Words) -> String {
        "\(card.costName), \(card.unit). \(words.serviceCards.peers) \(card.peers)."
    }

    /// The key figures of every version, as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.serviceCards
        return Table(
            columns: [
                columns.versions, words.studies.begun, "typ", words.studies.measure, columns.name, columns.better,
                "\(columns.margin)/\(columns.limit)", columns.reason,
            ],
            rows: versions.flatMap { version in
                [
                    [
                        "\(version.number)", version.from.iso, columns.cost, version.cost, version.costName,
                        columns.betterName(version.better), "", "",
                    ]
                ]
                    + version.quality.map {
                        [
                            "\(version.number)", version.from.iso, columns.quality, $0.keyFigure, $0.name,
                            columns.betterName($0.better), $0.margin, $0.reason,
                        ]
                    }
                    + (version.costGuard.map {
                        [
                            [
                                "\(version.number)", version.from.iso, columns.costGuard, $0.keyFigure, $0.name, "", $0.limit,
                                $0.reason,
                            ]
                        ]
                    } ?? [])
            }
        )
    }

    /// What the card says, and what its earlier versions said.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let words = reading.words
        let columns = words.serviceCards
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.p(columns.title, .class("kicker"))
                html.heading(card.name, reading, .recordServiceCard, about: target, at: steps + ["andra"])
                html.p(lead(words), .class("lead"), .content)
                if let retired {
                    html.div(.class("notice")) {
                        html.p { html.strong("\(columns.notUsed), \(words.period(retired))") }
                        if let retiredBecause { html.paragraphs(retiredBecause) }
                    }
                } else {
                    html.begin(reading, .recordServiceCard, about: target, columns.retire, at: steps + ["ta-ur-bruk"])
                }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if let latest = versions.first { write(latest, html, words) }
                    if versions.count > 1 {
                        html.section(.labelled(by: "versioner")) {
                            html.h2(columns.versions, .id("versioner"))
                            for version in versions.dropFirst() {
                                html.details {
                                    html.summary(columns.versionOn("\(version.number)", words.period(version.from)))
                                    write(version, html, words)
                                }
                            }
                        }
                    }
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(
                        [
                            Fact(
                                columns.keeper,
                                card.keeper?.name,
                                address: card.keeper.map { reading.address(steps: $0.steps) },
                                isContent: true
                            ),
                            Fact(
                                columns.status,
                                card.isUsed
                                    ? versions.first.map { columns.versionOn("\($0.number)", words.period($0.from)) }
                                    : columns.notUsed
                            ),
                        ],
                        words
                    )
                }
            }
        }
    }

    private func write(_ version: Version, _ html: HTML, _ words: Words) {
        let columns = words.serviceCards
        html.facts(
            [
                Fact(columns.cost, "\(version.costName) (\(version.cost)), \(version.unit)", isContent: true),
                Fact(columns.better, columns.betterName(version.better)),
                Fact(columns.peers, version.peers, isContent: true),
            ],
            words
        )
        if version.quality.isEmpty {
            html.p(columns.noQuality)
        } else {
            html.scrollingTable(columns.quality, words) {
                html.thead {
                    html.tr {
                        html.th(columns.quality, scope: .column)
                        html.th(columns.better, scope: .column)
                        html.th(columns.margin, scope: .column, .class("number"))
                        html.th(columns.reason, scope: .column)
                    }
                }
                html.tbody {
                    for quality in version.quality {
                        html.tr {
                            html.th("\(quality.name) (\(quality.keyFigure))", scope: .row, .content)
                            html.td(columns.betterName(quality.better))
                            html.td(words.figure(written: quality.margin), .class("number"))
                            html.td(quality.reason, .content)
                        }
                    }
                }
            }
        }
        if let costGuard = version.costGuard {
            html.facts(
                [
                    Fact(columns.costGuard, "\(costGuard.name) (\(costGuard.keyFigure))", isContent: true),
                    Fact(columns.limit, words.figure(written: costGuard.limit)),
                    Fact(columns.reason, costGuard.reason, isContent: true),
                ],
                words
            )
        }
        if let firstYear = version.firstYear {
            html.facts(
                [
                    Fact(columns.firstYear, "\(firstYear)"),
                    Fact(columns.firstYearReason, version.firstYearReason, isContent: true),
                ],
                words
            )
        }
        html.remarks(version.remarks, words)
        html.sources(version.sources, words)
    }
}

extension ServiceCardPage.Version {
    fileprivate init(_ facts: ServiceCard.Facts, number: Int, from: Period, _ reading: Reading) {
        self.number = number
        self.from = from
        cost = facts.cost
        costName = facts.costName
        unit = facts.unit
        better = facts.better
        peers = facts.peers
        quality = facts.quality.map {
            .init(
                keyFigure: $0.keyFigure,
                name: $0.name,
                better: $0.better,
                margin: $0.margin.text,
                reason: reading.text($0.reason)
            )
        }
        costGuard = facts.costGuard.map {
            .init(keyFigure: $0.keyFigure, name: $0.name, limit: $0.limit.text, reason: reading.text($0.reason))
        }
        firstYear = facts.firstYear?.year
        firstYearReason = reading.text(facts.firstYear?.reason)
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
    }
}
