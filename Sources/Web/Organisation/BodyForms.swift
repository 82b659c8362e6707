import Cooperation
import Markup
import Registry

extension Site {
    /// The forms that change bodies: what is recorded of them, who chairs them, what they work with, and that they end.
    var bodyForms: [Route] {
        newBodyForms
            + ["organisation", "natverk"].flatMap { first in
                changeForms(under: first) + closeForm(under: first) + presidencyForm(under: first) + assignForm(under: first)
                    + endAssignmentForm(under: first)
            }
    }

    // MARK: What is recorded of a body

    private var newBodyForms: [Route] {
        [false, true].flatMap { isNetwork in
            editing(
                [.beginOrEndBody],
                isNetwork ? "/natverk/ny" : "/organisation/ny",
                needing: { _, _ in Need(.beginOrEndBody) },
                form: { context in
                    let words = context.words.bodyForms
                    let fields = BodyFields(context, isNetwork ? .network : nil)
                    return EditForm(
                        title: isNetwork ? words.newNetwork : words.newBody,
                        lead: isNetwork ? words.newNetworkLead : words.newBodyLead,
                        form: Form(fields.all, values: [BodyFields.day: [context.today.iso]]),
                        submit: isNetwork ? words.newNetworkSubmit : words.newBodySubmit,
                        above: listsAbove(context.reading, andNetworks: isNetwork),
                        place: .organisation
                    )
                },
                save: { form, context in
                    let words = context.words.bodyForms
                    let organisation = context.cooperation.organisation
                    guard let kind = isNetwork ? .network : Body.Kind(rawValue: form[BodyFields.kind]) else {
                        throw Fault.notFound
                    }
                    let name = form[BodyFields.name]
                    if organisation.bodies(kind).contains(where: { $0.facts.name == name && $0.closing == nil }) {
                        throw Refusal("organisation.name-taken", field: BodyFields.name, words.nameTaken(name))
                    }
                    guard
                        let id = Body.ID(
                            naming: name,
                            unless: { organisation[$0] != nil || BodyFields.reserved.contains($0.text) }
                        )
                    else { throw Refusal("organisation.name", field: BodyFields.name, words.nameWithoutLetters) }
                    var request = RecordBody(id: id, kind: kind, name: name)
                    try BodyFields.fill(&request, form, keeping: nil, context.reading)
                    var edit = Edit(
                        request,
                        happened: form.day(BodyFields.day) ?? context.today,
                        done: context.reading.address(isNetwork ? "natverk" : "organisation"),
                        message: words.created,
                        names: BodyFields.names
                    )
                    edit.leadsToRecorded = true
                    return edit
                }
            )
        }
    }

    /// The form of what is recorded, for a body at work, and the same form for one that takes up its work again.
    private func changeForms(under first: String) -> [Route] {
        [false, true].flatMap { resumes in
            editing(
                [.recordBody, .beginOrEndBody],
                Pattern(stringLiteral: "/\(first)/{name}/\(resumes ? "ta-upp" : "andra")"),
                needing: { asked, reading in
                    Need(resumes ? .beginOrEndBody : .recordBody, about: try body(asked, reading, under: first).target)
                },
                form: { context in
                    let body = try body(context.asked, context.reading, under: first)
                    let words = context.words.bodyForms
                    if context.isOpening { try openOnly(body, context, isClosed: resumes) }
                    let fields = BodyFields(context, body.facts.kind, body)
                    let name = body.facts.name
                    return EditForm(
                        title: resumes ? words.resumeTitle(name) : words.editTitle(name),
                        lead: resumes ? words.resumeLead : words.editLead,
                        form: Form(fields.all, changing: fields.recorded),
                        submit: resumes ? words.resumeSubmit : words.editSubmit,
                        above: above(body, context.reading),
                        place: .organisation,
                        about: [.body(body.facts.id)],
                        isAbout: isRecordOrEnd(of: body.facts.id)
                    )
                },
                save: { form, context in
                    let body = try body(context.asked, context.reading, under: first)
                    let words = context.words.bodyForms
                    // Somebody else may have ended it, or taken it up, since the form was opened.
                    guard (body.closing != nil) == resumes else {
                        throw Refusal("organisation.changed", resumes ? words.openMeanwhile : words.closedMeanwhile)
                    }
                    let day = form.day(BodyFields.day) ?? context.today
                    try refuse(day, before: isRecordOrEnd(of: body.facts.id), context)
                    var request = RecordBody(of: body.facts)
                    try BodyFields.fill(&request, form, keeping: body.facts, context.reading)
                    // Nobody hands over what is their own municipality's to another's, nor takes it.
                    let target = Permission.Target(municipality: request.municipality, body: request.id)
                    guard resumes || context.reading.viewer.may(.recordBody, about: target) else { throw Refusal.notYours }
                    return Edit(
                        resumes || form.isChanged(besides: BodyFields.day) ? [.init(request, .day(day))] : [],
                        done: context.reading.address(steps: body.steps),
                        message: resumes ? words.resumed : nil,
                        names: BodyFields.names
                    )
                }
            )
        }
    }

