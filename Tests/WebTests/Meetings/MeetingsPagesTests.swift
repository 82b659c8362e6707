import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("Meetings and decisions on their pages") struct MeetingsPagesTests {
    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private static func meeting(_ site: Exhibit, _ body: String, _ id: String) throws -> Meeting? {
        site.registrar.snapshot.cooperation.meetings[try #require(Body.ID(body)), try #require(Meeting.ID(id))]
    }

    @Test("without meetings the pages say so, and there is no way in to them")
    func empty() async throws {
        let site = try await Self.site()
        #expect(ReadPage(await site.page("/moten")).text.holds("Inga möten är inlagda än."))
        #expect(
            ReadPage(await site.page("/moten/samarbetskommitten")).text.holds("Inga möten är inlagda för Samarbetskommittén.")
        )
        #expect(!(await site.page("/")).holds("href=\"/moten\""))
        #expect(!(await site.page("/organisation/samarbetskommitten")).holds("/moten/samarbetskommitten"))
        for target in ["/moten/ingen", "/moten/samarbetskommitten/2026-11-20", "/beslut/samarbetskommitten/2026-11-20/1"] {
            _ = await site.page(target, status: .notFound)
        }
    }

    @Test("a meeting is set, moved, cancelled and held again, at one address")
    func life() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        var outcome = try await visitor.send(
            "/moten/ny?organ=samarbetskommitten",
            ["dag": ["9 februari 2027"], "handlingar": ["2027-01-26"], "plats": ["Stadshuset & salen"]]
        )
        #expect(outcome.location == "/moten/samarbetskommitten/2027-02-09", "\(outcome.faults)")
        let page = ReadPage(await site.page("/moten/samarbetskommitten/2027-02-09")).text
        for text in ["möts den 9 februari 2027", "senast den 26 januari 2027", "Stadshuset & salen"] { #expect(page.holds(text)) }
        #expect(ReadPage(await site.page("/moten")).text.holds("möts nästa gång den 9 februari 2027"))
        #expect(await site.page("/organisation/samarbetskommitten").holds("/moten/samarbetskommitten/2027-02-09"))
        #expect(await site.page("/").holds("href=\"/moten\""))

        let change = "/moten/samarbetskommitten/2027-02-09/andra"
        outcome = try await visitor.send(change, ["dag": ["2027-02-16"]])
        #expect(outcome.location == "/moten/samarbetskommitten/2027-02-09", "\(outcome.faults)")
        #expect(await visitor.page("/moten/samarbetskommitten/2027-02-09").holds("flyttat till den 16 februari 2027"))
        outcome = try await visitor.send(change, ["installt": ["ja"]])
        #expect(ReadPage(await site.page("/moten/samarbetskommitten/2027-02-09")).text.holds("men mötet är inställt"))
        let calendar = await site.page("/moten.ics")
        for line in ["STATUS:CANCELLED", "UID:moten/samarbetskommitten/2027-02-09@", "DTSTART;VALUE=DATE:20270216", "SEQUENCE:2"]
        {
            #expect(calendar.holds(line), "\(line)")
        }
        #expect(try await visitor.send(change, ["installt": []]).status == .seeOther)
        #expect(try Self.meeting(site, "samarbetskommitten", "2027-02-09")?.isHeld == true)
        // Two meetings on one day have an address each.
        _ = try await visitor.send("/moten/ny?organ=samarbetskommitten", ["dag": ["2027-02-09"]])
        #expect(try Self.meeting(site, "samarbetskommitten", "2027-02-09-2")?.facts.day.iso == "2027-02-09")
        // What can't be is refused, and what was written stays.
        outcome = try await visitor.send(change, ["handlingar": ["2027-03-01"]])
        #expect(outcome.status == .unprocessableContent && outcome.faults.contains { $0.holds("inte lämnas in efter mötet") })
        #expect(try outcome.form["handlingar"] == "2027-03-01")
    }

    @Test("who may set meetings: registrars their municipality's, chairs their own body's, others none")
    func permissions() async throws {
        let site = try await Self.site()
        let registrar = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let form = try await registrar.form("/moten/ny")
        let choices = form.elements.filter { $0.name == "option" }.compactMap { $0.attributes["value"] }
        #expect(choices.filter { !$0.isEmpty } == ["kommunstyrelsen-haninge"])
        var outcome = try await registrar.send("/moten/ny", ["dag": ["2027-02-01"]])
        #expect(outcome.status == .unprocessableContent, "what kind of meeting it is must be said")
        outcome = try await registrar.send("/moten/ny", ["dag": ["2027-02-01"], "slag": ["board"]])
        #expect(outcome.location == "/moten/kommunstyrelsen-haninge/2027-02-01", "\(outcome.faults)")
        #expect(try Self.meeting(site, "kommunstyrelsen-haninge", "2027-02-01")?.facts.stage == .board)
        // A body that was slipped into the form isn't the registrar's to choose.
        var slipped = try await registrar.form("/moten/ny")
        slipped.fill("organ", ["kommunstyrelsen-tyreso"])
        slipped.fill("dag", ["2027-02-01"])
        slipped.fill("slag", ["board"])
        #expect(await registrar.send(slipped).status == .unprocessableContent)
        for target in [
            "/moten/ny?organ=kommunstyrelsen-tyreso", "/moten/kommunstyrelsen-tyreso/kalender",
            "/moten/ny?organ=samarbetskommitten",
        ] { #expect(await registrar.get(target).status == .forbidden, "\(target)") }
        let member = try await site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        #expect(await member.get("/moten/ny").status == .forbidden)
        #expect(!(await member.page("/moten")).holds("/moten/ny"))
        #expect(await registrar.page("/moten").holds("/moten/ny"))
    }

    @Test("decisions stand with their meeting, in the register and at an address of their own, once they have been made")
    func decisions() async throws {
        let site = try await Self.site()
        try await site.meet("samarbetskommitten", "2026-11-20")
        try await site.meet("samarbetskommitten", "2026-12-11")
        let visitor = try await site.visitor(.administrator)
        var outcome = try await visitor.send(
            "/moten/samarbetskommitten/2026-11-20/beslut/ny",
            ["paragraf": ["12"], "rubrik": ["Ny <plan>"], "text": ["Kommittén antar planen."], "om": ["members/haninge"]]
        )
        let address = "/beslut/samarbetskommitten/2026-11-20/12"
        #expect(outcome.location == address, "\(outcome.faults)")
        let page = ReadPage(await site.page(address)).text
        for text in ["§ 12 Ny <plan>", "beslutade det den 20 november 2026", "Kommittén antar planen.", "Haninge"] {
            #expect(page.holds(text), "\(text)")
        }
        #expect(await site.page("/moten/samarbetskommitten/2026-11-20").holds("href=\"\(address)\""))
        #expect(await site.page("/beslut").holds("href=\"\(address)\""))
        #expect(try await site.csv("/beslut.csv").contains(["2026-11-20", "Samarbetskommittén", "12", "Ny <plan>", address, ""]))
        // It was made on the meeting's day, so it was there then and not before.
        #expect(ReadPage(await site.page("/beslut?datum=2026-11-20")).text.holds("Ny <plan>"))
        #expect(!ReadPage(await site.page("/beslut?datum=2026-11-19")).text.holds("Ny <plan>"))

        outcome = try await visitor.send(
            "/moten/samarbetskommitten/2026-11-20/beslut/ny",
            ["paragraf": ["12"], "rubrik": ["En annan"]]
        )
        #expect(outcome.faults == ["§ 12 finns redan på mötet. Öppna den om den ska ändras."])
        outcome = try await visitor.send(
            "/moten/samarbetskommitten/2026-12-11/beslut/ny",
            ["paragraf": ["1"], "rubrik": ["Ahead"]]
        )
        #expect(outcome.status == .unprocessableContent)
        outcome = try await visitor.send(address + "/andra", ["rubrik": ["Bättre rubrik"]])
        #expect(outcome.location == address, "\(outcome.faults)")
        #expect(await site.page(address).holds("Bättre rubrik"))
        // A meeting with decisions isn't cancelled.
        outcome = try await visitor.send("/moten/samarbetskommitten/2026-11-20/andra", ["installt": ["ja"]])
        #expect(outcome.status == .unprocessableContent)
        let registrar = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        #expect(await registrar.get(address + "/andra").status == .forbidden)
    }

    @Test("a meeting that is withdrawn is nowhere to be seen, nor its decisions")
    func withdrawn() async throws {
        let site = try await Self.site()
        try await site.beginRound()
        let subject = Subject.meeting(try #require(Body.ID("samarbetskommitten")), try #require(Meeting.ID("2026-11-20")))
        #expect(await site.page("/beslut").holds("Förslag till program"))
        try await site.record(ChangeVisibility(subject, isShown: false, reason: "Prov"))
        for target in ["/moten", "/moten/samarbetskommitten", "/beslut", "/moten.csv", "/moten.ics", "/beslut.json"] {
            let page = await site.page(target)
            #expect(!page.holds("2026-11-20") && !page.holds("Förslag till program"), "\(target)")
        }
        _ = await site.page("/beslut/samarbetskommitten/2026-11-20/12", status: .notFound)
    }
}
