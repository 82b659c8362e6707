import Cooperation
import Testing

@Suite("Where an edition stands") struct StandingTests {
    /// 2007 and 2013 known as years, 2019 as a day; 2023 recorded, in force some months later; 2027 never in force.
    private func ledger() throws -> Ledger {
        try Ledger([
            ("2006", try Sample.edition("2007", "2007", to: nil)), ("2007", EnterIntoForce(try id("2007"))),
            ("2012", try Sample.edition("2013", "2013", to: "2018")), ("2013", EnterIntoForce(try id("2013"))),
            ("2019-01-01", try Sample.edition("2019", "2019", to: "2022")), ("2019-10-11", EnterIntoForce(try id("2019"))),
            ("2023-01-01", try Sample.edition("2023", "2023", to: "2026")), ("2023-05-16", EnterIntoForce(try id("2023"))),
            ("2026-11-01", try Sample.edition("2027", "2027", to: "2030")),
        ])
    }

    private func standing(_ edition: String, _ text: String, _ ledger: Ledger) throws -> Programme.Standing? {
        let today = try day(text)
        let programme = ledger.timeline.cooperation(asOf: today).programme
        return try programme[id(edition)].map { programme.standing(of: $0, on: today) }
    }

    @Test("a year counts from its last day")
    func years() throws {
        let ledger = try ledger()
        #expect(try standing("2007", "2006-12-30", ledger) == nil)
        #expect(try standing("2007", "2006-12-31", ledger) == .notInForce)
        #expect(try standing("2007", "2007-12-30", ledger) == .notInForce)
        #expect(try standing("2007", "2007-12-31", ledger) == .inForce(since: period("2007")))
        #expect(try standing("2007", "2013-12-30", ledger) == .inForce(since: period("2007")), "it has no stated end")
        #expect(try standing("2007", "2013-12-31", ledger) == .replaced(by: id("2013"), period("2013")))
    }

    @Test("a period that is over without a successor has lapsed; a successor replaces what has lapsed")
    func lapsed() throws {
        let ledger = try ledger()
        #expect(try standing("2013", "2018-12-31", ledger) == .inForce(since: period("2013")))
        #expect(try standing("2013", "2019-01-01", ledger) == .lapsed(period("2018")))
        #expect(try standing("2013", "2019-10-10", ledger) == .lapsed(period("2018")))
        #expect(try standing("2013", "2019-10-11", ledger) == .replaced(by: id("2019"), period("2019-10-11")))
        #expect(try standing("2019", "2023-05-15", ledger) == .lapsed(period("2022")))
        #expect(try standing("2019", "2023-05-16", ledger) == .replaced(by: id("2023"), period("2023-05-16")))
    }

    @Test("what is known but has not come into force does not apply, and replaces nothing")
    func notInForce() throws {
        let ledger = try ledger()
        #expect(try standing("2023", "2023-05-15", ledger) == .notInForce)
        #expect(try standing("2027", "2026-11-23", ledger) == .notInForce)
        #expect(try standing("2023", "2026-11-23", ledger) == .inForce(since: period("2023-05-16")))
        #expect(try standing("2023", "2027-01-01", ledger) == .lapsed(period("2026")))
    }

    @Test("an edition is replaced by the next one, also when there are later ones")
    func next() throws {
        let ledger = try ledger()
        #expect(try standing("2007", "2026-11-23", ledger) == .replaced(by: id("2013"), period("2013")))
        #expect(try standing("2013", "2026-11-23", ledger) == .replaced(by: id("2019"), period("2019-10-11")))
        let latest = { (text: String) in
            try ledger.timeline.cooperation(asOf: day(text)).programme.latestInForce(on: day(text))?.text.id.text
        }
        #expect(try latest("2007-01-01") == nil)
        #expect(try latest("2012-06-30") == "2007")
        #expect(try latest("2019-10-11") == "2019")
        #expect(try latest("2023-05-15") == "2019")
        #expect(try latest("2026-11-23") == "2023")
        #expect(ledger.live.programme.inOrder.map(\.text.id.text) == ["2007", "2013", "2019", "2023", "2027"])
    }

    @Test("of two that came into force on the same day the one with the later id applies")
    func sameDay() throws {
        let ledger = try Ledger([
            ("2019", try Sample.edition("b", "2019", to: nil)), ("2019", try Sample.edition("a", "2019", to: nil)),
            ("2020-01-01", EnterIntoForce(try id("b"))), ("2020-01-01", EnterIntoForce(try id("a"))),
        ])
        #expect(try standing("a", "2020-01-01", ledger) == .replaced(by: id("b"), period("2020-01-01")))
        #expect(try standing("b", "2020-01-01", ledger) == .inForce(since: period("2020-01-01")))
        #expect(try ledger.live.programme.latestInForce(on: day("2020-01-01"))?.text.id.text == "b")
    }

    @Test("at every day exactly one edition at most applies")
    func atMostOne() throws {
        let ledger = try ledger()
        var today = try day("2005-12-01")
        let end = try day("2028-01-31")
        while today < end {
            let programme = ledger.timeline.cooperation(asOf: today).programme
            let applying = programme.inOrder.filter {
                if case .inForce = programme.standing(of: $0, on: today) { true } else { false }
            }
            #expect(applying.count <= 1, "\(today)")
            if let edition = applying.first { #expect(edition == programme.latestInForce(on: today)) }
            today = today.adding(days: Effort.isFull ? 1 : 13)
        }
    }
}
