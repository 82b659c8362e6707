import HTTPTypes
import Registry
import Testing

@testable import Cooperation
@testable import Web

@Suite("Documents are written and changed where they are read") struct DocumentEditingTests {
    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private static func facts(_ site: Exhibit, _ id: String) throws -> Document.Facts {
        try document(site, id).facts
    }

    private static func document(_ site: Exhibit, _ id: String) throws -> Document {
        let id = try #require(Document.ID(id))
        return try #require(site.registrar.snapshot.cooperation.documents[id])
    }

    // MARK: Everything is kept

    @Test("when a title is changed, everything else that is recorded stays, and the texts stay the same texts")
    func keepsAll() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.developmentLeader)
        let before = site.registrar.snapshot.cooperation.documents.inOrder
        #expect(before.count > 10)
        for document in before {
            let id = document.facts.id.text
            let outcome = try await visitor.send("/dokument/\(id)/andra", ["titel": ["Ny titel \(id)"]])
            #expect(outcome.status == .seeOther && outcome.location == "/dokument/\(id)", "\(id): \(outcome.faults)")
            var expected = document.facts
            expected.title = "Ny titel \(id)"
            let after = try Self.document(site, id)
            #expect(after.facts == expected, "\(id)")
            #expect(after.decided == document.decided && after.attachings == document.attachings)
            #expect(await site.page("/dokument/\(id)").holds("Ny titel \(id)"))
        }
    }

    @Test("every field of a document can be filled in, and comes back in the form as it was written")
    func everything() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        let filled: [String: [String]] = [
            "titel": ["Avtal om ”allt” & <mer>"], "slag": ["avtal"], "beslutat": ["maj 2025"],
            "beslutat-i-ord": ["före den 1 juni 2025"], "beslutat-av": ["Samarbetskommittén"], "galler-fran": ["2025-07-01"],
            "galler-till": ["2026"], "harlett": [Form.yes], "avser": ["2024"], "ersatter": ["kommunikationsplattform"],
            "utgava": ["2019"], "uppgifter": ["Ett\nTvå"],
            "saknas": ["Bilagan"], "anmarkningar": ["Första\n\n Andra "], "kallor": ["https://example.se\nAvtalet"],
        ]
        var form = try await visitor.form("/dokument/ny")
        for (name, values) in filled { form.fill(name, values) }
        for _ in 1...2 {
            let outcome = await visitor.send(form)
            #expect(outcome.status == .seeOther, "\(outcome.faults)")
            #expect(outcome.location == "/dokument/avtal-om-allt-mer", "sent again, it leads to the same document")
        }
        let id = "avtal-om-allt-mer"
        let document = try Self.document(site, id)
        #expect(document.decided == Period("2025-05"))
        #expect(document.facts.details.count == 2 && document.facts.details.allSatisfy { $0.sources.isEmpty })
        #expect(document.facts.validity == .init(from: Period("2025-07-01"), to: Period("2026"), isInferred: true))
        #expect(document.facts.edition?.text == "2019" && document.facts.replaces?.text == "kommunikationsplattform")
        #expect(document.facts.about == Period("2024"))
        #expect(document.facts.remarks.count == 2 && document.facts.missing.count == 1 && document.facts.sources.count == 2)
        #expect(site.registrar.snapshot.cooperation.documents[try #require(Document.ID("avtal-om-allt-mer-2"))] == nil)
        let shown = try await visitor.form("/dokument/\(id)/andra")
        for (name, values) in filled where name != "beslutat" {
            let expected =
                name == "anmarkningar" ? ["Första\nAndra"] : values
            #expect(shown.all(name).map { $0.replacingAll("\r\n", with: "\n") } == expected, "\(name)")
        }
        // Sent as it stands, it says that nothing was changed, and nothing is recorded.
        let position = site.registrar.progress.position
        let outcome = await visitor.send(shown)
        #expect(outcome.status == .seeOther && site.registrar.progress.position == position)
        #expect(await visitor.page("/dokument/\(id)").holds(Words.swedish.editing.unchanged))
    }

    @Test("a change that is sent twice is recorded once, and both answers say that it is saved")
    func twice() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.developmentLeader)
        var form = try await visitor.form("/dokument/samarbetsavtal/andra")
        form.fill("beslutat-av", ["kommunerna"])
        let position = site.registrar.progress.position
        for _ in 1...2 {
            #expect(await visitor.send(form).status == .seeOther)
            #expect(await visitor.page("/dokument/samarbetsavtal").holds(Words.swedish.editing.saved))
        }
        #expect(site.registrar.progress.position == position + 1)
    }

    // MARK: What is wrong

    @Test(
        "what is wrong is told at its field, all at once, and everything that was written stays",
        arguments: [
            (["titel": ""], ["titel"]), (["slag": " "], ["slag"]), (["beslutat": ""], ["beslutat"]),
            (["titel": "", "slag": "", "beslutat": "i fjol"], ["titel", "slag", "beslutat"]),
            (["beslutat": "2027-01-01"], ["beslutat"]), (["beslutat": "2026"], ["beslutat"]),
            (["galler-fran": "30 februari 2026"], ["galler-fran"]), (["galler-till": "snart"], ["galler-till"]),
            (["galler-fran": "2025", "galler-till": "2024"], ["galler-fran"]),
            (["galler-till": "2030", "tills-vidare": "ja"], ["galler-fran"]), (["avser": "jämt"], ["avser"]),
            (["ersatter": "finns-inte"], ["ersatter"]), (["ersatter": "utvecklingsprogram-2019"], ["ersatter"]),
            (["titel": String(repeating: "a", count: 301)], ["titel"]), (["anmarkningar": "a\u{202E}b"], ["anmarkningar"]),
        ] as [([String: String], [String])]
    )
    func wrong(_ changed: [String: String], _ fields: [String]) async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.developmentLeader)
        var form = try await visitor.form("/dokument/ny")
        let right = [
            "titel": "Ett avtal", "slag": "avtal", "beslutat": "2024-05-06", "uppgifter": "Ett\nTvå", "kallor": "Protokollet",
        ]
        let written = right.merging(changed) { $1 }
        for (name, value) in written { form.fill(name, [value]) }
        let position = site.registrar.progress.position
        let outcome = await visitor.send(form)
        #expect(outcome.status == .unprocessableContent && outcome.faults.count == fields.count, "\(outcome.faults)")
        for field in fields { #expect(outcome.page.holds("href=\"#falt-\(field)\""), "\(field)") }
        #expect(site.registrar.progress.position == position)
        let again = try outcome.form
        for (name, value) in written where !["ersatter"].contains(name) {
            let shown = again[name]?.replacingAll("\r\n", with: "\n") ?? ""
            #expect(shown.isBlank && value.isBlank || shown == value.replacingAll("\u{202E}", with: "\u{FFFD}"), "\(name)")
        }
    }

    @Test("a change can't be put before what is recorded already, where nobody would see it")
    func before() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.developmentLeader)
        let path = "/dokument/samarbetsavtal/andra"
        let early = try await visitor.send(path, ["titel": ["Avtalet"], "dag": ["2010-08-17"]])
        #expect(early.status == .unprocessableContent && early.faults.count == 1)
        #expect(early.faults.first?.holds("18 augusti 2010") == true && early.page.holds("href=\"#falt-dag\""))
        #expect(try await visitor.send(path, ["titel": ["Avtalet"], "dag": ["2020-01-01"]]).status == .seeOther)
        #expect(try Self.document(site, "samarbetsavtal").decided == Period("2010-08-18"))
        #expect(await site.page("/dokument/samarbetsavtal?datum=2019-12-31").holds("Samarbetskommitténs samarbetsavtal"))
        #expect(!(await site.page("/dokument/samarbetsavtal?datum=2020-01-01")).holds("<h1>Samarbetskommitténs"))
        let between = try await visitor.send(path, ["titel": ["Ett avtal"], "dag": ["2019-12-31"]])
        #expect(between.status == .unprocessableContent && between.faults.first?.holds("1 januari 2020") == true)
        #expect(try Self.facts(site, "samarbetsavtal").title == "Avtalet")
        let future = try await visitor.send(path, ["titel": ["Ett avtal"], "dag": ["2026-11-24"]])
        #expect(future.status == .unprocessableContent && future.page.holds("href=\"#falt-dag\""))
    }

    // MARK: Others

    @Test("what two change in different fields is merged, and what both change is asked about")
    func others() async throws {
        let site = try await Self.site()
        let one = try await site.visitor(.developmentLeader)
        let other = try await site.visitor(.administrator)
        let path = "/dokument/samarbetsavtal/andra"
        var first = try await one.form(path)
        #expect(try await other.send(path, ["beslutat-av": ["kommunstyrelserna"]]).status == .seeOther)
        first.fill("titel", ["Samarbetsavtalet"])
        #expect(await one.send(first).status == .seeOther)
        let merged = try Self.facts(site, "samarbetsavtal")
        #expect(merged.title == "Samarbetsavtalet" && merged.decidedBy == "kommunstyrelserna")

        var second = try await one.form(path)
        #expect(try await other.send(path, ["titel": ["Avtalet om samarbete"]]).status == .seeOther)
        second.fill("titel", ["Avtalet"])
        second.fill("anmarkningar", ["Ny"])
        let position = site.registrar.progress.position
        let clash = await one.send(second)
        #expect(clash.status == .conflict && site.registrar.progress.position == position)
        #expect(clash.page.holds("Avtalet om samarbete") && clash.page.holds(Words.swedish.forms.clash))
        var decided = try clash.form
        decided.fill("val-titel", ["mitt"])
        #expect(await one.send(decided).status == .seeOther)
        let after = try Self.facts(site, "samarbetsavtal")
        #expect(after.title == "Avtalet" && after.remarks.count == 1)
    }

    // MARK: Who may

    @Test(
        "only the secretariat writes documents and sees that they can be written",
        arguments: [.registrar, .member, .systemAdministrator] as [Seat.Role]
    )
    func who(_ role: Seat.Role) async throws {
        let site = try await Self.site()
        let isOfAll = role == .systemAdministrator
        let visitor = try await site.visitor(
            role,
            in: isOfAll ? "kansliet" : "planeringschefer",
            for: isOfAll ? nil : "haninge"
        )
        let paths = ["/dokument/ny", "/dokument/samarbetsavtal/andra", "/dokument/samarbetsavtal/bifoga"]
        for path in paths {
            #expect(await visitor.get(path).status == .forbidden, "\(path)")
            #expect(await site.door.ask(.get, path).status == .seeOther, "\(path)")
            #expect(await site.door.ask(.get, path).fields[.location]?.hasPrefix("/logga-in") == true)
        }
        for page in ["/dokument", "/dokument/samarbetsavtal"] {
            for path in paths { #expect(!(await visitor.page(page)).holds("href=\"\(path)\""), "\(page) \(path)") }
        }
        // A form that somebody who may has opened is of no use to another.
        let leader = try await site.visitor(.developmentLeader)
        #expect(await leader.page("/dokument").holds("href=\"/dokument/ny\""))
        #expect(await leader.page("/dokument/samarbetsavtal").holds("href=\"/dokument/samarbetsavtal/andra\""))
        #expect(await leader.page("/dokument/samarbetsavtal").holds("href=\"/dokument/samarbetsavtal/bifoga\""))
        #expect(!(await leader.page("/dokument/samarbetsavtal?datum=2020-01-01")).holds("/andra\""))
        var form = try await leader.form("/dokument/samarbetsavtal/andra")
        form.fill("titel", ["Kapat"])
        let position = site.registrar.progress.position
        #expect(await visitor.send(form).status == .forbidden)
        #expect(site.registrar.progress.position == position)
        #expect(await leader.get("/dokument/finns-inte/andra").status == .notFound)
    }

    @Test("who has left the seat in between can't change anything")
    func ended() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator, until: "2026-11-23")
        var form = try await visitor.form("/dokument/samarbetsavtal/andra")
        form.fill("titel", ["För sent"])
        site.set(Instant(microseconds: Instant(startOf: try #require(Day("2026-11-24"))).microseconds + 1))
        let position = site.registrar.progress.position
        #expect([.forbidden, .seeOther].contains(await visitor.send(form).status))
        #expect(site.registrar.progress.position == position)
    }
}

@Suite("How what is recorded of a document is written in a form") struct DocumentFormTests {
    /// Texts of which some have been erased.
    private struct Shelf: Contents {
        var wordings: [Prose: Wording]
        func wording(of prose: Prose) -> Wording { wordings[prose] ?? .missing }
    }

    private func prose(_ number: UInt8) throws -> Prose {
        Prose(try #require(Commitment(bytes: [UInt8](repeating: number, count: 32))))
    }

    private func facts() throws -> Document.Facts {
        Document.Facts(
            id: try #require(Document.ID("avtal")),
            title: "Avtal",
            kind: "avtal",
            details: [
                .init(text: try prose(1), sources: [Source("https://example.se")]), .init(text: try prose(2), sources: []),
            ],
            missing: [try prose(3)],
            remarks: [try prose(4), try prose(5), try prose(6)],
            sources: []
        )
    }

    private func reading(_ language: PageLanguage) throws -> Reading {
        let day = try #require(Day("2026-11-23"))
        let shelf = Shelf(wordings: [
            try prose(1): .text("Ett"), try prose(2): .erased(decision: "KS 2026/1"),
            try prose(3): .erased(decision: "KS 2026/1"),
            try prose(4): .text("Två\nrader"), try prose(5): .erased(decision: "KS 2026/2"),
        ])
        return Reading(
            PublicView(unguarded: Cooperation(), known: Timeline(), on: day),
            texts: shelf,
            language: language,
            today: day
        )
    }

    @Test(
        "texts that are erased, lost or of several lines stay the same texts when nothing is changed, whatever the language",
        arguments: PageLanguage.allCases,
        PageLanguage.allCases
    )
    func same(_ opened: PageLanguage, _ sent: PageLanguage) throws {
        let facts = try facts()
        let questions = DocumentForm(facts, try reading(opened))
        let form = Form(questions.fields, values: questions.values)
        // Opened in one language and sent in another.
        let request = try DocumentForm(facts, try reading(sent)).request(for: facts.id, form)
        var pen = Pen { matter in
            Issue.record("\(matter) is written anew")
            return Pen.Written(commitment: facts.remarks[0].commitment, salt: [], matter: matter)
        }
        let period = try #require(Period("2026-11-23"))
        let act = try request.act(in: Cooperation(), at: period, pen: &pen)
        #expect(act == .documents(.recorded(facts)))
    }

    @Test("words around an erased text are refused at its field, and it can be taken away", arguments: PageLanguage.allCases)
    func around(_ opened: PageLanguage) throws {
        let facts = try facts()
        let questions = DocumentForm(facts, try reading(opened))
        for field in ["uppgifter", "saknas", "anmarkningar"] {
            var values = questions.values
            values[field] = (values[field] ?? []).map { $0 + " och mer" }
            let sent = DocumentForm(facts, try reading(.swedish))
            let form = Form(questions.fields, values: values)
            do {
                _ = try sent.request(for: facts.id, form)
                Issue.record("\(field) is taken")
            } catch {
                #expect(error.field == field)
            }
            values[field] = []
            _ = try sent.request(for: facts.id, Form(questions.fields, values: values))
        }
    }
}
