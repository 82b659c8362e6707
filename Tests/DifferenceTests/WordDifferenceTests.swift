import Testing

@testable import Difference

@Suite("Skillnad ord för ord")
struct WordDifferenceTests {
    @Test(
        "Skillnaden går att läsa",
        arguments: [
            ("", "", ""),
            ("Lika.", "Lika.", "Lika."),
            ("", "Nytt.", "{+Nytt.+}"),
            ("Gammalt.", "", "[-Gammalt.-]"),
            ("Kommunen ska svara.", "Kommunen bör svara.", "Kommunen [-ska-]{+bör+} svara."),
            ("Kommunen ska svara.", "Kommunen ska alltid svara.", "Kommunen ska {+alltid +}svara."),
            ("Ett två tre.", "Ett tre.", "Ett [-två -]tre."),
            // Whole sentences, items and paragraphs, though the script could begin inside them.
            (
                "Kommunen ska bygga. Kommunen ska riva.", "Kommunen ska bygga. Kommunen ska måla. Kommunen ska riva.",
                "Kommunen ska bygga. {+Kommunen ska måla. +}Kommunen ska riva."
            ),
            ("– vatten;\n– vägar;\n", "– vatten;\n– skolor;\n– vägar;\n", "– vatten;\n{+– skolor;\n+}– vägar;\n"),
            ("Vi har a, b.", "Vi har a, c, b.", "Vi har a, {+c, +}b."),
            ("A.\n\nB.", "A.\n\nC.\n\nB.", "A.\n\n{+C.\n\n+}B."),
            // A little word between two changes belongs to the change.
            ("en stor och dyr väg", "en liten och billig väg", "en [-stor och dyr-]{+liten och billig+} väg"),
            ("Haninge, Nacka", "Botkyrka, Tyresö", "[-Haninge, Nacka-]{+Botkyrka, Tyresö+}"),
            // … but not a longer one, nor a line's end, nor what stands between two additions.
            ("stor kommunal väg", "liten kommunal gata", "[-stor-]{+liten+} kommunal [-väg-]{+gata+}"),
            ("Ett.\nTvå.", "Tre.\nFyra.", "[-Ett-]{+Tre+}.\n[-Två-]{+Fyra+}."),
            ("hus och by", "stora hus och små by", "{+stora +}hus och {+små +}by"),
            // A long word by chance the same in a sentence that is another.
            (
                "Alla barn får rätt till plats kommunen inom tre månader efter ansökan.",
                "Den som söker bör vänta kommunen tills nämnden har möte igen nästa år.",
                "[-Alla barn får rätt till plats kommunen inom tre månader efter ansökan-]"
                    + "{+Den som söker bör vänta kommunen tills nämnden har möte igen nästa år+}."
            ),
            // White space alone.
            ("a b", "a  b", "a{+ +} b"),
            ("a b", "a\nb", "a[- -]{+\n+}b"),
            ("a\n\nb", "a\nb", "a[-\n-]\nb"),
            (" a", "a", "[- -]a"),
            ("a", "a\n", "a{+\n+}"),
            ("a b", "a b c", "a b{+ c+}"),
            ("en skild", "enskild", "[-en skild-]{+enskild+}"),
            // Numbers and signs.
            ("3,5 % enligt 5 §.", "3,6 % enligt 6 §.", "[-3,5-]{+3,6+} % enligt [-5-]{+6+} §."),
            ("2022–2033", "2022–2035", "2022–[-2033-]{+2035+}"),
            ("samhälls- och vägplan", "samhälls- och bostadsplan", "samhälls- och [-vägplan-]{+bostadsplan+}"),
        ]
    )
    func readable(old: String, new: String, expected: String) {
        let difference = WordDifference(from: old, to: new)
        #expect(difference.written == expected)
        #expect(difference.isSame == (old == new))
    }

    @Test(
        "Tecken som ser lika ut men har andra byte är en skillnad",
        arguments: [
            ("ide\u{301}", "id\u{E9}"), ("a;b", "a;\u{301}b"), ("a;b", "a\u{37E}b"), ("Å", "\u{212B}"), ("a\u{A0}b", "a b"),
            ("a\r\nb", "a\nb"), ("kom\u{AD}mun", "kommun"), ("\u{1F1F8}\u{1F1EA}", "\u{1F1F8}\u{1F1EE}"), ("a\u{A0}", "a à"),
            ("e\u{301}\u{301}", "e\u{301}"), ("\u{301}", ""), (" \u{301}", " "),
        ]
    )
    func unicode(one: String, other: String) {
        for (old, new) in [(one, other), (other, one)] {
            let difference = WordDifference(from: old, to: new)
            #expect(!difference.isSame)
            #expect(difference.old == Array(old.utf8))
            #expect(difference.new == Array(new.utf8))
        }
    }

    @Test("Bitarna ger båda texterna, byte för byte", arguments: Effort.seeds)
    func exact(seed: UInt64) {
        var dice = Dice(seed: seed)
        let parts = [
            "a", "b", "och", "kommunen", " ", " ", "  ", "\n", "\r\n", "\u{A0}", ".", ",", "-", "–", "§", "3", "\u{301}",
            "e\u{301}", "é",
            "🇸", "🇪", "\u{200D}", "👩", "\u{AD}", ";", "\u{37E}", "'", ":", "à", "\u{2028}", "字",
        ]
        for _ in 0..<600 {
            let old = (0..<dice.below(30)).map { _ in dice.one(of: parts) }
            var new = old
            for _ in 0..<dice.below(6) {
                let place = dice.below(new.count + 1)
                if dice.below(2) == 0, place < new.count {
                    new.remove(at: place)
                } else {
                    new.insert(dice.one(of: parts), at: place)
                }
            }
            let texts = (old.joined(), dice.below(5) == 0 ? old.shuffled(using: &dice).joined() : new.joined())
            let difference = WordDifference(from: texts.0, to: texts.1)
            #expect(difference.old == Array(texts.0.utf8))
            #expect(difference.new == Array(texts.1.utf8))
            #expect(difference.isInOrder)
            #expect(difference.isSame == texts.0.utf8.elementsEqual(texts.1.utf8))
        }
    }

    @Test("Ändringar på måfå i en lång text hittas, och resten är oförändrat", arguments: Effort.seeds)
    func longText(seed: UInt64) {
        var dice = Dice(seed: seed)
        let old = prose(20_000, vocabulary: 3000, &dice)
        var new = old
        // Far enough from each other for no change to meet another.
        for place in stride(from: 100, to: 20_000, by: 400) { new[place] = "ändrat\(dice.below(9)) " }
        let difference = WordDifference(from: old.joined(), to: new.joined())
        #expect(difference.old == Array(old.joined().utf8))
        #expect(difference.new == Array(new.joined().utf8))
        #expect(difference.insertedWords == 50 && difference.removedWords == 50)
    }

    @Test("Antalet ord räknas utan tecken")
    func counts() {
        let difference = WordDifference(from: "Ett, två (tre).", to: "Ett – fyra fem!")
        #expect(difference.removedWords == 2 && difference.insertedWords == 2)
        #expect(WordDifference(from: "a b", to: "a\nb").insertedWords == 0)
    }
}
