import Testing

@testable import Cooperation

@Suite("Seats") struct SeatTests {
    typealias Answer = Ledger.Answer

    private static let (one, two, three) = (Sample.person(1), Sample.person(2), Sample.person(3))

    /// A committee with a seat for Haninge from 2020.
    private func ledger() throws -> Ledger {
        try Ledger([
            ("2010", Sample.municipality("haninge")), ("2010", Sample.municipality("salem", code: "0128")),
            ("2010", Sample.body("ssk", .committee)), ("2010", Sample.body("ks", .ratifyingBody, of: "haninge")),
            ("2010", Sample.body("kansli", .secretariat)), ("2020-01-01", Sample.seat("haninge")),
        ])
    }

    private func take(_ person: Person.ID, _ from: String, _ until: String? = nil, _ seat: String = "haninge") throws -> TakeSeat
    {
        TakeSeat(try Sample.place(seat), by: person, from: try day(from), until: try until.map { try day($0) })
    }

    private func leave(_ last: String) throws -> LeaveSeat { LeaveSeat(try Sample.place("haninge"), last: try day(last)) }

    private func close(_ last: String) throws -> CloseSeat { CloseSeat(try Sample.place("haninge"), last: try day(last)) }

    private func deputy(_ person: Person.ID, _ from: String, _ until: String) throws -> AppointDeputy {
        AppointDeputy(try Sample.place("haninge"), person, from: try day(from), until: try day(until))
    }

