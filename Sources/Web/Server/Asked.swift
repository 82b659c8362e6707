package import HTTPTypes

/// What a page is asked.
///
/// It is read once, at the front door: the path is decoded, and the query holds only what the route has said that it reads. So two
/// requests that look the same to a handler are the same to the cache.
package struct Asked: Sendable {
    package let method: HTTPRequest.Method
    /// The path as it was sent, without the query and never decoded; for links back to the same page.
    package let rawPath: String
    /// The decoded steps of the path, without the format's suffix.
    package let steps: [String]
    package let values: PathValues
    package let format: Format
    package let query: Query
    package let fields: HTTPFields
    package let language: PageLanguage
    package let requestID: String
    package internal(set) var viewer: Viewer
    /// The other end of the connection, for counting failed attempts; never logged.
    package internal(set) var peer = ""
    /// Microseconds since 1970-01-01 UTC.
    package internal(set) var instant: Int64 = 0
    package internal(set) var body: [UInt8]

    /// A value from the path, by its name in the route's pattern; empty if the pattern has no such name.
    package subscript(_ name: String) -> String {
        values[name] ?? ""
    }

    /// A value from the path, read as a type; what can't be read as one is a page that does not exist.
    package func value<Value: LosslessStringConvertible>(
        _ name: String,
        as type: Value.Type = Value.self
    ) throws(Fault) -> Value {
        guard let value = Value(self[name]) else { throw .notFound }
        return value
    }

    /// A value from the query, read as a type; nil if it was left out or is empty.
    package func parameter<Value: LosslessStringConvertible>(
        _ name: String,
        as type: Value.Type = Value.self
    ) throws(Fault) -> Value? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let value = Value(text) else {
            throw .unreadable(.value(name))
        }
        return value
    }

    /// The pairs of the form that was sent, with files or without.
    package func form() throws(Fault) -> Query {
        if let multipart = try multipart() { return Query(multipart.fields) }
        guard let form = Query(form: body) else {
            throw .unreadable(.form)
        }
        return form
    }

    /// The files of the form that was sent; a field where none was chosen has none.
    package var files: [SentFile] {
        get throws(Fault) { try multipart()?.files ?? [] }
    }

    /// The form, when it was sent as one with files.
    private func multipart() throws(Fault) -> Multipart? {
        guard let type = fields[.contentType], Multipart.isType(type) else { return nil }
        guard let multipart = Multipart(body, type: type) else {
            throw .unreadable(.form)
        }
        return multipart
    }
}

/// The language of a page, which is a part of its address.
package enum PageLanguage: String, Sendable, CaseIterable {
    case swedish = "sv"
    case english = "en"

    /// The name in the query that chooses it.
    package static let parameter = "sprak"
}

/// The values of a path, by their names in the pattern.
package struct PathValues: Sendable, Equatable {
    private let pairs: [(name: String, value: String)]

    init(_ pairs: [(name: String, value: String)] = []) {
        self.pairs = pairs
    }

    package subscript(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.pairs.elementsEqual(right.pairs, by: ==)
    }
}

/// Decoded pairs of a query or a form, in the order they were sent.
package struct Query: Sendable, Equatable {
    package struct Pair: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    package private(set) var pairs: [Pair] = []

    package init() {}

    init(_ pairs: [Pair]) {
        self.pairs = pairs
    }

    /// The first value with a name.
    package subscript(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// Every value with a name, as from a group of checkboxes.
    package func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// Reads what stands after the question mark; nil if the encoding is broken.
    init?(_ text: some Sequence<UInt8>) {
        self.init(bytes: Array(text), allowsControls: false)
    }

    /// Reads a form's body, whose values may hold any character; nil if the encoding is broken.
    init?(form bytes: [UInt8]) {
        self.init(bytes: bytes, allowsControls: true)
    }

    private init?(bytes: [UInt8], allowsControls: Bool) {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard
                let first = parts.first,
                let name = PercentEncoding.decode(first, plusIsSpace: true),
                let value = parts.count == 2
                    ? PercentEncoding.decode(parts[1], plusIsSpace: true, allowsControls: allowsControls) : ""
            else { return nil }
            pairs.append(Pair(name: name, value: value))
        }
    }

    /// Keeps only what a route reads.
    func reading(_ names: [String]) -> Query {
        var kept = Query()
        kept.pairs = pairs.filter { names.contains($0.name) }
        return kept
    }
}
