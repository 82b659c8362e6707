import Testing

@testable import Difference

@Suite("Är det den låsta texten?")
struct SameTextTests {
    static let locked = """
        Samverkansavtal
        1 Parter
        Avtalet gäller mellan kommunerna på Södertörn, nedan "parterna", i samhälls- och vägfrågor.
        2 Ändamål
        Parterna ska samverka om tvärförbindelsen – den nya vägen – och om e-tjänster, enligt 5 § i EU:s direktiv 2013/29.
        – Den första punkten gäller kaffet på kansliet och flottans effekter.
        – Den andra punkten gäller ett tillägg om 3,5 % av kostnaden…
        2.1 Kostnader
        Kostnaden 2026–2033 fördelas efter antalet invånare, se idén i bilaga 2.
        12
        Tillägg till avtalet ska vara skriftliga och godkännas av samtliga parter.
        """

    private func isLayout(_ same: SameText) -> Bool {
        if case .differs = same { false } else { true }
    }

    @Test("Samma byte är samma text")
    func identical() {
        #expect(SameText(locked: Self.locked, extracted: Self.locked) == .identical)
        #expect(SameText(locked: "", extracted: "") == .identical)
        #expect(SameText(locked: "", extracted: "\n\u{C}") == .onlyLayout(setAside: []))
        #expect(SameText(locked: "a", extracted: "a\n") == .onlyLayout(setAside: []))
    }

    @Test(
        "Det som bara är layout är ingen skillnad",
        arguments: [
            ("kommun", "kom-\nmun"), ("e-post", "e-\npost"), ("samhälls- och", "samhälls-\noch"), ("e-post", "e-post"),
            ("kommun", "kom\u{AD}\nmun"), ("kommun", "kom\u{AD}mun"), ("tillägg", "till-\nlägg"), ("tillägg", "til-\nlägg"),
            ("2026–2033", "2026–\n2033"), ("a – b", "a\n– b"), ("a – b", "a –\nb"), ("och/eller", "och/\neller"),
            ("– a\n– b", "•\na\n•\nb"), ("– a\n– b", "a\nb"), ("a\nb", "• a\n• b"), ("– a", "o a"), ("– a", "* a"),
            ("ﬁnt", "fint"), ("fint", "ﬁnt"), ("1 000", "1\u{A0}000"), ("\"a\"", "”a”"), ("a…", "a..."), ("idé", "ide\u{301}"),
            ("a\n\nb", "a b"), ("a-b", "a\u{2011}b"), ("a\r\nb", "a\nb"),
            // Hyphens that pdftotext took away.
            ("e-post här", "epost här"), ("samhälls- och vägplan", "samhällsoch vägplan"), ("a-b-c", "ab-c"),
            // Over the end of a page.
            ("en kommun", "en kom-\n1\n\u{C}mun\n2\n\u{C}"), ("a b c", "Avtal\na\n\u{C}Avtal\nb\n\u{C}Avtal\nc"),
            // The running header is also the heading.
            ("Avtal\na\nb", "Avtal\nAvtal\na\n\u{C}Avtal\nb"), ("Avtal\na\nb", "Avtal\na\n\u{C}Avtal\nb"),
            // A number that is content, and one that is the page's.
            ("a\n1\nb", "a\n1\nb\n1\n\u{C}"), ("a\n1\nb", "a\n1\n\u{C}b\n2"),
        ]
    )
    func layout(locked: String, extracted: String) {
        #expect(isLayout(SameText(locked: locked, extracted: extracted)))
    }

