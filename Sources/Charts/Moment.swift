/// When something was, as exactly as it is known.
package enum Moment: Hashable, Sendable {
    /// Some time that year.
    case year(Int)
    case day(year: Int, month: Int, day: Int)

    /// The year it belongs to, as calendars have years.
    package var year: Int {
        let year =
            switch self {
            case .year(let year): year
            case .day(let year, _, _): year
            }
        return min(max(0, year), 9999)
    }

    /// The place on an axis of years, where a year is the interval from its number to the next.
    ///
    /// What is only known to the year stands in its middle.
    var position: Double {
        switch self {
        case .year: Double(year) + 0.5
        case .day(_, let month, let day):
            Double(self.year) + min(max(0, Double(month - 1) * 30.5 + Double(day) - 0.5), 365.5) / 366
        }
    }
}

/// How an axis of years is laid out.
struct YearAxis {
    let first, last: Int
    let start, width: Double

    /// An axis over whole years.
    ///
    /// - Parameters:
    ///   - years: from the first to the last, both whole.
    ///   - start: where the first begins.
    ///   - width: from there to where the last ends.
    init(_ years: ClosedRange<Int>, start: Double, width: Double) {
        first = years.lowerBound
        last = years.upperBound
        self.start = start
        self.width = width
    }

    var years: ClosedRange<Int> { first...last }
    var yearWidth: Double { width / Double(last - first + 1) }

    /// Where a moment stands; what is outside the axis stands at its end.
    func place(of position: Double) -> Double {
        start + min(max(0, (position - Double(first)) / Double(last - first + 1)), 1) * width
    }

    /// The years whose number has room: all of them, or the first, the last and round ones between.
    func labelled(labelWidth: Double) -> [Int] {
        guard yearWidth < labelWidth else { return Array(years) }
        let step = [2, 5, 10, 20, 50, 100, 200, 500, 1000].first { Double($0) * yearWidth >= labelWidth } ?? 10_000
        func isClear(_ year: Int) -> Bool {
            Double(year - first) * yearWidth >= labelWidth && Double(last - year) * yearWidth >= labelWidth
        }
        let round = years.filter { $0.isMultiple(of: step) && isClear($0) }
        return [first] + round + (Double(last - first) * yearWidth >= labelWidth ? [last] : [])
    }
}
