import Testing

@testable import Cooperation

@Suite("A round from the first words to the day the programme is in force") struct PlayedRoundTests {
    /// The whole round, each act on its day and some of them recorded later.
    private func played() throws -> Ledger {
        var ledger = try Eight.beginning()
        func happens(_ text: String, recorded: String? = nil, _ request: any Request) throws {
            try ledger.record(request, try period(text), on: try recorded.map { try day($0) })
        }
        let edition: Edition.ID = try id("2027")

        // The secretariat writes, and asks the network and everybody what they think.
        var goal = ReviseDraft.Part(try id("bussar"), level: 1, under: try id("omrade"), title: "Fler bussar")
        goal.ancestry = "Målet är nytt: det saknades i programmet före."
        try happens("2026-08-10", ReviseDraft(edition, .add(goal)))
        var opening = OpenDraft(
            edition,
            bodies: [try id("planering")],
            municipalities: false,
            isPublic: true,
            until: try day("2026-10-01")
        )
        opening.invitation = "Vad saknas?"
        try happens("2026-09-01", opening)
        var proposal = Contribute(
            edition,
            id: try id("c1"),
            on: try id("bussar"),
            text: "Också nattetid.",
            from: .anyone(name: nil)
        )
        (proposal.field, proposal.proposed) = (.title, "Fler bussar, också om natten")
        try happens("2026-09-10", proposal)
        try happens("2026-09-11", Contribute(edition, id: try id("c2"), on: nil, text: "Skällsord.", from: .anyone(name: nil)))
        try happens("2026-09-12", ReleaseContribution(edition, try id("c1")))
        try happens("2026-09-12", TakeDownContribution(edition, try id("c2"), reason: "Den handlar inte om programmet."))
        try happens("2026-10-05", AnswerContribution(edition, try id("c1"), .accepted, reason: "Det behövs om natten också."))

        // The committee decides and locks it, and it is sent to the eight.
        for (day, request) in try Eight.meeting() { try happens(day, request) }
        try happens("2027-02-01", try Eight.lock(ledger, .init(.everyMember, restart: .thoseWithoutAdoption)))
        try happens("2027-02-02", SendProposal(edition, number: 1))
        try happens("2027-02-08", RegisterCase(try Eight.place("haninge"), caseNumber: "KS 2027/123"))
        try happens("2027-02-20", PrepareDecision(try Eight.place("haninge"), meeting: try day("2027-03-01")))

        // Seven say yes, one of them with an addition; Tyresö asks who is to pay.
        try happens("2027-03-01", try Eight.decide("haninge", .adopted, on: "2027-03-01"))
        try happens("2027-03-01", recorded: "2027-03-05", try Eight.decide("salem", .adoptedWithAddition, on: "2027-03-01"))
        try happens("2027-03-15", try Eight.decide("tyreso", .sentBack, on: "2027-03-15"))
        for name in ["botkyrka", "huddinge", "nykvarn", "nynashamn", "sodertalje"] {
            try happens("2027-03-08", recorded: "2027-03-20", try Eight.decide(name, .adopted, on: "2027-03-08"))
        }

        // The text is written so that everybody can stand by it, and those who hadn't adopted it as it was decide anew.
        var part = ReviseDraft.Part(of: try #require(ledger.live.drafting[edition]?.current.text.nodes.last))
        part.text = "Regionen betalar."
        try happens("2027-03-20", ReviseDraft(edition, .rewrite(part)))
        try happens("2027-04-01", try Eight.lock(ledger, .init(.everyMember, restart: .thoseWithoutAdoption)))
        try happens("2027-04-01", SendProposal(edition, number: 2))
        try happens("2027-05-03", try Eight.decide("salem", .adopted, on: "2027-05-03", 2))
        try happens("2027-05-10", recorded: "2027-05-12", try Eight.decide("tyreso", .adopted, on: "2027-05-10", 2))
        return ledger
    }

    @Test("is told day by day")
    func told() throws {
        let ledger = try played()
        let edition: Edition.ID = try id("2027")
        func standing(on text: String) throws -> Proposal.Standing? {
            let cooperation = try ledger.cooperation(asOf: text)
            return try cooperation.ratification[edition]?.current?.standing(among: cooperation.members, on: day(text))
        }
        #expect(try standing(on: "2027-01-31") == nil)
        #expect(try standing(on: "2027-02-01") == .notSent)
        #expect(try standing(on: "2027-02-28") == .open(waitingFor: Eight.names.map { try id($0) }))
        let without = Eight.names.filter { !["haninge", "salem"].contains($0) }
        #expect(try standing(on: "2027-03-01") == .open(waitingFor: without.map { try id($0) }))
        #expect(try standing(on: "2027-03-14") == .open(waitingFor: [id("tyreso")]))
        #expect(try standing(on: "2027-03-31") == .commonTextNeeded(because: [id("tyreso")]))
        #expect(try standing(on: "2027-04-01") == .open(waitingFor: [id("salem"), id("tyreso")]))
        #expect(try standing(on: "2027-05-09") == .open(waitingFor: [id("tyreso")]))
        #expect(try standing(on: "2027-05-10") == .adopted(inForce: day("2027-05-10")))
        let programme = ledger.live.programme
        #expect(try programme.latestInForce(on: day("2027-05-09"))?.text.id == id("2019"))
        #expect(try programme.latestInForce(on: day("2027-05-10"))?.text.id == edition)
        let text = try #require(programme[edition]?.text)
        #expect(text.nodes.map(\.id.text) == ["omrade", "mal", "bussar"])
        let bus = try #require(text.nodes.last)
        #expect(bus.title.flatMap { ledger.texts[$0] } == "Fler bussar, också om natten")
        #expect(bus.text.flatMap { ledger.texts[$0] } == "Regionen betalar.")
        #expect(text.nodes[1].predecessors == [.init(try id("2019"), try id("mal"))] && bus.predecessors == nil)
        let round = try #require(ledger.live.ratification[edition])
        #expect(round.proposals.map(\.facts.version) == [3, 4])
        #expect(round.proposal(1)?.facts.text.nodes.last?.text == nil, "what was locked first stands as it was")
        #expect(!ledger.live.hasVoidActs)
    }

    @Test("on any day, as it was known on any other, is what the acts recorded by then and happened by then come to")
    func asOf() throws {
        let ledger = try played()
        let records = ledger.records
        let edges = [
            "2026-09-11", "2027-03-01", "2027-03-04", "2027-03-05", "2027-03-19", "2027-03-20", "2027-05-10", "2027-05-12",
        ]
        var seen: Set<[UInt8]> = []
        for edge in try edges.map(day) {
            let counted = records.filter { $0.recorded.swedishDay <= edge }
            let known = ledger.timeline.known(by: edge)
            #expect(known.count == counted.count)
            for text in try edges.map(day) {
                var folded = Cooperation()
                for record in counted.filter({ $0.happened.last <= text }).sorted(by: {
                    ($0.happened.last, $0.position) < ($1.happened.last, $1.position)
                }) {
                    folded.apply(record.act, at: record.happened, position: record.position)
                }
                let found = known.cooperation(asOf: text)
                #expect(found == folded, "\(text) as known \(edge)")
                seen.insert(try found.canonicalForm())
            }
        }
        #expect(seen.count > 7)
        // What Salem decided on the 1st was known on the 5th.
        func salem(_ text: String, known edge: String) throws -> Track.Outcome? {
            let cooperation = try ledger.timeline.known(by: day(edge)).cooperation(asOf: day(text))
            return try cooperation.ratification[id("2027")]?.current?[id("salem")]?.decision?.outcome
        }
        #expect(try salem("2027-03-02", known: "2027-03-04") == nil)
        #expect(try salem("2027-03-02", known: "2027-03-05") == .adoptedWithAddition)
        #expect(try salem("2027-02-28", known: "2027-03-05") == nil)
    }
}
