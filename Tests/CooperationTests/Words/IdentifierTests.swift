import Cooperation
import FoundationEssentials
import Testing

@Suite("Identifiers") struct IdentifierTests {
    @Test(
        "a–z, figures and hyphens",
        arguments: ["a", "haninge", "2019", "rufs-2050", "-", "a--b", String(repeating: "x", count: 64)]
    )
    func accepted(_ text: String) throws {
        let name: Municipality.ID = try id(text)
        #expect(name.text == text)
        #expect(name.description == text)
        #expect(try JSONDecoder().decode([Municipality.ID].self, from: Data("[\"\(text)\"]".utf8)) == [name])
        #expect(String(decoding: try JSONEncoder().encode([name]), as: UTF8.self) == "[\"\(text)\"]")
    }

    @Test(
        "and nothing else",
        arguments: [
            "", "Haninge", "södertälje", "a b", "a/b", "a.b", "a_b", "a\n", "é", "e\u{301}", String(repeating: "x", count: 65),
        ]
    )
    func refused(_ text: String) {
        #expect(Municipality.ID(text) == nil)
    }

    @Test("what isn't an id can't be read as one")
    func unreadable() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Edition.ID].self, from: Data("[\"Å\"]".utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Edition.ID].self, from: Data("[7]".utf8)) }
    }

    @Test("are ordered as text")
    func order() throws {
        let ids: [Edition.ID] = try ["2019", "2007", "a", "-"].map { try id($0) }
        #expect(ids.sorted().map(\.text) == ["-", "2007", "2019", "a"])
    }
}

@Suite("Commitments") struct CommitmentTests {
    @Test("bytes, figures and JSON are the same commitment")
    func forms() throws {
        var dice = Dice(1)
        for _ in 0..<200 {
            let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &dice) }
            let commitment = try #require(Commitment(bytes: bytes))
            #expect(commitment.bytes == bytes)
            #expect(commitment.hexadecimal == bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
            #expect(Commitment(hexadecimal: commitment.hexadecimal) == commitment)
            let json = try JSONEncoder().encode([Prose(commitment)])
            #expect(try JSONDecoder().decode([Prose].self, from: json) == [Prose(commitment)])
        }
    }

    @Test("one bit makes another commitment")
    func bits() throws {
        let zero = [UInt8](repeating: 0, count: 32)
        for bit in 0..<256 {
            var bytes = zero
            bytes[bit / 8] = 1 << UInt8(bit % 8)
            #expect(Commitment(bytes: bytes) != Commitment(bytes: zero))
        }
    }

    @Test("needs exactly 32 bytes, as lower-case figures")
    func refused() {
        #expect(Commitment(bytes: [UInt8](repeating: 0, count: 31)) == nil)
        #expect(Commitment(bytes: [UInt8](repeating: 0, count: 33)) == nil)
        let good = String(repeating: "ab", count: 32)
        #expect(Commitment(hexadecimal: good) != nil)
        for bad in [
            good.uppercased(), String(good.dropLast()), good + "a", String(good.dropLast()) + "g", String(good.dropLast(2)) + "å",
        ] {
            #expect(Commitment(hexadecimal: bad) == nil, "\(bad)")
        }
    }
}

@Suite("Swedish order") struct SwedishOrderTests {
    @Test("å, ä and ö stand last, in that order")
    func alphabet() {
        let names = [
            "Österåker", "Ängelholm", "Ånge", "Zinkgruvan", "Älvsbyn", "Åmål", "Öckerö", "Nynäshamn", "Nykvarn", "Nacka",
            "Södertälje",
            "Sala", "Salem", "haninge", "Huddinge", "Botkyrka", "Tyresö",
        ]
        #expect(
            names.inSwedishOrder { $0 } == [
                "Botkyrka", "haninge", "Huddinge", "Nacka", "Nykvarn", "Nynäshamn", "Sala", "Salem", "Södertälje", "Tyresö",
                "Zinkgruvan", "Åmål", "Ånge", "Älvsbyn", "Ängelholm", "Öckerö", "Österåker",
            ]
        )
    }

    @Test(
        "a table of pairs, the first before the second",
        arguments: [
            ("a", "b"), ("z", "å"), ("å", "ä"), ("ä", "ö"), ("Z", "å"), ("A", "b"), ("ide", "idé"), ("idé", "idéer"),
            ("myller", "müller"),
            ("w", "x"), ("", "a"), ("Salem", "Salems"), ("Öa", "Öb"), ("Æa", "Äb"),
        ]
    )
    func pairs(_ first: String, _ second: String) {
        #expect(SwedishOrder(first) < SwedishOrder(second))
        #expect(!(SwedishOrder(second) < SwedishOrder(first)))
    }

    @Test("is a total order")
    func total() {
        var dice = Dice(3)
        let letters = Array("abcxyzåäöÅÄÖéüAZ -")
        let words = (0..<60).map { _ in String((0..<dice.below(4)).map { _ in dice.pick(letters) }) }
        for one in words {
            for other in words {
                let (left, right) = (SwedishOrder(one), SwedishOrder(other))
                #expect([left < right, right < left, left == right].filter { $0 }.count == 1)
            }
        }
    }
}

@Suite("Sources and texts") struct SourceTests {
    @Test(
        "an address can be followed, a document's name can't",
        arguments: [
            ("https://example.se/a", true), ("http://example.se", true), ("Programtexten, s. 4", false),
            ("ftp://example.se", false),
            ("javascript:alert(1)", false), ("HTTPS://example.se", false), (" https://example.se", false),
        ]
    )
    func addresses(_ text: String, _ isAddress: Bool) {
        #expect(Source(text).isAddress == isAddress)
    }

    @Test(
        "blank is nothing but white space",
        arguments: [("", true), (" \n\t\u{A0}\u{2003}", true), ("a", false), (" .", false)]
    )
    func blank(_ text: String, _ isBlank: Bool) {
        #expect(text.isBlank == isBlank)
    }

    @Test("a pen keeps what it wrote, in order")
    func pen() {
        var pen = Ledger.pen(from: 0)
        let one = pen.write("ett")
        let none: Prose? = pen.write(String?.none)
        let more = pen.write(["två", "tre"])
        #expect(none == nil)
        #expect(pen.written.map(\.text) == ["ett", "två", "tre"])
        #expect(pen.written.map(\.prose) == [one] + more)
    }
}
