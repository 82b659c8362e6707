import Cooperation
import Import
import Testing

/// What a calendar says, as lines: `2: board 2027-02-09 2027-01-25 plats`, or the faults.
private func lines(_ name: String, _ text: String) -> [String] {
    do throws(ImportFaults) {
        return try MeetingCalendar(SourceFile(name, text)).rows.map { row in
            "\(row.line): \(row.stage.rawValue) \(row.day) \(row.papersDue?.iso ?? "–")\(row.place.map { " \($0)" } ?? "")\(row.isCancelled ? " inställt" : "")"
        }
    } catch {
        return error.faults.map(\.description)
    }
}

@Suite("Tables of meetings") struct MeetingTableTests {
    @Test("separators, columns in any order, and days as they are written")
    func table() {
        let expected = ["2: board 2027-02-09 2027-01-25", "3: committee 2027-01-20 –", "4: council 2027-02-22 2027-02-10"]
        for separator in [";", ",", "\t"] {
            let text = """
                datum;organ;handlingar senast
                2027-02-09;kommunstyrelse;25/1 2027
                20 januari 2027;KSAU;
                22/2-2027;Kommunfullmäktige;den 10 feb. 2027

                """.split(separator: ";", omittingEmptySubsequences: false).joined(separator: separator)
            #expect(lines("k.csv", text) == expected)
        }
        let other = "# 2027\nOrgan;Plats;Inställt;Datum\nks;Kommunhuset;nej;2027-02-09\nkf;;ja;2027-02-22\n;;;\n"
        #expect(lines("k.txt", other) == ["3: board 2027-02-09 – Kommunhuset", "4: council 2027-02-22 – inställt"])
        #expect(lines("k.csv", "datum;organ\n2027-02-09;Kommunstyrelsen (inställt)\n") == ["2: board 2027-02-09 – inställt"])
    }

