/// Checks a journal file from outside: nothing is taken from it that isn't checked first.
///
/// `tools/verify.py` makes the same checks with none of this code.
package enum Verification {
    /// Walks every entry of a file from the first to the last, and checks each against the chain.
    ///
    /// The file is opened for reading only, and may be in use: the walk sees it as it was when it began. While it lasts, the
    /// write-ahead log can't be emptied. It blocks, so keep it off threads that must not.
    /// - Parameters:
    ///   - path: The database file.
    ///   - heads: Signed heads that the journal must agree with. Without any, cutting off the end can't be seen.
    ///   - trusted: The key the heads must be signed with. If nil, a head is held against the key it names itself, which
    ///     proves nothing if somebody else wrote the head.
    ///   - includingContents: Whether the contents that aren't erased are held against their commitments too.
    ///   - goesOn: Asked every thousand entries or contents, with how many have been checked; false stops the walk.
    /// - Returns: How far the file is whole, and the first thing that isn't as it was written.
    package static func walk(
        file path: String,
        heads: [Head] = [],
        trusted: PublicKey? = nil,
        includingContents: Bool = false,
        goesOn: (Int64) -> Bool = { _ in true }
    ) -> Report {
        var walk = Walk(heads: heads)
        do {
            // A file that nobody writes has no log beside it. Only then may SQLite leave out the shared index, which it
            // could not make in a folder or on a disk that is read-only.
            let isAlone = !DurableFile.exists(path + "-wal")
            let connection = try SQLiteConnection(path, mode: isAlone ? .immutable : .readOnly)
            try connection.runScript(Schema.settings)
            // One transaction, so that entries and contents are of the same moment.
            try connection.run("BEGIN")
            try walk.entries(connection, goesOn)
            if includingContents, walk.isWholeSoFar { try walk.contents(connection, goesOn) }
        } catch {
            walk.finding = .unreadable(after: walk.tip.position, error)
        }
        if walk.isWholeSoFar { walk.check(heads, trusted: trusted) }
        return Report(
            tip: walk.tip,
            contents: walk.contentCount,
            erased: walk.erasedCount,
            finding: walk.finding,
            isStopped: walk.isStopped
        )
    }

    /// What a walk came to.
    package struct Report: Sendable, Equatable {
        /// The last entry that is whole, together with every one before it; its position is how many there are.
        package let tip: Tip
        /// How many contents agree with their commitments.
        package let contents: Int64
        /// How many contents are erased.
        package let erased: Int64
        /// The first thing that isn't as it was written, or nil.
        package let finding: Finding?
        /// Whether the walk was stopped before its end, and so says nothing of the rest.
        package let isStopped: Bool

        /// Whether all of it was checked and all of it is as it was written.
        package var isWhole: Bool { finding == nil && !isStopped }
    }

    /// Something that isn't as it was written.
    package enum Finding: Sendable, Equatable {
        /// The entry that should stand at a position.
        case entry(position: Int64, EntryFault)
        /// The file can't be read on after an entry.
        case unreadable(after: Int64, JournalError)
        /// A content; the commitment is nil when it can't even be read.
        case content(commitment: Digest?, ContentFault)
        /// A signed head that doesn't agree with the journal.
        case head(Head, HeadFault)
    }

    /// What is wrong with an entry.
    package enum EntryFault: Sendable, Equatable {
        /// Another position stands where this one should.
        case position(found: Int64)
        /// A column is stored in another way than declared.
        case storage(column: String, found: Storage)
        /// A text is not UTF-8.
        case encoding(column: String)
        /// A hash is not 32 bytes.
        case length(column: String)
        /// The day has no known precision.
        case precision
        /// The entry doesn't name the hash of the one before.
        case previous
        /// The hash is not that of the entry.
        case hash
    }

    /// What is wrong with a content.
    package enum ContentFault: Sendable, Equatable {
        /// A column is stored in another way than declared.
        case storage(column: String, found: Storage)
        /// A text is not UTF-8.
        case encoding(column: String)
        /// The commitment is not that of the content.
        case commitment
    }

    /// What is wrong with a signed head, or with the journal it was made from.
    package enum HeadFault: Sendable, Equatable {
        /// The signature is not made with the key that the head names.
        case signature
        /// The head is signed with another key than the trusted one.
        case otherKey
        /// The journal ends before the head's position: its end has been cut off.
        case missing
        /// The journal has another hash at the head's position: it has been rewritten.
        case rewritten(found: Digest)
    }
}

extension Verification.Finding: CustomStringConvertible {
    /// The finding in English, for the log.
    package var description: String {
        switch self {
        case .entry(let position, let fault): "entry \(position): \(fault)"
        case .unreadable(let position, let error): "unreadable after entry \(position): \(error)"
        case .content(let commitment, let fault): "content \(commitment?.hex ?? "without commitment"): \(fault)"
        case .head(let head, let fault): "head of \(CivilDate.text(day: head.day)): \(fault)"
        }
    }
}

extension Verification.EntryFault: CustomStringConvertible {
    /// The fault in English, for the log.
    package var description: String {
        switch self {
        case .position(let found): "position \(found) stands in its place"
        case .storage(let column, let found): "\(column) is stored as \(found)"
        case .encoding(let column): "\(column) is not UTF-8"
        case .length(let column): "\(column) is not 32 bytes"
        case .precision: "the precision is unknown"
        case .previous: "it does not follow the entry before"
        case .hash: "the hash is not that of the entry"
        }
    }
}

extension Verification.ContentFault: CustomStringConvertible {
    /// The fault in English, for the log.
    package var description: String {
        switch self {
        case .storage(let column, let found): "\(column) is stored as \(found)"
        case .encoding(let column): "\(column) is not UTF-8"
        case .commitment: "the commitment is not that of the content"
        }
    }
}

extension Verification.HeadFault: CustomStringConvertible {
    /// The fault in English, for the log.
    package var description: String {
        switch self {
        case .signature: "the signature is not made with the key it names"
        case .otherKey: "it is signed with another key than the trusted one"
        case .missing: "the journal ends before it"
        case .rewritten(let found): "the journal has the hash \(found) there"
        }
    }
}
