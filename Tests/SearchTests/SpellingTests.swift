import Testing

@testable import Search

@Suite("Felskrivna ord")
struct SpellingTests {
    @Test(
        "Varje fel bokstav räknas en gång",
        arguments: [
            ("", "", 0), ("kommun", "kommun", 0), ("komun", "kommun", 1), ("kommmun", "kommun", 1), ("kommin", "kommun", 1),
            ("kommnu", "kommun", 1), ("okmmun", "kommun", 1), ("infrastrutur", "infrastruktur", 1), ("Nynäshman", "Nynäshamn", 1),
            ("tvärförbindlese", "tvärförbindelse", 1), ("utveklingprogram", "utvecklingsprogram", 2), ("ab", "ba", 1),
            ("abc", "cab", 2),
            ("plan", "nalp", 3), ("a", "", 1), ("", "abc", 3), ("konferens", "konfrensen", 3),
        ]
    )
    func distance(one: String, other: String, expected: Int) {
        var distances = Distances()
        let (one, other) = (letters(one), letters(other))
        #expect(distances.distance(one.span, other.span, upTo: 9) == expected)
        #expect(distances.distance(other.span, one.span, upTo: 9) == expected)
        for most in 0..<expected {
            #expect(distances.distance(one.span, other.span, upTo: most) == most + 1)
        }
    }

    @Test("Avståndet är detsamma som en tabell utan genvägar ger", arguments: Effort.seeds)
    func distanceMatchesWholeTable(seed: UInt64) {
        var dice = Dice(seed: seed)
        var distances = Distances()
        for _ in 0..<2000 {
            let (one, other) = (randomWord(&dice), randomWord(&dice))
            let most = Int.random(in: 0...4, using: &dice)
            #expect(distances.distance(one.span, other.span, upTo: most) == min(most + 1, wholeTable(one, other)))
        }
    }

    private func randomWord(_ dice: inout Dice) -> [UInt8] {
        (0..<Int.random(in: 0...9, using: &dice)).map { _ in UInt8.random(in: 97...100, using: &dice) }
    }

    private func wholeTable(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var table = [[Int]](repeating: Array(repeating: 0, count: other.count + 1), count: one.count + 1)
        for row in 0...one.count {
            for column in 0...other.count {
                guard row > 0, column > 0 else {
                    table[row][column] = row + column
                    continue
                }
                var best = min(table[row - 1][column], table[row][column - 1]) + 1
                best = min(best, table[row - 1][column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1))
                if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
                    best = min(best, table[row - 2][column - 2] + 1)
                }
                table[row][column] = best
            }
        }
        return table[one.count][other.count]
    }

    @Test(
        "Det ord som menades hittas och sägs",
        arguments: [
            ("infrastrutur", "infrastruktur"),
            ("Nynäshman", "Nynäshamn"),
            ("nynashman", "Nynäshamn"),
            ("utveklingsprogram", "utvecklingsprogrammet"),
            ("tvärförbindlese", "Tvärförbindelse"),
            ("tvarforbindlese", "Tvärförbindelse"),
            ("hanige", "Haninge"),
            ("södretörn", "Södertörn"),
            ("trv", nil),
            ("plna", "plan"),
            ("infrastruktur", nil),
            ("infra", nil),
            ("xxxxxxxx", nil),
            ("pln", nil),
            ("99999", nil),
            ("infrastrutur i Nynäshman", "infrastruktur i Nynäshamn"),
            ("infrastruktur i Nynäshman, \"plna\"", "infrastruktur i Nynäshamn, \"plan\""),
        ]
    )
    func corrected(query: String, expected: String?) {
        let index = pages([
            ("Haninge", "En plan för infrastruktur på Södertörn."),
            ("Nynäshamn", "Planen för infrastruktur i Nynäshamn. TRV 12345"),
            ("Tvärförbindelse Södertörn", "Det nya utvecklingsprogrammet nämner den."),
        ])
        let result = index.find(query)
        #expect(result.corrected == expected)
        #expect((result.total > 0) == (expected != nil || ["infrastruktur", "infra", "trv"].contains(query)))
    }

    @Test("Fyra till sju bokstäver får ha ett fel, fler får ha två, färre inget")
    func forgiven() {
        #expect((0...12).map(Spelling.forgiven) == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2])
    }

    @Test("Av lika nära ord väljs det med rätt prickar, sedan det på flest sidor, sedan det första i alfabetet")
    func preference() {
        let banor = pages([("bänar", ""), ("banor", "banor"), ("banor", "")])
        #expect(banor.find("bänxr").corrected == "bänar" && banor.find("banxr").corrected == "banor")
        #expect(pages([("", "kosta kista"), ("", "kosta kasta"), ("", "kasta")]).find("kusta").corrected == "kasta")
        #expect(pages([("", "kosta"), ("", "kosta kasta")]).find("kusta").corrected == "kosta")
    }

    @Test("Ett fel går före ett ord av kända ord, som går före två fel")
    func compoundsAmongSlips() {
        #expect(pages([("", "vatten plan vattenplay")]).find("vattenplan").corrected == "vattenplay")
        #expect(pages([("", "vatten plan vattenplagg")]).find("vattenplan").corrected == "vatten plan")
        #expect(pages([("", "vatten vattenplagg")]).find("vattenplan").corrected == "vattenplagg")
    }

    @Test("Små ord är aldrig det som menades")
    func littleWords() {
        #expect(pages([("Från", "från mellan")]).find("frän mellam").corrected == nil)
    }

    @Test("Närmaste ordet är det som en genomgång av alla ord ger", arguments: Effort.seeds)
    func nearestMatchesBruteForce(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let syllables = ["ba", "bo", "sta", "ren", "mål", "väg", "sön", "tal", "kri", "gru", "dam", "fly", "hus", "nåd"]
        let all = Set(
            (0..<300).map { _ in
                (0..<Int.random(in: 2...4, using: &dice)).map { _ in syllables.randomElement(using: &dice) ?? "" }.joined()
            }
        )
        .sorted()
        let index = pages([("", all.joined(separator: " "))])
        let keys = all.flatMap { form in
            let plain = letters(form).map(Letters.plain)
            return Inflections(of: letters(form).span).distinct.map { Array(plain[0..<$0]) }
        }
        var distances = Distances()
        for _ in 0..<200 {
            var word = letters(all.randomElement(using: &dice) ?? "")
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let place = Int.random(in: 0..<word.count, using: &dice)
                switch Int.random(in: 0...2, using: &dice) {
                case 0: word[place] = UInt8.random(in: 97...122, using: &dice)
                case 1: word.insert(UInt8.random(in: 97...122, using: &dice), at: place)
                default: if word.count > 4 { word.remove(at: place) }
                }
            }
            let plain = word.map(Letters.plain)
            var least = Spelling.forgiven(word.count) + 1
            for key in keys {
                least = min(least, distances.distance(plain.span, key.span, upTo: least))
            }
            let nearest = index.spelling.nearest(to: word, in: index.vocabulary, index.contents)
            #expect(nearest?.distance == (least <= Spelling.forgiven(word.count) ? least : nil))
        }
    }
}