    private func seat(_ ledger: Ledger) throws -> Seat { try #require(ledger.live.organisation.seat(Sample.place("haninge"))) }

    /// Who holds the seat on each of some days: the number of the person, `-` for nobody, `x` for no seat.
    private func holders(_ ledger: Ledger, _ days: [String]) throws -> String {
        let seat = try seat(ledger)
        return try days.map { text in
            let day = try day(text)
            guard seat.exists(on: day) else { return "x" }
            return seat.tenure(on: day).map { String($0.person.text.suffix(1)) } ?? "-"
        }.joined()
    }

    @Test("a tenure ends the day before the next, at its own last day, or when it is left")
    func tenures() throws {
        var ledger = try ledger()
        let days = ["2019-12-31", "2020-01-01", "2020-06-30", "2020-07-01", "2021-01-31", "2021-02-01", "2026-01-01"]
        #expect(try holders(ledger, days) == "x------")
        #expect(try seat(ledger).vacant(on: day("2020-06-30")) == day("2020-01-01"))
        #expect(try seat(ledger).vacant(on: day("2019-12-31")) == nil)
        try ledger.record(take(Self.one, "2020-01-01"), try period("2020-01-01"))
        #expect(try holders(ledger, days) == "x111111")
        #expect(try seat(ledger).tenures.first.flatMap { try seat(ledger).lastDay(of: $0) } == nil)
        try ledger.record(take(Self.two, "2020-07-01", "2021-01-31"), try period("2020-06-01"))
        #expect(try holders(ledger, days) == "x1122--", "nobody comes back when the next one's time is over")
        #expect(try seat(ledger).vacant(on: day("2026-01-01")) == day("2021-02-01"))
        let tenures = try seat(ledger).tenures
        #expect(try tenures.map { try seat(ledger).lastDay(of: $0)?.iso } == ["2020-06-30", "2021-01-31"])
        try ledger.record(leave("2020-03-31"), try period("2020-06-02"))
        #expect(try holders(ledger, ["2020-03-31", "2020-04-01", "2020-06-30", "2020-07-01"]) == "1--2")
        #expect(try seat(ledger).vacant(on: day("2020-06-30")) == day("2020-04-01"))
        // One in between takes the rest of the time until the next.
        try ledger.record(take(Self.three, "2020-02-01"), try period("2020-06-03"))
        #expect(try holders(ledger, ["2020-01-31", "2020-02-01", "2020-06-30", "2020-07-01"]) == "1332")
    }

    @Test("one who begins the same day is put in the other's place")
    func replaced() throws {
        var ledger = try ledger()
        try ledger.record(take(Self.one, "2020-01-01"), try period("2020-01-01"))
        try ledger.record(take(Self.two, "2027-01-01"), try period("2026-11-01"))
        #expect(try holders(ledger, ["2026-12-31", "2027-01-01"]) == "12", "a time that is to come")
        try ledger.record(take(Self.three, "2027-01-01"), try period("2026-11-02"))
        #expect(try holders(ledger, ["2026-12-31", "2027-01-01"]) == "13")
        #expect(try seat(ledger).tenures.count == 2)
    }

    @Test(
        "leaving",
        arguments: [
            ("2020-03-01", nil), ("2020-02-29", "organisation.seat-vacant"), ("2020-06-30", nil),
            ("2020-07-01", "organisation.seat-vacant"),
            ("2019-12-31", "organisation.seat-vacant"), ("2020-01-01", "organisation.seat-vacant"),
        ] as [(String, String?)]
    )
    func leaving(_ last: String, _ code: String?) throws {
        var ledger = try ledger()
        try ledger.record(take(Self.one, "2020-03-01", "2020-06-30"), try period("2020-03-01"))
        #expect(try ledger.refusal(leave(last), "2021-01-01") == Answer(code: code, field: code == nil ? nil : "last"))
    }

    @Test("leaving never makes a time longer")
    func leavingTwice() throws {
        var ledger = try ledger()
        try ledger.record(take(Self.one, "2020-03-01"), try period("2020-03-01"))
        try ledger.record(leave("2020-04-30"), try period("2020-04-01"))
        #expect(try ledger.code(leave("2020-05-31"), "2020-04-02") == "organisation.seat-vacant")
        try ledger.record(leave("2020-03-31"), try period("2020-04-03"))
        #expect(try holders(ledger, ["2020-03-31", "2020-04-01", "2020-04-30"]) == "1--")
    }

    @Test("a seat with a last day that lies ahead is used until then, and not beyond")
    func closingAhead() throws {
        var ledger = try ledger()
        try ledger.record(take(Self.one, "2020-01-01"), try period("2020-01-01"))
        try ledger.record(take(Self.three, "2027-06-01"), try period("2026-01-01"))
        try ledger.record(deputy(Self.three, "2026-12-01", "2027-02-28"), try period("2026-01-01"))
        try ledger.record(close("2026-12-31"), try period("2026-11-26"))
        #expect(try holders(ledger, ["2026-12-31", "2027-01-01", "2027-06-01"]) == "1xx")
        #expect(try seat(ledger).tenures.map(\.until?.iso) == ["2026-12-31"], "who was to come never comes")
        #expect(try seat(ledger).deputyships.map(\.until.iso) == ["2026-12-31"])
        let closed = Answer(code: "organisation.seat-closed", field: "seat")
        #expect(try ledger.refusal(take(Self.two, "2027-01-01"), "2026-11-26") == closed)
        #expect(try ledger.refusal(deputy(Self.two, "2027-01-01", "2027-01-31"), "2026-11-26") == closed)
        #expect(try ledger.refusal(leave("2027-01-01"), "2026-11-26") == Answer(code: "organisation.seat-vacant", field: "last"))
        #expect(try ledger.refusal(close("2026-12-31"), "2026-11-26") == closed)
        #expect(try ledger.refusal(close("2027-01-31"), "2026-11-26") == closed, "no longer than it was said")
        #expect(try ledger.refusal(close("2026-11-30"), "2026-11-26") == .accepted, "but shorter")
        // Another for the last month: lies before the last day, and ends with it.
        try ledger.record(take(Self.two, "2026-12-01"), try period("2026-11-26"))
        try ledger.record(deputy(Self.one, "2026-12-01", "2027-03-01"), try period("2026-11-26"))
        #expect(try holders(ledger, ["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"]) == "122x")
        #expect(try ledger.live.organisation.capacities(of: Self.one, on: day("2026-12-01")).map(\.until?.iso) == ["2026-12-31"])
        #expect(try ledger.live.organisation.personsSeated(from: day("2027-01-01")).isEmpty)
    }

    @Test("a seat that is taken up again is empty: nobody comes back with it")
    func again() throws {
        var ledger = try ledger()
        try ledger.record(take(Self.one, "2020-01-01"), try period("2020-01-01"))
        try ledger.record(deputy(Self.two, "2020-12-01", "2021-06-30"), try period("2020-12-01"))
        #expect(try ledger.code(Sample.seat("haninge"), "2020-12-31") == "organisation.seat-exists")
        try ledger.record(close("2020-12-31"), try period("2020-12-31"))
        try ledger.record(Sample.seat("haninge", as: .chair), try period("2021-03-01"))
        #expect(try seat(ledger).facts.role == .chair)
        let days = ["2020-12-31", "2021-01-01", "2021-02-28", "2021-03-01", "2021-06-30"]
        #expect(try holders(ledger, days) == "1xx--")
        #expect(try seat(ledger).vacant(on: day("2021-06-30")) == day("2021-03-01"), "not since before it was there")
        #expect(try seat(ledger).vacant(on: day("2021-01-01")) == nil)
        #expect(try seat(ledger).deputies(on: day("2021-03-01")).isEmpty)
        #expect(try ledger.live.organisation.capacities(of: Self.one, on: day("2021-03-01")).isEmpty)
        #expect(try ledger.live.organisation.capacities(of: Self.one, on: day("2020-12-31")).count == 1, "as it was then")
        #expect(
            try ledger.refusal(take(Self.one, "2021-02-28"), "2021-03-01")
                == Answer(code: "organisation.before-seat", field: "from")
        )
        #expect(try ledger.refusal(take(Self.one, "2021-03-01"), "2021-03-01") == .accepted)
        // What was found out later of the time before is dated back, and ends with it.
        try ledger.record(take(Self.three, "2020-06-01"), try period("2020-06-01"), on: try day("2026-01-01"))
        #expect(try holders(ledger, ["2020-05-31", "2020-06-01", "2020-12-31", "2021-01-01", "2021-03-01"]) == "133x-")
        // Struck, the closing was never there.
        let closing = try #require(ledger.records.first { $0.act.kind == "organisation.seat-closed" }?.position)
        let strike = StrikeRecord(closing, reason: "Fel.")
        #expect(try ledger.code(strike, "2026-02-01") == "record.would-void", "it was established again after it")
    }

