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
