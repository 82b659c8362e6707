import HashTreeCollections

/// Every act, and the cooperation they make when they are folded in the order in which the things happened.
///
/// The order is (last day of when it happened, position in the journal). The fold is kept in stretches, each with the value it begins
/// from, so that an act that is dated back re-folds only from its own day, and the cooperation as of any day is at most one stretch away.
/// Corrections are resolved before the fold: what a correction says stands in the place of its target.
///
/// A value: appending to a copy leaves the original as it was, so a request can be tried and given up.
package struct Timeline: Sendable {
    /// How many acts a stretch holds at most.
    static let stretchLength = 256

    /// An act's place in the fold.
    struct Key: Hashable, Comparable, Sendable {
        let day: Day
        let position: Position

        static func < (left: Key, right: Key) -> Bool {
            (left.day, left.position) < (right.day, right.position)
        }
    }

    private struct Stretch: Sendable {
        var start: Cooperation
        var keys: [Key]
    }

    /// The cooperation as it is, with every act.
    package private(set) var live = Cooperation()

    private var records = Pieces<Record>()
    /// The acts that are about a subject, in order of position.
    private var bySubject: TreeDictionary<Subject, Pieces<Position>> = [:]
    private var stretches: [Stretch] = [Stretch(start: Cooperation(), keys: [])]
    /// For an act that has been corrected or struck: the last act that did so.
    private var corrections: TreeDictionary<Position, Position> = [:]

    /// The timeline before anything has been recorded.
    package init() {}

    /// The timeline of a whole journal.
    ///
    /// - Parameter records: every act from position 1 on, in order of position.
    package init(_ records: some Sequence<Record>) {
        for record in records {
            take(record)
            if case .record(let act) = record.act, canBeCorrected(act.target, by: record.position) {
                corrections[act.target] = record.position
            }
        }
        var keys: [Key] = []
        keys.reserveCapacity(self.records.count)
        self.records.forEach { record in
            if let key = effectiveKey(of: record) { keys.append(key) }
        }
        keys.sort()
        fold(keys)
    }

    /// The number of acts.
    package var count: Int { records.count }

    /// The act in that place.
    package subscript(position: Position) -> Record? { records[at: position] }

    /// Every act in order of position.
    package func forEach(_ body: (Record) -> Void) { records.forEach(body) }

    private mutating func take(_ record: Record) {
        records.append(record)
        for subject in subjects(of: record) { bySubject[subject, default: Pieces()].append(record.position) }
    }

    // MARK: Reading

    /// The places of the acts that are about a subject, in order of position; corrections of them too.
    package func positions(about subject: Subject) -> Pieces<Position> { bySubject[subject] ?? Pieces() }

    /// The last act that corrected or struck an act; nil when none has.
    package func correction(of position: Position) -> Position? { corrections[position] }

    /// An act as it was last corrected, or as it was recorded; nil when there is none.
    ///
    /// Also one that has been struck has a wording.
    package func wording(of position: Position) -> Record? {
        guard let record = records[at: position] else { return nil }
        var number = corrections[position]?.number ?? 0
        // A strike has no wording of its own; a correction before it has.
        while number > position.number {
            if let correcting = records[at: Position(number)], case .record(.corrected(let correction)) = correcting.act,
                correction.target == position
            {
                return Record(
                    position: position,
                    recorded: record.recorded,
                    happened: correcting.happened,
                    actor: record.actor,
                    act: correction.replacement
                )
            }
            number -= 1
        }
        return record
    }

    /// Whether an act counts no longer.
    package func isStruck(_ position: Position) -> Bool {
        if case .record(.struck)? = corrections[position].flatMap({ records[at: $0] })?.act { true } else { false }
    }

    /// The cooperation as of a day: every act that had happened by then, as far as is known now.
    package func cooperation(asOf day: Day) -> Cooperation {
        guard let last = stretches.last?.keys.last else { return live }
        if last.day <= day { return live }
        let limit = Key(day: day, position: Position(.max))
        let index = stretchIndex(for: limit)
        var cooperation = stretches[index].start
        for key in stretches[index].keys {
            guard key < limit else { break }
            apply(key, to: &cooperation)
        }
        return cooperation
    }

    /// The last day on which any of some acts happened, as far as they stand: corrected ones count as what they were corrected to.
    package func lastDay(of isWanted: (Act) -> Bool) -> Day? {
        var last: Day?
        records.forEach { record in
            guard corrections[record.position] == nil else { return }
            var act = record.act
            if case .record(let change) = act {
                guard corrections[change.target] == record.position, case .corrected(let correction) = change else { return }
                act = correction.replacement
            }
            if isWanted(act) { last = max(last ?? record.happened.last, record.happened.last) }
        }
        return last
    }

    /// The timeline as it was known at the end of a day: only what had been recorded by then.
    ///
    /// It folds everything anew, which takes time in proportion to the journal.
    package func known(by day: Day) -> Timeline {
        var known: [Record] = []
        // Positions are given in the order of recording, so what was recorded by a day is a beginning of the journal.
        records.forEach { if $0.recorded.swedishDay <= day { known.append($0) } }
        return known.count == records.count ? self : Timeline(known)
    }

    /// The days on which something happened, the earliest first.
    package var days: [Day] {
        var days: [Day] = []
        for key in stretches.lazy.flatMap(\.keys) where days.last != key.day { days.append(key.day) }
        return days
    }

    // MARK: Appending

    /// The timeline with one more act at its end.
    ///
    /// - Parameter record: the act; its position is one more than `count`.
    /// - Returns: the longer timeline; this one stays as it is.
    /// - Throws: a `Refusal` when it corrects what can't be corrected, or when it or another act would come to mean nothing; the
    ///   message names that act.
    package func appending(_ record: Record) throws(Refusal) -> Timeline {
        if case .record(let act) = record.act {
            guard canBeCorrected(act.target, by: record.position) else {
                throw records[at: act.target] == nil ? .unknownPosition(act.target) : .correctedCorrection
            }
            if case .struck = act, let last = corrections[act.target], case .record(.struck)? = records[at: last]?.act {
                throw .struckAlready(act.target)
            }
            if let target = records[at: act.target],
                !act.keepsVersions(of: target.act, isSameDay: record.happened == target.happened)
            {
                throw .struckVersion
            }
        }
        var next = self
        next.append(record)
        let emptied = next.live.void.keys.filter { live.void[$0] == nil }.min()
        if let emptied, let reason = next.live.void[emptied] {
            throw emptied == record.position ? reason : .wouldVoid(emptied, next.records[at: emptied], reason)
        }
        return next
    }

    /// The timeline as it would be if an act had never been recorded; itself when there is no such act.
    package func without(_ position: Position) -> Timeline {
        guard let record = records[at: position], let key = effectiveKey(of: record) else { return self }
        var next = self
        next.remove(key)
        return next
    }

    private mutating func append(_ record: Record) {
        take(record)
        guard case .record(let act) = record.act else {
            insert(Key(day: record.happened.last, position: record.position))
            return
        }
        guard canBeCorrected(act.target, by: record.position), let target = records[at: act.target] else { return }
        if let key = effectiveKey(of: target) { remove(key) }
        corrections[act.target] = record.position
        if let key = effectiveKey(of: target) { insert(key) }
    }

    private func canBeCorrected(_ target: Position, by position: Position) -> Bool {
        guard target < position, let record = records[at: target] else { return false }
        if case .record = record.act { return false }
        return true
    }

    // MARK: The fold

    /// Where an act stands in the fold; nil for a correction, which stands in its target's place, and for what has been struck.
    private func effectiveKey(of record: Record) -> Key? {
        if case .record = record.act { return nil }
        guard let correction = corrections[record.position] else {
            return Key(day: record.happened.last, position: record.position)
        }
        guard let correcting = records[at: correction], case .record(.corrected) = correcting.act else { return nil }
        return Key(day: correcting.happened.last, position: record.position)
    }

    private func apply(_ key: Key, to cooperation: inout Cooperation) {
        guard let record = records[at: key.position] else { return }
        if let correction = corrections[key.position], let correcting = records[at: correction],
            case .record(.corrected(let corrected)) = correcting.act
        {
            cooperation.apply(corrected.replacement, at: correcting.happened, position: key.position)
        } else {
            cooperation.apply(record.act, at: record.happened, position: key.position)
        }
    }

    /// The last stretch that begins at or before a key.
    private func stretchIndex(for key: Key) -> Int {
        var low = 0
        var high = stretches.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if let first = stretches[middle].keys.first, first <= key { low = middle } else { high = middle }
        }
        return low
    }

    private mutating func insert(_ key: Key) {
        let index = stretchIndex(for: key)
        let isLast = index == stretches.count - 1 && (stretches[index].keys.last.map { $0 < key } ?? true)
        if isLast {
            if stretches[index].keys.count >= Self.stretchLength {
                stretches.append(Stretch(start: live, keys: [key]))
            } else {
                stretches[index].keys.append(key)
            }
            apply(key, to: &live)
            return
        }
        let place = stretches[index].keys.firstIndex { $0 > key } ?? stretches[index].keys.count
        stretches[index].keys.insert(key, at: place)
        refold(from: index)
    }

    private mutating func remove(_ key: Key) {
        let index = stretchIndex(for: key)
        stretches[index].keys.removeAll { $0 == key }
        refold(from: index)
    }

    private mutating func refold(from index: Int) {
        let keys = stretches[index...].flatMap(\.keys)
        live = stretches[index].start
        stretches.removeSubrange((index + 1)...)
        stretches[index].keys = []
        // A stretch without acts at the end would hide when the last act happened; only the very first may be empty.
        if keys.isEmpty, index > 0 { stretches.removeLast() }
        fold(keys)
    }

    /// Folds sorted keys on to the end.
    private mutating func fold(_ keys: [Key]) {
        for key in keys {
            if let last = stretches.indices.last, stretches[last].keys.count < Self.stretchLength {
                stretches[last].keys.append(key)
            } else {
                stretches.append(Stretch(start: live, keys: [key]))
            }
            apply(key, to: &live)
        }
    }
}

extension Refusal {
    static func wouldVoid(_ position: Position, _ record: Record?, _ reason: Refusal) -> Refusal {
        let day = record.map { " från \($0.happened.iso)" } ?? ""
        return Refusal(
            "record.would-void",
            "Det går inte att registrera, eftersom post \(position.number)\(day) då inte längre skulle stämma: \(reason.message)",
            because: position
        )
    }
}

extension Pieces<Record> {
    /// The act in that place; the first is in place 1.
    fileprivate subscript(at position: Position) -> Record? {
        guard position.number >= 1, position.number <= Int64(count) else { return nil }
        return self[Int(position.number) - 1]
    }
}
