import Cooperation

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

    /// A text of at most so many pieces, out of what likes to cause trouble.
    mutating func text(_ longest: Int = 40) -> String {
        (0..<below(longest)).map { _ in Naughty.pieces[below(Naughty.pieces.count)] }.joined()
    }

    /// A moment somewhere in the years 1970–2100.
    mutating func instant() -> Instant {
        Instant(microseconds: Int64(below(4_102_444_800)) * 1_000_000 + Int64(below(1_000_000)))
    }

    /// A day in the same years.
    mutating func day() -> Day { Day(number: Int32(below(47_482))) }
}

/// Texts that break what is carelessly written.
enum Naughty {
    /// Short ones, to make longer ones of.
    static let pieces = [
        "a", "Å", "é", "e\u{301}", "€", "हि", "\u{800}", "🙂", "👩‍👩‍👧", "🇸🇪", "\u{10FFFF}", "\u{FFBE}", "\u{FDCF}",
        " ", "  ", "\t", "\n", "\r", "\r\n", "\u{A0}", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{301}", "\u{20D2}",
        "\u{0}", "\u{B}", "\u{C}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}",
        "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "&amp;", "&#0;", "<!--", "?>", "<script>",
        "\\", ";", ",", ":", "\\n", "\\\\", "\\,", "=", "%", "%0D%0A", "BEGIN:VEVENT", "END:VCALENDAR", "\r\nATTENDEE:mailto:x",
    ]

    /// Whole ones.
    static let texts = [
        "", " ", "\n", "\r\n\r\n", "\u{FEFF}", "\u{0}",
        "<\u{338}entry>&\u{301}amp;\"\u{20D2}",
        "]]></title><title>En annan rubrik",
        "rubrik\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:annan",
        "rubrik\u{85}END:VEVENT\u{2028}END:VCALENDAR\u{2029}",
        "C:\\nya filer\\, två; och \\\\ \\; \\N",
        String(repeating: "å", count: 200),
        String(repeating: "👩‍👩‍👧", count: 60),
        String(repeating: "e\u{301}\u{302}\u{303}", count: 60),
        String(repeating: "\\;,\n", count: 60),
        String(repeating: " ", count: 200),
        String(repeating: "\u{FFFF}", count: 50),
    ]
}

/// The bytes of a text: strings themselves are compared by character, and then much looks equal that isn't.
func bytes(_ text: String?) -> [UInt8]? {
    text.map { Array($0.utf8) }
}

/// A moment from its day and time in UTC.
func instant(_ day: String, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0) -> Instant {
    let number = Int64(Day(day)?.number ?? 0)
    return Instant(microseconds: (number * 86_400 + Int64(hour * 3600 + minute * 60 + second)) * 1_000_000)
}

/// A day, or 1 January 1970 when there is no such day.
func day(_ text: String) -> Day {
    Day(text) ?? Day(number: 0)
}
