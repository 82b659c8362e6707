import Charts
import Cooperation
import Markup

/// A round of decisions as it stands, ready to show: what every page that tells of it needs.
struct ShownRound: Encodable, Sendable {
    /// Where the proposal that counts stands; computed by its rule.
    enum State: String, Encodable, Sendable {
        case planned
        case notSent = "not-sent"
        case open
        case commonTextNeeded = "common-text-needed"
        case awaitingLegalForce = "awaiting-legal-force"
        /// The rule is met, and the first day lies ahead.
        case adopted
        case inForce = "in-force"
        /// It has been in force, and its time is over or another has come in its place.
        case ended
    }

    var edition: String
    var title: String
    /// The number of the proposal that counts; nil before one is locked.
    var number: Int?
    var state: State
    /// How many of those who decide have adopted it as the rule asks: where it takes no additions, those with one aren't counted.
    var adopted: Int
    /// How many decide.
    var members: Int
    var locked: Period?
    var inForce: Day?
    /// Those whose decisions have yet to get legal force.
    var awaitingForce: [String]
    /// Those whose decisions can't be put together to one text.
    var hindering: [String]
    /// In the members' order; those that have left come with what they decided.
    var tracks: [ShownTrack]

    /// A round on the day that is asked about.
    init(_ round: Round, _ reading: Reading) {
        edition = round.edition.text
        let proposal = round.current
        title = reading.titleOfRound(round.edition)
        number = proposal?.facts.number
        locked = proposal?.locked
        tracks =
            proposal.map { proposal in
                reading.cooperation.members.all
                    .filter { $0.isMember(on: reading.day) || proposal[$0.facts.id] != nil }
                    .map { ShownTrack($0, proposal[$0.facts.id], of: proposal, reading) }
            } ?? []
        let deciding = tracks.filter(\.isMember)
        let takesAdditions = proposal?.facts.rule.consent != .everyMemberWithoutAddition
        adopted = deciding.count { takesAdditions ? $0.hasAdopted : $0.state == .adopted }
        members = deciding.count
        (awaitingForce, hindering) = ([], [])
        switch reading.view.roundStandings[round.edition] {
        case nil: state = .planned
        case .notSent: state = .notSent
        case .open: state = .open
        case .commonTextNeeded(let because):
            state = .commonTextNeeded
            hindering = because.map(\.text)
        case .awaitingLegalForce(let waiting):
            state = .awaitingLegalForce
            awaitingForce = waiting.map { reading.name(of: .municipality($0)) }
        case .adopted(let day):
            state = day > reading.day ? .adopted : reading.hasEnded(round.edition) ? .ended : .inForce
            inForce = day
        }
    }

    /// Whether decisions are still waited for, or the first day is.
    var isRunning: Bool { state != .inForce && state != .ended }

    /// The signs of those who decide, in the members' order.
    var marks: [MemberMark] { tracks.filter(\.isMember).map(\.mark) }

    /// How many have adopted it: 'Antaget av 5 av 8 kommuner'.
    func count(_ words: Words) -> String {
        let round = words.round
        if adopted == 0 { return round.adoptedByNone(words.count(members)) }
        return adopted == members
            ? round.adoptedByAll(words.count(members)) : round.adoptedBy(words.number(adopted), words.number(members))
    }

    /// Where it stands, as a plain label.
    func label(_ words: Words) -> String {
        switch state {
        case .planned: words.round.statePlanned
        case .notSent: words.round.stateNotSent
        case .open: words.round.stateOpen
        case .commonTextNeeded: words.round.stateCommonText
        case .awaitingLegalForce: words.round.stateAwaitsForce
        case .adopted: words.round.stateAdopted
        case .inForce: words.round.stateInForce
        case .ended: words.round.stateEnded
        }
    }

