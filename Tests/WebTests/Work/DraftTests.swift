import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("Drafts are thrown away by those who may") struct DraftTests {
    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private static let path = "/dokument/samarbetsavtal/andra"

    /// Keeps a draft with a title, and gives its id.
    private static func keep(_ visitor: SignedInVisitor, _ title: String = "Utkastets titel") async throws -> String {
        var form = try await visitor.form(path)
        form.fill("titel", [title])
        form.fill("spara-utkast", ["ja"])
        #expect(await visitor.send(form).location == "/dokument/samarbetsavtal")
        return try #require(visitor.exhibit.registrar.snapshot.drafts.of(visitor.person.id).first?.id)
    }

    /// The forms on a page by where they are sent.
    private static func form(_ page: String, to action: String) throws -> ShownForm {
        let start = try #require(page.components(separatedBy: "<form ").first { $0.holds("action=\"\(action)\"") }, "\(action)")
        return try #require(ShownForm("<form " + start))
    }

    @Test("a draft is seen at its page by who may change it, and its form opens it")
    func kept() async throws {
        let site = try await Self.site()
        let one = try await site.visitor(.developmentLeader)
        let other = try await site.visitor(.administrator)
        let member = try await site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        let id = try await Self.keep(one)
        for visitor in [one, other] {
            let page = await visitor.page("/dokument/samarbetsavtal")
            #expect(page.holds("Opublicerade ändringar") && page.holds("\(Self.path)?utkast=\(id)"))
            #expect(try await visitor.form("\(Self.path)?utkast=\(id)")["titel"] == "Utkastets titel")
        }
        #expect(!(await member.page("/dokument/samarbetsavtal")).holds("Opublicerade ändringar"))
        #expect(!(await site.page("/dokument/samarbetsavtal")).holds("Opublicerade ändringar"))
        #expect(!(await one.page(Self.path)).holds("kasta-utkast"), "a form that is opened anew has no draft to throw away")
    }

    @Test("from the form that was opened from it", arguments: [true, false])
    func fromForm(_ isOwn: Bool) async throws {
        let site = try await Self.site()
        let one = try await site.visitor(.developmentLeader)
        let other = try await site.visitor(.administrator)
        let id = try await Self.keep(one)
        let visitor = isOwn ? one : other
        var form = try await visitor.form("\(Self.path)?utkast=\(id)")
        form.fill("kasta-utkast", ["ja"])
        let position = site.registrar.progress.position
        for _ in 1...2 {
            #expect(await visitor.send(form).location == "/dokument/samarbetsavtal")
        }
        #expect(await visitor.page("/dokument/samarbetsavtal").holds(Words.swedish.editing.draftThrown))
        #expect(site.registrar.snapshot.drafts.notes.isEmpty && site.registrar.progress.position == position)
        let gone = await one.page("\(Self.path)?utkast=\(id)")
        #expect(gone.holds(Words.swedish.editing.draftGone) && !gone.holds("Utkastets titel"))
    }

    @Test("a draft of another form isn't thrown away by naming it")
    func elsewhere() async throws {
        let site = try await Self.site()
        let one = try await site.visitor(.developmentLeader)
        let other = try await site.visitor(.administrator)
        let id = try await Self.keep(one)
        var form = try await other.form("/nyheter/ny")
        form.fill("utkast", [id])
        form.fill("kasta-utkast", ["ja"])
        _ = await other.send(form)
        #expect(site.registrar.snapshot.drafts.notes.map(\.id) == [id])
    }

    @Test("from the workspace, one's own and no other's")
    func fromWork() async throws {
        let site = try await Self.site()
        let one = try await site.visitor(.developmentLeader)
        let other = try await site.visitor(.administrator)
        let id = try await Self.keep(one)
        let action = "/arbete/utkast/\(id)/kasta"
        #expect(!(await other.page("/arbete")).holds(action))
        let form = try Self.form(await one.page("/arbete"), to: action)
        // Neither another's form, nor one without the marks of one.
        var foreign = try await other.form("/nyheter/ny")
        foreign.pairs = foreign.pairs.filter { ["formular", "nyckel", "lage"].contains($0.name) }
        #expect(await other.post(action, foreign.body) == .seeOther)
        #expect(await other.post(action, form.body) == .forbidden)
        #expect(await one.post(action, []) == .forbidden)
        #expect(await site.door.ask(.post, action, body: form.body).status == .seeOther)
        #expect(site.registrar.snapshot.drafts.notes.count == 1)
        for _ in 1...2 {
            let outcome = await one.send(form)
            #expect(outcome.status == .seeOther && outcome.location == "/arbete")
        }
        #expect(await one.page("/arbete").holds(Words.swedish.editing.draftThrown))
        #expect(site.registrar.snapshot.drafts.notes.isEmpty)
    }
}

extension SignedInVisitor {
    /// Sends a body to an address, and gives the status.
    fileprivate func post(_ target: String, _ body: [UInt8]) async -> HTTPResponse.Status {
        var fields: HTTPFields = [:]
        fields[.cookie] = "samverka=\(token)"
        fields[.contentType] = "application/x-www-form-urlencoded"
        return await exhibit.door.ask(.post, target, fields: fields, body: body).status
    }
}
