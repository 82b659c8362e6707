/// Which words to strike from one text and which to add to make another of it.
///
/// The algorithm is E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), in its form that divides the
/// texts at the middle of a shortest way and so needs memory only for the width of the search. The script is then a shortest one.
///
/// Texts that have little in common would take time by the square of their length, so the search is bounded. Words that only one text
/// has are set aside first, which changes nothing in what is shortest. A part where the search has taken more than its share of steps is
/// divided at the words that each text has exactly once in it, the most of them that stand in the same order (B. Cohen's patience diff,
/// first described in his journal *bramcohen* in 2010, and in its order of words P. Heckel, "A technique for isolating differences
/// between files", Communications of the ACM 21, 1978). Where there are none, it is divided at the furthest point that was
/// reached. When the share of the whole is used up, what then is undivided counts as replaced. The script is right in all cases, but
/// then not always a shortest one.
struct EditScript {
    /// If each word of the old text is struck.
    private(set) var removed: [Bool]

    /// If each word of the new text is added.
    private(set) var inserted: [Bool]

    /// If no bound was met, so that no shorter script can be.
    private(set) var isShortest = true

    /// How many comparisons were made.
    private(set) var steps = 0

    /// What remains of the steps for the search.
    private var remaining: Int

    /// The words that both texts have, and where in each text they stand.
    private let old: [Int32]
    private let new: [Int32]
    private let oldPlaces: [Int]
    private let newPlaces: [Int]

    private var forward = Frontier()
    private var backward = Frontier()
    private var occurrences: Occurrences

    /// Steps for each word in a part, and in the whole: more give shorter scripts for texts that have little in common, and take longer.
    static let stepsForPart = 48
    static let stepsForWhole = 160
    static let leastSteps = 8192
    static let deepestAnchors = 8

    /// Finds the script for texts whose words have numbers from 0 up to, not including, `count`.
    init(from oldWords: [Int32], to newWords: [Int32], count: Int) {
        var (inOld, inNew) = (
            [Bool](repeating: false, count: count), [Bool](repeating: false, count: count)
        )
        for word in oldWords { inOld[Int(word)] = true }
        for word in newWords { inNew[Int(word)] = true }
        removed = oldWords.map { !inNew[Int($0)] }
        inserted = newWords.map { !inOld[Int($0)] }
        oldPlaces = oldWords.indices.filter { inNew[Int(oldWords[$0])] }
        newPlaces = newWords.indices.filter { inOld[Int(newWords[$0])] }
        old = oldPlaces.map { oldWords[$0] }
        new = newPlaces.map { newWords[$0] }
        remaining = Self.leastSteps + Self.stepsForWhole * (old.count + new.count)
        occurrences = Occurrences(count: count)
        divideAll()
    }

    /// A part of both texts.
    private struct Part {
        var old: Range<Int>
        var new: Range<Int>
        /// How many times what it is in has been divided at unique words.
        var depth = 0
    }

    private mutating func divideAll() {
        var parts = [Part(old: old.indices, new: new.indices)]
        while let whole = parts.popLast() {
            let part = trimmed(whole)
            if part.old.isEmpty || part.new.isEmpty {
                replace(part)
                continue
            }
            let middle = middle(of: part)
            if middle.isOnShortestWay {
                divide(part, at: [middle.point], into: &parts)
                continue
            }
            isShortest = false
            let anchors = part.depth < Self.deepestAnchors ? anchors(in: part) : []
            if !anchors.isEmpty {
                var deeper = part
                deeper.depth += 1
                divide(deeper, at: anchors, into: &parts)
            } else if remaining > 0, middle.point.old + middle.point.new > 0 {
                divide(part, at: [middle.point], into: &parts)
            } else {
                replace(part)
            }
        }
    }

    private mutating func replace(_ part: Part) {
        for place in part.old { removed[oldPlaces[place]] = true }
        for place in part.new { inserted[newPlaces[place]] = true }
    }

    /// The part without the words that its two texts begin and end with alike.
    private mutating func trimmed(_ part: Part) -> Part {
        var (low, high, newLow, newHigh) = (
            part.old.lowerBound, part.old.upperBound, part.new.lowerBound, part.new.upperBound
        )
        while low < high, newLow < newHigh, old[low] == new[newLow] {
            low += 1
            newLow += 1
        }
        while low < high, newLow < newHigh, old[high - 1] == new[newHigh - 1] {
            high -= 1
            newHigh -= 1
        }
        steps += part.old.count - (high - low) + 1
        return Part(old: low..<high, new: newLow..<newHigh, depth: part.depth)
    }

    private func divide(_ part: Part, at points: [Point], into parts: inout [Part]) {
        var rest = part
        for point in points {
            let (oldEnd, newEnd) = (part.old.lowerBound + point.old, part.new.lowerBound + point.new)
            parts.append(
                Part(
                    old: rest.old.lowerBound..<oldEnd,
                    new: rest.new.lowerBound..<newEnd,
                    depth: part.depth
                )
            )
            rest.old = oldEnd..<part.old.upperBound
            rest.new = newEnd..<part.new.upperBound
        }
        parts.append(rest)
    }

    /// So many words into each text of a part.
    private struct Point {
        var old: Int
        var new: Int
    }

