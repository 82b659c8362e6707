import Testing

@testable import DocumentTools

@Suite("What goes on paper")
struct PaperTests {
    /// The levels that some headings get.
    private func levels(_ levels: [Int]) -> [Int] {
        let blocks = levels.map { PrintedDocument.Block.heading(level: $0, [.plain("Rubrik")]) }
        let document = PrintedDocument(title: "", author: "", made: 0, blocks: blocks).withHeadingsInOrder
        return document.blocks.map { if case .heading(let level, _) = $0 { level } else { 0 } }
    }

    @Test(
        "heading levels begin at 1 and never skip",
        arguments: [
            ([], []), ([1, 2, 3], [1, 2, 3]), ([2, 2, 3, 2], [1, 1, 2, 1]), ([1, 3, 3, 2], [1, 2, 2, 2]),
            ([3, 1, 6, 4, 1], [1, 1, 2, 2, 1]),
            ([0, -5, 9], [1, 1, 2]), ([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 6, 6]),
        ] as [([Int], [Int])]
    )
    func headings(_ given: [Int], _ expected: [Int]) {
        #expect(levels(given) == expected)
    }

    @Test("heading levels keep their order whatever they were")
    func headingsAtRandom() {
        var generator = Dice(seed: 26)
        func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
        for _ in 0..<500 {
            let given = (0..<next(12)).map { _ in next(8) }
            let got = levels(given)
            #expect(got.count == given.count)
            for (number, level) in got.enumerated() {
                #expect(level >= 1 && level <= (number == 0 ? 1 : got[number - 1] + 1), "\(given) became \(got)")
            }
            for number in given.indices.dropLast() where given[number] == given[number + 1] {
                #expect(got[number] == got[number + 1], "\(given) became \(got)")
            }
        }
    }

    @Test("headings in lists count, and those without words are left out")
    func oddHeadings() {
        let document = PrintedDocument(
            title: "",
            author: "",
            made: 0,
            blocks: [
                .heading(level: 1, [.plain(" \n")]), .heading(level: 1, []),
                .list(ordered: false, items: [[.heading(level: 3, [.plain("a")])]]), .heading(level: 4, [.plain("b")]),
            ]
        )
        #expect(
            document.withHeadingsInOrder.blocks == [
                .list(ordered: false, items: [[.heading(level: 1, [.plain("a")])]]), .heading(level: 2, [.plain("b")]),
            ]
        )
    }

    @Test("what can't be seen is shown, and all line ends are line feeds")
    func settable() {
        #expect(PaperText.settable("a\r\nb\rc\u{B}d\u{2028}e\tf\n\ng") == "a\nb\nc\nd\ne f\n\ng")
        #expect(
            PaperText.settable("a\u{0}\u{1B}\u{9F}\u{202E}b\u{FFFE}\u{2066}")
                == "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}"
        )
        #expect(PaperText.line("a\r\nb") == "a b")
        #expect(PaperText.spelledOut("å 😀漢Ж", beyond: .all) == "å 😀漢Ж")
        #expect(PaperText.spelledOut("å 😀漢Ж", beyond: .inFonts) == "å [U+1F600][U+6F22]Ж")
        #expect(PaperText.spelledOut("å 😀漢Ж\n", beyond: .latin) == "å [U+1F600][U+6F22][U+0416]\n")
        #expect(PaperText.spelledOut("\u{3}", beyond: .latin) == "[U+0003]")
    }

    @Test("only addresses of the web and of mail lead anywhere")
    func addresses() {
        for address in ["https://a.example/å?b=c#d", "HTTP://a.example", "mailto:a@b.example"] {
            #expect(PaperText.address(address) == address)
        }
        for address in [
            "javascript:alert(1)", "file:///etc/passwd", "https:/a", "//a.example", "https://a b", "https://a\n", " https://a",
            "",
        ] {
            #expect(PaperText.address(address) == nil)
        }
    }

    @Test("JSON keeps every text")
    func notation() {
        let value = Notation.object([
            "a": .list([.text("\"\\\u{0}\n\u{1F}å😀/"), .number(-1), .truth(true), .nothing]), "b": .object([:]),
        ])
        #expect(String(decoding: value.bytes, as: UTF8.self) == #"{"a":["\"\\\u0000\u000a\u001få😀/",-1,true,null],"b":{}}"#)
    }

    @Test("what is missing is told in words that say what to do")
    func missing() async {
        let none = DocumentTools(lookingIn: ["/nowhere"], typst: "/nowhere/typst")
        #expect(none.missing == [.typst, .pandoc, .pdftotext])
        #expect(!none.canMakePDF && !none.canMakeDOCX && !none.canReadPDF)
        await #expect(throws: DocumentFault.missing(.typst)) { try await none.pdf(of: .specimen) }
        await #expect(throws: DocumentFault.missing(.pandoc)) { try await none.docx(of: .specimen) }
        await #expect(throws: DocumentFault.missing(.pdftotext)) { try await none.text(of: [1], kind: .pdf) }
        await #expect(throws: DocumentFault.missing(.pandoc)) { try await none.text(of: [1], kind: .odt) }
        for tool in MissingTool.allCases {
            #expect(DocumentFault.missing(tool).message.utf8.count > 40)
            #expect(tool.message.split(separator: " ").contains { $0.hasPrefix(tool.debianPackage ?? tool.programName) })
        }
    }
}
