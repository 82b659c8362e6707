import Cooperation
import Markup
import Registry
import Statistics

extension Site {
    /// The forms by which a study is begun, carried step by step, and ended.
    var studyForms: [Route] {
        newStudyForm + questionForm + measuresForm + placesForm + analysisForm + proposalForm + themeDayOfStudyForm + outcomeForm
            + followUpForm + endStudyForm
    }

    private static let names = [
        "title": "rubrik", "question": "fraga", "responsible": "ansvarar", "body": "ansvarar", "measures": "nyckeltal",
        "places": "andra", "reason": "varfor", "text": "text", "values": "kopiera", "municipalities": "kommuner",
        "themeDay": "temadag", "decision": "beslut", "followUp": "senast", "next": "nasta", "remarks": "anmarkningar",
    ]

    // MARK: The question

    private var newStudyForm: [Route] {
        editing(
            [.carryOutStudy],
            "/jamforelser/studier/ny",
            needing: { _, reading in Need(.carryOutStudy, about: reading.ownTarget(.carryOutStudy)) },
            form: { context in
                let words = context.words.studies
                let bodies = context.reading.bodies(for: .carryOutStudy)
                return EditForm(
                    title: words.newTitle,
                    lead: words.newLead,
                    form: Form(
                        questionFields(context, bodies),
                        values: ["ansvarar": bodies.first.map { [$0.facts.id.text] } ?? []]
                    ),
                    submit: words.begin,
                    above: [context.reading.comparisonsStep, context.reading.studiesStep]
                )
            },
            save: { form, context in
                let taken = context.cooperation.comparisons
                let isTaken = { (id: Study.ID) in taken[id] != nil || id.text == "ny" }
                guard
                    let id = Study.ID(naming: form["rubrik"], unless: isTaken) ?? Study.ID(naming: "studie", unless: isTaken),
                    let body = Body.ID(form["ansvarar"])
                else { throw Fault.notFound }
                guard context.reading.bodies(for: .carryOutStudy).contains(where: { $0.facts.id == body }) else {
                    throw Refusal.notYours
                }
                var request = BeginStudy(id: id, title: form["rubrik"], question: "", responsible: body)
                request.question = try form.passage("fraga", keeping: nil, context.reading) ?? ""
                request.sources = form.sources("kallor")
                return Edit(
                    request,
                    happened: context.today,
                    done: context.reading.address("jamforelser", "studier", id.text),
                    message: context.words.studies.begunDone,
                    names: Self.names
                )
            }
        )
    }

    private func questionFields(_ context: EditContext, _ bodies: [Body]) -> [FormField] {
        let words = context.words.studies
        return [
            FormField("rubrik", words.titleField, most: 160),
            FormField("fraga", words.question, .text(rows: 4), help: words.questionHelp),
            FormField(
                "ansvarar",
                words.responsible,
                .choice(bodies.map { .init($0.facts.id.text, $0.facts.name) }),
                help: words.responsibleHelp
            ), .sourceLines(context.words),
        ]
    }

    private var questionForm: [Route] {
        step(.question, "/jamforelser/studier/{id}/andra") { study, context in
            let facts = study.facts
            var bodies = context.reading.bodies(for: .carryOutStudy)
            // What is recorded must be among the choices, or saving would take it away.
            if !bodies.contains(where: { $0.facts.id == facts.responsible }) {
                bodies += context.cooperation.organisation[facts.responsible].map { [$0] } ?? []
            }
            return Form(
                questionFields(context, bodies),
                changing: [
                    "rubrik": [facts.title], "fraga": context.reading.shown(facts.question),
                    "ansvarar": [facts.responsible.text], "kallor": facts.sources.map(\.text),
                ]
            )
        } request: { study, form, context in
            var request = BeginStudy(of: study.facts)
            request.title = form["rubrik"]
            request.question = try form.passage("fraga", keeping: study.facts.question, context.reading) ?? ""
            request.responsible = Body.ID(form["ansvarar"]) ?? request.responsible
            request.sources = form.sources("kallor")
            return request
        }
    }

    // MARK: Measures and places

