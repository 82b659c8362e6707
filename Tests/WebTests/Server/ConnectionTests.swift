import HTTPTypes
import Markup
import ServiceLifecycle
import Testing

@testable import Web

/// What only shows over a real connection.
@Suite("Connections")
struct ConnectionTests {
    @Test("one connection carries many requests")
    func keepAlive() async throws {
        try await Stage.serving { client, _ in
            let responses = try await client.talk { connection in
                try ["/", "/program/2019", "/finns-inte", "/", "/program/2019.json"].map { target in
                    try connection.send("GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n")
                    return try connection.response()
                }
            }
            #expect(responses.map(\.status) == [200, 200, 404, 200, 200])
            #expect(responses[0].body == responses[3].body)
            #expect(responses[0].fields["server"] == "Samverka")
            #expect(responses[0].fields["date"] != nil)
        }
    }

    @Test("requests that are sent at once are answered in their order")
    func pipelining() async throws {
        try await Stage.serving { client, _ in
            let responses = try await client.talk { connection in
                try connection.send(
                    (0..<20).map { "GET /kommuner/k\($0) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined()
                        + "POST /beslut/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\nsvar=ja"
                        + "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                )
                var responses = try (0..<21).map { _ in try connection.response() }
                responses.append(try connection.response(isHead: true))
                responses.append(try connection.response())
                guard try connection.isClosedByServer() else { throw LoopbackClient.Trouble(description: "still open") }
                return responses
            }
            #expect(responses.prefix(20).map(\.text) == (0..<20).map { "<p>kommun k\($0)</p>" })
            #expect(responses[20].text == "1 ja ")
            #expect(responses[21].status == 200)
            #expect(responses[22].text == "<p>Start 1</p>")
        }
    }

    @Test("a client that wants no more is let go", arguments: ["close", "Close", "keep-alive, CLOSE"])
    func lastRequest(_ word: String) async throws {
        // Without being let go it would sit here until the idle time, which is longer than the client waits.
        try await Stage.serving(change: { $0.idleTime = .seconds(600) }) { client, _ in
            let isClosed = try await client.talk { connection in
                try connection.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: \(word)\r\n\r\n")
                _ = try connection.response()
                return try connection.isClosedByServer()
            }
            #expect(isClosed)
        }
    }

    @Test("a HEAD and a 304 leave the connection in order")
    func bodiless() async throws {
        try await Stage.serving { client, _ in
            let statuses = try await client.talk { connection in
                try connection.send("GET /program/2019 HTTP/1.1\r\nHost: x\r\n\r\n")
                let first = try connection.response()
                let tag = first.fields["etag"] ?? ""
                try connection.send("GET /program/2019 HTTP/1.1\r\nHost: x\r\nIf-None-Match: \(tag)\r\n\r\n")
                let second = try connection.response()
                try connection.send("HEAD /program/2019 HTTP/1.1\r\nHost: x\r\n\r\n")
                let third = try connection.response(isHead: true)
                try connection.send("OPTIONS /program/2019 HTTP/1.1\r\nHost: x\r\n\r\n")
                let fourth = try connection.response()
                try connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                let fifth = try connection.response()
                guard third.fields["content-length"] == first.fields["content-length"] else {
                    throw LoopbackClient.Trouble(description: "HEAD has another length")
                }
                return [first, second, third, fourth, fifth].map(\.status)
            }
            #expect(statuses == [200, 304, 200, 204, 200])
        }
    }

    @Test(
        "a request that can't be read is told why, and the connection ends",
        arguments: [
            ("nonsense\r\n\r\n", 400), ("GET\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n", 400),
            ("GET / HTTP/9.9\r\n\r\n", 400), ("\u{0}\u{1}\u{2}\u{3}\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            ("POST /beslut/1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        ]
    )
    func malformed(_ request: String, _ status: Int) async throws {
        try await Stage.serving { client, _ in
            let response = try await client.talk { connection in
                try connection.send(request)
                let response = try connection.response()
                guard try connection.isClosedByServer() else { throw LoopbackClient.Trouble(description: "still open") }
                return response
            }
            #expect(response.status == status)
            #expect(response.fields["connection"] == "close")
            #expect(response.fields["x-content-type-options"] == "nosniff")
            #expect(try await client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
        }
    }

    /// A request that is too large in one way, by name so that a failure does not print all of it.
    enum Flood: String, CaseIterable {
        case fields, field, head, line, endlessLine

        var request: String {
            switch self {
            case .fields: "GET / HTTP/1.1\r\n" + (0..<101).map { "X-\($0): a\r\n" }.joined() + "\r\n"
            case .field: "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 9_000) + "\r\n\r\n"
            case .head:
                "GET / HTTP/1.1\r\n" + (0..<90).map { "X-\($0): \(String(repeating: "a", count: 500))\r\n" }.joined() + "\r\n"
            case .line: "GET /" + String(repeating: "a", count: 5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"
            case .endlessLine: "GET /" + String(repeating: "a", count: 300_000)
            }
        }
    }

    @Test("too many fields, too large a field and too long a line have answers of their own", arguments: Flood.allCases)
    func flood(_ flood: Flood) async throws {
        try await Stage.serving { client, _ in
            let response = try await client.talk { connection in
                connection.sendAsMuchAsPossible(Array(flood.request.utf8))
                return try connection.response()
            }
            #expect(response.status == (flood == .line ? 414 : 431))
        }
    }

    @Test("what was asked before something unreadable is answered first")
    func orderOfFaults() async throws {
        try await Stage.serving { client, _ in
            let responses = try await client.talk { connection in
                try connection.send(
                    "GET /kommuner/a HTTP/1.1\r\nHost: x\r\n\r\nGET /kommuner/b HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n"
                )
                return try (0..<3).map { _ in try connection.response() }
            }
            #expect(responses.map(\.status) == [200, 200, 400])
        }
    }

    @Test("a body over the limit is refused and the rest is not read", arguments: [true, false])
    func bodyLimit(_ isChunked: Bool) async throws {
        try await Stage.serving { client, _ in
            let (response, sent) = try await client.talk { connection in
                let size = 64_000_000
                try connection.send(
                    "POST /beslut/1 HTTP/1.1\r\nHost: x\r\n"
                        + (isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: \(size)\r\n\r\n")
                )
                // More than any buffer between us holds: it can only be sent if somebody reads it.
                let part = [UInt8](repeating: 97, count: 10_000)
                var sent = 0
                for _ in 0..<(size / part.count) {
                    let bytes = isChunked ? Array("2710\r\n".utf8) + part + Array("\r\n".utf8) : part
                    let count = connection.sendAsMuchAsPossible(bytes)
                    sent += count
                    if count < bytes.count { break }
                }
                return (try? connection.response(), sent)
            }
            // A client that goes on sending may have its connection reset before it has read the answer; if it has read it, it is 413.
            #expect(response == nil || response?.status == 413)
            #expect(sent < 60_000_000)
        }
    }

    @Test("a client that stops when it is refused reads the answer")
    func politeRefusal() async throws {
        try await Stage.serving { client, _ in
            let response = try await client.talk { connection in
                try connection.send("POST /beslut/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n")
                try connection.send([UInt8](repeating: 97, count: 100_000))
                let response = try connection.response()
                guard try connection.isClosedByServer() else { throw LoopbackClient.Trouble(description: "still open") }
                return response
            }
            #expect(response.status == 413)
            #expect(response.fields["connection"] == "close")
        }
    }

    @Test("a client that asks before it sends its body gets leave, or no")
    func expectation() async throws {
        try await Stage.serving { client, _ in
            let statuses = try await client.talk { connection in
                try connection.send("POST /beslut/1 HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 7\r\n\r\n")
                let leave = try connection.response()
                try connection.send("svar=ja")
                let answer = try connection.response()
                try connection.send("POST /beslut/1 HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 70000\r\n\r\n")
                let refusal = try connection.response()
                return [leave.status, answer.status, refusal.status]
            }
            #expect(statuses == [100, 200, 413])
        }
    }

    @Test("a body that does not come is not waited for")
    func slowBody() async throws {
        try await Stage.serving(change: { $0.readingTime = .milliseconds(20) }) { client, _ in
            let response = try await client.talk { connection in
                try connection.send("POST /beslut/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nsvar")
                let response = try connection.response()
                guard try connection.isClosedByServer() else { throw LoopbackClient.Trouble(description: "still open") }
                return response
            }
            #expect(response.status == 408)
        }
    }

    @Test(
        "half a form is never taken for a whole one",
        arguments: ["Content-Length: 100\r\n\r\nsvar=ja", "Transfer-Encoding: chunked\r\n\r\n7\r\nsvar=ja\r\n"],
        [true, false]
    )
    func cutOff(_ request: String, _ isPolite: Bool) async throws {
        let clock = Stage.Clock()
        let routes = [
            Route(.post, "/") { _ in
                clock.rendered()
                return .text("mottaget")
            }
        ]
        // The server stops when all connections have ended, so afterwards nothing more can happen.
        try await Stage.serving(Stage.site(routes: routes)) { client, _ in
            try await client.talk { connection in
                try connection.send("POST / HTTP/1.1\r\nHost: x\r\n\(request)")
                if isPolite {
                    connection.finishSending()
                    guard try connection.isClosedByServer() else { throw LoopbackClient.Trouble(description: "answered") }
                }
            }
        }
        #expect(clock.count == 0)
    }

    @Test("a head that does not come is not waited for")
    func slowHead() async throws {
        try await Stage.serving(change: { $0.idleTime = .milliseconds(20) }) { client, _ in
            let isClosed = try await client.talk { connection in
                // If this thread was slow, the server has already gone, which is what is asked for.
                connection.sendAsMuchAsPossible(Array("GET / HT".utf8))
                return try connection.isClosedByServer()
            }
            #expect(isClosed)
        }
    }

    @Test("garbage harms nobody else", arguments: 0..<10)
    func garbage(_ seed: UInt64) async throws {
        try await Stage.serving { client, _ in
            try await client.talk { connection in
                var dice = SteadyDice(seed: seed)
                var bytes = (0..<20_000).map { _ in UInt8(dice.below(256)) }
                if seed.isMultiple(of: 2) {
                    bytes = Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8) + bytes
                }
                connection.sendAsMuchAsPossible(bytes)
                connection.finishSending()
                while try !connection.isClosedByServer() {
                    guard (try? connection.response()) != nil else { break }
                }
            }
            #expect(try await client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
        }
    }

    @Test("clients that hang up in the middle harm nobody else")
    func hangUp() async throws {
        try await Stage.serving { client, _ in
            for request in [
                "GET / HT", "POST /beslut/1 HTTP/1.1\r\nContent-Length: 100\r\n\r\nsv",
                "GET /program/2019 HTTP/1.1\r\nHost: x\r\n\r\n", "",
            ] {
                try await client.talk { connection in try connection.send(request) }
            }
            #expect(try await client.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200)
        }
    }

    @Test("a request in progress is finished before the server stops")
    func gracefulShutdown() async throws {
        let (starts, started) = AsyncStream.makeStream(of: Void.self)
        let (gates, gate) = AsyncStream.makeStream(of: Void.self)
        let routes = [
            // Its own time is long: on a busy machine the other tests come in between.
            Route(.get, "/lang", deadline: .seconds(600)) { _ in
                started.yield()
                for await _ in gates { break }
                try Task.checkCancellation()
                return .page(Markup { $0.p("färdig") })
            }
        ]
        try await Stage.serving(Stage.site(routes: routes)) { client, group in
            async let response = client.talk { connection in
                try connection.send("GET /lang HTTP/1.1\r\nHost: x\r\n\r\n")
                let response = try connection.response()
                guard try connection.isClosedByServer() else { throw LoopbackClient.Trouble(description: "still open") }
                return response
            }
            for await _ in starts { break }
            await group.triggerGracefulShutdown()
            // The shutdown has begun when nobody is let in any more; only then may the request go on.
            while (try? await client.talk { _ in }) != nil {}
            gate.yield()
            let text = try await response.text
            #expect(text == "<p>färdig</p>")
        }
    }
}
