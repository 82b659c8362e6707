import Cooperation
import Markup
import Registry

/// What somebody has written in the form for shortcomings, and what is wrong with it.
struct ShortcomingForm: Sendable {
    /// A field of the form: its name, and how many letters it takes.
    enum Field: String, CaseIterable, Sendable {
        case text = "brist"
        case place = "plats"
        case contact = "kontakt"

        var most: Int {
            switch self {
            case .text: 4000
            case .place: 300
            case .contact: 200
            }
        }
    }

    var values: [Field: String] = [:]
    /// What is wrong, in the order of the fields.
    var faults: [(field: Field?, message: String)] = []

    /// An empty form.
    init() {}

    /// A form that was sent.
    init(_ sent: Query, _ words: Words) {
        for field in Field.allCases { values[field] = sent[field.rawValue] ?? "" }
        if self[.text].isBlank { faults.append((.text, words.accessibility.textMissing)) }
        for field in Field.allCases where self[field].count > field.most {
            faults.append(
                (field, words.accessibility.tooLong(field.label(words.accessibility), words.number(field.most)))
            )
        }
    }

    subscript(field: Field) -> String { values[field] ?? "" }

    /// The report that the form makes.
    var shortcoming: Shortcoming {
        Shortcoming(
            text: self[.text],
            place: self[.place].isBlank ? nil : self[.place],
            contact: self[.contact].isBlank ? nil : self[.contact]
        )
    }

    /// The form, filled in as it was sent.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.accessibility
        if !faults.isEmpty {
            html.div(.class("faults"), .role(.alert), .labelled(by: "fel")) {
                html.h3(words.faults, .id("fel"))
                html.ul {
                    for (field, message) in faults {
                        html.li {
                            if let field {
                                html.a(message, to: Address(fragment: ID(field.rawValue)))
                            } else {
                                html.text(message)
                            }
                        }
                    }
                }
            }
        }
        html.form(.post, to: reading.address("tillganglighet"), .class("questions")) {
            for field in Field.allCases { write(field, html, words) }
            html.button(words.send)
        }
    }

    private func write(_ field: Field, _ html: HTML, _ words: Words.Accessibility) {
        let (id, help, fault) = (ID(field.rawValue), ID("\(field.rawValue)-hjalp"), ID("\(field.rawValue)-fel"))
        html.div(.class("question")) {
            html.label(field.label(words), for: id)
            html.p(field.help(words), .id(help), .class("help"))
            let message = faults.first { $0.field == field }?.message
            if let message { html.p(message, .id(fault), .class("field-fault")) }
            switch (field, message) {
            case (.text, nil): html.textarea(self[field], name: field.rawValue, .id(id), .described(by: help), .required)
            case (.text, _?):
                html.textarea(self[field], name: field.rawValue, .id(id), .described(by: help, fault), .invalid, .required)
            case (_, nil): html.input(.text, name: field.rawValue, value: self[field], .id(id), .described(by: help))
            case (_, _?):
                html.input(.text, name: field.rawValue, value: self[field], .id(id), .described(by: help, fault), .invalid)
            }
        }
    }
}

extension ShortcomingForm.Field {
    fileprivate func label(_ words: Words.Accessibility) -> String {
        switch self {
        case .text: words.textField
        case .place: words.placeField
        case .contact: words.contactField
        }
    }

    fileprivate func help(_ words: Words.Accessibility) -> String {
        switch self {
        case .text: words.textHelp
        case .place: words.placeHelp
        case .contact: words.contactHelp
        }
    }
}
