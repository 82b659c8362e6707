import Cooperation
import Markup
import Registry
import Statistics

import struct Cooperation.ServiceCard

extension Site {
    /// The forms by which an improvement example is chosen, its municipality asked, and the answer recorded.
    var caseForms: [Route] { newCaseForm + askForm + answerForm }

    private var newCaseForm: [Route] {
        editing(
            [.carryOutStudy],
            "/jamforelser/studier/{id}/exempel/ny",
            reads: [QueryName.card, QueryName.municipality, QueryName.from, QueryName.to],
            needing: { asked, reading in Need(.carryOutStudy, about: .init(body: try study(asked, reading).facts.responsible)) },
            form: { context in
                let words = context.words.themeDays
                let study = try study(context.asked, context.reading)
                let cards = context.cooperation.comparisons.cardsInOrder.filter(\.isUsed)
                let found = foundCase(context)
                return EditForm(
                    title: words.newExample,
                    lead: found == nil ? words.newExampleLead : words.foundExampleLead,
                    form: Form(
                        [
                            FormField(
                                "kort",
                                words.card,
                                .choice(cards.map { .init($0.facts.id.text, $0.facts.name) }),
                                help: cards.isEmpty ? context.words.serviceCards.none : nil
                            ), FormField("kommun", words.place, help: words.placeHelp, most: 120),
                            FormField("forsta", words.firstYear, .number(1_950...2_200)),
                            FormField("sista", words.lastYear, .number(1_950...2_200)),
                            FormField("forandring", words.change, help: words.changeHelp, most: 20),
                            FormField(
                                "klass",
                                words.strength,
                                .radio(ImprovementCase.Class.allCases.map { .init($0.rawValue, words.className($0)) })
                            ), FormField("q", words.q, help: words.qHelp, most: 20),
                            FormField("kalla", words.sourceField, most: 160),
                            FormField("hamtat", context.words.studies.fetched, .day, help: words.fetchedHelp),
                            .why(context.words.studies),
                        ],
                        values: ["kalla": ["Egen bearbetning av data från Kolada"]]
                            .merging(found.map { values(of: $0, context) } ?? [:]) { _, found in found }
                    ),
                    submit: words.exampleSubmit,
                    above: above(study, context.reading)
                )
            },
            save: { form, context in
                let study = try study(context.asked, context.reading)
                let (code, name) = form["kommun"].codeAndName
                let isTaken = { (id: ImprovementCase.ID) in study[id] != nil || id.text == "ny" }
                guard let card = ServiceCard.ID(form["kort"]),
                    let id = ImprovementCase.ID(naming: "\(name ?? code) \(card)", unless: isTaken),
                    let kind = ImprovementCase.Class(rawValue: form["klass"]), let first = form.number("forsta"),
                    let last = form.number("sista"), let fetched = form.day("hamtat")
                else { throw Fault.notFound }
                guard first < last else {
                    throw Refusal("comparisons.years", field: "sista", "Det sista året ska vara efter det första.")
                }
                var request = ChooseCase(
                    in: study.facts.id,
                    id: id,
                    card: card,
                    place: ComparedPlace(code: code, name: name ?? ""),
                    years: first...last,
                    change: try form.figure("forandring", context.words),
                    class: kind,
                    q: try form.figure("q", context.words),
                    source: Source(form["kalla"]),
                    fetched: fetched
                )
                request.reason = try form.passage("varfor", keeping: nil, context.reading)
                // What was found is copied with its values only as long as that is what the form says.
                if let found = foundCase(context), values(of: found, context).allSatisfy({ form.all($0.key) == $0.value }) {
                    request.values = costs(of: found, context)
                }
                return Edit(
                    request,
                    happened: context.today,
                    done: placeOfStudy(study, context.reading),
                    names: [
                        "card": "kort", "place": "kommun", "firstYear": "forsta", "lastYear": "sista", "change": "forandring",
                        "source": "kalla", "fetched": "hamtat", "reason": "varfor",
                    ]
                )
            }
        )
    }

    /// What the finder found, of the service and the municipality that the address asks for.
    private func foundCase(_ context: EditContext) -> FinderRow? {
        guard let card = context.asked.query[QueryName.card], let place = context.asked.query[QueryName.municipality] else {
            return nil
        }
        var window = FinderWindow.last(8)
        if let from = context.asked.query[QueryName.from].flatMap({ Int($0) }),
            let to = context.asked.query[QueryName.to].flatMap({ Int($0) })
        {
            let known = 1990...2100
            guard known.contains(from), known.contains(to), (FinderConstants().fewestYears...30).contains(to - from + 1) else {
                return nil
            }
            window = .years(from...to)
        }
        let code = context.cooperation.members.members.first { $0.facts.id.text == place }?.facts.code ?? place
        let report = statistics.report(context.reading.withOwnCards(statistics.vintage), window, on: context.today.iso)
        return report.rows.first { $0.card == card && $0.municipality == code }
    }