    private func closeForm(under first: String) -> [Route] {
        editing(
            [.beginOrEndBody],
            Pattern(stringLiteral: "/\(first)/{name}/avsluta"),
            needing: { asked, reading in Need(.beginOrEndBody, about: try body(asked, reading, under: first).target) },
            form: { context in
                let body = try body(context.asked, context.reading, under: first)
                let (words, editing) = (context.words.bodyForms, context.words.editing)
                if context.isOpening { try openOnly(body, context) }
                return EditForm(
                    title: words.closeTitle(body.facts.name),
                    lead: words.closeLead,
                    form: Form(
                        [
                            FormField(
                                "skal",
                                editing.reasonField,
                                .text(rows: 3),
                                help: editing.reasonHelp,
                                most: 1_000
                            ), FormField("fran", words.closeDay, .day, help: editing.dayHelp), sourcesField(words),
                        ],
                        values: ["fran": [context.today.iso]]
                    ),
                    submit: words.closeSubmit,
                    above: above(body, context.reading),
                    place: .organisation,
                    isAbout: isRecordOrEnd(of: body.facts.id),
                    takesDrafts: false
                )
            },
            save: { form, context in
                let body = try body(context.asked, context.reading, under: first)
                let day = form.day("fran") ?? context.today
                // A record from a later day would be taken for a new beginning.
                if body.closing == nil { try refuse(day, before: isRecordOrEnd(of: body.facts.id), context) }
                return Edit(
                    CloseBody(body.facts.id, reason: form["skal"], sources: form.sources("kallor")),
                    happened: day,
                    done: context.reading.address(steps: body.steps),
                    message: context.words.bodyForms.closeSaved,
                    names: ["reason": "skal", "happened": "fran"]
                )
            }
        )
    }

    // MARK: Who chairs

