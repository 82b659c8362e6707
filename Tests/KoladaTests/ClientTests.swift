import Testing

@testable import Kolada

@Suite("Fetching: asking through libcurl, against a server that misbehaves")
struct ClientTests {
    private func client(_ limits: Client.Limits = .init(connect: 5, answer: 20), proxy: String? = "") throws -> Client {
        // An empty proxy is none at all, whatever the environment of the tests says.
        try Client(product: "samverka/test", proxy: proxy, limits: limits)
    }

    private func fault(_ result: Result<Reply, ConnectionFault>) -> ConnectionFault? {
        if case .failure(let fault) = result { fault } else { nil }
    }

    @Test func `an answer comes whole, and says who asked`() async throws {
        let server = ReplayServer { _, _ in .json(#"{"å":1}"#) }
        let reply = try await onOwnThread { try client().get(server.address + "/v3/kpi?a=b").get() }
        #expect(reply == Reply(status: 200, body: Array(#"{"å":1}"#.utf8)))
        #expect(server.questions.map(\.target) == ["/v3/kpi?a=b"])
        #expect(server.questions.first?.fields["user-agent"] == "samverka/test")
        #expect(server.questions.first?.fields["accept-encoding"]?.utf8.count ?? 0 > 0)
    }

    @Test func `the same client asks again, whatever the last answer was`() async throws {
        let server = ReplayServer { _, count in
            count == 1 ? .silence : .answer(status: 200, fields: ["Content-Type": "text/html; charset=utf-8"], body: [65])
        }
        let results = try await onOwnThread {
            let client = try client()
            return [client.get(server.address), client.get(server.address), client.get(server.address)]
        }
        #expect(try results[0].get().mediaType == "text/html")
        // A kept connection that dies before a byte has come is made anew by libcurl itself.
        #expect(try results[2].get().body == [65])
    }

    @Test(arguments: [429, 503])
    func `how long to wait is read from the answer`(status: Int) async throws {
        let server = ReplayServer { _, _ in .answer(status: status, fields: ["Retry-After": "17"], body: []) }
        let reply = try await onOwnThread { try client().get(server.address).get() }
        #expect(reply.status == status)
        #expect(reply.retryAfter == 17)
        #expect(reply.mediaType.isEmpty)
    }

    @Test func `an answer that is cut is no answer`() async throws {
        let server = ReplayServer { _, _ in .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"values\":[".utf8)) }
        let result = try await onOwnThread { try client().get(server.address) }
        guard case .broken = fault(result) else {
            Issue.record("\(result)")
            return
        }
    }

    @Test func `a chunked answer that is cut is no answer`() async throws {
        let server = ReplayServer { _, _ in
            .raw(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n".utf8))
        }
        let result = try await onOwnThread { try client().get(server.address) }
        guard case .broken = fault(result) else {
            Issue.record("\(result)")
            return
        }
    }

    @Test func `a server that says nothing is given up`() async throws {
        let server = ReplayServer { _, _ in .standstill }
        let result = try await onOwnThread { try client(.init(connect: 1, answer: 1)).get(server.address) }
        #expect(fault(result) == .timedOut)
    }

    @Test func `nobody there is told`() async throws {
        let port = ReplayServer { _, _ in .silence }.port
        let result = try await onOwnThread { try client().get("http://127.0.0.1:\(port)/") }
        guard case .unreachable = fault(result) else {
            Issue.record("\(result)")
            return
        }
    }

    @Test func `an answer longer than any page is cut off, with or without a length`() async throws {
        let long = [UInt8](repeating: 32, count: 3000)
        let server = ReplayServer { asked, _ in
            asked.target == "/length"
                ? .answer(status: 200, fields: [:], body: long) : .raw(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + long)
        }
        for path in ["/length", "/none"] {
            let result = try await onOwnThread { try client(.init(bytes: 2999)).get(server.address + path) }
            #expect(fault(result) == .tooLong(limit: 2999))
        }
        #expect(try await onOwnThread { try client(.init(bytes: 3000)).get(server.address + "/length").get() }.body == long)
    }

    @Test func `we go on within the host, and nowhere else`() async throws {
        let server = ReplayServer { asked, _ in
            switch asked.target {
            case "/a": .answer(status: 307, fields: ["Location": "/b"], body: [])
            case "/b": .json("{}")
            case "/out": .answer(status: 302, fields: ["Location": "http://example.org/"], body: [])
            case "/file": .answer(status: 302, fields: ["Location": "file:///etc/passwd"], body: [])
            default: .answer(status: 301, fields: ["Location": "/round"], body: [])
            }
        }
        #expect(try await onOwnThread { try client().get(server.address + "/a").get() }.body == Array("{}".utf8))
        for path in ["/out", "/file", "/round"] {
            let result = try await onOwnThread { try client().get(server.address + path) }
            guard case .strayed = fault(result) else {
                Issue.record("\(path) \(result)")
                continue
            }
        }
        #expect(server.questions.count(where: { $0.target == "/round" }) == 4)
    }

    @Test func `a proxy is asked for the whole address`() async throws {
        let proxy = ReplayServer { _, _ in .json("{}") }
        let reply = try await onOwnThread { try client(proxy: proxy.address).get("http://api.kolada.invalid/v3/kpi").get() }
        #expect(reply.status == 200)
        #expect(proxy.questions.map(\.target) == ["http://api.kolada.invalid/v3/kpi"])
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "", "http://", "gopher://127.0.0.1/", "127.0.0.1", "http://a b/"])
    func `what isn't a web address isn't asked`(address: String) async throws {
        let result = try await onOwnThread { try client().get(address) }
        guard case .impossible = fault(result) else {
            Issue.record("\(result)")
            return
        }
    }
}
