/// Reads a text word by word.
///
/// A word is letters or digits that stand together. Letters and digits part company, so `KSM2021-1346` is *ksm*, *2021* and
/// *1346*: each can be found by itself, and the whole is found as words that follow on each other. Soft hyphens and other
/// characters that nobody sees are passed over. A letter followed by a combining ring or dots is å, ä, ö or ü; other accents fall
/// away.
struct WordScanner {
    /// More letters than any word has.
    ///
    /// What goes on is read past but not kept.
    static let longest = 64

    private(set) var letters = InlineArray<64, UInt8>(repeating: 0)
    private(set) var count = 0

    /// Where the latest word begins in the text, in bytes.
    private(set) var start = 0

    /// Where the latest word ends in the text, in bytes.
    private(set) var end = 0

    private var position: Int

    /// Begins at a place where a word begins or none is.
    init(at position: Int = 0) {
        self.position = position
    }

    /// Goes on to the next word, if there is one.
    mutating func next(in text: Span<UInt8>) -> Bool {
        var index = position
        var sort = Sort.other
        count = 0
        scan: while index < text.count {
            let byte = text[index]
            guard byte < 0x80 else {
                let (scalar, length) = decode(text, at: index)
                let (found, first, second) = Self.sort(scalar)
                switch found {
                case .letter, .digit:
                    if sort == .other {
                        sort = found
                        start = index
                    } else if sort != found {
                        break scan
                    }
                    if first != 0 {
                        keep(first)
                        if second != 0 { keep(second) }
                    } else {
                        keep(smallLettersOf: scalar)
                    }
                    end = index + length
                case .mark:
                    if sort != .other {
                        join(scalar)
                        end = index + length
                    }
                case .unseen:
                    break
                case .other:
                    if sort != .other { break scan }
                }
                index += length
                continue
            }
            let small = byte | 0x20
            let found: Sort
            if small &- UInt8(ascii: "a") < 26 {
                found = .letter
            } else if byte &- UInt8(ascii: "0") < 10 {
                found = .digit
            } else if sort == .other {
                index += 1
                continue
            } else {
                break
            }
            if sort == .other {
                sort = found
                start = index
            } else if sort != found {
                break
            }
            keep(found == .letter ? small : byte)
            index += 1
            end = index
        }
        position = index
        return sort != .other
    }

    private mutating func keep(_ letter: UInt8) {
        guard count < Self.longest else { return }
        letters[count] = letter
        count += 1
    }

    /// Keeps a letter that isn't Latin, whole or not at all.
    private mutating func keep(smallLettersOf scalar: Unicode.Scalar) {
        for small in scalar.properties.lowercaseMapping.unicodeScalars where count == 0 || !Self.isCombining(small.value) {
            let bytes = UTF8.encode(small) ?? UTF8.encodedReplacementCharacter
            if count + bytes.count <= Self.longest {
                for byte in bytes { keep(byte) }
            }
        }
    }

    /// Puts a combining mark on the letter before it, if Swedish has such a letter.
    private mutating func join(_ mark: Unicode.Scalar) {
        guard count > 0 else { return }
        switch (letters[count - 1], mark.value) {
        case (UInt8(ascii: "a"), 0x30A): letters[count - 1] = Letters.å
        case (UInt8(ascii: "a"), 0x308): letters[count - 1] = Letters.ä
        case (UInt8(ascii: "o"), 0x308): letters[count - 1] = Letters.ö
        case (UInt8(ascii: "u"), 0x308): letters[count - 1] = Letters.ü
        default: break
        }
    }

    private func decode(_ text: Span<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = text[index]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= text.count else { return ("\u{FFFD}", text.count - index) }
        var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length {
            value = value << 6 | UInt32(text[index + offset] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private enum Sort {
        case letter
        case digit
        case mark
        case unseen
        case other
    }

    /// What sort of character it is, and the letters or the digit it is kept as, where that is settled by our own tables.
    private static func sort(_ scalar: Unicode.Scalar) -> (sort: Sort, first: UInt8, second: UInt8) {
        switch scalar.value {
        case 0xC0...0xFF:
            let letter = Letters.latin1[Int(scalar.value - 0xC0)]
            return switch letter {
            case 0: (.other, 0, 0)
            case 1: (.letter, UInt8(ascii: "s"), UInt8(ascii: "s"))
            default: (.letter, letter, 0)
            }
        case 0x100...0x17F:
            return (.letter, Letters.latinExtended[Int(scalar.value - 0x100)], 0)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF:
            return (.unseen, 0, 0)
        case let value where isCombining(value):
            return (.mark, 0, 0)
        case 0x80...0xA9, 0x2010...0x2029, 0x202F...0x205F:
            return (.other, 0, 0)
        default:
            let properties = scalar.properties
            // Raised and lowered digits too, as in CO₂.
            if properties.numericType == .decimal || properties.numericType == .digit, let value = properties.numericValue,
                (0...9).contains(value)
            {
                return (.digit, UInt8(ascii: "0") + UInt8(value), 0)
            }
            if properties.isAlphabetic { return (.letter, 0, 0) }
            return switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: (.mark, 0, 0)
            default: (.other, 0, 0)
            }
        }
    }

    private static func isCombining(_ value: UInt32) -> Bool {
        (0x300...0x36F).contains(value)
    }
}