    @Test("a seat that is taken up again before it ended, or the day after, has been there all along")
    func merged() throws {
        for today in ["2020-12-01", "2020-12-31", "2021-01-01"] {
            var ledger = try ledger()
            try ledger.record(take(Self.one, "2020-01-01"), try period("2020-01-01"))
            try ledger.record(close("2020-12-31"), try period("2020-11-01"))
            try ledger.record(Sample.seat("haninge"), try period(today))
            #expect(try seat(ledger).since.iso == "2020-01-01" && seat(ledger).earlier.isEmpty)
            #expect(try holders(ledger, ["2020-12-31", "2021-01-01"]) == "1-", "\(today)")
        }
    }

    @Test("a last day before the first: it was never to be")
    func never() throws {
        var ledger = try ledger()
        #expect(try ledger.refusal(close("2019-12-30"), "2020-01-02") == Answer(code: "organisation.before-seat", field: "last"))
        try ledger.record(take(Self.one, "2020-01-01"), try period("2020-01-01"))
        try ledger.record(close("2019-12-31"), try period("2020-01-02"))
        #expect(try holders(ledger, ["2019-12-31", "2020-01-01"]) == "xx")
        #expect(try seat(ledger).tenures.isEmpty)
        #expect(try ledger.refusal(take(Self.two, "2020-01-02"), "2020-01-03").code == "organisation.seat-closed")
        try ledger.record(Sample.seat("haninge"), try period("2020-02-01"))
        #expect(try holders(ledger, ["2019-12-31", "2020-01-01", "2020-01-31", "2020-02-01"]) == "xxx-")
        #expect(try seat(ledger).earlier.isEmpty)
    }

