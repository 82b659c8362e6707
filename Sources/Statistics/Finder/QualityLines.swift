extension FinderRow.QualityLine {
    /// How a municipality's quality went beside that of similar municipalities.
    ///
    /// It isn't to be proved better, only not worse by more than the margin. The similar municipalities are all of the group
    /// here, also those without a cost every year.
    init(
        _ measure: ServiceCard.Quality,
        _ own: Series?,
        peers: [Series],
        years: ClosedRange<Int>,
        _ constants: FinderConstants,
        _ distributions: KendallDistributions
    ) {
        let sign: Double = measure.better == .higher ? 1 : -1
        var (known, differences): ([Int], [Double]) = ([], [])
        var scratch: [Double] = []
        if let own {
            for year in years {
                guard let value = own[year] else { continue }
                scratch.removeAll(keepingCapacity: true)
                for peer in peers { if let value = peer[year] { scratch.append(value) } }
                guard scratch.count >= constants.fewestPeers else { continue }
                known.append(year)
                differences.append(sign * (value - median(reordering: &scratch)))
            }
        }
        keyFigure = measure.keyFigure
        self.years = known
        self.differences = differences
        margin = measure.margin
        guard known.count >= max(2, constants.fewestQualityYears) else {
            (change, lowerBound, state) = (nil, nil, .missing)
            return
        }
        let line = TheilSen(differences, at: known.map(Double.init))
        let span = Double(known[known.count - 1] - known[0])
        let change = line.slope * span
        let interval = line.interval(errorOnEitherSide: constants.qualityError, distributions[known.count])
        // With too few years for a bound there is none, and the quality is unclear at best.
        let lower = interval.lower.isFinite ? interval.lower * span : nil
        self.change = change
        lowerBound = lower
        if let lower, lower > -measure.margin {
            state = .kept
        } else {
            state = change > -measure.margin ? .unclear : .worse
        }
    }
}

extension FinderRow.GuardLine {
    /// How the guard went; nil when there are too few years of it.
    init?(_ guarding: ServiceCard.Guard, _ series: Series?, years: ClosedRange<Int>, _ constants: FinderConstants) {
        guard let series else { return nil }
        let known = years.filter { series[$0] != nil }
        guard known.count >= max(2, constants.fewestGuardYears), let first = known.first, let last = known.last else {
            return nil
        }
        keyFigure = guarding.keyFigure
        self.years = known
        change = TheilSen(known.compactMap { series[$0] }, at: known.map(Double.init)).slope * Double(last - first)
        limit = guarding.limit
    }
}

/// Kendall's distributions for up to so many values, made once in a run.
struct KendallDistributions: Sendable {
    private let distributions: [KendallDistribution]

    init(upTo count: Int) { distributions = (0...max(2, count)).map { KendallDistribution(count: $0) } }

    subscript(_ count: Int) -> KendallDistribution { distributions[count] }
}
