import Charts
import Markup
import Statistics

extension KeyFigurePage {
    /// What rows of the table that are reckoned of several are called in the address of a cell.
    enum Reckoned {
        static let median = "median"
        static let low = "lagst"
        static let high = "hogst"
    }

    // MARK: Tables

    /// The table beside the drawing, cell by cell what the drawing shows.
    func shownTable(_ words: Words) -> ShownTable {
        switch choice.picture {
        case .lines: yearsTable(words)
        case .dots, .map: yearTable(words)
        case .ranking: rankingTable(words)
        case .genders: gendersTable(words)
        }
    }

    private func title(of year: Int, _ words: Words) -> String {
        figure.isPreliminary(year) ? "\(year) \(words.comparisons.preliminaryShort)" : "\(year)"
    }

    private func cell(_ row: Row, _ year: Int) -> ShownTable.Cell {
        guard let place = years.firstIndex(of: year) else { return .absent(.silent) }
        if let value = row.values[place] { return .value(value) }
        return .absent(Absence.allCases.first { $0.name == row.absences[place] } ?? .silent)
    }

    private func part(of row: Row) -> ShownTable.Part {
        if row.code == chosen?.code, row.role != .country { return .members }
        return switch row.role {
        case .member: .members
        case .country: .country
        case .other: .others
        }
    }

    private func shown(_ row: Row, _ cells: [ShownTable.Cell]) -> ShownTable.Row {
        ShownTable.Row(key: row.code, name: row.name, municipality: row.municipality, part: part(of: row), cells: cells)
    }

    /// The rows that are reckoned of the group: its median, and between what its values lie.
    private func groupRows(_ years: [Int], _ words: Words) -> [ShownTable.Row] {
        guard let group else { return [] }
        let comparisons = words.comparisons
        let known = years.map { comparison.group($0) }
        func row(_ key: String, _ name: String, _ value: (Int) -> Double?) -> ShownTable.Row {
            ShownTable.Row(
                key: key,
                name: name,
                part: .group,
                cells: years.indices.map { value($0).map { .value($0) } ?? .absent(.silent) }
            )
        }
        return [
            row(Reckoned.median, comparisons.medianOf(group.name)) { known[$0]?.median },
            row(Reckoned.low, comparisons.lowestOf(group.name)) { known[$0]?.low },
            row(Reckoned.high, comparisons.highestOf(group.name)) { known[$0]?.high },
        ]
    }

    private func yearsTable(_ words: Words) -> ShownTable {
        ShownTable(
            caption: caption(words),
            place: words.comparisons.place,
            columns: years.map { .init(key: "\($0)", title: title(of: $0, words)) },
            rows: rows.map { row in shown(row, years.map { cell(row, $0) }) } + groupRows(years, words),
            decimals: decimals
        )
    }

    private func yearTable(_ words: Words) -> ShownTable {
        ShownTable(
            caption: caption(words),
            place: words.comparisons.place,
            columns: [.init(key: "\(year)", title: title(of: year, words))],
            rows: rows.map { shown($0, [cell($0, year)]) } + groupRows([year], words),
            decimals: decimals
        )
    }

