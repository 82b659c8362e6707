/// A day on which figures are published, as the catalogue writes it: 2026-08-28.
package struct PublicationDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// The day with that date in figures; nil when the text is anything else or there is no such day.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return nil }
        guard let year = Int(decimals: parts[0]), let month = Int(decimals: parts[1]), let day = Int(decimals: parts[2]) else {
            return nil
        }
        guard year > 0, (1...12).contains(month), (1...Self.length(of: month, year)).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))" }

    private func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension Int {
    /// The number that some decimal digits make; nil when there is anything else among them, or more than nine.
    init?(decimals: some Collection<UInt8>) {
        guard (1...9).contains(decimals.count), decimals.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self = decimals.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
