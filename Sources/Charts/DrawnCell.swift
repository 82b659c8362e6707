package import Markup

/// Which cell of the table beside a drawing a mark shows, so that the two can be held against each other.
package struct DrawnCell: Hashable, Sendable {
    /// What the row is called: the code of a place.
    package var row: String
    /// What the column is called: a year or a gender.
    package var column: String

    /// The cell in that row and column.
    package init(_ row: String, _ column: String) {
        self.row = row
        self.column = column
    }
}

extension VocabularyAttribute {
    /// Which row of a table something belongs to.
    package static func row(_ row: String) -> Self { .data("rad", row) }

    /// Which column of a table something belongs to.
    package static func column(_ column: String) -> Self { .data("kolumn", column) }
}