    private func presidencyForm(under first: String) -> [Route] {
        editing(
            [.recordPresidency],
            Pattern(stringLiteral: "/\(first)/{name}/ordforande"),
            needing: { asked, reading in Need(.recordPresidency, about: try body(asked, reading, under: first).target) },
            form: { context in
                let body = try body(context.asked, context.reading, under: first)
                let (words, organisation) = (context.words.bodyForms, context.words.organisation)
                if context.isOpening { try openOnly(body, context) }
                let members = context.cooperation.members
                // Also those who have left: what is recorded may be long ago.
                let choices =
                    members.members.map { FormField.Choice($0.facts.id.text, $0.facts.name) }
                    + members.former.map { .init($0.facts.id.text, $0.facts.name, under: context.words.members.former) }
                return EditForm(
                    title: words.presidencyTitle(body.facts.name),
                    lead: words.presidencyLead,
                    form: Form(
                        [
                            FormField("ordforande", organisation.chair, .choice(choices)),
                            FormField("vice", organisation.viceChair, .choice(choices), isRequired: false),
                            FormField("fran", words.presidencyDay, .day, help: context.words.editing.dayHelp),
                            remarksField(words), sourcesField(words),
                        ],
                        values: ["fran": [context.today.iso]]
                    ),
                    submit: words.presidencySubmit,
                    above: above(body, context.reading),
                    place: .organisation,
                    isAbout: { act in
                        if case .organisation(.presidencyRecorded(let other)) = act { other.body == body.facts.id } else { false }
                    },
                    takesDrafts: false
                )
            },
            save: { form, context in
                let body = try body(context.asked, context.reading, under: first)
                guard let chair = Municipality.ID(form["ordforande"]) else { throw Fault.notFound }
                return Edit(
                    RecordPresidency(
                        body.facts.id,
                        chair: chair,
                        viceChair: form.given("vice").flatMap { Municipality.ID($0) },
                        remarks: form.all("anmarkningar"),
                        sources: form.sources("kallor")
                    ),
                    happened: form.day("fran") ?? context.today,
                    done: context.reading.address(steps: body.steps, fragment: "ordforandeskap"),
                    message: context.words.bodyForms.presidencySaved,
                    names: [
                        "chair": "ordforande", "municipality": "ordforande", "viceChair": "vice", "body": "fran",
                        "happened": "fran",
                    ]
                )
            }
        )
    }

    // MARK: What it works with

    private func assignForm(under first: String) -> [Route] {
        editing(
            [.recordBody],
            Pattern(stringLiteral: "/\(first)/{name}/uppdrag"),
            needing: { asked, reading in Need(.recordBody, about: try body(asked, reading, under: first).target) },
            form: { context in
                let body = try body(context.asked, context.reading, under: first)
                let words = context.words.bodyForms
                if context.isOpening { try openOnly(body, context) }
                guard let edition = context.cooperation.programme.latestWithGoals else {
                    throw Fault.notFoundBecause(words.noEdition)
                }
                return EditForm(
                    title: words.assignTitle(body.facts.name),
                    lead: words.assignLead(edition.text.title),
                    form: Form(
                        [
                            FormField("del", words.assignPart, .choice(parts(of: edition, for: body, context.reading))),
                            FormField("fran", context.words.editing.dayField, .day, help: context.words.editing.dayHelp),
                            remarksField(words), sourcesField(words),
                        ],
                        values: ["fran": [context.today.iso]]
                    ),
                    submit: words.assignSubmit,
                    above: above(body, context.reading),
                    place: .organisation,
                    takesDrafts: false,
                    aside: { writeAssignments(of: body, $0, context.reading) }
                )
            },
            save: { form, context in
                let body = try body(context.asked, context.reading, under: first)
                guard let edition = context.cooperation.programme.latestWithGoals, let node = Edition.Node.ID(form["del"]) else {
                    throw Fault.notFound
                }
                return Edit(
                    AssignBody(
                        body.facts.id,
                        to: node,
                        in: edition.text.id,
                        remarks: form.all("anmarkningar"),
                        sources: form.sources("kallor")
                    ),
                    happened: form.day("fran") ?? context.today,
                    done: context.reading.address(steps: body.steps, fragment: "del"),
                    message: context.words.bodyForms.assigned,
                    names: ["node": "del", "edition": "fran", "body": "fran", "happened": "fran"]
                )
            }
        )
    }

