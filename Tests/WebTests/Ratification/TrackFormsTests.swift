import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("A municipality's track is recorded by its registrar, and by the secretariat on a presented extract")
struct TrackFormsTests {
    private static let board = "/ratificering/\(RoundExample.edition)"
    private static let track = board + "/haninge"

    private static func round() async throws -> RoundExample {
        try await RoundExample(try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn")))
    }

    private static func registrar(_ site: Exhibit, of municipality: String = "haninge") async throws -> SignedInVisitor {
        try await site.visitor(.registrar, in: "kommunstyrelsen-\(municipality)", for: municipality)
    }

    @Test("the registrar takes the track all the way, and the next step stands first")
    func allTheWay() async throws {
        let round = try await Self.round()
        let site = round.site
        let registrar = try await Self.registrar(site)
        func first() async -> String? {
            await registrar.page(Self.track).components(separatedBy: "<ul class=\"next-steps\">").dropFirst().first?
                .components(separatedBy: "href=\"\(Self.track)/").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
        }
        #expect(await first() == "diarium")
        #expect(!(await site.page(Self.track)).holds("next-steps"))
        let steps: [(String, [String: [String]], String)] = [
            ("diarium", ["diarienummer": ["KS 2026/77"]], "beredning"), ("beredning", ["mote": ["2026-12-01"]], "beslut"),
        ]
        for (step, fields, next) in steps {
            let outcome = try await registrar.send("\(Self.track)/\(step)", fields)
            #expect(outcome.status == .seeOther && outcome.location == Self.track, "\(step): \(outcome.faults)")
            #expect(await first() == next)
        }
        #expect(ReadPage(await site.page(Self.track)).text.holds("Haninge ska besluta den 1 december 2026."))
        var decision = try await registrar.form(Self.track + "/beslut")
        for (name, value) in [("utfall", "adopted"), ("dag", "2026-11-23"), ("paragraf", "211")] { decision.fill(name, [value]) }
        #expect(await registrar.send(decision).location == Self.track)
        #expect(await first() == "utdrag")
        let attach = try await registrar.form(Self.track + "/utdrag")
        #expect(await registrar.send(attach, file: "utdrag", RoundExample.pdf).location == Self.track)
        for (step, next) in [("justering", "anslag"), ("anslag", "overklagande"), ("overklagande", "dom")] {
            #expect(await first() == step)
            #expect(try await registrar.send("\(Self.track)/\(step)", [:]).location == Self.track, "\(step)")
            #expect(await first() == next)
        }
        #expect(ReadPage(await site.page(Self.track)).text.holds(Words.swedish.round.forceSuspended))
        #expect(try await registrar.send(Self.track + "/dom", ["dom": ["annulled"]]).location == Self.track)
        #expect(await first() == "beslut")
        #expect(try round.track("haninge").isAnnulled && round.track("haninge").decision == nil)
        // Everything that happened stands there, and the extract can be fetched.
        let page = await site.page(Self.track)
        for words in ["Haninge gav förslaget diarienummer KS 2026/77.", "Domstolen upphävde beslutet i Haninge."] {
            #expect(ReadPage(page).text.holds(words))
        }
        let paper = try #require(try round.track("haninge").latestDecision?.extract)
        let file = await site.door.ask(.get, "\(Self.board)/1/haninge/filer/\(paper.figures)")
        #expect(file.body == RoundExample.pdf && file.fields[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(file.fields[values: .contentSecurityPolicy] == ["sandbox; default-src 'none'"])
        #expect(await site.door.ask(.get, "\(Self.board)/1/salem/filer/\(paper.figures)").status == .notFound)
        #expect(await site.door.ask(.get, "\(Self.board)/2/haninge/filer/\(paper.figures)").status == .notFound)
    }

    @Test("an extract that has been replaced is gone")
    func replaced() async throws {
        let round = try await Self.round()
        let registrar = try await Self.registrar(round.site)
        try await round.decide("haninge", withExtract: true)
        let first = try #require(try round.track("haninge").decision?.extract)
        let form = try await registrar.form(Self.track + "/utdrag")
        let other = Array("%PDF-1.7\nett annat utdrag\nstartxref\n9\n%%EOF\n".utf8)
        #expect(await registrar.send(form, file: "utdrag", other).status == .seeOther)
        #expect(await round.site.door.ask(.get, "\(Self.board)/1/haninge/filer/\(first.figures)").status == .gone)
        let second = try #require(try round.track("haninge").decision?.extract)
        #expect(await round.site.door.ask(.get, "\(Self.board)/1/haninge/filer/\(second.figures)").body == other)
    }

    @Test("another municipality's registrar is refused at every form, and nothing changes")
    func otherRegistrar() async throws {
        let round = try await Self.round()
        let other = try await Self.registrar(round.site, of: "tyreso")
        let member = try await round.site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        let position = round.site.registrar.progress.position
        for step in TrackStep.allCases {
            for visitor in [other, member] {
                #expect(await visitor.get("\(Self.track)/\(step.rawValue)").status == .forbidden, "\(step)")
                let form = try #require(ShownForm(await visitor.page("/arbete")))
                let reply = await visitor.exhibit.door.ask(
                    .post,
                    "\(Self.track)/\(step.rawValue)",
                    fields: [.cookie: "samverka=\(visitor.token)"],
                    body: form.body
                )
                #expect(reply.status == .forbidden, "\(step)")
            }
        }
        #expect(!(await other.page(Self.track)).holds("next-steps"))
        #expect(round.site.registrar.progress.position == position)
    }

    @Test("the secretariat must attach the extract that it was shown, and that stands beside the decision")
    func presented() async throws {
        let round = try await Self.round()
        let secretariat = try await round.site.visitor(.administrator)
        var form = try await secretariat.form(Self.track + "/beslut")
        for (name, value) in [("utfall", "adopted"), ("dag", "2026-11-23"), ("paragraf", "8")] { form.fill(name, [value]) }
        for outcome in [await secretariat.send(form), await secretariat.send(form, file: "utdrag", nil)] {
            #expect(outcome.status == .unprocessableContent)
            #expect(outcome.faults == [Words.swedish.trackForms.extractNeeded])
        }
        #expect(try round.track("haninge").decision == nil)
        let outcome = await secretariat.send(form, file: "utdrag", RoundExample.pdf)
        #expect(outcome.status == .seeOther, "\(outcome.faults)")
        #expect(try round.track("haninge").decision?.isOnPresentedExtract == true)
        #expect(ReadPage(await round.site.page(Self.board)).text.holds("inlagt av kansliet på uppvisat utdrag"))
        // The municipality's own registrar records without one, and that isn't marked.
        let registrar = try await Self.registrar(round.site, of: "salem")
        let salem = try await registrar.send(
            Self.board + "/salem/beslut",
            ["utfall": ["sent-back"], "dag": ["2026-11-23"], "paragraf": ["9"], "text": ["Vem betalar?"]]
        )
        #expect(salem.status == .seeOther, "\(salem.faults)")
        #expect(try round.track("salem").decision?.isOnPresentedExtract == nil)
    }

    @Test("before there is an extract to show the secretariat says what it goes by, and that stands on the track")
    func onGround() async throws {
        let round = try await Self.round()
        let secretariat = try await round.site.visitor(.administrator)
        let fields: [(String, [String: [String]])] = [
            ("diarium", ["diarienummer": ["KS 2026/5"]]), ("beredning", ["mote": ["2026-12-01"]]),
        ]
        let registered = round.site.registrar.progress.position + 1
        for (step, fields) in fields {
            let position = round.site.registrar.progress.position
            let refused = try await secretariat.send("\(Self.track)/\(step)", fields)
            #expect(refused.status == .unprocessableContent && refused.faults == [Words.swedish.trackForms.groundNeeded])
            #expect(round.site.registrar.progress.position == position)
            let ground = "Mejl om \(step) den 23 november 2026."
            let taken = try await secretariat.send("\(Self.track)/\(step)", fields.merging(["bygger-pa": [ground]]) { $1 })
            #expect(taken.location == Self.track, "\(taken.faults)")
            let text = ReadPage(await round.site.page(Self.track)).text
            #expect(text.holds("Kansliet lade in uppgiften. Den bygger på: ”\(ground)”"))
        }
        // The municipality's own registrar isn't asked, and what is corrected rests on the registrar from then on.
        let registrar = try await Self.registrar(round.site)
        _ = try await Self.correct(registrar, registered, ["diarienummer": ["KS 2026/6"], "skal": ["Fel siffra."]])
        #expect(try round.track("haninge").caseNumber == "KS 2026/6")
        let corrected = ReadPage(await round.site.page(Self.track)).text
        #expect(corrected.holds("KS 2026/6") && !corrected.holds("KS 2026/6. Kansliet"))
        #expect(!(await registrar.page(Self.track + "/diarium")).holds("falt-bygger-pa"))
    }

    @Test("what became of a decision without an extract is recorded by the secretariat with one, and by its registrar without")
    func followedOnExtract() async throws {
        let round = try await Self.round()
        let secretariat = try await round.site.visitor(.administrator)
        try await round.decide("haninge")
        try await round.decide("salem")
        var form = try await secretariat.form(Self.track + "/justering")
        form.fill("dag", ["2026-11-23"])
        let refused = await secretariat.send(form)
        #expect(refused.status == .unprocessableContent && refused.faults == [Words.swedish.trackForms.extractNeeded])
        #expect(try round.track("haninge").adjusted == nil && round.track("haninge").decision?.extract == nil)
        let taken = await secretariat.send(form, file: "utdrag", RoundExample.pdf)
        #expect(taken.location == Self.track, "\(taken.faults)")
        #expect(try round.track("haninge").adjusted != nil && round.track("haninge").decision?.extract != nil)
        // What has been seen once needn't be shown again.
        #expect(try await secretariat.send(Self.track + "/anslag", [:]).location == Self.track)
        let registrar = try await Self.registrar(round.site, of: "salem")
        #expect(try await registrar.send(Self.board + "/salem/justering", [:]).location == Self.board + "/salem")
    }

    @Test("what can't be right is refused at its field, in words that say what to do")
    func refused() async throws {
        let round = try await Self.round()
        let registrar = try await Self.registrar(round.site)
        let cases: [(String, [String: [String]], String)] = [
            ("diarium", [:], "Fyll i fältet ”Diarienummer”."),
            ("beslut", ["utfall": ["adopted"], "dag": ["2026-11-23"], "paragraf": ["0"]], "ska vara från 1 till"),
            ("beslut", ["utfall": ["adopted-with-addition"], "dag": ["2026-11-23"], "paragraf": ["1"]], "Skriv tillägget"),
            ("beslut", ["utfall": ["sent-back"], "dag": ["2026-11-23"], "paragraf": ["1"]], "Skriv vad kommunen vill"),
            ("beslut", ["utfall": ["adopted"], "dag": ["2026-11-24"], "paragraf": ["1"]], ""),
            ("beslut", ["utfall": ["adopted"], "dag": ["2026-11-22"], "paragraf": ["1"]], "finns inte den dagen"),
            ("justering", [:], "inget beslut"), ("anslag", [:], "inte justerad"), ("overklagande", [:], "inte anslagen"),
            ("dom", ["dom": ["upheld"]], "inget överklagande"),
        ]
        let position = round.site.registrar.progress.position
        for (step, fields, words) in cases {
            let outcome = try await registrar.send("\(Self.track)/\(step)", fields)
            #expect(outcome.status == .unprocessableContent && outcome.faults.count == 1, "\(step): \(outcome.faults)")
            #expect(words.isEmpty || outcome.faults.first?.holds(words) == true, "\(step): \(outcome.faults)")
        }
        #expect(round.site.registrar.progress.position == position)
    }

    @Test("two who record at once: the second is told, and nothing is recorded twice")
    func atOnce() async throws {
        let round = try await Self.round()
        let (one, two) = (try await Self.registrar(round.site), try await Self.registrar(round.site))
        var (first, second) = (try await one.form(Self.track + "/diarium"), try await two.form(Self.track + "/diarium"))
        first.fill("diarienummer", ["KS 1"])
        second.fill("diarienummer", ["KS 2"])
        #expect(await one.send(first).status == .seeOther)
        let outcome = await two.send(second)
        #expect(outcome.status == .unprocessableContent && outcome.faults.first?.holds("ändrade samma sak") == true)
        #expect(try round.track("haninge").caseNumber == "KS 1")
        // The same form twice is done once.
        let position = round.site.registrar.progress.position
        #expect(await one.send(first).status == .seeOther)
        #expect(round.site.registrar.progress.position == position)
    }

    /// Sends a correction filled in, with the extract that the secretariat was shown when one is given.
    private static func correct(
        _ visitor: SignedInVisitor,
        _ number: Int64,
        _ fields: [String: [String]],
        extract: [UInt8]? = nil,
        by way: String = "ratta"
    ) async throws -> SignedInVisitor.Outcome {
        var form = try await visitor.form("/historik/\(number)/\(way)")
        for (name, values) in fields { form.fill(name, values) }
        guard let extract else { return await visitor.send(form) }
        return await visitor.send(form, file: "utdrag", extract)
    }

    private static let otherPDF = Array("%PDF-1.7\nett annat utdrag\nstartxref\n9\n%%EOF\n".utf8)

    @Test("a decision is corrected by the secretariat on a presented extract only, and the track shows who, what and why")
    func corrected() async throws {
        let round = try await Self.round()
        let site = round.site
        for name in RoundExample.all.dropLast() { try await round.decide(name, withExtract: true) }
        try await round.decide("tyreso", .rejected, withExtract: true)
        let number = site.registrar.progress.position
        let first = try #require(try round.track("tyreso").decision?.extract)
        let leader = try await site.visitor(.developmentLeader)
        #expect(await leader.page(Self.board + "/tyreso").holds("href=\"/historik/\(number)/ratta\""))
        #expect(!(await site.page(Self.board + "/tyreso")).holds("Rättelser"))
        #expect(site.registrar.snapshot.cooperation.programme[round.edition]?.inForce == nil)
        let before = site.registrar.progress.position
        let fields = ["utfall": ["adopted"], "paragraf": ["46"], "skal": ["Fel utfall valdes."]]
        for way in ["ratta", "stryk"] {
            let without = try await Self.correct(leader, number, fields, by: way)
            #expect(without.status == .unprocessableContent)
            #expect(without.faults == [Words.swedish.corrections.extractNeeded], "\(way)")
        }
        #expect(site.registrar.progress.position == before)
        let outcome = try await Self.correct(leader, number, fields, extract: Self.otherPDF)
        #expect(outcome.location == Self.board + "/tyreso", "\(outcome.faults)")
        let decision = try #require(try round.track("tyreso").decision)
        #expect(decision.outcome == .adopted && decision.paragraph == 46 && decision.isOnPresentedExtract == true)
        let extract = try #require(decision.extract)
        #expect(extract.commitment != first.commitment)
        #expect(await site.door.ask(.get, "\(Self.board)/1/tyreso/filer/\(extract.figures)").body == Self.otherPDF)
        // The correction, and the notice that the programme is in force by it.
        #expect(site.registrar.progress.position == before + 2)
        #expect(site.registrar.snapshot.cooperation.programme[round.edition]?.inForce == .day(site.now.swedishDay))
        #expect(ReadPage(await site.page("/historik")).text.holds("Skäl: Fel utfall valdes."))
        let page = await site.page(Self.board + "/tyreso")
        let text = ReadPage(page).text
        for words in [
            "Rättelser", "”Tyresö avslog förslaget den 23 november 2026, §\u{A0}45” rättades till",
            "”Tyresö antog förslaget den 23 november 2026, §\u{A0}46”", "Skäl: Fel utfall valdes.",
            "Utvecklingsledare i Kansliet gjorde rättelsen på uppvisat protokollsutdrag",
        ] {
            #expect(text.holds(words), "\(words)")
        }
        #expect(page.holds("filer/\(extract.figures)\""))
        // What follows on it stands in the way of what would make it mean nothing, and is named.
        try await round.record(FollowDecision(round.place("tyreso"), .adjusted))
        round.wait(days: 2)
        let later = SignedInVisitor(
            exhibit: site,
            person: leader.person,
            seat: leader.seat,
            token: try await site.visitor(.developmentLeader).token
        )
        let refused = try await Self.correct(
            later,
            number,
            ["dag": ["2026-11-25"], "skal": ["Fel dag."]],
            extract: Self.otherPDF
        )
        #expect(refused.status == .unprocessableContent && refused.faults.first?.holds("justerades") == true, "\(refused.faults)")
    }

    @Test("the municipality's own registrar corrects what stands on the track without an extract, and nobody else's")
    func correctedByOwn() async throws {
        let round = try await Self.round()
        let site = round.site
        let secretariat = try await site.visitor(.administrator)
        var form = try await secretariat.form(Self.track + "/beslut")
        for (name, value) in [("utfall", "adopted"), ("dag", "2026-11-23"), ("paragraf", "8")] { form.fill(name, [value]) }
        #expect(await secretariat.send(form, file: "utdrag", RoundExample.pdf).status == .seeOther)
        let number = site.registrar.progress.position
        let (own, other) = (try await Self.registrar(site), try await Self.registrar(site, of: "tyreso"))
        #expect(await own.page(Self.track).holds("href=\"/historik/\(number)/ratta\""))
        #expect(!(await other.page(Self.track)).holds("/ratta\""))
        for way in ["ratta", "stryk"] { #expect(await other.get("/historik/\(number)/\(way)").status == .forbidden, "\(way)") }
        // The locking and the sending are the whole round's.
        for offset in 1...2 as ClosedRange<Int64> {
            #expect(await own.get("/historik/\(number - offset)/stryk").status == .forbidden)
        }
        #expect(!(await own.page("/historik/\(number)/ratta")).holds("falt-utdrag"))
        let reasonless = try await Self.correct(own, number, ["paragraf": ["9"]])
        #expect(reasonless.status == .unprocessableContent)
        let outcome = try await Self.correct(own, number, ["paragraf": ["9"], "skal": ["Fel paragraf."]])
        #expect(outcome.location == Self.track, "\(outcome.faults)")
        let decision = try #require(try round.track("haninge").decision)
        #expect(decision.paragraph == 9 && decision.isOnPresentedExtract == nil && decision.extract != nil)
        #expect(
            ReadPage(await site.page(Self.track)).text.holds(
                "Registrator för Haninge i Kommunstyrelsen i Haninge gjorde rättelsen."
            )
        )
        // What is struck is told as well, and counts no longer.
        #expect(try await Self.correct(own, number, ["skal": ["Fel kommun."]], by: "stryk").location == Self.track)
        #expect(try round.track("haninge").decision == nil)
        let text = ReadPage(await site.page(Self.track)).text
        #expect(text.holds("§\u{A0}9” ströks och räknas inte längre.") && text.holds("Skäl: Fel kommun."))
        #expect(await site.door.ask(.get, Self.track + ".json").text.holds("\"corrections\""))
    }

    @Test("each step that follows can be corrected: its number, its day, its judgment")
    func correctedSteps() async throws {
        let round = try await Self.round()
        let site = round.site
        let place = try round.place("salem")
        try await round.record(RegisterCase(place, caseNumber: "KS 1"))
        try await round.record(PrepareDecision(place, meeting: Day("2026-11-24")))
        round.wait(days: 1)
        try await round.decide("salem")
        for step in [FollowDecision.Step.adjusted, .posted, .appealed, .annulled] {
            try await round.record(FollowDecision(place, step))
        }
        let last = site.registrar.progress.position
        let leader = try await site.visitor(.developmentLeader)
        let registrar = try await Self.registrar(site, of: "salem")
        let changes: [(Int64, [String: [String]])] = [
            (last - 6, ["diarienummer": ["KS 2"]]), (last - 5, ["mote": [""]]), (last, ["dom": ["upheld"]]),
        ]
        for (number, fields) in changes {
            let outcome = try await Self.correct(registrar, number, fields.merging(["skal": ["Fel."]]) { $1 })
            #expect(outcome.status == .seeOther, "\(number): \(outcome.faults)")
        }
        for number in last - 3...last - 1 {
            #expect(try await registrar.form("/historik/\(number)/ratta")["dag"] == "2026-11-24")
            // Not before what it follows.
            let outcome = try await Self.correct(registrar, number, ["dag": ["2026-11-22"], "skal": ["Fel."]])
            #expect(outcome.status == .unprocessableContent, "\(number)")
        }
        let track = try round.track("salem")
        #expect(track.caseNumber == "KS 2" && !track.isAnnulled && track.decision?.outcome == .adopted)
        // The secretariat's extract lies with the correction, where the act has none of its own.
        let shown = try await Self.correct(
            leader,
            last - 6,
            ["diarienummer": ["KS 3"], "skal": ["Fel igen."]],
            extract: Self.otherPDF
        )
        #expect(shown.status == .seeOther, "\(shown.faults)")
        let correction = site.registrar.snapshot.timeline[Position(site.registrar.progress.position)]
        let extract = try #require(correction?.act.attachment)
        let page = await site.page(Self.board + "/salem")
        #expect(page.holds("filer/\(extract.figures)\"") && ReadPage(page).text.holds("på uppvisat protokollsutdrag"))
        #expect(await site.door.ask(.get, "\(Self.board)/1/salem/filer/\(extract.figures)").body == Self.otherPDF)
    }

    @Test("who has a form of a track open while something there is corrected is told who did it, and what it says now")
    func correctedMeanwhile() async throws {
        let round = try await Self.round()
        let site = round.site
        try await round.decide("haninge", withExtract: true)
        let number = site.registrar.progress.position
        let registrar = try await Self.registrar(site)
        let leader = try await site.visitor(.developmentLeader)
        let open = try await registrar.form(Self.track + "/justering")
        let neighbour = try await Self.registrar(site, of: "salem")
        let elsewhere = try await neighbour.form(Self.board + "/salem/diarium")
        let correction = try await Self.correct(
            leader,
            number,
            ["paragraf": ["54"], "skal": ["Omkastade siffror."]],
            extract: Self.otherPDF
        )
        #expect(correction.status == .seeOther, "\(correction.faults)")
        let before = site.registrar.progress.position
        let outcome = await registrar.send(open)
        #expect(outcome.status == .unprocessableContent)
        for words in ["Utvecklingsledare i Kansliet ändrade samma sak", "Omkastade siffror.", "Haninge"] {
            #expect(outcome.faults.first?.holds(words) == true, "\(outcome.faults)")
        }
        #expect(site.registrar.progress.position == before)
        // Read again, it can be sent; and another track is no matter.
        #expect(await registrar.send(try outcome.form).status == .seeOther)
        var other = elsewhere
        other.fill("diarienummer", ["KS 5"])
        #expect(await neighbour.send(other).status == .seeOther)
    }

    @Test("a form that was opened on one proposal records nothing on the next")
    func nextProposal() async throws {
        let round = try await Self.round()
        let site = round.site
        let registrar = try await Self.registrar(site)
        var form = try await registrar.form(Self.track + "/beslut")
        for (name, value) in [("utfall", "adopted"), ("dag", "2026-11-23"), ("paragraf", "8")] { form.fill(name, [value]) }
        try await round.record(ReviseDraft(round.edition, .remove(#require(round.proposal.facts.text.nodes.last).id)))
        try await round.lock(paragraph: 13)
        try await round.record(SendProposal(round.edition, number: 2))
        let outcome = await registrar.send(form)
        #expect(outcome.status == .unprocessableContent && outcome.faults.first?.holds("ändrade samma sak") == true)
        #expect(try round.track("haninge").decision == nil)
    }

    @Test(
        "what becomes of a decision on a proposal that another has replaced is recorded on that one's track",
        arguments: [EntryRule.Restart.everyone, .thoseWithoutAdoption]
    )
    func replacedProposal(_ restart: EntryRule.Restart) async throws {
        let round = try await Self.round()
        let site = round.site
        try await round.decide("haninge", withExtract: true)
        try await round.decide("tyreso", .sentBack, text: "Vad kostar det?")
        try await round.lock(rule: EntryRule(.everyMember, restart: restart), paragraph: 13)
        let rest = RoundExample.all.filter { $0 != "haninge" || restart == .everyone }.compactMap { Municipality.ID($0) }
        try await round.record(SendProposal(round.edition, number: 2, to: rest))
        let old = Self.board + "/1/haninge"
        #expect(await site.page(Self.board).holds("href=\"\(old)\""))
        let registrar = try await Self.registrar(site)
        let page = await registrar.page(old)
        let text = ReadPage(page).text
        #expect(
            text.holds("Förslag 1 har ersatts av förslag 2.") && text.holds("Haninge antog förslaget den 23 november 2026,")
        )
        let stands = "Beslutet står kvar och räknas också för förslag 2."
        let falls = "det räknas inte för det nya förslaget"
        #expect(text.holds(stands) == (restart != .everyone) && text.holds(falls) == (restart == .everyone))
        #expect(page.holds("href=\"\(old)/justering\"") && page.holds("href=\"\(old)/bilaga\""))
        #expect(page.holds("href=\"\(Self.track)\""))
        #expect(await site.page(Self.track).holds("href=\"\(old)\""))
        for step in ["justering", "anslag", "overklagande"] {
            let outcome = try await registrar.send("\(old)/\(step)", [:])
            #expect(outcome.location == old, "\(step): \(outcome.faults)")
        }
        #expect(try await registrar.send("\(old)/dom", ["dom": ["upheld"]]).location == old)
        let today = site.now.swedishDay
        let proposals = try #require(site.registrar.snapshot.cooperation.ratification[round.edition]?.proposals)
        let haninge = try #require(Municipality.ID("haninge"))
        #expect(proposals[0][haninge]?.posted == today && proposals[0][haninge]?.appeals.count == 1)
        #expect(proposals[1][haninge]?.posted == (restart == .everyone ? nil : today))
        // Nothing new is decided on it, and whoever hadn't decided has nothing more to record there.
        for step in ["diarium", "beredning", "beslut"] {
            #expect(!page.holds("\(old)/\(step)"))
            #expect(await registrar.get("\(old)/\(step)").status == .notFound, "\(step)")
        }
        let salem = try await Self.registrar(site, of: "salem")
        let undecided = await salem.page(Self.board + "/1/salem")
        #expect(ReadPage(undecided).text.holds("Kommunen hann inte besluta om det") && !undecided.holds("next-steps"))
        #expect(await salem.get(old + "/utdrag").status == .forbidden)
        for number in ["3", "01", "x"] { _ = await site.page("\(Self.board)/\(number)/haninge", status: .notFound) }
        // The current one's number leads to the same track.
        #expect(ReadPage(await site.page(Self.board + "/2/salem")).text.holds("Förslaget skickades till Salem"))
    }

    @Test("no address sets where a proposal stands: what is sent is what a board has decided, or what is to be decided on")
    func nothingByHand() async throws {
        let routes = try await Exhibit.sodertorn.value.door.site.routes.routes
        let sent = routes.filter { $0.method != .get && $0.pattern.description.hasPrefix("/ratificering") }
        let allowed =
            TrackStep.allCases.map { "/ratificering/{edition}/{municipality}/\($0.rawValue)" }
            + ["utdrag", "justering", "anslag", "overklagande", "dom", "bilaga"].map {
                "/ratificering/{edition}/{number}/{municipality}/\($0)"
            }
            + ["tidplan/andra", "las", "skicka", "{municipality}/bilaga"].map { "/ratificering/{edition}/\($0)" }
        #expect(Set(sent.map(\.pattern.description)).isSubset(of: allowed))
        #expect(sent.count >= TrackStep.allCases.count)
        // Nor does any act that isn't history's: an edition with a round is in force by its rule alone.
        let round = try await Self.round()
        for name in RoundExample.all.dropLast() { try await round.decide(name) }
        #expect(round.site.registrar.snapshot.cooperation.programme[round.edition]?.inForce == nil)
        try await round.decide("tyreso")
        #expect(round.site.registrar.snapshot.cooperation.programme[round.edition]?.inForce == .day(round.site.now.swedishDay))
    }
}
