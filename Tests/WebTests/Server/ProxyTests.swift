import HTTPTypes
import Testing

@testable import Web

@Suite("Behind a proxy") struct ProxyTests {
    @Test(
        "addresses written in one way",
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("0:0:0:0:0:0:0:1", "::1"), ("2001:DB8::5", "2001:db8::5"),
            ("::ffff:192.0.2.7", "192.0.2.7"), ("192.0.2.7:4711", "192.0.2.7"), ("[2001:db8::5]:4711", "2001:db8::5"),
            ("[::1]", "::1"), ("", nil), ("unknown", nil), ("192.0.2", nil), ("192.0.2.7, 192.0.2.8", nil), ("localhost", nil),
            ("_hidden", nil), ("192.0.2.7\r\n", nil), ("1.2.3.4.5", nil), ("[", nil),
        ] as [(String, String?)]
    )
    func normal(_ text: String, _ expected: String?) {
        #expect(NetworkAddress.normal(text) == expected)
    }

    @Test(
        "whom a request comes from",
        arguments: [
            // Without a proxy the field is anybody's to write.
            (nil, "192.0.2.1", ["198.51.100.9"], "192.0.2.1"),
            // Nor does it count from anybody but the proxy.
            ("127.0.0.1", "192.0.2.1", ["198.51.100.9"], "192.0.2.1"),
            ("127.0.0.1", "127.0.0.1", ["198.51.100.9"], "198.51.100.9"),
            // What the reader sent stands first; the proxy added the last.
            ("127.0.0.1", "127.0.0.1", ["10.0.0.1, 198.51.100.9"], "198.51.100.9"),
            ("127.0.0.1", "127.0.0.1", ["10.0.0.1", "10.0.0.2,\t198.51.100.9 "], "198.51.100.9"),
            ("127.0.0.1", "::ffff:127.0.0.1", ["198.51.100.9"], "198.51.100.9"),
            ("::1", "0:0:0:0:0:0:0:1", ["[2001:db8::5]:99"], "2001:db8::5"),
            // What is no address says nothing.
            ("127.0.0.1", "127.0.0.1", [], "127.0.0.1"), ("127.0.0.1", "127.0.0.1", [""], "127.0.0.1"),
            ("127.0.0.1", "127.0.0.1", ["198.51.100.9,"], "127.0.0.1"),
            ("127.0.0.1", "127.0.0.1", ["198.51.100.9, nix"], "127.0.0.1"),
            ("127.0.0.1", "", ["198.51.100.9"], ""),
        ] as [(String?, String, [String], String)]
    )
    func client(_ proxy: String?, _ peer: String, _ sent: [String], _ expected: String) {
        var fields = HTTPFields()
        for value in sent { fields.append(HTTPField(name: NetworkAddress.forwardedFor, value: value)) }
        #expect(NetworkAddress.client(peer: peer, fields, trusting: proxy) == expected)
    }

    @Test(
        "a handler is told of the reader behind the proxy, and of the connection when none is trusted",
        .timeLimit(.minutes(10))
    )
    func connection() async throws {
        let routes = [Route(.get, "/vem") { asked in .text(asked.peer) }]
        for (proxy, expected) in [("127.0.0.1", "198.51.100.9"), ("192.0.2.1", "127.0.0.1"), (nil, "127.0.0.1")] {
            var site = Stage.site(routes: routes)
            site.trustedProxy = proxy
            try await Stage.serving(site) { client, _ in
                let reply = try await client.ask(
                    "GET /vem HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.0.0.1, 198.51.100.9\r\n\r\n"
                )
                #expect(reply.text == expected)
            }
        }
    }
}

@Suite("Training copies on the web") struct TrainingSiteTests {
    @Test(
        "search engines are told to leave every page of a training copy alone",
        arguments: [
            "/", "/?sprak=en", "/program/2019", "/program/2019.csv", "/finns-inte", "/trasig", "/program/2019/", "/arbete",
        ]
    )
    func robots(_ target: String) async {
        var training = Stage.site()
        training.isTraining = true
        // Twice: the second may come from the cache.
        let door = Stage.door(training)
        for _ in 0..<2 { #expect(await door.ask(.get, target).fields[Headers.robots] == "noindex") }
        #expect(await Stage.door().ask(.get, target).fields[Headers.robots] == nil)
    }
}
