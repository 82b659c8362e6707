import Cooperation
import Markup

/// How many people lived somewhere on a day, as a page shows it.
struct PopulationFigure: Encodable, Sendable {
    var day: Day
    var count: Int
    /// Whether the figure was reckoned from others instead of published.
    var isDerived: Bool
    var remarks: [String]
    var sources: [Source]

    /// A figure of the record on its day.
    init(_ figure: Municipality.Population, on day: Day, _ reading: Reading) {
        self.day = day
        count = figure.count
        isDerived = figure.basis == .derived
        remarks = reading.texts(figure.remarks)
        sources = figure.sources
    }
}

extension HTML {
    /// Population figures, the latest first.
    ///
    /// Their sources stand below the table, where the page puts them.
    func table(of figures: [PopulationFigure], named name: String, _ words: Words) {
        scrollingTable(name, words) {
            thead {
                tr {
                    th(words.members.day, scope: .column)
                    th(words.members.population, scope: .column, .class("number"))
                    th(words.members.basis, scope: .column)
                }
            }
            tbody {
                for figure in figures.reversed() {
                    tr {
                        th(words.date(figure.day), scope: .row, .class("day-cell"))
                        td(words.number(figure.count), .class("number"))
                        td(.class("remark-cell")) {
                            text(figure.isDerived ? words.members.derived : words.members.published)
                            for remark in figure.remarks { small(" \(remark)", .content) }
                        }
                    }
                }
            }
        }
    }
}
