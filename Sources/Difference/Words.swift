/// What a character does to the words around it.
enum ScalarKind: UInt8 {
    /// White space, which parts words and belongs to none.
    case space
    /// A letter or a digit.
    case word
    /// Belongs to what it follows: accents, characters that aren't seen, shades of skin.
    case mark
    /// Everything else: each is a word of its own.
    case symbol

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09...0x0D, 0x20: self = .space
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
        case 0..<0x80: self = .symbol
        case 0xC0...0x24F: self = scalar.value == 0xD7 || scalar.value == 0xF7 ? .symbol : .word
        case 0x1F3FB...0x1F3FF: self = .mark
        default: self = Self.ofRare(scalar)
        }
    }

    private static func ofRare(_ scalar: Unicode.Scalar) -> ScalarKind {
        let properties = scalar.properties
        if properties.isWhitespace { return .space }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber,
            .otherNumber:
            return .word
        case .nonspacingMark, .spacingMark, .enclosingMark, .format:
            return .mark
        default:
            return .symbol
        }
    }
}

extension Unicode.Scalar {
    /// A hyphen as it is typed, as Unicode would have it, or one where no line may end.
    var isHyphen: Bool { value == 0x2D || value == 0x2010 || value == 0x2011 }

    /// 0 to 9.
    var isDigit: Bool { 0x30...0x39 ~= value }

    /// An invisible character that joins what is on both sides of it to one sign.
    fileprivate var isJoiner: Bool { value == 0x200D }

    /// One of the two letters of which flags are made.
    fileprivate var isFlagLetter: Bool { 0x1F1E6...0x1F1FF ~= value }

    /// If a word goes on over this character when it stands between these two.
    fileprivate func isInside(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
        if isHyphen { return true }
        let areDigits = before.isDigit && after.isDigit
        switch value {
        // 3,5 and 14.30 and 2013/29212
        case 0x2C, 0x2E, 0x2F: return areDigits
        // 14:30 and EU:s
        case 0x3A: return areDigits || !after.isDigit
        // Apostrophes
        case 0x27, 0x2019: return !before.isDigit && !after.isDigit
        default: return false
        }
    }
}

/// The words of a text, with where in its bytes they stand.
///
/// A word is a run of letters and digits with what joins them (`e-tjänst`, `EU:s`, `3,5`, `2026-11-23`), or one other sign (`§`, `–`,
/// `,`) with the accents on it. Between words there is white space, or nothing. Bytes decide what is the same: Swift's own comparison
/// goes by what characters mean together, and would take `;` and `;` with an accent apart in one place and not in another.
struct Words {
    /// The text.
    let bytes: [UInt8]

    /// Where each word begins, and after the last the end of the text.
    private(set) var starts: [Int] = []

    /// Where each word ends.
    private(set) var ends: [Int] = []

    /// If each is of letters or digits.
    private(set) var areWords: [Bool] = []

    var count: Int { ends.count }

    init(_ text: String) {
        bytes = Array(text.utf8)
        starts.reserveCapacity(bytes.count / 5)
        ends.reserveCapacity(bytes.count / 5)
        areWords.reserveCapacity(bytes.count / 5)
        var position = 0
        while position < bytes.count {
            let (scalar, next) = scalar(at: position)
            let kind = ScalarKind(scalar)
            if kind == .space {
                position = next
                continue
            }
            starts.append(position)
            position = kind == .symbol ? endOfSymbol(scalar, next) : endOfWord(scalar, next)
            ends.append(position)
            areWords.append(kind != .symbol)
        }
        starts.append(bytes.count)
    }

    /// The white space after a word; before the first it is that of -1.
    func gap(after word: Int) -> Range<Int> {
        (word < 0 ? 0 : ends[word])..<starts[word + 1]
    }

    /// If a new line begins somewhere from the end of a word to the beginning of a later one.
    func hasLineBreak(from word: Int, to later: Int) -> Bool {
        var word = word
        while word < later {
            for position in gap(after: word) where bytes[position] == UInt8(ascii: "\n") { return true }
            word += 1
        }
        return false
    }

    private func endOfWord(_ first: Unicode.Scalar, _ position: Int) -> Int {
        var (last, position) = (first, position)
        while position < bytes.count {
            let (scalar, next) = scalar(at: position)
            switch ScalarKind(scalar) {
            case .word:
                last = scalar
                position = next
            case .mark:
                position = next
            case .symbol:
                guard next < bytes.count else { return position }
                let (after, end) = self.scalar(at: next)
                guard ScalarKind(after) == .word, scalar.isInside(last, after) else { return position }
                last = after
                position = end
            case .space:
                return position
            }
        }
        return position
    }

    private func endOfSymbol(_ first: Unicode.Scalar, _ position: Int) -> Int {
        var (last, position) = (first, position)
        var isHalfFlag = first.isFlagLetter
        while position < bytes.count {
            let (scalar, next) = scalar(at: position)
            let kind = ScalarKind(scalar)
            guard kind == .mark || kind == .symbol && (last.isJoiner || isHalfFlag && scalar.isFlagLetter)
            else {
                return position
            }
            isHalfFlag = false
            last = scalar
            position = next
        }
        return position
    }

    /// The character at a place, and where the next begins.
    ///
    /// A Swift text is always right UTF-8.
    private func scalar(at position: Int) -> (Unicode.Scalar, next: Int) {
        let first = UInt32(bytes[position])
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), position + 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (0xFF >> (UInt32(length) + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset]) & 0x3F }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", position + length)
    }
}