    private func endAssignmentForm(under first: String) -> [Route] {
        editing(
            [.recordBody],
            Pattern(stringLiteral: "/\(first)/{name}/uppdrag/{utgava}/{del}/avsluta"),
            needing: { asked, reading in Need(.recordBody, about: try body(asked, reading, under: first).target) },
            form: { context in
                let body = try body(context.asked, context.reading, under: first)
                let words = context.words.bodyForms
                let (edition, node) = try assigned(context.asked)
                if context.isOpening, body.assignment(to: node, of: edition) == nil { throw Fault.notFound }
                return EditForm(
                    title: words.endTitle(body.facts.name, context.reading.title(of: node, in: edition)),
                    lead: words.endLead,
                    form: Form(
                        [
                            FormField("fran", words.endDay, .day, help: context.words.editing.dayHelp),
                            FormField(
                                "skal",
                                words.endReason,
                                .text(rows: 2),
                                help: words.endReasonHelp,
                                isRequired: false,
                                most: 1_000
                            ),
                        ],
                        values: ["fran": [context.today.iso]]
                    ),
                    submit: words.endSubmit,
                    above: above(body, context.reading),
                    place: .organisation,
                    takesDrafts: false
                )
            },
            save: { form, context in
                let body = try body(context.asked, context.reading, under: first)
                let (edition, node) = try assigned(context.asked)
                return Edit(
                    EndAssignment(body.facts.id, to: node, in: edition, reason: form.given("skal")),
                    happened: form.day("fran") ?? context.today,
                    done: context.reading.address(steps: body.steps),
                    message: context.words.bodyForms.endSaved,
                    names: ["node": "fran", "body": "fran", "happened": "fran"]
                )
            }
        )
    }

    private func assigned(_ asked: Asked) throws -> (Edition.ID, Edition.Node.ID) {
        guard let edition = Edition.ID(asked["utgava"]), let node = Edition.Node.ID(asked["del"]) else { throw Fault.notFound }
        return (edition, node)
    }

    /// The tree of an edition to choose in: under each box at the top, what lies in it.
    private func parts(of edition: Edition, for body: Body, _ reading: Reading) -> [FormField.Choice] {
        let levels = edition.text.levels
        return edition.text.nodes.filter { body.assignment(to: $0.id, of: edition.text.id) == nil }.map { node in
            let top = edition.path(to: node.id).first ?? node
            let level = levels.indices.contains(node.level) ? "\(levels[node.level].name): " : ""
            return FormField.Choice(
                node.id.text,
                level + reading.title(of: node.id, in: edition.text.id),
                under: reading.title(of: top.id, in: edition.text.id)
            )
        }
    }

    private func writeAssignments(of body: Body, _ html: HTML, _ reading: Reading) {
        let words = reading.words.bodyForms
        html.h2(words.assignmentsNow)
        guard !body.assignments.isEmpty else {
            html.p(words.noAssignments)
            return
        }
        html.ul(.class("plain")) {
            for assignment in body.assignments {
                let fact = assignment.fact
                let title = reading.title(of: fact.node, in: fact.edition)
                html.li {
                    html.span(title, .content)
                    html.text(" \(reading.words.organisation.inEdition(reading.name(of: .edition(fact.edition)))). ")
                    html.a(
                        words.endAssignment,
                        to: reading.address(steps: body.steps + ["uppdrag", fact.edition.text, fact.node.text, "avsluta"]),
                        .label("\(words.endAssignment): \(title)")
                    )
                }
            }
        }
    }

    // MARK: What they share

    private func remarksField(_ words: Words.BodyForms) -> FormField {
        .list("anmarkningar", words.remarks, holding: [], help: words.remarksHelp)
    }

    private func sourcesField(_ words: Words.BodyForms) -> FormField {
        .list("kallor", words.sources, holding: [], help: words.sourcesHelp)
    }

    /// A form that is only there while a body is at work, or only when it has ended its work.
    private func openOnly(_ body: Body, _ context: EditContext, isClosed: Bool = false) throws {
        guard (body.closing != nil) != isClosed else { return }
        throw isClosed ? Fault.notFound : .notFoundBecause(context.words.bodyForms.isClosed(body.facts.name))
    }

