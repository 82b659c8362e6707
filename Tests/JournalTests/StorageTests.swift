import Glibc
import Testing

@testable import Journal

@Suite("The file and the folder") struct StorageTests {
    let folder = TemporaryFolder()

    @Test func `a full disk loses nothing, and there is writing again when there is room`() throws {
        let path = folder.file("samverka.sqlite")
        let journal = try Journal.sample(in: folder, entries: 3)
        try journal.limitPages(to: 40)
        var written = try journal.allEntries()
        var form: UInt8 = 0
        var isFull = false
        while !isFull, form < 200 {
            form += 1
            let content = NewContent(media: "text/plain", bytes: Array(repeating: form, count: 3000))
            let submissions = [
                Submission(form: [form, 1], entries: [sampleEntry(Int(form))], contents: [content]),
                Submission(form: [form, 2], entries: [sampleEntry(Int(form)), sampleEntry(Int(form) + 1)]),
            ]
            do {
                _ = try journal.append(submissions, version: "1.0")
                written = try journal.allEntries()
                #expect(try journal.content(content.commitment) != nil)
            } catch {
                #expect(error as? JournalError == .storageFull)
                isFull = true
                #expect(try journal.content(content.commitment) == nil)
                #expect(try journal.answered(form: [form, 1]) == nil)
            }
        }
        #expect(isFull && written.count > 6)
        #expect(try journal.allEntries() == written)
        #expect(throws: JournalError.storageFull) {
            let large = NewEntry(
                recorded: 1,
                happened: 1,
                actor: "x",
                kind: "x",
                payload: Array(repeating: 1, count: 400_000)
            )
            _ = try journal.append([Submission(entries: [sampleEntry(1), large])], version: "1.0")
        }
        #expect(try journal.allEntries() == written)
        #expect(try Journal(file: path, mode: .readOnly).allEntries() == written)

