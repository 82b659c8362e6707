extension Cooperation {
    /// Why an act about comparisons would mean nothing here; nil when it can be applied.
    ///
    /// - Parameters:
    ///   - act: the act.
    ///   - period: when it happens; nothing rests on a decision or a measure before there is one to see.
    /// - Returns: the objection.
    func objection(to act: ComparisonsAct, at period: Period?) -> Refusal? {
        switch act {
        case .cardRecorded(let facts): organisation[facts.keeper] == nil ? .unknownBody(facts.keeper) : nil
        case .cardRetired(let retirement):
            comparisons[retirement.card].map { $0.isUsed ? nil : .retiredAlready } ?? .unknownCard(retirement.card)
        case .ownMeasureRecorded(let facts): objection(to: facts)
        case .ownValueRecorded(let value): comparisons[value.measure] == nil ? .unknownOwnMeasure(value.measure) : nil
        case .themeDayRecorded(let facts): objection(to: facts)
        case .studyBegun(let facts): organisation[facts.responsible] == nil ? .unknownBody(facts.responsible) : nil
        case .measuresChosen(let measures):
            objection(toStep: .measures, of: measures.study) { study in objection(to: measures, in: study, at: period) }
        case .peersChosen(let peers):
            objection(toStep: .peers, of: peers.study) { study in
                let places = Set(peers.places.map(\.code))
                return study.analysis?.fact.values.first { !places.contains($0.place) }.map { .restedOnPlace($0.placeName) }
            }
        case .analysed(let analysis):
            objection(toStep: .analysis, of: analysis.study) { study in study.objection(to: analysis.values) }
        case .proposed(let proposal):
            objection(toStep: .proposal, of: proposal.study) { _ in
                proposal.municipalities.first { members[$0] == nil }.map { .unknownMunicipality($0) }
            }
        case .presented(let presentation):
            objection(toStep: .themeDay, of: presentation.study) { _ in
                comparisons[presentation.themeDay] == nil ? .unknownThemeDay(presentation.themeDay) : nil
            }
        case .decided(let outcome):
            objection(toStep: .decision, of: outcome.study) { _ in objection(to: outcome, at: period) }
        case .followedUp(let followUp):
            objection(toStep: .followUp, of: followUp.study) { study in study.objection(to: followUp.values) }
        case .ended(let ending):
            objection(toStudy: ending.study) { study in study.next == nil ? .studyDone : nil }
        case .caseChosen(let facts):
            objection(toStudy: facts.study) { _ in
                guard let card = comparisons[facts.card] else { return .unknownCard(facts.card) }
                return (1...card.version).contains(facts.cardVersion) ? nil : .unknownCardVersion(facts.cardVersion)
            }
        case .caseAsked(let question): objection(toCase: question.example, of: question.study)
        case .caseAnswered(let answer): objection(toCase: answer.example, of: answer.study)
        }
    }

    private func objection(toStudy id: Study.ID, _ further: (Study) -> Refusal?) -> Refusal? {
        guard let study = comparisons[id] else { return .unknownStudy(id) }
        return study.ending == nil ? further(study) : .studyEnded
    }

    /// Each step stands on those before it: without peers there is nothing to analyse, without a decision nothing to follow up.
    private func objection(toStep step: Study.Step, of id: Study.ID, _ further: (Study) -> Refusal?) -> Refusal? {
        objection(toStudy: id) { study in
            step.stands(on: study).map { .stepMissing($0, before: step) } ?? further(study)
        }
    }

    private func objection(toCase id: ImprovementCase.ID, of study: Study.ID) -> Refusal? {
        objection(toStudy: study) { study in study[id] == nil ? .unknownCase(id) : nil }
    }

    private func objection(to facts: OwnMeasure.Facts) -> Refusal? {
        guard members[facts.municipality] != nil else { return .unknownMunicipality(facts.municipality) }
        guard let known = comparisons[facts.id] else { return nil }
        return known.facts.municipality == facts.municipality ? nil : .measureOfAnother
    }

    private func objection(to chosen: Study.Measures, in study: Study, at period: Period?) -> Refusal? {
        for case .own(let id) in chosen.measures.map(\.measure) {
            guard let measure = comparisons[id] else { return .unknownOwnMeasure(id) }
            // A study is public, so it would tell of the measure before its day.
            if let period, !measure.isDue(on: period.last) { return .measureNotOut(measure.facts.name) }
        }
        // What has been analysed must stay, or the analysis would rest on nothing.
        let kept = Set(chosen.measures.map(\.measure))
        return study.analysis?.fact.values.first { !kept.contains($0.measure) }.map { .restedOnMeasure($0.measure) }
    }

    private func objection(to outcome: Study.Outcome, at period: Period?) -> Refusal? {
        guard organisation[outcome.responsible] != nil else { return .unknownBody(outcome.responsible) }
        guard let decision = meetings[outcome.decision] else { return .unknownStudyDecision }
        if let period, period.last < decision.period.last { return .studyDecisionLater(decision.period) }
        return nil
    }

    private func objection(to facts: ThemeDay.Facts) -> Refusal? {
        guard organisation[facts.arranger] != nil else { return .unknownBody(facts.arranger) }
        if let conference = facts.conference, !knows(.conference(conference.series, conference.conference)) {
            return .unknownSubject(.conference(conference.series, conference.conference))
        }
        let known = comparisons[facts.id].map { Set($0.facts.items.compactMap(\.example)) } ?? []
        for item in facts.items {
            switch item.presenter {
            case .municipality(let id) where members[id] == nil: return .unknownMunicipality(id)
            case .body(let id) where organisation[id] == nil: return .unknownBody(id)
            default: break
            }
            guard let reference = item.example else { continue }
            guard let example = comparisons[reference] else { return .unknownCase(reference.example) }
            // One that was put there rightly may stay until somebody takes it away, or nothing else could be changed.
            guard example.canBePresented || known.contains(reference) else {
                return .caseNotConfirmed(example.facts.place.name)
            }
        }
        return nil
    }
}

