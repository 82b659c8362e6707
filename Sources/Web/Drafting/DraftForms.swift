import Cooperation
import HTTPTypes
import Markup
import Registry

import struct Cooperation.Draft

extension Site {
    // MARK: To begin

    /// The form by which a new edition is begun.
    var beginDraftRoutes: [Route] {
        editing(
            [.writeDraft],
            "/program/ny",
            bodyLimit: SentFile.bodyLimit(for: Self.largestProgramme),
            needing: { _, _ in Need(.writeDraft) },
            form: { context in
                let (words, cooperation) = (context.words.draftForms, context.cooperation)
                let editions = cooperation.programme.inOrder.filter { !$0.text.nodes.isEmpty }.reversed()
                let latest = cooperation.programme.latestInForce(on: context.today)
                let base = editions.first { $0.text.id == latest?.text.id } ?? editions.first
                var values = ["borja": [base == nil ? "tomt" : "kopia"], "kopia-av": base.map { [$0.text.id.text] } ?? []]
                // The next mandate period begins where the programme that applies ends.
                if let end = latest?.text.validity.to?.last {
                    values["galler-fran"] = [String(end.year + 1)]
                    values["galler-till"] = [String(end.year + 4)]
                }
                return EditForm(
                    title: words.beginTitle,
                    lead: words.beginLead,
                    form: Form(
                        [
                            FormField("titel", words.title, help: words.titleHelp, most: 200),
                            FormField("galler-fran", words.validFrom, .period),
                            FormField("galler-till", words.validTo, .period, isRequired: false),
                            FormField(
                                "borja",
                                words.origin,
                                .radio(
                                    (base == nil ? [] : [.init("kopia", words.originCopy, help: words.originCopyHelp)]) + [
                                        .init("tomt", words.originEmpty, help: words.originEmptyHelp),
                                        .init("fil", words.originFile, help: words.originFileHelp),
                                    ]
                                )
                            ),
                            FormField(
                                "kopia-av",
                                words.copyOf,
                                .choice(editions.map { .init($0.text.id.text, $0.text.title) }),
                                isRequired: false
                            ),
                            FormField(
                                "fil",
                                words.file,
                                .file(accepts: [".txt"], mostBytes: Self.largestProgramme),
                                isRequired: false
                            ),
                        ],
                        values: values
                    ),
                    submit: words.beginSubmit,
                    above: [programmeStep(context.reading)],
                    place: .programme,
                    takesDrafts: false
                )
            },
            save: { form, context in
                let words = context.words.draftForms
                let from = form.period("galler-fran") ?? .day(context.today)
                let validity = Edition.Validity(from: from, to: form.period("galler-till"))
                let cooperation = context.cooperation
                let isTaken = { (id: Edition.ID) in
                    cooperation.programme[id] != nil || cooperation.drafting[id] != nil || id.text == "ny"
                }
                guard let id = Edition.ID(naming: String(from.first.year), unless: isTaken) else { throw Fault.notFound }
                let origin: BeginDraft.Origin
                switch form["borja"] {
                case "kopia":
                    guard let base = form.given("kopia-av").flatMap({ Edition.ID($0) }) else {
                        throw Refusal("draft.base", field: "kopia-av", words.copyOfMissing)
                    }
                    origin = .copy(of: base)
                case "fil":
                    guard let file = form.file("fil") else { throw Refusal("draft.file", field: "fil", words.fileMissing) }
                    switch readings.registrar.edition(inFile: file.name, file.bytes) {
                    case .success(let read): origin = read
                    case .failure(let faults): throw Refusal("draft.file", field: "fil", faults.inWords)
                    }
                default: origin = .empty
                }
                return Edit(
                    BeginDraft(id, title: form["titel"], validity: validity, from: origin),
                    happened: context.today,
                    done: context.reading.address("program", id.text, "utkast"),
                    message: words.begun,
                    names: ["title": "titel", "validity": "galler-till", "edition": "titel", "nodes": "fil", "frame": "fil"]
                )
            }
        )
    }

    /// The largest file that is read as a programme.
    private static let largestProgramme = 1_000_000

    // MARK: What stands before the parts

