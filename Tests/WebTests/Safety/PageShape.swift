import Cooperation
import FoundationEssentials
import Journal
import Markup
import Registry

@testable import Web

/// The shape of a page without its words: which elements it has, with which attributes, in which order.
struct PageShape: Equatable {
    /// Each element as `a href class`, and its end as `/a`.
    let tags: [String]

    init(_ html: String) {
        var tags: [String] = []
        var rest = Array(html.utf8)[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(start + 1)...]
            var names = ""
            var isQuoted = false
            while let byte = rest.popFirst(), isQuoted || byte != UInt8(ascii: ">") {
                if byte == UInt8(ascii: "\"") {
                    isQuoted.toggle()
                } else if !isQuoted {
                    names.unicodeScalars.append(Unicode.Scalar(byte))
                }
            }
            tags.append(names.replacingAll("=", with: ""))
        }
        self.tags = tags
    }

    /// The kinds of elements there are.
    var kinds: Set<String> { Set(tags) }
}

/// What is wrong with a file of the site, by its kind; nil when it can be read by those who read such files.
enum WrittenFile {
    static func fault(in bytes: [UInt8], of format: Format) -> String? {
        let beginning: [UInt8]? =
            switch format {
            case .docx, .odt, .xlsx, .zip: Array("PK".utf8)
            case .pdf: Array("%PDF-".utf8)
            case .png: [0x89, 0x50, 0x4E, 0x47]
            case .sqlite: Array("SQLite format 3".utf8)
            default: nil
            }
        if let beginning { return bytes.starts(with: beginning) ? nil : "it isn't \(format.rawValue)" }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.elementsEqual(bytes) else { return "it isn't UTF-8" }
        switch format {
        case .page: return Checker(Array(text.without(from: "<!DOCTYPE", through: ">").utf8)).problem
        case .json:
            do {
                _ = try JSONDecoder().decode(AnyJSON.self, from: Data(bytes))
                return nil
            } catch { return "\(error)" }
        case .csv:
            guard let rows = try? SpreadsheetFile(bytes).rows else { return "it isn't CSV" }
            if Set(rows.map(\.count)).count > 1 { return "its rows are of different lengths" }
            for cell in rows.joined() {
                let isFormula = cell.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
                if isFormula, Double(cell) == nil { return "a cell begins a formula: \(cell.debugDescription)" }
            }
            return nil
        case .atom:
            let body = text.without(from: "<?xml", through: "?>")
            if body.unicodeScalars.contains(where: {
                $0.value < 0x20 && !["\n", "\t", "\r"].contains($0) || $0.value == 0xFFFE || $0.value == 0xFFFF
            }) {
                return "it holds what XML may not"
            }
            return Self.faultOfXML(body)
        default: return nil
        }
    }

    /// What is wrong with XML: a tag that isn't closed, a sign that isn't escaped.
    private static func faultOfXML(_ text: String) -> String? {
        var open: [String] = []
        for (index, part) in text.components(separatedBy: "<").enumerated() where index > 0 {
            let pieces = part.components(separatedBy: ">")
            guard pieces.count == 2 else { return "a stray sign in \(part.debugDescription)" }
            let name = String(pieces[0].prefix { $0 != " " && $0 != "\n" && $0 != "/" || $0 == "/" && pieces[0].hasPrefix("/") })
            if pieces[0].hasPrefix("/") {
                guard open.popLast() == String(pieces[0].dropFirst()) else { return "\(name) closes nothing" }
            } else if !pieces[0].hasSuffix("/") {
                open.append(name)
            }
            for entity in (pieces[0] + pieces[1]).components(separatedBy: "&").dropFirst()
            where !["amp;", "lt;", "gt;", "quot;", "apos;", "#"].contains(where: { entity.hasPrefix($0) }) {
                return "an ampersand that isn't escaped"
            }
        }
        return open.isEmpty ? nil : "\(open) not closed"
    }

    private enum AnyJSON: Decodable {
        case value

        init(from decoder: any Decoder) throws {
            if let keys = try? decoder.container(keyedBy: Key.self) {
                for key in keys.allKeys { _ = try keys.decode(AnyJSON.self, forKey: key) }
            } else if var list = try? decoder.unkeyedContainer() {
                while !list.isAtEnd { _ = try list.decode(AnyJSON.self) }
            } else {
                let single = try decoder.singleValueContainer()
                if !single.decodeNil(), (try? single.decode(Bool.self)) == nil, (try? single.decode(Double.self)) == nil {
                    _ = try single.decode(String.self)
                }
            }
            self = .value
        }

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
    }
}
