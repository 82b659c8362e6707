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

    /// Whether it is known how much the values of all those places swing.
    func isKnown(of codes: [String]) -> Bool { tooCloseBreak == nil && codes.allSatisfy { deviation(of: $0) != nil } }

    /// Whether a difference between two places' values of one year is larger than what their swings explain; nil when nothing can be
    /// said.
    ///
    /// The limit is twice the deviation of a difference, which chance alone passes about one time in twenty.
    package func isClear(_ first: (code: String, value: Double), _ second: (code: String, value: Double)) -> Bool? {
        guard tooCloseBreak == nil, let one = deviation(of: first.code), let other = deviation(of: second.code) else {
            return nil
        }
        // Values that never swing, as when they are counted in whole numbers, are no less equal for it.
        return first.value != second.value
            && (first.value - second.value).magnitude > 2 * (one * one + other * other).squareRoot()
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
        let refusal: Refusal? =
            if count < Self.fewest {
                .few(count)
            } else if comparison.figure.isPreliminary(year) {
                .preliminary
            } else if !noise.isKnown(of: known.map(\.row.code)) {
                .unknownNoise
            } else {
                nil
            }
        self.refusal = refusal
        standings = known.map { entry in
            guard refusal == nil else { return Standing(code: entry.row.code, value: entry.value, places: 1...max(1, count)) }
            let mine = (entry.row.code, entry.value)
            func isClear(_ other: (row: Comparison.Row, value: Double)) -> Bool {
                noise.isClear(mine, (other.row.code, other.value)) ?? false
            }
            let above = known.count { $0.value > entry.value && isClear($0) }
            let below = known.count { $0.value < entry.value && isClear($0) }
            return Standing(code: entry.row.code, value: entry.value, places: (above + 1)...(count - below))
        }
    }
}
