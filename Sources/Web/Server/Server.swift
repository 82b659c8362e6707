import Glibc
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import ServiceLifecycle
package import UnixSignals

/// The front door on a port.
///
/// ```swift
/// let server = Server(frontDoor, logger: logger) { port in print("http://127.0.0.1:\(port)/") }
/// try await server.run()
/// ```
package struct Server: Sendable {
    /// Where the server listens, and how much it takes from the outside.
    package struct Configuration: Sendable {
        package var host = "127.0.0.1"
        /// 0 for any that is free.
        package var port = 8_080
        package var backlog = 256
        package var maximumConnections = 1_024
        /// How long a connection may be silent, and how long the head of a request may take.
        package var idleTime: Duration = .seconds(30)
        /// How long the rest of a request may take after its head.
        package var readingTime: Duration = .seconds(20)
        /// How long a closed connection waits for the other side.
        package var lingeringTime: Duration = .seconds(2)
        /// Holds for the address too, which beyond `FrontDoor.longestAddress` is answered with 414, and beyond this with 431.
        package var largestHeaderField = 8 * 1_024
        package var largestHead = 32 * 1_024
        package var mostHeaderFields = 100
        /// How long requests in progress may go on after the signal to stop.
        package var shutdownTime: Duration = .seconds(10)

        package init() {}
    }

    private let application: Application<FrontDoor>
    private let configuration: Configuration
    private let logger: Logger

    /// A server that does not run yet.
    ///
    /// `ready` is called once with the port, when connections are accepted.
    package init(
        _ frontDoor: FrontDoor,
        configuration: Configuration = Configuration(),
        logger: Logger,
        ready: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.logger = logger
        var connection = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                ConnectionGuard(
                    readingTime: TimeAmount(configuration.readingTime),
                    lingeringTime: TimeAmount(configuration.lingeringTime),
                    sendingTime: TimeAmount(configuration.idleTime)
                )
            ],
            idleTimeout: TimeAmount(configuration.idleTime)
        )
        connection.httpDecoder.maxHeaderFieldSize = configuration.largestHeaderField
        connection.httpDecoder.maxHeaderListSize = configuration.largestHead
        connection.httpDecoder.maxHeaderFieldCount = configuration.mostHeaderFields
        application = Application(
            responder: frontDoor,
            server: .http1(configuration: connection),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                serverName: "Samverka",
                backlog: configuration.backlog,
                availableConnectionsDelegate: .maximum(configuration.maximumConnections, logger: logger)
            ),
            onServerRunning: { channel in
                await ready(channel.localAddress?.port ?? 0)
            },
            logger: logger
        )
    }

    /// Runs until a signal comes or the task is cancelled.
    ///
    /// The services run beside the server and stop after it, in the opposite order. The signals are those that mean 'finish what you do,
    /// then stop'.
    package func run(beside services: [any Service] = [], signals: [UnixSignal] = [.sigterm, .sigint]) async throws {
        try await group(beside: services, signals: signals).run()
    }

    /// The group that `run` runs, for those who want to stop it themselves.
    package func group(beside services: [any Service] = [], signals: [UnixSignal] = []) -> ServiceGroup {
        // A reader that hangs up while we write must not end the process.
        signal(SIGPIPE, SIG_IGN)
        var groupConfiguration = ServiceGroupConfiguration(
            services: services + [application],
            gracefulShutdownSignals: signals,
            logger: logger
        )
        groupConfiguration.maximumGracefulShutdownDuration = configuration.shutdownTime
        groupConfiguration.maximumCancellationDuration = configuration.shutdownTime
        return ServiceGroup(configuration: groupConfiguration)
    }
}
