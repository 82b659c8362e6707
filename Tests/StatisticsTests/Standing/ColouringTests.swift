import Glibc
import Testing

@testable import Statistics

@Suite("Colouring") struct ColouringTests {
    /// Municipalities that lie so far apart, and swing so much around where they lie.
    private func made(
        _ seed: UInt64,
        count: Int = 60,
        spread: Double = 10,
        swing: Double = 0.3,
        years: ClosedRange<Int> = 2015...2022
    )
        -> [String: Series]
    {
        var generator = SplitMix64(seed: seed)
        return Dictionary(
            (0..<count).map { number in
                let level = 70 + spread * generator.normal()
                return (
                    "\(1001 + number)",
                    Series(firstYear: years.lowerBound, values: years.map { _ in level + swing * generator.normal() })
                )
            }
        ) { first, _ in first }
    }

    private func values(_ series: [String: Series], year: Int = 2022) -> [Colouring.Value] {
        series.keys.sorted().compactMap { code in
            series[code]?[year].map { Colouring.Value(code, year: year, value: $0) }
        }
    }

    private func isWithheld(_ colouring: Colouring) -> Bool {
        if case .withheld = colouring { true } else { false }
    }

    @Test("where the swing is nothing, colours are those of the ranking", arguments: 1...20)
    func plain(_ seed: UInt64) {
        let series = made(seed, swing: 0)
        let values = values(series)
        for better in Direction.allCases {
            let expected = Ranking(values.map(\.value), better: better).places.map { Colouring.coloured($0.colour) }
            #expect(Colouring.of(values, better: better, noise: YearlyNoise(series, upTo: 2022)) == expected)
        }
    }

    @Test("a colour is given exactly when the ranking's stays the same at both ends of the margin", arguments: 1...20)
    func noise(_ seed: UInt64) throws {
        let series = made(seed, count: 40, swing: 2)
        let noise = YearlyNoise(series, upTo: 2022)
        let values = values(series)
        var (coloured, withheld) = (0, 0)
        for (index, colouring) in Colouring.of(values, better: .higher, noise: noise).enumerated() {
            let margin = try #require(noise.margin(of: values[index].code))
            let colours = [-margin, 0, margin].map { move in
                var moved = values.map(\.value)
                moved[index] += move
                return Ranking(moved, better: .higher).places[index].colour
            }
            if Set(colours).count == 1 {
                coloured += 1
                #expect(colouring == .coloured(colours[1]))
            } else {
                withheld += 1
                #expect(colouring == .withheld(.withinNoise(margin: margin)))
            }
        }
        #expect(coloured > 0 && withheld > 0)
    }

