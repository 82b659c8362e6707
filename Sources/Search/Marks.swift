/// Which words of a page answer to which terms of the query.
struct Marks {
    /// A word that answers.
    struct Mark: Equatable {
        /// Which string it stands in, counted from the beginning of what was asked about.
        var string: Int

        /// Where in the string it begins, in bytes.
        var start: Int

        /// The terms that it answers to, a bit each.
        var terms: UInt32

        /// How well it answers at best (`Grade`).
        var weight: UInt8
    }

    private var terms: [UInt32]
    private var weights: [UInt8]
    private var phrases: [(phrase: Phrase, bit: UInt32)] = []

    /// Nothing is marked so far among so many words.
    init(forms: Int) {
        terms = [UInt32](repeating: 0, count: forms)
        weights = [UInt8](repeating: 0, count: forms)
    }

    /// Marks the words that answer to a term.
    mutating func add(_ matches: [Match], term: Int) {
        for match in matches {
            terms[Int(match.form)] |= 1 << UInt32(term)
            weights[Int(match.form)] = max(weights[Int(match.form)], match.weight)
        }
    }

    /// Marks the words of a phrase, where they follow on each other.
    mutating func add(_ phrase: Phrase, term: Int) {
        phrases.append((phrase, 1 << UInt32(term)))
    }

    /// The words that answer in a stretch of the contents, in order.
    func marks(in range: Range<Int>, of contents: Contents) -> [Mark] {
        var marks: [Mark] = []
        var string = 0
        var index = range.lowerBound
        // How far the phrase reaches that has begun.
        var (phraseEnd, phraseTerms, phraseWeight) = (index, UInt32(0), UInt8(0))
        while index < range.upperBound {
            let token = contents.tokens[index]
            guard token != Contents.gap else {
                string += 1
                index += 1
                continue
            }
            for (phrase, bit) in phrases {
                if let weight = phrase.weight(at: index, in: contents.tokens.span, before: range.upperBound) {
                    phraseTerms = index < phraseEnd ? phraseTerms | bit : bit
                    phraseEnd = max(phraseEnd, index + phrase.count)
                    phraseWeight = weight
                }
            }
            var mark = Mark(
                string: string,
                start: Int(contents.offsets[index]),
                terms: terms[Int(token)],
                weight: weights[Int(token)]
            )
            if index < phraseEnd {
                mark.terms |= phraseTerms
                mark.weight = max(mark.weight, phraseWeight)
            }
            if mark.terms != 0 { marks.append(mark) }
            index += 1
        }
        return marks
    }
}
