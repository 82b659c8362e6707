import Cooperation
import HTTPTypes
import Markup
import Registry

import struct Cooperation.Draft

extension Site {
    /// The forms by which a part is written, changed and removed.
    var partRoutes: [Route] { newPartRoutes + changePartRoutes + removePartRoutes }

    private var newPartRoutes: [Route] {
        editing(
            [.writeDraft],
            "/program/{edition}/utkast/ny-del",
            reads: ["under"],
            bodyLimit: Self.textsLimit,
            needing: { asked, reading in
                _ = try draft(asked, reading)
                return Need(.writeDraft)
            },
            form: { context in
                let (words, reading) = (context.words.draftForms, context.reading)
                let draft = try draft(context.asked, reading)
                let text = draft.current.text
                let above = context.asked.query["under"].flatMap { Edition.Node.ID($0) }.flatMap { text.node($0) }
                let level = min((above?.level ?? -1) + 1, max(text.levels.count - 1, 0))
                let place = [
                    underField(text, reading),
                    FormField(
                        "niva",
                        words.level,
                        .choice(text.levels.enumerated().map { .init(String($0), $1.name) }),
                        help: words.levelHelp
                    ),
                ]
                return EditForm(
                    title: words.newPartTitle,
                    lead: text.levels.isEmpty ? words.noLevels : words.newPartLead,
                    form: Form(
                        place + partFields(nil, draft, reading),
                        values: ["under": above.map { [$0.id.text] } ?? [], "niva": [String(level)]]
                    ),
                    submit: words.addSubmit,
                    above: self.above(draft, reading),
                    place: .programme
                )
            },
            save: { form, context in
                let reading = context.reading
                let draft = try draft(context.asked, reading)
                let text = draft.current.text
                guard let level = form.number("niva"), text.levels.indices.contains(level) else { throw Fault.notFound }
                let title = form.given("rubrik") ?? form.given("text") ?? ""
                guard !title.isEmpty else { throw Refusal("draft.no-words", field: "rubrik", context.words.draftForms.noWords) }
                guard let id = newPart(title, text, besides: []) else { throw Fault.notFound }
                var part = ReviseDraft.Part(id, level: level, under: form.given("under").flatMap { Edition.Node.ID($0) })
                // Whoever writes it knows that it is new.
                part.predecessors = []
                try fill(&part, form, nil, draft, reading)
                return Edit(
                    ReviseDraft(draft.edition, .add(part)),
                    happened: context.today,
                    done: place(of: id, in: draft, reading),
                    names: Self.partNames
                )
            }
        )
    }

    private var changePartRoutes: [Route] {
        partEditing("andra", bodyLimit: Self.textsLimit) { context, part in
            let (words, reading) = (context.words.draftForms, context.reading)
            let (draft, node) = (part.draft, part.node)
            let (edition, id) = (draft.edition, node.id)
            return EditForm(
                title: words.changePartTitle(part.name),
                lead: words.changePartLead,
                form: Form(partFields(node, draft, reading), changing: partValues(node, draft, reading)),
                submit: words.save,
                above: [],
                place: .programme,
                isAbout: { $0.drafting(of: edition)?.change?.touches(id) ?? false }
            )
        } save: { form, context, part in
            let reading = context.reading
            let (draft, node) = (part.draft, part.node)
            let done = place(of: node.id, in: draft, reading)
            guard !form.changed.isEmpty else { return Edit([], done: done) }
            guard form.given("rubrik") != nil || form.given("text") != nil else {
                throw Refusal("draft.no-words", field: "rubrik", context.words.draftForms.noWords)
            }
            var written = ReviseDraft.Part(of: node)
            try fill(&written, form, node, draft, reading)
            return Edit(
                ReviseDraft(draft.edition, .rewrite(written)),
                happened: context.today,
                done: done,
                names: Self.partNames
            )
        }
    }

