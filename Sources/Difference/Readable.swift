/// The changes between two texts, made so that a person can read them.
///
/// A shortest script is not the clearest. It may say that the end of one sentence and the beginning of the next are new, where a whole
/// sentence is, and it keeps each *och* that two different sentences happen to share.
struct Readable {
    /// Words of the old text that became words of the new.
    struct Change {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The changes, in order.
    private(set) var changes: [Change] = []

    private let old: Words
    private let new: Words
    private let oldNumbers: [Int32]
    private let newNumbers: [Int32]

    init(
        _ script: EditScript,
        _ old: Words,
        _ oldNumbers: [Int32],
        _ new: Words,
        _ newNumbers: [Int32]
    ) {
        self.old = old
        self.new = new
        self.oldNumbers = oldNumbers
        self.newNumbers = newNumbers
        collect(script)
        shift()
        join()
    }

    private mutating func collect(_ script: EditScript) {
        var (place, newPlace) = (0, 0)
        while place < old.count || newPlace < new.count {
            let (start, newStart) = (place, newPlace)
            while place < old.count, script.removed[place] { place += 1 }
            while newPlace < new.count, script.inserted[newPlace] { newPlace += 1 }
            if place > start || newPlace > newStart {
                changes.append(Change(old: start..<place, new: newStart..<newPlace))
            } else {
                place += 1
                newPlace += 1
            }
        }
    }

    /// Moves what only is new, or only is gone, to where whole lines, sentences or clauses are, if the words around allow it.
    private mutating func shift() {
        for index in changes.indices {
            let change = changes[index]
            let least =
                index > 0
                ? changes[index - 1].old.upperBound - change.old.lowerBound : -change.old.lowerBound
            let end = index + 1 < changes.count ? changes[index + 1].old.lowerBound : old.count
            let by =
                if change.old.isEmpty {
                    bestShift(of: change.new, in: new, newNumbers, least...end - change.old.upperBound)
                } else if change.new.isEmpty {
                    bestShift(of: change.old, in: old, oldNumbers, least...end - change.old.upperBound)
                } else { 0 }
            changes[index].old = change.old.lowerBound + by..<change.old.upperBound + by
            changes[index].new = change.new.lowerBound + by..<change.new.upperBound + by
        }
    }

    /// How many words a run should be moved.
    ///
    /// What it passes must be what comes in again at its other end.
    private func bestShift(
        of run: Range<Int>,
        in words: Words,
        _ numbers: [Int32],
        _ allowed: ClosedRange<Int>
    ) -> Int {
        var least = 0
        while least > allowed.lowerBound,
            numbers[run.lowerBound + least - 1] == numbers[run.upperBound + least - 1]
        {
            least -= 1
        }
        var best = (by: least, clearness: -1)
        var by = least
        while true {
            let clearness =
                clearness(run.lowerBound + by, in: words) + clearness(run.upperBound + by, in: words)
            if clearness >= best.clearness { best = (by, clearness) }
            guard by < allowed.upperBound, numbers[run.lowerBound + by] == numbers[run.upperBound + by]
            else { return best.by }
            by += 1
        }
    }

    /// How clear a cut before a word is.
    private func clearness(_ place: Int, in words: Words) -> Int {
        guard place > 0, place < words.count else { return 5 }
        if words.hasLineBreak(from: place - 1, to: place) { return 5 }
        guard !words.gap(after: place - 1).isEmpty else { return 0 }
        guard !words.areWords[place - 1] else { return 1 }
        return switch words.bytes[words.starts[place - 1]] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 4
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"): 3
        default: 2
        }
    }

    /// Makes one change of two that have next to nothing between them.
    private mutating func join() {
        var joined: [Change] = []
        for change in changes {
            var change = change
            while let before = joined.last, isOne(before, change) {
                change.old = before.old.lowerBound..<change.old.upperBound
                change.new = before.new.lowerBound..<change.new.upperBound
                joined.removeLast()
            }
            joined.append(change)
        }
        changes = joined
    }

    private static let mostBetween = 8
    private static let shortWord = 4

    private func isOne(_ before: Change, _ change: Change) -> Bool {
        let between = before.old.upperBound..<change.old.lowerBound
        if between.isEmpty { return true }
        // Two additions, or two removals, are clearer apart: what stands between them is unchanged.
        if before.old.isEmpty && change.old.isEmpty || before.new.isEmpty && change.new.isEmpty {
            return false
        }
        guard between.count <= Self.mostBetween else { return false }
        if old.hasLineBreak(from: between.lowerBound - 1, to: between.upperBound) { return false }
        if new.hasLineBreak(from: before.new.upperBound - 1, to: change.new.lowerBound) { return false }
        let words = between.filter { old.areWords[$0] }
        let around = min(size(before), size(change))
        return switch words.count {
        case 0: true
        case 1: length(words[0]) <= Self.shortWord || around >= 4
        // By chance three words in a row may be the same, hardly more.
        case 2, 3: around >= 4 * words.count
        default: false
        }
    }

    private func size(_ change: Change) -> Int { max(change.old.count, change.new.count) }

    /// The letters of a word in the old text.
    private func length(_ word: Int) -> Int {
        old.bytes[old.starts[word]..<old.ends[word]].count { $0 & 0xC0 != 0x80 }
    }
}
