import Glibc
import Testing

@testable import Statistics

@Suite("Finding examples of improvement") struct ImprovementFinderTests {
    private func row(_ report: FinderReport, _ code: String) throws -> FinderRow {
        try #require(report.rows.first { $0.municipality == code })
    }

    @Test("a municipality that became a quarter cheaper and kept its quality is an example", arguments: 1...10)
    func example(_ seed: UInt64) throws {
        var service = MadeService(seed: seed)
        service.plant(-0.25, in: "1005")
        let report = service.find()
        let row = try row(report, "1005")
        #expect(report.tests == 60 && report.faults.isEmpty)
        #expect(row.classification == .example && row.evidence == .strong && row.isRobust)
        #expect(row.change < -0.15 && row.change > -0.35)
        #expect(row.quality.first?.state == .kept && row.guarding?.isKept == true)
        #expect(report.rows.allSatisfy { $0.municipality.isMunicipality })
    }

    @Test("cheaper but worse is said to be so, however good the rest looks")
    func worse() throws {
        var service = MadeService(seed: 1)
        service.plant(-0.25, in: "1005")
        service.change(MadeService.quality, of: "1005") { $0 - Double($1) }
        #expect(try row(service.find(), "1005").classification == .worse)
    }

    @Test("quality that swings is unclear, and makes the example a possible one")
    func unclear() throws {
        var service = MadeService(seed: 1)
        service.plant(-0.25, in: "1005")
        service.change(MadeService.quality, of: "1005") { $0 + ($1 % 2 == 0 ? 6 : -6) }
        let row = try row(service.find(), "1005")
        #expect(row.quality.first?.state == .unclear && row.classification == .possible)
    }

    @Test("quality that isn't known makes no example, and neither does a guard that rose")
    func unknown() throws {
        var service = MadeService(seed: 1)
        service.plant(-0.25, in: "1005")
        var silent = service
        silent.change(MadeService.quality, of: "1005") { $1 < 4 ? $0 : .nan }
        let unknown = try row(silent.find(), "1005")
        #expect(unknown.quality.first?.state == .missing && unknown.quality.first?.change == nil)
        #expect(unknown.classification == .uncertain)
        service.change(MadeService.watched, of: "1005") { $0 + Double($1) }
        let guarded = try row(service.find(), "1005")
        #expect(guarded.guarding?.isKept == false && !guarded.isRobust && guarded.classification == .uncertain)
    }

    @Test("a direction that is the other way turns what is worse about")
    func direction() throws {
        var service = MadeService(seed: 1)
        service.plant(-0.25, in: "1005")
        service.change(MadeService.quality, of: "1005") { $0 + Double($1) }
        #expect(try row(service.find(), "1005").classification == .example)
        service.card.quality[0].better = .lower
        #expect(try row(service.find(), "1005").classification == .worse)
    }

    @Test("what happens to all falls out: prices, and the year it is counted from", arguments: 1...5)
    func common(_ seed: UInt64) throws {
        let service = MadeService(seed: seed)
        var dearer = service
        for code in service.codes { dearer.change(MadeService.cost, of: code) { $0 * (1 + 0.07 * Double($1 * $1)) } }
        for (one, other) in zip(service.find().rows, dearer.find().rows) {
            #expect(isClose(one.change, other.change, 1e-9) && isClose(one.rate, other.rate, 1e-9))
            #expect(one.classification == other.classification)
        }
    }

    @Test("any window of six years and more, against the definitions", arguments: 6...14)
    func windows(_ count: Int) throws {
        let years = 2023 - count...2022
        let service = MadeService(seed: UInt64(count), years: years)
        let report = service.find(.years(years))
        let card = try #require(report.cards.first)
        #expect(card.years == years && card.tested == 60 && card.degrees == Double(count + 4))
        for row in report.rows {
            var slopes: [Double] = []
            for later in 0..<count {
                for earlier in 0..<later {
                    slopes.append((row.differences[later] - row.differences[earlier]) / Double(later - earlier))
                }
            }
            let slope = try #require(median(slopes))
            #expect(isClose(row.slope, slope) && isClose(row.change, exp(slope * Double(count - 1)) - 1))
            let mean = row.differences.reduce(0, +) / Double(count)
            let middle = Double(count - 1) / 2
            var (product, square) = (0.0, 0.0)
            for (year, difference) in row.differences.enumerated() {
                product += (Double(year) - middle) * (difference - mean)
                square += (Double(year) - middle) * (Double(year) - middle)
            }
            #expect(isClose(row.test.slope, product / square))
            let medians = row.peers.compactMap { service.source.series[MadeService.cost]?[$0]?.values.first }
            #expect(isClose(row.differences[0], log(row.costs[0]) - (median(medians.map { log($0) }) ?? .nan)))
            #expect(row.changesLeavingOneOut.count == count)
        }
        #expect(service.find(.years(years.lowerBound...years.lowerBound + 4)).rows.isEmpty)
    }

