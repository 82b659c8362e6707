/// The order of the Swedish alphabet: a–z, then å, ä and ö.
///
/// Upper and lower case count as the same letter, é as e and ü as y, as Svenska Akademiens ordlista orders them. Written here because the
/// locale data of a full Foundation would weigh 34 MB in the program.
package struct SwedishOrder: Comparable, Sendable {
    private let keys: [UInt32]
    private let text: String

    /// The place of a text in the alphabet.
    package init(_ text: String) {
        self.text = text
        keys = text.lowercased().unicodeScalars.map { scalar in
            switch scalar {
            case "å": 0x7B
            case "ä", "æ": 0x7C
            case "ö", "ø": 0x7D
            case "é", "è", "ë", "ê": 0x65
            case "á", "à", "â": 0x61
            case "ü": 0x79
            default: scalar.value < 0x7B ? scalar.value : scalar.value + 0x10
            }
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.keys == right.keys
            ? left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
            : left.keys.lexicographicallyPrecedes(right.keys)
    }

    package static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
}

extension Sequence {
    /// The elements in Swedish alphabetical order of the text that the function gives.
    package func inSwedishOrder(by text: (Element) -> String) -> [Element] {
        map { (SwedishOrder(text($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The elements in Swedish alphabetical order, and those with the same text in the order of something else.
    ///
    /// For what a tree holds: its own order differs from one run of the program to the next.
    package func inSwedishOrder(by text: (Element) -> String, then tie: (Element) -> some Comparable) -> [Element] {
        map { (SwedishOrder(text($0)), tie($0), $0) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
