import Cooperation
import Markup

/// The status board of a round, ready to show: where the proposal stands with each of those who decide.
struct RoundPage: Encodable, Sendable {
    /// The committee's decision that locked a text.
    struct Decision: Encodable, Sendable {
        var body: String
        var meeting: String
        var paragraph: Int
        /// The body's name.
        var name: String
        var day: Day?
    }

    /// By when it must apply, and which way it goes.
    struct Schedule: Encodable, Sendable {
        var inForceBy: Day
        var route: [DecisionStage]
        var remarks: [String]
    }

    /// A proposal that another has taken the place of.
    struct Earlier: Encodable, Sendable {
        var number: Int
        var locked: Period
        var digest: String?
        var tracks: [ShownTrack]
    }

    var round: ShownRound
    /// What the page says first.
    var sentence: String
    /// What must be so before it applies, in words.
    var rule: [String]
    /// SHA-256 of the locked text, 64 hexadecimal figures.
    var digest: String?
    var decision: Decision?
    var schedule: Schedule?
    /// The latest first.
    var earlier: [Earlier]
    /// Whether the proposal was recorded from history, and no draft was locked here.
    var isFromHistory: Bool
    var remarks: [String]
    var sources: [Source]

    /// The board of a round.
    init(_ round: Round, _ reading: Reading) {
        self.round = ShownRound(round, reading)
        sentence = self.round.sentence(reading.words)
        let proposal = round.current
        rule = proposal.map { reading.words.inWords($0.facts.rule) } ?? []
        digest = proposal?.facts.digest
        decision = proposal?.facts.decision.map { Decision($0, reading) }
        schedule = round.schedule.map {
            Schedule(inForceBy: $0.inForceBy, route: $0.route, remarks: reading.texts($0.remarks))
        }
        let members = reading.cooperation.members.all
        earlier = round.proposals.dropLast().reversed().map { proposal in
            Earlier(
                number: proposal.facts.number,
                locked: proposal.locked,
                digest: proposal.facts.digest,
                tracks: members.compactMap { member in
                    proposal[member.facts.id].map { ShownTrack(member, $0, of: proposal, reading) }
                }
            )
        }
        isFromHistory = proposal.map { $0.facts.version == nil } ?? false
        remarks = reading.texts(proposal?.facts.remarks ?? [])
        sources = proposal?.facts.sources ?? []
    }

    /// The decisions as a table for a file.
    func table(_ words: Words) -> Table {
        let round = words.round
        return Table(
            columns: [
                "id", words.members.municipality, round.round, round.decision, round.day, round.latestDay, round.paragraph,
                round.caseNumber, round.additionOrQuestion, round.adjusted, round.posted, round.lastAppealDay, round.legalForce,
                round.extract,
            ],
            rows: self.round.tracks.map { track in
                [
                    track.id, track.name, self.round.number.map { "\($0)" } ?? "", track.label(words), track.decided?.iso ?? "",
                    track.isLatestDay ? words.forms.yes : "", track.paragraph.map { "\($0)" } ?? "", track.caseNumber ?? "",
                    track.text ?? "", track.adjusted?.iso ?? "", track.posted?.iso ?? "", track.lastAppealDay?.iso ?? "",
                    track.isAppealed ? round.appealed : track.legalForce?.iso ?? "", track.extract?.path ?? "",
                ]
            }
        )
    }
}

extension RoundPage.Decision {
    fileprivate init(_ reference: Meeting.Decision.Reference, _ reading: Reading) {
        body = reference.body.text
        meeting = reference.meeting.text
        paragraph = reference.paragraph
        name = reading.name(of: .body(reference.body))
        day = reading.cooperation.meetings[reference.body, reference.meeting]?.facts.day
    }
}

extension Words {
    /// The rule by which a proposal comes into force, and who decides anew on a later one, in sentences.
    func inWords(_ rule: EntryRule) -> [String] {
        entry(by: rule) + [rule.restart == .everyone ? round.restartEveryone : round.restartSome]
    }

    /// The rule by which a proposal comes into force, in sentences.
    func entry(by rule: EntryRule) -> [String] {
        let consent =
            switch rule.consent {
            case .everyMember: round.everyMember
            case .everyMemberWithoutAddition: round.everyMemberWithoutAddition
            case .quorum(let members, let thousandths):
                round.quorum(
                    number(members),
                    thousandths % 10 == 0 ? number(thousandths / 10) : decimal(hundredths: thousandths * 10, decimals: 1)
                )
            }
        return [
            consent, rule.effect == .adoption ? round.atAdoption : round.atLegalForce,
            rule.notBefore.map { round.notBefore(date($0)) } ?? round.atLastDecision,
        ]
    }

    /// A stage of a matter's way through a municipality: 'kommunstyrelsen'.
    func stageInText(_ stage: DecisionStage) -> String {
        switch stage {
        case .committee: round.committee
        case .board: round.board
        case .council: round.council
        }
    }
}