    @Test(
        "traps: mixed years, few values, series that were broken, differences within noise; none is coloured",
        arguments: 1...200
    )
    func traps(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed &+ 1_000)
        let better: Direction = Bool.random(using: &generator) ? .higher : .lower
        let colourings: [Colouring]
        switch seed % 5 {
        case 0:
            let series = made(seed, swing: 0.1)
            let older = Int.random(in: 1...5, using: &generator)
            let values = values(series).enumerated().map { index, value in
                index < older ? Colouring.Value(value.code, year: 2021, value: value.value) : value
            }
            colourings = Colouring.of(values, better: better, noise: YearlyNoise(series, upTo: 2022))
            #expect(colourings.allSatisfy { $0 == .withheld(.mixedYears([2021, 2022])) })
        case 1:
            let few = Int.random(in: 1...4, using: &generator)
            let series = made(seed, count: few, swing: 0.01)
            colourings = Colouring.of(values(series), better: better, noise: YearlyNoise(series, upTo: 2022))
            #expect(colourings.allSatisfy { $0 == .withheld(.tooFew(few, fewest: 5)) })
        case 2:
            // Counted anew some years ago: what looks like a change of rank is the counting.
            let year = Int.random(in: 2019...2022, using: &generator)
            let broken = made(seed, swing: 0.1).mapValues { series in
                Series(firstYear: 2015, values: series.values.enumerated().map { 2015 + $0 < year ? $1 : $1 * 1.3 })
            }
            colourings = Colouring.of(
                values(broken),
                better: better,
                noise: YearlyNoise(broken, upTo: 2022, comparableFrom: year)
            )
            #expect(colourings.allSatisfy { $0 == .withheld(.brokenSeries(from: year)) })
        case 3:
            // All within the margin of any of them: whoever is first or last is so by chance.
            let series = made(seed, count: Int.random(in: 5...80, using: &generator), spread: 0, swing: 3)
            let noise = YearlyNoise(series, upTo: 2022)
            let least = series.keys.compactMap { noise.margin(of: $0) }.min() ?? 0
            let close = series.keys.sorted().map {
                Colouring.Value($0, year: 2022, value: 70 + Double.random(in: 0..<least, using: &generator))
            }
            colourings = Colouring.of(close, better: better, noise: noise)
        default:
            let series = made(seed, swing: 0.1)
            let preliminary = values(series).enumerated().map { index, value in
                Colouring.Value(value.code, year: value.year, value: value.value, isPreliminary: index == 3)
            }
            colourings = Colouring.of(preliminary, better: better, noise: YearlyNoise(series, upTo: 2022))
            #expect(colourings[3] == .withheld(.preliminary(own: true)) && colourings[4] == .withheld(.preliminary(own: false)))
        }
        #expect(colourings.allSatisfy(isWithheld))
    }

    @Test("of municipalities that differ only by chance, hardly ever is one coloured")
    func chance() {
        var groups = 0
        for seed in 1...200 as ClosedRange<UInt64> {
            let series = made(seed, count: 8 + Int(seed % 60), spread: 0, swing: 3)
            let colourings = Colouring.of(values(series), better: .higher, noise: YearlyNoise(series, upTo: 2021))
            if colourings.contains(where: { !isWithheld($0) }) { groups += 1 }
        }
        // One group in a thousand passes Cochran's test by chance, and some more, since the swings are themselves estimated.
        #expect(groups <= 6, "\(groups) of 200 groups")
    }

    @Test("without a direction, or years enough, there is no colour")
    func unknown() {
        let series = made(1, swing: 0.1)
        #expect(
            Colouring.of(values(series), better: nil, noise: YearlyNoise(series, upTo: 2022)).allSatisfy {
                $0 == .withheld(.noDirection)
            }
        )
        let short = series.mapValues { Series(firstYear: 2020, values: Array($0.values.suffix(3))) }
        let noise = YearlyNoise(short, upTo: 2022)
        #expect(noise.deviation(of: "1001") == nil && noise.margin(of: "1001") == nil)
        #expect(Colouring.of(values(short), better: .lower, noise: noise).allSatisfy { $0 == .withheld(.unknownNoise) })
        #expect(Colouring.of([], better: .lower, noise: noise) == [])
    }

    @Test("the swing is that around a line: a steady rise is none, and a gap is no fall")
    func steady() throws {
        let series = ["1001": Series(firstYear: 2015, values: [1, 2, 3, .nan, 5, 6, 7, 8])]
        #expect(isClose(try #require(YearlyNoise(series, upTo: 2022).deviation(of: "1001")), 0, 1e-12))
        var generator = SplitMix64(seed: 7)
        let many = Dictionary(
            (0..<400).map { number in
                ("\(1001 + number)", Series(firstYear: 2015, values: (0..<8).map { 3 * Double($0) + 2 * generator.normal() }))
            }
        ) { first, _ in first }
        let noise = YearlyNoise(many, upTo: 2022)
        let mean = many.keys.compactMap { noise.deviation(of: $0) }.reduce(0, +) / 400
        #expect(abs(mean - 2) < 0.1)
    }

    @Test("small municipalities swing as small ones do, even when one has happened to be steady")
    func sizes() throws {
        var generator = SplitMix64(seed: 8)
        var (series, population): ([String: Series], [String: Double]) = ([:], [:])
        for number in 0..<200 {
            let isSmall = number < 100
            population["\(1001 + number)"] = isSmall ? 8_000 : 90_000
            series["\(1001 + number)"] = Series(
                firstYear: 2015,
                values: (0..<8).map { _ in 50 + (isSmall ? 5 : 1) * generator.normal() }
            )
        }
        series["1001"] = Series(firstYear: 2015, values: Array(repeating: 50, count: 8))
        let noise = YearlyNoise(series, upTo: 2022, population: population)
        #expect(try #require(noise.deviation(of: "1001")) > 2.5)
        #expect(try #require(noise.deviation(of: "1150")) < 2)
        // One without years has its size class to go by, and one without a population is taken as small.
        #expect(try #require(noise.deviation(of: "9999")) > 4)
    }
}