    @Test("a body that ends its work ends its seats the day before, and nobody comes back with the body")
    func bodyEnds() throws {
        var ledger = try ledger()
        try ledger.record(take(Self.one, "2020-01-01"), try period("2020-01-01"))
        try ledger.record(CloseBody(try id("ssk"), reason: "Klart."), try period("2021-01-01"))
        #expect(try holders(ledger, ["2020-12-31", "2021-01-01"]) == "1x")
        #expect(try ledger.code(Sample.seat("salem"), "2021-01-02") == "organisation.closed")
        #expect(try ledger.code(take(Self.two, "2021-01-01"), "2021-01-02") == "organisation.seat-closed")
        #expect(try ledger.live.organisation.capacities(of: Self.one, on: day("2020-12-31")).count == 1)
        try ledger.record(Sample.body("ssk", .committee), try period("2022-01-01"))
        #expect(try holders(ledger, ["2022-01-01"]) == "x")
        try ledger.record(Sample.seat("haninge"), try period("2022-01-01"))
        #expect(try holders(ledger, ["2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01"]) == "1xx-")
        #expect(try ledger.live.organisation.capacities(of: Self.one, on: day("2022-01-01")).isEmpty)
    }

    @Test(
        "what can't be established",
        arguments: [
            ("ssk", "haninge", "member", "haninge", "organisation.seat-exists", "id"),
            ("ssk", "salem", "member", "salem", "", ""),
            ("ssk", "salem", "member", "vaxholm", "members.unknown-municipality", "municipality"),
            ("ssk", "salem", "member", nil, "organisation.seat-whose", "municipality"),
            ("ssk", "salem", "chair", nil, "organisation.seat-whose", "municipality"),
            ("ssk", "sekreterare", "administrator", nil, "", ""), ("ssk", "ersattare", "substitute", nil, "", ""),
            ("ssk", "registrator", "registrar", nil, "organisation.seat-whose", "municipality"),
            ("kansli", "registrator", "registrar", nil, "organisation.seat-whose", "municipality"),
            ("kansli", "registrator", "registrar", "salem", "", ""), ("kansli", "chef", "chair", nil, "", ""),
            ("ks", "registrator", "registrar", nil, "", ""), ("ks", "registrator", "registrar", "haninge", "", ""),
            ("ks", "registrator", "registrar", "salem", "organisation.seat-other-municipality", "municipality"),
            ("yh", "salem", "member", "salem", "organisation.unknown-body", "body"),
        ] as [(String, String, String, String?, String, String)]
    )
    func establishing(_ body: String, _ name: String, _ role: String, _ municipality: String?, _ code: String, _ field: String)
        throws
    {
        let request = EstablishSeat(
            try id(name),
            in: try id(body),
            role: try #require(Seat.Role(rawValue: role)),
            for: try municipality.map { try id($0) }
        )
        #expect(try ledger().refusal(request, "2020-01-02") == (code.isEmpty ? .accepted : Answer(code: code, field: field)))
    }

    @Test(
        "who can hold it, and stand in",
        arguments: [
            ("2020-01-01", "2020-01-01", "", ""), ("2019-12-31", "2020-12-31", "organisation.before-seat", "from"),
            ("2020-03-01", "2020-02-29", "organisation.ends-before-begins", "until"),
        ]
    )
    func times(_ from: String, _ until: String, _ code: String, _ field: String) throws {
        let expected = code.isEmpty ? Answer.accepted : Answer(code: code, field: field)
        #expect(try ledger().refusal(take(Self.one, from, until), "2020-01-02") == expected)
        let short = try day(until) > day(from).adding(days: 300) ? "2020-01-31" : until
        #expect(try ledger().refusal(deputy(Self.one, from, short), "2020-01-02") == expected)
    }

    @Test(
        "a name never comes into the journal in the place of an id",
        arguments: [
            "registratorn-i-haninge", "a", String(repeating: "a", count: 31), String(repeating: "a", count: 33),
            String(repeating: "g", count: 32), "0123456789-bcdef0123456789abcdef",
        ]
    )
    func persons(_ text: String) throws {
        let person: Person.ID = try id(text)
        let refused = Answer(code: "organisation.person", field: "person")
        #expect(try ledger().refusal(take(person, "2020-01-01"), "2020-01-02") == refused)
        #expect(try ledger().refusal(deputy(person, "2020-01-01", "2020-01-02"), "2020-01-02") == refused)
    }

