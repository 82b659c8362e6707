/// Finds the word that somebody most likely meant.
///
/// Letters that are missing, extra, wrong or swapped with the next count one each: one is allowed in words of four to seven
/// letters, two in longer ones, none in numbers. Dots count for nothing at first, then between words that are equally near. After
/// that the word on the most pages wins, and last the first in the alphabet. The little words are never meant.
///
/// Words are set apart by length, and each has the set of its letters as bits. One slip changes at most two bits, so a glance at
/// the bits rules out nearly all words, and there is nothing to build but the bits.
struct Spelling: Sendable {
    private let order: [UInt32]
    private let letterSets: [UInt32]

    /// Where in `order` the keys of each length begin.
    private let starts: [Int]

    /// Prepares the keys.
    init(_ keys: Lexicon) {
        var starts = [Int](repeating: 0, count: WordScanner.longest + 3)
        for key in 0..<keys.count {
            starts[keys.range(of: key).count + 1] += 1
        }
        for length in 1..<starts.count {
            starts[length] += starts[length - 1]
        }
        var next = starts
        var order = [UInt32](repeating: 0, count: keys.count)
        var letterSets = [UInt32](repeating: 0, count: keys.count)
        for key in 0..<keys.count {
            let range = keys.range(of: key)
            let place = next[range.count]
            next[range.count] += 1
            order[place] = UInt32(key)
            letterSets[place] = Self.letterSet(keys.bytes.span.extracting(range))
        }
        (self.order, self.letterSets, self.starts) = (order, letterSets, starts)
    }

    private static func letterSet(_ word: Span<UInt8>) -> UInt32 {
        var set: UInt32 = 0
        for index in 0..<word.count {
            set |= 1 << UInt32(word[index] & 31)
        }
        return set
    }

    /// How many slips are forgiven in a word of so many letters.
    static func forgiven(_ length: Int) -> Int {
        switch length {
        case ..<4: 0
        case 4...7: 1
        default: 2
        }
    }

    /// The word that is nearest to a word which nothing answers to, and how far it is.
    func nearest(to word: [UInt8], in vocabulary: Vocabulary, _ contents: Contents) -> (form: UInt32, distance: Int)? {
        let forgiven = Self.forgiven(word.count)
        guard forgiven > 0, word.count <= WordScanner.longest, !Letters.isDigit(word[0]) else { return nil }
        let plain = word.map(Letters.plain)
        let letters = Self.letterSet(plain.span)
        let keys = vocabulary.keys
        var distances = Distances()
        var best: (rank: Rank, form: UInt32)?
        for length in max(1, word.count - forgiven)...min(WordScanner.longest, word.count + forgiven) {
            for place in starts[length]..<starts[length + 1] where (letterSets[place] ^ letters).nonzeroBitCount <= 2 * forgiven {
                let key = Int(order[place])
                let allowed = best?.rank.distance ?? forgiven
                let distance = distances.distance(plain.span, keys.bytes.span.extracting(keys.range(of: key)), upTo: allowed)
                guard distance <= allowed, let form = representative(of: key, in: vocabulary, contents) else { continue }
                let formRange = vocabulary.forms.range(of: Int(form))
                let literal = vocabulary.forms.bytes.span.extracting(formRange.lowerBound..<formRange.lowerBound + length)
                let rank = Rank(
                    distance: distance,
                    dotted: distances.distance(word.span, literal, upTo: 9),
                    pages: contents.postings(of: form).count,
                    letters: vocabulary.forms[Int(form)]
                )
                if best.map({ rank < $0.rank }) ?? true { best = (rank, form) }
            }
        }
        return best.map { ($0.form, $0.rank.distance) }
    }

    /// The word to show for a key: the word itself, or else the one on the most pages.
    private func representative(of key: Int, in vocabulary: Vocabulary, _ contents: Contents) -> UInt32? {
        let relations = vocabulary.relations(of: key).filter { $0.kind != .part && !vocabulary.isLittle($0.form) }
        let whole = relations.filter { $0.kind == .whole }
        return (whole.isEmpty ? relations : whole).map(\.form).max { one, other in
            let (left, right) = (contents.postings(of: one).count, contents.postings(of: other).count)
            if left != right { return left < right }
            return vocabulary.forms[Int(other)].lexicographicallyPrecedes(vocabulary.forms[Int(one)])
        }
    }

    private struct Rank: Comparable {
        var distance: Int
        var dotted: Int
        var pages: Int
        var letters: ArraySlice<UInt8>

        static func < (one: Rank, other: Rank) -> Bool {
            if one.distance != other.distance { return one.distance < other.distance }
            if one.dotted != other.dotted { return one.dotted < other.dotted }
            if one.pages != other.pages { return one.pages > other.pages }
            return one.letters.lexicographicallyPrecedes(other.letters)
        }
    }
}

/// Counts slips between words: letters that are missing, extra, wrong or swapped with the next (optimal string alignment).
struct Distances {
    private var beforePrevious = [Int](repeating: 0, count: WordScanner.longest + 1)
    private var previous = [Int](repeating: 0, count: WordScanner.longest + 1)
    private var current = [Int](repeating: 0, count: WordScanner.longest + 1)

    /// The number of slips, or one more than the most that is asked about.
    ///
    /// No word may be longer than a scanner's longest.
    mutating func distance(_ left: Span<UInt8>, _ right: Span<UInt8>, upTo most: Int) -> Int {
        guard abs(left.count - right.count) <= most, left.count <= WordScanner.longest, right.count <= WordScanner.longest else {
            return most + 1
        }
        let far = most + 1
        for column in 0...right.count {
            previous[column] = min(column, far)
        }
        var row = 1
        while row <= left.count {
            // Beyond this band there are too many letters missing or extra already.
            let (first, last) = (max(1, row - most), min(right.count, row + most))
            current[first - 1] = first == 1 ? min(row, far) : far
            var least = current[first - 1]
            var column = first
            while column <= last {
                let isSame = left[row - 1] == right[column - 1]
                var best = min(previous[column - 1] + (isSame ? 0 : 1), current[column - 1] + 1)
                if column < row + most { best = min(best, previous[column] + 1) }
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, beforePrevious[column - 2] + 1)
                }
                current[column] = best
                least = min(least, best)
                column += 1
            }
            if least > most { return far }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
            row += 1
        }
        return min(previous[right.count], far)
    }
}