extension Study.Step {
    /// The step that is missing for this one to be taken; nil when it can be.
    fileprivate func stands(on study: Study) -> Study.Step? {
        let needed: [Study.Step] =
            switch self {
            case .question: []
            case .measures, .peers: [.question]
            case .analysis: [.measures, .peers]
            case .proposal, .themeDay: [.analysis]
            case .decision: [.proposal]
            case .followUp: [.decision]
            }
        return needed.first { study.taken($0) == nil }
    }

    /// The step in Swedish, in definite form.
    fileprivate var name: String {
        switch self {
        case .question: "frågan"
        case .measures: "valet av mått"
        case .peers: "valet av jämförelsekommuner"
        case .analysis: "analysen"
        case .proposal: "förslaget"
        case .themeDay: "temadagen"
        case .decision: "beslutet"
        case .followUp: "uppföljningen"
        }
    }
}

extension Study {
    /// Why values can't be what this study rests on; nil when they can.
    fileprivate func objection(to values: [CopiedValue]) -> Refusal? {
        let chosen = Set(measures?.fact.measures.map(\.measure) ?? [])
        let places = Set(peers?.fact.places.map(\.code) ?? [])
        for value in values {
            guard chosen.contains(value.measure) else { return .measureNotChosen(value.measure) }
            guard places.contains(value.place) else { return .placeNotChosen(value.placeName) }
        }
        return nil
    }
}

extension Refusal {
    static func unknownCard(_ id: ServiceCard.ID) -> Refusal {
        Refusal("comparisons.unknown-card", field: "card", "Tjänstekortet ”\(id)” finns inte den dagen. Lägg in det först.")
    }

    static func unknownCardVersion(_ version: Int) -> Refusal {
        Refusal(
            "comparisons.unknown-card-version",
            field: "cardVersion",
            "Tjänstekortet har ingen version \(version) den dagen. Välj en version som finns."
        )
    }