    /// Refuses a day before the last of some acts: what stands in the form would be overridden by them, and nothing seem to happen.
    func refuse(_ day: Day, before isLater: (Act) -> Bool, _ context: EditContext) throws(Refusal) {
        guard let last = readings.registrar.snapshot.timeline.lastDay(of: isLater), day < last else { return }
        throw Refusal("editing.before", field: BodyFields.day, context.words.bodyForms.afterThis(context.words.date(last)))
    }

    private func isRecordOrEnd(of body: Body.ID) -> @Sendable (Act) -> Bool {
        { act in
            switch act {
            case .organisation(.bodyRecorded(let facts)): facts.id == body
            case .organisation(.closed(let closing)): closing.body == body
            default: false
            }
        }
    }

    private func listsAbove(_ reading: Reading, andNetworks: Bool) -> [Shell.Step] {
        let words = reading.words.organisation
        let organisation = Shell.Step(name: words.title, steps: ["organisation"])
        return andNetworks ? [organisation, .init(name: words.networks, steps: ["natverk"])] : [organisation]
    }
}

/// What is asked of a body.
struct BodyFields {
    static let kind = "slag"
    static let name = "namn"
    static let day = "fran"
    private static let purpose = "uppgift"
    private static let composition = "sitter"
    private static let meetings = "moten"
    private static let municipality = "kommun"
    private static let worksFor = "arbetar-at"
    private static let sponsor = "talan"
    private static let details = "uppgifter"
    private static let missing = "saknas"
    private static let remarks = "anmarkningar"
    private static let sources = "kallor"

    /// The rule's names, as the form has them.
    static let names = [
        "name": name, "meetingsPerYear": meetings, "municipality": municipality, "worksFor": worksFor, "body": worksFor,
        "happened": day,
    ]

    /// What stands in the place of a body's name in addresses, and so can't be one.
    static let reserved: Set<String> = ["ny", "andra-samarbeten"]

    let all: [FormField]
    /// What stands in them now.
    let recorded: [String: [String]]

