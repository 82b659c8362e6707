import FoundationEssentials
import Glibc
import Testing

@testable import Statistics

/// What the finder's test says when the truth is known, because it was planted.
///
/// The reference (`sim_power.json`) gives false discovery rates and power, and not how its series were made. What can be told
/// from it is held to: 1,453 series of eight years in each run (its shares have that denominator) in 60 runs, errors that
/// follow a first-order autoregression, a fall that is even over the eight years in one series of twenty, and Benjamini and
/// Hochberg over them all. The rest is the finder's own model: the series have the size classes of the 1,453 rows and are
/// weighed as one card; a series' variance is that of its size class in the card for compulsory school over a χ² with the
/// prior's six degrees of freedom. One number was set so that the power agrees: those deviations are multiplied by 1.2. The
/// false discovery rates don't depend on it.
@Suite("Planted truth", .enabled(if: ReferenceCases.arePresent, ReferenceCases.absence))
struct PlantedTruthTests {
    private static let isFull = ProcessInfo.processInfo.environment["SAMVERKA_FULL"] == "1"
    /// The reference had so many: its rates without effects are whole sixtieths.
    private static let referenceRuns = 60.0

    private struct Expected: Decodable, CustomStringConvertible {
        var phi: Double
        var injected: Double
        var effect: Double
        var size05: Double
        var fdr10: Double
        var power10: Double
        var fdr30: Double
        var power30: Double
        var description: String { "φ \(phi), \(injected) with \(effect)" }
    }

    private struct File: Decodable { var sim: [Expected] }

    /// The rows' size classes, and the deviation of each class.
    private struct Design {
        let classes: [Int]
        let deviations: [Int: Double]

        init() throws {
            let report = try ReferenceFinding.once.get().report
            classes = report.rows.map(\.sizeClass)
            let school = try #require(report.cards.first { $0.id == "grundskola" })
            deviations = Dictionary(school.sizeClasses.map { ($0.sizeClass, 1.2 * $0.deviation) }) { first, _ in first }
        }
    }

    /// What a run says: the share of series without effect at 5 per cent, and at either rate the share of false ones and the
    /// power.
    private func run(_ expected: Expected, _ design: Design, _ generator: inout SplitMix64) -> [Double] {
        var isPlanted: [Bool] = []
        let innovation = (1 - expected.phi * expected.phi).squareRoot()
        let series = design.classes.map { sizeClass in
            // A χ² with six degrees of freedom is three exponential numbers, doubled.
            let square =
                -2 * (0..<3).reduce(0) { sum, _ in sum + log(Double.random(in: .leastNonzeroMagnitude..<1, using: &generator)) }
            let deviation = (design.deviations[sizeClass] ?? .nan) * (6 / square).squareRoot()
            let planted = Double.random(in: 0..<1, using: &generator) < expected.injected
            isPlanted.append(planted)
            let step = planted ? log1p(expected.effect) / 7 : 0
            var error = generator.normal()
            return (0..<8).map { year in
                if year > 0 { error = expected.phi * error + innovation * generator.normal() }
                return deviation * error + step * Double(year)
            }
        }
        let probabilities = Noise(series, sizeClasses: design.classes, FinderConstants()).tests.map(\.probability)
        let rates = falseDiscoveryRates(probabilities)
        let without = isPlanted.count { !$0 }
        let small = probabilities.indices.count { !isPlanted[$0] && probabilities[$0] <= 0.05 }
        var figures = [Double(small) / Double(without)]
        for limit in [0.1, 0.3] {
            let found = rates.indices.count { rates[$0] <= limit }
            let right = rates.indices.count { rates[$0] <= limit && isPlanted[$0] }
            figures.append(found > 0 ? Double(found - right) / Double(found) : 0)
            figures.append(without < isPlanted.count ? Double(right) / Double(isPlanted.count - without) : 0)
        }
        return figures
    }

    @Test("false discovery rates and power are those of the reference, within three standard errors")
    func power() throws {
        let design = try Design()
        #expect(design.classes.count == 1453)
        let runs = Self.isFull ? 200 : 8
        let cases = try ReferenceCases.read(File.self, "sim_power.json").sim
        #expect(cases.count == 12)
        for (number, expected) in cases.enumerated() where Self.isFull || [1, 5, 6, 8].contains(number) {
            var generator = SplitMix64(seed: 20_261_126 + UInt64(number))
            let figures = (0..<runs).map { _ in run(expected, design, &generator) }
            let names = ["size at 5 %", "FDR at 10 %", "power at 10 %", "FDR at 30 %", "power at 30 %"]
            let references = [expected.size05, expected.fdr10, expected.power10, expected.fdr30, expected.power30]
            for (index, (name, reference)) in zip(names, references).enumerated() {
                let mean = figures.reduce(0) { $0 + $1[index] } / Double(runs)
                let variance = figures.reduce(0) { $0 + ($1[index] - mean) * ($1[index] - mean) } / Double(max(1, runs - 1))
                // Both sides were drawn. Few runs can agree by chance, so that the spread is at least that of so many independent draws: all
                // series without effect, those with it, or those that were found.
                let planted = 1453 * expected.injected
                let power = index < 3 ? references[2] : references[4]
                let draws = [0: 1453 - planted, 2: planted, 4: planted][index] ?? planted * power
                let spread = max(variance, reference * (1 - reference) / max(1, draws), 1e-9)
                let error = (spread * (1 / Double(runs) + 1 / Self.referenceRuns)).squareRoot()
                if Self.isFull {
                    print("\(expected): \(name) \(mean), reference \(reference), \((mean - reference) / error) errors")
                }
                #expect(abs(mean - reference) <= 3 * error, "\(expected): \(name) is \(mean) and not \(reference) ± \(error)")
            }
        }
    }
}
