import Cooperation
import Glibc
import Import
import Logging
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import Journal
@testable import Registry

@Suite("Commands beside a running server", .timeLimit(.minutes(10))) struct CommandTests {
    private let folder = TemporaryFolder()
    private let clock: Clock

    init() throws { clock = try Clock("2026-11-23") }

    /// Runs the socket for as long as a test needs it.
    private func listening(
        users: @escaping @Sendable (UserMessage) async throws -> CommandAnswer = { _ in .said("hörde") },
        _ test: (Registrar, String) async throws -> Void
    ) async throws {
        let registrar = try await Registrar.open(folder, clock)
        let path = folder.data.socket
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let socket = try await CommandSocket(path: path, registrar: registrar, users: users, logger: logger)
        let running = Task { try await socket.run() }
        do {
            try await test(registrar, path)
        } catch {
            running.cancel()
            _ = await running.result
            throw error
        }
        running.cancel()
        _ = await running.result
    }

    private func message(_ files: [SourceFile], form: String = "f1") -> CommandMessage {
        CommandMessage(
            importing: files.map { .init(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) },
            form: form
        )
    }

    private func ask(_ message: CommandMessage, _ path: String) async throws -> CommandAnswer {
        try #require(await CommandConnection.ask(message, at: path))
    }

    @Test("where nobody listens there is no answer")
    func nobody() async throws {
        #expect(try await CommandConnection.ask(message([]), at: folder.data.socket) == nil)
        // A file that an interrupted server left behind.
        try DurableFile.create(folder.data.socket, contents: [])
        #expect(try await CommandConnection.ask(message([]), at: folder.data.socket) == nil)
    }

    @Test("files are read in through the server, once")
    func importing() async throws {
        let files = try Place.twelve()
        try await listening { registrar, path in
            let answer = try await ask(message(files), path)
            #expect(answer.first == 1 && answer.isRepeat == false && answer.faults == nil && answer.unavailable == nil)
            #expect(answer.recorded == registrar.snapshot.position)
            let again = try await ask(message(files), path)
            #expect(again.isRepeat == true && again.recorded == answer.recorded)
            #expect(registrar.snapshot.position == answer.recorded)
            #expect(registrar.snapshot.cooperation.members.all.count == 12)
        }
    }

    @Test("what is wrong in the files is told with its place")
    func faults() async throws {
        try await listening { registrar, path in
            let bad = SourceFile(name: "fel.txt", bytes: Array("kommun: haninge\n  namn: Haninge\n  kood: 0136\n".utf8))
            let answer = try await ask(message([bad]), path)
            let faults = try #require(answer.faults)
            #expect(faults.contains { $0.file == "fel.txt" && $0.line == 3 })
            #expect(answer.recorded == nil && answer.first == nil)
            #expect(registrar.snapshot.position == 0)
        }
    }

    @Test("only the server's user may open the socket, and it is gone when the server is")
    func socket() async throws {
        try await listening { _, path in
            _ = try await ask(message([]), path)
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
        #expect(access(folder.data.socket, F_OK) != 0)
    }

    @Test("a path that is too long for a socket is told as such")
    func tooLong() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let path = folder.path + "/" + String(repeating: "s", count: 108 - folder.path.utf8.count - 1)
        await #expect(throws: SocketPathTooLong.self) {
            _ = try await CommandSocket(path: path, registrar: registrar, logger: Logger(label: "test"))
        }
    }

    @Test("what is asked about people comes whole to whoever answers for them")
    func users() async throws {
        let id = try #require(Person.ID(String(repeating: "a", count: 32)))
        let seating = UserMessage.Seating(
            mail: "a@b.example",
            body: try #require(Body.ID("kansliet")),
            seat: try #require(Seat.ID("utvecklingsledare")),
            role: .developmentLeader,
            municipality: nil,
            from: try day("2026-11-23"),
            until: nil,
            form: "f"
        )
        let messages: [UserMessage] = [
            .add(Person(id: id, name: "Utvecklingsledare", mail: "a@b.example", telephone: nil, showsName: true)), .list,
            .seat(seating), .reset(mail: "a@b.example", newFactor: true, address: nil),
            .disable(mail: "a@b.example", isDisabled: false),
        ]
        let heard = Mutex<[UserMessage]>([])
        try await listening(users: { message in
            heard.withLock { $0.append(message) }
            return message == .list ? .refused("nej") : .said("ja")
        }) { _, path in
            for message in messages {
                let answer = try await ask(CommandMessage(message), path)
                #expect(answer == (message == .list ? .refused("nej") : .said("ja")))
            }
            #expect(heard.withLock { $0 } == messages)
        }
    }

    @Test("an answer that fails is told in words, without its innards")
    func failing() async throws {
        struct Secret: Error { let word = "hemligt" }
        try await listening(users: { message in
            throw message == .list ? Registrar.Unavailable.storageFull : Secret() as any Error
        }) { _, path in
            #expect(try await ask(CommandMessage(.list), path).unavailable?.contains("Disken är full") == true)
            let other = try await ask(CommandMessage(.disable(mail: "a", isDisabled: true)), path)
            #expect(other.unavailable?.contains("Se serverns logg") == true && other.unavailable?.contains("hemligt") == false)
        }
    }

    @Test(
        "commands of another version",
        arguments: [
            (#"{"importing":[],"form":"a","later":{"x":1}}"#, true), (#"{"later":{"x":1}}"#, false),
            (#"{"importing":[]}"#, false),
            (#"{"users":{"later":{}}}"#, false), (#"{"users":{"list":{}}}"#, true),
            (#"{"users":{"disable":{"mail":"a","isDisabled":true,"later":1}}}"#, true),
        ]
    )
    func otherVersions(_ line: String, _ isUnderstood: Bool) async throws {
        try await listening { _, path in
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            let answer = try await channel.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(string: line + "\n"))
                var received = ByteBuffer()
                for try await part in inbound {
                    received.writeImmutableBuffer(part)
                    if received.readableBytesView.last == UInt8(ascii: "\n") { break }
                }
                return try CommandLine.decode(CommandAnswer.self, from: received.readableBytesView)
            }
            #expect((answer != .notUnderstood) == isUnderstood, "\(line): \(answer)")
        }
    }

    @Test("many commands at once are all answered")
    func many() async throws {
        try await listening { registrar, path in
            _ = try await ask(message([]), path)
            let file = { @Sendable (number: Int) in
                SourceFile(
                    name: "kommun-\(number).txt",
                    bytes: Array(
                        """
                        kommun: kommun-\(number)
                          namn: Kommun \(number)
                          officiellt namn: Kommun \(number)
                          kod: \(1000 + number)
                          medlem från: 2020-01-01
                          källa: Prov

                        """.utf8
                    )
                )
            }
            let answers = try await withThrowingTaskGroup(of: CommandAnswer.self) { group in
                for number in 0..<20 { group.addTask { try await ask(message([file(number)], form: "\(number)"), path) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0.faults == nil && $0.unavailable == nil && $0.isRepeat == false })
            #expect(registrar.snapshot.cooperation.members.members.count == 20)
        }
    }

    @Test("a line that isn't a command is answered in words, and the connection goes on")
    func garbage() async throws {
        try await listening { _, path in
            _ = try await ask(message([]), path)
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            try await channel.executeThenClose { inbound, outbound in
                try await outbound.write(ByteBuffer(string: "hej\n{\"importing\":[],\"form\":\"a\"}\n"))
                var received = ByteBuffer()
                for try await part in inbound {
                    received.writeImmutableBuffer(part)
                    if received.readableBytesView.count(where: { $0 == UInt8(ascii: "\n") }) == 2 { break }
                }
                let lines = received.readableBytesView.split(separator: UInt8(ascii: "\n"))
                let answers = try lines.map { try CommandLine.decode(CommandAnswer.self, from: $0) }
                #expect(answers.first?.unavailable?.hasPrefix("Servern förstår inte kommandot.") == true)
                #expect(answers.last?.recorded == 0)
            }
        }
    }
}