    @Test(
        "Det som är en skillnad sägs",
        arguments: [
            ("kommun", "kommuner", "[-kommun-]{+kommuner+}"),
            ("en skild", "enskild", "[-en skild-]{+enskild+}"),
            ("enskild", "en skild", "[-enskild-]{+en skild+}"),
            ("a är b", "a-\när b", "[-a är-]{+aär+} b"),
            ("a (b)", "a b", "a [-(-]b[-)-]"),
            ("2026–2033", "2026-2033", nil), ("2026-11", "202611", nil), ("3-a", "3a", nil), ("a - b", "ab", nil),
            ("2026–2033 – a", "2026–\n2033 –\nb", "2026–2033 – [-a-]{+b+}"),
            ("enskild", "en-skild", "[-enskild-]{+en-skild+}"),
            ("e-post samhälls- och a", "epost (samhällsoch b", "e-post {+(+}samhälls- och [-a-]{+b+}"),
            ("Kommun", "kommun", "[-Kommun-]{+kommun+}"),
            ("\"a\" b", "\"a b", "\"a[-\"-] b"),
            ("a b", "a \u{202E}b", nil),
            ("a; b", "a;\u{301} b", nil),
            ("a\nb\nc", "a\nx\nc", "a\n[-b-]{+x+}\nc"),
            ("– a\n– b", "• a\n• c", "a\n[-b-]{+c+}"),
            ("kommun a", "kom-\nmun b", "kommun [-a-]{+b+}"),
            (
                "e-post samhälls- och tillägg a", "e-\npost samhälls-\noch till-\nlägg b",
                "e-post samhälls- och tillägg [-a-]{+b+}"
            ),
            ("Avtal\na\nb", "Avtal\nAvtal\na\n1\n\u{C}Avtal\nc\n2", "Avtal\na\n[-b-]{+c+}"),
            ("a b", "a\n7\nb", "a {+7\n+}b"),
            ("a", "a\nb\n\u{C}c", "a{+\nb\nc+}"),
            ("a", "", "[-a-]"), ("a\n– b", "– a\nb", nil), ("– a b", "a\n- b", nil),
            ("", "a", "{+a+}"),
        ] as [(String, String, String?)]
    )
    func difference(locked: String, extracted: String, expected: String?) {
        guard case .differs(let difference) = SameText(locked: locked, extracted: extracted) else {
            Issue.record("Ingen skillnad hittades.")
            return
        }
        #expect(!difference.isSame)
        if let expected { #expect(difference.written == expected) }
    }

    @Test("Det som togs för sidhuvud och sidnummer sägs, var sak en gång")
    func setAside() {
        let extracted = "Utkast\na\nSida 3 (9)\n\u{C}Utkast\nb\nSida 4 (9)\n\u{C}c\nSida 5 (9)\n"
        #expect(SameText(locked: "a\nb\nc", extracted: extracted) == .onlyLayout(setAside: ["Utkast", "Sida 3 (9)"]))
        // A number that doesn't follow the pages is no page number.
        #expect(!isLayout(SameText(locked: "a\nb", extracted: "a\n3 kr\n\u{C}b\n5 kr\n")))
    }

    @Test("En ny layout på måfå är aldrig en skillnad", arguments: Effort.seeds)
    func relayout(seed: UInt64) {
        var relayout = Relayout(dice: Dice(seed: seed))
        for _ in 0..<100 {
            let extracted = relayout.layOut(Self.locked)
            #expect(isLayout(SameText(locked: Self.locked, extracted: extracted)), "\(extracted)")
        }
    }

    /// The places where a sign stands that may not be another; a bullet may.
    private func places() -> [Int] {
        let signs = Array(Self.locked)
        return signs.indices.filter { !signs[$0].isWhitespace && !(signs[$0] == "–" && signs[$0 - 1] == "\n") }
    }

    @Test("Ett tecken som är ändrat, borta eller dubblerat hittas var det än står")
    func everyCharacter() {
        let signs = Array(Self.locked)
        for place in places() {
            let other: Character = signs[place] == "x" ? "y" : "x"
            // A hyphen that is gone is layout.
            for changed in [[other], [signs[place], signs[place]]] + (signs[place] == "-" ? [] : [[]]) {
                let extracted = signs[..<place] + changed + signs[(place + 1)...]
                #expect(!isLayout(SameText(locked: Self.locked, extracted: String(extracted))), "\(place): \(changed)")
            }
        }
    }

    @Test("Ett ändrat tecken hittas var det än står, också i en ny layout", arguments: Effort.seeds)
    func everyCharacterElsewhere(seed: UInt64) {
        var relayout = Relayout(dice: Dice(seed: seed))
        // The seeds share the places.
        for place in places() where UInt64(place) % 6 == seed % 6 {
            var changed = Array(Self.locked)
            changed[place] = changed[place] == "x" ? "y" : "x"
            let extracted = relayout.layOut(String(changed))
            #expect(!isLayout(SameText(locked: Self.locked, extracted: extracted)), "\(place): \(extracted)")
        }
    }

    @Test("Ord som får byta plats, eller ett mellanslag som försvinner, hittas")
    func words() {
        let words = Self.locked.split(separator: " ", omittingEmptySubsequences: false)
        for place in words.indices.dropLast() where words[place] != words[place + 1] {
            var changed = words
            changed.swapAt(place, place + 1)
            #expect(!isLayout(SameText(locked: Self.locked, extracted: changed.joined(separator: " "))))
            let isBullet = words[place].split(separator: "\n").last == "–"
            let joined = words[...place].joined(separator: " ") + words[(place + 1)...].joined(separator: " ")
            if !isBullet { #expect(!isLayout(SameText(locked: Self.locked, extracted: joined)), "\(joined)") }
        }
    }

    @Test("En text där varje rad kan vara sidhuvud tar inte slut på utrymmet")
    func manyRunning() {
        let pages = String(repeating: "a\na\n\u{C}", count: 500)
        #expect(isLayout(SameText(locked: String(repeating: "a\n", count: 3), extracted: pages)))
        #expect(!isLayout(SameText(locked: String(repeating: "a\n", count: 3) + "b", extracted: pages)))
    }
}
