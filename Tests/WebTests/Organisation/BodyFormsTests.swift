import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("Bodies and networks are changed where one reads") struct BodyFormsTests {
    private func sodertorn() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private func facts(_ exhibit: Exhibit, _ id: String) throws -> Body.Facts {
        try body(exhibit, id).facts
    }

    private func body(_ exhibit: Exhibit, _ id: String) throws -> Body {
        let id = try #require(Body.ID(id))
        return try #require(exhibit.registrar.snapshot.cooperation.organisation[id])
    }

    // MARK: What is recorded

    @Test(
        "what wasn't touched stays as it was, to the last commitment",
        arguments: ["ekonomidirektorer", "kommunikationschefer"]
    )
    func keepsAll(_ id: String) async throws {
        let exhibit = try await sodertorn()
        let visitor = try await exhibit.visitor(.developmentLeader)
        var expected = try facts(exhibit, id)
        #expect(!expected.details.isEmpty || !expected.missing.isEmpty)
        let outcome = try await visitor.send("/natverk/\(id)/andra", ["talan": ["nykvarn"], "moten": ["4"]])
        #expect(outcome.status == .seeOther, "\(outcome.faults)")
        expected.sponsor = Municipality.ID("nykvarn")
        expected.meetingsPerYear = 4
        #expect(try facts(exhibit, id) == expected)
    }

    @Test("a form that is sent as it was makes no act, and says so")
    func unchanged() async throws {
        let exhibit = try await sodertorn()
        let visitor = try await exhibit.visitor(.developmentLeader)
        let before = exhibit.registrar.progress.position
        for address in [
            "/natverk/ekonomidirektorer/andra", "/organisation/samarbetskommitten/andra", "/om/andra", "/kommuner/salem/andra",
        ] {
            let outcome = await visitor.send(try await visitor.form(address))
            #expect(outcome.status == .seeOther, "\(address): \(outcome.faults)")
            let page = await visitor.page(outcome.location ?? "")
            #expect(page.holds(Words.swedish.editing.unchanged), "\(address)")
        }
        #expect(exhibit.registrar.progress.position == before)
    }

    @Test("lines are added, changed, moved and taken away; a changed line keeps its sources, the others their commitments")
    func lines() async throws {
        let exhibit = try await sodertorn()
        let visitor = try await exhibit.visitor(.developmentLeader)
        let address = "/organisation/samarbetskommitten/andra"
        let before = try facts(exhibit, "samarbetskommitten")
        try #require(before.details.count >= 3)
        var form = try await visitor.form(address)
        var lines = try #require(form["uppgifter"]).split(separator: "\n").map(String.init)
        #expect(lines.count == before.details.count)
        lines[1] += " Ändrat."
        form["uppgifter"] = lines.joined(separator: "\n")
        #expect(await visitor.send(form).status == .seeOther)
        var after = try facts(exhibit, "samarbetskommitten")
        #expect(after.details[1].sources == before.details[1].sources && after.details[1].text != before.details[1].text)
        #expect(after.details.indices.filter { $0 != 1 }.allSatisfy { after.details[$0] == before.details[$0] })
        let changed = after.details[1]

        form = try await visitor.form(address)
        form["uppgifter"] = ([lines[2], "En ny uppgift.", lines[0], lines[1]]).joined(separator: "\n")
        #expect(await visitor.send(form).status == .seeOther)
        after = try facts(exhibit, "samarbetskommitten")
        #expect(after.details.count == 4)
        #expect([after.details[0], after.details[2], after.details[3]] == [before.details[2], before.details[0], changed])
        #expect(after.details[1].sources.isEmpty == (before.details.count != 4), "which line it was can't be told")
    }

    @Test("two who change different things both get theirs; where both change the same, the second is asked")
    func merges() async throws {
        let exhibit = try await sodertorn()
        let first = try await exhibit.visitor(.developmentLeader)
        let second = try await exhibit.visitor(.convener, in: "klimatstrateger", for: "salem")
        let address = "/natverk/klimatstrateger/andra"
        var slow = try await second.form(address)
        #expect(try await first.send(address, ["uppgift": ["Klimatet."], "moten": ["4"]]).status == .seeOther)
        slow["sitter"] = "En från varje kommun."
        #expect(await second.send(slow).status == .seeOther)
        var facts = try facts(exhibit, "klimatstrateger")
        #expect(facts.meetingsPerYear == 4 && facts.purpose != nil && facts.composition != nil)

        // The same field: the second is asked, and gets what is answered; the other fields are merged all the same.
        for (verdict, theirs, stands) in [("nu", "6", 6), ("mitt", "8", 3)] {
            slow = try await second.form(address)
            let filled = ["moten": [theirs], "uppgift": ["Klimat och energi, \(theirs)."]]
            #expect(try await first.send(address, filled).status == .seeOther)
            slow["moten"] = "3"
            slow["sitter"] = "Två från varje kommun, \(verdict)."
            let position = exhibit.registrar.progress.position
            let asked = await second.send(slow)
            #expect(asked.status == .conflict && exhibit.registrar.progress.position == position)
            #expect(asked.page.holds("Ändringen gjordes av Utvecklingsledare i Kansliet"))
            #expect(ReadPage(asked.page).text.holds("Vad ska gälla för ”Minsta antal möten per år”?"))
            var form = try asked.form
            #expect(form["sitter"] == slow["sitter"] && form["uppgift"] == filled["uppgift"]?.first)
            let undecided = await second.send(form)
            #expect(undecided.status == .unprocessableContent && exhibit.registrar.progress.position == position)
            form["val-moten"] = verdict
            #expect(await second.send(form).status == .seeOther)
            facts = try self.facts(exhibit, "klimatstrateger")
            #expect(facts.meetingsPerYear == stands, "\(verdict)")
        }
        let readings = Readings(registrar: exhibit.registrar, statistics: exhibit.statistics, clock: { exhibit.now })
        let reading = readings.now(in: .swedish)
        #expect(reading.text(facts.purpose) == "Klimat och energi, 8.")
        #expect(reading.text(facts.composition) == "Två från varje kommun, mitt.")
    }

    @Test("nobody hands over the own municipality's to another")
    func handingOver() async throws {
        let exhibit = try await sodertorn()
        let registrar = try await exhibit.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let before = exhibit.registrar.progress.position
        let outcome = try await registrar.send("/organisation/kommunstyrelsen-haninge/andra", ["kommun": ["nacka"]])
        #expect(outcome.status == .unprocessableContent && outcome.faults == [Refusal.notYours.message])
        #expect(try outcome.form["kommun"] == "nacka")
        #expect(exhibit.registrar.progress.position == before)
    }

    // MARK: Beginning and ending

    @Test("a new body gets an address by its name, and a free one where the name is another's or the site's own")
    func names() async throws {
        let exhibit = try await sodertorn()
        let visitor = try await exhibit.visitor(.developmentLeader)
        for (kind, name, address) in [
            ("natverk", "Ny", "/natverk/ny-2"), ("natverk", "Kansliet", "/natverk/kansliet-2"),
            ("natverk", "Äldreomsorgschefer (ÄO)", "/natverk/aldreomsorgschefer-ao"),
            ("organisation", "Andra samarbeten", "/organisation/andra-samarbeten-2"),
        ] {
            let filled = kind == "natverk" ? ["namn": [name]] : ["namn": [name], "slag": ["committee"]]
            let outcome = try await visitor.send("/\(kind)/ny", filled)
            #expect(outcome.location == address, "\(outcome.faults)")
            #expect(await exhibit.page(address).holds(name))
        }
    }

    @Test("a body that has ended takes up its work again, with all that was known of it; until then nothing else is changed")
    func endsAndBegins() async throws {
        let exhibit = try await sodertorn()
        let leader = try await exhibit.visitor(.developmentLeader)
        let editor = try await exhibit.visitor(.administrator)
        var open = try await editor.form("/natverk/planeringschefer/andra")
        open["uppgift"] = "Planerar vidare."
        let before = try facts(exhibit, "planeringschefer")
        let closing = try await leader.send("/natverk/planeringschefer/avsluta", ["skal": ["Klart."], "fran": ["2026-11-20"]])
        #expect(closing.status == .seeOther, "\(closing.faults)")
        #expect(await exhibit.page("/natverk/planeringschefer").holds("avslutades 20 november 2026"))
        for form in ["andra", "avsluta", "ordforande", "uppdrag"] {
            let page = await leader.page("/natverk/planeringschefer/\(form)", status: .notFound)
            #expect(page.holds("Planeringschefer har avslutat sitt arbete."), "\(form)")
        }
        // A form that was open says what has happened, and keeps what was written.
        let administrator = try await exhibit.visitor(.administrator)
        var late = open
        late.pairs = open.pairs
        let other = try await administrator.form("/natverk/klimatstrateger/andra")
        late["nyckel"] = other["nyckel"]
        late["formular"] = other["formular"]
        let refused = await administrator.send(late)
        #expect(refused.faults == [Words.swedish.bodyForms.closedMeanwhile] && refused.status == .unprocessableContent)
        #expect(try refused.form["uppgift"] == "Planerar vidare.")

        #expect(await leader.page("/natverk/planeringschefer").holds("href=\"/natverk/planeringschefer/ta-upp\""))
        var form = try await leader.form("/natverk/planeringschefer/ta-upp")
        form["fran"] = "2026-11-10"
        let early = await leader.send(form)
        #expect(early.faults == [Words.swedish.bodyForms.afterThis("20 november 2026")])
        form["fran"] = "2026-11-22"
        for _ in 1...2 { #expect(await leader.send(form).location == "/natverk/planeringschefer") }
        let after = try body(exhibit, "planeringschefer")
        #expect(after.closing == nil && after.facts == before)
        #expect(await leader.get("/natverk/planeringschefer/ta-upp").status == .notFound)
        #expect(await exhibit.page("/natverk/planeringschefer?datum=2026-11-21").holds("avslutades"))
        #expect(await leader.page("/natverk/planeringschefer/andra").holds("Spara ändringen"))
    }

    @Test("a body isn't ended on a day before what was last recorded of it, which would take it up again")
    func endsAfterTheLast() async throws {
        let exhibit = try await sodertorn()
        let leader = try await exhibit.visitor(.developmentLeader)
        #expect(try await leader.send("/natverk/yh/andra", ["moten": ["2"], "fran": ["2026-11-01"]]).status == .seeOther)
        let refused = try await leader.send("/natverk/yh/avsluta", ["skal": ["Klart."], "fran": ["2026-10-31"]])
        #expect(refused.faults == [Words.swedish.bodyForms.afterThis("1 november 2026")])
        #expect(try await leader.send("/natverk/yh/avsluta", ["skal": ["Klart."], "fran": ["2026-11-01"]]).status == .seeOther)
        #expect(try body(exhibit, "yh").closing != nil)
    }

    // MARK: Chairs and assignments

    @Test("a form that was opened before another recorded the same is sent back, with what was written")
    func presidencyMeanwhile() async throws {
        let exhibit = try await sodertorn()
        let (first, second) = (try await exhibit.visitor(.developmentLeader), try await exhibit.visitor(.administrator))
        let address = "/organisation/samarbetskommitten/ordforande"
        var slow = try await second.form(address)
        #expect(try await first.send(address, ["ordforande": ["salem"]]).status == .seeOther)
        slow["ordforande"] = "tyreso"
        let position = exhibit.registrar.progress.position
        let refused = await second.send(slow)
        #expect(refused.status == .unprocessableContent && refused.faults.first?.holds("Utvecklingsledare i Kansliet") == true)
        #expect(exhibit.registrar.progress.position == position)
        let again = try refused.form
        #expect(again["ordforande"] == "tyreso")
        #expect(await second.send(again).status == .seeOther, "who has seen it may send it all the same")
        let presidencies = try body(exhibit, "samarbetskommitten").presidencies
        #expect(presidencies.suffix(2).map(\.fact.chair.text) == ["salem", "tyreso"])
    }

    @Test("an assignment shows on the days that it holds, and can be given again")
    func assignments() async throws {
        let exhibit = try await sodertorn()
        let leader = try await exhibit.visitor(.developmentLeader)
        let page = "/natverk/klimatstrateger"
        let other = "/program/2019/infrastruktur"
        func works(_ query: String) async -> [Bool] {
            [
                await exhibit.page(page + query).holds("Enligt protokoll."),
                await exhibit.page(other + query).holds("Klimatstrateger"),
            ]
        }
        func assign(_ day: String) async throws {
            let filled = ["del": ["infrastruktur"], "anmarkningar": ["Enligt protokoll."], "fran": [day]]
            let outcome = try await leader.send(page + "/uppdrag", filled)
            #expect(outcome.status == .seeOther, "\(outcome.faults)")
        }
        try await assign("2026-10-01")
        #expect(!(try await leader.form(page + "/uppdrag")).elements.contains { $0.attributes["value"] == "infrastruktur" })
        let end = page + "/uppdrag/2019/infrastruktur/avsluta"
        #expect(try await leader.send(end, ["fran": ["2026-11-01"], "skal": ["Klart."]]).status == .seeOther)
        #expect(await works("") == [false, false])
        #expect(await works("?datum=2026-10-31") == [true, true])
        #expect(await works("?datum=2026-11-01") == [false, false])
        #expect(await leader.get(end).status == .notFound)
        #expect(await exhibit.page(page).holds("Klimatstrateger slutade arbeta med"))
        try await assign("2026-11-15")
        #expect(await works("") == [true, true])
        #expect(await leader.get("/natverk/klimatstrateger/uppdrag/2019/finns-inte/avsluta").status == .notFound)
    }

    // MARK: Who sits where, as everybody sees it

    struct SeatsFile: Decodable {
        struct Reference: Decodable { var id: String }
        struct Seat: Decodable {
            var role: String
            var municipality: Reference?
            var holder: String?
            var vacantSince: String?
        }
        struct Vacancy: Decodable {
            var municipality: Reference
            var since: String
            var days: Int
        }
        var seats: [Seat]?
        var vacancies: [Vacancy]?
    }

    @Test("a body's page says who holds which seat, by names that may be shown alone, and how long a seat has stood empty")
    func seats() async throws {
        let exhibit = try await sodertorn()
        let page = "/natverk/klimatstrateger"
        #expect(!(await exhibit.page(page)).holds(Words.swedish.seats.history))
        #expect(try await exhibit.json(page + ".json", as: SeatsFile.self).page.seats == nil)
        let leader = try await exhibit.visitor(.developmentLeader)
        let setUp = try await leader.send(page + "/platser/alla", ["fran": ["2026-11-03"]])
        #expect(setUp.status == .seeOther, "\(setUp.faults)")
        let (open, hidden) = (Registrar.newPersonID(), Registrar.newPersonID())
        try await exhibit.registrar.keep(
            Person(id: open, name: "Klimatstrateg Salem", mail: "a@prov.example", showsName: true),
            unlessChangedFrom: nil
        )
        try await exhibit.registrar.keep(
            Person(id: hidden, name: "Klimatstrateg Tyresö", mail: "b@prov.example"),
            unlessChangedFrom: nil
        )
        for (seat, person, day) in [("salem", open, "2026-11-05"), ("tyreso", hidden, "2026-11-06")] {
            let filled = ["person": [person.text], "fran": [day]]
            let outcome = try await leader.send("\(page)/platser/\(seat)/byt", filled)
            #expect(outcome.status == .seeOther, "\(outcome.faults)")
        }
        #expect(try await leader.send("\(page)/platser/salem/lamna", ["till": ["2026-11-20"]]).status == .seeOther)

        let shown = ShownPage(await exhibit.page(page))
        let rows = shown.rows.filter { $0.first?.hasPrefix("ledamot för") == true }
        #expect(rows.count == 8 && rows.count { $0[1].hasPrefix("ingen, platsen är tom") } == 7)
        #expect(rows.first { $0[0] == "ledamot för tyresö" }?[1].hasPrefix("tillsatt, namnet visas inte här") == true)
        #expect(shown.text.holds("salem saknar någon i klimatstrateger . platsen har stått tom i 2 dagar."))
        #expect(!shown.links.contains { $0.address.holds("/platser") })
        let then = ShownPage(await exhibit.page(page + "?datum=2026-11-10"))
        #expect(then.text.holds("klimatstrateg salem") && then.text.holds("tillsatt, namnet visas inte här"))
        #expect(!(await exhibit.page(page + "?datum=2026-11-02")).holds("Ledamot för"))

        for address in [
            page + ".json", page + ".csv", page, page + "?datum=2026-11-10", "/natverk", "/natverk.json", "/organisation",
        ] {
            let text = (await exhibit.door.ask(.get, address)).text
            #expect(!text.holds("Klimatstrateg Tyresö") && !text.holds(hidden.text), "\(address)")
            // A file is handed on: those who may see names get none in it either.
            if address.hasSuffix(".json") || address.hasSuffix(".csv") {
                #expect(!(await leader.get(address)).text.holds("Klimatstrateg Tyresö"), "\(address)")
            }
        }
        #expect(await leader.page(page).holds("Klimatstrateg Tyresö"))
        #expect(await leader.page(page).holds("href=\"\(page)/platser\""))

        let file = try await exhibit.json(page + ".json", as: SeatsFile.self).page
        let seats = try #require(file.seats)
        #expect(seats.count == 8 && seats.allSatisfy { $0.role == "member" && $0.holder == nil })
        #expect(seats.first { $0.municipality?.id == "salem" }?.vacantSince == "2026-11-21")
        #expect(seats.first { $0.municipality?.id == "tyreso" }?.vacantSince == nil)
        let vacancies = try #require(file.vacancies)
        #expect(vacancies.count == 7 && vacancies.first { $0.municipality.id == "salem" }?.days == 2)
        #expect(vacancies.first { $0.municipality.id == "haninge" }?.since == "2026-11-03")
        let earlier = try await exhibit.json(page + ".json?datum=2026-11-10", as: SeatsFile.self).page
        #expect(earlier.seats?.first { $0.municipality?.id == "salem" }?.holder == "Klimatstrateg Salem")
        let rowsInFile = try await exhibit.csv(page + ".csv")
        #expect(rowsInFile.count == 9 && rowsInFile.allSatisfy { $0.count == rowsInFile[0].count })
        #expect(rowsInFile[0] == ["Roll", "Kommun", "Innehavare", "Första dagen", "Tom sedan"])

        // What stands empty is seen in the lists too.
        let list = ShownPage(await exhibit.page("/natverk"))
        let missing = "saknar någon: botkyrka, haninge, huddinge, nykvarn, nynäshamn, salem och södertälje"
        #expect(list.rows.first { $0.first == "klimatstrateger" }?.last?.holds(missing) == true)
        #expect(ShownPage(await exhibit.page("/organisation")).text.holds("ingen från botkyrka, haninge"))
        #expect(list.rows.first { $0.first == "planeringschefer" }?.last?.holds("saknar någon") == false)
    }

    @Test("the file of a body with chairs has them, the page its seats too, and a withdrawn municipality's don't show")
    func seatsBesideChairs() async throws {
        let exhibit = try await sodertorn()
        let page = "/organisation/samarbetskommitten"
        let before = try await exhibit.csv(page + ".csv")
        let leader = try await exhibit.visitor(.developmentLeader)
        #expect(try await leader.send(page + "/platser/alla", [:]).status == .seeOther)
        let after = try await exhibit.csv(page + ".csv")
        #expect(after == before)
        #expect(ShownPage(await exhibit.page(page)).text.holds("ledamot för salem"))
        let salem = Subject.municipality(try #require(Municipality.ID("salem")))
        _ = try await exhibit.registrar.perform(
            ChangeVisibility(salem, isShown: false, reason: "Prov."),
            happened: .day(exhibit.now.swedishDay),
            as: .importer
        )
        let text = ShownPage(await exhibit.page(page)).text
        #expect(text.holds("ledamot för tyresö") && !text.holds("ledamot för salem"))
    }
}

@Suite("Texts that a form keeps") struct KeptTextsTests {
    private struct Shelf: Contents {
        var wordings: [Prose: Wording]
        func wording(of prose: Prose) -> Wording { wordings[prose] ?? .missing }
    }

    private func prose(_ number: UInt8) throws -> Prose {
        Prose(try #require(Commitment(bytes: Array(repeating: number, count: 32))))
    }

    private func reading(_ wordings: [Prose: Wording]) throws -> Reading {
        let today = try #require(Day("2026-11-23"))
        let view = PublicView(unguarded: Cooperation(), known: Timeline(), on: today)
        return Reading(view, texts: Shelf(wordings: wordings), language: .swedish, today: today)
    }

    private static let field = "text"

    private func form(_ kind: FormField.Kind, _ sent: [String], changing now: [String]) throws -> Form {
        var form = Form([FormField(Self.field, "Text", kind, isRequired: false)], changing: [Self.field: now])
        let shown = try #require(ShownForm(FormPage.around(form).html()))
        var filled = shown
        filled.fill(Self.field, sent)
        form.read(try #require(filled.sent), in: .swedish, on: try #require(Day("2026-11-23")))
        #expect(form.isRight, "\(form.faults)")
        return form
    }

    @Test("a text is kept when it stands as it was, also erased or lost, and written when it doesn't")
    func one() throws {
        let (plain, erased, lost) = (try prose(1), try prose(2), try prose(3))
        let reading = try reading([plain: .text("Ett\r\n\r\ntvå  "), erased: .erased(decision: "KS 1")])
        for prose in [plain, erased, lost] {
            let shown = reading.shown(prose)
            let same = try form(.text(), shown, changing: shown)
            #expect(try same.passage(Self.field, keeping: prose, reading) == .kept(prose))
            let none = try form(.text(), [""], changing: shown)
            #expect(try none.passage(Self.field, keeping: prose, reading) == nil)
            let other = try form(.text(), ["Nytt."], changing: shown)
            #expect(try other.passage(Self.field, keeping: prose, reading) == .written("Nytt."))
            #expect(try other.passage(Self.field, keeping: nil, reading) == .written("Nytt."))
            let around = try form(.text(), [shown.joined() + " och mer"], changing: shown)
            if prose == plain {
                #expect(try around.passage(Self.field, keeping: prose, reading) == .written(shown.joined() + " och mer"))
            } else {
                #expect(throws: Refusal("editing.erased", field: Self.field, Words.swedish.editing.erased)) {
                    try around.passage(Self.field, keeping: prose, reading)
                }
            }
        }
    }

    @Test("lines are known again wherever they stand, the same words as many times as they were recorded")
    func several() throws {
        let recorded = [try prose(1), try prose(2), try prose(3), try prose(4)]
        let reading = try reading([
            recorded[0]: .text("Ett"), recorded[1]: .text("Två\nrader"), recorded[2]: .erased(decision: "KS 1"),
            recorded[3]: .erased(decision: "KS 1"),
        ])
        let lines = reading.lines(recorded)
        #expect(lines == ["Ett", "Två rader", "[raderat enligt beslut KS 1]", "[raderat enligt beslut KS 1]"])
        func passages(_ sent: [String]) throws -> [Passage] {
            try form(.lines(mostLines: 9), [sent.joined(separator: "\n")], changing: lines)
                .passages(Self.field, keeping: recorded, reading)
        }
        #expect(try passages(lines) == recorded.map { .kept($0) })
        #expect(
            try passages(lines.reversed()) == [.kept(recorded[2]), .kept(recorded[3]), .kept(recorded[1]), .kept(recorded[0])]
        )
        #expect(try passages([lines[2]]) == [.kept(recorded[2])])
        #expect(try passages(["Ett", "Ett", "Tre"]) == [.kept(recorded[0]), .written("Ett"), .written("Tre")])
        #expect(throws: Refusal.self) { try passages([lines[2] + "!"]) }
        #expect(throws: Refusal.self) { try passages(lines + [lines[2]]) }
    }

    @Test("what stands there always has room, however long it is")
    func room() throws {
        let long = String(repeating: "ord ", count: 3_000)
        let lines = Array(repeating: String(repeating: "x", count: 2_500), count: 130)
        for field in [FormField.text(Self.field, "Text", holding: [long]), .list(Self.field, "Text", holding: lines)] {
            let values = if case .text = field.kind { [long] } else { lines }
            var form = Form([field], changing: [Self.field: values])
            let shown = try #require(ShownForm(FormPage.around(form).html()))
            form.read(try #require(shown.sent), in: .swedish, on: try #require(Day("2026-11-23")))
            #expect(form.isRight && form.changed.isEmpty)
        }
    }
}
