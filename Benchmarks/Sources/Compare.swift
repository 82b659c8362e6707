import ArgumentParser
import Difference

/// Compares two texts of 200 pages, against splitting the same texts into words in the same run.
struct Compare: AsyncParsableCommand {
    @Option var words = 80_000
    @Option var edits = 300
    @Option var count = 20

    func run() async throws {
        var dice = Dice(state: 1)
        let old = (0..<words).map { Self.word($0, &dice) }
        let edited = Self.editing(old, edits, &dice)
        let other = (0..<words).map { Self.word($0, &dice) }
        let (text, changed, foreign) = (old.joined(), edited.joined(), other.joined())
        let split = measure { text.split { $0 == " " || $0 == "\n" }.count + changed.split { $0 == " " || $0 == "\n" }.count }
        report("split \(2 * words) words at white space", count, split)
        for (name, new) in [("\(edits) edits", changed), ("another text with the same words", foreign)] {
            let duration = measure { WordDifference(from: text, to: new).insertedWords }
            report("compare \(words) words, \(name)", count, duration)
            print("  that is \(decimals(duration / split, 2)) times the splitting")
        }
        // Lines of 10 words, pages of 400.
        let extracted = edited.enumerated().map { place, word in
            word.dropLast() + (place % 400 == 399 ? "\n\u{C}" : place % 10 == 9 ? "\n" : " ")
        }.joined()
        for (name, locked) in [("the same", changed), ("with \(edits) edits", text)] {
            let duration = measure {
                if case .differs(let difference) = SameText(locked: locked, extracted: extracted) {
                    difference.insertedWords
                } else {
                    0
                }
            }
            report("extracted text, \(name)", count, duration)
            print("  that is \(decimals(duration / split, 2)) times the splitting")
        }
    }

    private func measure(_ body: () -> Int) -> Duration {
        var sum = 0
        let duration = ContinuousClock().measure { for _ in 0..<count { sum += body() } }
        precondition(sum >= 0)
        return duration
    }

    /// Some words are common and most are rare; sentences have 13 of them, and lines 91.
    private static func word(_ place: Int, _ dice: inout Dice) -> String {
        let rank = Int.random(in: 0...Int.random(in: 0..<8000, using: &dice), using: &dice)
        return "ord\(rank)" + (place % 13 == 12 ? "." : "") + (place % 91 == 90 ? "\n" : " ")
    }

    private static func editing(_ words: [String], _ count: Int, _ dice: inout Dice) -> [String] {
        var words = words
        for edit in 0..<count {
            let place = Int.random(in: 0..<words.count, using: &dice)
            switch edit % 3 {
            case 0: words.remove(at: place)
            case 1: words.insert(word(edit, &dice), at: place)
            default: words[place] = word(edit, &dice)
            }
        }
        return words
    }
}

/// A generator that gives the same numbers everywhere (SplitMix64).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
