import HTTPTypes
import NIOCore
import Testing

@testable import Web

/// A form with files as browsers write it (RFC 7578), by code of the tests' own.
struct SentForm {
    enum Part: Equatable {
        case field(String, String)
        case file(String, name: String, type: String = "application/octet-stream", bytes: [UInt8])
    }

    var boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
    var parts: [Part]

    init(_ parts: [Part], boundary: String? = nil) {
        self.parts = parts
        if let boundary { self.boundary = boundary }
    }

    var type: String { "multipart/form-data; boundary=\(boundary)" }

    var body: [UInt8] {
        var body: [UInt8] = []
        for part in parts {
            body += "--\(boundary)\r\n".utf8
            switch part {
            case .field(let name, let value):
                body += "Content-Disposition: form-data; name=\"\(Self.escaped(name))\"\r\n\r\n\(value)".utf8
            case .file(let field, let name, let type, let bytes):
                body +=
                    "Content-Disposition: form-data; name=\"\(Self.escaped(field))\"; filename=\"\(Self.escaped(name))\"\r\n".utf8
                body += "Content-Type: \(type)\r\n\r\n".utf8
                body += bytes
            }
            body += "\r\n".utf8
        }
        return body + "--\(boundary)--\r\n".utf8
    }

    /// The three letters that browsers escape in a name.
    private static func escaped(_ name: String) -> String {
        name.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "%22"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar)
            }
        }
        .joined()
    }
}

@Suite("Forms with files") struct MultipartTests {
    private func read(_ text: String, type: String = "multipart/form-data; boundary=b") -> Multipart? {
        Multipart(Array(text.utf8), type: type)
    }

    private func pairs(_ multipart: Multipart?) -> [String]? { multipart?.fields.map { "\($0.name)=\($0.value)" } }

