import Testing

@testable import Cooperation

@Suite("What the boards' decisions come to") struct OutcomeTests {
    /// Which of the two comes first for those who decide first.
    enum Order: CaseIterable {
        /// Legal force in the order of the decisions.
        case same
        /// In the opposite order.
        case opposite
    }

    private static let consents: [EntryRule.Consent] = [
        .everyMember, .everyMemberWithoutAddition, .quorum(members: 1, populationThousandths: 0),
        .quorum(members: 5, populationThousandths: 0), .quorum(members: 5, populationThousandths: 667),
        .quorum(members: 3, populationThousandths: 800), .quorum(members: 8, populationThousandths: 1000),
        .quorum(members: 9, populationThousandths: 0),
    ]

    /// Before every decision, in the middle of both ways to count, and after everything.
    private static let firstDays: [String?] = [nil, "2027-01-01", "2027-02-05", "2027-03-12", "2027-07-01"]

    private static func rules() throws -> [EntryRule] {
        try consents.flatMap { consent in
            try EntryRule.Effect.allCases.flatMap { effect in
                try firstDays.flatMap { first in
                    try EntryRule.Restart.allCases.map {
                        EntryRule(consent, at: effect, notBefore: try first.map { try day($0) }, restart: $0)
                    }
                }
            }
        }
    }

    /// The day each board decides: eight weekdays from 1 February 2027.
    private static let decided = [
        "2027-02-01", "2027-02-02", "2027-02-03", "2027-02-04", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10",
    ]
    /// Eight days on which the adjustment can be posted, and the day that legal force is presumed from: worked out by hand.
    private static let posted = [
        ("2027-02-15", "2027-03-09"), ("2027-02-16", "2027-03-10"), ("2027-02-17", "2027-03-11"), ("2027-02-18", "2027-03-12"),
        ("2027-02-19", "2027-03-13"), ("2027-02-22", "2027-03-16"), ("2027-02-23", "2027-03-17"), ("2027-02-24", "2027-03-18"),
    ]

    /// What is the same for every outcome in an order.
    private struct World {
        let members: Members
        let today: Day
        let days: ClosedRange<Int>
        /// The tracks by board and outcome, so that each is made once.
        let tracks: [[Track]]
        let facts: Proposal.Facts
        let locked: Period
        let oracle: RoundByDay
        /// For each rule and each group that says yes: where it comes to stand, in words of the domain.
        let standings: [[Proposal.Standing]]

        init(_ order: Order) throws {
            members = try Ledger(Eight.members()).live.members
            today = try day("2027-08-01")
            days = Int(try day("2027-01-15").number)...Int(today.number)
            locked = try period("2027-01-20")
            var boards: [RoundByDay.Board] = []
            var tracks: [[Track]] = []
            for (index, name) in OutcomeTests.decided.indices.map({ ($0, Eight.names[$0]) }) {
                let (posting, force) = OutcomeTests.posted[order == .same ? index : 7 - index]
                let (decided, posted) = (try day(OutcomeTests.decided[index]), try day(posting))
                tracks.append(
                    try Track.Outcome.allCases.map { outcome in
                        var track = Track(try id(name), sent: try day("2027-01-21"))
                        let decision = Track.Decision(outcome: outcome, day: decided, sources: [])
                        track.stage = .posted(decision, adjusted: posted, on: posted, appeals: [])
                        return track
                    }
                )
                boards.append(
                    .init(
                        decided: Int(decided.number),
                        force: Int(try day(force).number),
                        figures: [(Int(try day("2025-12-31").number), Eight.inhabitants[index])]
                    )
                )
            }
            self.tracks = tracks
            facts = Proposal.Facts(
                edition: try id("2027"),
                number: 1,
                text: try Sample.written(Sample.edition("2027")),
                rule: .init(.everyMember),
                remarks: [],
                sources: []
            )
            let oracle = RoundByDay(boards: boards, rule: facts.rule, locked: Int(locked.last.number))
            self.oracle = oracle
            // Each group's no is told once, since every rule tells it alike.
            let refusing = try (0..<256).map { yes in try (0..<8).filter { yes >> $0 & 1 == 0 }.map(Eight.municipality) }
            standings = try OutcomeTests.entries(oracle, among: days, OutcomeTests.rules()).map { entries in
                entries.enumerated().map { yes, entry in
                    if let entry { return .adopted(inForce: Day(number: Int32(entry))) }
                    return yes == 255 ? .open(waitingFor: []) : .commonTextNeeded(because: refusing[yes])
                }
            }
        }

