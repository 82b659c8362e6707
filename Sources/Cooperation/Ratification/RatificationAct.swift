import HashTreeCollections

/// Acts about the boards' decisions on a proposal.
///
/// No act says that a programme is in force: it follows from the others (`Proposal.entryIntoForce`).
package enum RatificationAct: Hashable, Sendable {
    /// When an edition must be in force, and which way it goes in each municipality.
    case scheduled(Round.Schedule)
    /// The committee locked a text.
    case proposed(Proposal.Facts)
    /// A proposal was sent to some municipalities.
    case sent(Sending)
    /// A municipality gave it a case number.
    case registered(Registration)
    /// It was put on the agenda of a meeting.
    case prepared(Preparation)
    /// A board decided.
    case decided(BoardDecision)
    /// The extract of the minutes was attached, or replaced.
    case extracted(Extract)
    /// The paragraph was adjusted.
    case adjusted(Place)
    /// The adjustment was posted on the notice board.
    case posted(Place)
    /// The decision was appealed.
    case appealed(Place)
    /// A court ended the appeal.
    case appealEnded(AppealEnding)
    /// A municipality's annex was compared with the locked text.
    case annexed(Annexing)

    /// One municipality's track of a proposal.
    package struct Place: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var number: Int
        package var municipality: Municipality.ID

        /// A municipality's track of a proposal.
        package init(_ edition: Edition.ID, _ number: Int, _ municipality: Municipality.ID) {
            self.edition = edition
            self.number = number
            self.municipality = municipality
        }
    }

    /// To whom a proposal was sent.
    package struct Sending: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var number: Int
        package var municipalities: [Municipality.ID]
    }

    /// A case number.
    package struct Registration: Hashable, Sendable, Codable {
        package var place: Place
        package var caseNumber: String
        /// What somebody else than the municipality's own registrar went by; nil when it was the registrar.
        package var ground: Prose?
    }

    /// The meeting that is to deal with it.
    package struct Preparation: Hashable, Sendable, Codable {
        package var place: Place
        package var meeting: Day?
        /// As for a case number.
        package var ground: Prose?
    }

    /// What a board decided.
    package struct BoardDecision: Hashable, Sendable, Codable {
        package var place: Place
        package var decision: Track.Decision
    }

    /// An extract of the minutes.
    package struct Extract: Hashable, Sendable, Codable {
        package var place: Place
        package var attachment: Document.Attachment
    }

    /// How an appeal ended.
    package struct AppealEnding: Hashable, Sendable, Codable {
        package var place: Place
        package var annulled: Bool
    }

    /// A municipality's annex.
    package struct Annexing: Hashable, Sendable, Codable {
        package var place: Place
        package var annex: Track.Annex
    }

    /// The edition that the act is about, and the track when it is about one.
    private var reach: (edition: Edition.ID, place: Place?) {
        switch self {
        case .scheduled(let schedule): (schedule.edition, nil)
        case .proposed(let facts): (facts.edition, nil)
        case .sent(let sending): (sending.edition, nil)
        case .registered(let registration): registration.place.reach
        case .prepared(let preparation): preparation.place.reach
        case .decided(let decision): decision.place.reach
        case .extracted(let extract): extract.place.reach
        case .adjusted(let place), .posted(let place), .appealed(let place): place.reach
        case .appealEnded(let ending): ending.place.reach
        case .annexed(let annexing): annexing.place.reach
        }
    }

    /// The track that the act is about; nil for what is about the whole round.
    package var place: Place? { reach.place }

    /// The edition that the act is about.
    package var edition: Edition.ID { reach.edition }

    /// Whether the act is about which proposal counts and who has got it.
    package var isAboutProposal: Bool {
        switch self {
        case .proposed, .sent: true
        default: false
        }
    }

    /// Whether the act can change whose decision stands over when a new proposal comes, and so who is sent it.
    package var decidesWhatStandsOver: Bool {
        switch self {
        case .decided, .appealEnded: true
        default: false
        }
    }

    /// What the act does to its track; nil for what does nothing to the stage.
    var step: Track.Step? {
        switch self {
        case .scheduled, .proposed, .sent, .annexed: nil
        case .registered(let registration): .register(caseNumber: registration.caseNumber)
        case .prepared(let preparation): .prepare(meeting: preparation.meeting)
        case .decided(let decided): .decide(decided.decision)
        case .extracted(let extract): .attach(extract.attachment)
        case .adjusted: .adjust
        case .posted: .post
        case .appealed: .appeal
        case .appealEnded(let ending): .endAppeal(annulled: ending.annulled)
        }
    }
}

