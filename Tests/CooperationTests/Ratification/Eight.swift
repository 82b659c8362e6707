@testable import Cooperation

/// Eight municipalities with boards of their own, a committee that has decided to propose, and a draft.
enum Eight {
    /// In Swedish alphabetical order, which is the order of their ids as well.
    static let names = ["botkyrka", "haninge", "huddinge", "nykvarn", "nynashamn", "salem", "sodertalje", "tyreso"]
    /// Inhabitants: powers and sums that tell every group of municipalities from every other.
    static let inhabitants = [95_000, 98_000, 113_000, 11_500, 29_500, 17_000, 101_000, 49_000]

    static func municipality(_ index: Int) throws -> Municipality.ID { try id(names[index]) }

    /// The members, since 2010, with figures for the end of 2025.
    static func members() throws -> [(String, any Request)] {
        var requests: [(String, any Request)] = [("2010-08-18", Sample.settings())]
        for (index, name) in names.enumerated() {
            requests.append(("2010-08-18", try Sample.municipality(name, code: "01\(30 + index)")))
            requests.append(("2010-08-18", try Sample.membership(.join, name)))
            requests.append(("2025-12-31", try Sample.population(name, inhabitants[index])))
        }
        return requests
    }

    /// The members, a programme in force, and a committee that decided § 12 on 1 February 2027.
    static func ledger() throws -> Ledger {
        var ledger = try beginning()
        for (day, request) in try meeting() { try ledger.record(request, period(day)) }
        return ledger
    }

    /// The committee's meeting, and what it decided.
    static func meeting() throws -> [(String, any Request)] {
        [
            ("2026-12-01", RecordMeeting(of: try id("ssk"), id: try id("2027-02-01"), day: try day("2027-02-01"))),
            ("2027-02-01", RecordDecision(of: try id("ssk"), meeting: try id("2027-02-01"), paragraph: 12, title: "Förslag")),
        ]
    }

    /// The members, a programme in force, and a draft that has been begun; all of it recorded on the day that the draft was.
    static func beginning() throws -> Ledger {
        var ledger = try Ledger()
        let requests =
            try members() + [
                ("2010-08-18", try Sample.frame()), ("2019-01-01", try Sample.edition("2019")),
                ("2019-10-11", EnterIntoForce(try id("2019"))), ("2010-08-18", try Sample.body("ssk", .committee)),
                ("2010-08-18", try Sample.body("planering")),
                ("2026-08-01", try Sample.draft("2027", copyOf: "2019")),
            ]
        for (happened, request) in requests { try ledger.record(request, period(happened), on: day("2026-08-01")) }
        return ledger
    }

    /// The committee's decision at its meeting on a day.
    static func decision(on day: String = "2027-02-01") throws -> Meeting.Decision.Reference {
        .init(body: try id("ssk"), meeting: try id(day), paragraph: 12)
    }

    /// The locking of the draft's latest version.
    static func lock(_ ledger: Ledger, _ rule: EntryRule, on day: String = "2027-02-01") throws -> LockProposal {
        let version = ledger.live.drafting[try id("2027")]?.current.number ?? 0
        let digest = String(repeating: "ab", count: 32)
        return LockProposal(try id("2027"), version: version, digest: digest, by: try decision(on: day), rule: rule)
    }

    /// A round that was locked on 1 February 2027 and sent to all the next day.
    static func sent(_ rule: EntryRule) throws -> Ledger {
        var ledger = try ledger()
        try ledger.record(try lock(ledger, rule), try period("2027-02-01"))
        try ledger.record(SendProposal(try id("2027"), number: 1), try period("2027-02-02"))
        return ledger
    }

    static func place(_ name: String, _ number: Int = 1) throws -> RatificationAct.Place {
        .init(try id("2027"), number, try id(name))
    }

    /// A decision of a board, on the day it is recorded for.
    static func decide(_ name: String, _ outcome: Track.Outcome, on text: String, _ number: Int = 1) throws -> RecordBoardDecision
    {
        var request = RecordBoardDecision(try place(name, number), outcome, on: try day(text), paragraph: 45)
        if outcome == .adoptedWithAddition { request.text = "Kommunen vill också ha bussar." }
        if outcome == .sentBack { request.text = "Vem betalar?" }
        return request
    }
}

