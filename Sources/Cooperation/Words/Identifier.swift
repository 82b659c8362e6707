/// The name of one thing in addresses and acts: lower-case letters a–z, figures and hyphens.
///
/// Typed by what it names, so that a municipality's id can't be handed over where an edition's is wanted. It never changes:
/// a thing that is renamed keeps its id.
package struct Identifier<Entity>: Hashable, Comparable, Sendable {
    /// The text, 1–64 characters of `a–z`, `0–9` and `-`.
    package let text: String

    /// The id with that text, or nil when it holds anything but `a–z`, `0–9` and `-`, or is empty or longer than 64.
    package init?(_ text: some StringProtocol) {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard isPlain, (1...64).contains(text.utf8.count) else { return nil }
        self.text = String(text)
    }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Identifier(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id: \(text)")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { text }
}

extension Identifier {
    /// The id that a name gives: 'Miljö & klimat' becomes `miljo-klimat`.
    ///
    /// Letters lose their marks, so that å and ä become a and ö becomes o; whatever else is neither a letter a–z nor a figure parts words.
    /// Nil when nothing is left, as of a name in other letters.
    package init?(naming name: String) {
        var words: [String] = [""]
        for scalar in name.lowercased().unicodeScalars {
            // A mark that is written after its letter, as å is in file names from a Mac.
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            if let letters = scalar.plainLetters { words[words.count - 1] += letters } else { words.append("") }
        }
        var text = ""
        for word in words where !word.isEmpty {
            let longer = text.isEmpty ? word : "\(text)-\(word)"
            if longer.utf8.count > Self.mostCharacters {
                if text.isEmpty { text = String(word.prefix(Self.mostCharacters)) }
                break
            }
            text = longer
        }
        self.init(text)
    }

    /// The id that a name gives, with a figure after it where others have it already; nil when the name gives none.
    ///
    /// - Parameters:
    ///   - name: what the thing is called.
    ///   - isTaken: whether an id can't be had.
    package init?(naming name: String, unless isTaken: (Self) -> Bool) {
        guard let first = Self(naming: name) else { return nil }
        var (next, number) = (first, 1)
        while isTaken(next) {
            number += 1
            let ending = "-\(number)"
            guard number < 1_000, let numbered = Self(first.text.prefix(Self.mostCharacters - ending.utf8.count) + ending) else {
                return nil
            }
            next = numbered
        }
        self = next
    }

    private static var mostCharacters: Int { 64 }
}

extension Unicode.Scalar {
    /// The letters a–z or the figure that a scalar is without its marks; nil when it is something else.
    fileprivate var plainLetters: String? {
        switch self {
        case "a"..."z", "0"..."9": return String(Character(self))
        case "ß": return "ss"
        case "\u{0}"..."\u{7F}": return nil
        default: break
        }
        // 'LATIN SMALL LETTER A WITH RING ABOVE', 'LATIN SMALL LETTER AE'.
        let words = properties.name?.split(separator: " ") ?? []
        guard words.starts(with: ["LATIN", "SMALL", "LETTER"]), words.count == 4 || words.count > 4 && words[4] == "WITH",
            words[3].utf8.count <= 2
        else { return nil }
        return words[3].lowercased()
    }
}
