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
    package func objection(to act: Act) -> Refusal? {
        switch act {
        case .settings: nil
        case .members(let act): members.objection(to: act)
        case .programme(let act): programme.objection(to: act, frames: outerFrames)
        case .outerFrames(.recorded(let facts)): programme.objection(toGoalsOf: facts)
        case .organisation(let act): organisation.objection(to: act, members: members, programme: programme)
        case .documents(let act): documents.objection(to: act, programme: programme)
        case .conferences(let act): conferences.objection(to: act, members: members, organisation: organisation)
        case .advocacy(let act): advocacy.objection(to: act)
        case .planning(let act): objection(to: act)
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
    func accepting(_ act: Act) throws(Refusal) -> Act {
        if let objection = objection(to: act) { throw objection }
        return act
    }

    /// The cooperation after an act.
    ///
    /// Total: it never fails on a recorded act. One that means nothing where it stands is noted as void and changes nothing else.
    mutating func apply(_ act: Act, at period: Period, position: Position) {
        if let objection = objection(to: act) {
            void[position] = objection
            return
        }
        switch act {
        case .settings(.agreed(let terms)):
            settings = terms
            // The first agreement is when the cooperation was formed; later ones change its terms.
            agreed = agreed ?? period
        case .members(let act): members.apply(act, at: period)
        case .programme(let act): programme.apply(act, at: period)
        case .outerFrames(.recorded(let facts)): outerFrames.frames[facts.id] = OuterFrame(facts: facts)
        case .organisation(let act): organisation.apply(act, at: period)
        case .documents(let act): documents.apply(act, at: period)
        case .conferences(let act): conferences.apply(act, at: period)
        case .advocacy(let act): advocacy.apply(act, at: period)
        case .planning(let act): planning.apply(act, at: period)
        case .visibility(.withdrawn(let change)): withdrawn[change.subject] = change.reason
        case .visibility(.restored(let change)): withdrawn[change.subject] = nil
        case .notice(.crossed(let notice)): notices.insert(notice.crossing)
        // Corrections are resolved before the fold: the timeline hands over what they put in the place of their target.
        case .record: break
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
    func knows(_ subject: Subject) -> Bool {
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
        }
    }
}

extension Refusal {
    static func unknownSubject(_ subject: Subject) -> Refusal {
        Refusal("visibility.unknown", field: "subject", "”\(subject.text)” finns inte den dagen.")
    }
}
