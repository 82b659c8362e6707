/// Where a fact was found: a web address, or the name of a document.
package struct Source: Hashable, Sendable {
    /// The address, or the name of the document in Swedish.
    package let text: String

    /// A source with that address or name.
    package init(_ text: String) {
        self.text = text
    }

    /// Whether a reader can follow it.
    package var isAddress: Bool {
        text.utf8.starts(with: "https://".utf8) || text.utf8.starts(with: "http://".utf8)
    }
}

extension Source: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
