/// A key figure in which a municipality lies far from those that are like it.
package struct StandsOut: Hashable, Sendable, Identifiable {
    /// On which side it lies.
    package enum Side: String, Hashable, Sendable, CaseIterable, Encodable {
        case better, worse
        /// Nobody has said which way is better.
        case higher, lower
    }

    /// How sure it is that the distance is more than the swing of a year.
    package enum Certainty: String, Hashable, Sendable, CaseIterable, Encodable, Comparable {
        case uncertain = "osäker"
        case moderate = "måttlig"
        case certain = "säker"

        package static func < (left: Self, right: Self) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    package let keyFigure: KeyFigure.ID
    package let year: Int
    package let value: Double
    package let peersMedian: Double
    /// How many of the similar municipalities have a value that year.
    package let peers: Int
    /// How far from the median: how many times what similar municipalities and years usually differ by.
    package let distance: Double
    /// How many standard deviations of the own swing from year to year it is.
    package let swings: Double
    package let certainty: Certainty
    package let side: Side
    /// How many years in a row it has lain on that side, this one counted.
    package let yearsInARow: Int

    package var id: KeyFigure.ID { keyFigure }

    /// Where a municipality stands in one key figure, by the last year with values.
    ///
    /// The distance is the own value less the median of similar municipalities, over the root of two squares: their median
    /// distance to their median, scaled as a standard deviation, and the own swing from year to year. The certainty is by the
    /// own swing alone: three of them and more are certain, two moderate.
    ///
    /// - Parameters:
    ///   - keyFigure: the one that is looked at.
    ///   - code: the municipality.
    ///   - series: of all municipalities, by code.
    ///   - peers: those that it is like.
    ///   - better: which way is better; nil when nobody has said.
    ///   - lastYear: the last that is final.
    ///   - noise: how much the values swing.
    /// - Returns: nil when the municipality, or fewer than five of its peers, have a value that year, or the swing isn't known.
    package static func of(
        _ keyFigure: KeyFigure.ID,
        in code: String,
        _ series: [String: Series],
        peers: [String],
        better: Direction?,
        lastYear: Int,
        noise: YearlyNoise
    ) -> StandsOut? {
        guard let value = series[code]?[lastYear], let swing = noise.deviation(of: code), noise.tooCloseBreak == nil,
            let middle = peersMedian(series, peers, lastYear)
        else { return nil }
        let spread = medianDeviation(peers.compactMap { series[$0]?[lastYear] }) ?? 0
        let scale = (spread * spread + swing * swing).squareRoot()
        let difference = value - middle.median
        guard scale > 0, difference != 0 else { return nil }
        var row = 1
        while let own = series[code]?[lastYear - row], let then = peersMedian(series, peers, lastYear - row),
            (own - then.median) * difference > 0
        { row += 1 }
        let swings = swing > 0 ? abs(difference) / swing : .infinity
        let side: Side =
            switch better {
            case .higher: difference > 0 ? .better : .worse
            case .lower: difference < 0 ? .better : .worse
            case nil: difference > 0 ? .higher : .lower
            }
        return StandsOut(
            keyFigure: keyFigure,
            year: lastYear,
            value: value,
            peersMedian: middle.median,
            peers: middle.count,
            distance: difference / scale,
            swings: swings,
            certainty: swings >= 3 ? .certain : swings >= 2 ? .moderate : .uncertain,
            side: side,
            yearsInARow: row
        )
    }

    /// Those that are far enough to be worth a reader's time, the farthest first.
    ///
    /// At least twice what similar municipalities and years usually differ by: one in twenty does so by chance where values lie
    /// as in a normal distribution, which a page with many key figures has to say.
    package static func farthest(_ all: [StandsOut], atLeast distance: Double = 2) -> [StandsOut] {
        all.filter { abs($0.distance) >= distance }
            .sorted { (abs($0.distance), $1.keyFigure) > (abs($1.distance), $0.keyFigure) }
    }

    private static func peersMedian(_ series: [String: Series], _ peers: [String], _ year: Int) -> (median: Double, count: Int)? {
        let values = peers.compactMap { series[$0]?[year] }
        guard values.count >= Colouring.fewest, let middle = median(values) else { return nil }
        return (middle, values.count)
    }
}
