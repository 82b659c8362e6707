import Testing

@testable import Cooperation

@Suite("A round in random order, with corrections") struct RoundHistoryTests {
    /// Something that somebody asks for, also what can't be done.
    private func act(_ dice: inout Dice, _ texts: inout Int, on day: Day) throws -> Act {
        func prose() -> Prose {
            texts += 1
            return .numbered(texts)
        }
        let name: Municipality.ID = try id(dice.pick(["haninge", "salem", "tyreso"]))
        let place = RatificationAct.Place(try id("2027"), 1 + dice.below(5) / 4, name)
        let file = Document.Attachment(commitment: prose().commitment, kind: .pdf, name: prose(), size: 1)
        switch dice.below(16) {
        case 0, 1, 2, 3:
            let outcome = dice.happens(60) ? Track.Outcome.adopted : dice.pick(Track.Outcome.allCases)
            let isRight = dice.happens(95)
            let decision = Track.Decision(outcome: outcome, day: isRight ? day : day.adding(days: -3), sources: [])
            return .ratification(.decided(.init(place: place, decision: decision)))
        case 4: return .ratification(.registered(.init(place: place, caseNumber: "KS \(dice.below(99))")))
        case 5: return .ratification(.prepared(.init(place: place, meeting: nil)))
        case 6, 7: return .ratification(.adjusted(place))
        case 8, 9: return .ratification(.posted(place))
        case 10: return .ratification(.appealed(place))
        case 11: return .ratification(.appealEnded(.init(place: place, annulled: dice.happens(50))))
        case 12: return .ratification(.extracted(.init(place: place, attachment: file)))
        case 13:
            var facts = Proposal.Facts(
                edition: try id("2027"),
                number: 2,
                text: try Sample.written(Sample.edition("2027", "2027", to: nil)),
                rule: .init(.everyMember),
                remarks: [],
                sources: []
            )
            facts.rule.restart = dice.pick(EntryRule.Restart.allCases)
            facts.rule.effect = dice.pick(EntryRule.Effect.allCases)
            return .ratification(.proposed(facts))
        case 14:
            let sent = RatificationAct.Sending(edition: try id("2027"), number: 1 + dice.below(2), municipalities: [name])
            return .ratification(.sent(sent))
        default:
            let change = MembersAct.Joining(municipality: try id("tyreso"), remarks: [], sources: [])
            switch dice.below(4) {
            case 0: return .members(.left(.init(municipality: try id("tyreso"), remarks: [], sources: [])))
            case 1: return .members(.joined(change))
            case 2:
                let count = dice.below(90_000)
                return .members(
                    .populationRecorded(.init(municipality: name, count: count, basis: .published, remarks: [], sources: []))
                )
            default: return .programme(.enteredIntoForce(.init(edition: try id("2027"), remarks: [], sources: [])))
            }
        }
    }

    @Test(
        "nothing that was accepted comes to mean nothing, and what is in force follows from the rule",
        arguments: [1, 2] as [UInt64]
    )
    func random(_ seed: UInt64) throws {
        var dice = Dice(seed)
        var texts = 50_000
        var (accepted, refused, entered, corrected) = (0, 0, 0, 0)
        var base = try Ledger([("2010", Sample.settings()), ("2010", try Sample.edition("2027", "2027", to: nil))])
        for (index, name) in ["haninge", "salem", "tyreso"].enumerated() {
            try base.record(Sample.municipality(name, code: "013\(index)"), period("2010"))
            try base.record(Sample.membership(.join, name), period("2010"))
            try base.record(Sample.population(name, 10_000 * (index + 1)), period("2020-12-31"))
        }
        for _ in 0..<Effort.count(5000, otherwise: 250) {
            var ledger = base
            let consents: [EntryRule.Consent] = [
                .everyMember, .everyMemberWithoutAddition, .quorum(members: 2, populationThousandths: 500),
            ]
            let rule = EntryRule(dice.pick(consents), at: dice.pick(EntryRule.Effect.allCases))
            try ledger.record(RecordProposal(id("2027"), rule: rule), period("2027-02-01"))
            try ledger.record(SendProposal(id("2027"), number: 1), period("2027-02-02"))
            let first = ledger.timeline.count
            var timeline = ledger.timeline
            var today = try day("2027-02-02")
            for _ in 0..<40 {
                today = today.adding(days: dice.below(10))
                let happened = dice.happens(75) ? today : today.adding(days: -dice.below(40))
                var act = try act(&dice, &texts, on: happened)
                let mends = timeline.count > first && dice.happens(15)
                if mends {
                    let target = Position(Int64(first + 1 + dice.below(timeline.count - first)))
                    texts += 1
                    act = .record(
                        dice.happens(50)
                            ? .struck(.init(target: target, reason: .numbered(texts)))
                            : .corrected(.init(target: target, replacement: act, reason: .numbered(texts)))
                    )
                }
                let record = Record(
                    position: Position(Int64(timeline.count + 1)),
                    recorded: Instant(startOf: today),
                    happened: .day(happened),
                    actor: .importer,
                    act: act
                )
                let before = timeline.live
                guard let next = try? timeline.appending(record) else {
                    refused += 1
                    #expect(timeline.live == before, "a refusal leaves everything as it was")
                    continue
                }
                accepted += 1
                if mends { corrected += 1 }
                timeline = next
                #expect(!timeline.live.hasVoidActs)
                entered += try check(timeline.live)
            }
            // By the shortest way it is the same, on the last day and on another.
            let oracle = Oracle(timeline.records)
            #expect(oracle.cooperation() == timeline.live)
            let other = try day("2027-02-02").adding(days: dice.below(200))
            #expect(oracle.cooperation(asOf: other) == timeline.cooperation(asOf: other))
            _ = try check(timeline.cooperation(asOf: other))
        }
        #expect(
            accepted > 500 && refused > 500 && entered > 20 && corrected > 50,
            "\(accepted) \(refused) \(entered) \(corrected)"
        )
    }

    /// What holds of every state; 1 when the edition is in force.
    private func check(_ cooperation: Cooperation) throws -> Int {
        guard let round = cooperation.ratification[try id("2027")], let current = round.current else { return 0 }
        let entry = current.entryIntoForce(among: cooperation.members)
        #expect(cooperation.programme[try id("2027")]?.inForce == entry.map { .day($0) })
        for proposal in round.proposals {
            for track in proposal.allTracks {
                #expect(track.isInOrder)
                guard let origin = track.carriedFrom else { continue }
                let first = round.proposal(origin)?[track.municipality]
                #expect(first?.stage == track.stage, "a decision that stands over is one decision")
            }
        }
        return entry == nil ? 0 : 1
    }
}
