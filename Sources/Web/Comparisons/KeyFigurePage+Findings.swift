import Statistics

extension KeyFigurePage {
    /// The members' values in the year that is shown, with their names.
    private var known: [(name: String, code: String, value: Double)] {
        rows.filter { $0.role == .member && $0.gender == rows.first?.gender }.compactMap { row in
            value(of: row, year).map { (row.name, row.code, $0) }
        }
    }

    /// The sentences that answer what people come with: how the values lie, whether they can be told apart, and no verdict.
    func lead(_ words: Words) -> String {
        let comparisons = words.comparisons
        let known = known
        guard let high = known.max(by: { $0.value < $1.value }), let low = known.min(by: { $0.value < $1.value }) else {
            return comparisons.noneThatYear("\(year)")
        }
        func those(_ value: Double) -> String {
            "\(words.list(known.filter { $0.value == value }.map(\.name))) (\(words.figure(value, decimals: decimals)))"
        }
        var sentences: [String] = []
        if known.count == 1 {
            sentences.append(comparisons.onlyOne("\(year)", those(high.value)))
        } else if high.value == low.value {
            sentences.append(comparisons.same("\(year)", words.figure(high.value, decimals: decimals)))
        } else {
            sentences.append(comparisons.extremes("\(year)", those(high.value), those(low.value)))
            switch noise.isClear((high.code, high.value), (low.code, low.value)) {
            case true?: break
            case false?: sentences.append(comparisons.withinNoise)
            case nil: sentences.append(comparisons.noiseUnknown)
            }
        }
        if let country = rows.first(where: { $0.role == .country }).flatMap({ value(of: $0, year) }) {
            sentences.append(comparisons.inCountry(words.figure(country, decimals: decimals)))
        } else {
            sentences.append(comparisons.countryMissing)
        }
        if known.count < members {
            sentences.append(comparisons.someHave(words.countFirst(known.count), words.count(members)))
        }
        if figure.isPreliminary(year) { sentences.append(comparisons.yearIsPreliminary("\(year)")) }
        return sentences.joined(separator: " ")
    }

    /// What the drawing shows, in a sentence or two.
    func finding(_ words: Words) -> String {
        switch choice.picture {
        case .lines: trend(words)
        case .dots: standing(words)
        case .ranking: rankingFinding(words)
        case .genders: gendersFinding(words)
        case .map: words.comparisons.mapFinding("\(year)")
        }
    }

    /// In how many of the members the value has risen and fallen, as far back as it can be compared.
    private func trend(_ words: Words) -> String {
        let comparisons = words.comparisons
        let first = figure.firstComparable(to: latestYear, from: years.first ?? latestYear)
        let span = first < latestYear ? "\(first)–\(latestYear)" : "\(latestYear)"
        let changes = rows.compactMap { row -> Double? in
            guard row.role == .member, row.gender == rows.first?.gender, first < latestYear,
                let before = value(of: row, first), let after = value(of: row, latestYear)
            else { return nil }
            return after - before
        }
        let (rose, fell) = (changes.count { $0 > 0 }, changes.count { $0 < 0 })
        switch (rose, fell) {
        case (0, 0): return comparisons.asTheyWere(span)
        case (_, 0): return comparisons.roseIn(span, words.count(rose), words.count(changes.count))
        case (0, _): return comparisons.fellIn(span, words.count(fell), words.count(changes.count))
        default: return comparisons.roseAndFell(span, words.count(rose), words.count(fell))
        }
    }

    /// How the one that is looked at stands to the group's median; without one, between what the members lie.
    private func standing(_ words: Words) -> String {
        let comparisons = words.comparisons
        if let chosen, let value = comparison.rows.first(where: { $0.code == chosen.code })?.series[year], let group,
            let middle = comparison.group(year)
        {
            let sentence = comparisons.chosenAndMedian(
                "\(year)",
                "\(chosen.name) (\(words.figure(value, decimals: decimals)))",
                "\(group.name) (\(words.figure(middle.median, decimals: decimals)))",
                value > middle.median ? .over : value < middle.median ? .under : .same
            )
            switch noise.isClear(chosen.code, value, from: middle.median) {
            case true?: return "\(sentence) \(comparisons.clearDifference)"
            case false?: return value == middle.median ? sentence : "\(sentence) \(comparisons.withinNoiseOne)"
            case nil: return "\(sentence) \(comparisons.noiseUnknown)"
            }
        }
        let known = known
        guard let low = known.map(\.value).min(), let high = known.map(\.value).max() else {
            return comparisons.noneThatYear("\(year)")
        }
        return comparisons.between("\(year)", words.figure(low, decimals: decimals), words.figure(high, decimals: decimals))
    }

    private func rankingFinding(_ words: Words) -> String {
        let comparisons = words.comparisons
        switch ranking.refusal {
        case .few(let count): return comparisons.notRankedFew("\(year)", words.count(count), words.count(HonestRanking.fewest))
        case .unknownNoise: return comparisons.notRankedUnknown
        case .preliminary: return comparisons.notRankedPreliminary("\(year)")
        case nil:
            let count = ranking.standings.count
            let alone = ranking.standings.count { $0.places.count == 1 }
            return alone == 0
                ? comparisons.nobodyAlone("\(year)", words.count(count))
                : comparisons.someAlone("\(year)", words.count(alone), words.count(count))
        }
    }

    private func gendersFinding(_ words: Words) -> String {
        let comparisons = words.comparisons
        let members = rows.filter { $0.role == .member }
        let women = Dictionary(
            members.filter { $0.gender == .women }.compactMap { row in value(of: row, year).map { (row.code, $0) } }
        ) { first, _ in first }
        let men = Dictionary(
            members.filter { $0.gender == .men }.compactMap { row in value(of: row, year).map { (row.code, $0) } }
        ) { first, _ in first }
        let both = women.compactMap { code, value in men[code].map { (value, $0) } }
        guard !both.isEmpty else { return comparisons.noneThatYear("\(year)") }
        let higher = both.count { $0.0 > $0.1 }
        let lower = both.count { $0.0 < $0.1 }
        return comparisons.womenAndMen("\(year)", words.count(higher), words.count(lower), words.count(both.count))
    }

    private func value(of row: Row, _ year: Int) -> Double? {
        guard let first = years.first, row.values.indices.contains(year - first) else { return nil }
        return row.values[year - first]
    }
}
