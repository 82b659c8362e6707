import Glibc
import Statistics
import Testing

@testable import SeriesStore

/// Ranks and scans against the plainest way to do the same.
@Suite struct ScanTests {
    private func store(_ seed: UInt64, places: Int, ties: Bool) throws -> (Folder, StoreFile) {
        var dice = Dice(seed)
        let folder = try Folder()
        var cells: [(Subject, Saying)] = []
        for keyFigure in ["N00001", "N00002", "U00001"] {
            for place in 0..<places {
                let code = String(String(10_000 + 100 + place).dropFirst())
                for year in 2014...2026 where Int.random(in: 0..<60, using: &dice) > 0 {
                    let subject = Subject(keyFigure: keyFigure, place: code, gender: "T", year: year)
                    let number = Int.random(in: (ties ? 1 : -2000)...(ties ? 9 : 100_000), using: &dice)
                    cells.append((subject, Int.random(in: 0..<60, using: &dice) == 0 ? .status("Missing") : .value("\(number)")))
                }
            }
        }
        try folder.take([page(json(cells.shuffled(using: &dice)))])
        return (folder, try folder.store())
    }

    @Test(arguments: [true, false])
    func ranksAsCountingDoes(_ ties: Bool) throws {
        let (_, store) = try store(11, places: 60, ties: ties)
        for keyFigure in store.keyFigures {
            let ranked = store.ranking(of: keyFigure)
            let panel = try #require(store.panel(of: keyFigure))
            #expect(
                ranked.count
                    == panel.places.indices.reduce(0) { count, place in
                        guard Code(panel.places[place])?.isMunicipality == true else { return count }
                        return count
                            + panel.years.indices.count {
                                !panel.values[place * panel.years.count + $0 - panel.years.lowerBound].isNaN
                            }
                    }
            )
            for one in ranked {
                let year = ranked.filter { $0.year == one.year }
                #expect(one.rank == 1 + year.count { $0.value < one.value })
                let higher = Double(year.count { $0.value > one.value })
                let same = Double(year.count { $0.value == one.value } - 1)
                #expect(one.shareAbove == (year.count == 1 ? nil : 100 * (higher + same / 2) / Double(year.count - 1)))
                #expect(store.value(keyFigure, in: one.place, year: one.year) == one.value)
            }
        }
    }

    @Test func theOnlyOneHasARankAndNoShare() throws {
        let folder = try Folder()
        try folder.take([page(json([(Subject(keyFigure: "N00001", place: "0126", gender: "T", year: 2020), .value("5"))]))])
        let ranked = try folder.store().ranking(of: try id("N00001"))
        #expect(ranked == [RankedValue(place: "0126", year: 2020, value: 5, rank: 1, shareAbove: nil)])
    }

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    @Test(arguments: [2018...2025, 2016...2022, 2020...2021, 2015...2026])
    func scansAsThePlainWayDoes(_ years: ClosedRange<Int>) throws {
        let (_, store) = try store(12, places: 200, ties: false)
        let (least, limit, distance) = (30, 0.2, -0.5)
        let scan = store.changes(years, least: least, change: limit, distance: distance)
        var (count, sum) = (0, 0.0)
        var found: [String] = []
        for keyFigure in store.keyFigures {
            var series: [(place: String, values: [Double])] = []
            for place in store.places(of: keyFigure) where Code(place)?.isMunicipality == true {
                let values = years.compactMap { store.value(keyFigure, in: place, year: $0) }
                if values.count == years.count, values.allSatisfy({ $0 > 0 }) { series.append((place, values.map { log($0) })) }
            }
            if series.count < least { continue }
            let medians = years.indices.map { year in
                median(series.map { $0.values[years.distance(from: years.startIndex, to: year)] })
            }
            let changes = series.map { one in
                var slopes: [Double] = []
                for first in 0..<years.count {
                    for last in first + 1..<years.count {
                        slopes.append(
                            (one.values[last] - medians[last] - one.values[first] + medians[first]) / Double(last - first)
                        )
                    }
                }
                return Double(years.count - 1) * median(slopes)
            }
            let middle = median(changes)
            let spread = 1.4826 * median(changes.map { abs($0 - middle) })
            count += series.count
            sum += changes.reduce(0, +)
            for (one, change) in zip(series, changes) where change <= limit && (change - middle) / spread <= distance {
                found.append("\(keyFigure) \(one.place)")
            }
        }
        #expect(count > 100)
        #expect(!found.isEmpty)
        #expect(scan.seriesCount == count)
        #expect(abs(scan.sum - sum) < 1e-9)
        #expect(scan.found.map { "\($0.keyFigure) \($0.place)" } == found)
        // The same to the last bit however the work is shared.
        #expect(store.changes(years, least: least, change: limit, distance: distance).sum == scan.sum)
    }
}
