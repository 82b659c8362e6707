import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Testing

@testable import Identity
@testable import Web

/// One-time links that are used again, by others, or too late.
@Suite("One-time links through the doors") struct LinkTests {
    /// The path of the link that a page shows.
    static func link(in page: String) -> String? {
        guard let rest = page.components(separatedBy: "/logga-in/lank/").dropFirst().first else { return nil }
        let token = rest.utf8.prefix { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return "/logga-in/lank/" + String(Substring(token))
    }

    private static let shared = Task { try await Cast.sodertorn() }

    /// A new link of somebody's, made by the one who keeps accounts.
    private func newLink(_ cast: Cast, for part: Cast.Part = .seatless) async throws -> String {
        let person = try cast.player(part).person.id
        let reply = await cast.post(.developmentLeader, "/arbete/personer/\(person)/lank", cast.ticket(.developmentLeader))
        #expect(reply.status == .ok && reply.fields[.cacheControl] == "no-store")
        return try #require(Self.link(in: reply.text))
    }

    @Test("to read the page of a link uses nothing up, and then it is used once")
    func once() async throws {
        let cast = try await Cast.sodertorn()
        let link = try await newLink(cast)
        var browser = Browser(cast.site.door)
        for _ in 0..<5 { #expect(await browser.get(link).status == .ok) }
        #expect(browser.token == nil)
        let form = try await browser.form(link)
        let used = await browser.send(form)
        #expect(used.status == .seeOther && used.location?.hasPrefix("/logga-in/losenord") ?? false)
        let token = try #require(browser.token)
        for _ in 0..<3 {
            #expect(await browser.send(form).status == .gone)
            #expect(await browser.get(link).status == .gone)
        }
        #expect(browser.token == token)
    }

    @Test("a link is used once also when it is sent many times at once")
    func atOnce() async throws {
        let cast = try await Cast.sodertorn()
        let link = try await newLink(cast)
        var browser = Browser(cast.site.door)
        let form = try await browser.form(link)
        let opened = browser
        let codes = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    var copy = opened
                    return await copy.send(form).status.code
                }
            }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(codes.sorted() == [303] + [Int](repeating: 410, count: 19))
    }

    @Test("another browser than the one that opened it gets nowhere, whatever cookie it makes up")
    func elsewhere() async throws {
        let cast = try await Cast.sodertorn()
        let link = try await newLink(cast)
        var browser = Browser(cast.site.door)
        let form = try await browser.form(link)
        let (name, binding) = try #require(browser.cookies.first)
        let madeUp: [String?] = [nil, String(repeating: "A", count: 43), String(binding.dropLast()) + "A", "x"]
        for cookie in madeUp where cookie != binding {
            var thief = Browser(cast.site.door, cookies: cookie.map { [name: $0] } ?? [:])
            #expect(await thief.get(link).status == .gone)
            #expect(await thief.send(form).status == .gone)
            #expect(thief.token == nil)
        }
        // What binds one link opens no other.
        let other = try await newLink(cast, for: .guest)
        var owner = Browser(cast.site.door)
        _ = await owner.get(other)
        #expect(await browser.get(other).status == .gone)
        #expect(await browser.send(form).status == .seeOther)
    }

    @Test("it runs out after fifteen minutes, also when it was opened before that")
    func late() async throws {
        let cast = try await Cast.sodertorn()
        let link = try await newLink(cast)
        var browser = Browser(cast.site.door)
        let form = try await browser.form(link)
        let made = cast.site.now.microseconds
        cast.site.set(Instant(microseconds: made + 15 * Int64.minute - 1))
        #expect(await browser.get(link).status == .ok)
        cast.site.set(Instant(microseconds: made + 15 * Int64.minute + 1))
        #expect(await browser.get(link).status == .gone)
        #expect(await browser.send(form).status == .gone)
        #expect(browser.token == nil)
    }

    @Test("a newer link, a new password and a shut account end those before")
    func replaced() async throws {
        let cast = try await Cast.sodertorn()
        let first = try await newLink(cast)
        var browser = Browser(cast.site.door)
        let form = try await browser.form(first)
        let second = try await newLink(cast)
        #expect(await browser.send(form).status == .gone)
        #expect(await browser.get(first).status == .gone)
        var next = Browser(cast.site.door)
        let right = try await next.form(second)
        #expect(await next.send(right).status == .seeOther)

        let third = try await newLink(cast, for: .member)
        var member = cast.browser(.member)
        var change = try await member.form("/logga-in/losenord")
        change.fill("nuvarande", [Cast.password])
        change.fill("nytt", ["en helt annan historia"])
        #expect(await member.send(change).status == .seeOther)
        var late = Browser(cast.site.door)
        #expect(await late.get(third).status == .gone)

        let fourth = try await newLink(cast, for: .guest)
        let guest = try cast.player(.guest).person.id
        let shut = await cast.post(
            .developmentLeader,
            "/arbete/personer/\(guest)/konto",
            cast.ticket(.developmentLeader) + [("lage-konto", "stang")]
        )
        #expect(shut.status == .seeOther)
        #expect(await late.get(fourth).status == .gone)
        #expect(await late.post(fourth).status == .gone)
        #expect(await cast.get(.guest, "/arbete").leadsToSignIn)
    }

    @Test("a link opens no second factor's door, and shows nobody's name")
    func factorStays() async throws {
        let cast = try await Cast.sodertorn()
        let link = try await newLink(cast, for: .administrator)
        var thief = Browser(cast.site.door)
        let page = await thief.get(link).text
        #expect(!page.holds("Prov administrator") && !page.holds("administrator@prov.example"))
        let opening = try await thief.form(link)
        _ = await thief.send(opening)
        var form = try await thief.form("/logga-in/losenord")
        form.fill("nytt", ["femton gula paraplyer i regn"])
        let reply = await thief.send(form)
        #expect(reply.location?.hasPrefix("/logga-in/kod") ?? false)
        #expect(await thief.get("/arbete").leadsToSignIn)
        #expect(await thief.get("/logga-in/tvafaktor").leadsToSignIn)
    }

    @Test(
        "what isn't a link is answered as one that nobody knows",
        arguments: ["x", "..%5c..", "%27%20OR%201=1--", "A%0D%0AX:1", String(repeating: "A", count: 3_000), "%00", "å", "A.json"]
    )
    func unknown(_ token: String) async throws {
        let cast = try await Self.shared.value
        for method in [HTTPRequest.Method.get, .post] {
            let reply = await cast.site.door.ask(method, "/logga-in/lank/" + token)
            #expect([400, 404, 410].contains(reply.status.code), "\(reply.status.code)")
            #expect(reply.fields[.setCookie] == nil)
        }
    }
}
