package import Cooperation
import Journal

/// The name that somebody gave with a comment on a draft.
///
/// The comment is an act and lies beside the journal; the name is a person's, so it lies in the vault, with a purpose and a last day.
package enum ContributorName {
    /// What the records are kept for.
    static let purpose = "contributor name"
    /// How many days after the round the secretariat may need to know who has said what.
    package static let daysKept = 180

    /// The id under which a name is to lie.
    package static func newID() -> String { Hex.text(Random.bytes(16)) }
}

extension Registrar {
    /// Keeps the name that somebody gave with a comment; when this returns it is on disk.
    ///
    /// - Parameters:
    ///   - name: as it was given.
    ///   - id: what the comment calls it.
    ///   - round: the last day for comments.
    /// - Throws: `Unavailable`.
    package func keep(contributorName name: String, as id: String, afterRound round: Day) throws(Unavailable) {
        guard let bytes = Hex.bytes(id) else { return }
        let record = VaultRecord(
            id: bytes,
            owner: "installation",
            purpose: ContributorName.purpose,
            keepUntil: round.adding(days: ContributorName.daysKept).number,
            bytes: Array(name.utf8)
        )
        do {
            try journal().put([record])
            try publishVault()
        } catch {
            throw error == .storageFull ? .storageFull : .journal(error)
        }
    }

    /// The names that are kept, by what the comments call them.
    ///
    /// - Throws: `Unavailable`.
    package func contributorNames() throws(Unavailable) -> [String: String] {
        do {
            return Dictionary(
                try journal().vaultRecords(for: ContributorName.purpose).map { record in
                    (Hex.text(record.id), String(decoding: record.bytes, as: UTF8.self))
                },
                uniquingKeysWith: { first, _ in first }
            )
        } catch {
            throw .journal(error)
        }
    }
}
