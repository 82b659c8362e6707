/// A text or a file that an entry commits to without holding it.
package struct NewContent: Sendable, Equatable {
    /// What the entry holds instead of the content: a hash that can't be guessed back, thanks to the salt.
    package let commitment: Digest
    /// Thirty-two random bytes.
    package let salt: [UInt8]
    /// The media type, such as `text/plain`.
    package let media: String
    /// The content itself.
    package let bytes: [UInt8]

    /// A content and its commitment.
    ///
    /// A short text such as a name could be found by trial if its hash had no salt, even after it was erased.
    package init(salt: [UInt8] = Random.bytes(32), media: String, bytes: [UInt8]) {
        self.commitment = NewContent.commitment(salt: salt, media: media.utf8, bytes: bytes)
        self.salt = salt
        self.media = media
        self.bytes = bytes
    }

    /// A content that has been given its commitment already, so that a large file isn't hashed twice.
    package init(commitment: Digest, salt: [UInt8], media: String, bytes: [UInt8]) {
        self.commitment = commitment
        self.salt = salt
        self.media = media
        self.bytes = bytes
    }

    /// The commitment to a content.
    static func commitment(
        salt: some Collection<UInt8>,
        media: some Collection<UInt8>,
        bytes: some Collection<UInt8>
    ) -> Digest {
        var fields = LengthPrefixed()
        fields.append("samverka.content.1")
        fields.append(salt)
        fields.append(media)
        fields.append(bytes)
        return fields.digest
    }
}

/// What the store has for a commitment.
package enum StoredContent: Sendable, Equatable {
    /// The content.
    case kept(media: String, bytes: [UInt8])
    /// Only the text of the decision to erase it.
    case erased(decision: String)
}

extension Journal {
    /// What the store has for a commitment, or nil if it has never had anything.
    package func content(_ commitment: Digest) throws(JournalError) -> StoredContent? {
        var rows = try connection.query(
            "SELECT media, bytes, erased FROM content WHERE commitment = $1",
            .blob(commitment.bytes)
        )
        return try rows.next() ? Journal.storedContent(rows, from: 0) : nil
    }

    /// Calls a closure with each content, kept or erased, one at a time.
    package func forEachContent(_ body: (Digest, StoredContent) throws -> Void) throws {
        var rows = try connection.query("SELECT commitment, media, bytes, erased FROM content")
        while try rows.next() { try body(rows.digest(0), Journal.storedContent(rows, from: 1)) }
    }

    /// Calls a closure with each content of one media type and with each that is erased, one at a time.
    ///
    /// The bytes of all others are left where they are.
    package func forEachContent(of media: String, _ body: (Digest, StoredContent) throws -> Void) throws {
        var rows = try connection.query(
            "SELECT commitment, media, bytes, erased FROM content WHERE media = $1 OR media IS NULL",
            .text(media)
        )
        while try rows.next() { try body(rows.digest(0), Journal.storedContent(rows, from: 1)) }
    }

    /// The salt and the media type of a content, with which anybody who has it can check its commitment.
    ///
    /// Nil when it is erased or unknown.
    package func seal(of commitment: Digest) throws(JournalError) -> (salt: [UInt8], media: String)? {
        var rows = try connection.query("SELECT salt, media FROM content WHERE commitment = $1", .blob(commitment.bytes))
        guard try rows.next(), !rows.isNull(0) else { return nil }
        return (try rows.blob(0), try rows.text(1))
    }

    func insert(_ content: NewContent) throws(JournalError) {
        // The same commitment is the same content; one that has been erased stays erased.
        try connection.run(
            """
            INSERT INTO content(commitment, salt, media, bytes) VALUES ($1, $2, $3, $4)
            ON CONFLICT(commitment) DO NOTHING
            """,
            .blob(content.commitment.bytes),
            .blob(content.salt),
            .text(content.media),
            .blob(content.bytes)
        )
    }

    private static func storedContent(
        _ rows: borrowing Rows,
        from column: Int32
    ) throws(JournalError) -> StoredContent {
        if !rows.isNull(column + 2) { return .erased(decision: try rows.text(column + 2)) }
        return .kept(media: try rows.text(column), bytes: try rows.blob(column + 1))
    }
}
