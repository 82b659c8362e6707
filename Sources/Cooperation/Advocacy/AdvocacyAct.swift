import HashTreeCollections

/// Acts about what the cooperation argues for.
package enum AdvocacyAct: Hashable, Sendable {
    /// A joint statement was made, or what is recorded of it was replaced.
    case statementMade(Statement.Facts)
    /// A priority was recorded, or replaced by what is true from then on.
    case priorityRecorded(Priority.Facts)
    /// A priority got a new name.
    case priorityRenamed(Priority.Renaming)
    /// Something came of a priority.
    case outcomeNoted(Priority.Outcome)
    /// A list of priorities was agreed, or what is recorded of it was replaced.
    case listAgreed(PriorityList.Facts)
}

extension AdvocacyAct: CapabilityAct {
    static let forms = [
        ActForm("advocacy.statement-made") { .advocacy(.statementMade($0)) },
        ActForm("advocacy.priority-recorded") { .advocacy(.priorityRecorded($0)) },
        ActForm("advocacy.priority-renamed") { .advocacy(.priorityRenamed($0)) },
        ActForm("advocacy.outcome-noted") { .advocacy(.outcomeNoted($0)) },
        ActForm("advocacy.list-agreed") { .advocacy(.listAgreed($0)) },
    ]

    var kind: String {
        switch self {
        case .statementMade: "advocacy.statement-made"
        case .priorityRecorded: "advocacy.priority-recorded"
        case .priorityRenamed: "advocacy.priority-renamed"
        case .outcomeNoted: "advocacy.outcome-noted"
        case .listAgreed: "advocacy.list-agreed"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .statementMade(let facts): facts
        case .priorityRecorded(let facts): facts
        case .priorityRenamed(let renaming): renaming
        case .outcomeNoted(let outcome): outcome
        case .listAgreed(let facts): facts
        }
    }
}

extension Advocacy {
    /// Why an act about advocacy would mean nothing here; nil when it can be applied.
    func objection(to act: AdvocacyAct) -> Refusal? {
        switch act {
        case .statementMade(let facts): unknown(facts.priorities)
        case .priorityRecorded: nil
        case .priorityRenamed(let renaming):
            priorities[renaming.priority]?.facts.name == renaming.name
                ? .namedAlready(renaming.name) : unknown([renaming.priority])
        case .outcomeNoted(let outcome): unknown([outcome.priority])
        case .listAgreed(let facts):
            facts.replaces.flatMap { objection(toReplacing: $0, by: facts.id) } ?? unknown(facts.items)
        }
    }

    private func objection(toReplacing replaced: PriorityList.ID, by id: PriorityList.ID) -> Refusal? {
        if leads(from: replaced, to: id, by: { lists[$0]?.facts.replaces }) { return .listReplacesItself }
        return lists[replaced] == nil ? .unknownList(replaced) : nil
    }

    private func unknown(_ ids: [Priority.ID]) -> Refusal? {
        ids.first { priorities[$0] == nil }.map { .unknownPriority($0) }
    }

    /// What is argued for after an act that meets no objection.
    mutating func apply(_ act: AdvocacyAct, at period: Period) {
        switch act {
        case .statementMade(let facts):
            statements[facts.id] = Statement(facts: facts, made: statements[facts.id]?.made ?? period)
        case .priorityRecorded(let facts):
            guard var known = priorities[facts.id] else {
                priorities[facts.id] = Priority(facts: facts, since: period)
                return
            }
            // Recorded anew under another name, it has had the one before all the same.
            if known.facts.name != facts.name { known.formerNames.append(known.facts.name) }
            known.facts = facts
            priorities[facts.id] = known
        case .priorityRenamed(let renaming):
            guard var priority = priorities[renaming.priority] else { return }
            priority.formerNames.append(priority.facts.name)
            priority.facts.name = renaming.name
            priority.renamings.append(Dated(renaming, period))
            priorities[renaming.priority] = priority
        case .outcomeNoted(let outcome):
            priorities[outcome.priority]?.outcomes.append(Dated(outcome, period))
        case .listAgreed(let facts):
            lists[facts.id] = PriorityList(facts: facts, agreed: lists[facts.id]?.agreed ?? period)
        }
    }
}

extension Refusal {
    static func unknownPriority(_ id: Priority.ID) -> Refusal {
        Refusal(
            "advocacy.unknown-priority",
            field: "priority",
            "Satsningen ”\(id)” finns inte den dagen. Registrera den först, eller välj en annan dag."
        )
    }

    static func namedAlready(_ name: String) -> Refusal {
        Refusal("advocacy.named-already", field: "name", "Satsningen heter redan \(name) den dagen.")
    }

    static let listReplacesItself = Refusal(
        "advocacy.replaces-itself",
        field: "replaces",
        "En prioriteringslista kan inte ersätta sig själv, inte heller genom en annan lista."
    )

    static func unknownList(_ id: PriorityList.ID) -> Refusal {
        Refusal(
            "advocacy.unknown-list",
            field: "replaces",
            "Prioriteringslistan ”\(id)” finns inte den dagen. Registrera den först."
        )
    }
}
