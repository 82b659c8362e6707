import Testing

@testable import Cooperation

@Suite("What acts are about") struct AboutTests {
    /// Every act of a random history, those that mean nothing too.
    private func records(_ count: Int, _ history: inout RandomHistory) -> [Record] {
        var records: [Record] = []
        while records.count < count { records.append(history.next(after: records.count)) }
        return records
    }

    private func list(_ positions: Pieces<Position>) -> [Position] {
        var list: [Position] = []
        positions.forEach { list.append($0) }
        return list
    }

    /// What a record is about, by the shortest way: a correction also what its target was about.
    private func subjects(of record: Record, in records: [Record]) -> Set<Subject> {
        guard case .record(let act) = record.act else { return record.act.subjects }
        let target = records.first { $0.position == act.target }
        return record.act.subjects.union(target?.act.subjects ?? [])
    }

    @Test("the places about a subject are those that a look through every act finds", arguments: [51, 52, 56] as [UInt64])
    func positions(_ seed: UInt64) throws {
        var history = RandomHistory(seed: seed, from: try day("2012-01-01"))
        let records = records(Effort.count(1500, otherwise: 400), &history)
        let whole = Timeline(records)
        // Grown act by act, a timeline finds the same; what can't be taken is passed over.
        var grown = Timeline()
        var taken: [Record] = []
        for record in records {
            let next = Record(
                position: Position(Int64(taken.count + 1)),
                recorded: record.recorded,
                happened: record.happened,
                actor: record.actor,
                act: record.act
            )
            guard let longer = try? grown.appending(next) else { continue }
            grown = longer
            taken.append(next)
        }
        #expect(taken.count > records.count / 5, "most must be taken, or the test shows little")
        var found = 0
        for _ in 0..<200 {
            let subject = history.subject()
            let expected = records.filter { subjects(of: $0, in: records).contains(subject) }.map(\.position)
            #expect(list(whole.positions(about: subject)) == expected, "\(subject.text)")
            let expectedTaken = taken.filter { subjects(of: $0, in: taken).contains(subject) }.map(\.position)
            #expect(list(grown.positions(about: subject)) == expectedTaken, "\(subject.text)")
            found += expected.count
        }
        #expect(found > 500)
        // What had been recorded by a day is a timeline of its own.
        let early = records[records.count / 2].recorded.swedishDay
        let prefix = records.filter { $0.recorded.swedishDay <= early }
        for _ in 0..<30 {
            let subject = history.subject()
            let expected = prefix.filter { subjects(of: $0, in: prefix).contains(subject) }.map(\.position)
            #expect(list(whole.known(by: early).positions(about: subject)) == expected)
        }
    }

    @Test("the correction of an act is the last that could correct it", arguments: [54, 55] as [UInt64])
    func correction(_ seed: UInt64) throws {
        var history = RandomHistory(seed: seed, from: try day("2012-01-01"))
        let records = records(Effort.count(2000, otherwise: 500), &history)
        let timeline = Timeline(records)
        var corrected = 0
        for record in records {
            let last = records.last { later in
                guard case .record(let act) = later.act, act.target == record.position, later.position > record.position else {
                    return false
                }
                if case .record = record.act { return false }
                return true
            }
            #expect(timeline.correction(of: record.position) == last?.position, "\(record.position)")
            if last != nil { corrected += 1 }
        }
        #expect(corrected > 20)
        for number in [0, -1, Int64(records.count + 1), .max] { #expect(timeline.correction(of: Position(number)) == nil) }
    }

    @Test("an act that is corrected again is corrected by the later act, and a strike counts as one")
    func again() throws {
        var ledger = try Sample.ledger()
        let population = Position(12)
        #expect(ledger.timeline.correction(of: population) == nil)
        for count in [1, 2] {
            let request = CorrectRecord(population, with: try Sample.population("haninge", count), reason: "Fel.")
            try ledger.record(request, try period("2019-12-31"), on: try day("2026-01-01"))
            #expect(ledger.timeline.correction(of: population) == ledger.last)
        }
        try ledger.record(StrikeRecord(population, reason: "Fel."), try period("2026-01-02"))
        #expect(ledger.timeline.correction(of: population) == ledger.last)
        #expect(ledger.timeline.correction(of: ledger.last) == nil)
        let haninge: Subject = .municipality(try id("haninge"))
        #expect(list(ledger.timeline.positions(about: haninge)).map(\.number) == [2, 5, 12, 14, 15, 16])
        #expect(list(ledger.timeline.positions(about: .municipality(try id("vaxholm")))).isEmpty)
    }

    @Test("a correction that says another subject is about both")
    func moved() throws {
        var ledger = try Sample.ledger()
        let request = CorrectRecord(Position(12), with: try Sample.population("salem", 15_000), reason: "Fel kommun.")
        try ledger.record(request, try period("2019-12-31"), on: try day("2026-01-01"))
        for name in ["haninge", "salem"] {
            let subject: Subject = .municipality(try id(name))
            #expect(list(ledger.timeline.positions(about: subject)).last == ledger.last, "\(name)")
        }
    }
}
