/// Something to erase, or that has been.
package enum Erasable: Hashable, Sendable {
    /// The content with a commitment.
    case content(Digest)
    /// The vault record with an id.
    case record([UInt8])
}

/// What came of applying a list of erasures to a restored database.
package struct AppliedErasures: Sendable, Equatable {
    /// How many contents and records the list erased that the database still had.
    package let erased: Int
    /// The numbers of lines that could not be read, such as one cut short by a power failure.
    package let unreadableLines: [Int]
}

extension Journal {
    /// Erases contents and vault records for good, by a decision that is shown in their place.
    ///
    /// The list is on disk before the database changes, so a backup from before can be made to forget too. Afterwards the
    /// database file is written anew (``scrub()``), so erase many things in one call. What isn't there is passed over.
    /// - Parameters:
    ///   - targets: What to erase.
    ///   - decision: The text of the decision, on one line.
    ///   - list: The file of erasures, outside the database.
    /// - Returns: How many of the targets were there to erase.
    /// - Throws: ``JournalError/busy`` if a reader kept the log from being emptied, ``JournalError/storageFull`` if the
    ///   file couldn't be written anew. The same call is safe to make again.
    package func erase(
        _ targets: [Erasable],
        decision: String,
        list: String
    ) throws(JournalError) -> Int {
        let line = decision.split(whereSeparator: \.isNewline).joined(separator: " ")
        var lines: [String] = []
        for target in targets where try holds(target) { lines.append(Journal.listed(target, decision: line)) }
        try DurableFile.append(lines, to: list)
        let count = try remove(targets.map { ($0, line) })
        try scrub()
        return count
    }

    /// Erases from a restored database what the list says was erased after the backup was made.
    package func applyErasures(list: String) throws(JournalError) -> AppliedErasures {
        var targets: [(Erasable, decision: String)] = []
        var unreadable: [Int] = []
        for (index, line) in try DurableFile.lines(list).enumerated() where !line.isEmpty {
            if let erasure = Journal.erasure(line) { targets.append(erasure) } else { unreadable.append(index + 1) }
        }
        let count = try remove(targets)
        if count > 0 { try scrub() }
        return AppliedErasures(erased: count, unreadableLines: unreadable)
    }

    /// Writes the database file anew and empties its log, so that no trace of anything erased is left in either.
    ///
    /// `secure_delete` overwrites a removed row where it stands, but not every copy that an earlier reordering of a page
    /// left in the page's unused part: some 1 in 500 removed rows could still be found in the file. The time it takes grows
    /// with the file, and so does the room it needs meanwhile.
    package func scrub() throws(JournalError) {
        try connection.run("VACUUM")
        var rows = try connection.query("PRAGMA wal_checkpoint(TRUNCATE)")
        // The answer is a row, not an error, when a reader kept the log from being emptied.
        if try rows.next(), try rows.integer(0) != 0 { throw .busy }
    }

    private func remove(_ targets: [(Erasable, decision: String)]) throws(JournalError) -> Int {
        try connection.transaction { () throws(JournalError) in
            var count = 0
            for (target, decision) in targets {
                switch target {
                case .content(let commitment):
                    try connection.run(
                        """
                        UPDATE content SET salt = NULL, media = NULL, bytes = NULL, erased = $1
                        WHERE commitment = $2 AND erased IS NULL
                        """,
                        .text(decision),
                        .blob(commitment.bytes)
                    )
                case .record(let id):
                    try connection.run("DELETE FROM vault WHERE id = $1", .blob(id))
                }
                count += connection.changedRows
            }
            if count > 0 { try raiseVaultRevision() }
            return count
        }
    }

    private func holds(_ target: Erasable) throws(JournalError) -> Bool {
        switch target {
        case .content(let commitment):
            if case .kept = try content(commitment) { return true }
            return false
        case .record(let id):
            return try vaultRecord(id) != nil
        }
    }

    private static func listed(_ target: Erasable, decision: String) -> String {
        switch target {
        case .content(let commitment): "content \(commitment.hex) \(decision)"
        case .record(let id): "record \(Hex.text(id)) \(decision)"
        }
    }

    private static func erasure(_ line: String) -> (Erasable, decision: String)? {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        switch parts[0] {
        case "content": return Digest(hex: parts[1]).map { (.content($0), String(parts[2])) }
        case "record": return Hex.bytes(parts[1]).map { (.record($0), String(parts[2])) }
        default: return nil
        }
    }
}