    @Test("fields and files are read in order, with their bytes as they are")
    func whole() throws {
        let noise = (0...255).map { UInt8($0) } + Array("\r\n--\r\n----WebKit\r\n".utf8)
        let form = SentForm([
            .field("titel", "Avtal, å ä ö"), .field("titel", ""), .file("fil", name: "C:\\avtal \"1\".pdf", bytes: noise),
            .field("rader", "ett\r\n\ttvå"), .file("fil", name: "tom.pdf", bytes: []),
        ])
        let read = try #require(Multipart(form.body, type: form.type))
        #expect(pairs(read) == ["titel=Avtal, å ä ö", "titel=", "rader=ett\r\n\ttvå"])
        #expect(
            read.files == [
                SentFile(field: "fil", name: "C:\\avtal \"1\".pdf", bytes: noise),
                SentFile(field: "fil", name: "tom.pdf", bytes: []),
            ]
        )
    }

    @Test("a field where no file was chosen has none")
    func unchosen() throws {
        let form = SentForm([.file("fil", name: "", bytes: []), .field("a", "b")])
        let read = try #require(Multipart(form.body, type: form.type))
        #expect(read.files.isEmpty && pairs(read) == ["a=b"])
        // One without a name but with content is a file all the same.
        let nameless = SentForm([.file("fil", name: "", bytes: [1])])
        #expect(Multipart(nameless.body, type: nameless.type)?.files == [SentFile(field: "fil", name: "", bytes: [1])])
    }

    private static let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"

    @Test(
        "what is written in another way, but well, is read",
        arguments: [
            (part + "--b--", "multipart/form-data; boundary=b"), (part + "--b--\r\n", "Multipart/Form-Data;  BOUNDARY=\"b\" "),
            (part + "--b--", "multipart/form-data; charset=utf-8; boundary=b"),
            ("--b\r\ncontent-disposition:form-data;name=a\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b"),
            (
                "--b\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--",
                "multipart/form-data; boundary=b"
            ),
            (
                "--b\r\nContent-Transfer-Encoding: 8bit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--",
                "multipart/form-data; boundary=b"
            ),
            ("--a b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--a b--", "multipart/form-data; boundary=\"a b\""),
        ]
    )
    func well(_ body: String, _ type: String) {
        #expect(pairs(read(body, type: type)) == ["a=x"])
    }

    private static let plain = "multipart/form-data; boundary=b"

    @Test(
        "what is broken isn't read at all",
        arguments: [
            // The request's own type.
            (part + "--b--", "multipart/form-data"), (part + "--b--", "multipart/form-data; boundary="),
            (part + "--b--", "multipart/mixed; boundary=b"), (part + "--b--", "multipart/form-data; boundary=b; boundary=b"),
            (part + "--b--", "multipart/form-data; boundary=\"b"), (part + "--b--", "multipart/form-data boundary=b"),
            (part + "--b--", "multipart/form-data; boundary=c"), (part + "--b--", "multipart/form-data; boundary=b;"),
            ("--b \r\n\r\n\r\n--b --", "multipart/form-data; boundary=\"b \""),
            ("--\(String(repeating: "b", count: 71))--", "multipart/form-data; boundary=\(String(repeating: "b", count: 71))"),
            // Its beginning and its end.
            ("", plain), ("--b", plain), ("--b--", plain), ("--b--\r\n", plain), ("\r\n" + part + "--b--", plain),
            ("hej\r\n" + part + "--b--", plain), (part, plain), (part + "--b", plain), (part + "--b-", plain),
            (part + "--b--hej", plain), (part + "--b--\r\nhej", plain), (part + "--b--\r\n\r\n", plain), (part + "--b --", plain),
            (part + "--bc\r\n", plain), (part + "--b--\n", plain),
            // A part's head.
            ("--b\r\n\r\nx\r\n--b--", plain), ("--b\nContent-Disposition: form-data; name=\"a\"\n\nx\n--b--", plain),
            ("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''x\r\n\r\nx\r\n--b--", plain),
            (
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nx\r\n--b--",
                plain
            ),
            ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n folded\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent-Disposition form-data; name=\"a\"\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent-Disposition: form-data; name=\"a\u{0}\"\r\n\r\nx\r\n--b--", plain),
            ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n", plain),
            ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--b--", plain),
            (
                "--b\r\nContent-Type:  Multipart/mixed; boundary=c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--",
                plain
            ),
            (
                "--b\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\neA==\r\n--b--",
                plain
            ),
            (
                "--b\r\nX: \(String(repeating: "x", count: 8192))\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--",
                plain
            ),
            // A field's text.
            ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\u{0}\r\n--b--", plain),
            ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\u{7F}\r\n--b--", plain),
        ] as [(String, String)]
    )
    func broken(_ body: String, _ type: String) {
        #expect(read(body, type: type) == nil)
    }

    @Test("text that isn't UTF-8 isn't read, as a file it may be anything")
    func encoding() {
        let head = "--b\r\nContent-Disposition: form-data; name=\"a\""
        for (rest, isRead) in [("", false), ("; filename=\"f\"", true)] {
            let body = Array("\(head)\(rest)\r\n\r\n".utf8) + [0xC3, 0x28] + Array("\r\n--b--".utf8)
            #expect((Multipart(body, type: Self.plain) != nil) == isRead)
        }
    }

    @Test("as many parts as fifty are read")
    func many() {
        for (count, isRead) in [(1, true), (50, true), (51, false)] {
            let form = SentForm((0..<count).map { .field("f\($0)", "v") })
            #expect(Multipart(form.body, type: form.type)?.fields.count == (isRead ? count : nil))
        }
    }

    // MARK: Anything at all

    @Test("what is written is read back")
    func random() throws {
        var dice = SteadyDice(seed: 81)
        let letters = Array("abåö \"%;=\\/.-'\u{301}\u{1F600}".unicodeScalars)
        func text(_ dice: inout SteadyDice, least: Int) -> String {
            var text = String.UnicodeScalarView()
            for _ in 0..<(least + dice.below(12)) { text.append(letters[dice.below(letters.count)]) }
            return String(text)
        }
        for _ in 0..<Effort.count(20_000, otherwise: 1_500) {
            let boundary = [
                "b", "----WebKitFormBoundaryX", "-----------------------------735323031399963166993862150", "a'()+_,-./:=?",
            ]
            let chosen = boundary[dice.below(boundary.count)]
            var parts: [SentForm.Part] = []
            for _ in 0...dice.below(6) {
                if dice.below(2) == 0 {
                    parts.append(.field(text(&dice, least: 1), text(&dice, least: 0) + (dice.below(3) == 0 ? "\r\n\t" : "")))
                } else {
                    var bytes = (0..<dice.below(60)).map { _ in UInt8(dice.below(256)) }
                    // What looks almost like a boundary.
                    if dice.below(2) == 0 { bytes += "\r\n--\(chosen.dropLast())".utf8 + [UInt8(ascii: "~")] + "\r\n-".utf8 }
                    if dice.below(2) == 0 { bytes += "\r\n".utf8 }
                    parts.append(.file(text(&dice, least: 1), name: text(&dice, least: 1), bytes: bytes))
                }
            }
            var form = SentForm(parts, boundary: chosen)
            let type = chosen.contains("(") ? "multipart/form-data; boundary=\"\(chosen)\"" : form.type
            let read = try #require(Multipart(form.body, type: type), "\(parts)")
            var (fields, files) = (read.fields, read.files)
            for part in parts {
                switch part {
                case .field(let name, let value):
                    let found = fields.removeFirst()
                    #expect(
                        found.name.utf8.elementsEqual(name.utf8) && found.value.utf8.elementsEqual(value.utf8)
                    )
                case .file(let field, let name, _, let bytes):
                    let found = files.removeFirst()
                    #expect(found.field.utf8.elementsEqual(field.utf8) && found.bytes == bytes)
                    #expect(found.name.utf8.elementsEqual(name.utf8))
                }
            }
            #expect(fields.isEmpty && files.isEmpty)
            // What is cut off, or has had something put in where it is read as marks, is never read as something else silently.
            form.parts = []
            let cut = Array(SentForm(parts, boundary: chosen).body.dropLast(3 + dice.below(20)))
            #expect(Multipart(cut, type: type) == nil)
        }
    }

    @Test("random bytes and changed forms are read or not, and never break anything")
    func mutated() {
        var dice = SteadyDice(seed: 82)
        let form = SentForm([.field("a", "b"), .file("fil", name: "a.pdf", bytes: Array("%PDF-1.7".utf8)), .field("c", "d")])
        var read = 0
        for _ in 0..<Effort.count(100_000, otherwise: 8_000) {
            var bytes = form.body
            for _ in 0...dice.below(4) {
                switch dice.below(4) {
                case 0: bytes[dice.below(bytes.count)] = UInt8(dice.below(256))
                case 1: bytes.remove(at: dice.below(bytes.count))
                case 2: bytes.insert(UInt8(dice.below(256)), at: dice.below(bytes.count))
                default:
                    let (start, end) = (dice.below(bytes.count), dice.below(bytes.count))
                    bytes.replaceSubrange(min(start, end)..<max(start, end), with: bytes.prefix(dice.below(9)))
                    if bytes.isEmpty { bytes = [0] }
                }
            }
            var type = Array(form.type.utf8)
            if dice.below(9) == 0 { type[dice.below(type.count)] = UInt8(0x20 + dice.below(0x5F)) }
            if let multipart = Multipart(bytes, type: String(decoding: type, as: UTF8.self)) {
                read += 1
                #expect(multipart.fields.count + multipart.files.count <= Multipart.mostParts)
                #expect(multipart.files.reduce(0) { $0 + $1.bytes.count } < bytes.count)
            }
        }
        #expect(read > 50)
        for _ in 0..<Effort.count(100_000, otherwise: 4_000) {
            let marks = Array("\r\n-b:;=\"a \u{0}".utf8)
            let noise = (0..<dice.below(80)).map { _ in marks[dice.below(marks.count)] }
            _ = Multipart(Array("--b".utf8) + noise, type: Self.plain)
            _ = Multipart(noise, type: String(decoding: noise, as: UTF8.self))
        }
    }

    @Test(
        "the longer a body says that it is, the longer it may take, within reason",
        arguments: [
            (nil, 0), ("0", 0), ("16384", 163), ("20000000", 200_000), ("30000001", 300_000), ("9223372036854775807", 300_000),
            ("-5", 0), ("x", 0), ("99999999999999999999", 0),
        ] as [(String?, Int64)]
    )
    func time(_ length: String?, _ milliseconds: Int64) {
        #expect(ConnectionGuard.extraTime(for: length) == .milliseconds(milliseconds))
    }

    // MARK: Through the front door

    private static let routes = [
        Route(.post, "/bifoga", bodyLimit: SentFile.bodyLimit(for: 1_000)) { asked in
            let form = try asked.form()
            let files = try asked.files.map { "\($0.field):\($0.name):\($0.bytes.count)" }
            return .text("\(form["titel"] ?? "-") \(files.joined(separator: ","))")
        }
    ]

    private func send(_ body: [UInt8], _ type: String?) async -> Reply {
        var fields: HTTPFields = [:]
        fields[.contentType] = type
        return await Stage.door(Stage.site(routes: Self.routes)).ask(.post, "/bifoga", fields: fields, body: body)
    }

    @Test("a handler reads both kinds of forms in one way")
    func handler() async {
        let form = SentForm([.field("titel", "Avtal"), .file("fil", name: "a.pdf", bytes: [1, 2, 3])])
        #expect(await send(form.body, form.type).text == "Avtal fil:a.pdf:3")
        for type in [nil, "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8"] {
            #expect(await send(Array("titel=Avtal+2".utf8), type).text == "Avtal 2 ")
        }
    }

    @Test("a broken one, and one that is too large, are told so and change nothing")
    func faults() async {
        let form = SentForm([.field("titel", "Avtal"), .file("fil", name: "a.pdf", bytes: [1, 2, 3])])
        for type in ["multipart/form-data", "multipart/form-data; boundary=x", "Multipart/mixed; boundary=x"] {
            let reply = await send(form.body, type)
            #expect(reply.status == .badRequest, "\(type)")
        }
        #expect(await send(Array(form.body.dropLast(4)), form.type).status == .badRequest)
        let large = SentForm([.file("fil", name: "a.pdf", bytes: [UInt8](repeating: 1, count: 70_000))])
        #expect(await send(large.body, large.type).status == .contentTooLarge)
    }
}
