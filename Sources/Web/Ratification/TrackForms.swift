import Cooperation
import Markup
import Registry

extension Site {
    /// The forms by which a municipality's track is recorded: its registrar's, or the secretariat's on a presented extract.
    ///
    /// None of them sets where a proposal stands; that follows from what is recorded here. What becomes of a decision is recorded also for a
    /// proposal that another has taken the place of, at an address with its number.
    var trackForms: [Route] {
        registerForm + prepareForm + decideForm + attachForm + followForm(.adjust) + followForm(.post) + followForm(.appeal)
            + judgeForm
    }

    // MARK: Each form

    private var registerForm: [Route] {
        form(.register) { context, target in
            let words = context.words.trackForms
            return EditForm(
                title: target.track.caseNumber == nil ? words.register : words.registerAgain,
                lead: words.registerLead,
                form: Form(
                    [
                        FormField(
                            "diarienummer",
                            context.words.round.caseNumber,
                            help: words.registerHelp,
                            most: RegisterCase.longestCaseNumber
                        ), day(words.registerDay, context),
                    ] + ground(context),
                    values: [
                        "diarienummer": target.caseNumber.map { [$0] } ?? [], "dag": [context.today.iso],
                    ]
                ),
                submit: words.submit,
                above: []
            )
        } save: { form, _, target in
            [RegisterCase(target.place, caseNumber: form["diarienummer"], ground: form.given("bygger-pa"))]
        }
    }

    private var prepareForm: [Route] {
        form(.prepare) { context, target in
            let words = context.words.trackForms
            let known = context.reading.comingMeetings(of: target.municipality.facts.id)
            let help = known.isEmpty ? [] : [words.knownMeetings(context.words.list(known.map(context.words.date)))]
            var values = ["dag": [context.today.iso]]
            if case .prepared(_, let meeting?) = target.track.stage { values["mote"] = [meeting.iso] }
            return EditForm(
                title: words.prepare,
                lead: words.prepareLead,
                form: Form(
                    [
                        FormField(
                            "mote",
                            words.meeting,
                            .day,
                            help: ([words.meetingHelp] + help).joined(separator: " "),
                            isRequired: false
                        ), day(words.preparedDay, context),
                    ] + ground(context),
                    values: values
                ),
                submit: words.submit,
                above: []
            )
        } save: { form, _, target in
            [PrepareDecision(target.place, meeting: form.day("mote"), ground: form.given("bygger-pa"))]
        }
    }

    private var decideForm: [Route] {
        form(.decide, bodyLimit: SentFile.bodyLimit(for: FileKind.mostBytes)) { context, target in
            let (words, round) = (context.words.trackForms, context.words.round)
            let isShown = context.recordsOnPresentedExtract
            let outcomes: [(Track.Outcome, String, String)] = [
                (.adopted, round.adopted, words.adoptedHelp), (.adoptedWithAddition, round.adoptedWithAddition, words.addedHelp),
                (.sentBack, round.sentBack, words.sentBackHelp), (.rejected, round.rejected, words.rejectedHelp),
            ]
            var values: [String: [String]] = [:]
            if case .prepared(_, let meeting?) = target.track.stage, meeting <= context.today { values["dag"] = [meeting.iso] }
            return EditForm(
                title: target.track.latestDecision == nil ? words.decide : words.decideAgain,
                lead: isShown ? words.decideLeadShown : words.decideLead,
                form: Form(
                    [
                        FormField("utfall", words.outcome, .radio(outcomes.map { .init($0.rawValue, $1, help: $2) })),
                        FormField("dag", words.decisionDay, .day, help: words.decisionDayHelp),
                        FormField(
                            "paragraf",
                            round.paragraph,
                            .number(1...RecordDecision.greatestParagraph),
                            help: words.paragraphHelp
                        ),
                        FormField(
                            "text",
                            words.text,
                            .text(rows: 8),
                            help: words.textHelp,
                            isRequired: false,
                            most: RecordBoardDecision.longestText
                        ),
                        extract(context, isRequired: isShown),
                    ],
                    values: values
                ),
                submit: words.decideSubmit,
                above: []
            )
        } save: { form, context, target in
            guard let outcome = Track.Outcome(rawValue: form["utfall"]) else { throw Fault.notFound }
            var request = RecordBoardDecision(
                target.place,
                outcome,
                on: form.day("dag") ?? context.today,
                paragraph: form.number("paragraf")
            )
            // What is written for an outcome that has no text of its own is no part of the decision.
            if outcome == .adoptedWithAddition || outcome == .sentBack { request.text = form.given("text").map { .written($0) } }
            request.extract = form.file("utdrag").map { ($0.name, $0.bytes) }
            request.isOnPresentedExtract = context.recordsOnPresentedExtract
            return [request]
        }
    }

