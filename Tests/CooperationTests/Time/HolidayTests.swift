import Cooperation
import Testing

@Suite("Public holidays") struct HolidayTests {
    @Test(
        "Easter is on the days that almanacs give",
        arguments: [
            "1818-03-22", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21",
            "2024-03-31",
            "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28",
            "2038-04-25",
            "2049-04-18", "2076-04-19", "2285-03-22",
        ]
    )
    func easter(_ text: String) throws {
        let easter = try day(text)
        #expect(Day.easter(easter.year) == easter)
    }

    @Test("Easter from 1900 to 2199 is the Sunday after the full moon in the church's table of nineteen years")
    func table() throws {
        let moons = [
            "04-14", "04-03", "03-23", "04-11", "03-31", "04-18", "04-08", "03-28", "04-16", "04-05", "03-25", "04-13", "04-02",
            "03-22",
            "04-10", "03-30", "04-17", "04-07", "03-27",
        ]
        for year in 1900...2199 {
            var sunday = try day("\(year)-\(moons[year % 19])").adding(days: 1)
            while sunday.weekday != 7 { sunday = sunday.adding(days: 1) }
            #expect(Day.easter(year) == sunday)
        }
    }

    @Test("Easter from 1583 to 9999 is where golden number and epact put it, with their exceptions")
    func epact() throws {
        for year in 1583...9999 {
            let golden = year % 19 + 1
            let century = year / 100 + 1
            let droppedLeapDays = 3 * century / 4 - 12
            let moonCorrection = (8 * century + 5) / 25 - 5
            var epact = (11 * golden + 20 + moonCorrection - droppedLeapDays) % 30
            if epact < 0 { epact += 30 }
            if (epact == 25 && golden > 11) || epact == 24 { epact += 1 }
            let moon = epact > 23 ? 74 - epact : 44 - epact
            var sunday = try #require(Day(year: year, month: 3, day: 1)).adding(days: moon)
            while sunday.weekday != 7 { sunday = sunday.adding(days: 1) }
            #expect(Day.easter(year) == sunday)
        }
        #expect(Day.easter(0) == nil)
        #expect(Day.easter(10_000) == nil)
    }

    /// The holidays that aren't Sundays, written out by hand from the law.
    private static let years: [(year: Int, holidays: String)] = [
        (2024, "01-01 01-06 03-29 04-01 05-01 05-09 06-06 06-22 11-02 12-25 12-26"),
        (2025, "01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-21 11-01 12-25 12-26"),
        (2026, "01-01 01-06 04-03 04-06 05-01 05-14 06-06 06-20 10-31 12-25 12-26"),
        (2027, "01-01 01-06 03-26 03-29 05-01 05-06 06-26 11-06 12-25"),
        (2028, "01-01 01-06 04-14 04-17 05-01 05-25 06-06 06-24 11-04 12-25 12-26"),
        (2029, "01-01 01-06 03-30 04-02 05-01 05-10 06-06 06-23 11-03 12-25 12-26"),
        (2030, "01-01 04-19 04-22 05-01 05-30 06-06 06-22 11-02 12-25 12-26"),
        (2031, "01-01 01-06 04-11 04-14 05-01 05-22 06-06 06-21 11-01 12-25 12-26"),
        (2032, "01-01 01-06 03-26 03-29 05-01 05-06 06-26 11-06 12-25"),
    ]

    /// The eves on which a period can't end, when they are no Saturday or Sunday.
    private static let eves: [Int: String] = [
        2024: "06-21 12-24 12-31", 2025: "06-20 12-24 12-31", 2026: "06-19 12-24 12-31", 2027: "06-25 12-24 12-31",
        2028: "06-23", 2029: "06-22 12-24 12-31", 2030: "06-21 12-24 12-31", 2031: "06-20 12-24 12-31", 2032: "06-25 12-24 12-31",
    ]

    @Test("every day of the years 2024–2032 is a holiday or not as the list says", arguments: years)
    func listed(_ year: Int, _ holidays: String) throws {
        let named = Set(try holidays.split(separator: " ").map { try day("\(year)-\($0)") })
        let eves = Set(try (Self.eves[year] ?? "").split(separator: " ").map { try day("\(year)-\($0)") })
        var date = try day("\(year)-01-01")
        while date.year == year {
            let isHoliday = date.weekday == 7 || named.contains(date)
            #expect(date.isPublicHoliday == isHoliday, "\(date)")
            let isWorkingDay = date.weekday <= 5 && !isHoliday && !eves.contains(date)
            #expect(date.isWorkingDayForDeadlines == isWorkingDay, "\(date)")
            date = date.adding(days: 1)
        }
    }

    @Test(
        "the last day of a period moves past days off, and stays where it may fall",
        arguments: [
            ("2026-11-26", "2026-11-26"), ("2026-11-28", "2026-11-30"), ("2026-11-29", "2026-11-30"),
            ("2026-12-23", "2026-12-23"),
            ("2026-12-24", "2026-12-28"), ("2026-12-31", "2027-01-04"), ("2027-01-06", "2027-01-07"),
            ("2027-03-26", "2027-03-30"),
            ("2027-03-27", "2027-03-30"), ("2027-05-06", "2027-05-07"), ("2027-06-25", "2027-06-28"),
            ("2026-06-19", "2026-06-22"),
            ("2025-12-24", "2025-12-29"), ("2024-12-24", "2024-12-27"), ("2025-06-06", "2025-06-09"),
        ]
    )
    func moved(_ from: String, _ to: String) throws {
        #expect(try day(from).movedToWeekday() == (try day(to)))
    }

    @Test("a moved day is the first working day from the day on, at most five days later, in every year to 2200")
    func movedAlways() throws {
        var date = try day("2005-01-01")
        let end = try day("2200-12-31")
        var longest = 0
        while date <= end {
            let moved = date.movedToWeekday()
            #expect(moved >= date && moved.isWorkingDayForDeadlines && moved.weekday <= 5 && !moved.isPublicHoliday)
            for number in date.number..<moved.number { #expect(!Day(number: number).isWorkingDayForDeadlines) }
            longest = max(longest, Int(moved.number - date.number))
            date = date.adding(days: 1)
        }
        // Christmas Eve on a Wednesday: Thursday and Friday are holidays, and then comes the weekend.
        #expect(longest == 5)
    }
}
