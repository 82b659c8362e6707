import Glibc
import Testing

@testable import Journal

@Suite("Alterations are found") struct AlterationTests {
    let folder = TemporaryFolder()
    private var path: String { folder.file("samverka.sqlite") }

    @Test("each byte that changes a row is found, by both verifiers") func bytes() throws {
        let count = getenv("SAMVERKA_FULL").map { String(cString: $0) } == "1" ? 1000 : 120
        var generator = SplitMix64(seed: 20_261_123)
        try makeJournal(entries: 300, &generator)
        let original = try fileBytes(path)
        let rows = try #require(rowsAsRead(path))
        let heads = try Head.read(file: folder.file("heads.txt"))
        #expect(Verification.walk(file: path, heads: heads).isWhole)

        var changed = 0
        var unchangedAndWhole = 0
        for start in stride(from: 0, to: count, by: 40) {
            var altered: [(path: String, offset: Int, changesRows: Bool)] = []
            for number in start..<min(start + 40, count) {
                let offset = randomOffset(in: original, &generator)
                var bytes = original
                let isBitFlip = Bool.random(using: &generator)
                bytes[offset] ^=
                    isBitFlip ? 1 << UInt8.random(in: 0..<8, using: &generator) : .random(in: 1...255, using: &generator)
                let copy = folder.file("altered-\(number - start)")
                try replaceFile(copy, with: bytes)
                altered.append((copy, offset, rowsAsRead(copy) != rows))
            }
            let arguments = ["--heads", folder.file("heads.txt")] + altered.map(\.path)
            let answer = try VerifierAnswer(arguments, folder: folder)
            for (copy, offset, changesRows) in altered {
                let report = Verification.walk(file: copy, heads: heads)
                let place = "byte \(offset)"
                if changesRows {
                    changed += 1
                    #expect(report.finding != nil, "Verification missed \(place)")
                    #expect(answer.callsAltered(copy), "verify.py missed \(place)")
                } else if report.isWhole {
                    unchangedAndWhole += 1
                    #expect(answer.callsWhole(copy), "verify.py found what isn't there, \(place)")
                }
            }
        }
        // Otherwise the alterations tested nothing, or the verifiers call everything altered.
        #expect(changed > count / 2)
        #expect(unchangedAndWhole > count / 20)
    }

