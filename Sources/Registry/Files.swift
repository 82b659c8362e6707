package import Cooperation
import Dispatch
import Journal

/// What the store has of a file.
package enum StoredFile: Equatable, Sendable {
    case kept(media: String, bytes: [UInt8])
    /// It has been erased; the decision that said so.
    case erased(decision: String)
}

extension Registrar {
    /// A file by its commitment; nil when the store has never had one.
    ///
    /// Read on a thread and a connection of its own, so that neither readers of pages nor what is recorded waits for it.
    ///
    /// - Throws: `JournalError`.
    package nonisolated func file(_ commitment: Commitment) async throws -> StoredFile? {
        try await files.file(commitment)
    }
}

/// Reads files beside the registrar, one at a time.
final class FileReader: Sendable {
    private let queue = DispatchQueue(label: "samverka.files")
    private let database: String

    init(database: String) {
        self.database = database
    }

    func file(_ commitment: Commitment) async throws -> StoredFile? {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.read(commitment) }) }
        }
    }

    private func read(_ commitment: Commitment) throws -> StoredFile? {
        guard let digest = Digest(bytes: commitment.bytes) else { return nil }
        // Opened each time, which takes less than a millisecond: a connection that is kept would have to be closed before the
        // registrar's own for the journal to lie whole in one file.
        let journal = try Journal(file: database, mode: .readOnly)
        return switch try journal.content(digest) {
        case .kept(let media, let bytes): .kept(media: media, bytes: bytes)
        case .erased(let decision): .erased(decision: decision)
        case nil: nil
        }
    }
}