        /// The proposal with the outcomes that a number stands for, two bits for each board.
        func proposal(_ outcomes: Int) -> Proposal {
            let tracks = tracks.enumerated().map { $0.element[outcomes >> (2 * $0.offset) & 3] }
            return Proposal(facts, locked: locked, tracks: tracks)
        }

        /// The answer that the days give, by the number of a rule.
        func expected(_ outcomes: Int, _ rule: Int, _ isStrict: Bool) -> Proposal.Standing {
            // Two bits for each board: 0 is yes, 1 is yes with an addition, 2 and 3 are no.
            var yes = 0
            for index in 0..<8 where outcomes >> (2 * index) & 3 < (isStrict ? 1 : 2) { yes |= 1 << index }
            return standings[rule][yes]
        }
    }

    /// The first day that each rule is met by each group that says yes, by going through the days.
    private static func entries(_ oracle: RoundByDay, among days: ClosedRange<Int>, _ rules: [EntryRule]) throws -> [[Int?]] {
        var oracle = oracle
        for index in oracle.boards.indices { oracle.boards[index].outcome = .adopted }
        let since = EntryRule.Effect.allCases.map { effect in days.map { (day: $0, yes: Int(oracle.yes(on: $0, effect))) } }
        return rules.map { rule in
            oracle.rule = rule
            // Nobody joins or leaves, and no figure changes.
            let suffices = (0..<256).map { oracle.suffices(UInt8($0), on: days.lowerBound) }
            let first = max(oracle.locked, rule.notBefore.map { Int($0.number) } ?? oracle.locked)
            return (0..<256).map { group in
                for (day, yes) in since[rule.effect == .adoption ? 0 : 1] where day >= first && suffices[yes & group] {
                    return day
                }
                return nil
            }
        }
    }

    /// Every outcome with every rule, in the full run of a build that is optimised: twenty million answers.
    ///
    /// In the full run of another build each outcome meets every way to count who has said yes and from when; the first day and what a new text
    /// restarts, ten for each such way, go round. Every day each of the 65,536 outcomes meets a rule, and each group that can say yes meets every
    /// rule, in one of the orders.
    @Test("all 65,536 outcomes of eight boards, against the days one by one", arguments: Order.allCases)
    func all(_ order: Order) throws {
        let world = try World(order)
        let rules = try Self.rules()
        #expect(rules.count == 160)
        let strict = rules.map { $0.consent == .everyMemberWithoutAddition }
        var (tried, wrong, adopted, hindered) = (0, 0, 0, 0)
        func compare(_ outcomes: Int, with numbers: some Sequence<Int>) {
            var proposal = world.proposal(outcomes)
            for number in numbers {
                proposal.facts.rule = rules[number]
                let found = proposal.standing(among: world.members, on: world.today)
                let expected = world.expected(outcomes, number, strict[number])
                tried += 1
                switch expected {
                case .adopted: adopted += 1
                case .commonTextNeeded: hindered += 1
                case .notSent, .open, .awaitingLegalForce: break
                }
                guard found != expected else { continue }
                wrong += 1
                // A rule that is wrong is wrong for thousands: the first few say enough.
                if wrong < 5 { Issue.record("\(String(outcomes, radix: 4)) \(rules[number]): \(found), not \(expected)") }
            }
        }
        for outcomes in 0..<65_536 {
            if Effort.isFull {
                let step = _isDebugAssertConfiguration() ? 10 : 1
                compare(outcomes, with: stride(from: outcomes % step, to: rules.count, by: step))
            } else if outcomes.nonzeroBitCount.isMultiple(of: 2) == (order == .same) {
                // 160 and 65,536 have 32 in common; the step lets every rule meet every board's every outcome.
                compare(outcomes, with: CollectionOfOne((outcomes * 7 + outcomes / 160) % rules.count))
            }
        }
        if !Effort.isFull {
            for yes in 0..<256 {
                // Yes and no, in the four shapes that they have.
                let outcomes = (0..<8).reduce(0) { sum, index in
                    let isYes = yes >> index & 1 == 1
                    return sum | (isYes ? (yes + index) % 3 / 2 : 2 + (yes + index) % 2) << (2 * index)
                }
                compare(outcomes, with: rules.indices.filter { ($0 + yes).isMultiple(of: 2) == (order == .same) })
            }
        }
        #expect(wrong == 0, "of \(tried)")
        #expect(adopted > 4000 && hindered > 10_000, "\(adopted) \(hindered)")
        #expect(!Effort.isFull || _isDebugAssertConfiguration() || tried == 65_536 * rules.count)
        print("\(tried) outcomes, force in the \(order) order: \(adopted) adopted, \(hindered) hindered, \(wrong) wrong")
    }

