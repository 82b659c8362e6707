import Statistics
import Testing

@testable import SeriesStore

@Suite struct TableReaderTests {
    private func value(_ table: String, gender: Gender = .total, year: Int = 2020) throws -> Double? {
        let folder = try Folder()
        try folder.take([page(table, "tabell.csv")])
        return try folder.store().value(id("N15008"), gender, in: "0126", year: year)
    }

    @Test(
        "A table is read",
        arguments: [
            "kpi,municipality,period,gender,count,status,value\nN15008,0126,2020,T,1,,1234.5\n",
            "kpi,municipality,period,gender,count,status,value\r\nN15008,0126,2020,T,1,,1234.5\r\n",
            "kpi,municipality,period,gender,count,status,value\nN15008,0126,2020,T,1,,1234.5",
            "\u{FEFF}kpi;municipality;period;gender;value\nN15008;0126;2020;T;1234,5\n",
            "\"kpi\";\"municipality\";\"period\";\"value\"\n\"N15008\";\"0126\";\"2020\";\"1234,5\"\n",
            "kpi;municipality;period;value\nN15008;0126;2020;1234.5\n",
            "value,year,unit,kpi\n1234.5,2020,0126,N15008\n",
            "nyckeltal;kod;år;kön;värde;källa\nN15008;0126;2020;T;1234,5;\"Kolada; \"\"egen\"\" rad\"\n",
            "note,kpi,municipality,period,value\n\"a, \"\"b\"\"\",N15008,0126,2020,1.2345e3\n\n",
            "kpi,municipality,period,gender,value,status,source\nN15008,0126,2020,T,1234.5,\"\",ddf\n",
            "kpi,municipality,period,value,isdeleted\nN15008,0126,2020,1234.5,false\n",
        ]
    )
    func reads(_ table: String) throws {
        #expect(try value(table) == 1234.5)
    }

    @Test func keepsTheReasonsApart() throws {
        let folder = try Folder()
        try folder.take([
            page(
                """
                kpi,municipality,period,gender,status,value
                N15008,0126,2016,K,Missing,
                N15008,0126,2017,K,Not applicable,
                N15008,0126,2018,K,"Privacy",
                N15008,0126,2019,K,Annat,
                N15008,0126,2020,K,,
                N15008,0126,2021,K,,0
                """
            )
        ])
        let series = try #require(try folder.store().series(id("N15008"), .women, in: "0126"))
        #expect(series.firstYear == 2016)
        #expect(series.absences.prefix(5) == [.missing, .notApplicable, .privacy, .other, .missing])
        #expect(series[2020] == nil && series[2021] == 0)
    }

    @Test(
        "What is wrong is told with its line",
        arguments: [
            ("kpi,municipality,period\nN15008,0126,2020\n", "rad 1", "Kolumnen ”value” saknas"),
            ("kpi,kpi,municipality,period,value\n", "rad 1", "Kolumnen ”kpi” finns flera gånger"),
            ("brus\n", "rad 1", "Kolumnen ”kpi” saknas"),
            ("kpi,municipality,period,value\nN15008,0126,2020,1\nN15008,0126,2021\n", "rad 3", "färre fält"),
            ("kpi,municipality,period,value\nX15008,0126,2020,1\n", "rad 2, kolumnen kpi", "inte ett nyckeltal"),
            ("kpi,municipality,period,value\nN15008,01 26,2020,1\n", "rad 2, kolumnen municipality", "inte koden"),
            ("kpi,municipality,period,value\nN15008,0126,99999,1\n", "rad 2, kolumnen period", "inte ett år"),
            ("kpi,municipality,period,value\nN15008,0126,1066,1\n", "rad 2, kolumnen period", "inte ett år"),
            ("kpi,municipality,period,value\nN15008,0126,2020,NaN\n", "rad 2, kolumnen value", "inget tal"),
            ("kpi,municipality,period,value\nN15008,0126,2020,1e400\n", "rad 2, kolumnen value", "inget tal"),
            ("kpi,municipality,period,value\nN15008,0126,2020,12 kr\n", "rad 2, kolumnen value", "inget tal"),
            ("kpi,municipality,period,gender,value\nN15008,0126,2020,F,1\n", "rad 2, kolumnen gender", "inte ett kön"),
            ("kpi,municipality,period,value,note\nN15008,0126,2020,1,\"abc\n", "rad 2", "citattecken"),
            (
                "kpi,municipality,period,value,isdeleted\nN15008,0126,2020,1,kanske\n", "rad 2, kolumnen isdeleted",
                "true eller false"
            ),
        ]
    )
    func refuses(_ table: String, _ path: String, _ message: String) throws {
        let folder = try Folder()
        let faults = try #require(throws: PullFaults.self) { try folder.pull([page(table, "tabell.csv")]) }
        let fault = try #require(faults.faults.first)
        #expect(fault.file == "tabell.csv")
        #expect(fault.path == path, "\(fault)")
        #expect(fault.message.contains(message), "\(fault)")
    }

