/// Puts right what the source's texts are known to have wrong.
///
/// - A line break written as a backslash and an n (237 descriptions).
/// - A sign written as %u and four hexadecimal digits.
/// - Text that was taken for Latin-1 and encoded once more, so that 'å' became 'Ã¥'.
/// - Spaces around, and more than one between words.
enum RepairedText {
    /// The text as it was meant.
    static func repair(_ text: String) -> String {
        if isInOrder(text) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var isAfterSpace = true
        for scalar in decodedOnceMore(unescaped(text.unicodeScalars)) {
            if scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\r" {
                if !isAfterSpace { result.unicodeScalars.append(" ") }
                isAfterSpace = true
            } else if scalar == "\n" {
                while result.utf8.last == UInt8(ascii: " ") { result.unicodeScalars.removeLast() }
                if !result.isEmpty { result.unicodeScalars.append("\n") }
                isAfterSpace = true
            } else {
                result.unicodeScalars.append(scalar)
                isAfterSpace = false
            }
        }
        while let last = result.utf8.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") {
            result.unicodeScalars.removeLast()
        }
        return result
    }

    /// Whether there is certainly nothing to put right, as in nearly all of the texts.
    private static func isInOrder(_ text: String) -> Bool {
        var former = UInt8(ascii: " ")
        for byte in text.utf8 {
            switch byte {
            // 0xE2 begins the signs that Windows has for what in UTF-8 are bytes above 7F: rare, and looked at closely.
            case 0..<32, UInt8(ascii: "\\"), 0xE2: return false
            case UInt8(ascii: "%") where former != UInt8(ascii: "("): return false
            case UInt8(ascii: " ") where former == byte: return false
            // What begins the first of two signs that were once one, and the sign for a hard space.
            case 0x80...0xBF
            where former == 0xC2 || (former == 0xC3 && byte < 0xA0 && byte != 0x84 && byte != 0x85 && byte != 0x96):
                return false
            default: former = byte
            }
        }
        return former != UInt8(ascii: " ") && !text.isEmpty
    }

    private static func unescaped(_ text: String.UnicodeScalarView) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        let scalars = Array(text)
        result.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            let rest = scalars[index...]
            if rest.starts(with: ["\\", "n"]) || rest.starts(with: ["\\", "r"]) {
                result.append("\n")
                index += 2
            } else if rest.starts(with: ["%", "u"]), rest.count >= 6, let sign = sign(rest[(index + 2)..<(index + 6)]) {
                result.append(sign)
                index += 6
            } else {
                // Other signs below the space have no place in a text, and would break the file that it is kept in.
                if scalars[index].value >= 32 || scalars[index] == "\n" || scalars[index] == "\t" {
                    result.append(scalars[index])
                }
                index += 1
            }
        }
        return result
    }

    private static func sign(_ digits: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        var value: UInt32 = 0
        for digit in digits {
            guard let number = Character(digit).hexDigitValue else { return nil }
            value = value << 4 | UInt32(number)
        }
        return value >= 32 ? Unicode.Scalar(value) : nil
    }

    /// Each run of signs that are the bytes of proper UTF-8 becomes what those bytes say.
    ///
    /// Swedish as it should be never is: 'åä' is two bytes that UTF-8 doesn't allow beside each other.
    private static func decodedOnceMore(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard scalars.contains(where: { (0xC2...0xF4).contains($0.value) }) else { return scalars }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            var run: [UInt8] = []
            while index + run.count < scalars.count, let byte = highByte(scalars[index + run.count]) { run.append(byte) }
            if run.count > 1, let text = String(validating: run, as: UTF8.self) {
                result += text.unicodeScalars
            } else {
                result += scalars[index..<(index + run.count)]
            }
            index += run.count
            if index < scalars.count {
                result.append(scalars[index])
                index += 1
            }
        }
        return result
    }

    /// The byte from 80 upwards that Latin-1, or Windows' form of it, has for a sign.
    private static func highByte(_ scalar: Unicode.Scalar) -> UInt8? {
        if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        return windows.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
    }

    /// The signs that Windows-1252 has from 80 to 9F; zero where it has none.
    private static let windows: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