    private var measuresForm: [Route] {
        step(.measures, "/jamforelser/studier/{id}/matt") { study, context in
            let words = context.words.studies
            let most = context.cooperation.settings?.measuresInStudy ?? Settings.measuresInStudyUnlessAgreed
            let own = context.cooperation.comparisons.measuresInOrder.filter { $0.isDue(on: context.today) }
            let chosen = study.measures?.fact.measures ?? []
            var fields = [
                FormField(
                    "nyckeltal",
                    words.keyFigures,
                    .lines(mostLines: Settings.mostMeasuresThatCanBeAgreed),
                    help: words.keyFiguresHelp(context.words.number(most)),
                    isRequired: false,
                    most: 180
                )
            ]
            if !own.isEmpty {
                fields.append(
                    FormField(
                        "egna",
                        words.ownMeasures,
                        .several(own.map { .init($0.facts.id.text, $0.facts.name) }),
                        isRequired: false
                    )
                )
            }
            fields.append(.why(words))
            return Form(
                fields,
                changing: [
                    "nyckeltal": chosen.compactMap { measure in
                        if case .keyFigure(let id) = measure.measure { "\(id) \(measure.name)" } else { nil }
                    },
                    "egna": chosen.compactMap { measure in
                        if case .own(let id) = measure.measure { id.text } else { nil }
                    },
                    "varfor": context.reading.shown(study.measures?.fact.reason),
                ]
            )
        } request: { study, form, context in
            let words = context.words.studies
            let vintage = statistics.vintage
            var measures: [Study.Measure] = []
            for line in form.all("nyckeltal") {
                let (id, name) = line.codeAndName
                guard MeasureReference.isKeyFigure(id) else {
                    throw Refusal(
                        "comparisons.key-figure",
                        field: "nyckeltal",
                        "\(FormText.shortened(line)): \(words.keyFigureLine)"
                    )
                }
                let known = KeyFigure.ID(id).flatMap { vintage[$0]?.keyFigure }
                measures.append(.init(.keyFigure(id), name: name ?? known?.title ?? id, unit: known?.unit))
            }
            for text in form.all("egna") {
                guard let id = OwnMeasure.ID(text), let own = context.cooperation.comparisons[id] else { continue }
                measures.append(.init(.own(id), name: own.facts.name, unit: own.facts.unit))
            }
            return ChooseMeasures(
                in: study.facts.id,
                measures,
                reason: try form.passage("varfor", keeping: study.measures?.fact.reason, context.reading)
            )
        }
    }

    private var placesForm: [Route] {
        step(.peers, "/jamforelser/studier/{id}/kommuner") { study, context in
            let words = context.words.studies
            let members = context.cooperation.members.members
            let codes = Set(members.map(\.facts.code))
            let chosen = study.peers?.fact.places
            return Form(
                [
                    FormField(
                        "medlemmar",
                        words.members,
                        .several(members.map { .init($0.facts.code, $0.facts.name) }),
                        isRequired: false
                    ),
                    FormField(
                        "andra",
                        words.otherPlaces,
                        .lines(mostLines: 60),
                        help: words.otherPlacesHelp,
                        isRequired: false,
                        most: 180
                    ), .why(words),
                ],
                changing: [
                    "medlemmar": chosen.map { $0.map(\.code).filter(codes.contains) } ?? [],
                    "andra": (chosen ?? []).filter { !codes.contains($0.code) }.map { "\($0.code) \($0.name)" },
                    "varfor": context.reading.shown(study.peers?.fact.reason),
                ]
            )
        } request: { study, form, context in
            let members = context.cooperation.members.members
            var places = form.all("medlemmar").compactMap { code in
                members.first { $0.facts.code == code }.map { ComparedPlace(code: code, name: $0.facts.name) }
            }
            for line in form.all("andra") {
                let (code, name) = line.codeAndName
                guard let name else {
                    throw Refusal(
                        "comparisons.place",
                        field: "andra",
                        "\(FormText.shortened(line)): \(context.words.studies.otherPlaceLine)"
                    )
                }
                places.append(ComparedPlace(code: code, name: name))
            }
            return ChoosePeers(
                in: study.facts.id,
                places,
                reason: try form.passage("varfor", keeping: study.peers?.fact.reason, context.reading)
            )
        }
    }

    // MARK: Analysis, proposal, theme day

    private var analysisForm: [Route] {
        step(.analysis, "/jamforelser/studier/{id}/analys") { study, context in
            let words = context.words.studies
            return Form(
                [
                    FormField("text", words.analysisField, .text(rows: 14), help: words.analysisHelp, most: 20_000),
                    FormField("kopiera", words.copyValues, .check, help: words.copyValuesHelp, isRequired: false),
                ],
                changing: [
                    "text": context.reading.shown(study.analysis?.fact.text),
                    // What it rests on stays until somebody asks for later values.
                    "kopiera": study.analysis == nil ? [Form.yes] : [],
                ]
            )
        } request: { study, form, context in
            let kept = study.analysis?.fact
            return AnalyseStudy(
                study.facts.id,
                try form.passage("text", keeping: kept?.text, context.reading) ?? "",
                values: form.isChecked("kopiera") ? valuesNow(of: study, context.reading) : kept?.values ?? []
            )
        }
    }

