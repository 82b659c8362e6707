import Glibc
import Synchronization

/// A small server on this machine that answers as it is told, well or badly, one connection after the other.
final class ReplayServer: Sendable {
    /// What is sent to one question.
    enum Act: Sendable {
        /// A whole answer.
        case answer(status: Int, fields: [String: String], body: [UInt8])
        /// Exactly these bytes, and then the connection is closed.
        case raw([UInt8])
        /// The connection is closed without a word.
        case silence
        /// Nothing, until the one who asked goes away.
        case standstill

        static func json(_ text: String, status: Int = 200) -> Act {
            .answer(status: status, fields: ["Content-Type": "application/json"], body: Array(text.utf8))
        }
    }

    struct Asked: Sendable {
        /// As in the request's first line: a path, or a whole address when we are taken for a proxy.
        var target: String
        var fields: [String: String]
    }

    let port: Int
    private let listening: Int32
    private let asked = Mutex<[Asked]>([])
    private let act: @Sendable (Asked, Int) -> Act

    var address: String { "http://127.0.0.1:\(port)" }
    var questions: [Asked] { asked.withLock { $0 } }

    /// A server that answers until it is let go.
    ///
    /// - Parameter act: what is sent to a question, told how many came before.
    init(_ act: @escaping @Sendable (Asked, Int) -> Act) {
        self.act = act
        let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                precondition(bind(listening, pointer, length) == 0 && listen(listening, 16) == 0)
                getsockname(listening, pointer, &length)
            }
        }
        self.listening = listening
        port = Int(UInt16(bigEndian: address.sin_port))
        let task = Unmanaged.passRetained(Loop(listening) { [weak self] connection in self?.serve(connection) })
        var thread = pthread_t()
        pthread_create(
            &thread,
            nil,
            { context in
                if let context { Unmanaged<Loop>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            },
            task.toOpaque()
        )
        pthread_detach(thread)
    }

    deinit {
        // Nobody is let in any more, and the loop ends. It closes the socket itself: here the number could be somebody else's by then.
        shutdown(listening, Int32(SHUT_RDWR))
    }

    private final class Loop: Sendable {
        let listening: Int32
        let serve: @Sendable (Int32) -> Void

        init(_ listening: Int32, _ serve: @escaping @Sendable (Int32) -> Void) {
            self.listening = listening
            self.serve = serve
        }

        func run() {
            while true {
                let connection = accept(listening, nil, nil)
                guard connection >= 0 else { break }
                serve(connection)
                close(connection)
            }
            close(listening)
        }
    }

    private func serve(_ connection: Int32) {
        while let request = read(connection) {
            let count = asked.withLock { list in
                list.append(request)
                return list.count - 1
            }
            switch act(request, count) {
            case .answer(let status, let fields, let body):
                var head = "HTTP/1.1 \(status) X\r\nContent-Length: \(body.count)\r\n"
                for (name, value) in fields { head += "\(name): \(value)\r\n" }
                send(Array((head + "\r\n").utf8) + body, connection)
            case .raw(let bytes):
                send(bytes, connection)
                return
            case .silence: return
            case .standstill:
                var byte: UInt8 = 0
                // Returns when the other side gives up.
                _ = recv(connection, &byte, 1, 0)
                return
            }
        }
    }

    private func send(_ bytes: [UInt8], _ connection: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private func read(_ connection: Int32) -> Asked? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard recv(connection, &byte, 1, 0) == 1 else { return nil }
            bytes.append(byte)
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        return Asked(target: String(words[1]), fields: fields)
    }
}
