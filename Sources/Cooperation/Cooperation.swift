import HashTreeCollections

/// The whole state of the cooperation after a given act.
///
/// An immutable value on persistent trees: a snapshot costs nothing, and yesterday's state can be kept beside today's. It is
/// only ever made by applying acts, in the order in which the things happened (`Timeline`).
package struct Cooperation: Hashable, Sendable {
    /// What the cooperation has agreed about itself; nil before it was formed.
    package internal(set) var settings: Settings?
    /// When the agreement on `settings` was made.
    package internal(set) var agreed: Period?
    package internal(set) var members = Members()
    package internal(set) var programme = Programme()
    package internal(set) var outerFrames = OuterFrames()
    package internal(set) var organisation = Organisation()
    package internal(set) var documents = Documents()
    package internal(set) var conferences = Conferences()
    package internal(set) var advocacy = Advocacy()
    package internal(set) var planning = Planning()
    package internal(set) var news = News()
    package internal(set) var meetings = Meetings()
    package internal(set) var drafting = Drafting()
    package internal(set) var ratification = Ratification()
    package internal(set) var comparisons = Comparisons()
    /// What the public may not see, and the reason.
    var withdrawn: TreeDictionary<Subject, Prose> = [:]
    /// The lines that have been noted as crossed.
    var notices: TreeSet<Crossing> = []
    /// Recorded acts that mean nothing where they stand, and why; the registrar lets none arise.
    var void: TreeDictionary<Position, Refusal> = [:]

    /// Whether any recorded act means nothing where it stands.
    package var hasVoidActs: Bool { !void.isEmpty }

    /// The cooperation before anything has happened.
    package init() {}

    /// Why an act would mean nothing here; nil when it can be applied.
    ///
    /// - Parameters:
    ///   - act: the act.
    ///   - period: when it happens; what follows a step of a track can't come before it. Left out, the days aren't asked about.
    /// - Returns: the objection.
    package func objection(to act: Act, at period: Period? = nil) -> Refusal? {
        switch act {
        case .settings: nil
        case .members(let act): members.objection(to: act)
        case .programme(let act): objection(besideRoundTo: act) ?? programme.objection(to: act, frames: outerFrames)
        case .outerFrames(.recorded(let facts)): programme.objection(toGoalsOf: facts)
        case .organisation(let act): organisation.objection(to: act, members: members, programme: programme)
        case .documents(let act): documents.objection(to: act, programme: programme)
        case .conferences(let act): conferences.objection(to: act, members: members, organisation: organisation)
        case .advocacy(let act): advocacy.objection(to: act)
        case .planning(let act): objection(to: act)
        case .news(let act): objection(to: act)
        case .meetings(let act): objection(to: act, at: period)
        case .drafting(let act): objection(to: act)
        case .ratification(let act): objection(to: act, at: period)
        case .comparisons(let act): objection(to: act, at: period)
        case .visibility(let act): objection(to: act)
        case .notice(.crossed(let notice)):
            notices.contains(notice.crossing)
                ? Refusal("notice.noted", "Händelsen ”\(notice.crossing.text)” är redan noterad.") : nil
        case .record: nil
        }
    }

    /// The act, when it can be applied here.
    ///
    /// - Throws: the objection to it.
    func accepting(_ act: Act, at period: Period? = nil) throws(Refusal) -> Act {
        if let objection = objection(to: act, at: period) { throw objection }
        return act
    }

    /// The cooperation after an act.
    ///
    /// Total: it never fails on a recorded act. One that means nothing where it stands is noted as void and changes nothing else.
    mutating func apply(_ act: Act, at period: Period, position: Position) {
        if let objection = objection(to: act, at: period) {
            void[position] = objection
            return
        }
        switch act {
        case .settings(.agreed(let terms)):
            settings = terms
            // The first agreement is when the cooperation was formed; later ones change its terms.
            agreed = agreed ?? period
        case .members(let act):
            members.apply(act, at: period)
            for (edition, round) in ratification.rounds where round.current?.facts.rule.asks(about: act) ?? false {
                settleEntryIntoForce(of: edition)
            }
        case .programme(let act): programme.apply(act, at: period)
        case .outerFrames(.recorded(let facts)): outerFrames.frames[facts.id] = OuterFrame(facts: facts)
        case .organisation(let act): organisation.apply(act, at: period)
        case .documents(let act): documents.apply(act, at: period)
        case .conferences(let act): conferences.apply(act, at: period)
        case .advocacy(let act): advocacy.apply(act, at: period)
        case .planning(let act): planning.apply(act, at: period)
        case .news(let act): news.apply(act, at: period)
        case .meetings(let act): meetings.apply(act, at: period)
        case .drafting(let act): drafting.apply(act, at: period, position: position)
        case .ratification(let act):
            ratification.apply(act, at: period)
            if case .proposed(let facts) = act { programme.take(facts) }
            settleEntryIntoForce(of: act.edition)
        case .comparisons(let act): comparisons.apply(act, at: period)
        case .visibility(.withdrawn(let change)): withdrawn[change.subject] = change.reason
        case .visibility(.restored(let change)): withdrawn[change.subject] = nil
        case .notice(.crossed(let notice)): notices.insert(notice.crossing)
        // Corrections are resolved before the fold: the timeline hands over what they put in the place of their target.
        case .record: break
        }
    }

    /// Lets the rule say from when an edition is in force, of what is known now; no act can say it instead.
    private mutating func settleEntryIntoForce(of edition: Edition.ID) {
        guard let proposal = ratification[edition]?.current else { return }
        let day = proposal.entryIntoForce(among: members)
        programme.editions[edition]?.inForce = day.map { .day($0) }
        programme.editions[edition]?.entry = day.map { _ in
            Edition.EntryIntoForce(edition: edition, remarks: proposal.facts.remarks, sources: proposal.facts.sources)
        }
    }

    private func objection(to act: VisibilityAct) -> Refusal? {
        switch act {
        case .withdrawn(let change):
            guard knows(change.subject) else { return .unknownSubject(change.subject) }
            return withdrawn[change.subject] == nil
                ? nil : Refusal("visibility.withdrawn-already", field: "subject", "Uppgiften visas redan inte för allmänheten.")
        case .restored(let change):
            return withdrawn[change.subject] == nil
                ? Refusal("visibility.shown-already", field: "subject", "Uppgiften visas redan för allmänheten.") : nil
        }
    }

    /// Whether there is such a thing.
    package func knows(_ subject: Subject) -> Bool {
        switch subject {
        case .municipality(let id): members.municipalities[id] != nil
        case .edition(let id): programme.editions[id] != nil
        case .outerFrame(let id): outerFrames.frames[id] != nil
        case .body(let id): organisation.bodies[id] != nil
        case .peer(let id): organisation.peers[id] != nil
        case .document(let id): documents.documents[id] != nil
        case .series(let id): conferences.series[id] != nil
        case .conference(let series, let id): conferences.series[series]?.conferences[id] != nil
        case .statement(let id): advocacy.statements[id] != nil
        case .priority(let id): advocacy.priorities[id] != nil
        case .priorityList(let id): advocacy.lists[id] != nil
        case .plan(let id): planning.plans[id] != nil
        case .newsItem(let id): news.items[id] != nil
        case .draft(let id): drafting.drafts[id] != nil
        case .meeting(let body, let id): meetings[body, id] != nil
        case .serviceCard(let id): comparisons.cards[id] != nil
        case .ownMeasure(let id): comparisons.measures[id] != nil
        case .study(let id): comparisons.studies[id] != nil
        case .themeDay(let id): comparisons.themeDays[id] != nil
        }
    }
}

extension Refusal {
    static func unknownSubject(_ subject: Subject) -> Refusal {
        Refusal("visibility.unknown", field: "subject", "”\(subject.text)” finns inte den dagen.")
    }
}
