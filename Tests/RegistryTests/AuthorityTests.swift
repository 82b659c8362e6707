import Cooperation
import Testing

@testable import Journal
@testable import Registry

@Suite("Acting from a seat") struct AuthorityTests {
    private let folder = TemporaryFolder()
    private let clock: Clock

    init() throws { clock = try Clock("2026-11-23") }

    private func body(_ name: String, called title: String) throws -> Registrar.Dated {
        .init(RecordBody(id: try Seated.id(name), kind: .network, name: title), try period("2026-11-23"))
    }

    @Test("what somebody does stands in the journal with the seat and the person's id, also after a restart")
    func actor() async throws {
        let seated = try await Seated(folder, clock)
        let authority = try seated.authority(of: seated.leader, .recordBody)
        let receipt = try await seated.registrar.perform([body("planerare", called: "Planerare")], by: authority)
        for registrar in [seated.registrar, try await Registrar.open(folder, clock)] {
            let record = try #require(registrar.snapshot.timeline[Position(receipt.positions.lowerBound)])
            #expect(record.actor == .holder(of: try Seated.place("ledare", in: "kontoret"), seated.leader))
            #expect(record.actor.text == "seat:kontoret/ledare:\(seated.leader)")
        }
        let entry = try #require(
            try Journal(file: folder.data.database, mode: .readOnly).entries(after: receipt.positions.lowerBound - 1, limit: 1)
                .first
        )
        #expect(entry.actor == "seat:kontoret/ledare:\(seated.leader)")
        #expect(Verification.walk(file: folder.data.database, includingContents: true).isWhole)
    }

    @Test("refused when the seat was left between the opening and the sending of a form")
    func left() async throws {
        let seated = try await Seated(folder, clock)
        let authority = try seated.authority(of: seated.leader, .recordBody)
        try await seated.record(LeaveSeat(Seated.place("ledare", in: "kontoret"), last: day("2026-11-22")), "2026-11-23")
        let before = seated.registrar.snapshot
        let refused = await #expect(throws: Registrar.Refused.self) {
            _ = try await seated.registrar.perform([body("planerare", called: "Planerare")], by: authority, form: [1])
        }
        #expect(refused == Registrar.Refused(index: 0, refusal: .notYours))
        #expect(seated.registrar.snapshot.tip == before.tip)
        // Back in the seat, the same form goes through.
        try await seated.take("ledare", in: "kontoret", seated.leader, "2026-11-23")
        let receipt = try await seated.registrar.perform([body("planerare", called: "Planerare")], by: authority, form: [1])
        #expect(!receipt.isRepeat)
    }

    @Test("refused from the day after the last one, and while somebody else has the seat")
    func ended() async throws {
        let seated = try await Seated(folder, clock)
        let authority = try seated.authority(of: seated.leader, .recordBody)
        try await seated.record(LeaveSeat(Seated.place("ledare", in: "kontoret"), last: day("2026-11-23")), "2026-11-23")
        _ = try await seated.registrar.perform([body("planerare", called: "Planerare")], by: authority)
        try clock.set("2026-11-23", hour: 24)
        await #expect(throws: Registrar.Refused(index: 0, refusal: .notYours)) {
            _ = try await seated.registrar.perform([body("planerare", called: "Planerarna")], by: authority)
        }
        try await seated.take("ledare", in: "kontoret", Registrar.newPersonID(), "2026-11-24")
        await #expect(throws: Registrar.Refused(index: 0, refusal: .notYours)) {
            _ = try await seated.registrar.perform([body("planerare", called: "Planerarna")], by: authority)
        }
    }

    @Test("refused in the same breath as the seat is left: what is decided first counts for what waits beside it")
    func together() async throws {
        let seated = try await Seated(folder, clock)
        let authority = try seated.authority(of: seated.leader, .recordBody)
        let leaving = Registrar.Dated(
            LeaveSeat(try Seated.place("ledare", in: "kontoret"), last: try day("2026-11-22")),
            try period("2026-11-23")
        )
        let current = seated.registrar.snapshot
        var trial = Trial(timeline: current.timeline, texts: current.texts, now: clock.now())
        _ = try trial.decide(Pending(requests: [leaving], actor: .importer, form: nil))
        let actor = Actor.holder(of: authority.capacity.seat, authority.capacity.person)
        let pending = Pending(requests: [try body("a", called: "A")], actor: actor, form: nil, authority: authority)
        #expect(throws: Registrar.Refused(index: 0, refusal: .notYours)) { _ = try trial.decide(pending) }
    }

    // MARK: Forms on the same subject

    @Test("of two forms on the same subject the second is told, and one on another subject goes through")
    func changedSince() async throws {
        let seated = try await Seated(folder, clock)
        _ = try await seated.registrar.perform([body("a", called: "A"), body("b", called: "B")], as: .importer)
        let authority = try seated.authority(of: seated.leader, .recordBody)
        let opened = Position(seated.registrar.snapshot.position)
        func basis(_ name: String) throws -> Registrar.Basis { .init(opened, about: [.body(try Seated.id(name))]) }
        func send(_ name: String, _ title: String, _ form: UInt8) async throws -> Registrar.Receipt {
            try await seated.registrar.perform(
                [body(name, called: title)],
                by: authority,
                form: [form],
                unlessChangedSince: basis(name)
            )
        }
        let first = try await send("a", "A ett", 1)
        await #expect(throws: Registrar.ChangedSince(position: Position(first.positions.lowerBound))) {
            _ = try await send("a", "A två", 2)
        }
        let other = try await send("b", "B ett", 3)
        #expect(other.positions.lowerBound == first.positions.upperBound, "nothing was recorded in between")
        // The first form once more is answered as it was, though its subject has changed since by itself.
        #expect(try await send("a", "A ett", 1) == Registrar.Receipt(positions: first.positions, isRepeat: true))
        // Opened anew, the second goes through with the same form id.
        let again = try await seated.registrar.perform(
            [body("a", called: "A två")],
            by: authority,
            form: [2],
            unlessChangedSince: .init(Position(seated.registrar.snapshot.position), about: [.body(Seated.id("a"))])
        )
        #expect(!again.isRepeat)
        #expect(seated.registrar.snapshot.cooperation.organisation[try Seated.id("a")]?.facts.name == "A två")
    }

    @Test("a correction of an act about it, and a strike, are changes too; the last one is told")
    func corrections() async throws {
        let seated = try await Seated(folder, clock)
        let receipt = try await seated.registrar.perform([body("a", called: "A"), body("a", called: "AA")], as: .importer)
        let authority = try seated.authority(of: seated.leader, .recordBody)
        let opened = Position(seated.registrar.snapshot.position)
        let strike = StrikeRecord(Position(receipt.positions.lowerBound + 1), reason: "Fel.")
        try await seated.record(strike, "2026-11-23")
        let struck = seated.registrar.snapshot.position
        try await seated.record(figure(1), "2026-01-01")
        await #expect(throws: Registrar.ChangedSince(position: Position(struck))) {
            _ = try await seated.registrar.perform(
                [body("a", called: "B")],
                by: authority,
                unlessChangedSince: .init(opened, about: [.body(Seated.id("a"))])
            )
        }
    }

    @Test("acts may be told by more than their subject: one seat of a body isn't another")
    func recognised() async throws {
        let seated = try await Seated(folder, clock)
        let authority = try seated.authority(of: seated.leader, .changeSeat)
        let opened = Position(seated.registrar.snapshot.position)
        func basis(_ seat: Seat.Reference) -> Registrar.Basis {
            .init(opened) { act, _ in
                guard case .organisation(.seatTaken(let tenure)) = act else { return false }
                return tenure.reference == seat
            }
        }
        func send(_ name: String, _ person: Person.ID) async throws -> Registrar.Receipt {
            let place = try Seated.place(name)
            let request = TakeSeat(place, by: person, from: try day("2026-11-23"))
            return try await seated.registrar.perform(
                [.init(request, period("2026-11-23"))],
                by: authority,
                unlessChangedSince: basis(place)
            )
        }
        let first = try await send("kommun-1", Registrar.newPersonID())
        _ = try await send("kommun-2", Registrar.newPersonID())
        await #expect(throws: Registrar.ChangedSince(position: Position(first.positions.lowerBound))) {
            _ = try await send("kommun-1", Registrar.newPersonID())
        }
    }

    @Test("of many at once on the same subject one is recorded, and the others are told which")
    func manyAtOnce() async throws {
        let seated = try await Seated(folder, clock)
        _ = try await seated.registrar.perform([body("a", called: "A")], as: .importer)
        let authority = try seated.authority(of: seated.leader, .recordBody)
        let opened = Position(seated.registrar.snapshot.position)
        let subject = Subject.body(try Seated.id("a"))
        let answers = try await withThrowingTaskGroup(of: Position?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    do {
                        _ = try await seated.registrar.perform(
                            [body("a", called: "A \(number)")],
                            by: authority,
                            unlessChangedSince: .init(opened, about: [subject])
                        )
                        return nil
                    } catch let changed as Registrar.ChangedSince {
                        return changed.position
                    }
                }
            }
            return try await group.reduce(into: [Position?]()) { $0.append($1) }
        }
        #expect(answers.filter { $0 == nil }.count == 1)
        #expect(Set(answers.compactMap { $0 }) == [Position(opened.number + 1)])
        #expect(seated.registrar.snapshot.position == opened.number + 1)
    }

    @Test("the same form from many at once is recorded once")
    func formOnce() async throws {
        let seated = try await Seated(folder, clock)
        let authority = try seated.authority(of: seated.leader, .recordBody)
        let opened = Position(seated.registrar.snapshot.position)
        let subject = Subject.body(try Seated.id("a"))
        let receipts = try await withThrowingTaskGroup(of: Registrar.Receipt.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await seated.registrar.perform(
                        [body("a", called: "A")],
                        by: authority,
                        form: [7],
                        unlessChangedSince: .init(opened, about: [subject])
                    )
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(receipts.filter { !$0.isRepeat }.count == 1)
        #expect(Set(receipts.map(\.positions)).count == 1)
    }
}
