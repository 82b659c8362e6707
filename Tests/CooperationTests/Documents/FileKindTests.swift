import Testing

@testable import Cooperation

@Suite("What a file is") struct FileKindTests {
    typealias Zip = SampleFile.Zip

    /// The kind of some bytes, or why they have none.
    private func read(_ bytes: [UInt8]) -> Result<FileKind, FileKind.Doubt> {
        do throws(FileKind.Doubt) {
            return .success(try FileKind.kind(of: bytes))
        } catch {
            return .failure(error)
        }
    }

    @Test("is told by its bytes", arguments: SampleFile.all.map(\.kind))
    func kinds(_ kind: FileKind) throws {
        let bytes = try #require(SampleFile.all.first { $0.kind == kind }?.bytes)
        #expect(read(bytes) == .success(kind))
        #expect(try FileKind(of: bytes) == kind)
    }

    @Test("each kind has a media type and a suffix of its own")
    func names() {
        #expect(SampleFile.all.map(\.kind) == FileKind.allCases)
        #expect(Set(FileKind.allCases.map(\.mediaType)).count == FileKind.allCases.count)
        #expect(Set(FileKind.allCases.map(\.suffix)).count == FileKind.allCases.count)
        // They stand in acts for ever.
        #expect(FileKind.allCases.map(\.rawValue) == ["pdf", "docx", "odt", "xlsx", "png", "jpeg", "webp"])
    }

