import Dispatch
import Glibc
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
    func busy() throws {
        let small = try snapshot(40)
        let large = try snapshot(Effort.isFull ? 40_000 : 15_000)
        var isSeen = false
        // Whether the long fold is caught while it runs is a matter of timing, so several are tried.
        for _ in 0..<20 where !isSeen { isSeen = try isKept(small, beside: large) }
        #expect(isSeen)
    }

    /// Asks for three days, and for them again while a long fold takes the only place; false when it was over too soon to tell.
    private func isKept(_ small: Snapshot, beside large: Snapshot) throws -> Bool {
        let hindsight = Hindsight(capacity: 2, simultaneous: 1)
        let today = try day("2200-01-01")
        let start = try day("2000-01-01")
        let ask = { @Sendable (snapshot: Snapshot, index: Int) in
            try hindsight.view(PointInTime(knownBy: start.adding(days: index)), of: snapshot, today: today).cooperation
        }
        // The first is asked for once more before the third, so it is the second that is let go.
        let first = try ask(small, 1)
        _ = try ask(small, 2)
        _ = try ask(small, 1)
        let third = try ask(small, 3)
        let isDone = Flag()
        // A thread of its own: this one waits for it.
        DispatchQueue(label: "fold").async {
            // The last act is left out, so that it is a fold and not the whole.
            _ = try? ask(large, large.timeline.count - 2)
            isDone.raise()
        }
        usleep(20_000)
        let answers = [try? ask(small, 3), try? ask(small, 1), try? ask(small, 2)]
        // Not begun by then, or over: the second was folded anew.
        guard !isDone.isRaised, answers[2] == nil else {
            while !isDone.isRaised { usleep(1000) }
            return false
        }
        #expect(answers == [third, first, nil])
        while !isDone.isRaised { usleep(1000) }
        // The fold is over, so there is room for another.
        #expect(try ask(small, 7) == small.timeline.known(by: start.adding(days: 7)).live)
        return true
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
