/// Forms.
extension HTML {
    package var fieldset: Element { Element(name: "fieldset", sink: sink) }
    package var legend: Element { Element(name: "legend", sink: sink) }
    package var datalist: Element { Element(name: "datalist", sink: sink) }

    package func form(_ method: FormMethod, to action: Address, _ attributes: Attribute..., content: () -> Void) {
        sink.open(
            "form",
            attributes,
            [
                Attribute("method", .constant(method.method)), action.text.map { Attribute("action", .text($0)) },
                method.encoding.map { Attribute("enctype", .constant($0)) },
            ]
        )
        content()
        sink.close("form")
    }

    /// A label for the field with this id.
    package func label(_ text: String, for field: ID, _ attributes: Attribute...) {
        sink.element("label", text: text, attributes, [Attribute("for", .ids([field]))])
    }

    /// A label around its field.
    package func label(_ attributes: Attribute..., content: () -> Void) {
        sink.open("label", attributes)
        content()
        sink.close("label")
    }

    package func input(_ kind: InputKind, name: String, value: String? = nil, _ attributes: Attribute...) {
        input(kind, name: name, value: value, with: attributes)
    }

    /// A field whose attributes depend on what is in it.
    package func input(_ kind: InputKind, name: String, value: String? = nil, with attributes: [Attribute]) {
        sink.open(
            "input",
            attributes,
            [
                Attribute("type", .constant(kind.name)), Attribute("name", .text(name)),
                value.map { Attribute("value", .text($0)) },
            ]
        )
    }

    package func textarea(_ text: String, name: String, rows: Int = 6, _ attributes: Attribute...) {
        textarea(text, name: name, rows: rows, with: attributes)
    }

    /// A field for several lines, whose attributes depend on what is in it.
    package func textarea(_ text: String, name: String, rows: Int = 6, with attributes: [Attribute]) {
        sink.open("textarea", attributes, [Attribute("name", .text(name)), Attribute("rows", .whole(rows))])
        sink.write(UInt8(ascii: "\n"))
        sink.write(text: text)
        sink.close("textarea")
    }

    package func select(name: String, _ attributes: Attribute..., content: () -> Void) {
        select(name: name, with: attributes, content: content)
    }

    /// A list to choose from, whose attributes depend on what is chosen.
    package func select(name: String, with attributes: [Attribute], content: () -> Void) {
        sink.open("select", attributes, [Attribute("name", .text(name))])
        content()
        sink.close("select")
    }

    package func optgroup(_ label: String, _ attributes: Attribute..., content: () -> Void) {
        sink.open("optgroup", attributes, [Attribute("label", .text(label))])
        content()
        sink.close("optgroup")
    }

    package func option(_ text: String, value: String, isSelected: Bool = false, _ attributes: Attribute...) {
        sink.open(
            "option",
            attributes,
            [Attribute("value", .text(value)), isSelected ? Attribute("selected", .none) : nil]
        )
        sink.write(text: text)
        sink.close("option")
    }

    /// A button; with a name and a value, the form says which one was pressed.
    package func button(
        _ text: String,
        _ kind: ButtonKind = .submit,
        name: String? = nil,
        value: String? = nil,
        _ attributes: Attribute...
    ) {
        sink.open(
            "button",
            attributes,
            [
                Attribute("type", .constant(kind == .submit ? "submit" : "button")),
                name.map { Attribute("name", .text($0)) }, value.map { Attribute("value", .text($0)) },
            ]
        )
        sink.write(text: text)
        sink.close("button")
    }

    /// The outcome of what was done in a form, read aloud when it changes.
    package var output: Element { Element(name: "output", sink: sink) }

    /// How far something has come.
    package func progress(_ text: String, value: Double, of maximum: Double, _ attributes: Attribute...) {
        sink.element(
            "progress",
            text: text,
            attributes,
            [Attribute("value", .number(value)), Attribute("max", .number(maximum))]
        )
    }
}

extension HTML {
    /// How a form is sent.
    package enum FormMethod: Sendable {
        /// As an address, which can be shared.
        case get
        /// As a change.
        case post
        /// As a change with files.
        case postWithFiles

        var method: StaticString { self == .get ? "get" : "post" }
        var encoding: StaticString? { self == .postWithFiles ? "multipart/form-data" : nil }
    }
}

extension HTML {
    /// Whether a button sends its form.
    package enum ButtonKind: Sendable {
        case submit, script
    }
}

extension HTML {
    /// What a field takes.
    package enum InputKind: Sendable {
        case text, search, email, tel, url, password, number, date, month, time, checkbox, radio, file, hidden, submit

        var name: StaticString {
            switch self {
            case .text: "text"
            case .search: "search"
            case .email: "email"
            case .tel: "tel"
            case .url: "url"
            case .password: "password"
            case .number: "number"
            case .date: "date"
            case .month: "month"
            case .time: "time"
            case .checkbox: "checkbox"
            case .radio: "radio"
            case .file: "file"
            case .hidden: "hidden"
            case .submit: "submit"
            }
        }
    }
}

extension VocabularyAttribute where Vocabulary == HTML {
    package static var required: Self { Self("required", .none) }
    package static var checked: Self { Self("checked", .none) }
    package static var disabled: Self { Self("disabled", .none) }
    package static var readOnly: Self { Self("readonly", .none) }
    package static var multiple: Self { Self("multiple", .none) }
    package static var autofocus: Self { Self("autofocus", .none) }
    package static var noValidation: Self { Self("novalidate", .none) }
    package static func minimum(_ value: String) -> Self { Self("min", .text(value)) }
    package static func maximum(_ value: String) -> Self { Self("max", .text(value)) }
    package static func step(_ value: String) -> Self { Self("step", .text(value)) }
    package static func maximumLength(_ count: Int) -> Self { Self("maxlength", .whole(count)) }
    package static func minimumLength(_ count: Int) -> Self { Self("minlength", .whole(count)) }
    package static func size(_ count: Int) -> Self { Self("size", .whole(count)) }
    package static func pattern(_ expression: StaticString) -> Self { Self("pattern", .constant(expression)) }
    package static func placeholder(_ text: String) -> Self { Self("placeholder", .text(text)) }
    package static func autocomplete(_ kind: StaticString) -> Self { Self("autocomplete", .constant(kind)) }
    /// What is written begins with no capital of the keyboard's own.
    package static var uncapitalised: Self { Self("autocapitalize", .constant("none")) }
    /// What is written is no language, and isn't checked as one.
    package static var unspelt: Self { Self("spellcheck", .constant("false")) }
    package static func inputMode(_ mode: StaticString) -> Self { Self("inputmode", .constant(mode)) }
    /// The types of files that a field takes, as `.pdf` or `image/png`.
    package static func accept(_ types: [String]) -> Self { Self("accept", .text(types.joined(separator: ","))) }
    package static func list(_ id: ID) -> Self { Self("list", .ids([id])) }
}
