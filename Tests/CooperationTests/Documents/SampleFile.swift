@testable import Cooperation

/// Small whole files of each kind, made by hand, for tests to begin from and to spoil.
enum SampleFile {
    static let pdf = Array("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n".utf8)

    static let docx = Zip([.types, .relations, .init("word/document.xml"), .init("word/styles.xml")]).bytes
    static let xlsx = Zip([.types, .relations, .init("xl/workbook.xml"), .init("xl/worksheets/sheet1.xml")]).bytes
    static let odt = Zip([
        .mimetype("application/vnd.oasis.opendocument.text"), .init("content.xml"), .init("META-INF/manifest.xml"),
    ]).bytes

    static let png = png(width: 2, height: 3)
    static let jpeg = jpeg(width: 2, height: 3)
    static let webp = webp(width: 2, height: 3)

    static let all: [(kind: FileKind, bytes: [UInt8])] = [
        (.pdf, pdf), (.docx, docx), (.odt, odt), (.xlsx, xlsx), (.png, png), (.jpeg, jpeg), (.webp, webp),
    ]

    static func png(width: Int, height: Int, depth: UInt8 = 8, colours: UInt8 = 2, more: [[UInt8]] = []) -> [UInt8] {
        let header = big(width, 4) + big(height, 4) + [depth, colours, 0, 0, 0]
        let chunks = [chunk("IHDR", header)] + more + [chunk("IDAT", [1, 2, 3]), chunk("IEND", [])]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunks.flatMap { $0 }
    }

    static func chunk(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + contents
        return big(contents.count, 4) + body + big(Int(FileKind.checksum(body)), 4)
    }

    static func jpeg(width: Int, height: Int, frame: UInt8 = 0xC0, comment: String = "") -> [UInt8] {
        let remark = comment.isEmpty ? [] : segment(0xFE, Array(comment.utf8))
        return [0xFF, 0xD8] + segment(0xE0, Array("JFIF\u{0}".utf8)) + remark
            + segment(frame, [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0])
            + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 2, 0xFF, 0, 3, 0xFF, 0xD3, 4] + [0xFF, 0xD9]
    }

    static func segment(_ marker: UInt8, _ contents: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big(contents.count + 2, 2) + contents
    }

    static func webp(width: Int, height: Int) -> [UInt8] {
        let picture = [0x30, 1, 0, 0x9D, 0x01, 0x2A] + little(width, 2) + little(height, 2)
        let chunks = Array("WEBPVP8 ".utf8) + little(picture.count, 4) + picture
        return Array("RIFF".utf8) + little(chunks.count, 4) + chunks
    }

    static func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    static func big(_ number: Int, _ width: Int) -> [UInt8] { little(number, width).reversed() }

    /// A ZIP file, of which anything can be told wrongly.
    struct Zip {
        struct Entry {
            var name: String
            var contents: [UInt8]
            var method = 0
            var flags = 0
            /// What is said of the size beside the truth.
            var unpacked: Int?
            /// What the header before the contents calls it, when that is another name.
            var localName: String?
            var extra: [UInt8] = []
            /// What stands after its contents.
            var after: [UInt8] = []

            init(_ name: String, _ contents: String = "<?xml version=\"1.0\"?><a/>") {
                self.name = name
                self.contents = Array(contents.utf8)
            }

            static let types = Entry("[Content_Types].xml")
            static let relations = Entry("_rels/.rels")
            static func mimetype(_ type: String) -> Entry { Entry("mimetype", type) }
        }

        var entries: [Entry]
        var comment: [UInt8] = []
        /// What stands between the entries and the table.
        var between: [UInt8] = []
        var count: Int?

        init(_ entries: [Entry]) { self.entries = entries }

        var bytes: [UInt8] {
            var (body, table): ([UInt8], [UInt8]) = ([], [])
            for entry in entries {
                let start = body.count
                let (name, localName) = (Array(entry.name.utf8), Array((entry.localName ?? entry.name).utf8))
                let size = entry.unpacked ?? entry.contents.count
                // With bit 3 the sizes come after the contents.
                let isFollowed = entry.flags & 8 != 0
                let sizes = little(entry.contents.count, 4) + little(size, 4)
                let common = little(20, 2) + little(entry.flags, 2) + little(entry.method, 2) + little(0, 8)
                body += [0x50, 0x4B, 3, 4] + common + (isFollowed ? little(0, 8) : sizes)
                body += little(localName.count, 2) + little(entry.extra.count, 2) + localName + entry.extra + entry.contents
                if isFollowed { body += [0x50, 0x4B, 7, 8] + little(0, 4) + sizes }
                body += entry.after
                table += [0x50, 0x4B, 1, 2] + little(20, 2) + common + sizes
                table += little(name.count, 2) + little(0, 12) + little(start, 4) + name
            }
            body += between
            let count = count ?? entries.count
            return body + table + [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2)
                + little(table.count, 4) + little(body.count, 4) + little(comment.count, 2) + comment
        }
    }
}
