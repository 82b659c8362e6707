import Testing

@testable import Search

@Suite("Det som skrivits i sökrutan")
struct QueryTests {
    /// A term in writing: `|` between joined words, quotation marks around quoted ones.
    private func written(_ term: Query.Term) -> String {
        let words = term.words.map { Letters.text($0.letters) }
        return switch term {
        case .word, .joined: words.joined(separator: "|")
        case .quoted: "”" + words.joined(separator: " ") + "”"
        }
    }

    @Test(
        "En fråga tas isär i ord, sammanfogade ord och citat",
        arguments: [
            ("", []),
            ("  –  ", []),
            ("infrastruktur", ["infrastruktur"]),
            ("Vatten och AVLOPP", ["vatten", "avlopp"]),
            ("och i på", ["och", "i", "på"]),
            ("och/eller", ["och|eller"]),
            ("KSM2021-1346", ["ksm|2021|1346"]),
            ("2022–2033", ["2022|2033"]),
            ("TRV 2013/29212", ["trv", "2013|29212"]),
            ("e-tjänst", ["e|tjänst"]),
            ("e - tjänst", ["e", "tjänst"]),
            ("EU:s klimatmål", ["eu", "klimatmål"]),
            ("kl 10:30", ["kl", "10|30"]),
            ("3,5 miljoner", ["3|5", "miljoner"]),
            ("buss,tåg", ["buss", "tåg"]),
            ("\"i kraft\"", ["”i kraft”"]),
            ("”hållbar utveckling” plan", ["”hållbar utveckling”", "plan"]),
            ("plan »hållbar utveckling«", ["plan", "”hållbar utveckling”"]),
            ("\"ett\" \"två tre\"", ["”ett”", "”två tre”"]),
            ("\"ett två\"\"tre\"", ["”ett två”", "”tre”"]),
            ("5\" rör", ["5", "rör"]),
            ("\"plan\" 5\" rör", ["”plan”", "5", "rör"]),
            ("\"\"", []),
            ("\"EU:s mål\"", ["”eu s mål”"]),
        ]
    )
    func terms(query: String, expected: [String]) {
        #expect(Query(query).terms.map(written) == expected)
    }

    @Test("Högst tvåhundra bokstäver och tolv ord läses")
    func limits() {
        let many = (1...40).map { "ord\(Character(UnicodeScalar(UInt8(96 + $0 % 26 + 1))))" }.joined(separator: " ")
        #expect(Query(many).terms.count == 12)
        #expect(Query(String(repeating: "ö", count: 500)).text.utf8.count == 400)
        #expect(Query(String(repeating: " ", count: 200) + "plan").terms.isEmpty)
    }

    @Test("Orden säger var de står", arguments: Effort.seeds)
    func ranges(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<300 {
            let query = Query(anything(&dice))
            var end = 0
            for term in query.terms {
                #expect(term.range.lowerBound >= end && term.range.upperBound <= query.text.utf8.count)
                end = term.range.upperBound
            }
        }
    }
}
