import Cooperation
import Markup
import Statistics

/// Where the cost of a service has fallen against similar municipalities, ready to show: all that were found, with what it takes to judge it.
struct ImprovementsPage: Encodable, Sendable {
    /// Which of what was found is looked at, and in which years.
    struct Question: Equatable, Sendable {
        var card: String?
        var classification: FinderRow.Class?
        /// The code of the municipality whose similar municipalities stand first.
        var municipality: String?
        var years: ClosedRange<Int>?

        /// The window of the finder.
        var window: FinderWindow { years.map { .years($0) } ?? .last(8) }

        /// What is asked, as the page's address has it.
        func query(_ reading: Reading) -> [(name: String, value: String)] {
            (card.map { [(QueryName.card, $0)] } ?? [])
                + (classification.map { [(QueryName.classification, $0.rawValue.lowercased())] } ?? [])
                + (municipality.map { [(QueryName.municipality, KeyFigureChoice.addressName(of: $0, reading))] } ?? [])
                + windowQuery
        }

        /// The years alone, which a case's own page must keep.
        var windowQuery: [(name: String, value: String)] {
            years.map { [(QueryName.from, "\($0.lowerBound)"), (QueryName.to, "\($0.upperBound)")] } ?? []
        }
    }

    /// One municipality and one service.
    struct Row: Encodable, Sendable {
        var card: String
        var service: String
        var municipality: String
        var name: String
        /// The municipality as addresses call it.
        var address: String
        var classification: String
        /// −0.15 is a fall by 15 per cent against similar municipalities.
        var change: Double
        /// The standard error of the change, in logarithms.
        var standardError: Double
        var evidence: String
        /// How large a share of all that are as clear can be chance.
        var rate: Double
        var firstYear: Int
        var lastYear: Int
        /// Whether it is like the municipality that is looked at, by the service's group.
        var isSimilar: Bool
    }

    /// So many falls and rises of a size.
    struct Mirror: Encodable, Sendable {
        var standardErrors: Double
        var falls: Int
        var rises: Int
    }

    var source: String
    var fetched: String?
    var tests: Int
    /// How many of each class there are in the whole run.
    var counts: [String: Int]
    /// How many have a rate of at most 10 and 30 per cent, and how many of them can be chance.
    var strong: Int
    var strongByChance: Double
    var moderate: Int
    var moderateByChance: Double
    var mirrors: [Mirror]
    var fallsLarge: Int
    var risesLarge: Int
    var rows: [Row]
    /// The cards that couldn't be used, with the reason.
    var faults: [String]

    let question: Question
    let cards: [(id: String, title: String)]
    let chosen: String?
    /// The municipalities that can be looked at: as addresses call them, and their names.
    let choices: [(value: String, name: String)]

    private enum CodingKeys: String, CodingKey {
        case source, fetched, tests, counts, strong, strongByChance, moderate, moderateByChance, mirrors, fallsLarge, risesLarge
        case rows, faults
    }

    /// The page of what was found.
    init(_ report: FinderReport, _ vintage: StatisticsVintage, _ question: Question, _ reading: Reading) {
        source = vintage.source
        fetched = vintage.fetched
        tests = report.tests
        self.question = question
        let titles = Dictionary(vintage.cards.map { ($0.id, $0.title) }) { first, _ in first }
        let areas = Dictionary(vintage.cards.map { ($0.id, $0.area) }) { first, _ in first }
        cards = vintage.cards.map { ($0.id, $0.title) }
        let members = reading.cooperation.members.members
        let names = Dictionary(members.map { ($0.facts.code, $0.facts.name) }) { first, _ in first }
        func name(_ code: String) -> String { names[code] ?? vintage.name(of: code) }
        choices = members.map { ($0.facts.id.text, $0.facts.name) }
        chosen = question.municipality.map(name)

        let found = report.rows.filter { $0.classification != nil }
        counts = Dictionary(grouping: found) { $0.classification?.rawValue ?? "" }.mapValues(\.count)
        let strong = report.examples(.strong) ?? (0, 0)
        let moderate = report.examples(.moderate) ?? (0, 0)
        (self.strong, strongByChance) = (strong.count, strong.byChance)
        (self.moderate, moderateByChance) = (moderate.count, moderate.byChance)
        mirrors = report.mirrors.map { Mirror(standardErrors: $0.standardErrors, falls: $0.falls, rises: $0.rises) }
        (fallsLarge, risesLarge) = report.largeChanges
        faults = report.faults.map(\.description)

        func isSimilar(_ row: FinderRow) -> Bool {
            guard let municipality = question.municipality else { return false }
            return vintage.peerGroups.contains { group in
                group.subject == areas[row.card] && group.similar[municipality]?.contains(row.municipality) ?? false
            }
        }
        rows = found.filter { row in
            (question.card == nil || row.card == question.card)
                && (question.classification == nil || row.classification == question.classification)
        }.map { row in
            Row(
                card: row.card,
                service: titles[row.card] ?? row.card,
                municipality: row.municipality,
                name: name(row.municipality),
                address: KeyFigureChoice.addressName(of: row.municipality, reading),
                classification: row.classification?.rawValue ?? "",
                change: row.change,
                standardError: row.test.standardError,
                evidence: row.evidence.rawValue,
                rate: row.rate,
                firstYear: row.years.lowerBound,
                lastYear: row.years.upperBound,
                isSimilar: isSimilar(row)
            )
        }.sorted { first, second in
            // Those that are like the one that is looked at first, then by class, then the clearest.
            (first.isSimilar ? 0 : 1, first.classification, first.rate, first.change)
                < (second.isSimilar ? 0 : 1, second.classification, second.rate, second.change)
        }
    }

