import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("What has been recorded is corrected in its history") struct CorrectionsTests {
    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    /// The place of the first act that a condition holds for.
    private static func position(_ site: Exhibit, where isWanted: (Act) -> Bool) throws -> Int64 {
        var found: Int64?
        site.registrar.snapshot.timeline.forEach { if found == nil, isWanted($0.act) { found = $0.position.number } }
        return try #require(found)
    }

    private static func population(_ site: Exhibit) throws -> Int64 {
        let haninge = try #require(Municipality.ID("haninge"))
        return try position(site) {
            if case .members(.populationRecorded(let recorded)) = $0 { recorded.municipality == haninge } else { false }
        }
    }

    @Test("every act in the history can be corrected by who may, and by nobody else")
    func links() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let page = await leader.page("/historik")
        let shown = page.components(separatedBy: "id=\"post-").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(shown.count == 50)
        for position in shown { #expect(page.holds("href=\"/historik/\(position)/ratta\""), "\(position)") }
        #expect(!(await site.page("/historik")).holds("/ratta"))
        let registrar = try await site.visitor(.registrar, in: "planeringschefer", for: "haninge")
        // A registrar corrects what stands on the own municipality's tracks, and nothing else.
        let line = try #require(site.registrar.snapshot.timeline.firstOnTrack(of: "haninge"))
        let other = try #require(site.registrar.snapshot.timeline.firstOnTrack(of: "salem"))
        var offered: [Int64] = []
        for number in 1...(site.registrar.snapshot.timeline.count / 50 + 1) {
            let reply = await registrar.get("/historik?sida=\(number)")
            guard reply.status == .ok else { break }
            offered += reply.text.components(separatedBy: "href=\"/historik/").dropFirst().compactMap {
                Int64($0.prefix { $0 != "/" })
            }
        }
        #expect(offered.contains(line))
        for position in offered {
            let act = site.registrar.snapshot.timeline[Position(position)]?.act
            #expect(act?.trackPlace?.municipality.text == "haninge", "\(position)")
        }
        #expect(await registrar.get("/historik/\(line)/ratta").status == .ok)
        #expect(await registrar.get("/historik/\(other)/ratta").status == .forbidden)
        let number = try Self.population(site)
        for path in ["/historik/\(number)/ratta", "/historik/\(number)/stryk"] {
            #expect(await registrar.get(path).status == .forbidden)
            #expect(await site.door.ask(.get, path).status == .seeOther)
            #expect(await leader.get(path).status == .ok)
        }
        for path in [
            "/historik/0/ratta", "/historik/99999/ratta", "/historik/01/ratta", "/historik/x/stryk", "/historik/-1/stryk",
        ] {
            #expect(await leader.get(path).status == .notFound, "\(path)")
        }
    }

    @Test("every act has a form that shows it in words, filled with what it says")
    func every() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        var kinds: Set<String> = []
        var positions: [(Int64, String)] = []
        site.registrar.snapshot.timeline.forEach {
            if $0.act.canBeCorrected, kinds.insert($0.act.kind).inserted { positions.append(($0.position.number, $0.act.kind)) }
        }
        #expect(kinds.count > 15)
        for (position, kind) in positions {
            let page = await leader.page("/historik/\(position)/ratta")
            #expect(page.holds(Words.swedish.corrections.title("")) || page.holds("Rätta post"), "\(kind)")
            #expect(ReadPage(page).text.holds("Infördes"), "\(kind)")
            // Sent unchanged but for the reason, a form with contents finds nothing to correct.
            let hasContents = page.holds(Words.swedish.corrections.correctSubmit)
            #expect(hasContents || page.holds(Words.swedish.corrections.strikeSubmit), "\(kind)")
            guard hasContents else { continue }
            let before = site.registrar.progress.position
            var form = try await leader.form("/historik/\(position)/ratta")
            form.fill("skal", ["Prov"])
            let outcome =
                page.holds("falt-utdrag")
                ? await leader.send(form, file: "utdrag", RoundExample.pdf) : await leader.send(form)
            #expect(page.holds("falt-utdrag") == kind.hasPrefix("ratification."), "\(kind)")
            #expect(outcome.status == .seeOther && site.registrar.progress.position == before, "\(kind): \(outcome.faults)")
        }
    }

    @Test("a figure and its day are corrected, the old act points to the correction, and its texts stay the same")
    func correct() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let number = try Self.population(site)
        let path = "/historik/\(number)/ratta"
        var form = try await leader.form(path)
        form.fill("antal", ["1 234"])
        form.fill("dag", ["1 mars 2011"])
        form.fill("anmarkningar", ["Ny anmärkning"])
        let without = await leader.send(form)
        #expect(without.status == .unprocessableContent && without.page.holds("href=\"#falt-skal\""))
        #expect(try without.form["antal"] == "1234")
        form.fill("skal", ["Siffrorna var omkastade."])
        let before = site.registrar.progress.position
        for _ in 1...2 {
            let outcome = await leader.send(form)
            #expect(outcome.status == .seeOther && outcome.location == "/historik", "\(outcome.faults)")
        }
        #expect(site.registrar.progress.position == before + 1)
        let id = try #require(Municipality.ID("haninge"))
        let haninge = try #require(site.registrar.snapshot.cooperation.members[id])
        let day = try #require(Day("2011-03-01"))
        let figure = try #require(haninge.populationInOrder.first { $0.day == day }?.figure)
        #expect(figure.count == 1234 && figure.remarks.count == 1)
        let history = ReadPage(await site.page("/historik?sida=1")).text
        #expect(history.holds("Siffrorna var omkastade."))
        let all = await site.door.ask(.get, "/historik.json?sida=alla").text
        #expect(all.holds("\"correctedBy\" : \(before + 1)") || all.holds("\"correctedBy\":\(before + 1)"))
        // A correction is corrected by correcting the act anew, whose form holds what it says now.
        #expect(await leader.get("/historik/\(before + 1)/ratta").status == .notFound)
        #expect(await leader.page("/historik/\(before + 1)/ratta", status: .notFound).holds("Rätta i stället post"))
        #expect(try await leader.form(path)["antal"] == "1234")
        #expect(try await leader.send(path, ["antal": ["1235"], "skal": ["Fel igen."]]).status == .seeOther)
        let timeline = site.registrar.snapshot.timeline
        guard case .record(.corrected(let correction))? = timeline[Position(before + 2)]?.act,
            case .members(.populationRecorded(let recorded)) = correction.replacement
        else {
            Issue.record("no correction")
            return
        }
        #expect(correction.target.number == number && recorded.count == 1235 && recorded.remarks == figure.remarks)
    }

    @Test(
        "what is wrong in a correction is told at its field",
        arguments: [
            (["antal": "många"], "antal"), (["antal": "-1"], "antal"), (["dag": "2027-01-01"], "dag"), (["dag": "i fjol"], "dag"),
            (["uppgift": "gissad"], "uppgift"), (["skal": " "], "skal"), (["kallor": "a\u{202E}b"], "kallor"),
        ]
    )
    func wrong(_ changed: [String: String], _ field: String) async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let path = "/historik/\(try Self.population(site))/ratta"
        let before = site.registrar.progress.position
        let filled = ["antal": "5", "skal": "Rättas."].merging(changed) { $1 }.mapValues { [$0] }
        let outcome = try await leader.send(path, filled)
        #expect(outcome.status == .unprocessableContent && outcome.page.holds("href=\"#falt-\(field)\""), "\(outcome.faults)")
        #expect(try outcome.form["antal"] == changed["antal"] ?? "5")
        #expect(site.registrar.progress.position == before)
    }

    @Test("the chairs and the day of a presidency, a seat's holder and days, and a document's day are corrected")
    func kinds() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let presidency = try Self.position(site) { $0.kind == "organisation.presidency-recorded" }
        let chaired = try await leader.send(
            "/historik/\(presidency)/ratta",
            ["ordforande": ["salem"], "vice": ["nacka"], "fran": ["mars 2019"], "skal": ["Fel kommun."]]
        )
        #expect(chaired.status == .seeOther, "\(chaired.faults)")
        guard
            case .organisation(.presidencyRecorded(let recorded))? = site.registrar.snapshot.timeline
                .wording(of: Position(presidency))?.act
        else {
            Issue.record("no presidency")
            return
        }
        #expect(recorded.chair.text == "salem" && recorded.viceChair?.text == "nacka")
        #expect(site.registrar.snapshot.timeline.wording(of: Position(presidency))?.happened == Period("2019-03"))
        let same = try await leader.send(
            "/historik/\(presidency)/ratta",
            ["ordforande": ["nacka"], "vice": ["nacka"], "skal": ["Fel."]]
        )
        #expect(same.status == .unprocessableContent && same.page.holds("href=\"#falt-vice\""))

        let member = try await site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        let taken = site.registrar.progress.position
        let other = try await site.visitor(.member, in: "planeringschefer", for: "salem")
        let seat = try await leader.send(
            "/historik/\(taken)/ratta",
            ["person": [other.person.id.text], "till": ["2027-06-30"], "skal": ["Fel person."]]
        )
        #expect(seat.status == .seeOther, "\(seat.faults)")
        let tenure = try #require(
            site.registrar.snapshot.cooperation.organisation.seat(member.seat)?.tenure(on: site.now.swedishDay)
        )
        #expect(tenure.person == other.person.id && tenure.until == Day("2027-06-30"))
        let backwards = try await leader.send("/historik/\(taken)/ratta", ["till": ["2020-01-01"], "skal": ["Fel."]])
        #expect(backwards.status == .unprocessableContent && backwards.page.holds("href=\"#falt-till\""))

        let agreement = try Self.position(site) {
            if case .documents(.recorded(let facts)) = $0 { facts.id.text == "samarbetsavtal" } else { false }
        }
        let facts = site.registrar.snapshot.cooperation.documents[try #require(Document.ID("samarbetsavtal"))]?.facts
        let dated = try await leader.send("/historik/\(agreement)/ratta", ["beslutat": ["2010-08-19"], "skal": ["Fel dag."]])
        #expect(dated.status == .seeOther, "\(dated.faults)")
        let document = site.registrar.snapshot.cooperation.documents[try #require(Document.ID("samarbetsavtal"))]
        #expect(document?.decided == Period("2010-08-19") && document?.facts == facts)
    }

    @Test("an act is struck with a reason, once, and what is struck can be brought back by a correction")
    func strike() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let number = try Self.population(site)
        let haninge = try #require(Municipality.ID("haninge"))
        let figures = try #require(site.registrar.snapshot.cooperation.members[haninge]).populationInOrder.count
        let path = "/historik/\(number)/stryk"
        let before = site.registrar.progress.position
        let without = try await leader.send(path, [:])
        #expect(without.status == .unprocessableContent && site.registrar.progress.position == before)
        var form = try await leader.form(path)
        form.fill("skal", ["Hör inte hit."])
        for _ in 1...2 { #expect(await leader.send(form).location == "/historik") }
        #expect(site.registrar.progress.position == before + 1)
        #expect(site.registrar.snapshot.cooperation.members[haninge]?.populationInOrder.count == figures - 1)
        #expect(ReadPage(await site.page("/historik")).text.holds("Hör inte hit."))
        let again = try await leader.send(path, ["skal": ["En gång till."]])
        #expect(again.status == .unprocessableContent && again.faults.first?.holds("redan struken") == true)
        #expect(await leader.page("/historik/\(number)/ratta").holds(Words.swedish.corrections.isStruck))
        #expect(try await leader.send("/historik/\(number)/ratta", ["skal": ["Hörde hit."]]).status == .seeOther)
        #expect(site.registrar.snapshot.cooperation.members[haninge]?.populationInOrder.count == figures)
    }

    @Test("what would leave another act without meaning is refused, with that act in words")
    func refused() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let registered = try Self.position(site) {
            if case .members(.registered(let facts)) = $0 { facts.id.text == "haninge" } else { false }
        }
        let before = site.registrar.progress.position
        let outcome = try await leader.send("/historik/\(registered)/ratta", ["skal": ["Prov."]])
        #expect(outcome.status == .unprocessableContent && site.registrar.progress.position == before)
        let fault = try #require(outcome.faults.first)
        #expect(fault.holds("då inte längre skulle stämma") && fault.holds("Den posten säger: ”"), "\(fault)")
        #expect(try outcome.form["skal"] == "Prov.")
    }

    @Test("somebody else's correction in between is merged, asked about, or said")
    func others() async throws {
        let site = try await Self.site()
        let one = try await site.visitor(.developmentLeader)
        let other = try await site.visitor(.administrator)
        let number = try Self.population(site)
        let path = "/historik/\(number)/ratta"
        var merged = try await one.form(path)
        var clashing = try await one.form(path)
        var strike = try await one.form("/historik/\(number)/stryk")
        #expect(try await other.send(path, ["antal": ["7"], "skal": ["Sju."]]).status == .seeOther)
        merged.fill("dag", ["2011-02-03"])
        merged.fill("skal", ["Fel dag."])
        #expect(await one.send(merged).status == .seeOther)
        guard
            case .members(.populationRecorded(let recorded))? = site.registrar.snapshot.timeline.wording(of: Position(number))?
                .act
        else {
            Issue.record("no figure")
            return
        }
        #expect(recorded.count == 7)
        #expect(site.registrar.snapshot.timeline.wording(of: Position(number))?.happened == Period("2011-02-03"))
        clashing.fill("antal", ["8"])
        clashing.fill("skal", ["Åtta."])
        #expect(await one.send(clashing).status == .conflict)
        strike.fill("skal", ["Bort."])
        let before = site.registrar.progress.position
        let outcome = await one.send(strike)
        #expect(outcome.status == .unprocessableContent && site.registrar.progress.position == before)
        #expect(outcome.faults.first?.holds("ändrade samma sak") == true)
    }

    @Test("nobody corrects what they couldn't have done: the agreement's terms, and seats that open the system")
    func trusted() async throws {
        let site = try await Self.site()
        let administrator = try await site.visitor(.administrator)
        let leader = try await site.visitor(.developmentLeader)
        let agreed = try Self.position(site) { if case .settings = $0 { true } else { false } }
        let seat = site.registrar.progress.position
        let member = try await site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        _ = member
        for number in [agreed, seat - 1, seat] {
            for path in ["/historik/\(number)/ratta", "/historik/\(number)/stryk"] {
                #expect(await administrator.get(path).status == .forbidden, "\(path)")
                #expect(await leader.get(path).status == .ok, "\(path)")
                var form = try await leader.form(path)
                form.fill("skal", ["Prov"])
                let before = site.registrar.progress.position
                #expect(await administrator.send(form).status == .forbidden)
                #expect(site.registrar.progress.position == before)
            }
        }
        #expect(await administrator.get("/historik/\(site.registrar.progress.position)/ratta").status == .ok)
    }

    @Test("a factor that was given a while ago must be given again, and what was written is kept meanwhile")
    func freshFactor() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let number = try Self.population(site)
        var form = try await leader.form("/historik/\(number)/stryk")
        form.fill("skal", ["Hör inte hit."])
        site.set(Instant(microseconds: site.now.microseconds + 11 * 60_000_000))
        let before = site.registrar.progress.position
        let outcome = await leader.send(form)
        #expect(outcome.status == .seeOther && outcome.location?.hasPrefix("/logga-in/bekrafta") == true)
        #expect(site.registrar.progress.position == before)
        #expect(site.registrar.snapshot.drafts.of(leader.person.id).count == 1)
    }
}

extension Timeline {
    /// The place of the first act on a municipality's track.
    fileprivate func firstOnTrack(of municipality: String) -> Int64? {
        (1...count).lazy.map { Int64($0) }.first { self[Position($0)]?.act.trackPlace?.municipality.text == municipality }
    }
}
