import Cooperation
import Statistics

/// One key figure with the members' values, ready to show.
struct KeyFigurePage: Encodable, Sendable {
    /// Why a place is on the page.
    enum Role: String, Encodable, Sendable {
        case member, country, other
    }

    /// A place's values, year by year.
    struct Row: Encodable, Sendable {
        var code: String
        var name: String
        /// The municipality's name in addresses, when it is a member.
        var municipality: String?
        var role: Role
        /// Whether it is like the one that is looked at.
        var isSimilar: Bool
        var gender: Gender
        /// One for each of the page's years; nil where the source has none.
        var values: [Double?]
    }

    /// A municipality that can be looked at.
    struct Choice: Encodable, Sendable {
        /// What the address calls it: the name of a member, otherwise the code.
        var value: String
        var code: String
        var name: String
    }

    /// Who has found which municipalities to be alike.
    struct Likeness: Encodable, Sendable {
        var title: String
        var source: String
    }

    var id: String
    var title: String
    var unit: String
    var decimals: Int
    var subject: String
    var explanation: String
    var origin: String?
    /// The first year from which the values can be compared.
    var comparableFrom: Int?
    var remark: String?
    var source: String
    var years: [Int]
    /// The latest year that a member has a value for.
    var latestYear: Int
    var members: Int
    /// The one that is looked at.
    var chosen: Choice?
    var choices: [Choice]
    /// Nil when none is looked at, or nothing is known of who is like it in this.
    var likeness: Likeness?
    /// The members, the country and the others; first for all, then for each gender.
    var rows: [Row]

    /// The page of a key figure; nil when no member has a value.
    ///
    /// - Parameters:
    ///   - panel: the key figure with its values.
    ///   - statistics: the table that it belongs to.
    ///   - chosen: the one that is looked at, as the address calls it; one that isn't there is as none.
    ///   - reading: what the page is made of.
    init?(_ panel: Panel, _ statistics: StatisticsTable, chosen: String?, _ reading: Reading) {
        let municipalities = reading.cooperation.members.members
        let codes = municipalities.map(\.facts.code)
        guard let latestYear = panel.latestYear(of: codes) else { return nil }
        let keyFigure = panel.keyFigure
        id = keyFigure.id.description
        title = keyFigure.title
        unit = keyFigure.unit
        decimals = keyFigure.decimals
        subject = keyFigure.subject
        explanation = keyFigure.explanation
        origin = keyFigure.origin
        comparableFrom = keyFigure.comparableFrom
        remark = keyFigure.remark
        source = panel.source
        years = Array(panel.years)
        self.latestYear = latestYear
        members = codes.count

        let own = Set(codes)
        let others = panel.codes.filter { $0 != StatisticsTable.country && !own.contains($0) }
        var choices = municipalities.filter { panel.values(in: $0.facts.code) != nil }.map {
            Choice(value: $0.facts.id.text, code: $0.facts.code, name: $0.facts.name)
        }
        choices += others.filter { statistics.peers(of: $0, in: keyFigure) != nil }.map {
            Choice(value: $0, code: $0, name: statistics.name(of: $0))
        }
        self.choices = choices
        let choice = chosen.flatMap { value in choices.first { $0.value == value || $0.code == value } }
        self.chosen = choice
        let peers = choice.flatMap { statistics.peers(of: $0.code, in: keyFigure) }
        likeness = peers.map { Likeness(title: $0.group.title, source: $0.group.source) }
        let similar = Set(peers?.codes ?? [])

        let missing = [Double?](repeating: nil, count: panel.years.count)
        var rows: [Row] = []
        for gender in panel.genders {
            for municipality in municipalities {
                let facts = municipality.facts
                rows.append(
                    Row(
                        code: facts.code,
                        name: facts.name,
                        municipality: facts.id.text,
                        role: .member,
                        isSimilar: similar.contains(facts.code),
                        gender: gender,
                        values: panel.values(in: facts.code, gender) ?? missing
                    )
                )
            }
            for code in [StatisticsTable.country] + others {
                let isCountry = code == StatisticsTable.country
                rows.append(
                    Row(
                        code: code,
                        name: isCountry ? reading.words.comparisons.country : statistics.name(of: code),
                        role: isCountry ? .country : .other,
                        isSimilar: similar.contains(code),
                        gender: gender,
                        values: panel.values(in: code, gender) ?? missing
                    )
                )
            }
        }
        self.rows = rows
    }

