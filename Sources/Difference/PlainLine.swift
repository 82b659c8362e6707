/// A line of text without what only is layout.
struct PlainLine {
    /// What the line's end does to the word there.
    enum End {
        /// A space.
        case space
        /// A hyphen that is written or only parts the word, which the line itself can't tell. It is not among the signs.
        case hyphen
        /// A soft hyphen: the word goes on.
        case softHyphen
        /// After a dash or a slash a line may end both with a space and without.
        case open
    }

    /// The line's characters, with one space between words.
    ///
    /// They are compared as Swift compares characters, so a letter is the same whether its accent is a code point of its own or not.
    let signs: [Character]

    /// What comes after it.
    let end: End

    /// What is shown of the line.
    var text: String { String(signs) + (end == .hyphen ? "-" : "") }

    /// If it begins with a sign that can be a bullet.
    var hasBullet: Bool { Self.isBullet(signs, at: 0) }

    /// Stands in a locked text for a bullet, whichever it is: a control character, which no text has.
    static let bullet: Character = "\u{1}"

    /// Signs that mean nothing else than a bullet.
    static let onlyBullets: Set<Character> = [
        "•", "▪", "▫", "◦", "‣", "⁃", "●", "○", "■", "□", "◆", "◇", "➢", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}",
    ]

    private static let bullets = onlyBullets.union(["–", "—", "-", "−", "*", "·", "o"])

    /// If a bullet with a space after it, or nothing, stands at a place.
    static func isBullet(_ signs: [Character], at place: Int) -> Bool {
        guard place < signs.count, bullets.contains(signs[place]) else { return false }
        return place + 1 == signs.count || signs[place + 1] == " "
    }

    init(_ line: Substring) {
        var plain = String.UnicodeScalarView()
        var isSpaceDue = false
        var endsSoft = false
        for scalar in line.unicodeScalars {
            if ScalarKind(scalar) == .space {
                isSpaceDue = true
                continue
            }
            if scalar.value == 0xAD { endsSoft = true }
            if Self.isUnseen(scalar) { continue }
            endsSoft = false
            if isSpaceDue, !plain.isEmpty { plain.append(" ") }
            isSpaceDue = false
            if !scalar.isASCII, let same = Self.otherWriting[scalar] {
                plain.append(contentsOf: same.unicodeScalars)
            } else {
                plain.append(scalar)
            }
        }
        var signs = Array(String(plain))
        if endsSoft {
            end = .softHyphen
        } else if signs.last == "-", signs.count > 1, signs[signs.count - 2].isLetter || signs[signs.count - 2].isNumber {
            end = .hyphen
            signs.removeLast()
        } else {
            end = signs.last.map { "–—/-".contains($0) } ?? false ? .open : .space
        }
        self.signs = signs
    }

    /// Characters that take no room and change no meaning.
    ///
    /// Those that turn the direction of the text do, and are kept.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
        default: false
        }
    }

    /// What programs write in another way without being asked.
    private static let otherWriting: [Unicode.Scalar: String] = [
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "...",
        "\u{2010}": "-", "\u{2011}": "-",
        "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "‘": "'", "’": "'", "‚": "'", "‛": "'",
    ]
}
