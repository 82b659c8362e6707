package import Cooperation
import FoundationEssentials
package import Journal

/// The journal as the public may have it: every act and every text that the gate of visibility lets through.
///
/// An act about something that is hidden, because it has been withdrawn or because its day hasn't come, keeps its place and its hash,
/// without its content: the chain can still be followed past it, though that entry can't be recomputed.
package struct PublicExport: Encodable, Sendable {
    struct ExportedAct: Encodable, Sendable {
        var position: Int64
        var previous: String
        var recorded: Int64
        var happened: String
        var actor: String
        var kind: String
        /// The payload as it is stored; left out when what it is about is hidden.
        var payload: String?
        var hash: String
    }

    struct ExportedText: Encodable, Sendable {
        var text: String?
        /// Hexadecimal; with it, the media type and the text anybody can recompute the commitment.
        var salt: String?
        var media: String?
        /// The decision by which the text was erased.
        var erased: String?
    }

    struct ExportedFile: Encodable, Sendable {
        /// Hexadecimal; with it, the media type and the file itself anybody can recompute the commitment.
        var salt: String?
        var media: String?
        /// The decision by which the file was erased.
        var erased: String?
    }

    var format = "samverka-export-1"
    var licence = "CC0-1.0"
    var asOf: String
    var position: Int64
    var hash: String
    var acts: [ExportedAct] = []
    /// By commitment.
    var texts: [String: ExportedText] = [:]
    /// The files that acts refer to, by commitment, without their bytes.
    var files: [String: ExportedFile] = [:]

    /// The export of a journal.
    ///
    /// - Parameters:
    ///   - journal: the journal.
    ///   - day: the Swedish day it is.
    /// - Throws: `JournalError` or `OpeningFault`.
    package init(_ journal: Journal, on day: Day) async throws {
        let snapshot = try await ReadJournal(journal).snapshot
        // A server may have written more in between; what is exported is what was folded.
        let entries = try journal.entries(after: 0, limit: Int(snapshot.tip.position))
        asOf = day.iso
        position = snapshot.tip.position
        hash = snapshot.tip.hash.hex
        var hidden: Set<Commitment> = []
        var shown: Set<Commitment> = []
        var attached: Set<Commitment> = []
        let gate = Gate(snapshot.timeline, today: day)
        for entry in entries {
            let position = Position(entry.position)
            guard let record = snapshot.timeline[position] else { continue }
            let isShown = gate.lets(record)
            for prose in try record.act.proses() {
                if isShown {
                    shown.insert(prose.commitment)
                } else if !record.act.isWriting {
                    hidden.insert(prose.commitment)
                }
            }
            if let attachment = record.act.attachment { attached.insert(attachment.commitment) }
            acts.append(
                ExportedAct(
                    position: entry.position,
                    previous: entry.previous.hex,
                    recorded: entry.recorded,
                    happened: record.happened.iso,
                    actor: entry.actor,
                    kind: entry.kind,
                    payload: isShown ? String(decoding: entry.payload, as: UTF8.self) : nil,
                    hash: entry.hash.hex
                )
            )
        }
        for commitment in shown.subtracting(hidden) {
            let wording = snapshot.texts.wording(of: Prose(commitment))
            if attached.contains(commitment) {
                files[commitment.hexadecimal] = try Self.file(commitment, wording, journal)
                continue
            }
            switch wording {
            case .text(let text):
                texts[commitment.hexadecimal] = ExportedText(
                    text: text,
                    salt: try Self.seal(commitment, journal)?.salt,
                    media: Texts.media
                )
            case .erased(let decision): texts[commitment.hexadecimal] = ExportedText(erased: decision)
            case .missing: break
            }
        }
    }

    private static func file(_ commitment: Commitment, _ wording: Wording, _ journal: Journal) throws -> ExportedFile {
        if case .erased(let decision) = wording { return ExportedFile(erased: decision) }
        let seal = try seal(commitment, journal)
        return ExportedFile(salt: seal?.salt, media: seal?.media)
    }

    private static func seal(_ commitment: Commitment, _ journal: Journal) throws -> (salt: String, media: String)? {
        guard let digest = Digest(bytes: commitment.bytes), let seal = try journal.seal(of: digest),
            let salt = Commitment(bytes: seal.salt)?.hexadecimal
        else { return nil }
        return (salt, seal.media)
    }

    /// The export as JSON.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Array(try encoder.encode(self))
    }
}

extension Act {
    /// Whether it is about an edition that is being written: what was in force before, and what is locked after, has the same texts.
    fileprivate var isWriting: Bool {
        switch self {
        case .drafting: true
        case .record(.corrected(let correction)): correction.replacement.isWriting
        default: false
        }
    }
}