    /// What is chosen, as the page's address has it.
    var query: [(name: String, value: String)] { Self.query(chosen) }

    static func query(_ choice: Choice?) -> [(name: String, value: String)] {
        choice.map { [(QueryName.municipality, $0.value)] } ?? []
    }

    /// The genders that there are rows for.
    var genders: [Gender] { rows.map(\.gender).unique }

    /// Every value as a table for a file.
    func table(_ words: Words) -> Table {
        let comparisons = words.comparisons
        var cells: [[String]] = []
        for row in rows {
            let similar = row.isSimilar ? likeness.map { "\($0.title) (\($0.source))" } ?? "" : ""
            for (year, value) in zip(years, row.values) {
                cells.append([
                    id, row.code, row.name, comparisons.name(of: row.role), "\(year)", comparisons.name(of: row.gender),
                    value?.plain ?? "", unit, similar, source,
                ])
            }
        }
        return Table(
            columns: [
                comparisons.keyFigure, comparisons.code, comparisons.name, comparisons.role, comparisons.year,
                comparisons.gender, comparisons.value, comparisons.unit, comparisons.likeChosen, comparisons.source,
            ],
            rows: cells
        )
    }

    // MARK: What the values say

    /// The sentence that answers what people come with: how the values lie, and no verdict.
    func lead(_ words: Words) -> String {
        let comparisons = words.comparisons
        let known = rows.compactMap { row -> (name: String, value: Double)? in
            guard row.role == .member, row.gender == rows.first?.gender else { return nil }
            return value(of: row, latestYear).map { (row.name, $0) }
        }
        guard let high = known.map(\.value).max(), let low = known.map(\.value).min() else { return "" }
        func those(_ value: Double) -> String {
            "\(words.list(known.filter { $0.value == value }.map(\.name))) (\(words.figure(value, decimals: decimals)))"
        }
        var sentences: [String] = []
        if known.count == 1 {
            sentences.append(comparisons.onlyOne("\(latestYear)", those(high)))
        } else if high == low {
            sentences.append(comparisons.same("\(latestYear)", words.figure(high, decimals: decimals)))
        } else {
            sentences.append(comparisons.extremes("\(latestYear)", those(high), those(low)))
        }
        if let country = rows.first(where: { $0.role == .country }).flatMap({ value(of: $0, latestYear) }) {
            sentences.append(comparisons.inCountry(words.figure(country, decimals: decimals)))
        } else {
            sentences.append(comparisons.countryMissing)
        }
        if known.count < members {
            sentences.append(comparisons.someHave(words.countFirst(known.count), words.count(members)))
        }
        return sentences.joined(separator: " ")
    }

    /// In how many of the members the value has risen and fallen, as far back as it can be compared.
    func finding(_ words: Words) -> String {
        let comparisons = words.comparisons
        let first = max(years.first ?? latestYear, comparableFrom ?? 0)
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

    private func value(of row: Row, _ year: Int) -> Double? {
        guard let first = years.first, row.values.indices.contains(year - first) else { return nil }
        return row.values[year - first]
    }
}

extension KeyFigurePage: OnOthersTerms {
    /// What the source asks of those who use it.
    var terms: String? { Words.swedish.comparisons.sourceIs(source) }
}

extension Words.Comparisons {
    /// What a role is called in a table.
    func name(of role: KeyFigurePage.Role) -> String {
        switch role {
        case .member: member
        case .country: country
        case .other: other
        }
    }

    /// What a gender is called in a table.
    func name(of gender: Gender) -> String {
        switch gender {
        case .total: everybody
        case .women: women
        case .men: men
        }
    }
}
