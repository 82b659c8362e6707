/// Day numbers as dates, in the proleptic Gregorian calendar.
///
/// The journal counts days since 1970-01-01 and knows no time zone. The arithmetic counts years from 1 March, so that the
/// leap day comes last and the lengths of the months follow one formula.
enum CivilDate {
    /// The date of a day as `YYYY-MM-DD`, for years 0 to 9999.
    static func text(day: Int32) -> String {
        let shifted = Int(day) + 719_468  // days from 0000-03-01 to 1970-01-01
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(dayOfMonth, to: 2))"
    }

    /// The day of a date written exactly `YYYY-MM-DD`, or nil if there is no such date.
    static func day(_ text: some StringProtocol) -> Int32? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard text.utf8.count == 10, parts.count == 3 else { return nil }
        let (year, month, dayOfMonth) = (parts[1] <= 2 ? parts[0] - 1 : parts[0], parts[1], parts[2])
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let day = Int32(era * 146_097 + dayOfEra - 719_468)
        // Back again: it refuses 30 February, month 13 and signs in one stroke.
        return self.text(day: day) == text ? day : nil
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