        try journal.limitPages(to: 4000)
        let answers = try journal.append([Submission(form: [form, 1], entries: [sampleEntry(1)])], version: "1.0")
        #expect(answers.map(\.positions) == [Int64(written.count + 1)..<Int64(written.count + 2)])
        #expect(Verification.walk(file: path, includingContents: true).isWhole)
    }

    @Test func `a backup is one whole file with everything in it`() throws {
        let journal = try Journal.sample(in: folder, entries: 20)
        let content = NewContent(media: "text/plain", bytes: Array("hej".utf8))
        _ = try journal.append([Submission(form: [5], entries: [sampleEntry(21)], contents: [content])], version: "1.0")
        let record = VaultRecord(id: [1], owner: "haninge", purpose: "kontakt", keepUntil: 21_000, bytes: [1, 2, 3])
        try journal.put([record])
        let path = folder.file("backup 100% #1?.sqlite")
        try journal.backup(to: path)
        // What comes later is not in it.
        _ = try journal.append([Submission(entries: [sampleEntry(22)])], version: "1.0")

        for suffix in ["-wal", "-journal", ".partial", ".partial-journal", ".partial-wal"] {
            #expect(!DurableFile.exists(path + suffix))
        }
        #expect(try OpenFile(path, O_RDONLY).permissions() == 0o600)
        let report = Verification.walk(file: path, includingContents: true)
        #expect(report.isWhole && report.tip.position == 21 && report.contents == 1)
        let copy = try Journal(file: path, mode: .readWrite(create: false))
        #expect(try copy.allEntries() == Array(journal.allEntries().dropLast()))
        #expect(try copy.vaultRecord([1]) == record)
        #expect(try copy.answered(form: [5]) == 21..<22)
        #expect(throws: JournalError.cannotOpen(path: path, reason: "there is a file already")) {
            try journal.backup(to: path)
        }
    }

    @Test func `an altered journal gives no backup`() throws {
        let path = folder.file("samverka.sqlite")
        do { _ = try Journal.sample(in: folder, entries: 5) }
        try tamper(path, "UPDATE journal SET kind = 'other' WHERE position = 3")
        let journal = try Journal(file: path, mode: .readWrite(create: false))
        #expect(throws: JournalError.self) { try journal.backup(to: folder.file("backup")) }
        #expect(!DurableFile.exists(folder.file("backup")) && !DurableFile.exists(folder.file("backup.partial")))
    }

    @Test func `a folder has one holder`() throws {
        let data = DataFolder(folder.file("data"))
        try data.create()
        try data.create()
        #expect(try OpenFile(data.path, O_RDONLY).permissions() == 0o700)
        do {
            let lock = try data.hold()
            #expect(throws: JournalError.locked(path: data.lock)) { _ = try data.hold() }
            _ = consume lock
        }
        _ = try data.hold()
    }

    @Test func `files are for their owner only`() throws {
        let journal = try Journal.sample(in: folder, entries: 1)
        for suffix in ["", "-wal", "-shm"] {
            #expect(try OpenFile(folder.file("samverka.sqlite") + suffix, O_RDONLY).permissions() == 0o600)
        }
        _ = try journal.tip
    }

    @Test func `what isn't a journal is refused`() throws {
        let missing = folder.file("missing")
        #expect(throws: JournalError.self) { try Journal(file: missing, mode: .readWrite(create: false)) }
        #expect(throws: JournalError.self) { try Journal(file: missing, mode: .readOnly) }
        #expect(!DurableFile.exists(missing))
        let text = folder.file("text")
        try replaceFile(text, with: Array(String(repeating: "not a database ", count: 100).utf8))
        #expect(throws: JournalError.self) { try Journal(file: text, mode: .readWrite(create: true)) }
        let other = folder.file("other")
        try replaceFile(other, with: [])
        try SQLiteConnection(other, mode: .readWrite).runScript("CREATE TABLE notes(text)")
        let refusal = JournalError.cannotOpen(path: other, reason: "it is not a journal")
        #expect(throws: refusal) { try Journal(file: other, mode: .readWrite(create: true)) }
        do { _ = try Journal.sample(in: folder) }
        let newer = folder.file("samverka.sqlite")
        try SQLiteConnection(newer, mode: .readWrite).runScript("PRAGMA user_version = 3")
        #expect(throws: JournalError.newerFormat(found: 3, known: 2)) { try Journal(file: newer, mode: .readOnly) }
    }

    @Test func `an empty file becomes a journal`() throws {
        // As a power failure between making the file and its tables leaves it.
        try replaceFile(folder.file("samverka.sqlite"), with: [])
        let journal = try Journal.sample(in: folder, entries: 1)
        #expect(try journal.tip.position == 1)
    }

    @Test(
        "each answer is on disk before it leaves, and what is removed is overwritten",
        arguments: [("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1), ("trusted_schema", 0)]
    )
    func settings(name: String, value: Int64) throws {
        let journal = try Journal.sample(in: folder)
        var rows = try journal.connection.query("PRAGMA \(name)")
        #expect(try rows.next() && rows.integer(0) == value)
        var mode = try journal.connection.query("PRAGMA journal_mode")
        #expect(try mode.next() && mode.text(0) == "wal")
    }

    @Test func `a signing key is kept and kept secret`() throws {
        let path = folder.file("signing-key")
        let made = try SigningKey(file: path)
        #expect(try SigningKey(file: path).publicKey == made.publicKey)
        #expect(try OpenFile(path, O_RDONLY).permissions() == 0o600)
        chmod(path, 0o640)
        #expect(throws: JournalError.self) { try SigningKey(file: path) }
        try replaceFile(path, with: Array("samverka-signing-key 1 abc\n".utf8))
        #expect(throws: JournalError.self) { try SigningKey(file: path) }
    }

    // RFC 8032, section 7.1, test 3.
    @Test func `signatures are those of the standard`() throws {
        let seed = try #require(Hex.bytes("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"))
        let key = try #require(SigningKey(seed: seed))
        #expect(key.publicKey.hex == "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
        let signature = key.sign([0xaf, 0x82])
        #expect(
            Hex.text(signature)
                == "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        )
        #expect(key.publicKey.verifies(signature, of: [0xaf, 0x82]))
        #expect(!key.publicKey.verifies(signature, of: [0xaf, 0x83]))
    }
}
