/// Why a source has no value for a place and a year.
///
/// They are kept apart, since each says something else to whoever reads it. The first three are Kolada's, with the signs that its own pages use.
package enum Absence: UInt8, Hashable, Sendable, CaseIterable, Encodable {
    /// Nobody has reported any: '–'.
    case missing = 1
    /// The matter doesn't exist there: '.'.
    case notApplicable = 2
    /// So few are counted that somebody could be recognised: '..'.
    case privacy = 3
    /// The source gives a reason that we don't know.
    case other = 4
    /// The source doesn't speak of that year at all.
    case silent = 0
}

/// The values of one key figure for one place and gender, year by year without gaps.
package struct Series: Hashable, Sendable {
    package let firstYear: Int
    /// Not a number where there is none; never zero instead.
    package let values: [Double]
    /// Why there is none, one for each value; what stands beside a value says nothing.
    package let absences: [Absence]

    /// A series from a year on.
    ///
    /// - Parameters:
    ///   - firstYear: the year of the first value.
    ///   - values: one a year, not a number where there is none.
    ///   - absences: as many; when left out, what is missing is `silent`.
    package init(firstYear: Int, values: [Double], absences: [Absence]? = nil) {
        self.firstYear = firstYear
        self.values = values
        self.absences = absences ?? Array(repeating: .silent, count: values.count)
    }

    package var years: Range<Int> { firstYear..<firstYear + values.count }

    /// The value of a year; nil when there is none.
    package subscript(_ year: Int) -> Double? {
        guard years.contains(year) else { return nil }
        let value = values[year - firstYear]
        return value.isNaN ? nil : value
    }

    /// Why there is no value of a year; nil when there is one.
    package func absence(_ year: Int) -> Absence? {
        guard years.contains(year) else { return .silent }
        return values[year - firstYear].isNaN ? absences[year - firstYear] : nil
    }
}

/// Where series come from: the small table that is shipped, or the store of what has been fetched.
package protocol SeriesSource: Sendable {
    /// The key figures that there are values for, in order.
    var keyFigures: [KeyFigure.ID] { get }

    /// The codes of the places that a key figure has series for, in order: '0126', '0000' for the country, 'G96274' for a group.
    func places(of keyFigure: KeyFigure.ID) -> [String]

    /// The genders that a key figure is divided by, in the order of the cases.
    func genders(of keyFigure: KeyFigure.ID) -> [Gender]

    /// One place's values; nil when there is nothing about the place.
    func series(_ keyFigure: KeyFigure.ID, _ gender: Gender, in place: String) -> Series?

    /// The key figures whose values are known not to be as they were written, and which therefore have none.
    var damaged: [KeyFigure.ID] { get }
}

extension SeriesSource {
    /// Nothing is damaged that lies in memory.
    package var damaged: [KeyFigure.ID] { [] }

    /// One value; nil when there is none.
    package func value(_ keyFigure: KeyFigure.ID, _ gender: Gender = .total, in place: String, year: Int) -> Double? {
        series(keyFigure, gender, in: place)?[year]
    }
}
