import Cooperation
import FoundationEssentials
import HTTPTypes
import Import
import Registry
import Testing

@testable import Journal
@testable import Web

@Suite("The files of a document on its page") struct AttachmentPagesTests {
    struct Page: Decodable {
        struct File: Decodable {
            var name: String
            var kind: String
            var mediaType: String
            var size: Int
            var attached: String
            var commitment: String
            var path: String?
            var erased: String?
            var remarks: [String]
        }
        var attachments: [File]
    }

    private static let pdf = Array("%PDF-1.7\nett avtal\nstartxref\n9\n%%EOF\n".utf8)
    private static let path = "/dokument/samarbetsavtal"

    private static func id(_ text: String) throws -> Document.ID { try #require(Document.ID(text)) }

    private func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    @discardableResult
    private func attach(
        _ site: Exhibit,
        name: String = "Avtal å.pdf",
        _ bytes: [UInt8] = pdf,
        on day: String = "2026-11-23",
        remarks: [String] = []
    ) async throws -> Document.Attachment {
        let document = try Self.id("samarbetsavtal")
        _ = try await site.registrar.perform(
            AttachFile(document, name: name, bytes: bytes, remarks: remarks),
            happened: try #require(Period(day)),
            as: .importer
        )
        // The one that was recorded last, which is not the last of the document when it is dated back.
        let position = Position(site.registrar.snapshot.position)
        return try #require(site.registrar.snapshot.timeline[position]?.act.attachment)
    }

    private func address(_ attachment: Document.Attachment) -> String {
        "\(Self.path)/filer/\(attachment.commitment.hexadecimal.prefix(16))"
    }

    @Test("the page and its JSON tell the name, the kind and the size, and lead to the file")
    func page() async throws {
        let site = try await site()
        #expect(await site.page(Self.path).holds("Själva dokumentet finns inte här."))
        let one = try await attach(site, remarks: ["Undertecknat exemplar."])
        let large = Self.pdf.dropLast(6) + [UInt8](repeating: 0x20, count: 1_234_567) + Array("%%EOF".utf8)
        let two = try await attach(site, name: "../bilaga <1>.exe", Array(large))
        let html = await site.page(Self.path)
        let shown = ShownPage(html)
        for (text, attachment) in [("avtal å.pdf", one), ("bilaga _1_.pdf", two)] {
            #expect(shown.links.contains { $0.text == text && $0.address == address(attachment) })
        }
        #expect(shown.text.holds("pdf-fil, 37 byte") && shown.text.holds("pdf-fil, 1,2 mb"))
        #expect(shown.text.holds("undertecknat exemplar."))
        #expect(!html.holds("Själva dokumentet finns inte här."))
        let english = ShownPage(await site.page(Self.path + "?sprak=en"))
        #expect(english.text.holds("pdf file, 37 bytes") && english.text.holds("pdf file, 1.2 mb"))

        let files = try await site.json(Self.path + ".json", as: Page.self).page.attachments
        #expect(files.map(\.name) == ["Avtal å.pdf", "bilaga _1_.pdf"])
        #expect(files.map(\.size) == [Self.pdf.count, large.count])
        #expect(files.map(\.path) == [address(one), address(two)])
        #expect(files.map(\.commitment) == [one, two].map(\.commitment.hexadecimal))
        #expect(
            files.first?.mediaType == "application/pdf" && files.first?.kind == "pdf" && files.first?.attached == "2026-11-23"
        )
        #expect(await site.page("/sok?fraga=bilaga").holds(Self.path))
    }

    @Test("every link of the page leads somewhere, in both languages")
    func links() async throws {
        let site = try await site()
        try await attach(site)
        for query in ["", "?sprak=en", "?datum=2026-11-23&kant=2026-11-23"] {
            let html = await site.page(Self.path + query)
            let links = html.components(separatedBy: "href=\"/").dropFirst().map { $0.prefix { $0 != "\"" && $0 != "#" } }
            for link in Set(links) {
                let reply = await site.door.ask(.get, "/" + String(link).replacingAll("&amp;", with: "&"))
                #expect(reply.status == .ok, "\(link)")
            }
            #expect(links.contains { String($0).holds("/filer/") })
        }
    }

