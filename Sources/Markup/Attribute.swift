/// The name of an element on a page, which links, labels and headings refer to.
///
/// Blanks can't be part of a name, since a list of names is separated by them; they become hyphens, here and in every reference.
package struct ID: Sendable, Hashable, ExpressibleByStringInterpolation {
    let text: String

    package init(_ text: String) {
        self.text =
            text.utf8.contains(where: Self.isBlank)
            ? String(decoding: text.utf8.map { Self.isBlank($0) ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
            : text
    }

    package init(stringLiteral text: String) {
        self.init(text)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}

/// A class that the style sheet knows.
///
/// It can only be written in source, so what people enter never chooses how a page looks. Classes that are used in several places
/// get a name: `extension ClassName { static let card: ClassName = "kort" }`.
package struct ClassName: Sendable, ExpressibleByStringLiteral {
    let name: StaticString

    package init(stringLiteral name: StaticString) {
        self.name = name
    }
}

/// What an element says besides its content; `Vocabulary` is the writer it belongs to, so a paragraph can't have a radius.
///
/// There is no attribute for style and none for events: the site's content policy forbids both, and so does the type.
package struct VocabularyAttribute<Vocabulary>: Sendable {
    enum Value: Sendable {
        case none
        case constant(StaticString)
        case text(String)
        case whole(Int)
        case number(Double)
        case numbers([Double])
        case classes([ClassName])
        case ids([ID])
        case transform([SVG.Transform])
        case path(Path)
    }

    let name: StaticString
    /// The rest of the name after `data-`; empty for all others.
    let suffix: StaticString
    let value: Value

    init(_ name: StaticString, suffix: StaticString = "", _ value: Value) {
        self.name = name
        self.suffix = suffix
        self.value = value
    }

    func write(into output: inout Output) {
        output.write(UInt8(ascii: " "))
        output.write(name)
        output.write(suffix)
        if case .none = value { return }
        output.write("=\"")
        switch value {
        case .none: break
        case .constant(let constant): output.write(constant)
        case .text(let text): output.write(text: text)
        case .whole(let number): output.write(number)
        case .number(let number): output.write(number)
        case .numbers(let numbers): output.write(list: numbers) { $0.write($1) }
        case .classes(let classes): output.write(list: classes) { $0.write($1.name) }
        case .ids(let ids): output.write(list: ids) { $0.write(text: $1.text) }
        case .transform(let steps): output.write(list: steps) { $1.write(into: &$0) }
        case .path(let path): path.write(into: &output)
        }
        output.write(UInt8(ascii: "\""))
    }
}

extension VocabularyAttribute {
    package static func id(_ id: ID) -> Self { Self("id", .ids([id])) }
    package static func `class`(_ classes: ClassName...) -> Self { Self("class", .classes(classes)) }
    package static func lang(_ language: Language) -> Self { Self("lang", .constant(language.tag)) }
    package static func role(_ role: HTML.Role) -> Self { Self("role", .constant(role.name)) }
    package static func tabIndex(_ index: Int) -> Self { Self("tabindex", .whole(index)) }

    /// A value for our own script to read; the name is written in source, with small letters and hyphens.
    package static func data(_ name: StaticString, _ value: String) -> Self {
        Self("data-", suffix: name, .text(value))
    }

    /// The element's name for those who can't see it.
    package static func label(_ text: String) -> Self { Self("aria-label", .text(text)) }
    package static func labelled(by ids: ID...) -> Self { Self("aria-labelledby", .ids(ids)) }
    package static func described(by ids: ID...) -> Self { Self("aria-describedby", .ids(ids)) }
    package static func described(by ids: [ID]) -> Self { Self("aria-describedby", .ids(ids)) }
    package static func controls(_ ids: ID...) -> Self { Self("aria-controls", .ids(ids)) }
    package static func expanded(_ isExpanded: Bool) -> Self { Self("aria-expanded", .constant(isExpanded ? "true" : "false")) }
    package static func current(_ kind: HTML.Current) -> Self { Self("aria-current", .constant(kind.name)) }
    package static func live(_ kind: HTML.Live) -> Self { Self("aria-live", .constant(kind.name)) }
    package static func sorted(_ order: HTML.SortOrder) -> Self { Self("aria-sort", .constant(order.name)) }
    package static func headingLevel(_ level: Int) -> Self { Self("aria-level", .whole(level)) }
    /// The field holds something that was not accepted.
    package static var invalid: Self { Self("aria-invalid", .constant("true")) }
    /// Ornament: not read aloud.
    package static var ornament: Self { Self("aria-hidden", .constant("true")) }
}

extension HTML {
    /// What an element is, where its own name does not say it.
    package enum Role: Sendable {
        case alert, group, img, list, listitem, navigation, none, note, radioGroup, region, search, separator, status, table, row,
            cell
        case rowheader, columnheader, graphicsDocument, graphicsSymbol

        var name: StaticString {
            switch self {
            case .alert: "alert"
            case .group: "group"
            case .img: "img"
            case .list: "list"
            case .listitem: "listitem"
            case .navigation: "navigation"
            case .none: "none"
            case .note: "note"
            case .radioGroup: "radiogroup"
            case .region: "region"
            case .search: "search"
            case .separator: "separator"
            case .status: "status"
            case .table: "table"
            case .row: "row"
            case .cell: "cell"
            case .rowheader: "rowheader"
            case .columnheader: "columnheader"
            case .graphicsDocument: "graphics-document"
            case .graphicsSymbol: "graphics-symbol"
            }
        }
    }
}

extension HTML {
    /// In which way an element is the current one.
    package enum Current: Sendable {
        case page, step, location, date

        var name: StaticString {
            switch self {
            case .page: "page"
            case .step: "step"
            case .location: "location"
            case .date: "date"
            }
        }
    }
}

extension HTML {
    /// How eagerly a change is read aloud.
    package enum Live: Sendable {
        case polite, assertive

        var name: StaticString { self == .polite ? "polite" : "assertive" }
    }
}

extension HTML {
    /// How a column is sorted.
    package enum SortOrder: Sendable {
        case ascending, descending

        var name: StaticString { self == .ascending ? "ascending" : "descending" }
    }
}
