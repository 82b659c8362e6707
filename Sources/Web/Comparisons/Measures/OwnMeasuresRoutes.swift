import Cooperation
import HTTPTypes
import Markup
import Registry

extension Site {
    /// The municipalities' own measures.
    var ownMeasurePages: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/jamforelser/egna-matt", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = OwnMeasuresPage(reading)
                let shell = Shell(
                    title: reading.words.ownMeasures.title,
                    description: page.lead(reading),
                    steps: ["jamforelser", "egna-matt"],
                    above: [reading.comparisonsStep],
                    formats: [.json, .csv]
                )
                let maySeeSome = reading.isNow && !reading.municipalitiesToMeasure.isEmpty
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading, whole: maySeeSome ? readings.whole(for: asked) : nil)
                }
            },
            Route(.get, "/jamforelser/egna-matt/{id}", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) {
                asked in
                let reading = try readings.take(for: asked)
                let measure = try ownMeasure(asked, reading)
                let page = OwnMeasurePage(measure, reading)
                let history = reading.history(of: .ownMeasure(measure.facts.id))
                let shell = Shell(
                    title: page.name,
                    description: page.definition,
                    steps: page.steps,
                    above: [reading.comparisonsStep, reading.ownMeasuresStep],
                    formats: history.isEmpty ? [.json, .csv] : [.json, .csv, .atom],
                    subject: .ownMeasure(measure.facts.id)
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { history },
                    content: { page.write($0, reading, history: history) }
                )
            },
        ]
    }

    /// The forms by which a municipality describes a measure and records its values.
    var ownMeasureForms: [Route] { newMeasureForm + changeMeasureForm + valueForm }

    private static let names = [
        "name": "namn", "municipality": "kommun", "definition": "definition", "unit": "enhet", "from": "fran",
        "year": "ar", "value": "varde", "remark": "anmarkning", "source": "kalla", "remarks": "anmarkningar",
    ]

    private var newMeasureForm: [Route] {
        editing(
            [.recordOwnMeasure],
            "/jamforelser/egna-matt/ny",
            needing: { _, reading in Need(.recordOwnMeasure, about: reading.ownMeasureTarget) },
            form: { context in
                let words = context.words.ownMeasures
                let municipalities = context.reading.municipalitiesToMeasure
                let choice = FormField(
                    "kommun",
                    words.municipality,
                    .choice(municipalities.map { .init($0.facts.id.text, $0.facts.name) })
                )
                let only = municipalities.count == 1 ? municipalities.map(\.facts.id.text) : []
                return EditForm(
                    title: words.new,
                    lead: words.newLead,
                    form: Form([choice] + fields(context.words), values: ["kommun": only]),
                    submit: words.submit,
                    above: [context.reading.comparisonsStep, context.reading.ownMeasuresStep]
                )
            },
            save: { form, context in
                let known = context.cooperation.comparisons
                let isTaken = { (id: OwnMeasure.ID) in known[id] != nil || id.text == "ny" }
                guard
                    let municipality = context.reading.municipalitiesToMeasure.first(where: { $0.facts.id.text == form["kommun"] }
                    )
                else { throw Refusal.notYours }
                guard
                    let id = OwnMeasure.ID(naming: "\(municipality.facts.id) \(form["namn"])", unless: isTaken)
                        ?? OwnMeasure.ID(naming: municipality.facts.id.text, unless: isTaken)
                else { throw Fault.notFound }
                var request = RecordOwnMeasure(
                    id: id,
                    of: municipality.facts.id,
                    name: form["namn"],
                    definition: "",
                    unit: form["enhet"]
                )
                try fill(&request, form, context, keeping: nil)
                return edit(request, context)
            }
        )
    }

    private var changeMeasureForm: [Route] {
        editing(
            [.recordOwnMeasure],
            "/jamforelser/egna-matt/{id}/andra",
            needing: { asked, reading in
                Need(.recordOwnMeasure, about: .init(municipality: try ownMeasure(asked, reading).facts.municipality))
            },
            form: { context in
                let (words, reading) = (context.words.ownMeasures, context.reading)
                let measure = try ownMeasure(context.asked, reading)
                let facts = measure.facts
                return EditForm(
                    title: words.changeTitle(facts.name),
                    form: Form(
                        fields(context.words),
                        changing: [
                            "namn": [facts.name], "definition": reading.shown(facts.definition), "enhet": [facts.unit],
                            "battre": [facts.better?.rawValue ?? Self.neither], "fran": facts.from.map { [$0.iso] } ?? [],
                            "anmarkningar": reading.lines(facts.remarks), "kallor": facts.sources.map(\.text),
                        ]
                    ),
                    submit: words.submit,
                    above: above(measure, context),
                    about: [.ownMeasure(facts.id)]
                )
            },
            save: { form, context in
                let measure = try ownMeasure(context.asked, context.reading)
                var request = RecordOwnMeasure(of: measure.facts)
                guard !form.changed.isEmpty else { return Edit([], done: place(of: request.id, request.from, context)) }
                request.name = form["namn"]
                request.unit = form["enhet"]
                try fill(&request, form, context, keeping: measure.facts)
                return edit(request, context)
            }
        )
    }

    private var valueForm: [Route] {
        editing(
            [.recordOwnMeasure],
            "/jamforelser/egna-matt/{id}/varde",
            needing: { asked, reading in
                Need(.recordOwnMeasure, about: .init(municipality: try ownMeasure(asked, reading).facts.municipality))
            },
            form: { context in
                let words = context.words.ownMeasures
                let measure = try ownMeasure(context.asked, context.reading)
                return EditForm(
                    title: "\(words.addValue): \(measure.facts.name)",
                    lead: words.valueLead,
                    form: Form(
                        [
                            FormField("ar", words.year, .number(1_950...2_200)),
                            FormField("varde", words.value, help: words.valueHelp, isRequired: false, most: 20),
                            FormField("anmarkning", words.remark, .text(rows: 3), help: words.remarkHelp, isRequired: false),
                            FormField("kalla", words.source, most: 160),
                        ]
                    ),
                    submit: words.valueSubmit,
                    above: above(measure, context),
                    about: [.ownMeasure(measure.facts.id)]
                )
            },
            save: { form, context in
                let facts = try ownMeasure(context.asked, context.reading).facts
                let value = form.given("varde") == nil ? nil : try form.figure("varde", context.words)
                return Edit(
                    RecordOwnValue(
                        of: facts.id,
                        year: form.number("ar") ?? 0,
                        value,
                        remark: try form.passage("anmarkning", keeping: nil, context.reading),
                        source: Source(form["kalla"])
                    ),
                    happened: context.today,
                    done: place(of: facts.id, facts.from, context),
                    names: Self.names
                )
            }
        )
    }

    private static let neither = "varken"

    private func fields(_ words: Words) -> [FormField] {
        let measures = words.ownMeasures
        let directions = BetterDirection.allCases.map { FormField.Choice($0.rawValue, words.serviceCards.betterName($0)) }
        return [
            FormField("namn", measures.name, most: 160),
            FormField("definition", measures.definition, .text(rows: 6), help: measures.definitionHelp, most: 20_000),
            FormField("enhet", measures.unit, help: measures.unitHelp, most: 80),
            FormField("battre", measures.better, .radio(directions + [.init(Self.neither, measures.neither)])),
            FormField("fran", measures.from, .day, help: measures.fromHelp, isRequired: false),
            FormField("anmarkningar", words.serviceCards.remarks, .lines(mostLines: 10), isRequired: false, most: 2_000),
            .sourceLines(words),
        ]
    }

    private func fill(
        _ request: inout RecordOwnMeasure,
        _ form: Form,
        _ context: EditContext,
        keeping recorded: OwnMeasure.Facts?
    ) throws {
        request.definition = try form.passage("definition", keeping: recorded?.definition, context.reading) ?? ""
        request.better = BetterDirection(rawValue: form["battre"])
        request.from = form.day("fran")
        request.remarks = try form.passages("anmarkningar", keeping: recorded?.remarks ?? [], context.reading)
        request.sources = form.sources("kallor")
    }

    private func edit(_ request: RecordOwnMeasure, _ context: EditContext) -> Edit {
        Edit(request, happened: context.today, done: place(of: request.id, request.from, context), names: Self.names)
    }

    /// Where a measure can be seen: on its own page from its day on, and until then among those that wait.
    private func place(of id: OwnMeasure.ID, _ from: Day?, _ context: EditContext) -> Address {
        from.map { $0 <= context.today } ?? true
            ? context.reading.address("jamforelser", "egna-matt", id.text) : context.reading.address("jamforelser", "egna-matt")
    }

    private func above(_ measure: OwnMeasure, _ context: EditContext) -> [Shell.Step] {
        let own = Shell.Step(name: measure.facts.name, steps: ["jamforelser", "egna-matt", measure.facts.id.text])
        return [context.reading.comparisonsStep, context.reading.ownMeasuresStep]
            + (measure.isDue(on: context.today) ? [own] : [])
    }

    private func ownMeasure(_ asked: Asked, _ reading: Reading) throws(Fault) -> OwnMeasure {
        guard let id = OwnMeasure.ID(asked["id"]), let measure = reading.cooperation.comparisons[id] else {
            throw reading.notThen
        }
        return measure
    }
}

extension Reading {
    /// The page of all own measures, above another.
    var ownMeasuresStep: Shell.Step { .init(name: words.ownMeasures.title, steps: ["jamforelser", "egna-matt"]) }
}
