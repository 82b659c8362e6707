package import Cooperation
package import Journal
package import Logging
import ServiceLifecycle

/// Notes what time has crossed, signs the day's head and erases what is due: at the start, at each Swedish midnight, and at the end.
package struct Midnight: Service {
    private let registrar: Registrar
    private let key: SigningKey
    private let headsFile: String
    private let erasuresFile: String
    private let clock: @Sendable () -> Instant
    private let logger: Logger

    /// Keeps the days of a registrar.
    ///
    /// - Parameters:
    ///   - registrar: the one who records.
    ///   - key: the installation's signing key.
    ///   - headsFile: where signed heads are written, outside the database.
    ///   - erasuresFile: where it is noted what has been erased, outside the database.
    ///   - clock: tells what time it is.
    ///   - logger: for what can't be recorded now and is tried again at the next midnight.
    package init(
        registrar: Registrar,
        key: SigningKey,
        headsFile: String,
        erasuresFile: String,
        clock: @escaping @Sendable () -> Instant,
        logger: Logger
    ) {
        self.registrar = registrar
        self.key = key
        self.headsFile = headsFile
        self.erasuresFile = erasuresFile
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        await closeDay()
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let now = clock()
                let midnight = Instant(startOf: now.swedishDay.adding(days: 1))
                // Slept in short stretches: a machine that is suspended or whose clock is set would oversleep a long one.
                let wait = min(midnight.microseconds - now.microseconds, 60_000_000)
                try? await Task.sleep(for: .microseconds(max(wait, 1000)))
                if clock() >= midnight { await closeDay() }
            }
        }
        await closeDay()
    }

    private func closeDay() async {
        do {
            try await registrar.noteCrossings()
            try await registrar.signHead(with: key, to: headsFile)
            try await registrar.eraseDue(list: erasuresFile)
        } catch {
            logger.error("the day could not be closed", metadata: ["error": "\(error)"])
        }
    }
}
