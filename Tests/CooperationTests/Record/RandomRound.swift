@testable import Cooperation

/// How far the random round of decisions has come: without a memory hardly any step would follow on another.
struct RandomRound {
    static let editions = ["2027", "2031"]
    static let meetings = ["forsta", "andra"]
    static let contributions = ["c1", "c2", "c3", "c4"]

    /// The track that was walked on last, and how many steps have been asked for there.
    var place = RatificationAct.Place(id("2027"), 1, id("haninge"))
    var steps = 9
    /// Whether what comes next is an appeal, or how one ended: they come within three weeks, which other acts seldom leave room for.
    var isAppealDue: Bool { steps == 6 || steps == 7 }
    /// Proposals asked for, by edition.
    var proposed: [Edition.ID: Int] = [:]
    /// Those that have been asked to be members.
    var joined: [Municipality.ID] = []

    private static func id<Entity>(_ text: String) -> Identifier<Entity> {
        guard let id = Identifier<Entity>(text) else { preconditionFailure("\(text) is an id") }
        return id
    }
}

extension RandomHistory {
    mutating func meetingsAct() -> MeetingsAct {
        if dice.happens(60) {
            return .recorded(
                Meeting.Facts(
                    body: name(["ssk", "ks"]),
                    id: name(RandomRound.meetings),
                    stage: dice.happens(30) ? dice.pick(DecisionStage.allCases) : nil,
                    day: today.adding(days: 200 - dice.below(4000)),
                    place: nil,
                    papersDue: nil,
                    isCancelled: dice.happens(15) ? true : nil,
                    remarks: [],
                    sources: []
                )
            )
        }
        return .decided(
            Meeting.Decision(
                body: name(["ssk", "ks"]),
                meeting: name(RandomRound.meetings),
                paragraph: 1 + dice.below(4),
                title: prose(),
                text: nil,
                about: dice.happens(10) ? subject() : nil,
                sources: []
            )
        )
    }

    // MARK: Drafts

    mutating func draftingAct() -> DraftingAct {
        let edition: Edition.ID = name(["2027", "2027", "2027", "2031"])
        let contribution: Contribution.ID = name(RandomRound.contributions)
        switch dice.below(12) {
        case 0, 1:
            var text = text()
            text.id = edition
            return .begun(.init(text: text, base: nil))
        case 2...5: return .revised(.init(edition: edition, change: change()))
        case 6:
            return .opened(
                .init(
                    edition: edition,
                    bodies: dice.happens(30) ? [name(Self.bodies)] : [],
                    municipalities: dice.happens(50),
                    isPublic: dice.happens(50),
                    until: today.adding(days: dice.below(90)),
                    invitation: nil
                )
            )
        case 7, 8:
            return .contributed(
                .init(
                    edition: edition,
                    id: contribution,
                    node: dice.happens(60) ? name(["ett", "tva", "tre"]) : nil,
                    field: dice.happens(50) ? .text : nil,
                    text: prose(),
                    proposed: nil,
                    basis: nil,
                    sender: dice.happens(60) ? .anyone(name: nil) : .invited(body: name(Self.bodies), municipality: nil)
                )
            )
        case 9: return .released(.init(edition: edition, contribution: contribution))
        case 10: return .takenDown(.init(edition: edition, contribution: contribution, reason: prose()))
        default:
            return .answered(
                .init(
                    answer: .init(edition: edition, contribution: contribution, outcome: .noted, reason: prose()),
                    change: dice.happens(40)
                        ? .adopted(contribution, node: name(["ett", "tva"]), field: .text, text: prose()) : nil
                )
            )
        }
    }

    private mutating func change() -> DraftChange {
        let (one, other): (Edition.Node.ID, Edition.Node.ID) = (
            name(["ett", "tva", "tre"]), name(["ett", "tva", "tre", "fyra"])
        )
        switch dice.below(8) {
        case 0: return .rewritten(node(dice.below(4), under: nil))
        case 1, 2: return .added(node(1 + dice.below(3), under: dice.happens(60) ? 0 : nil), before: nil)
        case 3: return .removed(one)
        case 4: return .moved(one, under: dice.happens(50) ? other : nil, before: dice.happens(30) ? other : nil)
        case 5: return .split(one, into: [node(dice.below(2), under: nil), node(3, under: nil)])
        case 6: return .merged([one, other], into: node(dice.below(3), under: nil))
        default: return .restored(version: 1 + dice.below(5))
        }
    }

