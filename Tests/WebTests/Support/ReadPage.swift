/// A CSV file read back, by RFC 4180 and nothing of the site's own.
struct SpreadsheetFile {
    struct Malformed: Error {}

    private(set) var rows: [[String]] = []

    init(_ bytes: [UInt8]) throws {
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw Malformed() }
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 3
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\"") where isQuoted:
                if index + 1 < bytes.count, bytes[index + 1] == byte {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            case UInt8(ascii: "\"") where cell.isEmpty: isQuoted = true
            case UInt8(ascii: ",") where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
            case UInt8(ascii: "\r") where !isQuoted:
                guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") else { throw Malformed() }
                index += 1
                rows.append(row + [String(decoding: cell, as: UTF8.self)])
                (row, cell) = ([], [])
            default: cell.append(byte)
            }
            index += 1
        }
        guard row.isEmpty, cell.isEmpty, !isQuoted else { throw Malformed() }
    }
}

/// A page read back: tags, and the text between them.
struct ReadPage {
    enum Piece: Equatable {
        case open(String)
        case close(String)
        case text(String)
    }

    let pieces: [Piece]

    init(_ html: String) {
        var pieces: [Piece] = []
        var rest = Array(html.utf8)[...]
        while let first = rest.first {
            guard first == UInt8(ascii: "<") else {
                let text = rest.prefix { $0 != UInt8(ascii: "<") }
                pieces.append(.text(Self.decoded(String(decoding: text, as: UTF8.self))))
                rest = rest.dropFirst(text.count)
                continue
            }
            let tag = rest.prefix { $0 != UInt8(ascii: ">") }.dropFirst()
            let name = String(decoding: tag.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            pieces.append(name.hasPrefix("/") ? .close(String(name.dropFirst())) : .open(name))
            rest = rest.dropFirst(tag.count + 2)
        }
        self.pieces = pieces
    }

    /// The cells of every table, row by row; spaces that divide a number are taken out.
    var tables: [[[String]]] {
        var tables: [[[String]]] = []
        var isInCell = false
        for piece in pieces {
            switch piece {
            case .open("table"): tables.append([])
            case .open("tr"): tables[tables.count - 1].append([])
            case .open("td"), .open("th"):
                isInCell = true
                append("", to: &tables)
            case .close("td"), .close("th"): isInCell = false
            case .text(let text) where isInCell: add(text, to: &tables)
            default: break
            }
        }
        return tables
    }

    /// The text of every element of a name, without the tags inside.
    func texts(of name: String) -> [String] {
        var found: [String] = []
        var depth = 0
        for piece in pieces {
            switch piece {
            case .open(name):
                depth += 1
                if depth == 1 { found.append("") }
            case .close(name): depth -= 1
            case .text(let text) where depth > 0: found[found.count - 1] += text
            default: break
            }
        }
        return found
    }

    /// All the text of the page.
    var text: String {
        pieces.map { if case .text(let text) = $0 { text } else { " " } }.joined()
    }

    private func append(_ text: String, to tables: inout [[[String]]]) {
        let (table, row) = (tables.count - 1, tables[tables.count - 1].count - 1)
        tables[table][row].append(text)
    }

    private func add(_ text: String, to tables: inout [[[String]]]) {
        let (table, row) = (tables.count - 1, tables[tables.count - 1].count - 1)
        tables[table][row][tables[table][row].count - 1] += text
    }

    private static func decoded(_ text: String) -> String {
        var decoded = text
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            decoded = decoded.replacingAll(entity, with: character)
        }
        return decoded
    }
}

extension String {
    /// The figures of a number as a page writes it, without what divides thousands.
    var figures: Int? { Int(String(decoding: utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)) }

    /// The text with every occurrence of another replaced.
    func replacingAll(_ old: String, with new: String) -> String {
        guard !old.isEmpty else { return self }
        let (bytes, pattern) = (Array(utf8), Array(old.utf8))
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == pattern[0], bytes[index...].starts(with: pattern) {
                result += new.utf8
                index += pattern.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text without everything from one mark to the next end mark, every time it occurs.
    func without(from start: String, through end: String) -> String {
        var result: [UInt8] = []
        var rest = Array(utf8)[...]
        let (opening, closing) = (Array(start.utf8), Array(end.utf8))
        while !rest.isEmpty {
            if rest.starts(with: opening) {
                while !rest.isEmpty, !rest.starts(with: closing) { rest = rest.dropFirst() }
                rest = rest.dropFirst(closing.count)
            } else if let byte = rest.popFirst() {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether the text occurs, byte for byte.
    func holds(_ other: String) -> Bool { replacingAll(other, with: "").utf8.count != utf8.count }
}