    /// A table read in pieces of any size is the same as read at once, also from a file.
    @Test(arguments: [1, 2, 7, 64, 1000, 100_000])
    func isTheSameInPieces(_ size: Int) throws {
        var dice = Dice(9)
        var table = "kpi,municipality,period,gender,count,status,value\n"
        for _ in 0..<300 {
            let place = ["0126", "0127", "0001"].randomElement(using: &dice) ?? ""
            // Some rows come twice, and the last is to be believed.
            table += "N1500\(Int.random(in: 0...9, using: &dice)),\(place),\(Int.random(in: 2000...2009, using: &dice)),T,1,,"
            table += "\(Int.random(in: 0...99, using: &dice))\n"
            if Int.random(in: 0..<20, using: &dice) == 0 { table += "\n" }
        }
        let whole = try Folder()
        let pieces = try Folder()
        try pieces.write("tabell.csv", Array(table.utf8))
        let vintage = Vintage(source: "Prov", fetched: "2026-11-23", file: "tabell.csv")
        _ = try SeriesStore.update(folder: whole.path, with: whole.pull([page(table, "tabell.csv")]), vintage: vintage)
        let pull = try pieces.pull([Page(file: "\(pieces.path)/tabell.csv")], pieceSize: size)
        #expect(pull.contents.cells == 300)
        _ = try SeriesStore.update(folder: pieces.path, with: pull, vintage: vintage)
        #expect(try whole.read("series") == pieces.read("series"))
    }

    @Test func survivesChangedTables() throws {
        var dice = Dice(10)
        let folder = try Folder()
        let original = Array(
            "kpi,municipality,period,gender,count,status,value\nN15008,0126,2020,T,1,,1234.5\nU15008,G1,2021,K,1,Privacy,\n".utf8
        )
        for _ in 0..<3000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<3, using: &dice) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: bytes.insert(contentsOf: Array("\"\n,\0\r;".utf8).shuffled(using: &dice).prefix(2), at: place)
                default: bytes.remove(at: place)
                }
            }
            do {
                _ = try folder.pull([Page(name: "tabell", bytes: bytes)], pieceSize: 50)
            } catch is PullFaults {
                continue
            }
        }
    }

    @Test func aLineWithoutEndIsRefused() throws {
        let folder = try Folder()
        let table = "kpi,municipality,period,value,note\nN15008,0126,2020,1," + String(repeating: "x", count: 200_000)
        let faults = try #require(throws: PullFaults.self) { try folder.pull([page(table)], pieceSize: 1000) }
        #expect(faults.faults.contains { $0.message.contains("64 kB") })
    }

    /// Where a long line is cut, no number is read that is only the beginning of one.
    @Test func aCutNumberIsNotRead() throws {
        let folder = try Folder()
        let header = "note,kpi,municipality,period,value\n"
        let size = 100
        for length in 0..<40 {
            // The fields after the note lie where the bytes of the first piece end.
            let note = String(repeating: "x", count: size + 65_536 - header.utf8.count - length)
            let table = header + note + ",N15008,0126,2020,123456789\nx,N15008,0126,2021,1\n"
            if length <= ",N15008,0126,2020,123456789".utf8.count {
                #expect(throws: PullFaults.self) { try folder.pull([page(table)], pieceSize: size) }
            } else {
                let pull = try folder.pull([page(table)], pieceSize: size)
                _ = try SeriesStore.update(folder: folder.path, with: pull, vintage: Vintage(source: "Prov", fetched: "2026"))
                #expect(try folder.store().value(id("N15008"), in: "0126", year: 2020) == 123_456_789)
            }
        }
    }
}
