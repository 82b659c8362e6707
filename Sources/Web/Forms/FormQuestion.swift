import Cooperation
import Markup

/// One question on its page: label, help, what is wrong, and the field with what is in it.
struct FormQuestion {
    let form: Form
    let field: FormField

    init(_ form: Form, _ field: FormField) {
        (self.form, self.field) = (form, field)
    }

    private var faults: [String] { form.faults.filter { $0.field == field.name }.map(\.message) }
    private var helpID: ID { field.id(of: "hjalp") }
    private var faultID: ID { field.id(of: "fel") }
    private var noteID: ID { field.id(of: "not") }

    /// The question.
    func write(_ html: HTML, _ words: Words) {
        let label = field.isRequired ? field.label : words.forms.optional(field.label)
        switch field.kind {
        case .radio(let choices), .several(let choices):
            html.fieldset(with: groupAttributes(words)) {
                html.legend(label)
                remarks(html, words)
                for (index, choice) in choices.enumerated() { write(choice, index, html) }
            }
        case .check:
            html.div(.class("question")) {
                remarks(html, words)
                html.div(.class("tick")) {
                    let checked: [HTML.Attribute] = form.isChecked(field.name) ? [.checked] : []
                    html.input(.checkbox, name: field.name, value: Form.yes, with: attributes(words) + checked)
                    html.label(label, for: field.id)
                }
            }
        default:
            html.div(.class("question")) {
                html.label(label, for: field.id)
                remarks(html, words)
                input(html, words)
            }
        }
    }

    private func input(_ html: HTML, _ words: Words) {
        let written = field.isSecret ? "" : FormText.shown(form[field.name])
        let attributes = attributes(words)
        switch field.kind {
        case .line(let line, let autocomplete):
            var attributes = attributes
            if let autocomplete { attributes.append(.autocomplete(autocomplete)) }
            if case .code = line {
                attributes += [.uncapitalised, .unspelt]
                if field.most <= 10 { attributes.append(.inputMode("numeric")) }
            }
            html.input(line.input, name: field.name, value: field.isSecret ? nil : written, with: attributes)
        case .text(let rows): html.textarea(written, name: field.name, rows: rows, with: attributes)
        case .lines(let mostLines):
            let rows = min(max(form.all(field.name).count + 1, 4), max(mostLines, 4), 12)
            html.textarea(written, name: field.name, rows: rows, with: attributes)
        case .day, .period:
            html.input(.text, name: field.name, value: written, with: attributes + [.class("short"), .autocomplete("off")])
        case .number(let range):
            var attributes = attributes + [.class("short"), .autocomplete("off")]
            // The keyboard of figures has no minus everywhere.
            if range.lowerBound >= 0 { attributes.append(.inputMode("numeric")) }
            html.input(.text, name: field.name, value: written, with: attributes)
        case .choice(let choices): select(choices, html, words, attributes)
        case .file(let accepts, _):
            html.input(.file, name: field.name, with: attributes + (accepts.isEmpty ? [] : [.accept(accepts)]))
        case .radio, .several, .check: break
        }
    }

    private func select(_ choices: [FormField.Choice], _ html: HTML, _ words: Words, _ attributes: [HTML.Attribute]) {
        let chosen = form[field.name]
        let hasEmpty = !field.isRequired || !choices.contains { $0.value == chosen }
        // Only a list that can be left empty can be said to need an answer (HTML, 4.10.7).
        html.select(name: field.name, with: hasEmpty ? attributes : self.attributes(words, isSaidRequired: false)) {
            if hasEmpty {
                html.option(field.isRequired ? words.forms.choose : words.forms.nothingChosen, value: "")
            }
            var rest = choices[...]
            while let first = rest.first {
                let together = rest.prefix { $0.heading == first.heading }
                rest = rest.dropFirst(together.count)
                let options = {
                    for choice in together { html.option(choice.label, value: choice.value, isSelected: choice.value == chosen) }
                }
                if let heading = first.heading { html.optgroup(heading, content: options) } else { options() }
            }
        }
    }

    /// One of the answers of a group; the first carries the field's own id, so that links to the field lead to it.
    private func write(_ choice: FormField.Choice, _ index: Int, _ html: HTML) {
        let id = index == 0 ? field.id : field.id(of: "\(index + 1)")
        let helpID = field.id(of: "\(index + 1)-om")
        var attributes: [HTML.Attribute] = [.id(id)]
        if choice.help != nil { attributes.append(.described(by: helpID)) }
        if form.all(field.name).contains(choice.value) { attributes.append(.checked) }
        var kind = HTML.InputKind.checkbox
        if case .radio = field.kind {
            kind = .radio
            if field.isRequired { attributes.append(.required) }
        } else if !faults.isEmpty {
            attributes.append(.invalid)
        }
        html.div(.class("tick")) {
            html.input(kind, name: field.name, value: choice.value, with: attributes)
            html.div {
                html.label(choice.label, for: id)
                if let help = choice.help { html.p(help, .id(helpID), .class("help")) }
            }
        }
    }

    // MARK: What is said about the question

