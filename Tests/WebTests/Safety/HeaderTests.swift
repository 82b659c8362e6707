import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Testing

@testable import Web

/// What is written into addresses and comes back in a reply's fields.
@Suite("Paths and fields") struct HeaderTests {
    /// A step of a path, encoded, that names something outside of what it should.
    static let steps = [
        "..", ".", "%2e%2e", "%2E", ".%2e", "..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "..%5c..%5cwindows", "%5c", "%00",
        "a%00b",
        "%0d%0aX-Insatt:%201", "a%0aX-Insatt:1", "%0d", "%ff", "%c0%ae%c0%ae", "%e0%80%af", "%", "%2", "%zz", "~root", "$(id)",
        "%60id%60", "%7cid", "a;b", "*", "%3Cscript%3E", "%27%20OR%20%271%27=%271", "%22", "{name}", "%7B%7D", "A%CC%8A",
        "%E2%80%AE",
        "-1", "0", "99999999999999999999", "null", "undefined", "__proto__", "con", "samverka.sqlite", "identity-key",
        "andra.json",
        "x.csv", ".csv", "a.", "a%2ejson", "%20", "%09", String(repeating: "a", count: 2_000), "file:%2f%2f%2fetc%2fpasswd",
    ]

    @Test("no value in any address leads anywhere it shouldn't, for whoever may do most")
    func traversal() async throws {
        let cast = try await Cast.sodertorn()
        let before = cast.stand
        for route in cast.site.door.site.routes.routes
        // A draft that isn't there is thrown away already, whatever it is called.
        where route.pattern.description.holds("{") && !route.pattern.description.hasPrefix("/arbete/utkast/") {
            let parts = route.pattern.description.split(separator: "/")
            let last = parts.lastIndex { $0.hasPrefix("{") } ?? 0
            for step in Self.few(Self.steps, 12) {
                // Each value in turn, with right ones for the others.
                for place in parts.indices where parts[place].hasPrefix("{") && (Effort.isFull || place == last) {
                    try await refuses(cast, route, known(parts, cast, but: place, step))
                }
            }
        }
        #expect(cast.stand == before)
    }

    private func refuses(_ cast: Cast, _ route: Route, _ path: [String]) async throws {
        let target = "/" + path.joined(separator: "/")
        let reply: Reply
        if route.method == .get {
            reply = await cast.get(.developmentLeader, target)
        } else {
            reply = await cast.post(.developmentLeader, target, cast.ticket(.developmentLeader))
        }
        #expect(Self.refusals.contains(reply.status.code), "\(route.method.rawValue) \(target): \(reply.status.code)")
        for field in reply.fields {
            #expect(!Self.hasControls(field.value), "\(target): \(field.name)")
            #expect(field.name.canonicalName != "x-insatt", "\(target)")
        }
        #expect(!reply.text.holds("root:x:0"), "\(target)")
    }

    /// All of a list in the long run, and some spread over it on an ordinary day.
    private static func few(_ all: [String], _ count: Int) -> [String] {
        if Effort.isFull { return all }
        return stride(from: 0, to: all.count, by: max(1, all.count / count)).map { all[$0] }
    }

    /// Not found, can't be read, gone, wrong method, too long; or a form with nothing in it, shown again.
    private static let refusals: Set<Int> = [400, 403, 404, 405, 410, 414, 422]

    static func hasControls(_ text: String) -> Bool { text.utf8.contains { $0 < 0x20 || $0 == 0x7F } }

    private func known(_ parts: [Substring], _ cast: Cast, but place: Int, _ step: String) throws -> [String] {
        let values = [
            "{edition}": "2019", "{part}": "infrastruktur", "{year}": "2021", "{name}": "kansliet", "{file}": "0123456789abcdef",
            "{utgava}": "2019", "{del}": "infrastruktur", "{slag}": "documents", "{position}": "2", "{series}": "radslag",
            "{conference}": "2010", "{priority}": "tvarforbindelse-sodertorn",
            "{statement}": "2022-nationell-plan", "{id}": "N15419", "{lank}": String(repeating: "A", count: 43),
            "{plats}": "prov-administrator", "{person}": try cast.player(.member).person.id.text,
        ]
        return parts.enumerated().map { index, part in
            if index == place { return step }
            guard part.hasPrefix("{") else { return String(part) }
            return values[String(part)] ?? "okand"
        }
    }

    /// Texts that end a field and begin another, where they are let through.
    static let injections = [
        "a\r\nX-Insatt: 1", "a\nX-Insatt: 1", "a\rX-Insatt: 1", "\r\n\r\n<script>alert(1)</script>", "a\u{0}b",
        "a\u{85}X-Insatt: 1",
        "a\u{2028}X-Insatt: 1", "å\r\nSet-Cookie: samverka=x", "\"; filename=\"elak.exe", "a; filename*=UTF-8''elak.exe",
        "%0d%0aX-Insatt: 1",
        "\u{560A}\u{560D}X-Insatt: 1", "../../../etc/passwd", "..\\..\\elak.exe", "con.pdf", ".htaccess", "\u{202E}fdp.exe",
    ]

