/// What is asked of a password: length, and not to be among the first that somebody guesses.
///
/// No figures, signs or capitals are asked for; they make people write what is easily guessed (NIST SP 800-63B, 5.1.1.2).
package enum PasswordRule {
    /// The fewest characters, as Unicode scalars.
    package static let least = 12
    /// The most characters, as Unicode scalars.
    package static let most = 200
    /// More bytes than the most characters can take.
    static let mostBytes = most * 4

    /// What is wrong with a new password; nil if nothing is.
    ///
    /// - Parameters:
    ///   - password: as it was typed.
    ///   - words: what it may not contain, such as the mail address.
    /// - Returns: the first thing that is wrong.
    static func fault(of password: String, isNot words: [String]) -> PasswordFault? {
        let count = password.unicodeScalars.count
        if count < least { return .tooShort(least: least) }
        if count > most { return .tooLong }
        let plain = folded(password)
        for word in words.flatMap({ parts(of: $0) }) where plain == word || word.count >= 4 && plain.contains(word) {
            return .containsMail
        }
        return CommonPasswords.includes(plain) ? .tooCommon : nil
    }

    /// A word, and what stands before the @ if it is a mail address.
    private static func parts(of word: String) -> [[UInt8]] {
        let whole = folded(String(word.drop(while: \.isWhitespace)))
        let local = whole.prefix { $0 != UInt8(ascii: "@") }
        return local.count == whole.count ? [whole] : [whole, Array(local)]
    }

    /// A text without capitals and without the dots and rings of letters, so that variants of a word are the word.
    private static func folded(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "å", "ä", "à", "á", "æ": folded.append(UInt8(ascii: "a"))
            case "ö", "ø", "ó": folded.append(UInt8(ascii: "o"))
            case "é", "è", "ë": folded.append(UInt8(ascii: "e"))
            case "ü": folded.append(UInt8(ascii: "u"))
            // The mark of a letter that is written as two.
            case "\u{300}"..."\u{36f}": continue
            default: folded += Array(String(scalar).utf8)
            }
        }
        return folded
    }
}
