import Testing

@testable import Journal

@Suite("The chain of entries") struct ChainTests {
    let folder = TemporaryFolder()

    // These hashes were computed by a few lines of Python from docs/journal-format.md, not by this code.
    @Test("hashes are those of the written format") func knownAnswers() throws {
        let journal = try Journal.sample(in: folder)
        let first = NewEntry(
            recorded: 1_795_000_000_000_000,
            happened: 20_780,
            actor: "haninge/registrator Åsa",
            kind: "ratification.decided",
            payload: Array(#"{"board":"haninge"}"#.utf8)
        )
        let second = NewEntry(
            recorded: 1_795_000_000_000_001,
            happened: -1,
            precision: .year,
            actor: "",
            kind: "x",
            payload: []
        )
        _ = try journal.append([Submission(entries: [first, second])], version: "1.0")
        #expect(
            try journal.allEntries().map(\.hash.hex) == [
                "31a0c2649f7f5209cc567bab3914939c846dd86a34e0d5b3cb6f2578c369588b",
                "681a1f9d28fdce20f8dde5ac41de7d426c0b8d5a7345581ab162d2d72e665482",
            ]
        )
        let content = NewContent(salt: Array(0..<32), media: "text/plain", bytes: Array("Protokoll § 7".utf8))
        #expect(content.commitment.hex == "88520e05380c626c9ccafc8b1666cbce8f85d72af1e8c64a8c82aa69a50faccf")
        #expect(
            Digest(of: "abc".utf8).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }

    @Test func `what is appended is read back, also after reopening`() throws {
        let written = (1...5).map(sampleEntry)
        do {
            let journal = try Journal.sample(in: folder)
            #expect(try journal.tip == .empty)
            let answers = try journal.append([Submission(entries: written)], version: "1.0")
            #expect(answers == [Answered(positions: 1..<6, isRepeat: false)])
        }
        let journal = try Journal(file: folder.file("samverka.sqlite"), mode: .readOnly)
        let entries = try journal.allEntries()
        #expect(entries.map(\.position) == [1, 2, 3, 4, 5])
        #expect(entries.map(\.payload) == written.map(\.payload))
        #expect(entries.map(\.happened) == written.map(\.happened))
        #expect(entries.map(\.precision) == written.map(\.precision))
        #expect(entries.map(\.previous) == [.zero] + entries.dropLast().map(\.hash))
        #expect(try journal.tip == Tip(position: 5, hash: #require(entries.last).hash))
        #expect(try journal.entries(after: 1, limit: 2).map(\.position) == [2, 3])
        #expect(try journal.meta("version") == Array("1.0".utf8))
        var count = 0
        // The same statement inside itself: each loop has rows of its own.
        try journal.forEachEntry { _ in try journal.forEachEntry(after: 3) { _ in count += 1 } }
        #expect(count == 10)
        #expect(throws: JournalError.readOnly) {
            _ = try journal.append([Submission(entries: written)], version: "1.0")
        }
    }

    @Test func `several submissions share a transaction`() throws {
        let journal = try Journal.sample(in: folder, entries: 2)
        let content = NewContent(media: "text/plain", bytes: Array("hej".utf8))
        let answers = try journal.append(
            [
                Submission(form: [1], entries: [sampleEntry(3), sampleEntry(4)], contents: [content]),
                Submission(form: [2], entries: []),
                Submission(form: nil, entries: [sampleEntry(5)], contents: [content]),
            ],
            version: "1.1"
        )
        #expect(answers.map(\.positions) == [3..<5, 5..<5, 5..<6])
        #expect(try journal.answered(form: [1]) == 3..<5)
        #expect(try journal.answered(form: [2]) == 5..<5)
        #expect(try journal.content(content.commitment) == .kept(media: "text/plain", bytes: Array("hej".utf8)))
        #expect(try journal.meta("version") == Array("1.1".utf8))
    }

    @Test func `a form is answered once`() throws {
        let journal = try Journal.sample(in: folder)
        let submission = Submission(form: [7, 7], entries: [sampleEntry(1)])
        _ = try journal.append([submission], version: "1.0")
        let again = try journal.append([submission, Submission(form: [8], entries: [sampleEntry(2)])], version: "1.0")
        #expect(
            again == [
                Answered(positions: 1..<2, isRepeat: true), Answered(positions: 2..<3, isRepeat: false),
            ]
        )
        let twice = Submission(form: [9], entries: [sampleEntry(3)])
        #expect(try journal.append([twice, twice], version: "1.0").map(\.isRepeat) == [false, true])
        #expect(try journal.tip.position == 3)
    }

    @Test func `entries decided on an earlier position are refused`() throws {
        let journal = try Journal.sample(in: folder, entries: 3)
        #expect(throws: JournalError.moved(to: 3)) {
            _ = try journal.append([Submission(entries: [sampleEntry(9)])], after: 2, version: "1.0")
        }
        _ = try journal.append([Submission(entries: [sampleEntry(9)])], after: 3, version: "1.0")
        #expect(try journal.tip.position == 4)
    }

    @Test(
        "slips are refused by the database itself",
        arguments: [
            "UPDATE journal SET actor = 'x' WHERE position = 1", "DELETE FROM journal WHERE position = 2",
            "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE position = 1",
            """
            INSERT INTO journal SELECT 9, previous, recorded, happened, precision, actor, kind, payload, hash
            FROM journal WHERE position = 1
            """,
        ]
    )
    func triggers(statement: String) throws {
        let journal = try Journal.sample(in: folder, entries: 2)
        let before = try journal.allEntries()
        #expect(throws: JournalError.self) { try journal.connection.runScript(statement) }
        #expect(try journal.allEntries() == before)
    }

    @Test func `fields can't flow into each other`() {
        var one = LengthPrefixed()
        one.append("ab")
        one.append("c")
        var other = LengthPrefixed()
        other.append("a")
        other.append("bc")
        #expect(one.digest != other.digest)
    }

    @Test(
        "days are dates",
        arguments: [
            (0, "1970-01-01"), (-1, "1969-12-31"), (20_780, "2026-11-23"), (11_016, "2000-02-29"),
            (-25_509, "1900-02-28"), (-25_508, "1900-03-01"), (2_932_896, "9999-12-31"), (-719_528, "0000-01-01"),
        ] as [(Int32, String)]
    )
    func dates(day: Int32, text: String) {
        #expect(CivilDate.text(day: day) == text)
        #expect(CivilDate.day(text) == day)
    }

    @Test("dates that aren't", arguments: ["2026-02-30", "2026-13-01", "2026-1-011", "+026-01-01", "20260101", "", "åååååååååå"])
    func notDates(text: String) {
        #expect(CivilDate.day(text) == nil)
    }
}
