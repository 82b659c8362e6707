import Glibc
import Synchronization

/// Documents out and texts in, by programs beside the server: typst makes PDF, pandoc makes DOCX and reads DOCX and ODT, pdftotext reads
/// PDF.
///
/// Which of them there are is found out once. Without one, what it does can't be done, and ``missing`` says what to install. All
/// conversions of a value and its copies share two lanes for printing and two for reading: however many fetch papers, a file that
/// somebody has sent is read.
package struct DocumentTools: Sendable {
    private let typst: Program?
    private let pandoc: Program?
    private let pdftotext: Program?
    private let lanes: Lanes
    private let readingLanes: Lanes
    private let pandocDialect = PandocDialect()
    private let bounds: Program.Bounds

    /// The largest file whose text is read.
    package static let mostBytes = 20_000_000

    /// The programs in some folders.
    ///
    /// - Parameters:
    ///   - path: the folders, whole paths in order; others are passed over.
    ///   - typst: the path of typst, if it is another than the folders say.
    package init(lookingIn path: [String], typst: String? = nil) {
        self.init(lookingIn: path, typst: typst, bounds: .init(seconds: 30, memory: 1 << 30, output: 64 << 20))
    }

    init(lookingIn path: [String], typst: String? = nil, mostWaiting: Int = 16, bounds: Program.Bounds) {
        if let typst {
            self.typst = Program(at: typst)
        } else {
            self.typst = Program(named: "typst", lookingIn: path)
        }
        pandoc = Program(named: "pandoc", lookingIn: path)
        pdftotext = Program(named: "pdftotext", lookingIn: path)
        lanes = Lanes(mostWaiting: mostWaiting)
        readingLanes = Lanes(mostWaiting: mostWaiting)
        self.bounds = bounds
    }

    /// The programs that the environment leads to: `PATH`, and `SAMVERKA_TYPST` for typst.
    package static func found() -> DocumentTools {
        func variable(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        return DocumentTools(
            lookingIn: (variable("PATH") ?? "").split(separator: ":").map(String.init),
            typst: variable("SAMVERKA_TYPST")
        )
    }

    package var canMakePDF: Bool { typst != nil }
    /// A picture is made by the same program as a PDF.
    package var canMakePNG: Bool { typst != nil }
    package var canMakeDOCX: Bool { pandoc != nil }
    package var canReadPDF: Bool { pdftotext != nil }

    /// The programs that aren't here.
    package var missing: [MissingTool] {
        MissingTool.allCases.filter {
            switch $0 {
            case .typst: typst == nil
            case .pandoc: pandoc == nil
            case .pdftotext: pdftotext == nil
            }
        }
    }

    /// The document as a PDF that is accessible (PDF/UA-1) and made to be kept (PDF/A-2a).
    package func pdf(of document: PrintedDocument) async throws(DocumentFault) -> [UInt8] {
        guard let typst else { throw .missing(.typst) }
        let bounds = bounds
        return try await lanes.run { () throws(DocumentFault) in
            // A PDF/A may not hold a character that no font has, and only typst knows for certain which those are.
            for repertoire in PaperText.Repertoire.allCases {
                let notation = PDFNotation(document, repertoire: repertoire)
                if let bytes = try Self.pdf(notation, made: document.made, by: typst, bounds) { return bytes }
            }
            throw .failed("typst: no font has a character that one should have")
        }
    }

    /// A drawing as a picture, twice as fine as a screen of ordinary kind shows it.
    ///
    /// - Parameters:
    ///   - drawing: a whole SVG file.
    ///   - made: when it was made, in whole seconds since 1970.
    /// - Returns: the picture.
    /// - Throws: what is wrong with the drawing, or with the work.
    package func png(ofDrawing drawing: [UInt8], made: Int64 = 0) async throws(DocumentFault) -> [UInt8] {
        guard let typst else { throw .missing(.typst) }
        let bounds = bounds
        return try await lanes.run { () throws(DocumentFault) in
            let folder = try TemporaryFolder()
            try folder.write(drawing, as: "drawing.svg")
            try folder.write(
                Array("#set page(width: auto, height: auto, margin: 0pt)\n#image(\"drawing.svg\")\n".utf8),
                as: "drawing.typ"
            )
            // Whatever fonts the machine has: a picture has no standard that forbids some.
            let outcome = try typst.finished(
                ["compile", "--root", folder.path, "--format", "png", "--ppi", "192", folder.path + "/drawing.typ", "-"],
                in: folder,
                epoch: made,
                bounds: bounds
            )
            guard outcome.ending == .exited(0), outcome.output.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
                throw .failed(outcome.words("typst"))
            }
            return outcome.output
        }
    }

    /// The document as a file for Word.
    package func docx(of document: PrintedDocument) async throws(DocumentFault) -> [UInt8] {
        guard let pandoc else { throw .missing(.pandoc) }
        let (dialect, bounds) = (pandocDialect, bounds)
        return try await lanes.run { () throws(DocumentFault) in
            let folder = try TemporaryFolder()
            let version = try dialect.version(of: pandoc, in: folder, bounds)
            try folder.write(WordPattern(document).bytes, as: "pattern.docx")
            // Pandoc's sandbox can't be had here: in it, the pandoc of Debian 12 doesn't find its own pattern.
            let outcome = try pandoc.finished(
                ["--from=json", "--to=docx", "--reference-doc=pattern.docx", "--output=-"],
                input: PandocTree(document, version: version).bytes,
                in: folder,
                epoch: document.made,
                bounds: bounds
            )
            guard outcome.ending == .exited(0), outcome.output.starts(with: "PK".utf8) else {
                throw .failed(outcome.words("pandoc"))
            }
            return outcome.output
        }
    }

    /// The text of a file, as UTF-8.
    ///
    /// Each page of a PDF ends with a form feed. Of a DOCX or ODT, headings, lists and tables come as pandoc writes them in plain text.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - kind: what it is.
    /// - Returns: the text; there is always something in it.
    /// - Throws: what is wrong with the file, or with the work.
    package func text(of bytes: [UInt8], kind: ReadableKind) async throws(DocumentFault) -> String {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        var bounds = bounds
        // A book of a thousand pages is some three million letters.
        bounds.output = min(bounds.output, 16 << 20)
        switch kind {
        case .pdf:
            guard let pdftotext else { throw .missing(.pdftotext) }
            return try await readingLanes.run { [bounds] () throws(DocumentFault) in
                try Self.text(ofPDF: bytes, by: pdftotext, bounds)
            }
        case .docx, .odt:
            guard let pandoc else { throw .missing(.pandoc) }
            return try await readingLanes.run { [bounds] () throws(DocumentFault) in
                try Self.text(ofOffice: bytes, kind: kind, by: pandoc, bounds)
            }
        }
    }

    /// A PDF of a document; nil where a font lacks a character of it.
    private static func pdf(
        _ notation: PDFNotation,
        made: Int64,
        by typst: Program,
        _ bounds: Program.Bounds
    ) throws(DocumentFault) -> [UInt8]? {
        let folder = try TemporaryFolder()
        // Not in an argument: those have 128 kB at most, and everybody on the machine can read them.
        try folder.write(notation.bytes, as: "document.json")
        for (index, drawing) in notation.drawings.enumerated() { try folder.write(drawing, as: PDFNotation.name(index)) }
        try folder.write(PackageResources.document_typ, as: "document.typ")
        let outcome = try typst.finished(
            [
                "compile", "--root", folder.path, "--ignore-system-fonts", "--format", "pdf", "--pdf-standard", "ua-1,a-2a",
                folder.path + "/document.typ", "-",
            ],
            in: folder,
            epoch: made,
            bounds: bounds
        )
        if outcome.ending == .exited(0), outcome.output.starts(with: "%PDF-".utf8) { return outcome.output }
        if outcome.logContains("could not be displayed with") { return nil }
        throw .failed(outcome.words("typst"))
    }

    private static func text(ofPDF bytes: [UInt8], by pdftotext: Program, _ bounds: Program.Bounds) throws(DocumentFault)
        -> String
    {
        guard bytes.prefix(1024).contains(UInt8(ascii: "%")) else { throw .broken }
        let folder = try TemporaryFolder()
        let outcome = try pdftotext.finished(["-raw", "-enc", "UTF-8", "-", "-"], input: bytes, in: folder, bounds: bounds)
        // 1: it can't be opened; 3: what it may be used for doesn't include this.
        if outcome.ending == .exited(3) || outcome.logContains("Incorrect password") { throw .locked }
        guard outcome.ending == .exited(0) else {
            throw outcome.ending == .exited(1) ? .broken : .failed(outcome.words("pdftotext"))
        }
        let text = String(decoding: outcome.output, as: UTF8.self)
        guard text.hasWords else { throw .scanned }
        return text
    }

    private static func text(
        ofOffice bytes: [UInt8],
        kind: ReadableKind,
        by pandoc: Program,
        _ bounds: Program.Bounds
    ) throws(DocumentFault) -> String {
        // Word wraps a file with a password in the container of its old files.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .locked }
        guard bytes.starts(with: "PK".utf8) else { throw .broken }
        let folder = try TemporaryFolder()
        // Pandoc's own form of a plain text leaves out the subtitle.
        try folder.write(PackageResources.text_template, as: "text.template")
        try folder.write(PackageResources.text_lua, as: "text.lua")
        let outcome = try pandoc.finished(
            [
                "--sandbox", "--template=text.template", "--lua-filter=text.lua", "--from=\(kind.rawValue)", "--to=plain",
                "--wrap=none",
            ],
            input: bytes,
            in: folder,
            bounds: bounds
        )
        guard outcome.ending == .exited(0) else {
            // Those are pandoc's numbers for what it was given; 251 and the signals are about the machine.
            if case .exited(1...99) = outcome.ending { throw .broken }
            throw .failed(outcome.words("pandoc"))
        }
        let text = String(decoding: outcome.output, as: UTF8.self)
        guard text.hasWords else { throw .empty }
        return text
    }
}

