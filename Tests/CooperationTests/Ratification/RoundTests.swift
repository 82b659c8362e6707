import Testing

@testable import Cooperation

@Suite("A round of decisions") struct RoundTests {
    private let rest = Eight.names.dropLast()

    /// A round in which all but Tyresö have adopted, one each day from 1 March.
    private func almost(_ rule: EntryRule = .init(.everyMember)) throws -> Ledger {
        var ledger = try Eight.sent(rule)
        for (index, name) in rest.enumerated() { try ledger.decide(name, on: "2027-03-0\(index + 1)") }
        return ledger
    }

    // MARK: Who is asked

    @Test("the last adoption puts it in force, and the programme before it is replaced")
    func last() throws {
        var ledger = try almost()
        #expect(try ledger.standing(on: "2027-03-07") == .open(waitingFor: [id("tyreso")]))
        #expect(try ledger.inForce == nil)
        try ledger.decide("tyreso", on: "2027-03-20")
        #expect(try ledger.standing(on: "2027-03-20") == .adopted(inForce: day("2027-03-20")))
        let programme = ledger.live.programme
        #expect(try programme.latestInForce(on: day("2027-03-19"))?.text.id == id("2019"))
        #expect(try programme.latestInForce(on: day("2027-03-20"))?.text.id == id("2027"))
        #expect(try ledger.cooperation(asOf: "2027-03-19").programme[id("2027")]?.inForce == nil)
    }

    @Test("one that leaves in the middle is waited for no longer, from the day it left")
    func leaves() throws {
        var ledger = try almost()
        try ledger.record(Sample.membership(.leave, "tyreso"), period("2027-03-15"))
        #expect(try ledger.inForce == day("2027-03-15"))
        // It decides on, and that changes nothing.
        try ledger.decide("tyreso", .rejected, on: "2027-03-20")
        #expect(try ledger.inForce == day("2027-03-15"))
        try ledger.record(StrikeRecord(Position(Int64(ledger.timeline.count - 1)), reason: "Fel."), period("2027-04-01"))
        #expect(try ledger.standing(on: "2027-04-01") == .commonTextNeeded(because: [id("tyreso")]))
    }

    @Test("one that joins in the middle is asked too, and one that joins afterwards isn't")
    func joins() throws {
        var ledger = try almost()
        try ledger.record(Sample.municipality("vaxholm", code: "0187"), period("2027-03-10"))
        var after = ledger
        try after.decide("tyreso", on: "2027-03-20")
        try after.record(Sample.membership(.join, "vaxholm"), period("2027-03-21"))
        #expect(try after.standing(on: "2027-04-01") == .adopted(inForce: day("2027-03-20")))
        try ledger.record(Sample.membership(.join, "vaxholm"), period("2027-03-12"))
        try ledger.decide("tyreso", on: "2027-03-20")
        #expect(try ledger.standing(on: "2027-03-20") == .open(waitingFor: [id("vaxholm")]))
        #expect(try ledger.code(Eight.decide("vaxholm", .adopted, on: "2027-04-05"), "2027-04-05") == "ratification.not-sent")
        try ledger.record(SendProposal(id("2027"), number: 1), period("2027-03-22"))
        try ledger.decide("vaxholm", on: "2027-04-05")
        #expect(try ledger.inForce == day("2027-04-05"))
    }

    @Test("a share of inhabitants goes by the latest figures, and new figures can be what is needed")
    func population() throws {
        // Haninge and Huddinge have 211,000 of 514,000: 41 per cent.
        var ledger = try Eight.sent(.init(.quorum(members: 2, populationThousandths: 500)))
        try ledger.decide("haninge", on: "2027-03-01")
        try ledger.decide("huddinge", on: "2027-03-02")
        #expect(try ledger.inForce == nil)
        try ledger.record(Sample.population("huddinge", 200_000), period("2027-03-10"))
        #expect(try ledger.inForce == nil, "298,000 of 601,000 isn't half")
        try ledger.record(Sample.population("huddinge", 210_000), period("2027-03-20"))
        #expect(try ledger.inForce == day("2027-03-20"))
        // What was met stays met.
        try ledger.record(Sample.population("huddinge", 1000), period("2027-04-20"))
        #expect(try ledger.inForce == day("2027-03-20"))
    }

