import Search
import Synchronization

/// The index of the live value in each language, made when somebody first searches after something has changed.
final class SearchShelf: Sendable {
    private struct Kept {
        var stamp: Stamp
        var index: SearchIndex
    }

    private let kept = Mutex<[PageLanguage: Kept]>([:])

    /// The index for a stamp: the one that is kept, or a new one.
    ///
    /// Two who search at once just after a change may both make it. That costs milliseconds, and nobody waits under a lock.
    func index(at stamp: Stamp, in language: PageLanguage, make: () -> SearchIndex) -> SearchIndex {
        if let found = kept.withLock({ $0[language] }), found.stamp == stamp { return found.index }
        let index = make()
        kept.withLock { $0[language] = Kept(stamp: stamp, index: index) }
        return index
    }
}
