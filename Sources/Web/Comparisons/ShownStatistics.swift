import Cooperation
import Search
package import Statistics
import Synchronization

/// The statistics that the pages show now, which can be exchanged for newer while the server runs.
///
/// A page is made of one vintage, taken once: what is exchanged while it is made shows in the next.
package final class ShownStatistics: Sendable {
    private struct State {
        var vintage: StatisticsVintage
        var list: KeptList?
        var reports: [ReportKey: FinderReport] = [:]
        var standing: [StandingKey: [StandsOut]] = [:]
        var indices: [LatestIndex]?
        var municipalities: [String]?
    }

    /// What a run of the finder depends on, beside the statistics themselves.
    private struct ReportKey: Hashable {
        var cards: [Statistics.ServiceCard]
        var window: FinderWindow
        var day: String
    }

    /// What a municipality's standing depends on, beside the statistics themselves.
    private struct StandingKey: Hashable {
        var cards: [Statistics.ServiceCard]
        var code: String
    }

    /// For how many municipalities it is kept where they stand.
    private static let mostStanding = 40

    /// How many runs are kept: each is some thousand rows.
    private static let mostReports = 8

    /// The list of the key figures for some members, which takes long enough to make that it is kept.
    private struct KeptList {
        var members: [String]
        var list: KeyFigureList
    }

    private let state: Mutex<State>

    /// Statistics to begin with.
    package init(_ vintage: StatisticsVintage) { state = Mutex(State(vintage: vintage)) }

    /// What is shown now.
    package var vintage: StatisticsVintage { state.withLock { $0.vintage } }

    /// Shows other statistics from now on.
    ///
    /// - Parameter vintage: its number must be higher than that of what is shown, since kept pages are told apart by it.
    package func show(_ vintage: StatisticsVintage) {
        state.withLock { state in
            guard vintage.number > state.vintage.number else { return }
            state = State(vintage: vintage)
        }
    }

    /// The key figures that a cooperation's members have values for, of what is shown now.
    ///
    /// Two who ask at once just after a change may both make the list; nobody waits under the lock.
    func list(for members: [String]) -> KeyFigureList {
        let (vintage, kept) = state.withLock { ($0.vintage, $0.list) }
        if let kept, kept.members == members { return kept.list }
        let list = KeyFigureList(vintage, members: members)
        state.withLock { state in
            if state.vintage.number == vintage.number { state.list = KeptList(members: members, list: list) }
        }
        return list
    }

    /// What the finder finds in some statistics, from those runs that are kept or from a new one.
    func report(_ vintage: StatisticsVintage, _ window: FinderWindow, on day: String) -> FinderReport {
        let key = ReportKey(cards: vintage.cards, window: window, day: day)
        if let kept = state.withLock({ $0.vintage.number == vintage.number ? $0.reports[key] : nil }) { return kept }
        let report = vintage.improvements(window, on: day)
        state.withLock { state in
            guard state.vintage.number == vintage.number else { return }
            if state.reports.count >= Self.mostReports { state.reports = [:] }
            state.reports[key] = report
        }
        return report
    }

    /// Where a municipality stands in some statistics; kept, since all key figures are gone through.
    func standing(_ vintage: StatisticsVintage, of code: String) -> [StandsOut] {
        let key = StandingKey(cards: vintage.cards, code: code)
        if let kept = state.withLock({ $0.vintage.number == vintage.number ? $0.standing[key] : nil }) { return kept }
        let standing = vintage.standing(of: code)
        state.withLock { state in
            guard state.vintage.number == vintage.number else { return }
            if state.standing.count >= Self.mostStanding { state.standing = [:] }
            state.standing[key] = standing
        }
        return standing
    }

    /// The codes of all municipalities, by their names in Swedish order; kept, since every key figure's page has them to choose from.
    func municipalities(_ vintage: StatisticsVintage) -> [String] {
        if let kept = state.withLock({ $0.vintage.number == vintage.number ? $0.municipalities : nil }) { return kept }
        let municipalities = vintage.municipalities.inSwedishOrder { vintage.name(of: $0) }
        state.withLock { state in
            if state.vintage.number == vintage.number { state.municipalities = municipalities }
        }
        return municipalities
    }

    /// RKA's indices recomputed from some statistics; kept, since all municipalities are gone through.
    func indices(_ vintage: StatisticsVintage) -> [LatestIndex] {
        if let kept = state.withLock({ $0.vintage.number == vintage.number ? $0.indices : nil }) { return kept }
        let indices = vintage.latestIndices()
        state.withLock { state in
            if state.vintage.number == vintage.number { state.indices = indices }
        }
        return indices
    }
}

extension Words {
    /// The day that statistics were fetched, as it is read.
    func fetched(_ day: String) -> String { Day(day.prefix(10)).map(date) ?? day }
}

/// The key figures that some members have values for, and the index that finds them.
struct KeyFigureList: Sendable {
    /// A key figure, and how much the members have of it.
    struct Entry: Sendable {
        var figure: StatisticsVintage.Figure
        /// The latest year that a member has a value for.
        var latestYear: Int
        /// How many of the members have a value that year.
        var members: Int
    }

    let entries: [Entry]
    let source: String
    let fetched: String?
    /// Key figures that can't be shown, since their values are damaged.
    let damaged: [String]
    /// The operating areas that there are key figures of, in Swedish order.
    let areas: [String]
    /// The perspectives that there are key figures of, in Swedish order.
    let perspectives: [String]
    private let index: SearchIndex
    private let positions: [String: Int]

    init(_ vintage: StatisticsVintage, members: [String]) {
        let entries = vintage.figures.compactMap { figure -> Entry? in
            let series = members.compactMap { code in
                // Some key figures have values for women and men, and none for all.
                vintage.values.series(figure.id, .total, in: code)
                    ?? vintage.values.series(figure.id, .women, in: code)
            }
            let latest = series.compactMap { series in series.years.last { series[$0] != nil } }.max()
            return latest.map { year in
                Entry(figure: figure, latestYear: year, members: series.count { $0[year] != nil })
            }
        }
        self.entries = entries
        source = vintage.source
        fetched = vintage.fetched
        damaged = vintage.damaged.map(\.description)
        areas = Set(entries.map(\.figure.area)).sorted { SwedishOrder($0) < SwedishOrder($1) }
        perspectives = Set(entries.compactMap(\.figure.perspective)).sorted { SwedishOrder($0) < SwedishOrder($1) }
        positions = Dictionary(entries.enumerated().map { ($1.figure.id.description, $0) }) { first, _ in first }
        index = SearchIndex(
            entries.map { entry in
                let keyFigure = entry.figure.keyFigure
                return SearchPage(
                    address: keyFigure.id.description,
                    title: keyFigure.title,
                    kind: "",
                    texts: [keyFigure.explanation],
                    keywords: [keyFigure.id.description, entry.figure.area, entry.figure.perspective, keyFigure.subject]
                        .compactMap(\.self)
                )
            }
        )
    }

    /// Those that answer some words, the best first; all in order when there are none.
    func entries(answering words: String, area: String?, perspective: String?) -> [Entry] {
        let found =
            words.isBlank
            ? entries : index.find(words, limit: entries.count).hits.compactMap { positions[$0.address].map { entries[$0] } }
        return found.filter { entry in
            (area == nil || entry.figure.area == area) && (perspective == nil || entry.figure.perspective == perspective)
        }
    }
}
