import FoundationEssentials

extension FinderRow {
    /// The row as one line of JSON, with the names that the finder's rows are exchanged under and that of the municipality.
    package func json(name: String) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(ExchangedRow(self, name: name)), as: UTF8.self)
    }
}

/// A row as it is exchanged.
///
/// The names are those of the reference implementation, in the unit of the logarithm where they end so.
private struct ExchangedRow: Encodable {
    struct Quality: Encodable {
        var change: Double?
        var lo90: Double?
        var n: Int?
        var margin: Double?
        var state: FinderRow.QualityLine.State
    }

    enum CodingKeys: String, CodingKey {
        case card, municipality, name, pop, years, delta, start, resid, z, df, p, q, quality, rel, peers, evidence, robust
        case deltaLog = "delta_log"
        case expectedLog = "expected_log"
        case residualPercentile = "resid_percentile"
        case sizeClass = "size_class"
        case olsTotal = "ols_total"
        case errorTotal = "se_total"
        case mannKendall = "mk_p"
        case national = "delta_national"
        case leavingOneOut = "loo_max"
        case largestStep = "max_jump"
        case guardChange = "guard_change"
        case guardIsKept = "guard_ok"
        case costFirst = "cost_first"
        case costLast = "cost_last"
        case classification = "class"
    }

    let row: FinderRow
    let name: String

    init(_ row: FinderRow, name: String) {
        self.row = row
        self.name = name
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(row.card, forKey: .card)
        try fields.encode(row.municipality, forKey: .municipality)
        try fields.encode(name, forKey: .name)
        try fields.encode(row.population, forKey: .pop)
        try fields.encode([row.years.lowerBound, row.years.upperBound], forKey: .years)
        try fields.encode(row.change, forKey: .delta)
        try fields.encode(row.logChange, forKey: .deltaLog)
        try fields.encode(row.regression.start, forKey: .start)
        try fields.encode(row.regression.expected, forKey: .expectedLog)
        try fields.encode(row.regression.residual, forKey: .resid)
        try fields.encode(row.regression.percentile, forKey: .residualPercentile)
        try fields.encode(row.sizeClass, forKey: .sizeClass)
        try fields.encode(row.test.slope * Double(row.years.count - 1), forKey: .olsTotal)
        try fields.encode(row.test.standardError, forKey: .errorTotal)
        try fields.encode(row.test.z, forKey: .z)
        try fields.encode(row.test.degrees, forKey: .df)
        try fields.encode(row.test.probability, forKey: .p)
        try fields.encode(row.rate, forKey: .q)
        try fields.encode(row.mannKendallProbability, forKey: .mannKendall)
        try fields.encode(row.nationalChange, forKey: .national)
        try fields.encode(row.worstLeavingOneOut, forKey: .leavingOneOut)
        try fields.encode(row.largestStep, forKey: .largestStep)
        // Null is told, so that every row has the same fields.
        try fields.encode(row.guarding?.change, forKey: .guardChange)
        try fields.encode(row.guarding?.isKept, forKey: .guardIsKept)
        let quality = row.quality.map { line in
            (
                line.keyFigure.description,
                line.state == .missing
                    ? Quality(state: .missing)
                    : Quality(
                        change: line.change,
                        lo90: line.lowerBound,
                        n: line.years.count,
                        margin: line.margin,
                        state: line.state
                    )
            )
        }
        try fields.encode(Dictionary(quality) { first, _ in first }, forKey: .quality)
        try fields.encode(row.costs.first, forKey: .costFirst)
        try fields.encode(row.costs.last, forKey: .costLast)
        try fields.encode(row.differences, forKey: .rel)
        try fields.encode(row.peers, forKey: .peers)
        try fields.encode(row.evidence, forKey: .evidence)
        try fields.encode(row.isRobust, forKey: .robust)
        try fields.encode(row.classification?.rawValue ?? "-", forKey: .classification)
    }
}
