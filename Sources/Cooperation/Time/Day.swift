/// A day in the Gregorian calendar, as Swedish documents write it.
///
/// Stored as the number of days since 1 January 1970, so that days compare and subtract as integers. The conversions
/// follow Howard Hinnant's `days_from_civil` and are exact for every year from 1 to 9999.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    package let number: Int32

    /// The day with that number of days since 1 January 1970.
    package init(number: Int32) {
        self.number = number
    }

    /// The day with that date, or nil when the calendar has no such day.
    ///
    /// - Parameters:
    ///   - year: 1–9999.
    ///   - month: 1–12.
    ///   - day: 1 to the number of days in the month.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Day.count(inMonth: month, of: year) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// The day written as `2026-11-23`, or nil when the text is something else or no such day exists.
    package init?(_ text: some StringProtocol) {
        guard let parts = Day.parts(of: text), parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// Year, month and day.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    /// The year the day belongs to.
    package var year: Int { civil.year }

    /// Monday is 1, Sunday is 7.
    package var weekday: Int { Int((Int64(number) + 3) % 7 + 7) % 7 + 1 }

    /// `2026-11-23`.
    package var iso: String {
        let (year, month, day) = civil
        return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
    }

    /// The day that many days later (or earlier, when negative).
    package func adding(days: Int) -> Day {
        Day(number: number + Int32(days))
    }

    /// The number of days in a month.
    ///
    /// - Parameters:
    ///   - month: 1–12.
    ///   - year: the year, for February.
    /// - Returns: 28–31.
    package static func count(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The figures of `2026`, `2026-11` or `2026-11-23`; nil when the text is written in another way.
    static func parts(of text: some StringProtocol) -> [Int]? {
        let pieces = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(pieces.count) else { return nil }
        var figures: [Int] = []
        for (piece, width) in zip(pieces, widths) {
            guard piece.count == width else { return nil }
            var figure = 0
            for byte in piece {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                figure = figure * 10 + Int(byte - UInt8(ascii: "0"))
            }
            figures.append(figure)
        }
        return figures
    }

    static func padded(_ figure: Int, _ width: Int) -> String {
        let digits = String(figure)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}