    /// The fields for a body of a kind, which is asked for too when it isn't known.
    init(_ context: EditContext, _ kind: Body.Kind?, _ body: Body? = nil) {
        let (words, organisation, reading) = (context.words.bodyForms, context.words.organisation, context.reading)
        let facts = body?.facts
        let purposes = reading.shown(facts?.purpose)
        let compositions = reading.shown(facts?.composition)
        let details = reading.lines(facts?.details.map(\.text) ?? [])
        let missing = reading.lines(facts?.missing ?? [])
        let remarks = reading.lines(facts?.remarks ?? [])
        let sources = facts?.sources.map(\.text) ?? []
        func municipalities(_ recorded: Municipality.ID?) -> [FormField.Choice] {
            let members = context.cooperation.members
            var known = members.members + members.associates
            // What is recorded can always be chosen, or to save the form would take it away.
            if let recorded, !known.contains(where: { $0.facts.id == recorded }), let other = members[recorded] {
                known.append(other)
            }
            return known.map { .init($0.facts.id.text, $0.facts.name) }
        }
        var fields: [FormField] = []
        if kind == nil {
            fields.append(
                FormField(
                    Self.kind,
                    words.kind,
                    .radio(
                        [
                            .init(Body.Kind.committee.rawValue, words.committee, help: organisation.proposersText),
                            .init(Body.Kind.managementGroup.rawValue, words.managementGroup, help: organisation.preparersText),
                            .init(Body.Kind.secretariat.rawValue, words.secretariat, help: organisation.holdersText),
                            .init(Body.Kind.ratifyingBody.rawValue, words.ratifyingBody, help: organisation.decidersAloneText),
                        ]
                    )
                )
            )
        }
        fields += [
            FormField(Self.name, words.name, help: facts == nil ? words.nameHelp : nil),
            .text(Self.purpose, organisation.task, holding: purposes),
            .text(Self.composition, words.composition, holding: compositions),
            FormField(Self.meetings, words.meetings, .number(1...100), isRequired: false),
            FormField(
                Self.municipality,
                kind == .ratifyingBody ? organisation.municipality : organisation.host,
                .choice(municipalities(facts?.municipality)),
                help: kind == .ratifyingBody ? nil : words.hostHelp,
                isRequired: kind == .ratifyingBody
            ),
        ]
        if kind != .ratifyingBody {
            let others = Body.Kind.allCases.flatMap { context.cooperation.organisation.bodies($0) }.filter {
                $0.facts.id != facts?.id && ($0.closing == nil || $0.facts.id == facts?.worksFor)
            }
            fields.append(
                FormField(
                    Self.worksFor,
                    organisation.worksFor,
                    .choice(others.map { .init($0.facts.id.text, $0.facts.name) }),
                    isRequired: false
                )
            )
        }
        if kind == .network {
            fields.append(
                FormField(
                    Self.sponsor,
                    words.sponsor,
                    .choice(municipalities(facts?.sponsor)),
                    help: words.sponsorHelp,
                    isRequired: false
                )
            )
        }
        fields += [
            .list(Self.details, words.details, holding: details, help: words.detailsHelp),
            .list(Self.missing, words.missing, holding: missing, help: words.missingHelp),
            .list(Self.remarks, words.remarks, holding: remarks, help: words.remarksHelp),
            .list(Self.sources, words.sources, holding: sources, help: words.sourcesHelp),
            FormField(Self.day, context.words.editing.dayField, .day, help: context.words.editing.dayHelp),
        ]
        all = fields
        func one(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
        recorded = [
            Self.name: one(facts?.name), Self.purpose: purposes, Self.composition: compositions,
            Self.meetings: one(facts?.meetingsPerYear.map(String.init)), Self.municipality: one(facts?.municipality?.text),
            Self.worksFor: one(facts?.worksFor?.text), Self.sponsor: one(facts?.sponsor?.text), Self.details: details,
            Self.missing: missing, Self.remarks: remarks, Self.sources: sources, Self.day: [context.today.iso],
        ]
    }

    /// Puts what was answered into a request; what wasn't asked stays as it is there.
    static func fill(_ request: inout RecordBody, _ form: Form, keeping facts: Body.Facts?, _ reading: Reading) throws(Refusal) {
        request.name = form[name]
        request.purpose = try form.passage(purpose, keeping: facts?.purpose, reading)
        request.composition = try form.passage(composition, keeping: facts?.composition, reading)
        request.meetingsPerYear = form.number(meetings)
        let host = form.given(municipality).flatMap { Municipality.ID($0) }
        // Whoever writes another municipality knows it.
        if host != request.municipality { request.municipalityIsInferred = nil }
        request.municipality = host
        if form.asks(for: worksFor) { request.worksFor = form.given(worksFor).flatMap { Body.ID($0) } }
        if form.asks(for: sponsor) { request.sponsor = form.given(sponsor).flatMap { Municipality.ID($0) } }
        request.details = try form.details(details, keeping: facts?.details ?? [], reading)
        request.missing = try form.passages(missing, keeping: facts?.missing ?? [], reading)
        request.remarks = try form.passages(remarks, keeping: facts?.remarks ?? [], reading)
        request.sources = form.sources(sources)
    }
}

extension Body {
    /// What a permission about the body is asked for.
    var target: Permission.Target { Permission.Target(municipality: facts.municipality, body: facts.id) }
}

extension Reading {
    /// A part of an edition by its heading, else by the beginning of its text.
    func title(of node: Edition.Node.ID, in edition: Edition.ID) -> String {
        let found = cooperation.programme[edition]?.node(node)
        let title = FormText.cleaned(text(found?.title) ?? text(found?.text) ?? node.text, hasLines: false)
        let scalars = title.unicodeScalars
        return scalars.count <= 120 ? title : String(scalars.prefix(119)) + "…"
    }
}
