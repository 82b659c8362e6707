/// Random numbers that are the same at every run (splitmix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }

    /// A text out of characters that like to cause trouble.
    mutating func text() -> String {
        let pieces = [
            "a", "Å", "<", ">", "\"", "'", "&", "\u{301}", "\u{0}", " ", "/", "</p>", "<!--", "]]>", "=", "javascript:", "\n",
            "🙂", "\u{85}",
        ]
        return (0..<below(8)).map { _ in pieces[below(pieces.count)] }.joined()
    }
}