    private func help(_ words: Words) -> String? {
        if case .file(_, let most) = field.kind {
            return [field.help, words.forms.fileMost(words.size(most))].compactMap(\.self).joined(separator: " ")
        }
        if let help = field.help { return help }
        return switch field.kind {
        case .day: words.forms.dayHelp
        case .period: words.forms.periodHelp
        case .lines: words.forms.linesHelp
        default: nil
        }
    }

    /// What is to be known about the field and isn't wrong.
    private func notes(_ words: Words) -> [String] {
        var notes: [String] = []
        if field.isFile, form.hadFile(field.name) { notes.append(words.forms.chooseFileAgain) }
        if form.taken.contains(field.name) { notes.append(words.forms.takenHere) }
        if form.disputed.contains(field.name) {
            let recorded = FormText.shortened(field.inWords(form.recorded(field.name), words))
            notes.append(words.forms.disputedHere(recorded))
        }
        return notes
    }

    private func remarks(_ html: HTML, _ words: Words) {
        if let help = help(words) { html.p(help, .id(helpID), .class("help")) }
        let notes = notes(words)
        if !notes.isEmpty { html.p(notes.joined(separator: " "), .id(noteID), .class("field-note")) }
        if !faults.isEmpty {
            html.div(.id(faultID), .class("field-fault")) { for fault in faults { html.p(fault) } }
        }
    }

    private func described(_ words: Words) -> [HTML.Attribute] {
        var ids: [ID] = []
        if help(words) != nil { ids.append(helpID) }
        if !notes(words).isEmpty { ids.append(noteID) }
        if !faults.isEmpty { ids.append(faultID) }
        return ids.isEmpty ? [] : [.described(by: ids)]
    }

    private func attributes(_ words: Words, isSaidRequired: Bool = true) -> [HTML.Attribute] {
        let isRequired = field.isRequired && isSaidRequired
        return [.id(field.id)] + described(words) + (faults.isEmpty ? [] : [.invalid]) + (isRequired ? [.required] : [])
    }

    private func groupAttributes(_ words: Words) -> [HTML.Attribute] {
        var attributes: [HTML.Attribute] = [.class("question")] + described(words)
        if case .radio = field.kind {
            attributes.append(.role(.radioGroup))
            if !faults.isEmpty { attributes.append(.invalid) }
        }
        return attributes
    }
}

/// A field that two have changed: what stands now and what was written beside each other, and the question which shall be.
struct ClashQuestion {
    let form: Form
    let field: FormField

    init(_ form: Form, _ field: FormField) {
        (self.form, self.field) = (form, field)
    }

    /// The question.
    ///
    /// What was written travels hidden, so that it can be chosen.
    func write(_ html: HTML, _ words: Words) {
        let (stands, written) = (form.recorded(field.name), form.all(field.name))
        let difference = TextDifference(field.inWords(stands, words), field.inWords(written, words))
        let faults = form.faults.filter { $0.field == field.name }.map(\.message)
        let faultID = field.id(of: "fel")
        html.fieldset(
            with: [.class("question", "clash"), .role(.radioGroup)] + (faults.isEmpty ? [] : [.described(by: faultID), .invalid])
        ) {
            html.legend(words.forms.verdict(field.label))
            if !faults.isEmpty { html.div(.id(faultID), .class("field-fault")) { for fault in faults { html.p(fault) } } }
            html.input(.hidden, name: FormName.asked, value: field.name)
            for value in field.sent(written) { html.input(.hidden, name: field.name, value: value) }
            html.div(.class("clash-sides")) {
                side(words.forms.standsNow, difference.first, words.forms.keep, FormName.keep, field.id, html, words)
                let id = field.id(of: "2")
                side(words.forms.youWrote, difference.second, words.forms.use, FormName.use, id, html, words)
            }
        }
    }

    private func side(
        _ heading: String,
        _ text: [TextDifference.Piece],
        _ label: String,
        _ verdict: String,
        _ id: ID,
        _ html: HTML,
        _ words: Words
    ) {
        let textID = field.id(of: "\(verdict)-text")
        html.div(.class("clash-side")) {
            html.p(heading, .class("kicker"))
            html.div(.id(textID), .class("clash-text")) {
                for piece in text {
                    if piece.differs { html.mark(piece.text) } else { html.text(piece.text) }
                }
            }
            html.div(.class("tick")) {
                html.input(.radio, name: FormName.verdict(field.name), value: verdict, .id(id), .described(by: textID), .required)
                html.label(label, for: id)
            }
        }
    }
}

extension FormField {
    /// Values in words for people: days in words, choices by their labels.
    func inWords(_ values: [String], _ words: Words) -> String {
        if case .check = kind { return values.isEmpty ? words.forms.no : words.forms.yes }
        guard !values.isEmpty else { return words.forms.empty }
        return values.map { value in
            switch kind {
            case .day: Day(value).map { words.date($0) } ?? value
            case .period: Period(value).map { words.period($0) } ?? value
            case .number: Int(value).map { words.number($0) } ?? value
            case .choice, .radio, .several: choices.first { $0.value == value }?.label ?? value
            default: FormText.shown(value)
            }
        }.joined(separator: "\n")
    }

    /// Values as the browser sends them.
    func sent(_ values: [String]) -> [String] {
        if case .lines = kind { [values.joined(separator: "\n")] } else { values }
    }
}
