import Testing

@testable import Cooperation

@Suite("The timeline against an oracle") struct TimelineTests {
    @Test("appending, looking back and taking away agree with folding from scratch", arguments: [1, 2, 3, 4] as [UInt64])
    func oracle(_ seed: UInt64) throws {
        var history = RandomHistory(seed: seed, from: try day("2012-01-01"))
        var timeline = Timeline()
        var records: [Record] = []
        var refused = 0
        let count = Effort.count(1000, otherwise: 150)
        while records.count < count {
            let record = history.next(after: records.count)
            let before = Oracle(records).cooperation()
            let oracle = Oracle(records + [record])
            let after = oracle.cooperation()
            do {
                timeline = try timeline.appending(record)
                records.append(record)
                #expect(!after.hasVoidActs, "\(record.position) should have been refused")
            } catch {
                refused += 1
                try check(error, of: record, in: records, void: oracle.void)
            }
            // Whether it was taken or refused, the value is what the oracle says.
            let expected = records.count == Int(record.position.number) ? after : before
            try #require(timeline.live == expected, "after \(record.position)")
            if record.position.number % 10 == 0 { try lookBack(timeline, records, &history) }
        }
        #expect(refused > count / 10, "some acts must clash, or the test shows little")
        #expect(!timeline.live.hasVoidActs)
        #expect(Timeline(records).live == timeline.live)
        #expect(timeline.count == records.count)
    }

    /// A refusal must be for what the oracle finds: no such target, or an act that would come to mean nothing.
    private func check(_ refusal: Refusal, of record: Record, in records: [Record], void: [Position: Refusal]) throws {
        switch refusal.code {
        case "record.unknown-position":
            guard case .record(let act) = record.act else {
                Issue.record("\(refusal) of what is no correction")
                return
            }
            #expect(!records.contains { $0.position == act.target })
        case "record.correction-of-correction":
            guard case .record(let act) = record.act, let target = records.first(where: { $0.position == act.target }),
                case .record = target.act
            else {
                Issue.record("\(refusal) of what is no correction")
                return
            }
        case "record.struck-already":
            guard case .record(.struck(let strike)) = record.act else {
                Issue.record("\(refusal) of what is no strike")
                return
            }
            #expect(!Oracle(records).standing.contains { $0.position == strike.target.number })
        case "record.struck-version":
            guard case .record(let act) = record.act, let target = records.first(where: { $0.position == act.target }) else {
                Issue.record("\(refusal) of what is no correction")
                return
            }
            let replacement: Act? = if case .corrected(let correction) = act { correction.replacement } else { nil }
            #expect(target.act.revisedDraft != nil || replacement?.revisedDraft != nil)
        default:
            let first = try #require(void.keys.min(), "\(record.position) should have been taken: \(refusal)")
            let reason = try #require(void[first])
            if first == record.position {
                #expect(refusal == reason)
            } else {
                #expect(refusal.code == "record.would-void")
                #expect(refusal.message.contains("post \(first.number) från "))
                #expect(refusal.message.contains(reason.message))
            }
        }
    }

    private func lookBack(_ timeline: Timeline, _ records: [Record], _ history: inout RandomHistory) throws {
        let oracle = Oracle(records)
        #expect(timeline.days == oracle.days)
        for _ in 0..<3 {
            let day = history.day()
            try #require(timeline.cooperation(asOf: day) == oracle.cooperation(asOf: day), "\(records.count) acts as of \(day)")
        }
        let known = history.day()
        let prefix = Array(records.prefix { $0.recorded.swedishDay <= known })
        let then = timeline.known(by: known)
        #expect(then.count == prefix.count)
        #expect(then.live == Oracle(prefix).cooperation())
        let day = history.day()
        #expect(then.cooperation(asOf: day) == Oracle(prefix).cooperation(asOf: day))
        guard !records.isEmpty else { return }
        let position = history.place(among: records.count)
        let without = timeline.without(position)
        #expect(without.live == oracle.without(position).cooperation(), "without \(position)")
        #expect(without.cooperation(asOf: day) == oracle.without(position).cooperation(asOf: day), "without \(position), \(day)")
    }

    @Test("a journal with acts that mean nothing is folded all the same", arguments: [11, 12, 13] as [UInt64])
    func total(_ seed: UInt64) throws {
        var history = RandomHistory(seed: seed, from: try day("2012-01-01"))
        var records: [Record] = []
        for _ in 0..<Effort.count(2000, otherwise: 400) { records.append(history.next(after: records.count)) }
        let timeline = Timeline(records)
        let oracle = Oracle(records)
        #expect(timeline.live == oracle.cooperation())
        #expect(timeline.live.hasVoidActs)
        for _ in 0..<40 {
            let day = history.day()
            #expect(timeline.cooperation(asOf: day) == oracle.cooperation(asOf: day))
        }
    }

