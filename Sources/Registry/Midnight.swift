package import Cooperation
package import Journal
package import Logging
import ServiceLifecycle

/// Notes what time has crossed, signs the day's head, keeps those who are seated and erases what is due.
///
/// At the start, at each Swedish midnight, and at the end.
package struct Midnight: Service {
    private let registrar: Registrar
    private let key: SigningKey
    private let headsFile: String
    private let erasuresFile: String
    private let clock: @Sendable () -> Instant
    private let afterwards: @Sendable () async throws -> Void
    private let logger: Logger

    /// Keeps the days of a registrar.
    ///
    /// - Parameters:
    ///   - registrar: the one who records.
    ///   - key: the installation's signing key.
    ///   - headsFile: where signed heads are written, outside the database.
    ///   - erasuresFile: where it is noted what has been erased, outside the database.
    ///   - clock: tells what time it is.
    ///   - afterwards: what others do once the day is closed here, such as forgetting the accounts of those who were erased.
    ///   - logger: for what can't be recorded now and is tried again at the next midnight.
    package init(
        registrar: Registrar,
        key: SigningKey,
        headsFile: String,
        erasuresFile: String,
        clock: @escaping @Sendable () -> Instant,
        afterwards: @escaping @Sendable () async throws -> Void = {},
        logger: Logger
    ) {
        self.registrar = registrar
        self.key = key
        self.headsFile = headsFile
        self.erasuresFile = erasuresFile
        self.clock = clock
        self.afterwards = afterwards
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

    func closeDay() async {
        do {
            try await registrar.noteCrossings()
            try await registrar.signHead(with: key, to: headsFile)
            // First, or somebody who still holds a seat could be erased.
            try await registrar.keepThoseSeated()
            try await registrar.eraseDue(list: erasuresFile)
        } catch {
            logger.error("the day could not be closed", metadata: ["error": "\(error)"])
        }
        // Tried even when the day couldn't be closed: what has run out mustn't wait for a disk with room for a head.
        do {
            try await registrar.removeDraftsDue()
            try await afterwards()
        } catch {
            logger.error("what has run out could not be removed", metadata: ["error": "\(error)"])
        }
    }
}
