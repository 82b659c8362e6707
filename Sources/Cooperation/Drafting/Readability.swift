/// How hard a Swedish text is to read, by LIX: the words of a mean sentence, and how many words in a hundred have more than six letters.
///
/// C.-H. Björnsson, *Läsbarhet* (Liber, 1968). Below 30 is very easy, as for children; 40 to 50 is as in newspapers; above 50 is hard, as in
/// official texts; above 60 very hard.
package struct Readability: Hashable, Sendable {
    /// From this value on a text is hard to read.
    package static let hard = 50
    /// A text of fewer words tells too little.
    package static let fewestWords = 20

    package let words: Int
    package let sentences: Int
    /// Words of more than six letters.
    package let longWords: Int
    /// The sentence that is hardest by itself; nil when there is none.
    package let hardestSentence: String?

    /// Measures a text.
    ///
    /// A line ends a sentence as a full stop does: headings and items of lists have none.
    package init(_ text: String) {
        var (words, longWords, sentences) = (0, 0, 0)
        var hardest: (sentence: String, index: Int)?
        for sentence in Self.sentences(of: text) {
            let lengths = Self.wordLengths(in: sentence)
            guard !lengths.isEmpty else { continue }
            let long = lengths.count { $0 > 6 }
            sentences += 1
            words += lengths.count
            longWords += long
            // Of a few long words nobody gets tired.
            let own = lengths.count < 5 ? 0 : Self.index(words: lengths.count, sentences: 1, longWords: long)
            if hardest.map({ own > $0.index }) ?? true { hardest = (sentence, own) }
        }
        (self.words, self.sentences, self.longWords) = (words, sentences, longWords)
        hardestSentence = hardest?.sentence
    }

    /// The value, rounded; 0 of no words.
    package var index: Int { Self.index(words: words, sentences: sentences, longWords: longWords) }

    /// Whether the text is long enough to be measured, and hard to read.
    package var isHard: Bool { words >= Self.fewestWords && index > Self.hard }

    private static func index(words: Int, sentences: Int, longWords: Int) -> Int {
        guard words > 0, sentences > 0 else { return 0 }
        let value = Double(words) / Double(sentences) + 100 * Double(longWords) / Double(words)
        return Int(value.rounded())
    }

    // MARK: Sentences

    /// Abbreviations that something follows, so that their full stop ends no sentence.
    private static let leading: Set<String> = [
        "t.ex", "bl.a", "s.k", "d.v.s", "dvs", "p.g.a", "fr.o.m", "t.o.m", "f.d", "ca", "c:a", "kap", "nr", "kl", "jfr", "resp",
        "inkl",
        "exkl", "sid", "st", "tel", "dr", "prof", "ang", "enl", "dnr", "mom", "obs", "tfn", "m.a.o", "f.ö", "f.n", "fig", "ev",
    ]

    /// Abbreviations that end a sentence when the next word begins with a capital.
    private static let trailing: Set<String> = ["m.m", "m.fl", "osv", "o.s.v", "etc", "o.d", "e.d", "o.dyl", "e.kr", "f.kr"]

    /// The sentences of a text, without the white space around them.
    static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let letters = Array(line)
            var start = 0
            for place in letters.indices where place >= start && ends(letters, at: place) {
                // A closing quotation mark or bracket belongs to what it closes.
                let end = letters[(place + 1)...].firstIndex { !closing.contains($0) } ?? letters.endIndex
                add(letters[start..<end], to: &sentences)
                start = end
            }
            add(letters[start...], to: &sentences)
        }
        return sentences
    }

    private static func add(_ letters: ArraySlice<Character>, to sentences: inout [String]) {
        guard let first = letters.firstIndex(where: { !$0.isWhitespace }),
            let last = letters.lastIndex(where: { !$0.isWhitespace })
        else { return }
        sentences.append(String(letters[first...last]))
    }

    /// What may stand between a full stop and the white space after it.
    private static let closing: Set<Character> = ["”", "\"", "'", "’", ")", "»"]

    /// Whether a sentence ends with a sign.
    private static func ends(_ letters: [Character], at place: Int) -> Bool {
        let sign = letters[place]
        guard ".!?:…".contains(sign) else { return false }
        var next = place + 1
        while next < letters.count, closing.contains(letters[next]) { next += 1 }
        guard next < letters.count else { return sign != ":" }
        // 'EU:s', '3.5', 't.ex.', '...'.
        guard letters[next].isWhitespace else { return false }
        while next < letters.count, letters[next].isWhitespace || "”\"–-(".contains(letters[next]) { next += 1 }
        guard next < letters.count else { return sign != ":" }
        switch sign {
        case "!", "?": return true
        // What follows a colon is a sentence of its own when it begins as one.
        case ":": return letters[next].isUppercase
        default: break
        }
        if letters[next].isLowercase { return false }
        let word = wordBefore(place, in: letters)
        if word.count == 1, word.allSatisfy(\.isLetter) { return false }
        if leading.contains(word) { return false }
        return !trailing.contains(word) || letters[next].isUppercase
    }

    /// The word that a full stop stands after, with the full stops inside it, in small letters.
    private static func wordBefore(_ place: Int, in letters: [Character]) -> String {
        var start = place
        while start > 0, letters[start - 1].isLetter || ".:".contains(letters[start - 1]) { start -= 1 }
        return String(letters[start..<place]).lowercased()
    }

    /// How many letters each word has; signs inside a word, as in 'EU:s' and 't.ex.', part none.
    private static func wordLengths(in sentence: String) -> [Int] {
        var lengths: [Int] = []
        var (length, isInside, waits) = (0, false, false)
        for letter in sentence {
            if letter.isLetter || letter.isNumber {
                if !isInside { length = 0 }
                (isInside, waits) = (true, false)
                length += 1
            } else if isInside, !waits, "-.:’'".contains(letter) {
                waits = true
            } else if isInside {
                lengths.append(length)
                (isInside, waits) = (false, false)
            }
        }
        if isInside { lengths.append(length) }
        return lengths
    }
}