    /// Those with a value from the largest to the least, then those without, and last the country, which has no place.
    private func rankingTable(_ words: Words) -> ShownTable {
        let order = Dictionary(ranking.standings.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let ordered: [(place: Int, row: Row)] = rows.filter { $0.role != .country }.map { (order[$0.code] ?? .max, $0) }
        let ranked = ordered.sorted { ($0.place, $0.row.name) < ($1.place, $1.row.name) }.map(\.row)
        let hasQuarters = hasQuarters
        let columns: [ShownTable.Column] =
            [.init(key: "\(year)", title: title(of: year, words))]
            + (ranking.refusal == nil
                ? [.init(key: "plats", title: words.comparisons.placeInOrder)]
                    + (hasQuarters ? [.init(key: "fjardedel", title: words.comparisons.quarter, isNumber: false)] : []) : [])
        return ShownTable(
            caption: caption(words),
            place: words.comparisons.place,
            columns: columns,
            rows: (ranked + rows.filter { $0.role == .country }).map { row in
                var cells = [cell(row, year)]
                if ranking.refusal == nil { cells.append(.text(places(of: row, words) ?? "")) }
                if hasQuarters { cells.append(.text(quarter(of: row.code, words) ?? "")) }
                return shown(row, cells)
            }
                + groupRows([year], words).map { row in
                    var row = row
                    while row.cells.count < columns.count { row.cells.append(.text("")) }
                    return row
                },
            decimals: decimals
        )
    }

    private func gendersTable(_ words: Words) -> ShownTable {
        let columns: [ShownTable.Column] = [Gender.women, .men].map {
            .init(key: $0.rawValue, title: "\(words.comparisons.name(of: $0)) \(title(of: year, words))")
        }
        let women = rows.filter { $0.gender == .women }
        let men = Dictionary(rows.filter { $0.gender == .men }.map { ($0.code, $0) }) { first, _ in first }
        let all = women.isEmpty ? rows : women
        return ShownTable(
            caption: caption(words),
            place: words.comparisons.place,
            columns: columns,
            rows: all.map { row in
                shown(
                    row,
                    [
                        women.isEmpty ? .absent(.silent) : cell(row, year),
                        men[row.code].map { cell($0, year) } ?? .absent(.silent),
                    ]
                )
            },
            decimals: decimals
        )
    }

    /// What the table is called: whose values they are, and of which year.
    func caption(_ words: Words) -> String {
        let comparisons = words.comparisons
        var parts = [group.map { comparisons.membersAnd($0.name) } ?? comparisons.membersAndCountry]
        if genders.count > 1, choice.picture != .genders { parts.append(comparisons.name(of: gender).lowercased()) }
        if choice.picture != .lines { parts.append("\(year)") }
        return parts.joined(separator: ", ")
    }

    /// Between which places one stands: '2–4'; nil when it isn't ranked.
    private func places(of row: Row, _ words: Words) -> String? {
        row.places.map { $0[0] == $0[1] ? words.number($0[0]) : "\(words.number($0[0]))–\(words.number($0[1]))" }
    }

    // MARK: Drawings

    /// The drawing of a table.
    func drawing(of table: ShownTable, shape: DrawingShape, _ words: Words) -> Markup {
        switch choice.picture {
        case .lines: lines(table, shape, words)
        case .dots: dots(table, shape, words)
        case .ranking: bars(table, shape, words)
        case .genders: pairs(table, shape, words)
        case .map: map(table, shape, words)
        }
    }

    /// How the drawing is read, and what it leaves out.
    func drawingNote(_ table: ShownTable, _ words: Words) -> String {
        let comparisons = words.comparisons
        var sentences: [String] = []
        switch choice.picture {
        case .lines:
            let country = rows.first { $0.role == .country }
            if let country, country.values.contains(where: { $0 != nil }) {
                sentences.append(isComparable(country) ? comparisons.countryIsDashed : comparisons.countryIsLeftOut)
            }
            if let group { sentences.append(comparisons.bandIs(group.name)) }
            if preliminaryFrom != nil { sentences.append(comparisons.hollowIsPreliminary) }
            if let last = breaks.last, let first = years.first, last > first { sentences.append(comparisons.brokenAt("\(last)")) }
        case .dots:
            if let group { sentences.append(comparisons.ticksAre(group.name)) }
            sentences.append(comparisons.countryIsSquare)
        case .ranking:
            sentences.append(comparisons.hollowIsWithinNoise)
            if drawnInRanking(table).count < table.rows.count(where: { $0.part == .members || $0.part == .others }) {
                sentences.append(comparisons.onlyMembersDrawn)
            }
        case .genders: sentences.append(comparisons.discAndSquare)
        case .map:
            guard let classes = mapClasses else { return comparisons.mapWithoutClasses }
            sentences.append(
                comparisons.mapClasses(
                    words.figure(classes.lower, decimals: decimals),
                    words.figure(classes.upper, decimals: decimals)
                )
            )
        }
        return sentences.joined(separator: " ")
    }

    private func axisFormat(_ words: Words) -> (Double) -> String {
        { words.figure($0, decimals: $0 == $0.rounded() ? 0 : max(1, decimals)) }
    }

    /// Whether a place's values are of the same order as those of the others, so that one scale can show both.
    private func isComparable(_ row: Row) -> Bool {
        let own = row.values.compactMap { $0?.magnitude }.max() ?? 0
        return own <= 10 * (rows.filter { $0.role != .country }.flatMap(\.values).compactMap { $0?.magnitude }.max() ?? 0)
    }

    private func lines(_ table: ShownTable, _ shape: DrawingShape, _ words: Words) -> Markup {
        let comparisons = words.comparisons
        func entries(_ row: ShownTable.Row) -> [LineChart.Entry] {
            zip(years, row.cells).map { year, cell in
                guard case .value(let value) = cell else { return LineChart.Entry(.year(year), nil, text: "") }
                return LineChart.Entry(
                    .year(year),
                    value,
                    text: table.text(cell, words),
                    isHollow: figure.isPreliminary(year)
                )
            }
        }
        let country = rows.first { $0.role == .country }
        let drawn = table.rows.filter { row in
            switch row.part {
            case .members: true
            case .country: country.map(isComparable) ?? false
            case .group: row.key == Reckoned.median
            case .others: false
            }
        }
        let low = table.rows.first { $0.key == Reckoned.low }
        let high = table.rows.first { $0.key == Reckoned.high }
        var edges: [(moment: Moment, low: Double, high: Double)] = []
        if let low, let high {
            for (index, year) in years.enumerated() {
                if case .value(let least) = low.cells[index], case .value(let largest) = high.cells[index] {
                    edges.append((.year(year), least, largest))
                }
            }
        }
        return LineChart(
            drawn.map { row in
                LineChart.Series(
                    row.name,
                    entries(row),
                    isHighlighted: row.key == chosen?.code,
                    isReference: row.part == .country || row.part == .group,
                    row: row.key
                )
            },
            band: group.flatMap { edges.isEmpty ? nil : LineChart.Band($0.name.withCapital, edges) },
            breaks: breaks.filter { year in years.first.map { $0 < year } ?? false && year <= years.last ?? 0 }.map {
                LineChart.Break(before: $0, text: comparisons.newWayFrom("\($0)"))
            },
            axisTitle: unit.isEmpty ? "" : "\(unit.withCapital).",
            scaleNote: words.members.chartScale,
            whenEmpty: comparisons.noneYetShort,
            shape: shape,
            title: finding(words),
            description: comparisons.chartDescription(title),
            id: "varden",
            format: axisFormat(words)
        ).markup
    }

    private func rowChart(
        _ rows: [RowChart.Row],
        reference: RowChart.Reference? = nil,
        _ shape: DrawingShape,
        _ words: Words
    ) -> Markup {
        RowChart(
            rows,
            reference: reference,
            axisTitle: unit.isEmpty ? "\(year)." : "\(unit.withCapital), \(year).",
            shape: shape,
            title: finding(words),
            description: words.comparisons.rowsDescription(title),
            id: "varden",
            format: axisFormat(words)
        ).markup
    }

    /// What is written where there is no figure: the sign with its meaning.
    private func text(_ cell: ShownTable.Cell?, _ table: ShownTable, _ words: Words) -> String {
        guard let cell else { return "–" }
        if case .absent(let absence) = cell { return "\(absence.sign) \(words.comparisons.reason(absence))" }
        return table.text(cell, words)
    }

    private func mark(
        _ row: ShownTable.Row,
        _ column: Int,
        _ sign: RowChart.Sign,
        _ table: ShownTable,
        _ words: Words
    ) -> RowChart.Mark? {
        guard case .value(let value) = row.cells[column] else { return nil }
        let name = table.columns[column].key
        return RowChart.Mark(
            value,
            sign,
            text: "\(row.name) \(table.columns[column].title): \(table.text(row.cells[column], words))",
            cell: DrawnCell(row.key, name)
        )
    }

    private func dots(_ table: ShownTable, _ shape: DrawingShape, _ words: Words) -> Markup {
        let isPreliminary = figure.isPreliminary(year)
        var drawn = table.rows.filter { $0.part == .members }.map { row in
            RowChart.Row(
                row.name,
                [mark(row, 0, isPreliminary ? .ring : .disc, table, words)].compactMap(\.self),
                text: text(row.cells.first, table, words),
                isHighlighted: row.key == chosen?.code
            )
        }
        let country = rows.first { $0.role == .country }
        if let row = table.rows.first(where: { $0.part == .country }), country.map(isComparable) ?? false {
            drawn.append(
                RowChart.Row(
                    row.name,
                    [mark(row, 0, .square, table, words)].compactMap(\.self),
                    text: text(row.cells.first, table, words),
                    isApart: true
                )
            )
        }
        if let group {
            let inGroup = Set(comparison.rows.filter(\.isInGroup).map(\.code))
            let ticks = table.rows.filter { inGroup.contains($0.key) }.compactMap { mark($0, 0, .tick, table, words) }
            let median = table.rows.first { $0.key == Reckoned.median }
            drawn.append(
                RowChart.Row(
                    words.comparisons.medianOf(group.name),
                    ticks + [median.flatMap { mark($0, 0, .ring, table, words) }].compactMap(\.self),
                    text: text(median?.cells.first, table, words),
                    isApart: true
                )
            )
        }
        return rowChart(drawn, shape, words)
    }

    /// The most bars that are drawn: more are a table.
    private static let mostBars = 40

    private func drawnInRanking(_ table: ShownTable) -> [ShownTable.Row] {
        let all = table.rows.filter { $0.part == .members || $0.part == .others }
        return all.count <= Self.mostBars ? all : all.filter { $0.part == .members }
    }

    private func bars(_ table: ShownTable, _ shape: DrawingShape, _ words: Words) -> Markup {
        let values = comparison.known(year).map(\.value).sorted()
        let group = comparison.group(year)
        let median: Double? =
            group?.median
            ?? (values.count >= 3
                ? (values.count.isMultiple(of: 2)
                    ? (values[values.count / 2 - 1] + values[values.count / 2]) / 2 : values[values.count / 2]) : nil)
        let drawn = drawnInRanking(table).map { row in
            var sign = RowChart.Sign.hollowBar
            if case .value(let value) = row.cells[0], let median, ranking.refusal == nil,
                noise.isClear(row.key, value, from: median) == true
            {
                sign = value > median ? .bar : .stripedBar
            }
            var written = text(row.cells.first, table, words)
            if row.cells.count > 1, case .text(let places) = row.cells[1], !places.isEmpty {
                written += ", \(words.comparisons.placeShort(places))"
            }
            switch tone(of: row.key) {
            case .best?: written += ", \(words.comparisons.bestQuarter.lowercased())"
            case .worst?: written += ", \(words.comparisons.worstQuarter.lowercased())"
            case nil: break
            }
            return RowChart.Row(
                row.name,
                [mark(row, 0, sign, table, words)].compactMap(\.self),
                text: written,
                isHighlighted: row.key == chosen?.code,
                tone: tone(of: row.key)
            )
        }
        let reference = median.map {
            RowChart.Reference(
                $0,
                text: words.comparisons.medianAt(
                    group == nil ? words.comparisons.thoseShown : self.group?.name ?? words.comparisons.thoseShown,
                    words.figure($0, decimals: decimals)
                )
            )
        }
        return rowChart(drawn, reference: reference, shape, words)
    }

    private func pairs(_ table: ShownTable, _ shape: DrawingShape, _ words: Words) -> Markup {
        let shownRows = table.rows.filter { $0.part == .members || $0.part == .country }
        return rowChart(
            shownRows.map { row in
                RowChart.Row(
                    row.name,
                    [mark(row, 0, .disc, table, words), mark(row, 1, .square, table, words)].compactMap(\.self),
                    text: row.cells.map { table.text($0, words) }.joined(separator: " \(words.frame.and) "),
                    isHighlighted: row.key == chosen?.code,
                    isJoined: true,
                    isApart: row.part == .country
                )
            },
            shape,
            words
        )
    }

    // MARK: The map

    /// The two limits between three classes of the members' values; nil when they are too few or too near each other to divide.
    private var mapClasses: (lower: Double, upper: Double)? {
        let known = rows.filter { $0.role == .member }.compactMap { row -> (code: String, value: Double)? in
            guard let place = years.firstIndex(of: year) else { return nil }
            return row.values[place].map { (row.code, $0) }
        }
        guard known.count >= HonestRanking.fewest, !figure.isPreliminary(year),
            let low = known.min(by: { $0.value < $1.value }), let high = known.max(by: { $0.value < $1.value }),
            noise.isClear(low, high) == true
        else { return nil }
        let step = (high.value - low.value) / 3
        return (low.value + step, low.value + 2 * step)
    }

    private func map(_ table: ShownTable, _ shape: DrawingShape, _ words: Words) -> Markup {
        let classes = mapClasses
        let areas = table.rows.filter { $0.part == .members }.compactMap { row -> AreaMap.Area? in
            guard let rings = Outlines.rings(of: row.key), let cell = row.cells.first else { return nil }
            var fill = AreaMap.Fill.muted
            if case .value(let value) = cell {
                fill = classes.map { value <= $0.lower ? .plain : value <= $0.upper ? .striped : .crossed } ?? .plain
            }
            return AreaMap.Area(
                id: row.key,
                name: row.name,
                rings: rings,
                labelAt: Outlines.middle(of: row.key),
                fill: fill,
                text: table.text(cell, words),
                cell: DrawnCell(row.key, table.columns[0].key)
            )
        }
        let (finding, description) = (finding(words), words.comparisons.mapDescription(title))
        let key = DrawnMaps.Key(
            shape: shape,
            title: finding,
            names: areas.flatMap { [$0.name, $0.text ?? "", "\($0.fill)"] } + [id, description],
            addresses: []
        )
        return DrawnMaps.shared.markup(key) {
            AreaMap(areas, shape: shape, title: finding, description: description, id: "varden").markup
        }
    }
}
