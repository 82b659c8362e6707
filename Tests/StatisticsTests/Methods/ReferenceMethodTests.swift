import FoundationEssentials
import Testing

@testable import Statistics

@Suite("Methods and the reference cases", .enabled(if: ReferenceCases.arePresent, ReferenceCases.absence))
struct ReferenceMethodTests {
    struct RankCase: Decodable {
        var kpi: String
        var low_is_good: Bool
        var value: [Double]
        var rank: [Int]
        var percentile: [Double]
        var colour: [String]
        var quantiles_inverted_cdf: [String: Double]
        var quantiles_linear: [String: Double]
    }

    @Test("ranks, percentiles, colours and both kinds of quantiles")
    func ranks() throws {
        let cases = try ReferenceCases.read([RankCase].self, "rank_colour.json")
        #expect(cases.count == 4)
        for expected in cases {
            let ranking = Ranking(expected.value, better: expected.low_is_good ? .lower : .higher)
            #expect(ranking.places.map(\.rank) == expected.rank)
            #expect(zip(ranking.places, expected.percentile).allSatisfy { isClose($0.percentile, $1) })
            #expect(ranking.places.map(\.colour.rawValue) == expected.colour)
            let sorted = expected.value.sorted()
            for (share, value) in expected.quantiles_inverted_cdf {
                let thousandths = Int((try #require(Double(share)) * 10).rounded())
                #expect(quantile(sorted, thousandths: thousandths, .oneOfTheValues) == value)
                #expect(isClose(quantile(sorted, thousandths: thousandths, .between), expected.quantiles_linear[share] ?? .nan))
            }
        }
    }

    struct IndexCase: Decodable {
        struct Part: Decodable {
            var kpi: String
            var low_is_good: Bool?
            var already_index: Bool
        }
        var name: String
        var year: Int
        var parts: [Part]
        var municipality: [String]
        var inputs: [[Double]]
        var pools: [[Double]]?
        var expected: [Double]
        var published: [Double]
    }

    @Test("RKA's indices, as they were published")
    func indices() throws {
        let cases = try ReferenceCases.read([IndexCase].self, "rka_index.json")
        #expect(cases.count == 11)
        for expected in cases {
            let parts = expected.parts.indices.map { index in
                let part = expected.parts[index]
                var values = Dictionary(zip(expected.municipality, expected.inputs[index])) { first, _ in first }
                // Those with this part and not all parts have no name in the case; only what they are matters, since they decide the
                // percentiles.
                if let pool = expected.pools?[index] {
                    var left = pool
                    for value in expected.inputs[index] { if let place = left.firstIndex(of: value) { left.remove(at: place) } }
                    for (number, value) in left.enumerated() { values["utan namn \(index) \(number)"] = value }
                    #expect(values.count == pool.count)
                }
                return RKAIndex.Part(values, better: part.low_is_good == true ? .lower : .higher, isIndex: part.already_index)
            }
            let index = RKAIndex.of(parts)
            #expect(index.count == expected.municipality.count, "\(expected.name) \(expected.year)")
            for (code, (value, published)) in zip(expected.municipality, zip(expected.expected, expected.published)) {
                #expect(isClose(index[code] ?? .nan, value))
                #expect(abs((index[code] ?? .nan) - published) <= 5e-8, "\(expected.name) \(expected.year) \(code)")
            }
        }
    }

    @Test("an index recomputed from a source is the published, and tells how far it is from it")
    func recomputed() throws {
        let ids = [
            "Resursindex förskola": "U11001", "Resursindex äldreomsorg": "U20008", "Resursindex LSS": "U28001",
            "Effektivitetsindex förskola": "U11901", "Effektivitetsindex kommunal grundskola": "U15900",
            "Effektivitetsindex äldreomsorg": "U20900",
        ]
        var seen: Set<KeyFigure.ID> = []
        for expected in try ReferenceCases.read([IndexCase].self, "rka_index.json") {
            let name = try #require(ids[expected.name])
            let id = try #require(KeyFigure.ID(name))
            let definition = try #require(RKAIndex.definitions.first { $0.id == id })
            #expect(definition.parts.map(\.keyFigure.description) == expected.parts.map(\.kpi))
            #expect(definition.parts.map(\.isIndex) == expected.parts.map(\.already_index))
            seen.insert(id)
            var source = HeldSeries()
            func line(_ value: Double) -> Series { Series(firstYear: expected.year, values: [value]) }
            for (index, part) in definition.parts.enumerated() {
                var series = Dictionary(zip(expected.municipality, expected.inputs[index].map(line))) { first, _ in first }
                var left = expected.pools?[index] ?? []
                for value in expected.inputs[index] { if let place = left.firstIndex(of: value) { left.remove(at: place) } }
                for (number, value) in left.enumerated() { series["\(8000 + 500 * index + number)"] = line(value) }
                // The country has a value and is no municipality.
                series["0000"] = line(0)
                source.series[part.keyFigure] = series
            }
            source.series[id] = Dictionary(zip(expected.municipality, expected.published.map(line))) { first, _ in first }
            let found = try #require(RKAIndex.recomputed(definition, year: expected.year, from: source))
            #expect(found.values.count == expected.municipality.count && found.values["0000"] == nil)
            #expect(try #require(found.farthestFromPublished) <= 5e-8)
            #expect(RKAIndex.recomputed(definition, year: expected.year + 1, from: source) == nil)
            source.series[id] = nil
            #expect(RKAIndex.recomputed(definition, year: expected.year, from: source)?.farthestFromPublished == nil)
        }
        #expect(seen == Set(RKAIndex.definitions.map(\.id)))
    }

    struct TrendCase: Decodable {
        var years: [Double]
        var values: [Double]
        var slope: Double
        var intercept_at_year0: Double
        var S: Int
        var tau: Double
        var p_decrease: Double
        var p_two_sided: Double
        var p_method: String
        var ci90_exact: [Double]
        var pairwise: Int
    }

    @Test("lines of Theil and Sen, exact tests of Mann and Kendall, exact intervals")
    func trends() throws {
        let cases = try ReferenceCases.read([TrendCase].self, "trend.json")
        #expect(cases.count == 50)
        for expected in cases {
            let distribution = KendallDistribution(count: expected.values.count)
            let line = TheilSen(expected.values, at: expected.years)
            #expect(isClose(line.slope, expected.slope) && isClose(line.intercept, expected.intercept_at_year0))
            #expect(line.pairwise.count == expected.pairwise)
            let interval = line.interval(errorOnEitherSide: 0.05, distribution)
            #expect(isClose(interval.lower, expected.ci90_exact[0]) && isClose(interval.upper, expected.ci90_exact[1]))
            let test = MannKendall(expected.values, distribution)
            #expect(test.score == expected.S && isClose(test.tau, expected.tau) && test.method.rawValue == expected.p_method)
            #expect(isClose(test.probabilityOfDecrease, expected.p_decrease, 1e-12))
            #expect(isClose(test.probabilityTwoSided, expected.p_two_sided, 1e-12))
        }
    }

    @Test("data envelopment, with constant and with variable returns")
    func envelopment() throws {
        struct Case: Decodable {
            var X: [[Double]]
            var Y: [[Double]]
            var crs: [Double]
            var vrs: [Double]
        }
        let expected = try ReferenceCases.read(Case.self, "dea.json")
        let units = zip(expected.X, expected.Y).map { DataEnvelopment.Unit(inputs: $0, outputs: $1) }
        for (returns, scores) in [(DataEnvelopment.Returns.constant, expected.crs), (.variable, expected.vrs)] {
            let found = DataEnvelopment.efficiencies(units, returns)
            #expect(found.count == 14)
            for (efficiency, score) in zip(found, scores) { #expect(abs((efficiency ?? .nan) - score) <= 1e-6) }
        }
    }

    @Test("Benjamini and Hochberg's list")
    func rates() throws {
        struct Case: Decodable {
            var p: [Double]
            var q: [Double]
        }
        let expected = try ReferenceCases.read(Case.self, "bh.json")
        // Turned about, since the order mustn't matter.
        let rates = falseDiscoveryRates(expected.p.reversed())
        #expect(zip(rates.reversed(), expected.q).allSatisfy { isClose($0, $1) } && rates.count == 25)
    }
}
