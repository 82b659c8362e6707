/// Words, each kept once and numbered in the order they came.
struct Lexicon: Sendable {
    /// All words, one after another.
    private(set) var bytes: [UInt8] = []

    private var starts: [UInt32] = [0]
    private var hashes: [UInt32] = []

    /// A word's number and one, at the place that its hash says or the next free one.
    ///
    /// 0 is free.
    private var slots = [UInt32](repeating: 0, count: 1024)

    /// A lexicon with the words, to ask whether a word is among them.
    init(_ words: some Sequence<String> = []) {
        for word in words {
            var scanner = WordScanner()
            if scanner.next(in: word.utf8Span.span) {
                _ = intern(scanner.letters.span.extracting(0..<scanner.count))
            }
        }
    }

    /// How many words there are.
    var count: Int { hashes.count }

    /// Where a word's letters stand in `bytes`.
    func range(of number: Int) -> Range<Int> {
        Int(starts[number])..<Int(starts[number + 1])
    }

    /// A word's letters.
    subscript(number: Int) -> ArraySlice<UInt8> {
        bytes[range(of: number)]
    }

    /// The word's number, if the word is known.
    func find(_ word: Span<UInt8>) -> Int? {
        find(word, hash: Self.hash(word))
    }

    /// The word's number, if the word is known, for who has already its hash.
    func find(_ word: Span<UInt8>, hash: UInt32) -> Int? {
        let slot = slots[place(of: word, hash: hash)]
        return slot == 0 ? nil : Int(slot) - 1
    }

    /// The word's number.
    ///
    /// It gets one if it is new.
    mutating func intern(_ word: Span<UInt8>) -> Int {
        let hash = Self.hash(word)
        let place = place(of: word, hash: hash)
        let slot = slots[place]
        guard slot == 0 else { return Int(slot) - 1 }
        for index in 0..<word.count {
            bytes.append(word[index])
        }
        starts.append(UInt32(bytes.count))
        hashes.append(hash)
        slots[place] = UInt32(hashes.count)
        if hashes.count * 2 > slots.count { grow() }
        return hashes.count - 1
    }

    /// The hash of no letters, to which letters are added.
    static let seed: UInt32 = 0x811C_9DC5

    /// The hash of one letter more (FNV-1a).
    static func hash(_ hash: UInt32, adding letter: UInt8) -> UInt32 {
        (hash ^ UInt32(letter)) &* 0x0100_0193
    }

    private static func hash(_ word: Span<UInt8>) -> UInt32 {
        var hash = seed
        for index in 0..<word.count {
            hash = Self.hash(hash, adding: word[index])
        }
        return hash
    }

    private func place(of word: Span<UInt8>, hash: UInt32) -> Int {
        let mask = slots.count - 1
        var place = Int(hash ^ hash >> 15) & mask
        while true {
            let slot = Int(slots[place])
            if slot == 0 || hashes[slot - 1] == hash && isSame(word, as: slot - 1) { return place }
            place = (place + 1) & mask
        }
    }

    private func isSame(_ word: Span<UInt8>, as number: Int) -> Bool {
        let range = range(of: number)
        guard range.count == word.count else { return false }
        for index in 0..<word.count where bytes[range.lowerBound + index] != word[index] {
            return false
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var place = Int(hash ^ hash >> 15) & mask
            while slots[place] != 0 {
                place = (place + 1) & mask
            }
            slots[place] = UInt32(number + 1)
        }
    }
}
