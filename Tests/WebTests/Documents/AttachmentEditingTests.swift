import Cooperation
import HTTPTypes
import Identity
import Registry
import Testing

@testable import Web

@Suite("Files are attached and taken away where the document is read") struct AttachmentEditingTests {
    private static let path = "/dokument/samarbetsavtal"
    private static let pdf = Array("%PDF-1.7\nett avtal\nstartxref\n9\n%%EOF\n".utf8)

    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private static func attachments(_ site: Exhibit) throws -> [Document.Attachment] {
        let id = try #require(Document.ID("samarbetsavtal"))
        return try #require(site.registrar.snapshot.cooperation.documents[id]).attachings.map(\.fact.attachment)
    }

    /// Sends a form with a file, as browsers do.
    private static func send(
        _ visitor: SignedInVisitor,
        _ form: ShownForm,
        name: String = "avtal.pdf",
        _ bytes: [UInt8]?
    ) async -> SignedInVisitor.Outcome {
        var body: [UInt8] = []
        for pair in form.pairs {
            body += "--gräns\r\n".replacingAll("ä", with: "a").utf8
            body += "Content-Disposition: form-data; name=\"\(pair.name)\"\r\n\r\n\(pair.value)\r\n".utf8
        }
        body += "--grans\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"\(bytes == nil ? "" : name)\"\r\n".utf8
        body += "Content-Type: application/pdf\r\n\r\n".utf8
        body += (bytes ?? []) + Array("\r\n--grans--\r\n".utf8)
        var fields: HTTPFields = [:]
        fields[.cookie] = "samverka=\(visitor.token)"
        fields[.contentType] = "multipart/form-data; boundary=grans"
        let reply = await visitor.exhibit.door.ask(.post, form.action, fields: fields, body: body)
        return .init(status: reply.status, location: reply.fields[.location], page: reply.text)
    }