    private var removePartRoutes: [Route] {
        partEditing("ta-bort") { context, part in
            let (words, reading) = (context.words.draftForms, context.reading)
            let (draft, node) = (part.draft, part.node)
            let text = draft.current.text
            let branch = text.branch(from: node.id)
            let names = branch.dropFirst().map { reading.numberedName(of: $0, text.numbers) }
            let (edition, inside) = (draft.edition, branch.map(\.id))
            var form = EditForm(
                title: words.removePartTitle(part.name),
                lead: words.removePartLead,
                form: Form([FormField("ja", words.removeConfirm, .check)]),
                submit: words.removeSubmit,
                above: [],
                place: .programme,
                isAbout: { act in
                    guard let change = act.drafting(of: edition)?.change else { return false }
                    return inside.contains { change.touches($0) }
                },
                takesDrafts: false
            )
            if !names.isEmpty {
                form.aside = { html in
                    html.h2(words.removedToo)
                    html.ul { for name in names { html.li(name, .content) } }
                }
            }
            return form
        } save: { _, context, part in
            let (draft, node) = (part.draft, part.node)
            return Edit(
                ReviseDraft(draft.edition, .remove(node.id)),
                happened: context.today,
                done: context.reading.address(steps: draft.steps),
                message: context.words.draftForms.removed
            )
        }
    }

    // MARK: What they share

    /// A form about a part of a draft, which is looked up anew each time that the form is shown or taken.
    ///
    /// - Parameters:
    ///   - word: the last step of its address, after the part's.
    ///   - bodyLimit: the largest form, in bytes.
    ///   - make: the form, filled with what the part says now; what stands above it is added.
    ///   - save: what a right form asks for.
    /// - Returns: the route that shows the form, and the one that takes it.
    func partEditing(
        _ word: String,
        bodyLimit: Int = 131_072,
        form make: @escaping @Sendable (EditContext, AddressedPart) throws -> EditForm,
        save: @escaping @Sendable (Form, EditContext, AddressedPart) throws -> Edit
    ) -> [Route] {
        editing(
            [.writeDraft],
            Pattern(stringLiteral: "/program/{edition}/utkast/{part}/\(word)"),
            bodyLimit: bodyLimit,
            needing: { asked, reading in
                _ = try addressedPart(asked, reading)
                return Need(.writeDraft)
            },
            form: { context in
                let part = try addressedPart(context.asked, context.reading)
                var form = try make(context, part)
                form.above = above(part.draft, context.reading)
                return form
            },
            save: { form, context in try save(form, context, addressedPart(context.asked, context.reading)) }
        )
    }

    private func addressedPart(_ asked: Asked, _ reading: Reading) throws -> AddressedPart {
        let draft = try draft(asked, reading)
        let node = try part(asked, of: draft)
        return AddressedPart(draft: draft, node: node, name: reading.numberedName(of: node, draft.current.text.numbers))
    }

    private static let partNames = [
        "title": "rubrik", "text": "text", "nodes": "niva", "node": "under", "under": "under", "frame": "bidrar",
    ]

    /// Where a part is on its draft's page.
    func place(of part: Edition.Node.ID, in draft: Draft, _ reading: Reading) -> Address {
        reading.address(steps: draft.steps, fragment: ID("del-\(part.text)"))
    }

    /// An id for a new part; nil when its words give none and there is no room for another.
    func newPart(_ title: String, _ text: Edition.Text, besides others: [Edition.Node.ID]) -> Edition.Node.ID? {
        // What stands in addresses at the same place as a part.
        let reserved = ["utkast", "synpunkter", "versioner", "forlang", "ny"]
        let isTaken = { (id: Edition.Node.ID) in
            text.node(id) != nil || others.contains(id) || reserved.contains(id.text)
        }
        return Edition.Node.ID(naming: FormText.shortened(title), unless: isTaken)
            ?? Edition.Node.ID(naming: "del", unless: isTaken)
    }