    /// What was found, as the form has it.
    private func values(of found: FinderRow, _ context: EditContext) -> [String: [String]] {
        let (vintage, words) = (statistics.vintage, context.words)
        func number(_ value: Double, _ decimals: Int) -> [String] {
            DecimalFigure(value, decimals: decimals).map { [words.figure($0)] } ?? []
        }
        return [
            "kort": [found.card],
            "kommun": ["\(found.municipality) \(vintage.name(of: found.municipality))"],
            "forsta": ["\(found.years.lowerBound)"],
            "sista": ["\(found.years.upperBound)"],
            "forandring": number(found.change * 100, 1),
            "klass": [(found.classification?.rawValue ?? FinderRow.Class.uncertain.rawValue).lowercased()],
            // Rounded up: up to so much may be chance.
            "q": number((found.rate * 10_000).rounded(.up) / 10_000, 4),
            "kalla": ["Egen bearbetning av data från \(vintage.source)"],
            "hamtat": [(vintage.fetched.flatMap { Day($0.prefix(10)) } ?? context.today).iso],
        ]
    }

    /// The costs that a find rests on, year by year.
    private func costs(of found: FinderRow, _ context: EditContext) -> [CopiedValue] {
        let vintage = context.reading.withOwnCards(statistics.vintage)
        guard let cost = vintage.cards.first(where: { $0.id == found.card })?.cost else { return [] }
        return zip(found.years, found.costs).map { year, value in
            CopiedValue(
                .keyFigure(cost.keyFigure.description),
                place: found.municipality,
                placeName: vintage.name(of: found.municipality),
                year: year,
                value: DecimalFigure(value, decimals: 6),
                source: Source(vintage.source),
                fetched: vintage.fetched.flatMap { Day($0.prefix(10)) } ?? context.today
            )
        }
    }

    private var askForm: [Route] {
        editing(
            [.carryOutStudy],
            "/jamforelser/studier/{id}/exempel/{example}/fraga",
            needing: { asked, reading in
                Need(.carryOutStudy, about: .init(body: try example(asked, reading).study.facts.responsible))
            },
            form: { context in
                let words = context.words.themeDays
                let (study, example) = try example(context.asked, context.reading)
                return EditForm(
                    title: words.askTitle(example.facts.place.name),
                    lead: words.askLead,
                    form: Form(
                        [FormField("text", words.askField, .text(rows: 8), most: 20_000)],
                        values: ["text": context.reading.shown(example.asked?.fact.text)]
                    ),
                    submit: words.askSubmit,
                    above: above(study, context.reading),
                    about: [.study(study.facts.id)]
                )
            },
            save: { form, context in
                let (study, example) = try example(context.asked, context.reading)
                return Edit(
                    AskAboutCase(
                        .init(study: study.facts.id, example: example.facts.id),
                        try form.passage("text", keeping: example.asked?.fact.text, context.reading)
                    ),
                    happened: context.today,
                    done: placeOfStudy(study, context.reading)
                )
            }
        )
    }

    private var answerForm: [Route] {
        editing(
            [.answerAboutCase],
            "/jamforelser/studier/{id}/exempel/{example}/svar",
            needing: { asked, reading in
                let (study, example) = try example(asked, reading)
                return Need(
                    .answerAboutCase,
                    about: reading.target(ofCase: example.facts.place.code, .init(body: study.facts.responsible))
                )
            },
            form: { context in
                let words = context.words.themeDays
                let (study, example) = try example(context.asked, context.reading)
                return EditForm(
                    title: words.answerTitle(example.facts.place.name),
                    lead: words.answerLead,
                    form: Form(
                        [
                            FormField("text", words.answerField, .text(rows: 10), most: 20_000),
                            FormField("bekraftat", words.answerConfirmed, .check, isRequired: false),
                        ],
                        changing: [
                            "text": context.reading.shown(example.answer?.fact.text),
                            "bekraftat": example.answer?.fact.isConfirmed == true ? [Form.yes] : [],
                        ]
                    ),
                    submit: words.answerSubmit,
                    above: above(study, context.reading),
                    about: [.study(study.facts.id)]
                )
            },
            save: { form, context in
                let (study, example) = try example(context.asked, context.reading)
                let done = placeOfStudy(study, context.reading)
                guard !form.changed.isEmpty else { return Edit([], done: done) }
                return Edit(
                    AnswerAboutCase(
                        .init(study: study.facts.id, example: example.facts.id),
                        try form.passage("text", keeping: example.answer?.fact.text, context.reading) ?? "",
                        isConfirmed: form.isChecked("bekraftat")
                    ),
                    happened: context.today,
                    done: done
                )
            }
        )
    }

    private func placeOfStudy(_ study: Study, _ reading: Reading) -> Address {
        reading.address("jamforelser", "studier", study.facts.id.text)
    }

    private func example(_ asked: Asked, _ reading: Reading) throws(Fault) -> (study: Study, example: ImprovementCase) {
        let study = try study(asked, reading)
        guard let id = ImprovementCase.ID(asked["example"]), let example = study[id] else { throw reading.notThen }
        return (study, example)
    }
}

extension DecimalFigure {
    /// A figure as people write it: '−11,7', '1 234.5'; nil when it is none.
    init?(typed written: String) {
        var text = ""
        for scalar in written.unicodeScalars {
            switch scalar {
            case "\u{2212}", "\u{2013}": text += "-"
            case ",": text += "."
            case " ", "\u{A0}", "\u{2009}", "\u{202F}": break
            default: text.unicodeScalars.append(scalar)
            }
        }
        self.init(text)
    }
}

extension Form {
    /// A figure with decimals.
    ///
    /// - Throws: a `Refusal` that says how to write it.
    func figure(_ name: String, _ words: Words) throws(Refusal) -> DecimalFigure {
        guard let figure = DecimalFigure(typed: self[name]) else {
            throw Refusal("comparisons.figure", field: name, words.themeDays.figureFault)
        }
        return figure
    }
}
