/// RKA's resource, quality and efficiency indices, from 0 to 100 with 100 as best.
///
/// The values between the 2.5th and the 97.5th percentile are spread over 0 to 100, and those outside cut off. Several are put
/// together by their mean, which is spread in the same way. The rule has been found by recomputing published values, and gives
/// them to eight decimals.
package enum RKAIndex {
    /// One of the key figures in an index.
    package struct Part: Sendable {
        /// By place; all that have a value decide the percentiles, also those without the other parts.
        package let values: [String: Double]
        package let better: Direction
        /// Itself an index, which is not spread again.
        package let isIndex: Bool

        /// A part of an index.
        package init(_ values: [String: Double], better: Direction, isIndex: Bool = false) {
            self.values = values
            self.better = better
            self.isIndex = isIndex
        }
    }

    /// The index of every place that has all parts.
    package static func of(_ parts: [Part]) -> [String: Double] {
        guard let first = parts.first else { return [:] }
        let spread = parts.map { $0.isIndex ? $0.values : Self.spread($0.values, better: $0.better) }
        if parts.count == 1 { return spread[0] }
        var means: [String: Double] = [:]
        for code in first.values.keys {
            let known = spread.compactMap { $0[code] }
            if known.count == parts.count { means[code] = known.reduce(0, +) / Double(known.count) }
        }
        return Self.spread(means, better: .higher)
    }

    private static func spread(_ values: [String: Double], better: Direction) -> [String: Double] {
        guard !values.isEmpty else { return [:] }
        let sorted = values.values.sorted()
        let low = quantile(sorted, thousandths: 25, .oneOfTheValues)
        let high = quantile(sorted, thousandths: 975, .oneOfTheValues)
        // Where all are alike nobody is better, and there is no scale to stand on.
        guard high > low else { return values.mapValues { _ in 50 } }
        return values.mapValues { value in
            let height = min(100, max(0, 100 * (value - low) / (high - low)))
            return better == .higher ? height : 100 - height
        }
    }
}
