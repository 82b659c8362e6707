import Testing

@testable import DocumentTools

@Suite("Printing")
struct PrintingTests {
    /// The words of the specimen in the order that they are read.
    private static let wordsInOrder = [
        "Verksamhetsplan 2027", "Förslag till samarbetskommittén", "Södertörnssamarbetet", "26 november 2026", "Inledning",
        "Kommunerna samverkar om kompetensförsörjning, bostäder och klimat. Se samarbetets sidor.", "Bakgrund", "Målet är att",
        "[Struket: minska]", "[Tillagt: halvera]", "utsläppen.", "Kartlägg", "Vägar", "Besluta", "Ekonomi",
        "Kostnader per kommun",
        "Kommun", "Belopp", "Haninge", "412 000 kr", "Nynäshamn", "Beloppen är preliminära.",
    ]

    @Test("a PDF says everything in order, and names its pages", .withPDF)
    func pdfWords() async throws {
        let text = try await Desk.tools.text(of: try await Desk.tools.pdf(of: .specimen), kind: .pdf)
        #expect(stand(Self.wordsInOrder, in: text))
        #expect(stand(["Södertörnssamarbetet · VP 2027"], in: text))
        #expect(stand(["Beredningsversion", "Sida 1 av 1"], in: text))
        #expect(text.utf8.last == 0x0C)
    }

    @Test("a PDF keeps to PDF/UA-1 and PDF/A-2a, and its structure is right", .withPDF, .withJudges)
    func pdfValidity() async throws {
        let facts = try Desk.facts(try await Desk.tools.pdf(of: .specimen), "pdf")
        #expect(facts.values("fault") == [])
        #expect(facts.values("language") == ["sv-SE"])
        #expect(facts.values("title") == ["Verksamhetsplan 2027"])
        #expect(facts.values("author") == ["Södertörnssamarbetet"])
        #expect(facts.values("link") == ["https://samverkan.example/program?sprak=sv#mal"])
        let tags = facts.values("tag")
        #expect(tags.filter { $0.hasPrefix("H") } == ["H1", "H2", "H1"])
        for (tag, count) in ["Table": 1, "Caption": 1, "THead": 1, "TH": 2, "TD": 4, "L": 2, "LI": 3, "Link": 1] {
            #expect(tags.filter { $0 == tag }.count == count, "\(tag)")
        }
    }

    @Test("a drawing becomes a picture of twice its size, with its own colours", .withPDF, .withJudges)
    func picture() async throws {
        let drawing = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32" width="64" height="32"><style>.a{color:#0B5D4E}.b{fill:currentColor}</style>\
            <g class="a"><rect class="b" width="64" height="32"></rect></g></svg>
            """
        let bytes = try await Desk.tools.png(ofDrawing: Array(drawing.utf8))
        let script = """
            import io, sys
            from PIL import Image
            picture = Image.open(io.BytesIO(sys.stdin.buffer.read())).convert("RGB")
            print(picture.size, picture.getpixel((64, 32)), end="")
            """
        #expect(try Desk.python(script, on: bytes) == Array("(128, 64) (11, 93, 78)".utf8))
        await #expect(throws: DocumentFault.self) { try await Desk.tools.png(ofDrawing: Array("<svg".utf8)) }
        await #expect(throws: DocumentFault.missing(.typst)) {
            try await DocumentTools(lookingIn: []).png(ofDrawing: Array(drawing.utf8))
        }
    }

    @Test(
        "a drawing in a document keeps the PDF accessible, and its words stand in the Word file",
        .withPDF,
        .withPandoc,
        .withJudges
    )
    func drawing() async throws {
        let drawing = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32" width="64" height="32"><rect width="64" height="32"></rect>\
            <text x="4" y="20">Åre 12,5</text></svg>
            """
        let document = PrintedDocument(
            title: "Fall",
            author: "Södertörn",
            made: 1_795_000_000,
            blocks: [
                .paragraph([.plain("Före.")]), .drawing(Array(drawing.utf8), description: "Linjen sjunker."),
                .paragraph([.plain("Efter.")]),
            ]
        )
        let facts = try Desk.facts(try await Desk.tools.pdf(of: document), "pdf")
        #expect(facts.values("fault") == [])
        #expect(facts.values("tag").contains("Figure"))
        let words = try await Desk.tools.text(of: try await Desk.tools.docx(of: document), kind: .docx)
        #expect(stand(["Före.", "Linjen sjunker.", "Efter."], in: words))
    }

