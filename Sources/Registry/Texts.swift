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
        try journal.forEachContent(of: Texts.media) { digest, content in
            guard let commitment = Commitment(bytes: digest.bytes) else { return }
            switch content {
            case .kept(_, let bytes): wordings[commitment] = .text(String(decoding: bytes, as: UTF8.self))
            // Files that are erased too: their pages say so.
            case .erased(let decision): wordings[commitment] = .erased(decision: decision)
            }
        }
        self.wordings = wordings
    }

    package func wording(of prose: Prose) -> Wording {
        wordings[prose.commitment] ?? .missing
    }

    mutating func add(_ written: [Pen.Written]) {
        for text in written {
            if case .text(let words) = text.matter, wordings[text.commitment] == nil { wordings[text.commitment] = .text(words) }
        }
    }
}

extension Pen {
    /// A pen that salts each text and file at random and seals it as the content store does.
    static var salted: Pen {
        Pen { matter in
            let content =
                switch matter {
                case .text(let text): NewContent(media: Texts.media, bytes: Array(text.utf8))
                case .file(let media, let bytes): NewContent(media: media, bytes: bytes)
                }
            guard let commitment = Commitment(bytes: content.commitment.bytes) else {
                preconditionFailure("a digest is 32 bytes long, as a commitment is")
            }
            return Pen.Written(commitment: commitment, salt: content.salt, matter: matter)
        }
    }
}

extension Pen.Written {
    /// The text or the file as the content store keeps it.
    var content: NewContent {
        guard let digest = Digest(bytes: commitment.bytes) else {
            preconditionFailure("a commitment is 32 bytes long, as a digest is")
        }
        return switch matter {
        case .text(let text): NewContent(commitment: digest, salt: salt, media: Texts.media, bytes: Array(text.utf8))
        case .file(let media, let bytes): NewContent(commitment: digest, salt: salt, media: media, bytes: bytes)
        }
    }
}