    @Test("the name of a file can't break out of the field that it comes in", arguments: injections)
    func fileNames(_ name: String) async throws {
        for format in [Format.csv, .txt] {
            let answer = Answer.attachment(format, [1], name: name)
            let field = try #require(answer.fields[.contentDisposition])
            #expect(!Self.hasControls(field) && field.utf8.allSatisfy { $0 < 0x80 }, "\(field)")
            let parts = field.components(separatedBy: "; ")
            #expect(parts.count == 3 && parts[0] == "attachment", "\(field)")
            #expect(parts[1].hasPrefix("filename=\"") && parts[1].utf8.filter { $0 == UInt8(ascii: "\"") }.count == 2, "\(field)")
            #expect(!parts[1].holds("/") && !parts[1].holds("\\") && !parts[2].holds("/"), "\(field)")
        }
    }

    @Test("the name of a file that somebody has sent can't either, when it has been through the record")
    func keptFileNames() async throws {
        let cast = try await Cast.sodertorn()
        let document = try #require(Document.ID("samarbetsavtal"))
        for (number, name) in Self.injections.enumerated() {
            let bytes = Array("%PDF-1.7\navtal \(number)\nstartxref\n9\n%%EOF\n".utf8)
            let request = AttachFile(document, name: name, bytes: bytes, remarks: [])
            do {
                _ = try await cast.site.registrar.perform(request, happened: .day(cast.site.now.swedishDay), as: .importer)
            } catch is Refusal {
                continue
            }
            let position = Position(cast.site.registrar.snapshot.position)
            let attachment = try #require(cast.site.registrar.snapshot.timeline[position]?.act.attachment)
            let reply = await cast.get(.anyone, "/dokument/samarbetsavtal/filer/\(attachment.figures)")
            #expect(reply.status == .ok, "\(name.debugDescription)")
            let field = try #require(reply.fields[.contentDisposition])
            #expect(!Self.hasControls(field) && field.hasPrefix("attachment; filename=\""), "\(field)")
            #expect(!field.holds("/") && !field.holds("\\"), "\(field)")
            #expect(reply.fields[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test("what is written in a form comes back in no field of the reply")
    func forms() async throws {
        let cast = try await Cast.sodertorn()
        let names = [
            "namn", "e-post", "telefon", "fran", "till", "person", "anmarkning", "roll", "kommun", "plats", "session",
            "lage-konto",
        ]
        for text in Self.few(Self.injections, 4) {
            for door in Door.all where door.method == .post && !door.endsSessions {
                let pairs = cast.ticket(.developmentLeader) + names.map { (name: $0, value: text) }
                let reply = await cast.post(.developmentLeader, try door.address(cast), pairs)
                #expect(reply.status.code < 500, "\(door.target)")
                for field in reply.fields {
                    #expect(!Self.hasControls(field.value), "\(door.target) \(field.name)")
                    #expect(field.name.canonicalName != "x-insatt", "\(door.target)")
                }
            }
        }
    }

    @Test("over a real connection a reply's head has the lines it should, and no line that was asked for")
    func connection() async throws {
        let cast = try await Cast.sodertorn()
        let token = try cast.player(.member).token
        try await Stage.serving(cast.site.door.site) { client, _ in
            for target in [
                "/logga-in?vidare=%2F%0d%0aX-Insatt:%201", "/logga-in?vidare=/a%250d%250aX-Insatt:1",
                "/program/%0d%0aX-Insatt:%201",
                "/program/?a=%0d%0aX-Insatt:1", "/natverk/kansliet?datum=2020-01-01%0d%0aX-Insatt:1",
                "/sok?fraga=%0d%0aX-Insatt:1",
                "/organisation/planeringschefer?sprak=en%0d%0aX-Insatt:1", "/organisation/planeringschefer?datum=2020-01-01",
            ] {
                let reply = try await client.ask(
                    "GET \(target) HTTP/1.1\r\nHost: localhost\r\nCookie: samverka=\(token)\r\n\r\n"
                )
                #expect(reply.status < 500 && reply.fields["x-insatt"] == nil, "\(target) \(reply.status)")
                if let location = reply.fields["location"] { #expect(OnwardTests.fault(of: location) == nil, "\(location)") }
            }
            // The request's own fields are as untrue as all else that is sent.
            for host in ["elak.example", "localhost\\@elak.example", "localhost:80@elak.example", ""] {
                let reply = try await client.ask(
                    "GET /arbete HTTP/1.1\r\nHost: \(host)\r\nX-Forwarded-Host: elak.example\r\nX-Forwarded-Proto: https\r\n\r\n"
                )
                #expect(reply.fields["location"].map { OnwardTests.fault(of: $0) == nil } ?? true, "\(host)")
                #expect(!reply.text.holds("elak.example"), "\(host)")
            }
        }
    }
}