    /// The sentences that answer what people come with: how many have adopted it, and what stands in the way.
    func sentence(_ words: Words) -> String {
        let round = words.round
        switch state {
        case .planned: return round.planned
        case .notSent: return round.notSentYet
        case .inForce, .adopted, .ended:
            let day = inForce.map { day in
                switch state {
                case .inForce: round.appliesSince(words.date(day))
                case .ended: round.appliedFrom(words.date(day))
                default: round.appliesFrom(words.date(day))
                }
            }
            return ["\(count(words)).", day].compactMap(\.self).joined(separator: " ")
        case .awaitingLegalForce: return "\(count(words)). \(round.awaitsForce(words.list(awaitingForce)))"
        case .open, .commonTextNeeded:
            var sentences = ["\(count(words))."]
            let reasons = self.reasons(words) { hindering.contains($0.id) }
            if !reasons.isEmpty { sentences.append(round.needsCommonText(words.list(reasons))) }
            let others = self.reasons(words) { !hindering.contains($0.id) }
            if !others.isEmpty { sentences.append("\(words.list(others).withCapital).") }
            let waiting = tracks.filter { $0.isMember && $0.isAwaited }.map(\.name)
            if (1...3).contains(waiting.count) {
                sentences.append(round.waitingFor(words.list(waiting)))
            } else if waiting.count > 3, waiting.count < members {
                sentences.append(round.waitingForMany(words.countFirst(waiting.count)))
            }
            return sentences.joined(separator: " ")
        }
    }

    /// Who of some has answered otherwise than with a plain yes, and how.
    private func reasons(_ words: Words, of isMeant: (ShownTrack) -> Bool) -> [String] {
        let round = words.round
        let kinds: [(ShownTrack.State, @Sendable (String) -> String)] = [
            (.adoptedWithAddition, round.haveAdded), (.sentBack, round.haveSentBack), (.rejected, round.haveRejected),
        ]
        return kinds.compactMap { state, sentence in
            let names = tracks.filter { $0.isMember && $0.state == state && isMeant($0) }.map(\.name)
            return names.isEmpty ? nil : sentence(words.list(names))
        }
    }
}

extension Reading {
    /// Whether an edition has been in force and is so no longer.
    fileprivate func hasEnded(_ edition: Edition.ID) -> Bool {
        switch view.standings[edition] {
        case .lapsed, .replaced: true
        case .inForce, .notInForce, nil: false
        }
    }

    /// The round about an edition, on the day that is asked about; nil when there is none.
    func round(of edition: Edition.ID) -> ShownRound? { cooperation.ratification[edition].map { ShownRound($0, self) } }

    /// The rounds that haven't come to their end, the latest locked first.
    var runningRounds: [ShownRound] {
        cooperation.ratification.inOrder.map { ShownRound($0, self) }.filter { $0.isRunning && $0.number != nil }
    }
}

extension HTML {
    /// A label that says where a round stands; a sign and a word, not a colour alone.
    func roundState(_ round: ShownRound, _ words: Words) {
        let label = round.label(words)
        switch round.state {
        case .planned, .notSent, .open: span("○ \(label)", .class("label", "proposed"))
        case .commonTextNeeded: span("↩ \(label)", .class("label", "lapsed"))
        case .awaitingLegalForce: span("… \(label)", .class("label", "lapsed"))
        case .adopted, .inForce: span("✓ \(label)", .class("label", "in-force"))
        case .ended: span("→ \(label)", .class("label", "replaced"))
        }
    }

    /// The running round in a line, for pages that are about something else: 'Föreslaget program: antaget av 5 av 8 kommuner'.
    func runningRound(_ round: ShownRound, _ reading: Reading) {
        let words = reading.words
        let count = round.state == .notSent ? round.label(words) : round.count(words)
        div(.class("running-round")) {
            p {
                a("\(words.round.suggested): \(count.withSmall)", to: reading.address("ratificering", round.edition))
                text(". ")
                span(round.title, .content)
                if let day = round.inForce { text(". \(words.round.appliesFrom(words.date(day)))") } else { text(".") }
            }
            if round.state != .notSent { embed(EightMarks(round.marks, label: nil).markup) }
        }
    }
}

extension String {
    /// The text with its first letter small, for the middle of a sentence.
    fileprivate var withSmall: String { prefix(1).lowercased() + dropFirst() }
}
