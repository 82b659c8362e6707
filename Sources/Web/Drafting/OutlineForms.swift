import Cooperation
import HTTPTypes
import Identity
import Markup
import Registry

extension Site {
    /// What changes the outline: moving, splitting and merging parts.
    var outlineRoutes: [Route] {
        moveRoutes + splitRoutes + mergeRoutes
            + [
                stepRoute("/program/{edition}/utkast/{part}/upp", down: false),
                stepRoute("/program/{edition}/utkast/{part}/ner", down: true),
            ]
    }

    /// One step up or down among those under the same.
    private func stepRoute(_ pattern: Pattern, down: Bool) -> Route {
        Route.may(
            [.writeDraft],
            .post,
            pattern,
            needing: { asked in
                _ = try part(asked, of: draft(asked, readings.whole(for: asked, isShown: false)))
                return Need(.writeDraft)
            }
        ) { asked, acting in
            let ticket = try checkedTicket(asked).ticket
            let reading = readings.whole(for: asked)
            let draft = try draft(asked, reading)
            let node = try part(asked, of: draft)
            let done = place(of: node.id, in: draft, reading)
            let siblings = draft.current.text.siblings(under: node.parent)
            guard let index = siblings.firstIndex(where: { $0.id == node.id }) else { throw Fault.notFound }
            let before: Edition.Node.ID?
            if down {
                guard index + 1 < siblings.count else { return .seeOther(done) }
                before = index + 2 < siblings.count ? siblings[index + 2].id : nil
            } else {
                guard index > 0 else { return .seeOther(done) }
                before = siblings[index - 1].id
            }
            let request = ReviseDraft(draft.edition, .move(node.id, under: node.parent, before: before))
            let edition = draft.edition
            do {
                _ = try await readings.registrar.perform(
                    [.init(request, .day(reading.today))],
                    by: acting.authority,
                    form: buttonID(ticket, node.id.text, down ? "ner" : "upp"),
                    // Where it stands was read just now; what comes in between would put it somewhere else.
                    unlessChangedSince: Registrar.Basis(Position(reading.position)) { act, _ in
                        act.drafting(of: edition)?.change != nil
                    }
                )
                let words = reading.words.draftForms
                flashes.put(words.moved(reading.name(of: node)), for: acting.who.session.id)
            } catch let refused as Registrar.Refused {
                flashes.put(refused.refusal.message, for: acting.who.session.id)
            } catch is Registrar.ChangedSince {
                flashes.put(reading.words.draftForms.changedMeanwhile, for: acting.who.session.id)
            } catch let unavailable as Registrar.Unavailable {
                throw Fault.unavailable(unavailable.inWords)
            }
            return .seeOther(done)
        }
    }

    // MARK: Moving

    private var moveRoutes: [Route] {
        partEditing("flytta") { context, part in
            let (words, reading) = (context.words.draftForms, context.reading)
            let (draft, node) = (part.draft, part.node)
            let text = draft.current.text
            let inside = Set(text.branch(from: node.id).map(\.id))
            let numbers = text.numbers
            let siblings = text.siblings(under: node.parent)
            let next = siblings.drop { $0.id != node.id }.dropFirst().first
            let others = Dictionary(grouping: text.nodes.filter { !inside.contains($0.id) }, by: \.parent)
            var places: [FormField.Choice] = []
            for parent in [nil] + text.nodes.map({ Optional($0) }) {
                let heading = parent.map { words.placesUnder(reading.numberedName(of: $0, numbers)) } ?? words.placesAtTop
                for other in others[parent?.id] ?? [] {
                    places.append(.init(other.id.text, reading.numberedName(of: other, numbers), under: heading))
                }
            }
            let edition = draft.edition
            return EditForm(
                title: words.moveTitle(part.name),
                lead: words.moveLead,
                form: Form(
                    [
                        underField(text, reading, leavingOut: inside),
                        FormField("fore", words.before, .choice(places), help: words.beforeHelp, isRequired: false),
                    ],
                    values: ["under": node.parent.map { [$0.text] } ?? [], "fore": next.map { [$0.id.text] } ?? []]
                ),
                submit: words.moveSubmit,
                above: [],
                place: .programme,
                isAbout: { act in
                    switch act.drafting(of: edition)?.change {
                    case nil, .front, .rewritten, .adopted: false
                    default: true
                    }
                },
                takesDrafts: false
            )
        } save: { form, context, part in
            let reading = context.reading
            let (draft, node) = (part.draft, part.node)
            let under = form.given("under").flatMap { Edition.Node.ID($0) }
            let before = form.given("fore").flatMap { Edition.Node.ID($0) }
            let siblings = draft.current.text.siblings(under: node.parent)
            let next = siblings.drop { $0.id != node.id }.dropFirst().first
            let done = place(of: node.id, in: draft, reading)
            guard under != node.parent || before != next?.id else { return Edit([], done: done) }
            return Edit(
                ReviseDraft(draft.edition, .move(node.id, under: under, before: before)),
                happened: context.today,
                done: done,
                message: context.words.draftForms.moved(reading.name(of: node)),
                names: ["before": "fore", "nodes": "under", "node": "under"]
            )
        }
    }

    // MARK: Splitting

