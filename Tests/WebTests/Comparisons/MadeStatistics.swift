import Statistics
import Testing

@testable import Web

/// Statistics that are made up: forty municipalities, of which Haninge's schools have become cheaper without becoming worse.
enum MadeStatistics {
    static let members = ["0126", "0127", "0128", "0136", "0138", "0140", "0181", "0192"]
    static let codes = members + (0..<32).map { "\(1000 + $0)" }

    /// Values of eight years for a cost, a measure of quality and the population.
    struct Values: SeriesSource {
        var all: [KeyFigure.ID: [String: Series]]
        var damaged: [KeyFigure.ID] = []
        var keyFigures: [KeyFigure.ID] { all.keys.sorted() }
        func places(of keyFigure: KeyFigure.ID) -> [String] { all[keyFigure]?.keys.sorted() ?? [] }
        func genders(of keyFigure: KeyFigure.ID) -> [Gender] { all[keyFigure] == nil ? [] : [.total] }
        func series(_ keyFigure: KeyFigure.ID, _ gender: Gender, in place: String) -> Series? {
            gender == .total && !damaged.contains(keyFigure) ? all[keyFigure]?[place] : nil
        }
    }

    /// The statistics with that number, and some more series.
    static func vintage(
        _ number: Int64,
        and more: [KeyFigure.ID: [String: Series]] = [:],
        damaged: [KeyFigure.ID] = []
    ) throws -> StatisticsVintage {
        let cost = try #require(KeyFigure.ID("N15008"))
        let marks = try #require(KeyFigure.ID("N15419"))
        let inhabitants = try #require(KeyFigure.ID("N01951"))
        var dice = Dice(7)
        func swing() -> Double { Double(dice.below(2_001)) / 1_000 - 1 }
        func series(_ value: (String, Int) -> Double) -> [String: Series] {
            codes.reduce(into: [:]) { found, code in
                found[code] = Series(firstYear: 2015, values: (0..<8).map { value(code, $0) })
            }
        }
        let costs = series { code, year in
            let level = 100_000 * (1 + Double(year) * 0.02) * (1 + 0.015 * swing())
            return code == "0136" ? level * (1.1 - 0.04 * Double(year)) : level
        }
        let values = Values(
            all: [
                cost: costs,
                marks: series { code, year in 75 + 0.3 * swing() + (code == "0136" ? 0.5 * Double(year) : 0) },
                inhabitants: series { _, _ in 50_000 },
            ]
            .merging(more) { own, _ in own },
            damaged: damaged
        )
        let peers = PeerGroup(
            title: "Liknande kommuner prov",
            subject: "grundskola",
            source: "RKA via Kolada",
            similar: codes.enumerated().reduce(into: [:]) { similar, entry in
                similar[entry.element] = (1...7).map { codes[(entry.offset + $0) % codes.count] }
            }
        )
        func figure(_ id: KeyFigure.ID, _ title: String, _ unit: String, decimals: Int = 0) -> StatisticsVintage.Figure {
            StatisticsVintage.Figure(
                KeyFigure(id: id, title: title, unit: unit, decimals: decimals, subject: "grundskola", explanation: "Prov."),
                peerSubject: "grundskola"
            )
        }
        return StatisticsVintage(
            number: number,
            fetched: "2026-11-20",
            source: "Kolada",
            values: values,
            figures: [
                figure(cost, "Kostnad grundskola", "kronor per elev"), figure(marks, "Betyg", "procent", decimals: 1),
                figure(inhabitants, "Invånare", "invånare"),
            ] + more.keys.sorted().map { figure($0, "Prov \($0)", "procent") },
            names: Dictionary(uniqueKeysWithValues: codes.map { ($0, "Kommun \($0)") }),
            peerGroups: [peers],
            cards: [
                ServiceCard(
                    id: "grundskola",
                    title: "Grundskola, årskurs 1–9",
                    cost: .init(cost, unit: "kronor per elev"),
                    area: "grundskola",
                    quality: [.init(marks, better: .higher, margin: 3, reason: "Prov.")],
                    reason: "Kommunens egna skolor."
                )
            ]
        )
    }
}
