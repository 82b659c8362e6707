import Dispatch
package import Journal
import ServiceLifecycle
import Synchronization

/// Verifies the chain in the background after the start, so that nobody waits for it and nobody has to wonder.
package final class Watch: Service {
    /// How far the verification has come.
    package enum State: Equatable, Sendable {
        case notBegun
        case verifying(entries: Int64)
        /// The whole chain holds.
        case whole(entries: Int64)
        /// Something is wrong; the first thing that was found.
        case broken(Verification.Finding)
        /// The program was stopped before the end.
        case stopped
    }

    private let current = Mutex(State.notBegun)
    private let isCancelled = Atomic(false)
    private let file: String
    private let headsFile: String
    private let trusted: PublicKey
    private let report: @Sendable (State) -> Void

    /// Watches over a database file and the signed heads beside it.
    ///
    /// - Parameters:
    ///   - file: the database file.
    ///   - headsFile: the signed heads, outside the database.
    ///   - trusted: the key that the heads must be signed with.
    ///   - report: told how it ended, for the log.
    package init(file: String, headsFile: String, trusted: PublicKey, report: @escaping @Sendable (State) -> Void) {
        self.file = file
        self.headsFile = headsFile
        self.trusted = trusted
        self.report = report
    }

    /// How far the verification has come.
    package var state: State { current.withLock { $0 } }

    package func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own: hashing a large journal would hold one of the few cooperative threads for seconds.
                DispatchQueue.global(qos: .utility).async {
                    self.walk()
                    continuation.resume()
                }
            }
        } onCancelOrGracefulShutdown: {
            self.isCancelled.store(true, ordering: .relaxed)
        }
        // A service that returns would take the whole group down with it.
        try? await gracefulShutdown()
    }

    private func walk() {
        let heads = (try? Head.read(file: headsFile)) ?? []
        let found = Verification.walk(file: file, heads: heads, trusted: trusted, includingContents: true) { count in
            self.current.withLock { $0 = .verifying(entries: count) }
            return !self.isCancelled.load(ordering: .relaxed)
        }
        let state: State =
            if let finding = found.finding { .broken(finding) } else if found.isStopped { .stopped } else {
                .whole(entries: found.tip.position)
            }
        current.withLock { $0 = state }
        report(state)
    }
}
