import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("What was written in a form that can't be sent, and where a form leads when its page is gone") struct StoppedFormTests {
    private static let document = "/dokument/samarbetsavtal/andra"

    /// What stands in the text to copy on a page; nil when there is none.
    private static func written(_ reply: Reply) -> String? {
        guard reply.text.holds("name=\"skrivet\"") else { return nil }
        return ReadPage(reply.text).texts(of: "textarea").first
    }

    /// Ends the seat that somebody acts from.
    private static func end(_ seat: Seat.Reference, _ cast: Cast) async throws {
        _ = try await cast.site.registrar.perform(
            LeaveSeat(seat, last: cast.yesterday),
            happened: .day(cast.yesterday),
            as: .importer
        )
    }

    // MARK: A seat that has ended

    @Test("who no longer has the seat gets back what was written, to copy, and nothing of it is kept")
    func ended() async throws {
        let cast = try await Cast.sodertorn()
        let page = await cast.get(.administrator, Self.document).text
        var form = try #require(ShownForm(ofPage: page))
        form.fill("titel", ["Ett <b>nytt</b> avtal & mer"])
        form.fill("anmarkningar", ["Första raden\r\nAndra raden"])
        form.fill("avser", ["2026-11-23"])
        try await Self.end(Cast.seat(.administrator, in: "kansliet"), cast)
        let before = cast.stand
        for _ in 1...2 {
            let reply = await cast.post(.administrator, Self.document, form.pairs)
            #expect(reply.status == .forbidden && reply.fields[.cacheControl] == "no-store")
            #expect(reply.text.holds(Words.swedish.faults.noAccess) && reply.text.holds(Words.swedish.faults.notKept))
            let text = try #require(Self.written(reply))
            #expect(text.holds("Ett <b>nytt</b> avtal & mer") && !reply.text.holds("<b>nytt"))
            #expect(text.holds("Första raden") && text.holds("Andra raden"))
            #expect(text.holds("2026-11-23"))
            // Neither the form's own marks, nor what was chosen.
            for name in [FormName.form, FormName.token, FormName.ground] {
                let mark = try #require(form[name], "\(name)")
                #expect(!mark.isEmpty && !text.holds(mark), "\(name)")
            }
            #expect(!text.components(separatedBy: "\n").contains("2019"), "the edition is a choice, or nothing was written there")
        }
        #expect(cast.stand == before && cast.site.registrar.snapshot.drafts.notes.isEmpty)
    }

    @Test("who acts from another seat that may not gets it back too, and is told to change seat")
    func otherSeat() async throws {
        let cast = try await Cast.sodertorn()
        var form = try #require(ShownForm(ofPage: await cast.get(.administrator, Self.document).text))
        form.fill("titel", ["Ett nytt avtal"])
        let person = try cast.player(.administrator).person.id
        let second = try Cast.seat(.deputyNoLonger, in: "ekonomidirektorer")
        let begun = cast.yesterday.adding(days: -9)
        _ = try await cast.site.registrar.perform(
            [
                .init(EstablishSeat(second.seat, in: second.body, role: .convener, for: Municipality.ID("salem")), .day(begun)),
                .init(TakeSeat(second, by: person, from: begun), .day(begun)),
            ],
            as: .importer
        )
        let change = cast.ticket(.administrator) + [("plats", second.description)]
        #expect(await cast.post(.administrator, "/arbete/plats", change).location == "/arbete")
        let reply = await cast.post(.administrator, Self.document, form.pairs)
        #expect(reply.status == .forbidden && reply.text.holds(Words.swedish.faults.otherSeat))
        #expect(Self.written(reply)?.holds("Ett nytt avtal") == true)
    }

    @Test("nothing is shown back that another has made, that is a button's, or that belongs to signing in")
    func notBack() async throws {
        let cast = try await Cast.sodertorn()
        var form = try #require(ShownForm(ofPage: await cast.get(.administrator, Self.document).text))
        form.fill("titel", ["Någon annans text"])
        // The form of somebody else, and one without marks.
        let foreign = await cast.post(.member, Self.document, form.pairs)
        #expect(foreign.status == .forbidden && Self.written(foreign) == nil && !foreign.text.holds("Någon annans text"))
        let bare = await cast.post(.member, Self.document, [("titel", "Någon annans text")])
        #expect(bare.status == .forbidden && Self.written(bare) == nil && !bare.text.holds("Någon annans text"))
        let text = cast.ticket(.member) + [("titel", "Egen text"), ("kod", "Egen kod")]
        #expect(Self.written(await cast.post(.member, Self.document, text))?.holds("Egen text") == true)
        for target in ["/arbete/plats", "/arbete/personer/\(try cast.player(.chair).person.id.text)/lank"] {
            let reply = await cast.post(.member, target, text)
            #expect(reply.status == .forbidden && Self.written(reply) == nil && !reply.text.holds("Egen text"), "\(target)")
        }
        let nothing = await cast.post(.member, Self.document, cast.ticket(.member) + [("slag", "avtal"), ("titel", " ")])
        #expect(nothing.status == .forbidden && Self.written(nothing) == nil)
    }

    // MARK: A button that takes a fresh code

    @Test(
        "a button that needs a new code leads to it and then to its page, and leaves no draft",
        arguments: ["lank", "konto", "tvafaktor"]
    )
    func button(_ last: String) async throws {
        let cast = try await Cast.sodertorn()
        let person = "/arbete/personer/\(try cast.player(.chair).person.id.text)"
        let reply = await cast.post(.staleLeader, "\(person)/\(last)", cast.ticket(.staleLeader) + [("lage-konto", "stang")])
        #expect(reply.status == .seeOther)
        #expect(reply.location?.hasPrefix("/logga-in/bekrafta?") == true && reply.location?.holds("utkast") == false)
        #expect(cast.site.registrar.snapshot.drafts.notes.isEmpty)
        let back = await cast.get(.developmentLeader, "\(person)/\(last)")
        #expect(back.status == .seeOther && back.location == person)
    }

    // MARK: What is withdrawn

    private static func withdraw(_ subject: Subject, _ cast: Cast) async throws {
        _ = try await cast.site.registrar.perform(
            ChangeVisibility(subject, isShown: false, reason: "Ett skäl."),
            happened: .day(cast.site.now.swedishDay),
            as: .importer
        )
    }

    @Test("a form of a withdrawn document leads to the list of what is withdrawn, whatever is done in it")
    func document() async throws {
        let cast = try await Cast.sodertorn()
        try await Self.withdraw(.document(try #require(Document.ID("samarbetsavtal"))), cast)
        let list = "/arbete/synlighet"
        #expect(await cast.get(.administrator, "/dokument/samarbetsavtal").status != .ok)
        let page = await cast.get(.administrator, Self.document).text
        #expect(page.holds("href=\"\(list)\"") && !page.holds("href=\"/dokument/samarbetsavtal\""))
        var form = try #require(ShownForm(ofPage: page))
        let unchanged = await cast.post(.administrator, Self.document, form.marked(cast.ticket(.administrator)).pairs)
        #expect(unchanged.status == .seeOther && unchanged.location == list)
        form.fill("titel", ["Ett nytt avtal"])
        for _ in 1...2 {
            let reply = await cast.post(.administrator, Self.document, form.pairs)
            #expect(reply.status == .seeOther && reply.location == list)
            let told = await cast.get(.administrator, list)
            #expect(told.status == .ok && told.text.holds(Words.swedish.editing.saved) && told.text.holds("Ett nytt avtal"))
        }
        let draft = form.marked(cast.ticket(.administrator)).pairs + [("spara-utkast", Form.yes)]
        #expect(await cast.post(.administrator, Self.document, draft).location == list)
    }

    @Test("who may not see that list is led to the workspace, and what is shown still leads to its page")
    func body() async throws {
        let cast = try await Cast.sodertorn()
        let (page, form) = ("/organisation/kommunstyrelsen-haninge", "/organisation/kommunstyrelsen-haninge/andra")
        func sent(_ part: Cast.Part) async throws -> String? {
            let shown = try #require(ShownForm(ofPage: await cast.get(part, form).text))
            return await cast.post(part, form, shown.pairs).location
        }
        #expect(try await sent(.registrar) == page)
        try await Self.withdraw(.body(try #require(Body.ID("kommunstyrelsen-haninge"))), cast)
        #expect(try await sent(.registrar) == "/arbete")
        #expect(try await sent(.administrator) == "/arbete/synlighet")
        // What isn't withdrawn is where it was.
        let other = "/organisation/kommunstyrelsen-tyreso"
        let shown = try #require(ShownForm(ofPage: await cast.get(.administrator, other + "/andra").text))
        #expect(await cast.post(.administrator, other + "/andra", shown.pairs).location == other)
    }
}
