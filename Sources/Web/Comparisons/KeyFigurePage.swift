import Charts
import Cooperation
import Markup
import Statistics

/// One key figure with the members' values beside others', ready to show.
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
        /// Why there is none: `missing`, `notApplicable`, `privacy`, `other` or `silent`; nil where there is a value.
        var absences: [String?]
        /// Between which places it stands in the year that is shown, counted from the largest value; nil when it isn't ranked.
        var places: [Int]?
        /// Which quarter it is among in the year that is shown: `grön` for the best, `röd` for the worst and `gul` between; nil where
        /// that could be chance, or where nobody has said which way is better.
        var colour: RankColour?
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

    /// Those that the members are held against.
    struct Group: Encodable, Sendable {
        var name: String
        /// The median of those with a value, one for each of the page's years; nil when fewer than three have one.
        var medians: [Double?]
        var counts: [Int]
    }

    var id: String
    var title: String
    var unit: String
    var decimals: Int
    var subject: String
    var perspective: String?
    var explanation: String
    var origin: String?
    /// The first year from which the values can be compared.
    var comparableFrom: Int?
    /// The years from which the values are counted in another way.
    var breaks: [Int]
    var remark: String?
    var source: String
    /// The day that the values were fetched.
    var fetched: String?
    /// The first year whose values aren't final.
    var preliminaryFrom: Int?
    var years: [Int]
    /// The latest year that a member has a value for.
    var latestYear: Int
    /// The year that everything but lines shows.
    var year: Int
    var members: Int
    /// The one that is looked at.
    var chosen: Choice?
    var choices: [Choice]
    /// Nil when none is looked at, or nothing is known of who is like it in this.
    var likeness: Likeness?
    /// Nil when the members are held against nobody.
    var group: Group?
    var gender: Gender
    var genders: [Gender]
    /// The members, the country and the others.
    var rows: [Row]
    /// Why nobody is ranked, when that is asked for: `few`, `unknownNoise` or `preliminary`.
    var refusal: String?

    let figure: StatisticsVintage.Figure
    let choice: KeyFigureChoice
    /// The pictures that can be drawn of this.
    let pictures: [KeyFigureChoice.Picture]
    let comparison: Comparison
    /// Women and men, when the picture holds them against each other.
    let pair: [Gender: Comparison]
    let noise: YearlyNoise
    let ranking: HonestRanking
    /// What it would mean to cost as the median of those that are alike; nil where there is nothing to reckon with.
    let scenario: Scenario?
    /// Which way is better, by a service card; nil when none says so.
    let better: Direction?
    /// Which quarter each is among, by its code; empty for other pictures than a ranking.
    let colours: [String: Colouring]

    private enum CodingKeys: String, CodingKey {
        case id, title, unit, decimals, subject, perspective, explanation, origin, comparableFrom, breaks, remark, source, fetched
        case preliminaryFrom, years, latestYear, year, members, chosen, choices, likeness, group, gender, genders, rows, refusal
    }

    /// The page of a key figure; nil when no member has a value.
    ///
    /// - Parameters:
    ///   - figure: the key figure.
    ///   - vintage: the statistics that it belongs to.
    ///   - choice: what of it is looked at.
    ///   - all: the codes of all municipalities, by their names in Swedish order.
    ///   - reading: what the page is made of.
    init?(
        _ figure: StatisticsVintage.Figure,
        _ vintage: StatisticsVintage,
        _ choice: KeyFigureChoice,
        of all: [String],
        _ reading: Reading
    ) {
        let municipalities = reading.cooperation.members.members
        let codes = municipalities.map(\.facts.code)
        let own = Dictionary(municipalities.map { ($0.facts.code, $0.facts) }) { first, _ in first }
        let words = reading.words.comparisons
        var choice = choice
        genders = vintage.values.genders(of: figure.id)
        guard let firstGender = genders.first else { return nil }
        if !genders.contains(choice.gender) { choice.gender = firstGender }

        let peers = choice.municipality.flatMap { vintage.peers(of: $0, in: figure) }
        likeness = peers.map { Likeness(title: $0.group.title, source: $0.group.source) }
        let middle = choice.municipality ?? codes.first
        var group: [String]
        var groupName: String?
        switch choice.others {
        case .members: group = []
        case .similar:
            group = peers?.codes ?? []
            groupName = peers == nil ? nil : words.similarGroup
        case .county:
            group = vintage.municipalities.filter { code in middle.map { County.isSame($0, code) } ?? false }
            groupName = middle.flatMap { County.name(of: $0) }
        case .all:
            group = vintage.municipalities
            groupName = words.allMunicipalities
        case .own(let codes):
            group = codes
            groupName = words.ownGroup
        }
        // The median that one is held against isn't partly its own.
        group.removeAll { $0 == choice.municipality && choice.others != .all }
        // The one that is looked at stands there whoever it is.
        let beside = choice.municipality.map { codes.contains($0) ? [] : [$0] } ?? []
        func compared(_ gender: Gender) -> Comparison? {
            Comparison(figure, gender, in: vintage, members: codes + beside, group: group)
        }
        var comparison = compared(choice.gender)
        if comparison == nil, let other = genders.first(where: { compared($0) != nil }) {
            choice.gender = other
            comparison = compared(other)
        }
        guard let comparison else { return nil }
        let hasBoth = genders.contains(.women) && genders.contains(.men)
        let outlined = codes.allSatisfy { Outlines.rings(of: $0) != nil }
        pictures = KeyFigureChoice.Picture.allCases.filter {
            $0 == .genders ? hasBoth : $0 == .map ? outlined && codes.count > 1 : true
        }
        if !pictures.contains(choice.picture) { choice.picture = .lines }

        let keyFigure = figure.keyFigure
        id = keyFigure.id.description
        title = keyFigure.title
        unit = keyFigure.unit
        decimals = keyFigure.decimals
        subject = figure.area
        perspective = figure.perspective
        explanation = keyFigure.explanation
        origin = keyFigure.origin
        comparableFrom = figure.breaks.last
        breaks = figure.breaks
        remark = keyFigure.remark
        source = vintage.source
        fetched = vintage.fetched
        preliminaryFrom = figure.preliminaryFrom
        years = Array(comparison.years)
        latestYear = comparison.latestYear
        let year = choice.year.flatMap { comparison.years.contains($0) ? $0 : nil } ?? comparison.latestYear
        self.year = year
        members = codes.count
        gender = choice.gender
        self.figure = figure
        self.choice = choice
        self.comparison = comparison
        let noise = YearlyNoise(comparison, upTo: year, in: vintage)
        self.noise = noise
        scenario = Self.scenario(figure, vintage, of: choice.municipality, year: year)
        let ranking = HonestRanking(comparison, year: year, noise: noise)
        self.ranking = ranking
        better = vintage.better(of: figure.id)
        let colours =
            choice.picture == .ranking && ranking.refusal == nil
            ? Self.colours(comparison, better: better, year: year, noise: noise) : [:]
        self.colours = colours
        if choice.picture == .ranking, let why = ranking.refusal {
            switch why {
            case .few: refusal = "few"
            case .unknownNoise: refusal = "unknownNoise"
            case .preliminary: refusal = "preliminary"
            }
        }
        if let groupName, !group.isEmpty {
            let medians = comparison.years.map { comparison.group($0) }
            self.group = Group(name: groupName, medians: medians.map { $0?.median }, counts: medians.map { $0?.count ?? 0 })
        }

        func name(_ code: String) -> String {
            code == StatisticsTable.country ? words.country : own[code]?.name ?? vintage.name(of: code)
        }
        choices = municipalities.map { Choice(value: $0.facts.id.text, code: $0.facts.code, name: $0.facts.name) }
        choices += all.filter { own[$0] == nil }.map { Choice(value: $0, code: $0, name: vintage.name(of: $0)) }
        chosen = choice.municipality.map {
            Choice(value: KeyFigureChoice.addressName(of: $0, reading), code: $0, name: name($0))
        }

        let similar = Set(peers?.codes ?? [])
        let isRanked = choice.picture == .ranking && ranking.refusal == nil
        let places = Dictionary(ranking.standings.map { ($0.code, $0.places) }) { first, _ in first }
        func rows(_ comparison: Comparison, _ years: ClosedRange<Int>) -> [Row] {
            comparison.rows.map { row in
                Row(
                    code: row.code,
                    name: name(row.code),
                    municipality: own[row.code]?.id.text,
                    role: row.role == .country ? .country : own[row.code] != nil ? .member : .other,
                    isSimilar: similar.contains(row.code),
                    gender: comparison.gender,
                    values: years.map { row.series[$0] },
                    absences: years.map { row.series.absence($0)?.name },
                    places: isRanked ? places[row.code].map { [$0.lowerBound, $0.upperBound] } : nil,
                    colour: colours[row.code]?.colour
                )
            }
        }
        if choice.picture == .genders {
            var pair: [Gender: Comparison] = [:]
            for gender in [Gender.women, .men] { pair[gender] = compared(gender) }
            self.pair = pair
            let span = pair.values.reduce(comparison.years) {
                min($0.lowerBound, $1.years.lowerBound)...max($0.upperBound, $1.years.upperBound)
            }
            years = Array(span)
            self.rows = [Gender.women, .men].flatMap { gender in pair[gender].map { rows($0, span) } ?? [] }
        } else {
            pair = [:]
            self.rows = rows(comparison, comparison.years)
        }
    }

    /// What is chosen, as the page's address has it.
    func query(_ reading: Reading) -> [(name: String, value: String)] { choice.query(reading) }

    /// Whether the values of a year are counted in the same way as those of the year that is shown.
    func canCompare(_ year: Int) -> Bool { figure.canCompare(year, self.year) }
}

extension KeyFigurePage: OnOthersTerms {
    /// What the source asks of those who use it: raw values are its, and what is reckoned of them isn't.
    var terms: String? {
        let words = Words.swedish.comparisons
        return choice.picture == .ranking || group != nil ? words.ownReckoning(source) : words.sourceIs(source)
    }
}

extension Absence {
    /// What files call it.
    var name: String {
        switch self {
        case .missing: "missing"
        case .notApplicable: "notApplicable"
        case .privacy: "privacy"
        case .other: "other"
        case .silent: "silent"
        }
    }
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

    /// Why there is no value.
    func reason(_ absence: Absence) -> String {
        switch absence {
        case .missing, .silent: missingIs
        case .notApplicable: notApplicableIs
        case .privacy: privacyIs
        case .other: otherAbsenceIs
        }
    }

    /// What a picture is called.
    func name(of picture: KeyFigureChoice.Picture) -> String {
        switch picture {
        case .lines: lines
        case .dots: dots
        case .ranking: ranking
        case .genders: byGender
        case .map: map
        }
    }
}
