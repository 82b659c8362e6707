extension YearlyNoise {
    /// The noise of the places of a comparison up to a year, without the country.
    ///
    /// - Parameters:
    ///   - comparison: whose values.
    ///   - year: the last that is looked at; years that are counted in another way than it are left out.
    ///   - vintage: where it is known how many live in each place.
    package init(_ comparison: Comparison, upTo year: Int, in vintage: StatisticsVintage) {
        let rows = comparison.rows.filter { $0.role != .country && $0.series[year] != nil }
        let first = comparison.figure.breaks.last { $0 <= year }
        self.init(
            Dictionary(rows.map { ($0.code, $0.series) }) { first, _ in first },
            upTo: year,
            comparableFrom: first,
            population: vintage.population(of: rows.map(\.code))
        )
    }

    /// How much the values of those places swing, in the same order; nil when that isn't known of all.
    func deviations(of codes: [String]) -> [Double]? {
        let known = codes.compactMap { deviation(of: $0) }
        return tooCloseBreak == nil && known.count == codes.count ? known : nil
    }

    /// Whether a difference between two places' values of one year is larger than what their swings explain; nil when nothing can be
    /// said.
    ///
    /// The limit is twice the deviation of a difference, which chance alone passes about one time in twenty.
    package func isClear(_ first: (code: String, value: Double), _ second: (code: String, value: Double)) -> Bool? {
        guard tooCloseBreak == nil, let one = deviation(of: first.code), let other = deviation(of: second.code) else {
            return nil
        }
        return Self.isClear(first.value, one, second.value, other)
    }

    /// Whether two values are clearly apart, by the deviation of each.
    static func isClear(_ first: Double, _ firstDeviation: Double, _ second: Double, _ secondDeviation: Double) -> Bool {
        // Values that never swing, as when they are counted in whole numbers, are no less equal for it.
        let limit = 2 * (firstDeviation * firstDeviation + secondDeviation * secondDeviation).squareRoot()
        return first != second && (first - second).magnitude > limit
    }

    /// Whether a place's value is clearly another than a median, which is taken as known.
    package func isClear(_ code: String, _ value: Double, from median: Double) -> Bool? {
        guard tooCloseBreak == nil, let deviation = deviation(of: code) else { return nil }
        return value != median && (value - median).magnitude > 2 * deviation
    }
}

/// The places of those that are compared, as far as they can be told apart.
package struct HonestRanking: Sendable {
    /// Between which places one may stand.
    package struct Standing: Hashable, Sendable {
        package let code: String
        package let value: Double
        /// Counted from the largest value, which is 1.
        package let places: ClosedRange<Int>
    }

    /// Why nobody is ranked.
    package enum Refusal: Hashable, Sendable {
        /// So few have a value that year.
        case few(Int)
        /// There are too few years, counted in the same way, to tell differences from chance.
        case unknownNoise
        /// The values of the year aren't final.
        case preliminary
    }

    /// From the largest value to the least.
    package let standings: [Standing]
    package let refusal: Refusal?

    /// The fewest that are ranked: among fewer a place says less than the values themselves.
    package static let fewest = Colouring.fewest

    /// The ranking of a year's values; without places when it is refused.
    package init(_ comparison: Comparison, year: Int, noise: YearlyNoise) {
        let known = comparison.known(year).sorted { ($1.value, $0.row.code) < ($0.value, $1.row.code) }
        let count = known.count
        let deviations = noise.deviations(of: known.map(\.row.code))
        refusal =
            if count < Self.fewest {
                .few(count)
            } else if comparison.figure.isPreliminary(year) {
                .preliminary
            } else if deviations == nil {
                .unknownNoise
            } else {
                nil
            }
        var places = known.map { _ in 1...max(1, count) }
        if refusal == nil, let deviations { places = Self.places(of: known.map(\.value), deviations) }
        standings = zip(known, places).map { Standing(code: $0.row.code, value: $0.value, places: $1) }
    }

    /// Between which places each of some values may stand, when all pairs are held against each other.
    ///
    /// - Parameters:
    ///   - values: from the largest to the least.
    ///   - deviations: how much each swings.
    /// - Returns: the places in the same order, counted from the largest value, which is 1.
    private static func places(of values: [Double], _ deviations: [Double]) -> [ClosedRange<Int>] {
        var above = values.map { _ in 0 }
        var below = above
        for lower in values.indices {
            for upper in 0..<lower
            where YearlyNoise.isClear(values[upper], deviations[upper], values[lower], deviations[lower]) {
                above[lower] += 1
                below[upper] += 1
            }
        }
        return zip(above, below).map { ($0 + 1)...(values.count - $1) }
    }
}
