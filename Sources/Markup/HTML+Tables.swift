/// Tables.
extension HTML {
    package var table: Element { Element(name: "table", sink: sink) }
    package var caption: Element { Element(name: "caption", sink: sink) }
    package var thead: Element { Element(name: "thead", sink: sink) }
    package var tbody: Element { Element(name: "tbody", sink: sink) }
    package var tfoot: Element { Element(name: "tfoot", sink: sink) }
    package var tr: Element { Element(name: "tr", sink: sink) }
    package var td: Element { Element(name: "td", sink: sink) }
    package var colgroup: Element { Element(name: "colgroup", sink: sink) }

    package func col(span: Int = 1, _ attributes: Attribute...) {
        sink.open("col", attributes, [Attribute("span", .whole(span))])
    }

    /// A heading of a row or a column; which of them must be said, or the table can't be read aloud.
    package func th(_ text: String, scope: Scope, _ attributes: Attribute...) {
        sink.element("th", text: text, attributes, [Attribute("scope", .constant(scope.name))])
    }

    /// A heading with content.
    package func th(scope: Scope, _ attributes: Attribute..., content: () -> Void) {
        sink.open("th", attributes, [Attribute("scope", .constant(scope.name))])
        content()
        sink.close("th")
    }
}

extension HTML {
    /// What a heading in a table stands over.
    package enum Scope: Sendable {
        case column, row, columns, rows

        var name: StaticString {
            switch self {
            case .column: "col"
            case .row: "row"
            case .columns: "colgroup"
            case .rows: "rowgroup"
            }
        }
    }
}

extension VocabularyAttribute where Vocabulary == HTML {
    package static func columns(_ count: Int) -> Self { Self("colspan", .whole(count)) }
    package static func rows(_ count: Int) -> Self { Self("rowspan", .whole(count)) }
    /// The headings that a cell of an irregular table belongs to.
    package static func headers(_ ids: ID...) -> Self { Self("headers", .ids(ids)) }
}