    /// A file that pretends, and what is found.
    struct Liar: CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var doubt: FileKind.Doubt
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8], _ doubt: FileKind.Doubt) {
            (self.name, self.bytes, self.doubt) = (name, bytes, doubt)
        }

        init(_ name: String, _ text: String, _ doubt: FileKind.Doubt) { self.init(name, Array(text.utf8), doubt) }
    }

    private static let others: [Liar] = [
        Liar("nothing", "", .empty),
        Liar("too much", [UInt8](repeating: 0x20, count: FileKind.mostBytes + 1), .tooLarge),
        Liar("HTML named avtal.pdf", "<!DOCTYPE html><html><script>x</script>", .looksLike(.webPage)),
        Liar("HTML after a mark and blanks", "\u{FEFF}\r\n\t <HTML>", .looksLike(.webPage)),
        Liar("HTML with an XML head", "<?xml version=\"1.0\"?><html>", .looksLike(.webPage)),
        Liar("a script alone", "<script>alert(1)</script>", .looksLike(.webPage)),
        Liar("SVG", "<?xml version=\"1.0\"?>\n<svg onload=\"x\">", .looksLike(.svg)),
        Liar("XML", "<?xml version=\"1.0\"?><a/>", .looksLike(.xml)),
        Liar("a Windows program", [0x4D, 0x5A, 0x90, 0, 3, 0], .looksLike(.program)),
        Liar("a Linux program", [0x7F, 0x45, 0x4C, 0x46, 2, 1], .looksLike(.program)),
        Liar("a script for a shell", "#!/bin/sh\nrm -rf /\n", .looksLike(.program)),
        Liar("an old Word file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .looksLike(.olderOffice)),
        Liar("RTF", "{\\rtf1 hej}", .looksLike(.rtf)),
        Liar("text", "Protokoll, å ä ö\n", .looksLike(.text)),
        Liar("GIF", "GIF89a\u{1}\u{0}", .looksLike(.otherImage("GIF"))),
        Liar("TIFF", [0x49, 0x49, 0x2A, 0, 8], .looksLike(.otherImage("TIFF"))),
        Liar("HEIC", [0, 0, 0, 24] + Array("ftypheic".utf8), .looksLike(.otherImage("HEIF"))),
        Liar("a film", [0, 0, 0, 24] + Array("ftypisom".utf8), .looksLike(.film)),
        Liar("sound in RIFF", Array("RIFF".utf8) + [4, 0, 0, 0] + Array("WAVE".utf8), .looksLike(.film)),
        Liar("an empty ZIP file", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), .looksLike(.archive)),
        Liar("RAR", "Rar!\u{1A}\u{7}", .looksLike(.archive)),
        Liar("noise", [0, 1, 2, 3, 4, 5, 200], .unknown),
    ]

    private static let pdfs: [Liar] = [
        Liar("a PDF without an end", Array(SampleFile.pdf.dropLast(8)), .cutOff),
        Liar("only the head of a PDF", "%PDF-", .broken),
        Liar("a PDF of no version", "%PDF-x.y\nstartxref\n0\n%%EOF", .broken),
        Liar("a PDF without a table", "%PDF-1.4\n%%EOF", .broken),
        Liar("a PDF with a page after it", SampleFile.pdf + Array("<script>x</script>".utf8), .goesOn),
        Liar("a PDF that begins late", Array("GIF89a ".utf8) + SampleFile.pdf, .twoKinds),
        Liar("a PDF after a blank line", [0x0A] + SampleFile.pdf, .twoKinds),
        Liar("a PDF that begins within a picture", SampleFile.jpeg(width: 2, height: 3, comment: "%PDF-1.7"), .twoKinds),
        Liar("a PDF with a ZIP file after it", SampleFile.pdf + SampleFile.docx, .goesOn),
        Liar("a PDF within a ZIP file's comment", Self.pdfAndZip, .twoKinds),
        Liar("a PDF that holds a ZIP file at its end", Self.pdfAroundZip, .twoKinds),
        Liar("a ZIP file whose first entry is a PDF", Zip([.init("a.pdf", "%PDF-1.7\n"), .types]).bytes, .twoKinds),
    ]

    /// A ZIP file within a PDF, with the PDF's end in the ZIP file's comment.
    private static let pdfAndZip: [UInt8] = {
        var zip = Zip([.types, .relations, .init("word/document.xml")])
        zip.comment = Array("startxref\n0\n%%EOF".utf8)
        return Array("%PDF-1.7\n".utf8) + zip.bytes
    }()

    /// The same without a comment: the PDF's end stands after the ZIP file's, where lenient readers look past it.
    private static let pdfAroundZip = Array("%PDF-1.7\n".utf8) + SampleFile.docx + Array("startxref\n0\n%%EOF\n".utf8)

    @Test("what is something else is told from it", arguments: others + pdfs + archives + pictures)
    func liars(_ liar: Liar) {
        #expect(read(liar.bytes) == .failure(liar.doubt))
    }

    private static let archives: [Liar] = {
        func office(_ change: (inout Zip) -> Void) -> [UInt8] {
            var zip = Zip([.types, .relations, .init("word/document.xml")])
            change(&zip)
            return zip.bytes
        }
        func text(_ change: (inout Zip) -> Void) -> [UInt8] {
            var zip = Zip([.mimetype(FileKind.odt.mediaType), .init("content.xml"), .init("META-INF/manifest.xml")])
            change(&zip)
            return zip.bytes
        }
        let docx = SampleFile.docx
        return [
            Liar("a ZIP file named docx", Zip([.init("a.txt"), .init("b.exe")]).bytes, .looksLike(.archive)),
            Liar("a program for Java", Zip([.init("META-INF/MANIFEST.MF"), .init("A.class")]).bytes, .looksLike(.archive)),
            Liar("docm", office { $0.entries.append(.init("word/vbaProject.bin")) }, .macros),
            Liar("docm in other letters", office { $0.entries.append(.init("Word/VBAPROJECT.BIN")) }, .macros),
            Liar("xlsm with the oldest macros", Self.workbook(with: "xl/macrosheets/sheet1.xml"), .macros),
            Liar("odt with macros", text { $0.entries.append(.init("Basic/Standard/Module1.xml")) }, .macros),
            Liar("odt with scripts", text { $0.entries.append(.init("Scripts/python/a.py")) }, .macros),
            Liar("a presentation", Zip([.types, .relations, .init("ppt/presentation.xml")]).bytes, .looksLike(.presentation)),
            Liar("a binary workbook", Zip([.types, .relations, .init("xl/workbook.bin")]).bytes, .looksLike(.otherOffice)),
            Liar("both Word and Excel", office { $0.entries.append(.init("xl/workbook.xml")) }, .twoKinds),
            Liar("both Word and OpenDocument", text { $0.entries += [.types, .init("word/document.xml")] }, .twoKinds),
            Liar("docx without types", Zip([.relations, .init("word/document.xml")]).bytes, .broken),
            Liar("odt without a manifest", text { $0.entries.removeLast() }, .broken),
            Liar(
                "ods",
                Zip([.mimetype("application/vnd.oasis.opendocument.spreadsheet"), .init("content.xml")]).bytes,
                .looksLike(.otherOffice)
            ),
            Liar(
                "odp",
                Zip([.mimetype("application/vnd.oasis.opendocument.presentation"), .init("content.xml")]).bytes,
                .looksLike(.presentation)
            ),
            Liar("epub", Zip([.mimetype("application/epub+zip"), .init("a.opf")]).bytes, .looksLike(.archive)),
            Liar("odt that packed its type", text { $0.entries[0].method = 8 }, .looksLike(.archive)),
            Liar("odt with a password", text { $0.entries[1].contents = [9, 200, 3, 77] }, .encrypted),
            Liar("docx with a password", office { $0.entries[2].flags = 1 }, .encrypted),
            Liar("docx with a hidden table", office { $0.entries[2].flags = 1 << 13 }, .encrypted),
            Liar("half a docx", Array(docx.prefix(docx.count / 2)), .cutOff),
            Liar("a docx without its last byte", Array(docx.dropLast()), .cutOff),
            Liar("a docx with a page after it", docx + Array("<html>".utf8), .goesOn),
            Liar("a docx with a docx after it", docx + docx, .broken),
            Liar("a docx with a comment", office { $0.comment = Array("<html>".utf8) }, .goesOn),
            Liar("a docx after a picture", SampleFile.png + docx, .goesOn),
            Liar("a docx with something between", office { $0.entries[0].after = Array("<html>".utf8) }, .twoKinds),
            Liar("a docx with something before its table", office { $0.between = Array("<html>".utf8) }, .twoKinds),
            Liar("a docx with a part twice", office { $0.entries.append(.init("word/Document.xml")) }, .twoKinds),
            Liar("a part with two names", office { $0.entries[1].localName = "_rels/.relS" }, .broken),
            Liar("a part packed in a way of its own", office { $0.entries[2].method = 12 }, .broken),
            Liar("a part that says another size than it has", office { $0.entries[2].unpacked = 7 }, .broken),
            Liar("more parts than are there", office { $0.count = 4 }, .broken),
            Liar("fewer parts than are there", office { $0.count = 2 }, .broken),
            Liar("no parts", office { $0.count = 0 }, .broken),
            Liar(
                "what swells more than can be packed",
                office {
                    $0.entries[2].method = 8
                    $0.entries[2].unpacked = 400_000_000
                },
                .swells
            ),
            Liar("what swells by many parts", Self.bomb, .swells),
            Liar("parts that share bytes", Self.overlapping, .broken),
        ]
    }()

    private static func workbook(with part: String) -> [UInt8] {
        Zip([.types, .relations, .init("xl/workbook.xml"), .init(part)]).bytes
    }

    /// Eleven parts that are each within the limit.
    private static let bomb: [UInt8] = {
        var part = Zip.Entry("word/document.xml", String(repeating: "a", count: 50_000))
        (part.method, part.unpacked) = (8, 50_000_000)
        var zip = Zip([.types, .relations, part])
        for number in 1...10 {
            part.name = "word/media/\(number).bin"
            zip.entries.append(part)
        }
        return zip.bytes
    }()

    /// The table's last row points at the first part's bytes.
    private static let overlapping: [UInt8] = {
        var bytes = Zip([.types, .relations, .init("word/document.xml"), .init("[Content_Types].xmk")]).bytes
        let row = bytes.count - 22 - 46 - 19
        bytes.replaceSubrange((row + 42)..<(row + 46), with: [0, 0, 0, 0])
        bytes[row + 46 + 18] = UInt8(ascii: "l")
        return bytes
    }()

    @Test("what office programs do otherwise is taken")
    func office() {
        var followed = Zip([.types, .relations, .init("word/document2.xml"), .init("word/media/")])
        for index in followed.entries.indices { followed.entries[index].flags = 0x808 }
        followed.entries[3].contents = []
        #expect(read(followed.bytes) == .success(.docx))
        var padded = Zip([.types, .relations, .init("xl/workbook.xml"), .init("xl/embeddings/oleObject1.bin")])
        padded.entries[0].extra = [0x20, 0xA2, 2, 0, 0, 0]
        padded.entries[2].method = 8
        padded.entries[2].unpacked = 9_000
        #expect(read(padded.bytes) == .success(.xlsx))
        // A part that is itself a document is none of the outer one's.
        var nested = Zip([.types, .relations, .init("word/document.xml"), .init("word/embeddings/a.xlsx")])
        nested.entries[3].contents = SampleFile.xlsx
        #expect(read(nested.bytes) == .success(.docx))
        #expect(read(SampleFile.pdf + [0x0D, 0x0A, 0, 0]) == .success(.pdf))
    }

    private static let pictures: [Liar] = {
        let (png, jpeg, webp) = (SampleFile.png, SampleFile.jpeg, SampleFile.webp)
        func changed(_ bytes: [UInt8], _ index: Int, _ byte: UInt8) -> [UInt8] {
            var bytes = bytes
            bytes[index] = byte
            return bytes
        }
        return [
            Liar("a PNG with a script after it", png + Array("<script>x</script>".utf8), .goesOn),
            Liar("a PNG without its end", Array(png.dropLast(12)), .cutOff),
            Liar("only the head of a PNG", Array(png.prefix(8)), .cutOff),
            Liar("a PNG without a picture", Array(png.prefix(33)) + SampleFile.chunk("IEND", []), .broken),
            Liar("a PNG that begins otherwise", Array(png.prefix(8)) + SampleFile.chunk("IDAT", [1]), .broken),
            Liar("a PNG with a wrong sum", changed(png, 29, png[29] ^ 1), .broken),
            Liar("a PNG of no depth", SampleFile.png(width: 2, height: 3, depth: 5), .broken),
            Liar("a PNG without width", SampleFile.png(width: 0, height: 3), .measures),
            Liar("a PNG of absurd height", SampleFile.png(width: 2, height: 0x7FFF_FFFF), .measures),
            Liar("a PNG too large to draw", SampleFile.png(width: 30_000, height: 30_000), .measures),
            Liar("a PNG with a ZIP file in it", Self.pngAroundZip, .twoKinds),
            Liar("a JPEG with a script after it", jpeg + Array("<script>x</script>".utf8), .goesOn),
            Liar("a JPEG with a program after zeros", jpeg + [0, 0, 0x4D, 0x5A], .goesOn),
            Liar("a JPEG without its end", Array(jpeg.dropLast(2)), .cutOff),
            Liar("a JPEG cut in a segment", Array(jpeg.prefix(9)), .cutOff),
            Liar("a JPEG without a picture", [0xFF, 0xD8, 0xFF, 0xD9], .broken),
            Liar("a JPEG without width", SampleFile.jpeg(width: 0, height: 3), .measures),
            Liar("a JPEG that no browser shows", SampleFile.jpeg(width: 2, height: 3, frame: 0xC3), .broken),
            Liar("a WebP with a script after it", webp + Array("<script>x</script>".utf8), .goesOn),
            Liar("a WebP without its end", Array(webp.dropLast()), .cutOff),
            Liar("a WebP without width", SampleFile.webp(width: 0, height: 3), .measures),
            Liar("a WebP of no picture", changed(webp, 12, UInt8(ascii: "X")), .broken),
            Liar("only the head of a WebP", Array("RIFF".utf8) + [4, 0, 0, 0] + Array("WEBP".utf8), .broken),
        ]
    }()

    /// A picture whose last chunk is a ZIP file's end with the picture's as its comment.
    private static let pngAroundZip: [UInt8] = {
        var zip = Zip([.types]).bytes
        // The comment: what is left of the chunk, the picture and the end.
        zip[zip.count - 2] = 4 + 15 + 12
        return SampleFile.png(width: 2, height: 3, more: [SampleFile.chunk("teXt", zip)])
    }()

    @Test("cameras pad with zeros and write further pictures after the first")
    func cameras() {
        let jpeg = SampleFile.jpeg
        #expect(read(jpeg + [0, 0, 0]) == .success(.jpeg))
        #expect(read(jpeg + SampleFile.jpeg(width: 9, height: 9, frame: 0xC2) + [0]) == .success(.jpeg))
        #expect(read((0..<16).flatMap { _ in jpeg }) == .success(.jpeg))
        #expect(read((0..<17).flatMap { _ in jpeg }) == .failure(.goesOn))
    }

    @Test("why a file isn't taken is said in a sentence that tells what to do, with a code for each reason")
    func words() throws {
        let liars = Self.others + Self.pdfs + Self.archives + Self.pictures
        for doubt in Set(liars.map(\.doubt)) {
            let refusal = doubt.refusal
            #expect(refusal.field == "file" && refusal.code.hasPrefix("documents.file-"))
            #expect(refusal.message.hasSuffix(".") && !refusal.message.contains("  ") && !refusal.message.contains("!"))
        }
        let refusal = try #require(throws: Refusal.self) { try FileKind(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) }
        #expect(refusal.code == "documents.file-kind")
        #expect(refusal.message.contains("Spara den som DOCX"))
    }

    // MARK: Anything at all

    @Test("whatever the bytes are, there is an answer; what is cut off is never taken")
    func random() {
        var dice = Dice(71)
        var taken = 0
        for (kind, whole) in SampleFile.all {
            for length in 0..<whole.count {
                let answer = read(Array(whole.prefix(length)))
                // The line break after a PDF's last mark is none of it.
                if case .success = answer { #expect(kind == .pdf && length == whole.count - 1) }
            }
            for _ in 0..<Effort.count(20_000, otherwise: 1_500) {
                var bytes = whole
                for _ in 0...dice.below(4) {
                    switch dice.below(4) {
                    case 0: bytes[dice.below(bytes.count)] = UInt8(dice.below(256))
                    case 1: bytes[dice.below(bytes.count)] = dice.pick([0, 0xFF, 0x7F, 0x80])
                    case 2: bytes.insert(UInt8(dice.below(256)), at: dice.below(bytes.count))
                    default: bytes.remove(at: dice.below(bytes.count))
                    }
                }
                if case .success(let found) = read(bytes) {
                    taken += 1
                    #expect(found == kind || [.docx, .odt, .xlsx].contains(kind))
                }
            }
        }
        #expect(taken > 100, "some changes do no harm, or the test shows little")
        let starts: [[UInt8]] = SampleFile.all.map { Array($0.bytes.prefix(12)) } + [[]]
        for _ in 0..<Effort.count(200_000, otherwise: 5_000) {
            let noise = (0..<dice.below(90)).map { _ in UInt8(dice.below(256)) }
            let answer = read(dice.pick(starts) + noise)
            if case .success(let kind) = answer { #expect(kind == .jpeg, "noise became \(kind)") }
        }
    }

    @Test("what follows a whole file is never taken with it")
    func appended() {
        var dice = Dice(72)
        for (kind, whole) in SampleFile.all {
            for _ in 0..<200 {
                let more = (0...dice.below(60)).map { _ in UInt8(1 + dice.below(255)) }
                if case .success = read(whole + more) {
                    let isBlank = more.allSatisfy { [9, 10, 11, 12, 13, 32].contains($0) }
                    #expect(kind == .pdf && isBlank, "\(kind) \(more)")
                }
            }
            // A PDF is changed by writing more after it, and cameras write several pictures.
            for (other, next) in SampleFile.all where other != kind || ![.jpeg, .pdf].contains(kind) {
                if case .success = read(whole + next) { Issue.record("\(kind) with \(other) after it") }
            }
        }
    }
}

@Suite("What a file is called") struct FileNameTests {
    @Test(
        "is the last of its path, without what doesn't show, and ends as its kind does",
        arguments: [
            ("avtal.pdf", "avtal.pdf"), ("avtal.PDF", "avtal.pdf"), ("Avtal 2010.08.18", "Avtal 2010.08.18.pdf"),
            ("C:\\Användare\\Kalle\\avtal.pdf", "avtal.pdf"), ("/etc/passwd", "passwd.pdf"), ("../../avtal.pdf", "avtal.pdf"),
            ("avtal.exe", "avtal.pdf"), ("avtal.docx", "avtal.pdf"), ("avtal.pdf.exe", "avtal.pdf.pdf"), ("", "fil.pdf"),
            (".", "fil.pdf"), ("..", "fil.pdf"), (".pdf", "pdf.pdf"), (".htaccess", "htaccess.pdf"), ("a/", "a.pdf"),
            ("  avtal   2010 .pdf ", "avtal 2010.pdf"), ("av\u{0}tal\r\n.pdf", "avtal.pdf"),
            ("avtal\u{202E}fdp.exe", "avtalfdp.pdf"), ("a\u{2066}b\u{200B}c\u{FEFF}.pdf", "abc.pdf"),
            ("a\"b:c*d?e<f>g|h.pdf", "a_b_c_d_e_f_g_h.pdf"), ("Årsredovisning ö.pdf", "Årsredovisning ö.pdf"),
            ("avtal\u{2028}två.pdf", "avtal två.pdf"), ("\u{E000}avtal", "avtal.pdf"),
        ]
    )
    func table(_ sent: String, _ name: String) {
        let cleaned = FileName.cleaned(sent, as: .pdf)
        #expect(cleaned.unicodeScalars.elementsEqual(name.unicodeScalars), "\(cleaned)")
    }

    @Test("the suffix is the kind's")
    func suffixes() {
        for kind in FileKind.allCases { #expect(FileName.cleaned("a.b.pdf", as: kind) == "a.b.\(kind.suffix)") }
        #expect(FileName.cleaned("foto.jpeg", as: .jpeg) == "foto.jpg")
    }

    @Test("whatever was sent, it is short, shown in one direction, and the same when it is cleaned again")
    func random() {
        var dice = Dice(73)
        let scalars: [Unicode.Scalar] =
            Array("abåä ./\\:%\"'<>\u{0}\u{7F}\u{202E}\u{2066}\u{200F}\u{FEFF}\u{301}\u{1F600}\r\n".unicodeScalars)
        for _ in 0..<Effort.count(50_000, otherwise: 3_000) {
            var sent = String.UnicodeScalarView()
            for _ in 0..<dice.below(dice.happens(20) ? 400 : 20) { sent.append(dice.pick(scalars)) }
            if dice.happens(30) { sent.append(contentsOf: ".PDF".unicodeScalars) }
            let kind = dice.pick(FileKind.allCases)
            let name = FileName.cleaned(String(sent), as: kind)
            #expect(name.unicodeScalars.count <= FileName.most && name.hasSuffix(".\(kind.suffix)"))
            #expect(
                !name.unicodeScalars.contains {
                    "/\\:\"<>\r\n\u{0}\u{7F}\u{202E}\u{2066}\u{200F}\u{FEFF}".unicodeScalars.contains($0)
                }
            )
            #expect(name.first != "." && name.first != " ")
            #expect(FileName.cleaned(name, as: kind).unicodeScalars.elementsEqual(name.unicodeScalars), "\(name)")
        }
    }
}
