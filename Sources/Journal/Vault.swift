/// A record that names a person: it has an owner, a purpose, and a day after which it must go.
package struct VaultRecord: Sendable, Equatable {
    /// A random identifier, never used for anything else.
    package var id: [UInt8]
    /// Who answers for it.
    package var owner: String
    /// What it is kept for.
    package var purpose: String
    /// The last day it may be kept, in days since 1970-01-01.
    package var keepUntil: Int32
    /// The record itself.
    package var bytes: [UInt8]

    /// A record to keep.
    package init(id: [UInt8], owner: String, purpose: String, keepUntil: Int32, bytes: [UInt8]) {
        self.id = id
        self.owner = owner
        self.purpose = purpose
        self.keepUntil = keepUntil
        self.bytes = bytes
    }
}

extension Journal {
    /// Keeps records, all or none; one with the same id is replaced.
    package func put(_ records: [VaultRecord]) throws(JournalError) {
        try connection.transaction { () throws(JournalError) in
            for record in records {
                try connection.run(
                    """
                    INSERT INTO vault(id, owner, purpose, keep_until, bytes) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT(id) DO UPDATE SET owner = excluded.owner, purpose = excluded.purpose,
                        keep_until = excluded.keep_until, bytes = excluded.bytes
                    """,
                    .blob(record.id),
                    .text(record.owner),
                    .text(record.purpose),
                    .integer(Int64(record.keepUntil)),
                    .blob(record.bytes)
                )
            }
            if !records.isEmpty { try raiseVaultRevision() }
        }
    }

    /// The record with an id, or nil if there is none.
    package func vaultRecord(_ id: [UInt8]) throws(JournalError) -> VaultRecord? {
        var rows = try connection.query(
            "SELECT id, owner, purpose, keep_until, bytes FROM vault WHERE id = $1",
            .blob(id)
        )
        return try rows.next() ? Journal.vaultRecord(rows) : nil
    }

    /// The records that are kept for one purpose, in no order.
    package func vaultRecords(for purpose: String) throws(JournalError) -> [VaultRecord] {
        var rows = try connection.query(
            "SELECT id, owner, purpose, keep_until, bytes FROM vault WHERE purpose = $1",
            .text(purpose)
        )
        var records: [VaultRecord] = []
        while try rows.next() { records.append(try Journal.vaultRecord(rows)) }
        return records
    }

    /// The ids of the records whose last day has passed.
    package func vaultRecordsDue(by day: Int32) throws(JournalError) -> [[UInt8]] {
        var rows = try connection.query("SELECT id FROM vault WHERE keep_until < $1", .integer(Int64(day)))
        var ids: [[UInt8]] = []
        while try rows.next() { ids.append(try rows.blob(0)) }
        return ids
    }

    /// Calls a closure with each record, one at a time.
    package func forEachVaultRecord(_ body: (VaultRecord) throws -> Void) throws {
        var rows = try connection.query("SELECT id, owner, purpose, keep_until, bytes FROM vault")
        while try rows.next() { try body(Journal.vaultRecord(rows)) }
    }

    /// A number that grows whenever the vault changes or a content is erased, so that a page made before is known as old.
    package var vaultRevision: Int64 {
        get throws(JournalError) {
            let text = try meta("vault_revision").map { String(decoding: $0, as: UTF8.self) } ?? "0"
            guard let revision = Int64(text) else { throw .corrupt("the vault revision is not a number") }
            return revision
        }
    }

    func raiseVaultRevision() throws(JournalError) {
        let next = try vaultRevision + 1
        try setMeta("vault_revision", to: Array(String(next).utf8))
    }

    private static func vaultRecord(_ rows: borrowing Rows) throws(JournalError) -> VaultRecord {
        guard let keepUntil = Int32(exactly: try rows.integer(3)) else {
            throw .corrupt("a vault record has no day to be kept until")
        }
        return VaultRecord(
            id: try rows.blob(0),
            owner: try rows.text(1),
            purpose: try rows.text(2),
            keepUntil: keepUntil,
            bytes: try rows.blob(4)
        )
    }
}