    @Test("the same outcomes by real acts, one after another, come to the same")
    func acts() throws {
        var dice = Dice(27)
        let rules = try Self.rules()
        let worlds = try Order.allCases.map { ($0, try World($0)) }
        var entered = 0
        for _ in 0..<Effort.count(600, otherwise: 30) {
            let (order, world) = dice.pick(worlds)
            let number = dice.below(rules.count)
            let rule = rules[number]
            let outcomes = (0..<8).reduce(0) { sum, index in
                sum | (dice.happens(75) ? dice.below(2) : dice.below(4)) << (2 * index)
            }
            var ledger = try Self.base
            try ledger.record(Eight.lock(ledger, rule, on: "2027-01-20"), period("2027-01-20"))
            try ledger.record(SendProposal(id("2027"), number: 1), period("2027-01-21"))
            for (index, name) in Eight.names.enumerated() {
                try ledger.decide(name, Track.Outcome.allCases[outcomes >> (2 * index) & 3], on: Self.decided[index])
                let (found, follows) = (try ledger.inForce, try ledger.proposal.entryIntoForce(among: ledger.live.members))
                #expect(found == follows)
            }
            for (index, name) in Eight.names.enumerated() {
                let (posting, _) = Self.posted[order == .same ? index : 7 - index]
                try ledger.follow(name, .adjusted, on: posting)
                try ledger.follow(name, .posted, on: posting)
            }
            let expected = world.expected(outcomes, number, rule.consent == .everyMemberWithoutAddition)
            #expect(try ledger.standing(on: "2027-08-01") == expected, "\(String(outcomes, radix: 4)) \(rule)")
            if case .adopted(let day) = expected {
                entered += 1
                #expect(try ledger.inForce == day)
                let programme = ledger.live.programme
                #expect(programme.latestInForce(on: day)?.text.id.text == "2027")
                #expect(programme.latestInForce(on: day.adding(days: -1))?.text.id.text == "2019")
            } else {
                #expect(try ledger.inForce == nil)
            }
        }
        #expect(entered > 10)
    }

    /// The round before it begins, with the committee's decision early enough for the days of these tests.
    private static var base: Ledger {
        get throws {
            var ledger = try Eight.ledger()
            try ledger.record(
                RecordMeeting(of: try id("ssk"), id: try id("2027-01-20"), day: try day("2027-01-20")),
                try period("2026-12-01")
            )
            try ledger.record(
                RecordDecision(of: try id("ssk"), meeting: try id("2027-01-20"), paragraph: 12, title: "Förslag"),
                try period("2027-01-20")
            )
            return ledger
        }
    }

