/// What somebody has written in a form and not sent.
package struct Draft: Sendable, Equatable {
    /// A random identifier.
    package var id: [UInt8]
    /// Who wrote it.
    package var person: String
    /// The form's path.
    package var path: String
    /// The fields as they were written, in whatever form the caller chose.
    package var fields: [UInt8]
    /// When it was saved, in microseconds since 1970-01-01 UTC.
    package var saved: Int64
    /// The last moment it may be kept, in microseconds since 1970-01-01 UTC.
    package var keepUntil: Int64

    /// A draft to keep.
    package init(id: [UInt8], person: String, path: String, fields: [UInt8], saved: Int64, keepUntil: Int64) {
        self.id = id
        self.person = person
        self.path = path
        self.fields = fields
        self.saved = saved
        self.keepUntil = keepUntil
    }
}

extension Journal {
    /// Keeps a draft; one with the same id is replaced.
    package func put(_ draft: Draft) throws(JournalError) {
        try connection.run(
            """
            INSERT INTO draft(id, person, path, fields, saved, keep_until) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT(id) DO UPDATE SET person = excluded.person, path = excluded.path, fields = excluded.fields,
                saved = excluded.saved, keep_until = excluded.keep_until
            """,
            .blob(draft.id),
            .text(draft.person),
            .text(draft.path),
            .blob(draft.fields),
            .integer(draft.saved),
            .integer(draft.keepUntil)
        )
    }

    /// The draft with an id, or nil if there is none.
    package func draft(_ id: [UInt8]) throws(JournalError) -> Draft? {
        var rows = try connection.query("\(Journal.draftColumns) WHERE id = $1", .blob(id))
        return try rows.next() ? Journal.draft(rows) : nil
    }

    /// A person's drafts, the latest first.
    package func drafts(of person: String) throws(JournalError) -> [Draft] {
        try drafts("\(Journal.draftColumns) WHERE person = $1 ORDER BY saved DESC, id", person)
    }

    /// Everybody's drafts of the form at a path, the latest first.
    package func drafts(at path: String) throws(JournalError) -> [Draft] {
        try drafts("\(Journal.draftColumns) WHERE path = $1 ORDER BY saved DESC, id", path)
    }

    /// Everybody's drafts, the latest first.
    package func allDrafts() throws(JournalError) -> [Draft] {
        var rows = try connection.query("\(Journal.draftColumns) ORDER BY saved DESC, id")
        var drafts: [Draft] = []
        while try rows.next() { drafts.append(try Journal.draft(rows)) }
        return drafts
    }

    /// Removes a draft; whether there was one.
    @discardableResult
    package func removeDraft(_ id: [UInt8]) throws(JournalError) -> Bool {
        try connection.run("DELETE FROM draft WHERE id = $1", .blob(id))
        return connection.changedRows > 0
    }

    /// Removes all of a person's drafts; how many there were.
    @discardableResult
    package func removeDrafts(of person: String) throws(JournalError) -> Int {
        try connection.run("DELETE FROM draft WHERE person = $1", .text(person))
        return connection.changedRows
    }

    /// Removes the drafts whose last moment has passed; how many there were.
    @discardableResult
    package func removeDraftsDue(by now: Int64) throws(JournalError) -> Int {
        try connection.run("DELETE FROM draft WHERE keep_until < $1", .integer(now))
        return connection.changedRows
    }

    private static let draftColumns = "SELECT id, person, path, fields, saved, keep_until FROM draft"

    private func drafts(_ sql: String, _ value: String) throws(JournalError) -> [Draft] {
        var rows = try connection.query(sql, .text(value))
        var drafts: [Draft] = []
        while try rows.next() { drafts.append(try Journal.draft(rows)) }
        return drafts
    }

    private static func draft(_ rows: borrowing Rows) throws(JournalError) -> Draft {
        Draft(
            id: try rows.blob(0),
            person: try rows.text(1),
            path: try rows.text(2),
            fields: try rows.blob(3),
            saved: try rows.integer(4),
            keepUntil: try rows.integer(5)
        )
    }
}
