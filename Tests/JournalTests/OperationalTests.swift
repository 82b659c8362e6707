import Testing

@testable import Journal

@Suite("Operational rows") struct OperationalTests {
    let folder = TemporaryFolder()

    /// The tables as version 1 wrote them, word for word.
    private static let versionOne = """
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
        PRAGMA application_id = 1396788566;
        PRAGMA user_version = 1;
        """

    private static let operational: Set<String> = [
        "account", "factor", "recovery_code", "session", "enrolment", "link", "factor_request", "factor_confirmation", "draft",
    ]

    /// A file that version 1 wrote, with an entry, a content and a vault record.
    private func makeVersionOne() throws -> String {
        let path = folder.file("samverka.sqlite")
        try replaceFile(path, with: [])
        let connection = try SQLiteConnection(path, mode: .readWrite)
        try connection.runScript(Schema.writerSettings)
        try connection.runScript(Self.versionOne)
        let content = NewContent(media: "text/plain", bytes: Array("hej".utf8))
        let entry = sampleEntry(1).placed(after: .empty)
        try connection.run(
            "INSERT INTO journal VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8)",
            .blob(entry.previous.bytes),
            .integer(entry.recorded),
            .integer(Int64(entry.happened)),
            .text(entry.precision.rawValue),
            .text(entry.actor),
            .text(entry.kind),
            .blob(entry.payload),
            .blob(entry.hash.bytes)
        )
        try connection.run(
            "INSERT INTO content VALUES ($1, $2, $3, $4, NULL)",
            .blob(content.commitment.bytes),
            .blob(content.salt),
            .text(content.media),
            .blob(content.bytes)
        )
        try connection.run("INSERT INTO vault VALUES ($1, 'haninge', 'kontakt', 21000, $2)", .blob([1]), .blob([2]))
        return path
    }

    private func tables(_ journal: Journal) throws -> Set<String> {
        var rows = try journal.connection.query("SELECT name FROM sqlite_schema WHERE type = 'table'")
        var names: Set<String> = []
        while try rows.next() { names.insert(try rows.text(0)) }
        return names
    }

    @Test func `a file of version 1 is read as it is, and gets its tables when it is opened for writing`() throws {
        let path = try makeVersionOne()
        do {
            let journal = try Journal(file: path, mode: .readOnly)
            #expect(try journal.tip.position == 1 && Schema.foundVersion(journal.connection) == 1)
            #expect(try tables(journal).isDisjoint(with: Self.operational))
            try journal.backup(to: folder.file("backup-1"))
        }
        let journal = try Journal(file: path, mode: .readWrite(create: false))
        #expect(try Schema.foundVersion(journal.connection) == 2)
        #expect(try tables(journal).isSuperset(of: Self.operational))
        let record = try #require(try journal.vaultRecord([1]))
        #expect(record.bytes == [2])
        try journal.put(AccountRecord(person: "a"))
        _ = try journal.append([Submission(entries: [sampleEntry(2)])], version: "1.0")
        let report = Verification.walk(file: path, includingContents: true)
        #expect(report.isWhole && report.tip.position == 2 && report.contents == 1)
        #expect(try VerifierAnswer([path], folder: folder).callsWhole(path))
        // Opened again, it is as it was.
        let again = try Journal(file: path, mode: .readWrite(create: true))
        #expect(try again.account("a") == AccountRecord(person: "a"))
        // The backup of before is still of version 1, and is brought forward when it is opened.
        let backup = try Journal(file: folder.file("backup-1"), mode: .readWrite(create: false))
        #expect(try Schema.foundVersion(backup.connection) == 2)
    }

    @Test func `a new file and one that was brought forward are alike`() throws {
        func script(_ journal: Journal) throws -> [String] {
            var rows = try journal.connection.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
            var lines: [String] = []
            while try rows.next() { lines.append(try rows.text(0)) }
            return lines
        }
        let old = try Journal(file: try makeVersionOne(), mode: .readWrite(create: false))
        let new = try Journal(file: folder.file("new"), mode: .readWrite(create: true))
        #expect(try script(old) == script(new))
    }

    @Test func `a migration that can't be finished leaves version 1`() throws {
        let path = try makeVersionOne()
        try SQLiteConnection(path, mode: .readWrite).runScript("CREATE TABLE draft(other TEXT)")
        #expect(throws: JournalError.self) { try Journal(file: path, mode: .readWrite(create: false)) }
        let journal = try Journal(file: path, mode: .readOnly)
        #expect(try Schema.foundVersion(journal.connection) == 1)
        #expect(try tables(journal).intersection(Self.operational) == ["draft"])
    }