    @Test("without figures no share is reached, and nobody is told to write another text")
    func uncounted() throws {
        var ledger = try Ledger([
            ("2010", Sample.settings()), ("2010", try Sample.municipality("salem", code: "0128")),
            ("2010", try Sample.membership(.join, "salem")), ("2019", try Sample.edition("2027", "2027", to: nil)),
        ])
        let rule = EntryRule(.quorum(members: 1, populationThousandths: 1))
        try ledger.record(RecordProposal(id("2027"), rule: rule), period("2027-01-01"))
        try ledger.record(SendProposal(id("2027"), number: 1), period("2027-01-02"))
        #expect(try ledger.standing(on: "2027-01-03") == .open(waitingFor: [id("salem")]))
        try ledger.decide("salem", on: "2027-02-01")
        #expect(try ledger.standing(on: "2027-02-03") == .open(waitingFor: []))
        try ledger.record(Sample.population("salem", 17_000), period("2027-03-01"))
        // The first figure that there is tells of the days before it as well.
        #expect(try ledger.inForce == day("2027-02-01"))
    }

    // MARK: Appeals

    @Test("legal force is waited for, an appeal holds it up, and a court that lets it stand lets it go on")
    func appeals() throws {
        var ledger = try almost(.init(.everyMember, at: .legalForce))
        try ledger.decide("tyreso", on: "2027-03-08")
        for name in Eight.names {
            try ledger.follow(name, .adjusted, on: "2027-03-10")
            #expect(try ledger.inForce == nil)
            if name != "salem" { try ledger.follow(name, .posted, on: "2027-03-12") }
        }
        #expect(try ledger.standing(on: "2027-03-12") == .awaitingLegalForce(of: [id("salem")]))
        try ledger.follow("salem", .posted, on: "2027-03-15")
        // Three weeks on from 15 March is Easter Monday's week: 5 April, a Monday.
        #expect(try ledger.inForce == day("2027-04-06"))
        try ledger.follow("haninge", .appealed, on: "2027-03-30")
        #expect(try ledger.standing(on: "2027-05-01") == .awaitingLegalForce(of: [id("haninge")]))
        var upheld = ledger
        try upheld.follow("haninge", .upheld, on: "2027-09-14")
        #expect(try upheld.inForce == day("2027-09-14"))
        try ledger.follow("haninge", .annulled, on: "2027-09-14")
        #expect(try ledger.standing(on: "2027-09-15") == .open(waitingFor: [id("haninge")]))
        try ledger.decide("haninge", on: "2027-10-04")
        try ledger.follow("haninge", .adjusted, on: "2027-10-06")
        try ledger.follow("haninge", .posted, on: "2027-10-07")
        #expect(try ledger.inForce == day("2027-10-29"))
    }

    @Test("what counted from the adoption counts no longer when a court annuls it, and not on the days after that")
    func annulled() throws {
        var ledger = try almost()
        try ledger.decide("tyreso", on: "2027-03-08")
        try ledger.follow("salem", .adjusted, on: "2027-03-10")
        try ledger.follow("salem", .posted, on: "2027-03-12")
        try ledger.follow("salem", .appealed, on: "2027-03-30")
        #expect(try ledger.inForce == day("2027-03-08"), "an appeal alone suspends nothing under this rule")
        try ledger.follow("salem", .annulled, on: "2027-09-14")
        #expect(try ledger.inForce == nil)
        #expect(try ledger.cooperation(asOf: "2027-09-13").programme[id("2027")]?.inForce == period("2027-03-08"))
    }

    // MARK: A new text

