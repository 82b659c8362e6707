import Dispatch
import Glibc

/// A client over a real connection, which says just the bytes it is told to.
///
/// An ordinary client is too well brought up to test a server with. This one blocks, so each conversation has a thread of its own; the
/// threads that the server's tasks share are never held.
struct LoopbackClient: Sendable {
    let port: Int

    /// Holds a conversation over one connection.
    func talk<Outcome: Sendable>(_ conversation: @escaping @Sendable (Connection) throws -> Outcome) async throws -> Outcome {
        let port = port
        return try await withCheckedThrowingContinuation { continuation in
            // A queue of its own, so that conversations never wait for each other.
            DispatchQueue(label: "loopback").async {
                continuation.resume(
                    with: Result {
                        let connection = try Connection(port: port)
                        defer { connection.close() }
                        return try conversation(connection)
                    }
                )
            }
        }
    }

    /// Sends one request and reads one response.
    func ask(_ request: String, isHead: Bool = false) async throws -> Response {
        try await talk { connection in
            try connection.send(request)
            return try connection.response(isHead: isHead)
        }
    }

    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    struct Response: Sendable, Equatable {
        var status: Int
        var fields: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// One connection, used by one thread at a time.
    final class Connection {
        private let descriptor: Int32
        private var buffer: [UInt8] = []
        private var isOpen = true

        init(port: Int) throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            guard descriptor >= 0 else { throw Trouble(description: "socket: \(errno)") }
            // A server that does not answer fails the test; it does not hang it.
            var limit = timeval(tv_sec: 60, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let outcome = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard outcome == 0 else {
                Glibc.close(descriptor)
                throw Trouble(description: "connect: \(errno)")
            }
        }

        func close() {
            guard isOpen else { return }
            isOpen = false
            Glibc.close(descriptor)
        }

        /// Says that nothing more will be sent.
        func finishSending() {
            shutdown(descriptor, Int32(SHUT_WR))
        }

        func send(_ text: String) throws {
            try send(Array(text.utf8))
        }

        func send(_ bytes: [UInt8]) throws {
            guard sendAsMuchAsPossible(bytes) == bytes.count else { throw Trouble(description: "send: \(errno)") }
        }

        /// Sends until it is done or the other side has closed, and tells how much it came to.
        @discardableResult
        func sendAsMuchAsPossible(_ bytes: [UInt8]) -> Int {
            var sent = 0
            while sent < bytes.count {
                let count = bytes.withUnsafeBytes { bytes in
                    Glibc.send(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { break }
                sent += count
            }
            return sent
        }

        /// Reads one response: its head, and the body that its `Content-Length` promises.
        func response(isHead: Bool = false) throws -> Response {
            let head = try readHead()
            let lines = head.split(separator: "\r\n")
            guard let first = lines.first, first.hasPrefix("HTTP/1.1 "), let status = Int(first.dropFirst(9).prefix(3)) else {
                throw Trouble(description: "not a status line: \(head)")
            }
            var fields: [String: String] = [:]
            for line in lines.dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                fields[parts[0].lowercased()] = String(parts.last?.drop { $0 == " " } ?? "")
            }
            var body: [UInt8] = []
            if !isHead, status >= 200, status != 204, status != 304, let length = fields["content-length"].flatMap({ Int($0) }) {
                while buffer.count < length {
                    guard try fill() else { throw Trouble(description: "closed within a body") }
                }
                body = Array(buffer.prefix(length))
                buffer.removeFirst(length)
            }
            return Response(status: status, fields: fields, body: body)
        }

        /// Whether the other side has closed; waits for that or for more to read.
        ///
        /// A reset is an end as well: it is what comes if we were still sending when the other side closed.
        func isClosedByServer() throws -> Bool {
            guard buffer.isEmpty else { return false }
            do {
                return try !fill()
            } catch Reset.byServer {
                return true
            }
        }

        private enum Reset: Error { case byServer }

        private func readHead() throws -> String {
            while true {
                if let end = (0..<max(0, buffer.count - 3)).first(where: { buffer[$0..<($0 + 4)].elementsEqual("\r\n\r\n".utf8) })
                {
                    let head = String(decoding: buffer[..<end], as: UTF8.self)
                    buffer.removeFirst(end + 4)
                    return head
                }
                guard try fill() else { throw Trouble(description: "closed before a response") }
            }
        }

        private func fill() throws -> Bool {
            var part = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &part, part.count, 0)
            guard count >= 0 else {
                let code = errno
                if code == ECONNRESET { throw Reset.byServer }
                throw Trouble(description: "recv: \(code)")
            }
            buffer.append(contentsOf: part[..<count])
            return count > 0
        }
    }
}
