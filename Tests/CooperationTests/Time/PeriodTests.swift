import Cooperation
import FoundationEssentials
import Testing

@Suite("Periods") struct PeriodTests {
    @Test(
        "a period is a day, a month or a year",
        arguments: [
            ("2018-06-12", "2018-06-12", "2018-06-12", Period.Precision.day), ("2018-10", "2018-10-01", "2018-10-31", .month),
            ("2024-02", "2024-02-01", "2024-02-29", .month), ("2023-02", "2023-02-01", "2023-02-28", .month),
            ("2007", "2007-01-01", "2007-12-31", .year), ("0001", "0001-01-01", "0001-12-31", .year),
            ("0999-02", "0999-02-01", "0999-02-28", .month),
        ]
    )
    func table(_ text: String, _ first: String, _ last: String, _ precision: Period.Precision) throws {
        let period = try period(text)
        #expect(period.first.iso == first)
        #expect(period.last.iso == last)
        #expect(period.precision == precision)
        #expect(period.iso == text)
        #expect(period.description == text)
        #expect(Period(last: period.last, precision: precision) == period)
        #expect(try JSONDecoder().decode(Period.self, from: try JSONEncoder().encode(period)) == period)
    }

    @Test(
        "is nothing else",
        arguments: ["", "07", "2007-", "2007-1", "2007-13", "2007-00", "0000", "2007-02-30", "2007-01-01-", "-2007"]
    )
    func unwritten(_ text: String) {
        #expect(Period(text) == nil)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Period.self, from: Data("\"\(text)\"".utf8)) }
    }

    @Test("a year known as a year is not its last day")
    func precision() throws {
        let (year, month, last) = (try period("2007"), try period("2007-12"), try period("2007-12-31"))
        #expect(year.last == last.last)
        #expect(year != last && year != month && month != last)
        #expect(Period(last: try day("2007-12-30"), precision: .year) == nil)
        #expect(Period(last: try day("2007-11-29"), precision: .month) == nil)
        #expect(
            Period.month(2007, 0) == nil && Period.month(2007, 13) == nil && Period.year(0) == nil && Period.year(10_000) == nil
        )
    }

    @Test("every month of 30 years ends the day before the next begins")
    func months() throws {
        for year in 1996...2025 {
            for month in 1...11 {
                let (this, next) = (try #require(Period.month(year, month)), try #require(Period.month(year, month + 1)))
                #expect(this.last.adding(days: 1) == next.first)
            }
            #expect(Period.year(year)?.last.adding(days: 1) == Period.year(year + 1)?.first)
        }
    }
}
