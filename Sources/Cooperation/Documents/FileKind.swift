/// What a file is, told by its bytes: never by its name, nor by what a browser says that it is.
///
/// Few kinds, each of which a reader can open without running anything in it, and each read strictly: a file that two programs would take
/// for two different things is none. The bytes are never unpacked or drawn here.
package enum FileKind: String, CaseIterable, Hashable, Sendable, Codable {
    case pdf, docx, odt, xlsx, png, jpeg, webp

    /// The largest file that is taken, in bytes: 20 MB.
    package static let mostBytes = 20_000_000

    /// The kind of some bytes.
    ///
    /// - Throws: a `Refusal` about the field `file` that says what the bytes look like instead, and what to do.
    package init(of bytes: [UInt8]) throws(Refusal) {
        do throws(Doubt) {
            self = try Self.kind(of: bytes)
        } catch {
            throw error.refusal
        }
    }

    /// What the file's `Content-Type` says.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .webp: "image/webp"
        }
    }

    /// What the file's name ends with, without the point.
    package var suffix: String { self == .jpeg ? "jpg" : rawValue }

    /// Why some bytes are no file of any kind.
    enum Doubt: Error, Hashable {
        case empty, tooLarge
        /// It is something else, that is known.
        case looksLike(Look)
        case unknown
        /// It begins right and has no end.
        case cutOff
        /// It begins right and can't be read on.
        case broken
        /// One program would take it for one thing, and another for another.
        case twoKinds
        /// There is something after its end.
        case goesOn
        case encrypted, macros
        /// What is packed is out of all proportion.
        case swells
        /// A picture without a size, or of one that nobody needs.
        case measures
    }

    /// What else a file may be.
    enum Look: Hashable {
        case webPage, svg, xml, program, archive, olderOffice, otherOffice, presentation, rtf, text, film
        /// The name of the format.
        case otherImage(String)
    }

    static func kind(of bytes: [UInt8]) throws(Doubt) -> FileKind {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= mostBytes else { throw .tooLarge }
        let kind: FileKind
        if bytes.holds("%PDF-", at: 0) {
            try checkPDF(bytes)
            kind = .pdf
        } else {
            // Readers of PDF take its first line anywhere among the first 1 024 bytes.
            if let other = bytes.firstIndex(of: "%PDF-", from: 0), other < 1_024 { throw .twoKinds }
            if bytes.holds([0x50, 0x4B, 3, 4], at: 0) { return try Archive(bytes).kind() }
            if bytes.holds([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
                try checkPNG(bytes)
                kind = .png
            } else if bytes.holds([0xFF, 0xD8, 0xFF], at: 0) {
                try checkJPEG(bytes)
                kind = .jpeg
            } else if bytes.holds("RIFF", at: 0), bytes.holds("WEBP", at: 8) {
                try checkWebP(bytes)
                kind = .webp
            } else if let look = Look(bytes) {
                throw .looksLike(look)
            } else {
                throw .unknown
            }
        }
        // An archive is read from its end, so it can lie behind anything.
        guard !Archive.endsAsArchive(bytes) else { throw .twoKinds }
        return kind
    }

    private static func checkPDF(_ bytes: [UInt8]) throws(Doubt) {
        // '%PDF-1.7'.
        guard let version = bytes.byte(at: 5), version == UInt8(ascii: "1") || version == UInt8(ascii: "2"),
            bytes.byte(at: 6) == UInt8(ascii: "."), let minor = bytes.byte(at: 7), (0x30...0x39).contains(minor)
        else { throw .broken }
        guard let end = bytes.lastIndex(of: "%%EOF") else { throw .cutOff }
        guard bytes[(end + 5)...].allSatisfy({ $0 == 0 || (9...13).contains($0) || $0 == 0x20 }) else { throw .goesOn }
        guard bytes.lastIndex(of: "startxref") ?? end < end else { throw .broken }
    }
}

extension FileKind.Doubt {
    /// The same in words for whoever chose the file.
    var refusal: Refusal { Refusal("documents.file-\(code)", field: "file", message) }

    private static let none = "Filen är ingen PDF, DOCX, ODT, XLSX eller bild."
    private static let again = "Öppna den, spara den på nytt och försök igen."

    private var code: String {
        switch self {
        case .empty: "empty"
        case .tooLarge: "too-large"
        case .looksLike, .unknown: "kind"
        case .cutOff: "cut-off"
        case .broken: "broken"
        case .twoKinds: "two-kinds"
        case .goesOn: "goes-on"
        case .encrypted: "encrypted"
        case .macros: "macros"
        case .swells: "swells"
        case .measures: "measures"
        }
    }

    private var message: String {
        switch self {
        case .empty: "Filen är tom. Välj en fil med innehåll."
        case .tooLarge: "Filen är större än 20 MB. Spara den i ett mindre format, till exempel med färre eller mindre bilder."
        case .looksLike(let look): "\(Self.none) \(look.message)"
        case .unknown: "\(Self.none) Spara den i något av de formaten och försök igen."
        case .cutOff: "Slutet på filen saknas. Hämta eller spara den på nytt och försök igen."
        case .broken: "Filen går inte att läsa. Den kan vara skadad. \(Self.again)"
        case .twoKinds: "Filen är flera slags filer på samma gång, och det tas inte emot. \(Self.again)"
        case .goesOn: "Det finns något mer efter filens slut. \(Self.again)"
        case .encrypted: "Filen är låst med lösenord. Ta bort lösenordet, spara filen och försök igen."
        case .macros: "Filen innehåller makron, som är små program. Spara den utan makron, som DOCX, ODT eller XLSX."
        case .swells: "Filen blir orimligt stor när den packas upp. \(Self.again)"
        case .measures: "Bilden har inga rimliga mått. Spara den i en mindre storlek och försök igen."
        }
    }
}

