import Dispatch
import Synchronization

/// Where programs are waited for: two at a time, on threads of their own.
///
/// A conversion takes up to some seconds of a core and hundreds of megabytes. On the cooperative threads two of them would stop every
/// page, and without a bound a handful of impatient readers would take all memory.
final class Lanes: Sendable {
    private static let count = 2

    private let mostWaiting: Int
    private let queues: [DispatchQueue]
    private let loads = Mutex([Int](repeating: 0, count: count))

    /// - Parameter mostWaiting: how many may be under way or wait at once.
    init(mostWaiting: Int = 16) {
        self.mostWaiting = mostWaiting
        queues = (0..<Self.count).map { DispatchQueue(label: "samverka.document.\($0)") }
    }

    /// How many are under way or wait, for tests.
    var load: Int { loads.withLock { $0.reduce(0, +) } }

    /// Does some work on the lane with the least to do.
    ///
    /// The work bounds its own time, so whoever waits for it always gets an answer.
    func run<Result: Sendable>(
        _ work: @escaping @Sendable () throws(DocumentFault) -> Result
    ) async throws(DocumentFault) -> Result {
        let free = loads.withLock { loads -> Int? in
            guard loads.reduce(0, +) < mostWaiting else { return nil }
            let lane = loads[0] <= loads[1] ? 0 : 1
            loads[lane] += 1
            return lane
        }
        guard let lane = free else { throw .busy }
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Swift.Result<Result, DocumentFault>, Never>) in
            queues[lane].async {
                let result = Swift.Result { () throws(DocumentFault) in try work() }
                self.loads.withLock { $0[lane] -= 1 }
                continuation.resume(returning: result)
            }
        }
        return try result.get()
    }
}
