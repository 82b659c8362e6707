import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("News is written and changed where it is read") struct NewsEditingTests {
    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private static func item(_ site: Exhibit, _ id: String) throws -> NewsItem? {
        site.registrar.snapshot.cooperation.news[try #require(NewsItem.ID(id))]
    }

    private static let written: [String: [String]] = [
        "rubrik": ["Ny ordförande & värd"], "ingress": ["Haninge leder samarbetet."], "text": ["Ett stycke.\n\nEtt till."],
        "om": ["members/haninge"], "kallor": ["Protokollet\nhttps://example.se"],
    ]

    @Test("news for today is on its page at once, and sent twice it is one")
    func today() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        #expect(await visitor.page("/nyheter").holds("href=\"/nyheter/ny\""))
        #expect(!(await site.page("/nyheter")).holds("/nyheter/ny"))
        var form = try await visitor.form("/nyheter/ny")
        for (name, values) in Self.written { form.fill(name, values) }
        for _ in 1...2 {
            let outcome = await visitor.send(form)
            #expect(outcome.status == .seeOther && outcome.location == "/nyheter/ny-ordforande-vard", "\(outcome.faults)")
        }
        #expect(site.registrar.snapshot.cooperation.news.inOrder.count == 1)
        let page = ReadPage(await site.page("/nyheter/ny-ordforande-vard")).text
        for text in ["Ny ordförande & värd", "Haninge leder samarbetet.", "Ett stycke.", "Ett till."] {
            #expect(page.holds(text))
        }
        #expect(await site.page("/").holds("/nyheter/ny-ordforande-vard"))
        #expect(await visitor.page("/nyheter/ny-ordforande-vard").holds("href=\"/nyheter/ny-ordforande-vard/andra\""))
        #expect(!(await site.page("/nyheter/ny-ordforande-vard")).holds("/andra\""))
    }

    @Test("news for later is seen by those who may write it, and by nobody else on any page until its day")
    func later() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.developmentLeader)
        let member = try await site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        let outcome = try await visitor.send("/nyheter/ny", Self.written.merging(["fran": ["1 december 2026"]]) { $1 })
        #expect(outcome.location == "/nyheter", "\(outcome.faults)")
        let list = await visitor.page("/nyheter")
        for text in ["Nyheten är sparad och visas från den 1 december 2026.", "Visas från 1 december 2026", "Opublicerad"] {
            #expect(ReadPage(list).text.holds(text))
        }
        #expect(list.holds("href=\"/nyheter/ny-ordforande-vard/andra\""))
        for text in [
            await site.page("/nyheter"), await member.page("/nyheter"), await site.page("/historik"),
            await visitor.page("/historik"),
            await site.page("/nyheter/ny-ordforande-vard", status: .notFound), await visitor.page("/nyheter?datum=2026-11-23"),
            await site.door.ask(.get, "/nyheter.json").text, await visitor.get("/nyheter.json").text,
            await visitor.get("/nyheter.atom").text,
        ] { #expect(!text.holds("Ny ordförande") && !text.holds("Haninge leder")) }
        #expect(await member.get("/nyheter/ny-ordforande-vard/andra").status == .forbidden)

        // Changed before its day, the first wording is never seen.
        let path = "/nyheter/ny-ordforande-vard/andra"
        #expect(await visitor.page(path).holds("visas först den 1 december 2026"))
        #expect(try await visitor.send(path, ["rubrik": ["En bättre rubrik"]]).location == "/nyheter")
        site.set(Instant(startOf: try #require(Day("2026-12-01"))))
        let page = await site.page("/nyheter/ny-ordforande-vard")
        #expect(page.holds("En bättre rubrik") && !page.holds("Ny ordförande"))
        #expect(!(await site.page("/historik")).holds("Ny ordförande"))
    }

    @Test("a change keeps the texts that it doesn't change, and the day that the news came out")
    func change() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        _ = try await visitor.send("/nyheter/ny", Self.written)
        let path = "/nyheter/ny-ordforande-vard/andra"
        let before = try #require(try Self.item(site, "ny-ordforande-vard"))
        site.set(Instant(microseconds: site.now.microseconds + 86_400_000_000))
        let later = SignedInVisitor(
            exhibit: site,
            person: visitor.person,
            seat: visitor.seat,
            token: try await site.newSession(of: visitor)
        )
        let position = site.registrar.progress.position
        #expect(await later.send(try await later.form(path)).status == .seeOther)
        #expect(site.registrar.progress.position == position, "nothing was changed")
        var form = try await later.form(path)
        form.fill("ingress", ["Haninge leder nu samarbetet."])
        for _ in 1...2 { #expect(await later.send(form).location == "/nyheter/ny-ordforande-vard") }
        #expect(site.registrar.progress.position == position + 1)
        let after = try #require(try Self.item(site, "ny-ordforande-vard"))
        #expect(after.facts.lead != before.facts.lead)
        var expected = before.facts
        expected.lead = after.facts.lead
        #expect(after.facts == expected)
        // What has been shown can't be said to have come out on another day that has been.
        let moved = try await later.send(path, ["fran": ["2026-11-01"]])
        #expect(moved.status == .unprocessableContent && moved.page.holds("href=\"#falt-fran\""))
    }

    @Test(
        "what is wrong is told at its field, and what was written stays",
        arguments: [
            (["rubrik": ""], ["rubrik"]), (["ingress": " "], ["ingress"]),
            (["rubrik": "", "ingress": ""], ["rubrik", "ingress"]),
            (["rubrik": String(repeating: "a", count: 121)], ["rubrik"]),
            (["ingress": String(repeating: "a", count: 601)], ["ingress"]), (["fran": "2026-11-22"], ["fran"]),
            (["fran": "snart"], ["fran"]), (["om": "members/finns-inte"], ["om"]), (["text": "a\u{202E}b"], ["text"]),
        ] as [([String: String], [String])]
    )
    func wrong(_ changed: [String: String], _ fields: [String]) async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        let position = site.registrar.progress.position
        let filled = ["rubrik": "Rubrik", "ingress": "Ingress", "text": "Text"].merging(changed) { $1 }
        let outcome = try await visitor.send("/nyheter/ny", filled.mapValues { [$0] })
        #expect(outcome.status == .unprocessableContent && outcome.faults.count == fields.count, "\(outcome.faults)")
        for field in fields { #expect(outcome.page.holds("href=\"#falt-\(field)\"")) }
        for (name, value) in filled where name != "om" && !value.isBlank {
            #expect(try outcome.form[name] == value.replacingAll("\u{202E}", with: "\u{FFFD}"), "\(name)")
        }
        #expect(site.registrar.progress.position == position)
    }

    @Test("two who change the same news are merged, or asked")
    func others() async throws {
        let site = try await Self.site()
        let one = try await site.visitor(.administrator)
        let other = try await site.visitor(.developmentLeader)
        _ = try await one.send("/nyheter/ny", Self.written)
        let path = "/nyheter/ny-ordforande-vard/andra"
        var merged = try await one.form(path)
        var clashing = try await one.form(path)
        #expect(try await other.send(path, ["text": ["En annan text."]]).status == .seeOther)
        merged.fill("rubrik", ["En annan rubrik"])
        #expect(await one.send(merged).status == .seeOther)
        let page = await site.page("/nyheter/ny-ordforande-vard")
        #expect(page.holds("En annan rubrik") && page.holds("En annan text."))
        clashing.fill("text", ["En tredje text."])
        let clash = await one.send(clashing)
        #expect(clash.status == .conflict && clash.page.holds("tredje") && clash.page.holds("annan"))
    }

    @Test("a draft of news is seen by those who may write it, gone on with and published, or thrown away")
    func draft() async throws {
        let site = try await Self.site()
        let one = try await site.visitor(.administrator)
        let other = try await site.visitor(.developmentLeader)
        var form = try await one.form("/nyheter/ny")
        form.fill("rubrik", ["Bara ett utkast"])
        form.fill("spara-utkast", ["ja"])
        #expect(await one.send(form).location == "/nyheter")
        #expect(!(await site.page("/nyheter")).holds("Opublicerade ändringar"))
        let list = await other.page("/nyheter")
        #expect(list.holds("Opublicerade ändringar"))
        let id = try #require(site.registrar.snapshot.drafts.notes.first?.id)
        #expect(list.holds("/nyheter/ny?utkast=\(id)"))
        let opened = try await other.form("/nyheter/ny?utkast=\(id)")
        #expect(opened["rubrik"] == "Bara ett utkast")
        var finished = opened
        finished.fill("ingress", ["Nu är den färdig."])
        #expect(await other.send(finished).location == "/nyheter/bara-ett-utkast")
        #expect(site.registrar.snapshot.drafts.notes.isEmpty)
    }

    @Test("only the secretariat writes news", arguments: [.registrar, .member, .chair, .systemAdministrator] as [Seat.Role])
    func who(_ role: Seat.Role) async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let isOfAll = role == .systemAdministrator
        let visitor = try await site.visitor(
            role,
            in: isOfAll ? "kansliet" : "planeringschefer",
            for: isOfAll ? nil : "haninge"
        )
        var form = try await leader.form("/nyheter/ny")
        for (name, values) in Self.written { form.fill(name, values) }
        #expect(await visitor.get("/nyheter/ny").status == .forbidden)
        #expect(await visitor.send(form).status == .forbidden)
        #expect(!(await visitor.page("/nyheter")).holds("/nyheter/ny"))
        #expect(await site.door.ask(.get, "/nyheter/ny").fields[.location]?.hasPrefix("/logga-in") == true)
        #expect(site.registrar.snapshot.cooperation.news.inOrder.isEmpty)
    }
}