    @Test("appending leaves the original as it was")
    func value() throws {
        var history = RandomHistory(seed: 21, from: try day("2012-01-01"))
        var timeline = Timeline()
        while timeline.count < 60 {
            let copy = timeline
            let (live, count, days) = (timeline.live, timeline.count, timeline.days)
            let early = timeline.cooperation(asOf: try day("2010-06-01"))
            if let next = try? timeline.appending(history.next(after: timeline.count)) { timeline = next }
            _ = timeline.without(Position(1))
            #expect(copy.live == live && copy.count == count && copy.days == days)
            #expect(copy.cooperation(asOf: try day("2010-06-01")) == early)
        }
    }

    // MARK: Stretches

    /// A figure for all members together: an act that is never refused.
    private func figure(_ position: Int, _ happened: Day) -> Record {
        Record(
            position: Position(Int64(position)),
            recorded: Instant(startOf: happened),
            happened: .day(happened),
            actor: .importer,
            act: .members(
                .populationRecorded(.init(municipality: nil, count: position, basis: .published, remarks: [], sources: []))
            )
        )
    }

    private func strike(_ target: Int, at position: Int, _ happened: Day) -> Record {
        Record(
            position: Position(Int64(position)),
            recorded: Instant(startOf: happened),
            happened: .day(happened),
            actor: .importer,
            act: .record(.struck(.init(target: Position(Int64(target)), reason: .numbered(position))))
        )
    }

    @Test("a long history crosses several stretches, forwards and dated back")
    func stretches() throws {
        var dice = Dice(31)
        let start = try day("2000-01-01")
        var timeline = Timeline()
        var records: [Record] = []
        let length = Timeline.stretchLength
        for position in 1...Effort.count(6 * length + 7, otherwise: 3 * length + 7) {
            let isBack = dice.happens(20)
            let happened = start.adding(days: isBack ? dice.below(position) : position)
            records.append(figure(position, happened))
            timeline = try timeline.appending(try #require(records.last))
            guard position % 100 == 0 || (0...2).contains(position % length) else { continue }
            let oracle = Oracle(records)
            try #require(timeline.live == oracle.cooperation(), "\(position)")
            #expect(timeline.days == oracle.days)
            for _ in 0..<4 {
                let day = start.adding(days: dice.below(position + 2) - 1)
                try #require(timeline.cooperation(asOf: day) == oracle.cooperation(asOf: day), "\(position), \(day)")
            }
        }
    }

    @Test("striking around the edge of a stretch", arguments: [255, 256, 257, 258, 511, 512, 513, 514])
    func edge(_ count: Int) throws {
        let start = try day("2000-01-01")
        var records = (1...count).map { figure($0, start.adding(days: $0)) }
        var timeline = Timeline(records)
        for target in [count, count - 1, 1] {
            records.append(strike(target, at: records.count + 1, start.adding(days: 2 * count)))
            timeline = try timeline.appending(try #require(records.last))
            let oracle = Oracle(records)
            #expect(timeline.live == oracle.cooperation())
            #expect(timeline.days == oracle.days)
            for number in [0, 1, 2, 100, count - 2, count - 1, count, count + 1] {
                let day = start.adding(days: number)
                #expect(
                    timeline.cooperation(asOf: day) == oracle.cooperation(asOf: day),
                    "\(count) acts without \(target), \(number)"
                )
            }
        }
        records.append(figure(records.count + 1, start.adding(days: 50)))
        records.append(figure(records.count + 1, start.adding(days: 3 * count)))
        for record in records.suffix(2) { timeline = try timeline.appending(record) }
        let oracle = Oracle(records)
        #expect(timeline.live == oracle.cooperation())
        for number in [0, 49, 50, 51, count, 2 * count, 3 * count] {
            let day = start.adding(days: number)
            #expect(timeline.cooperation(asOf: day) == oracle.cooperation(asOf: day))
        }
    }

    @Test("the rule of a correction sees the cooperation without its target, at the edge of a stretch too")
    func withoutAtTheEdge() throws {
        let start = try day("2000-01-01")
        let count = Timeline.stretchLength + 1
        let records = (1...count).map { figure($0, start.adding(days: $0)) }
        let without = Timeline(records).without(Position(Int64(count)))
        let oracle = Oracle(records).without(Position(Int64(count)))
        for number in [0, 1, 100, count] {
            let day = start.adding(days: number)
            #expect(without.cooperation(asOf: day) == oracle.cooperation(asOf: day), "\(number)")
        }
    }
}