    private var attachForm: [Route] {
        form(.attach, bodyLimit: SentFile.bodyLimit(for: FileKind.mostBytes)) { context, target in
            let words = context.words.trackForms
            return EditForm(
                title: target.track.latestDecision?.extract == nil ? words.attach : words.attachAgain,
                lead: words.attachLead,
                form: Form(
                    [extract(context, isRequired: true), day(words.attachDay, context)],
                    values: ["dag": [context.today.iso]]
                ),
                submit: words.attach,
                above: []
            )
        } save: { form, _, target in
            let attached = attaching(form, to: target)
            guard !attached.isEmpty else { throw Fault.notFound }
            return attached
        }
    }

    /// The forms that ask for nothing but a day, and the secretariat for the extract when the decision has none.
    private func followForm(_ step: TrackStep) -> [Route] {
        form(step, bodyLimit: SentFile.bodyLimit(for: FileKind.mostBytes)) { context, target in
            let words = context.words.trackForms
            let (title, lead, label) =
                switch step {
                case .adjust: (words.adjust, words.adjustLead, words.adjustDay)
                case .post: (words.post, words.postLead, words.postDay)
                default: (words.appeal, words.appealLead, words.appealDay)
                }
            return EditForm(
                title: title,
                lead: lead,
                form: Form(
                    [day(label, context)] + missingExtract(context, target),
                    values: ["dag": [context.today.iso]]
                ),
                submit: words.submit,
                above: []
            )
        } save: { form, _, target in
            attaching(form, to: target)
                + [FollowDecision(target.place, step == .adjust ? .adjusted : step == .post ? .posted : .appealed)]
        }
    }

    private var judgeForm: [Route] {
        form(.judge, bodyLimit: SentFile.bodyLimit(for: FileKind.mostBytes)) { context, target in
            let words = context.words.trackForms
            return EditForm(
                title: words.judge,
                lead: words.judgeLead,
                form: Form(
                    [
                        FormField(
                            "dom",
                            words.judgment,
                            .radio([
                                .init(FollowDecision.Step.upheld.rawValue, words.upheld, help: words.upheldHelp),
                                .init(FollowDecision.Step.annulled.rawValue, words.annulled, help: words.annulledHelp),
                            ])
                        ), day(words.judgeDay, context),
                    ] + missingExtract(context, target),
                    values: ["dag": [context.today.iso]]
                ),
                submit: words.submit,
                above: []
            )
        } save: { form, _, target in
            attaching(form, to: target)
                + [FollowDecision(target.place, form["dom"] == FollowDecision.Step.annulled.rawValue ? .annulled : .upheld)]
        }
    }

    // MARK: What they share

    /// A form on a track: what stands around it, and what a right one records on the day that is given.
    private func form(
        _ step: TrackStep,
        bodyLimit: Int = 131_072,
        form make: @escaping @Sendable (EditContext, AddressedTrack) throws -> EditForm,
        save: @escaping @Sendable (Form, EditContext, AddressedTrack) throws -> [any Request]
    ) -> [Route] {
        // Nothing new is decided on a proposal that another has taken the place of.
        let patterns =
            ["/ratificering/{edition}/{municipality}"]
            + (step.isOfDecision ? ["/ratificering/{edition}/{number}/{municipality}"] : [])
        return patterns.flatMap { pattern in
            form(Pattern(stringLiteral: "\(pattern)/\(step.rawValue)"), step, bodyLimit: bodyLimit, form: make, save: save)
        }
    }