    @Test("the order of cards and of peers changes nothing but the order of rows")
    func order() throws {
        let service = MadeService(seed: 4)
        var turned = service
        turned.peers[0].similar = service.peers[0].similar.mapValues { $0.reversed() }
        for (one, other) in zip(service.find().rows, turned.find().rows) {
            #expect(one.change == other.change && one.rate == other.rate && one.peers == other.peers.reversed())
        }
    }

    @Test("without a card, or a municipality, there is nothing to say and no fault")
    func nothing() {
        let service = MadeService(seed: 1)
        let report = ImprovementFinder.find(cards: [], values: service.source, peers: service.peers, population: [:])
        #expect(
            report.rows.isEmpty && report.faults.isEmpty && report.tests == 0
                && report.mirrors.allSatisfy { $0.shareByChance == nil }
        )
    }

    @Test("municipalities whose population isn't known are named, not tested, and still peers")
    func population() throws {
        var service = MadeService(seed: 2)
        service.population["1003"] = nil
        let report = service.find()
        let card = try #require(report.cards.first)
        #expect(card.withoutPopulation == ["1003"] && card.withCosts == 60 && card.tested == 59)
        #expect(report.rows.contains { $0.peers.contains("1003") })
    }

    @Test("a municipality without a cost some year, or with too few similar ones left, isn't tested")
    func gaps() throws {
        var service = MadeService(seed: 2)
        service.change(MadeService.cost, of: "1003") { $1 == 3 ? .nan : $0 }
        service.change(MadeService.cost, of: "1004") { $1 == 3 ? 0 : $0 }
        service.peers[0].similar["1005"] = ["1006", "1007", "1008", "1003"]
        service.peers[0].similar["1009"] = ["1006", "1007", "1008", "1010", "1003"]
        let report = service.find()
        let codes = report.rows.map(\.municipality)
        #expect(!codes.contains("1003") && !codes.contains("1004") && !codes.contains("1005") && codes.contains("1009"))
        #expect(report.rows.allSatisfy { !$0.peers.contains("1003") && $0.peers.count >= 4 })
        #expect(report.cards.first?.withCosts == 58)
    }

    @Test("only final years: until a year's values are published they are left out")
    func final() throws {
        let service = MadeService(seed: 3, years: 2012...2022)
        let publications = Publications([MadeService.cost: Publications.Coming(year: 2022, day: "2023-08-28")])
        func years(_ day: String?) -> ClosedRange<Int>? {
            service.find(publications: publications, day: day).cards.first?.years
        }
        #expect(years("2023-08-27") == 2014...2021)
        #expect(years("2023-08-28") == 2015...2022)
        #expect(years(nil) == 2015...2022)
        let asked = service.find(.years(2015...2022), publications: publications, day: "2023-08-27")
        #expect(asked.cards.first?.years == 2015...2021)
    }

    @Test("a year that only some have reported isn't the last one")
    func partial() {
        var service = MadeService(seed: 3, years: 2012...2022)
        for code in service.codes.dropFirst(20) { service.change(MadeService.cost, of: code) { $1 == 10 ? .nan : $0 } }
        #expect(service.find().cards.first?.years == 2014...2021)
    }

    @Test(
        "years on either side of a break are never compared",
        arguments: [
            ([], 2008...2022, 2015...2022), ([2016], 2008...2022, 2016...2022), ([2016], 2010...2020, 2010...2015),
            ([2016], 2015...2022, 2016...2022),
            ([2020], 2008...2022, 2012...2019), ([2010, 2020], 2008...2022, 2012...2019), ([2008], 2008...2022, 2015...2022),
            ([2023], 2008...2022, 2015...2022),
        ] as [([Int], ClosedRange<Int>, ClosedRange<Int>)]
    )
    func breaks(_ breaks: [Int], _ years: ClosedRange<Int>, _ expected: ClosedRange<Int>) {
        var service = MadeService(seed: 3, years: years)
        service.card.breaks = breaks
        #expect(service.find().cards.first?.years == expected)
    }

    @Test("a card that can't be used says why and what to do, and the others are used")
    func faults() throws {
        let service = MadeService(seed: 5)
        let strange = try #require(KeyFigure.ID("N99999"))
        func fault(_ change: (inout MadeService) -> Void) -> String? {
            var service = service
            change(&service)
            let report = service.find()
            #expect(report.rows.isEmpty && report.cards.isEmpty)
            return report.faults.first?.description
        }
        #expect(
            fault { $0.card.cost.keyFigure = strange }
                == "Kortet ”Grundskola” frågar efter nyckeltalet N99999, som inte har några värden här. Hämta nyckeltalet, eller välj ett annat på kortet."
        )
        #expect(fault { $0.card.quality[0].keyFigure = strange } != nil)
        let damaged = [MadeService.cost, MadeService.quality, MadeService.watched, StatisticsVintage.inhabitants]
        for id in damaged.compactMap(\.self) {
            #expect(
                fault { $0.source.damaged = [id] }
                    == "Kortet ”Grundskola” behöver nyckeltalet \(id), vars värden har skadats på servern. Hämta statistiken på nytt."
            )
        }
        #expect(fault { $0.card.guarding?.keyFigure = strange } != nil)
        #expect(
            fault { $0.card.area = "förskola" }
                == "Kortet ”Grundskola” vill jämföra med liknande kommuner för ”förskola”, men en sådan grupp finns inte. Välj någon av grundskola."
        )
        #expect(fault { $0.peers = [] }?.hasSuffix("Hämta grupperna av liknande kommuner först.") == true)
        #expect(
            fault { $0.card.breaks = [2018, 2021] }
                == "Kortet ”Grundskola” har 3 år som går att jämföra, och det behövs minst 6. Kostnaden räknas på ett nytt sätt från 2018 och 2021. Välj fler år, eller vänta tills fler är slutliga."
        )
        let few = fault { made in for code in made.codes.dropFirst(19) { made.source.series[MadeService.cost]?[code] = nil } }
        #expect(few?.contains("kommuner med kostnad alla år 2015–2022") == true)
        let both = ImprovementFinder.find(
            cards: [service.card, service.card],
            values: service.source,
            peers: service.peers,
            population: service.population
        )
        #expect(both.cards.count == 1 && both.rows.count == 60)
        let twice = "Kortet ”Grundskola” har samma beteckning som ett annat: grundskola. Behåll ett av dem."
        #expect(both.faults.map(\.description) == [twice])
    }

    @Test("how many it is counted for isn't needed to find")
    func count() throws {
        var service = MadeService(seed: 5)
        service.card.cost.count = KeyFigure.ID("N99999")
        #expect(service.find().faults.isEmpty)
        #expect(service.card.keyFigures.map(\.description) == ["N15008", "N15419", "N15001", "N99999"])
    }

    @Test("values that no source should have are refused or survived, never trapped on", arguments: 1...30)
    func absurd(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var service = MadeService(seed: seed, municipalities: 30)
        let absurd: [Double] = [0, -1, .infinity, -.infinity, .nan, 1e308, 1e-300, 1]
        for code in service.codes where Bool.random(using: &generator) {
            for keyFigure in [MadeService.cost, MadeService.quality, MadeService.watched] {
                service.change(keyFigure, of: code) { value, _ in
                    Int.random(in: 0..<4, using: &generator) == 0 ? absurd.randomElement(using: &generator) ?? value : value
                }
            }
        }
        var constants = FinderConstants()
        constants.fewestMunicipalities = 1
        constants.fewestPeers = 1
        for row in service.find(.last(Int.random(in: -3...20, using: &generator)), constants: constants).rows {
            #expect(row.rate >= 0 && row.rate <= 1)
        }
        #expect(service.find(.years(1900...1905)).rows.isEmpty && service.find(.years(2500...2600)).rows.isEmpty)
    }

    @Test("values that are all alike show nothing")
    func alike() {
        var service = MadeService(seed: 1)
        for code in service.codes { service.change(MadeService.cost, of: code) { _, _ in 100 } }
        let report = service.find()
        #expect(
            report.tests == 60
                && report.rows.allSatisfy { $0.classification == nil && $0.change == 0 && $0.test.probability == 0.5 }
        )
    }
}
