import Glibc

/// The municipalities whose cost is known every year of a window, and how each differs from those that are like it.
struct CostPanel {
    /// One that has enough similar municipalities.
    struct Member {
        /// Its row in the panel.
        let row: Int
        let peers: [String]
        /// The median of the peers' logarithms, year by year.
        let peersLogCosts: [Double]
        let differences: [Double]
    }

    let years: ClosedRange<Int>
    /// In order.
    let codes: [String]
    let costs: [[Double]]
    let logCosts: [[Double]]
    /// The median of all, year by year.
    let nationalLogCosts: [Double]
    let members: [Member]

    init(
        _ keyFigure: KeyFigure.ID,
        _ years: ClosedRange<Int>,
        _ municipalities: [(code: String, series: Series)],
        peers: PeerGroup,
        fewestPeers: Int
    ) {
        var (codes, costs): ([String], [[Double]]) = ([], [])
        for (code, series) in municipalities {
            guard series.years.contains(years.lowerBound), series.years.contains(years.upperBound) else { continue }
            let start = years.lowerBound - series.firstYear
            let values = Array(series.values[start..<start + years.count])
            // Not a number is above nothing.
            guard values.allSatisfy({ $0 > 0 && $0.isFinite }) else { continue }
            codes.append(code)
            costs.append(values)
        }
        let logCosts = costs.map { $0.map { log($0) } }
        let rows = Dictionary(codes.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        var scratch: [Double] = []
        func medians(of members: [Int]) -> [Double] {
            (0..<years.count).map { year in
                scratch.removeAll(keepingCapacity: true)
                for member in members { scratch.append(logCosts[member][year]) }
                return median(reordering: &scratch)
            }
        }
        self.years = years
        self.codes = codes
        self.costs = costs
        self.logCosts = logCosts
        nationalLogCosts = codes.isEmpty ? [] : medians(of: Array(codes.indices))
        members = codes.enumerated().compactMap { row, code in
            let similar = peers.similar[code, default: []].filter { rows[$0] != nil }
            guard similar.count >= fewestPeers else { return nil }
            let peersLogCosts = medians(of: similar.compactMap { rows[$0] })
            return Member(
                row: row,
                peers: similar,
                peersLogCosts: peersLogCosts,
                differences: zip(logCosts[row], peersLogCosts).map { $0 - $1 }
            )
        }
    }
}