    @Test("an unknown seat or body")
    func unknown() throws {
        let ledger = try ledger()
        let requests: [any Request] = [
            TakeSeat(try Sample.place("salem"), by: Self.one, from: try day("2020-01-01")),
            LeaveSeat(try Sample.place("salem"), last: try day("2020-01-01")),
            AppointDeputy(try Sample.place("salem"), Self.one, from: try day("2020-01-01"), until: try day("2020-01-01")),
            CloseSeat(try Sample.place("salem"), last: try day("2020-01-01")),
        ]
        for request in requests {
            #expect(try ledger.refusal(request, "2020-01-02") == Answer(code: "organisation.unknown-seat", field: "seat"))
            // The day before the body was known.
            #expect(try ledger.code(request, "2009-12-31") == "organisation.unknown-body")
        }
        #expect(try ledger.code(take(Self.one, "2020-01-01"), "2019-12-31") == "organisation.unknown-seat")
    }

    @Test("a guest comes for a year at the most, and a deputy too")
    func guests() throws {
        var ledger = try ledger()
        try ledger.record(Sample.commonSeat("gast", in: "ssk", as: .guest), try period("2020-01-01"))
        let untils: [(String?, String?)] = [
            (nil, "organisation.guest-until"), ("2021-01-01", nil), ("2021-01-02", "organisation.guest-too-long"),
            ("2020-01-01", nil),
        ]
        for (until, code) in untils {
            let answer = Answer(code: code, field: code == nil ? nil : "until")
            #expect(try ledger.refusal(take(Self.one, "2020-01-01", until, "gast"), "2020-01-02") == answer, "\(until ?? "-")")
        }
        let tooLong = Answer(code: "organisation.deputy-too-long", field: "until")
        #expect(try ledger.refusal(deputy(Self.one, "2020-01-01", "2021-01-01"), "2020-01-02") == .accepted)
        #expect(try ledger.refusal(deputy(Self.one, "2020-01-01", "2021-01-02"), "2020-01-02") == tooLong)
    }

    @Test("a deputyship is ended sooner by appointing the same person again from the same day")
    func deputies() throws {
        var ledger = try ledger()
        for (person, until) in [(Self.one, "2020-12-31"), (Self.two, "2020-12-31"), (Self.one, "2020-06-30")] {
            try ledger.record(deputy(person, "2020-03-01", until), try period("2020-03-01"))
        }
        let seat = try seat(ledger)
        #expect(try seat.deputies(on: day("2020-02-29")).isEmpty)
        #expect(try seat.deputies(on: day("2020-06-30")).map(\.person) == [Self.two, Self.one])
        #expect(try seat.deputies(on: day("2020-07-01")).map(\.person) == [Self.two])
    }