    private var proposalForm: [Route] {
        step(.proposal, "/jamforelser/studier/{id}/forslag") { study, context in
            let words = context.words.studies
            let members = context.cooperation.members.members
            return Form(
                [
                    FormField("text", words.proposalField, .text(rows: 10), help: words.proposalHelp, most: 20_000),
                    FormField(
                        "kommuner",
                        words.triedBy,
                        .several(members.map { .init($0.facts.id.text, $0.facts.name) }),
                        isRequired: false
                    ),
                ],
                changing: [
                    "text": context.reading.shown(study.proposal?.fact.text),
                    "kommuner": study.proposal?.fact.municipalities.map(\.text) ?? [],
                ]
            )
        } request: { study, form, context in
            ProposeFromStudy(
                study.facts.id,
                try form.passage("text", keeping: study.proposal?.fact.text, context.reading) ?? "",
                by: form.all("kommuner").compactMap { Municipality.ID($0) }
            )
        }
    }

    private var themeDayOfStudyForm: [Route] {
        step(.themeDay, "/jamforelser/studier/{id}/temadag") { study, context in
            let days = context.cooperation.comparisons.themeDaysInOrder
            return Form(
                [
                    FormField(
                        "temadag",
                        context.words.themeDays.themeDay,
                        .choice(days.map { .init($0.facts.id.text, $0.facts.title) }),
                        help: days.isEmpty ? context.words.themeDays.none : nil
                    )
                ],
                changing: ["temadag": study.presentation.map { [$0.fact.themeDay.text] } ?? []]
            )
        } request: { study, form, _ in
            guard let id = ThemeDay.ID(form["temadag"]) else { throw Fault.notFound }
            return PresentStudy(study.facts.id, on: id)
        }
    }

    // MARK: Decision and follow-up

    private var outcomeForm: [Route] {
        step(.decision, "/jamforelser/studier/{id}/beslut") { study, context in
            let (words, reading) = (context.words.studies, context.reading)
            let decisions = reading.cooperation.meetings.decisions.prefix(400)
            let outcome = study.outcome?.fact
            return Form(
                [
                    FormField(
                        "beslut",
                        words.decision,
                        .choice(
                            decisions.map { meeting, decision in
                                let paragraph = context.words.meetings.paragraph(context.words.number(decision.fact.paragraph))
                                return .init(
                                    decision.fact.reference.text,
                                    "\(paragraph) \(reading.text(decision.fact.title))",
                                    under:
                                        "\(reading.name(of: .body(meeting.facts.body))), \(context.words.date(meeting.facts.day))"
                                )
                            }
                        ),
                        help: decisions.isEmpty ? words.noDecisions : words.decisionHelp
                    ), FormField("senast", words.followUpBy, .day, help: words.followUpByHelp),
                    FormField(
                        "ansvarar",
                        words.followsUp,
                        .choice(reading.bodies.filter { $0.closing == nil }.map { .init($0.facts.id.text, $0.facts.name) })
                    ),
                ],
                changing: [
                    "beslut": outcome.map { [$0.decision.text] } ?? [], "senast": outcome.map { [$0.followUp.iso] } ?? [],
                    "ansvarar": [(outcome?.responsible ?? study.facts.responsible).text],
                ]
            )
        } request: { study, form, _ in
            guard let decision = Meeting.Decision.Reference(form["beslut"]), let day = form.day("senast"),
                let body = Body.ID(form["ansvarar"])
            else { throw Fault.notFound }
            return DecideOnStudy(study.facts.id, by: decision, followUp: day, responsible: body)
        }
    }

    private var followUpForm: [Route] {
        step(.followUp, "/jamforelser/studier/{id}/uppfoljning") { study, context in
            let words = context.words.studies
            return Form(
                [
                    FormField("text", words.followUpField, .text(rows: 10), help: words.followUpHelp, most: 20_000),
                    FormField("kopiera", words.copyValues, .check, help: words.copyValuesHelp, isRequired: false),
                    FormField("nasta", words.nextFollowUp, .day, help: words.nextFollowUpHelp, isRequired: false),
                ],
                values: ["kopiera": [Form.yes]]
            )
        } request: { study, form, context in
            FollowUpStudy(
                study.facts.id,
                try form.passage("text", keeping: nil, context.reading) ?? "",
                values: form.isChecked("kopiera") ? valuesNow(of: study, context.reading) : [],
                next: form.day("nasta")
            )
        }
    }

