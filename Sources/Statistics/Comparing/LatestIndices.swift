/// One of RKA's indices in the latest year that all its parts are known of, recomputed for every municipality.
package struct LatestIndex: Hashable, Sendable {
    package let definition: RKAIndex.Definition
    package let year: Int
    package let recomputed: RKAIndex.Recomputed
    /// What the source has published of that year, by the municipalities' codes.
    package let published: [String: Double]

    /// How much a recomputed value may differ from the published for them to be the same: the published have eight decimals, and are
    /// made of values that have been rounded too.
    package static let tolerance = 1e-4

    /// Whether what was recomputed is what was published; nil when nothing is published of that year.
    package var isAsPublished: Bool? { recomputed.farthestFromPublished.map { $0 <= Self.tolerance } }
}

extension StatisticsVintage {
    /// RKA's indices in their latest years; those that lack a part are left out.
    package func latestIndices() -> [LatestIndex] {
        RKAIndex.definitions.compactMap { definition in
            let years = definition.parts.map { part in
                municipalities.reduce(into: Set<Int>()) { years, code in
                    if let series = values.series(part.keyFigure, .total, in: code) { years.formUnion(series.years) }
                }
            }
            guard let first = years.first else { return nil }
            let common = years.dropFirst().reduce(first) { $0.intersection($1) }
            for year in common.sorted(by: >) {
                let index = RKAIndex.recomputed(definition, year: year, from: values)
                guard let index, !index.values.isEmpty else { continue }
                let published = municipalities.reduce(into: [String: Double]()) { found, code in
                    found[code] = values.value(definition.id, in: code, year: year)
                }
                return LatestIndex(definition: definition, year: year, recomputed: index, published: published)
            }
            return nil
        }
    }
}
