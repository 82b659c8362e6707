/// A document as it is to be printed or saved: its words in their order, and what each of them is.
///
/// It knows nothing of the cooperation, and its texts are only ever text. What can't be set is put right where it is set: heading levels
/// never skip, rows of a table are equally long, and characters that can't be seen are shown by a mark.
package struct PrintedDocument: Hashable, Sendable {
    /// What the document is called; also its title to the programs that show it.
    package var title: String
    package var subtitle: String?
    /// `sv` or `en`: what a screen reader reads it in, and the language of the few words that aren't in the document itself.
    package var language: String
    /// The organisation or person that it is from.
    package var author: String
    /// The day as it is written under the title.
    package var date: String?
    /// When the file was made, in whole seconds since 1970.
    ///
    /// It stands among what the file says of itself. Nothing is drawn from the clock, so the same document gives the same bytes.
    package var made: Int64
    /// What stands at the top of each page.
    package var header: String
    /// What stands at the foot of each page, beside its number.
    package var footer: String
    package var blocks: [Block]

    /// A document.
    ///
    /// - Parameters:
    ///   - title: what it is called.
    ///   - subtitle: what stands under the title.
    ///   - language: `sv` or `en`.
    ///   - author: the organisation or person that it is from.
    ///   - date: the day, as it is written.
    ///   - made: when the file was made, in whole seconds since 1970.
    ///   - header: what stands at the top of each page.
    ///   - footer: what stands at the foot of each page.
    ///   - blocks: the document itself.
    package init(
        title: String,
        subtitle: String? = nil,
        language: String = "sv",
        author: String,
        date: String? = nil,
        made: Int64,
        header: String = "",
        footer: String = "",
        blocks: [Block]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.author = author
        self.date = date
        self.made = made
        self.header = header
        self.footer = footer
        self.blocks = blocks
    }

    /// A part of a document that stands by itself.
    package enum Block: Hashable, Sendable {
        /// A heading; the level is relative to the other headings, and what it becomes is settled in ``PrintedDocument/withHeadingsInOrder``.
        case heading(level: Int, [Run])
        case paragraph([Run])
        case list(ordered: Bool, items: [[Block]])
        case table(Table)
        /// A remark beside the text.
        case note([Run])
        /// A drawing: a whole SVG file, with what it shows in words, which stand in its place where it can't be drawn.
        case drawing([UInt8], description: String)
    }

    /// A table with a row of headers over its rows.
    package struct Table: Hashable, Sendable {
        package var caption: [Run]
        /// The header of each column.
        package var header: [[Run]]
        /// The cells of each row.
        package var rows: [[[Run]]]

        /// A table; short rows are filled with empty cells.
        package init(caption: [Run] = [], header: [[Run]], rows: [[[Run]]]) {
            self.caption = caption
            self.header = header
            self.rows = rows
        }

        /// How many columns there is something in.
        var columnCount: Int { rows.reduce(header.count) { max($0, $1.count) } }

        /// The cells of a row, with empty ones where it is short.
        func filled(_ row: [[Run]]) -> [[Run]] {
            row + Array(repeating: [], count: columnCount - row.count)
        }
    }

    /// A stretch of text of one kind.
    package enum Run: Hashable, Sendable {
        case plain(String)
        case strong(String)
        case emphasised(String)
        /// Text that was added. It is underlined, and words say so too.
        case inserted(String)
        /// Text that was taken away. It is struck, and words say so too.
        case removed(String)
        /// Text that leads to an address of http, https or mailto; with another address it is text only.
        case link(String, address: String)

        var text: String {
            switch self {
            case .plain(let text), .strong(let text), .emphasised(let text), .inserted(let text), .removed(let text),
                .link(let text, address: _):
                text
            }
        }
    }
}

extension PrintedDocument {
    /// The document with headings whose levels begin at 1 and never skip one on the way down.
    ///
    /// Readers who go by headings take a skipped level for a lost part, and PDF/UA forbids it. Headings that had the same level under
    /// the same heading still have the same. Those without words are left out.
    var withHeadingsInOrder: PrintedDocument {
        var outer: [Int] = []
        var document = self
        document.blocks = Self.inOrder(blocks, under: &outer)
        return document
    }

    private static func inOrder(_ blocks: [Block], under outer: inout [Int]) -> [Block] {
        var ordered: [Block] = []
        for block in blocks {
            switch block {
            case .heading(let level, let runs):
                guard runs.contains(where: { $0.text.unicodeScalars.contains { !$0.properties.isWhitespace } }) else { continue }
                while let last = outer.last, last >= level { outer.removeLast() }
                outer.append(level)
                ordered.append(.heading(level: min(outer.count, 6), runs))
            case .list(let isOrdered, let items):
                ordered.append(.list(ordered: isOrdered, items: items.map { inOrder($0, under: &outer) }))
            case .paragraph, .table, .note, .drawing:
                ordered.append(block)
            }
        }
        return ordered
    }
}
