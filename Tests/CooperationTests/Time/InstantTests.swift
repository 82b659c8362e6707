import Testing

@testable import Cooperation

@Suite("Instants and Swedish days") struct InstantTests {
    /// The days in March and October when Swedish clocks are moved, from the tz database.
    ///
    /// Both moves are at 01:00 UTC.
    static let clockMoves: [(year: Int, march: Int, october: Int)] = [
        (1996, 31, 27), (1997, 30, 26), (1998, 29, 25), (1999, 28, 31), (2000, 26, 29), (2001, 25, 28), (2002, 31, 27),
        (2003, 30, 26), (2004, 28, 31), (2005, 27, 30), (2006, 26, 29), (2007, 25, 28), (2008, 30, 26), (2009, 29, 25),
        (2010, 28, 31), (2011, 27, 30), (2012, 25, 28), (2013, 31, 27), (2014, 30, 26), (2015, 29, 25), (2016, 27, 30),
        (2017, 26, 29), (2018, 25, 28), (2019, 31, 27), (2020, 29, 25), (2021, 28, 31), (2022, 27, 30), (2023, 26, 29),
        (2024, 31, 27), (2025, 30, 26), (2026, 29, 25), (2027, 28, 31), (2028, 26, 29), (2029, 25, 28), (2030, 31, 27),
    ]

    private static let hour: Int64 = 3_600_000_000

    private func utc(_ day: Day, hour: Int64 = 0) -> Instant {
        Instant(microseconds: Int64(day.number) * 24 * Self.hour + hour * Self.hour)
    }

    @Test("clocks are moved at 01:00 UTC on the days of the table", arguments: clockMoves)
    func moves(_ year: Int, _ march: Int, _ october: Int) throws {
        let spring = try #require(Day(year: year, month: 3, day: march))
        let autumn = try #require(Day(year: year, month: 10, day: october))
        for (move, before, after) in [(utc(spring, hour: 1), 1, 2), (utc(autumn, hour: 1), 2, 1)] {
            let justBefore = Instant(microseconds: move.microseconds - 1)
            #expect(justBefore.swedishOffset == Int64(before) * Self.hour)
            #expect(move.swedishOffset == Int64(after) * Self.hour)
        }
        // 01:59 is followed by 03:00, and 02:59 by 02:00.
        #expect(Instant(microseconds: utc(spring, hour: 1).microseconds - 1).swedishTime == (1, 59))
        #expect(utc(spring, hour: 1).swedishTime == (3, 0))
        #expect(Instant(microseconds: utc(autumn, hour: 1).microseconds - 1).swedishTime == (2, 59))
        #expect(utc(autumn, hour: 1).swedishTime == (2, 0))
    }

    @Test("every day of the table's years begins at its midnight, and is 23, 24 or 25 hours long", arguments: clockMoves)
    func midnights(_ year: Int, _ march: Int, _ october: Int) throws {
        var day = try #require(Day(year: year, month: 1, day: 1))
        while day.year == year {
            let start = Instant(startOf: day)
            let next = Instant(startOf: day.adding(days: 1))
            let civil = day.civil
            let hours: Int64 = civil == (year, 3, march) ? 23 : civil == (year, 10, october) ? 25 : 24
            let isRight =
                start.swedishDay == day && start.swedishTime == (0, 0)
                && Instant(microseconds: start.microseconds - 1).swedishDay == day.adding(days: -1)
                && Instant(microseconds: next.microseconds - 1).swedishTime == (23, 59)
                && next.microseconds - start.microseconds == hours * Self.hour
            #expect(isRight, "\(day)")
            day = day.adding(days: 1)
        }
    }

    @Test(
        "the Swedish day differs from the UTC day late in the evening",
        arguments: [
            ("2026-11-23", 22, "2026-11-23", 23), ("2026-11-23", 23, "2026-11-24", 0), ("2026-06-30", 21, "2026-06-30", 23),
            ("2026-06-30", 22, "2026-07-01", 0), ("2026-12-31", 23, "2027-01-01", 0), ("1969-12-31", 23, "1970-01-01", 0),
            ("1969-12-31", 22, "1969-12-31", 23),
        ]
    )
    func evenings(_ day: String, _ hour: Int64, _ swedish: String, _ swedishHour: Int) throws {
        let instant = utc(try CooperationTests.day(day), hour: hour)
        #expect(instant.swedishDay.iso == swedish)
        #expect(instant.swedishTime == (swedishHour, 0))
    }

    @Test("instants are ordered by time, and time never runs backwards in Swedish days")
    func order() {
        var dice = Dice(20_261_123)
        let range = Int64(1_000_000_000_000_000)...2_000_000_000_000_000
        let instants = (0..<1000).map { _ in Instant(microseconds: .random(in: range, using: &dice)) }.sorted()
        for (earlier, later) in zip(instants, instants.dropFirst()) {
            #expect(earlier.swedishDay <= later.swedishDay)
        }
    }
}
