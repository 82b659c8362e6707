/// A moment in Coordinated Universal Time.
///
/// Journals order and date by it; what a person reads is the Swedish day and the Swedish time of day.
package struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1 January 1970, 00:00 UTC.
    package let microseconds: Int64

    /// The moment that many microseconds after 1 January 1970, 00:00 UTC.
    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The moment a Swedish day begins.
    package init(startOf day: Day) {
        let midnight = Int64(day.number) * 86_400_000_000
        // At Swedish midnight the clock has not yet been moved that day, so the offset one hour earlier holds.
        let offset = Instant(microseconds: midnight - 2 * 3_600_000_000).swedishOffset
        self.init(microseconds: midnight - offset)
    }

    /// The day in Sweden (`Europe/Stockholm`).
    package var swedishDay: Day {
        Day(number: Int32((microseconds + swedishOffset).quotient(86_400_000_000)))
    }

    /// Hour and minute in Sweden.
    package var swedishTime: (hour: Int, minute: Int) {
        let local = microseconds + swedishOffset
        let seconds = Int((local - local.quotient(86_400_000_000) * 86_400_000_000) / 1_000_000)
        return (seconds / 3600, seconds % 3600 / 60)
    }

    /// How far Swedish clocks are ahead of UTC, in microseconds.
    ///
    /// Directive 2000/84/EC: summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
    /// October. The journal begins after 1996, when that rule had come to apply.
    var swedishOffset: Int64 {
        let hour: Int64 = 3_600_000_000
        let year = Day(number: Int32(microseconds.quotient(86_400_000_000))).year
        guard let begins = Self.lastSunday(ofMonth: 3, year), let ends = Self.lastSunday(ofMonth: 10, year) else { return hour }
        let isSummer =
            microseconds >= Int64(begins.number) * 86_400_000_000 + hour
            && microseconds < Int64(ends.number) * 86_400_000_000 + hour
        return isSummer ? 2 * hour : hour
    }

    private static func lastSunday(ofMonth month: Int, _ year: Int) -> Day? {
        Day(year: year, month: month, day: 31).map { $0.adding(days: -($0.weekday % 7)) }
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}

extension Int64 {
    /// Division that rounds downwards, so that moments before 1970 land on the right day.
    fileprivate func quotient(_ divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
