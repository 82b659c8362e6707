import Cooperation
import HTTPTypes

/// Every list that can be had as a file, and what the record rests on, ready to show.
struct OpenDataPage: Encodable, Sendable {
    /// A list with an address of its own.
    struct List: Encodable, Sendable {
        var title: String
        /// The steps of the page's address.
        var steps: [String]
        /// The endings that the address can have: 'csv'.
        var formats: [String]
        /// The columns of the CSV file, in order.
        var fields: [String]
    }

    /// Pages of one kind, each with files of its own.
    struct Kind: Encodable, Sendable {
        /// The form of the address: '/kommuner/{name}'.
        var pattern: String
        var formats: [String]
    }

    /// A source, and how many facts rest on it.
    struct SourceRow: Encodable, Sendable {
        var source: Source
        var facts: Int
    }

    var licence = "CC0-1.0"
    var lists: [List]
    var kinds: [Kind]
    /// Those that most facts rest on first.
    var sources: [SourceRow]

    /// The page of open data.
    ///
    /// - Parameters:
    ///   - reading: what the page is made of.
    ///   - routes: the site's own list of addresses, so that no file is promised that isn't there, and none is forgotten.
    ///   - tables: the lists with their files, by the pattern of their address.
    init(_ reading: Reading, routes: [Route], tables: [String: (title: String, table: Table)]) {
        let files = routes.filter { $0.method == .get }.map { route in
            (route: route, formats: route.formats.filter { $0 != .page && $0 != .json }.map(\.rawValue))
        }
        lists = files.compactMap { file in
            guard let (title, table) = tables[file.route.pattern.description] else { return nil }
            let steps = file.route.pattern.description.split(separator: "/").map(String.init)
            return List(title: title, steps: steps, formats: ["json"] + file.formats, fields: table.columns)
        }
        kinds = files.compactMap { file in
            let pattern = file.route.pattern.description
            guard pattern.utf8.contains(UInt8(ascii: "{")), file.route.formats.contains(.json) else { return nil }
            return Kind(pattern: pattern, formats: ["json"] + file.formats)
        }
        sources = SourceCounts(reading).inOrder.map { SourceRow(source: $0.source, facts: $0.count) }
    }

    /// The sources as a table for a file.
    func table(_ words: Words) -> Table {
        Table(columns: [words.openData.source, words.openData.times], rows: sources.map { [$0.source.text, "\($0.facts)"] })
    }
}