extension DocumentTools {
    /// The kinds of file whose text can be read.
    package enum ReadableKind: String, CaseIterable, Hashable, Sendable {
        case pdf, docx, odt
    }
}

/// The version of the tree that the pandoc of this machine reads, asked for once.
private final class PandocDialect: Sendable {
    private let known = Mutex<[Int]?>(nil)

    func version(of pandoc: Program, in folder: borrowing TemporaryFolder, _ bounds: Program.Bounds) throws(DocumentFault)
        -> [Int]
    {
        if let version = known.withLock({ $0 }) { return version }
        let outcome = try pandoc.finished(["--from=markdown", "--to=json"], in: folder, bounds: bounds)
        guard outcome.ending == .exited(0), let version = PandocTree.version(in: outcome.output) else {
            throw .failed(outcome.words("pandoc"))
        }
        known.withLock { $0 = version }
        return version
    }
}

extension Program {
    /// What the program left behind, with its faults as those of a document.
    fileprivate func finished(
        _ arguments: [String],
        input: [UInt8] = [],
        in folder: borrowing TemporaryFolder,
        epoch: Int64 = 0,
        bounds: Bounds
    ) throws(DocumentFault) -> Outcome {
        do throws(Fault) {
            return try run(arguments, input: input, in: folder.path, epoch: epoch, bounds: bounds)
        } catch {
            switch error {
            case .notRun(let errno): throw .failed("\(path) can't be run, errno \(errno)")
            case .tooLate: throw .tooLate
            case .tooMuchOutput: throw .tooLarge
            }
        }
    }
}

extension Program.Outcome {
    /// How a program ended, in words for the log.
    ///
    /// What it said is left out, since it may quote the document.
    fileprivate func words(_ name: String) -> String {
        switch ending {
        case .exited(let status): "\(name) ended with \(status) and \(output.count) bytes"
        case .killed(let signal): "\(name) was ended by signal \(signal)"
        }
    }

    fileprivate func logContains(_ text: String) -> Bool {
        String(decoding: log, as: UTF8.self).contains(text)
    }
}

extension String {
    /// Whether there is anything but white space in it.
    fileprivate var hasWords: Bool {
        unicodeScalars.contains { !$0.properties.isWhitespace }
    }
}