    @Test("sent back, a common text is needed; the same board can decide again without one")
    func sentBack() throws {
        var ledger = try almost()
        try ledger.decide("tyreso", .sentBack, on: "2027-03-08")
        #expect(try ledger.standing(on: "2027-03-08") == .commonTextNeeded(because: [id("tyreso")]))
        try ledger.decide("tyreso", on: "2027-04-05")
        #expect(try ledger.inForce == day("2027-04-05"))
        #expect(try ledger.proposal[id("tyreso")]?.earlier.map(\.outcome) == [.sentBack])
    }

    @Test("a new text that all decide on anew begins from nothing")
    func everyone() throws {
        var ledger = try almost()
        try ledger.decide("tyreso", .sentBack, on: "2027-03-08")
        try ledger.record(Eight.lock(ledger, .init(.everyMember)), period("2027-03-20"))
        #expect(try ledger.standing(on: "2027-03-20") == .notSent)
        #expect(try ledger.code(Eight.decide("tyreso", .adopted, on: "2027-03-21"), "2027-03-21") == "ratification.not-current")
        #expect(try ledger.code(Eight.decide("tyreso", .adopted, on: "2027-03-21", 2), "2027-03-21") == "ratification.not-sent")
        #expect(try ledger.code(SendProposal(id("2027"), number: 1), "2027-03-21") == "ratification.not-current")
        try ledger.record(SendProposal(id("2027"), number: 2), period("2027-03-21"))
        #expect(try ledger.standing(on: "2027-03-21") == .open(waitingFor: Eight.names.map { try id($0) }))
        // What happens to the old decisions is still recorded.
        try ledger.follow("salem", .adjusted, on: "2027-03-22")
        #expect(try ledger.live.ratification[id("2027")]?.proposal(1)?[id("salem")]?.decision?.outcome == .adopted)
        #expect(try ledger.proposal[id("salem")]?.decision == nil)
        for name in Eight.names { try ledger.decide(name, on: "2027-04-05", 2) }
        #expect(try ledger.inForce == day("2027-04-05"))
        #expect(try ledger.code(Eight.lock(ledger, .init(.everyMember)), "2027-04-06") == "ratification.in-force")
    }

    /// Botkyrka has adopted with an addition and Tyresö sent it back; the rest have adopted as it was.
    private func carried(_ effect: EntryRule.Effect = .adoption) throws -> Ledger {
        var ledger = try Eight.sent(.init(.everyMember, at: effect))
        try ledger.decide("botkyrka", .adoptedWithAddition, on: "2027-03-01")
        for name in rest.dropFirst() { try ledger.decide(name, on: "2027-03-02") }
        try ledger.decide("tyreso", .sentBack, on: "2027-03-08")
        try ledger.record(
            Eight.lock(ledger, .init(.everyMember, at: effect, restart: .thoseWithoutAdoption)),
            period("2027-03-20")
        )
        return ledger
    }

    @Test("a new text that only those decide on who hadn't adopted as it was")
    func thoseWithout() throws {
        var ledger = try carried()
        #expect(try ledger.standing(on: "2027-03-20") == .notSent)
        try ledger.record(SendProposal(id("2027"), number: 2), period("2027-03-21"))
        #expect(try ledger.standing(on: "2027-03-21") == .open(waitingFor: [id("botkyrka"), id("tyreso")]))
        #expect(try ledger.proposal.allTracks.compactMap(\.carriedFrom) == Array(repeating: 1, count: 6))
        #expect(try ledger.code(Eight.decide("salem", .rejected, on: "2027-04-01", 2), "2027-04-01") == "track.decided-already")
        try ledger.decide("botkyrka", on: "2027-04-05", 2)
        try ledger.decide("tyreso", on: "2027-04-06", 2)
        #expect(try ledger.inForce == day("2027-04-06"))
    }

    @Test("what stands over is never in force before the text was locked, and needs no sending when it is enough")
    func lockedFirst() throws {
        var ledger = try Eight.sent(.init(.everyMember))
        for name in rest { try ledger.decide(name, on: "2027-03-02") }
        let rule = EntryRule(.quorum(members: 5, populationThousandths: 0), restart: .thoseWithoutAdoption)
        try ledger.record(Eight.lock(ledger, rule), period("2027-03-20"))
        #expect(try ledger.standing(on: "2027-03-20") == .adopted(inForce: day("2027-03-20")))
    }

