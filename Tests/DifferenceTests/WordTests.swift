import Testing

@testable import Difference

@Suite("Ord som jämförs")
struct WordTests {
    @Test(
        "Text delas i ord och tecken",
        arguments: [
            ("", []),
            (" \n ", []),
            ("Åtta öar, ära!", ["Åtta", "öar", ",", "ära", "!"]),
            ("e-tjänst, samhälls- och vägplan", ["e-tjänst", ",", "samhälls", "-", "och", "vägplan"]),
            ("5 § och §§ 6–7", ["5", "§", "och", "§", "§", "6", "–", "7"]),
            ("EU:s 3,5 % 14.30 2013/29212 2026-11-23.", ["EU:s", "3,5", "%", "14.30", "2013/29212", "2026-11-23", "."]),
            ("ja/nej a.b a,b", ["ja", "/", "nej", "a", ".", "b", "a", ",", "b"]),
            ("rock'n'roll 'sa' 3'", ["rock'n'roll", "'", "sa", "'", "3", "'"]),
            ("kom\u{AD}mun a\u{30A}r ;\u{301} ;", ["kom\u{AD}mun", "a\u{30A}r", ";\u{301}", ";"]),
            ("m² CO₂ Москва", ["m²", "CO₂", "Москва"]),
            ("👩‍👩‍👧🇸🇪🇳🇴👍🏽!", ["👩‍👩‍👧", "🇸🇪", "🇳🇴", "👍🏽", "!"]),
            ("(\"a\")…", ["(", "\"", "a", "\"", ")", "…"]),
            ("a\u{A0}b\u{2028}c\r\nd", ["a", "b", "c", "d"]),
            ("\u{301}a", ["\u{301}a"]),
            ("-a-", ["-", "a", "-"]),
        ]
    )
    func split(text: String, expected: [String]) {
        let words = Words(text)
        let found = (0..<words.count).map { Array(words.bytes[words.starts[$0]..<words.ends[$0]]) }
        #expect(found == expected.map { Array($0.utf8) })
    }

    @Test("Samma byte ger samma nummer, andra byte andra", arguments: Effort.seeds)
    func numbering(seed: UInt64) {
        var dice = Dice(seed: seed)
        let text = (0..<2000).map { _ in
            (0..<1 + dice.below(20)).map { _ in dice.one(of: ["a", "b", "å", "a\u{30A}"]) }.joined()
        }.joined(separator: " ")
        let words = Words(text)
        var numbering = Numbering(capacity: words.count)
        var known: [[UInt8]: Int32] = [:]
        for (word, number) in numbering.numbers(of: words).enumerated() {
            let bytes = Array(words.bytes[words.starts[word]..<words.ends[word]])
            let expected = known[bytes] ?? Int32(known.count)
            known[bytes] = expected
            #expect(number == expected)
        }
        #expect(numbering.count == known.count)
    }
}
