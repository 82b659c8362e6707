import Testing

@testable import Search

@Suite("Ord i text")
struct TokenTests {
    @Test(
        "Text delas i ord",
        arguments: [
            ("", []),
            ("   ", []),
            ("–—…!?", []),
            ("Södertörns kommuner", ["södertörns", "kommuner"]),
            ("ÅÄÖ åäö", ["åäö", "åäö"]),
            ("e-tjänst", ["e", "tjänst"]),
            ("samhälls- och vägplan", ["samhälls", "och", "vägplan"]),
            ("EU:s", ["eu", "s"]),
            ("KSM2021-1346", ["ksm", "2021", "1346"]),
            ("2022–2033", ["2022", "2033"]),
            ("TRV 2013/29212", ["trv", "2013", "29212"]),
            ("0136", ["0136"]),
            ("3,5 %", ["3", "5"]),
            ("CO₂ och m²", ["co", "2", "och", "m", "2"]),
            ("café, idé; à ç ñ", ["cafe", "ide", "a", "c", "n"]),
            ("Ørsted Ærø Müller", ["örsted", "ärö", "müller"]),
            ("Straße Þór Łódź Šiauliai", ["strasse", "tor", "lodz", "siauliai"]),
            ("Москва ΑΘΗΝΑ", ["москва", "αθηνα"]),
            ("٣٤ १२", ["34", "12"]),
            ("東京都", ["東京都"]),
            ("שלום-עולם", ["שלום", "עולם"]),
            ("🚂 tåg 🚌buss🚲", ["tåg", "buss"]),
            ("a\u{0}b\u{7}c", ["a", "b", "c"]),
            ("under_streck", ["under", "streck"]),
            ("Dotter«s»", ["dotter", "s"]),
        ]
    )
    func split(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(
        "Lösa ringar och prickar blir bokstäver, andra tecken över försvinner",
        arguments: [
            ("a\u{30A}ngbat", "ångbat"), ("A\u{308}lg", "älg"), ("O\u{308}", "ö"), ("mu\u{308}ller", "müller"),
            ("ide\u{301}", "ide"),
            ("\u{308}ord", "ord"), ("o\u{308}\u{301}a", "öa"), ("e\u{308}", "e"), ("å\u{308}", "å"),
            ("so\u{308}dertorn", "södertorn"),
        ]
    )
    func combining(text: String, expected: String) {
        #expect(words(text) == [expected])
    }

    @Test(
        "Tecken som inte syns delar inget ord",
        arguments: [
            "kom\u{AD}mun", "kom\u{200B}mun", "\u{FEFF}kommun", "kommun\u{200E}", "\u{202E}kommun\u{202C}", "kom\u{2060}mun",
        ]
    )
    func unseen(text: String) {
        #expect(words(text) == ["kommun"])
    }

    @Test("Ordets plats i texten räknas i byte och håller med allt som hör till det")
    func places() {
        let text = "På Södertörn, o\u{308}!"
        var scanner = WordScanner()
        var places: [Range<Int>] = []
        while scanner.next(in: text.utf8Span.span) {
            places.append(scanner.start..<scanner.end)
        }
        #expect(places == [0..<3, 4..<15, 17..<20])
    }

    @Test("Ett ord utan slut kortas")
    func longest() {
        #expect(words(String(repeating: "ö", count: 10_000)) == [String(repeating: "ö", count: WordScanner.longest)])
        #expect(words(String(repeating: "字", count: 1000)) == [String(repeating: "字", count: WordScanner.longest / 3)])
    }

    @Test("Varje text går att läsa och varje ord läses likadant var man än börjar", arguments: Effort.seeds)
    func anyText(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<200 {
            let text = anything(&dice)
            var scanner = WordScanner()
            var end = 0
            while scanner.next(in: text.utf8Span.span) {
                #expect(scanner.count > 0 && scanner.start >= end && scanner.end > scanner.start)
                end = scanner.end
                var again = WordScanner(at: scanner.start)
                #expect(again.next(in: text.utf8Span.span) && again.end == scanner.end && again.count == scanner.count)
            }
            #expect(end <= text.utf8.count)
        }
    }

    @Test(
        "Den som inte skriver prickar hittar ord med prickar, men inte tvärtom",
        arguments: [
            ("a", "å", true), ("a", "ä", true), ("o", "ö", true), ("å", "a", false), ("ä", "å", false), ("ö", "o", false),
            ("u", "ü", true),
            ("y", "ü", true), ("ü", "u", true), ("ü", "y", true), ("u", "y", false), ("a", "ö", false), ("e", "e", true),
        ]
    )
    func typed(typed: String, letter: String, expected: Bool) throws {
        let (typed, letter) = try (#require(letters(typed).first), #require(letters(letter).first))
        #expect(Letters.isTyped(typed, for: letter) == expected)
    }
}

/// A text of anything at all.
func anything(_ dice: inout Dice) -> String {
    let pieces = [
        "a", "Å", "ö", "\u{30A}", "\u{308}", "\u{301}", "9", "²", "-", "–", "\"", "”", ":", "/", " ", "\n", "\u{0}", "\u{AD}",
        "\u{200D}", "👩‍👩‍👧", "字",
        "ש", "\u{202E}", "ß", "İ", "kommun", "och", "\u{FFFD}", "\u{10FFFF}", "e\u{301}", "ǅ", "Ω", "٣", "«", ",", ".",
        "\u{E0061}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &dice) {
        if Bool.random(using: &dice) {
            text += pieces.randomElement(using: &dice) ?? ""
        } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2_FFFF, using: &dice)) {
            text.unicodeScalars.append(scalar)
        }
    }
    return text
}
