package import Cooperation
import HashTreeCollections
import Journal

/// The texts beside the journal, in memory, found by commitment.
///
/// A value on a persistent tree: readers keep the one they began with while the registrar adds to the next.
package struct Texts: Contents {
    private var wordings: TreeDictionary<Commitment, Wording> = [:]

    /// How texts are marked in the content store; files have other media types and are not held in memory.
    static let media = "text/plain; charset=utf-8"

    init() {}

    /// The texts of a journal.
    init(of journal: Journal) throws {
        var wordings = TreeDictionary<Commitment, Wording>()
        try journal.forEachContent { digest, content in
            guard let commitment = Commitment(bytes: digest.bytes) else { return }
            switch content {
            case .kept(Texts.media, let bytes): wordings[commitment] = .text(String(decoding: bytes, as: UTF8.self))
            case .kept: break
            case .erased(let decision): wordings[commitment] = .erased(decision: decision)
            }
        }
        self.wordings = wordings
    }

    package func wording(of prose: Prose) -> Wording {
        wordings[prose.commitment] ?? .missing
    }

    mutating func add(_ written: [Pen.Written]) {
        for text in written where wordings[text.prose.commitment] == nil {
            wordings[text.prose.commitment] = .text(text.text)
        }
    }
}

extension Pen {
    /// A pen that salts each text at random and seals it as the content store does.
    static var salted: Pen {
        Pen { text in
            let content = NewContent(media: Texts.media, bytes: Array(text.utf8))
            guard let commitment = Commitment(bytes: content.commitment.bytes) else {
                preconditionFailure("a digest is 32 bytes long, as a commitment is")
            }
            return Pen.Written(prose: Prose(commitment), salt: content.salt, text: text)
        }
    }
}

extension Pen.Written {
    /// The text as the content store keeps it.
    var content: NewContent {
        NewContent(salt: salt, media: Texts.media, bytes: Array(text.utf8))
    }
}
