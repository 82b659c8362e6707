import Glibc
import Testing

@testable import Statistics

@Suite("Methods, by simpler ways to the same") struct MethodTests {
    @Test("a median by selection is the one by sorting", arguments: 1...400)
    func medians(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        // Few different values, so that many are equal.
        let values = (0..<Int.random(in: 1...80, using: &generator)).map { _ in
            Double(Int.random(in: -20...(seed % 2 == 0 ? 20 : 1_000_000), using: &generator)) / 4
        }
        let sorted = values.sorted()
        let expected =
            sorted.count % 2 == 1 ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
        #expect(median(values) == expected)
        var reordered = values
        #expect(median(reordering: &reordered) == expected && reordered.sorted() == sorted)
    }

    @Test("no values have no median, and none is as far from it as any")
    func noMedian() {
        #expect(median([]) == nil && medianDeviation([]) == nil && medianDeviation([3, 3, 3]) == 0)
    }

    @Test("ranks count who is better, and turning the direction turns them about", arguments: 1...100)
    func ranks(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let values = (0..<Int.random(in: 1...60, using: &generator)).map { _ in Double(Int.random(in: 0...30, using: &generator))
        }
        let high = Ranking(values, better: .higher)
        let low = Ranking(values, better: .lower)
        for (index, value) in values.enumerated() {
            #expect(high.places[index].rank == values.count { $0 > value } + 1)
            #expect(high.places[index].rankFromWorst == values.count { $0 < value } + 1)
            #expect(low.places[index].rank == high.places[index].rankFromWorst)
            #expect(values.count == 1 || isClose(low.places[index].percentile + high.places[index].percentile, 100))
            let isBest = 4 * high.places[index].rank <= values.count && 4 * high.places[index].rankFromWorst > values.count
            #expect((high.places[index].colour == .best) == isBest)
        }
    }

    @Test("all alike are neither best nor worst")
    func alike() {
        #expect(
            Ranking([5, 5, 5, 5], better: .lower).places.allSatisfy {
                $0.colour == .middle && $0.rank == 1 && $0.percentile == 50
            }
        )
    }

    @Test("an index of what is alike for all stands in the middle, and of nothing is nothing")
    func degenerateIndices() {
        #expect(RKAIndex.of([]) == [:])
        #expect(RKAIndex.of([RKAIndex.Part(["0136": 3, "0126": 3], better: .lower)]) == ["0136": 50, "0126": 50])
        #expect(RKAIndex.of([RKAIndex.Part(["0136": 3], better: .lower), RKAIndex.Part(["0126": 3], better: .lower)]) == [:])
    }

    @Test("a straight line is found by both lines, whatever a few points say", arguments: 1...50)
    func lines(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let (slope, height) = (Double.random(in: -3...3, using: &generator), Double.random(in: -10...10, using: &generator))
        let places = (0..<11).map { Double($0) }
        var values = places.map { height + slope * $0 }
        for odd in places.indices.shuffled(using: &generator).prefix(3) {
            values[odd] += Double.random(in: 50...90, using: &generator)
        }
        let siegel = try #require(RepeatedMedian(values, at: places))
        #expect(isClose(siegel.slope, slope) && isClose(siegel.intercept, height))
        var scratch: [Double] = []
        let line = TheilSen(values, at: places)
        #expect(isClose(TheilSen.slope(of: values, &scratch), line.slope))
        for left in values.indices {
            var (rest, restPlaces) = (values, places)
            rest.remove(at: left)
            restPlaces.remove(at: left)
            #expect(isClose(TheilSen.slope(of: values, leavingOut: left, &scratch), TheilSen(rest, at: restPlaces).slope))
        }
    }

    @Test("points above each other have no line")
    func noLine() {
        #expect(RepeatedMedian([1, 2], at: [3, 3]) == nil && RepeatedMedian([], at: []) == nil)
    }

    @Test("with one input and one output, data envelopment is the ratio to the best", arguments: 1...30)
    func envelopment(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let units = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
            DataEnvelopment.Unit(
                inputs: [Double.random(in: 1...9, using: &generator)],
                outputs: [Double.random(in: 1...9, using: &generator)]
            )
        }
        let best = units.map { $0.outputs[0] / $0.inputs[0] }.max() ?? .nan
        let constant = DataEnvelopment.efficiencies(units, .constant)
        let variable = DataEnvelopment.efficiencies(units, .variable)
        for (index, unit) in units.enumerated() {
            #expect(isClose(constant[index] ?? .nan, unit.outputs[0] / unit.inputs[0] / best, 1e-8))
            #expect((variable[index] ?? .nan) >= (constant[index] ?? .nan) - 1e-8 && (variable[index] ?? .nan) <= 1 + 1e-8)
        }
        #expect(DataEnvelopment.efficiencies([DataEnvelopment.Unit(inputs: [0], outputs: [1])], .constant) == [nil])
        #expect(DataEnvelopment.efficiencies([], .variable) == [])
    }

    @Test("q values are never below their p, keep the order, and are at most one", arguments: 1...50)
    func rates(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let probabilities = (0..<Int.random(in: 1...40, using: &generator)).map { _ in Double.random(in: 0...1, using: &generator)
        }
        let rates = falseDiscoveryRates(probabilities)
        for (index, rate) in rates.enumerated() {
            #expect(rate >= probabilities[index] && rate <= 1)
            // By its definition: the smallest of p·m/rank among those that are as large or larger.
            let expected =
                probabilities.filter { $0 >= probabilities[index] }
                .map { value in value * Double(probabilities.count) / Double(probabilities.count { $0 <= value }) }.min() ?? 1
            #expect(isClose(rate, min(1, expected), 1e-12))
        }
        #expect(falseDiscoveryRates([]).isEmpty)
    }
}

/// Steele, Lea and Flood's generator of 2014, which gives the same numbers everywhere from one seed.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number from the normal distribution with mean 0 and deviation 1, by Marsaglia's polar method.
    mutating func normal() -> Double {
        while true {
            let (one, other) = (Double.random(in: -1...1, using: &self), Double.random(in: -1...1, using: &self))
            let square = one * one + other * other
            if square > 0, square < 1 { return one * (-2 * log(square) / square).squareRoot() }
        }
    }
}
