@testable import Cooperation

extension RandomHistory {
    /// An act about comparisons, mostly one that follows on what has been asked for.
    mutating func comparisonsAct(on happened: Day) -> ComparisonsAct {
        let study: Study.ID = name(Self.studies)
        let example: ImprovementCase.ID = name(["ett", "tva"])
        switch below(22) {
        case 0, 1: return .cardRecorded(card())
        case 2: return .cardRetired(.init(card: name(Self.cards), reason: prose()))
        case 3: return .ownMeasureRecorded(ownMeasure(on: happened))
        case 4, 5:
            return .ownValueRecorded(
                .init(
                    measure: name(Self.ownMeasures),
                    year: 2010 + below(4),
                    value: happens(80) ? DecimalFigure(digits: Int64(below(500)), decimals: below(3)) : nil,
                    remark: nil,
                    source: Source("k")
                )
            )
        case 6, 7, 8:
            return .studyBegun(
                .init(id: study, title: "Studie", question: prose(), responsible: name(Self.bodies), remarks: [], sources: [])
            )
        case 9, 10:
            let measures = measures().map { Study.Measure($0, name: $0.text) }
            return .measuresChosen(.init(study: study, measures: measures, reason: happens(50) ? prose() : nil))
        case 11, 12:
            let places = places().map { ComparedPlace(code: $0, name: $0) }
            return .peersChosen(.init(study: study, places: places, reason: nil))
        case 13, 14: return .analysed(.init(study: study, text: prose(), values: values()))
        case 15: return .proposed(.init(study: study, text: prose(), municipalities: [name(Self.municipalities)]))
        case 16: return .presented(.init(study: study, themeDay: name(Self.themeDays)))
        case 17:
            return .decided(
                .init(
                    study: study,
                    decision: .init(body: name(["ssk", "ks"]), meeting: name(RandomRound.meetings), paragraph: 1 + below(4)),
                    followUp: day(),
                    responsible: name(Self.bodies)
                )
            )
        case 18:
            return happens(70)
                ? .followedUp(.init(study: study, text: prose(), values: values(), next: happens(50) ? day() : nil))
                : .ended(.init(study: study, reason: prose()))
        case 19: return .caseChosen(chosenCase(example, in: study))
        case 20:
            return happens(40)
                ? .caseAsked(.init(study: study, example: example, text: nil))
                : .caseAnswered(.init(study: study, example: example, text: prose(), isConfirmed: happens(60)))
        default: return .themeDayRecorded(themeDay(telling: .init(study: study, example: example)))
        }
    }

    private mutating func card() -> ServiceCard.Facts {
        .init(
            id: name(Self.cards),
            name: "Kort",
            keeper: name(Self.bodies),
            cost: "N15008",
            costName: "Kostnad",
            unit: "kr",
            better: .lower,
            peers: "grundskola",
            quality: [],
            costGuard: nil,
            firstYear: happens(30) ? .init(year: 2000 + below(20), reason: prose()) : nil,
            remarks: [],
            sources: []
        )
    }

    /// What may be told of a measure before its day has tests of its own; here the day is long past.
    private mutating func ownMeasure(on happened: Day) -> OwnMeasure.Facts {
        .init(
            id: name(Self.ownMeasures),
            municipality: name(Array(Self.municipalities.prefix(2))),
            name: "Mått",
            definition: prose(),
            unit: "dagar",
            better: nil,
            from: happens(50) ? Day(number: 0) : nil,
            remarks: [],
            sources: []
        )
    }

    private mutating func chosenCase(_ id: ImprovementCase.ID, in study: Study.ID) -> ImprovementCase.Facts {
        .init(
            study: study,
            id: id,
            card: name(Self.cards),
            cardVersion: 1 + below(3),
            place: .init(code: "0123", name: "Järfälla"),
            firstYear: 2015,
            lastYear: 2022,
            change: Self.figure("-11.7"),
            class: happens(50) ? .a : .d,
            q: Self.figure("0.04"),
            source: Source("Kolada"),
            fetched: Day(number: 0),
            values: [],
            reason: nil
        )
    }

    private mutating func themeDay(telling example: ImprovementCase.Reference) -> ThemeDay.Facts {
        .init(
            id: name(Self.themeDays),
            title: "Temadag",
            arranger: name(Self.bodies),
            day: nil,
            conference: nil,
            items: happens(60) ? [.init("Exempel", minutes: 20, example: example)] : [],
            remarks: [],
            sources: []
        )
    }

    private mutating func measures() -> [MeasureReference] {
        let own: MeasureReference = .own(name(Self.ownMeasures))
        return happens(70) ? [.keyFigure("N15008"), .keyFigure("N15505")] : [.keyFigure("N15008"), own]
    }

    private mutating func places() -> [String] { happens(70) ? ["0136", "0128", "0138"] : ["0136", "0128"] }

    private mutating func values() -> [CopiedValue] {
        guard happens(60) else { return [] }
        return [
            CopiedValue(
                .keyFigure(happens(50) ? "N15008" : "N15505"),
                place: happens(80) ? "0136" : "0138",
                placeName: "Plats",
                year: 2020,
                value: nil,
                source: Source("Kolada"),
                fetched: Day(number: 0)
            )
        ]
    }

    private static func figure(_ text: String) -> DecimalFigure {
        guard let figure = DecimalFigure(text) else { preconditionFailure("\(text) is a figure") }
        return figure
    }

    private mutating func below(_ limit: Int) -> Int { dice.below(limit) }
}
