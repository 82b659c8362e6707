import Cooperation

extension Sample {
    static func card(_ name: String = "grundskola", cost: String = "N15008") throws -> RecordServiceCard {
        var card = RecordServiceCard(
            id: try id(name),
            name: "Kort \(name)",
            keeper: try id("planering"),
            cost: cost,
            costName: "Kostnad per elev",
            unit: "kr per elev",
            peers: "grundskola"
        )
        card.quality = [
            .init("N15505", name: "Meritvärde", better: .higher, margin: try decimal("5"), reason: "Mindre än så är slump.")
        ]
        card.costGuard = .init("N15001", name: "Avvikelse", limit: try decimal("2"), reason: "Kostnaden kan ha flyttats.")
        card.firstYear = (2015, "Nytt sätt att räkna.")
        return card
    }

    static func ownMeasure(_ name: String = "ko", from: String? = nil, of municipality: String = "haninge") throws
        -> RecordOwnMeasure
    {
        var measure = RecordOwnMeasure(
            id: try id(name),
            of: try id(municipality),
            name: "Mått \(name)",
            definition: "Dagar från ansökan till plats.",
            unit: "dagar"
        )
        measure.from = try from.map { try day($0) }
        return measure
    }

    static func ownValue(_ figure: String?, _ year: Int = 2023, of name: String = "ko") throws -> RecordOwnValue {
        RecordOwnValue(
            of: try id(name),
            year: year,
            try figure.map { try decimal($0) },
            remark: figure == nil ? "Registret byttes ut." : nil,
            source: Source("Kommunens register")
        )
    }

    static func study(_ name: String = "skola") throws -> BeginStudy {
        BeginStudy(
            id: try id(name),
            title: "Studie \(name)",
            question: "Varför kostar skolan olika mycket?",
            responsible: try id("planering")
        )
    }

    static func measures(_ figures: [String] = ["N15008", "N15505"], in study: String = "skola") throws -> ChooseMeasures {
        ChooseMeasures(
            in: try id(study),
            try figures.map { text in
                Study.Measure(try measure(text), name: "Nyckeltal \(text)")
            }
        )
    }

    static func places(_ codes: [String] = ["0136", "0128"], in study: String = "skola") throws -> ChoosePeers {
        ChoosePeers(in: try id(study), codes.map { ComparedPlace(code: $0, name: "Plats \($0)") })
    }

    static func copied(_ figure: String = "N15008", _ place: String = "0136", year: Int = 2023) throws -> CopiedValue {
        CopiedValue(
            try measure(figure),
            place: place,
            placeName: "Plats \(place)",
            year: year,
            value: try decimal("128901.5"),
            source: Source("Kolada"),
            fetched: try day("2024-01-10")
        )
    }

    static func chosenCase(_ name: String = "jarfalla", in study: String = "skola", fetched: String = "2024-01-10") throws
        -> ChooseCase
    {
        ChooseCase(
            in: try id(study),
            id: try id(name),
            card: try id("grundskola"),
            place: ComparedPlace(code: "0123", name: "Järfälla"),
            years: 2015...2022,
            change: try decimal("-11.7"),
            class: .a,
            q: try decimal("0.04"),
            source: Source("Kolada"),
            fetched: try day(fetched)
        )
    }

    static func themeDay(_ name: String = "2024", _ items: [ThemeDay.Item] = []) throws -> RecordThemeDay {
        var themeDay = RecordThemeDay(id: try id(name), title: "Temadag \(name)", arranger: try id("planering"))
        themeDay.items = items
        return themeDay
    }

    static func skolaCase() throws -> ImprovementCase.Reference {
        ImprovementCase.Reference(study: try id("skola"), example: try id("jarfalla"))
    }

    /// A decision of a body that is there in every comparison below.
    static func decision() throws -> Meeting.Decision.Reference {
        Meeting.Decision.Reference(body: try id("planering"), meeting: try id("varen"), paragraph: 7)
    }

    static func measure(_ text: String) throws -> MeasureReference {
        guard let reference = MeasureReference(text) else { throw NoMeasure(text: text) }
        return reference
    }

    struct NoMeasure: Error {
        let text: String
    }

    /// What stands before a study: members, a network, and a meeting of it with a decision.
    static func comparing() throws -> Ledger {
        try Ledger([
            ("2010-08-18", settings()), ("2010-08-18", municipality("haninge", code: "0136")),
            ("2010-08-18", municipality("salem", code: "0128")), ("2010-08-18", body("planering")),
            ("2010-08-18", body("ekonomi")),
            ("2024-04-01", RecordMeeting(of: id("planering"), id: id("varen"), day: day("2024-04-10"), papersDue: nil)),
            ("2024-04-10", RecordDecision(of: id("planering"), meeting: id("varen"), paragraph: 7, title: "Pröva det")),
        ])
    }

    /// The steps of a study with the days they are taken, from the question to the follow-up.
    static func steps() throws -> [(step: Study.Step, day: String, request: any Request)] {
        try [
            (.question, "2024-01-15", study()), (.measures, "2024-01-20", measures()), (.peers, "2024-01-21", places()),
            (.analysis, "2024-02-15", AnalyseStudy(id("skola"), "De har olika stora klasser.", values: [copied()])),
            (.proposal, "2024-03-01", ProposeFromStudy(id("skola"), "Pröva större klasser.", by: [id("haninge")])),
            (.themeDay, "2024-03-15", PresentStudy(id("skola"), on: id("2024"))),
            (
                .decision, "2024-04-11",
                DecideOnStudy(id("skola"), by: decision(), followUp: day("2025-04-10"), responsible: id("ekonomi"))
            ), (.followUp, "2025-04-01", FollowUpStudy(id("skola"), "Klasserna blev större.", values: [copied()])),
        ]
    }

    /// A study that has come as far as a step.
    static func study(to step: Study.Step) throws -> Ledger {
        var ledger = try comparing()
        try ledger.record(themeDay(), try period("2024-01-02"))
        for taken in try steps() where taken.step <= step { try ledger.record(taken.request, try period(taken.day)) }
        return ledger
    }
}
