import Synchronization

/// How much may be said of drafts from one connection to the network, so that nobody fills the queue for all others.
///
/// In memory only, by the address of the connection: nothing is kept of who it was.
final class ContributionLimit: Sendable {
    /// So many within an hour; a school class that writes from one room has room.
    static let mostInAnHour = 30
    private static let hour: Int64 = 3_600_000_000
    /// More addresses than this, and those that have been quiet are forgotten.
    private static let mostAddresses = 10_000

    private let taken = Mutex<[String: [Int64]]>([:])

    /// Whether one more may be taken in from an address at an instant; if so it is counted.
    func takes(from address: String, at now: Int64) -> Bool {
        taken.withLock { taken in
            if taken.count > Self.mostAddresses { taken = taken.filter { $0.value.contains { now - $0 < Self.hour } } }
            let recent = (taken[address] ?? []).filter { now - $0 < Self.hour }
            guard recent.count < Self.mostInAnHour else { return false }
            taken[address] = recent + [now]
            return true
        }
    }
}
