/// Keys in the order of their letters, from the front or from the back, so that those with a beginning or an ending stand
/// together.
struct KeyOrder: Sendable {
    private let isBackward: Bool
    private let order: [UInt32]

    /// Puts the chosen keys in order.
    init(_ chosen: some Sequence<Int>, of keys: Lexicon, isBackward: Bool) {
        self.isBackward = isBackward
        // The first eight letters as one number settle almost every comparison.
        var heads: [(head: UInt64, key: UInt32)] = chosen.map { key in
            let range = keys.range(of: key)
            var head: UInt64 = 0
            for place in 0..<8 {
                let letter = place < range.count ? Self.letter(at: place, of: range, in: keys.bytes.span, isBackward) : 0
                head = head << 8 | UInt64(letter)
            }
            return (head, UInt32(key))
        }
        let bytes = keys.bytes
        heads.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            let (leftRange, rightRange) = (keys.range(of: Int(left.key)), keys.range(of: Int(right.key)))
            for place in 0..<min(leftRange.count, rightRange.count) {
                let one = Self.letter(at: place, of: leftRange, in: bytes.span, isBackward)
                let other = Self.letter(at: place, of: rightRange, in: bytes.span, isBackward)
                if one != other { return one < other }
            }
            return leftRange.count < rightRange.count
        }
        order = heads.map(\.key)
    }

    /// The keys that begin, or end, with these letters.
    func keys(with letters: Span<UInt8>, in keys: Lexicon) -> ArraySlice<UInt32> {
        let first = place { Self.compare(keys, Int($0), letters, isBackward) < 0 }
        let last = place { Self.compare(keys, Int($0), letters, isBackward) <= 0 }
        return order[first..<last]
    }

    /// The first place where it doesn't hold any more.
    private func place(where isBefore: (UInt32) -> Bool) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(order[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How a key stands to those with the letters: before (-1), among (0), or after (1).
    private static func compare(_ keys: Lexicon, _ key: Int, _ letters: Span<UInt8>, _ isBackward: Bool) -> Int {
        let range = keys.range(of: key)
        let bytes = keys.bytes.span
        for place in 0..<min(range.count, letters.count) {
            let one = letter(at: place, of: range, in: bytes, isBackward)
            let other = letters[isBackward ? letters.count - 1 - place : place]
            if one != other { return one < other ? -1 : 1 }
        }
        return range.count < letters.count ? -1 : 0
    }

    private static func letter(at place: Int, of range: Range<Int>, in bytes: Span<UInt8>, _ isBackward: Bool) -> UInt8 {
        bytes[isBackward ? range.upperBound - 1 - place : range.lowerBound + place]
    }
}
