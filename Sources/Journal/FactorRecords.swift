/// A person's second factor.
package struct FactorRecord: Sendable, Equatable {
    /// Whose it is.
    package var person: String
    /// The secret, encrypted.
    package var secret: [UInt8]
    /// The last step of time whose code has been used; that code and earlier ones are not taken again.
    package var lastStep: Int64

    /// A factor to keep.
    package init(person: String, secret: [UInt8], lastStep: Int64) {
        self.person = person
        self.secret = secret
        self.lastStep = lastStep
    }
}

extension Journal {
    /// A person's second factor, or nil if there is none.
    package func factor(of person: String) throws(JournalError) -> FactorRecord? {
        var rows = try connection.query("SELECT person, secret, last_step FROM factor WHERE person = $1", .text(person))
        guard try rows.next() else { return nil }
        return FactorRecord(person: try rows.text(0), secret: try rows.blob(1), lastStep: try rows.integer(2))
    }

    /// How many people have a second factor.
    package var factorCount: Int {
        get throws(JournalError) {
            var rows = try connection.query("SELECT count(*) FROM factor")
            return try rows.next() ? Int(rows.integer(0)) : 0
        }
    }

    /// Keeps a second factor; that of the same person is replaced.
    package func put(_ factor: FactorRecord) throws(JournalError) {
        try connection.run(
            """
            INSERT INTO factor(person, secret, last_step) VALUES ($1, $2, $3)
            ON CONFLICT(person) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step
            """,
            .text(factor.person),
            .blob(factor.secret),
            .integer(factor.lastStep)
        )
    }

    /// Removes a person's second factor and recovery codes; whether there was any.
    @discardableResult
    package func removeFactor(of person: String) throws(JournalError) -> Bool {
        try connection.run("DELETE FROM factor WHERE person = $1", .text(person))
        let factors = connection.changedRows
        try connection.run("DELETE FROM recovery_code WHERE person = $1", .text(person))
        return factors + connection.changedRows > 0
    }

    /// Puts the hashes of recovery codes in the place of those that a person had.
    package func replaceRecoveryCodes(of person: String, with hashes: [[UInt8]]) throws(JournalError) {
        try connection.run("DELETE FROM recovery_code WHERE person = $1", .text(person))
        for hash in hashes {
            try connection.run("INSERT INTO recovery_code(person, hash) VALUES ($1, $2)", .text(person), .blob(hash))
        }
    }

    /// Uses up a recovery code; whether there was one with that hash.
    package func useRecoveryCode(of person: String, hash: [UInt8]) throws(JournalError) -> Bool {
        try connection.run("DELETE FROM recovery_code WHERE person = $1 AND hash = $2", .text(person), .blob(hash))
        return connection.changedRows > 0
    }

    /// How many recovery codes a person has left.
    package func recoveryCodeCount(of person: String) throws(JournalError) -> Int {
        var rows = try connection.query("SELECT count(*) FROM recovery_code WHERE person = $1", .text(person))
        return try rows.next() ? Int(rows.integer(0)) : 0
    }

    /// The encrypted secret that a session is about to make a factor of, and when that was begun; nil if it isn't.
    package func enrolment(in session: String) throws(JournalError) -> (secret: [UInt8], begun: Int64)? {
        var rows = try connection.query("SELECT secret, begun FROM enrolment WHERE session = $1", .text(session))
        return try rows.next() ? (rows.blob(0), rows.integer(1)) : nil
    }

    /// Keeps the encrypted secret that a session is about to make a factor of, in the place of an earlier one.
    package func putEnrolment(in session: String, secret: [UInt8], begun: Int64) throws(JournalError) {
        try connection.run(
            """
            INSERT INTO enrolment(session, secret, begun) VALUES ($1, $2, $3)
            ON CONFLICT(session) DO UPDATE SET secret = excluded.secret, begun = excluded.begun
            """,
            .text(session),
            .blob(secret),
            .integer(begun)
        )
    }

    /// Removes the secret that a session was about to make a factor of.
    package func removeEnrolment(in session: String) throws(JournalError) {
        try connection.run("DELETE FROM enrolment WHERE session = $1", .text(session))
    }

    /// Removes the secrets that were begun before a moment.
    package func removeEnrolments(begunBefore moment: Int64) throws(JournalError) {
        try connection.run("DELETE FROM enrolment WHERE begun < $1", .integer(moment))
    }
}