    @Test(
        "names of meetings",
        arguments: [
            ("utskott", "committee"), ("Arbetsutskottet", "committee"), ("KSAU", "committee"), ("ks au", "committee"),
            ("AU", "committee"),
            ("Kommunstyrelsens arbetsutskott", "committee"), ("Kommunstyrelsens samhällsbyggnadsutskott", "committee"),
            ("beredande utskott", "committee"), ("KS", "board"), ("kommunstyrelse", "board"),
            ("Kommunstyrelsens sammanträde", "board"),
            ("styrelsen", "board"), ("Kommunstyrelsen, extra möte", "board"), ("kf", "council"),
            ("Kommunfullmäktige (budget)", "council"),
            ("Kommunfullma\u{308}ktige", "council"), ("fullmäktige", "council"), ("Fullmäktigemöte", "council"),
            ("socialnämnden", nil), ("Socialnämndens arbetsutskott", nil), ("Socialutskottet", nil), ("SN AU", nil),
            ("bolagsstyrelsen", nil),
            ("Styrelsen för bostadsbolaget", nil), ("regionfullmäktige", nil), ("Kommunfullmäktiges presidium", nil),
            ("Justering KS", nil),
            ("Gruppmöte inför KF", nil), ("KS/KF", nil), ("Kommunstyrelseförvaltningen", nil),
            ("Handlingar till kommunstyrelsen", nil),
            ("sammanträde", nil), ("Ksp", nil),
        ] as [(String, String?)]
    )
    func names(_ organ: String, _ stage: String?) {
        let told = lines("k.csv", "datum;organ\n2027-02-09;\"\(organ)\"\n")
        // In the fault, the text is as it has been put together when it was read.
        if let stage {
            #expect(told == ["2: \(stage) 2027-02-09 –"])
        } else {
            #expect(
                told == [
                    "k.csv, rad 2: ”\(organ)” är inte ett av organen. Skriv utskott, kommunstyrelse eller kommunfullmäktige, eller ta bort raden."
                ]
            )
        }
    }

    @Test(
        "ways to write a day that are right and wrong",
        arguments: [
            ("2027-02-09", true), ("9/2 2027", true), ("09/02 2027", true), ("9/2/2027", true), ("9/2-2027", true),
            ("9 februari 2027", true),
            ("9 FEB 2027", true), ("9 feb. 2027", true), ("den 9 februari 2027", true), ("2027-02-29", false),
            ("29/2 2027", false),
            ("30 februari 2027", false), ("9/2", false), ("9 2 2027", false), ("9/2 27", false), ("+9/2 2027", false),
            ("2027-2-9", false),
            ("9 febru 2027", false), ("februari 2027", false), ("2/9 februari 2027", false), ("09.02.2027", false),
        ]
    )
    func days(_ text: String, _ isRight: Bool) {
        let expected =
            isRight
            ? "2: board 2027-02-09 –"
            : "k.csv, rad 2: ”\(text)” är inte ett datum som finns. Skriv som 2027-02-09 eller 9 februari 2027."
        #expect(lines("k.csv", "datum;organ\n\(text);ks\n") == [expected])
    }

    @Test(
        "what is wrong, where, and what to do",
        arguments: [
            (
                "datum;organ;handlingar senat\n",
                ["1: Kolumnen ”handlingar senat” är okänd. Ta bort den eller rätta namnet. Menade du ”handlingar senast”?"]
            ),
            (
                "datum\n2027-02-09\n",
                [
                    "1: Kolumnen ”organ” saknas. En sammanträdeskalender har kolumnerna datum, organ, handlingar senast, plats, inställt."
                ]
            ),
            ("datum;organ;organ\n", ["1: Kolumnen ”organ” finns två gånger. Ta bort den ena."]),
            ("datum;organ\n", ["1: Tabellen har inga sammanträden. Skriv ett på varje rad under rubrikraden."]),
            (
                "datum;organ\n;ks\n2027-02-09;\n",
                [
                    "2: Datumet saknas. Skriv som 2027-02-09.",
                    "3: Organet saknas. Skriv utskott, kommunstyrelse eller kommunfullmäktige.",
                ]
            ),
            (
                "datum;organ;handlingar senast\n2027-02-09;ks;2027-02-10\n2027-03-09;ks;2026-02-25\n2027-04-09;ks;igår\n",
                [
                    "2: Handlingarna ska vara inne 2027-02-10, men sammanträdet är redan 2027-02-09. Rätta den ena dagen.",
                    "3: Handlingarna ska vara inne 2026-02-25, mer än ett halvår före sammanträdet 2027-03-09. Rätta den ena dagen.",
                    "4: ”igår” är inte ett datum som finns. Skriv som 2027-02-09 eller 9 februari 2027.",
                ]
            ),
            (
                "datum;organ\n2027-02-09;ks\n9/2 2027;KS\n",
                ["3: Sammanträdet 2027-02-09 med samma organ står redan på rad 2. Behåll det ena."]
            ),
            (
                "datum;organ;inställt\n2027-02-09;ks;kanske\n",
                ["2: ”kanske” är inte ja eller nej. Skriv ja om sammanträdet är inställt, annars nej."]
            ),
            (
                "PK\u{3}\u{4}x",
                ["1: Filen är en arbetsbok eller ett arkiv. Öppna den i kalkylprogrammet och spara som CSV med UTF-8."]
            ),
        ] as [(String, [String])]
    )
    func faults(_ text: String, _ expected: [String]) {
        #expect(lines("k.csv", text) == expected.map { "k.csv, rad \($0)" })
    }

    @Test("papers due on the day of the meeting, and half a year before it, are taken")
    func bounds() {
        let text = "datum;organ;handlingar senast\n2027-02-09;ks;2027-02-09\n2027-08-10;ks;2027-02-08\n"
        #expect(lines("k.csv", text) == ["2: board 2027-02-09 2027-02-09", "3: board 2027-08-10 2027-02-08"])
    }
}