    @Test("a body that decides keeps its municipality while somebody may sit there")
    func moved() throws {
        var ledger = try ledger()
        let (moved, turned) = (try Sample.body("ks", .ratifyingBody, of: "salem"), try Sample.body("ks", .network, of: "haninge"))
        #expect(try ledger.refusal(moved, "2020-01-02") == .accepted)
        try ledger.record(Sample.commonSeat("registrator", in: "ks", as: .registrar), try period("2020-01-01"))
        let refused = Answer(code: "organisation.seats-elsewhere", field: "municipality")
        for request in [moved, turned] { #expect(try ledger.refusal(request, "2020-01-02") == refused) }
        #expect(try ledger.refusal(Sample.body("ks", .ratifyingBody, of: "haninge"), "2020-01-02") == .accepted)
        #expect(try ledger.refusal(Sample.body("ssk", .network), "2020-01-02") == .accepted, "no municipality's")
        try ledger.record(CloseSeat(Sample.place("registrator", in: "ks"), last: day("2020-01-02")), try period("2020-01-02"))
        #expect(try ledger.refusal(moved, "2020-01-03") == .accepted)
    }

    @Test("references are written as they are read")
    func references() throws {
        let reference = try #require(Seat.Reference("samarbetskommitten/haninge"))
        #expect(reference == Seat.Reference(body: try id("samarbetskommitten"), seat: try id("haninge")))
        #expect(reference.description == "samarbetskommitten/haninge")
        for text in ["", "/", "a", "a/", "/a", "a/b/c", "A/b", "a/b ", "a//b"] { #expect(Seat.Reference(text) == nil, "\(text)") }
        #expect(
            try Sample.place("a", in: "b") < Sample.place("b", in: "b") && Sample.place("z", in: "a") < Sample.place("a", in: "b")
        )
    }

    // MARK: Against a calendar

    @Test("random histories of a seat are as if painted on a calendar, day by day")
    func random() throws {
        var dice = Dice(71)
        let base = try day("2020-01-01")
        let length = 160
        var accepted: [String: Int] = [:]
        for _ in 0..<Effort.count(300, otherwise: 40) {
            var ledger = try Ledger([("2010", Sample.municipality("haninge")), ("2010", Sample.body("ssk", .committee))])
            var calendar = SeatCalendar(length: length)
            var today = 0
            while today < 100 {
                today += dice.below(8)
                let (first, person) = (max(0, today + 20 - dice.below(40)), Sample.person(dice.below(3)))
                let until = min(length - 2, first + dice.below(50))
                let (from, place) = (base.adding(days: first), try Sample.place("haninge"))
                let request: any Request
                let kind: String
                let isAccepted: Bool
                switch dice.below(9) {
                case 0, 1:
                    (request, kind, isAccepted) = (try Sample.seat("haninge"), "establish", calendar.establish(today))
                case 2...4:
                    let end = dice.happens(50) ? until : nil
                    request = TakeSeat(place, by: person, from: from, until: end.map { base.adding(days: $0) })
                    (kind, isAccepted) = ("take", calendar.take(person, from: first, until: end))
                case 5:
                    (request, kind, isAccepted) = (LeaveSeat(place, last: from), "leave", calendar.leave(first))
                case 6, 7:
                    request = AppointDeputy(place, person, from: from, until: base.adding(days: until))
                    (kind, isAccepted) = ("appoint", calendar.appoint(person, from: first, until: until))
                default:
                    (request, kind, isAccepted) = (CloseSeat(place, last: from), "close", calendar.close(first))
                }
                let answer = try ledger.code(request, base.adding(days: today).iso)
                try #require((answer == nil) == isAccepted, "\(kind) on \(today): \(answer ?? "accepted")")
                if isAccepted {
                    try ledger.record(request, .day(base.adding(days: today)))
                    accepted[kind, default: 0] += 1
                }
                try compare(ledger, calendar, base)
            }
        }
        #expect(accepted.count == 5 && accepted.values.allSatisfy { $0 > 30 }, "\(accepted)")
    }

    private func compare(_ ledger: Ledger, _ calendar: SeatCalendar, _ base: Day) throws {
        guard let seat = ledger.live.organisation.seat(try Sample.place("haninge")) else {
            #expect(!calendar.exists.contains(true))
            return
        }
        let days = (0..<calendar.length).map { base.adding(days: $0) }
        #expect(days.map { seat.exists(on: $0) } == calendar.exists)
        #expect(days.map { seat.tenure(on: $0)?.person } == calendar.held.map { $0?.person })
        #expect(days.map { seat.vacant(on: $0) } == days.indices.map { calendar.vacant($0).map { base.adding(days: $0) } })
        let deputies = days.map { day in Set(seat.deputies(on: day).map { "\($0.person) \($0.from)" }) }
        #expect(deputies == calendar.stoodIn.map { Set($0.map { "\($0.person) \(base.adding(days: $0.from))" }) })
        for tenure in seat.tenures {
            let last = calendar.lastDay(ofTimeFrom: Int(tenure.from.number - base.number))
            #expect(seat.lastDay(of: tenure) == last.map { base.adding(days: $0) })
        }
    }
}
