import ArgumentParser
import Cooperation
import Journal
import Kolada
import SeriesStore
import Statistics

/// The statistics that municipalities are compared by.
struct StatisticsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics",
        abstract: "Hämta och läs in jämförelsetal från Kolada, och leta efter goda exempel i dem.",
        discussion: """
            Jämförelsetalen ligger i mappen statistics bland installationens data. Kommandona fungerar både när servern är igång och när den \
            inte är det.
            """,
        subcommands: [
            StatisticsFetchCommand.self, StatisticsImportCommand.self, StatisticsFindCommand.self, StatisticsStatusCommand.self,
        ]
    )
}

/// Fetches statistics.
struct StatisticsFetchCommand: AsyncParsableCommand {
    /// The places that are fetched.
    enum Places: String, EnumerableFlag {
        case membersAndPeers, all

        static func help(for value: Places) -> ArgumentHelp? {
            switch value {
            case .membersAndPeers: "Bara medlemmarna, de kommuner som liknar dem, deras region och riket."
            case .all: "Alla kommuner och regioner."
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Hämta jämförelsetal från Kolada.",
        discussion: """
            Hämtningen tar tio minuter för medlemmarna och de kommuner som liknar dem, och en halv timme till några timmar för alla. Blir den avbruten \
            fortsätter den där den var när samma kommando ges igen. De gamla talen gäller tills allt är hämtat. Ändrade värden listas i en tabell.

            Källa för talen är Kolada, som drivs av Rådet för främjande av kommunala analyser (RKA). Går nätet genom en proxy anges den i \
            miljön (https_proxy) eller med --proxy.
            """
    )

    @OptionGroup var data: DataOption

    @Flag var places = Places.membersAndPeers

    @Option(help: ArgumentHelp("Nyckeltalen, med komma mellan. Annars hämtas alla.", valueName: "N15008,…"))
    var keyFigures: String?

    @Option(help: ArgumentHelp("Bara det som har ändrats sedan en dag, som 2026-11-01.", valueName: "dag"))
    var fromDate: String?

    @Option(help: ArgumentHelp("Koladas adress.", valueName: "adress"))
    var address = "https://api.kolada.se/v3"

    @Option(help: ArgumentHelp("Proxyn som nätet går genom, som http://proxy.kommun.se:8080.", valueName: "adress"))
    var proxy: String?

    @Flag(help: "Ta emot det som kom, också när det är mindre än det som fanns. Det som fanns är kvar.")
    var acceptMissing = false

    @Flag(help: "Börja om från början i stället för att fortsätta en avbruten hämtning.")
    var restart = false

    func run() async throws {
        let folder = DataFolder(data.path)
        do {
            try folder.create()
            let statistics = StatisticsFolder(data: folder.path)
            let wish = try await wish(folder)
            let proxy = proxy
            let outcome = try await onOwnThread {
                let client = try Client(product: "samverka/\(Product.version)", proxy: proxy)
                return try Fetch.run(wish, into: statistics, .ofThisMachine { client.get($0) })
            }
            for line in outcome.inWords { Output.line(line) }
            try await StatisticsNotice.send(folder)
        } catch {
            throw Stop.becauseOfStatistics(error, folder: folder)
        }
    }

    private func wish(_ folder: DataFolder) async throws -> Fetch.Wish {
        let members = try await StatisticsNotice.members(folder)
        if members.isEmpty, places == .membersAndPeers {
            throw Stop.found(
                "Samverkan har inga medlemmar än. Läs in kommunerna med ”samverka import”, eller hämta allt med --all."
            )
        }
        var wish = Fetch.Wish(members: members)
        wish.base = address.hasSuffix("/") ? String(address.dropLast()) : address
        wish.takesAll = places == .all
        wish.keyFigures = try keyFigures.map { try Self.ids($0) }
        wish.since = try fromDate.map { text in
            guard let day = PublicationDay(text) else { throw Stop.found("”\(text)” är inte en dag. Skriv den som 2026-11-01.") }
            return day
        }
        wish.acceptsMissing = acceptMissing
        wish.restarts = restart
        return wish
    }

    private static func ids(_ text: String) throws -> Set<KeyFigure.ID> {
        let ids = try text.split(separator: ",").map { word in
            let word = word.filter { $0 != " " }
            guard let id = KeyFigure.ID(word) else {
                throw Stop.found("”\(word)” är inte ett nyckeltal. Skriv N eller U och fem siffror, som N15008.")
            }
            return id
        }
        guard !ids.isEmpty else { throw Stop.found("Skriv minst ett nyckeltal efter --key-figures, som N15008.") }
        return Set(ids)
    }
}

/// Takes in saved pages and tables.
struct StatisticsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Läs in sparade sidor från Kolada (.json) eller tabeller med jämförelsetal (.csv).",
        discussion: """
            Sidorna är de som Koladas gränssnitt ger: nyckeltal (kpi), kommuner (municipality), grupper (municipality_groups) och värden \
            (data). En tabell har kolumnerna kpi, municipality, period, gender och value, och kan ha count och status. Är något fel i någon \
            fil läses ingenting in, och felen visas med fil och plats.
            """
    )

    @OptionGroup var data: DataOption

    @Argument(help: ArgumentHelp("Filer, eller mappar med filer.", valueName: "fil"))
    var paths: [String]

