import Cooperation
import Markup
import Registry

/// The form for shortcomings, with what somebody has written in it; anybody may send it.
struct ShortcomingForm: Sendable {
    private(set) var form: Form

    /// An empty form.
    init(_ words: Words) {
        let words = words.accessibility
        form = Form([
            FormField("brist", words.textField, .text(), help: words.textHelp, most: 4000, missing: words.textMissing),
            FormField("plats", words.placeField, help: words.placeHelp, isRequired: false, most: 300),
            FormField("kontakt", words.contactField, help: words.contactHelp, isRequired: false, most: 200),
        ])
    }

    /// A form that was sent.
    init(_ sent: Query, _ words: Words, on today: Day) {
        self.init(words)
        form.read(sent, in: words, on: today)
    }

    /// Notes that the report can't be kept, in words that say what to do.
    mutating func refuse(_ message: String) { form.refuse(nil, message) }

    /// The report that the form makes.
    var shortcoming: Shortcoming {
        Shortcoming(text: form["brist"], place: form.given("plats"), contact: form.given("kontakt"))
    }

    /// The form, filled in as it was sent.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.accessibility
        FormPage(
            title: words.report,
            action: reading.address("tillganglighet"),
            form: form,
            submit: words.send,
            faultsHeading: words.faults
        ).writeForm(html, reading.words, headings: .third)
    }
}
