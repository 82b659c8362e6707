import Cooperation
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import Journal
@testable import Registry

@Suite("What runs out at midnight", .timeLimit(.minutes(10))) struct MidnightTests {
    private let folder = TemporaryFolder()
    private let clock: Clock

    init() throws { clock = try Clock("2026-11-23") }

    /// Runs a midnight through its start and its end.
    private func run(_ registrar: Registrar, heads: String, afterwards: @escaping @Sendable () async throws -> Void) async throws
    {
        let midnight = Midnight(
            registrar: registrar,
            key: SigningKey.generate(),
            headsFile: heads,
            erasuresFile: folder.data.erasures,
            clock: clock.now,
            afterwards: afterwards,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let running = Task { try await midnight.run() }
        running.cancel()
        try await running.value
    }

    @Test(
        "drafts whose time is out are gone, and others do their part, even when the day can't be closed",
        arguments: [true, false]
    )
    func afterwards(_ canClose: Bool) async throws {
        let registrar = try await Registrar.open(folder, clock)
        let person = Person(id: Registrar.newPersonID(), name: "Utvecklingsledare", mail: "utvecklingsledare@samverka.example")
        try await registrar.keep(person, unlessChangedFrom: nil)
        _ = try await registrar.keep(draft: [1], at: "/a", by: person.id, isShared: false)
        _ = try await registrar.keep(draft: [2], at: "/b", by: person.id, isShared: true)
        try clock.set("2026-11-26")
        let seen = Mutex<[Int]>([])
        let heads = canClose ? folder.data.heads : folder.path + "/no/such/folder"
        try await run(registrar, heads: heads) {
            seen.withLock { $0.append(registrar.snapshot.drafts.of(person.id).count) }
            struct Fault: Error {}
            throw Fault()
        }
        // At the start and at the end; a fault stops neither.
        #expect(seen.withLock { $0 } == [1, 1])
        #expect(registrar.snapshot.drafts.of(person.id).map(\.path) == ["/b"])
    }

    @Test("the registrar knows what has been answered, and whether it is one for training")
    func small() async throws {
        let registrar = try await Registrar.open(folder, clock)
        _ = try await registrar.perform(figure(1), happened: period("2020-01-01"), as: .importer, form: [7])
        #expect(try await registrar.answered([7]) == 1..<2)
        #expect(try await registrar.answered([8]) == nil)
        #expect(!registrar.isTraining && !registrar.snapshot.isTraining)
        try await registrar.scrub()
        await registrar.close()
        let copy = DataFolder(folder.path + "/copy")
        try folder.data.makeTrainingCopy(in: copy)
        let other = try await Registrar.open(file: copy.database, version: "1.0", clock: clock.now)
        _ = try await other.perform(figure(2), happened: period("2020-01-01"), as: .importer)
        #expect(other.isTraining && other.snapshot.isTraining && other.snapshot.position == 2)
    }
}