    /// A point in the middle of a shortest way through a part, or the furthest point that was reached with the steps there are.
    private mutating func middle(of part: Part) -> (point: Point, isOnShortestWay: Bool) {
        let (oldCount, newCount) = (part.old.count, part.new.count)
        let (oldStart, newStart) = (part.old.lowerBound, part.new.lowerBound)
        let difference = oldCount - newCount
        let isOdd = difference % 2 != 0
        let most = min(remaining, Self.leastSteps + Self.stepsForPart * (oldCount + newCount))
        var (taken, edits) = (0, 0)
        defer {
            steps += taken
            remaining -= taken
        }
        while taken < most {
            forward.widen(to: edits)
            backward.widen(to: edits)
            for diagonal in diagonals(edits, oldCount, newCount) {
                guard var reach = forward.next(diagonal, edits, oldCount, newCount) else { continue }
                let start = reach
                while reach < oldCount, reach - diagonal < newCount,
                    old[oldStart + reach] == new[newStart + reach - diagonal]
                {
                    reach += 1
                }
                taken += reach - start + 1
                forward[diagonal] = reach
                let other = difference - diagonal
                if isOdd, abs(other) < edits, backward[other] >= 0, reach + backward[other] >= oldCount {
                    return (Point(old: reach, new: reach - diagonal), true)
                }
            }
            for diagonal in diagonals(edits, oldCount, newCount) {
                guard var reach = backward.next(diagonal, edits, oldCount, newCount) else { continue }
                let start = reach
                while reach < oldCount, reach - diagonal < newCount,
                    old[oldStart + oldCount - 1 - reach] == new[newStart + newCount - 1 - reach + diagonal]
                {
                    reach += 1
                }
                taken += reach - start + 1
                backward[diagonal] = reach
                let other = difference - diagonal
                if !isOdd, abs(other) <= edits, forward[other] >= 0, reach + forward[other] >= oldCount {
                    return (Point(old: oldCount - reach, new: newCount - reach + diagonal), true)
                }
            }
            edits += 1
        }
        guard edits > 0 else { return (Point(old: 0, new: 0), false) }
        var best = Point(old: 0, new: 0)
        for diagonal in diagonals(edits - 1, oldCount, newCount) where forward[diagonal] >= 0 {
            let point = Point(old: forward[diagonal], new: forward[diagonal] - diagonal)
            if point.old + point.new > best.old + best.new { best = point }
        }
        return (best, false)
    }

    /// The diagonals that so many edits can end on, inside the part.
    private func diagonals(_ edits: Int, _ oldCount: Int, _ newCount: Int) -> StrideThrough<Int> {
        let low = edits <= newCount ? -edits : -newCount + (edits - newCount) % 2
        return stride(from: low, through: min(edits, oldCount), by: 2)
    }

    /// The points after the words that each text has once in the part, as many as stand in the same order.
    private mutating func anchors(in part: Part) -> [Point] {
        steps += 2 * (part.old.count + part.new.count)
        let pairs = occurrences.uniquePairs(old, part.old, new, part.new)
        return pairs.map(\.new).longestRise().map { place in
            // Before the word: the part that begins with it is trimmed.
            Point(
                old: pairs[place].old - part.old.lowerBound,
                new: pairs[place].new - part.new.lowerBound
            )
        }
    }
}

/// How far into the old text the ways with so many edits reach, on each diagonal; less than 0 where none does.
private struct Frontier {
    private var reaches: [Int] = []
    private var width = 0

    subscript(diagonal: Int) -> Int {
        get { reaches[diagonal + width] }
        set { reaches[diagonal + width] = newValue }
    }

    /// Makes room for the diagonals of so many edits and those beside them.
    mutating func widen(to edits: Int) {
        if edits + 1 > width {
            let wider = max(64, 2 * (edits + 1))
            let margin = [Int](repeating: -2, count: wider - width)
            reaches =
                reaches.isEmpty ? Array(repeating: -2, count: 2 * wider + 1) : margin + reaches + margin
            width = wider
        }
        self[-edits - 1] = -2
        self[edits + 1] = -2
        if edits == 0 { self[0] = -2 }
    }

    /// Where the best way onto a diagonal begins: one word further in one of the texts than the ways beside it.
    func next(_ diagonal: Int, _ edits: Int, _ oldCount: Int, _ newCount: Int) -> Int? {
        if edits == 0 { return 0 }
        let (right, down) = (self[diagonal - 1] + 1, self[diagonal + 1])
        let isDown = down >= 0 && down - diagonal <= newCount
        let isRight = right > 0 && right <= oldCount
        if isDown { return isRight ? max(right, down) : down }
        return isRight ? right : nil
    }
}

/// How often each word stands in a part.
private struct Occurrences {
    private var olds: [UInt8]
    private var news: [UInt8]
    private var places: [Int]

    init(count: Int) {
        olds = Array(repeating: 0, count: count)
        news = olds
        places = Array(repeating: 0, count: count)
    }

    /// The places of the words that stand once in each, by their order in the old text.
    mutating func uniquePairs(
        _ old: [Int32],
        _ oldRange: Range<Int>,
        _ new: [Int32],
        _ newRange: Range<Int>
    ) -> [(old: Int, new: Int)] {
        for place in oldRange { olds[Int(old[place])] = min(2, olds[Int(old[place])] + 1) }
        for place in newRange {
            news[Int(new[place])] = min(2, news[Int(new[place])] + 1)
            places[Int(new[place])] = place
        }
        var pairs: [(old: Int, new: Int)] = []
        for place in oldRange where olds[Int(old[place])] == 1 && news[Int(old[place])] == 1 {
            pairs.append((place, places[Int(old[place])]))
        }
        for place in oldRange { olds[Int(old[place])] = 0 }
        for place in newRange { news[Int(new[place])] = 0 }
        return pairs
    }
}
