import Testing

@testable import Journal

@Suite("Signed heads") struct HeadTests {
    let folder = TemporaryFolder()
    private let key = SigningKey.generate()
    private var path: String { folder.file("samverka.sqlite") }
    private var headFile: String { folder.file("heads.txt") }

    @Test func `a head survives as a line, and the latest of a day is kept`() throws {
        let journal = try Journal.sample(in: folder, entries: 3)
        let first = try journal.signHead(day: 20_780, with: key)
        _ = try journal.append([Submission(entries: [sampleEntry(4)])], version: "1.0")
        let later = try journal.signHead(day: 20_780, with: key)
        let next = try journal.signHead(day: 20_781, with: key)
        #expect(try journal.heads() == [later, next])
        #expect(later.line.hasPrefix("samverka-head 1 2026-11-23 4 \(try journal.tip.hash) "))
        #expect(Head(line: first.line) == first && first.isSigned)
        for head in [first, later, next] { try head.append(to: headFile) }
        #expect(try Head.read(file: headFile) == [first, later, next])
        #expect(try Head.read(file: folder.file("none")).isEmpty)
        let report = Verification.walk(file: path, heads: [first, later, next], trusted: key.publicKey)
        #expect(report.isWhole && report.tip.position == 4)
        #expect(try VerifierAnswer(["--heads", headFile, path], folder: folder).callsWhole(path))
    }

    // Signed by the Python in tools/verify.py turned round, not by this code.
    @Test("a head's line is that of the written format") func knownAnswer() throws {
        let hash = try #require(Digest(hex: "681a1f9d28fdce20f8dde5ac41de7d426c0b8d5a7345581ab162d2d72e665482"))
        let key = try #require(SigningKey(seed: Array(0..<32)))
        #expect(
            Head(day: 20_780, tip: Tip(position: 2, hash: hash), signedWith: key).line
                == "samverka-head 1 2026-11-23 2 681a1f9d28fdce20f8dde5ac41de7d426c0b8d5a7345581ab162d2d72e665482 "
                + "3fc17635162c8f21667be195e678726c0973098c17884efae4716973e77a35de"
                + "11e54eb94bdfa20f481d4a94abfe6b19adeea49b87ae2689f3fc4211572e590e "
                + "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
        )
    }

    @Test("lines that aren't heads", arguments: ["position", "sign", "short", "date", "word", "space"])
    func notHeads(fault: String) throws {
        let parts = Head(day: 20_780, tip: Tip(position: 7, hash: .zero), signedWith: key).line.split(separator: " ")
        let changed: [Substring] =
            switch fault {
            case "position": parts[..<3] + ["07"] + parts[4...]
            case "sign": parts[..<3] + ["-7"] + parts[4...]
            case "short": parts.dropLast() + [parts[6].dropLast()]
            case "date": parts[..<2] + ["2026-02-30"] + parts[3...]
            case "word": ["samverka-heads"] + parts[1...]
            default: parts[..<1] + [""] + parts[1...]
            }
        #expect(Head(line: parts.joined(separator: " ")) != nil)
        #expect(Head(line: changed.joined(separator: " ")) == nil)
    }

    @Test func `an end cut off is found`() throws {
        let head = try signedSample()
        try tamper(path, "DELETE FROM journal WHERE position > 17")
        #expect(Verification.walk(file: path).tip.position == 17)
        #expect(Verification.walk(file: path).isWhole)
        #expect(Verification.walk(file: path, heads: [head]).finding == .head(head, .missing))
        #expect(try VerifierAnswer([path], folder: folder).status == 0)
        let answer = try VerifierAnswer(["--heads", headFile, path], folder: folder)
        #expect(answer.status == 1 && answer.output.contains("slutet är avklippt"))
    }

    @Test func `everything rewritten with a whole chain is found`() throws {
        let head = try signedSample()
        let other = folder.file("rewritten.sqlite")
        do {
            let journal = try Journal(file: other, mode: .readWrite(create: true))
            var entries = (1...20).map(sampleEntry)
            entries[2].payload = Array("another history".utf8)
            _ = try journal.append([Submission(entries: entries)], version: "1.0")
        }
        let report = Verification.walk(file: other, heads: [head])
        #expect(report.tip.position == 20)
        #expect(report.finding == .head(head, .rewritten(found: report.tip.hash)))
        let answer = try VerifierAnswer(["--heads", headFile, other], folder: folder)
        #expect(answer.status == 1 && answer.output.contains("journalen är omskriven"))
    }

    @Test func `a forged head is found`() throws {
        let head = try signedSample()
        let stranger = SigningKey.generate()
        let forged = Head(day: head.day, tip: head.tip, signedWith: stranger)
        #expect(Verification.walk(file: path, heads: [forged]).isWhole)
        #expect(
            Verification.walk(file: path, heads: [forged], trusted: key.publicKey).finding == .head(forged, .otherKey)
        )
        let unsigned = Head(
            day: head.day + 1,
            tip: head.tip,
            publicKey: head.publicKey,
            signature: head.signature
        )
        #expect(Verification.walk(file: path, heads: [head, unsigned]).finding == .head(unsigned, .signature))

        for (line, status) in [(head, 0), (forged, 1), (unsigned, 1)] as [(Head, Int32)] {
            try replaceFile(headFile, with: Array((line.line + "\n").utf8))
            let answer = try VerifierAnswer(
                ["--heads", headFile, "--key", key.publicKey.hex, path],
                folder: folder
            )
            #expect(answer.status == status, "\(answer.output)")
        }
    }

    /// A journal of twenty entries, closed, and its signed head in the heads' file.
    private func signedSample() throws -> Head {
        let journal = try Journal.sample(in: folder, entries: 20)
        let head = try journal.signHead(day: 20_780, with: key)
        try head.append(to: headFile)
        return head
    }
}