    /// The question what a part stands under.
    func underField(_ text: Edition.Text, _ reading: Reading, leavingOut: Set<Edition.Node.ID> = []) -> FormField {
        let numbers = text.numbers
        let choices = text.nodes
            .filter { !leavingOut.contains($0.id) && $0.level < text.levels.count - 1 }
            .map { FormField.Choice($0.id.text, reading.numberedName(of: $0, numbers)) }
        return FormField(
            "under",
            reading.words.draftForms.under,
            .choice(choices),
            help: reading.words.draftForms.underHelp,
            isRequired: false
        )
    }

    private func partFields(_ node: Edition.Node?, _ draft: Draft, _ reading: Reading) -> [FormField] {
        let (words, drafting) = (reading.words.draftForms, reading.words.drafting)
        let networks = reading.cooperation.organisation.bodies(.network).map(\.facts.name)
        let named = networks + (node?.networks ?? []).filter { !networks.contains($0) }
        let goals = servable(draft, reading)
        var fields = [
            FormField("rubrik", words.partTitle, help: words.partTitleHelp, isRequired: false, most: ReviseDraft.longestTitle),
            .text("text", words.partText, holding: reading.shown(node?.text), help: words.partTextHelp, rows: 8),
            .text("bakgrund", words.background, holding: reading.shown(node?.background), help: words.backgroundHelp, rows: 6),
            FormField("politik", drafting.politicalOwner, help: words.ownerHelp, isRequired: false, most: 300),
            FormField("tjansteperson", drafting.officerOwner, help: words.ownerHelp, isRequired: false, most: 300),
            .text("tema", drafting.theme, holding: reading.shown(node?.theme), help: words.themeHelp, rows: 3),
        ]
        if !named.isEmpty {
            fields.append(
                FormField("natverk", words.networks, .several(named.map { .init($0, $0) }), isRequired: false)
            )
        }
        let ancestors = ancestors(of: node, draft, reading)
        if !ancestors.isEmpty {
            fields.append(
                FormField("foregangare", words.predecessor, .choice(ancestors), help: words.predecessorHelp, isRequired: false)
            )
        }
        fields.append(
            .text("harkomst", drafting.ancestry, holding: reading.shown(node?.ancestry), help: words.ancestryHelp, rows: 3)
        )
        if !goals.isEmpty {
            fields.append(
                FormField(
                    "bidrar",
                    words.serves,
                    .several(goals.map { .init($0.value, $0.name) }),
                    help: words.servesHelp,
                    isRequired: false
                )
            )
            for goal in goals {
                fields.append(FormField("varfor-\(goal.value)", words.whyServes(goal.name), isRequired: false, most: 500))
            }
        }
        return fields
    }

    /// The parts that a part may come from: those of the edition that the draft is a copy of, and those that are recorded of it.
    private func ancestors(of node: Edition.Node?, _ draft: Draft, _ reading: Reading) -> [FormField.Choice] {
        // Of several, as after a merging, none can be chosen among without losing the others.
        guard (node?.predecessors ?? []).count <= 1 else { return [] }
        let base =
            draft.base.flatMap { reading.cooperation.programme[$0] }
            ?? reading.cooperation.programme.latestInForce(on: reading.today)
        var choices: [FormField.Choice] = []
        if let base {
            let numbers = base.text.numbers
            choices = base.text.nodes.map {
                .init("\(base.text.id.text)/\($0.id.text)", reading.numberedName(of: $0, numbers), under: base.text.title)
            }
        }
        for predecessor in node?.predecessors ?? [] where !choices.contains(where: { $0.value == predecessor.value }) {
            choices.append(.init(predecessor.value, reading.title(of: predecessor)))
        }
        return choices
    }