    private func form(
        _ pattern: Pattern,
        _ step: TrackStep,
        bodyLimit: Int,
        form make: @escaping @Sendable (EditContext, AddressedTrack) throws -> EditForm,
        save: @escaping @Sendable (Form, EditContext, AddressedTrack) throws -> [any Request]
    ) -> [Route] {
        editing(
            [.recordTrack],
            pattern,
            bodyLimit: bodyLimit,
            needing: { asked, reading in
                Need(.recordTrack, about: .init(municipality: try reading.track(at: asked).place.municipality))
            },
            form: { context in
                let target = try context.reading.track(at: context.asked)
                let place = target.place
                var form = try make(context, target)
                form.above = context.reading.above(place)
                form.place = .programme
                form.takesDrafts = false
                // Two who record the same thing at once: the one that comes last is told, and nothing is recorded twice. So is who has
                // read one proposal and would record on the next, and who goes on from what has been corrected.
                form.isAbout = { act in
                    guard case .ratification(let act) = act, act.edition == place.edition else { return false }
                    switch act {
                    case .proposed: return true
                    case .sent(let sending): return sending.municipalities.contains(place.municipality)
                    default: return act.place?.municipality == place.municipality
                    }
                }
                return form
            },
            save: { form, context in
                let target = try context.reading.track(at: context.asked)
                let words = context.words.trackForms
                return Edit(
                    try save(form, context, target).map { .init($0, .day(form.day("dag") ?? context.today)) },
                    done: context.reading.address(steps: context.reading.steps(of: target.place)),
                    message: step == .decide ? words.savedDecision : words.saved,
                    names: [
                        "caseNumber": "diarienummer", "meeting": "mote", "outcome": "utfall", "day": "dag", "happened": "dag",
                        "paragraph": "paragraf", "text": "text", "extract": "utdrag", "file": "utdrag",
                    ]
                )
            }
        )
    }

    private func day(_ label: String, _ context: EditContext) -> FormField {
        FormField("dag", label, .day)
    }

    /// What the secretariat goes by for what happens before there is an extract to show; the municipality's own registrar isn't asked.
    private func ground(_ context: EditContext) -> [FormField] {
        guard context.recordsOnPresentedExtract else { return [] }
        let words = context.words.trackForms
        return [
            FormField("bygger-pa", words.ground, .text(rows: 2), help: words.groundHelp, most: 500, missing: words.groundNeeded)
        ]
    }

    /// The extract, for a decision that has none when somebody else than its municipality's registrar records what became of it: what
    /// hasn't been seen in an extract isn't the secretariat's to record.
    private func missingExtract(_ context: EditContext, _ target: AddressedTrack) -> [FormField] {
        guard context.recordsOnPresentedExtract, let decision = target.track.latestDecision, decision.extract == nil else {
            return []
        }
        return [extract(context, isRequired: true)]
    }

    /// The extract that was sent along, if any was, attached to the decision.
    private func attaching(_ form: Form, to target: AddressedTrack) -> [any Request] {
        form.file("utdrag").map { [AttachExtract(target.place, name: $0.name, bytes: $0.bytes)] } ?? []
    }

    private func extract(_ context: EditContext, isRequired: Bool) -> FormField {
        FormField(
            "utdrag",
            context.words.round.extract,
            .file(accepts: FileKind.allCases.map { ".\($0.suffix)" }, mostBytes: FileKind.mostBytes),
            help: context.words.trackForms.extractHelp,
            isRequired: isRequired,
            missing: context.words.trackForms.extractNeeded
        )
    }
}

extension AddressedTrack {
    /// The municipality's case number; for a new proposal the one that it gave the one before, since the case is the same.
    fileprivate var caseNumber: String? {
        track.caseNumber ?? round.proposals.reversed().lazy.compactMap { $0[place.municipality]?.caseNumber }.first
    }
}

extension EditContext {
    /// Whether somebody else than the municipality's own registrar records what its board has decided.
    var recordsOnPresentedExtract: Bool { acting.capacity.role != .registrar }
}

extension Reading {
    /// The days on which the body that decides for a municipality meets from today on, as far as they are known.
    func comingMeetings(of municipality: Municipality.ID) -> [Day] {
        guard let body = cooperation.organisation.ratifyingBody(of: municipality) else { return [] }
        return cooperation.meetings.meetings(of: body.facts.id)
            .filter { $0.isHeld && $0.facts.day >= today && $0.facts.stage ?? .board != .committee }
            .map(\.facts.day)
            .prefix(8)
            .map(\.self)
    }
}
