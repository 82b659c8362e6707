import Statistics

/// A code of a key figure, a municipality or a group, as a number that sorts as the text does.
///
/// Codes are text from end to end: '0126' keeps its nought, and '0001' is not '1'. Up to eight characters lie in the number's bytes, the
/// first in the highest, so that two codes are compared in one step.
package struct Code: Hashable, Comparable, Sendable, CustomStringConvertible {
    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    /// A code; nil when it is empty, longer than eight characters, or holds anything but letters and figures of ASCII.
    package init?(_ text: String) {
        var bits: UInt64 = 0
        var count = 0
        for byte in text.utf8 {
            guard count < 8, Self.isAllowed(byte) else { return nil }
            bits = bits << 8 | UInt64(byte)
            count += 1
        }
        guard count > 0 else { return nil }
        self.bits = bits << (8 * UInt64(8 - count))
    }

    static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    package var description: String {
        withUnsafeBytes(of: bits.bigEndian) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    package static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }

    /// Whether this is a municipality: four figures, and not one of the country ('0000') and the regions ('0001' to '0025').
    package var isMunicipality: Bool {
        // Four bytes that begin with 3 in hexadecimal are figures, since nothing else that a code may have does.
        bits & 0xF0F0_F0F0_FFFF_FFFF == 0x3030_3030 << 32 && bits >= Self.firstMunicipality
    }

    private static let firstMunicipality: UInt64 = 0x3031_3134 << 32
}

/// A key figure as a small number, in the order of the ids: N00000 is 0, U00000 is 100 000.
struct KeyFigureNumber: Hashable, Comparable {
    static let count = 200_000
    let number: Int

    init(number: Int) { self.number = number }

    init(_ id: KeyFigure.ID) {
        let bytes = id.description.utf8
        let figures = bytes.dropFirst().reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        number = (bytes.first == UInt8(ascii: "U") ? 100_000 : 0) + figures
    }

    /// The number of a code; nil when it isn't a letter, N or U, and five figures.
    init?(_ code: Code) {
        guard code.bits & 0xFFFF == 0 else { return nil }
        var number = 0
        switch UInt8(truncatingIfNeeded: code.bits >> 56) {
        case UInt8(ascii: "N"): break
        case UInt8(ascii: "U"): number = 1
        default: return nil
        }
        // The first character is the highest byte; the figures are the five after it.
        var shift: UInt64 = 48
        while shift >= 16 {
            let figure = UInt8(truncatingIfNeeded: code.bits >> shift) &- UInt8(ascii: "0")
            guard figure < 10 else { return nil }
            number = number * 10 + Int(figure)
            shift -= 8
        }
        self.number = number
    }

    var code: Code {
        var bits: UInt64 = 0
        var rest = number % 100_000
        for shift in stride(from: UInt64(16), through: 48, by: 8) {
            bits |= UInt64(UInt8(ascii: "0") + UInt8(rest % 10)) << shift
            rest /= 10
        }
        return Code(bits: bits | UInt64(number < 100_000 ? UInt8(ascii: "N") : UInt8(ascii: "U")) << 56)
    }

    static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// What is known of a cell, as it is written in the file.
///
/// A value's state stands beside it, never in it, so that no pattern of bits in a value can be taken for a missing one.
enum CellState {
    static let value: UInt8 = 0
    // 1 to 4 are the absences by their raw values.
    static let silent: UInt8 = 5
    /// Only in a pull: the source takes the cell back.
    static let deleted: UInt8 = 6

    static func absence(_ state: UInt8) -> Absence { Absence(rawValue: state) ?? .silent }
}

/// One value as it was read, before it has found its series.
struct Cell {
    /// The years that a cell can be about.
    static let years = 1900...2199

    var place: Code
    var value: Double
    /// Key figure, gender, year and state, from the highest bit to the lowest.
    private var key: UInt32
    /// Which piece of the pages it came from, so that a later one takes precedence however the work was shared.
    var page: UInt32

    init(keyFigure: Int, place: Code, gender: Int, year: Int, state: UInt8, value: Double, page: UInt32) {
        self.place = place
        self.value = value
        self.page = page
        key = UInt32(truncatingIfNeeded: keyFigure << 14 | gender << 12 | (year - Self.years.lowerBound) << 3) | UInt32(state)
    }

    var keyFigure: Int { Int(key >> 14) }
    var gender: Int { Int(key >> 12 & 3) }
    var year: Int { Int(key >> 3 & 511) + Self.years.lowerBound }
    var state: UInt8 { UInt8(truncatingIfNeeded: key & 7) }

    /// Says what the cell is about, when that stands after its values in the page.
    mutating func place(keyFigure: Int, place: Code, year: Int) {
        self.place = place
        key = key & 0x3007 | UInt32(truncatingIfNeeded: keyFigure << 14 | (year - Self.years.lowerBound) << 3)
    }
}

extension Gender {
    /// The genders by the letters of the source.
    init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "T"): self = .total
        case UInt8(ascii: "K"): self = .women
        case UInt8(ascii: "M"): self = .men
        default: return nil
        }
    }

    var index: Int {
        switch self {
        case .total: 0
        case .women: 1
        case .men: 2
        }
    }
}