    @Test("the file is sent as it is, as its kind says, to be saved and never run")
    func download() async throws {
        let site = try await site()
        let attachment = try await attach(site)
        let reply = await site.door.ask(.get, address(attachment))
        #expect(reply.status == .ok && reply.body == Self.pdf)
        #expect(reply.fields[.contentType] == "application/pdf")
        #expect(
            reply.fields[.contentDisposition] == "attachment; filename=\"Avtal___.pdf\"; filename*=UTF-8''Avtal%20%C3%A5.pdf"
        )
        #expect(reply.fields[values: .contentSecurityPolicy] == ["sandbox; default-src 'none'"])
        #expect(reply.fields[.xContentTypeOptions] == "nosniff")
        #expect(reply.fields[.cacheControl] == "public, no-cache" && reply.fields[.eTag] != nil)
        #expect(reply.fields[.acceptRanges] == nil)
        var fields: HTTPFields = [:]
        fields[.range] = "bytes=0-3"
        #expect(await site.door.ask(.get, address(attachment), fields: fields).body == Self.pdf)
        fields = [:]
        fields[.ifNoneMatch] = reply.fields[.eTag]
        #expect(await site.door.ask(.get, address(attachment), fields: fields).status == .notModified)
        let head = await site.door.ask(.head, address(attachment))
        #expect(head.status == .ok && head.body.isEmpty && head.fields[.contentLength] == "\(Self.pdf.count)")
        #expect(await site.door.ask(.post, address(attachment)).status == .methodNotAllowed)
    }

    @Test("an address that leads to no file of the document is not found")
    func unknown() async throws {
        let site = try await site()
        let attachment = try await attach(site)
        let figures = String(attachment.commitment.hexadecimal.prefix(16))
        for path in [
            "/dokument/finns-inte/filer/\(figures)", "/dokument/samarbetsdirektiv/filer/\(figures)",
            "\(Self.path)/filer/0000000000000000", "\(Self.path)/filer/\(figures.dropLast())", "\(Self.path)/filer/\(figures)0",
            "\(Self.path)/filer/\(attachment.commitment.hexadecimal)", "\(Self.path)/filer/\(figures.uppercased())x",
            "\(Self.path)/filer/\(figures).pdf", "\(Self.path)/filer/%2E%2E", "\(Self.path)/filer",
        ] {
            let status = await site.door.ask(.get, path).status
            #expect(status == .notFound || path.hasSuffix("%2E%2E") && status == .badRequest, "\(path)")
        }
    }

    @Test("a file is there from the day that it was attached until it is detached, and then said to be gone")
    func days() async throws {
        let site = try await site()
        let attachment = try await attach(site, on: "2015-03-01")
        let address = address(attachment)
        func status(_ query: String) async -> Int { await site.door.ask(.get, address + query).status.code }
        #expect(await status("") == 200)
        #expect(await status("?datum=2015-03-01") == 200)
        #expect(await status("?datum=2015-02-28") == 404)
        #expect(await status("?datum=2015-02-28&sprak=en") == 404)
        #expect(await status("?datum=2015-02-30") == 400)
        #expect(await status("?datum=2026-11-24") == 400)
        #expect(await status("?kant=2026-11-22") == 404, "it was not known yet")
        let then = await site.page(Self.path + "?datum=2016-01-01")
        #expect(then.holds("\(address)?datum=2016-01-01"))
        _ = try await site.registrar.perform(
            DetachFile(Self.id("samarbetsavtal"), attachment.commitment, reason: "Fel utgåva."),
            happened: try #require(Period("2020-05-01")),
            as: .importer
        )
        #expect(await status("") == 410)
        #expect(await status("?datum=2020-05-01") == 410)
        #expect(await status("?datum=2020-04-30") == 200)
        let gone = ReadPage(await site.page(address, status: .gone)).text
        #expect(gone.holds("Filen hör inte längre till dokumentet."))
        #expect(!(await site.page(Self.path)).holds("/filer/"))
        // In the history, it is called what it was.
        let history = ReadPage(await site.page(Self.path)).text
        #expect(history.holds("Filen Avtal å.pdf bifogades till Samarbetskommitténs samarbetsavtal."))
        #expect(history.holds("Filen Avtal å.pdf togs bort från Samarbetskommitténs samarbetsavtal."))
        #expect(history.holds("Skäl: Fel utgåva."))
        #expect(await site.page("/historik?amne=dokument").holds("Fel utgåva."))
    }

    @Test("what is withdrawn has no files, on any day")
    func withdrawn() async throws {
        let site = try await site()
        let attachment = try await attach(site, on: "2015-03-01")
        _ = try await site.registrar.perform(
            ChangeVisibility(.document(Self.id("samarbetsavtal")), isShown: false, reason: "Ett hemligt skäl."),
            happened: .day(site.now.swedishDay),
            as: .importer
        )
        for query in ["", "?datum=2016-01-01", "?sprak=en", "?datum=2026-11-22&kant=2026-11-23"] {
            let reply = await site.door.ask(.get, address(attachment) + query)
            #expect(reply.status == .notFound)
            #expect(!reply.text.holds("Avtal å") && !reply.text.holds("ett avtal"))
        }
        #expect(!(await site.page("/historik")).holds("Avtal å"))
    }

    @Test("an erased file says by which decision, on its page and at its address")
    func erased() async throws {
        let site = try await site()
        let attachment = try await attach(site)
        let journal = try Journal(file: site.path + "/samverka.sqlite", mode: .readWrite(create: false))
        let digest = try #require(Digest(bytes: attachment.commitment.bytes))
        #expect(try journal.erase([.content(digest)], decision: "KS 2026/12", list: site.path + "/erasures.txt") == 1)
        let gone = await site.page(address(attachment), status: .gone)
        #expect(ReadPage(gone).text.holds("[raderat enligt beslut KS 2026/12]"))
        #expect(await site.door.ask(.get, address(attachment)).fields[.cacheControl] == "no-store")
        // A server that starts afterwards knows it from the beginning.
        let registrar = try await Registrar.open(file: site.path + "/samverka.sqlite", version: "1.0", clock: { site.now })
        let reading = Reading(
            PublicView(
                of: registrar.snapshot.cooperation,
                known: registrar.snapshot.timeline,
                now: registrar.snapshot.cooperation,
                on: site.now.swedishDay,
                today: site.now.swedishDay
            ),
            texts: registrar.snapshot.texts,
            language: .swedish,
            today: site.now.swedishDay
        )
        let document = try #require(reading.cooperation.documents[Self.id("samarbetsavtal")])
        let shown = try #require(ShownAttachment.all(document, reading).first)
        #expect(shown.erased == "KS 2026/12" && shown.path == nil)
    }

    @Test("a file whose bytes the store has lost is our fault, and says nothing of it")
    func lost() async throws {
        let site = try await site()
        let attachment = try await attach(site)
        let connection = try SQLiteConnection(site.path + "/samverka.sqlite", mode: .readWrite)
        try connection.run("DELETE FROM content WHERE commitment = $1", .blob(attachment.commitment.bytes))
        _ = await site.page(address(attachment), status: .internalServerError)
    }

    @Test(
        "sizes are told as people do",
        arguments: [
            (1, "1 byte"), (999, "999 byte"), (1_000, "1\u{A0}kB"), (1_499, "1\u{A0}kB"), (1_500, "2\u{A0}kB"),
            (340_000, "340\u{A0}kB"), (999_499, "999\u{A0}kB"), (999_500, "1\u{A0}MB"), (1_234_567, "1,2\u{A0}MB"),
            (1_250_000, "1,3\u{A0}MB"), (20_000_000, "20\u{A0}MB"),
        ]
    )
    func sizes(_ bytes: Int, _ text: String) {
        #expect(Words.of(.swedish).size(bytes) == text)
    }
}
