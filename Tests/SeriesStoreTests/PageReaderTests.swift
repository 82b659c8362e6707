import Statistics
import Testing

@testable import SeriesStore

/// The traps of the source's interface, one by one.
@Suite struct PageReaderTests {
    private func cells(_ text: String) throws -> [Cell] {
        var cells: [Cell] = []
        _ = try readPage(Array(text.utf8), name: "sida.json", page: 0, into: &cells)
        return cells
    }

    private func object(_ cell: String, _ rest: String = #""kpi":"N15008","period":2020,"municipality":"0126""#) -> String {
        #"{"values":[{"values":[\#(cell)],\#(rest)}]}"#
    }

    private func described(_ cell: Cell) -> String {
        let keyFigure = KeyFigureNumber(number: cell.keyFigure).code
        return "\(keyFigure) \(cell.place) \(cell.gender) \(cell.year) \(cell.state) \(cell.value)"
    }

    @Test(
        "A cell is read",
        arguments: [
            // As the source writes it.
            (#"{"gender":"T","count":1,"status":"","value":31.25,"isdeleted":false}"#, "N15008 0126 0 2020 0 31.25"),
            (#"{"gender":"K","count":12,"status":"","value":-3,"isdeleted":false}"#, "N15008 0126 1 2020 0 -3.0"),
            (#"{"gender":"M","count":1,"status":"Missing","value":null,"isdeleted":false}"#, "N15008 0126 2 2020 1 0.0"),
            (#"{"gender":"T","count":1,"status":"Not applicable","value":null,"isdeleted":false}"#, "N15008 0126 0 2020 2 0.0"),
            (#"{"gender":"T","count":1,"status":"Privacy","value":null,"isdeleted":false}"#, "N15008 0126 0 2020 3 0.0"),
            // A status that nobody has told us of is still no value.
            (#"{"gender":"T","count":1,"status":"Avslöjande","value":null,"isdeleted":false}"#, "N15008 0126 0 2020 4 0.0"),
            (#"{"gender":"T","count":1,"status":"Missing","value":7,"isdeleted":false}"#, "N15008 0126 0 2020 1 0.0"),
            (#"{"gender":"T","count":1,"status":"","value":null,"isdeleted":false}"#, "N15008 0126 0 2020 1 0.0"),
            (#"{"gender":"T","count":1,"status":"","value":null,"isdeleted":true}"#, "N15008 0126 0 2020 6 0.0"),
            (#"{"gender":"T","count":1,"status":"","value":5,"isdeleted":true}"#, "N15008 0126 0 2020 6 0.0"),
            // The older version's order, and its way of saying what is taken back.
            (#"{"count":1,"gender":"T","status":"","value":31.25}"#, "N15008 0126 0 2020 0 31.25"),
            (#"{"count":1,"gender":"T","status":null,"value":null,"is_deleted":1}"#, "N15008 0126 0 2020 6 0.0"),
            (#"{"is_deleted":0,"value":1e2,"gender":"T"}"#, "N15008 0126 0 2020 0 100.0"),
            // Space, escapes and what we don't know.
            ("{ \"gender\" :\t\"T\" ,\r\n\"value\": 1.5 }", "N15008 0126 0 2020 0 1.5"),
            (
                #"{"\u0067ender":"\u0054","value":1.5,"new":[{"a":[1,{"b":"}\\\""}],"c":-1.5e+3},true,false,null,[],{}]}"#,
                "N15008 0126 0 2020 0 1.5"
            ),
            (
                #"{"gender":"T","count":1,"status":"Not \u0061pplicable","value":null,"isdeleted":false}"#,
                "N15008 0126 0 2020 2 0.0"
            ),
        ]
    )
    func reads(_ cell: String, _ expected: String) throws {
        #expect(try cells(object(cell)).map(described) == [expected])
    }

    @Test(
        "What a cell is about stands anywhere and in either way",
        arguments: [
            #""kpi":"N15008","period":2020,"municipality":"0126""#,
            #""kpi":"N15008","period":"2020","municipality":"0126""#,
            #""municipality":"0126","title":"Huddinge kommun","kpi":"N15008","period":2020"#,
        ]
    )
    func subject(_ rest: String) throws {
        let cell = #"{"gender":"T","value":1}"#
        #expect(try cells(object(cell, rest)).map(described) == ["N15008 0126 0 2020 0 1.0"])
        #expect(try cells(#"{"values":[{\#(rest),"values":[\#(cell)]}]}"#).map(described) == ["N15008 0126 0 2020 0 1.0"])
    }

    @Test func gendersComeInAnyOrder() throws {
        let parts = ["T": 1, "K": 2, "M": 3].map {
            #"{"gender":"\#($0.key)","count":1,"status":"","value":\#($0.value),"isdeleted":false}"#
        }
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let cells = try cells(object(order.map { parts[$0] }.joined(separator: ",")))
            #expect(Dictionary(uniqueKeysWithValues: cells.map { ($0.gender, $0.value) }) == [0: 1, 1: 2, 2: 3])
        }
    }

    @Test func keepsLeadingNoughts() throws {
        for place in ["0001", "1", "0126", "126", "0000"] {
            let cells = try cells(
                object(#"{"gender":"T","value":1}"#, #""kpi":"N15008","period":2020,"municipality":"\#(place)""#)
            )
            #expect(cells.map(\.place.description) == [place])
        }
    }

    @Test func countsUnitsButDoesNotKeepThem() throws {
        let unit = object(#"{"gender":"T","value":1}"#, #""kpi":"N15008","period":2020,"ou":"V15E144001301""#)
        let contents = try Page.contents(of: Array(unit.utf8), name: "sida")
        #expect(contents.units == 1)
        #expect(contents.objects == 0)
        #expect(contents.cells == 0)
    }

    @Test func saysWhatThePageHolds() throws {
        let text = #"""
            {"count":5000,"values":[{"values":[{"gender":"T","value":1},{"gender":"K","value":2,"status":"Ny"}],"kpi":"N15008","period":2020,
            "municipality":"0126"}],"next_url":"https:\/\/api.kolada.se\/v3\/data?page=2&x=\u00e5","previous_url":null}
            """#
        let contents = try Page.contents(of: Array(text.utf8), name: "sida")
        #expect(contents.objects == 1)
        #expect(contents.cells == 2)
        // What the page says of itself is no total, and isn't held against it.
        #expect(contents.count == 5000)
        #expect(contents.next == "https://api.kolada.se/v3/data?page=2&x=å")
        #expect(contents.otherStatuses == ["Ny": 1])
        #expect(contents.contradictions == 1)
    }

    @Test(
        "A page that is the last says so",
        arguments: [#"{"values":[]}"#, #"{"values":[],"next_page":null}"#, "\u{FEFF}{\"values\": [ ] }\n"]
    )
    func lastPage(_ text: String) throws {
        let contents = try Page.contents(of: Array(text.utf8), name: "sida")
        #expect(contents.next == nil)
        #expect(contents.cells == 0)
    }

    @Test func followsTheOlderVersion() throws {
        #expect(try Page.contents(of: Array(#"{"values":[],"next_page":"http://x/2"}"#.utf8), name: "sida").next == "http://x/2")
    }

    @Test(
        "What is wrong is told with its place",
        arguments: [
            ("", 0, "", "Filen är tom"),
            ("   ", 3, "", "Filen är tom"),
            ("<html>", 0, "", "inte en sida med värden"),
            ("[]", 0, "", "inte en sida med värden"),
            ("{}", 2, "", "inget fält ”values”"),
            (
                #"{"error": "This endpoint is deprecated. Please use /v3 instead."}"#, 65, "",
                "Källan vägrade svara: \"This endpoint is deprecated."
            ),
            (#"{"detail":[{"loc":["path","kpi"],"msg":"too many","type":"value_error"}]}"#, 73, "", "Källan vägrade svara: [{"),
            (#"{"values":[]}x"#, 13, "", "efter sidans slut"),
            (#"{"values":[]"#, 12, "", "slutar för tidigt"),
            (#"{"values":{}}"#, 10, "values", "följer inte JSON"),
            (#"{"values":[{"kpi":"15008"}]}"#, 25, "values[0].kpi", "inte ett nyckeltal"),
            (#"{"values":[{"kpi":15008}]}"#, 18, "values[0].kpi", "inte ett nyckeltal"),
            (#"{"values":[{"municipality":126}]}"#, 27, "values[0].municipality", "inte koden"),
            (#"{"values":[{"municipality":"för lång kod"}]}"#, 27, "values[0].municipality", "inte koden"),
            (#"{"values":[{"period":99999}]}"#, 21, "values[0].period", "inte ett år"),
            (#"{"values":[{"period":"tjugo"}]}"#, 21, "values[0].period", "inte ett år"),
            (#"{"values":[{"period":2020.5}]}"#, 21, "values[0].period", "inte ett år"),
            (#"{"values":[{"kpi":"N15008","period":2020,"values":[]}]}"#, 53, "values[0]", "Kommunens kod saknas"),
            (#"{"values":[{"period":2020,"municipality":"0126","values":[]}]}"#, 60, "values[0]", "Nyckeltalet saknas"),
            (#"{"values":[{"kpi":"N15008","municipality":"0126","values":[]}]}"#, 61, "values[0]", "Året saknas"),
            (#"{"values":[{},{"values":[{"gender":"T"},{"gender":"F"}]}]}"#, 13, "values[0]", "Nyckeltalet saknas"),
            (#"{"values":[{"values":[{"gender":"T"},{"gender":"F"}]}]}"#, 50, "values[0].values[1].gender", "inte ett kön"),
            (#"{"values":[{"values":[{"value":1}]}]}"#, 33, "values[0].values[0]", "Könet saknas"),
            (#"{"values":[{"values":[{"gender":"T","value":1e400}]}]}"#, 49, "values[0].values[0].value", "inget tal"),
            (#"{"values":[{"values":[{"gender":"T","value":NaN}]}]}"#, 44, "values[0].values[0].value", "inget tal"),
            (#"{"values":[{"values":[{"gender":"T","value":"12"}]}]}"#, 44, "values[0].values[0].value", "inget tal"),
            (#"{"values":[{"values":[{"gender":"T","status":7}]}]}"#, 45, "values[0].values[0].status", "inte en status"),
            (
                #"{"values":[{"values":[{"gender":"T","isdeleted":"ja"}]}]}"#, 48, "values[0].values[0].isdeleted",
                "true eller false"
            ),
            (#"{"values":[{"x":"\ud800"}]}"#, 23, "values[0].values", "UTF-8"),
        ] as [(String, Int, String, String)]
    )
    func refuses(_ text: String, _ byte: Int, _ path: String, _ message: String) throws {
        var cells: [Cell] = []
        let fault = try #require(throws: PageFault.self) {
            try readPage(Array(text.utf8), name: "sida.json", page: 0, into: &cells)
        }
        #expect(fault.file == "sida.json")
        #expect(fault.message.contains(message), "\(fault)")
        #expect(abs(fault.byte - byte) <= 1, "\(fault)")
        #expect(fault.path == path || path == "values[0].values", "\(fault)")
        #expect(cells.isEmpty)
    }

    @Test func doesNotGoDeeperThanAPageCan() throws {
        let deep = #"{"x":"# + String(repeating: "[", count: 1_000_000)
        let fault = try #require(throws: PageFault.self) { try Page.contents(of: Array(deep.utf8), name: "djup") }
        #expect(fault.message.contains("nivåer"))
    }

    @Test func survivesAMillionRandomBytes() {
        var dice = Dice(4)
        let bytes = (0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &dice) }
        #expect(throws: PageFault.self) { try Page.contents(of: bytes, name: "brus") }
        #expect(throws: PageFault.self) { try Page.contents(of: Array(#"{"values":["#.utf8) + bytes, name: "brus") }
    }

    /// Pages with a byte or a piece changed are read or refused; what is read is never absurd.
    @Test func survivesChangedPages() {
        var dice = Dice(5)
        let original = Array(
            json([
                (Subject(keyFigure: "N15008", place: "0126", gender: "T", year: 2020), .value("31.329597")),
                (Subject(keyFigure: "N15008", place: "0127", gender: "K", year: 2021), .status("Privacy")),
                (Subject(keyFigure: "U15008", place: "G96274", gender: "M", year: 1999), .deleted),
            ]).utf8
        )
        let pieces = ["{", "}", "[", "]", "\"", "\\", ",", ":", "null", "1e999", "-", "\\u", "\u{0}", "NaN"].map {
            Array($0.utf8)
        }
        var refused = 0
        let rounds = Effort.isFull ? 1_000_000 : 20_000
        for _ in 0..<rounds {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: bytes.insert(contentsOf: pieces.randomElement(using: &dice) ?? [], at: place)
                case 2: bytes.removeSubrange(place..<min(place + Int.random(in: 1...20, using: &dice), bytes.count))
                default: bytes.removeSubrange(place...)
                }
                if bytes.isEmpty { break }
            }
            var cells: [Cell] = []
            do {
                _ = try readPage(bytes, name: "sida", page: 0, into: &cells)
                for cell in cells {
                    #expect(cell.value.isFinite)
                    #expect(Cell.years.contains(cell.year))
                    #expect(cell.gender < 3)
                    #expect(cell.keyFigure < KeyFigureNumber.count)
                }
            } catch {
                refused += 1
                #expect(cells.isEmpty)
            }
        }
        #expect(refused > rounds / 2)
    }

    /// A page read the quick way says the same as when space makes it be read the long way.
    @Test func bothWaysAgree() throws {
        var dice = Dice(6)
        let statuses = ["Missing", "Not applicable", "Privacy", "Annat"]
        let all = (0..<2000).map { number -> (Subject, Saying) in
            let subject = Subject(
                keyFigure: "N\(10_000 + number)",
                place: "0\(100 + number % 800)",
                gender: ["T", "K", "M"][number % 3],
                year: 1990 + number % 40
            )
            let saying: Saying =
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: .status(statuses.randomElement(using: &dice) ?? "")
                case 1: .value("\(Int.random(in: -9...9, using: &dice))e\(Int.random(in: -5...5, using: &dice))")
                default: .value("\(Double.random(in: 0...1e6, using: &dice))")
                }
            return (subject, saying)
        }
        let text = json(all)
        let spaced = text.replacing(":", with: " : ").replacing(",", with: " ,\n ")
        #expect(try cells(text).map(described) == cells(spaced).map(described))
        #expect(try cells(text).count == all.count)
    }

    @Test(
        "The recorded shapes are read",
        .enabled(if: Kolada.isHere, "../shared/kolada/fixtures finns inte här"),
        arguments: ["v3_data_page_reconstructed.json", "v2_data_page_reconstructed.json"]
    )
    func recorded(_ name: String) throws {
        let contents = try Page.contents(of: try fileBytes("\(Kolada.folder)/fixtures/\(name)"), name: name)
        #expect(contents.objects == contents.count)
        #expect(contents.cells > contents.objects)
    }

    @Test(.enabled(if: Kolada.isHere, "../shared/kolada/fixtures finns inte här"))
    func theTwoVersionsSayTheSame() throws {
        func all(_ name: String) throws -> [String] {
            var cells: [Cell] = []
            _ = try readPage(try fileBytes("\(Kolada.folder)/fixtures/\(name)"), name: name, page: 0, into: &cells)
            return cells.map(described).sorted()
        }
        #expect(try all("v3_data_page_reconstructed.json") == all("v2_data_page_reconstructed.json"))
    }

    @Test(.enabled(if: Kolada.isHere, "../shared/kolada/fixtures finns inte här"))
    func theClosedVersionIsRefused() throws {
        let bytes = try fileBytes("\(Kolada.folder)/fixtures/v2_410_body.json")
        let fault = try #require(throws: PageFault.self) { try Page.contents(of: bytes, name: "svar") }
        #expect(fault.message.contains("deprecated"))
    }
}
