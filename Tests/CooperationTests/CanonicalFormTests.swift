import Testing

@testable import Cooperation

@Suite("The canonical form") struct CanonicalFormTests {
    @Test("is equal for equal states, in whatever order they were built")
    func order() throws {
        let acts: [(String, any Request)] = try [
            ("2010-08-18", Sample.municipality("haninge", code: "0136")),
            ("2010-08-18", Sample.municipality("salem", code: "0128")),
            ("2010-08-18", Sample.municipality("nacka", code: "0182")), ("2010-08-18", Sample.frame("rufs")),
            ("2010-08-18", Sample.frame("plan")), ("2010-08-18", Sample.edition("2019")), ("2010-08-18", Sample.edition("2023")),
            ("2010-08-18", Sample.population(nil, 5)), ("2012-08-18", Sample.population(nil, 6)),
        ]
        var dice = Dice(5)
        var forms: Set<[UInt8]> = []
        var states: Set<Cooperation> = []
        for _ in 0..<20 {
            var cooperation = Cooperation()
            // The texts have numbers of their own here, so that the order doesn't show in them.
            for (index, (day, request)) in acts.enumerated().shuffled(using: &dice) {
                var pen = Ledger.pen(from: 1000 * index)
                let period = try period(day)
                let act = try request.act(in: Cooperation(), at: period, pen: &pen)
                cooperation.apply(act, at: period, position: Position(Int64(index + 1)))
            }
            forms.insert(try cooperation.canonicalForm())
            states.insert(cooperation)
        }
        #expect(states.count == 1)
        #expect(forms.count == 1)
    }

    @Test("each act of the sample changes it, and nothing else does")
    func differs() throws {
        let ledger = try Sample.ledger()
        var forms: [[UInt8]] = []
        var records: [Record] = []
        ledger.timeline.forEach { records.append($0) }
        for count in 0...records.count { forms.append(try Timeline(records.prefix(count)).live.canonicalForm()) }
        #expect(Set(forms).count == records.count + 1)
        #expect(forms.first == [])
        #expect(try ledger.live.canonicalForm() == forms.last)
    }

    @Test("random histories have the same form exactly when they have the same state")
    func random() throws {
        var history = RandomHistory(seed: 41, from: try day("2012-01-01"))
        var records: [Record] = []
        var seen: [[UInt8]: Cooperation] = [:]
        for _ in 0..<Effort.count(600, otherwise: 120) {
            records.append(history.next(after: records.count))
            let live = Timeline(records).live
            let form = try live.canonicalForm()
            #expect(try Oracle(records).cooperation().canonicalForm() == form)
            // The words of a refusal are no part of the state; everything else is.
            if let other = seen[form] { #expect(other.members == live.members && other.programme == live.programme) }
            seen[form] = live
        }
        #expect(Set(seen.values).count == seen.count)
    }

    @Test("is one line for each element, sorted within its kind")
    func lines() throws {
        let form = String(decoding: try Sample.ledger().live.canonicalForm(), as: UTF8.self)
        let labels = form.split(separator: "\n").map { String($0.prefix { $0 != "{" && $0 != "\"" }) }
        #expect(
            labels.map { $0.trimmed } == [
                "settings", "agreed", "municipality", "membership", "population 2019-12-31", "municipality", "membership",
                "municipality", "membership", "edition", "in-force", "entry", "service", "edition", "frame",
            ]
        )
        #expect(form.hasSuffix("\n"))
    }
}

extension String {
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
