import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Testing

@testable import Identity
@testable import Web

/// Where the way in leads, whatever it is told.
@Suite("Onward from the way in") struct OnwardTests {
    /// Targets that mustn't lead away from the site, as they stand before the address is encoded.
    static let hostile = [
        "//elak.example", "//elak.example/", "///elak.example", "////elak.example", "/\\elak.example", "\\\\elak.example",
        "\\/elak.example", "/\\/elak.example", "https://elak.example", "https:elak.example", "https:/elak.example",
        "HTTPS://elak.example", "http://localhost@elak.example", "http://localhost.elak.example", "javascript:alert(1)",
        "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "mailto:a@b.se",
        "%2F%2Felak.example", "/%2Felak.example", "/%2F/elak.example", "%2f%2felak.example", "/%5Celak.example",
        "/%5C%5Celak.example", "/%252F%252Felak.example", "/.//elak.example", "/..//elak.example", "/a/..//elak.example",
        "/./elak.example", "/%2e%2e//elak.example", "//elak.example/%2f..", "/;//elak.example", "/?//elak.example",
        "?//elak.example", "#//elak.example", "/#//elak.example", "elak.example", ".elak.example", "@elak.example",
        ":@elak.example", "/@elak.example", "/:@elak.example", "//elak%E3%80%82example", "/\u{2044}/elak.example",
        "\u{FF0F}\u{FF0F}elak.example", "/\u{FF0F}elak.example", "/\tjavascript:x", "/\t/elak.example", "\t//elak.example",
        " //elak.example", "\u{A0}//elak.example", "/\u{0}/elak.example", "/\u{0}", "\u{0}",
        "/a\r\nLocation: https://elak.example",
        "/a%0d%0aLocation:%20https://elak.example", "/%0d%0aSet-Cookie:%20samverka=x", "/a%0aX: y", "/\r/elak.example",
        "/a?b=%0d%0aSet-Cookie:%20x=y", "/a?b=\r\nX: y", "/%00", "/%", "/%zz", "/%C0%AF%C0%AFelak.example", "/%ff", "",
        "/logga-in", "/logga-in/", "/logga-in?vidare=/logga-in", "/logga-in/kod", "/%6Cogga-in", "/logga%2Din", "/logga-ut",
        "/logga-ut?x", "/LOGGA-IN", "/logga-in.json", "/" + String(repeating: "a", count: 20_000),
        "/?" + String(repeating: "a=b&", count: 300), "/arbete?vidare=//elak.example", "/arbete?utkast=//elak.example",
        "/arbete?sprak=en&sprak=//elak.example", "/<script>alert(1)</script>", "/\"onmouseover=\"alert(1)", "/'><b>",
    ]

