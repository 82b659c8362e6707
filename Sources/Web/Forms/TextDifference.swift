import Difference

/// Where two texts differ, word by word, so that both can be shown with what differs marked.
struct TextDifference: Equatable {
    /// A stretch of a text.
    struct Piece: Equatable {
        var text: String
        /// Whether the other text lacks it.
        var differs: Bool
    }

    /// The whole of the first text, in stretches.
    private(set) var first: [Piece] = []
    /// The whole of the second text, in stretches.
    private(set) var second: [Piece] = []

    /// Compares two texts.
    init(_ first: String, _ second: String) {
        for piece in WordDifference(from: first, to: second).pieces {
            switch piece {
            case .same(let text):
                Self.add(text, differs: false, to: &self.first)
                Self.add(text, differs: false, to: &self.second)
            case .removed(let text): Self.add(text, differs: true, to: &self.first)
            case .inserted(let text): Self.add(text, differs: true, to: &self.second)
            }
        }
    }

    private static func add(_ text: String, differs: Bool, to pieces: inout [Piece]) {
        if pieces.last?.differs == differs {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(Piece(text: text, differs: differs))
        }
    }
}
