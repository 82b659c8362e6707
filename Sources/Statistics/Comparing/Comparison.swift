/// One key figure for one gender, for the members beside others: what a page of comparison is made of.
///
/// Nothing in it is worked out but what says so: medians, and how much values usually move.
package struct Comparison: Sendable {
    /// Why a place is among those that are compared.
    package enum Role: Hashable, Sendable {
        case member, country
        /// One of those that the members are held against.
        case other
    }

    /// A place with its values.
    package struct Row: Sendable {
        package let code: String
        package let role: Role
        /// Whether it belongs to those that are held against the one that is looked at, member or not.
        package let isInGroup: Bool
        package let series: Series
    }

    package let figure: StatisticsVintage.Figure
    package let gender: Gender
    /// From the first year that somebody has a value for to the last.
    package let years: ClosedRange<Int>
    /// The latest year that a member has a value for.
    package let latestYear: Int
    /// The members in the order that they were given, the country, and then the others.
    package let rows: [Row]

    /// A comparison; nil when no member has a value.
    ///
    /// - Parameters:
    ///   - figure: what is compared.
    ///   - gender: for whom.
    ///   - vintage: where the values are.
    ///   - members: the codes of those that always stand there, also without values.
    ///   - group: the codes of those that they are held against; members may be among them.
    package init?(
        _ figure: StatisticsVintage.Figure,
        _ gender: Gender,
        in vintage: StatisticsVintage,
        members: [String],
        group: [String]
    ) {
        let own = Set(members)
        let inGroup = Set(group)
        let empty = Series(firstYear: 0, values: [])
        func row(_ code: String, _ role: Role) -> Row {
            Row(
                code: code,
                role: role,
                isInGroup: inGroup.contains(code),
                series: vintage.values.series(figure.id, gender, in: code) ?? empty
            )
        }
        let rows =
            members.map { row($0, .member) } + [row(StatisticsTable.country, .country)]
            + inGroup.subtracting(own).filter { $0 != StatisticsTable.country }.sorted().map { row($0, .other) }
        func known(_ row: Row) -> [Int] { row.series.years.filter { row.series[$0] != nil } }
        guard let latest = rows.filter({ $0.role == .member }).compactMap({ known($0).last }).max() else { return nil }
        let all = rows.flatMap(known)
        guard let first = all.min(), let last = all.max() else { return nil }
        self.figure = figure
        self.gender = gender
        self.rows = rows
        years = first...last
        latestYear = latest
    }

    /// Those with a value a year, without the country.
    package func known(_ year: Int) -> [(row: Row, value: Double)] {
        rows.compactMap { row in row.role == .country ? nil : row.series[year].map { (row, $0) } }
    }

    /// The median, the least and the largest value of the group a year, and of how many; nil when fewer than three have one.
    ///
    /// Three is the fewest that a median says anything of. It is our own reckoning, not the source's.
    package func group(_ year: Int) -> (low: Double, median: Double, high: Double, count: Int)? {
        let values = rows.filter(\.isInGroup).compactMap { $0.series[year] }.sorted()
        guard values.count >= 3, let low = values.first, let high = values.last else { return nil }
        return (low, values.middle, high, values.count)
    }
}

extension [Double] {
    /// The median of values in order; not a number when there are none.
    var middle: Double {
        guard !isEmpty else { return .nan }
        return count.isMultiple(of: 2) ? (self[count / 2 - 1] + self[count / 2]) / 2 : self[count / 2]
    }
}
