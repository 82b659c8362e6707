/// A text of a request: written now, or kept as it is recorded already.
///
/// Whoever changes one thing of many keeps the texts that nobody touched, with their commitments. So the erasure of a text reaches every act
/// that has it, also those recorded afterwards, and what is erased already is never written anew as the words that stand in its place.
package enum Passage: Hashable, Sendable {
    case written(String)
    case kept(Prose)
}

extension Passage {
    /// Whether it is written now and there is nothing but white space.
    var isBlank: Bool { if case .written(let text) = self { text.isBlank } else { false } }
}

extension Passage: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self = .written(text)
    }
}

extension Pen {
    /// The commitment to a passage: a new one, which is kept in `written`, or the one it has.
    package mutating func write(_ passage: Passage) -> Prose {
        switch passage {
        case .written(let text): write(text)
        case .kept(let prose): prose
        }
    }

    /// The commitment to a passage, or nil when there is none.
    package mutating func write(_ passage: Passage?) -> Prose? {
        passage.map { write($0) }
    }

    /// The commitments to several passages, in the same order.
    package mutating func write(_ passages: [Passage]) -> [Prose] {
        passages.map { write($0) }
    }
}
