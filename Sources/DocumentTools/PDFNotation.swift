/// A document as `Paper/document.typ` reads it.
struct PDFNotation {
    private let document: PrintedDocument
    private let words: PaperWords
    private let repertoire: PaperText.Repertoire

    /// - Parameters:
    ///   - document: what is printed.
    ///   - repertoire: the characters that are set as they are.
    init(_ document: PrintedDocument, repertoire: PaperText.Repertoire) {
        self.document = document.withHeadingsInOrder
        self.repertoire = repertoire
        words = PaperWords(document.language)
    }

    /// The drawings of the document, each once.
    var drawings: [[UInt8]] {
        var found: [[UInt8]] = []
        func gather(_ blocks: [PrintedDocument.Block]) {
            for block in blocks {
                switch block {
                case .drawing(let bytes, description: _): if !found.contains(bytes) { found.append(bytes) }
                case .list(ordered: _, let items): items.forEach(gather)
                case .heading, .paragraph, .note, .table: break
                }
            }
        }
        gather(document.blocks)
        return found
    }

    /// The file beside the document that a drawing lies in.
    static func name(_ index: Int) -> String { "drawing-\(index).svg" }

    var bytes: [UInt8] {
        Notation.object([
            "title": line(document.title),
            "subtitle": line(document.subtitle ?? ""),
            "language": .text(document.language == "en" ? "en" : "sv"),
            "region": .text(document.language == "en" ? "GB" : "SE"),
            "author": line(document.author),
            "date": line(document.date ?? ""),
            "header": line(document.header),
            "footer": line(document.footer),
            "page": .text(words.page),
            "of": .text(words.of),
            "added": .text(words.added),
            "struck": .text(words.struck),
            "blocks": .list(document.blocks.map(notation)),
        ]).bytes
    }

    private func notation(_ block: PrintedDocument.Block) -> Notation {
        switch block {
        case .heading(let level, let runs):
            .object(["kind": .text("heading"), "level": .number(Int64(level)), "runs": notation(runs)])
        case .paragraph(let runs):
            .object(["kind": .text("paragraph"), "runs": notation(runs)])
        case .note(let runs):
            .object(["kind": .text("note"), "runs": notation(runs)])
        case .drawing(let bytes, let description):
            .object([
                "kind": .text("drawing"),
                "file": .text(Self.name(drawings.firstIndex(of: bytes) ?? 0)),
                "description": text(description),
            ])
        case .list(let isOrdered, let items):
            .object([
                "kind": .text("list"),
                "ordered": .truth(isOrdered),
                "items": .list(items.map { .list($0.map(notation)) }),
            ])
        case .table(let table):
            .object([
                "kind": .text("table"),
                "caption": notation(table.caption),
                "columns": .number(Int64(table.columnCount)),
                "header": .list(table.header.isEmpty ? [] : table.filled(table.header).map(notation)),
                "rows": .list(table.rows.map { .list(table.filled($0).map { .object(["runs": notation($0)]) }) }),
            ])
        }
    }

    private func notation(_ runs: [PrintedDocument.Run]) -> Notation {
        .list(runs.map(notation))
    }

    private func notation(_ run: PrintedDocument.Run) -> Notation {
        let kind =
            switch run {
            case .plain: "plain"
            case .strong: "strong"
            case .emphasised: "emphasised"
            case .inserted: "inserted"
            case .removed: "removed"
            case .link: "link"
            }
        if case .link(_, address: let address) = run, let address = PaperText.address(address) {
            return .object(["kind": .text(kind), "text": text(run.text), "address": .text(address)])
        }
        return .object(["kind": .text(kind == "link" ? "plain" : kind), "text": text(run.text)])
    }

    private func text(_ text: String) -> Notation {
        .text(PaperText.spelledOut(PaperText.settable(text), beyond: repertoire))
    }

    private func line(_ text: String) -> Notation {
        .text(PaperText.spelledOut(PaperText.line(text), beyond: repertoire))
    }
}
