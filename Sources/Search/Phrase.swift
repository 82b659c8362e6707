/// Words that must follow on each other.
struct Phrase {
    /// The words that answer to each word of the phrase.
    let words: [[Match]]

    /// Which places of the phrase each word of the pages can stand at, a bit each.
    private let places: [UInt16]

    private let weights: [[UInt32: UInt8]]

    /// A phrase of what answers to each of its words, no more than sixteen.
    init(_ words: [[Match]], forms: Int) {
        self.words = words
        count = words.count
        var places = [UInt16](repeating: 0, count: forms)
        for (place, matches) in words.enumerated() {
            for match in matches {
                places[Int(match.form)] |= 1 << UInt16(place)
            }
        }
        self.places = places
        weights = words.map { matches in
            Dictionary(matches.map { ($0.form, $0.weight) }, uniquingKeysWith: max)
        }
    }

    /// How many words it has.
    let count: Int

    /// How well the words that begin here answer to the phrase: as well as the worst of them.
    ///
    /// Nil if they don't.
    func weight(at start: Int, in tokens: Span<UInt32>, before end: Int) -> UInt8? {
        guard start >= 0, start + count <= end else { return nil }
        for place in 0..<count {
            let token = tokens[start + place]
            guard token != Contents.gap, places[Int(token)] & 1 << UInt16(place) != 0 else { return nil }
        }
        var worst = UInt8.max
        for place in 0..<count {
            worst = min(worst, weights[place][tokens[start + place]] ?? 0)
        }
        return worst
    }
}
