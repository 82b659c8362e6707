import Cooperation
import Import
import Testing

@testable import Journal
@testable import Registry

@Suite("Reading files in") struct ImportingTests {
    private let folder = TemporaryFolder()
    private let clock: Clock

    init() throws { clock = try Clock("2026-11-23") }

    @Test("the example of Södertörn")
    func example() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let receipt = try await registrar.take(Place.example(), form: [1])
        #expect(receipt == Registrar.Receipt(positions: 1..<registrar.snapshot.position + 1, isRepeat: false))
        let again = try await registrar.take(Place.example(), form: [1])
        #expect(again == Registrar.Receipt(positions: receipt.positions, isRepeat: true))
        let cooperation = registrar.snapshot.cooperation
        #expect(!cooperation.hasVoidActs)
        #expect(cooperation.members.members.count == 8 && cooperation.members.associates.count == 1)
        #expect(try cooperation.programme.latestInForce(on: day("2026-11-23"))?.text.id.text == "2023")
        #expect(cooperation.settings?.name == "Södertörnskommunerna")
        #expect(Verification.walk(file: folder.data.database, includingContents: true).isWhole)
    }

    @Test("a cooperation of twelve, with its own words and numbers, without a change of code")
    func twelve() async throws {
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.twelve())
        let snapshot = registrar.snapshot
        let cooperation = snapshot.cooperation
        #expect(cooperation.members.all.count == 12)
        #expect(cooperation.settings?.seatsPerMunicipality == 2)
        #expect(cooperation.settings?.ratifyingBody == "kommunfullmäktige")
        let today = try day("2026-11-23")
        let edition = try #require(cooperation.programme.latestInForce(on: today))
        #expect(edition.text.levels.map(\.name) == ["Riktning", "Målområde", "Inriktningsmål", "Åtgärdsmål"])
        let frame = try #require(cooperation.outerFrames.inOrder.first)
        let served = Set(edition.services.map(\.goal))
        #expect(frame.facts.goals.filter { !served.contains($0.id) }.map(\.id.text) == ["lugnt"])
        #expect(cooperation.members.former.map(\.facts.name) == ["Konstruerad kommun C"])
    }

    @Test(
        "a member that joins or leaves changes the count from that day, not before",
        arguments: [
            ("2016-02-29", 0, 0, 0), ("2016-03-01", 11, 0, 0), ("2018-12-30", 11, 0, 0), ("2018-12-31", 11, 1, 0),
            ("2019-12-31", 11, 1, 0), ("2020-01-01", 12, 0, 0), ("2022-12-31", 12, 0, 0), ("2023-01-01", 11, 0, 1),
            ("2026-11-23", 11, 0, 1),
        ]
    )
    func counts(_ text: String, _ members: Int, _ associates: Int, _ former: Int) async throws {
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.twelve())
        let then = registrar.snapshot.timeline.cooperation(asOf: try day(text)).members
        #expect([then.members.count, then.associates.count, then.former.count] == [members, associates, former])
    }

    @Test("files in which anything is wrong leave nothing behind")
    func faults() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let bad = SourceFile(name: "befolkning.csv", bytes: Array("kommun,datum,antal\nvaxholm,2024-12-31,1\n".utf8))
        guard
            case .failure(let faults) = try await registrar.importing(
                Place.example().filter { $0.name != "befolkning.csv" } + [bad],
                form: [1]
            )
        else {
            Issue.record("they were read in")
            return
        }
        #expect(faults.faults.allSatisfy { $0.file == "befolkning.csv" })
        #expect(registrar.snapshot.position == 0)
        #expect(registrar.snapshot.cooperation == Cooperation())
    }

    @Test("what a rule refuses is told with the place in the file")
    func refused() async throws {
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.example())
        let position = registrar.snapshot.position
        // Each municipality is a member already.
        guard case .failure(let faults) = try await registrar.importing(Place.example(), form: [2]) else {
            Issue.record("they were read in twice")
            return
        }
        let fault = try #require(faults.faults.first)
        #expect(fault.file == "kommuner.txt" && fault.line > 1)
        #expect(fault.message.contains("redan medlem"))
        #expect(registrar.snapshot.position == position)
    }

    @Test("the public export leaves out what has been withdrawn, but not its place in the chain")
    func export() async throws {
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.example())
        let edition = try #require(Edition.ID("2019"))
        _ = try await registrar.perform(
            ChangeVisibility(.edition(edition), isShown: false, reason: "Ett hemligt skäl."),
            happened: period("2026-11-23"),
            as: .importer
        )
        let journal = try Journal(file: folder.data.database, mode: .readOnly)
        let export = try await PublicExport(journal, on: try day("2026-11-23"))
        #expect(export.acts.map(\.position) == (1...registrar.snapshot.position).map { $0 })
        #expect(export.hash == registrar.snapshot.chainEnd)
        let hidden = export.acts.filter { $0.payload == nil }
        // That a network works with a part of the edition says something of the edition, so it is hidden too.
        #expect(
            Set(hidden.map(\.kind)) == [
                "programme.recorded", "ratification.proposed", "ratification.sent", "ratification.decided",
                "organisation.assigned", "visibility.withdrawn",
            ]
        )
        #expect(hidden.count == 15)
        let text = String(decoding: try export.json(), as: UTF8.self)
        #expect(!text.contains("Södertörn driver Stockholmsregionen"))
        #expect(!text.contains("Ett hemligt skäl."))
        #expect(text.contains("Utnyttja den nya infrastrukturen"))
    }
}
