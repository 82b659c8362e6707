/// How what is written in a field becomes a text that can be kept.
enum FormText {
    /// A text without what no reader would miss: line ends are line feeds, and there is no white space around it.
    ///
    /// Word sends its soft line breaks as U+000B, old files have U+0085, and some programs U+2028 and U+2029; all of them are line ends.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - hasLines: whether it may have several lines; otherwise line ends and tabs become spaces, as in a browser's own field.
    /// - Returns: the text as it is kept.
    static func cleaned(_ text: String, hasLines: Bool) -> String {
        var cleaned = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar {
            case "\n" where wasReturn: break
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": cleaned.append(hasLines ? "\n" : " ")
            case "\t" where !hasLines: cleaned.append(" ")
            default: cleaned.append(scalar)
            }
        }
        return String(trimmed(cleaned[...]))
    }

    private static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var rest = text.drop(while: \.properties.isWhitespace)
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return rest
    }

    /// The things of a text with one on each line, without empty lines.
    static func lines(_ text: String) -> [String] {
        cleaned(text, hasLines: true).unicodeScalars.split(separator: "\n").map { String(trimmed($0)) }.filter { !$0.isEmpty }
    }

    /// Whether a character can't be kept: it can't be seen, and makes the text other than it looks.
    ///
    /// Those are the controls, the ones that turn the direction of what follows (U+202A–E and U+2066–9; they let a file name or an amount
    /// read backwards), and code points that are no characters at all. U+FFFD is what such a one is shown as, so that somebody can find it.
    static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFD: true
        default: scalar.properties.isNoncharacterCodePoint
        }
    }

    /// The text with a mark that can be seen in the place of each character that can't be kept.
    static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isRefused) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { shown.append(isRefused(scalar) ? "\u{FFFD}" : scalar) }
        return String(shown)
    }

    /// Whether something looks like a mail address: one @ with something before it and a name with a point after it.
    ///
    /// More can't be told without sending a letter.
    static func isMail(_ text: String) -> Bool {
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        guard
            !text.unicodeScalars.contains(where: {
                $0.properties.isWhitespace || $0 == "," || $0 == ";" || $0 == "<" || $0 == ">"
            })
        else { return false }
        let names = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return names.count >= 2 && names.allSatisfy { !$0.isEmpty }
    }
}
