import FoundationEssentials

/// How much is tried: all of it with `SAMVERKA_FULL=1`, otherwise what takes seconds.
enum Effort {
    static let isFull = ProcessInfo.processInfo.environment["SAMVERKA_FULL"] == "1"

    /// One count for the full run and one for every day.
    static func count(_ full: Int, otherwise few: Int) -> Int { isFull ? full : few }
}

/// A generator that gives the same numbers on every machine (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including a limit.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// True so many times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of several.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
