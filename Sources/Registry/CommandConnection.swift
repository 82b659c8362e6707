import Glibc
import NIOCore
import NIOPosix

/// A command's connection to the server that holds the data folder.
package enum CommandConnection {
    /// Asks the server behind a socket, and waits for its answer.
    ///
    /// - Parameters:
    ///   - message: what is asked.
    ///   - path: the socket in the data folder.
    /// - Returns: the server's answer, or nil when no server listens there.
    /// - Throws: when the connection breaks before the answer has come; the same form can be asked again.
    package static func ask(_ message: CommandMessage, at path: String) async throws -> CommandAnswer? {
        let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        do {
            channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: path) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
        } catch let error as IOError where error.errnoCode == ENOENT || error.errnoCode == ECONNREFUSED {
            return nil
        }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: try CommandLine.encode(message)))
            var received = ByteBuffer()
            for try await part in inbound {
                received.writeImmutableBuffer(part)
                if received.readableBytesView.last == UInt8(ascii: "\n") { break }
            }
            return try CommandLine.decode(CommandAnswer.self, from: received.readableBytesView)
        }
    }
}
