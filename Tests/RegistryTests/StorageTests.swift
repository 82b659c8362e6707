import Cooperation
import Testing

@testable import Journal
@testable import Registry

@Suite("The registrar and its journal") struct RegistrarStorageTests {
    private let folder = TemporaryFolder()
    private let clock: Clock

    init() throws { clock = try Clock("2026-11-23") }

    @Test("a full disk is told as such, nothing is lost, and it goes on when there is room")
    func full() async throws {
        let journal = try Journal(file: folder.data.database, mode: .readWrite(create: true))
        try journal.limitPages(to: 60)
        let read = try await ReadJournal(journal)
        let registrar = Registrar(
            journal: journal,
            snapshot: read.snapshot,
            lastRecorded: read.lastRecorded,
            version: "1.0",
            erasuresFile: "",
            clock: clock.now
        )
        let long = String(repeating: "Södertörn ", count: 800)
        var taken: Int64 = 0
        var trouble: Registrar.Unavailable?
        while trouble == nil, taken < 200 {
            do {
                let request = figure(Int(taken), remark: "\(taken) \(long)")
                _ = try await registrar.perform(request, happened: period("2020-01-01"), as: .importer)
                taken += 1
            } catch let unavailable as Registrar.Unavailable {
                trouble = unavailable
            }
        }
        #expect(trouble == .storageFull)
        #expect(taken > 3)
        #expect(registrar.unavailable == .storageFull)
        #expect(registrar.snapshot.position == taken)
        let hash = try registrar.stateHash
        // Several at once are all told.
        await #expect(throws: Registrar.Unavailable.storageFull) {
            _ = try await registrar.perform(figure(1, remark: long), happened: period("2020-01-01"), as: .importer, form: [1])
        }
        #expect(try registrar.stateHash == hash)

