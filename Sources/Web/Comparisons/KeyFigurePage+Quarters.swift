import Charts
import Statistics

extension KeyFigurePage {
    /// Which quarter of those shown each place is among in the year that is shown, by its code, as far as that isn't chance.
    ///
    /// Only a ranking has them, and only of a key figure that a service card says which way is better of.
    static func colours(
        _ comparison: Comparison,
        better: Direction?,
        year: Int,
        noise: YearlyNoise
    ) -> [String: Colouring] {
        let known = comparison.known(year)
        let values = known.map {
            Colouring.Value($0.row.code, year: year, value: $0.value, isPreliminary: comparison.figure.isPreliminary(year))
        }
        return Dictionary(zip(known.map(\.row.code), Colouring.of(values, better: better, noise: noise))) { first, _ in first }
    }

    /// Whether somebody is among the best or the worst quarter beyond chance.
    var hasQuarters: Bool {
        colours.values.contains { $0.colour == .best || $0.colour == .worst }
    }

    /// How a bar is toned: those among the best and the worst quarter stand out.
    func tone(of code: String) -> RowChart.Tone? {
        switch colours[code]?.colour {
        case .best?: .best
        case .worst?: .worst
        case .middle?, nil: nil
        }
    }

    /// Which quarter a place is among, in words; nil for one without a value.
    func quarter(of code: String, _ words: Words) -> String? {
        let comparisons = words.comparisons
        return switch colours[code] {
        case .coloured(.best)?: comparisons.bestQuarter
        case .coloured(.middle)?: comparisons.middleQuarters
        case .coloured(.worst)?: comparisons.worstQuarter
        case .withheld?: comparisons.noQuarter
        case nil: nil
        }
    }

    /// What the quarters say, or why there are none; nil for other pictures than a ranking.
    func quartersNote(_ words: Words) -> String? {
        guard choice.picture == .ranking, ranking.refusal == nil else { return nil }
        let comparisons = words.comparisons
        guard let better else { return comparisons.noQuarterDirection }
        if hasQuarters { return comparisons.quartersAre(better == .higher ? comparisons.higher : comparisons.lower) }
        for colouring in colours.values {
            if case .withheld(.tooFew(let count, let fewest)) = colouring {
                return comparisons.noQuarterFew(words.count(count), words.count(fewest))
            }
        }
        return comparisons.noQuarterNoise
    }
}
