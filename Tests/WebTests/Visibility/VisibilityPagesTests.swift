import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("What is shown is withdrawn and shown again from its page") struct VisibilityPagesTests {
    /// A page of each kind, and what it shows.
    private static let pages: [(page: String, subject: String)] = [
        ("/dokument/samarbetsavtal", "documents/samarbetsavtal"),
        ("/organisation/samarbetskommitten", "organisation/samarbetskommitten"),
        ("/natverk/planeringschefer", "organisation/planeringschefer"), ("/kommuner/haninge", "members/haninge"),
        ("/paverkan/tvarforbindelse-sodertorn", "priorities/tvarforbindelse-sodertorn"),
        ("/konferenser/radslag", "conferences/radslag"), ("/konferenser/radslag/2010", "conferences/radslag/2010"),
        ("/plan/2021", "plans/2021"), ("/program/2019", "programme/2019"),
    ]

    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    /// A page of each kind; statements have ids that the source gives.
    private static func everyPage(_ site: Exhibit) throws -> [(page: String, subject: String)] {
        let statement = try #require(site.registrar.snapshot.cooperation.advocacy.statementsInOrder.first).facts.id.text
        return pages + [("/yttranden/\(statement)", "statements/\(statement)")]
    }

    @Test("each page of a thing has a quiet link to where it is withdrawn, for who may")
    func links() async throws {
        let site = try await Self.site()
        let administrator = try await site.visitor(.administrator)
        let member = try await site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        for (page, subject) in try Self.everyPage(site) {
            let link = "href=\"/arbete/synlighet/dra-tillbaka/\(subject)\""
            #expect(await administrator.page(page).holds(link), "\(page)")
            #expect(!(await administrator.page(page + "?datum=2022-01-01")).holds(link), "\(page)")
            let (members, everybodys) = (await member.page(page), await site.page(page))
            #expect(!members.holds(link) && !everybodys.holds(link), "\(page)")
            #expect(await member.get("/arbete/synlighet/dra-tillbaka/\(subject)").status == .forbidden)
            #expect(await site.door.ask(.get, "/arbete/synlighet/dra-tillbaka/\(subject)").status == .seeOther)
        }
        for path in [
            "documents/finns-inte", "documents", "dokument/samarbetsavtal", "documents/samarbetsavtal/mer",
            "conferences/radslag/1",
        ] { #expect(await administrator.get("/arbete/synlighet/dra-tillbaka/\(path)").status == .notFound, "\(path)") }
        #expect(await member.get("/arbete/synlighet").status == .forbidden)
        #expect(await administrator.page("/arbete").holds("href=\"/arbete/synlighet\""))
        #expect(!(await member.page("/arbete")).holds("href=\"/arbete/synlighet\""))
    }

    @Test("what is withdrawn is gone for everybody, stands in the list with its reason, and comes back", arguments: 0...9)
    func there(_ index: Int) async throws {
        let site = try await Self.site()
        let administrator = try await site.visitor(.administrator)
        let (page, subject) = try Self.everyPage(site)[index]
        let path = "/arbete/synlighet/dra-tillbaka/\(subject)"
        let position = site.registrar.progress.position
        let blank = try await administrator.send(path, ["skal": ["  "]])
        #expect(blank.status == .unprocessableContent && blank.page.holds("href=\"#falt-skal\""))
        #expect(site.registrar.progress.position == position)
        var form = try await administrator.form(path)
        form.fill("skal", ["Ett hemligt skäl."])
        for _ in 1...2 {
            let outcome = await administrator.send(form)
            #expect(outcome.status == .seeOther && outcome.location == "/arbete/synlighet", "\(outcome.faults)")
            #expect(await administrator.page("/arbete/synlighet").holds("visas inte längre för allmänheten"))
        }
        #expect(site.registrar.progress.position == position + 1)
        for visitor in [nil, administrator] as [SignedInVisitor?] {
            for query in ["", "?datum=2022-01-01"] {
                var reply = await site.door.ask(.get, page + query)
                if let visitor { reply = await visitor.get(page + query) }
                #expect([.notFound, .gone].contains(reply.status), "\(page)\(query)")
            }
        }
        #expect(!(await site.door.ask(.get, "/historik.json?sida=alla").text).holds("hemligt skäl"))
        let list = await administrator.page("/arbete/synlighet")
        let shown = "href=\"/arbete/synlighet/visa/\(subject)\""
        #expect(list.holds("Ett hemligt skäl.") && list.holds(shown) && list.holds("23 november 2026"))
        #expect(ReadPage(list).text.holds("administratör") || ReadPage(list).text.holds("Administratör"))
        // Once more from a form that was opened before.
        let again = try await administrator.send(path, ["skal": ["Igen."]])
        #expect(again.status == .unprocessableContent && again.faults.first?.holds("visas redan inte") == true)

        var back = try await administrator.form("/arbete/synlighet/visa/\(subject)")
        back.fill("skal", ["Skälet finns inte längre."])
        for _ in 1...2 {
            #expect(await administrator.send(back).location == "/arbete/synlighet")
            #expect(await administrator.page("/arbete/synlighet").holds("visas igen för allmänheten"))
        }
        #expect(site.registrar.progress.position == position + 2)
        #expect(await site.door.ask(.get, page).status == .ok, "\(page)")
        #expect(!(await administrator.page("/arbete/synlighet")).holds(shown))
    }
}
