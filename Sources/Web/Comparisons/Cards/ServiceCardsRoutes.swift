import Cooperation
import HTTPTypes
import Markup
import Registry
import Statistics

import struct Cooperation.ServiceCard

extension Site {
    /// The service cards.
    var cardPages: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/jamforelser/tjanstekort", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = ServiceCardsPage(reading, statistics.vintage)
                let shell = Shell(
                    title: reading.words.serviceCards.title,
                    description: page.lead(reading),
                    steps: ["jamforelser", "tjanstekort"],
                    above: [reading.comparisonsStep],
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/jamforelser/tjanstekort/{id}", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) {
                asked in
                let reading = try readings.take(for: asked)
                let card = try card(asked, reading)
                let page = ServiceCardPage(card, reading)
                let history = reading.history(of: .serviceCard(card.facts.id))
                let shell = Shell(
                    title: page.card.name,
                    description: page.lead(reading.words),
                    steps: page.steps,
                    above: [reading.comparisonsStep, reading.cardsStep],
                    formats: history.isEmpty ? [.json, .csv] : [.json, .csv, .atom],
                    subject: .serviceCard(card.facts.id)
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

    /// The forms by which cards are recorded, changed and taken out of use.
    var cardForms: [Route] { newCardForm + changeCardForm + retireCardForm }

    private static let names = [
        "name": "namn", "keeper": "skots-av", "body": "skots-av", "cost": "kostnad", "costName": "kostnad", "unit": "enhet",
        "better": "battre", "peers": "liknande", "quality": "kvalitet", "guard": "kontroll", "firstYear": "forsta",
        "remarks": "anmarkningar", "reason": "varfor",
    ]

    private var newCardForm: [Route] {
        editing(
            [.recordServiceCard],
            "/jamforelser/tjanstekort/ny",
            reads: [QueryName.card],
            needing: { _, reading in Need(.recordServiceCard, about: reading.ownTarget(.recordServiceCard)) },
            form: { context in
                let words = context.words.serviceCards
                let bodies = context.reading.bodies(for: .recordServiceCard)
                let shipped = shippedCard(context)
                let values = shipped.map { self.values(of: $0, context) } ?? ["battre": [BetterDirection.lower.rawValue]]
                return EditForm(
                    title: words.new,
                    lead: shipped == nil ? words.newLead : words.makeOwnLead,
                    form: Form(
                        fields(context, bodies),
                        values: values.merging(["skots-av": bodies.first.map { [$0.facts.id.text] } ?? []]) { given, _ in given }
                    ),
                    submit: words.submit,
                    above: [context.reading.comparisonsStep, context.reading.cardsStep]
                )
            },
            save: { form, context in
                let known = context.cooperation.comparisons
                let isTaken = { (id: ServiceCard.ID) in known[id] != nil || id.text == "ny" }
                guard
                    // A card that comes with the program keeps its name in addresses, by which the own one takes its place.
                    let id = shippedCard(context).flatMap({ ServiceCard.ID(Reading.name(of: $0)) })
                        ?? ServiceCard.ID(naming: form["namn"], unless: isTaken)
                        ?? ServiceCard.ID(naming: "kort", unless: isTaken), let keeper = Body.ID(form["skots-av"])
                else { throw Fault.notFound }
                guard context.reading.bodies(for: .recordServiceCard).contains(where: { $0.facts.id == keeper }) else {
                    throw Refusal.notYours
                }
                var request = RecordServiceCard(
                    id: id,
                    name: form["namn"],
                    keeper: keeper,
                    cost: "",
                    costName: "",
                    unit: form["enhet"],
                    peers: form["liknande"]
                )
                try fill(&request, form, context, keeping: nil)
                return edit(request, context)
            }
        )
    }

    /// The card that comes with the program and is to become the cooperation's own; nil when none is, or one of its name is already.
    private func shippedCard(_ context: EditContext) -> Statistics.ServiceCard? {
        guard let wanted = context.asked.query[QueryName.card], let id = ServiceCard.ID(wanted),
            context.cooperation.comparisons[id] == nil
        else { return nil }
        return statistics.vintage.cards.first { Reading.name(of: $0) == wanted }
    }

    /// What a card that comes with the program says, as the form has it.
    private func values(of card: Statistics.ServiceCard, _ context: EditContext) -> [String: [String]] {
        let (words, vintage) = (context.words, statistics.vintage)
        func name(_ id: KeyFigure.ID) -> String { vintage[id]?.keyFigure.title.replacing(";", with: ",") ?? id.description }
        func number(_ value: Double) -> String { DecimalFigure(value, decimals: 6).map { words.figure($0) } ?? "" }
        return [
            "namn": [card.title],
            "kostnad": ["\(card.cost.keyFigure) \(name(card.cost.keyFigure))"],
            "enhet": [card.cost.unit],
            "battre": [BetterDirection.lower.rawValue],
            "liknande": [card.area],
            "kvalitet": card.quality.map { quality in
                let better: BetterDirection = quality.better == .higher ? .higher : .lower
                return [
                    quality.keyFigure.description, name(quality.keyFigure), words.serviceCards.betterName(better),
                    number(quality.margin), quality.reason,
                ].joined(separator: "; ")
            },
            "kontroll": card.guarding.map { guarding in
                [
                    [guarding.keyFigure.description, name(guarding.keyFigure), number(guarding.limit), guarding.reason]
                        .joined(separator: "; ")
                ]
            } ?? [],
            "forsta": card.breaks.last.map { ["\($0)"] } ?? [],
            "forsta-varfor": card.breaks.isEmpty ? [] : [words.serviceCards.countedAnew],
            "anmarkningar": [card.reason],
        ]
    }

    private var changeCardForm: [Route] {
        editing(
            [.recordServiceCard],
            "/jamforelser/tjanstekort/{id}/andra",
            needing: { asked, reading in Need(.recordServiceCard, about: .init(body: try card(asked, reading).facts.keeper)) },
            form: { context in
                let (words, reading) = (context.words.serviceCards, context.reading)
                let facts = try card(context.asked, reading).facts
                var bodies = reading.bodies(for: .recordServiceCard)
                if !bodies.contains(where: { $0.facts.id == facts.keeper }) {
                    bodies += context.cooperation.organisation[facts.keeper].map { [$0] } ?? []
                }
                return EditForm(
                    title: words.changeTitle(facts.name),
                    lead: words.changeLead,
                    form: Form(
                        fields(context, bodies),
                        changing: [
                            "namn": [facts.name], "skots-av": [facts.keeper.text], "kostnad": ["\(facts.cost) \(facts.costName)"],
                            "enhet": [facts.unit], "battre": [facts.better.rawValue], "liknande": [facts.peers],
                            "kvalitet": facts.quality.map { line(of: $0, context) },
                            "kontroll": facts.costGuard.map { [line(of: $0, context)] } ?? [],
                            "forsta": facts.firstYear.map { ["\($0.year)"] } ?? [],
                            "forsta-varfor": reading.shown(facts.firstYear?.reason), "anmarkningar": reading.lines(facts.remarks),
                            "kallor": facts.sources.map(\.text),
                        ]
                    ),
                    submit: words.submit,
                    above: above(facts, reading),
                    about: [.serviceCard(facts.id)]
                )
            },
            save: { form, context in
                let card = try card(context.asked, context.reading)
                var request = RecordServiceCard(of: card.facts)
                guard !form.changed.isEmpty || !card.isUsed else { return Edit([], done: place(of: request.id, context)) }
                request.name = form["namn"]
                request.keeper = Body.ID(form["skots-av"]) ?? request.keeper
                request.unit = form["enhet"]
                request.peers = form["liknande"]
                try fill(&request, form, context, keeping: card.facts)
                return edit(request, context)
            }
        )
    }

    private var retireCardForm: [Route] {
        editing(
            [.recordServiceCard],
            "/jamforelser/tjanstekort/{id}/ta-ur-bruk",
            needing: { asked, reading in Need(.recordServiceCard, about: .init(body: try card(asked, reading).facts.keeper)) },
            form: { context in
                let words = context.words.serviceCards
                let facts = try card(context.asked, context.reading).facts
                return EditForm(
                    title: words.retireTitle(facts.name),
                    lead: words.retireLead,
                    form: Form([FormField("varfor", words.retireReason, .text(rows: 4))]),
                    submit: words.retire,
                    above: above(facts, context.reading),
                    about: [.serviceCard(facts.id)]
                )
            },
            save: { form, context in
                let id = try card(context.asked, context.reading).facts.id
                return Edit(
                    RetireServiceCard(id, reason: try form.passage("varfor", keeping: nil, context.reading) ?? ""),
                    happened: context.today,
                    done: place(of: id, context),
                    names: Self.names
                )
            }
        )
    }

    private func fields(_ context: EditContext, _ bodies: [Body]) -> [FormField] {
        let words = context.words.serviceCards
        return [
            FormField("namn", words.name, most: 160),
            FormField("skots-av", words.keeper, .choice(bodies.map { .init($0.facts.id.text, $0.facts.name) })),
            FormField("kostnad", words.cost, help: words.costHelp, most: 180),
            FormField("enhet", words.unit, help: words.unitHelp, most: 80),
            FormField(
                "battre",
                words.better,
                .radio(BetterDirection.allCases.map { .init($0.rawValue, words.betterName($0)) })
            ), FormField("liknande", words.peers, help: words.peersHelp, most: 80),
            FormField(
                "kvalitet",
                words.quality,
                .lines(mostLines: RecordServiceCard.mostQuality),
                help: words.qualityHelp,
                isRequired: false,
                most: 1_000
            ), FormField("kontroll", words.costGuard, help: words.costGuardHelp, isRequired: false, most: 1_000),
            FormField("forsta", words.firstYear, .number(1_950...2_200), help: words.firstYearHelp, isRequired: false),
            FormField("forsta-varfor", words.firstYearReason, .text(rows: 3), isRequired: false),
            FormField("anmarkningar", words.remarks, .lines(mostLines: 10), isRequired: false, most: 2_000),
            .sourceLines(context.words),
        ]
    }

    private func fill(
        _ request: inout RecordServiceCard,
        _ form: Form,
        _ context: EditContext,
        keeping recorded: ServiceCard.Facts?
    ) throws {
        let words = context.words.serviceCards
        let (cost, costName) = form["kostnad"].codeAndName
        request.cost = cost
        request.costName = costName ?? ""
        request.better = BetterDirection(rawValue: form["battre"]) ?? .lower
        request.quality = try form.all("kvalitet").map { line in
            // A line that nobody has touched keeps its text as it is recorded, also when that has been erased.
            if let kept = recorded?.quality.first(where: { self.line(of: $0, context) == line }) {
                return .init(
                    kept.keyFigure,
                    name: kept.name,
                    better: kept.better,
                    margin: kept.margin,
                    reason: .kept(kept.reason)
                )
            }
            let parts = line.parts(5)
            guard parts.count == 5, let better = BetterDirection(parts[2], context.words),
                let margin = DecimalFigure(typed: parts[3])
            else {
                throw Refusal("comparisons.quality", field: "kvalitet", "\(FormText.shortened(line)): \(words.qualityLine)")
            }
            return .init(parts[0], name: parts[1], better: better, margin: margin, reason: .written(parts[4]))
        }
        request.costGuard = try form.given("kontroll").map { line in
            if let kept = recorded?.costGuard, self.line(of: kept, context) == line {
                return .init(kept.keyFigure, name: kept.name, limit: kept.limit, reason: .kept(kept.reason))
            }
            let parts = line.parts(4)
            guard parts.count == 4, let limit = DecimalFigure(typed: parts[2]) else {
                throw Refusal("comparisons.guard", field: "kontroll", "\(FormText.shortened(line)): \(words.costGuardLine)")
            }
            return .init(parts[0], name: parts[1], limit: limit, reason: .written(parts[3]))
        }
        let reason = try form.passage("forsta-varfor", keeping: recorded?.firstYear?.reason, context.reading)
        if let year = form.number("forsta") {
            guard let reason else { throw Refusal("comparisons.blank", field: "forsta-varfor", words.reasonNeeded) }
            request.firstYear = (year, reason)
        } else {
            request.firstYear = nil
        }
        request.remarks = try form.passages("anmarkningar", keeping: recorded?.remarks ?? [], context.reading)
        request.sources = form.sources("kallor")
    }

    private func line(of quality: ServiceCard.Quality, _ context: EditContext) -> String {
        let words = context.words
        return [
            quality.keyFigure, quality.name, words.serviceCards.betterName(quality.better), words.figure(quality.margin),
            context.reading.lines([quality.reason]).joined(separator: " "),
        ].joined(separator: "; ")
    }

    private func line(of costGuard: ServiceCard.Guard, _ context: EditContext) -> String {
        [
            costGuard.keyFigure, costGuard.name, context.words.figure(costGuard.limit),
            context.reading.lines([costGuard.reason]).joined(separator: " "),
        ].joined(separator: "; ")
    }

    private func edit(_ request: RecordServiceCard, _ context: EditContext) -> Edit {
        Edit(request, happened: context.today, done: place(of: request.id, context), names: Self.names)
    }

    private func place(of id: ServiceCard.ID, _ context: EditContext) -> Address {
        context.reading.address("jamforelser", "tjanstekort", id.text)
    }

    private func above(_ facts: ServiceCard.Facts, _ reading: Reading) -> [Shell.Step] {
        [
            reading.comparisonsStep, reading.cardsStep,
            .init(name: facts.name, steps: ["jamforelser", "tjanstekort", facts.id.text]),
        ]
    }

    private func card(_ asked: Asked, _ reading: Reading) throws(Fault) -> ServiceCard {
        guard let id = ServiceCard.ID(asked["id"]), let card = reading.cooperation.comparisons[id] else { throw reading.notThen }
        return card
    }
}

extension Reading {
    /// The page of all cards, above another.
    var cardsStep: Shell.Step { .init(name: words.serviceCards.title, steps: ["jamforelser", "tjanstekort"]) }
}

extension BetterDirection {
    /// A direction as somebody wrote it: 'högre', 'lower'.
    fileprivate init?(_ text: String, _ words: Words) {
        guard let direction = Self.allCases.first(where: { words.serviceCards.betterName($0) == text.lowercased() }) else {
            return nil
        }
        self = direction
    }
}

extension String {
    /// The parts between semicolons, at most so many; the last holds the rest.
    fileprivate func parts(_ most: Int) -> [String] {
        split(separator: ";", maxSplits: most - 1, omittingEmptySubsequences: false).map {
            FormText.cleaned(String($0), hasLines: false)
        }
    }
}
