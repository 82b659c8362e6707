import Cooperation
import Testing

@testable import Journal
@testable import Registry

@Suite("The registrar") struct RegistrarTests {
    private let folder = TemporaryFolder()
    private let clock: Clock

    init() throws { clock = try Clock("2026-11-23") }

    @Test("what was asked for is recorded, and answered with its place")
    func perform() async throws {
        let registrar = try await Registrar.open(folder, clock)
        #expect(registrar.snapshot.position == 0)
        let first = try await registrar.perform(municipality(1), happened: period("2020"), as: .importer)
        #expect(first == Registrar.Receipt(positions: 1..<2, isRepeat: false))
        let before = registrar.snapshot
        let second = try await registrar.perform(municipality(2), happened: period("2020"), as: .system)
        #expect(second.positions == 2..<3)
        let snapshot = registrar.snapshot
        #expect(snapshot.position == 2 && snapshot.timeline.count == 2)
        #expect(snapshot.cooperation.members.all.map(\.facts.name) == ["Kommun 1", "Kommun 2"])
        #expect(before.cooperation.members.all.count == 1, "a reader keeps what it has")
        #expect(before.chainEnd != snapshot.chainEnd)
        let record = try #require(snapshot.timeline[Position(2)])
        #expect(record.actor == .system)
        #expect(record.happened == (try period("2020")))
        #expect(record.recorded == clock.now())
        let remark = try #require(snapshot.cooperation.members.all.first?.facts.remarks.first)
        #expect(snapshot.texts.wording(of: remark) == .text("Anmärkning 1."))
        #expect(Verification.walk(file: folder.data.database, includingContents: true).isWhole)
    }

    @Test("a form is answered once, also after a restart")
    func once() async throws {
        let form = Array("form".utf8)
        var registrar = try await Registrar.open(folder, clock)
        let first = try await registrar.perform(municipality(1), happened: period("2020"), as: .importer, form: form)
        let again = try await registrar.perform(municipality(1), happened: period("2020"), as: .importer, form: form)
        #expect(!first.isRepeat && again == Registrar.Receipt(positions: first.positions, isRepeat: true))
        // Even what would now be refused is answered as the first time.
        let other = try await registrar.perform(figure(1), happened: period("2020"), as: .importer, form: form)
        #expect(other == again)
        registrar = try await Registrar.open(folder, clock)
        let restarted = try await registrar.perform(municipality(1), happened: period("2020"), as: .importer, form: form)
        #expect(restarted == again)
        #expect(registrar.snapshot.position == 1)
    }

