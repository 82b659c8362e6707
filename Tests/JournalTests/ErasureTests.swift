import Testing

@testable import Journal

@Suite("What can be forgotten") struct ErasureTests {
    let folder = TemporaryFolder()
    private var path: String { folder.file("samverka.sqlite") }
    private var list: String { folder.file("erasures.txt") }

    @Test func `an erased content is gone and the chain is whole`() throws {
        let journal = try Journal.sample(in: folder)
        let secret = Array("Anna Andersson bor på Storgatan 1".utf8)
        let gone = NewContent(media: "text/plain", bytes: Array(repeating: secret, count: 300).flatMap { $0 })
        let kept = NewContent(media: "text/html", bytes: Array("<p>kvar</p>".utf8))
        let payload = Array("commitment \(gone.commitment.hex)".utf8)
        let entry = NewEntry(recorded: 1, happened: 1, actor: "x", kind: "x", payload: payload)
        _ = try journal.append([Submission(entries: [entry], contents: [gone, kept])], version: "1.0")
        #expect(holdsBytes(path + "-wal", secret))
        let tip = try journal.tip
        let revision = try journal.vaultRevision

        let targets = [Erasable.content(gone.commitment), .content(.zero)]
        #expect(try journal.erase(targets, decision: "beslut 2026-11-23 § 4\nrad två", list: list) == 1)

        for file in [path, path + "-wal"] {
            #expect(!holdsBytes(file, secret) && !holdsBytes(file, gone.salt))
        }
        #expect(try fileBytes(path + "-wal").isEmpty)
        #expect(try journal.content(gone.commitment) == .erased(decision: "beslut 2026-11-23 § 4 rad två"))
        #expect(try journal.content(kept.commitment) == .kept(media: "text/html", bytes: kept.bytes))
        #expect(try journal.tip == tip)
        #expect(try journal.vaultRevision > revision)
        let report = Verification.walk(file: path, includingContents: true)
        #expect(report.isWhole && report.contents == 1 && report.erased == 1)
        #expect(
            try DurableFile.lines(list) == ["content \(gone.commitment.hex) beslut 2026-11-23 § 4 rad två", ""]
        )
        // Sent again, it stays erased.
        _ = try journal.append([Submission(entries: [], contents: [gone])], version: "1.0")
        #expect(!holdsBytes(path + "-wal", secret))
        // Erased again, nothing happens.
        #expect(try journal.erase(targets, decision: "igen", list: list) == 0)
        #expect(try DurableFile.lines(list).count == 2)
    }

    @Test func `a restored backup forgets what was erased after it`() throws {
        let journal = try Journal.sample(in: folder, entries: 2)
        let secret = Array("hemlig text som raderas".utf8)
        let content = NewContent(media: "text/plain", bytes: secret)
        _ = try journal.append([Submission(entries: [], contents: [content])], version: "1.0")
        try journal.put([VaultRecord(id: [9, 9], owner: "o", purpose: "p", keepUntil: 1, bytes: secret)])
        let backup = folder.file("backup.sqlite")
        try journal.backup(to: backup)
        let targets = [Erasable.content(content.commitment), .record([9, 9])]
        #expect(try journal.erase(targets, decision: "beslut 4", list: list) == 2)
        // A power failure cut the last line short.
        try replaceFile(list, with: fileBytes(list) + Array("content 12".utf8))

        let restored = try Journal(file: backup, mode: .readWrite(create: false))
        #expect(holdsBytes(backup, secret))
        #expect(try restored.applyErasures(list: list) == AppliedErasures(erased: 2, unreadableLines: [3]))
        #expect(try restored.content(content.commitment) == .erased(decision: "beslut 4"))
        #expect(try restored.vaultRecord([9, 9]) == nil)
        #expect(!holdsBytes(backup, secret) && !holdsBytes(backup + "-wal", secret))
        #expect(try restored.applyErasures(list: list).erased == 0)
        // The next line doesn't grow together with the one cut short.
        try journal.put([VaultRecord(id: [8], owner: "o", purpose: "p", keepUntil: 1, bytes: secret)])
        #expect(try journal.erase([.record([8])], decision: "d", list: list) == 1)
        #expect(try DurableFile.lines(list).suffix(3) == ["content 12", "record 08 d", ""])
    }

    @Test func `the vault keeps, replaces and forgets`() throws {
        let journal = try Journal.sample(in: folder)
        #expect(try journal.vaultRevision == 0)
        let one = VaultRecord(id: [1], owner: "haninge", purpose: "kontakt", keepUntil: 21_000, bytes: [1])
        var two = VaultRecord(id: [2], owner: "salem", purpose: "kost", keepUntil: -5, bytes: [])
        try journal.put([one, two])
        #expect(try journal.vaultRevision == 1)
        two.bytes = [2, 2]
        try journal.put([two])
        #expect(try journal.vaultRevision == 2)
        #expect(try journal.vaultRecord([2]) == two)
        #expect(try journal.vaultRecord([3]) == nil)
        #expect(try journal.erase([.record([1]), .record([3])], decision: "d", list: list) == 1)
        #expect(try journal.vaultRevision == 3)
        var found: [VaultRecord] = []
        try journal.forEachVaultRecord { found.append($0) }
        #expect(found == [two])
    }

    // What secure_delete alone leaves behind: pages that were reordered keep copies in their unused part.
    @Test func `no copy is left in a page that was reordered`() throws {
        let journal = try Journal.sample(in: folder)
        var generator = SplitMix64(seed: 3)
        var live: [[UInt8]: [UInt8]] = [:]
        var ids: [[UInt8]] = []
        var gone: [[UInt8]] = []
        for _ in 0..<30 {
            var batch: [VaultRecord] = []
            for _ in 0..<40 {
                let isNew = ids.isEmpty || Int.random(in: 0..<3, using: &generator) > 0
                let id = isNew ? generator.bytes(16) : ids[Int.random(in: 0..<ids.count, using: &generator)]
                let size = [20, 80, 300, 900].randomElement(using: &generator) ?? 0
                let bytes = generator.bytes(24 + size)
                if isNew { ids.append(id) }
                if let replaced = live.updateValue(bytes, forKey: id) { gone.append(Array(replaced.prefix(20))) }
                batch.append(VaultRecord(id: id, owner: "o", purpose: "p", keepUntil: 1, bytes: bytes))
            }
            try journal.put(batch)
        }
        ids.shuffle(using: &generator)
        let erased = ids.prefix(ids.count * 2 / 3)
        gone += erased.compactMap { live[$0] }.map { Array($0.prefix(20)) }
        #expect(try journal.erase(erased.map(Erasable.record), decision: "d", list: list) == erased.count)
        let file = try fileBytes(path)
        let starts = Set(gone.map { $0[...] })
        let traces = file.indices.dropLast(20).count { starts.contains(file[$0..<$0 + 20]) }
        #expect(gone.count > 500)
        #expect(traces == 0)
    }

    private func holdsBytes(_ path: String, _ needle: [UInt8]) -> Bool {
        guard let bytes = try? fileBytes(path), bytes.count >= needle.count else { return false }
        return (0...bytes.count - needle.count).contains { start in
            bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
        }
    }
}
