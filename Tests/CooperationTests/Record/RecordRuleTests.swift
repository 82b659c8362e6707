import Cooperation
import Testing

@Suite("Corrections and strikes") struct RecordRuleTests {
    typealias Answer = Ledger.Answer

    /// Where the sample's acts stand.
    private enum Place {
        static let haninge = Position(2)
        static let haningeJoined = Position(5)
        static let salemJoined = Position(6)
        static let nackaAssociated = Position(7)
        static let frame = Position(8)
        static let edition = Position(9)
        static let inForce = Position(10)
        static let service = Position(11)
        static let population = Position(12)
        static let next = Position(14)
    }

    @Test("a reason is required")
    func reason() throws {
        let ledger = try Sample.ledger()
        let blank = Answer(code: "record.reason", field: "reason")
        #expect(try ledger.refusal(StrikeRecord(Place.population, reason: " "), "2026-01-01") == blank)
        let correction = CorrectRecord(Place.population, with: try Sample.population("haninge", 1), reason: "")
        #expect(try ledger.refusal(correction, "2019-12-31") == blank)
    }

    @Test("only what has been recorded can be corrected", arguments: [0, -1, 14, 15, 1_000_000, .max, .min] as [Int64])
    func unknown(_ number: Int64) throws {
        let ledger = try Sample.ledger()
        let answer = Answer(code: "record.unknown-position", field: "target")
        #expect(try ledger.refusal(StrikeRecord(Position(number), reason: "Fel."), "2026-01-01") == answer)
        let correction = CorrectRecord(Position(number), with: Sample.settings(), reason: "Fel.")
        #expect(try ledger.refusal(correction, "2026-01-01") == answer)
    }

    @Test("a correction is corrected by a new correction of the original")
    func ofCorrection() throws {
        var ledger = try Sample.ledger()
        let answer = Answer(code: "record.correction-of-correction", field: "target")
        try ledger.record(
            CorrectRecord(Place.population, with: Sample.population("haninge", 2), reason: "Skrivfel."),
            try period("2019-12-31")
        )
        #expect(try ledger.refusal(StrikeRecord(Place.next, reason: "Fel."), "2026-01-01") == answer)
        let of = CorrectRecord(Place.next, with: try Sample.population("haninge", 3), reason: "Fel.")
        #expect(try ledger.refusal(of, "2026-01-01") == answer)
        let with = CorrectRecord(Place.population, with: StrikeRecord(Place.frame, reason: "Fel."), reason: "Fel.")
        #expect(try ledger.refusal(with, "2026-01-01") == answer)
        try ledger.record(
            CorrectRecord(Place.population, with: Sample.population("haninge", 3), reason: "Nytt skrivfel."),
            try period("2019-12-31")
        )
        #expect(ledger.live.members[try id("haninge")]?.latestPopulation?.figure.count == 3)
    }

    @Test("a correction replaces what and when, in the place of its target")
    func corrected() throws {
        var ledger = try Sample.ledger()
        try ledger.record(
            CorrectRecord(Place.population, with: Sample.population("haninge", 89_989), reason: "Fel år."),
            try period("2018-12-31"),
            on: try day("2026-01-01")
        )
        let figures = try #require(ledger.live.members[try id("haninge")]).populationInOrder
        #expect(figures.map(\.day.iso) == ["2018-12-31"])
        #expect(figures.map(\.figure.count) == [89_989])
        // What was known before it was corrected is known still.
        let known = ledger.timeline.known(by: try day("2025-12-31"))
        #expect(known.live.members[try id("haninge")]?.latestPopulation?.figure.count == 92_095)
    }

    @Test("its rule sees the cooperation without what it corrects")
    func without() throws {
        var ledger = try Sample.ledger()
        // Haninge joined a week earlier than was said; it had already been registered then.
        try ledger.record(
            CorrectRecord(Place.haninge, with: Sample.municipality("haninge", code: "0136"), reason: "Annan dag."),
            try period("2010-08-01")
        )
        try ledger.record(
            CorrectRecord(Place.haningeJoined, with: Sample.membership(.join, "haninge"), reason: "Annan dag."),
            try period("2010-08-11")
        )
        #expect(ledger.live.members[try id("haninge")]?.standing?.from.iso == "2010-08-11")
        #expect(ledger.timeline.cooperation(asOf: try day("2010-08-11")).members.members.count == 1)
        // The same request without the correction is refused.
        #expect(try ledger.refusal(Sample.membership(.join, "haninge"), "2010-08-12").code == "members.already-member")
    }

    @Test("what others rest on can't be taken away; the refusal names the first that would be left")
    func wouldVoid() throws {
        let ledger = try Sample.ledger()
        let table: [(target: Position, first: Int64)] = [
            (Place.haninge, 5), (Place.frame, 11), (Place.edition, 10), (Position(3), 6), (Position(4), 7),
        ]
        for (target, first) in table {
            var tried = ledger
            let today = try period("2026-01-01")
            do {
                try tried.record(StrikeRecord(target, reason: "Fel."), today)
                Issue.record("\(target) was struck")
            } catch {
                #expect(error.code == "record.would-void")
                #expect(error.message.contains("post \(first) från "), "\(error.message)")
            }
        }
        for target in [Position(1), Place.haningeJoined, Place.salemJoined, Place.nackaAssociated, Place.inForce, Place.service] {
            #expect(try ledger.refusal(StrikeRecord(target, reason: "Fel."), "2026-01-01") == .accepted, "\(target)")
        }
        // Moved to a later day than what rests on it.
        let late = CorrectRecord(Place.edition, with: try Sample.edition("2019"), reason: "Annan dag.")
        #expect(try ledger.refusal(late, "2019-10-10") == .accepted)
        #expect(try ledger.refusal(late, "2019-10-11") == .accepted, "it keeps its place before what was recorded after it")
        #expect(try ledger.refusal(late, "2019-10-12").code == "record.would-void")
    }

    @Test("a struck act can be put back by a correction")
    func putBack() throws {
        var ledger = try Sample.ledger()
        try ledger.record(StrikeRecord(Place.population, reason: "Fel."), try period("2026-01-01"))
        #expect(ledger.live.members[try id("haninge")]?.latestPopulation == nil)
        try ledger.record(
            CorrectRecord(Place.population, with: Sample.population("haninge", 5), reason: "Rätt ändå."),
            try period("2019-12-31")
        )
        #expect(ledger.live.members[try id("haninge")]?.latestPopulation?.figure.count == 5)
        #expect(ledger.timeline.count == 15)
    }

    @Test("what has been struck can't be struck again: it would change nothing")
    func twice() throws {
        var ledger = try Sample.ledger()
        try ledger.record(StrikeRecord(Place.population, reason: "Fel."), try period("2026-01-01"))
        #expect(
            try ledger.refusal(StrikeRecord(Place.population, reason: "Fel."), "2026-01-01")
                == Answer(code: "record.struck-already", field: "target")
        )
    }
}