        // Somebody makes room.
        let other = try Journal(file: folder.data.database, mode: .readWrite(create: false))
        var contents: [Erasable] = []
        try other.forEachContent { digest, _ in contents.append(.content(digest)) }
        #expect(try other.erase(contents, decision: "prov", list: folder.data.erasures) == Int(taken))
        let receipt = try await registrar.perform(
            figure(1, remark: long),
            happened: period("2020-01-01"),
            as: .importer,
            form: [1]
        )
        #expect(receipt == Registrar.Receipt(positions: taken + 1..<taken + 2, isRepeat: false))
        #expect(registrar.unavailable == nil)
        let reopened = try await Registrar.open(folder, clock)
        #expect(try reopened.stateHash == registrar.stateHash)
        #expect(Verification.walk(file: folder.data.database, includingContents: true).isWhole)
    }

    @Test("after a restart the state is the same to the last byte, and so is the chain's end")
    func replay() async throws {
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.example())
        let haninge = try #require(Municipality.ID("haninge"))
        _ = try await registrar.perform(
            RecordPopulation(municipality: haninge, count: 1, remarks: ["Prov."]),
            happened: period("2025-12-31"),
            as: .importer
        )
        let position = Position(registrar.snapshot.position)
        _ = try await registrar.perform(
            CorrectRecord(position, with: RecordPopulation(municipality: haninge, count: 2), reason: "Fel."),
            happened: period("2025-06-30"),
            as: .importer
        )
        _ = try await registrar.perform(
            StrikeRecord(position, reason: "Fel ändå."),
            happened: period("2026-11-23"),
            as: .importer
        )
        _ = try await registrar.perform(
            ChangeVisibility(.municipality(haninge), isShown: false, reason: "Prov."),
            happened: period("2026-11-23"),
            as: .importer
        )
        try await registrar.noteCrossings()
        let hash = try registrar.stateHash
        for _ in 0..<2 {
            let reopened = try await Registrar.open(folder, clock)
            #expect(try reopened.stateHash == hash)
            #expect(reopened.snapshot.tip == registrar.snapshot.tip)
            #expect(reopened.snapshot.cooperation == registrar.snapshot.cooperation)
            #expect(reopened.snapshot.timeline.days == registrar.snapshot.timeline.days)
            let early = try day("2012-06-30")
            #expect(reopened.snapshot.timeline.cooperation(asOf: early) == registrar.snapshot.timeline.cooperation(asOf: early))
        }
        let description = try #require(registrar.snapshot.cooperation.settings?.description)
        let reopened = try await Registrar.open(folder, clock)
        #expect(reopened.snapshot.texts.wording(of: description) == registrar.snapshot.texts.wording(of: description))
    }

    @Test("a closed journal takes nothing, and lies whole in one file")
    func closed() async throws {
        let registrar = try await Registrar.open(folder, clock)
        _ = try await registrar.perform(figure(1), happened: period("2020-01-01"), as: .importer)
        await registrar.close()
        await #expect(throws: Registrar.Unavailable.self) {
            try await registrar.perform(figure(2), happened: period("2020-01-01"), as: .importer)
        }
        #expect(registrar.snapshot.position == 1)
        #expect(!DurableFile.exists(folder.data.database + "-wal"))
        #expect(try await Registrar.open(folder, clock).stateHash == registrar.stateHash)
    }

    @Test("an erased text is gone, and says by which decision")
    func erased() async throws {
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.example())
        let description = try #require(registrar.snapshot.cooperation.settings?.description)
        let digest = try #require(Digest(bytes: description.commitment.bytes))
        let journal = try Journal(file: folder.data.database, mode: .readWrite(create: false))
        #expect(try journal.erase([.content(digest)], decision: "KS 2026/12", list: folder.data.erasures) == 1)
        let reopened = try await Registrar.open(folder, clock)
        #expect(reopened.snapshot.texts.wording(of: description) == .erased(decision: "KS 2026/12"))
        #expect(try reopened.stateHash == registrar.stateHash)
        #expect(reopened.snapshot.vaultRevision > registrar.snapshot.vaultRevision)
        #expect(
            reopened.snapshot.texts.wording(of: Prose(try #require(Commitment(bytes: [UInt8](repeating: 1, count: 32)))))
                == .missing
        )
    }

    // MARK: Opening

    private func append(actor: String = "import", kind: String = "members.left", payload: String, precision: Precision = .day)
        throws
    {
        let journal = try Journal(file: folder.data.database, mode: .readWrite(create: true))
        let entry = NewEntry(
            recorded: clock.now().microseconds,
            happened: 20_000,
            precision: precision,
            actor: actor,
            kind: kind,
            payload: Array(payload.utf8)
        )
        _ = try journal.append([Submission(entries: [entry])], version: "9.1")
    }

    private func openingFault() async throws -> OpeningFault? {
        do {
            _ = try await Registrar.open(folder, clock)
            return nil
        } catch let fault as OpeningFault {
            return fault
        }
    }

    @Test("a journal with a kind that came later names the kind, the place and the version")
    func unknownKind() async throws {
        let registrar = try await Registrar.open(folder, clock)
        _ = try await registrar.perform(figure(1), happened: period("2020-01-01"), as: .importer)
        try append(kind: "budget.adopted", payload: "{}")
        guard case .laterVersion("budget.adopted", 2, "9.1") = try await openingFault() else {
            Issue.record("it was opened, or told otherwise")
            return
        }
    }

    @Test("so does one with a kind that came later inside a correction")
    func unknownInside() async throws {
        let reason = String(repeating: "0", count: 64)
        try append(
            kind: "record.corrected",
            payload: #"{"reason":"\#(reason)","replacement":{"kind":"budget.adopted","payload":{}},"target":1}"#
        )
        guard case .laterVersion("budget.adopted", 1, "9.1") = try await openingFault() else {
            Issue.record("it was opened, or told otherwise")
            return
        }
    }

    @Test("an actor that came later is told the same way")
    func unknownActor() async throws {
        try append(actor: "haninge/registrator", payload: #"{"municipality":"a","remarks":[],"sources":[]}"#)
        guard case .laterVersion("haninge/registrator", 1, "9.1") = try await openingFault() else {
            Issue.record("it was opened, or told otherwise")
            return
        }
    }

    @Test("an act that can't be read is told with its place", arguments: ["{}", "", "[]", #"{"municipality":"Å"}"#])
    func unreadable(_ payload: String) async throws {
        try append(payload: payload)
        guard case .unreadableAct(1, _) = try await openingFault() else {
            Issue.record("it was opened, or told otherwise")
            return
        }
    }

    @Test("a month that doesn't end on its day can't be read")
    func unreadableDay() async throws {
        // Day 20,000 is 2024-10-04.
        try append(payload: #"{"municipality":"a","remarks":[],"sources":[]}"#, precision: .month)
        guard case .unreadableAct(1, "happened") = try await openingFault() else {
            Issue.record("it was opened, or told otherwise")
            return
        }
    }

    @Test("a recorded act that means nothing doesn't stop the opening")
    func void() async throws {
        try append(payload: #"{"municipality":"finns-inte","remarks":[],"sources":[]}"#)
        let registrar = try await Registrar.open(folder, clock)
        #expect(registrar.snapshot.cooperation.hasVoidActs)
    }
}