    /// What the columns of the list are called in a file.
    static func columns(_ words: Words) -> [String] {
        let improvements = words.improvements
        return [
            improvements.service, improvements.code, improvements.municipality, improvements.classification,
            improvements.changePercent, improvements.errorPercent, improvements.evidence, improvements.rate,
            improvements.firstYear, improvements.lastYear, improvements.source,
        ]
    }

    /// The list as a table for a file.
    func table(_ words: Words) -> Table {
        Table(
            columns: Self.columns(words),
            rows: rows.map {
                [
                    $0.service, $0.municipality, $0.name, $0.classification, Self.rounded($0.change * 100),
                    Self.rounded($0.standardError * 100), $0.evidence, Self.rounded($0.rate * 100), "\($0.firstYear)",
                    "\($0.lastYear)", Words.swedish.comparisons.ownReckoning(source),
                ]
            }
        )
    }

    private static func rounded(_ value: Double) -> String { ((value * 100).rounded() / 100).plain }

    /// The sentences that answer what people come with: how many there are, and how many of them may be chance.
    func lead(_ words: Words) -> String {
        let improvements = words.improvements
        guard tests > 0 else { return improvements.nothingTested }
        let examples = counts["A"] ?? 0
        let found = improvements.found(
            words.number(tests),
            words.number(examples),
            words.number(counts["B"] ?? 0),
            words.number(counts["C"] ?? 0),
            words.number(counts["D"] ?? 0)
        )
        return "\(found) \(byChance(words))"
    }

    /// How many of the clear ones can be chance.
    func byChance(_ words: Words) -> String {
        let improvements = words.improvements
        guard moderate > 0 else { return improvements.noneClear }
        return improvements.ofThemByChance(words.number(moderate), words.number(Int(moderateByChance.rounded(.up))))
    }

