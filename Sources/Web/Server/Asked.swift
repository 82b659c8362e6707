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

    /// The pairs of the form that was sent.
    package func form() throws(Fault) -> Query {
        guard let form = Query(form: body) else {
            throw .unreadable(.form)
        }
        return form
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
        self.init(bytes: Array(text), allowsLines: false)
    }

    /// Reads a form's body; nil if the encoding is broken.
    init?(form bytes: [UInt8]) {
        self.init(bytes: bytes, allowsLines: true)
    }

    private init?(bytes: [UInt8], allowsLines: Bool) {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard
                let first = parts.first,
                let name = PercentEncoding.decode(first, plusIsSpace: true, allowsLines: allowsLines),
                let value = parts.count == 2
                    ? PercentEncoding.decode(parts[1], plusIsSpace: true, allowsLines: allowsLines) : ""
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

/// Who is looking, as far as the front door needs to know.
package struct Viewer: Sendable, Equatable {
    /// The class whose members see the same pages; `anyone` is the public.
    package let group: String
    /// What the viewer may do, in the words that routes ask for.
    package let capacities: Set<String>
    /// Something for handlers to find the person by; never logged.
    package let key: String?

    package init(group: String, capacities: Set<String>, key: String?) {
        self.group = group
        self.capacities = capacities
        self.key = key
    }

    package static let anyone = Viewer(group: "", capacities: [], key: nil)

    /// Whether this is a reader who has not signed in.
    package var isAnyone: Bool { key == nil }
}
