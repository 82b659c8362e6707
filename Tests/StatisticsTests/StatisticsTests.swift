import Testing

@testable import Statistics

@Suite("A table of statistics") struct StatisticsTableTests {
    private func table(_ values: [(code: String, gender: Gender, year: Int, value: Double?)]) throws -> StatisticsTable {
        let id = try #require(KeyFigure.ID("N15419"))
        let other = try #require(KeyFigure.ID("U15419"))
        let keyFigures = [other, id].map {
            KeyFigure(id: $0, title: "Betyg", unit: "procent", subject: "grundskola", explanation: "Andel.")
        }
        return StatisticsTable(
            keyFigures: keyFigures,
            names: ["0136": "Haninge", "0000": "Riket"],
            peerGroups: [PeerGroup(title: "Lika", subject: "grundskola", source: "RKA", similar: ["0136": ["0126", "0127"]])],
            values: values.map { Observation(id, in: $0.code, $0.gender, year: $0.year, value: $0.value, source: "Kolada") }
        )
    }

    @Test("gives back every value that went in, and nothing else", arguments: 1...20)
    func roundTrip(_ seed: UInt64) throws {
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        var given: [String: Double?] = [:]
        var values: [(code: String, gender: Gender, year: Int, value: Double?)] = []
        for _ in 0..<next(60) + 1 {
            let (code, gender, year) = ("01\(10 + next(6))", Gender.allCases[next(3)], 2010 + next(9))
            let value = next(5) == 0 ? nil : Double(next(10_000)) / 8 - 500
            values.append((code, gender, year, value))
            given["\(code) \(gender) \(year)"] = .some(value)
        }
        let panel = try #require(try table(values).panels.first)
        #expect(panel.years == (values.map(\.year).min() ?? 0)...(values.map(\.year).max() ?? 0))
        #expect(panel.codes == Set(values.map(\.code)).sorted())
        for code in (10...16).map({ "01\($0)" }) {
            for gender in Gender.allCases {
                let row = panel.values(in: code, gender)
                #expect((row == nil) == (!panel.codes.contains(code) || !panel.genders.contains(gender)))
                for year in 2008...2020 {
                    let expected = given["\(code) \(gender) \(year)"] ?? nil
                    #expect(panel.value(in: code, gender, year: year) == expected)
                    if panel.years.contains(year), let row { #expect(row[year - panel.years.lowerBound] == expected) }
                }
            }
        }
    }

    @Test("what isn't there is missing, and never zero")
    func missing() throws {
        let table = try table([("0136", .total, 2019, 0), ("0136", .total, 2021, nil), ("0126", .women, 2020, .nan)])
        let panel = try #require(table.panels.first)
        #expect(panel.values(in: "0136") == [0, nil, nil])
        #expect(panel.values(in: "0126") == [nil, nil, nil] && panel.values(in: "0180") == nil)
        #expect(panel.values(in: "0136", .men) == nil && panel.genders == [.total, .women])
        #expect(panel.value(in: "0136", year: 2018) == nil && panel.value(in: "0136", year: 2022) == nil)
        #expect(table.panels.count == 1, "a key figure without values is left out")
        #expect(try table[#require(KeyFigure.ID("U15419"))] == nil)
        #expect(StatisticsTable().panels.isEmpty)
    }

    @Test("knows names, and who is like whom in what")
    func lookups() throws {
        let table = try table([("0136", .total, 2019, 1)])
        #expect(table.name(of: "0136") == "Haninge" && table.name(of: "0999") == "0999")
        let keyFigure = try #require(table.panels.first).keyFigure
        #expect(table.peers(of: "0136", in: keyFigure)?.codes == ["0126", "0127"])
        #expect(table.peers(of: "0126", in: keyFigure) == nil)
        var other = keyFigure
        other.subject = "äldreomsorg"
        #expect(table.peers(of: "0136", in: other) == nil)
    }

    @Test(
        "a key figure is a letter and five figures",
        arguments: [
            ("N15419", true), ("U00001", true), ("n15419", false), ("N1541", false), ("N154190", false), ("A15419", false),
            ("N1541a", false), ("N1541٣", false), ("", false),
        ]
    )
    func ids(_ text: String, _ isOne: Bool) { #expect((KeyFigure.ID(text) != nil) == isOne) }
}

@Suite("Reading statistics from files") struct StatisticsReaderTests {
    static let values = "nyckeltal,år,kön,kod,värde,källa\nN15419,2019,alla,0136,75.3,Kolada\nN15419,2020,alla,0136,,Kolada\n"
    static let keyFigures =
        "nyckeltal,titel,enhet,decimaler,ämne,beskrivning\nN15419,\"Betyg, \"\"nian\"\"\",procent,1,grundskola,Andel.\n"
    static let areas = "kod,namn\n0136,Haninge\n0126,Huddinge\n"
    static let peers = "grupp,ämne,kod,liknande,källa\nLika,grundskola,0136,0126,RKA\n"

    static func read(
        values: String = values,
        keyFigures: String = keyFigures,
        areas: String = areas,
        peers: String = peers
    ) throws(StatisticsFaults) -> StatisticsTable {
        try StatisticsTable(
            values: ("v.csv", Array(values.utf8)),
            keyFigures: ("n.csv", Array(keyFigures.utf8)),
            areas: ("o.csv", Array(areas.utf8)),
            peers: ("l.csv", Array(peers.utf8))
        )
    }

    private static func faults(_ read: () throws(StatisticsFaults) -> StatisticsTable) -> [String] {
        do throws(StatisticsFaults) {
            _ = try read()
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test("values, key figures, places and peers")
    func whole() throws {
        let table = try Self.read()
        let panel = try #require(table.panels.first)
        #expect(panel.values(in: "0136") == [75.3, nil] && panel.source == "Kolada")
        #expect(panel.keyFigure.title == "Betyg, \"nian\"" && panel.keyFigure.decimals == 1)
        #expect(panel.keyFigure.origin == nil && panel.keyFigure.comparableFrom == nil)
        #expect(table.peers(of: "0136", in: panel.keyFigure)?.group.source == "RKA")
    }

    @Test("as a Swedish spreadsheet writes it: semicolons, commas, Windows' line ends, a mark first, comments")
    func spreadsheet() throws {
        let values = "\u{FEFF}# prov\r\nkod;värde;källa;nyckeltal;år;kön\r\n\r\n0136;\"−1,5\";Kolada;N15419;2019;kvinnor\r\n"
        let panel = try #require(try Self.read(values: values).panels.first)
        #expect(panel.value(in: "0136", .women, year: 2019) == -1.5)
    }

    @Test(
        "what is wrong in the values is told with file and line",
        arguments: [
            ("", "v.csv, rad 1: Tabellen är tom. Börja med en rubrikrad som innehåller kolumnernas namn."),
            ("nyckeltal,år,kön,kod,värde\n", "v.csv, rad 1: Kolumnen ”källa” saknas."),
            ("nyckeltal,år,kön,kod,värde,källa,färg\n", "v.csv, rad 1: Kolumnen ”färg” är okänd."),
            ("nyckeltal,år,kön,kod,värde,källa,år\n", "v.csv, rad 1: Kolumnen ”år” finns två gånger."),
            (values + "N15419,2021\n", "v.csv, rad 4: Raden har 2 fält men rubrikraden har 6."),
            (values + "N15419,2021,alla,0136,\"1,Kolada\n", "v.csv, rad 4: Citattecknen går inte ihop."),
            (values + "N15419,2021,alla,0136,1\"2,Kolada\n", "v.csv, rad 4: Citattecknen går inte ihop."),
            (values + "N15419,2021,alla,0136,\"1\"2,Kolada\n", "v.csv, rad 4: Citattecknen går inte ihop."),
            (values + "N1,2021,alla,0136,1,Kolada\n", "v.csv, rad 4: ”N1” är inte ett nyckeltal."),
            (values + "N15505,2021,alla,0136,1,Kolada\n", "v.csv, rad 4: Nyckeltalet N15505 är inte beskrivet."),
            (values + "N15419,21,alla,0136,1,Kolada\n", "v.csv, rad 4: ”21” är inte ett år."),
            (values + "N15419,2021,T,0136,1,Kolada\n", "v.csv, rad 4: ”T” är inte ett kön här."),
            (values + "N15419,2021,alla,136,1,Kolada\n", "v.csv, rad 4: Koden ”136” har inget namn."),
            (values + "N15419,2021,alla,0136,1e5,Kolada\n", "v.csv, rad 4: ”1e5” är inte ett tal."),
            (values + "N15419,2021,alla,0136,nan,Kolada\n", "v.csv, rad 4: ”nan” är inte ett tal."),
            (values + "N15419,2021,alla,0136,1.2.3,Kolada\n", "v.csv, rad 4: ”1.2.3” är inte ett tal."),
            (values + "N15419,2021,alla,0136,-,Kolada\n", "v.csv, rad 4: ”-” är inte ett tal."),
            (values + "N15419,2021,alla,0136,5.,Kolada\n", "v.csv, rad 4: ”5.” är inte ett tal."),
            (values + "N15419,2021,alla,0136,1,\n", "v.csv, rad 4: Fältet ”källa” är tomt."),
            (values + "N15419,2021,alla,0136,1,SCB\n", "v.csv, rad 4: N15419 har en annan källa längre upp: ”Kolada”."),
            (values + "N15419,2019,alla,0136,1,Kolada\n", "v.csv, rad 4: Värdet står redan på rad 2."),
        ]
    )
    func valueFaults(_ values: String, _ fault: String) {
        let found = Self.faults { () throws(StatisticsFaults) in try Self.read(values: values) }
        #expect(found.count == 1 && found.first?.hasPrefix(fault) == true, "\(found)")
    }

    @Test(
        "what is wrong in the other files is told with file and line",
        arguments: [
            ("areas", areas + "136,X\n", "o.csv, rad 4: ”136” är inte en kod."),
            ("areas", areas + "0136,X\n", "o.csv, rad 4: Koden 0136 finns två gånger."),
            ("areas", areas + "0127,\n", "o.csv, rad 4: Namnet saknas."),
            ("keyFigures", keyFigures + "15505,T,e,1,ä,b\n", "n.csv, rad 3: ”15505” är inte ett nyckeltal."),
            ("keyFigures", keyFigures + "N15505,,e,1,ä,b\n", "n.csv, rad 3: Fältet ”titel” är tomt."),
            ("keyFigures", keyFigures + "N15505,T,e,7,ä,b\n", "n.csv, rad 3: ”7” är inte ett antal decimaler."),
            ("keyFigures", keyFigures + "N15419,T,e,1,ä,b\n", "n.csv, rad 3: Nyckeltalet N15419 finns två gånger."),
            ("peers", peers + "Lika,grundskola,0136,0199,RKA\n", "l.csv, rad 3: Koden ”0199” har inget namn."),
            ("peers", peers + "Lika,grundskola,0136,0126,RKA\n", "l.csv, rad 3: Att 0126 liknar 0136 står redan i filen."),
            ("peers", peers + "Lika,,0126,0136,RKA\n", "l.csv, rad 3: Fältet ”ämne” är tomt."),
        ]
    )
    func otherFaults(_ kind: String, _ text: String, _ fault: String) {
        let found = Self.faults { () throws(StatisticsFaults) in
            switch kind {
            case "areas": try Self.read(areas: text)
            case "keyFigures": try Self.read(keyFigures: text)
            default: try Self.read(peers: text)
            }
        }
        #expect(found.count == 1 && found.first?.hasPrefix(fault) == true, "\(found)")
    }

    @Test("every fault is told at once, and a file in another encoding is told as such")
    func several() {
        let values = Self.values + "N1,21,T,0136,x,Kolada\n"
        #expect(Self.faults { () throws(StatisticsFaults) in try Self.read(values: values) }.count == 4)
        let latin: [UInt8] = Array("kod,namn\n0136,H".utf8) + [0xE5, 0x0A]
        let found = Self.faults { () throws(StatisticsFaults) in
            try StatisticsTable(
                values: ("v.csv", Array("nyckeltal,år,kön,kod,värde,källa\n".utf8)),
                keyFigures: ("n.csv", Array(Self.keyFigures.utf8)),
                areas: ("o.csv", latin),
                peers: ("l.csv", Array("grupp,ämne,kod,liknande,källa\n".utf8))
            )
        }
        #expect(found == ["o.csv, rad 2: Raden innehåller tecken som inte är UTF-8. Spara om filen som UTF-8."])
    }
}
