import Cooperation
import Markup

/// The questions about a steering document, and the request that their answers make.
///
/// One form for a new document, for one that is changed and for a record that is corrected. Everything that is recorded of a document is in
/// it, so that nothing is lost when the document is recorded anew.
struct DocumentForm {
    private let words: Words
    private let reading: Reading
    private let facts: Document.Facts?

    /// The form of a document as it is recorded; nil for a new one.
    init(_ facts: Document.Facts?, _ reading: Reading) {
        self.facts = facts
        self.reading = reading
        words = reading.words
    }

    /// The form's names of the request's fields.
    static let names = [
        "title": "titel", "kind": "slag", "validity": "galler-fran", "edition": "utgava", "replaces": "ersatter",
        "happened": "beslutat",
    ]

    /// When it was decided; a question of its own, since it isn't changed with the rest.
    var decided: FormField { FormField("beslutat", words.documentForms.decided, .period) }

    /// The questions, without when it was decided.
    var fields: [FormField] {
        let texts = words.documentForms
        let values = values
        let (programme, documents) = (reading.cooperation.programme, reading.cooperation.documents)
        let kinds = Set(documents.inOrder.map(\.facts.kind)).sorted { SwedishOrder($0) < SwedishOrder($1) }
        return [
            FormField("titel", texts.title, most: 300),
            FormField("slag", words.documents.kind, help: kinds.isEmpty ? nil : texts.kindHelp(words.list(kinds)), most: 60),
            FormField("beslutat-i-ord", texts.decidedInWords, help: texts.decidedInWordsHelp, isRequired: false),
            FormField("beslutat-av", words.documents.decidedBy, help: texts.decidedByHelp, isRequired: false, most: 300),
            FormField("galler-fran", texts.validFrom, .period, isRequired: false),
            FormField("galler-till", texts.validTo, .period, isRequired: false),
            FormField("tills-vidare", texts.untilFurtherNotice, .check, isRequired: false),
            FormField("harlett", texts.isInferred, .check, isRequired: false),
            FormField("avser", texts.about, .period, help: texts.aboutHelp, isRequired: false),
            FormField(
                "ersatter",
                words.documents.replaces,
                .choice(
                    documents.inOrder.reversed().filter { $0.facts.id != facts?.id }.map {
                        .init($0.facts.id.text, $0.facts.title)
                    }
                ),
                isRequired: false
            ),
            FormField(
                "utgava",
                words.documents.edition,
                .choice(programme.inOrder.map { .init($0.text.id.text, $0.text.title) }),
                help: texts.editionHelp,
                isRequired: false
            ),
            .list("uppgifter", texts.details, holding: values["uppgifter"] ?? [], help: texts.detailsHelp),
            .list("saknas", words.frame.missing, holding: values["saknas"] ?? [], help: texts.missingHelp),
            .list("anmarkningar", words.frame.remarks, holding: values["anmarkningar"] ?? []),
            .list("kallor", words.frame.sources, holding: values["kallor"] ?? [], help: texts.sourcesHelp),
        ]
    }

    /// What the questions hold for the document as it is recorded; nothing for a new one.
    var values: [String: [String]] { facts.map { held($0) } ?? [:] }

    private func held(_ facts: Document.Facts) -> [String: [String]] {
        [
            "titel": [facts.title], "slag": [facts.kind], "beslutat-i-ord": one(facts.decidedInWords),
            "beslutat-av": one(facts.decidedBy), "galler-fran": one(facts.validity?.from?.iso),
            "galler-till": one(facts.validity?.to?.iso),
            "tills-vidare": facts.validity?.isUntilFurtherNotice == true ? [Form.yes] : [],
            "harlett": facts.validity?.isInferred == true ? [Form.yes] : [], "avser": one(facts.about?.iso),
            "ersatter": one(facts.replaces?.text), "utgava": one(facts.edition?.text),
            "uppgifter": reading.lines(facts.details.map(\.text)),
            "saknas": reading.lines(facts.missing), "anmarkningar": reading.lines(facts.remarks),
            "kallor": facts.sources.map(\.text),
        ]
    }

    private func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }

    /// What a right form asks for.
    ///
    /// - Parameters:
    ///   - id: the document.
    ///   - form: the answers.
    /// - Returns: the request, with every text kept that isn't changed.
    /// - Throws: a `Refusal` when words have been written around an erased text.
    func request(for id: Document.ID, _ form: Form) throws(Refusal) -> RecordDocument {
        var request = facts.map { RecordDocument(of: $0) } ?? RecordDocument(id: id, title: "", kind: "")
        request.title = form["titel"]
        request.kind = form["slag"]
        request.decidedInWords = form.given("beslutat-i-ord")
        request.decidedBy = form.given("beslutat-av")
        let validity = Document.Validity(
            from: form.period("galler-fran"),
            to: form.period("galler-till"),
            isUntilFurtherNotice: form.isChecked("tills-vidare") ? true : nil,
            isInferred: form.isChecked("harlett") ? true : nil
        )
        // That the length is inferred says nothing where there is none.
        let saysSomething = validity.from != nil || validity.to != nil || validity.isUntilFurtherNotice != nil
        request.validity = saysSomething ? validity : nil
        request.about = form.period("avser")
        request.edition = form.given("utgava").flatMap { Edition.ID($0) }
        request.replaces = form.given("ersatter").flatMap { Document.ID($0) }
        request.details = try form.details("uppgifter", keeping: facts?.details ?? [], reading)
        request.missing = try form.passages("saknas", keeping: facts?.missing ?? [], reading)
        request.remarks = try form.passages("anmarkningar", keeping: facts?.remarks ?? [], reading)
        request.sources = form.sources("kallor")
        return request
    }
}
