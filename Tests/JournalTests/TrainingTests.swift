import Glibc
import Testing

@testable import Journal

@Suite("Training copies") struct TrainingTests {
    private let folder = TemporaryFolder()
    private let key = SigningKey.generate()
    private var original: DataFolder { DataFolder(folder.file("original")) }
    private var copy: DataFolder { DataFolder(folder.file("copy")) }

    /// An installation with an account, a session, a head and the key of second factors.
    private func install() throws -> Journal {
        try original.create()
        let journal = try Journal(file: original.database, mode: .readWrite(create: true))
        _ = try journal.append([Submission(entries: (1...3).map(sampleEntry))], version: "1.0")
        try journal.put(AccountRecord(person: "a", password: "hash"))
        try journal.put(FactorRecord(person: "a", secret: [1], lastStep: 7))
        try journal.put(LinkRecord(token: Digest(of: [1]), person: "a", madeBy: "b", expires: 1))
        try journal.put(Draft(id: [1], person: "a", path: "/", fields: [], saved: 1, keepUntil: 1))
        try journal.signHead(day: 20_780, with: key).append(to: original.heads)
        _ = try SecretFile.bytes(original.identityKey, prefix: "samverka-identity-key 1 ", count: 32)
        return journal
    }

    @Test func `a copy has the record, the accounts and the key, is marked, and signs for itself`() throws {
        let journal = try install()
        try original.makeTrainingCopy(in: copy)
        let made = try Journal(file: copy.database, mode: .readWrite(create: false))
        #expect(try made.isTraining && !journal.isTraining)
        #expect(try made.tip == journal.tip && made.account("a") == journal.account("a") && made.factorCount == 1)
        #expect(try made.link(Digest(of: [1])) == nil && made.allDrafts().isEmpty && made.heads().isEmpty)
        #expect(try fileBytes(copy.identityKey) == fileBytes(original.identityKey))
        #expect(!DurableFile.exists(copy.signingKey) && !DurableFile.exists(copy.heads))
        // With a key of its own what it signs holds, as the original's still does.
        let own = SigningKey.generate()
        try made.signHead(day: 20_781, with: own).append(to: copy.heads)
        for (folder, key) in [(copy, own), (original, key)] {
            let heads = try Head.read(file: folder.heads)
            #expect(Verification.walk(file: folder.database, heads: heads, trusted: key.publicKey).isWhole && heads.count == 1)
        }
    }

    @Test func `what comes of a copy, by backup or as a copy of its own, is still one for training`() throws {
        _ = try install()
        try original.makeTrainingCopy(in: copy)
        try Journal(file: copy.database, mode: .readOnly).backup(to: folder.file("backup"))
        #expect(try Journal(file: folder.file("backup"), mode: .readOnly).isTraining)
        let second = DataFolder(folder.file("second"))
        try copy.makeTrainingCopy(in: second)
        #expect(try Journal(file: second.database, mode: .readOnly).isTraining)
    }

    @Test func `only its owner may read the copy, and nothing but the copy is there`() throws {
        let journal = try install()
        try original.makeTrainingCopy(in: copy)
        var status = stat()
        for (path, mode) in [(copy.path, 0o700), (copy.database, 0o600), (copy.identityKey, 0o600)] as [(String, mode_t)] {
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == mode, "\(path)")
        }
        let left = ["", "-wal", "-shm", ".copying", ".copying-wal", ".copying.partial"].filter {
            DurableFile.exists(copy.database + $0)
        }
        #expect(left == [""])
        extendLifetime(journal)
    }

    @Test func `a folder with anything in it is refused and left as it is`() throws {
        _ = try install()
        try copy.create()
        try DurableFile.create(copy.path + "/.hidden", contents: [1])
        #expect(throws: JournalError.cannotOpen(path: copy.path, reason: "the folder is not empty")) {
            try original.makeTrainingCopy(in: copy)
        }
        #expect(try fileBytes(copy.path + "/.hidden") == [1] && !DurableFile.exists(copy.database))
        // Not into itself either.
        #expect(throws: JournalError.self) { try original.makeTrainingCopy(in: original) }
    }

    @Test func `a copy that can't be finished leaves nothing that could be taken for one`() throws {
        let journal = try install()
        try journal.connection.run("DROP TRIGGER journal_not_updated")
        try journal.connection.run("UPDATE journal SET recorded = recorded + 1 WHERE position = 2")
        #expect(throws: JournalError.self) { try original.makeTrainingCopy(in: copy) }
        #expect(try copy.isEmpty)
    }

    @Test func `without accounts there is no key to copy`() throws {
        try original.create()
        _ = try Journal(file: original.database, mode: .readWrite(create: true))
        try original.makeTrainingCopy(in: copy)
        #expect(!DurableFile.exists(copy.identityKey))
    }
}
