import Synchronization

/// What every kept page rests on; when any of it changes, all of them are gone.
package struct Stamp: Sendable, Hashable {
    package var journalPosition: Int64
    package var vaultRevision: Int64
    package var vintage: Int64
    package var day: Int32

    package init(journalPosition: Int64, vaultRevision: Int64, vintage: Int64, day: Int32) {
        self.journalPosition = journalPosition
        self.vaultRevision = vaultRevision
        self.vintage = vintage
        self.day = day
    }
}

/// Pages of the live value, exactly as long as they are true.
///
/// The key is the canonical address, which holds the format, the language and the query that the route reads, after the viewer's
/// class. Pages as of a date are never kept. The bound is in bytes; when it is reached the oldest pages go first, since all of them
/// can be made again and none is worth book-keeping at each reading.
package final class PageCache: Sendable {
    private struct State {
        var stamp: Stamp?
        var pages: [String: Prepared] = [:]
        var order: [String] = []
        var bytes = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    package init(limit: Int = 64 * 1_024 * 1_024) {
        self.limit = limit
    }

    /// The page, if it was made from just this stamp; a newer stamp empties the cache.
    package func page(_ key: String, at stamp: Stamp) -> Prepared? {
        state.withLock { state in
            if state.stamp == stamp { return state.pages[key] }
            if let kept = state.stamp, !stamp.isOlder(than: kept) {
                state = State(stamp: stamp)
            }
            return nil
        }
    }

    /// Keeps a page.
    ///
    /// `stamp` is what was true before the page was made, `now` what is true after. If the two differ, nobody can say which of them the
    /// page shows, and it is not kept.
    package func keep(_ page: Prepared, as key: String, madeAt stamp: Stamp, now: Stamp) {
        guard stamp == now, page.size <= limit / 8 else { return }
        state.withLock { state in
            if state.stamp != stamp {
                // A stamp that is behind the cache's own belongs to a reader that was slow between its two looks at the clock.
                if let kept = state.stamp, stamp.isOlder(than: kept) { return }
                state = State(stamp: stamp)
            }
            guard state.pages[key] == nil else { return }
            state.pages[key] = page
            state.order.append(key)
            state.bytes += page.size
            var dropped = 0
            while state.bytes > limit, dropped < state.order.count {
                if let old = state.pages.removeValue(forKey: state.order[dropped]) {
                    state.bytes -= old.size
                }
                dropped += 1
            }
            state.order.removeFirst(dropped)
        }
    }

    /// How many pages and bytes are kept.
    package var load: (pages: Int, bytes: Int) {
        state.withLock { ($0.pages.count, $0.bytes) }
    }
}

extension Stamp {
    /// Whether some part of the stamp lies before another's and none after; all of them only grow.
    func isOlder(than other: Stamp) -> Bool {
        self != other && journalPosition <= other.journalPosition && vaultRevision <= other.vaultRevision
            && vintage <= other.vintage && day <= other.day
    }
}
