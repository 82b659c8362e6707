import Charts
import Markup
import Spreadsheets
import Statistics

/// The table beside a drawing: the same cells, as a page and a spreadsheet have them.
struct ShownTable: Sendable {
    struct Column: Sendable {
        /// What marks in the drawing call it: a year or a gender.
        var key: String
        var title: String
        var isNumber = true
    }

    enum Cell: Sendable, Equatable {
        case value(Double)
        case absent(Absence)
        case text(String)
    }

    /// Which of the table's parts a row belongs to.
    enum Part: Sendable, CaseIterable {
        case members, country, others, group
    }

    struct Row: Sendable {
        /// What marks in the drawing call it: a code, or a word for what is reckoned of several.
        var key: String
        var name: String
        /// The municipality's name in addresses, when it is a member.
        var municipality: String?
        var part: Part
        var cells: [Cell]
    }

    var caption: String
    var place: String
    var columns: [Column]
    var rows: [Row]
    var decimals: Int

    /// Why something isn't there, for each reason that the table shows.
    var absences: [Absence] {
        let shown = Set(
            rows.flatMap { row in row.cells.compactMap { if case .absent(let absence) = $0 { absence } else { nil } } }
        )
        return Absence.allCases.filter(shown.contains)
    }

    /// A cell as the page shows it.
    func text(_ cell: Cell, _ words: Words) -> String {
        switch cell {
        case .value(let value): words.figure(value, decimals: decimals)
        case .absent(let absence): absence.sign
        case .text(let text): text
        }
    }

    /// The cell that a mark of the drawing shows; nil when there is none such.
    subscript(_ cell: DrawnCell) -> Cell? {
        guard let column = columns.firstIndex(where: { $0.key == cell.column }),
            let row = rows.first(where: { $0.key == cell.row }), row.cells.indices.contains(column)
        else { return nil }
        return row.cells[column]
    }

    /// The table as markup.
    func write(_ html: HTML, chosen: String?, _ reading: Reading) {
        let words = reading.words
        html.scrollingTable(caption, words) {
            html.thead {
                html.tr {
                    html.th(place, scope: .column)
                    for column in columns {
                        if column.isNumber {
                            html.th(column.title, scope: .column, .class("number"), .column(column.key))
                        } else {
                            html.th(column.title, scope: .column, .column(column.key))
                        }
                    }
                }
            }
            html.tbody {
                for row in rows {
                    if row.key == chosen {
                        html.tr(.class("chosen"), .row(row.key)) { writeCells(row, html, reading) }
                    } else {
                        html.tr(.row(row.key)) { writeCells(row, html, reading) }
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
        for (column, cell) in zip(columns, row.cells) {
            if column.isNumber {
                html.td(text(cell, reading.words), .class("number"))
            } else {
                html.td(text(cell, reading.words))
            }
        }
    }

    /// The table as a sheet of a workbook, with numbers as numbers.
    func sheet(named name: String) -> Workbook.Sheet {
        Workbook.Sheet(
            name: name,
            columns: [place] + columns.map(\.title),
            rows: rows.map { row in
                [.text(row.name)]
                    + row.cells.map { cell in
                        switch cell {
                        case .value(let value): .number(value, decimals: decimals)
                        case .absent(let absence): .text(absence.sign)
                        case .text(let text): .text(text)
                        }
                    }
            }
        )
    }
}

extension Absence {
    /// The sign that Kolada's own pages have for it.
    var sign: String {
        switch self {
        case .missing, .silent, .other: "–"
        case .notApplicable: "."
        case .privacy: ".."
        }
    }
}