    /// The goals of the frames that the draft rests on.
    private func servable(_ draft: Draft, _ reading: Reading) -> [(
        frame: OuterFrame.ID, goal: OuterFrame.Goal.ID, value: String, name: String
    )] {
        draft.current.text.frames.compactMap { reading.cooperation.outerFrames[$0] }.flatMap { frame in
            frame.facts.goals.map { goal in
                (frame.facts.id, goal.id, "\(frame.facts.id.text)-\(goal.id.text)", reading.goalName(goal, of: frame))
            }
        }
    }

    private func partValues(_ node: Edition.Node, _ draft: Draft, _ reading: Reading) -> [String: [String]] {
        var values = [
            "rubrik": reading.lines(node.title.map { [$0] } ?? []), "text": reading.shown(node.text),
            "bakgrund": reading.shown(node.background), "politik": reading.lines(node.politicalOwner.map { [$0] } ?? []),
            "tjansteperson": reading.lines(node.officerOwner.map { [$0] } ?? []), "tema": reading.shown(node.theme),
            "natverk": node.networks, "harkomst": reading.shown(node.ancestry),
            "foregangare": (node.predecessors ?? []).map(\.value),
        ]
        for goal in servable(draft, reading) {
            guard let serving = node.serves?.first(where: { $0.frame == goal.frame && $0.goal == goal.goal }) else { continue }
            values["bidrar", default: []].append(goal.value)
            values["varfor-\(goal.value)"] = reading.lines(serving.reason.map { [$0] } ?? [])
        }
        return values
    }

    private func fill(
        _ part: inout ReviseDraft.Part,
        _ form: Form,
        _ node: Edition.Node?,
        _ draft: Draft,
        _ reading: Reading
    ) throws(Refusal) {
        part.title = try form.passage("rubrik", keeping: node?.title, reading)
        part.text = try form.passage("text", keeping: node?.text, reading)
        part.background = try form.passage("bakgrund", keeping: node?.background, reading)
        part.politicalOwner = try form.passage("politik", keeping: node?.politicalOwner, reading)
        part.officerOwner = try form.passage("tjansteperson", keeping: node?.officerOwner, reading)
        part.theme = try form.passage("tema", keeping: node?.theme, reading)
        part.ancestry = try form.passage("harkomst", keeping: node?.ancestry, reading)
        if form.asks(for: "natverk") { part.networks = form.all("natverk") }
        if form.asks(for: "foregangare") {
            let chosen = form.given("foregangare").flatMap { Edition.Predecessor(value: $0) }
            // That nobody has said is another thing than that there is none.
            if let chosen {
                part.predecessors = [chosen]
            } else if node?.predecessors != nil || node == nil {
                part.predecessors = []
            }
        }
        let goals = servable(draft, reading)
        guard !goals.isEmpty else { return }
        let chosen = Set(form.all("bidrar"))
        // What is served in a frame that the draft no longer rests on isn't asked about, and stays.
        var serves = part.serves.filter { serving in !goals.contains { $0.frame == serving.frame && $0.goal == serving.goal } }
        for goal in goals {
            let recorded = node?.serves?.first { $0.frame == goal.frame && $0.goal == goal.goal }?.reason
            let reason = try form.passage("varfor-\(goal.value)", keeping: recorded, reading)
            if chosen.contains(goal.value) || reason != nil { serves.append(.init(goal.frame, goal.goal, reason: reason)) }
        }
        part.serves = serves
    }
}

extension Edition.Predecessor {
    /// As the form has it: `2019/infrastruktur`.
    fileprivate var value: String { "\(edition.text)/\(node.text)" }

    fileprivate init?(value: String) {
        let parts = value.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let edition = Edition.ID(parts[0]), let node = Edition.Node.ID(parts[1]) else { return nil }
        self.init(edition, node)
    }
}

/// A part of a draft, as an address names it.
struct AddressedPart: Sendable {
    let draft: Draft
    let node: Edition.Node
    /// With its number: '1.2 Infrastruktur'.
    let name: String
}
