/// Where the parts of a compound meet, told by the words that are known.
///
/// A word is a compound when it is two or three known words written together, with or without an *s* where they join.
///
/// - A part has at least four letters and is a key (`Inflections`) of a known word, or three letters and is a known word as it
///   stands. Little words (`StopWords`) don't count.
/// - The last part may have an ending: then one of its own keys must be known.
/// - Two parts go before three, and among those the split whose first part is the shortest, without an *s* before with one.
/// - Each part is then split again, if it can be: *kommunstyrelse|ordförande* has *kommun*, *styrelse* and *ordförande* in it.
///
/// All of it is without regard to dots, so that it is the same for one who types none.
struct Compounds: Sendable {
    /// The known keys, without dots.
    let keys: Lexicon

    /// How each key may stand in a compound.
    let roles: [Role]

    /// How a key may stand in a compound.
    enum Role: UInt8, Sendable {
        case none
        /// Only as a part of four letters or more.
        case key
        /// A word as it stands.
        case word
    }

    private static let shortest = 3
    private static let shortestKey = 4

    /// The two or three parts of a word without dots, none if it isn't a compound.
    func parts(of word: Span<UInt8>) -> [Range<Int>] {
        guard word.count >= 2 * Self.shortest, !Letters.isDigit(word[0]) else { return [] }
        return split(word, parts: 2) ?? split(word, parts: 3) ?? []
    }

    /// The parts of a word without dots, and the parts of those.
    func allParts(of word: Span<UInt8>) -> [Range<Int>] {
        var all: [Range<Int>] = []
        for part in parts(of: word) {
            all.append(part)
            for inner in allParts(of: word.extracting(part)) {
                all.append(inner.lowerBound + part.lowerBound..<inner.upperBound + part.lowerBound)
            }
        }
        return all
    }

    /// A split into so many parts.
    private func split(_ word: Span<UInt8>, parts: Int) -> [Range<Int>]? {
        var hash = Lexicon.seed
        for end in 1...max(1, word.count - Self.shortest) {
            hash = Lexicon.hash(hash, adding: word[end - 1])
            guard end >= Self.shortest, end <= word.count - Self.shortest else { continue }
            guard isPart(word.extracting(0..<end), hash: hash) else { continue }
            for start in end...end + 1 {
                if start > end, word[end] != UInt8(ascii: "s") { break }
                guard word.count - start >= Self.shortest else { break }
                let rest = word.extracting(start..<word.count)
                if parts == 2 {
                    if isLastPart(rest) { return [0..<end, start..<word.count] }
                } else if let more = split(rest, parts: 2) {
                    return [0..<end] + more.map { $0.lowerBound + start..<$0.upperBound + start }
                }
            }
        }
        return nil
    }

    private func isPart(_ letters: Span<UInt8>, hash: UInt32) -> Bool {
        keys.find(letters, hash: hash).map { isPart($0, letters.count) } ?? false
    }

    private func isPart(_ key: Int, _ length: Int) -> Bool {
        switch roles[key] {
        case .none: false
        case .key: length >= Self.shortestKey
        case .word: length >= Self.shortest
        }
    }

    private func isLastPart(_ letters: Span<UInt8>) -> Bool {
        let lengths = Inflections(of: letters).lengths
        return isKnown(letters, lengths.whole) || lengths.stem < lengths.whole && isKnown(letters, lengths.stem)
            || lengths.root < lengths.stem && isKnown(letters, lengths.root)
    }

    private func isKnown(_ letters: Span<UInt8>, _ length: Int) -> Bool {
        keys.find(letters.extracting(0..<length)).map { isPart($0, length) } ?? false
    }
}
