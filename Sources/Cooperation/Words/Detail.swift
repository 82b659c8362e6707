/// A statement of fact in words, with where it was found.
package struct Detail: Hashable, Sendable, Codable {
    package var text: Prose
    package var sources: [Source]

    /// The same before it has been written as a commitment.
    package struct Plain: Hashable, Sendable {
        package var text: Passage
        package var sources: [Source]

        /// A statement in plain text.
        package init(_ text: String, sources: [Source] = []) {
            self.text = .written(text)
            self.sources = sources
        }

        /// A statement that is recorded already, whole.
        package init(of detail: Detail) {
            text = .kept(detail.text)
            sources = detail.sources
        }
    }
}

extension Pen {
    /// The commitments to several statements, in the same order.
    package mutating func write(_ details: [Detail.Plain]) -> [Detail] {
        details.map { Detail(text: write($0.text), sources: $0.sources) }
    }
}
