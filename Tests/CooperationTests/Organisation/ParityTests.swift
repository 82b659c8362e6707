import Testing

@testable import Cooperation

@Suite("Whether every member has somebody") struct ParityTests {
    /// A committee of Haninge and Salem, where Nacka takes part in projects.
    private func ledger() throws -> Ledger {
        try Ledger([
            ("2010", Sample.municipality("haninge")), ("2010", Sample.municipality("salem", code: "0128")),
            ("2010", Sample.municipality("nacka", code: "0182")), ("2010", Sample.membership(.join, "haninge")),
            ("2010", Sample.membership(.join, "salem")), ("2015", Sample.membership(.associate, "nacka")),
            ("2010", Sample.body("ssk", .committee)), ("2010", Sample.body("lg", .managementGroup)),
            ("2010", Sample.body("planering")), ("2010", Sample.body("kansli", .secretariat)),
            ("2010", Sample.body("ks", .ratifyingBody, of: "haninge")),
        ])
    }

    private func take(_ ledger: inout Ledger, _ seat: String, _ from: String, _ until: String? = nil, on happened: String) throws
    {
        let until = try until.map { try day($0) }
        let request = TakeSeat(try Sample.place(seat), by: Sample.person(1), from: try day(from), until: until)
        try ledger.record(request, try period(happened))
    }

    /// The committee's vacancies on a day, as a text; nil when nothing is known of its seats.
    private func vacancies(_ ledger: Ledger, _ text: String) throws -> [String]? {
        let day = try day(text)
        let body = try #require(ledger.live.organisation[id("ssk")])
        let parity = try #require(body.parity(among: ledger.live.members, on: day))
        #expect(parity.body.text == "ssk")
        return parity.vacancies?.map { "\($0.municipality) since \($0.since), \($0.age(on: day)) days" }
    }

