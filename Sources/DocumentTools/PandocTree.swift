/// A document as pandoc's own tree, in which a text can't become markup.
///
/// It holds no picture and nothing raw, which are what could make pandoc read other files.
struct PandocTree {
    private let document: PrintedDocument
    private let words: PaperWords
    /// The version of pandoc's tree, which pandoc wants to be its own.
    private let version: [Int]

    init(_ document: PrintedDocument, version: [Int]) {
        self.document = document.withHeadingsInOrder
        self.version = version
        words = PaperWords(document.language)
    }

    var bytes: [UInt8] {
        Notation.object([
            "pandoc-api-version": .list(version.map { .number(Int64($0)) }),
            "meta": .object([
                "title": meta(document.title),
                "subtitle": meta(document.subtitle),
                "author": meta(document.author),
                "date": meta(document.date),
                "lang": .object(["t": .text("MetaString"), "c": .text(words.tag)]),
            ]),
            "blocks": .list(document.blocks.map { block($0, isInList: false) }),
        ]).bytes
    }

    /// The version in what pandoc makes of an empty document.
    static func version(in tree: [UInt8]) -> [Int]? {
        let text = String(decoding: tree, as: UTF8.self)
        guard let name = text.firstRange(of: "\"pandoc-api-version\":["),
            let end = text[name.upperBound...].firstIndex(of: "]")
        else { return nil }
        let numbers = text[name.upperBound..<end].split(separator: ",").map { Int($0) }
        let version = numbers.compactMap(\.self)
        return version.count == numbers.count && version.count >= 2 ? version : nil
    }

    private func meta(_ text: String?) -> Notation {
        guard let text, !text.isEmpty else { return Self.made("MetaInlines", .list([])) }
        return Self.made("MetaInlines", .list([Self.made("Str", .text(PaperText.line(text)))]))
    }

    private func block(_ block: PrintedDocument.Block, isInList: Bool) -> Notation {
        switch block {
        case .heading(let level, let runs):
            Self.made("Header", .list([.number(Int64(level)), Self.noAttributes, inlines(runs)]))
        case .paragraph(let runs):
            Self.made(isInList ? "Plain" : "Para", inlines(runs))
        case .drawing(_, let description):
            Self.made(isInList ? "Plain" : "Para", inlines([.emphasised(description)]))
        case .note(let runs):
            Self.made("BlockQuote", .list([Self.made("Para", inlines(runs))]))
        case .list(let isOrdered, let items):
            list(isOrdered, .list(items.map { .list($0.map { self.block($0, isInList: true) }) }))
        case .table(let table):
            self.table(table)
        }
    }

    private func list(_ isOrdered: Bool, _ items: Notation) -> Notation {
        guard isOrdered else { return Self.made("BulletList", items) }
        let numbering = Notation.list([.number(1), Self.made("Decimal"), Self.made("Period")])
        return Self.made("OrderedList", .list([numbering, items]))
    }

    private func table(_ table: PrintedDocument.Table) -> Notation {
        let caption = table.caption.isEmpty ? [] : [Self.made("Plain", inlines(table.caption))]
        let column = Notation.list([Self.made("AlignDefault"), Self.made("ColWidthDefault")])
        let header = table.header.isEmpty ? [] : [row(table.filled(table.header))]
        let body = Notation.list([Self.noAttributes, .number(0), .list([]), .list(table.rows.map { row(table.filled($0)) })])
        return Self.made(
            "Table",
            .list([
                Self.noAttributes,
                .list([.nothing, .list(caption)]),
                .list(Array(repeating: column, count: table.columnCount)),
                .list([Self.noAttributes, .list(header)]),
                .list([body]),
                .list([Self.noAttributes, .list([])]),
            ])
        )
    }

    private func row(_ cells: [[PrintedDocument.Run]]) -> Notation {
        let cells = cells.map { cell in
            Notation.list([
                Self.noAttributes, Self.made("AlignDefault"), .number(1), .number(1), .list([Self.made("Plain", inlines(cell))]),
            ])
        }
        return .list([Self.noAttributes, .list(cells)])
    }

    private func inlines(_ runs: [PrintedDocument.Run]) -> Notation {
        .list(runs.flatMap(inlines))
    }

    private func inlines(_ run: PrintedDocument.Run) -> [Notation] {
        switch run {
        case .plain(let text):
            return strings(text)
        case .strong(let text):
            return [Self.made("Strong", .list(strings(text)))]
        case .emphasised(let text):
            return [Self.made("Emph", .list(strings(text)))]
        case .inserted(let text):
            return strings("[\(words.added): ") + [Self.made("Underline", .list(strings(text)))] + strings("]")
        case .removed(let text):
            return strings("[\(words.struck): ") + [Self.made("Strikeout", .list(strings(text)))] + strings("]")
        case .link(let text, let address):
            guard let address = PaperText.address(address) else { return strings(text) }
            return [Self.made("Link", .list([Self.noAttributes, .list(strings(text)), .list([.text(address), .text("")])]))]
        }
    }

    private func strings(_ text: String) -> [Notation] {
        var strings: [Notation] = []
        for (number, line) in PaperText.settable(text).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { strings.append(Self.made("LineBreak")) }
            if !line.isEmpty { strings.append(Self.made("Str", .text(String(line)))) }
        }
        return strings
    }

    private static let noAttributes = Notation.list([.text(""), .list([]), .list([])])

    private static func made(_ kind: String) -> Notation {
        .object(["t": .text(kind)])
    }

    private static func made(_ kind: String, _ content: Notation) -> Notation {
        .object(["t": .text(kind), "c": content])
    }
}
