/// What must be so before a proposal is in force: agreed with the proposal, as data.
///
/// Nobody can set that a programme is in force; it follows from this rule and from what the boards have decided.
package struct EntryRule: Hashable, Sendable, Codable {
    /// Who must have adopted it.
    package enum Consent: Hashable, Sendable {
        /// Every member, with or without an addition.
        case everyMember
        /// Every member, and none with an addition.
        case everyMemberWithoutAddition
        /// So many members, in which so great a share of all members' inhabitants live.
        case quorum(members: Int, populationThousandths: Int)
    }

    /// When a board's adoption counts.
    package enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
        /// From the day the board decided.
        case adoption
        /// From the day the decision is presumed to have legal force.
        case legalForce = "legal-force"
    }

    /// Who must decide anew when a new proposal takes the place of one.
    package enum Restart: String, Hashable, Sendable, Codable, CaseIterable {
        /// Every board.
        case everyone
        /// Those that haven't adopted the earlier one without an addition; what the others adopted counts for the new one as well.
        case thoseWithoutAdoption = "those-without-adoption"
    }

    package var consent: Consent
    package var effect: Effect
    /// The first day it can be in force; nil for the day of the last decision that is needed.
    package var notBefore: Day?
    package var restart: Restart

    /// A rule.
    package init(_ consent: Consent, at effect: Effect = .adoption, notBefore: Day? = nil, restart: Restart = .everyone) {
        self.consent = consent
        self.effect = effect
        self.notBefore = notBefore
        self.restart = restart
    }

    /// Whether an act about the members can change from when the rule is met: figures of inhabitants matter only to a rule that counts them.
    func asks(about act: MembersAct) -> Bool {
        guard case .populationRecorded = act else { return true }
        guard case .quorum(_, let thousandths) = consent else { return false }
        return thousandths > 0
    }

    /// Why the rule can't be agreed; nil when it can.
    var objection: Refusal? {
        guard case .quorum(let members, let thousandths) = consent else { return nil }
        guard (1...290).contains(members) else {
            return Refusal(
                "ratification.quorum-members",
                field: "quorumMembers",
                "Ange hur många kommuner som minst ska ha antagit."
            )
        }
        guard (0...1000).contains(thousandths) else {
            return Refusal(
                "ratification.quorum-population",
                field: "quorumPopulation",
                "Andelen av invånarna ska vara mellan 0 och 100 procent."
            )
        }
        return nil
    }
}

extension EntryRule.Consent: Codable {
    private enum Keys: String, CodingKey { case kind, members, populationThousandths }

    private enum Kind: String, Codable {
        case everyMember = "every-member"
        case everyMemberWithoutAddition = "every-member-without-addition"
        case quorum
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        switch try container.decode(Kind.self, forKey: .kind) {
        case .everyMember: self = .everyMember
        case .everyMemberWithoutAddition: self = .everyMemberWithoutAddition
        case .quorum:
            self = .quorum(
                members: try container.decode(Int.self, forKey: .members),
                populationThousandths: try container.decode(Int.self, forKey: .populationThousandths)
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .everyMember: try container.encode(Kind.everyMember, forKey: .kind)
        case .everyMemberWithoutAddition: try container.encode(Kind.everyMemberWithoutAddition, forKey: .kind)
        case .quorum(let members, let thousandths):
            try container.encode(Kind.quorum, forKey: .kind)
            try container.encode(members, forKey: .members)
            try container.encode(thousandths, forKey: .populationThousandths)
        }
    }
}
