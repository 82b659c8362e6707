import Charts
import Cooperation
import Markup

/// The municipalities, ready to show.
struct MembersPage: Encodable, Sendable {
    /// One municipality in the list.
    struct Row: Encodable, Sendable {
        var id: String
        var name: String
        var code: String
        var since: Period?
        var until: Period?
        var population: Int?
        var populationDay: Day?
        var populationIsDerived: Bool
        /// Hectares.
        var landArea: Int?
        /// Share of the members' sum, in hundredths of a per cent.
        var share: Int?
    }

    var cooperation: String
    var members: [Row]
    var associates: [Row]
    var former: [Row]
    /// The latest figure for each member, added; nil when a member has none.
    var sum: Int?
    var totals: [PopulationFigure]

    /// The page of the municipalities.
    init(_ reading: Reading) {
        let all = reading.cooperation.members
        cooperation = reading.calledName
        members = all.members.map { Row($0) }
        associates = all.associates.map { Row($0) }
        former = all.former.map { Row($0) }
        let figures = members.compactMap(\.population)
        if !members.isEmpty, figures.count == members.count {
            let sum = figures.reduce(0, +)
            self.sum = sum
            for index in members.indices where sum > 0 {
                members[index].share = ((members[index].population ?? 0) * 10_000 + sum / 2) / sum
            }
        }
        totals = all.totalPopulationInOrder.map { PopulationFigure($0.figure, on: $0.day, reading) }
    }

    /// The list as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.members
        return Table(
            columns: [
                "id", columns.municipality, columns.code, columns.membership, columns.memberSince, columns.memberUntil,
                columns.population, columns.populationDay, columns.basis, "\(columns.landArea) (ha)",
            ],
            rows: rows(members, columns.title, columns) + rows(associates, columns.associates, columns)
                + rows(former, columns.former, columns)
        )
    }

    private func rows(_ rows: [Row], _ kind: String, _ words: Words.Members) -> [[String]] {
        rows.map { row in
            [
                row.id, row.name, row.code, kind, row.since?.iso ?? "", row.until?.iso ?? "",
                row.population.map { "\($0)" } ?? "",
                row.populationDay?.iso ?? "",
                row.population == nil ? "" : row.populationIsDerived ? words.derived : words.published,
                row.landArea.map { "\($0)" } ?? "",
            ]
        }
    }

    /// The municipalities, with figures.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.members.title)
                html.p(
                    members.isEmpty ? words.members.noMembers : words.members.introduction(words.countFirst(members.count)),
                    .class("lead")
                )
                html.begin(reading, .recordMunicipality, words.municipalityForms.new, at: ["kommuner", "ny"])
            }
            MembersMap(reading)?.write(html, words)
            if !members.isEmpty {
                writeTable(members, words.members.title, html, reading, showsSum: true)
                writeBars(html, words)
            }
            if !associates.isEmpty {
                html.section(.labelled(by: "projekt")) {
                    html.h2(words.members.associates, .id("projekt"))
                    html.p(words.members.associatesIntroduction)
                    writeTable(associates, words.members.associates, html, reading, showsSum: false)
                }
            }
            if !former.isEmpty {
                html.section(.labelled(by: "lamnat")) {
                    html.h2(words.members.former, .id("lamnat"))
                    html.ul {
                        for row in former {
                            html.li {
                                html.a(row.name, to: reading.address("kommuner", row.id))
                                if let until = row.until {
                                    html.text(" (\(words.members.memberUntil.lowercased()) \(words.period(until)))")
                                }
                            }
                        }
                    }
                }
            }
            if !totals.isEmpty { writeTotals(html, reading) }
        }
    }

    private func writeTable(_ rows: [Row], _ caption: String, _ html: HTML, _ reading: Reading, showsSum: Bool) {
        let words = reading.words
        html.scrollingTable(caption, words) {
            html.thead {
                html.tr {
                    html.th(words.members.municipality, scope: .column)
                    html.th(words.members.population, scope: .column, .class("number"))
                    html.th(words.members.populationDay, scope: .column)
                    if showsSum { html.th(words.members.share, scope: .column, .class("number")) }
                    html.th("\(words.members.landArea) (\(words.members.squareKilometres))", scope: .column, .class("number"))
                    html.th(words.members.code, scope: .column)
                }
            }
            html.tbody {
                for row in rows {
                    html.tr {
                        html.th(scope: .row) { html.a(row.name, to: reading.address("kommuner", row.id)) }
                        html.td(row.population.map(words.number) ?? words.frame.unknown, .class("number"))
                        html.td(.class("day-cell")) {
                            if let day = row.populationDay { html.text(words.date(day)) }
                            if row.populationIsDerived { html.small(" (\(words.members.derived))") }
                        }
                        if showsSum {
                            html.td(row.share.map { "\(words.decimal(hundredths: $0, decimals: 1)) %" } ?? "", .class("number"))
                        }
                        html.td(row.landArea.map { words.decimal(hundredths: $0, decimals: 1) } ?? "", .class("number"))
                        html.td(row.code)
                    }
                }
            }
            if showsSum, let sum {
                html.tfoot {
                    html.tr {
                        html.th(words.members.total, scope: .row)
                        html.td(words.number(sum), .class("number"))
                        html.td()
                        html.td("100 %", .class("number"))
                        html.td(
                            words.decimal(hundredths: rows.compactMap(\.landArea).reduce(0, +), decimals: 1),
                            .class("number")
                        )
                        html.td()
                    }
                }
            }
        }
        if showsSum, sum != nil { html.p(words.members.sumOfLatest, .class("help")) }
    }

    private func writeBars(_ html: HTML, _ words: Words) {
        let known = members.filter { $0.population != nil }
        guard known.count > 1, let largest = known.max(by: { ($0.population ?? 0) < ($1.population ?? 0) }),
            let smallest = known.min(by: { ($0.population ?? 0) < ($1.population ?? 0) })
        else { return }
        let finding = words.members.extremes(largest.name, smallest.name)
        let bars = members.map { member in
            BarChart.Bar(
                member.name,
                member.population.map(Double.init),
                text: member.population.map(words.number) ?? words.frame.unknown,
                fill: member.populationIsDerived ? .hollow : .solid
            )
        }
        html.chart(finding, note: words.members.chartNote) {
            html.embed(
                DrawingShape.both(or: .column) { shape in
                    BarChart(
                        bars,
                        shape: shape,
                        title: finding,
                        description: words.members.barsDescription,
                        id: "folkmangd-bild"
                    ).markup
                }
            )
        }
    }

    private func writeTotals(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "tillsammans")) {
            html.h2(words.members.totalPublished, .id("tillsammans"))
            html.table(of: totals, named: words.members.totalPublished, words)
            html.sources(totals.flatMap(\.sources).unique, words)
        }
    }
}

extension MembersPage.Row {
    /// A municipality as one row.
    init(_ municipality: Municipality) {
        id = municipality.facts.id.text
        name = municipality.facts.name
        code = municipality.facts.code
        since = municipality.memberships.last?.from
        until = municipality.memberships.last?.to
        let latest = municipality.latestPopulation
        population = latest?.figure.count
        populationDay = latest?.day
        populationIsDerived = latest?.figure.basis == .derived
        landArea = municipality.facts.landArea
    }
}

extension Array where Element: Hashable {
    /// The elements in order, each once.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
