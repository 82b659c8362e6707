import Cooperation
import Markup
import Registry

extension Site {
    /// The forms by which meetings are set, moved and cancelled.
    var meetingForms: [Route] { newMeetingForm + changeMeetingForm }

    private var newMeetingForm: [Route] {
        editing(
            [.recordMeeting],
            "/moten/ny",
            reads: [QueryName.body],
            needing: { asked, reading in
                let chosen = try asked.query[QueryName.body].map { try reading.body(inAddress: $0) }
                // Without a body it is asked about one that the seat reaches, when there is such a one.
                return Need(.recordMeeting, about: (chosen ?? reading.bodiesToMeet.first)?.meetingsTarget ?? .init())
            },
            form: { context in
                let words = context.words.meetings
                let chosen = context.asked.query[QueryName.body] ?? context.acting.capacity.body.text
                let fields = MeetingFields(context, context.reading.bodiesToMeet)
                return EditForm(
                    title: words.newTitle,
                    lead: words.newLead,
                    form: Form(fields.all, values: [MeetingFields.body: fields.bodies.contains(chosen) ? [chosen] : []]),
                    submit: words.newSubmit,
                    above: [.init(name: words.title, steps: ["moten"])],
                    place: .organisation
                )
            },
            save: { form, context in
                let words = context.words.meetings
                guard let body = context.reading.bodiesToMeet.first(where: { $0.facts.id.text == form[MeetingFields.body] }),
                    let day = form.day(MeetingFields.day)
                else { throw Refusal.notYours }
                let recorded = context.cooperation.meetings
                guard let id = Meeting.id(on: day, unless: { recorded[body.facts.id, $0] != nil }) else { throw Fault.notFound }
                var request = RecordMeeting(of: body.facts.id, id: id, day: day)
                try MeetingFields.fill(&request, form, body, keeping: nil, context.reading)
                return Edit(
                    request,
                    // A meeting that has been was there on its day.
                    happened: min(day, context.today),
                    done: context.reading.address("moten", body.facts.id.text, id.text),
                    message: words.newDone,
                    names: MeetingFields.names
                )
            }
        )
    }

    private var changeMeetingForm: [Route] {
        editing(
            [.recordMeeting],
            "/moten/{body}/{meeting}/andra",
            needing: { asked, reading in
                Need(.recordMeeting, about: try meeting(asked, reading).body.meetingsTarget)
            },
            form: { context in
                let (words, reading) = (context.words.meetings, context.reading)
                let (body, meeting) = try meeting(context.asked, reading)
                let facts = meeting.facts
                return EditForm(
                    title: words.changeTitle(body.facts.name, context.words.date(facts.day)),
                    lead: words.changeLead,
                    form: Form(
                        MeetingFields(context, body).all,
                        changing: [
                            MeetingFields.day: [facts.day.iso], MeetingFields.papersDue: facts.papersDue.map { [$0.iso] } ?? [],
                            MeetingFields.place: facts.place.map { [$0] } ?? [],
                            MeetingFields.stage: facts.stage.map { [$0.rawValue] } ?? [],
                            MeetingFields.isCancelled: meeting.isHeld ? [] : [Form.yes],
                            MeetingFields.remarks: reading.lines(facts.remarks),
                            MeetingFields.sources: facts.sources.map(\.text),
                        ]
                    ),
                    submit: words.changeSubmit,
                    above: aboveMeeting(body, reading)
                        + [.init(name: context.words.date(facts.day), steps: ["moten", body.facts.id.text, facts.id.text])],
                    place: .organisation,
                    about: [.meeting(body.facts.id, facts.id)],
                    isAbout: { act in
                        if case .meetings(.recorded(let other)) = act {
                            other.body == facts.body && other.id == facts.id
                        } else {
                            false
                        }
                    }
                )
            },
            save: { form, context in
                let words = context.words.meetings
                let (body, meeting) = try meeting(context.asked, context.reading)
                let done = context.reading.address("moten", body.facts.id.text, meeting.facts.id.text)
                guard !form.changed.isEmpty, let day = form.day(MeetingFields.day) else { return Edit([], done: done) }
                var request = RecordMeeting(of: meeting.facts)
                request.day = day
                try MeetingFields.fill(&request, form, body, keeping: meeting.facts, context.reading)
                request.isCancelled = form.isChecked(MeetingFields.isCancelled)
                let message =
                    if request.isCancelled, meeting.isHeld {
                        words.cancelDone
                    } else if !request.isCancelled, !meeting.isHeld {
                        words.restoreDone
                    } else if request.day != meeting.facts.day {
                        words.moveDone(context.words.date(request.day))
                    } else {
                        context.words.editing.saved
                    }
                return Edit(request, happened: context.today, done: done, message: message, names: MeetingFields.names)
            }
        )
    }
}

