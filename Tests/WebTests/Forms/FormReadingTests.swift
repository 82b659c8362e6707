import Cooperation
import Testing

@testable import Web

/// A form that was sent with these pairs.
func sentForm(_ fields: [FormField], _ pairs: [(name: String, value: String)], files: [SentFile] = []) throws -> Form {
    var form = Form(fields)
    form.read(try #require(Query(form: ShownForm.encode(pairs))), files: files, in: .swedish, on: try #require(Day("2026-11-23")))
    return form
}

@Suite("What is written in a form") struct FormReadingTests {
    private func answer(_ kind: FormField.Kind, _ text: String, most: Int? = nil) throws -> (value: String, faults: [String]) {
        let form = try sentForm([FormField("falt", "Fältet", kind, most: most)], [("falt", text)])
        return (form["falt"], form.faults.map(\.message))
    }

    // MARK: Days

    @Test(
        "days in the ways that people write them",
        arguments: [
            ("2026-11-23", "2026-11-23"), (" 2026-11-23 ", "2026-11-23"), ("2026-1-3", "2026-01-03"), ("20261123", "2026-11-23"),
            ("2026–11–23", "2026-11-23"), ("2026\u{2011}11\u{2011}23", "2026-11-23"), ("2026\u{2212}11\u{2212}23", "2026-11-23"),
            ("2026 - 11 - 23", "2026-11-23"), ("23 november 2026", "2026-11-23"), ("23 November 2026", "2026-11-23"),
            ("23 NOVEMBER 2026", "2026-11-23"), ("den 23 november 2026", "2026-11-23"), ("23 nov 2026", "2026-11-23"),
            ("23 nov. 2026", "2026-11-23"), ("23\u{A0}november\u{A0}2026", "2026-11-23"), ("23november2026", "2026-11-23"),
            ("23. november 2026", "2026-11-23"), ("1 maj 2027", "2027-05-01"), ("1 mar 2027", "2027-03-01"),
            ("November 23, 2026", "2026-11-23"), ("29 february 2028", "2028-02-29"), ("1 okt 2026", "2026-10-01"),
            ("23/11 2026", "2026-11-23"), ("23/11-2026", "2026-11-23"), ("23/11/2026", "2026-11-23"), ("3/1 2026", "2026-01-03"),
            ("23.11.2026", "2026-11-23"), ("i dag", "2026-11-23"), ("I dag", "2026-11-23"), ("idag", "2026-11-23"),
            ("i  går", "2026-11-22"), ("i ga\u{30A}r", "2026-11-22"), ("i morgon", "2026-11-24"), ("today", "2026-11-23"),
        ]
    )
    func days(_ written: String, _ day: String) throws {
        let form = try sentForm([FormField("dag", "Dagen", .day)], [("dag", written)])
        #expect(form.isRight && form["dag"] == day && form.day("dag")?.iso == day)
    }

    @Test(
        "what is no day stays as it was written, with what is wrong",
        arguments: [
            ("2027-02-30", "Dagen 30 februari 2027 finns inte."), ("30 februari 2027", "Dagen 30 februari 2027 finns inte."),
            ("31/4 2026", "Dagen 31 april 2026 finns inte."), ("29 feb 2027", "Dagen 29 februari 2027 finns inte."),
            ("0 maj 2026", "Dagen 0 maj 2026 finns inte."), ("2026-13-01", "är inte en dag"), ("11/23/2026", "är inte en dag"),
            ("23 november", "är inte en dag"), ("november 2026", "är inte en dag"), ("2026", "är inte en dag"),
            ("261123", "är inte en dag"), ("23 brumaire 2026", "är inte en dag"), ("23 no 2026", "är inte en dag"),
            ("i fredags", "är inte en dag"), ("2026-11-23T12:00", "är inte en dag"), ("２０２６-11-23", "är inte en dag"),
            ("-2026-11-23", "är inte en dag"), ("2026-11-23-", "är inte en dag"), ("0000-01-01", "är inte en dag"),
            ("23 ma\u{30A}j 2026", "är inte en dag"), (String(repeating: "1", count: 200), "är inte en dag"),
        ]
    )
    func noDays(_ written: String, _ message: String) throws {
        let form = try sentForm([FormField("dag", "Dagen", .day)], [("dag", written)])
        #expect(form.faults.count == 1 && form.faults[0].message.holds(message), "\(form.faults)")
        #expect(form["dag"] == written && form.day("dag") == nil)
        #expect(form.faults[0].message.unicodeScalars.count < 200)
    }

    @Test(
        "a time is a day, a month or a year, as exactly as it is written",
        arguments: [
            ("2019", "2019"), (" 2019 ", "2019"), ("2018-10", "2018-10"), ("2018-1", "2018-01"), ("oktober 2018", "2018-10"),
            ("okt 2018", "2018-10"), ("October 2018", "2018-10"), ("23 november 2026", "2026-11-23"),
            ("23/11 2026", "2026-11-23"),
            ("i dag", "2026-11-23"), ("20261123", "2026-11-23"),
        ]
    )
    func periods(_ written: String, _ period: String) throws {
        let form = try sentForm([FormField("tid", "Tiden", .period)], [("tid", written)])
        #expect(form.isRight && form["tid"] == period && form.period("tid")?.iso == period)
    }

    @Test(
        "what is no time stays as it was written, with what is wrong",
        arguments: [
            ("30 februari 2027", "Dagen 30 februari 2027 finns inte."), ("2018-13", "går inte att läsa som en tid"),
            ("0000", "går inte att läsa som en tid"), ("oktober", "går inte att läsa som en tid"),
            ("2018–2019", "går inte att läsa som en tid"), ("18", "går inte att läsa som en tid"),
            ("hösten 2018", "går inte att läsa som en tid"), (String(repeating: "2", count: 150), "går inte att läsa som en tid"),
        ]
    )
    func noPeriods(_ written: String, _ message: String) throws {
        let form = try sentForm([FormField("tid", "Tiden", .period)], [("tid", written)])
        #expect(form.faults.count == 1 && form.faults[0].message.holds(message), "\(form.faults)")
        #expect(form["tid"] == written && form.period("tid") == nil)
    }

    @Test("every day is read back from every way that it is written in")
    func everyDay() throws {
        let today = try #require(Day("2026-11-23"))
        for number in stride(from: Int32(-20_000), to: 40_000, by: 37) {
            let day = Day(number: number)
            let (year, month, date) = day.civil
            for text in [
                day.iso, Words.swedish.date(day), Words.english.date(day), "\(date)/\(month) \(year)", "\(date).\(month).\(year)",
                "den \(date) \(Words.swedish.dates.months[month - 1].prefix(3)) \(year)",
            ] { #expect(WrittenDay(text, today: today) == .day(day), "\(text)") }
        }
    }

    // MARK: Numbers

    @Test(
        "whole numbers",
        arguments: [
            ("0", 0), ("7", 7), ("007", 7), ("1250", 1250), ("1 250", 1250), ("1\u{A0}250", 1250), ("1\u{202F}250", 1250),
            ("1\u{2009}250", 1250), ("113 920", 113_920), ("1 234 567", 1_234_567), (" 12 ", 12), ("-5", -5), ("−5", -5),
            ("−1 250", -1250), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
        ]
    )
    func numbers(_ written: String, _ number: Int) throws {
        let form = try sentForm([FormField("tal", "Talet", .number(.min ... .max))], [("tal", written)])
        #expect(form.isRight && form.number("tal") == number && form["tal"] == String(number))
    }

    @Test(
        "what is no whole number",
        arguments: [
            "1,5", "1.5", "1,000", "1.000", "1e3", "0x10", "1_000", "1 00", "1 0000", "12 34 567", "1  250", "+1", "--1", "1-",
            "- 1",
            "١٢", "１２", "²", "½", "1/2", "NaN", "tolv", "12 kr", "1\u{200B}2", "-", "−",
        ]
    )
    func noNumbers(_ written: String) throws {
        let (value, faults) = try answer(.number(0...9999), written)
        #expect(faults.count == 1 && faults[0].holds("Skriv ett heltal"), "\(faults)")
        #expect(value == written)
    }

    @Test(
        "numbers outside what is asked for",
        arguments: [
            ("-1", 0...10, "från 0 till 10."), ("11", 0...10, "från 0 till 10."),
            ("99999999999999999999", 0...10, "från 0 till 10."),
            ("0", 1...Int.max, "minst 1."), ("12345", 1...1250, "från 1 till 1\u{202F}250."),
        ]
    )
    func outside(_ written: String, _ range: ClosedRange<Int>, _ message: String) throws {
        let faults = try answer(.number(range), written).faults
        #expect(faults.count == 1 && faults[0].hasSuffix(message), "\(faults)")
    }

    // MARK: Texts

    @Test(
        "line ends are line feeds, and there is no white space around a text",
        arguments: [
            ("a\r\nb", "a\nb", "a b"), ("a\rb", "a\nb", "a b"),
            ("a\u{B}b\u{C}c\u{85}d\u{2028}e\u{2029}f", "a\nb\nc\nd\ne\nf", "a b c d e f"),
            ("a\n\rb", "a\n\nb", "a  b"), (" \u{A0}\u{3000}\ta\n\n", "a", "a"), ("a\tb", "a\tb", "a b"),
            ("\r\n \t\u{2028}", "", ""),
            ("å\u{30A}\r\n", "å\u{30A}", "å\u{30A}"), ("a \n b", "a \n b", "a   b"),
        ]
    )
    func cleaned(_ written: String, _ text: String, _ line: String) {
        #expect(FormText.cleaned(written, hasLines: true).utf8.elementsEqual(text.utf8))
        #expect(FormText.cleaned(written, hasLines: false).utf8.elementsEqual(line.utf8))
    }

    @Test(
        "characters that make a text other than it looks are refused, and shown where they are",
        arguments: [
            0, 1, 8, 0x1B, 0x1F, 0x7F, 0x80, 0x9F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFDD0,
            0xFFFD,
            0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF,
        ] as [UInt32]
    )
    func refused(_ number: UInt32) throws {
        let character = String(try #require(Unicode.Scalar(number)))
        for kind in [FormField.Kind.line(), .text(), .lines(mostLines: 5)] {
            let (value, faults) = try answer(kind, "a\(character)b")
            #expect(faults == [Words.swedish.forms.unreadable("Fältet")])
            #expect(value.utf8.elementsEqual("a\(character)b".utf8) && FormText.shown(value) == "a\u{FFFD}b")
        }
        #expect(try answer(.line(.password), "a\(character)b").faults == [Words.swedish.forms.secretUnreadable("Fältet")])
    }

    @Test(
        "characters that people need are kept as they are",
        arguments: [
            "\u{200D}", "\u{200C}", "\u{200E}", "\u{200F}", "\u{AD}", "\u{FE0F}", "\u{301}", "\u{E000}", "\u{E0067}", "👩‍👩‍👧", "שלום",
            "\t",
        ]
    )
    func needed(_ character: String) throws {
        let (value, faults) = try answer(.text(), "a\(character)b")
        #expect(faults.isEmpty && value.utf8.elementsEqual("a\(character)b".utf8))
    }

    @Test("letters are counted as Unicode scalars, whatever they look like together")
    func counted() throws {
        for piece in ["a", "å", "🇸🇪", "e\u{301}", "\r\n", "👍🏽", "\u{1F468}\u{200D}\u{1F469}"] {
            let text = "x" + String(repeating: piece, count: 10) + "x"
            let count = FormText.cleaned(text, hasLines: true).unicodeScalars.count
            #expect(try answer(.text(), text, most: count).faults.isEmpty, "\(piece)")
            let faults = try answer(.text(), text, most: count - 1).faults
            #expect(faults == ["Texten i fältet ”Fältet” är för lång. Korta den till högst \(count - 1) tecken."])
        }
    }

    @Test("a list has one thing on each line")
    func lines() throws {
        let field = FormField("lista", "Listan", .lines(mostLines: 3), most: 5)
        let list = { (text: String) in try sentForm([field], [("lista", text)]) }
        #expect(try list("ett\r\n\r\n  två \r\ntre").all("lista") == ["ett", "två", "tre"])
        #expect(try list("ett\nett").isRight)
        #expect(try list("a\nb\nc\nd").faults.map(\.message) == [Words.swedish.forms.tooManyLines("Listan", "3")])
        #expect(try list("a\nbbbbbb\nc").faults.map(\.message) == [Words.swedish.forms.lineTooLong("2", "Listan", "5")])
        #expect(try list(" \n\n").faults.count == 1)
    }

    @Test(
        "mail addresses and web addresses",
        arguments: [
            (FormField.Line.email, "namn@example.se", true), (.email, "å@å.example", true), (.email, "a.b+c@x.example.se", true),
            (.email, "namn", false), (.email, "@example.se", false), (.email, "a@b", false), (.email, "a@@example.se", false),
            (.email, "a@example.", false), (.email, "a b@example.se", false), (.email, "a@example.se, b@example.se", false),
            (.email, "Namn <a@example.se>", false), (.url, "https://example.se", true), (.url, "http://example.se", true),
            (.url, "example.se", false), (.url, "javascript:alert(1)", false), (.url, "//example.se", false),
            (.tel, "08-123 45", true),
        ]
    )
    func addresses(_ line: FormField.Line, _ text: String, _ isRight: Bool) throws {
        #expect(try answer(.line(line), text).faults.isEmpty == isRight)
    }

    // MARK: Choices

    private static let choices: [FormField.Choice] = [.init("a", "A"), .init("Å", "Å"), .init("c", "C")]

    @Test("only what can be chosen is taken, and as its own value")
    func choices() throws {
        for kind in [FormField.Kind.choice(Self.choices), .radio(Self.choices)] {
            #expect(try answer(kind, "c").faults.isEmpty)
            #expect(try answer(kind, "A\u{30A}").value.utf8.elementsEqual("Å".utf8))
            #expect(try answer(kind, "d").faults == [Words.swedish.forms.notChoice("Fältet")])
            #expect(try answer(kind, "").faults == [Words.swedish.forms.notChosen("Fältet")])
        }
        let several = try sentForm(
            [FormField("v", "V", .several(Self.choices))],
            [("v", "c"), ("v", "<script>"), ("v", "a"), ("v", "c")]
        )
        #expect(several.all("v") == ["a", "c"] && several.isRight)
    }

    @Test("what must be answered is asked for, and what need not be isn't")
    func missing() throws {
        let kinds: [(FormField.Kind, String)] = [
            (.line(), "Fyll i"), (.line(.password), "Fyll i"), (.text(), "Fyll i"), (.day, "Fyll i"), (.number(0...9), "Fyll i"),
            (.lines(mostLines: 3), "Fyll i"), (.choice(Self.choices), "Välj ett svar"), (.radio(Self.choices), "Välj ett svar"),
            (.several(Self.choices), "Välj ett svar"), (.check, "Kryssa i"), (.file(accepts: [], mostBytes: 9), "Välj en fil"),
        ]
        for (kind, sentence) in kinds {
            for pairs in [[], [("f", "")]] {
                let asked = try sentForm([FormField("f", "F", kind)], pairs)
                #expect(asked.faults.count == 1 && asked.faults[0].message.hasPrefix(sentence), "\(kind): \(asked.faults)")
                #expect(try sentForm([FormField("f", "F", kind, isRequired: false)], pairs).isRight, "\(kind)")
            }
        }
        #expect(
            try sentForm([FormField("f", "F", missing: "Skriv något.")], []).faults == [
                .init(field: "f", message: "Skriv något.")
            ]
        )
        let ticked = try sentForm([FormField("f", "F", .check)], [("f", "on")])
        #expect(ticked.isRight && ticked.isChecked("f"))
        #expect(try !sentForm([FormField("f", "F", .check, isRequired: false)], []).isChecked("f"))
    }

    @Test("passwords are kept exactly as they are written")
    func passwords() throws {
        let value = try answer(.line(.password), "  två ord \u{E5}\u{61}\u{30A} ").value
        #expect(value.utf8.elementsEqual("  två ord \u{E5}\u{61}\u{30A} ".utf8))
    }

    @Test("files are neither empty nor too large")
    func files() throws {
        let field = FormField("fil", "Filen", .file(accepts: [".pdf"], mostBytes: 1_500_000))
        let form = { (bytes: [UInt8]) in try sentForm([field], [], files: [SentFile(field: "fil", name: "a.pdf", bytes: bytes)]) }
        #expect(try form([1]).isRight && form([1]).file("fil")?.bytes == [1])
        #expect(try form([]).faults.map(\.message) == ["Filen är tom. Välj en annan fil."])
        let large = try form(Array(repeating: 0, count: 1_500_001)).faults.map(\.message)
        #expect(large == ["Filen är för stor. Välj en fil som är högst 1,5\u{A0}MB."])
        #expect(Words.swedish.size(20_000_000) == "20\u{A0}MB" && Words.swedish.size(300_000) == "300\u{A0}kB")
    }

    @Test("faults stand in the order of the fields, what is about the whole form first, and none twice")
    func order() throws {
        var form = try sentForm([FormField("a", "A"), FormField("b", "B"), FormField("c", "C")], [("b", "x")])
        form.refuse("b", "Om b.")
        form.refuse(nil, "Om allt.")
        form.refuse("b", "Om b.")
        form.refuse(Refusal("x.y", field: "seat", "Om c."), names: ["seat": "c"])
        form.refuse("okant", "Om något annat.")
        #expect(form.faults.map(\.field) == [nil, nil, "a", "b", "c", "c"])
    }

    @Test("a form's own marks are read back, and broken ones are none")
    func tickets() throws {
        let ticket = FormTicket(id: String(repeating: "0a", count: 16), token: "abc_-", position: 1234)
        let query = { (pairs: [(name: String, value: String)]) in try #require(Query(form: ShownForm.encode(pairs))) }
        #expect(try FormTicket(query(ticket.pairs)) == ticket)
        for (name, value) in [
            ("formular", "0a"), ("formular", String(repeating: "0A", count: 16)), ("formular", String(repeating: "å", count: 16)),
            ("lage", ""), ("lage", "-1"), ("lage", "+1"), ("lage", "1e3"), ("lage", "99999999999999999999"),
        ] {
            #expect(try FormTicket(query(ticket.pairs.map { $0.name == name ? (name, value) : $0 })) == nil, "\(name)=\(value)")
        }
        for index in 0..<3 {
            #expect(try FormTicket(query(ticket.pairs.enumerated().filter { $0.offset != index }.map(\.element))) == nil)
        }
    }
}