    /// The form for title, validity, vision and the like.
    var frontRoutes: [Route] {
        editing(
            [.writeDraft],
            "/program/{edition}/utkast/framsida",
            bodyLimit: Self.textsLimit,
            needing: { asked, reading in
                _ = try draft(asked, reading)
                return Need(.writeDraft)
            },
            form: { context in
                let (words, reading) = (context.words.draftForms, context.reading)
                let draft = try draft(context.asked, reading)
                let edition = draft.edition
                return EditForm(
                    title: words.frontTitle,
                    lead: words.frontLead,
                    form: Form(frontFields(draft, reading), changing: frontValues(draft.current.text, reading)),
                    submit: words.save,
                    above: above(draft, reading),
                    place: .programme,
                    isAbout: { $0.drafting(of: edition)?.change?.touchesFront ?? false }
                )
            },
            save: { form, context in
                let reading = context.reading
                let draft = try draft(context.asked, reading)
                let done = reading.address(steps: draft.steps)
                guard !form.changed.isEmpty else { return Edit([], done: done) }
                let text = draft.current.text
                var front = ReviseDraft.Front(of: text)
                front.title = form["titel"]
                front.shortTitle = form.given("kort-titel")
                front.validity.from = form.period("galler-fran") ?? text.validity.from
                front.validity.to = form.period("galler-till")
                front.horizon = form.number("horisont")
                front.levels = try levels(form, text, context.words.draftForms)
                front.visionTitle = try form.passage("vision", keeping: text.vision?.title, reading)
                front.visionSubtitle = try form.passage("visionsrad", keeping: text.vision?.subtitle, reading)
                front.purpose = try form.passage("syfte", keeping: text.purpose, reading)
                front.focus = try form.passage("inriktning", keeping: text.focus, reading)
                front.principles = try form.passages("principer", keeping: text.principles, reading)
                front.commitments = try form.passages("ataganden", keeping: text.commitments, reading)
                front.themes = try form.passages("teman", keeping: text.themes, reading)
                front.frames = form.all("ramar").compactMap { OuterFrame.ID($0) }
                return Edit(
                    ReviseDraft(draft.edition, .front(front)),
                    happened: context.today,
                    done: done,
                    names: ["title": "titel", "validity": "galler-till", "nodes": "nivaer", "frame": "ramar"]
                )
            }
        )
    }

    /// The largest form with texts of a programme.
    static let textsLimit = 524_288

    private func frontFields(_ draft: Draft, _ reading: Reading) -> [FormField] {
        let (words, programme, text) = (reading.words.draftForms, reading.words.programme, draft.current.text)
        let frames = reading.cooperation.outerFrames.inOrder.map { FormField.Choice($0.facts.id.text, $0.facts.title) }
        return [
            FormField("titel", words.title, most: 200),
            FormField("kort-titel", words.shortTitle, isRequired: false, most: 60),
            FormField("galler-fran", words.validFrom, .period),
            FormField("galler-till", words.validTo, .period, isRequired: false),
            FormField("horisont", words.horizon, .number(1900...9999), help: words.horizonHelp, isRequired: false),
            FormField("vision", programme.vision, .text(rows: 2), isRequired: false, most: 1_000),
            FormField("visionsrad", words.visionSubtitle, .text(rows: 2), isRequired: false, most: 1_000),
            .text("syfte", programme.purpose, holding: reading.shown(text.purpose)),
            .text("inriktning", programme.focus, holding: reading.shown(text.focus)),
            .list("principer", programme.principles, holding: reading.lines(text.principles)),
            .list("ataganden", programme.commitments, holding: reading.lines(text.commitments)),
            .list("teman", programme.themes, holding: reading.lines(text.themes)),
        ]
            + (frames.isEmpty
                ? [] : [FormField("ramar", words.frames, .several(frames), help: words.framesHelp, isRequired: false)])
            + [
                FormField("nivaer", words.levels, .lines(mostLines: 12), help: words.levelsHelp, isRequired: false, most: 200)
            ]
    }

    private func frontValues(_ text: Edition.Text, _ reading: Reading) -> [String: [String]] {
        [
            "titel": [text.title], "kort-titel": text.shortTitle.map { [$0] } ?? [], "galler-fran": [text.validity.from.iso],
            "galler-till": text.validity.to.map { [$0.iso] } ?? [], "horisont": text.horizon.map { [String($0)] } ?? [],
            "vision": reading.shown(text.vision?.title), "visionsrad": reading.shown(text.vision?.subtitle),
            "syfte": reading.shown(text.purpose), "inriktning": reading.shown(text.focus),
            "principer": reading.lines(text.principles), "ataganden": reading.lines(text.commitments),
            "teman": reading.lines(text.themes), "ramar": text.frames.map(\.text), "nivaer": text.levels.map(\.line),
        ]
    }

    /// The levels, each on a line: the name and, where it differs, the plural after a semicolon.
    private func levels(_ form: Form, _ text: Edition.Text, _ words: Words.DraftForms) throws(Refusal) -> [Edition.Level] {
        let levels = form.all("nivaer").map { line in
            let parts = line.split(separator: ";").map { FormText.cleaned(String($0), hasLines: false) }.filter { !$0.isEmpty }
            let name = parts.first ?? line
            // Which levels have pages of their own was said where the programme comes from, and follows the name.
            let hasPage = text.levels.first { $0.name == name }?.hasPage
            return Edition.Level(name: name, plural: parts.count > 1 ? parts[1] : name, hasPage: hasPage)
        }
        let used = text.nodes.map(\.level).max().map { $0 + 1 } ?? 0
        guard levels.count >= used else {
            throw Refusal("draft.levels", field: "nivaer", words.levelsTooFew(used))
        }
        return levels
    }
}

extension Edition.Level {
    /// As the form has it: 'Fokusområde; Fokusområden'.
    fileprivate var line: String { plural == name ? name : "\(name); \(plural)" }
}

extension Act {
    /// The act as one about an edition that is being written; nil for all others.
    func drafting(of edition: Edition.ID) -> DraftingAct? {
        if case .drafting(let act) = self, act.edition == edition { act } else { nil }
    }
}
