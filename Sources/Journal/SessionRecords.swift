/// A session of a browser, as it is stored.
package struct SessionRecord: Sendable, Equatable {
    /// The session's public name.
    package var id: String
    /// The SHA-256 of its token.
    package var token: Digest
    /// Whose it is.
    package var person: String
    /// How far the person has come; what that means is known above.
    package var stage: String
    /// When it began, in microseconds since 1970-01-01 UTC.
    package var began: Int64
    /// When it came to its stage, in microseconds since 1970-01-01 UTC.
    package var staged: Int64
    /// When the browser was last heard of, in microseconds since 1970-01-01 UTC.
    package var lastSeen: Int64
    /// When a second factor was last given, in microseconds since 1970-01-01 UTC.
    package var factorConfirmed: Int64?
    /// What the person acts as.
    package var capacity: String?
    /// A short description of the browser.
    package var browser: String
    /// Thirty-two random bytes that key the tokens of forms.
    package var formKey: [UInt8]

    /// A session to keep.
    package init(
        id: String,
        token: Digest,
        person: String,
        stage: String,
        began: Int64,
        staged: Int64,
        lastSeen: Int64,
        factorConfirmed: Int64?,
        capacity: String?,
        browser: String,
        formKey: [UInt8]
    ) {
        self.id = id
        self.token = token
        self.person = person
        self.stage = stage
        self.began = began
        self.staged = staged
        self.lastSeen = lastSeen
        self.factorConfirmed = factorConfirmed
        self.capacity = capacity
        self.browser = browser
        self.formKey = formKey
    }
}

extension Journal {
    /// All sessions, in no order.
    package func sessions() throws(JournalError) -> [SessionRecord] {
        var rows = try connection.query(
            """
            SELECT id, token, person, stage, began, staged, last_seen, factor_confirmed, capacity, browser, form_key FROM session
            """
        )
        var sessions: [SessionRecord] = []
        while try rows.next() {
            sessions.append(
                SessionRecord(
                    id: try rows.text(0),
                    token: try rows.digest(1),
                    person: try rows.text(2),
                    stage: try rows.text(3),
                    began: try rows.integer(4),
                    staged: try rows.integer(5),
                    lastSeen: try rows.integer(6),
                    factorConfirmed: try rows.optionalInteger(7),
                    capacity: try rows.optionalText(8),
                    browser: try rows.text(9),
                    formKey: try rows.blob(10)
                )
            )
        }
        return sessions
    }

    /// Keeps a session; what was kept under its id, the token above all, is replaced.
    package func put(_ session: SessionRecord) throws(JournalError) {
        try connection.run(
            """
            INSERT INTO session(id, token, person, stage, began, staged, last_seen, factor_confirmed, capacity, browser, form_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT(id) DO UPDATE SET token = excluded.token, person = excluded.person, stage = excluded.stage,
                began = excluded.began, staged = excluded.staged, last_seen = excluded.last_seen,
                factor_confirmed = excluded.factor_confirmed, capacity = excluded.capacity, browser = excluded.browser,
                form_key = excluded.form_key
            """,
            .text(session.id),
            .blob(session.token.bytes),
            .text(session.person),
            .text(session.stage),
            .integer(session.began),
            .integer(session.staged),
            .integer(session.lastSeen),
            .integer(session.factorConfirmed),
            .text(session.capacity),
            .text(session.browser),
            .blob(session.formKey)
        )
    }

    /// Notes when a session's browser was last heard of; a session that has ended is passed over.
    package func noteSeen(_ session: String, at moment: Int64) throws(JournalError) {
        try connection.run("UPDATE session SET last_seen = $1 WHERE id = $2", .integer(moment), .text(session))
    }

    /// Removes sessions.
    package func removeSessions(_ ids: [String]) throws(JournalError) {
        for id in ids { try connection.run("DELETE FROM session WHERE id = $1", .text(id)) }
    }
}
