/// How letters are kept: a byte each, as long as they are Latin.
///
/// Small a–z and the digits are themselves. ä, ö, å and ü stand at `{`, `|`, `}` and `~`, where Swedish computers once had them.
/// Other Latin letters lose their accents (é is e, ø is ö, æ is ä). What isn't Latin stays as small letters in UTF-8, whose bytes
/// can't be taken for any of these. So stemming, prefixes and misspellings count letters by counting bytes.
enum Letters {
    static let ä = UInt8(ascii: "{")
    static let ö = UInt8(ascii: "|")
    static let å = UInt8(ascii: "}")
    static let ü = UInt8(ascii: "~")

    /// The letter without its dots or ring.
    static func plain(_ letter: UInt8) -> UInt8 {
        switch letter {
        case å, ä: UInt8(ascii: "a")
        case ö: UInt8(ascii: "o")
        case ü: UInt8(ascii: "u")
        default: letter
        }
    }

    /// Whether somebody who typed the one letter can have meant the other: the same, or the same but for the dots.
    ///
    /// It goes one way. Who typed å didn't mean a. But ü is taken for y and u both ways, since names with it are written so.
    static func isTyped(_ typed: UInt8, for letter: UInt8) -> Bool {
        if typed == letter || typed == plain(letter) { return true }
        return switch (typed, letter) {
        case (UInt8(ascii: "y"), ü), (ü, UInt8(ascii: "y")), (ü, UInt8(ascii: "u")): true
        default: false
        }
    }

    /// Whether the byte is a digit.
    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// The vowels of Swedish, dotted or not.
    static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"), å,
            ä, ö:
            true
        default: false
        }
    }

    /// The word in ordinary writing.
    static func text(_ word: some Sequence<UInt8>) -> String {
        var bytes: [UInt8] = []
        for byte in word {
            switch byte {
            case å: bytes.append(contentsOf: [0xC3, 0xA5])
            case ä: bytes.append(contentsOf: [0xC3, 0xA4])
            case ö: bytes.append(contentsOf: [0xC3, 0xB6])
            case ü: bytes.append(contentsOf: [0xC3, 0xBC])
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What U+00C0–U+00FF are kept as; 0 if it is no letter, 1 for ß, which is two.
    static let latin1: [UInt8] = "aaaa{}{ceeeeiiiidnoooo|.|uuu~yt1aaaa{}{ceeeeiiiidnoooo|.|uuu~yty".utf8.map { byte in
        switch byte {
        case UInt8(ascii: "."): 0
        case UInt8(ascii: "1"): 1
        default: byte
        }
    }

    /// What U+0100–U+017F are kept as.
    static let latinExtended: [UInt8] = Array(
        ("aaaaaa" + "cccccccc" + "dddd" + "eeeeeeeeee" + "gggggggg" + "hhhh" + "iiiiiiiiii" + "ii" + "jj" + "kkk" + "llllllllll"
            + "nnnnnnnnn" + "oooooo" + "oo" + "rrrrrr" + "ssssssss" + "tttttt" + "uuuuuuuuuuuu" + "ww" + "yyy" + "zzzzzz" + "s")
            .utf8
    )
}