    private var endStudyForm: [Route] {
        editing(
            [.carryOutStudy],
            "/jamforelser/studier/{id}/avsluta",
            needing: { asked, reading in Need(.carryOutStudy, about: .init(body: try study(asked, reading).facts.responsible)) },
            form: { context in
                let words = context.words.studies
                let study = try study(context.asked, context.reading)
                return EditForm(
                    title: words.endTitle(study.facts.title),
                    lead: words.endLead,
                    form: Form([FormField("varfor", words.endReason, .text(rows: 4))]),
                    submit: words.endSubmit,
                    above: above(study, context.reading),
                    about: [.study(study.facts.id)]
                )
            },
            save: { form, context in
                let study = try study(context.asked, context.reading)
                return Edit(
                    EndStudy(study.facts.id, reason: try form.passage("varfor", keeping: nil, context.reading) ?? ""),
                    happened: context.today,
                    done: context.reading.address("jamforelser", "studier", study.facts.id.text),
                    names: Self.names
                )
            }
        )
    }

    // MARK: What they share

    /// The form of a step.
    ///
    /// - Parameters:
    ///   - step: the step that it takes.
    ///   - pattern: its address.
    ///   - make: its questions, filled with what is recorded.
    ///   - request: what a right form asks for.
    /// - Returns: the route that shows the form, and the one that takes it.
    private func step(
        _ step: Study.Step,
        _ pattern: Pattern,
        form make: @escaping @Sendable (Study, EditContext) throws -> Form,
        request: @escaping @Sendable (Study, Form, EditContext) throws -> any Request
    ) -> [Route] {
        editing(
            [.carryOutStudy],
            pattern,
            needing: { asked, reading in
                let study = try study(asked, reading)
                return Need(.carryOutStudy, about: .init(body: step == .followUp ? study.awaited : study.facts.responsible))
            },
            form: { context in
                let words = context.words.studies
                let study = try study(context.asked, context.reading)
                return EditForm(
                    title: words.formTitle(words.step(step), study.facts.title),
                    lead: words.formLead(step),
                    form: try make(study, context),
                    submit: context.words.meetings.changeSubmit,
                    above: above(study, context.reading),
                    about: [.study(study.facts.id)]
                )
            },
            save: { form, context in
                let study = try study(context.asked, context.reading)
                let done = context.reading.address("jamforelser", "studier", study.facts.id.text)
                // A form that merges and in which nothing was changed asks for nothing, unless the step hasn't been taken.
                if form.grounds != nil, form.changed.isEmpty, study.taken(step) != nil { return Edit([], done: done) }
                return Edit(
                    [.init(try request(study, form, context), .day(context.today))],
                    done: done,
                    names: Self.names
                )
            }
        )
    }

    /// The pages above a study's forms.
    func above(_ study: Study, _ reading: Reading) -> [Shell.Step] {
        [
            reading.comparisonsStep, reading.studiesStep,
            .init(name: study.facts.title, steps: ["jamforelser", "studier", study.facts.id.text]),
        ]
    }
}

extension FormField {
    /// Where it was found, a line each.
    static func sourceLines(_ words: Words) -> FormField {
        FormField(
            "kallor",
            words.frame.sources,
            .lines(mostLines: 20),
            help: words.documentForms.sourcesHelp,
            isRequired: false,
            most: 2_000
        )
    }

    /// Why just these.
    static func why(_ words: Words.Studies) -> FormField {
        FormField("varfor", words.reason, .text(rows: 4), help: words.reasonHelp, isRequired: false)
    }
}

extension String {
    /// What stands first on a line, and the rest: '0123 Järfälla'; the rest is nil when there is none.
    var codeAndName: (code: String, name: String?) {
        let parts = split(maxSplits: 1, whereSeparator: \.isWhitespace)
        return (parts.first.map(String.init) ?? "", parts.count == 2 ? String(parts[1]) : nil)
    }
}

extension Meeting.Decision.Reference {
    /// The decision as a form sends it: `samarbetskommitten/2027-02-09/12`.
    var text: String { "\(body)/\(meeting)/\(paragraph)" }

    /// The decision that a form has sent; nil when the text is something else.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let body = Body.ID(parts[0]), let meeting = Meeting.ID(parts[1]), let paragraph = Int(parts[2])
        else { return nil }
        self.init(body: body, meeting: meeting, paragraph: paragraph)
    }
}
