import HashTreeCollections

/// Acts about comparisons.
package enum ComparisonsAct: Hashable, Sendable {
    /// A service card was written, or got a new version: the whole of it as it is from then on.
    case cardRecorded(ServiceCard.Facts)
    /// A service card is no longer used.
    case cardRetired(ServiceCard.Retirement)
    /// A municipality's own measure was described, or described anew: the whole of it as it is from then on.
    case ownMeasureRecorded(OwnMeasure.Facts)
    /// The value of a year was recorded, or replaced.
    case ownValueRecorded(OwnMeasure.Value)
    /// A study was begun with its question, or its question was put anew.
    case studyBegun(Study.Facts)
    case measuresChosen(Study.Measures)
    case peersChosen(Study.Peers)
    case analysed(Study.Analysis)
    case proposed(Study.Proposal)
    case presented(Study.Presentation)
    case decided(Study.Outcome)
    case followedUp(Study.FollowUp)
    case ended(Study.Ending)
    /// An improvement example was chosen in a study, or what is recorded of it was replaced.
    case caseChosen(ImprovementCase.Facts)
    case caseAsked(ImprovementCase.Question)
    case caseAnswered(ImprovementCase.Answer)
    /// A theme day was planned, or planned anew: the whole of it as it is from then on.
    case themeDayRecorded(ThemeDay.Facts)
}

extension ComparisonsAct: CapabilityAct {
    static let forms = [
        ActForm("comparisons.card-recorded") { .comparisons(.cardRecorded($0)) },
        ActForm("comparisons.card-retired") { .comparisons(.cardRetired($0)) },
        ActForm("comparisons.own-measure-recorded") { .comparisons(.ownMeasureRecorded($0)) },
        ActForm("comparisons.own-value-recorded") { .comparisons(.ownValueRecorded($0)) },
        ActForm("comparisons.study-begun") { .comparisons(.studyBegun($0)) },
        ActForm("comparisons.measures-chosen") { .comparisons(.measuresChosen($0)) },
        ActForm("comparisons.peers-chosen") { .comparisons(.peersChosen($0)) },
        ActForm("comparisons.study-analysed") { .comparisons(.analysed($0)) },
        ActForm("comparisons.study-proposed") { .comparisons(.proposed($0)) },
        ActForm("comparisons.study-presented") { .comparisons(.presented($0)) },
        ActForm("comparisons.study-decided") { .comparisons(.decided($0)) },
        ActForm("comparisons.study-followed-up") { .comparisons(.followedUp($0)) },
        ActForm("comparisons.study-ended") { .comparisons(.ended($0)) },
        ActForm("comparisons.case-chosen") { .comparisons(.caseChosen($0)) },
        ActForm("comparisons.case-asked") { .comparisons(.caseAsked($0)) },
        ActForm("comparisons.case-answered") { .comparisons(.caseAnswered($0)) },
        ActForm("comparisons.theme-day-recorded") { .comparisons(.themeDayRecorded($0)) },
    ]

    var kind: String {
        switch self {
        case .cardRecorded: "comparisons.card-recorded"
        case .cardRetired: "comparisons.card-retired"
        case .ownMeasureRecorded: "comparisons.own-measure-recorded"
        case .ownValueRecorded: "comparisons.own-value-recorded"
        case .studyBegun: "comparisons.study-begun"
        case .measuresChosen: "comparisons.measures-chosen"
        case .peersChosen: "comparisons.peers-chosen"
        case .analysed: "comparisons.study-analysed"
        case .proposed: "comparisons.study-proposed"
        case .presented: "comparisons.study-presented"
        case .decided: "comparisons.study-decided"
        case .followedUp: "comparisons.study-followed-up"
        case .ended: "comparisons.study-ended"
        case .caseChosen: "comparisons.case-chosen"
        case .caseAsked: "comparisons.case-asked"
        case .caseAnswered: "comparisons.case-answered"
        case .themeDayRecorded: "comparisons.theme-day-recorded"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .cardRecorded(let facts): facts
        case .cardRetired(let retirement): retirement
        case .ownMeasureRecorded(let facts): facts
        case .ownValueRecorded(let value): value
        case .studyBegun(let facts): facts
        case .measuresChosen(let measures): measures
        case .peersChosen(let peers): peers
        case .analysed(let analysis): analysis
        case .proposed(let proposal): proposal
        case .presented(let presentation): presentation
        case .decided(let outcome): outcome
        case .followedUp(let followUp): followUp
        case .ended(let ending): ending
        case .caseChosen(let facts): facts
        case .caseAsked(let question): question
        case .caseAnswered(let answer): answer
        case .themeDayRecorded(let facts): facts
        }
    }