@Suite("Calendar files of meetings") struct MeetingFileTests {
    /// A calendar around events; each is the lines between its BEGIN and END.
    private static func calendar(_ events: String...) -> String {
        let inside = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined()
        return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + inside + "END:VCALENDAR\n").split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        .joined(separator: "\r\n")
    }

    @Test("an exported calendar with what else there is in it")
    func exported() throws {
        let text = Self.calendar(
            "UID:1\nDTSTART;VALUE=DATE:20270209\nSUMMARY:Kommunstyrelsen\nLOCATION:Kommunhuset\\, sal A\\nVåning 2\nDESCRIPTION:Öppet.\\nHandlingar senast: 2027-01-25\\nVälkommen",
            "UID:2\nDTSTART;TZID=Europe/Stockholm:20270222T180000\nSUMMARY:KF\nSTATUS:CANCELLED\nBEGIN:VALARM\nDTSTART:19000101\nRRULE:X\nEND:VALARM",
            "UID:3\nDTSTART:20270301\nSUMMARY:Socialnämnden\nRRULE:FREQ=MONTHLY",
            "UID:4\nDTSTART;TZID=\"W. Europe Standard Time\":20270120T090000\nSUMMARY:INSTÄLLT: Ksau",
            "UID:5\nDTSTART:20270310T120000Z\nSUMMARY:Ordinarie sammanträde\nCATEGORIES:Politik,Kommunstyrelsen"
        )
        #expect(
            lines("k.ics", text) == [
                "3: board 2027-02-09 2027-01-25 Kommunhuset, sal A Våning 2", "10: council 2027-02-22 – inställt",
                "26: committee 2027-01-20 – inställt", "31: board 2027-03-10 –",
            ]
        )
        // The kind is told by the content, whatever the file is called.
        #expect(lines("export", "\u{FEFF}" + text) == lines("k.ics", text))
        let passed = try MeetingCalendar(SourceFile("k.ics", text)).passedOver
        #expect(passed.map { "\($0.line): \($0.name)" } == ["20: Socialnämnden"])
    }

    @Test(
        "the day is the Swedish one",
        arguments: [
            ("DTSTART:20270209", "2027-02-09"), ("DTSTART:20270209T000000", "2027-02-09"),
            ("DTSTART:20270209T225959Z", "2027-02-09"),
            ("DTSTART:20270209T230000Z", "2027-02-10"), ("DTSTART:20270609T215959Z", "2027-06-09"),
            ("DTSTART:20270609T220000Z", "2027-06-10"),
            ("DTSTART;TZID=Etc/UTC:20270209T230000", "2027-02-10"), ("DTSTART;TZID=Europe/Berlin:20270209T235900", "2027-02-09"),
            ("dtstart;tzid=\"(UTC+01:00) Amsterdam, Stockholm: CET\":20270209T235900", "2027-02-09"),
        ]
    )
    func day(_ start: String, _ expected: String) {
        #expect(lines("k.ics", Self.calendar("SUMMARY:KS\n\(start)")) == ["3: board \(expected) –"])
    }

    @Test("folded lines, also in the middle of a letter, and characters that can't be seen")
    func folded() throws {
        let text = Self.calendar(
            "DTSTART:2027\r\n 0209\r\nSUMM\r\n\tARY:Kommunfullm\r\n äktige\u{200B}\r\nDESCRIPTION:Handlingar se\r\n nast 25 januari 2027."
        )
        #expect(lines("k.ics", text) == ["3: council 2027-02-09 2027-01-25"])
        var bytes = Array(Self.calendar("DTSTART:20270209\nSUMMARY:Kommunfullmäktige").utf8)
        let letter = try #require(bytes.firstIndex(of: 0xC3))
        bytes.insert(contentsOf: [0x0D, 0x0A, 0x20], at: letter + 1)
        #expect(try MeetingCalendar(SourceFile(name: "k.ics", bytes: bytes)).rows.map(\.stage) == [.council])
    }

    @Test(
        "when papers are due, as descriptions say it",
        arguments: [
            ("Handlingar senast: 2027-01-25", "2027-01-25"), ("handlingar senast 25/1 2027 kl. 12", "2027-01-25"),
            ("Handlingar senast: den 25 januari 2027\\, till kansliet", "2027-01-25"), ("Handlingar finns hos kansliet", "–"),
            ("", "–"),
            ("Ej handlingar senast: snart", "–"),
        ]
    )
    func papers(_ description: String, _ expected: String) {
        #expect(
            lines("k.ics", Self.calendar("DTSTART:20270209\nSUMMARY:KS\nDESCRIPTION:\(description)")) == [
                "3: board 2027-02-09 \(expected)"
            ]
        )
    }

    @Test("a category counts only where the name says nothing, and only one kind")
    func categories() throws {
        let text = Self.calendar(
            "DTSTART:20270209\nSUMMARY:Julbord\nCATEGORIES:Kommunstyrelsen",
            "DTSTART:20270209\nSUMMARY:Möte\nCATEGORIES:KS,KF",
            "DTSTART:20270209\nCATEGORIES:KF",
            "DTSTART:20270210\nSUMMARY:KS\nCATEGORIES:KF"
        )
        #expect(lines("k.ics", text) == ["13: council 2027-02-09 –", "17: board 2027-02-10 –"])
        #expect(try MeetingCalendar(SourceFile("k.ics", text)).passedOver.map(\.name) == ["Julbord", "Möte"])
    }

    @Test(
        "what is wrong, where, and what to do",
        arguments: [
            (
                Self.calendar("DTSTART:20270209\nSUMMARY:KS\nRRULE:FREQ=MONTHLY"),
                "6: ”KS” upprepas enligt en regel (RRULE), och dagarna kan inte läsas säkert. Exportera varje sammanträde som en egen händelse, eller skriv dem i en tabell."
            ),
            (Self.calendar("SUMMARY:KS"), "3: ”KS” har ingen dag (DTSTART). Exportera kalendern igen, eller ta bort händelsen."),
            (
                Self.calendar("SUMMARY:KS\nDTSTART:20270229"),
                "5: ”20270229” är inte en dag eller tid som finns. Skriv som 20270209 eller 20270209T180000."
            ),
            (
                Self.calendar("SUMMARY:KS\nDTSTART:20270209T250000"),
                "5: ”20270209T250000” är inte en dag eller tid som finns. Skriv som 20270209 eller 20270209T180000."
            ),
            (
                Self.calendar("SUMMARY:KS\nDTSTART;TZID=America/New_York:20270209T180000"),
                "5: Tidszonen ”America/New_York” känns inte igen. Exportera med svensk tid (Europe/Stockholm)."
            ),
            (
                Self.calendar("SUMMARY:KS\nDTSTART:20270209\nDESCRIPTION:Handlingar senast: snart"),
                "6: ”Handlingar senast: snart” säger inte vilken dag. Skriv som ”Handlingar senast: 2027-01-25”, eller ta bort raden ur beskrivningen."
            ),
            (
                Self.calendar("SUMMARY:KS\nDTSTART:20270209\nDESCRIPTION:Handlingar senast: 2027-02-10"),
                "6: Handlingarna ska vara inne 2027-02-10, men sammanträdet är redan 2027-02-09. Rätta den ena dagen."
            ),
            (
                Self.calendar("SUMMARY:KS\nDTSTART:20270209", "SUMMARY:Kommunstyrelsen\nDTSTART:20270209T090000"),
                "7: Sammanträdet 2027-02-09 med samma organ står redan på rad 3. Behåll det ena."
            ),
            (
                Self.calendar("SUMMARY:Julbord\nDTSTART:20271209"),
                "1: Ingen händelse i filen är ett sammanträde med utskott, kommunstyrelse eller kommunfullmäktige. Kontrollera att det är rätt kalender."
            ),
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:KS\n",
                "2: Det som börjar här avslutas aldrig, så filen är troligen avklippt. Exportera kalendern igen."
            ),
            ("BEGIN:VCALENDAR\nEND:VEVENT\n", "2: Här avslutas något som inte har börjat (VEVENT). Exportera kalendern igen."),
            (
                "x:y\n",
                "1: Filen är ingen kalender: här skulle BEGIN:VCALENDAR stå. Exportera kalendern igen som iCalendar (.ics)."
            ),
            ("", "1: Filen är tom. Exportera kalendern igen som iCalendar (.ics)."),
        ]
    )
    func faults(_ text: String, _ expected: String) {
        #expect(lines("k.ics", text) == ["k.ics, rad \(expected)"])
    }

    @Test("a meeting that is called off may stand beside the one that takes its place on the same day")
    func replaced() {
        let text = Self.calendar("SUMMARY:KS\nDTSTART:20270209\nSTATUS:CANCELLED", "SUMMARY:KS\nDTSTART:20270209")
        #expect(lines("k.ics", text) == ["3: board 2027-02-09 – inställt", "8: board 2027-02-09 –"])
    }

    @Test("another encoding is told, with the line")
    func encoding() {
        do throws(ImportFaults) {
            _ = try MeetingCalendar(SourceFile(name: "k.ics", bytes: Array("BEGIN:VCALENDAR\nX:".utf8) + [0xE5, 0x0A]))
            Issue.record("the file is wrong")
        } catch {
            #expect(error.faults.map(\.line) == [2])
        }
    }
}

