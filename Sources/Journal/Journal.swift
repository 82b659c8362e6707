/// The store: an append-only chain of entries, the contents they commit to, and the vault.
///
/// Bytes and positions; what they mean is known above. Not Sendable: one SQLite connection each, owned by one thread or
/// executor, and nothing here may be called on a thread that must not block.
package final class Journal {
    let connection: SQLiteConnection
    /// The file.
    package let path: String

    /// What a journal is opened for.
    package enum Mode: Sendable, Equatable {
        case readWrite(create: Bool)
        case readOnly
    }

    /// Opens the journal in a file; with `create`, a missing or empty file becomes an empty journal.
    package init(file path: String, mode: Mode) throws(JournalError) {
        self.path = path
        switch mode {
        case .readOnly:
            connection = try SQLiteConnection(path, mode: .readOnly)
            try Schema.prepare(connection, path: path, create: false, migrate: false)
        case .readWrite(let create):
            // SQLite would make the file readable for everybody, and its log and index files copy the file's mode.
            if create, !DurableFile.exists(path) { try DurableFile.create(path, contents: []) }
            connection = try SQLiteConnection(path, mode: .readWrite)
            try Schema.prepare(connection, path: path, create: create, migrate: true)
            try connection.runScript(Schema.writerSettings)
        }
    }

    /// Appends what answers a number of requests, all of it in one transaction: everything is durable or nothing is.
    ///
    /// A form that has been answered before, or earlier in the same call, gets its first answer again and writes nothing.
    /// - Parameters:
    ///   - submissions: What to append, in order.
    ///   - expected: The position the entries were decided on; if the journal has moved on, nothing is written and
    ///     ``JournalError/moved(to:)`` is thrown. Nil for entries that hold wherever they land.
    ///   - version: The product version, kept so that an older one can name which version it takes to read the journal.
    /// - Returns: Where each submission ended up, in the same order.
    /// - Throws: ``JournalError/storageFull`` and the like; then nothing was written and the journal can be used on.
    package func append(
        _ submissions: [Submission],
        after expected: Int64? = nil,
        version: String
    ) throws(JournalError) -> [Answered] {
        try connection.transaction { () throws(JournalError) in
            var tip = try self.tip
            if let expected, expected != tip.position { throw .moved(to: tip.position) }
            var answers: [Answered] = []
            answers.reserveCapacity(submissions.count)
            for submission in submissions {
                if let form = submission.form, let first = try answered(form: form) {
                    answers.append(Answered(positions: first, isRepeat: true))
                    continue
                }
                let first = tip.position + 1
                for content in submission.contents { try insert(content) }
                for entry in submission.entries {
                    let placed = entry.placed(after: tip)
                    try insert(placed)
                    tip = Tip(position: placed.position, hash: placed.hash)
                }
                if let form = submission.form {
                    try connection.run(
                        "INSERT INTO answered(form, first, last) VALUES ($1, $2, $3)",
                        .blob(form),
                        .integer(first),
                        .integer(tip.position)
                    )
                }
                answers.append(Answered(positions: first..<tip.position + 1, isRepeat: false))
            }
            if try meta("version") != Array(version.utf8) { try setMeta("version", to: Array(version.utf8)) }
            return answers
        }
    }

    /// The positions that the answer to a form wrote, or nil if the form hasn't been answered.
    package func answered(form: [UInt8]) throws(JournalError) -> Range<Int64>? {
        var rows = try connection.query("SELECT first, last FROM answered WHERE form = $1", .blob(form))
        guard try rows.next() else { return nil }
        let (first, last) = (try rows.integer(0), try rows.integer(1))
        guard first >= 1, last >= first - 1, last < .max else { throw .corrupt("an answered form has no positions") }
        return first..<last + 1
    }

    /// The last entry's number and hash.
    package var tip: Tip {
        get throws(JournalError) {
            var rows = try connection.query("SELECT position, hash FROM journal ORDER BY position DESC LIMIT 1")
            return try rows.next() ? Tip(position: rows.integer(0), hash: rows.digest(1)) : .empty
        }
    }

    /// Calls a closure with each entry after a position, in order, without holding them all in memory.
    ///
    /// The entries are those of one moment, whatever other connections append meanwhile. The closure must not write
    /// through this journal.
    package func forEachEntry(after position: Int64 = 0, _ body: (Entry) throws -> Void) throws {
        var rows = try connection.query(Journal.entriesAfter, .integer(position), .integer(-1))
        while try rows.next() { try body(Journal.entry(rows)) }
    }

    /// The entries after a position, in order, at most a number of them.
    package func entries(after position: Int64, limit: Int) throws(JournalError) -> [Entry] {
        var rows = try connection.query(Journal.entriesAfter, .integer(position), .integer(Int64(limit)))
        var entries: [Entry] = []
        while try rows.next() { entries.append(try Journal.entry(rows)) }
        return entries
    }

    /// A value kept beside the journal under a name, such as the `version` that last appended.
    package func meta(_ key: String) throws(JournalError) -> [UInt8]? {
        var rows = try connection.query("SELECT value FROM meta WHERE key = $1", .text(key))
        return try rows.next() ? rows.blob(0) : nil
    }

    /// Keeps a value beside the journal under a name.
    package func setMeta(_ key: String, to value: [UInt8]) throws(JournalError) {
        try connection.run(
            "INSERT INTO meta(key, value) VALUES ($1, $2) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            .text(key),
            .blob(value)
        )
    }

    /// Lets the file grow to at most a number of pages of 4096 bytes; beyond it, ``JournalError/storageFull`` is thrown.
    ///
    /// For a quota, and for tests of a full disk. It holds for this connection only, and never below what the file has.
    package func limitPages(to count: Int) throws(JournalError) {
        try connection.run("PRAGMA max_page_count = \(count)")
    }

    /// Runs a closure in one transaction: all that it changes is durable when this returns, or none of it is changed.
    ///
    /// The closure must not begin another, as ``append(_:after:version:)``, ``put(_:)-([VaultRecord])`` and erasures do.
    package func inTransaction<Result>(_ body: () throws(JournalError) -> Result) throws(JournalError) -> Result {
        try connection.transaction(body)
    }

    /// How long a call waits for another connection that holds the database before it throws ``JournalError/busy``; 5 s if not set.
    package func waitForOthers(atMost seconds: Int) {
        connection.waitForOthers(atMost: seconds)
    }

    /// Copies the journal, contents, vault and accounts of this moment to a new file, while it is read and written.
    ///
    /// Sessions, links, requests for a new factor and drafts are left out (``Schema/leftOutOfBackups``).
    /// The copy is opened and verified before it gets its name, so a file with that name is a whole backup.
    package func backup(to path: String) throws(JournalError) {
        guard !DurableFile.exists(path) else { throw .cannotOpen(path: path, reason: "there is a file already") }
        let partial = path + ".partial"
        // A rollback journal left by an interrupted backup would be played into the new file.
        for leftover in [partial, partial + "-journal", partial + "-wal"] { DurableFile.remove(leftover) }
        try DurableFile.create(partial, contents: [])
        do throws(JournalError) {
            try copy(to: partial)
            let report = Verification.walk(file: partial, includingContents: true)
            if let finding = report.finding { throw JournalError.corrupt("the backup of \(self.path): \(finding)") }
            try DurableFile.rename(partial, to: path)
        } catch {
            DurableFile.remove(partial)
            throw error
        }
    }

    private func copy(to path: String) throws(JournalError) {
        let copy = try SQLiteConnection(path, mode: .readWrite)
        try connection.backup(to: copy)
        // The copy is one file, without a log that could be left behind when it is moved.
        try copy.run("PRAGMA journal_mode = DELETE")
        try copy.runScript(Schema.settings)
        guard try Schema.foundVersion(copy) >= 2 else { return }
        let leftOut = try copy.transaction { () throws(JournalError) in
            var count = 0
            for table in Schema.leftOutOfBackups {
                try copy.run("DELETE FROM \(table)")
                count += copy.changedRows
            }
            return count
        }
        // As in an erasure: a removed row may have left a copy of itself in a page's unused part.
        if leftOut > 0 { try copy.run("VACUUM") }
    }

    private static let entriesAfter = """
        SELECT position, previous, recorded, happened, precision, actor, kind, payload, hash
        FROM journal WHERE position > $1 ORDER BY position LIMIT $2
        """

    private static func entry(_ rows: borrowing Rows) throws(JournalError) -> Entry {
        let position = try rows.integer(0)
        guard let happened = Int32(exactly: try rows.integer(3)), let precision = Precision(rawValue: try rows.text(4))
        else { throw .corrupt("entry \(position) has no day") }
        return Entry(
            position: position,
            previous: try rows.digest(1),
            recorded: try rows.integer(2),
            happened: happened,
            precision: precision,
            actor: try rows.text(5),
            kind: try rows.text(6),
            payload: try rows.blob(7),
            hash: try rows.digest(8)
        )
    }

    private func insert(_ entry: Entry) throws(JournalError) {
        try connection.run(
            """
            INSERT INTO journal(position, previous, recorded, happened, precision, actor, kind, payload, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            .integer(entry.position),
            .blob(entry.previous.bytes),
            .integer(entry.recorded),
            .integer(Int64(entry.happened)),
            .text(entry.precision.rawValue),
            .text(entry.actor),
            .text(entry.kind),
            .blob(entry.payload),
            .blob(entry.hash.bytes)
        )
    }
}