extension RatificationAct: CapabilityAct {
    static let forms = [
        ActForm("ratification.scheduled") { .ratification(.scheduled($0)) },
        ActForm("ratification.proposed") { .ratification(.proposed($0)) },
        ActForm("ratification.sent") { .ratification(.sent($0)) },
        ActForm("ratification.registered") { .ratification(.registered($0)) },
        ActForm("ratification.prepared") { .ratification(.prepared($0)) },
        ActForm("ratification.decided") { .ratification(.decided($0)) },
        ActForm("ratification.extracted") { .ratification(.extracted($0)) },
        ActForm("ratification.adjusted") { .ratification(.adjusted($0)) },
        ActForm("ratification.posted") { .ratification(.posted($0)) },
        ActForm("ratification.appealed") { .ratification(.appealed($0)) },
        ActForm("ratification.appeal-ended") { .ratification(.appealEnded($0)) },
        ActForm("ratification.annexed") { .ratification(.annexed($0)) },
    ]

    var kind: String {
        switch self {
        case .scheduled: "ratification.scheduled"
        case .proposed: "ratification.proposed"
        case .sent: "ratification.sent"
        case .registered: "ratification.registered"
        case .prepared: "ratification.prepared"
        case .decided: "ratification.decided"
        case .extracted: "ratification.extracted"
        case .adjusted: "ratification.adjusted"
        case .posted: "ratification.posted"
        case .appealed: "ratification.appealed"
        case .appealEnded: "ratification.appeal-ended"
        case .annexed: "ratification.annexed"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .scheduled(let schedule): schedule
        case .proposed(let facts): facts
        case .sent(let sending): sending
        case .registered(let registration): registration
        case .prepared(let preparation): preparation
        case .decided(let decision): decision
        case .extracted(let extract): extract
        case .adjusted(let place), .posted(let place), .appealed(let place): place
        case .appealEnded(let ending): ending
        case .annexed(let annexing): annexing
        }
    }
}

extension Cooperation {
    /// Why an act about the boards' decisions would mean nothing here; nil when it can be applied.
    ///
    /// - Parameters:
    ///   - act: the act.
    ///   - period: when it happens; a step on a track can't come before what it follows.
    /// - Returns: the objection.
    func objection(to act: RatificationAct, at period: Period?) -> Refusal? {
        switch act {
        case .scheduled(let schedule):
            guard programme[schedule.edition] != nil || drafting[schedule.edition] != nil else {
                return .unknownEdition(schedule.edition)
            }
            return schedule.route.isEmpty ? .noRoute : nil
        case .proposed(let facts): return objection(toProposing: facts)
        case .sent(let sending):
            guard let proposal = ratification[sending.edition]?.current, proposal.facts.number == sending.number else {
                return .notCurrent
            }
            for id in sending.municipalities {
                guard let municipality = members[id] else { return .unknownMunicipality(id) }
                guard proposal[id] == nil || proposal[id]?.carriedFrom != nil else {
                    return .sentAlready(municipality.facts.name)
                }
                guard period.map({ municipality.isMember(on: $0.last) }) ?? true else {
                    return .notMember(municipality.facts.name)
                }
            }
            return sending.municipalities.isEmpty ? .sentToNobody : nil
        default:
            guard let place = act.place, let proposal = ratification[place.edition]?.proposal(place.number) else {
                return .unknownProposal
            }
            guard let track = proposal[place.municipality] else { return .notSent }
            guard let step = act.step else { return nil }
            // What happens to a decision that stood when a new proposal came is still recorded; nothing new is decided on the old one.
            if case .decide = step, ratification[place.edition]?.current?.facts.number != place.number { return .notCurrent }
            guard let period else { return nil }
            do {
                _ = try track.after(step, on: period.last)
                return nil
            } catch {
                return error
            }
        }
    }

    /// Why an act about the programme can't stand beside a round of decisions; nil when it can.
    ///
    /// When an edition is in force follows from the decisions and from nothing else, and what is decided on is what was locked.
    func objection(besideRoundTo act: ProgrammeAct) -> Refusal? {
        switch act {
        case .enteredIntoForce(let entry): return ratification[entry.edition]?.current == nil ? nil : .followsFromDecisions
        case .recorded(let text):
            guard let facts = ratification[text.id]?.current?.facts, facts.digest != nil else { return nil }
            return text == facts.text ? nil : .textIsLocked
        case .extended(let added):
            guard ratification[added.edition]?.current?.facts.digest != nil else { return nil }
            return programme[added.edition]?.inForce == nil ? .textIsLocked : nil
        case .served, .prolonged: return nil
        }
    }

    private func objection(toProposing facts: Proposal.Facts) -> Refusal? {
        let round = ratification[facts.edition]
        guard facts.number == (round?.current?.facts.number ?? 0) + 1 else { return .proposedMeanwhile }
        if programme[facts.edition]?.inForce != nil {
            return Refusal(
                "ratification.in-force",
                field: "edition",
                "Programmet är redan antaget. Gör en ny utgåva om texten ska ändras."
            )
        }
        if let decision = facts.decision, meetings[decision] == nil { return .unknownDecision }
        if let digest = facts.digest, Commitment(hexadecimal: digest) == nil { return .noDigest }
        if let objection = facts.rule.objection { return objection }
        return programme.objection(to: .recorded(facts.text), frames: outerFrames)
    }
}

