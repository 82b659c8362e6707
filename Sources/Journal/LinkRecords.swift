/// A link that is used once, as it is stored.
package struct LinkRecord: Sendable, Equatable {
    /// The SHA-256 of its token.
    package var token: Digest
    /// Who may use it.
    package var person: String
    /// Who made it.
    package var madeBy: String
    /// The last moment it can be used, in microseconds since 1970-01-01 UTC.
    package var expires: Int64
    /// The SHA-256 of what the first browser that opened it was given; nil until one has.
    package var binding: Digest?
    /// When it was used; nil until it is.
    package var used: Int64?

    /// A link to keep.
    package init(token: Digest, person: String, madeBy: String, expires: Int64, binding: Digest? = nil, used: Int64? = nil) {
        self.token = token
        self.person = person
        self.madeBy = madeBy
        self.expires = expires
        self.binding = binding
        self.used = used
    }
}

extension Journal {
    /// The link with a token, or nil if there is none.
    package func link(_ token: Digest) throws(JournalError) -> LinkRecord? {
        var rows = try connection.query(
            "SELECT token, person, made_by, expires, binding, used FROM link WHERE token = $1",
            .blob(token.bytes)
        )
        guard try rows.next() else { return nil }
        return LinkRecord(
            token: try rows.digest(0),
            person: try rows.text(1),
            madeBy: try rows.text(2),
            expires: try rows.integer(3),
            binding: rows.isNull(4) ? nil : try rows.digest(4),
            used: try rows.optionalInteger(5)
        )
    }

    /// Keeps a link; that with the same token is replaced.
    package func put(_ link: LinkRecord) throws(JournalError) {
        let binding = link.binding.map { SQLValue.blob($0.bytes) } ?? .null
        try connection.run(
            """
            INSERT INTO link(token, person, made_by, expires, binding, used) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT(token) DO UPDATE SET person = excluded.person, made_by = excluded.made_by, expires = excluded.expires,
                binding = excluded.binding, used = excluded.used
            """,
            .blob(link.token.bytes),
            .text(link.person),
            .text(link.madeBy),
            .integer(link.expires),
            binding,
            .integer(link.used)
        )
    }

    /// Lets the time of a person's unused links run out before a moment.
    package func expireLinks(of person: String, at moment: Int64) throws(JournalError) {
        try connection.run(
            "UPDATE link SET expires = $1 WHERE person = $2 AND used IS NULL AND expires >= $1",
            .integer(moment - 1),
            .text(person)
        )
    }

    /// Removes the links whose time ran out before a moment.
    package func removeLinks(expiredBefore moment: Int64) throws(JournalError) {
        try connection.run("DELETE FROM link WHERE expires < $1", .integer(moment))
    }
}
