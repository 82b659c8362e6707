/// The file that pandoc takes the look of a DOCX from: A4, dark text, and the document's own header and footer with page numbers.
///
/// Pandoc's own pattern has letter paper, pale blue headings and no page numbers, and headers can't be given in any other way.
struct WordPattern {
    private let document: PrintedDocument
    private let words: PaperWords

    init(_ document: PrintedDocument) {
        self.document = document
        words = PaperWords(document.language)
    }

    var bytes: [UInt8] {
        var archive = Archive()
        archive.add("[Content_Types].xml", PackageResources.content_types_xml)
        archive.add("_rels/.rels", PackageResources.package_relations_xml)
        archive.add("word/document.xml", PackageResources.document_xml)
        archive.add("word/_rels/document.xml.rels", PackageResources.document_relations_xml)
        archive.add("word/styles.xml", PackageResources.styles_xml)
        archive.add("word/header1.xml", part("hdr", paragraph("Header", run(document.header))))
        archive.add("word/footer1.xml", part("ftr", paragraph("Footer", footer)))
        return archive.finished()
    }

    private var footer: String {
        let pages = run(words.page + " ") + field("PAGE") + run(" \(words.of) ") + field("NUMPAGES")
        return document.footer.isEmpty ? pages : run(document.footer) + "<w:r><w:tab/></w:r>" + pages
    }

    private func part(_ kind: String, _ content: String) -> [UInt8] {
        let names = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
        return Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8) + Array("<w:\(kind) \(names)>\(content)</w:\(kind)>".utf8)
    }

    private func paragraph(_ style: StaticString, _ content: String) -> String {
        #"<w:p><w:pPr><w:pStyle w:val="\#(style)"/></w:pPr>\#(content)</w:p>"#
    }

    private func run(_ text: String) -> String {
        #"<w:r><w:t xml:space="preserve">\#(Self.escaped(PaperText.line(text)))</w:t></w:r>"#
    }

    private func field(_ name: StaticString) -> String {
        #"<w:fldSimple w:instr="\#(name)"><w:r><w:t>1</w:t></w:r></w:fldSimple>"#
    }

    private static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
