/// A comparison study (jämförelsestudie): from a question, by few key figures, to a decision that is followed up.
///
/// An evaluation of the cooperation's comparisons found that figures were collected every year and nothing came of them: the analysis, the
/// decision and the follow-up were missing. So a study is its steps, each of them an act, and what is missing is shown as what comes next.
package struct Study: Hashable, Sendable {
    /// The study in addresses: `hemtjanstens-kostnader`.
    package typealias ID = Identifier<Study>

    /// The steps of a study, in order.
    package enum Step: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        case question, measures, peers, analysis, proposal
        case themeDay = "theme-day"
        case decision
        case followUp = "follow-up"

        package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The question that it begins with: the whole of it as it is from then on.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var title: String
        /// What it is to answer.
        package var question: Prose
        /// The body that carries it out.
        package var responsible: Body.ID
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// A measure that is compared.
    package struct Measure: Hashable, Sendable, Codable {
        package var measure: MeasureReference
        /// Its name when it was chosen.
        package var name: String
        package var unit: String?

        /// A measure by its reference and its name.
        package init(_ measure: MeasureReference, name: String, unit: String? = nil) {
            self.measure = measure
            self.name = name
            self.unit = unit
        }
    }

    /// The few measures that are compared.
    package struct Measures: Hashable, Sendable, Codable {
        package var study: ID
        package var measures: [Measure]
        /// Why these.
        package var reason: Prose?
    }

    /// With whom it compares.
    package struct Peers: Hashable, Sendable, Codable {
        package var study: ID
        package var places: [ComparedPlace]
        /// Why these.
        package var reason: Prose?
    }

    /// Why the municipalities differ, in words, and the values that this rests on.
    package struct Analysis: Hashable, Sendable, Codable {
        package var study: ID
        package var text: Prose
        package var values: [CopiedValue]
    }

    /// What could be tried, and by whom.
    package struct Proposal: Hashable, Sendable, Codable {
        package var study: ID
        package var text: Prose
        /// Who would try it.
        package var municipalities: [Municipality.ID]
    }

    /// That it is to be presented on a theme day.
    package struct Presentation: Hashable, Sendable, Codable {
        package var study: ID
        package var themeDay: ThemeDay.ID
    }

    /// What was decided because of it, and when that is to be followed up.
    package struct Outcome: Hashable, Sendable, Codable {
        package var study: ID
        package var decision: Meeting.Decision.Reference
        /// The last day to follow it up.
        package var followUp: Day
        /// The body that follows it up.
        package var responsible: Body.ID
    }

    /// What had come of it when it was followed up.
    package struct FollowUp: Hashable, Sendable, Codable {
        package var study: ID
        package var text: Prose
        package var values: [CopiedValue]
        /// The last day to follow it up once more; nil when it is done with.
        package var next: Day?
    }

    /// That it ended before it was done, and why.
    package struct Ending: Hashable, Sendable, Codable {
        package var study: ID
        package var reason: Prose
    }

    package internal(set) var facts: Facts
    /// When it was begun.
    package internal(set) var begun: Period
    package internal(set) var measures: Dated<Measures>?
    package internal(set) var peers: Dated<Peers>?
    package internal(set) var analysis: Dated<Analysis>?
    package internal(set) var proposal: Dated<Proposal>?
    package internal(set) var presentation: Dated<Presentation>?
    package internal(set) var outcome: Dated<Outcome>?
    /// In order of time.
    package internal(set) var followUps: [Dated<FollowUp>] = []
    package internal(set) var ending: Dated<Ending>?
    /// The improvement examples that were chosen, in the order they were.
    package internal(set) var cases: [ImprovementCase] = []

    /// A study that has only its question.
    init(_ facts: Facts, begun: Period) {
        self.facts = facts
        self.begun = begun
    }

    /// When a step was taken, the latest time; nil when it hasn't been.
    package func taken(_ step: Step) -> Period? {
        switch step {
        case .question: begun
        case .measures: measures?.period
        case .peers: peers?.period
        case .analysis: analysis?.period
        case .proposal: proposal?.period
        case .themeDay: presentation?.period
        case .decision: outcome?.period
        case .followUp: followUps.last?.period
        }
    }

    /// The step that comes next; nil when it is done with or was ended.
    ///
    /// A theme day is for telling others, and can be passed over: what has been decided doesn't wait for one.
    package var next: Step? {
        guard ending == nil else { return nil }
        if outcome != nil { return due == nil ? nil : .followUp }
        return Step.allCases.first { taken($0) == nil }
    }

    /// The last day of the follow-up that comes next; nil when none does.
    package var due: Day? {
        guard ending == nil, let outcome else { return nil }
        guard let latest = followUps.last else { return outcome.fact.followUp }
        return latest.fact.next
    }

    /// The body that the next step waits for.
    package var awaited: Body.ID { outcome?.fact.responsible ?? facts.responsible }

    /// Whether the follow-up is late on a day.
    package func isOverdue(on day: Day) -> Bool { due.map { $0 < day } ?? false }

    /// The case with that id.
    package subscript(id: ImprovementCase.ID) -> ImprovementCase? { cases.first { $0.facts.id == id } }
}
