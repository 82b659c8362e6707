/// What has been done with one news item: what the public has had before its eyes, and what never was shown.
///
/// A wording that was replaced before its first day has never been news, and the history of an item mustn't tell it afterwards. Which
/// wordings have been out depends on what stood at each moment, so it is found by going through the moments: there are as many as there
/// are acts about the item.
struct NewsPast {
    /// What stands at a moment, or on a day.
    private struct Standing {
        /// The act that holds the wording; a correction when one has replaced it.
        var wording: Position?
        /// The first day of that wording.
        var from: Day?
        var isWithdrawn = false

        func isDue(on day: Day) -> Bool { from.map { $0 <= day } ?? false }

        /// Whether a wording may be seen on a day.
        func shows(_ position: Position, on day: Day) -> Bool { wording == position && !isWithdrawn && isDue(on: day) }
    }

    /// An act in the place where it counts.
    private struct Counted {
        let key: Timeline.Key
        /// The act itself, or the one that corrected it.
        let source: Position
        let act: Act
    }

    private let id: NewsItem.ID
    /// In order of position.
    private var records: [Record] = []
    /// What stood after each of them.
    private var moments: [Standing] = []

    /// The past of an item, as far as a timeline knows it.
    init(of id: NewsItem.ID, in timeline: Timeline) {
        self.id = id
        var positions: Set<Position> = []
        timeline.positions(about: .newsItem(id)).forEach { positions.insert($0) }
        // An act that was corrected into one about the item, and whatever else has been done with that act.
        for case .record(let act)? in positions.map({ timeline[$0]?.act }) {
            positions.insert(act.target)
            for subject in timeline[act.target]?.act.subjects ?? [] {
                timeline.positions(about: subject).forEach { position in
                    if case .record(let other)? = timeline[position]?.act, other.target == act.target {
                        positions.insert(position)
                    }
                }
            }
        }
        records = positions.sorted().compactMap { timeline[$0] }
        moments = records.indices.map { index in
            counted(records[...index]).reduce(into: Standing()) { take($1, into: &$0) }
        }
    }

    /// Whether what an act says of the item may be known.
    ///
    /// - Parameters:
    ///   - record: an act about the item.
    ///   - today: the last day that counts.
    /// - Returns: for a wording whether it has been out; for what else was done, whether the item's day had come by then.
    func isOut(_ record: Record, by today: Day) -> Bool {
        guard let index = records.firstIndex(where: { $0.position == record.position }) else { return false }
        switch record.act {
        case .news(.published): return hasBeenOut(record.position, by: today)
        case .record(.corrected(let correction)):
            guard wasDue(before: index) else { return false }
            // The reason speaks of the wording that was corrected.
            guard case .news(.published(let facts)) = correction.replacement, facts.id == id else { return true }
            return hasBeenOut(record.position, by: today)
        // What came out while it was withdrawn was not seen by anybody.
        case .notice: return wasDue(before: index) && !moments[index].isWithdrawn
        default: return wasDue(before: index)
        }
    }

    /// Whether a wording has stood when it was to be seen: at a moment, or on a day as the acts are counted now.
    private func hasBeenOut(_ position: Position, by today: Day) -> Bool {
        for (index, moment) in moments.enumerated() {
            let last = records.indices.contains(index + 1) ? min(records[index + 1].recorded.swedishDay, today) : today
            if moment.shows(position, on: last) { return true }
        }
        // Something that is dated back may never have stood at any moment, and is still shown as of the days that it is about.
        var standing = Standing()
        let counted = counted(records[...])
        for (index, act) in counted.enumerated() {
            take(act, into: &standing)
            let next = counted.indices.contains(index + 1) ? counted[index + 1].key.day.adding(days: -1) : today
            if act.key.day <= next, standing.shows(position, on: min(next, today)) { return true }
        }
        return false
    }

    /// Whether the item's day had come when an act was recorded.
    private func wasDue(before index: Int) -> Bool {
        index > 0 && moments[index - 1].isDue(on: records[index].recorded.swedishDay)
    }

    /// The acts that count when so much has been recorded: the order and the corrections of the fold.
    private func counted(_ recorded: ArraySlice<Record>) -> [Counted] {
        var corrections: [Position: Record] = [:]
        for record in recorded {
            if case .record(let act) = record.act, act.target < record.position { corrections[act.target] = record }
        }
        let counted = recorded.compactMap { record -> Counted? in
            if case .record = record.act { return nil }
            guard let correcting = corrections[record.position] else {
                let key = Timeline.Key(day: record.happened.last, position: record.position)
                return Counted(key: key, source: record.position, act: record.act)
            }
            guard case .record(.corrected(let correction)) = correcting.act else { return nil }
            let key = Timeline.Key(day: correcting.happened.last, position: record.position)
            return Counted(key: key, source: correcting.position, act: correction.replacement)
        }
        return counted.sorted { $0.key < $1.key }
    }

    private func take(_ counted: Counted, into standing: inout Standing) {
        switch counted.act {
        case .news(.published(let facts)) where facts.id == id:
            standing.wording = counted.source
            standing.from = facts.from
        case .visibility(.withdrawn(let change)) where change.subject == .newsItem(id):
            if standing.wording != nil { standing.isWithdrawn = true }
        case .visibility(.restored(let change)) where change.subject == .newsItem(id): standing.isWithdrawn = false
        default: break
        }
    }
}
