import Cooperation

/// Something that the cooperation argues for, ready to show: what came of it, and its story.
struct PriorityPage: Encodable, Sendable {
    /// Something that happened with a priority.
    struct Event: Encodable, Sendable {
        /// What kind of thing it was, in the order that things of one day are told.
        enum Kind: String, Encodable, Sendable, CaseIterable {
            case known, renamed, listed, statement, outcome
        }

        var kind: Kind
        var date: Period
        /// What it was, in a few words.
        var label: String
        /// The name, the title or the text.
        var text: String
        /// A recipient or a former name.
        var note: String?
        /// The list or the statement.
        var id: String?
        /// The place in a ranked list.
        var place: Int?
        var remarks: [String]
        var sources: [Source]
    }

    var id: String
    var name: String
    /// The oldest first.
    var formerNames: [String]
    var alsoCalled: [String]
    var since: Period
    var latestList: EditionPage.Reference?
    var isInLatestList: Bool
    /// Its place in the latest list; nil when that list isn't ranked or doesn't hold it.
    var place: Int?
    var latestListCount: Int
    /// The last that came of it.
    var outcome: AdvocacyPage.Outcome?
    /// The earliest first.
    var story: [Event]
    var details: [AdvocacyDetail]
    var missing: [String]
    var remarks: [String]
    var sources: [Source]
    var previous: EditionPage.Reference?
    var next: EditionPage.Reference?
    var history: [HistoryLine]

    /// The page of a priority.
    init(_ priority: Priority, _ reading: Reading) {
        let facts = priority.facts
        let advocacy = reading.cooperation.advocacy
        let latest = advocacy.latestList
        let row = AdvocacyPage.Row(priority, in: latest, reading)
        id = row.id
        name = row.name
        formerNames = row.formerNames
        alsoCalled = row.alsoCalled
        since = row.since
        isInLatestList = row.isInLatestList
        place = row.place
        outcome = row.outcome
        latestList = latest.map { EditionPage.Reference(id: $0.facts.id.text, title: $0.facts.title) }
        latestListCount = latest?.facts.items.count ?? 0
        story = Self.story(of: priority, reading)
        details = facts.details.map { AdvocacyDetail($0, reading) }
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
        sources = (facts.sources + facts.details.flatMap(\.sources)).unique
        let all = advocacy.prioritiesInListOrder
        if let index = all.firstIndex(where: { $0.facts.id == facts.id }) {
            let reference = { (other: Priority) in EditionPage.Reference(id: other.facts.id.text, title: other.facts.name) }
            previous = index > 0 ? reference(all[index - 1]) : nil
            next = index + 1 < all.count ? reference(all[index + 1]) : nil
        }
        history = reading.history(of: .priority(facts.id))
    }

    private static func story(of priority: Priority, _ reading: Reading) -> [Event] {
        let words = reading.words.advocacy
        let id = priority.facts.id
        let advocacy = reading.cooperation.advocacy
        var events = [
            Event(
                kind: .known,
                date: priority.since,
                label: words.firstKnown,
                text: priority.formerNames.first ?? priority.facts.name,
                remarks: [],
                sources: priority.facts.sources
            )
        ]
        for (index, renaming) in priority.renamings.enumerated() {
            events.append(
                Event(
                    kind: .renamed,
                    date: renaming.period,
                    label: words.newName,
                    text: renaming.fact.name,
                    note: priority.formerNames.indices.contains(index) ? words.formerly(priority.formerNames[index]) : nil,
                    remarks: reading.texts(renaming.fact.remarks),
                    sources: renaming.fact.sources
                )
            )
        }
        for (list, place) in advocacy.places(of: id) {
            let isRanked = list.facts.isRanked
            let count = list.facts.items.count
            events.append(
                Event(
                    kind: .listed,
                    date: list.agreed,
                    label: isRanked ? words.placed("\(place)", "\(count)") : words.listed,
                    text: list.facts.title,
                    id: list.facts.id.text,
                    place: isRanked ? place : nil,
                    remarks: [],
                    sources: list.facts.sources
                )
            )
        }
        for statement in advocacy.statements(for: id) {
            events.append(
                Event(
                    kind: .statement,
                    date: statement.made,
                    label: statement.facts.kind.withCapital,
                    text: statement.facts.title,
                    note: statement.facts.recipient,
                    id: statement.facts.id.text,
                    remarks: [],
                    sources: statement.facts.sources
                )
            )
        }
        for outcome in priority.outcomes {
            events.append(
                Event(
                    kind: .outcome,
                    date: outcome.period,
                    label: words.outcome,
                    text: reading.text(outcome.fact.text),
                    remarks: reading.texts(outcome.fact.remarks),
                    sources: outcome.fact.sources
                )
            )
        }
        // The sort isn't stable; the order of a day is that in which they were added.
        return events.enumerated()
            .sorted { ($0.element.date.last, $0.offset) < ($1.element.date.last, $1.offset) }
            .map(\.element)
    }

    /// The story as a table for a file.
    func table(_ words: Words) -> Table {
        let advocacy = words.advocacy
        return Table(
            columns: [advocacy.date, advocacy.happening, advocacy.what, words.frame.remarks, words.frame.sources],
            rows: story.map { event in
                [
                    event.date.iso, event.label, event.text,
                    ([event.note].compactMap(\.self) + event.remarks).joined(separator: " "),
                    event.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }

    /// The sentence that answers what people come with: what came of it.
    func lead(_ words: Words) -> String {
        guard let outcome else { return words.advocacy.noOutcome(name) }
        return "\(words.period(outcome.date).withCapital): \(outcome.text)"
    }

    /// What the story holds, in a few words: 'Två listor och ett utfall sedan 2008'.
    func finding(_ words: Words) -> String {
        let advocacy = words.advocacy
        let parts: [String] = [
            (Event.Kind.renamed, advocacy.renamingCount), (.listed, advocacy.listCount),
            (.statement, advocacy.statementCount), (.outcome, advocacy.outcomeCount),
        ]
        .compactMap { kind, write in
            let count = story.count { $0.kind == kind }
            return count > 0 ? write(words.count(count), count) : nil
        }
        // A count of one thing says less than the heading.
        guard let first = story.first, story.count > 2 else { return advocacy.story }
        return advocacy.storySince(words.list(parts), "\(first.date.last.year)").withCapital
    }
}
