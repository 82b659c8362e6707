import Testing

@testable import Cooperation

@Suite("What stands on a municipality's track is corrected by the municipality, or on a presented extract")
struct TrackCorrectionTests {
    /// A round that Haninge has registered and decided on, and the places of those two acts.
    private func decided() throws -> (ledger: Ledger, registered: Position, decided: Position) {
        var ledger = try Eight.sent(EntryRule(.everyMember))
        try ledger.record(RegisterCase(Eight.place("haninge"), caseNumber: "KS 1"), period("2027-02-03"))
        let registered = ledger.last
        var decision = try Eight.decide("haninge", .rejected, on: "2027-02-10")
        (decision.extract, decision.isOnPresentedExtract) = (("Utdrag.pdf", SampleFile.pdf), true)
        try ledger.record(decision, period("2027-02-10"))
        return (ledger, registered, ledger.last)
    }

    private static let shown = TrackGround.presentedExtract(("Nytt utdrag.pdf", SampleFile.pdf))

    private func decision(_ ledger: Ledger) throws -> Track.Decision {
        try #require(try ledger.proposal[id("haninge")]?.decision)
    }

    @Test("nobody corrects it without saying what that rests on, and nobody without the extract that was shown")
    func refused() throws {
        let (ledger, registered, decided) = try decided()
        let other = RegisterCase(try Eight.place("haninge"), caseNumber: "KS 2")
        let adopted = try Eight.decide("haninge", .adopted, on: "2027-02-10")
        for (position, request, day) in [(registered, other as any Request, "2027-02-03"), (decided, adopted, "2027-02-10")] {
            #expect(try ledger.code(CorrectRecord(position, with: request, reason: "Fel."), day) == "record.extract")
            let missing = CorrectRecord(position, with: request, reason: "Fel.", on: .presentedExtract(nil))
            #expect(try ledger.refusal(missing, day) == .init(code: "record.extract", field: "extract"))
            let broken = CorrectRecord(position, with: request, reason: "Fel.", on: .presentedExtract(("Utdrag.pdf", [1, 2, 3])))
            #expect(try ledger.code(broken, day) != nil)
            #expect(try ledger.code(CorrectRecord(position, with: request, reason: "Fel.", on: .municipality), day) == nil)
            #expect(try ledger.code(CorrectRecord(position, with: request, reason: "Fel.", on: Self.shown), day) == nil)
            #expect(try ledger.code(CorrectRecord(position, with: request, reason: " ", on: Self.shown), day) == "record.reason")
        }
        let strike = StrikeRecord(decided, reason: "Fel.", on: .presentedExtract(nil))
        #expect(try ledger.code(strike, "2027-02-11") == "record.extract")
    }

    @Test("a decision gets the extract that it was corrected by; the municipality's own correction keeps what there is, unmarked")
    func decisions() throws {
        var (ledger, _, decided) = try decided()
        let first = try #require(try decision(ledger).extract)
        let adopted = try Eight.decide("haninge", .adopted, on: "2027-02-10")
        try ledger.record(CorrectRecord(decided, with: adopted, reason: "Fel utfall.", on: Self.shown), period("2027-02-10"))
        let corrected = try decision(ledger)
        #expect(corrected.outcome == .adopted && corrected.isOnPresentedExtract == true && corrected.extract != first)
        guard case .record(let act)? = ledger.timeline[ledger.last]?.act else {
            Issue.record("no correction")
            return
        }
        #expect(
            act.presentedExtract == corrected.extract && ledger.timeline[ledger.last]?.act.attachment == corrected.extract
        )
        let wording = try #require(ledger.timeline.wording(of: decided)?.act)
        guard case .ratification(.decided(let recorded)) = wording else {
            Issue.record("no decision")
            return
        }
        var own = RecordBoardDecision(of: recorded)
        own.paragraph = 46
        try ledger.record(CorrectRecord(decided, with: own, reason: "Fel paragraf.", on: .municipality), period("2027-02-10"))
        let last = try decision(ledger)
        #expect(last.paragraph == 46 && last.extract == corrected.extract && last.isOnPresentedExtract == nil)
        guard case .record(let second)? = ledger.timeline[ledger.last]?.act else {
            Issue.record("no correction")
            return
        }
        #expect(second.presentedExtract == nil)
    }

    @Test("the extract lies with the correction of what has none of its own, and goes with the message of it")
    func steps() throws {
        var (ledger, registered, decided) = try decided()
        let other = RegisterCase(try Eight.place("haninge"), caseNumber: "KS 2")
        try ledger.record(CorrectRecord(registered, with: other, reason: "Fel.", on: Self.shown), period("2027-02-03"))
        let corrected = try #require(ledger.timeline[ledger.last]?.act.attachment)
        #expect(ledger.texts[Prose(corrected.commitment)] == "(fil)" && ledger.timeline[ledger.last]?.act.attachment == corrected)
        #expect(try ledger.proposal[id("haninge")]?.caseNumber == "KS 2")
        try ledger.record(StrikeRecord(decided, reason: "Fel.", on: Self.shown), period("2027-02-11"))
        let struck = try #require(ledger.timeline[ledger.last]?.act.attachment)
        #expect(struck != corrected)
        let papers = ledger.timeline.trackMessages(after: decided).compactMap { $0.paper?.attachment }
        #expect(papers == [corrected, struck])
        // A file is in the act's own texts, so it can be erased and exported.
        let proses = try #require(try ledger.timeline[ledger.last]?.act.proses())
        #expect(proses.contains(Prose(struck.commitment)) && proses.contains(struck.name))
    }

    @Test("a correction is about what it corrects, as that was recorded, as it stood, and as it is to be")
    func touched() throws {
        var (ledger, registered, _) = try decided()
        let salem = RegisterCase(try Eight.place("salem"), caseNumber: "KS 2")
        try ledger.record(CorrectRecord(registered, with: salem, reason: "Fel kommun.", on: .municipality), period("2027-02-03"))
        try ledger.record(StrikeRecord(registered, reason: "Fel ändå.", on: .municipality), period("2027-02-11"))
        func places(_ position: Position) throws -> [String] {
            let record = try #require(ledger.timeline[position])
            return ledger.timeline.acts(touchedBy: record).compactMap { $0.trackPlace?.municipality.text }
        }
        #expect(try places(registered) == ["haninge"])
        #expect(try places(Position(ledger.last.number - 1)) == ["haninge", "salem"])
        #expect(try places(ledger.last) == ["haninge", "salem"])
    }
}