extension Ledger {
    /// The proposal that counts.
    var proposal: Proposal {
        get throws { try unwrapped(live.ratification[id("2027")]?.current) }
    }

    /// The day from which the edition is in force.
    var inForce: Day? {
        get throws { try live.programme[id("2027")]?.inForce?.last }
    }

    /// Where the proposal that counts stands on a day.
    func standing(on text: String) throws -> Proposal.Standing {
        try proposal.standing(among: live.members, on: day(text))
    }

    /// Records a board's decision on its day.
    mutating func decide(_ name: String, _ outcome: Track.Outcome = .adopted, on text: String, _ number: Int = 1) throws {
        try record(Eight.decide(name, outcome, on: text, number), period(text))
    }

    /// Records a step after a decision.
    mutating func follow(_ name: String, _ step: FollowDecision.Step, on text: String, _ number: Int = 1) throws {
        try record(FollowDecision(Eight.place(name, number), step), period(text))
    }

    private func unwrapped<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    private struct Missing: Error {}
}

/// The rule of a round, told in another way: day by day, with a bit for each municipality.
///
/// Knows nothing of how the domain comes to its answer.
struct RoundByDay {
    /// What is true of a municipality: the first days from which each thing holds, as numbers; nil for never.
    struct Board {
        var outcome: Track.Outcome?
        var decided: Int?
        var force: Int?
        /// Half-open times of membership.
        var memberships: [(from: Int, to: Int)] = [(Int.min, Int.max)]
        /// Figures of inhabitants by day, the earliest first.
        var figures: [(day: Int, count: Int)]
    }

    var boards: [Board]
    var rule: EntryRule
    var locked: Int

    /// The bits of those for which something holds.
    private func mask(_ holds: (Board) -> Bool) -> UInt8 {
        var mask: UInt8 = 0
        for (index, board) in boards.enumerated() where holds(board) { mask |= 1 << UInt8(index) }
        return mask
    }

    func members(on day: Int) -> UInt8 { mask { $0.memberships.contains { $0.from <= day && day < $0.to } } }

    /// How many live in those whose bits are set.
    private func inhabitants(_ mask: UInt8, on day: Int) -> Int {
        var sum = 0
        for (index, board) in boards.enumerated() where mask >> UInt8(index) & 1 == 1 {
            var count = board.figures.first?.count ?? 0
            for figure in board.figures where figure.day <= day { count = figure.count }
            sum += count
        }
        return sum
    }

    /// Whether those are enough of the members.
    func suffices(_ yes: UInt8, on day: Int) -> Bool {
        let members = members(on: day)
        switch rule.consent {
        case .everyMember, .everyMemberWithoutAddition: return yes & members == members
        case .quorum(let least, let share):
            if (yes & members).nonzeroBitCount < least { return false }
            if share == 0 { return true }
            let whole = inhabitants(members, on: day)
            return whole > 0 && inhabitants(yes & members, on: day) * 1000 >= share * whole
        }
    }

    private func counts(_ outcome: Track.Outcome?) -> Bool {
        switch outcome {
        case .adopted: true
        case .adoptedWithAddition: rule.consent != .everyMemberWithoutAddition
        case .sentBack, .rejected, nil: false
        }
    }

    /// Those whose yes counts on a day.
    func yes(on day: Int, _ effect: EntryRule.Effect) -> UInt8 {
        mask { board in
            let since = effect == .adoption ? board.decided : board.force
            return counts(board.outcome) && (since.map { $0 <= day } ?? false)
        }
    }

    /// The first day of some on which the rule is met.
    func entry(among days: ClosedRange<Int>) -> Int? {
        for day in days where day >= locked {
            if let first = rule.notBefore, day < Int(first.number) { continue }
            if members(on: day) != 0, suffices(yes(on: day, rule.effect), on: day) { return day }
        }
        return nil
    }

    /// Those whose decision only a new text can bring along.
    var hindering: UInt8 { mask { $0.outcome != nil && !counts($0.outcome) } }
}
