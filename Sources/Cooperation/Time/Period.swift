/// When something happened, as exactly as the source knows it: a day, a month or a year.
///
/// A year known only as a year stays so. Where an order is needed, a period counts from its last day: what a source dates
/// '2007' had certainly happened when 2007 was over.
package struct Period: Hashable, Sendable {
    /// How exactly the day is known.
    package enum Precision: String, Sendable, Codable, CaseIterable {
        case day, month, year
    }

    /// The last day of the period; the day itself when the precision is a day.
    package let last: Day

    /// How exactly the day is known.
    package let precision: Precision

    /// That very day.
    package static func day(_ day: Day) -> Period {
        Period(exactly: day, .day)
    }

    /// The whole of a month; nil when there is no such month.
    package static func month(_ year: Int, _ month: Int) -> Period? {
        guard (1...12).contains(month) else { return nil }
        return Day(year: year, month: month, day: Day.count(inMonth: month, of: year))
            .map { Period(exactly: $0, .month) }
    }

    /// The whole of a year; nil when it is outside 1–9999.
    package static func year(_ year: Int) -> Period? {
        Day(year: year, month: 12, day: 31).map { Period(exactly: $0, .year) }
    }

    /// The period written as `2007`, `2018-10` or `2018-06-12`; nil when the text is something else.
    package init?(_ text: some StringProtocol) {
        guard let parts = Day.parts(of: text) else { return nil }
        let period: Period? =
            switch parts.count {
            case 1: .year(parts[0])
            case 2: .month(parts[0], parts[1])
            default: Day(year: parts[0], month: parts[1], day: parts[2]).map(Period.day)
            }
        guard let period else { return nil }
        self = period
    }

    /// The period that ends on that day; nil when a month or a year doesn't end then.
    package init?(last: Day, precision: Precision) {
        let (year, month, _) = last.civil
        let period: Period? =
            switch precision {
            case .day: .day(last)
            case .month: .month(year, month)
            case .year: .year(year)
            }
        guard let period, period.last == last else { return nil }
        self = period
    }

    private init(exactly last: Day, _ precision: Precision) {
        self.last = last
        self.precision = precision
    }

    /// The first day of the period.
    package var first: Day {
        let (year, month, _) = last.civil
        switch precision {
        case .day: return last
        case .month: return Day(year: year, month: month, day: 1) ?? last
        case .year: return Day(year: year, month: 1, day: 1) ?? last
        }
    }

    /// `2007`, `2018-10` or `2018-06-12`.
    package var iso: String {
        let (year, month, _) = last.civil
        switch precision {
        case .day: return last.iso
        case .month: return "\(Day.padded(year, 4))-\(Day.padded(month, 2))"
        case .year: return Day.padded(year, 4)
        }
    }
}

extension Period: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let period = Period(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a period: \(text)")
        }
        self = period
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension Period: CustomStringConvertible {
    package var description: String { iso }
}
