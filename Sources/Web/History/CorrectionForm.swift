import Cooperation
import Registry

/// The questions by which the contents of a recorded act are corrected, filled with what it says now.
///
/// Only for kinds of act whose request can be made again from the act, as `RecordPopulation(of:)`: what isn't asked about is carried over, and
/// texts that aren't changed are kept (`Passage`). Everything else is struck and recorded anew.
struct CorrectionForm: Sendable {
    let fields: [FormField]
    let values: [String: [String]]
    /// The form's names of the request's fields.
    let names: [String: String]
    /// What a right form asks for, and when it happened; may refuse, by throwing a `Refusal`.
    let answer: @Sendable (Form, _ today: Day) throws -> (request: any Request, happened: Period)

    /// The questions about an act; nil when it can't be corrected in a form.
    init?(_ record: Record, _ reading: Reading) {
        switch record.act {
        case .members(.populationRecorded(let recorded)): self.init(recorded, record.happened, reading)
        case .organisation(.presidencyRecorded(let presidency)): self.init(presidency, record.happened, reading)
        case .organisation(.seatTaken(let tenure)): self.init(tenure, reading)
        case .organisation(.seatLeft(let leaving)): self.init(leaving, reading)
        case .documents(.recorded(let facts)): self.init(facts, record.happened, reading)
        case .ratification(let act): self.init(act, record.happened, reading)
        default: return nil
        }
    }

    init(
        _ fields: [FormField],
        _ values: [String: [String]],
        names: [String: String],
        answer: @escaping @Sendable (Form, Day) throws -> (request: any Request, happened: Period)
    ) {
        self.fields = fields
        self.values = values
        self.names = names
        self.answer = answer
    }

    // MARK: Each kind

    private init(_ recorded: MembersAct.PopulationRecorded, _ happened: Period, _ reading: Reading) {
        let words = reading.words
        let basis: [(Municipality.Population.Basis, String)] = [
            (.published, words.members.published), (.derived, words.members.derived),
        ]
        self.init(
            [
                FormField("antal", words.members.population, .number(0...20_000_000)),
                FormField("dag", words.corrections.populationDay, .day),
                FormField("uppgift", words.members.basis, .radio(basis.map { .init($0.rawValue, $1.withCapital) })),
                Self.remarks(recorded.remarks, reading), Self.sources(recorded.sources, words),
            ],
            [
                "antal": ["\(recorded.count)"], "dag": [happened.last.iso], "uppgift": [recorded.basis.rawValue],
                "anmarkningar": reading.lines(recorded.remarks), "kallor": recorded.sources.map(\.text),
            ],
            names: ["count": "antal", "day": "dag", "happened": "dag"]
        ) { form, today in
            var request = RecordPopulation(of: recorded)
            request.count = form.number("antal") ?? recorded.count
            request.basis = .init(rawValue: form["uppgift"]) ?? recorded.basis
            request.remarks = try form.passages("anmarkningar", keeping: recorded.remarks, reading)
            request.sources = form.sources("kallor")
            return (request, .day(form.day("dag") ?? happened.last))
        }
    }

    private init(_ presidency: Body.Presidency, _ happened: Period, _ reading: Reading) {
        let words = reading.words
        // Whoever chairs now may have left; what is recorded must be among the choices.
        let all = reading.cooperation.members.all.map { FormField.Choice($0.facts.id.text, $0.facts.name) }
        self.init(
            [
                FormField("ordforande", words.organisation.chair, .choice(all)),
                FormField("vice", words.organisation.viceChair, .choice(all), isRequired: false),
                FormField("fran", words.corrections.since, .period),
                Self.remarks(presidency.remarks, reading), Self.sources(presidency.sources, words),
            ],
            [
                "ordforande": [presidency.chair.text], "vice": presidency.viceChair.map { [$0.text] } ?? [],
                "fran": [happened.iso], "anmarkningar": reading.lines(presidency.remarks),
                "kallor": presidency.sources.map(\.text),
            ],
            names: ["viceChair": "vice", "chair": "ordforande", "municipality": "ordforande", "happened": "fran"]
        ) { form, today in
            var request = RecordPresidency(of: presidency)
            request.chair = Municipality.ID(form["ordforande"]) ?? presidency.chair
            request.viceChair = Municipality.ID(form["vice"])
            request.remarks = try form.passages("anmarkningar", keeping: presidency.remarks, reading)
            request.sources = form.sources("kallor")
            return (request, form.period("fran") ?? happened)
        }
    }

    private init(_ tenure: Seat.Tenure, _ reading: Reading) {
        let words = reading.words
        var people = reading.everybody.map { FormField.Choice($0.id.text, "\($0.name), \($0.mail)") }
        if !people.contains(where: { $0.value == tenure.person.text }) {
            people.append(.init(tenure.person.text, words.corrections.erasedPerson))
        }
        self.init(
            [
                FormField("person", words.seats.person, .choice(people)),
                FormField("fran", words.seats.firstDay, .day),
                FormField("till", words.seats.lastDay, .day, help: words.seats.untilHelp, isRequired: false),
                Self.remarks(tenure.remarks, reading),
            ],
            [
                "person": [tenure.person.text], "fran": [tenure.from.iso], "till": tenure.until.map { [$0.iso] } ?? [],
                "anmarkningar": reading.lines(tenure.remarks),
            ],
            names: ["person": "person", "from": "fran", "until": "till", "seat": "fran", "happened": "fran"]
        ) { form, today in
            let from = form.day("fran") ?? tenure.from
            var request = TakeSeat(of: tenure)
            request.person = Person.ID(form["person"]) ?? tenure.person
            request.from = from
            request.until = form.day("till")
            request.remarks = try form.passages("anmarkningar", keeping: tenure.remarks, reading)
            return (request, .day(min(from, today)))
        }
    }

    private init(_ leaving: Seat.Leaving, _ reading: Reading) {
        let words = reading.words
        self.init(
            [FormField("till", words.seats.lastDay, .day), Self.remarks(leaving.remarks, reading)],
            ["till": [leaving.last.iso], "anmarkningar": reading.lines(leaving.remarks)],
            names: ["last": "till", "from": "till", "seat": "till", "happened": "till"]
        ) { form, today in
            let last = form.day("till") ?? leaving.last
            var request = LeaveSeat(of: leaving)
            request.last = last
            request.remarks = try form.passages("anmarkningar", keeping: leaving.remarks, reading)
            return (request, .day(min(last, today)))
        }
    }

    private init(_ facts: Document.Facts, _ happened: Period, _ reading: Reading) {
        let questions = DocumentForm(facts, reading)
        var (fields, values) = (questions.fields, questions.values)
        // The first act about a document happened when it was decided, and later ones when something was changed.
        let isFirst = reading.cooperation.documents[facts.id].map { happened.last <= $0.decided.last } ?? true
        fields.insert(
            isFirst ? questions.decided : FormField("beslutat", reading.words.editing.dayField, .period),
            at: 2
        )
        values["beslutat"] = [happened.iso]
        self.init(fields, values, names: DocumentForm.names) { form, _ in
            (try questions.request(for: facts.id, form), form.period("beslutat") ?? happened)
        }
    }

    // MARK: What they share

    private static func remarks(_ remarks: [Prose], _ reading: Reading) -> FormField {
        .list("anmarkningar", reading.words.frame.remarks, holding: reading.lines(remarks))
    }

    static func sources(_ sources: [Source], _ words: Words) -> FormField {
        .list("kallor", words.frame.sources, holding: sources.map(\.text), help: words.documentForms.sourcesHelp)
    }
}