extension Ratification {
    /// The rounds after an act that meets no objection.
    mutating func apply(_ act: RatificationAct, at period: Period) {
        var round = rounds[act.edition] ?? Round(edition: act.edition)
        switch act {
        case .scheduled(let schedule): round.schedule = schedule
        case .proposed(let facts):
            var proposal = Proposal(facts, locked: period)
            if facts.rule.restart == .thoseWithoutAdoption, let earlier = round.current { proposal.carry(from: earlier) }
            round.proposals.append(proposal)
        case .sent(let sending):
            for id in sending.municipalities { round.change(sending.number) { $0.tracks[id] = Track(id, sent: period.last) } }
        case .annexed(let annexing):
            round.change(annexing.place) { $0.annexes.append(Dated(annexing.annex, period)) }
        default:
            guard let place = act.place, let step = act.step else { return }
            for number in round.numbers(sharing: place, in: step) {
                round.change(.init(place.edition, number, place.municipality)) { track in
                    if let next = try? track.after(step, on: period.last) { track = next }
                }
            }
        }
        rounds[act.edition] = round
    }
}

extension Round {
    /// The proposals in which a step on a track is taken.
    ///
    /// What happens to a decision that stands over happens wherever it counts; what is decided anew counts in its own proposal alone.
    fileprivate func numbers(sharing place: RatificationAct.Place, in step: Track.Step) -> [Int] {
        if case .decide = step { return [place.number] }
        let origin = proposal(place.number)?[place.municipality]?.carriedFrom ?? place.number
        return proposals.map(\.facts.number).filter { number in
            number == origin || proposal(number)?[place.municipality]?.carriedFrom == origin
        }
    }

    fileprivate mutating func change(_ number: Int, _ change: (inout Proposal) -> Void) {
        guard let index = proposals.firstIndex(where: { $0.facts.number == number }) else { return }
        change(&proposals[index])
    }

    fileprivate mutating func change(_ place: RatificationAct.Place, _ change: (inout Track) -> Void) {
        self.change(place.number) { proposal in
            guard var track = proposal.tracks[place.municipality] else { return }
            change(&track)
            proposal.tracks[place.municipality] = track
        }
    }
}

extension Proposal {
    /// Takes over the decisions of those that have adopted an earlier proposal as it was.
    fileprivate mutating func carry(from earlier: Proposal) {
        for (id, track) in earlier.tracks where track.decision?.outcome == .adopted {
            var carried = track
            carried.carriedFrom = track.carriedFrom ?? earlier.facts.number
            // An annex was compared with the text it was sent with, and says nothing of the new one.
            carried.annexes = []
            tracks[id] = carried
        }
    }
}

extension RatificationAct.Place {
    fileprivate var reach: (edition: Edition.ID, place: Self?) { (edition, self) }
}

extension Refusal {
    static let noRoute = Refusal("ratification.route", field: "route", "Välj vilka organ ärendet går genom i kommunerna.")

    static let unknownProposal = Refusal("ratification.unknown-proposal", "Förslaget finns inte den dagen. Kontrollera dagen.")

    static let unknownDecision = Refusal(
        "ratification.unknown-decision",
        field: "decision",
        "Samarbetskommitténs beslut finns inte den dagen. Lägg in beslutet under mötet först."
    )

    static let proposedMeanwhile = Refusal(
        "ratification.proposed-meanwhile",
        "Ett nytt förslag har låsts under tiden. Öppna sidan på nytt och se efter."
    )

    static let noDigest = Refusal(
        "ratification.digest",
        field: "digest",
        "Textens kontrollsumma ska vara 64 hexadecimala siffror. Öppna sidan på nytt och lås igen."
    )

    static let followsFromDecisions = Refusal(
        "ratification.follows-from-decisions",
        field: "edition",
        "När programmet träder i kraft följer av kommunernas beslut. Lägg in besluten i stället."
    )

    static let textIsLocked = Refusal(
        "ratification.text-is-locked",
        field: "edition",
        "Texten är låst och kommunerna beslutar om den. Ändra utkastet och lås ett nytt förslag i stället."
    )

    static let notCurrent = Refusal(
        "ratification.not-current",
        "Det finns ett nyare förslag, och det är det som gäller. Öppna sidan på nytt."
    )

    static let notSent = Refusal("ratification.not-sent", "Förslaget har inte skickats till kommunen.")

    static let sentToNobody = Refusal(
        "ratification.sent-to-nobody",
        field: "municipalities",
        "Välj minst en kommun att skicka till."
    )

    static func sentAlready(_ name: String) -> Refusal {
        Refusal("ratification.sent-already", field: "municipalities", "Förslaget har redan skickats till \(name).")
    }

    static func notMember(_ name: String) -> Refusal {
        Refusal(
            "ratification.not-member",
            field: "municipalities",
            "\(name) är inte medlem den dagen och beslutar inte om förslaget."
        )
    }
}
