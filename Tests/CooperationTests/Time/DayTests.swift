import Cooperation
import FoundationEssentials
import Testing

@Suite("Days") struct DayTests {
    /// Counts days one by one, the way one does on one's fingers.
    private struct Almanac {
        var year: Int
        var month = 1
        var day = 1

        static func isLeap(_ year: Int) -> Bool {
            if year.isMultiple(of: 400) { return true }
            if year.isMultiple(of: 100) { return false }
            return year.isMultiple(of: 4)
        }

        mutating func turn() {
            let lengths = [31, Self.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            guard day > lengths[month - 1] else { return }
            day = 1
            month += 1
            guard month > 12 else { return }
            month = 1
            year += 1
        }

        /// Zeller's congruence, with Monday as 1.
        var weekday: Int {
            let shiftedMonth = month < 3 ? month + 12 : month
            let shiftedYear = month < 3 ? year - 1 : year
            let century = shiftedYear / 100
            let inCentury = shiftedYear % 100
            let saturdayIsZero = (day + 13 * (shiftedMonth + 1) / 5 + inCentury + inCentury / 4 + century / 4 + 5 * century) % 7
            return (saturdayIsZero + 5) % 7 + 1
        }
    }

    @Test("every day of 400 years, and all of 9999 in full, is where counting puts it")
    func counting() {
        // 1 January of the year 1 is 719,162 days before 1 January 1970; the other starts follow from whole cycles of 146,097 days.
        let (first, last, start) = Effort.isFull ? (1, 9999, -719_162) : (1970, 2369, 0)
        var almanac = Almanac(year: first)
        var number = Int32(start)
        var wrong: [String] = []
        while almanac.year <= last, wrong.count < 5 {
            let day = Day(number: number)
            let (year, month, ofMonth) = day.civil
            let isRight =
                year == almanac.year && month == almanac.month && ofMonth == almanac.day
                && Day(year: year, month: month, day: ofMonth) == day && day.weekday == almanac.weekday
            if !isRight { wrong.append("\(almanac.year)-\(almanac.month)-\(almanac.day): \(day)") }
            almanac.turn()
            number += 1
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "is written as year, month and day",
        arguments: ["0001-01-01", "1970-01-01", "1996-02-29", "2000-02-29", "2026-11-23", "9999-12-31"]
    )
    func written(_ text: String) throws {
        let day = try day(text)
        #expect(day.iso == text)
        #expect(day.description == text)
        #expect(String(decoding: try JSONEncoder().encode(day), as: UTF8.self) == "\"\(text)\"")
        #expect(try JSONDecoder().decode(Day.self, from: Data("\"\(text)\"".utf8)) == day)
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "2026", "2026-11", "2026-11-31", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
            "0000-01-01",
            "10000-01-01", "2026-1-01", "26-01-01", "2026-01-1", "2026-01-01 ", " 2026-01-01", "2026/01/01", "2026-01-01-01",
            "-2026-01-01", "２０２６-01-01", "2026-01-0a", "+026-01-01", "2026--01",
        ]
    )
    func unwritten(_ text: String) {
        #expect(Day(text) == nil)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Day.self, from: Data("\"\(text)\"".utf8)) }
    }

    @Test("no month has a day before its first or after its last")
    func edges() {
        for year in [1, 4, 1900, 2000, 2023, 2024, 9999] {
            for month in 1...12 {
                let count = Day.count(inMonth: month, of: year)
                #expect(Day(year: year, month: month, day: count) != nil)
                #expect(Day(year: year, month: month, day: count + 1) == nil)
                #expect(Day(year: year, month: month, day: 0) == nil)
            }
        }
        #expect(Day(year: 0, month: 1, day: 1) == nil)
        #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    }

    @Test("days are ordered and counted as numbers")
    func order() throws {
        let day = try day("2024-02-28")
        #expect(day.adding(days: 2).iso == "2024-03-01")
        #expect(day.adding(days: -59).iso == "2023-12-31")
        #expect(day < day.adding(days: 1))
        #expect(day.year == 2024)
    }
}