    @Test func `a backup has the accounts, and neither sessions, links nor drafts`() throws {
        let journal = try Journal.sample(in: folder, entries: 3)
        let secret = Array("hemligt".utf8)
        try journal.put(AccountRecord(person: "a", password: "hash", isDisabled: true, signedIn: 5))
        try journal.put(FactorRecord(person: "a", secret: [1, 2], lastStep: 7))
        try journal.replaceRecoveryCodes(of: "a", with: [[3], [4]])
        try journal.put(session("s", "a", browser: "browser-of-somebody"))
        try journal.putEnrolment(in: "s", secret: secret, begun: 1)
        try journal.put(LinkRecord(token: Digest(of: [1]), person: "a", madeBy: "maker-of-link", expires: 1))
        try journal.putFactorRequest(of: "a", asked: 1)
        try journal.putFactorConfirmation(of: "a", by: "confirmer-of-request", at: 1)
        try journal.put(Draft(id: [1], person: "a", path: "/path-of-draft", fields: secret, saved: 1, keepUntil: 1))
        let path = folder.file("backup")
        try journal.backup(to: path)
        let copy = try Journal(file: path, mode: .readOnly)
        #expect(try copy.account("a") == journal.account("a") && copy.factor(of: "a") == journal.factor(of: "a"))
        #expect(try copy.recoveryCodeCount(of: "a") == 2 && copy.tip == journal.tip)
        #expect(try copy.sessions().isEmpty && copy.enrolment(in: "s") == nil && copy.link(Digest(of: [1])) == nil)
        #expect(try copy.factorRequests().isEmpty && copy.draft([1]) == nil)
        let bytes = try fileBytes(path)
        for trace in ["browser-of-somebody", "maker-of-link", "confirmer-of-request", "path-of-draft", "hemligt"] {
            #expect(!bytes.windows(of: Array(trace.utf8)), "\(trace) is left in the backup")
        }
        // The original has them still.
        #expect(try journal.sessions().count == 1 && journal.draft([1]) != nil && journal.factorRequests().count == 1)
        #expect(try VerifierAnswer([path], folder: folder).callsWhole(path))
    }

    @Test func `an account takes with it all that is its own`() throws {
        let journal = try Journal.sample(in: folder)
        for person in ["a", "b"] {
            try journal.put(AccountRecord(person: person))
            try journal.put(FactorRecord(person: person, secret: [1], lastStep: 0))
            try journal.replaceRecoveryCodes(of: person, with: [[1], [2]])
            try journal.put(session("s-\(person)", person))
            try journal.putEnrolment(in: "s-\(person)", secret: [1], begun: 1)
            try journal.put(LinkRecord(token: Digest(of: Array(person.utf8)), person: person, madeBy: "a", expires: 1))
            try journal.putFactorRequest(of: person, asked: 1)
        }
        try journal.putFactorConfirmation(of: "b", by: "a", at: 1)
        try journal.removeAccount("a")
        #expect(try journal.account("a") == nil && journal.factor(of: "a") == nil && journal.recoveryCodeCount(of: "a") == 0)
        #expect(try journal.sessions().map(\.id) == ["s-b"] && journal.enrolment(in: "s-a") == nil)
        #expect(try journal.link(Digest(of: Array("a".utf8))) == nil)
        #expect(try journal.link(Digest(of: Array("b".utf8)))?.madeBy == "")
        let requests = try journal.factorRequests()
        #expect(requests.map(\.person) == ["b"] && requests.map(\.confirmedBy) == [[]])
    }

    @Test func `drafts are kept, found and removed`() throws {
        let journal = try Journal.sample(in: folder)
        func draft(_ id: UInt8, _ person: String, _ path: String, saved: Int64) -> Draft {
            Draft(id: [id], person: person, path: path, fields: [id, 0, 255], saved: saved, keepUntil: saved + 10)
        }
        var all = [draft(1, "a", "/x", saved: 1), draft(2, "a", "/y", saved: 2), draft(3, "b", "/x", saved: 3)]
        for draft in all { try journal.put(draft) }
        #expect(try journal.draft([2]) == all[1] && journal.draft([9]) == nil)
        #expect(try journal.drafts(of: "a") == [all[1], all[0]] && journal.drafts(at: "/x") == [all[2], all[0]])
        all[0].fields = []
        all[0].saved = 9
        try journal.put(all[0])
        #expect(try journal.drafts(of: "a") == [all[0], all[1]])
        #expect(try journal.removeDraftsDue(by: 11) == 0)
        #expect(try journal.removeDraftsDue(by: 13) == 2)
        #expect(try journal.drafts(at: "/x").map(\.id) == [[3]])
        #expect(try journal.removeDraft([3]) && !journal.removeDraft([3]))
        try journal.put(all[0])
        #expect(try journal.removeDrafts(of: "a") == 1 && journal.removeDrafts(of: "a") == 0)
    }

    @Test func `what fails in the middle of a transaction changes nothing`() throws {
        let journal = try Journal.sample(in: folder)
        #expect(throws: JournalError.busy) {
            try journal.inTransaction { () throws(JournalError) in
                try journal.put(AccountRecord(person: "a"))
                throw .busy
            }
        }
        #expect(try journal.account("a") == nil)
    }

    private func session(_ id: String, _ person: String, browser: String = "") -> SessionRecord {
        SessionRecord(
            id: id,
            token: Digest(of: Array(id.utf8)),
            person: person,
            stage: "full",
            began: 1,
            staged: 1,
            lastSeen: 1,
            factorConfirmed: nil,
            capacity: nil,
            browser: browser,
            formKey: [1]
        )
    }
}

extension [UInt8] {
    /// Whether some bytes stand in it side by side.
    fileprivate func windows(of sought: [UInt8]) -> Bool {
        indices.contains { self[$0...].starts(with: sought) }
    }
}