    /// What the act is about.
    package var subject: Subject {
        switch self {
        case .cardRecorded(let facts): .serviceCard(facts.id)
        case .cardRetired(let retirement): .serviceCard(retirement.card)
        case .ownMeasureRecorded(let facts): .ownMeasure(facts.id)
        case .ownValueRecorded(let value): .ownMeasure(value.measure)
        case .studyBegun(let facts): .study(facts.id)
        case .measuresChosen(let measures): .study(measures.study)
        case .peersChosen(let peers): .study(peers.study)
        case .analysed(let analysis): .study(analysis.study)
        case .proposed(let proposal): .study(proposal.study)
        case .presented(let presentation): .study(presentation.study)
        case .decided(let outcome): .study(outcome.study)
        case .followedUp(let followUp): .study(followUp.study)
        case .ended(let ending): .study(ending.study)
        case .caseChosen(let facts): .study(facts.study)
        case .caseAsked(let question): .study(question.study)
        case .caseAnswered(let answer): .study(answer.study)
        case .themeDayRecorded(let facts): .themeDay(facts.id)
        }
    }
}

extension Comparisons {
    /// What is compared after an act that meets no objection.
    mutating func apply(_ act: ComparisonsAct, at period: Period) {
        switch act {
        case .cardRecorded(let facts):
            if cards[facts.id] == nil {
                cards[facts.id] = ServiceCard(facts, at: period)
            } else {
                cards[facts.id]?.take(facts, at: period)
            }
        case .cardRetired(let retirement): cards[retirement.card]?.retirement = Dated(retirement, period)
        case .ownMeasureRecorded(let facts):
            if measures[facts.id] == nil {
                measures[facts.id] = OwnMeasure(facts, since: period)
            } else {
                measures[facts.id]?.facts = facts
            }
        case .ownValueRecorded(let value): measures[value.measure]?.values[value.year] = Dated(value, period)
        case .studyBegun(let facts):
            if studies[facts.id] == nil {
                studies[facts.id] = Study(facts, begun: period)
            } else {
                studies[facts.id]?.facts = facts
                studies[facts.id]?.ending = nil
            }
        case .measuresChosen(let measures): studies[measures.study]?.measures = Dated(measures, period)
        case .peersChosen(let peers): studies[peers.study]?.peers = Dated(peers, period)
        case .analysed(let analysis): studies[analysis.study]?.analysis = Dated(analysis, period)
        case .proposed(let proposal): studies[proposal.study]?.proposal = Dated(proposal, period)
        case .presented(let presentation): studies[presentation.study]?.presentation = Dated(presentation, period)
        case .decided(let outcome): studies[outcome.study]?.outcome = Dated(outcome, period)
        case .followedUp(let followUp): studies[followUp.study]?.followUps.append(Dated(followUp, period))
        case .ended(let ending): studies[ending.study]?.ending = Dated(ending, period)
        case .caseChosen(let facts): studies[facts.study]?.choose(facts, at: period)
        case .caseAsked(let question): studies[question.study]?.change(question.example) { $0.asked = Dated(question, period) }
        case .caseAnswered(let answer): studies[answer.study]?.change(answer.example) { $0.answer = Dated(answer, period) }
        case .themeDayRecorded(let facts):
            themeDays[facts.id] = ThemeDay(facts: facts, since: themeDays[facts.id]?.since ?? period)
        }
    }
}

extension Study {
    fileprivate mutating func choose(_ facts: ImprovementCase.Facts, at period: Period) {
        if let index = cases.firstIndex(where: { $0.facts.id == facts.id }) {
            cases[index].facts = facts
        } else {
            cases.append(ImprovementCase(facts, chosen: period))
        }
    }

    fileprivate mutating func change(_ id: ImprovementCase.ID, _ change: (inout ImprovementCase) -> Void) {
        guard let index = cases.firstIndex(where: { $0.facts.id == id }) else { return }
        change(&cases[index])
    }
}
