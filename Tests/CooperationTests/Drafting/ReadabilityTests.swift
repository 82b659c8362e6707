import Testing

@testable import Cooperation

@Suite("How hard a text is to read") struct ReadabilityTests {
    @Test(
        "words, sentences and long words are counted, and weighed as Björnsson does",
        arguments: [
            ("", 0, 0, 0, 0), ("   \n ", 0, 0, 0, 0), ("Katten satt på mattan.", 4, 1, 0, 4),
            // 'Kommunen' and 'beslutar' have eight letters each.
            ("Kommunen beslutar.", 2, 1, 2, 102), ("Vi ses. Vi hörs!", 4, 2, 0, 2),
            // Six letters aren't many, seven are.
            ("abcdef", 1, 1, 0, 1), ("abcdefg", 1, 1, 1, 101), ("åäöåäöå", 1, 1, 1, 101),
            // A heading and a list have no full stops.
            ("Rubrik\nEn rad\nEn rad till", 6, 3, 0, 2), ("Hej ... du", 2, 1, 0, 2),
        ]
    )
    func counts(_ text: String, _ words: Int, _ sentences: Int, _ longWords: Int, _ index: Int) {
        let readability = Readability(text)
        #expect(readability.words == words && readability.sentences == sentences)
        #expect(readability.longWords == longWords && readability.index == index)
        #expect((readability.hardestSentence == nil) == (words == 0))
    }

    @Test(
        "sentences end where people end them",
        arguments: [
            ("Ett t.ex. två. Tre.", ["Ett t.ex. två.", "Tre."]),
            ("Vi bor i t.ex. Haninge. Bra.", ["Vi bor i t.ex. Haninge.", "Bra."]),
            ("Bil, buss m.m. Därefter tåg.", ["Bil, buss m.m.", "Därefter tåg."]), ("Bil m.m. och tåg.", ["Bil m.m. och tåg."]),
            ("Det gäller fr.o.m. 2027. Sedan inte.", ["Det gäller fr.o.m. 2027.", "Sedan inte."]),
            ("Värdet är 3.5 i år.", ["Värdet är 3.5 i år."]), ("Enligt 5 kap. 3 § ska det.", ["Enligt 5 kap. 3 § ska det."]),
            ("EU:s mål: fler bor här.", ["EU:s mål: fler bor här."]), ("Så här: Vi ses.", ["Så här:", "Vi ses."]),
            ("A. Berg bor här. Ja.", ["A. Berg bor här.", "Ja."]), ("”Kom hit!” Han kom.", ["”Kom hit!”", "Han kom."]),
            ("Slut? Ja! Nej…", ["Slut?", "Ja!", "Nej…"]), ("Utan punkt", ["Utan punkt"]), ("...", ["..."]),
            ("Det var s.k. Fyrklövern.", ["Det var s.k. Fyrklövern."]), ("Hur?\n\nSå.", ["Hur?", "Så."]),
        ] as [(String, [String])]
    )
    func sentences(_ text: String, _ expected: [String]) { #expect(Readability.sentences(of: text) == expected) }

    @Test("'t.ex.' is one word, and a hyphen parts none")
    func words() {
        #expect(Readability("t.ex. är det").words == 3)
        #expect(Readability("IT-avdelningens EU:s").words == 2)
        #expect(Readability("IT-avdelningens EU:s").longWords == 1)
        #expect(Readability("en – två").words == 2)
    }

    @Test("the hardest sentence is the one that is hard by itself, and no heading")
    func hardest() {
        let hard = "Kommunstyrelserna samverkar långsiktigt kring infrastrukturens finansieringsförutsättningar."
        #expect(Readability("Vi bor här nu du. \(hard) Det är bra så.").hardestSentence == hard)
        #expect(Readability("Kommunstyrelsen.\nDet här är en mening med ord.").hardestSentence == "Det här är en mening med ord.")
        let text = Array(repeating: hard, count: 4).joined(separator: " ")
        #expect(Readability(text).isHard && !Readability(hard).isHard, "too short to tell")
    }
}
