import Glibc
import Import
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// The socket in the data folder by which commands reach the server that holds the folder.
///
/// Whoever can open it may do what the installation's own shell may, so it can be opened by the server's user alone.
package struct CommandSocket: Service {
    private let path: String
    private let registrar: Registrar
    private let users: @Sendable (UserMessage) async throws -> CommandAnswer
    private let newStatistics: @Sendable () async throws -> CommandAnswer
    private let logger: Logger
    private let server: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>

    /// How many commands may be connected at once.
    private static let mostConnections = 64

    /// A socket at a path.
    ///
    /// It listens at once, so that a command that is started when the server says it is ready finds it; it answers when it runs.
    ///
    /// - Parameters:
    ///   - path: where the socket is made.
    ///   - registrar: reads files in.
    ///   - users: does what is asked about people and how they sign in, which the registrar knows only half of.
    ///   - newStatistics: shows what has come into the folder of statistics.
    ///   - logger: for what fails.
    /// - Throws: `SocketPathTooLong`, or the system's error.
    package init(
        path: String,
        registrar: Registrar,
        users: @escaping @Sendable (UserMessage) async throws -> CommandAnswer = { _ in .notUnderstood },
        newStatistics: @escaping @Sendable () async throws -> CommandAnswer = { .notUnderstood },
        logger: Logger
    ) async throws {
        // The system's own limit for the address of a socket is 108 bytes, with a zero at the end.
        guard path.utf8.count < 108 else { throw SocketPathTooLong() }
        self.path = path
        self.registrar = registrar
        self.users = users
        self.newStatistics = newStatistics
        self.logger = logger
        server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: Int32(Self.mostConnections))
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        // The folder is closed to others already; the socket says so itself too.
        chmod(path, 0o600)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                try await server.executeThenClose { connections in
                    try await withThrowingDiscardingTaskGroup { group in
                        for try await connection in connections {
                            group.addTask { await serve(connection) }
                        }
                    }
                }
            } catch is CancellationError {
                return
            } catch {
                logger.error("the command socket closed", metadata: ["error": "\(error)"])
            }
        }
        unlink(path)
    }

    private func serve(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
        do {
            try await connection.executeThenClose { inbound, outbound in
                var received = ByteBuffer()
                for try await part in inbound {
                    received.writeImmutableBuffer(part)
                    guard received.readableBytes <= CommandLine.longest else { return }
                    // Only what has just come is searched: a long line comes in many parts.
                    guard part.readableBytesView.contains(UInt8(ascii: "\n")) else { continue }
                    while let line = received.readLine() {
                        let answer = try CommandLine.encode(await answer(line))
                        try await outbound.write(ByteBuffer(bytes: answer))
                    }
                }
            }
        } catch {
            logger.debug("a command connection ended", metadata: ["error": "\(error)"])
        }
    }

    private func answer(_ line: ByteBuffer) async -> CommandAnswer {
        guard let message = try? CommandLine.decode(CommandMessage.self, from: line.readableBytesView) else {
            return .notUnderstood
        }
        do {
            if let users = message.users { return try await self.users(users) }
            if message.hasNewStatistics == true { return try await newStatistics() }
            guard let files = message.importing, let form = message.form else { return .notUnderstood }
            return try await importing(files, form: form)
        } catch let unavailable as Registrar.Unavailable {
            return CommandAnswer(unavailable: unavailable.inWords)
        } catch {
            logger.error("a command failed", metadata: ["error": "\(error)"])
            return CommandAnswer(unavailable: "Något gick fel i servern. Ingenting har ändrats. Se serverns logg.")
        }
    }

    private func importing(_ files: [CommandMessage.File], form: String) async throws -> CommandAnswer {
        let files = files.map { SourceFile(name: $0.name, bytes: Array($0.text.utf8)) }
        switch try await registrar.importing(files, form: Array(form.utf8)) {
        case .success(let receipt):
            return CommandAnswer(
                first: receipt.positions.first,
                recorded: Int64(receipt.positions.count),
                isRepeat: receipt.isRepeat
            )
        case .failure(let faults):
            return CommandAnswer(
                faults: faults.faults.map { .init(file: $0.file, line: $0.line, message: $0.message) },
                filesWithMore: faults.filesWithMore
            )
        }
    }
}

extension CommandAnswer {
    /// What is said to a command that this version doesn't know.
    package static let notUnderstood = CommandAnswer(
        unavailable: "Servern förstår inte kommandot. Kör samma version av programmet som servern."
    )
}

/// The path of a command socket is longer than the system allows.
package struct SocketPathTooLong: Error {}

extension ByteBuffer {
    /// The bytes up to the next line feed, which is taken away too; nil while there is none.
    fileprivate mutating func readLine() -> ByteBuffer? {
        guard let index = readableBytesView.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = readSlice(length: index - readerIndex)
        moveReaderIndex(forwardBy: 1)
        return line
    }
}

extension Registrar.Unavailable {
    /// What has happened and what to do, in Swedish.
    package var inWords: String {
        switch self {
        case .storageFull:
            "Disken är full, så ingenting kan sparas just nu. Det som redan är sparat finns kvar. Frigör utrymme och försök igen."
        case .tooManyWaiting:
            "Många sparar just nu. Ingenting har ändrats. Vänta en stund och försök igen."
        case .journal:
            "Journalen kan inte skrivas just nu. Ingenting har ändrats. Försök igen, och säg till den som sköter driften om det inte hjälper."
        }
    }
}
