import Markup
import Statistics

extension KeyFigurePage {
    /// What it would mean to cost as the median of those that are alike: for the costs of service cards, when somebody is looked at.
    ///
    /// - Returns: nil when there is nothing to reckon with.
    static func scenario(
        _ figure: StatisticsVintage.Figure,
        _ vintage: StatisticsVintage,
        of code: String?,
        year: Int
    ) -> Scenario? {
        guard let code, let card = vintage.cards.first(where: { $0.cost.keyFigure == figure.id }),
            let peers = vintage.peers(of: code, in: figure)?.codes
        else { return nil }
        let costs = ([code] + peers).reduce(into: [String: Series]()) { found, place in
            found[place] = vintage.values.series(figure.id, .total, in: place)
        }
        let noise = YearlyNoise(
            costs,
            upTo: year,
            comparableFrom: figure.breaks.last { $0 <= year },
            population: vintage.population(of: [code] + peers)
        )
        let count = card.cost.count.flatMap { vintage.values.value($0, in: code, year: year) }
        return Scenario(of: code, year: year, costs: costs, peers: peers, count: count, noise: noise)
    }

    /// The sum, and all that it doesn't say.
    func writeScenario(_ html: HTML, _ words: Words) {
        guard let scenario, let chosen else { return }
        let texts = words.scenario
        html.section(.labelled(by: "tank-om")) {
            html.h2(texts.title(chosen.name), .id("tank-om"))
            html.p(sentence(scenario, chosen.name, words))
            html.p(texts.doesNotSay)
            html.ul { for silence in scenario.silences { html.li(texts.text(silence)) } }
            html.p(words.comparisons.ownReckoning(source), .class("help"))
        }
    }

    private func sentence(_ scenario: Scenario, _ name: String, _ words: Words) -> String {
        let texts = words.scenario
        func kronor(_ value: Double) -> String { "\(words.figure(value.magnitude, decimals: 0)) \(texts.kronor)" }
        func millions(_ value: Double) -> String { "\(words.figure(value.magnitude / 1_000_000, decimals: 1)) \(texts.millions)" }
        let each = texts.each(
            "\(scenario.year)",
            name,
            kronor(scenario.cost),
            kronor(scenario.peersMedian),
            kronor(scenario.difference),
            scenario.difference >= 0
        )
        guard let sum = scenario.sum, let count = scenario.count else { return each }
        let all = texts.all(words.figure(count, decimals: 0), millions(sum), sum >= 0)
        return [each, all, scenario.sumMargin.map { texts.margin(millions($0)) } ?? ""].filter { !$0.isEmpty }.joined(
            separator: " "
        )
    }
}

extension Words {
    /// What it would mean to cost as others.
    struct ScenarioTexts: Sendable {
        let title: @Sendable (_ name: String) -> String
        let each:
            @Sendable (_ year: String, _ name: String, _ cost: String, _ median: String, _ difference: String, _ isLess: Bool) ->
                String
        let all: @Sendable (_ count: String, _ sum: String, _ isLess: Bool) -> String
        let margin: @Sendable (_ sum: String) -> String
        let kronor: String
        let millions: String
        let doesNotSay: String
        let silences: [Scenario.Silence: String]

        /// What the sum doesn't say, in words.
        func text(_ silence: Scenario.Silence) -> String { silences[silence] ?? silence.rawValue }
    }
}

extension Words.ScenarioTexts {
    static let swedish = Self(
        title: { "Om kostnaden i \($0) var som medianen av liknande kommuner" },
        each: { year, name, cost, median, difference, isLess in
            "År \(year) kostade det \(cost) för var och en i \(name), och medianen av liknande kommuner var \(median). Det är \(difference) \(isLess ? "mer" : "mindre")."
        },
        all: { count, sum, isLess in
            "För \(count) blir det \(sum), som verksamheten skulle kosta \(isLess ? "mindre" : "mer") om kostnaden var som medianen."
        },
        margin: { "Av en slump kan ett enskilt år ligga \($0) fel åt vardera hållet." },
        kronor: "kronor",
        millions: "miljoner kronor",
        doesNotSay: "Summan är en början på ett samtal och ingen besparing. Den säger inte",
        silences: [
            .quality: "om verksamheten skulle bli lika bra,",
            .fixedCosts: "hur stor del av kostnaden som går att ändra; lokaler och avtal finns kvar,",
            .reasons: "varför kostnaden skiljer sig; behov och val kan vara andra än i liknande kommuner.",
            .withinNoise: "om skillnaden är mer än slump: den ryms i vad kostnaden brukar svänga mellan åren.",
            .unknownNoise: "om skillnaden är mer än slump: åren är för få för att veta.",
            .unknownCount: "vad det blir för hela kommunen: hur många det gäller är inte känt här.",
            .alreadyCheaper: "att något bör bli dyrare: kostnaden är redan lägre än medianen.",
        ]
    )

    static let english = Self(
        title: { "If the cost in \($0) were that of the median of similar municipalities" },
        each: { year, name, cost, median, difference, isLess in
            "In \(year) it cost \(cost) for each in \(name), and the median of similar municipalities was \(median). That is \(difference) \(isLess ? "more" : "less")."
        },
        all: { count, sum, isLess in
            "For \(count) that is \(sum), which the service would cost \(isLess ? "less" : "more") if the cost were that of the median."
        },
        margin: { "By chance a single year may be wrong by \($0) either way." },
        kronor: "kronor",
        millions: "million kronor",
        doesNotSay: "The sum is the beginning of a talk and no saving. It doesn't say",
        silences: [
            .quality: "whether the service would be as good,",
            .fixedCosts: "how large a part of the cost can be changed; premises and agreements remain,",
            .reasons: "why the cost differs; needs and choices may be others than in similar municipalities.",
            .withinNoise: "whether the difference is more than chance: it is within what the cost usually swings between years.",
            .unknownNoise: "whether the difference is more than chance: the years are too few to know.",
            .unknownCount: "what it becomes for the whole municipality: how many it concerns isn't known here.",
            .alreadyCheaper: "that anything should cost more: the cost is already lower than the median.",
        ]
    )
}