    @Test("a DOCX says everything in order, with its styles, on A4 and with its pages numbered", .withPandoc, .withJudges)
    func docx() async throws {
        let bytes = try await Desk.tools.docx(of: .specimen)
        #expect(
            stand(
                Self.wordsInOrder,
                in: try await Desk.tools.text(of: bytes, kind: .docx)
            )
        )
        let facts = try Desk.facts(bytes, "docx")
        #expect(facts.values("title") == ["Verksamhetsplan 2027"])
        #expect(facts.values("author") == ["Södertörnssamarbetet"])
        #expect(facts.values("created") == ["2026-11-18T11:06:40"])
        #expect(facts.values("language") == ["sv-SE"])
        #expect(facts.values("paper") == ["210 x 297"])
        #expect(facts.values("header") == ["Södertörnssamarbetet · VP 2027"])
        #expect(facts.values("footer").first?.hasPrefix("Beredningsversion\tSida") == true)
        #expect(facts.values("paragraph Title") == ["Verksamhetsplan 2027"])
        #expect(facts.values("paragraph Heading 1") == ["Inledning", "Ekonomi"])
        #expect(facts.values("paragraph Heading 2") == ["Bakgrund"])
        #expect(facts.values("underlined") == ["halvera"])
        #expect(facts.values("struck") == ["minska"])
        #expect(facts.values("header row") == ["Kommun | Belopp"])
        #expect(facts.values("row") == ["Haninge | 412 000 kr", "Nynäshamn | "])
        #expect(facts.values("link").contains("https://samverkan.example/program?sprak=sv#mal"))
    }

    @Test("the same document gives the same bytes", .withPDF, .withPandoc)
    func sameBytes() async throws {
        #expect(try await Desk.tools.pdf(of: .specimen) == (try await Desk.tools.pdf(of: .specimen)))
        #expect(try await Desk.tools.docx(of: .specimen) == (try await Desk.tools.docx(of: .specimen)))
        var later = PrintedDocument.specimen
        later.made += 86_400
        #expect(try await Desk.tools.pdf(of: later) != (try await Desk.tools.pdf(of: .specimen)))
    }

    @Test("hostile texts are only texts in a PDF", .withPDF)
    func hostilePDF() async throws {
        let text = try await Desk.tools.text(of: try await Desk.tools.pdf(of: .saying(PrintedDocument.hostileTexts)), kind: .pdf)
        #expect(stand(PrintedDocument.hostileTexts.filter { !$0.utf8.starts(with: "é".utf8) }, in: text))
    }

    @Test("hostile texts are only texts in a DOCX", .withPandoc, .withJudges)
    func hostileDOCX() async throws {
        let facts = try Desk.facts(try await Desk.tools.docx(of: .saying(PrintedDocument.hostileTexts)), "docx")
        let paragraphs = facts.filter { $0.hasPrefix("paragraph Body Text\t") || $0.hasPrefix("paragraph First Paragraph\t") }
        #expect(paragraphs.map { $0.split(separator: "\t", maxSplits: 1)[1] }.map(String.init) == PrintedDocument.hostileTexts)
    }

    @Test("hostile texts are only texts wherever they stand", .withPDF, .withPandoc, .withJudges)
    func hostilePlaces() async throws {
        for hostile in ["#panic() <b>&amp;</b> $x$", "\"}],\"a\":[", "</w:t>]]>&"] {
            let runs: [PrintedDocument.Run] = [
                .plain(hostile), .strong(hostile), .emphasised(hostile), .inserted(hostile), .removed(hostile),
                .link(hostile, address: "https://a.example/\"<>&\\#(x)"), .link(hostile, address: "javascript:" + hostile),
            ]
            let document = PrintedDocument(
                title: hostile,
                subtitle: hostile,
                author: hostile,
                date: hostile,
                made: 0,
                header: hostile,
                footer: hostile,
                blocks: [
                    .heading(level: 1, runs), .paragraph(runs), .note(runs),
                    .list(ordered: true, items: [[.paragraph(runs)], []]),
                    .table(.init(caption: runs, header: [runs], rows: [[runs, runs], []])),
                ]
            )
            let pdf = try await Desk.tools.pdf(of: document)
            let facts = try Desk.facts(pdf, "pdf")
            #expect(facts.values("fault") == [])
            #expect(facts.values("title") == [hostile])
            #expect(Set(facts.values("link")) == ["https://a.example/\"<>&\\#(x)"])
            #expect(stand(Array(repeating: hostile, count: 30), in: try await Desk.tools.text(of: pdf, kind: .pdf)))
            let word = try Desk.facts(try await Desk.tools.docx(of: document), "docx")
            #expect(word.values("title") == [hostile])
            #expect(word.values("header") == [hostile])
            #expect(word.values("link").allSatisfy { !$0.hasPrefix("javascript") })
        }
    }

    @Test("characters that can't be seen are shown by a mark", .withPDF, .withPandoc)
    func controls() async throws {
        let document = PrintedDocument.saying(
            ["a\u{0}b\u{7}c\u{1B}d", "rad ett\r\nrad två", "fakt\u{202E}gpj.exe"],
            title: "T\u{0}\nitel"
        )
        let expected = ["T\u{FFFD} itel", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d", "rad ett", "rad två", "fakt\u{FFFD}gpj.exe"]
        let pdf = try await Desk.tools.text(of: try await Desk.tools.pdf(of: document), kind: .pdf)
        #expect(stand(expected, in: pdf))
        #expect(pdf.utf8.split(separator: 0x0A).contains { $0.elementsEqual("rad ett".utf8) })
        let docx = try await Desk.tools.text(of: try await Desk.tools.docx(of: document), kind: .docx)
        #expect(stand(Array(expected.dropFirst()), in: docx))
    }

    @Test("words longer than a line are broken, and whole when they are read", .withPDF, .withJudges)
    func longWords() async throws {
        let long = (0..<400).map { "\($0 % 10)" }.joined() + "slut"
        let address = "https://exempel.example/" + String(repeating: "sida_med_namn/", count: 20)
        let compound = "fastighetsskötselutbildningsmyndighetsutövningsansvarig"
        var document = PrintedDocument.saying(["Före \(long) efter.", address, compound])
        document.blocks.append(
            .table(.init(header: [[.plain("A")], [.plain("B")]], rows: [[[.plain(long)], [.link(address, address: address)]]]))
        )
        let bytes = try await Desk.tools.pdf(of: document)
        #expect(stand(["Före", long, "efter.", address, compound], in: try await Desk.tools.text(of: bytes, kind: .pdf)))
        #expect(try Desk.facts(bytes, "pdf").values("fault") == [])
    }

    @Test("right to left and other scripts are set where a font has them, and otherwise spelled out", .withPDF, .withJudges)
    func scripts() async throws {
        let hebrew = try await Desk.tools.pdf(of: .saying(["שלום", "مرحبا"]))
        let read = letters(try await Desk.tools.text(of: hebrew, kind: .pdf))
        for letter in "שלוםمرحبا".unicodeScalars { #expect(read.unicodeScalars.contains(letter)) }
        // Everything that is said to be in a font is: otherwise typst refuses also the second time, and the third spells them out.
        let all = PaperText.fontStretches.map { stretch in
            let scalars = stretch.compactMap(Unicode.Scalar.init).filter {
                $0.properties.generalCategory != .unassigned && $0.properties.generalCategory != .format
            }
            return String(String.UnicodeScalarView(scalars))
        }
        let pdf = try await Desk.tools.pdf(of: .saying(all + ["Bra 😀 漢字"], title: "Tecken 😀"))
        let text = try await Desk.tools.text(of: pdf, kind: .pdf)
        #expect(stand(["Tecken [U+1F600]", "Ж", "Bra [U+1F600] [U+6F22][U+5B57]"], in: text))
        #expect(text.utf8.filter { $0 == UInt8(ascii: "[") }.count == 5, "only what was meant is spelled out")
        #expect(try Desk.facts(pdf, "pdf").values("fault") == [])
    }

    @Test("whatever is written, something comes out", .withPDF, .withPandoc, .withJudges)
    func anything() async throws {
        var generator = Dice(seed: 26)
        for _ in 0..<12 {
            let texts = (0..<30).map { _ -> String in
                let scalars = (0..<20).compactMap { _ in
                    Unicode.Scalar(UInt32.random(in: 0...(Bool.random(using: &generator) ? 0x2FFF : 0x10FFFF), using: &generator))
                }
                return String(String.UnicodeScalarView(scalars))
            }
            let document = PrintedDocument.saying(texts, title: texts[0])
            #expect(try Desk.facts(try await Desk.tools.pdf(of: document), "pdf").values("fault") == [])
            #expect(try Desk.facts(try await Desk.tools.docx(of: document), "docx").count > 30)
        }
    }

    @Test("what is empty is no fault", .withPDF, .withPandoc, .withJudges)
    func empty() async throws {
        let documents = [
            PrintedDocument(title: "Tom", author: "", made: 0, blocks: []),
            PrintedDocument(
                title: "Tom",
                author: "",
                made: 0,
                blocks: [
                    .paragraph([]), .paragraph([.plain("")]), .heading(level: 1, []), .note([]), .list(ordered: true, items: []),
                    .list(ordered: false, items: [[]]), .table(.init(header: [], rows: [])),
                    .table(.init(header: [], rows: [[]])),
                    .table(.init(header: [[]], rows: [])), .table(.init(header: [], rows: [[[.plain("a")]]])),
                    .paragraph([.strong("")]),
                ]
            ),
        ]
        for document in documents {
            #expect(try Desk.facts(try await Desk.tools.pdf(of: document), "pdf").values("fault") == [])
            #expect(try Desk.facts(try await Desk.tools.docx(of: document), "docx").values("title") == ["Tom"])
        }
    }

    @Test("a document of a hundred pages and a table over many pages", .withPDF, .withPandoc, .withJudges)
    func large() async throws {
        let rows = (0..<2000).map { number -> [[PrintedDocument.Run]] in
            [[.plain("Rad \(number)")], [.plain("värde \(number * 7)")]]
        }
        var document = PrintedDocument.saying(
            (0..<1000).map { "Stycke \($0). " + String(repeating: "Kommunerna samverkar. ", count: 12) }
        )
        document.blocks.append(.table(.init(caption: [.plain("Lång")], header: [[.plain("A")], [.plain("B")]], rows: rows)))
        let pdf = try await Desk.tools.pdf(of: document)
        #expect(
            stand(
                ["Stycke 0.", "Stycke 500.", "Stycke 999.", "Lång", "Rad 0", "Rad 1999"],
                in: try await Desk.tools.text(of: pdf, kind: .pdf)
            )
        )
        let facts = try Desk.facts(pdf, "pdf")
        #expect(facts.values("fault") == [])
        #expect(facts.values("tag").filter { $0 == "Table" }.count == 1)
        #expect(try await Desk.tools.text(of: try await Desk.tools.docx(of: document), kind: .docx).utf8.count > 250_000)
    }

    @Test("English documents are in English", .withPDF, .withPandoc, .withJudges)
    func english() async throws {
        var document = PrintedDocument.specimen
        document.language = "en"
        let pdf = try await Desk.tools.pdf(of: document)
        #expect(stand(["[Struck: minska]", "[Added: halvera]"], in: try await Desk.tools.text(of: pdf, kind: .pdf)))
        #expect(try Desk.facts(pdf, "pdf").values("language") == ["en-GB"])
        #expect(try Desk.facts(try await Desk.tools.docx(of: document), "docx").values("language") == ["en-GB"])
    }
}