extension Reading {
    /// The bodies at work whose meetings the one who looks may set: their own first.
    var bodiesToMeet: [Body] {
        let bodies = bodies.filter { $0.closing == nil && viewer.may(.recordMeeting, about: $0.meetingsTarget) }
        let own = viewer.signedIn?.capacity?.body
        return bodies.filter { $0.facts.id == own } + bodies.filter { $0.facts.id != own }
    }
}

/// What is asked of a meeting.
struct MeetingFields {
    static let body = "organ"
    static let stage = "slag"
    static let day = "dag"
    static let papersDue = "handlingar"
    static let place = "plats"
    static let isCancelled = "installt"
    static let remarks = "anmarkningar"
    static let sources = "kallor"

    /// The form's names of the request's fields.
    static let names = [
        "body": body, "stage": stage, "day": day, "papersDue": papersDue, "place": place, "isCancelled": isCancelled,
        "happened": day,
    ]

    let all: [FormField]
    /// The bodies to choose among.
    let bodies: [String]

    /// The questions of a new meeting of one of some bodies.
    init(_ context: EditContext, _ bodies: [Body]) {
        let words = context.words.meetings
        let choices = bodies.map { FormField.Choice($0.facts.id.text, $0.facts.name) }
        self.bodies = choices.map(\.value)
        let hasMunicipal = bodies.contains { $0.facts.kind == .ratifyingBody }
        all =
            [FormField(Self.body, words.body, .choice(choices))]
            + (hasMunicipal ? [Self.stage(context.words, isRequired: false)] : []) + Self.common(context.words)
    }

    /// The questions of a meeting that is recorded.
    init(_ context: EditContext, _ body: Body) {
        bodies = []
        let isMunicipal = body.facts.kind == .ratifyingBody
        all =
            (isMunicipal ? [Self.stage(context.words, isRequired: true)] : [])
            + Self.common(context.words)
            + [FormField(Self.isCancelled, context.words.meetings.cancelField, .check, isRequired: false)]
    }

    private static func stage(_ words: Words, isRequired: Bool) -> FormField {
        FormField(
            stage,
            words.meetings.stage,
            .radio(DecisionStage.allCases.map { .init($0.rawValue, words.name(of: $0)) }),
            help: words.meetings.stageHelp,
            isRequired: isRequired
        )
    }

    private static func common(_ words: Words) -> [FormField] {
        [
            FormField(day, words.meetings.day, .day),
            FormField(papersDue, words.meetings.papersDue, .day, help: words.meetings.papersHelp, isRequired: false),
            FormField(place, words.meetings.place, isRequired: false, most: RecordMeeting.longestPlace),
            FormField(remarks, words.frame.remarks, .lines(mostLines: 10), isRequired: false, most: 500),
            FormField(
                sources,
                words.frame.sources,
                .lines(mostLines: 20),
                help: words.documentForms.sourcesHelp,
                isRequired: false,
                most: 2_000
            ),
        ]
    }

    /// Puts what a form says of a meeting into the request.
    static func fill(
        _ request: inout RecordMeeting,
        _ form: Form,
        _ body: Body,
        keeping facts: Meeting.Facts?,
        _ reading: Reading
    ) throws {
        request.papersDue = form.day(papersDue)
        request.place = form.given(place)
        request.remarks = try form.passages(remarks, keeping: facts?.remarks ?? [], reading)
        request.sources = form.sources(sources)
        request.stage = nil
        guard body.facts.kind == .ratifyingBody else { return }
        guard let chosen = DecisionStage(rawValue: form[stage]) else {
            throw Refusal("meetings.stage", field: "stage", reading.words.meetings.stageMissing(body.facts.name))
        }
        request.stage = chosen
    }
}
