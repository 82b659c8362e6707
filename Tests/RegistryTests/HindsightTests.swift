import Synchronization
import Testing

@testable import Cooperation
@testable import Journal
@testable import Registry

@Suite("What was known on an earlier day") struct HindsightTests {
    /// A snapshot of so many figures, one recorded each day from 1 January 2000 on.
    private func snapshot(_ count: Int) throws -> Snapshot {
        let start = try day("2000-01-01")
        let records = (0..<count).map { index -> Record in
            let figure = MembersAct.PopulationRecorded(
                municipality: nil,
                count: index,
                basis: .published,
                remarks: [],
                sources: []
            )
            return Record(
                position: Position(Int64(index + 1)),
                recorded: Instant(startOf: start.adding(days: index)),
                happened: .day(start.adding(days: index / 2)),
                actor: .importer,
                act: .members(.populationRecorded(figure))
            )
        }
        return Snapshot(
            timeline: Timeline(records),
            texts: Texts(),
            tip: Tip(position: Int64(count), hash: .zero),
            vaultRevision: 0
        )
    }

    @Test("is the fold of what had been recorded by then")
    func fold() throws {
        let snapshot = try snapshot(300)
        let hindsight = Hindsight()
        let today = try day("2026-11-23")
        let start = try day("2000-01-01")
        for (known, asked) in [(299, 10), (150, 10), (150, 100), (10, 200), (0, 0), (5, nil), (nil, 20), (nil, nil)]
            as [(Int?, Int?)]
        {
            let point = PointInTime(day: asked.map { start.adding(days: $0) }, knownBy: known.map { start.adding(days: $0) })
            let view = try hindsight.view(point, of: snapshot, today: today)
            let timeline = point.knownBy.map { snapshot.timeline.known(by: $0) } ?? snapshot.timeline
            let expected = point.day.map { timeline.cooperation(asOf: $0) } ?? timeline.live
            #expect(view.cooperation == expected)
            #expect(view.day == point.day ?? today)
            #expect(point.isNow == (known == nil && asked == nil))
        }
        let before = try hindsight.view(PointInTime(knownBy: start.adding(days: -1)), of: snapshot, today: today)
        #expect(before.cooperation == Cooperation())
    }

    @Test("too many folds at once are refused, what is kept is answered all the same, and the oldest is let go")
    func busy() async throws {
        let small = try snapshot(40)
        let large = try snapshot(Effort.isFull ? 60_000 : 20_000)
        let hindsight = Hindsight(capacity: 2, simultaneous: 1)
        let today = try day("2060-01-01")
        let start = try day("2000-01-01")
        let ask = { @Sendable (snapshot: Snapshot, index: Int) in
            try hindsight.view(PointInTime(knownBy: start.adding(days: index)), of: snapshot, today: today).cooperation
        }
        // Three days are asked for, the first of them once more: then the first and the third are kept.
        let first = try ask(small, 1)
        _ = try ask(small, 2)
        _ = try ask(small, 1)
        let third = try ask(small, 3)
        let isDone = Flag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { isDone.raise() }
                _ = try ask(large, 19_000)
            }
            var isBusy = false
            while !isBusy, !isDone.isRaised {
                do { _ = try ask(small, 2) } catch is Hindsight.Busy { isBusy = true }
                // When it wasn't busy yet, the second was folded and took a place; the two are asked for again.
                if !isBusy, !isDone.isRaised {
                    _ = try? ask(small, 1)
                    _ = try? ask(small, 3)
                }
                await Task.yield()
            }
            #expect(isBusy)
            if !isDone.isRaised {
                #expect(try ask(small, 3) == third)
                #expect(try ask(small, 1) == first)
            }
            try await group.waitForAll()
        }
        // The fold is over, so there is room for another.
        #expect(try ask(small, 7) == small.timeline.known(by: start.adding(days: 7)).live)
    }

    @Test("with no fold allowed everything but the live knowledge is busy")
    func none() throws {
        let snapshot = try snapshot(10)
        let hindsight = Hindsight(capacity: 1, simultaneous: 0)
        let today = try day("2026-11-23")
        #expect(throws: Hindsight.Busy.self) { try hindsight.view(PointInTime(knownBy: today), of: snapshot, today: today) }
        _ = try hindsight.view(PointInTime(day: today), of: snapshot, today: today)
    }

    @Test("another position is another question")
    func position() throws {
        let hindsight = Hindsight()
        let known = PointInTime(knownBy: try day("2000-01-31"))
        let today = try day("2026-11-23")
        for count in [5, 20, 10] {
            let snapshot = try snapshot(count)
            let view = try hindsight.view(known, of: snapshot, today: today)
            #expect(view.cooperation == snapshot.timeline.known(by: try day("2000-01-31")).live)
        }
    }
}

/// Something that happens once, seen from several tasks.
private final class Flag: Sendable {
    private let raised = Mutex(false)
    var isRaised: Bool { raised.withLock { $0 } }
    func raise() { raised.withLock { $0 = true } }
}
