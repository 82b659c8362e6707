/// The tables, and how a new or older file gets them.
enum Schema {
    /// The format this version writes, kept in the file as `user_version`.
    ///
    /// 2 added the tables of sign-in and of drafts; nothing that the chain covers.
    static let version: Int64 = 2

    /// "SAMV", so that `file` and we can tell a journal from any other SQLite file.
    static let applicationID: Int64 = 0x5341_4d56

    /// Settings of every connection.
    ///
    /// `secure_delete` overwrites what is removed. `trusted_schema` off keeps functions with side effects from being called
    /// by a schema that somebody else wrote.
    static let settings = """
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        """

    /// Settings of a connection that writes.
    ///
    /// FULL: an answered request is on disk before the answer leaves. In WAL mode NORMAL could lose the latest commits.
    static let writerSettings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        """

    // The triggers guard against slips, not against malice: whoever owns the file can drop them. The one on INSERT also
    // stops INSERT OR REPLACE, which removes a row without asking a DELETE trigger.
    static let tables = """
        CREATE TABLE journal(
            position INTEGER PRIMARY KEY,
            previous BLOB NOT NULL,
            recorded INTEGER NOT NULL,
            happened INTEGER NOT NULL,
            precision TEXT NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload BLOB NOT NULL,
            hash BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
        WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM journal)
        BEGIN SELECT RAISE(ABORT, 'the journal is written in order'); END;
        CREATE TRIGGER journal_not_updated BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_not_deleted BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

        CREATE TABLE content(
            commitment BLOB PRIMARY KEY,
            salt BLOB,
            media TEXT,
            bytes BLOB,
            erased TEXT,
            CHECK ((erased IS NULL) = (salt IS NOT NULL AND media IS NOT NULL AND bytes IS NOT NULL)),
            CHECK ((erased IS NOT NULL) = (salt IS NULL AND media IS NULL AND bytes IS NULL))
        ) STRICT;

        CREATE TABLE vault(
            id BLOB PRIMARY KEY,
            owner TEXT NOT NULL,
            purpose TEXT NOT NULL,
            keep_until INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;

        CREATE TABLE answered(
            form BLOB PRIMARY KEY,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE head(
            day INTEGER PRIMARY KEY,
            position INTEGER NOT NULL,
            hash BLOB NOT NULL,
            public_key BLOB NOT NULL,
            signature BLOB NOT NULL
        ) STRICT;

        CREATE TABLE meta(
            key TEXT PRIMARY KEY,
            value BLOB NOT NULL
        ) STRICT;
        """

    /// The tables that came with version 2: accounts, what belongs to them, and drafts.
    ///
    /// What belongs to an account goes with it. The rows come and go, and nothing here is an act.
    static let operationalTables = """
        CREATE TABLE account(
            person TEXT PRIMARY KEY,
            password TEXT,
            is_disabled INTEGER NOT NULL,
            signed_in INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE factor(
            person TEXT PRIMARY KEY REFERENCES account ON DELETE CASCADE,
            secret BLOB NOT NULL,
            last_step INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE recovery_code(
            person TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            hash BLOB NOT NULL,
            PRIMARY KEY (person, hash)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE session(
            id TEXT PRIMARY KEY,
            token BLOB NOT NULL UNIQUE,
            person TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            stage TEXT NOT NULL,
            began INTEGER NOT NULL,
            staged INTEGER NOT NULL,
            last_seen INTEGER NOT NULL,
            factor_confirmed INTEGER,
            capacity TEXT,
            browser TEXT NOT NULL,
            form_key BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE enrolment(
            session TEXT PRIMARY KEY REFERENCES session ON DELETE CASCADE,
            secret BLOB NOT NULL,
            begun INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE link(
            token BLOB PRIMARY KEY,
            person TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
            made_by TEXT NOT NULL,
            expires INTEGER NOT NULL,
            binding BLOB,
            used INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE factor_request(
            person TEXT PRIMARY KEY REFERENCES account ON DELETE CASCADE,
            asked INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE factor_confirmation(
            person TEXT NOT NULL REFERENCES factor_request ON DELETE CASCADE,
            confirmed_by TEXT NOT NULL,
            confirmed INTEGER NOT NULL,
            PRIMARY KEY (person, confirmed_by)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE draft(
            id BLOB PRIMARY KEY,
            person TEXT NOT NULL,
            path TEXT NOT NULL,
            fields BLOB NOT NULL,
            saved INTEGER NOT NULL,
            keep_until INTEGER NOT NULL
        ) STRICT;
        """

    /// Tables whose rows are left out of a backup, those that refer to others first.
    ///
    /// A restored session would let a browser in that has been signed out since, and a restored link could be used again.
    static let leftOutOfBackups = ["enrolment", "session", "link", "factor_confirmation", "factor_request", "draft"]

    /// Gives an empty file its tables and an older one those it lacks, and refuses one that isn't ours or is newer than we are.
    ///
    /// A file that is opened for reading only is left as it is: an older one is without the newer tables.
    static func prepare(
        _ connection: SQLiteConnection,
        path: String,
        create: Bool,
        migrate: Bool
    ) throws(JournalError) {
        try connection.runScript(settings)
        if create, try isEmpty(connection) {
            try connection.runScript(writerSettings)
            try connection.transaction { () throws(JournalError) in
                // Asked again with the lock held: another process may have come first.
                guard try isEmpty(connection) else { return }
                try connection.runScript(tables)
                try connection.runScript(operationalTables)
                try connection.runScript("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
            }
        }
        guard try pragma("application_id", connection) == applicationID else {
            throw .cannotOpen(path: path, reason: "it is not a journal")
        }
        let found = try foundVersion(connection)
        guard found <= version else { throw .newerFormat(found: found, known: version) }
        if migrate, found < version {
            try connection.transaction { () throws(JournalError) in
                // Asked again with the lock held: another connection may have come first.
                guard try foundVersion(connection) == 1 else { return }
                try connection.runScript(operationalTables)
                try connection.runScript("PRAGMA user_version = \(version)")
            }
        }
    }

    /// The format that a file is written in.
    static func foundVersion(_ connection: SQLiteConnection) throws(JournalError) -> Int64 {
        try pragma("user_version", connection)
    }

    private static func isEmpty(_ connection: SQLiteConnection) throws(JournalError) -> Bool {
        var rows = try connection.query("SELECT 1 FROM sqlite_schema LIMIT 1")
        return try !rows.next()
    }

    private static func pragma(_ name: String, _ connection: SQLiteConnection) throws(JournalError) -> Int64 {
        var rows = try connection.query("PRAGMA \(name)")
        return try rows.next() ? rows.integer(0) : 0
    }
}