    @Test("what happens to a decision that stands over happens wherever it counts", arguments: [1, 2])
    func shared(_ number: Int) throws {
        var ledger = try carried(.legalForce)
        try ledger.record(SendProposal(id("2027"), number: 2), period("2027-03-21"))
        for name in ["botkyrka", "tyreso"] { try ledger.decide(name, on: "2027-04-05", 2) }
        for name in rest.dropFirst() {
            try ledger.follow(name, .adjusted, on: "2027-04-06", number)
            try ledger.follow(name, .posted, on: "2027-04-06", number)
        }
        for name in ["botkyrka", "tyreso"] {
            try ledger.follow(name, .adjusted, on: "2027-04-06", 2)
            try ledger.follow(name, .posted, on: "2027-04-06", 2)
        }
        #expect(try ledger.inForce == day("2027-04-28"))
        let round = try #require(try ledger.live.ratification[id("2027")])
        #expect(try round.proposal(1)?[id("salem")]?.stage == round.proposal(2)?[id("salem")]?.stage)
        // The same decision gets its legal force once.
        let told = try ledger.live.crossings(by: day("2027-05-01")).map(\.crossing.text).filter { $0.contains("/salem/") }
        #expect(told == ["legal-force/2027/1/salem/2027-04-28"])
        try ledger.follow("salem", .appealed, on: "2027-04-10", number)
        try ledger.follow("salem", .annulled, on: "2027-09-10", number)
        #expect(try ledger.standing(on: "2027-09-10") == .open(waitingFor: [id("salem")]))
        // Decided anew it is a decision of the new proposal alone.
        try ledger.decide("salem", on: "2027-10-04", 2)
        #expect(try ledger.proposal[id("salem")]?.carriedFrom == nil)
        #expect(try ledger.live.ratification[id("2027")]?.proposal(1)?[id("salem")]?.isAnnulled == true)
        try ledger.follow("salem", .adjusted, on: "2027-10-05", 2)
        try ledger.follow("salem", .posted, on: "2027-10-06", 2)
        #expect(try ledger.inForce == day("2027-10-28"))
        #expect(try ledger.live.ratification[id("2027")]?.proposal(1)?[id("salem")]?.isAnnulled == true)
    }