extension FileKind.Look {
    fileprivate var message: String {
        switch self {
        case .webPage: "Den ser ut som en webbsida. Spara innehållet som PDF."
        case .svg: "Den ser ut som en SVG-bild. Spara bilden som PNG."
        case .xml: "Den ser ut som XML. Spara innehållet som PDF."
        case .program: "Den ser ut som ett program, och program tas inte emot."
        case .archive: "Den ser ut som ett arkiv, till exempel en ZIP-fil. Packa upp det och bifoga filerna var för sig."
        case .olderOffice:
            "Den ser ut som en äldre Word- eller Excelfil, eller som en som är låst med lösenord. "
                + "Spara den som DOCX eller XLSX, utan lösenord."
        case .otherOffice: "Den ser ut som ett kontorsdokument av annat slag. Spara den som DOCX, XLSX eller PDF."
        case .presentation: "Den ser ut som en presentation. Spara den som PDF."
        case .rtf: "Den ser ut som en RTF-fil. Spara den som DOCX."
        case .text: "Den ser ut som ren text. Spara den som DOCX eller PDF."
        case .film: "Den ser ut som en film eller ett ljud, och sådant tas inte emot."
        case .otherImage(let format): "Den ser ut som en bild i formatet \(format). Spara den som PNG eller JPEG."
        }
    }

    /// What bytes that are no file of any kind look like; nil when that isn't known.
    init?(_ bytes: [UInt8]) {
        let signatures: [(start: [UInt8], look: Self)] = [
            ([0x4D, 0x5A], .program), ([0x7F, 0x45, 0x4C, 0x46], .program), ([0xCA, 0xFE, 0xBA, 0xBE], .program),
            ([0xFE, 0xED, 0xFA, 0xCE], .program), ([0xFE, 0xED, 0xFA, 0xCF], .program), ([0xCE, 0xFA, 0xED, 0xFE], .program),
            ([0xCF, 0xFA, 0xED, 0xFE], .program), (Array("#!".utf8), .program),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .olderOffice), (Array("{\\rtf".utf8), .rtf),
            ([0x50, 0x4B], .archive), (Array("Rar!".utf8), .archive), ([0x37, 0x7A, 0xBC, 0xAF], .archive),
            ([0x1F, 0x8B], .archive), (Array("BZh".utf8), .archive), ([0xFD, 0x37, 0x7A, 0x58], .archive),
            (Array("GIF8".utf8), .otherImage("GIF")), ([0x49, 0x49, 0x2A, 0], .otherImage("TIFF")),
            ([0x4D, 0x4D, 0, 0x2A], .otherImage("TIFF")), (Array("BM".utf8), .otherImage("BMP")),
            (Array("RIFF".utf8), .film), (Array("OggS".utf8), .film), (Array("ID3".utf8), .film),
            ([0x1A, 0x45, 0xDF, 0xA3], .film),
        ]
        if let known = signatures.first(where: { bytes.starts(with: $0.start) }) {
            self = known.look
        } else if bytes.holds("ftyp", at: 4) {
            let isHEIF = ["heic", "heix", "mif1", "msf1", "avif"].contains { bytes.holds($0, at: 8) }
            self = isHEIF ? .otherImage("HEIF") : .film
        } else if let markup = Self.markup(bytes) {
            self = markup
        } else if Self.isText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    /// What bytes that begin with a tag look like.
    private static func markup(_ bytes: [UInt8]) -> Self? {
        let start = bytes.prefix(2_048).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
            .map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard start.first == UInt8(ascii: "<") else { return nil }
        if start.firstIndex(of: "<svg", from: 0) != nil { return .svg }
        let isHTML = ["<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<title", "<table", "<div", "<p"].contains
        {
            start.firstIndex(of: $0, from: 0) != nil
        }
        if isHTML { return .webPage }
        return start.holds("<?xml", at: 0) ? .xml : .webPage
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (9...13).contains($0) } && String(validating: bytes, as: UTF8.self) != nil
    }
}

/// Numbers and marks among bytes; nil or false beyond their end, wherever that is.
extension [UInt8] {
    func byte(at index: Int) -> UInt8? { index >= 0 && index < count ? self[index] : nil }

    /// An unsigned number of so many bytes, the least first.
    func little(_ width: Int, at index: Int) -> Int? {
        guard index >= 0, index <= count - width else { return nil }
        return (0..<width).reduce(0) { $0 | Int(self[index + $1]) << (8 * $1) }
    }

    /// An unsigned number of so many bytes, the greatest first.
    func big(_ width: Int, at index: Int) -> Int? {
        guard index >= 0, index <= count - width else { return nil }
        return (0..<width).reduce(0) { $0 << 8 | Int(self[index + $1]) }
    }

    func holds(_ mark: [UInt8], at index: Int) -> Bool {
        index >= 0 && index <= count - mark.count && self[index..<(index + mark.count)].elementsEqual(mark)
    }

    func holds(_ mark: String, at index: Int) -> Bool { holds(Array(mark.utf8), at: index) }

    func firstIndex(of mark: String, from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        var index = start
        while index <= count - mark.count {
            if self[index] == mark[0], holds(mark, at: index) { return index }
            index += 1
        }
        return nil
    }

    func lastIndex(of mark: String) -> Int? {
        let mark = Array(mark.utf8)
        var index = count - mark.count
        while index >= 0 {
            if self[index] == mark[0], holds(mark, at: index) { return index }
            index -= 1
        }
        return nil
    }
}