    /// Members that join and leave, figures that change, and tracks that are anywhere, against the days one by one.
    @Test("random members, figures and tracks come to what the days one by one do", arguments: [1, 2, 3, 4] as [UInt64])
    func random(_ seed: UInt64) throws {
        var dice = Dice(seed)
        let start = try day("2027-01-01")
        let world = try World(.same)
        let rules = try Self.rules()
        var seen = (adopted: 0, waiting: 0, open: 0, hindered: 0)
        for _ in 0..<Effort.count(1000, otherwise: 100) {
            var ledger = try Ledger()
            var boards: [RoundByDay.Board] = []
            var tracks: [Track] = []
            for (index, name) in Eight.names.enumerated() {
                let (board, track) = try invent(name, Eight.inhabitants[index], from: start, &dice)
                boards.append(board)
                if let track { tracks.append(track) }
                try ledger.record(Sample.municipality(name, code: "01\(30 + index)"), period("2010-08-18"))
                for time in board.memberships {
                    let first = Day(number: Int32(clamping: max(time.from, -9999)))
                    try ledger.record(Sample.membership(.join, name), .day(max(first, day("2010-08-18"))))
                    guard time.to != Int.max else { continue }
                    try ledger.record(Sample.membership(.leave, name), .day(Day(number: Int32(time.to))))
                }
                for figure in board.figures {
                    try ledger.record(Sample.population(name, figure.count), .day(Day(number: Int32(figure.day))))
                }
            }
            var facts = world.facts
            facts.rule = dice.pick(rules)
            let locked = start.adding(days: dice.below(20))
            let proposal = Proposal(facts, locked: .day(locked), tracks: tracks)
            let oracle = RoundByDay(boards: boards, rule: facts.rule, locked: Int(locked.number))
            let expected = oracle.entry(among: Int(start.number) - 30...Int(start.number) + 400)
            let members = ledger.live.members
            #expect(proposal.entryIntoForce(among: members).map { Int($0.number) } == expected, "\(facts.rule) \(boards)")
            let today = Int(start.number) + 380
            let standing = proposal.standing(among: members, on: Day(number: Int32(today)))
            if let expected {
                seen.adopted += 1
                #expect(standing == .adopted(inForce: Day(number: Int32(expected))))
                continue
            }
            let asked = oracle.members(on: today)
            let hindering = oracle.hindering & asked
            func names(_ mask: UInt8) throws -> [Municipality.ID] {
                try (0..<8).filter { mask >> UInt8($0) & 1 == 1 }.map(Eight.municipality)
            }
            let (yes, forced) = (oracle.yes(on: today, .adoption), oracle.yes(on: today, .legalForce))
            if tracks.isEmpty {
                #expect(standing == .notSent)
            } else if hindering != 0, !oracle.suffices(asked & ~hindering, on: today) {
                seen.hindered += 1
                #expect(standing == .commonTextNeeded(because: try names(hindering)))
            } else if asked != 0, oracle.suffices(yes, on: today) {
                seen.waiting += 1
                #expect(standing == .awaitingLegalForce(of: try names(asked & yes & ~forced)))
            } else {
                seen.open += 1
                #expect(standing == .open(waitingFor: try names(asked & ~hindering & ~yes)))
            }
        }
        #expect(seen.adopted > 10 && seen.waiting > 1 && seen.open > 10 && seen.hindered > 10, "\(seen)")
    }

    /// A municipality and its track: whether it is sent, decided and posted, and when.
    private func invent(_ name: String, _ count: Int, from start: Day, _ dice: inout Dice) throws -> (RoundByDay.Board, Track?) {
        let zero = Int(start.number)
        var board = RoundByDay.Board(figures: [])
        switch dice.below(8) {
        case 0: board.memberships = [(Int.min, zero + dice.below(120))]
        case 1: board.memberships = [(zero + dice.below(120), Int.max)]
        case 2:
            let gone = zero + dice.below(60)
            board.memberships = [(Int.min, gone), (gone + 1 + dice.below(60), Int.max)]
        default: break
        }
        if dice.happens(90) { board.figures = [(zero - 300, count)] }
        if dice.happens(30) { board.figures.append((zero + dice.below(150), count * (1 + dice.below(40)) / 10)) }
        guard dice.happens(93) else { return (board, nil) }
        var track = Track(try id(name), sent: start)
        guard dice.happens(92) else { return (board, track) }
        let outcome: Track.Outcome =
            dice.happens(85) ? (dice.happens(80) ? .adopted : .adoptedWithAddition) : dice.pick([.sentBack, .rejected])
        let decided = start.adding(days: 20 + dice.below(80))
        let decision = Track.Decision(outcome: outcome, day: decided, sources: [])
        (board.outcome, board.decided) = (outcome, Int(decided.number))
        track.stage = .decided(decision)
        guard dice.happens(80) else { return (board, track) }
        // Three weeks on from a Monday, Tuesday or Wednesday in June is no day off.
        let posted = try day("2027-05-17").adding(days: dice.below(3))
        var appeals: [Track.Appeal] = []
        board.force = Int(posted.number) + 22
        switch dice.below(10) {
        case 0:
            appeals = [.init(from: posted.adding(days: 3))]
            board.force = nil
        case 1:
            let ended = posted.adding(days: 4 + dice.below(90))
            appeals = [.init(from: posted.adding(days: 3), ended: ended, annulled: false)]
            board.force = max(Int(posted.number) + 22, Int(ended.number))
        case 2:
            appeals = [.init(from: posted.adding(days: 3), ended: posted.adding(days: 30), annulled: true)]
            (board.outcome, board.decided, board.force) = (nil, nil, nil)
        default: break
        }
        track.stage = .posted(decision, adjusted: posted, on: posted, appeals: appeals)
        return (board, track)
    }
}

extension Sample {
    /// The text of an edition, its texts numbered.
    static func written(_ edition: RecordEdition) throws -> Edition.Text {
        var pen = Ledger.pen(from: 9000)
        return edition.written(with: &pen)
    }
}