    static let retiredAlready = Refusal("comparisons.retired-already", field: "card", "Tjänstekortet används redan inte längre.")

    static func unknownOwnMeasure(_ id: OwnMeasure.ID) -> Refusal {
        Refusal("comparisons.unknown-measure", field: "measure", "Måttet ”\(id)” finns inte den dagen. Lägg in det först.")
    }

    static let measureOfAnother = Refusal(
        "comparisons.measure-of-another",
        field: "municipality",
        "Måttet är en annan kommuns. Lägg in ett nytt mått i stället."
    )

    static func measureNotOut(_ name: String) -> Refusal {
        Refusal(
            "comparisons.measure-not-out",
            field: "measures",
            "Måttet ”\(name)” visas inte för alla än och kan inte vara med i en studie. Vänta till den dag då det visas."
        )
    }

    static func unknownStudy(_ id: Study.ID) -> Refusal {
        Refusal("comparisons.unknown-study", field: "study", "Studien ”\(id)” finns inte den dagen. Börja den först.")
    }

    static let studyEnded = Refusal(
        "comparisons.study-ended",
        field: "study",
        "Studien har avslutats. Ändra frågan om den ska tas upp igen."
    )

    static let studyDone = Refusal("comparisons.study-done", field: "study", "Studien är redan klar eller avslutad.")

    static func stepMissing(_ missing: Study.Step, before step: Study.Step) -> Refusal {
        Refusal(
            "comparisons.step-missing",
            field: "study",
            "I studien saknas \(missing.name), som måste finnas före \(step.name). Lägg in det som saknas först."
        )
    }

    static func restedOnMeasure(_ measure: MeasureReference) -> Refusal {
        Refusal(
            "comparisons.rested-on",
            field: "measures",
            "Måttet \(measure.text) kan inte tas bort, eftersom analysen bygger på det. Skriv analysen utan det först."
        )
    }

    static func restedOnPlace(_ name: String) -> Refusal {
        Refusal(
            "comparisons.rested-on",
            field: "places",
            "Jämförelsen med \(name) kan inte tas bort, eftersom analysen bygger på den. Skriv analysen utan den först."
        )
    }

    static func measureNotChosen(_ measure: MeasureReference) -> Refusal {
        Refusal(
            "comparisons.measure-not-chosen",
            field: "values",
            "Måttet \(measure.text) är inte valt i studien. Välj det först, eller ta bort dess värden."
        )
    }

    static func placeNotChosen(_ name: String) -> Refusal {
        Refusal(
            "comparisons.place-not-chosen",
            field: "values",
            "Studien jämför inte med \(name). Lägg till det bland jämförelsekommunerna, eller ta bort dess värden."
        )
    }

    static func unknownThemeDay(_ id: ThemeDay.ID) -> Refusal {
        Refusal("comparisons.unknown-theme-day", field: "themeDay", "Temadagen ”\(id)” finns inte den dagen. Lägg in den först.")
    }

    static let unknownStudyDecision = Refusal(
        "comparisons.unknown-decision",
        field: "decision",
        "Beslutet finns inte den dagen. Lägg in mötet och dess paragraf först."
    )

    static func studyDecisionLater(_ period: Period) -> Refusal {
        Refusal(
            "comparisons.decision-later",
            field: "decision",
            "Beslutet fattades först \(period.iso). Välj den dagen eller en senare."
        )
    }

    static func unknownCase(_ id: ImprovementCase.ID) -> Refusal {
        Refusal("comparisons.unknown-case", field: "example", "Exemplet ”\(id)” finns inte den dagen. Välj det i studien först.")
    }

    static func caseNotConfirmed(_ place: String) -> Refusal {
        Refusal(
            "comparisons.case-not-confirmed",
            field: "items",
            """
            Exemplet från \(place) kan inte stå i programmet förrän kommunen själv har bekräftat det. Fråga kommunen, och lägg in \
            svaret först.
            """
        )
    }
}
