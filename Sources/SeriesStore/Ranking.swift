package import Statistics

/// How one place stands among those that have a value the same year.
package struct RankedValue: Hashable, Sendable {
    package let place: String
    package let year: Int
    package let value: Double
    /// 1 for the lowest; those with the same value have the same, the first of the places that they share.
    package let rank: Int
    /// The share, in per cent, of the others that have a higher value, those with the same counted as half; nil for one that is alone.
    package let shareAbove: Double?
}

extension StoreFile {
    /// Ranks the municipalities, or some other places, each year by itself: values of different years are never compared.
    ///
    /// - Parameters:
    ///   - keyFigure: what is measured.
    ///   - gender: whom the values are about.
    ///   - isIncluded: which places are ranked; municipalities, when left out.
    /// - Returns: year by year, and within a year from the lowest; empty when there is nothing about the key figure.
    package func ranking(
        of keyFigure: KeyFigure.ID,
        _ gender: Gender = .total,
        among isIncluded: (Code) -> Bool = \.isMunicipality
    ) -> [RankedValue] {
        guard let index = index(of: keyFigure) else { return [] }
        let entry = entries[index]
        let list = lists[entry.list]
        var columns: [[(value: Double, place: Int)]] = Array(repeating: [], count: entry.yearCount)
        let isRead: Bool? = withRows(of: index, gender) { rows in
            let row = UnsafeMutablePointer<Double>.allocate(capacity: entry.yearCount)
            let states = UnsafeMutablePointer<UInt8>.allocate(capacity: entry.yearCount)
            defer {
                row.deallocate()
                states.deallocate()
            }
            for place in list.indices {
                guard isIncluded(list[place]) else {
                    guard rows.skip(1) else { return nil }
                    continue
                }
                guard rows.decode(values: row, states: states) else { return nil }
                for year in 0..<entry.yearCount where states[year] == CellState.value { columns[year].append((row[year], place)) }
            }
            return true
        }
        guard isRead != nil else { return [] }
        let names = list.map(\.description)
        var ranked: [RankedValue] = []
        ranked.reserveCapacity(columns.reduce(0) { $0 + $1.count })
        for (offset, column) in columns.enumerated() {
            let column = column.sorted { ($0.value, $0.place) < ($1.value, $1.place) }
            var start = 0
            while start < column.count {
                var end = start + 1
                while end < column.count, column[end].value == column[start].value { end += 1 }
                let (higher, same, others) = (column.count - end, end - start - 1, column.count - 1)
                for (value, place) in column[start..<end] {
                    ranked.append(
                        RankedValue(
                            place: names[place],
                            year: entry.firstYear + offset,
                            value: value,
                            rank: start + 1,
                            shareAbove: others == 0 ? nil : 100 * (Double(higher) + 0.5 * Double(same)) / Double(others)
                        )
                    )
                }
                start = end
            }
        }
        return ranked
    }
}