    @Test(
        "a value stored in another way is found though it reads the same",
        arguments: [
            ("payload BLOB", "CAST(payload AS TEXT)", "payload", Storage.text),
            ("actor TEXT", "CAST(actor AS BLOB)", "actor", .blob),
            ("happened INTEGER", "CAST(happened AS REAL)", "happened", .real),
            ("recorded INTEGER", "CAST(recorded AS TEXT)", "recorded", .text),
        ]
    )
    func storage(declaration: String, expression: String, column: String, found: Storage) throws {
        do { _ = try Journal.sample(in: folder, entries: 9) }
        // The table is declared anew without types for a moment; nothing of it shows in the schema afterwards.
        try tamper(path, schemaEdit("replace(replace(sql, '\(declaration)', '\(column) BLOB'), 'STRICT', '')"))
        try SQLiteConnection(path, mode: .readWrite)
            .runScript("UPDATE journal SET \(column) = \(expression) WHERE position = 4")
        try SQLiteConnection(path, mode: .readWrite)
            .runScript(schemaEdit("replace(sql, '\(column) BLOB', '\(declaration)') || ' STRICT'"))
        #expect(
            Verification.walk(file: path).finding
                == .entry(position: 4, .storage(column: column, found: found))
        )
        let answer = try VerifierAnswer([path], folder: folder)
        #expect(answer.status == 1 && answer.output.contains("post 4 är inte som den skrevs: fältet \(column)"))
    }

    @Test(
        "the first bad entry is named, and why",
        arguments: [
            ("UPDATE journal SET payload = x'00' WHERE position IN (4, 7)", 4, .hash),
            ("UPDATE journal SET hash = zeroblob(32) WHERE position = 5", 5, .hash),
            ("UPDATE journal SET previous = zeroblob(32) WHERE position = 5", 5, .previous),
            ("UPDATE journal SET hash = zeroblob(31) WHERE position = 5", 5, .length(column: "hash")),
            ("UPDATE journal SET precision = 'week' WHERE position = 2", 2, .precision),
            ("UPDATE journal SET kind = CAST(x'ff' AS TEXT) WHERE position = 2", 2, .encoding(column: "kind")),
            ("DELETE FROM journal WHERE position = 1", 1, .position(found: 2)),
            ("UPDATE journal SET position = 0 WHERE position = 1", 1, .position(found: 0)),
            ("UPDATE journal SET position = 12 WHERE position = 9", 9, .position(found: 12)),
        ] as [(String, Int64, Verification.EntryFault)]
    )
    func entries(script: String, position: Int64, fault: Verification.EntryFault) throws {
        do { _ = try Journal.sample(in: folder, entries: 9) }
        try tamper(path, script)
        let report = Verification.walk(file: path)
        #expect(report.finding == .entry(position: position, fault))
        #expect(report.tip.position == position - 1)
        let answer = try VerifierAnswer([path], folder: folder)
        #expect(answer.status == 1 && answer.output.contains("ändrad: post \(position) är inte som den skrevs"))
    }

    @Test(
        "a content that isn't what was committed to is found",
        arguments: [
            ("bytes = x'00'", .commitment), ("media = 'text/html'", .commitment),
            ("salt = zeroblob(32)", .commitment), ("media = CAST(x'ff' AS TEXT)", .encoding(column: "media")),
        ] as [(String, Verification.ContentFault)]
    )
    func contents(change: String, fault: Verification.ContentFault) throws {
        let content = NewContent(media: "text/plain", bytes: Array("protokoll".utf8))
        do {
            let journal = try Journal.sample(in: folder, entries: 3)
            _ = try journal.append([Submission(entries: [], contents: [content])], version: "1.0")
        }
        try SQLiteConnection(path, mode: .readWrite).runScript("UPDATE content SET \(change)")
        #expect(Verification.walk(file: path).isWhole)
        #expect(
            Verification.walk(file: path, includingContents: true).finding
                == .content(commitment: content.commitment, fault)
        )
    }

    @Test func `a file that can't be read is found`() throws {
        guard case .unreadable(after: 0, _) = Verification.walk(file: folder.file("none")).finding else {
            Issue.record("a missing file was called whole")
            return
        }
        #expect(try VerifierAnswer([folder.file("none")], folder: folder).status == 2)
        #expect(try VerifierAnswer([], folder: folder).status == 2)
        try SQLiteConnection(emptyFile(), mode: .readWrite).runScript("CREATE TABLE journal(position INTEGER)")
        #expect(Verification.walk(file: path).finding != nil)
        #expect(try VerifierAnswer([path], folder: folder).status == 1)
    }

    @Test func `a journal in use is verified beside its writer, and a walk can be stopped`() throws {
        let journal = try Journal.sample(in: folder, entries: 2500)
        var asked: [Int64] = []
        let stopped = Verification.walk(file: path) { position in
            asked.append(position)
            return position < 2000
        }
        #expect(asked == [1000, 2000])
        #expect(stopped.isStopped && !stopped.isWhole && stopped.finding == nil && stopped.tip.position == 2000)
        let report = Verification.walk(file: path)
        #expect(try report.isWhole && report.tip == journal.tip)
        #expect(try VerifierAnswer([path], folder: folder).callsWhole(path))
    }

    /// A closed journal of entries, contents and records, with a signed head in `heads.txt`.
    private func makeJournal(entries count: Int, _ generator: inout SplitMix64) throws {
        let journal = try Journal(file: path, mode: .readWrite(create: true))
        let entries = (1...count).map { number in
            var entry = sampleEntry(number)
            // A few are so long that they go on over other pages.
            entry.payload = generator.bytes(number.isMultiple(of: 30) ? 6000 : .random(in: 30..<500, using: &generator))
            return entry
        }
        let contents = (0..<5).map { _ in
            NewContent(salt: generator.bytes(32), media: "text/plain", bytes: generator.bytes(500))
        }
        _ = try journal.append([Submission(form: [1], entries: entries, contents: contents)], version: "1.0")
        let key = try #require(SigningKey(seed: generator.bytes(32)))
        try journal.signHead(day: 20_780, with: key).append(to: folder.file("heads.txt"))
    }

    /// Anywhere in the file, and every fourth time where a page keeps its structure.
    private func randomOffset(in file: [UInt8], _ generator: inout SplitMix64) -> Int {
        if Int.random(in: 0..<4, using: &generator) > 0 { return .random(in: 0..<file.count, using: &generator) }
        return .random(in: 0..<file.count / 4096, using: &generator) * 4096 + .random(in: 0..<64, using: &generator)
    }

    /// Every value of every row as SQLite's own functions put it in words; nil if it can't be read.
    private func rowsAsRead(_ path: String) -> [String]? {
        let columns = [
            "position", "previous", "recorded", "happened", "precision", "actor", "kind", "payload", "hash",
        ]
        let words = columns.map { "typeof(\($0)) || ' ' || hex(\($0))" }.joined(separator: " || ' ' || ")
        do throws(JournalError) {
            let connection = try SQLiteConnection(path, mode: .immutable)
            var rows = try connection.query("SELECT \(words) FROM journal")
            var read: [String] = []
            while try rows.next() { read.append(try rows.text(0)) }
            return read
        } catch {
            return nil
        }
    }

    private func schemaEdit(_ expression: String) -> String {
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = \(expression) WHERE name = 'journal';
        """
    }

    private func emptyFile() throws -> String {
        try replaceFile(path, with: [])
        return path
    }
}
