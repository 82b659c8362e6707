/// The statistics of one fetch: values, what they are about, what places are called, and who is like whom.
///
/// A value that can be handed about; a later fetch makes another. Pages are made of one, so that everything on a page is from the same
/// fetch.
package struct StatisticsVintage: Sendable {
    /// A key figure with what the source says of it beside what it measures.
    package struct Figure: Sendable, Identifiable {
        package var keyFigure: KeyFigure
        /// The service or matter that the source counts it among: 'Grundskola åk 0-9 inkl förskoleklass'.
        package var area: String
        /// 'Resurser', 'Kvalitet och resultat', 'Volymer' or 'Övrigt'; nil when the source doesn't say.
        package var perspective: String?
        /// The service of the groups of similar municipalities that it is to be looked at with; nil when there is none.
        package var peerSubject: String?
        /// The years from which it is counted in another way, in order; values on both sides of one can't be compared.
        package var breaks: [Int]
        /// The first year whose values aren't final yet; nil when all are.
        package var preliminaryFrom: Int?

        package var id: KeyFigure.ID { keyFigure.id }

        /// A key figure with those facts.
        package init(
            _ keyFigure: KeyFigure,
            area: String? = nil,
            perspective: String? = nil,
            peerSubject: String? = nil,
            breaks: [Int]? = nil,
            preliminaryFrom: Int? = nil
        ) {
            self.keyFigure = keyFigure
            self.area = area ?? keyFigure.subject
            self.perspective = perspective
            self.peerSubject = peerSubject
            self.breaks = breaks ?? (keyFigure.comparableFrom.map { [$0] } ?? [])
            self.preliminaryFrom = preliminaryFrom
        }

        /// Whether the value of a year isn't final.
        package func isPreliminary(_ year: Int) -> Bool { preliminaryFrom.map { year >= $0 } ?? false }

        /// Whether two years are counted in the same way.
        package func canCompare(_ first: Int, _ second: Int) -> Bool {
            !breaks.contains { min(first, second) < $0 && $0 <= max(first, second) }
        }

        /// The first of the years up to that one that are counted in the same way as it.
        package func firstComparable(to year: Int, from first: Int) -> Int {
            max(first, breaks.last { $0 <= year } ?? first)
        }
    }

    /// Tells it from the statistics of other fetches; kept pages are true of one only.
    package let number: Int64
    /// The day that it was fetched, as '2026-11-23'; nil for what is shipped.
    package let fetched: String?
    /// Where the values come from: 'Kolada'.
    package let source: String
    package let values: any SeriesSource
    /// Those that there are values for, in the order of their ids.
    package let figures: [Figure]
    package let peerGroups: [PeerGroup]
    /// The services that examples of improvement are sought in.
    package private(set) var cards: [ServiceCard]
    /// When coming values are published.
    package let publications: Publications
    /// The codes of the known municipalities, in order.
    package let municipalities: [String]
    private let positions: [KeyFigure.ID: Int]
    private let names: [String: String]

    /// Statistics of that kind.
    ///
    /// - Parameters:
    ///   - number: another than that of every other vintage that the same process has shown.
    ///   - fetched: the day, as '2026-11-23'.
    ///   - source: where the values come from.
    ///   - values: the series.
    ///   - figures: what is known of the key figures; one without values is left out.
    ///   - names: what places are called, by their codes.
    ///   - peerGroups: who is like whom.
    ///   - cards: the services that examples of improvement are sought in.
    ///   - publications: when coming values are published.
    package init(
        number: Int64,
        fetched: String? = nil,
        source: String,
        values: any SeriesSource,
        figures: [Figure],
        names: [String: String],
        peerGroups: [PeerGroup],
        cards: [ServiceCard] = [],
        publications: Publications = Publications()
    ) {
        let known = Set(values.keyFigures)
        let figures = figures.filter { known.contains($0.id) }.sorted { $0.id < $1.id }
        self.number = number
        self.fetched = fetched
        self.source = source
        self.values = values
        self.figures = figures
        self.names = names
        self.peerGroups = peerGroups
        self.cards = cards
        municipalities = names.keys.filter(Self.isMunicipalityCode).sorted()
        self.publications = publications
        positions = Dictionary(figures.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    }

    /// What has been fetched from Kolada.
    ///
    /// Values that aren't final are told from the day of the fetch: what came later is in a later vintage.
    ///
    /// - Parameters:
    ///   - catalogue: what the values are about.
    ///   - values: the series.
    ///   - number: another than that of every other vintage that the same process has shown.
    ///   - cards: the services that examples of improvement are sought in.
    package init(_ catalogue: Catalogue, values: any SeriesSource, number: Int64, cards: [ServiceCard]) {
        let known = Set(values.keyFigures)
        var coming: [KeyFigure.ID: Publications.Coming] = [:]
        let figures = catalogue.figures.filter { known.contains($0.id) }.map { figure in
            let isAwaited = figure.publicationPeriod.map { figure.isPreliminary($0, on: catalogue.fetched) } ?? false
            if let day = figure.publication, let year = figure.publicationPeriod, figure.preliminaryPublication != nil {
                coming[figure.id] = Publications.Coming(year: year, day: day.description)
            }
            return Figure(
                figure.keyFigure,
                area: figure.operatingArea,
                perspective: figure.perspective,
                peerSubject: PeerSubject.subject(title: figure.title, area: figure.operatingArea),
                breaks: figure.breaks.map(\.year),
                preliminaryFrom: isAwaited ? figure.publicationPeriod : nil
            )
        }
        self.init(
            number: number,
            fetched: catalogue.fetched.description,
            source: "Kolada",
            values: values,
            figures: figures,
            names: Dictionary(catalogue.places.map { ($0.code, $0.name) }) { first, _ in first },
            peerGroups: catalogue.peerGroups,
            cards: cards,
            publications: Publications(coming)
        )
    }

    /// The key figure that inhabitants are counted by.
    static let inhabitants = KeyFigure.ID("N01951")

    /// How many live in each of some municipalities, by its code: the newest count; those whose count isn't known are left out.
    package func population(of codes: [String]) -> [String: Double] {
        guard let inhabitants = Self.inhabitants else { return [:] }
        return codes.reduce(into: [:]) { counts, code in
            counts[code] = values.series(inhabitants, .total, in: code)?.values.last { !$0.isNaN }
        }
    }

    /// What the finder finds in it.
    ///
    /// - Parameters:
    ///   - window: which years.
    ///   - day: which day it is, as 2026-11-26: values that aren't published by then are left out.
    /// - Returns: a row for each card and municipality that could be tested.
    package func improvements(_ window: FinderWindow, on day: String) -> FinderReport {
        ImprovementFinder.find(
            cards: cards,
            window: window,
            values: values,
            peers: peerGroups,
            population: population(of: municipalities),
            publications: publications,
            day: fetched == nil ? nil : day
        )
    }

    /// The statistics of a table, as of no day.
    ///
    /// - Parameters:
    ///   - table: the values with what they are about.
    ///   - cards: the services that examples of improvement are sought in.
    package init(_ table: StatisticsTable, cards: [ServiceCard] = []) {
        self.init(
            number: 0,
            source: table.panels.first?.source ?? "Kolada",
            values: table,
            figures: table.panels.map { Figure($0.keyFigure, peerSubject: $0.keyFigure.subject) },
            names: table.names,
            peerGroups: table.peerGroups,
            cards: cards
        )
    }

    /// The same statistics, with other services to seek examples in.
    package func seeking(_ cards: [ServiceCard]) -> Self {
        var changed = self
        changed.cards = cards
        return changed
    }

    /// Which way of a key figure is better, when a service card says so; nil when none does, or when cards disagree.
    ///
    /// The source itself doesn't say.
    package func better(of id: KeyFigure.ID) -> Direction? {
        var said: Set<Direction> = []
        for card in cards {
            if card.cost.keyFigure == id { said.insert(.lower) }
            for quality in card.quality where quality.keyFigure == id { said.insert(quality.better) }
        }
        return said.count == 1 ? said.first : nil
    }

    /// The key figures that can't be shown, since their values are damaged on the disk.
    package var damaged: [KeyFigure.ID] { values.damaged }

    /// A key figure; nil when there are no values of it.
    package subscript(_ id: KeyFigure.ID) -> Figure? { positions[id].map { figures[$0] } }

    /// What a place is called; its code when no name is known.
    package func name(of code: String) -> String { names[code] ?? code }

    /// Whether a code is that of a known municipality: four figures, and no region or country.
    package func isMunicipality(_ code: String) -> Bool {
        names[code] != nil && Self.isMunicipalityCode(code)
    }

    private static func isMunicipalityCode(_ code: String) -> Bool { code.utf8.count == 4 && !code.hasPrefix("00") }

    /// Those that a place is like in what a key figure is about.
    ///
    /// - Returns: the group and the codes in it; nil when the source hasn't matched the place in that.
    package func peers(of code: String, in figure: Figure) -> (group: PeerGroup, codes: [String])? {
        for group in peerGroups where group.subject == figure.peerSubject {
            if let codes = group.similar[code], !codes.isEmpty { return (group, codes) }
        }
        return nil
    }
}

/// A county, which its municipalities' codes begin with the number of.
package enum County {
    /// The counties' names by their numbers, as Statistics Sweden lists them since 1998.
    private static let names = [
        "01": "Stockholms län", "03": "Uppsala län", "04": "Södermanlands län", "05": "Östergötlands län",
        "06": "Jönköpings län", "07": "Kronobergs län", "08": "Kalmar län", "09": "Gotlands län", "10": "Blekinge län",
        "12": "Skåne län", "13": "Hallands län", "14": "Västra Götalands län", "17": "Värmlands län", "18": "Örebro län",
        "19": "Västmanlands län", "20": "Dalarnas län", "21": "Gävleborgs län", "22": "Västernorrlands län",
        "23": "Jämtlands län", "24": "Västerbottens län", "25": "Norrbottens län",
    ]

    /// The name of the county of a municipality; nil when its code isn't one.
    package static func name(of code: String) -> String? { names[String(code.prefix(2))] }

    /// Whether two municipalities are in the same county.
    package static func isSame(_ first: String, _ second: String) -> Bool { first.prefix(2) == second.prefix(2) }
}

/// In which of the services that RKA matches municipalities in a key figure is to be looked at.
package enum PeerSubject {
    /// The service of a key figure, by its title and the operating area that the source counts it among; nil for what none fits.
    ///
    /// The source doesn't tie its key figures to its groups. Words of the title decide before the area, since an area holds several
    /// services; for what concerns the whole municipality there is a group of its own.
    package static func subject(title: String, area: String) -> String? {
        let title = title.lowercased()
        func mentions(_ words: String...) -> Bool { words.contains { title.contains($0) } }
        switch area {
        case "Grundskola åk 0-9 inkl förskoleklass": return mentions("fritidshem") ? "fritidshem" : "grundskola"
        case "Förskoleverksamhet": return "förskola"
        case "Gymnasieskola åk 1-3": return "gymnasieskola"
        case "Äldre och funktionshinder":
            if mentions("lss", "funktionsneds", "funktionshind", "personlig assistans", "daglig verksamhet") { return "LSS" }
            return "äldreomsorg"
        case "Individ- och familjeomsorg": return mentions("ekonomiskt bistånd") ? "ekonomiskt bistånd" : "IFO"
        case "Arbetsmarknad": return "arbetsmarknad"
        case "Infrastruktur, miljö- och hälsoskydd mm": return mentions("räddning", "brand") ? "räddningstjänst" : "övergripande"
        case "Regionen, övergripande", "Hälso- och sjukvård", "Tandvård": return nil
        default: return "övergripande"
        }
    }
}