@Suite("Whatever bytes are handed over as a calendar") struct MeetingRobustnessTests {
    /// Reads, and sees that what comes out makes sense: meetings, or faults with a place and a text.
    private func read(_ file: SourceFile) -> Bool {
        do throws(ImportFaults) {
            let calendar = try MeetingCalendar(file)
            #expect(!calendar.rows.isEmpty)
            #expect(calendar.rows.allSatisfy { $0.line >= 1 && ($0.papersDue ?? $0.day) <= $0.day })
            return true
        } catch {
            #expect(!error.faults.isEmpty)
            #expect(error.faults.allSatisfy { $0.line >= 1 && ($0.message.hasSuffix(".") || $0.message.hasSuffix("?")) })
            return false
        }
    }

    @Test("random bytes never stop the reading", arguments: 0..<20 as Range<UInt64>)
    func noise(_ seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            for name in ["k.ics", "k.csv"] { _ = read(SourceFile(name: name, bytes: bytes)) }
            _ = read(SourceFile(name: "k.ics", bytes: Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".utf8) + bytes))
            _ = read(SourceFile(name: "k.csv", bytes: Array("datum;organ;handlingar senast\n".utf8) + bytes))
        }
    }

    @Test(
        "random pieces of what the formats are made of never stop the reading, and some are read",
        arguments: 0..<20 as Range<UInt64>
    )
    func pieces(_ seed: UInt64) {
        var generator = Seeded(seed)
        let parts = [
            "SUMMARY:KS\r\n", "SUMMARY:Kommunfullmäktige\n", "DTSTART:20270209\n", "DTSTART;TZID=\"",
            "DTSTART:20270209T230000Z\n", "STATUS:CANCELLED\n",
            "DESCRIPTION:Handlingar senast: ", "2027-01-25", "9/2 2027", "\n", "\r\n", "\r", " ", "\t", ";", ":", ",", "\"", "\\",
            "\\n", "RRULE:X\n",
            "BEGIN:VALARM\n", "END:VALARM\n", "LOCATION:\\,\u{200B}\n", "99999999", "00000000", "T", "Z", "=", "\u{308}", "🇸🇪",
            "9 maj 2027",
            "CATEGORIES:KF,\n", "utskott", "ja",
        ]
        var read = 0
        for number in 0..<60 {
            let inside = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in parts.randomElement(using: &generator)
            }.joined()
            let wrapped =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:KS\nDTSTART:20270209\n\(number % 3 == 0 ? "" : inside)\nEND:VEVENT\nEND:VCALENDAR\n"
            if self.read(SourceFile("k", wrapped)) { read += 1 }
            _ = self.read(SourceFile("k.ics", inside))
            _ = self.read(SourceFile("k.csv", "datum;organ;handlingar senast\n2027-02-09;ks;\n" + inside))
        }
        #expect(read >= 20)
    }

