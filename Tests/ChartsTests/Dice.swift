import Charts
import FoundationEssentials

/// Random numbers that are the same at every run (splitmix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func chance(_ part: Int) -> Bool { below(part) == 0 }

    mutating func real(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }

    /// A text out of Swedish words, long ones too, and characters that like to cause trouble.
    mutating func text(words: Int = 5) -> String {
        let pieces = [
            "Haninge", "Nynäshamn", "och", "i", "Södertörns", "utvecklings\u{AD}program", "Kommunstyrelsen", "2035", "å",
            "arbetsmarknadspolitiska", "<b>", "\"", "'", "&", "näringslivs-", "\u{A0}", "98\u{202F}123", "🙂",
        ]
        return (0..<below(words + 1)).map { _ in pieces[below(pieces.count)] }.joined(separator: " ")
    }

    mutating func shape() -> DrawingShape { DrawingShape.allCases[below(3)] }

    mutating func moment() -> Moment {
        let year = 1990 + below(50)
        return chance(2) ? .year(year) : .day(year: year, month: 1 + below(12), day: 1 + below(28))
    }

    /// A figure; now and then one that no chart should meet.
    mutating func figure() -> Double? {
        switch below(24) {
        case 0: nil
        case 1: .nan
        case 2: .infinity
        case 3: 0
        case 4: -real(0...1e6)
        case 5: real(0...1e18)
        default: real(0...150_000)
        }
    }
}

/// How many random cases are tried.
let cases = ProcessInfo.processInfo.environment["SAMVERKA_FULL"] == "1" ? 2_000 : 60
