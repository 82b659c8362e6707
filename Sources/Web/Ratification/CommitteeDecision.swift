import Cooperation
import Registry

/// The questions by which a decision of the committee is chosen, or recorded together with what it is for.
struct CommitteeDecision {
    static let decision = "beslut"
    static let body = "organ"
    static let day = "motesdag"
    static let paragraph = "paragraf"
    static let title = "rubrik"

    /// The form's names of the requests' fields.
    static let names = [
        "decision": decision, "meeting": day, "paragraph": paragraph, "title": title, "papersDue": day, "happened": day,
    ]

    private let reading: Reading
    private let committees: [Body]

    /// The questions as the record is now.
    init(_ reading: Reading) {
        self.reading = reading
        committees = reading.cooperation.organisation.bodies(.committee).filter { $0.closing == nil }
    }

    /// The questions.
    var fields: [FormField] {
        let (words, texts) = (reading.words, reading.words.ratification.locking)
        let decisions = reading.cooperation.meetings.decisions.compactMap { meeting, decision -> FormField.Choice? in
            let reference = decision.fact.reference
            guard let body = reading.cooperation.organisation[reference.body], body.facts.kind == .committee else { return nil }
            let paragraph = words.meetings.paragraph(words.number(reference.paragraph))
            return FormField.Choice(
                reference.steps.dropFirst().joined(separator: "/"),
                "\(words.date(meeting.facts.day)), \(paragraph) \(reading.text(decision.fact.title))",
                under: body.facts.name
            )
        }
        let chosen = FormField(
            Self.decision,
            texts.enteredDecision,
            .choice(decisions),
            help: texts.decisionHelp,
            isRequired: false
        )
        let choices = committees.map { FormField.Choice($0.facts.id.text, $0.facts.name) }
        let body = FormField(Self.body, words.meetings.body, .choice(choices), isRequired: false)
        var fields =
            (decisions.isEmpty ? [] : [chosen]) + (choices.count > 1 ? [body] : []) + [
                FormField(
                    Self.day,
                    texts.meetingDay,
                    .day,
                    help: decisions.isEmpty ? nil : texts.meetingDayHelp,
                    isRequired: false
                ),
                FormField(
                    Self.paragraph,
                    words.meetings.paragraphHead,
                    .number(1...RecordDecision.greatestParagraph),
                    help: words.meetings.paragraphHelp,
                    isRequired: false
                ),
                FormField(Self.title, words.meetings.what, isRequired: false, most: RecordDecision.longestTitle),
            ]
        fields[0].heading = texts.decision
        return fields
    }

    /// The decision that was chosen, or the one that is to be recorded first.
    ///
    /// - Parameters:
    ///   - form: what was answered.
    ///   - latestRecord: the last day from which something that is recorded of a meeting holds.
    /// - Returns: where the decision is, and what must be recorded for it to be there.
    /// - Throws: a `Refusal` when neither is answered, or both are.
    func read(_ form: Form, latestRecord: (Meeting) -> Day) throws -> (Meeting.Decision.Reference, [Registrar.Dated]) {
        let texts = reading.words.ratification.locking
        let isNew = [Self.day, Self.paragraph, Self.title].contains { form.given($0) != nil }
        if let chosen = form.given(Self.decision) {
            guard !isNew else { throw Refusal("meetings.two-decisions", field: Self.decision, texts.eitherDecision) }
            let steps = chosen.split(separator: "/").map(String.init)
            guard steps.count == 3, let body = Body.ID(steps[0]), let meeting = Meeting.ID(steps[1]),
                let paragraph = Int(steps[2])
            else { throw Refusal("meetings.no-decision", field: Self.decision, texts.noDecision) }
            return (.init(body: body, meeting: meeting, paragraph: paragraph), [])
        }
        guard isNew else { throw Refusal("meetings.no-decision", field: Self.day, texts.noDecision) }
        guard let day = form.day(Self.day) else { throw Refusal("meetings.no-day", field: Self.day, texts.noDay) }
        guard day <= reading.today else { throw Refusal("meetings.not-held", field: Self.day, texts.dayAhead) }
        guard let paragraph = form.number(Self.paragraph) else {
            throw Refusal("meetings.no-paragraph", field: Self.paragraph, texts.noParagraph)
        }
        guard let title = form.given(Self.title) else { throw Refusal("meetings.blank", field: Self.title, texts.noTitle) }
        guard let body = committees.first(where: { $0.facts.id.text == form[Self.body] }) ?? committees.first else {
            throw Refusal("meetings.no-committee", field: Self.day, texts.noCommittee)
        }
        var requests: [Registrar.Dated] = []
        var happened = day
        let recorded = reading.cooperation.meetings
        let id: Meeting.ID
        if let meeting = recorded.meetings(of: body.facts.id).first(where: { $0.facts.day == day && $0.isHeld }) {
            id = meeting.facts.id
            happened = max(day, latestRecord(meeting))
            if meeting.decision(paragraph) != nil {
                let number = reading.words.number(paragraph)
                throw Refusal("meetings.paragraph-taken", field: Self.paragraph, texts.paragraphTaken(number))
            }
        } else {
            guard let new = Meeting.id(on: day, unless: { recorded[body.facts.id, $0] != nil }) else { throw Fault.notFound }
            id = new
            requests.append(.init(RecordMeeting(of: body.facts.id, id: id, day: day), .day(day)))
        }
        requests.append(
            .init(RecordDecision(of: body.facts.id, meeting: id, paragraph: paragraph, title: .written(title)), .day(happened))
        )
        return (.init(body: body.facts.id, meeting: id, paragraph: paragraph), requests)
    }
}
