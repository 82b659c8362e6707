import Testing

@testable import Cooperation

@Suite("Who chairs, and when it is to be chosen again") struct PresidencyTests {
    private func ledger(of kind: Body.Kind = .committee, _ presidencies: [(String, String, String?)]) throws -> Ledger {
        var ledger = try Ledger([
            ("2010", Sample.municipality("haninge")), ("2010", Sample.municipality("salem", code: "0128")),
            ("2010", Sample.municipality("nacka", code: "0182")),
            ("2010", Sample.body("ssk", kind, of: kind == .ratifyingBody ? "haninge" : nil)),
        ])
        for (text, chair, vice) in presidencies { try ledger.record(Sample.presidency(chair, vice), try period(text)) }
        return ledger
    }

    private func body(_ ledger: Ledger) throws -> Body { try #require(ledger.live.organisation[id("ssk")]) }

    @Test(
        "the last choice counts until another is made, from the first day it is of",
        arguments: [
            ("2017-12-31", nil), ("2018-01-01", "haninge"), ("2018-09-30", "haninge"), ("2018-10-01", "salem"),
            ("2019-02-08", "salem"),
            ("2019-02-09", "nacka"), ("2020-12-31", "nacka"), ("2021-02-08", "nacka"), ("2021-02-09", nil), ("2026-11-26", nil),
        ] as [(String, String?)]
    )
    func inForce(_ text: String, _ chair: String?) throws {
        // The second stands before the first in the order of the record, since a year counts there from its last day.
        let ledger = try ledger([("2018-10", "salem", nil), ("2018", "haninge", "salem"), ("2019-02-09", "nacka", nil)])
        #expect(try body(ledger).presidency(on: day(text))?.fact.chair.text == chair)
    }

    @Test("two of the same day: what was recorded last")
    func sameDay() throws {
        let ledger = try ledger([("2019-02-09", "haninge", nil), ("2019-02-09", "salem", nil)])
        #expect(try body(ledger).presidency(on: day("2019-02-09"))?.fact.chair.text == "salem")
    }

    @Test(
        "the choice is overdue a year after the last one",
        arguments: [
            ([], "2026-11-26", nil), (["2021"], "2020-12-31", nil), (["2021"], "2021-12-31", nil),
            (["2021"], "2022-01-01", "2022-01-01"),
            (["2021"], "2026-11-26", "2022-01-01"), (["2021-02-09"], "2022-02-08", nil),
            (["2021-02-09"], "2022-02-09", "2022-02-09"),
            // Made in December for the year to come, or in February of it: neither is late in January.
            (["2021-12-10"], "2022-11-30", nil), (["2021-12-10"], "2022-12-10", "2022-12-10"), (["2021-02"], "2022-01-31", nil),
            (["2021-02"], "2022-02-01", "2022-02-01"), (["2020-02-29"], "2021-02-27", nil),
            (["2020-02-29"], "2021-02-28", "2021-02-28"),
            (["2020", "2021-02-09"], "2021-06-01", nil), (["2020", "2021-02-09"], "2021-01-15", "2021-01-01"),
            (["2022-02-15", "2021-02-09"], "2022-12-01", nil),
        ] as [([String], String, String?)]
    )
    func due(_ chosen: [String], _ text: String, _ expected: String?) throws {
        for kind in Body.Kind.allCases {
            let ledger = try ledger(of: kind, chosen.sorted().map { ($0, "haninge", nil) })
            let isYearly = kind == .committee || kind == .managementGroup
            #expect(try body(ledger).presidencyDue(on: day(text))?.iso == (isYearly ? expected : nil), "\(kind)")
        }
    }

    @Test("elsewhere a choice lasts until the next, and nowhere beyond the body")
    func elsewhere() throws {
        for kind in [Body.Kind.secretariat, .ratifyingBody, .network] {
            let ledger = try ledger(of: kind, [("2018", "haninge", nil)])
            #expect(try body(ledger).presidency(on: day("2026-11-26"))?.fact.chair.text == "haninge", "\(kind)")
        }
        for kind in Body.Kind.allCases {
            var ledger = try ledger(of: kind, [("2018", "haninge", nil)])
            try ledger.record(CloseBody(try id("ssk"), reason: "Klart."), try period("2019-03-01"))
            #expect(try body(ledger).presidency(on: day("2019-02-28")) != nil)
            #expect(try body(ledger).presidency(on: day("2019-03-01")) == nil)
            #expect(try body(ledger).presidencyDue(on: day("2019-03-01")) == nil)
            let isYearly = kind == .committee || kind == .managementGroup
            #expect(try body(ledger).presidencyDue(on: day("2019-02-28"))?.iso == (isYearly ? "2019-01-01" : nil))
        }
    }

    /// What each seat is on a day, in the order of seats.
    private func roles(_ ledger: Ledger, _ text: String) throws -> [String] {
        let (body, day) = (try body(ledger), try day(text))
        return body.seats.map { "\($0.facts.id) \(body.role(of: $0, on: day).rawValue)" }
    }

    @Test("the one who sits for the municipality that chairs is the chair, for as long as it chairs")
    func roles() throws {
        var ledger = try ledger([])
        for name in ["haninge", "salem"] { try ledger.record(Sample.seat(name), try period("2019-01-01")) }
        // Recorded as the chair's when the municipality chaired: the seat stays with it, the office goes on.
        try ledger.record(Sample.seat("nacka", as: .chair), try period("2019-01-01"))
        try ledger.record(Sample.seat("ersattare", as: .substitute, for: "haninge"), try period("2019-01-01"))
        try ledger.record(Sample.commonSeat("sekreterare", in: "ssk", as: .administrator), try period("2019-01-01"))
        let recorded = ["sekreterare administrator", "haninge member", "ersattare substitute", "nacka chair", "salem member"]
        #expect(try roles(ledger, "2020-06-01") == recorded, "where nobody knows who chairs, what the seat says")
        try ledger.record(Sample.presidency("haninge", "salem"), try period("2020-02-09"))
        #expect(try roles(ledger, "2020-02-08") == recorded)
        #expect(
            try roles(ledger, "2020-02-09") == [
                "sekreterare administrator", "haninge chair", "ersattare substitute", "nacka member", "salem vice-chair",
            ]
        )
        try ledger.record(Sample.presidency("salem"), try period("2021-02-09"))
        #expect(
            try roles(ledger, "2021-02-09") == [
                "sekreterare administrator", "haninge member", "ersattare substitute", "nacka member", "salem chair",
            ]
        )
        // So also what its holder may do.
        let take = TakeSeat(try Sample.place("haninge"), by: Sample.person(1), from: try day("2020-01-01"))
        try ledger.record(take, try period("2021-03-01"))
        let found = try ["2020-01-01", "2020-12-31", "2021-02-09"].flatMap {
            try ledger.live.organisation.capacities(of: Sample.person(1), on: day($0)).map(\.role)
        }
        #expect(found == [.member, .chair, .member])
    }

    @Test("of two who sit for a municipality the one whose seat is the chair's, and neither when no seat is")
    func twoSeats() throws {
        for (marked, expected) in [(Seat.Role.chair, "chair"), (.member, "member")] {
            var ledger = try ledger([("2020-02-09", "haninge", "salem")])
            try ledger.record(Sample.seat("haninge-1", as: marked, for: "haninge"), try period("2020-01-01"))
            try ledger.record(Sample.seat("haninge-2", for: "haninge"), try period("2020-01-01"))
            #expect(try Set(roles(ledger, "2020-03-01")) == ["haninge-1 \(expected)", "haninge-2 member"])
            // When the other is closed, there is no doubt.
            try ledger.record(CloseSeat(try Sample.place("haninge-2"), last: try day("2020-03-31")), try period("2020-04-01"))
            #expect(try roles(ledger, "2020-04-01").contains("haninge-1 chair"))
        }
    }

    @Test(
        "the same date in another year",
        arguments: [
            ("2021-02-09", 1, "2022-02-09"), ("2020-02-29", 1, "2021-02-28"), ("2020-02-29", 4, "2024-02-29"),
            ("2099-12-31", 1, "2100-12-31"),
            ("2100-02-28", 4, "2104-02-28"), ("2021-12-31", 0, "2021-12-31"), ("9999-01-01", 1, "9999-01-01"),
        ]
    )
    func years(_ text: String, _ years: Int, _ expected: String) throws {
        #expect(try day(text).adding(years: years).iso == expected)
    }
}
