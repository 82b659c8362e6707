import Foundation

@testable import Difference

/// How much is tried: all of it with `SAMVERKA_FULL=1`, otherwise what takes seconds.
enum Effort {
    static let isFull = ProcessInfo.processInfo.environment["SAMVERKA_FULL"] == "1"

    /// The seeds of a random test.
    static var seeds: [UInt64] { Array(1...(isFull ? 60 : 6)) }
}

/// A generator that gives the same numbers on every machine (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

    mutating func one(of texts: [String]) -> String { texts[below(texts.count)] }
}

extension WordDifference {
    /// The old text as the pieces have it, byte for byte.
    var old: [UInt8] {
        pieces.flatMap { piece -> [UInt8] in
            switch piece {
            case .same(let text), .removed(let text): Array(text.utf8)
            case .inserted: []
            }
        }
    }

    /// The new text as the pieces have it, byte for byte.
    var new: [UInt8] {
        pieces.flatMap { piece -> [UInt8] in
            switch piece {
            case .same(let text), .inserted(let text): Array(text.utf8)
            case .removed: []
            }
        }
    }

    /// The pieces as one text, with [-removed-] and {+inserted+}.
    var written: String {
        pieces.map { piece in
            switch piece {
            case .same(let text): text
            case .removed(let text): "[-\(text)-]"
            case .inserted(let text): "{+\(text)+}"
            }
        }.joined()
    }

    /// If no piece is empty, no kind comes twice in a row, and what is removed comes before what is inserted.
    var isInOrder: Bool {
        zip(pieces, pieces.dropFirst()).allSatisfy { first, second in
            switch (first, second) {
            case (.same, .same), (.removed, .removed), (.inserted, .inserted), (.inserted, .removed): false
            default: true
            }
        } && pieces.allSatisfy { $0 != .same("") && $0 != .removed("") && $0 != .inserted("") }
    }
}

/// The length of a longest common subsequence, by the whole table.
func longestCommon<Element: Equatable>(_ one: [Element], _ other: [Element]) -> Int {
    var row = [Int](repeating: 0, count: other.count + 1)
    for element in one {
        var diagonal = 0
        for place in other.indices {
            let above = row[place + 1]
            row[place + 1] = element == other[place] ? diagonal + 1 : max(above, row[place])
            diagonal = above
        }
    }
    return row[other.count]
}

/// A text of so many words, with sentences and paragraphs.
func prose(_ count: Int, vocabulary: Int, _ dice: inout Dice, stem: String = "ord") -> [String] {
    (0..<count).map { place in
        // Some words are common and most are rare.
        let word = dice.below(1 + dice.below(vocabulary))
        return "\(stem)\(word)" + (place % 13 == 12 ? "." : "") + (place % 91 == 90 ? "\n\n" : " ")
    }
}
