import FoundationEssentials
import Testing

@testable import Cooperation
@testable import Journal
@testable import Registry

/// A journal that was written by a released version, and what every later version must make of it.
///
/// With `SAMVERKA_RECORD=1` the newest one is written anew. That is for the time before a release only: one that has been released is
/// never touched again, and the next release gets a file of its own.
@Suite("Golden journals") struct GoldenTests {
    private static let folder = Place.package + "/Tests/Golden"
    private static let newest = "journal-1"
    private static let isRecording = ProcessInfo.processInfo.environment["SAMVERKA_RECORD"] == "1"

    /// The kinds of acts that the first golden journal holds: all there were.
    private static let kinds: Set<String> = [
        "frames.recorded", "members.associated", "members.joined", "members.left", "members.population-recorded",
        "members.registered", "notice.crossed", "programme.entered-into-force", "programme.extended", "programme.recorded",
        "programme.served", "record.corrected", "record.struck", "settings.agreed", "visibility.restored", "visibility.withdrawn",
    ]

    private static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sqlite") }
            .map { String($0.dropLast(7)) }.sorted()
    }

    @Test("each replays to the state that its release made of it", .disabled(if: isRecording))
    func replay() async throws {
        let names = try Self.names()
        try #require(names.contains(Self.newest), "record it with SAMVERKA_RECORD=1")
        for name in names {
            let folder = TemporaryFolder()
            let golden = "\(Self.folder)/\(name).sqlite"
            // A copy: whoever opens a journal for writing may leave files beside it.
            try FileManager.default.copyItem(atPath: golden, toPath: folder.data.database)
            let report = Verification.walk(file: folder.data.database, includingContents: true)
            #expect(report.isWhole, "\(name): \(String(describing: report.finding))")
            let registrar = try await Registrar.open(folder, Clock("2027-06-01"))
            let expected = String(decoding: try #require(try DurableFile.read("\(Self.folder)/\(name).txt")), as: UTF8.self)
            let found = try Self.account(of: registrar.snapshot, report)
            #expect(found == expected, "\(name) is read as something else than it was")
            #expect(try #require(try DurableFile.read(golden)).count < 200_000)
        }
    }

    @Test("the newest holds every kind of act, each precision, and an erased text", .disabled(if: isRecording))
    func covers() throws {
        let journal = try Journal(file: "\(Self.folder)/\(Self.newest).sqlite", mode: .readOnly)
        let entries = try journal.entries(after: 0, limit: .max)
        #expect(Set(entries.map(\.kind)) == Self.kinds)
        #expect(Set(entries.map(\.precision)) == Set(Precision.allCases))
        #expect(Set(entries.map(\.actor)) == ["import", "system"])
        #expect(Set(entries.map { Instant(microseconds: $0.recorded).swedishDay }).count > 4)
        var erased = 0
        try journal.forEachContent { if case .erased = $1 { erased += 1 } }
        #expect(erased == 2)
    }

    @Test("the newest is recorded", .enabled(if: isRecording))
    func record() async throws {
        try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
        let folder = TemporaryFolder()
        try await Self.history(in: folder)
        let file = "\(Self.folder)/\(Self.newest).sqlite"
        DurableFile.remove(file)
        DurableFile.remove("\(Self.folder)/\(Self.newest).txt")
        try Journal(file: folder.data.database, mode: .readOnly).backup(to: file)
        let report = Verification.walk(file: file, includingContents: true)
        let registrar = try await Registrar.open(folder, Clock("2027-06-01"))
        let account = try Self.account(of: registrar.snapshot, report)
        try Data(account.utf8).write(to: URL(filePath: "\(Self.folder)/\(Self.newest).txt"))
    }

    /// What a journal says, in lines: its end, and the hash of the state now, on earlier days, and as it was known before.
    private static func account(of snapshot: Snapshot, _ report: Verification.Report) throws -> String {
        var lines = [
            "chain \(snapshot.tip.position) \(snapshot.tip.hash)", "contents \(report.contents) erased \(report.erased)",
            "state \(Digest(of: try snapshot.cooperation.canonicalForm()))",
        ]
        for text in ["2009-06-30", "2012-06-30", "2020-01-01", "2024-07-01", "2026-11-23"] {
            let then = snapshot.timeline.cooperation(asOf: try day(text))
            lines.append("as-of \(text) \(Digest(of: try then.canonicalForm()))")
        }
        for text in ["2026-01-31", "2026-03-01", "2026-11-23"] {
            let known = snapshot.timeline.known(by: try day(text))
            lines.append("known-by \(text) \(known.count) \(Digest(of: try known.live.canonicalForm()))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A year in which everything happens that can happen.
    private static func history(in folder: TemporaryFolder) async throws {
        let clock = try Clock("2026-01-15")
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.example(), form: Array("golden.example".utf8))
        try await registrar.noteCrossings()
        func perform(_ today: String, _ happened: String, _ request: some Request) async throws -> Position {
            try clock.set(today)
            let receipt = try await registrar.perform(
                request,
                happened: period(happened),
                as: .importer,
                form: Array("\(today) \(happened)".utf8)
            )
            return Position(receipt.positions.lowerBound)
        }
        func id<Entity>(_ text: String) throws -> Identifier<Entity> { try #require(Identifier(text)) }

        // Recorded late: what happened years ago, known to a day, a month or a year.
        _ = try await perform(
            "2026-02-01",
            "2015-06",
            ExtendEdition(id("2013"), node: .init(id: id("nytt"), level: 0, title: "Nytt"))
        )
        let figure = try await perform(
            "2026-02-02",
            "2010-12-31",
            RecordPopulation(municipality: id("haninge"), count: 77_000, remarks: ["Fel tal."])
        )
        let other = try await perform(
            "2026-02-03",
            "2011-12-31",
            RecordPopulation(municipality: id("salem"), count: 15_000, remarks: ["Kom bort."])
        )
        _ = try await perform(
            "2026-02-20",
            "2020-03-01",
            ServeFrameGoal(
                edition: id("2019"),
                node: id("infrastruktur-mal"),
                frame: id("rufs-2050"),
                goal: id("1"),
                reason: "Prov: därför.",
                sources: [Source("Prov")]
            )
        )
        // Put right, twice; and struck.
        _ = try await perform(
            "2026-03-02",
            "2011-06-30",
            CorrectRecord(figure, with: RecordPopulation(municipality: id("haninge"), count: 77_054), reason: "Annan dag.")
        )
        _ = try await perform(
            "2026-03-03",
            "2010-12-31",
            CorrectRecord(
                figure,
                with: RecordPopulation(municipality: id("haninge"), count: 77_055),
                reason: "Rätt dag, annat tal."
            )
        )
        _ = try await perform("2026-03-04", "2026-03-04", StrikeRecord(other, reason: "Talet fanns inte."))
        _ = try await perform("2026-04-01", "2025", ChangeMembership(.leave, id("nacka"), remarks: ["Prov."]))
        _ = try await perform("2026-05-05", "2026-05-05", ChangeVisibility(.edition(id("2007")), isShown: false, reason: "Prov."))
        _ = try await perform(
            "2026-05-06",
            "2026-05-06",
            ChangeVisibility(.outerFrame(id("rufs-2050")), isShown: false, reason: "Prov.")
        )
        _ = try await perform(
            "2026-05-07",
            "2026-05-07",
            ChangeVisibility(.outerFrame(id("rufs-2050")), isShown: true, reason: "Prov.")
        )
        try clock.set("2027-01-01", hour: 0)
        try await registrar.noteCrossings()

        // Two texts are erased; what committed to them stands.
        let journal = try Journal(file: folder.data.database, mode: .readWrite(create: false))
        let remarks = registrar.snapshot.timeline[figure]?.act
        let proses = try [remarks?.proses() ?? [], registrar.snapshot.cooperation.settings?.remarks.suffix(1).map { $0 } ?? []]
            .joined()
        let targets = try proses.map { Erasable.content(try #require(Digest(bytes: $0.commitment.bytes))) }
        #expect(try journal.erase(targets, decision: "KS 2026/12 § 3", list: folder.data.erasures) == 2)
    }
}