    @Test("a refused form may be sent again, put right")
    func refusedForm() async throws {
        let form = Array("form".utf8)
        let registrar = try await Registrar.open(folder, clock)
        await #expect(throws: Refusal.self) {
            _ = try await registrar.perform(figure(-1), happened: period("2020-01-01"), as: .importer, form: form)
        }
        let receipt = try await registrar.perform(figure(1), happened: period("2020-01-01"), as: .importer, form: form)
        #expect(receipt == Registrar.Receipt(positions: 1..<2, isRepeat: false))
    }

    @Test("many at once get a place each, and no place is left out")
    func concurrent() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let count = 200
        let places = try await withThrowingTaskGroup(of: (Int, Range<Int64>).self) { group in
            for number in 1...count {
                group.addTask {
                    (number, try await registrar.perform(municipality(number), happened: period("2020"), as: .importer).positions)
                }
            }
            var places: [Int: Range<Int64>] = [:]
            for try await (number, positions) in group { places[number] = positions }
            return places
        }
        #expect(places.values.flatMap { Array($0) }.sorted() == (1...Int64(count)).map { $0 })
        let snapshot = registrar.snapshot
        for (number, positions) in places {
            let record = try #require(snapshot.timeline[Position(positions.lowerBound)])
            guard case .members(.registered(let facts)) = record.act else {
                Issue.record("\(positions) holds something else")
                continue
            }
            #expect(facts.name == "Kommun \(number)")
        }
        let read = try await Registrar.open(folder, clock)
        #expect(try read.stateHash == registrar.stateHash)
        #expect(read.snapshot.tip == snapshot.tip)
    }

    @Test("the same form from many at once is recorded once")
    func concurrentForm() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let receipts = try await withThrowingTaskGroup(of: Registrar.Receipt.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await registrar.perform(municipality(1), happened: period("2020"), as: .importer, form: [1, 2, 3])
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(receipts.map(\.positions)) == [1..<2])
        #expect(receipts.filter { !$0.isRepeat }.count == 1)
        #expect(registrar.snapshot.position == 1)
    }

    @Test("a refusal among many at once spoils nothing for the others")
    func concurrentRefusals() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let answers = await withTaskGroup(of: String.self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        let request = figure(number % 3 == 0 ? -1 : number, remark: "text")
                        _ = try await registrar.perform(request, happened: period("2020-01-01"), as: .importer)
                        return "ok"
                    } catch {
                        return (error as? Refusal)?.code ?? "\(error)"
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(answers == ["ok": 40, "members.population-count": 20])
        #expect(registrar.snapshot.position == 40)
        #expect(Verification.walk(file: folder.data.database, includingContents: true).contents == 40)
    }

    @Test("a refusal leaves nothing behind")
    func refusal() async throws {
        let registrar = try await Registrar.open(folder, clock)
        _ = try await registrar.perform(municipality(1), happened: period("2020"), as: .importer)
        let before = registrar.snapshot
        // It writes a remark before its rule refuses it.
        let request = RegisterMunicipality(
            id: try #require(Municipality.ID("annan")),
            name: "Annan",
            officialName: "Annan",
            code: "0001",
            remarks: ["Ord."]
        )
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await registrar.perform(request, happened: period("2020"), as: .importer, form: [9])
        }
        #expect(refusal?.code == "members.code-taken")
        #expect(registrar.snapshot.tip == before.tip)
        #expect(registrar.snapshot.cooperation == before.cooperation)
        #expect(registrar.unavailable == nil)
        let report = Verification.walk(file: folder.data.database, includingContents: true)
        #expect(report.contents == 1 && report.tip == before.tip)
        let journal = try Journal(file: folder.data.database, mode: .readOnly)
        #expect(try journal.answered(form: [9]) == nil)
    }

    @Test("several requests stand or fall together, each on what those before it give")
    func together() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let join = ChangeMembership(.join, try #require(Municipality.ID("kommun-1")))
        let requests: [Registrar.Dated] = [
            .init(try municipality(1), try period("2020")), .init(join, try period("2020")), .init(join, try period("2021")),
            .init(figure(1), try period("2020-01-01")),
        ]
        let refused = await #expect(throws: Registrar.Refused.self) { try await registrar.perform(requests, as: .importer) }
        #expect(refused?.index == 2)
        #expect(refused?.refusal.code == "members.already-member")
        #expect(registrar.snapshot.position == 0)
        #expect(registrar.snapshot.cooperation == Cooperation())
        let receipt = try await registrar.perform(Array(requests.prefix(2)), as: .importer)
        #expect(receipt.positions == 1..<3)
        #expect(registrar.snapshot.cooperation.members.members.count == 1)
        #expect(try await registrar.perform([], as: .importer).positions.isEmpty)
        #expect(registrar.snapshot.position == 2)
    }

    // MARK: Time

    @Test(
        "what hasn't happened can't be recorded",
        arguments: [
            ("2026-11-23", 12, "2026-11-23", true), ("2026-11-23", 12, "2026-11-24", false), ("2026-11-23", 12, "2026", false),
            ("2026-11-23", 12, "2026-11", false), ("2026-11-23", 12, "2026-10", true), ("2026-12-31", 0, "2026", true),
            ("2026-11-30", 0, "2026-11", true), ("2026-07-01", 0, "2026-07-01", true), ("2026-06-30", 23, "2026-07-01", false),
        ]
    )
    func future(_ today: String, _ hour: Int64, _ happened: String, _ isTaken: Bool) async throws {
        try clock.set(today, hour: hour)
        let registrar = try await Registrar.open(folder, clock)
        let request = try municipality(1)
        do {
            _ = try await registrar.perform(request, happened: period(happened), as: .importer)
            #expect(isTaken)
        } catch let refusal as Refusal {
            #expect(!isTaken)
            #expect(refusal.code == "record.future" && refusal.field == "happened")
            #expect(registrar.snapshot.position == 0)
        }
    }

    @Test("a clock that is set back never dates an entry before the one before it, also after a restart")
    func backwards() async throws {
        var registrar = try await Registrar.open(folder, clock)
        _ = try await registrar.perform(figure(1), happened: period("2026-11-23"), as: .importer)
        try clock.set("2026-11-20")
        _ = try await registrar.perform(figure(2), happened: period("2026-11-23"), as: .importer)
        registrar = try await Registrar.open(folder, clock)
        _ = try await registrar.perform(figure(3), happened: period("2026-11-22"), as: .importer)
        let recorded = (1...3).compactMap { registrar.snapshot.timeline[Position($0)]?.recorded }
        #expect(recorded.count == 3 && recorded == recorded.sorted())
    }

    @Test("what was known on a day is what had been recorded by its end")
    func known() async throws {
        let registrar = try await Registrar.open(folder, clock)
        _ = try await registrar.perform(figure(1), happened: period("2020-01-01"), as: .importer)
        try clock.set("2026-11-23", hour: 23)
        _ = try await registrar.perform(figure(2), happened: period("2020-01-01"), as: .importer)
        try clock.set("2026-11-24", hour: 0)
        _ = try await registrar.perform(figure(3), happened: period("2020-01-01"), as: .importer)
        let timeline = registrar.snapshot.timeline
        #expect(timeline.known(by: try day("2026-11-22")).count == 0)
        #expect(timeline.known(by: try day("2026-11-23")).count == 2)
        #expect(timeline.known(by: try day("2026-11-24")).count == 3)
    }
}