    /// What is wrong with an address that a browser is led to; nil when it stays on the site.
    static func fault(of location: String) -> String? {
        let bytes = Array(location.utf8)
        guard bytes.first == UInt8(ascii: "/") else { return "it doesn't begin with a slash" }
        if bytes.count > 1, bytes[1] == UInt8(ascii: "/") || bytes[1] == UInt8(ascii: "\\") { return "it names another host" }
        if bytes.contains(where: { $0 <= 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\\") }) {
            return "it holds what no address may"
        }
        return nil
    }

    private static let shared = Task { try await Cast.sodertorn() }

    /// Whether an address leads to the way in, read as the front door reads it.
    private func isSignIn(_ location: String) -> Bool {
        (try? DecodedPath(String(location.prefix { $0 != "?" })))?.steps.first.map { $0 == "logga-in" || $0 == "logga-ut" }
            ?? false
    }

    @Test("who is signed in already is led to a page of ours, and not around in a ring", arguments: hostile)
    func signedIn(_ target: String) async throws {
        let cast = try await Self.shared.value
        let queries: [Cast.Pairs] = [
            [(Onward.target, target)], [(Onward.draft, target)], [(Onward.target, "/arbete"), (Onward.draft, target)],
        ]
        for query in queries {
            let address = "/logga-in?" + String(decoding: ShownForm.encode(query), as: UTF8.self)
            let reply = await cast.get(.member, address)
            guard reply.status == .seeOther else {
                #expect(reply.status == .badRequest || reply.status == .uriTooLong, "\(reply.status.code)")
                continue
            }
            let location = try #require(reply.location)
            #expect(Self.fault(of: location) == nil, "\(location)")
            #expect(!isSignIn(location), "\(location)")
        }
    }

    @Test("a right password leads to a page of ours")
    func password() async throws {
        let cast = try await Cast.sodertorn()
        let mail = try cast.player(.substitute).person.mail
        for target in Self.hostile {
            let pairs: Cast.Pairs = [
                ("e-post", mail), ("losenord", Cast.password), (Onward.target, target), (Onward.draft, target),
            ]
            let reply = await cast.site.door.ask(.post, "/logga-in", body: ShownForm.encode(pairs))
            guard reply.status == .seeOther else {
                #expect(reply.status == .contentTooLarge, "\(target.debugDescription) \(reply.status.code)")
                continue
            }
            let location = try #require(reply.location)
            #expect(Self.fault(of: location) == nil, "\(location)")
            // A draft's name is handed on only when it is written as ours are.
            #expect(!location.holds("utkast") || target.holds("utkast"), "\(location)")
            #expect(!isSignIn(location), "\(location)")
        }
    }

    @Test("who is half in is handed on from step to step, and each step's page and form stay on the site")
    func steps() async throws {
        let cast = try await Self.shared.value
        for target in Self.hostile where target.utf8.count < 1_000 {
            let address = "?" + String(decoding: ShownForm.encode([(Onward.target, target)]), as: UTF8.self)
            let steps: [(Cast.Part, String)] = [(.needsFactor, "/logga-in/kod"), (.needsPassword, "/logga-in/losenord")]
            for (part, step) in steps {
                let here = await cast.get(part, step + address)
                #expect(here.status == .ok || here.status == .badRequest, "\(target.debugDescription) \(here.status.code)")
                for form in ShownForm.all(here.text) {
                    #expect(Self.fault(of: form.action) == nil, "\(form.action)")
                    #expect(form[Onward.target].map { Self.fault(of: $0) == nil } ?? true, "\(form[Onward.target] ?? "")")
                }
                // The other's step: led to one's own.
                let other = await cast.get(part, (step == "/logga-in/kod" ? "/logga-in/losenord" : "/logga-in/kod") + address)
                if let location = other.location { #expect(Self.fault(of: location) == nil, "\(location)") }
            }
        }
    }

    @Test("whoever is stopped at a page comes back to it, and to nowhere else")
    func stopped() async throws {
        let cast = try await Self.shared.value
        for target in ["/arbete", "/arbete/personer?sprak=en", "/organisation/kansliet/platser?kommun=haninge%26x"] {
            let reply = await cast.get(.anyone, target)
            let location = try #require(reply.location)
            #expect(reply.leadsToSignIn && Self.fault(of: location) == nil, "\(location)")
            var browser = Browser(cast.site.door)
            var form = try await browser.form(location, to: "/logga-in")
            let mail = try cast.player(.chair).person.mail
            form.fill("e-post", [mail])
            form.fill("losenord", [Cast.password])
            let sent = await browser.send(form)
            let there = try #require(sent.location)
            #expect(there.prefix { $0 != "?" } == target.prefix { $0 != "?" }, "\(there)")
        }
    }

    @Test("a page that has moved is on this site", arguments: hostile.map { $0 + "/" } + hostile)
    func moved(_ target: String) async throws {
        let cast = try await Self.shared.value
        for part in [Cast.Part.anyone, .developmentLeader] {
            let reply = await cast.get(part, target)
            #expect(reply.status.code < 500, "\(reply.status.code)")
            if let location = reply.location { #expect(Self.fault(of: location) == nil, "\(location)") }
        }
    }
}
