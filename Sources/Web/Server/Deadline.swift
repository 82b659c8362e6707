/// A limit to how long something may take.
enum Deadline {
    /// The outcome, or nil if the time ran out first.
    ///
    /// The work is then cancelled and waited for, so it must notice that at its next `await`: there is no way to take back a thread
    /// from code that never pauses, and work that is left behind would pile up under load.
    static func race<Outcome: Sendable>(
        _ limit: Duration,
        _ work: @escaping @Sendable () async throws -> Outcome
    ) async throws -> Outcome? {
        try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
