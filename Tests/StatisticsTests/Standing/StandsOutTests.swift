import Testing

@testable import Statistics

@Suite("What stands out, and what it would mean") struct StandsOutTests {
    private let keyFigure = MadeService.quality

    /// One municipality and its peers, whose values are known, and many others that the noise is told from.
    private func series(own: [Double], peers: [Double], swing: Double = 1) -> [String: Series] {
        var generator = SplitMix64(seed: 3)
        func line(_ level: Double) -> Series {
            // The last year as it is; those before swing about it.
            Series(firstYear: 2015, values: (0..<7).map { _ in level + swing * generator.normal() } + [level])
        }
        var all = Dictionary(peers.enumerated().map { ("\(1002 + $0)", line($1)) }) { first, _ in first }
        all["1001"] = Series(firstYear: 2023 - own.count, values: own)
        for number in 0..<100 { all["\(2001 + number)"] = line(70 + Double(number % 10)) }
        return all
    }

    private func found(_ series: [String: Series], better: Direction?, peers: Int = 7) -> StandsOut? {
        StandsOut.of(
            keyFigure,
            in: "1001",
            series,
            peers: (0..<peers).map { "\(1002 + $0)" },
            better: better,
            lastYear: 2022,
            noise: YearlyNoise(series, upTo: 2022)
        )
    }

    private let peers = [70.0, 71, 72, 73, 74, 75, 76]

    @Test("the side is that of the direction, and high or low without one")
    func sides() throws {
        let high = series(own: [80, 81, 80, 79, 80, 81, 80, 80], peers: peers)
        let low = series(own: [60, 61, 60, 59, 60, 61, 60, 60], peers: peers)
        #expect(found(high, better: .higher)?.side == .better && found(high, better: .lower)?.side == .worse)
        #expect(found(low, better: .higher)?.side == .worse && found(low, better: .lower)?.side == .better)
        #expect(found(high, better: nil)?.side == .higher && found(low, better: nil)?.side == .lower)
        let found = try #require(self.found(high, better: .higher))
        #expect(found.peersMedian == 73 && found.value == 80 && found.peers == 7 && found.year == 2022 && found.yearsInARow == 8)
        #expect(found.certainty == .certain && found.distance > 2 && found.swings > 3)
    }

    @Test("a year that jumps is uncertain where years jump, however far it lies")
    func uncertain() throws {
        let jumping = series(own: [73, 85, 60, 80, 66, 86, 62, 84], peers: peers)
        let found = try #require(self.found(jumping, better: .higher))
        #expect(found.certainty == .uncertain && found.yearsInARow == 1)
    }

    @Test("few peers, no value, no years, or nothing that differs: nothing is said")
    func silent() {
        let values = series(own: [80, 81, 80, 79, 80, 81, 80, 80], peers: peers)
        #expect(found(values, better: .higher, peers: 4) == nil)
        #expect(found(values, better: .higher, peers: 5) != nil)
        #expect(found(series(own: [80, 80, 80, 80, 80, 80, 80, .nan], peers: peers), better: .higher) == nil)
        #expect(found(series(own: [73, 73, 73, 73, 73, 73, 73, 73], peers: peers), better: .higher) == nil)
        let alike = values.mapValues { Series(firstYear: $0.firstYear, values: $0.values.map { _ in 5 }) }
        #expect(found(alike, better: .higher) == nil)
    }

    @Test("the farthest come first, and what is near isn't told")
    func order() throws {
        let far = try #require(found(series(own: [90, 91, 90, 89, 90, 91, 90, 90], peers: peers), better: .higher))
        let nearer = try #require(found(series(own: [62, 61, 62, 63, 62, 61, 62, 62], peers: peers), better: .higher))
        let near = try #require(found(series(own: [74, 74, 75, 74, 73, 74, 74, 74], peers: peers), better: .higher))
        #expect(StandsOut.farthest([near, nearer, far]).map(\.value) == [90, 62])
        #expect(StandsOut.farthest([near], atLeast: 0) == [near])
    }

    @Test("the scenario is the difference for each times how many, in kronor, with what it doesn't say")
    func scenario() throws {
        let costs = series(own: [96, 97, 98, 97, 96, 97, 98, 97], peers: peers)
        let noise = YearlyNoise(costs, upTo: 2022)
        func scenario(_ count: Double?, year: Int = 2022, peers: Int = 7) -> Scenario? {
            Scenario(of: "1001", year: year, costs: costs, peers: (0..<peers).map { "\(1002 + $0)" }, count: count, noise: noise)
        }
        let found = try #require(scenario(1_000))
        #expect(found.cost == 97 && found.peersMedian == 73 && found.difference == 24 && found.sum == 24_000)
        #expect(found.silences == [.quality, .fixedCosts, .reasons])
        #expect(isClose(try #require(found.sumMargin), 1_000 * (try #require(found.margin))))
        #expect(scenario(nil)?.sum == nil && scenario(nil)?.silences.contains(.unknownCount) == true)
        #expect(scenario(1_000, year: 2030) == nil && scenario(1_000, peers: 4) == nil)
    }

    @Test("a scenario within the swing says so, and one that would cost more too")
    func scenarioSilences() throws {
        let costs = series(own: [72, 75, 70, 74, 73, 71, 75, 72.5], peers: peers)
        let found = try #require(
            Scenario(
                of: "1001",
                year: 2022,
                costs: costs,
                peers: (0..<7).map { "\(1002 + $0)" },
                count: 10,
                noise: YearlyNoise(costs, upTo: 2022)
            )
        )
        #expect(found.silences.contains(.withinNoise) && found.silences.contains(.alreadyCheaper) && found.sum == -5)
        let unknown = Scenario(
            of: "1001",
            year: 2022,
            costs: costs,
            peers: (0..<7).map { "\(1002 + $0)" },
            count: 10,
            noise: YearlyNoise([:], upTo: 2022)
        )
        #expect(unknown?.margin == nil && unknown?.silences.contains(.unknownNoise) == true)
    }
}