    @Test("one that stands over can be asked anew, and then its old decision counts no longer")
    func resent() throws {
        var ledger = try carried()
        try ledger.record(SendProposal(id("2027"), number: 2, to: [id("salem")]), period("2027-03-21"))
        #expect(try ledger.proposal[id("salem")]?.decision == nil)
        #expect(
            try ledger.code(SendProposal(id("2027"), number: 2, to: [id("salem")]), "2027-03-22") == "ratification.sent-already"
        )
    }

    // MARK: What nobody may do

    @Test("nobody can say that it is in force, or write over what is locked")
    func byHand() throws {
        var ledger = try almost()
        let enter = EnterIntoForce(try id("2027"))
        for text in ["2027-02-01", "2027-03-20"] {
            #expect(try ledger.code(enter, text) == "ratification.follows-from-decisions")
        }
        #expect(try ledger.code(Sample.edition("2027", "2027", to: nil), "2027-03-20") == "ratification.text-is-locked")
        let node = Edition.Node(
            id: try id("ny"),
            parent: nil,
            level: 0,
            title: .numbered(1),
            text: nil,
            background: nil,
            networks: [],
            added: nil,
            remarks: [],
            sources: []
        )
        let extended = Act.programme(.extended(.init(edition: try id("2027"), node: node)))
        #expect(ledger.live.objection(to: extended)?.code == "ratification.text-is-locked")
        try ledger.decide("tyreso", on: "2027-03-20")
        #expect(ledger.live.objection(to: extended) == nil, "what is in force can get a part more")
        #expect(try ledger.code(enter, "2027-03-21") == "ratification.follows-from-decisions")
        // An edition whose entry into force is history has no round.
        let history = RecordProposal(try id("2019"), rule: .init(.everyMember))
        #expect(try ledger.code(history, "2027-04-01") == "ratification.in-force")
    }

    @Test("what is asked for is refused with its reason", arguments: ["2027-02-10"])
    func refused(_ text: String) throws {
        let ledger = try Eight.ledger()
        let rule = EntryRule(.everyMember)
        var request = try Eight.lock(ledger, rule)
        #expect(try ledger.refusal(request, text) == .accepted)
        #expect(try ledger.code(request, "2027-01-31") == "ratification.unknown-decision")
        request.digest = "ab"
        #expect(try ledger.code(request, text) == "ratification.digest")
        request = try Eight.lock(ledger, rule)
        request.version = 7
        #expect(try ledger.code(request, text) == "ratification.draft-has-moved")
        request = try Eight.lock(ledger, .init(.quorum(members: 0, populationThousandths: 1)))
        #expect(try ledger.code(request, text) == "ratification.quorum-members")
        request = try Eight.lock(ledger, .init(.quorum(members: 1, populationThousandths: 1001)))
        #expect(try ledger.code(request, text) == "ratification.quorum-population")
        let schedule = ScheduleRound(try id("2027"), inForceBy: try day("2027-07-01"), route: [.board])
        #expect(try ledger.code(schedule, text) == nil)
        #expect(try ledger.code(schedule, "2027-07-01") == "ratification.in-force-by")
        let unknown = ScheduleRound(try id("1999"), inForceBy: try day("2027-07-01"), route: [.board])
        #expect(try ledger.code(unknown, text) == "programme.unknown-edition")
        let nowhere = ScheduleRound(try id("2027"), inForceBy: try day("2027-07-01"), route: [])
        #expect(try ledger.code(nowhere, text) == "ratification.route")
        let sent = try Eight.sent(rule)
        var decision = RecordBoardDecision(try Eight.place("salem"), .adoptedWithAddition, on: try day(text))
        #expect(try sent.code(decision, text) == "ratification.addition")
        decision.outcome = .sentBack
        #expect(try sent.code(decision, text) == "ratification.question")
        decision.sources = [Source("protokoll")]
        #expect(try sent.code(decision, text) == nil)
        decision.isOnPresentedExtract = true
        #expect(try sent.code(decision, text) == "ratification.extract")
        decision.extract = (name: "utdrag.pdf", bytes: SampleFile.pdf)
        #expect(try sent.code(decision, text) == nil)
        #expect(try sent.code(decision, "2027-02-11") == "track.another-day")
        decision.paragraph = 0
        #expect(try sent.code(decision, text) == "meetings.paragraph")
        #expect(try sent.code(RegisterCase(Eight.place("salem"), caseNumber: " "), text) == "ratification.case-number")
        #expect(
            try sent.code(PrepareDecision(Eight.place("salem"), meeting: day("2027-02-09")), text) == "track.meeting-has-been"
        )
        #expect(
            try sent.code(AttachExtract(Eight.place("salem"), name: "a.pdf", bytes: SampleFile.pdf), text) == "track.not-decided"
        )
        let annex = AttachAnnex(try Eight.place("salem"), name: "a.pdf", bytes: SampleFile.pdf, text: "")
        #expect(try sent.code(annex, text) == "ratification.annex-text")
    }

    @Test("a withdrawn edition takes its round with it")
    func withdrawn() throws {
        var ledger = try almost()
        #expect(try ledger.view(on: "2027-03-10").cooperation.ratification[id("2027")] != nil)
        try ledger.record(ChangeVisibility(.edition(id("2027")), isShown: false, reason: "Skäl."), period("2027-03-09"))
        #expect(try ledger.view(on: "2027-03-10").cooperation.ratification[id("2027")] == nil)
    }
}
