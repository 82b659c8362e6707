import HashTreeCollections

/// Which acts may be shown: the one rule of pages, feeds and the export.
///
/// An act isn't shown when it is about something hidden. One about news isn't either when it tells what was never news: a wording that was
/// replaced before its first day, and what was done with it until then.
package struct Gate: Sendable {
    private let known: Timeline
    private let hidden: Set<Subject>
    private let latest: Day
    /// The own measures that there are: one that was struck may have waited for its day when it was, and is never told of.
    private let measures: Set<OwnMeasure.ID>

    /// The gate before some acts.
    ///
    /// - Parameters:
    ///   - known: the acts that are counted.
    ///   - hidden: what may not be shown as a whole.
    ///   - latest: the last day that counts.
    init(_ known: Timeline, hiding hidden: Set<Subject>, by latest: Day) {
        self.known = known
        self.hidden = hidden
        self.latest = latest
        measures = Set(known.live.comparisons.measures.keys)
    }

    /// The gate before a whole journal as it is shown on a day.
    package init(_ known: Timeline, today: Day) {
        self.init(known, hiding: known.live.hiddenSubjects(on: today), by: today)
    }

    /// Whether an act may be shown.
    package func lets(_ record: Record) -> Bool {
        let subjects = known.subjects(of: record)
        guard hidden.isDisjoint(with: subjects) else { return false }
        // What is being written is shown by its own page, and never by what was done to it; nor when it has been struck.
        guard !subjects.contains(where: { if case .draft = $0 { true } else { false } }) else { return false }
        return subjects.allSatisfy { subject in
            switch subject {
            case .newsItem(let id): NewsPast(of: id, in: known).isOut(record, by: latest)
            case .ownMeasure(let id): measures.contains(id)
            default: true
            }
        }
    }
}

extension Cooperation {
    /// What the public may not see on a day: what has been withdrawn, and news and own measures whose first day hasn't come.
    package func hiddenSubjects(on day: Day) -> Set<Subject> {
        var hidden = withdrawnSubjects
        for id in drafting.drafts.keys { hidden.insert(.draft(id)) }
        for item in news.items.values where !item.isDue(on: day) { hidden.insert(.newsItem(item.facts.id)) }
        for measure in comparisons.measures.values where !measure.isDue(on: day) { hidden.insert(.ownMeasure(measure.facts.id)) }
        return hidden
    }
}
