package import Cooperation
import Journal
import Synchronization

/// Answers what was known on an earlier day.
///
/// That takes a fold of the journal's beginning, so the few that were asked for last are kept, and only so many may be folded at a time.
package final class Hindsight: Sendable {
    /// The journal was too busy with such questions.
    package struct Busy: Error {}

    private struct Kept: Sendable {
        let day: Day
        let position: Position
        let timeline: Timeline
    }

    private struct State: Sendable {
        var kept: [Kept] = []
        var folding = 0
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let simultaneous: Int

    /// Keeps as many timelines as `capacity` and folds as many at once as `simultaneous`.
    package init(capacity: Int = 4, simultaneous: Int = 2) {
        self.capacity = capacity
        self.simultaneous = simultaneous
    }

    /// The cooperation as of a point in time, for the public.
    ///
    /// - Parameters:
    ///   - point: the days that were asked for.
    ///   - snapshot: what the reader holds.
    ///   - today: the Swedish day it is.
    /// - Returns: what may be seen of it, on the day that was asked for.
    /// - Throws: `Busy` when too many such questions are being answered.
    package func view(_ point: PointInTime, of snapshot: Snapshot, today: Day) throws(Busy) -> PublicView {
        let timeline = try point.knownBy.map { day throws(Busy) in try known(by: day, snapshot) } ?? snapshot.timeline
        let then = point.day.map { timeline.cooperation(asOf: $0) } ?? timeline.live
        return PublicView(
            of: then,
            known: timeline,
            now: snapshot.cooperation,
            on: point.day ?? today,
            today: today,
            knownBy: point.knownBy
        )
    }

    private func known(by day: Day, _ snapshot: Snapshot) throws(Busy) -> Timeline {
        let position = Position(snapshot.tip.position)
        let found: Timeline? = try state.withLock { state throws(Busy) in
            if let index = state.kept.firstIndex(where: { $0.day == day && $0.position == position }) {
                let kept = state.kept.remove(at: index)
                state.kept.append(kept)
                return kept.timeline
            }
            guard state.folding < simultaneous else { throw Busy() }
            state.folding += 1
            return nil
        }
        if let found { return found }
        let timeline = snapshot.timeline.known(by: day)
        state.withLock { state in
            state.folding -= 1
            // Two may have asked about the same day at once.
            state.kept.removeAll { $0.day == day && $0.position == position }
            state.kept.append(Kept(day: day, position: position, timeline: timeline))
            if state.kept.count > capacity { state.kept.removeFirst() }
        }
        return timeline
    }
}
