import Glibc

@testable import Statistics

/// A service in made-up municipalities: what its cost and its quality were is decided here, and what the finder says is held
/// against that.
struct MadeService {
    static let cost = KeyFigure.ID("N15008") ?? other
    static let quality = KeyFigure.ID("N15419") ?? other
    static let watched = KeyFigure.ID("N15001") ?? other
    private static var other: KeyFigure.ID { preconditionFailure("a key figure is a letter and five figures") }

    var codes: [String]
    var years: ClosedRange<Int>
    var source = HeldSeries()
    var population: [String: Double] = [:]
    var peers: [PeerGroup]
    var card = ServiceCard(
        id: "grundskola",
        title: "Grundskola",
        cost: ServiceCard.Cost(cost, unit: "kronor per elev"),
        area: "grundskola",
        quality: [ServiceCard.Quality(quality, better: .higher, margin: 3, reason: "påhittat")],
        guarding: ServiceCard.Guard(watched, limit: 2, reason: "påhittad"),
        reason: "påhittat"
    )

    /// Municipalities where nothing happens but noise.
    init(seed: UInt64, municipalities: Int = 60, years: ClosedRange<Int> = 2015...2022, noise: Double = 0.02, phi: Double = 0.5) {
        var generator = SplitMix64(seed: seed)
        codes = (0..<municipalities).map { "\(1001 + $0)" }
        self.years = years
        var similar: [String: [String]] = [:]
        for code in codes {
            similar[code] = Array(codes.filter { $0 != code }.shuffled(using: &generator).prefix(7))
            population[code] = Double.random(in: 5_000...120_000, using: &generator).rounded()
        }
        peers = [PeerGroup(title: "Liknande", subject: "grundskola", source: "påhittat", similar: similar)]
        var (costs, grades, deviations): ([String: Series], [String: Series], [String: Series]) = ([:], [:], [:])
        for code in codes {
            let level = 100_000 * exp(0.1 * generator.normal())
            var error = noise * generator.normal()
            let values = years.map { year in
                error = phi * error + noise * (1 - phi * phi).squareRoot() * generator.normal()
                return level * exp(0.03 * Double(year - years.lowerBound) + error)
            }
            costs[code] = Series(firstYear: years.lowerBound, values: values)
            grades[code] = Series(firstYear: years.lowerBound, values: years.map { _ in 75 + 0.3 * generator.normal() })
            deviations[code] = Series(firstYear: years.lowerBound, values: years.map { _ in generator.normal() / 2 })
        }
        // The country, a county and a group have values too, and are no municipalities.
        for code in ["0000", "0001", "G12345"] { costs[code] = Series(firstYear: years.lowerBound, values: years.map { _ in 1 }) }
        source.series = [Self.cost: costs, Self.quality: grades, Self.watched: deviations]
    }

    /// Changes a key figure of a municipality, each year with its number from 0.
    mutating func change(_ keyFigure: KeyFigure.ID, of code: String, _ change: (Double, Int) -> Double) {
        guard let series = source.series[keyFigure]?[code] else { return }
        source.series[keyFigure]?[code] = Series(
            firstYear: series.firstYear,
            values: series.values.enumerated().map { change($0.element, $0.offset) }
        )
    }

    /// Lets a municipality become so much cheaper, evenly over all years.
    mutating func plant(_ effect: Double, in code: String) {
        let last = Double(years.count - 1)
        change(Self.cost, of: code) { $0 * exp(log1p(effect) * Double($1) / last) }
    }

    func find(
        _ window: FinderWindow = .last(8),
        publications: Publications = Publications(),
        day: String? = nil,
        constants: FinderConstants = FinderConstants()
    ) -> FinderReport {
        ImprovementFinder.find(
            cards: [card],
            window: window,
            values: source,
            peers: peers,
            population: population,
            publications: publications,
            day: day,
            constants: constants
        )
    }
}
