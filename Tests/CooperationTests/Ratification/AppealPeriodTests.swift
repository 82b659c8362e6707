import Cooperation
import Testing

@Suite("Appeal periods") struct AppealPeriodTests {
    @Test(
        "three weeks from the posting, past days off",
        arguments: [
            // An ordinary Tuesday.
            ("2027-02-16", "2027-03-09", "2027-03-10"),
            // A Friday: the force begins on a Saturday, since nothing has to be done then.
            ("2027-02-19", "2027-03-12", "2027-03-13"),
            // Posted on a Saturday and on a Sunday.
            ("2027-02-20", "2027-03-15", "2027-03-16"), ("2027-02-21", "2027-03-15", "2027-03-16"),
            // Would end on Christmas Eve, a Thursday; on Christmas Eve, a Wednesday; the day before it.
            ("2026-12-03", "2026-12-28", "2026-12-29"), ("2025-12-03", "2025-12-29", "2025-12-30"),
            ("2026-12-02", "2026-12-23", "2026-12-24"),
            // Would end on New Year's Eve, and on the Epiphany.
            ("2026-12-10", "2027-01-04", "2027-01-05"), ("2026-12-16", "2027-01-07", "2027-01-08"),
            // Would end on Midsummer Eve, and on Midsummer Day.
            ("2027-06-04", "2027-06-28", "2027-06-29"), ("2026-05-30", "2026-06-22", "2026-06-23"),
            // Would end on Good Friday, Easter Monday, Ascension Day, the first of May, the national day.
            ("2027-03-05", "2027-03-30", "2027-03-31"), ("2026-03-16", "2026-04-07", "2026-04-08"),
            ("2027-04-15", "2027-05-07", "2027-05-08"), ("2026-04-10", "2026-05-04", "2026-05-05"),
            ("2024-05-16", "2024-06-07", "2024-06-08"),
        ]
    )
    func examples(_ posted: String, _ lastDay: String, _ legalForce: String) throws {
        let period = AppealPeriod(posted: try day(posted))
        #expect(period.lastDay == (try day(lastDay)))
        #expect(period.presumedLegalForce == (try day(legalForce)))
    }

    @Test("the last day is never a day off, 21 to 26 days after the posting, and never earlier for a later posting")
    func always() throws {
        var posted = try day("2024-01-01")
        var previous = posted
        while posted.year < 2100 {
            let period = AppealPeriod(posted: posted)
            #expect(period.lastDay.weekday <= 5 && !period.lastDay.isPublicHoliday && period.lastDay.isWorkingDayForDeadlines)
            #expect((21...26).contains(period.lastDay.number - posted.number))
            #expect(period.lastDay >= previous)
            #expect(period.presumedLegalForce.number == period.lastDay.number + 1)
            previous = period.lastDay
            posted = posted.adding(days: 1)
        }
    }

    @Test(
        "as slow as the law allows: fourteen days, two days and three weeks, each past days off",
        arguments: [
            // Sits on a Monday: adjusted on Monday, posted on Wednesday.
            ("2027-02-01", "2027-02-17", "2027-03-11"),
            // Sits on a Thursday: adjusted on Thursday, posted on Monday instead of Saturday.
            ("2027-02-04", "2027-02-22", "2027-03-16"),
            // Would be adjusted on Christmas Eve: on the 28th, and posted on the 30th.
            ("2026-12-10", "2026-12-30", "2027-01-21"),
        ]
    )
    func latest(_ decision: String, _ posted: String, _ legalForce: String) throws {
        let period = AppealPeriod(latestFor: try day(decision))
        #expect(period.posted == (try day(posted)))
        #expect(period.presumedLegalForce == (try day(legalForce)))
    }
}
