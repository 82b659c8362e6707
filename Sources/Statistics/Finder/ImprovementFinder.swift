import Glibc

/// Finds municipalities that may have made a service cheaper without making it worse, and tells them from those that only vary.
///
/// Cost is compared with that of similar municipalities the same year, so that what happens to all falls out. What the finder
/// names are candidates: whoever shows them asks the municipality first.
package enum ImprovementFinder {
    /// Looks at every card and every municipality.
    ///
    /// - Parameters:
    ///   - cards: what is looked at.
    ///   - window: which years; by card where they end on different years.
    ///   - values: of the cards' key figures. A year that isn't published is left out.
    ///   - peers: the groups of similar municipalities; a card's is the one with its area as subject.
    ///   - population: how many live in each municipality, by its code.
    ///   - publications: when coming values are published.
    ///   - day: which day it is, as 2026-11-26; nil when all values are to be taken as final.
    ///   - constants: the limits.
    /// - Returns: a row for each card and each municipality that could be tested, and the cards that couldn't be used.
    package static func find(
        cards: [ServiceCard],
        window: FinderWindow = .last(8),
        values: some SeriesSource,
        peers: [PeerGroup],
        population: [String: Double],
        publications: Publications = Publications(),
        day: String? = nil,
        constants: FinderConstants = FinderConstants()
    ) -> FinderReport {
        var run = FinderRun(window, values, peers, population, publications, day, constants)
        var (found, faults): ([FinderReport.Card], [CardFault]) = ([], [])
        var rows: [FinderRow] = []
        var seen: Set<ServiceCard.ID> = []
        for card in cards {
            do throws(CardFault) {
                guard seen.insert(card.id).inserted else { throw CardFault(card, .twice(card.id)) }
                let (summary, cardRows) = try run.find(card)
                found.append(summary)
                rows += cardRows
            } catch {
                faults.append(error)
            }
        }
        let rates = falseDiscoveryRates(rows.map(\.test.probability))
        for index in rows.indices { rows[index].judge(rate: rates[index], constants) }
        return FinderReport(
            constants: constants,
            cards: found,
            faults: faults,
            rows: rows,
            mirrors: [2, 2.5, 3].map { errors in
                FinderReport.Mirror(
                    standardErrors: errors,
                    falls: rows.count { $0.test.z <= -errors },
                    rises: rows.count { $0.test.z >= errors }
                )
            }
        )
    }
}

extension FinderRow {
    /// What the row is called, when it is known how many tests there were in all.
    fileprivate mutating func judge(rate: Double, _ constants: FinderConstants) {
        self.rate = rate
        evidence =
            if rate <= constants.strongRate {
                .strong
            } else if rate <= constants.moderateRate {
                .moderate
            } else if test.probability <= constants.weakProbability {
                .weak
            } else {
                .none
            }
        classification = classified(constants)
    }

    private func classified(_ constants: FinderConstants) -> Class? {
        guard change <= constants.leastEffect, evidence != .none else { return nil }
        if quality.contains(where: { $0.state == .worse }) { return .worse }
        guard isRobust else { return .uncertain }
        if evidence == .strong || evidence == .moderate, quality.contains(where: { $0.state == .kept }) { return .example }
        return quality.contains { $0.state != .missing } ? .possible : .uncertain
    }
}

/// A run over some cards.
private struct FinderRun<Source: SeriesSource> {
    let window: FinderWindow
    let values: Source
    let peers: [PeerGroup]
    let population: [String: Double]
    let publications: Publications
    let day: String?
    let constants: FinderConstants
    /// By the number of years: the same for many cards.
    private var windows: [Int: Noise.Window] = [:]
    private var distributions = KendallDistributions(upTo: 2)
    private var longest = 2

    init(
        _ window: FinderWindow,
        _ values: Source,
        _ peers: [PeerGroup],
        _ population: [String: Double],
        _ publications: Publications,
        _ day: String?,
        _ constants: FinderConstants
    ) {
        self.window = window
        self.values = values
        self.peers = peers
        self.population = population
        self.publications = publications
        self.day = day
        self.constants = constants
    }

