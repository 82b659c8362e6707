import Synchronization

/// How much of files may be on its way to readers at once.
///
/// A file is held in memory until its reader has got all of it, and nothing says that a reader must be quick. Without a bound, a thousand
/// slow ones would fill the machine.
final class Downloads: Sendable {
    private let bytes = Mutex(0)
    private let most: Int

    init(most: Int = 256 * 1_024 * 1_024) {
        self.most = most
    }

    /// Room for a file, kept as long as what is returned is; nil when there is none.
    func room(for count: Int) -> Room? {
        let isRoom = bytes.withLock { bytes in
            // A single file always gets through, however small the bound.
            guard bytes == 0 || bytes + count <= most else { return false }
            bytes += count
            return true
        }
        return isRoom ? Room(self, count) : nil
    }

    final class Room: Sendable {
        private let downloads: Downloads
        private let count: Int

        init(_ downloads: Downloads, _ count: Int) {
            self.downloads = downloads
            self.count = count
        }

        deinit { downloads.bytes.withLock { $0 -= count } }
    }
}
