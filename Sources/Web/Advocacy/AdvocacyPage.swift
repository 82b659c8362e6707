import Cooperation

/// What the cooperation argues for, ready to show: the latest list, earlier ones, and every priority.
struct AdvocacyPage: Encodable, Sendable {
    /// Something that came of a priority.
    struct Outcome: Encodable, Sendable {
        var date: Period
        var text: String
        var sources: [Source]
    }

    /// A priority in a list.
    struct Item: Encodable, Sendable {
        /// Its place in the list, counted from 1.
        var place: Int
        var id: String
        /// What it was called when the list was agreed.
        var name: String
        /// What it is called now, when that is something else.
        var nameNow: String?
        var outcome: Outcome?
    }

    /// A list as it was agreed.
    struct List: Encodable, Sendable {
        var id: String
        var title: String
        var agreed: Period
        var decidedBy: String?
        var replaces: EditionPage.Reference?
        var isRanked: Bool
        var items: [Item]
        var details: [AdvocacyDetail]
        var missing: [String]
        var remarks: [String]
        var sources: [Source]
    }

    /// A priority in the register.
    struct Row: Encodable, Sendable {
        var id: String
        var name: String
        /// The oldest first.
        var formerNames: [String]
        var alsoCalled: [String]
        var since: Period
        var isInLatestList: Bool
        /// Its place in the latest list; nil when that list isn't ranked or doesn't hold it.
        var place: Int?
        var outcome: Outcome?
        var sources: [Source]

        /// Former and other names in a row.
        var otherNames: String { (formerNames + alsoCalled).unique.filter { $0 != name }.joined(separator: ", ") }
    }

    var cooperation: String
    var latest: List?
    /// The newest first.
    var earlier: [List]
    /// Those of the latest list in its order, then the others in alphabetical order.
    var priorities: [Row]
    /// How many joint statements are known.
    var statements: Int

    /// What is argued for.
    init(_ reading: Reading) {
        let advocacy = reading.cooperation.advocacy
        let lists = advocacy.listsInOrder
        cooperation = reading.calledName
        latest = lists.last.map { List($0, reading) }
        earlier = lists.dropLast().reversed().map { List($0, reading) }
        priorities = advocacy.prioritiesInListOrder.map { Row($0, in: lists.last, reading) }
        statements = advocacy.statementsInOrder.count
    }

    /// The priorities as a table for a file.
    func table(_ words: Words) -> Table {
        let advocacy = words.advocacy
        return Table(
            columns: [
                "id", advocacy.priority, advocacy.otherNames, advocacy.inLatestList, advocacy.latestOutcome, advocacy.whatCame,
                advocacy.knownSince, words.frame.sources,
            ],
            rows: priorities.map { row in
                [
                    row.id, row.name, row.otherNames, words.inList(row), row.outcome?.date.iso ?? "", row.outcome?.text ?? "",
                    row.since.iso, (row.sources + (row.outcome?.sources ?? [])).unique.map(\.text).joined(separator: " "),
                ]
            }
        )
    }

    /// The sentence that answers what people come with.
    func lead(_ reading: Reading) -> String {
        let words = reading.words
        guard let latest, let first = latest.items.first else {
            guard priorities.isEmpty else {
                return words.advocacy.withoutList(words.count(priorities.count), priorities.count)
            }
            return reading.isNow ? words.advocacy.noPriority : words.advocacy.noPriorityThen
        }
        let count = latest.items.count
        if count == 1 { return words.advocacy.only(first.name) }
        return latest.isRanked && first.place == 1
            ? words.advocacy.first(first.name, words.count(count)) : words.advocacy.unranked(words.count(count))
    }
}

extension AdvocacyPage.Outcome {
    /// The last that came of a priority; nil when nothing is known to have.
    init?(latestOf priority: Priority, _ reading: Reading) {
        guard let outcome = priority.outcomes.last else { return nil }
        date = outcome.period
        text = reading.text(outcome.fact.text)
        sources = outcome.fact.sources
    }
}

extension AdvocacyPage.List {
    /// A list, with those of its priorities that may be seen.
    init(_ list: PriorityList, _ reading: Reading) {
        let facts = list.facts
        let advocacy = reading.cooperation.advocacy
        id = facts.id.text
        title = facts.title
        agreed = list.agreed
        decidedBy = facts.decidedBy
        replaces = facts.replaces.flatMap { advocacy[$0] }
            .map { EditionPage.Reference(id: $0.facts.id.text, title: $0.facts.title) }
        isRanked = facts.isRanked
        items = facts.items.enumerated().compactMap { index, id in
            guard let priority = advocacy[id] else { return nil }
            let then = priority.name(at: list.agreed)
            return AdvocacyPage.Item(
                place: index + 1,
                id: id.text,
                name: then,
                nameNow: then == priority.facts.name ? nil : priority.facts.name,
                outcome: AdvocacyPage.Outcome(latestOf: priority, reading)
            )
        }
        details = facts.details.map { AdvocacyDetail($0, reading) }
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
        sources = (facts.sources + facts.details.flatMap(\.sources)).unique
    }
}

extension AdvocacyPage.Row {
    /// A priority as one row.
    init(_ priority: Priority, in latest: PriorityList?, _ reading: Reading) {
        let facts = priority.facts
        id = facts.id.text
        name = facts.name
        formerNames = priority.formerNames
        alsoCalled = facts.alsoCalled
        since = priority.since
        let index = latest?.facts.items.firstIndex(of: facts.id)
        isInLatestList = index != nil
        place = latest?.facts.isRanked == true ? index.map { $0 + 1 } : nil
        outcome = AdvocacyPage.Outcome(latestOf: priority, reading)
        sources = facts.sources
    }
}

extension Words {
    /// Whether a priority is in the latest list, and where when the list is ranked.
    func inList(_ row: AdvocacyPage.Row) -> String {
        row.place.map { number($0) } ?? (row.isInLatestList ? advocacy.yes : advocacy.no)
    }
}

extension Advocacy {
    /// Every priority: those of the latest list in its order, then the others in alphabetical order.
    var prioritiesInListOrder: [Priority] {
        let listed = latestList?.facts.items ?? []
        let isListed = Set(listed)
        return listed.compactMap { self[$0] } + prioritiesInOrder.filter { !isListed.contains($0.facts.id) }
    }
}

extension Priority {
    /// What it was called at a time.
    func name(at time: Period) -> String {
        guard let later = renamings.firstIndex(where: { $0.period.last > time.last }), formerNames.indices.contains(later)
        else { return facts.name }
        return formerNames[later]
    }
}