    mutating func find(_ card: ServiceCard) throws(CardFault) -> (FinderReport.Card, [FinderRow]) {
        func fault(_ reason: CardFault.Reason) -> CardFault { CardFault(card, reason) }
        for keyFigure in card.neededKeyFigures where values.places(of: keyFigure).isEmpty {
            throw fault(.unknownKeyFigure(keyFigure))
        }
        // Without the inhabitants no municipality has a size, and none can be weighed.
        let needed = card.neededKeyFigures + [StatisticsVintage.inhabitants].compactMap(\.self)
        if let damaged = needed.first(where: values.damaged.contains) { throw fault(.damaged(damaged)) }
        guard let group = peers.first(where: { $0.subject == card.area }) else {
            throw fault(.unknownArea(card.area, known: Set(peers.map(\.subject)).sorted()))
        }
        let municipalities = series(card.cost.keyFigure)
        let known = years(of: card, municipalities)
        guard let years = known, years.count >= max(3, constants.fewestYears) else {
            throw fault(.tooFewYears(known?.count ?? 0, fewest: max(3, constants.fewestYears), breaks: card.breaks))
        }
        let panel = CostPanel(card.cost.keyFigure, years, municipalities, peers: group, fewestPeers: constants.fewestPeers)
        let members = panel.members.filter { population[panel.codes[$0.row]] != nil }
        guard members.count >= max(1, constants.fewestMunicipalities) else {
            throw fault(.tooFewMunicipalities(members.count, fewest: constants.fewestMunicipalities, years: years))
        }
        prepare(years.count)
        let weighed = window(of: years.count)
        let noise = Noise(
            members.map(\.differences),
            sizeClasses: members.map { constants.sizeClass(population[panel.codes[$0.row]] ?? 0) },
            constants,
            weighed
        )
        let rows = rows(card, panel, members, noise)
        let summary = summary(
            of: card,
            panel,
            noise,
            rows: rows.rows,
            withoutPopulation: panel.members.map { panel.codes[$0.row] }.filter { population[$0] == nil },
            line: rows.line
        )
        return (summary, rows.rows)
    }

    /// Municipalities' series of a key figure, in the order of their codes; regions, groups and the country are none.
    private func series(_ keyFigure: KeyFigure.ID) -> [(code: String, series: Series)] {
        values.places(of: keyFigure).compactMap { code in
            guard code.isMunicipality, let series = values.series(keyFigure, .total, in: code) else { return nil }
            return (code, series)
        }
    }

    private mutating func prepare(_ years: Int) {
        if windows[years] == nil { windows[years] = Noise.Window(years: years) }
        if years > longest {
            longest = years
            distributions = KendallDistributions(upTo: years)
        }
    }

    private func window(of years: Int) -> Noise.Window { windows[years] ?? Noise.Window(years: years) }

    /// The last year that may be shown as final.
    private func lastFinalYear(_ keyFigure: KeyFigure.ID) -> Int {
        day.flatMap { publications.lastFinalYear(of: keyFigure, on: $0) } ?? Int.max
    }

    /// The years of a card; nil when there are none.
    private func years(of card: ServiceCard, _ municipalities: [(code: String, series: Series)]) -> ClosedRange<Int>? {
        let final = lastFinalYear(card.cost.keyFigure)
        var reported: [Int: Int] = [:]
        for (_, series) in municipalities {
            for year in series.years where series[year] != nil { reported[year, default: 0] += 1 }
        }
        let fullest = reported.values.max() ?? 0
        // A year that only some have reported yet is not the last one.
        guard let last = reported.filter({ $0.key <= final && 2 * $0.value > fullest }).keys.max(),
            let first = reported.keys.min()
        else { return nil }
        var asked = first...last
        if case .years(let years) = window {
            guard years.overlaps(asked) else { return nil }
            asked = years.clamped(to: asked)
        }
        let spans = asked.parted(at: card.breaks)
        // The latest that is long enough; when none is, the longest tells how far from it they are.
        let span = spans.last { $0.count >= max(3, constants.fewestYears) } ?? spans.max { $0.count < $1.count }
        let most = if case .last(let count) = window { max(1, count) } else { constants.mostYears }
        return span.map { max($0.lowerBound, $0.upperBound - min(most, constants.mostYears) + 1)...$0.upperBound }
    }

