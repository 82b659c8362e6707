import Examples
import Registry
import SeriesStore
import Statistics
import Web

/// The statistics that a server shows: what has been fetched into its folder, and until then what comes with the program.
actor StatisticsShelf {
    /// What the pages are made of.
    nonisolated let shown: ShownStatistics
    /// How many of the key figures that are shown now can't be, since their values are damaged on the disk.
    nonisolated var damaged: Int { shown.vintage.damaged.count }
    private let folder: StatisticsFolder

    /// Opens what there is.
    ///
    /// A damaged file doesn't keep the server from starting: the record is more than its statistics. It is told, and what comes with the
    /// program is shown.
    ///
    /// - Throws: `Stop` when what comes with the program can't be read.
    init(_ folder: StatisticsFolder) throws {
        self.folder = folder
        let cards = try Self.cards()
        var vintage = StatisticsVintage(try Self.shipped(), cards: cards)
        do {
            if let fetched = try Self.open(folder, cards) { vintage = fetched }
        } catch {
            Output.error(
                "Den hämtade statistiken går inte att läsa, så den som följer med programmet visas. \(Self.words(error))"
            )
        }
        shown = ShownStatistics(vintage)
    }

    /// Shows what has come into the folder, from the next page on.
    ///
    /// One at a time: an older that was opened before a newer never takes its place.
    func show() -> CommandAnswer {
        do {
            guard let vintage = try Self.open(folder, Self.cards()) else {
                return .refused("Servern hittar ingen hämtad statistik i \(folder.path).")
            }
            shown.show(vintage)
            return .said("Servern visar nu statistiken som hämtades \(vintage.fetched ?? "").")
        } catch {
            return .refused("Servern visar samma statistik som förut. \(Self.words(error))")
        }
    }

    private static func words(_ error: any Error) -> String {
        "\(error)\n\(whatToDo)"
    }

    private static let whatToDo =
        "Hämta den på nytt med samverka statistics fetch, eller lägg tillbaka den från en säkerhetskopia."

    /// The first of some key figures.
    private static func list(_ ids: [KeyFigure.ID]) -> String {
        ids.prefix(10).map(\.description).joined(separator: ", ") + (ids.count > 10 ? " …" : "")
    }

    private static func open(_ folder: StatisticsFolder, _ cards: [ServiceCard]) throws -> StatisticsVintage? {
        try folder.open().map { contents in
            // All at once, so that what can't be shown is told from the start and not when somebody happens to ask for it.
            contents.series.lookThrough()
            let damaged = contents.series.damaged
            if !damaged.isEmpty {
                Output.error(
                    """
                    \(damaged.count) nyckeltal i den hämtade statistiken är skadade på disken och visas inte: \(list(damaged)).
                    \(whatToDo)
                    """
                )
            }
            return StatisticsVintage(contents.catalogue, values: contents.series, number: contents.vintage, cards: cards)
        }
    }

    private static func cards() throws -> [ServiceCard] {
        do throws(ServiceCardFaults) {
            return try ServiceCards(ServiceCards.shipped).cards
        } catch {
            throw Stop.found("Tjänstekorten i programmet gick inte att läsa.\n\(error)")
        }
    }

    private static func shipped() throws -> StatisticsTable {
        let files = Example.comparisons
        do throws(StatisticsFaults) {
            return try StatisticsTable(
                values: files.values,
                keyFigures: files.keyFigures,
                areas: files.areas,
                peers: files.peers
            )
        } catch {
            throw Stop.found("Statistiken i programmet gick inte att läsa.\n\(error)")
        }
    }
}
