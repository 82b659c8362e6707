import Glibc

/// Does something that blocks on a thread of its own, so that no task waits for a thread of the pool meanwhile.
///
/// - Parameter work: what is to be done; it runs to its end even if the task that waits is cancelled.
/// - Returns: what the work gives.
/// - Throws: what the work throws.
package func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
        let task = Unmanaged.passRetained(ThreadTask { continuation.resume(with: Result { try work() }) })
        var thread = pthread_t()
        let code = pthread_create(
            &thread,
            nil,
            { context in
                if let context { Unmanaged<ThreadTask>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            },
            task.toOpaque()
        )
        if code == 0 {
            pthread_detach(thread)
        } else {
            task.release()
            continuation.resume(throwing: FetchFault.file("en ny tråd", errno: code))
        }
    }
}

/// What a thread is handed.
private final class ThreadTask: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
