import Cooperation
import Markup
import Registry

extension Site {
    /// The forms by which a theme day and the points of its programme are planned.
    var themeDayForms: [Route] { newThemeDayForm + changeThemeDayForm + newItemForm + changeItemForm }

    private static let names = [
        "title": "namn", "arranger": "arrangerar", "body": "arrangerar", "day": "dag", "conference": "konferens",
        "subject": "konferens", "items": "rubrik",
    ]

    private var newThemeDayForm: [Route] {
        editing(
            [.recordThemeDay],
            "/jamforelser/temadag/ny",
            needing: { _, reading in Need(.recordThemeDay, about: reading.ownTarget(.recordThemeDay)) },
            form: { context in
                let words = context.words.themeDays
                let bodies = context.reading.bodies(for: .recordThemeDay)
                return EditForm(
                    title: words.new,
                    lead: words.newLead,
                    form: Form(
                        fields(context, bodies),
                        values: ["arrangerar": bodies.first.map { [$0.facts.id.text] } ?? []]
                    ),
                    submit: words.submit,
                    above: [context.reading.comparisonsStep, context.reading.studiesStep]
                )
            },
            save: { form, context in
                let known = context.cooperation.comparisons
                let isTaken = { (id: ThemeDay.ID) in known[id] != nil || id.text == "ny" }
                let body = Body.ID(form["arrangerar"])
                guard
                    let id = ThemeDay.ID(naming: form["namn"], unless: isTaken)
                        ?? ThemeDay.ID(naming: "temadag", unless: isTaken),
                    let body
                else { throw Fault.notFound }
                guard context.reading.bodies(for: .recordThemeDay).contains(where: { $0.facts.id == body }) else {
                    throw Refusal.notYours
                }
                var request = RecordThemeDay(id: id, title: form["namn"], arranger: body)
                fill(&request, form)
                return edit(request, context)
            }
        )
    }

    private var changeThemeDayForm: [Route] {
        editing(
            [.recordThemeDay],
            "/jamforelser/temadag/{id}/andra",
            needing: { asked, reading in Need(.recordThemeDay, about: .init(body: try themeDay(asked, reading).facts.arranger)) },
            form: { context in
                let facts = try themeDay(context.asked, context.reading).facts
                var bodies = context.reading.bodies(for: .recordThemeDay)
                if !bodies.contains(where: { $0.facts.id == facts.arranger }) {
                    bodies += context.cooperation.organisation[facts.arranger].map { [$0] } ?? []
                }
                return EditForm(
                    title: context.words.themeDays.changeTitle,
                    form: Form(
                        fields(context, bodies),
                        changing: [
                            "namn": [facts.title], "arrangerar": [facts.arranger.text],
                            "dag": facts.day.map { [$0.iso] } ?? [],
                            "konferens": facts.conference.map { ["\($0.series)/\($0.conference)"] } ?? [],
                            "kallor": facts.sources.map(\.text),
                        ]
                    ),
                    submit: context.words.themeDays.submit,
                    above: above(facts, context.reading),
                    about: [.themeDay(facts.id)]
                )
            },
            save: { form, context in
                let facts = try themeDay(context.asked, context.reading).facts
                var request = RecordThemeDay(of: facts)
                guard !form.changed.isEmpty else { return Edit([], done: place(of: request, context)) }
                request.title = form["namn"]
                request.arranger = Body.ID(form["arrangerar"]) ?? request.arranger
                fill(&request, form)
                return edit(request, context)
            }
        )
    }

    private func fields(_ context: EditContext, _ bodies: [Body]) -> [FormField] {
        let words = context.words.themeDays
        let conferences = context.cooperation.conferences.all.reversed().map { conference in
            FormField.Choice(
                "\(conference.facts.series)/\(conference.facts.id)",
                context.reading.name(of: .conference(conference.facts.series, conference.facts.id))
            )
        }
        return [
            FormField("namn", words.name, most: 160),
            FormField("arrangerar", words.arranger, .choice(bodies.map { .init($0.facts.id.text, $0.facts.name) })),
            FormField("dag", words.day, .day, help: words.dayHelp, isRequired: false),
            FormField("konferens", words.conference, .choice(Array(conferences)), isRequired: false),
            .sourceLines(context.words),
        ]
    }

    private func fill(_ request: inout RecordThemeDay, _ form: Form) {
        request.day = form.day("dag")
        let parts = form["konferens"].split(separator: "/")
        request.conference =
            parts.count == 2
            ? ConferenceSeries.ID(parts[0]).flatMap { series in
                Conference.ID(parts[1]).map { .init(series: series, conference: $0) }
            } : nil
        request.sources = form.sources("kallor")
    }

    // MARK: The points

    private var newItemForm: [Route] {
        editing(
            [.recordThemeDay],
            "/jamforelser/temadag/{id}/punkt/ny",
            needing: { asked, reading in Need(.recordThemeDay, about: .init(body: try themeDay(asked, reading).facts.arranger)) },
            form: { context in
                let facts = try themeDay(context.asked, context.reading).facts
                return EditForm(
                    title: context.words.themeDays.addItem,
                    lead: context.words.themeDays.itemLead,
                    form: Form(
                        itemFields(context, facts, keeping: nil),
                        values: ["plats": ["\(facts.items.count + 1)"], "minuter": ["20"]]
                    ),
                    submit: context.words.themeDays.itemSubmit,
                    above: above(facts, context.reading)
                )
            },
            save: { form, context in
                var request = RecordThemeDay(of: try themeDay(context.asked, context.reading).facts)
                request.put(item(form), at: form.number("plats"))
                return edit(request, context)
            }
        )
    }

