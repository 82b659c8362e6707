import Import
import Testing

@Suite("The outline format") struct OutlineTests {
    private func entries(_ text: String) throws -> [Entry] {
        try Outline.entries(of: SourceFile("prov.txt", text))
    }

    private func faults(_ bytes: [UInt8]) -> [String] {
        do throws(ImportFaults) {
            _ = try Outline.entries(of: SourceFile(name: "prov.txt", bytes: bytes))
            return []
        } catch {
            return error.faults.map { "\($0.line): \($0.message)" }
        }
    }

    @Test("makes a tree of the lines")
    func tree() throws {
        let tree = try entries("# först\na: 1\n  b: 2\n    c: 3\n\n  b: 4\nd:\n")
        #expect(tree.map(\.key) == ["a", "d"])
        #expect(tree.map(\.line) == [2, 7])
        #expect(tree[0].children.map(\.value) == ["2", "4"])
        #expect(tree[0].children[0].children.map(\.line) == [4])
        #expect(tree[1].value.isEmpty)
    }

    @Test("a value begins after the first colon that a space follows")
    func colons() throws {
        let tree = try entries(
            "källa: https://exempel.se/a:b: c\nkl 8:30: möte\n# en: kommentar\n  # indragen: kommentar\ntal: # inte en kommentar"
        )
        #expect(tree.map(\.key) == ["källa", "kl 8:30", "tal"])
        #expect(tree.map(\.value) == ["https://exempel.se/a:b: c", "möte", "# inte en kommentar"])
    }

    @Test("bar lines are joined, and a bar alone makes a paragraph")
    func bars() throws {
        let tree = try entries("text:\n  | Ett,\n  # paus\n  | två: tre\n  |\n  |\n  |# fyra\n  källa: x\nslut: ja")
        #expect(tree[0].value == "Ett, två: tre\n\n# fyra")
        #expect(tree[0].children.map(\.key) == ["källa"])
        #expect(tree[1].value == "ja")
    }

    @Test("the same file from Windows, Mac and Unix, with and without a byte order mark", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) throws {
        let expected = try entries("a: å\n  b: ö\n\nc: 3\n")
        let text = ["a: å", "  b: ö", "", "c: 3", ""].joined(separator: end)
        #expect(try entries(text) == expected)
        #expect(try entries("\u{FEFF}" + text) == expected)
    }

    @Test("letters that a PDF has split are put together, byte for byte")
    func composition() throws {
        let tree = try entries("anma\u{308}rkning: A\u{30A}re o\u{308}ver Linne\u{301}")
        #expect(Array(tree[0].key.utf8) == Array("anmärkning".utf8))
        #expect(Array(tree[0].value.utf8) == Array("Åre över Linné".utf8))
    }

    @Test(
        "what is wrong, and where",
        arguments: [
            ("a: 1\nb\n", ["2: Raden saknar kolon. Skriv ”nyckel: värde”. Löpande text inleds med |."]),
            ("a:1\n", ["1: Raden saknar nyckel eller mellanslag efter kolon. Skriv ”nyckel: värde”. Löpande text inleds med |."]),
            (": 1\n", ["1: Raden saknar nyckel eller mellanslag efter kolon. Skriv ”nyckel: värde”. Löpande text inleds med |."]),
            ("  a: 1\n", ["1: Raden är indragen men har ingen nyckel ovanför sig att höra till. Ta bort indraget."]),
            ("a: 1\n   b: 2\n", ["2: Raden börjar med 3 mellanslag. Det ska vara två för varje nivå, alltså ett jämnt antal."]),
            (
                "a: 1\n    b: 2\n",
                ["2: Raden är indragen för långt. Den får ha högst 2 mellanslag, eftersom raden ovanför har 0."]
            ),
            ("a: 1\n\tb: 2\n", ["2: Raden börjar med en tabb. Använd mellanslag, två för varje nivå."]),
            ("a: 1\t2\n", ["1: Raden innehåller en tabb. Byt den mot ett mellanslag."]),
            (
                "a: 1\n\u{A0}\u{A0}b: 2\n",
                ["2: Raden börjar med ett hårt mellanslag. Använd vanliga mellanslag, två för varje nivå."]
            ),
            ("a: 1\u{200B}\n", ["1: Raden innehåller ett osynligt tecken (U+200B). Ta bort det, eller skriv om raden."]),
            ("a: \u{0}\n", ["1: Raden innehåller ett osynligt tecken (U+0000). Ta bort det, eller skriv om raden."]),
            (
                "a: 1\n  | text\n  | mer\n",
                ["2: ”a” har redan ett värde på sin egen rad. Skriv allt på raden, eller allt på rader med |."]
            ),
            (
                "a:\n  b: 1\n  | text\n",
                ["3: Texten hör inte till raden ovanför. Rader med | ska stå ett steg in under sin nyckel, före andra rader där."]
            ),
            ("| text\n", ["1: Texten hör inte till någon nyckel. Skriv nyckeln på raden före, som ”text:”."]),
            ("a:\n  | ett\n\n  | två\n", ["4: En tom rad delar texten. Skriv ett ensamt | där ett nytt stycke börjar."]),
            (
                "a\nb: 1\n   c: 2\nd:3\n",
                [
                    "1: Raden saknar kolon. Skriv ”nyckel: värde”. Löpande text inleds med |.",
                    "3: Raden börjar med 3 mellanslag. Det ska vara två för varje nivå, alltså ett jämnt antal.",
                    "4: Raden saknar nyckel eller mellanslag efter kolon. Skriv ”nyckel: värde”. Löpande text inleds med |.",
                ]
            ),
        ] as [(String, [String])]
    )
    func malformed(_ text: String, _ expected: [String]) {
        #expect(faults(Array(text.utf8)) == expected)
    }

    @Test("a file in another encoding is told once")
    func encodings() {
        let latin = Array("a: 1\nb: ".utf8) + [0xE5] + Array("\nc: ".utf8) + [0xE4, 0x0A]
        #expect(faults(latin) == ["2: Raden innehåller tecken som inte är UTF-8. Spara om filen som UTF-8."])
        #expect(faults([0xFF, 0xFE, 0x61, 0x00]) == ["1: Filen är sparad som UTF-16. Spara om den som UTF-8."])
    }

    @Test("files that are too large or too deep are refused")
    func limits() throws {
        let line = Array("# fem miljoner tecken är mer än någon skriver\n".utf8)
        let many = Array(repeatElement(line, count: SourceFile.maximumSize / line.count + 1).joined())
        #expect(faults(many) == ["1: Filen är större än 5 MB. Dela upp den i flera filer."])
        let deep = { (depth: Int) in (0..<depth).map { String(repeating: "  ", count: $0) + "a: 1\n" }.joined() }
        #expect(faults(Array(deep(200).utf8)).isEmpty)
        #expect(faults(Array(deep(201).utf8)) == ["201: Filen är djupare än 200 nivåer. Skriv den grundare."])
    }

    @Test("no more than fifty faults are listed, and that there are more is told")
    func fifty() throws {
        let file = SourceFile("prov.txt", String(repeating: "fel\n", count: 80))
        do throws(ImportFaults) {
            _ = try Outline.entries(of: file)
            Issue.record("the file is wrong on every line")
        } catch {
            #expect(error.faults.count == 50)
            #expect(error.filesWithMore == ["prov.txt"])
            #expect(error.description.hasSuffix("prov.txt: Fler fel finns. Rätta de första 50 och läs in filen igen."))
        }
    }
}