    // MARK: Rounds

    mutating func ratificationAct(on day: Day) -> RatificationAct {
        if dice.happens(round.steps < 9 ? 8 : 60) { return beginning(on: day) }
        if round.steps >= 9, dice.happens(40) {
            round.place = .init(name(["2027", "2027", "2027", "2031"]), 1 + dice.below(2), member())
            round.steps = 0
        }
        // Mostly the next step of the track, or hardly any track would come to its end; what is dated back seldom follows on anything.
        if day == today, dice.happens(85) { return nextStep(on: day) }
        return step(dice.below(9), on: day)
    }

    /// The next step of the track that was walked on last.
    mutating func nextStep(on day: Day) -> RatificationAct {
        defer { round.steps += 1 }
        return step(round.steps, on: day)
    }

    private mutating func step(_ number: Int, on day: Day) -> RatificationAct {
        let place = round.place
        switch number % 9 {
        case 0: return .registered(.init(place: place, caseNumber: "KS \(dice.below(99))"))
        case 1: return .prepared(.init(place: place, meeting: dice.happens(50) ? today.adding(days: dice.below(30)) : nil))
        case 2:
            let decision = Track.Decision(
                outcome: dice.happens(60) ? .adopted : dice.pick(Track.Outcome.allCases),
                day: dice.happens(95) ? day : today,
                text: prose(),
                sources: []
            )
            return .decided(.init(place: place, decision: decision))
        case 3: return .extracted(.init(place: place, attachment: attachment()))
        case 4: return .adjusted(place)
        case 5: return .posted(place)
        case 6: return .appealed(place)
        case 7: return .appealEnded(.init(place: place, annulled: dice.happens(40)))
        default: return .annexed(.init(place: place, annex: .init(attachment: attachment(), text: prose())))
        }
    }

    /// Mostly one that has been asked to join.
    private mutating func member() -> Municipality.ID {
        !round.joined.isEmpty && dice.happens(85) ? dice.pick(round.joined) : name(Self.municipalities)
    }

    private mutating func beginning(on day: Day) -> RatificationAct {
        let edition: Edition.ID = name(["2027", "2027", "2027", "2031"])
        switch dice.below(5) {
        case 0:
            return .scheduled(
                .init(
                    edition: edition,
                    inForceBy: today.adding(days: 200),
                    route: dice.happens(90) ? [.board] : [],
                    preparationDays: 5,
                    countsLegalForce: dice.happens(50),
                    remarks: []
                )
            )
        case 1, 2:
            var text = text()
            text.id = edition
            let last = round.proposed[edition, default: 0]
            let number = dice.happens(85) ? min(last, 2) + 1 : 1 + dice.below(3)
            if number == last + 1, day == today { round.proposed[edition] = number }
            return .proposed(
                .init(
                    edition: edition,
                    number: number,
                    text: text,
                    version: nil,
                    digest: dice.happens(50) ? prose().commitment.hexadecimal : nil,
                    decision: nil,
                    rule: rule(),
                    remarks: [],
                    sources: []
                )
            )
        default:
            let first = member()
            let number = round.proposed[edition, default: 1]
            if day == today { (round.place, round.steps) = (.init(edition, number, first), 0) }
            return .sent(
                .init(
                    edition: edition,
                    number: number,
                    municipalities: dice.happens(70) ? [first] : [first, name(Self.municipalities)]
                )
            )
        }
    }

    private mutating func rule() -> EntryRule {
        let consent: EntryRule.Consent =
            switch dice.below(4) {
            case 0: .everyMember
            case 1: .everyMemberWithoutAddition
            default: .quorum(members: 1 + dice.below(4), populationThousandths: dice.happens(50) ? 0 : 250 * dice.below(5))
            }
        return EntryRule(
            consent,
            at: dice.pick(EntryRule.Effect.allCases),
            notBefore: dice.happens(20) ? today.adding(days: dice.below(100)) : nil,
            restart: dice.pick(EntryRule.Restart.allCases)
        )
    }

    private mutating func attachment() -> Document.Attachment {
        Document.Attachment(commitment: prose().commitment, kind: .pdf, name: prose(), size: dice.below(1000))
    }
}
