import Charts
import Markup
import Statistics

extension KeyFigurePage {
    /// The key figure: how the values lie, how they have changed, and all of them.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1(title, .content)
                html.p(lead(words), .class("lead"))
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    html.section(.labelled(by: "matt")) {
                        html.h2(words.comparisons.whatIsMeasured, .id("matt"))
                        html.p(explanation, .content)
                        if let remark { html.remarks([remark], words) }
                    }
                }
                html.aside(.class("margin"), .label(words.frame.facts)) { writeFacts(html, words) }
            }
            writeChoices(html, reading)
            writeChart(html, words)
            for gender in genders { writeTables(gender, html, reading) }
            html.div(.class("register")) {
                if rows.contains(where: { $0.values.contains { $0 == nil } }) {
                    html.p(words.comparisons.dash, .class("help"))
                }
                html.p(words.comparisons.sourceIs(source), .class("help"))
                html.p(words.comparisons.ownWork(source), .class("help"))
            }
        }
    }

    private func writeFacts(_ html: HTML, _ words: Words) {
        let comparisons = words.comparisons
        html.facts(
            [
                Fact(comparisons.keyFigure, id),
                Fact(comparisons.unit, unit, isContent: true),
                Fact(comparisons.subject, subject, isContent: true),
                Fact(comparisons.years, years.count > 1 ? "\(years[0])–\(years[years.count - 1])" : "\(latestYear)"),
                Fact(comparisons.origin, origin, isContent: true),
            ],
            words
        )
    }

    private func writeChoices(_ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        html.nav(.class("choices"), .label(comparisons.choose)) {
            html.ul {
                html.li { writeChoice(comparisons.nobodyChosen, nil, html, reading) }
                for choice in choices { html.li { writeChoice(choice.name, choice, html, reading) } }
            }
        }
    }

    private func writeChoice(_ text: String, _ choice: Choice?, _ html: HTML, _ reading: Reading) {
        let address = reading.address(steps: ["jamforelser", id], query: Self.query(choice))
        if choice?.value == chosen?.value {
            html.a(text, to: address, .current(.page))
        } else {
            html.a(text, to: address)
        }
    }

    // MARK: The chart

    private func writeChart(_ html: HTML, _ words: Words) {
        let comparisons = words.comparisons
        let shown = rows.filter { $0.gender == genders.first && ($0.role != .other || $0.code == chosen?.code) }
        let drawn = shown.filter { $0.role != .country || isComparable($0, with: shown) }
        let series = drawn.map { row in
            var entries = zip(years, row.values).map { year, value in
                LineChart.Entry(.year(year), value, text: value.map { words.figure($0, decimals: decimals) } ?? "")
            }
            // Across a change in how the values are counted there is no line.
            if let from = comparableFrom, let first = years.first, from > first {
                entries.append(LineChart.Entry(.day(year: from, month: 1, day: 1), nil, text: ""))
            }
            return LineChart.Series(
                row.name,
                entries,
                isHighlighted: row.code == chosen?.code,
                isReference: row.role == .country
            )
        }
        let finding = finding(words)
        let hasCountry = drawn.contains { $0.role == .country }
        let countryHasValues = shown.contains { $0.role == .country && $0.values.contains { $0 != nil } }
        let note =
            hasCountry && countryHasValues
            ? comparisons.countryIsDashed : countryHasValues ? comparisons.countryIsLeftOut : nil
        html.chart(finding, note: note) {
            html.embed(
                DrawingShape.both { shape in
                    LineChart(
                        series,
                        axisTitle: "\(unit.withCapital).",
                        scaleNote: words.members.chartScale,
                        shape: shape,
                        title: finding,
                        description: comparisons.chartDescription(title),
                        id: "varden",
                        format: { words.figure($0, decimals: $0 == $0.rounded() ? 0 : decimals) }
                    ).markup
                }
            )
        }
    }

    /// Whether a place's values are of the same order as those of the others, so that one scale can show both.
    private func isComparable(_ row: Row, with others: [Row]) -> Bool {
        let own = row.values.compactMap { $0?.magnitude }.max() ?? 0
        return own <= 10 * (others.filter { $0.role != .country }.flatMap(\.values).compactMap { $0?.magnitude }.max() ?? 0)
    }

    // MARK: The tables

    private func writeTables(_ gender: Gender, _ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        let all = rows.filter { $0.gender == gender }
        let suffix = gender == .total ? "" : " – \(comparisons.name(of: gender).lowercased())"
        let heading = ID("tabell-\(gender.rawValue)")
        html.section(.labelled(by: heading)) {
            html.h2(comparisons.membersAndCountry + suffix, .id(heading))
            writeTable(all.filter { $0.role != .other }, comparisons.membersAndCountry + suffix, html, reading)
        }
        if let chosen, let likeness, all.contains(where: \.isSimilar) {
            let heading = ID("liknande-\(gender.rawValue)")
            let title = comparisons.similarTo(chosen.name) + suffix
            html.section(.labelled(by: heading)) {
                html.h2(title, .id(heading))
                html.p(comparisons.similarNote)
                writeTable(all.filter(\.isSimilar), title, html, reading)
                html.p {
                    html.text("\(comparisons.group): ")
                    html.span(likeness.title, .content)
                    html.text(". \(comparisons.sourceIs(likeness.source))")
                }
            }
        }
        let others = all.filter { $0.role == .other && !$0.isSimilar }
        if !others.isEmpty {
            html.details {
                html.summary("\(comparisons.others)\(suffix) (\(reading.words.number(others.count)))")
                writeTable(others, comparisons.others + suffix, html, reading)
            }
        }
    }

    private func writeTable(_ rows: [Row], _ caption: String, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.scrollingTable(caption, words) {
            html.thead {
                html.tr {
                    html.th(words.comparisons.place, scope: .column)
                    for year in years { html.th("\(year)", scope: .column, .class("number")) }
                }
            }
            html.tbody {
                for row in rows {
                    if row.code == chosen?.code {
                        html.tr(.class("chosen")) { writeCells(row, html, reading) }
                    } else {
                        html.tr { writeCells(row, html, reading) }
                    }
                }
            }
        }
    }

    private func writeCells(_ row: Row, _ html: HTML, _ reading: Reading) {
        if let municipality = row.municipality {
            html.th(scope: .row) { html.a(row.name, to: reading.address("kommuner", municipality)) }
        } else {
            html.th(row.name, scope: .row)
        }
        for value in row.values {
            html.td(value.map { reading.words.figure($0, decimals: decimals) } ?? "–", .class("number"))
        }
    }
}
