import Cooperation
import Publishing
import Testing

/// A calendar with one event, as short as it may be.
func calendar(_ time: Calendar.Time = .day(day("2026-11-23")), _ change: (inout Calendar.Event) -> Void = { _ in }) -> Calendar {
    var event = Calendar.Event(
        uid: "mote-1@samverkan.se",
        stamp: instant("2026-11-20", 7, 5, 9),
        time: time,
        summary: "Sammanträde",
        status: .confirmed
    )
    change(&event)
    return Calendar(name: "Samverkan", producer: "-//Samverka//Kalender//SV", events: [event])
}

/// The only event of a calendar, as a reader sees it.
func event(_ calendar: Calendar) throws -> CalendarPart {
    let events = try CalendarReader.read(calendar.bytes).all("VEVENT")
    try #require(events.count == 1)
    return events[0]
}

@Suite("Calendars")
struct CalendarTests {
    @Test("a whole calendar reads as RFC 5545 has it")
    func whole() {
        let whole = calendar(.clock(day("2026-11-23"), from: 810, to: 960)) {
            $0.description = "Dagordning:\n1. Mål; delmål, båda"
            $0.location = "Haninge kommunhus, Rudan"
            $0.address = "https://samverkan.se/möten/1"
            $0.status = .tentative
            $0.categories = ["Möte", "Mål, delmål"]
            $0.sequence = 2
        }
        let expected = #"""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Samverka//Kalender//SV
            NAME:Samverkan
            X-WR-CALNAME:Samverkan
            BEGIN:VTIMEZONE
            TZID:Europe/Stockholm
            BEGIN:DAYLIGHT
            DTSTART:19960331T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19961027T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:mote-1@samverkan.se
            DTSTAMP:20261120T070509Z
            DTSTART;TZID=Europe/Stockholm:20261123T133000
            DTEND;TZID=Europe/Stockholm:20261123T160000
            SUMMARY:Sammanträde
            DESCRIPTION:Dagordning:\n1. Mål\; delmål\, båda
            LOCATION:Haninge kommunhus\, Rudan
            URL:https://samverkan.se/m%C3%B6ten/1
            STATUS:TENTATIVE
            CATEGORIES:Möte,Mål\, delmål
            SEQUENCE:2
            END:VEVENT
            END:VCALENDAR

            """#
        #expect(whole.bytes == expected.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
        #expect(whole.bytes == whole.bytes)
    }

    @Test("what is not known is left out, and the calendar says nothing of invitations")
    func leftOut() throws {
        let document = try CalendarReader.read(calendar().bytes)
        #expect(document.values("METHOD").isEmpty)
        #expect(document.all("VTIMEZONE").isEmpty)
        let names = try event(calendar()).lines.map(\.name)
        #expect(names == ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS"])
    }

    @Test("a calendar without events still has a part, as it must")
    func empty() throws {
        let document = try CalendarReader.read(Calendar(name: "Tom", producer: "-//Samverka//SV", events: []).bytes)
        #expect(document.parts.map(\.name) == ["VTIMEZONE"])
    }

    @Test("the time zone stands once, before the events")
    func timeZone() throws {
        var several = calendar()
        several.events += calendar(.clock(day("2026-11-23"), from: 0, to: nil)).events
        several.events += calendar(.clock(day("2026-11-24"), from: 0, to: nil)).events
        #expect(try CalendarReader.read(several.bytes).parts.map(\.name) == ["VTIMEZONE", "VEVENT", "VEVENT", "VEVENT"])
    }

    @Test(
        "whole days end on the day after the last",
        arguments: [
            ("2026-11-23", "2026-11-23", "20261123", "20261124"),
            ("2026-11-23", "2026-11-25", "20261123", "20261126"),
            ("2026-11-23", "2026-11-22", "20261123", "20261124"),
            ("2024-02-28", "2024-02-28", "20240228", "20240229"),
            ("2024-02-29", "2024-02-29", "20240229", "20240301"),
            ("2100-02-28", "2100-02-28", "21000228", "21000301"),
            ("2026-12-31", "2026-12-31", "20261231", "20270101"),
            ("2026-03-29", "2026-03-29", "20260329", "20260330"),
            ("2026-10-25", "2026-10-25", "20261025", "20261026"),
            ("0001-01-01", "0001-01-01", "00010101", "00010102"),
            ("9999-12-30", "9999-12-31", "99991230", "99991231"),
            ("9999-12-31", "9999-12-31", "99991231", nil),
        ]
    )
    func wholeDays(_ first: String, _ last: String, _ start: String, _ end: String?) throws {
        let event = try event(calendar(.days(day(first), through: day(last))))
        #expect(event.value("DTSTART") == ";VALUE=DATE:" + start)
        #expect(event.value("DTEND") == end.map { ";VALUE=DATE:" + $0 })
    }

    @Test(
        "a period is all its days",
        arguments: [
            ("2026", "20260101", "20270101"),
            ("2028-02", "20280201", "20280301"),
            ("2026-12", "20261201", "20270101"),
            ("2026-11-23", "20261123", "20261124"),
        ]
    )
    func periods(_ text: String, _ start: String, _ end: String) throws {
        let event = try event(calendar(.period(try #require(Period(text)))))
        #expect(event.value("DTSTART") == ";VALUE=DATE:" + start)
        #expect(event.value("DTEND") == ";VALUE=DATE:" + end)
    }

    @Test(
        "a time is what Swedish clocks show",
        arguments: [
            ("2026-11-23", 0, 1, "20261123T000000", "20261123T000100"),
            ("2026-11-23", 540, 1_020, "20261123T090000", "20261123T170000"),
            ("2026-11-23", 540, nil, "20261123T090000", nil),
            ("2026-11-23", 540, 540, "20261123T090000", nil),
            ("2026-11-23", 540, 539, "20261123T090000", nil),
            ("2026-11-23", 1_380, 1_440, "20261123T230000", "20261124T000000"),
            ("2026-12-31", 1_380, 1_530, "20261231T230000", "20270101T013000"),
            ("2028-02-28", 1_439, 2_880, "20280228T235900", "20280301T000000"),
            ("2026-11-23", -1, 99_999, "20261123T000000", "20261125T000000"),
            ("2026-11-23", Int.min, Int.max, "20261123T000000", "20261125T000000"),
            ("2026-03-29", 90, 150, "20260329T013000", "20260329T023000"),
            ("2026-03-29", 180, 240, "20260329T030000", "20260329T040000"),
            ("2026-10-25", 150, 240, "20261025T023000", "20261025T040000"),
            ("9999-12-31", 1_380, 1_439, "99991231T230000", "99991231T235900"),
        ]
    )
    func clock(_ text: String, _ from: Int, _ to: Int?, _ start: String, _ end: String?) throws {
        let event = try event(calendar(.clock(day(text), from: from, to: to)))
        #expect(event.value("DTSTART") == ";TZID=Europe/Stockholm:" + start)
        #expect(event.value("DTEND") == end.map { ";TZID=Europe/Stockholm:" + $0 })
    }

    @Test("days outside the calendar break nothing", arguments: [Int32.min, -719_163, 2_932_897, Int32.max])
    func outside(_ number: Int32) throws {
        let day = Day(number: number)
        for time: Calendar.Time in [.day(day), .clock(day, from: 0, to: 2_880)] {
            let event = try event(calendar(time))
            #expect(event.values("DTSTART").allSatisfy { $0.utf8.prefix { $0 != UInt8(ascii: "T") }.count == 8 })
            #expect(event.values("DTEND").allSatisfy { $0.utf8.prefix { $0 != UInt8(ascii: "T") }.count == 8 })
        }
    }

    @Test("the time zone moves the clock when the rest of the program does", arguments: 1997...2100)
    func clockMoves(_ year: Int) throws {
        let zone = try #require(try CalendarReader.read(calendar(.clock(day("2026-11-23"), from: 0, to: nil)).bytes).parts.first)
        #expect(zone.parts.count == 2)
        for move in zone.parts {
            let rule = try #require(move.values("RRULE").first)
            let month = rule == "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" ? 3 : 10
            #expect(rule == "FREQ=YEARLY;BYMONTH=\(month);BYDAY=-1SU")
            let last = try #require(Day(year: year, month: month, day: 31))
            let sunday = try #require((0..<7).map { last.adding(days: -$0) }.first { $0.weekday == 7 })
            let start = try #require(move.values("DTSTART").first)
            let hour = try #require(Int(start.dropFirst(9).prefix(2)))
            let before = try #require(move.values("TZOFFSETFROM").first.flatMap { Int($0.prefix(3)) })
            let after = try #require(move.values("TZOFFSETTO").first.flatMap { Int($0.prefix(3)) })
            let moment = instant(sunday.iso, hour - before)
            #expect(hoursAhead(Instant(microseconds: moment.microseconds - 1)) == before)
            #expect(hoursAhead(moment) == after)
            // Its first time is a time when the clock was moved.
            let first = try #require(Day("\(start.prefix(4))-\(start.dropFirst(4).prefix(2))-\(start.dropFirst(6).prefix(2))"))
            #expect(first.weekday == 7 && first.civil.month == month && first.civil.day > 24 && first.year == 1996)
        }
    }

    /// How many hours Swedish clocks are ahead of UTC.
    private func hoursAhead(_ moment: Instant) -> Int {
        let shown = moment.swedishTime
        let local = instant(moment.swedishDay.iso, shown.hour, shown.minute).microseconds
        return Int((local - moment.microseconds + 1_800_000_000) / 3_600_000_000)
    }

    @Test("every status has its word", arguments: zip(Calendar.Status.allCases, ["CONFIRMED", "TENTATIVE", "CANCELLED"]))
    func status(_ status: Calendar.Status, _ word: String) throws {
        #expect(try event(calendar { $0.status = status }).values("STATUS") == [word])
    }

    @Test("how many times it was changed is never below nothing", arguments: zip([0, 7, -1, Int.min], ["0", "7", "0", "0"]))
    func sequence(_ sequence: Int, _ written: String) throws {
        #expect(try event(calendar { $0.sequence = sequence }).values("SEQUENCE") == [written])
    }
}

@Suite("Texts in calendars")
struct CalendarTextTests {
    @Test(
        "escaping",
        arguments: [
            ("a\\b", #"a\\b"#),
            ("a;b,c:d\"e", #"a\;b\,c:d"e"#),
            ("a\nb", #"a\nb"#),
            ("a\r\nb\rc\n\rd", #"a\nb\nc\n\nd"#),
            ("a\u{85}b\u{2028}c\u{2029}d", #"a\nb\nc\nd"#),
            ("\\n", #"\\n"#),
            (";\u{301},\u{20D2}\\\u{338}", "\\;\u{301}\\,\u{20D2}\\\\\u{338}"),
            ("a\tb", "a\tb"),
            ("\u{0}\u{B}\u{1B}\u{7F}\u{80}\u{9F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{A0}\u{2027}\u{202A}\u{2040}\u{E9}", "\u{A0}\u{2027}\u{202A}\u{2040}\u{E9}"),
            ("åäö ÅÄÖ 🙂", "åäö ÅÄÖ 🙂"),
        ]
    )
    func escapes(_ text: String, _ expected: String) throws {
        #expect(bytes(try event(calendar { $0.summary = text }).values("SUMMARY").first) == bytes(expected))
    }

    @Test(
        "a line of 75 octets is whole and one of 76 is folded",
        arguments: [
            ("a", 67, nil),
            ("a", 68, "a"),
            ("å", 66, "å"),
            ("€", 65, "€"),
            ("€", 64, nil),
            ("🙂", 64, "🙂"),
            ("🙂", 63, nil),
            (";", 66, "\\;"),
            ("\n", 66, "\\n"),
            ("\n", 65, nil),
            ("\u{7}", 65, "\u{FFFD}"),
        ]
    )
    func border(_ last: String, _ before: Int, _ folded: String?) throws {
        let text = String(repeating: "x", count: last == "a" ? before - 1 : before) + last
        let lines = try CalendarReader.sent(calendar { $0.summary = text }.bytes)
        let line = try #require(lines.firstIndex { $0.starts(with: "SUMMARY:".utf8) })
        let next = lines[line + 1].first == 0x20 ? Array(lines[line + 1].dropFirst()) : nil
        #expect(next == bytes(folded))
    }

    @Test("a fold comes as late as it can", arguments: ["a", "å", "\u{800}", "€", "🙂", ";", "e\u{301}", " "])
    func filled(_ character: String) throws {
        for before in 0..<80 {
            let text = String(repeating: "x", count: before) + String(repeating: character, count: 200)
            let whole = calendar { $0.description = text }
            let lines = try CalendarReader.sent(whole.bytes)
            for (line, next) in zip(lines, lines.dropFirst()) where next.first == 0x20 {
                #expect(line.count >= 72)
            }
            #expect(try event(whole).text("DESCRIPTION") == bytes(text))
        }
    }

    @Test("a long address is folded too")
    func longAddress() throws {
        let address = "https://samverkan.se/" + String(repeating: "å;,", count: 60)
        let found = try event(calendar { $0.address = address }).values("URL")
        #expect(found == ["https://samverkan.se/" + String(repeating: "%C3%A5;,", count: 60)])
    }

    @Test("naughty texts come back whole", arguments: Naughty.texts.indices)
    func naughty(_ index: Int) throws {
        let text = Naughty.texts[index]
        try comesBack([text, text, text, text, text, text, text, text])
    }

    @Test("random texts come back whole", arguments: 0..<50)
    func random(_ seed: UInt64) throws {
        var dice = Dice(seed)
        for _ in 0..<20 {
            try comesBack((0..<8).map { _ in dice.text() })
        }
    }

    /// Puts texts wherever there can be one, and reads them back.
    private func comesBack(_ texts: [String]) throws {
        var whole = calendar {
            $0.uid = texts[0]
            $0.summary = texts[1]
            $0.description = texts[2]
            $0.location = texts[3]
            $0.categories = [texts[4], texts[5]]
        }
        whole.name = texts[6]
        whole.producer = texts[7]
        let document = try CalendarReader.read(whole.bytes)
        let event = try event(whole)
        let read = try [
            event.text("UID"), event.text("SUMMARY"), event.text("DESCRIPTION"), event.text("LOCATION"),
        ]
        #expect(read == texts[0..<4].map { cleaned($0) })
        let categories = try #require(event.lines.first { $0.name == "CATEGORIES" })
        #expect(try CalendarReader.texts(categories.value) == texts[4..<6].map { cleaned($0) })
        #expect(try [document.text("NAME"), document.text("X-WR-CALNAME")] == [cleaned(texts[6]), cleaned(texts[6])])
        #expect(try document.text("PRODID") == cleaned(texts[7]))
    }

    /// A text with one kind of line end and without control characters.
    private func cleaned(_ text: String) -> [UInt8] {
        var cleaned = String.UnicodeScalarView()
        var previous: Unicode.Scalar = "x"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": cleaned.append("\n")
            case "\t": cleaned.append(scalar)
            case _ where scalar.properties.generalCategory == .control: cleaned.append("\u{FFFD}")
            default: cleaned.append(scalar)
            }
            previous = scalar
        }
        return Array(String(cleaned).utf8)
    }
}