    @Test("a file is attached once, however often the form is sent, and can be fetched")
    func attach() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        var form = try await visitor.form(Self.path + "/bifoga")
        form.fill("anmarkningar", ["Undertecknat"])
        form.fill("dag", ["2015-03-01"])
        for _ in 1...2 {
            let outcome = await Self.send(visitor, form, Self.pdf)
            #expect(outcome.status == .seeOther && outcome.location == Self.path, "\(outcome.faults)")
            #expect(await visitor.page(Self.path).holds(Words.swedish.documentForms.attached))
        }
        let attachment = try #require(try Self.attachments(site).first)
        #expect(try Self.attachments(site).count == 1)
        #expect(await site.door.ask(.get, "\(Self.path)/filer/\(attachment.figures)").body == Self.pdf)
        #expect(await site.door.ask(.get, "\(Self.path)/filer/\(attachment.figures)?datum=2015-03-01").status == .ok)
        #expect(await site.page(Self.path).holds("Undertecknat"))
        // Only those who may see the way to take it away.
        #expect(!(await site.page(Self.path)).holds("/ta-bort"))
        #expect(await visitor.page(Self.path).holds("href=\"\(Self.path)/filer/\(attachment.figures)/ta-bort\""))
    }

    @Test(
        "a file that isn't what it says, or is nothing, is refused in words, and the rest of what was written stays",
        arguments: [
            ("avtal.pdf", Array("<!DOCTYPE html><script>alert(1)</script>".utf8), "webbsida"),
            ("bild.png", Array("%PDF-1.7\nutan slut".utf8), nil), ("avtal.pdf", Array("MZ\u{90}".utf8), nil),
            ("avtal.pdf", Array("bara text".utf8), nil), ("avtal.pdf", pdf + Array("<html>".utf8), nil), ("avtal.pdf", [], "tom"),
            ("avtal.pdf", nil, "Välj en fil"),
        ] as [(String, [UInt8]?, String?)]
    )
    func liars(_ name: String, _ bytes: [UInt8]?, _ words: String?) async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        var form = try await visitor.form(Self.path + "/bifoga")
        form.fill("anmarkningar", ["Undertecknat"])
        let position = site.registrar.progress.position
        let outcome = await Self.send(visitor, form, name: name, bytes)
        #expect(outcome.status == .unprocessableContent && outcome.faults.count == 1, "\(outcome.faults)")
        #expect(outcome.page.holds("href=\"#falt-fil\""))
        if let words { #expect(outcome.faults.first?.holds(words) == true, "\(outcome.faults)") }
        #expect(try outcome.form["anmarkningar"] == "Undertecknat")
        if bytes?.isEmpty == false { #expect(outcome.page.holds(Words.swedish.forms.chooseFileAgain)) }
        #expect(site.registrar.progress.position == position)
        #expect(try Self.attachments(site).isEmpty)
    }

    @Test("a file that is too large is refused in words, and one that is far too large isn't read")
    func large() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        let form = try await visitor.form(Self.path + "/bifoga")
        let large = Self.pdf.dropLast(6) + [UInt8](repeating: 0x20, count: FileKind.mostBytes) + Array("%%EOF".utf8)
        let outcome = await Self.send(visitor, form, Array(large))
        #expect(outcome.status == .unprocessableContent && outcome.faults.first?.holds("20\u{A0}MB") == true, "\(outcome.faults)")
        let larger = await Self.send(visitor, form, Array(large) + [UInt8](repeating: 0x20, count: 100_000))
        #expect(larger.status == .contentTooLarge)
        #expect(try Self.attachments(site).isEmpty)
    }

    @Test("a day before the document was decided, or one to come, is refused at the day")
    func days() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        for day in ["2010-08-17", "2026-11-24", "i fjol"] {
            var form = try await visitor.form(Self.path + "/bifoga")
            form.fill("dag", [day])
            let outcome = await Self.send(visitor, form, Self.pdf)
            #expect(outcome.status == .unprocessableContent && outcome.page.holds("href=\"#falt-dag\""), "\(day)")
        }
        #expect(try Self.attachments(site).isEmpty)
    }

    @Test("when the session has ended, what was written is kept and the file is asked for again")
    func lostSession() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        var form = try await visitor.form(Self.path + "/bifoga")
        form.fill("anmarkningar", ["Undertecknat"])
        // Two hours of silence and a little more.
        site.set(Instant(microseconds: site.now.microseconds + 7_300_000_000))
        let outcome = await Self.send(visitor, form, Self.pdf)
        let location = try #require(outcome.location)
        #expect(outcome.status == .seeOther && location.hasPrefix("/logga-in?") && location.holds("utkast="))
        let draft = String(location.components(separatedBy: "utkast=")[1].prefix(32))
        let again = SignedInVisitor(
            exhibit: site,
            person: visitor.person,
            seat: visitor.seat,
            token: try await site.newSession(of: visitor)
        )
        let reply = await again.get("\(Self.path)/bifoga?utkast=\(draft)")
        #expect(reply.status == .ok && reply.text.holds(Words.swedish.forms.chooseFileAgain))
        let restored = try #require(ShownForm(ofPage: reply.text))
        #expect(restored["anmarkningar"] == "Undertecknat")
        let sent = await Self.send(again, restored, Self.pdf)
        #expect(sent.status == .seeOther, "\(sent.faults)")
        #expect(try Self.attachments(site).count == 1)
        #expect(site.registrar.snapshot.drafts.of(visitor.person.id).isEmpty)
    }

    @Test("a file is taken away with a reason, once, and stays on the days when it was there")
    func detach() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.developmentLeader)
        var form = try await visitor.form(Self.path + "/bifoga")
        form.fill("dag", ["2015-03-01"])
        _ = await Self.send(visitor, form, Self.pdf)
        let file = try #require(try Self.attachments(site).first).figures
        let address = "\(Self.path)/filer/\(file)/ta-bort"
        let position = site.registrar.progress.position
        let without = try await visitor.send(address, ["skal": [" "]])
        #expect(without.status == .unprocessableContent && without.page.holds("href=\"#falt-skal\""))
        #expect(site.registrar.progress.position == position)
        var removal = try await visitor.form(address)
        removal.fill("skal", ["Fel utgåva"])
        for _ in 1...2 {
            let outcome = await visitor.send(removal)
            #expect(outcome.status == .seeOther && outcome.location == Self.path)
        }
        #expect(site.registrar.progress.position == position + 1)
        #expect(try Self.attachments(site).isEmpty)
        #expect(await site.door.ask(.get, "\(Self.path)/filer/\(file)").status == .gone)
        #expect(await site.door.ask(.get, "\(Self.path)/filer/\(file)?datum=2020-01-01").status == .ok)
        #expect(await visitor.get(address).status == .notFound)
        #expect(await site.page(Self.path).holds("Skäl: Fel utgåva"))
    }

    @Test("who may not attach may not take away either")
    func who() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        _ = await Self.send(leader, try await leader.form(Self.path + "/bifoga"), Self.pdf)
        let file = try #require(try Self.attachments(site).first).figures
        let visitor = try await site.visitor(.registrar, in: "planeringschefer", for: "haninge")
        #expect(await visitor.get("\(Self.path)/filer/\(file)/ta-bort").status == .forbidden)
        let form = try await leader.form("\(Self.path)/filer/\(file)/ta-bort")
        #expect(await visitor.send(form).status == .forbidden)
        #expect(try Self.attachments(site).count == 1)
    }
}

extension Exhibit {
    /// A new session of somebody whose first one has ended, as from the installation's shell: with a new link and a new factor.
    func newSession(of visitor: SignedInVisitor) async throws -> String {
        let id = visitor.person.id.text
        try await accounts.removeFactor(of: id)
        let opened = try await accounts.signIn(
            person: id,
            mail: visitor.person.mail,
            password: Self.password,
            address: "",
            browser: "Prov",
            needsFactor: false
        )
        #expect(opened.session.stage == .full)
        return opened.token
    }
}