    @Test("where no seat has been recorded, nobody knows who sits there")
    func unknown() throws {
        var ledger = try ledger()
        #expect(try vacancies(ledger, "2020-01-01") == nil)
        // Neither do those tell who represent nobody.
        try ledger.record(Sample.commonSeat("sekreterare", in: "ssk", as: .administrator), try period("2020-01-01"))
        try ledger.record(Sample.seat("ersattare", as: .substitute, for: "haninge"), try period("2020-01-01"))
        #expect(try vacancies(ledger, "2020-01-01") == nil)
        try ledger.record(Sample.seat("haninge"), try period("2020-02-01"))
        #expect(try vacancies(ledger, "2020-01-31") == nil, "before places began to be kept")
        #expect(
            try vacancies(ledger, "2020-02-01") == ["haninge since 2020-02-01, 0 days", "salem since 2020-02-01, 0 days"],
            "also for the member that hasn't got a seat"
        )
    }

    @Test("only where all are to sit, in the order committee, management group, networks")
    func bodies() throws {
        var ledger = try ledger()
        let day = try day("2020-01-01")
        #expect(ledger.live.parities(on: day).map(\.body.text) == ["ssk", "lg", "planering"])
        for name in ["kansli", "ks"] {
            #expect(try ledger.live.organisation[id(name)]?.parity(among: ledger.live.members, on: day) == nil)
        }
        try ledger.record(CloseBody(try id("planering"), reason: "Klart."), try period("2020-01-01"))
        #expect(ledger.live.parities(on: day).map(\.body.text) == ["ssk", "lg"])
    }

    @Test("a vacancy is as old as the day after the last tenure, and is gone when somebody sits there")
    func age() throws {
        var ledger = try ledger()
        for name in ["haninge", "salem"] { try ledger.record(Sample.seat(name), try period("2020-01-01")) }
        try take(&ledger, "salem", "2020-01-01", on: "2020-01-01")
        try take(&ledger, "haninge", "2020-02-01", "2020-02-29", on: "2020-01-01")
        #expect(try vacancies(ledger, "2020-01-31") == ["haninge since 2020-01-01, 30 days"])
        #expect(try vacancies(ledger, "2020-02-01") == [])
        #expect(try vacancies(ledger, "2020-02-29") == [])
        #expect(try vacancies(ledger, "2020-03-01") == ["haninge since 2020-03-01, 0 days"])
        #expect(try vacancies(ledger, "2020-12-31") == ["haninge since 2020-03-01, 305 days"])
        try take(&ledger, "haninge", "2021-01-01", on: "2021-01-01")
        #expect(
            try vacancies(ledger, "2020-12-31") == ["haninge since 2020-03-01, 305 days"],
            "one who is to come isn't there yet"
        )
        #expect(try vacancies(ledger, "2021-01-01") == [])
    }

    @Test(
        "a substitute, a guest, a registrar and a deputy don't fill the place; a chair and a convener do",
        arguments: Seat.Role.allCases
    )
    func roles(_ role: Seat.Role) throws {
        var ledger = try ledger()
        try ledger.record(Sample.seat("salem"), try period("2020-01-01"))
        try take(&ledger, "salem", "2020-01-01", on: "2020-01-01")
        try ledger.record(Sample.seat("haninge", as: role), try period("2020-01-01"))
        let deputy = AppointDeputy(
            try Sample.place("haninge"),
            Sample.person(2),
            from: try day("2020-01-01"),
            until: try day("2020-12-31")
        )
        try ledger.record(deputy, try period("2020-01-01"))
        #expect(try vacancies(ledger, "2020-06-01")?.count == 1, "a deputy stands in for somebody, and here there is nobody")
        try take(&ledger, "haninge", "2020-01-01", "2020-12-31", on: "2020-01-01")
        let fills: Set<Seat.Role> = [.chair, .viceChair, .member, .convener]
        #expect(try vacancies(ledger, "2020-06-01")?.isEmpty == fills.contains(role))
        #expect(role.representsMunicipality == fills.contains(role))
    }

    @Test("one of several seats is enough")
    func several() throws {
        var ledger = try ledger()
        for (name, municipality) in [("haninge-1", "haninge"), ("haninge-2", "haninge"), ("salem", "salem")] {
            try ledger.record(Sample.seat(name, for: municipality), try period("2020-01-01"))
        }
        for (name, until) in [("haninge-1", "2020-03-31"), ("haninge-2", "2020-06-30"), ("salem", nil)] as [(String, String?)] {
            try take(&ledger, name, "2020-01-01", until, on: "2020-01-01")
        }
        #expect(try vacancies(ledger, "2020-04-01") == [])
        #expect(try vacancies(ledger, "2020-07-01") == ["haninge since 2020-07-01, 0 days"])
    }

    @Test("a member that joins lacks somebody from that day, and one that has left lacks nobody")
    func members() throws {
        var ledger = try ledger()
        for name in ["haninge", "salem"] {
            try ledger.record(Sample.seat(name), try period("2020-01-01"))
            try take(&ledger, name, "2020-01-01", on: "2020-01-01")
        }
        #expect(try vacancies(ledger, "2021-05-01") == [], "one that takes part in projects needn't sit there")
        try ledger.record(Sample.membership(.join, "nacka"), try period("2021-05-01"))
        #expect(try vacancies(ledger, "2021-05-02") == ["nacka since 2021-05-01, 1 days"])
        try ledger.record(LeaveSeat(try Sample.place("salem"), last: try day("2021-05-31")), try period("2021-06-01"))
        #expect(try vacancies(ledger, "2021-06-01")?.count == 2)
        try ledger.record(Sample.membership(.leave, "salem"), try period("2021-06-02"))
        #expect(try vacancies(ledger, "2021-06-02") == ["nacka since 2021-05-01, 32 days"])
        // Back again, the vacancy is of the day it came back.
        try ledger.record(Sample.membership(.join, "salem"), try period("2022-01-01"))
        #expect(try vacancies(ledger, "2022-01-02")?.last == "salem since 2022-01-01, 1 days")
        // Taken up its work again, the body is as empty as it was left.
        try ledger.record(CloseBody(try id("ssk"), reason: "Klart."), try period("2023-01-01"))
        try ledger.record(Sample.body("ssk", .committee), try period("2024-01-01"))
        #expect(try vacancies(ledger, "2024-01-01")?.first == "haninge since 2023-01-01, 365 days")
    }

    @Test("twelve municipalities with two seats each")
    func twelve() throws {
        var ledger = try Ledger([("2016-03-01", Sample.body("ssk", .committee))])
        for number in 1...12 {
            let name = "kommun-\(number)"
            let code = String("99\(100 + number)".suffix(2))
            try ledger.record(Sample.municipality(name, code: "99\(code)"), try period("2016-03-01"))
            try ledger.record(Sample.membership(.join, name), try period("2016-03-01"))
            for seat in 1...2 {
                try ledger.record(Sample.seat("\(name)-\(seat)", for: name), try period("2020-01-01"))
                guard number % 3 != 0 || seat == 2 && number % 6 == 0 else { continue }
                try take(&ledger, "\(name)-\(seat)", "2020-01-01", on: "2020-01-01")
            }
        }
        let found = try #require(try vacancies(ledger, "2020-01-08"))
        #expect(found == ["kommun-3 since 2020-01-01, 7 days", "kommun-9 since 2020-01-01, 7 days"])
    }
}
