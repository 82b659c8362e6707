/// Gives each word a number: the same for the same bytes, and another for others.
///
/// The hash is Swift's, which is seeded anew in every process, so that nobody can write a text whose words all meet in one slot.
/// The numbers don't depend on it: they are given in the order of the words.
struct Numbering {
    /// How many numbers there are.
    private(set) var count: Int32 = 0

    private var slots: [Int32]
    private var hashes: [Int] = []
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]

    /// Room for so many different words.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: -1, count: size)
    }

    /// The number of every word in a text.
    ///
    /// - Precondition: the words of all texts together are not more than the capacity.
    mutating func numbers(of words: Words) -> [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(words.count)
        for word in 0..<words.count {
            numbers.append(number(of: words.bytes, words.starts[word]..<words.ends[word]))
        }
        return numbers
    }

    private mutating func number(of text: [UInt8], _ range: Range<Int>) -> Int32 {
        let hash = Self.hash(text, range)
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = slots[slot]
            if hashes[Int(number)] == hash, isSame(Int(number), text, range) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = count
        hashes.append(hash)
        bytes.append(contentsOf: text[range])
        starts.append(bytes.count)
        count += 1
        return count - 1
    }

    private func isSame(_ number: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == range.count else { return false }
        for offset in 0..<range.count where bytes[start + offset] != text[range.lowerBound + offset] {
            return false
        }
        return true
    }

    private static func hash(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var hasher = Hasher()
        var chunk = UInt64(truncatingIfNeeded: range.count)
        for position in range {
            chunk = chunk << 8 | UInt64(text[position])
            if (position - range.lowerBound) & 7 == 7 {
                hasher.combine(chunk)
                chunk = 0
            }
        }
        hasher.combine(chunk)
        return hasher.finalize()
    }
}