    @Test("random edits of a right calendar never stop the reading", arguments: 0..<20 as Range<UInt64>)
    func edits(_ seed: UInt64) {
        var generator = Seeded(seed)
        let right = [
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Stockholm:20270209T180000\r\nSUMMARY:Kommun\r\n styrelsen\r\nDESCRIPTION:A\\n"
                + "Handlingar senast: 2027-01-25\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            "datum;organ;handlingar senast;plats\n2027-02-09;ks;25/1 2027;\"Sal \"\"A\"\"\"\n9 maj 2027;kommunfullmäktige;;\n",
        ]
        for text in right {
            #expect(read(SourceFile("k", text)))
            for _ in 0..<60 {
                var bytes = Array(text.utf8)
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                    case 1 where bytes.count > 1: bytes.remove(at: place)
                    case 2: bytes.insert(UInt8.random(in: 0...127, using: &generator), at: place)
                    default: bytes.replaceSubrange(place..<min(bytes.count, place + 9), with: bytes.prefix(5))
                    }
                }
                _ = read(SourceFile(name: "k", bytes: bytes))
            }
        }
    }

    @Test("many events, and one line of many folds, are read in a moment", .timeLimit(.minutes(1)))
    func many() {
        let first = Day(number: 20_000)
        let events = (0..<4_000).map { number in
            let date = first.adding(days: number).iso.split(separator: "-").joined()
            return "BEGIN:VEVENT\nDTSTART:\(date)\nSUMMARY:KS\nEND:VEVENT\n"
        }
        #expect(read(SourceFile("k.ics", "BEGIN:VCALENDAR\n" + events.joined() + "END:VCALENDAR\n")))
        let folds = String(repeating: "\n x", count: 300_000)
        #expect(!read(SourceFile("k.ics", "BEGIN:VCALENDAR\nX:" + folds + "\nEND:VCALENDAR\n")))
    }
}
