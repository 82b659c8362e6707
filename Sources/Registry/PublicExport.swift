package import Cooperation
import FoundationEssentials
package import Journal

/// The journal as the public may have it: every act and every text that the gate of visibility lets through.
///
/// An act about something that has been withdrawn keeps its place and its hash, without its content: the chain can still be followed past
/// it, though that entry can't be recomputed.
package struct PublicExport: Encodable, Sendable {
    struct ExportedAct: Encodable, Sendable {
        var position: Int64
        var previous: String
        var recorded: Int64
        var happened: String
        var actor: String
        var kind: String
        /// The payload as it is stored; left out when what it is about has been withdrawn.
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

    var format = "samverka-export-1"
    var licence = "CC0-1.0"
    var asOf: String
    var position: Int64
    var hash: String
    var acts: [ExportedAct] = []
    /// By commitment.
    var texts: [String: ExportedText] = [:]

    /// The export of a journal.
    ///
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
        let withdrawn = snapshot.cooperation.withdrawnSubjects
        for entry in entries {
            let position = Position(entry.position)
            guard let record = snapshot.timeline[position] else { continue }
            let subjects = snapshot.timeline.subjects(of: record)
            let isShown = withdrawn.isDisjoint(with: subjects)
            for prose in try record.act.proses() {
                if isShown { shown.insert(prose.commitment) } else { hidden.insert(prose.commitment) }
            }
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
            switch snapshot.texts.wording(of: Prose(commitment)) {
            case .text(let text):
                let salt = try Digest(bytes: commitment.bytes).flatMap { try journal.salt(of: $0) }
                texts[commitment.hexadecimal] = ExportedText(
                    text: text,
                    salt: salt.flatMap { Commitment(bytes: $0)?.hexadecimal },
                    media: Texts.media
                )
            case .erased(let decision): texts[commitment.hexadecimal] = ExportedText(erased: decision)
            case .missing: break
            }
        }
    }

    /// The export as JSON.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Array(try encoder.encode(self))
    }
}
