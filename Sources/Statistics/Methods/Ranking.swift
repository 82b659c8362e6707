/// Which way is better.
package enum Direction: String, Hashable, Sendable, CaseIterable, Codable {
    case higher = "högre"
    case lower = "lägre"
}

/// The colour of a place in a ranking, as Kommunens Kvalitet i Korthet and Kolada have it.
package enum RankColour: String, Hashable, Sendable, CaseIterable, Encodable {
    /// Among the best quarter.
    case best = "grön"
    case middle = "gul"
    /// Among the worst quarter.
    case worst = "röd"

    /// The colour of a value with so many better and so many worse ones, of so many in all.
    ///
    /// Green when its best place is within the best quarter, red when its worst is within the worst; those that are equal with
    /// both ends are neither.
    init(before: Int, after: Int, of count: Int) {
        let isBest = 4 * (before + 1) <= count
        let isWorst = 4 * (after + 1) <= count
        self = isBest == isWorst ? .middle : isBest ? .best : .worst
    }
}

/// Where each of some values stands among them all.
///
/// Says nothing of whether a difference is worth anything: see `Colouring`.
package struct Ranking: Hashable, Sendable {
    package struct Place: Hashable, Sendable {
        /// 1 is best; equal values share the best of their places.
        package let rank: Int
        /// From the other end: 1 is worst; equal values share it.
        package let rankFromWorst: Int
        /// The share of the others that are worse, with half of those that are equal, in per cent.
        package let percentile: Double
        package let colour: RankColour
    }

    /// One for each value, in the order that they were given.
    package let places: [Place]

    /// The ranking of values.
    ///
    /// How equal values at a border are coloured is not published. Here a value is green when its best place is within the best
    /// quarter and red when its worst place is within the worst. All values are numbers.
    package init(_ values: [Double], better: Direction) {
        let signed = better == .higher ? values.map { -$0 } : values
        let sorted = signed.sorted()
        let count = Double(values.count)
        places = signed.map { value in
            let before = sorted.partitioningIndex { $0 >= value }
            let after = sorted.count - sorted.partitioningIndex { $0 > value }
            let equal = sorted.count - before - after - 1
            let colour = RankColour(before: before, after: after, of: sorted.count)
            let percentile = sorted.count > 1 ? 100 * (Double(after) + Double(equal) / 2) / (count - 1) : 50
            return Place(rank: before + 1, rankFromWorst: after + 1, percentile: percentile, colour: colour)
        }
    }
}

extension Array {
    /// The first place from which all elements meet a condition, when those that meet it stand last.
    func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// How a value that a share of all lie below is found among values.
package enum QuantileRule: Hashable, Sendable {
    /// The smallest value that at least the share lies at or below, as RKA does: one of the values, never between two.
    case oneOfTheValues
    /// On the line between the two nearest (type 7 of Hyndman and Fan).
    case between
}

/// The value that a share of all lie below.
///
/// They are given in rising order, at least one, and the share in thousandths, so that RKA's 2.5 per cent is exact.
package func quantile(_ sorted: [Double], thousandths share: Int, _ rule: QuantileRule) -> Double {
    precondition(!sorted.isEmpty && (0...1000).contains(share))
    switch rule {
    case .oneOfTheValues:
        return sorted[max(1, (sorted.count * share + 999) / 1000) - 1]
    case .between:
        let place = Double(sorted.count - 1) * Double(share) / 1000
        let lower = Int(place)
        let upper = min(lower + 1, sorted.count - 1)
        return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
    }
}
