import Difference
import Markup

/// A stretch of two texts that are compared, ready to show.
struct DifferencePiece: Encodable, Sendable {
    /// What has become of it.
    enum Change: String, Encodable, Sendable { case same, removed, inserted }

    var change: Change
    var text: String

    /// The stretches of a difference.
    ///
    /// - Parameters:
    ///   - difference: the comparison.
    ///   - isShortened: whether long stretches that are the same are left out but for their ends, which show where one is.
    /// - Returns: the stretches in order.
    static func all(of difference: WordDifference, isShortened: Bool = false) -> [Self] {
        difference.pieces.map { piece in
            switch piece {
            case .same(let text): Self(change: .same, text: isShortened ? shortened(text) : text)
            case .removed(let text): Self(change: .removed, text: text)
            case .inserted(let text): Self(change: .inserted, text: text)
            }
        }
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > 600 else { return text }
        let (head, tail) = (text.prefix(200), text.suffix(200))
        guard let end = head.lastIndex(where: \.isWhitespace), let start = tail.firstIndex(where: \.isWhitespace) else {
            return text
        }
        return "\(head[..<end]) …\n\n… \(tail[tail.index(after: start)...])"
    }
}

extension HTML {
    /// A difference to read: what is added underlined, what is struck struck through, and both said in words to who can't see it.
    ///
    /// - Parameters:
    ///   - pieces: the two texts as one.
    ///   - struck: what is said before what is gone: 'struket:'.
    ///   - added: what is said before what has come: 'tillagt:'.
    ///   - end: what is said after a change.
    func difference(_ pieces: [DifferencePiece], struck: String, added: String, end: String) {
        p(.class("difference"), .content) {
            for piece in pieces {
                switch piece.change {
                case .same: text(piece.text)
                case .removed:
                    del {
                        span("\(struck) ", .class("unseen"))
                        text(piece.text)
                        span(" \(end)", .class("unseen"))
                    }
                case .inserted:
                    ins {
                        span("\(added) ", .class("unseen"))
                        text(piece.text)
                        span(" \(end)", .class("unseen"))
                    }
                }
            }
        }
    }
}
