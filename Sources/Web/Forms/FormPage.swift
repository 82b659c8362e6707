import Cooperation
import Markup

/// What a page with a form has around the questions.
struct FormPage: Sendable {
    /// The page's heading.
    var title: String
    /// What the form is for, in a sentence.
    var lead: String?
    /// Where the form is sent.
    var action: Address
    var form: Form
    /// What the button says: what happens, as 'Registrera beslutet'.
    var submit: String
    /// Other buttons that send the form, after the first.
    var others: [FormButton] = []
    /// The form's id, its token and the position it was read at; nil only for what anybody may send.
    var ticket: FormTicket?
    /// What travels with the form besides.
    var hidden: [(name: String, value: String)] = []
    /// Where a reader goes who changes nothing.
    var cancel: Address?
    /// Whose change met this one; shown when the form has `clashes`.
    var conflict: FormConflict?
    /// What is said before the form, as 'Det du skrev finns kvar'.
    var notice: String?
    /// What the list of faults is called; nil for the usual heading.
    var faultsHeading: String?
    /// What stands beside the form: what it is about.
    var aside: (@Sendable (HTML) -> Void)?
    /// What comes of the form, when it is to be looked at before it is done.
    var preview: FormPreview?

    /// What the button of a preview is sent as.
    static let confirmation = "granskat"

    /// What stands before the title in the window when something is to be put right or chosen, for `Shell.titlePrefix`.
    func titlePrefix(_ words: Words) -> String { form.titlePrefix(words) }

    /// The whole page, from its heading down.
    func write(_ html: HTML, _ words: Words) {
        html.div(.class("document", "form-page")) {
            html.header(.class("opening")) {
                html.h1(title)
                if let lead { html.p(lead, .class("lead")) }
            }
            if let aside {
                html.div(.class("with-margin")) {
                    html.div(.class("column")) { writeForm(html, words) }
                    html.aside(.class("margin")) { aside(html) }
                }
            } else {
                html.div(.class("column")) { writeForm(html, words) }
            }
        }
    }

    /// The form with what is wrong in it, for a page that has more than the form.
    ///
    /// - Parameters:
    ///   - html: where to.
    ///   - words: the language.
    ///   - level: the level of the heading above the faults.
    func writeForm(_ html: HTML, _ words: Words, headings level: FormHeading = .second) {
        if let notice { html.notice(notice) }
        writeFaults(html, words.forms, level)
        writeConflict(html, words, level)
        preview?.write(html)
        html.form(form.hasFiles ? .postWithFiles : .post, to: action, .class("questions"), .noValidation) {
            for pair in (ticket?.pairs ?? []) + hidden + form.groundPairs {
                html.input(.hidden, name: pair.name, value: pair.value)
            }
            for field in form.fields {
                if let heading = field.heading { level.write(html, heading) }
                if form.clashes.contains(field.name) {
                    ClashQuestion(form, field).write(html, words)
                } else {
                    FormQuestion(form, field).write(html, words)
                }
            }
            html.div(.class("buttons")) {
                if let preview {
                    html.button(preview.submit, name: Self.confirmation, value: preview.mark)
                } else {
                    html.button(submit)
                }
                for button in others { html.button(button.label, name: button.name, value: button.value, .class("second")) }
                if let cancel { html.a(words.forms.cancel, to: cancel, .class("cancel")) }
            }
        }
    }

    /// Everything that is wrong, above the form, with a link to each field; focus begins here.
    private func writeFaults(_ html: HTML, _ words: Words.Forms, _ level: FormHeading) {
        guard !form.faults.isEmpty else { return }
        html.div(.class("faults"), .role(.alert), .labelled(by: "formularfel")) {
            level.write(html, faultsHeading ?? words.faults, .id("formularfel"), .tabIndex(-1), .autofocus)
            // What is about the whole form can't be put right in it.
            if form.faults.contains(where: { $0.field != nil }) { html.p(words.faultsText) }
            html.ul {
                for fault in form.faults {
                    html.li {
                        if let field = form.fields.first(where: { $0.name == fault.field }) {
                            html.a(fault.message, to: Address(fragment: field.id))
                        } else {
                            html.text(fault.message)
                        }
                    }
                }
            }
        }
    }

    private func writeConflict(_ html: HTML, _ words: Words, _ level: FormHeading) {
        guard !form.clashes.isEmpty else { return }
        html.div(.class("clash-notice"), .role(.alert), .labelled(by: "krock")) {
            // Focus begins at the faults when there are any.
            if form.faults.isEmpty {
                level.write(html, words.forms.clash, .id("krock"), .tabIndex(-1), .autofocus)
            } else {
                level.write(html, words.forms.clash, .id("krock"), .tabIndex(-1))
            }
            if let conflict { html.p(words.forms.clashBy(conflict.who, conflict.when)) }
            html.p(words.forms.clashText)
            html.ul {
                for field in form.fields where form.clashes.contains(field.name) {
                    html.li { html.a(field.label, to: Address(fragment: field.id)) }
                }
            }
            for (names, sentence) in [(form.taken, words.forms.takenFields), (form.changed, words.forms.changedFields)] {
                let labels = form.fields.filter { names.contains($0.name) }.map { "”\($0.label)”" }
                if !labels.isEmpty { html.p(sentence(words.list(labels))) }
            }
        }
    }
}

/// A button beside the first one that sends the form, and says that it was that one.
struct FormButton: Sendable {
    var name: String
    var value: String
    var label: String
}

/// Who changed the same thing while a form was open, and when, in words for the reader.
struct FormConflict: Sendable {
    /// A capacity, as 'utvecklingsledaren'; never a name that may not be shown.
    var who: String
    var when: String
}

/// The level of a heading above the faults of a form.
enum FormHeading: Sendable {
    case second, third

    fileprivate func write(_ html: HTML, _ text: String, _ attributes: HTML.Attribute...) {
        (self == .second ? html.h2 : html.h3)(text, with: attributes)
    }
}

extension Form {
    /// What stands before the page's title in the window when something is to be put right or chosen.
    func titlePrefix(_ words: Words) -> String {
        isRight ? "" : "\(faults.isEmpty ? words.forms.clashTitle : words.forms.faultTitle): "
    }

    /// Whether the form sends files.
    var hasFiles: Bool { fields.contains(where: \.isFile) }

    /// What each field held when the form was opened, to be hidden in it; none in a form that doesn't merge.
    ///
    /// All in one pair: a form with files may have only so many.
    var groundPairs: [(name: String, value: String)] {
        guard let grounds else { return [] }
        let written = fields.compactMap { field in grounds[field.name].map { "\(field.name):\($0)" } }
        return [(FormName.ground, written.joined(separator: " "))]
    }
}

extension HTML {
    /// Something to know before one reads on.
    func notice(_ text: String) {
        div(.class("notice")) { p(text) }
    }

    /// What came of what was just done: 'Beslutet är registrerat.' Read aloud when the page comes.
    func saved(_ text: String) {
        p(text, .class("saved"), .role(.status))
    }

    /// A link to where the thing under a heading is changed; the hidden half of its name says which.
    func editLink(_ text: String, of thing: String, to address: Address) {
        a(text, to: address, .class("edit"), .label("\(text): \(thing)"))
    }
}