    private var splitRoutes: [Route] {
        partEditing("dela", bodyLimit: Self.textsLimit) { context, part in
            let (words, reading) = (context.words.draftForms, context.reading)
            let (draft, node) = (part.draft, part.node)
            let (edition, id) = (draft.edition, node.id)
            var fields: [FormField] = []
            for number in 1...3 {
                let isNeeded = number < 3
                fields.append(
                    FormField(
                        "rubrik-\(number)",
                        words.titleOfPart(number),
                        isRequired: false,
                        most: ReviseDraft.longestTitle
                    )
                )
                fields.append(
                    .text(
                        "text-\(number)",
                        words.textOfPart(number),
                        holding: number == 1 ? reading.shown(node.text) : [],
                        help: isNeeded ? nil : words.thirdPartHelp,
                        rows: 6
                    )
                )
            }
            return EditForm(
                title: words.splitTitle(part.name),
                lead: words.splitLead,
                form: Form(
                    fields,
                    values: [
                        "rubrik-1": reading.lines(node.title.map { [$0] } ?? []), "text-1": reading.shown(node.text),
                    ]
                ),
                submit: words.splitSubmit,
                above: [],
                place: .programme,
                isAbout: { $0.drafting(of: edition)?.change?.touches(id) ?? false }
            )
        } save: { form, context, part in
            let (words, reading) = (context.words.draftForms, context.reading)
            let (draft, node) = (part.draft, part.node)
            var first = ReviseDraft.Part(of: node)
            first.title = try form.passage("rubrik-1", keeping: node.title, reading)
            first.text = try form.passage("text-1", keeping: node.text, reading)
            guard first.title != nil || first.text != nil else {
                throw Refusal("draft.no-words", field: "rubrik-1", words.noWords)
            }
            var parts = [first]
            for number in 2...3 {
                let (title, text) = (form.given("rubrik-\(number)"), form.given("text-\(number)"))
                guard let name = title ?? text else { continue }
                guard let id = newPart(name, draft.current.text, besides: parts.map(\.id)) else { throw Fault.notFound }
                // All but the words is as in the whole, until somebody says otherwise.
                var part = ReviseDraft.Part(of: node)
                part.id = id
                part.title = title.map { .written($0) }
                part.text = text.map { .written($0) }
                part.background = nil
                parts.append(part)
            }
            guard parts.count > 1 else { throw Refusal("draft.split", field: "rubrik-2", words.splitNeedsTwo) }
            return Edit(
                ReviseDraft(draft.edition, .split(node.id, into: parts)),
                happened: context.today,
                done: place(of: node.id, in: draft, reading),
                names: ["title": "rubrik-1", "text": "text-1", "parts": "rubrik-2", "nodes": "rubrik-1"]
            )
        }
    }

    // MARK: Merging

    private var mergeRoutes: [Route] {
        editing(
            [.writeDraft],
            "/program/{edition}/utkast/sla-ihop",
            bodyLimit: Self.textsLimit,
            needing: { asked, reading in
                _ = try draft(asked, reading)
                return Need(.writeDraft)
            },
            form: { context in
                let (words, reading) = (context.words.draftForms, context.reading)
                let draft = try draft(context.asked, reading)
                let text = draft.current.text
                let numbers = text.numbers
                let edition = draft.edition
                return EditForm(
                    title: words.mergeTitle,
                    lead: words.mergeLead,
                    form: Form([
                        FormField(
                            "delar",
                            words.mergeParts,
                            .several(
                                text.nodes.map { node in
                                    .init(
                                        node.id.text,
                                        reading.numberedName(of: node, numbers),
                                        help: text.levels[node.level].name
                                    )
                                }
                            )
                        ),
                        FormField(
                            "rubrik",
                            words.partTitle,
                            help: words.mergeTitleHelp,
                            isRequired: false,
                            most: ReviseDraft.longestTitle
                        ),
                        FormField(
                            "text",
                            words.partText,
                            .text(rows: 8),
                            help: words.mergeTextHelp,
                            isRequired: false,
                            most: 20_000
                        ),
                    ]),
                    submit: words.mergeSubmit,
                    above: above(draft, reading),
                    place: .programme,
                    isAbout: { $0.drafting(of: edition)?.change.map { !$0.touchesFront } ?? false }
                )
            },
            save: { form, context in
                let reading = context.reading
                let draft = try draft(context.asked, reading)
                let chosen = Set(form.all("delar"))
                let nodes = draft.current.text.nodes.filter { chosen.contains($0.id.text) }
                guard let first = nodes.first else { throw Fault.notFound }
                var whole = ReviseDraft.Part(of: first)
                whole.title = form.given("rubrik").map { .written($0) } ?? whole.title
                whole.text = form.given("text").map { .written($0) } ?? joined(nodes.compactMap(\.text), reading)
                whole.background = joined(nodes.compactMap(\.background), reading)
                whole.networks = nodes.flatMap(\.networks).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
                for serving in nodes.dropFirst().flatMap({ ReviseDraft.Part(of: $0).serves })
                where !whole.serves.contains(where: { $0.frame == serving.frame && $0.goal == serving.goal }) {
                    whole.serves.append(serving)
                }
                return Edit(
                    ReviseDraft(draft.edition, .merge(nodes.map(\.id), into: whole)),
                    happened: context.today,
                    done: place(of: first.id, in: draft, reading),
                    names: ["parts": "delar", "title": "rubrik", "nodes": "rubrik"]
                )
            }
        )
    }

    /// Several texts as one, a paragraph each; a single one is kept as it is.
    private func joined(_ proses: [Prose], _ reading: Reading) -> Passage? {
        switch proses.count {
        case 0: nil
        case 1: .kept(proses[0])
        default: .written(reading.texts(proses).joined(separator: "\n\n"))
        }
    }
}
