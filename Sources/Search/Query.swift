/// What somebody typed, taken apart.
struct Query {
    /// No more letters than this are read.
    static let mostLetters = 200

    /// No more words than this are searched for.
    static let mostWords = 12

    /// What was read.
    let text: String

    /// What it asks for, in order.
    private(set) var terms: [Term] = []

    /// A word of the query.
    struct Word: Equatable {
        var letters: [UInt8]
        var range: Range<Int>

        /// Whether it is one of the little words.
        var isLittle: Bool { StopWords.all.find(letters.span) != nil }
    }

    /// Something that a page should have.
    enum Term: Equatable {
        /// A word by itself.
        case word(Word)
        /// Words with nothing but a sign between them, as in `e-tjänst` and `KSM2021-1346`.
        case joined([Word])
        /// Words in quotation marks.
        case quoted([Word])

        var words: [Word] {
            switch self {
            case .word(let word): [word]
            case .joined(let words), .quoted(let words): words
            }
        }

        /// From its first word to its last.
        var range: Range<Int> {
            let words = words
            guard let first = words.first, let last = words.last else { return 0..<0 }
            return first.range.lowerBound..<last.range.upperBound
        }
    }

    /// Takes a query apart.
    init(_ typed: String) {
        text = String(String.UnicodeScalarView(typed.unicodeScalars.prefix(Self.mostLetters)))
        let marks = Self.quotationMarks(in: text)
        var latestQuotation: Int?
        for word in Self.words(in: text) {
            let before = marks.prefix { $0 < word.range.lowerBound }.count
            // An odd mark at the end opens nothing.
            if before % 2 == 1, before < marks.count {
                take(quoted: word, isFirst: latestQuotation != before)
                latestQuotation = before
            } else {
                take(word)
            }
        }
        let wanted = terms.filter { $0.isQuoted || !$0.words.allSatisfy(\.isLittle) }
        if !wanted.isEmpty { terms = wanted }
    }

    private static func words(in text: String) -> [Word] {
        let span = text.utf8Span.span
        var words: [Word] = []
        var scanner = WordScanner()
        while words.count < mostWords, scanner.next(in: span) {
            words.append(Word(letters: (0..<scanner.count).map { scanner.letters[$0] }, range: scanner.start..<scanner.end))
        }
        return words
    }

    private mutating func take(quoted word: Word, isFirst: Bool) {
        if !isFirst, case .quoted(let words)? = terms.last {
            terms[terms.count - 1] = .quoted(words + [word])
        } else {
            terms.append(.quoted([word]))
        }
    }

    private mutating func take(_ word: Word) {
        guard let last = terms.last, !last.isQuoted,
            let sign = Self.sign(in: text, from: last.range.upperBound, to: word.range.lowerBound)
        else {
            terms.append(.word(word))
            return
        }
        let isNumber = Letters.isDigit(word.letters[0])
        if sign == ":", !isNumber, word.letters.count <= 3 {
            // An ending, as in EU:s.
        } else if sign == ",", !isNumber {
            terms.append(.word(word))
        } else {
            terms[terms.count - 1] = .joined(last.words + [word])
        }
    }

    /// The sign that alone stands between two words, a space of no width if nothing does, nil if they are apart.
    private static func sign(in text: String, from start: Int, to end: Int) -> Unicode.Scalar? {
        let bytes = text.utf8
        let between = bytes[bytes.index(bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: end)]
        let signs = Substring(between).unicodeScalars
        guard let first = signs.first else { return "\u{200B}" }
        guard signs.count == 1 else { return nil }
        return switch first {
        case "-", "‐", "‑", "–", "—", "/", ".", ":", "_", ",", "\u{AD}", "\u{200B}": first
        default: nil
        }
    }

    /// Where there are quotation marks, in bytes.
    private static func quotationMarks(in text: String) -> [Int] {
        var places: [Int] = []
        var place = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "”", "“", "„", "»", "«": places.append(place)
            default: break
            }
            place += UTF8.width(scalar)
        }
        return places
    }
}

extension Query.Term {
    /// Whether it stood in quotation marks.
    fileprivate var isQuoted: Bool {
        if case .quoted = self { true } else { false }
    }
}
