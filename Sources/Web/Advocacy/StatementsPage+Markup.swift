import Charts
import Cooperation
import Markup

extension StatementsPage {
    /// The name in the query that chooses a kind.
    static let kindParameter = "slag"

    /// What is chosen, as the page's address has it.
    var query: [(name: String, value: String)] { Self.query(kind) }

    private static func query(_ kind: String?) -> [(name: String, value: String)] { kind.map { [(kindParameter, $0)] } ?? [] }

    /// The register, and how many there are of each year.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.advocacy.statements)
                html.p(lead(reading), .class("lead"))
            }
            if kinds.count > 1 || kind != nil { writeKinds(html, reading) }
            if !statements.isEmpty {
                html.div(.class("roll")) {
                    writeRegister(html, reading)
                    html.sources(statements.flatMap(\.sources).unique, words)
                }
                writeYears(html, words)
            }
        }
    }

    private func writeKinds(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.nav(.class("choices"), .label(words.advocacy.chooseKind)) {
            html.ul {
                html.li {
                    writeChoice("\(words.advocacy.everyKind) (\(words.number(total)))", of: nil, html, reading)
                }
                for kind in kinds {
                    html.li {
                        writeChoice("\(kind.name.withCapital) (\(words.number(kind.count)))", of: kind.name, html, reading)
                    }
                }
            }
        }
    }

    private func writeChoice(_ text: String, of kind: String?, _ html: HTML, _ reading: Reading) {
        let address = reading.address(steps: ["yttranden"], query: Self.query(kind))
        switch (kind == self.kind, kind == nil) {
        case (true, true): html.a(text, to: address, .current(.page))
        case (true, false): html.a(text, to: address, .current(.page), .content)
        case (false, true): html.a(text, to: address)
        case (false, false): html.a(text, to: address, .content)
        }
    }

    private func writeRegister(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let advocacy = words.advocacy
        html.scrollingTable(advocacy.statements, words) {
            html.thead {
                html.tr {
                    html.th(advocacy.date, scope: .column)
                    html.th(advocacy.statement, scope: .column)
                    html.th(advocacy.kind, scope: .column)
                    html.th(advocacy.recipient, scope: .column)
                    html.th(advocacy.reference, scope: .column)
                }
            }
            html.tbody {
                for row in statements {
                    html.tr {
                        html.td(words.period(row.date), .class("day-cell"))
                        html.th(scope: .row, .class("remark-cell"), .content) {
                            html.a(row.title, to: reading.address("yttranden", row.id))
                        }
                        html.td(row.kind, .content)
                        html.td {
                            html.known(row.recipient, words)
                            if row.recipientIsInferred { html.small(" (\(advocacy.likely))") }
                        }
                        html.td { html.known(row.reference, words) }
                    }
                }
            }
        }
    }

    private func writeYears(_ html: HTML, _ words: Words) {
        let advocacy = words.advocacy
        let most = years.map(\.count).max() ?? 0
        guard let first = years.first, let last = years.last, years.count > 1, most > 0 else { return }
        let title = advocacy.mostInAYear(words.count(most), words.list(years.filter { $0.count == most }.map { "\($0.year)" }))
        html.section(.labelled(by: "per-ar")) {
            html.h2(title, .id("per-ar"))
            html.figure {
                html.embed(
                    DrawingShape.both(or: .column) { shape in
                        BarChart(
                            years.map { year in
                                BarChart.Bar(
                                    "\(year.year)",
                                    year.count > 0 ? Double(year.count) : nil,
                                    text: year.count > 0 ? words.number(year.count) : advocacy.noneInYear,
                                    isHighlighted: year.count == most
                                )
                            },
                            shape: shape,
                            title: title,
                            description: advocacy.yearsDescription("\(first.year)", "\(last.year)"),
                            id: "per-ar-bild"
                        ).markup
                    }
                )
            }
            html.p(advocacy.yearsNote, .class("help"))
            html.details(.class("as-table")) {
                html.summary(advocacy.asTable)
                html.scrollingTable(title, words) {
                    html.thead {
                        html.tr {
                            html.th(advocacy.year, scope: .column)
                            html.th(advocacy.knownStatements, scope: .column, .class("number"))
                        }
                    }
                    html.tbody {
                        for year in years {
                            html.tr {
                                html.th("\(year.year)", scope: .row)
                                html.td(
                                    year.count > 0 ? words.number(year.count) : advocacy.noneInYear,
                                    .class("number")
                                )
                            }
                        }
                    }
                }
            }
        }
    }
}

extension HTML {
    /// The cooperation's own words for something, or that the source doesn't say.
    fileprivate func known(_ text: String?, _ words: Words) {
        if let text { span(text, .content) } else { em(words.frame.unknown, .class("unknown")) }
    }
}
