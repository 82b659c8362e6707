import HTTPTypes
import Markup
import Testing

@testable import Web

@Suite("Which route an address leads to")
struct RoutesTests {
    static let door = Stage.door()

    @Test(
        "found",
        arguments: [
            ("/", "Start"), ("/index.json", "{}"), ("/program/2019", "2019 - - sv"),
            ("/program/2019?vy=karta", "2019 karta - sv"),
            ("/program/2019.json", "2019"), ("/program/2019.csv", "2019 - - sv"), ("/program/2019?sprak=en", "2019 - - en"),
            ("/program/2019?sprak=fr", "2019 - - sv"), ("/program/2019?vy=a+b%26c&okand=x", "2019 a b&amp;c - sv"),
            ("/kommuner/haninge", "kommun haninge"), ("/kommuner/alla", "alla kommuner"), ("/kommuner/%C3%85re", "kommun Åre"),
            ("/kommuner/Åre", "kommun Åre"), ("/kommuner/a%2Fb", "kommun a/b"), ("/kommuner/a+b", "kommun a+b"),
            ("/kommuner/a.b", "kommun a.b"), ("/kommuner/%3Cb%3E", "kommun &lt;b&gt;"), ("/kommuner/...", "kommun ..."),
        ]
    )
    func found(_ target: String, _ expected: String) async {
        let reply = await Self.door.ask(.get, target)
        #expect(reply.status == .ok)
        #expect(reply.text.contains(expected), "\(reply.text)")
    }

    @Test(
        "not found, unreadable, or somewhere else",
        arguments: [
            ("/finns-inte", 404), ("/program", 404), ("/program/2019/mer", 404), ("/program/nyast", 404), ("//", 404),
            ("//program/2019", 404),
            ("/program//2019", 404), ("/program/2019.pdf", 404), ("/kommuner/haninge.json", 404), ("/index", 404),
            ("/index.csv", 404),
            ("/.json", 404), ("//evil.example/", 404), ("/%2F", 404), ("/finns-inte/", 404),
            ("/%", 400), ("/%4", 400), ("/%zz", 400), ("/%C3%28", 400), ("/%ff", 400), ("/%00", 400), ("/a%0ab", 400),
            ("/%7f", 400),
            ("/.", 400), ("/..", 400), ("/program/..", 400), ("/%2e%2e/x", 400), ("/program/./2019", 400), ("/a b", 400),
            ("/#a", 400),
            ("program/2019", 400), ("", 400), ("http://x/", 400), ("/program/2019?vy=%", 400), ("/program/2019?vy=%ff", 400),
            ("/program/2019?vy=%00", 400), ("/?" + String(repeating: "a", count: 4_096), 414),
            ("/program/2019/", 308), ("/kommuner/haninge/?datum=1", 308), ("/program/2019//", 404),
        ]
    )
    func refused(_ target: String, _ status: Int) async {
        #expect(await Self.door.ask(.get, target).status.code == status)
    }

    @Test("a word is compared before a value, in whatever order the table has them", arguments: [false, true])
    func words(_ isReversed: Bool) throws {
        let patterns: [Pattern] = ["/natverk/{name}/platser/{plats}", "/natverk/{name}/platser/ny", "/{a}/{b}/platser/ny"]
        let routes = Routes((isReversed ? patterns.reversed() : patterns).map { Route(.get, $0) { _ in .seeOther("/") } })
        for (path, expected) in [
            ("/natverk/yh/platser/ny", patterns[1]), ("/natverk/yh/platser/annan", patterns[0]), ("/a/b/platser/ny", patterns[2]),
        ] {
            guard case .found(let found) = routes.match(.get, try DecodedPath(path)) else {
                Issue.record("\(path) leads nowhere")
                continue
            }
            #expect(found.route.pattern == expected)
        }
    }

    @Test("a trailing slash leads to the address without it, with the query")
    func redirect() async {
        let reply = await Self.door.ask(.get, "/kommuner/%C3%85re/?datum=2019-01-01&x")
        #expect(reply.fields[.location] == "/kommuner/%C3%85re?datum=2019-01-01&x")
        #expect(await Self.door.ask(.post, "/beslut/7/").status.code == 308)
    }

    @Test("another method than the address has is told which it has")
    func methods() async {
        var reply = await Self.door.ask(.post, "/program/2019")
        #expect(reply.status == .methodNotAllowed)
        #expect(reply.fields[.allow] == "GET, HEAD, OPTIONS")
        reply = await Self.door.ask(.get, "/beslut/7")
        #expect(reply.status == .methodNotAllowed)
        #expect(reply.fields[.allow] == "POST, OPTIONS")
        reply = await Self.door.ask(.options, "/program/2019")
        #expect(reply.status == .noContent)
        #expect(reply.fields[.allow] == "GET, HEAD, OPTIONS")
        reply = await Self.door.ask(.options, "*")
        #expect(reply.status == .noContent)
        #expect(await Self.door.ask(.delete, "/finns-inte").status == .notFound)
    }

    @Test("a form is read, with plus as a blank and lines in it")
    func form() async {
        let reply = await Self.door.ask(.post, "/beslut/7", body: Array("svar=ja+t%C3%A5%0D%0Anej&t=1&t=2".utf8))
        #expect(reply.text == "7 ja tå\r\nnej 1+2")
        #expect(await Self.door.ask(.post, "/beslut/7", body: Array("svar=%ff".utf8)).status == .badRequest)
    }

    @Test("no address at all gives a fault of ours or a trap", arguments: 0..<200)
    func anyPath(_ seed: UInt64) async {
        var dice = SteadyDice(seed: seed)
        let pieces = [
            "/", "//", ".", "..", "%", "%2", "%2e", "%2F", "%00", "%C3%85", "%ff", "å", "\u{301}", "?", "&", "=", "+", "#", " ",
            "\t", "\u{0}",
            "program", "2019", ".json", ".csv", "kommuner", "index", "beslut", "tillgangar", "sprak=en", "datum=", "vy=%", "*",
            "\\", ";", ":",
            "{utgava}", "🙂", "http://",
        ]
        let methods: [HTTPRequest.Method] = [.get, .head, .post, .options, .put, .trace]
        for _ in 0..<20 {
            let target =
                (dice.below(4) > 0 ? "/" : "") + (0..<dice.below(12)).map { _ in pieces[dice.below(pieces.count)] }.joined()
            let reply = await Self.door.ask(methods[dice.below(methods.count)], target)
            #expect(
                [200, 204, 308, 400, 404, 405].contains(reply.status.code),
                "\(reply.status.code) for \(target.debugDescription)"
            )
            if reply.status.code == 308 {
                #expect(reply.fields[.location]?.hasPrefix("/") == true)
                #expect(reply.fields[.location]?.hasPrefix("//") == false)
            }
        }
    }
}