    private var changeItemForm: [Route] {
        editing(
            [.recordThemeDay],
            "/jamforelser/temadag/{id}/punkt/{number}/andra",
            needing: { asked, reading in
                let facts = try themeDay(asked, reading).facts
                _ = try index(asked, facts)
                return Need(.recordThemeDay, about: .init(body: facts.arranger))
            },
            form: { context in
                let facts = try themeDay(context.asked, context.reading).facts
                let index = try index(context.asked, facts)
                let item = facts.items[index]
                let words = context.words.themeDays
                return EditForm(
                    title: words.changeItem(item.title),
                    lead: words.itemLead,
                    form: Form(
                        itemFields(context, facts, keeping: item.example)
                            + [FormField("ta-bort", words.removeItem, .check, isRequired: false)],
                        values: [
                            "rubrik": [item.title], "minuter": ["\(item.minutes)"], "plats": ["\(index + 1)"],
                            "berattar": item.presenter.flatMap { $0.choice }.map { [$0] } ?? [],
                            "annan": item.presenter.flatMap { $0.outside }.map { [$0] } ?? [],
                            "exempel": item.example.map { ["\($0.study)/\($0.example)"] } ?? [],
                        ]
                    ),
                    submit: words.itemSubmit,
                    above: above(facts, context.reading),
                    about: [.themeDay(facts.id)]
                )
            },
            save: { form, context in
                let facts = try themeDay(context.asked, context.reading).facts
                var request = RecordThemeDay(of: facts)
                request.items.remove(at: try index(context.asked, facts))
                if !form.isChecked("ta-bort") { request.put(item(form), at: form.number("plats")) }
                guard request.items != facts.items else { return Edit([], done: place(of: request, context)) }
                return edit(request, context)
            }
        )
    }

    private func itemFields(
        _ context: EditContext,
        _ facts: ThemeDay.Facts,
        keeping kept: ImprovementCase.Reference?
    ) -> [FormField] {
        let words = context.words.themeDays
        let members = context.cooperation.members.members.map {
            FormField.Choice("kommun/\($0.facts.id)", $0.facts.name, under: context.words.studies.members)
        }
        let bodies = context.reading.bodies.filter { $0.closing == nil }.map {
            FormField.Choice("organ/\($0.facts.id)", $0.facts.name, under: context.words.organisation.title)
        }
        let comparisons = context.cooperation.comparisons
        var examples = comparisons.casesToPresent
        if let kept, let known = comparisons[kept], !known.canBePresented { examples.append(known) }
        return [
            FormField("rubrik", words.item, most: 160),
            FormField("minuter", words.minutes, .number(1...RecordThemeDay.longestItem)),
            FormField("berattar", words.presentedByMember, .choice(members + bodies), isRequired: false),
            FormField("annan", words.presentedByOther, help: words.presentedByOtherHelp, isRequired: false, most: 80),
            FormField(
                "exempel",
                words.example,
                .choice(
                    examples.map {
                        .init(
                            "\($0.facts.study)/\($0.facts.id)",
                            "\($0.facts.place.name): \(comparisons[$0.facts.card]?.facts.name ?? $0.facts.card.text)"
                        )
                    }
                ),
                help: words.exampleHelp,
                isRequired: false
            ),
            FormField("plats", words.itemPlace, .number(1...RecordThemeDay.mostItems), help: words.itemPlaceHelp),
        ]
    }

    private func item(_ form: Form) -> ThemeDay.Item {
        let presenter = form["berattar"].split(separator: "/")
        let example = form["exempel"].split(separator: "/")
        var item = ThemeDay.Item(form["rubrik"], minutes: form.number("minuter") ?? 0)
        switch (presenter.first, presenter.count) {
        case ("kommun", 2): item.presenter = Municipality.ID(presenter[1]).map { .municipality($0) }
        case ("organ", 2): item.presenter = Body.ID(presenter[1]).map { .body($0) }
        default: item.presenter = form.given("annan").map { .outside($0) }
        }
        if example.count == 2, let study = Study.ID(example[0]), let id = ImprovementCase.ID(example[1]) {
            item.example = .init(study: study, example: id)
        }
        return item
    }

    // MARK: What they share

    private func index(_ asked: Asked, _ facts: ThemeDay.Facts) throws(Fault) -> Int {
        guard let number = Int(asked["number"]), String(number) == asked["number"], facts.items.indices.contains(number - 1)
        else { throw .notFound }
        return number - 1
    }

    private func above(_ facts: ThemeDay.Facts, _ reading: Reading) -> [Shell.Step] {
        [
            reading.comparisonsStep, reading.studiesStep,
            .init(name: facts.title, steps: ["jamforelser", "temadag", facts.id.text]),
        ]
    }

    private func edit(_ request: RecordThemeDay, _ context: EditContext) -> Edit {
        Edit(request, happened: context.today, done: place(of: request, context), names: Self.names)
    }

    private func place(of request: RecordThemeDay, _ context: EditContext) -> Address {
        context.reading.address("jamforelser", "temadag", request.id.text)
    }
}

extension RecordThemeDay {
    /// Puts a point in a place counted from 1; last when there is no such place.
    fileprivate mutating func put(_ item: ThemeDay.Item, at place: Int?) {
        items.insert(item, at: min(max((place ?? items.count + 1) - 1, 0), items.count))
    }
}

extension ThemeDay.Presenter {
    /// The presenter as a form sends it; nil for one outside the cooperation.
    fileprivate var choice: String? {
        switch self {
        case .municipality(let id): "kommun/\(id)"
        case .body(let id): "organ/\(id)"
        case .outside: nil
        }
    }

    fileprivate var outside: String? { if case .outside(let name) = self { name } else { nil } }
}