    /// What was found, and what must be known before it is used.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let improvements = words.improvements
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1(improvements.title)
                html.p(lead(words), .class("lead"))
            }
            html.p(improvements.whatItIs)
            if tests == 0 { writeHowToFetch(html, words) }
            writeFaults(html, words)
            if tests > 0 {
                writeForm(html, reading)
                writeList(html, reading)
                writeMirrors(html, words)
            }
            writeCaveats(html, words)
            html.p(words.comparisons.ownReckoning(source), .class("help"))
            if let fetched { html.p("\(words.comparisons.fetchedTitle): \(words.fetched(fetched))", .class("help")) }
        }
    }

    private func writeHowToFetch(_ html: HTML, _ words: Words) {
        html.p {
            html.text("\(words.comparisons.fetchBy) ")
            html.code("samverka statistics fetch")
            html.text(" \(words.comparisons.fetchByAfter)")
        }
    }

    private func writeFaults(_ html: HTML, _ words: Words) {
        guard !faults.isEmpty else { return }
        html.details {
            html.summary("\(words.improvements.faults) (\(words.number(faults.count)))")
            html.ul(.content) { for fault in faults { html.li(fault) } }
        }
    }

    private func writeForm(_ html: HTML, _ reading: Reading) {
        let improvements = reading.words.improvements
        html.form(.get, to: Address(steps: Self.steps), .class("questions")) {
            select(
                QueryName.card,
                improvements.service,
                improvements.everyService,
                cards.map { ($0.id, $0.title) },
                question.card,
                html
            )
            select(
                QueryName.classification,
                improvements.classification,
                improvements.everyClass,
                FinderRow.Class.allCases.map { ($0.rawValue.lowercased(), improvements.name(of: $0).withCapital) },
                question.classification?.rawValue.lowercased(),
                html
            )
            select(
                QueryName.municipality,
                improvements.likeWhich,
                improvements.nobody,
                choices.map { ($0.value, $0.name) },
                question.municipality.map { KeyFigureChoice.addressName(of: $0, reading) },
                html
            )
            for (name, label, value) in [
                (QueryName.from, improvements.fromYear, question.years?.lowerBound),
                (QueryName.to, improvements.toYear, question.years?.upperBound),
            ] {
                html.div(.class("question")) {
                    html.label(label, for: ID("val-\(name)"))
                    html.input(
                        .text,
                        name: name,
                        value: value.map { "\($0)" } ?? "",
                        .id(ID("val-\(name)")),
                        .class("short"),
                        .inputMode("numeric"),
                        .maximumLength(4),
                        .autocomplete("off")
                    )
                }
            }
            html.p(improvements.yearsHelp, .class("help"))
            if reading.language != .swedish {
                html.input(.hidden, name: PageLanguage.parameter, value: reading.language.rawValue)
            }
            html.div(.class("buttons")) { html.button(improvements.show) }
        }
    }

    private func select(
        _ name: String,
        _ label: String,
        _ all: String,
        _ options: [(String, String)],
        _ chosen: String?,
        _ html: HTML
    ) {
        html.div(.class("question")) {
            html.label(label, for: ID("val-\(name)"))
            html.select(name: name, .id(ID("val-\(name)"))) {
                html.option(all, value: "", isSelected: chosen == nil)
                for (value, text) in options { html.option(text, value: value, isSelected: value == chosen) }
            }
        }
    }

    private func writeList(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let improvements = words.improvements
        html.section(.labelled(by: "exempel")) {
            html.h2(improvements.list, .id("exempel"))
            for classification in FinderRow.Class.allCases {
                html.p {
                    html.strong(improvements.name(of: classification).withCapital)
                    html.text(" – \(improvements.meaning(of: classification))")
                }
            }
            if rows.isEmpty {
                html.p(improvements.noneSuch)
            } else {
                if let chosen { html.p(improvements.similarFirst(chosen)) }
                html.div(.class("register")) { writeTable(html, reading) }
            }
        }
    }

    private func writeTable(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let improvements = words.improvements
        html.scrollingTable(improvements.list, words) {
            html.thead {
                html.tr {
                    html.th(improvements.municipality, scope: .column)
                    html.th(improvements.service, scope: .column)
                    html.th(improvements.classification, scope: .column)
                    html.th(improvements.changePercent, scope: .column, .class("number"))
                    html.th(improvements.errorPercent, scope: .column, .class("number"))
                    html.th(improvements.evidence, scope: .column)
                    html.th(improvements.rate, scope: .column, .class("number"))
                    html.th(improvements.years, scope: .column)
                }
            }
            html.tbody {
                for row in rows {
                    html.tr {
                        html.th(scope: .row) {
                            html.a(
                                row.name,
                                to: reading.address(steps: Self.steps + [row.card, row.address], query: question.windowQuery),
                                .label(improvements.caseOf(row.name, row.service))
                            )
                            if row.isSimilar { html.text(" (\(improvements.similar))") }
                        }
                        html.td(row.service, .content)
                        html.td(row.classification)
                        html.td(words.figure(row.change * 100, decimals: 1), .class("number"))
                        html.td(words.figure(row.standardError * 100, decimals: 1), .class("number"))
                        html.td(FinderRow.Evidence(rawValue: row.evidence).map(improvements.name(of:)) ?? row.evidence)
                        html.td(words.figure(row.rate * 100, decimals: 0), .class("number"))
                        html.td("\(row.firstYear)–\(row.lastYear)")
                    }
                }
            }
        }
    }

    private func writeMirrors(_ html: HTML, _ words: Words) {
        let improvements = words.improvements
        html.section(.labelled(by: "spegel")) {
            html.h2(improvements.mirrorTitle, .id("spegel"))
            html.p(improvements.mirror(words.number(fallsLarge), words.number(risesLarge)))
            html.scrollingTable(improvements.mirrorTitle, words) {
                html.thead {
                    html.tr {
                        html.th(improvements.standardErrors, scope: .column)
                        html.th(improvements.falls, scope: .column, .class("number"))
                        html.th(improvements.rises, scope: .column, .class("number"))
                    }
                }
                html.tbody {
                    for mirror in mirrors {
                        html.tr {
                            html.th(words.figure(mirror.standardErrors, decimals: 1), scope: .row)
                            html.td(words.number(mirror.falls), .class("number"))
                            html.td(words.number(mirror.rises), .class("number"))
                        }
                    }
                }
            }
        }
    }

    private func writeCaveats(_ html: HTML, _ words: Words) {
        html.section(.labelled(by: "forbehall")) {
            html.h2(words.improvements.caveatsTitle, .id("forbehall"))
            html.ul { for caveat in words.improvements.caveats { html.li(caveat) } }
        }
    }

    /// The page's address.
    static let steps = ["jamforelser", "forbattringar"]
}

extension ImprovementsPage: OnOthersTerms {
    /// All of it is reckoned.
    var terms: String? { Words.swedish.comparisons.ownReckoning(source) }
}

extension QueryName {
    /// A service card.
    static let card = "kort"
    /// A class of what was found.
    static let classification = "klass"
    static let from = "fran"
    static let to = "till"
}
