import Cooperation
import Markup
import Registry

extension Site {
    /// The forms by which decisions are recorded and changed.
    var decisionForms: [Route] { newDecisionForm + changeDecisionForm }

    private var newDecisionForm: [Route] {
        editing(
            [.recordDecision],
            "/moten/{body}/{meeting}/beslut/ny",
            needing: { asked, reading in
                _ = try meeting(asked, reading)
                return Need(.recordDecision)
            },
            form: { context in
                let words = context.words.meetings
                let (body, meeting) = try meeting(context.asked, context.reading)
                let day = context.words.date(meeting.facts.day)
                return EditForm(
                    title: words.newDecisionTitle,
                    lead: words.newDecisionLead(body.facts.name, day),
                    form: Form(fields(context, about: nil, isNew: true)),
                    submit: words.newDecisionSubmit,
                    above: aboveMeeting(body, context.reading)
                        + [.init(name: day, steps: ["moten", body.facts.id.text, meeting.facts.id.text])],
                    place: .organisation
                )
            },
            save: { form, context in
                let meeting = try meeting(context.asked, context.reading).meeting
                let paragraph = form.number("paragraf") ?? 0
                if meeting.decision(paragraph) != nil {
                    throw Refusal(
                        "meetings.paragraph-taken",
                        field: "paragraf",
                        context.words.meetings.paragraphTaken(context.words.number(paragraph))
                    )
                }
                return try edit(form, meeting, paragraph, context, keeping: nil)
            }
        )
    }

    private var changeDecisionForm: [Route] {
        editing(
            [.recordDecision],
            "/beslut/{body}/{meeting}/{paragraph}/andra",
            needing: { asked, reading in
                _ = try decision(asked, of: try meeting(asked, reading).meeting, reading)
                return Need(.recordDecision)
            },
            form: { context in
                let (words, reading) = (context.words.meetings, context.reading)
                let meeting = try meeting(context.asked, reading).meeting
                let decision = try decision(context.asked, of: meeting, reading)
                let title = "\(words.paragraph(context.words.number(decision.paragraph))) \(reading.text(decision.title))"
                return EditForm(
                    title: words.changeDecisionTitle(context.words.number(decision.paragraph)),
                    lead: words.changeDecisionLead,
                    form: Form(
                        fields(context, about: decision.about, isNew: false),
                        changing: [
                            "rubrik": reading.lines([decision.title]), "text": reading.shown(decision.text),
                            "om": decision.about.map { [$0.text] } ?? [], "kallor": decision.sources.map(\.text),
                        ]
                    ),
                    submit: words.changeSubmit,
                    above: [
                        .init(name: words.decisions, steps: ["beslut"]), .init(name: title, steps: decision.reference.steps),
                    ],
                    place: .organisation,
                    about: [.meeting(decision.body, decision.meeting)],
                    isAbout: { act in
                        if case .meetings(.decided(let other)) = act { other.reference == decision.reference } else { false }
                    }
                )
            },
            save: { form, context in
                let meeting = try meeting(context.asked, context.reading).meeting
                let decision = try decision(context.asked, of: meeting, context.reading)
                guard !form.changed.isEmpty else {
                    return Edit([], done: context.reading.address(steps: decision.reference.steps))
                }
                return try edit(form, meeting, decision.paragraph, context, keeping: decision)
            }
        )
    }

    private func fields(_ context: EditContext, about: Subject?, isNew: Bool) -> [FormField] {
        let (words, reading) = (context.words, context.reading)
        var subjects = reading.newsSubjects
        if let about, !subjects.contains(where: { $0.value == about.text }) {
            subjects.append(.init(about.text, reading.name(of: about)))
        }
        let paragraph = FormField(
            "paragraf",
            words.meetings.paragraphHead,
            .number(1...RecordDecision.greatestParagraph),
            help: words.meetings.paragraphHelp
        )
        return (isNew ? [paragraph] : []) + [
            FormField("rubrik", words.meetings.what, most: RecordDecision.longestTitle),
            FormField(
                "text",
                words.meetings.decisionText,
                .text(rows: 8),
                help: words.meetings.decisionTextHelp,
                isRequired: false,
                most: RecordDecision.longestText
            ),
            FormField("om", words.news.about, .choice(subjects), isRequired: false),
            FormField(
                "kallor",
                words.frame.sources,
                .lines(mostLines: 20),
                help: words.documentForms.sourcesHelp,
                isRequired: false,
                most: 2_000
            ),
        ]
    }

    private func edit(
        _ form: Form,
        _ meeting: Meeting,
        _ paragraph: Int,
        _ context: EditContext,
        keeping earlier: Meeting.Decision?
    ) throws -> Edit {
        let reading = context.reading
        var request =
            earlier.map { RecordDecision(of: $0) }
            ?? RecordDecision(of: meeting.facts.body, meeting: meeting.facts.id, paragraph: paragraph, title: "")
        request.title = try form.passage("rubrik", keeping: earlier?.title, reading) ?? ""
        request.text = try form.passage("text", keeping: earlier?.text, reading)
        request.about = form.given("om").flatMap { Subject($0) }
        request.sources = form.sources("kallor")
        let reference = Meeting.Decision.Reference(
            body: meeting.facts.body,
            meeting: meeting.facts.id,
            paragraph: paragraph
        )
        return Edit(
            request,
            happened: max(meeting.facts.day, dayKnown(of: meeting)),
            done: reading.address(steps: reference.steps),
            message: context.words.meetings.decisionDone,
            names: [
                "paragraph": "paragraf", "title": "rubrik", "text": "text", "about": "om", "meeting": "paragraf",
                "happened": "paragraf",
            ]
        )
    }

    /// The last day from which something that is recorded of a meeting holds: a decision can't have been taken at it before that.
    func dayKnown(of meeting: Meeting) -> Day {
        readings.registrar.snapshot.timeline.lastDay { act in
            switch act {
            case .meetings(.recorded(let facts)): facts.body == meeting.facts.body && facts.id == meeting.facts.id
            default: false
            }
        } ?? meeting.facts.day
    }
}