    private func rows(_ card: ServiceCard, _ panel: CostPanel, _ members: [CostPanel.Member], _ noise: Noise)
        -> (rows: [FinderRow], line: RepeatedMedian?)
    {
        let span = Double(panel.years.count - 1)
        var scratch: [Double] = []
        let slopes = members.map { TheilSen.slope(of: $0.differences, &scratch) }
        let starts = members.map { ($0.differences[0] + $0.differences[1]) / 2 }
        let changes = slopes.map { $0 * span }
        let line = RepeatedMedian(changes, at: starts)
        let residuals = members.indices.map { changes[$0] - ((line?.intercept ?? 0) + (line?.slope ?? 0) * starts[$0]) }
        let sortedResiduals = residuals.sorted()
        let group = peers.first { $0.subject == card.area }?.similar ?? [:]
        let quality = card.quality.map { measure in
            let first = max(panel.years.lowerBound, measure.firstYear ?? panel.years.lowerBound)
            let last = min(panel.years.upperBound, lastFinalYear(measure.keyFigure))
            let series = Dictionary(series(measure.keyFigure).map { ($0.code, $0.series) }) { first, _ in first }
            return (measure: measure, years: first...max(first, last), isKnown: last >= first, series: series)
        }
        let rows = members.indices.map { index in
            let member = members[index]
            let code = panel.codes[member.row]
            let national = zip(panel.logCosts[member.row], panel.nationalLogCosts).map { $0 - $1 }
            let nationalChange = expm1(TheilSen.slope(of: national, &scratch) * span)
            let leavingOut = member.differences.indices.map {
                expm1(TheilSen.slope(of: member.differences, leavingOut: $0, &scratch) * span)
            }
            var largestStep = 0.0
            for year in 1..<member.differences.count {
                largestStep = max(largestStep, abs(member.differences[year] - member.differences[year - 1]))
            }
            let below = sortedResiduals.partitioningIndex { $0 >= residuals[index] }
            let regression = FinderRow.Regression(
                start: starts[index],
                expected: changes[index] - residuals[index],
                residual: residuals[index],
                percentile: members.count > 1 ? 100 * Double(below) / Double(members.count - 1) : 50
            )
            let guarding = guardLine(card, code, panel.years)
            let worst = leavingOut.max() ?? 0
            return FinderRow(
                card: card.id,
                municipality: code,
                population: population[code] ?? 0,
                sizeClass: constants.sizeClass(population[code] ?? 0),
                years: panel.years,
                peers: member.peers,
                costs: panel.costs[member.row],
                peersCosts: member.peersLogCosts.map { exp($0) },
                differences: member.differences,
                slope: slopes[index],
                logChange: changes[index],
                change: expm1(changes[index]),
                test: noise.tests[index],
                rate: 1,
                mannKendallProbability: MannKendall(member.differences, distributions[panel.years.count])
                    .probabilityOfDecrease,
                nationalChange: nationalChange,
                changesLeavingOneOut: leavingOut,
                largestStep: largestStep,
                regression: regression,
                guarding: guarding,
                quality: quality.map { measure, years, isKnown, series in
                    FinderRow.QualityLine(
                        measure,
                        isKnown ? series[code] : nil,
                        peers: group[code, default: []].compactMap { series[$0] },
                        years: years,
                        constants,
                        distributions
                    )
                },
                evidence: .none,
                isRobust: nationalChange <= constants.leastRobustEffect && worst <= constants.leastRobustEffect
                    && regression.percentile <= constants.regressionPercentile && guarding?.isKept != false,
                classification: nil
            )
        }
        return (rows, line)
    }

    private func guardLine(_ card: ServiceCard, _ code: String, _ years: ClosedRange<Int>) -> FinderRow.GuardLine? {
        guard let guarding = card.guarding else { return nil }
        let first = max(years.lowerBound, guarding.firstYear ?? years.lowerBound)
        let last = min(years.upperBound, lastFinalYear(guarding.keyFigure))
        guard last >= first else { return nil }
        return FinderRow.GuardLine(
            guarding,
            values.series(guarding.keyFigure, .total, in: code),
            years: first...last,
            constants
        )
    }

    private func summary(
        of card: ServiceCard,
        _ panel: CostPanel,
        _ noise: Noise,
        rows: [FinderRow],
        withoutPopulation: [String],
        line: RepeatedMedian?
    ) -> FinderReport.Card {
        let count = Double(rows.count)
        let span = Double(panel.years.count - 1)
        let error = (noise.slopeFactor / noise.varianceFactor).squareRoot() * span
        let limit = constants.weakProbability
        return FinderReport.Card(
            card: card,
            years: panel.years,
            withCosts: panel.codes.count,
            tested: rows.count,
            withoutPopulation: withoutPopulation,
            seenAutocorrelation: noise.seenAutocorrelation,
            autocorrelation: noise.autocorrelation,
            varianceFactor: noise.varianceFactor,
            slopeFactor: noise.slopeFactor,
            degrees: noise.degrees,
            sizeClasses: noise.sizeClasses.sorted { $0.key < $1.key }.map { sizeClass, of in
                FinderReport.Card.SizeClass(
                    sizeClass: sizeClass,
                    municipalities: of.count,
                    deviation: of.deviation,
                    visibleFall: -expm1(StudentT.quantile(limit, degrees: noise.degrees) * of.deviation * error)
                )
            },
            regressionIntercept: line?.intercept ?? 0,
            regressionSlope: line?.slope ?? 0,
            shareFallen: Double(rows.count { $0.test.probability <= limit }) / count,
            shareRisen: Double(rows.count { 1 - $0.test.probability <= limit }) / count,
            shareFallenByMannKendall: Double(rows.count { $0.mannKendallProbability <= limit }) / count,
            medianLogChange: median(rows.map(\.logChange)) ?? 0,
            deviationOfLogChanges: medianDeviation(rows.map(\.logChange)) ?? 0
        )
    }
}

extension String {
    /// Whether it is a municipality's code: four figures, the first two its county's.
    ///
    /// A region has 00 there, and the country too.
    var isMunicipality: Bool {
        let bytes = Array(utf8)
        return bytes.count == 4 && bytes.allSatisfy { (48...57).contains($0) } && !(bytes[0] == 48 && bytes[1] == 48)
    }
}

extension ClosedRange<Int> {
    /// The parts between years from which something is counted in another way, in order.
    fileprivate func parted(at breaks: [Int]) -> [ClosedRange<Int>] {
        var parts: [ClosedRange<Int>] = []
        var start = lowerBound
        for year in breaks.sorted() where year > start && year <= upperBound {
            parts.append(start...year - 1)
            start = year
        }
        return parts + [start...upperBound]
    }
}