    func run() async throws {
        let folder = DataFolder(data.path)
        do {
            try folder.create()
            let statistics = StatisticsFolder(data: folder.path)
            let paths = paths
            let outcome = try await onOwnThread {
                let now = SystemClock.now()
                guard let today = PublicationDay(now.swedishDay.iso) else { preconditionFailure("a day that the calendar has") }
                return try SavedPages.take(paths, into: statistics, today: today, moment: now.inUniversalTime)
            }
            for line in outcome.inWords { Output.line(line) }
            if try statistics.open() == nil {
                Output.line(
                    """
                    Jämförelserna visas när både värden och katalog finns. Läs in det som fattas: sidorna kpi, municipality och \
                    municipality_groups är katalogen.
                    """
                )
            }
            try await StatisticsNotice.send(folder)
        } catch {
            throw Stop.becauseOfStatistics(error, folder: folder)
        }
    }
}

/// Looks for examples of improvement.
struct StatisticsFindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Leta efter kommuner som kan ha sänkt kostnaden för en verksamhet utan att den har blivit sämre.",
        discussion: """
            Kostnaden jämförs med liknande kommuner samma år. Det som hittas är kandidater att fråga, inte facit. Raderna är en för varje \
            tjänstekort och kommun.
            """
    )

    @OptionGroup var data: DataOption

    @Flag(help: "Skriv varje rad som JSON, en på en rad.")
    var json = false

    @Option(help: ArgumentHelp("Det första året. Annars de åtta senaste slutliga.", valueName: "år"))
    var from: Int?

    @Option(help: ArgumentHelp("Det sista året.", valueName: "år"))
    var to: Int?

    @Option(help: ArgumentHelp("Fil med egna tjänstekort. Annars används programmets.", valueName: "fil"))
    var cards: String?

    func run() async throws {
        let folder = DataFolder(data.path)
        do {
            let window: FinderWindow
            switch (from, to) {
            case (nil, nil): window = .last(8)
            case (let first?, let last?) where first <= last && (1900...2200).contains(first) && last <= 2200:
                window = .years(first...last)
            default: throw Stop.found("Skriv båda åren, det första först: --from 2015 --to 2022.")
            }
            let statistics = StatisticsFolder(data: folder.path)
            guard let contents = try statistics.open() else { throw Stop.found(Self.nothingThere) }
            let report = try Self.report(contents, try serviceCards(), window)
            for fault in report.faults { Output.error("\(fault)") }
            if report.cards.isEmpty, !report.faults.isEmpty { throw Stop.found("Inget av tjänstekorten gick att använda.") }
            for row in report.rows where json { Output.line(try row.json(name: contents.catalogue.name(of: row.municipality))) }
            if !json { for line in report.inWords(contents.catalogue) { Output.line(line) } }
        } catch {
            throw Stop.becauseOfStatistics(error, folder: folder)
        }
    }

    static let nothingThere = "Det finns inga jämförelsetal än. Hämta dem med ”samverka statistics fetch”."

    private func serviceCards() throws -> ServiceCards {
        guard let cards else { return try ServiceCards(ServiceCards.shipped) }
        let bytes: [UInt8]
        do {
            bytes = try DiskFile.read(cards)
        } catch {
            throw Stop.prevented("Filen \(cards) går inte att läsa. Kontrollera namnet och behörigheten.")
        }
        return try ServiceCards((cards, bytes))
    }

    private static func report(
        _ contents: StatisticsFolder.Contents,
        _ cards: ServiceCards,
        _ window: FinderWindow
    ) throws -> FinderReport {
        let last: Int? = if case .years(let years) = window { years.upperBound } else { nil }
        return ImprovementFinder.find(
            cards: cards.cards,
            window: window,
            values: contents.series,
            peers: contents.catalogue.peerGroups,
            population: contents.catalogue.population(in: contents.series, until: last),
            publications: contents.catalogue.publications,
            day: SystemClock.now().swedishDay.iso
        )
    }
}

/// Says what statistics there are.
struct StatisticsStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Visa vilka jämförelsetal som finns, när de hämtades och om filerna är hela."
    )

    @OptionGroup var data: DataOption

    func run() throws {
        let folder = DataFolder(data.path)
        do {
            let statistics = StatisticsFolder(data: folder.path)
            let catalogue = try statistics.openCatalogue()
            let series = try SeriesStore.open(in: statistics.path)
            if catalogue == nil, series == nil { Output.line(StatisticsFindCommand.nothingThere) }
            if let catalogue {
                Output.line(
                    "\(catalogue.inWords) Den är från \(catalogue.fetched)."
                )
            }
            if let series {
                try series.verify()
                let fetched = series.keyFigures.compactMap { series.vintage(of: $0)?.fetched }
                Output.line(
                    "Värdena: \(series.valueCount.spaced) för \(series.keyFigures.count.spaced) nyckeltal, \(((series.byteCount + 1 << 19) >> 20).spaced) MB. Filen är hel."
                )
                if let first = fetched.min(), let last = fetched.max() {
                    Output.line(first == last ? "Hämtade \(first)." : "Hämtade mellan \(first) och \(last).")
                }
            }
            if let pages = FetchFolder.unfinished(in: statistics.fetch) {
                Output.line(
                    "En hämtning som började \(pages.began) är inte klar: \(pages.count.spaced) sidor är hämtade. Ge samma kommando igen för att fortsätta."
                )
            }
        } catch {
            throw Stop.becauseOfStatistics(error, folder: folder)
        }
    }
}
