package import Cooperation

extension Instant {
    /// The moment in UTC as RFC 3339 has it: `2026-11-23T07:05:09Z`.
    ///
    /// Parts of a second are left out. RFC 3339 has four figures for the year, so a moment outside the years 1–9999 is written as
    /// the nearest one inside.
    package var rfc3339: String {
        var bytes: [UInt8] = []
        bytes.append(self, punctuated: true)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The day in UTC and the second of that day.
    fileprivate var universal: (day: Day, second: Int) {
        let earliest: Int64 = -62_135_596_800
        let latest: Int64 = 253_402_300_799
        let whole = microseconds / 1_000_000 - (microseconds % 1_000_000 < 0 ? 1 : 0)
        let (day, second) = min(max(whole, earliest), latest).quotientAndRemainder(dividingBy: 86_400)
        return second < 0 ? (Day(number: Int32(day - 1)), Int(second + 86_400)) : (Day(number: Int32(day)), Int(second))
    }
}

extension Day {
    /// 1 January of the year 1.
    private static let earliestWritable = Day(number: -719_162)

    /// 31 December 9999.
    private static let latestWritable = Day(number: 2_932_896)

    /// The day itself, or the nearest one whose year can be written with four figures.
    var writable: Day { min(max(self, .earliestWritable), .latestWritable) }
}

extension [UInt8] {
    /// Appends a moment in UTC: `2026-11-23T07:05:09Z`, or `20261123T070509Z` without punctuation.
    mutating func append(_ instant: Instant, punctuated: Bool) {
        let (day, second) = instant.universal
        append(day, punctuated: punctuated)
        append(UInt8(ascii: "T"))
        append(second / 3600, digits: 2)
        if punctuated { append(UInt8(ascii: ":")) }
        append(second / 60 % 60, digits: 2)
        if punctuated { append(UInt8(ascii: ":")) }
        append(second % 60, digits: 2)
        append(UInt8(ascii: "Z"))
    }

    /// Appends a day: `2026-11-23`, or `20261123` without punctuation.
    mutating func append(_ day: Day, punctuated: Bool) {
        let (year, month, day) = day.writable.civil
        append(year, digits: 4)
        if punctuated { append(UInt8(ascii: "-")) }
        append(month, digits: 2)
        if punctuated { append(UInt8(ascii: "-")) }
        append(day, digits: 2)
    }

    /// Appends a number from 0 up, with zeros before it until it has so many digits.
    mutating func append(_ number: Int, digits: Int) {
        let text = String(number)
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(0, digits - text.utf8.count)))
        append(contentsOf: text.utf8)
    }
}
