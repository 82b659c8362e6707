import Testing

@testable import DocumentTools

@Suite("Reading texts")
struct ReadingTests {
    private static let words = [
        "Kartlägg", "Vägar", "Besluta", "Kostnader per kommun", "Haninge", "412 000 kr", "Beloppen är preliminära.",
    ]

    @Test("an ODT reads as the DOCX it was made of", .withPandoc)
    func odt() async throws {
        let docx = try await Desk.tools.docx(of: .specimen)
        let odt = try Desk.run("pandoc", ["--from=docx", "--to=odt", "--output=-"], on: docx)
        #expect(stand(Self.words, in: try await Desk.tools.text(of: odt, kind: .odt)))
    }

    @Test(
        "an ODT of LibreOffice reads",
        .withPandoc,
        .enabled(if: Program(named: "soffice", lookingIn: Desk.folders) != nil, "LibreOffice saknas")
    )
    func libreOffice() async throws {
        let folder = try TemporaryFolder()
        try folder.write(try await Desk.tools.docx(of: .specimen), as: "a.docx")
        let office = try #require(Program(named: "soffice", lookingIn: Desk.folders))
        let outcome = try office.run(
            ["--headless", "--convert-to", "odt", "a.docx"],
            in: folder.path,
            bounds: .init(seconds: 120, memory: 4 << 30, output: 1 << 20)
        )
        try #require(outcome.ending == .exited(0))
        let odt = try Desk.run("cat", [folder.path + "/a.odt"])
        #expect(stand(Self.words, in: try await Desk.tools.text(of: odt, kind: .odt)))
    }

    @Test("a PDF's pages are told apart", .withPDF)
    func pages() async throws {
        let document = PrintedDocument.saying((0..<60).map { "Stycke \($0). " + String(repeating: "Ord efter ord. ", count: 30) })
        let text = try await Desk.tools.text(of: try await Desk.tools.pdf(of: document), kind: .pdf)
        #expect(text.utf8.filter { $0 == 0x0C }.count > 3)
    }

    @Test("a PDF with a password is locked", .withPDF, .withJudges)
    func lockedPDF() async throws {
        let script = """
            import io, sys, pikepdf
            pdf = pikepdf.open(io.BytesIO(sys.stdin.buffer.read()))
            pdf.save(sys.stdout.buffer, encryption=pikepdf.Encryption(user="hemligt", owner="hemligare", R=6))
            """
        let bytes = try Desk.python(script, on: try await Desk.tools.pdf(of: .specimen))
        await #expect(throws: DocumentFault.locked) { try await Desk.tools.text(of: bytes, kind: .pdf) }
    }

    @Test("a PDF without a text layer is scanned", .withPDF, .withJudges)
    func scanned() async throws {
        let script = """
            import sys, pikepdf
            pdf = pikepdf.new()
            pdf.add_blank_page()
            pdf.save(sys.stdout.buffer)
            """
        let bytes = try Desk.python(script)
        await #expect(throws: DocumentFault.scanned) { try await Desk.tools.text(of: bytes, kind: .pdf) }
    }

    @Test(
        "what is broken is told as broken, whatever it is",
        .withPDF,
        .withPandoc,
        arguments: DocumentTools.ReadableKind.allCases
    )
    func broken(_ kind: DocumentTools.ReadableKind) async throws {
        let pdf = try await Desk.tools.pdf(of: .specimen)
        let docx = try await Desk.tools.docx(of: .specimen)
        let own = kind == .pdf ? pdf : docx
        let strange = [
            kind == .pdf ? docx : pdf, Array("Hej".utf8), Array("%PDF-1.7\nHej".utf8), Array("PK\u{3}\u{4}Hej".utf8),
            [UInt8](repeating: 0, count: 5000), Array(own.prefix(30)),
        ]
        for bytes in strange {
            await #expect(throws: DocumentFault.broken) { try await Desk.tools.text(of: bytes, kind: kind) }
        }
        await #expect(throws: DocumentFault.empty) { try await Desk.tools.text(of: [], kind: kind) }
        await #expect(throws: DocumentFault.tooLarge) {
            try await Desk.tools.text(of: [UInt8](repeating: 37, count: DocumentTools.mostBytes + 1), kind: kind)
        }
    }

    @Test("a Word file with a password is locked, and one without words is empty", .withPandoc)
    func oddWord() async throws {
        let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        await #expect(throws: DocumentFault.locked) { try await Desk.tools.text(of: container, kind: .docx) }
        let document = PrintedDocument(title: "", author: "", made: 0, blocks: [])
        let docx = try await Desk.tools.docx(of: document)
        await #expect(throws: DocumentFault.empty) { try await Desk.tools.text(of: docx, kind: .docx) }
    }

    @Test("what takes too long or becomes too much is told so", .withPandoc, .withPDF)
    func bounded() async throws {
        let docx = try await Desk.tools.docx(of: .specimen)
        let pdf = try await Desk.tools.pdf(of: .specimen)
        let narrow = DocumentTools(
            lookingIn: Desk.folders,
            typst: Desk.typst,
            bounds: .init(seconds: 60, memory: 1 << 30, output: 100)
        )
        await #expect(throws: DocumentFault.tooLarge) { try await narrow.text(of: docx, kind: .docx) }
        await #expect(throws: DocumentFault.tooLarge) { try await narrow.text(of: pdf, kind: .pdf) }
        await #expect(throws: DocumentFault.tooLarge) { try await narrow.pdf(of: .specimen) }
        let hasty = DocumentTools(
            lookingIn: Desk.folders,
            typst: Desk.typst,
            bounds: .init(seconds: 0, memory: 1 << 30, output: 1 << 20)
        )
        await #expect(throws: DocumentFault.tooLate) { try await hasty.text(of: docx, kind: .docx) }
        await #expect(throws: DocumentFault.tooLate) { try await hasty.pdf(of: .specimen) }
    }
}
