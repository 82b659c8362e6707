/// The line of Theil and Sen: its slope is the median of the slopes between all pairs of points.
///
/// A single odd year moves it little.
package struct TheilSen: Hashable, Sendable {
    /// For each step in time.
    package let slope: Double
    /// The height at time zero: the median of what the slope leaves.
    package let intercept: Double
    /// The slopes between the pairs, in rising order.
    package let pairwise: [Double]

    /// The line through values at times.
    ///
    /// - Parameters:
    ///   - values: at least two, all numbers.
    ///   - times: as many, all different; 2015, 2016, …
    package init(_ values: [Double], at times: [Double]) {
        precondition(values.count == times.count && values.count >= 2)
        var slopes: [Double] = []
        slopes.reserveCapacity(values.count * (values.count - 1) / 2)
        for later in 1..<values.count {
            for earlier in 0..<later { slopes.append((values[later] - values[earlier]) / (times[later] - times[earlier])) }
        }
        slopes.sort()
        pairwise = slopes
        let slope =
            slopes.count % 2 == 1 ? slopes[slopes.count / 2] : (slopes[slopes.count / 2 - 1] + slopes[slopes.count / 2]) / 2
        self.slope = slope
        var heights = zip(values, times).map { $0 - slope * $1 }
        intercept = median(reordering: &heights)
    }

    /// Between what the slope lies, by Kendall's exact distribution, with at most that probability of error on either side.
    ///
    /// Without an end where there are too few points for one.
    package func interval(errorOnEitherSide probability: Double, _ distribution: KendallDistribution) -> (
        lower: Double, upper: Double
    ) {
        let outside = distribution.slopesOutside(probability: probability)
        guard outside >= 0, outside < pairwise.count else { return (-.infinity, .infinity) }
        return (pairwise[outside], pairwise[pairwise.count - 1 - outside])
    }

    /// The slope alone, of values a step apart, with one left out when asked for.
    ///
    /// The caller keeps the scratch, so that nothing is allocated.
    static func slope(of values: [Double], leavingOut: Int? = nil, _ scratch: inout [Double]) -> Double {
        scratch.removeAll(keepingCapacity: true)
        for later in 1..<values.count where later != leavingOut {
            for earlier in 0..<later where earlier != leavingOut {
                scratch.append((values[later] - values[earlier]) / Double(later - earlier))
            }
        }
        return median(reordering: &scratch)
    }
}

/// Siegel's line: for each point the median of its slopes to the others, and then the median of those.
///
/// Holds even when nearly half of the points are odd ones.
package struct RepeatedMedian: Hashable, Sendable {
    package let slope: Double
    /// The height at zero: the median of what the slope leaves of the heights.
    package let intercept: Double

    /// The line through points; nil when fewer than two stand apart.
    package init?(_ values: [Double], at places: [Double]) {
        precondition(values.count == places.count)
        var (medians, scratch): ([Double], [Double]) = ([], [])
        medians.reserveCapacity(values.count)
        scratch.reserveCapacity(values.count)
        for index in values.indices {
            scratch.removeAll(keepingCapacity: true)
            for other in values.indices where places[other] != places[index] {
                scratch.append((values[other] - values[index]) / (places[other] - places[index]))
            }
            if !scratch.isEmpty { medians.append(median(reordering: &scratch)) }
        }
        guard !medians.isEmpty else { return nil }
        let slope = median(reordering: &medians)
        var heights = zip(values, places).map { $0 - slope * $1 }
        self.slope = slope
        intercept = median(reordering: &heights)
    }
}
