import Testing

@testable import Cooperation

@Suite("Capacities") struct CapacityTests {
    private static let (one, two, three) = (Sample.person(1), Sample.person(2), Sample.person(3))

    /// A committee, a board of Haninge, a secretariat and a network, each with seats from 2020.
    private func ledger() throws -> Ledger {
        try Ledger([
            ("2010", Sample.municipality("haninge")), ("2010", Sample.municipality("salem", code: "0128")),
            ("2010", Sample.body("ssk", .committee)), ("2010", Sample.body("ks", .ratifyingBody, of: "haninge")),
            ("2010", Sample.body("kansli", .secretariat, of: "salem")), ("2010", Sample.body("planering")),
            ("2020-01-01", Sample.seat("haninge")), ("2020-01-01", Sample.seat("salem")),
            ("2020-01-01", Sample.commonSeat("registrator", in: "ks", as: .registrar)),
            ("2020-01-01", Sample.commonSeat("ledare", in: "kansli", as: .developmentLeader)),
            ("2020-01-01", Sample.commonSeat("gast", in: "planering", as: .guest)),
        ])
    }

    private func take(_ seat: String, in body: String, _ person: Person.ID, _ from: String, _ until: String? = nil) throws
        -> TakeSeat
    {
        TakeSeat(try Sample.place(seat, in: body), by: person, from: try day(from), until: try until.map { try day($0) })
    }

    /// What somebody may act as on a day, a line each.
    private func lines(_ ledger: Ledger, _ person: Person.ID, _ text: String) throws -> [String] {
        try ledger.live.organisation.capacities(of: person, on: day(text)).map { capacity in
            let parts: [String] = [
                "\(capacity.seat)", capacity.role.rawValue, capacity.municipality?.text ?? "-",
                capacity.isDeputy ? "deputy" : "holder",
                capacity.until?.iso ?? "-",
            ]
            #expect(capacity.person == person && capacity.body == capacity.seat.body)
            return parts.joined(separator: " ")
        }
    }

    @Test("a holder, a deputy, both, and several seats")
    func several() throws {
        var ledger = try ledger()
        #expect(try lines(ledger, Self.one, "2021-01-01") == [])
        try ledger.record(take("salem", in: "ssk", Self.one, "2020-01-01"), try period("2020-01-01"))
        try ledger.record(take("ledare", in: "kansli", Self.one, "2020-01-01", "2021-06-30"), try period("2020-01-01"))
        try ledger.record(take("haninge", in: "ssk", Self.two, "2020-01-01"), try period("2020-01-01"))
        for (seat, person) in [("haninge", Self.one), ("salem", Self.one), ("haninge", Self.three)] {
            let deputy = AppointDeputy(
                try Sample.place(seat),
                person,
                from: try day("2020-12-01"),
                until: try day("2021-01-31")
            )
            try ledger.record(deputy, try period("2020-12-01"))
        }
        #expect(
            try lines(ledger, Self.one, "2021-01-31") == [
                "kansli/ledare development-leader - holder 2021-06-30", "ssk/salem member salem holder -",
                "ssk/haninge member haninge deputy 2021-01-31",
            ],
            "what is held first; one who holds a seat doesn't also stand in for it"
        )
        #expect(try lines(ledger, Self.one, "2021-07-01") == ["ssk/salem member salem holder -"])
        #expect(try lines(ledger, Self.one, "2019-12-31") == [])
        #expect(try lines(ledger, Self.two, "2021-01-31") == ["ssk/haninge member haninge holder -"])
        #expect(try lines(ledger, Self.three, "2021-01-31") == ["ssk/haninge member haninge deputy 2021-01-31"])
        #expect(try lines(ledger, Self.three, "2021-02-01") == [])
        // The holder leaves: a deputy who then stands in for nobody still does so for the seat.
        try ledger.record(LeaveSeat(try Sample.place("haninge"), last: try day("2020-12-31")), try period("2021-01-01"))
        #expect(try lines(ledger, Self.two, "2021-01-01") == [])
        #expect(try lines(ledger, Self.three, "2021-01-01").count == 1)
    }

    @Test("of two deputyships of the same seat, the one that lasts longer says until when")
    func overlapping() throws {
        var ledger = try ledger()
        for (from, until) in [("2020-01-01", "2020-06-30"), ("2020-03-01", "2020-04-30")] {
            let request = AppointDeputy(try Sample.place("haninge"), Self.one, from: try day(from), until: try day(until))
            try ledger.record(request, try period("2020-01-01"))
        }
        #expect(try lines(ledger, Self.one, "2020-03-15") == ["ssk/haninge member haninge deputy 2020-06-30"])
    }

    @Test("one who acts from a board acts for its municipality; the host of a secretariat gives it none")
    func municipality() throws {
        var ledger = try ledger()
        try ledger.record(take("registrator", in: "ks", Self.one, "2020-01-01"), try period("2020-01-01"))
        try ledger.record(take("ledare", in: "kansli", Self.one, "2020-01-01"), try period("2020-01-01"))
        #expect(
            try lines(ledger, Self.one, "2020-01-01") == [
                "kansli/ledare development-leader - holder -", "ks/registrator registrar haninge holder -",
            ]
        )
        let kinds = try ledger.live.organisation.capacities(of: Self.one, on: day("2020-01-01")).map(\.kind)
        #expect(kinds == [.secretariat, .ratifyingBody])
    }

    @Test("a guest's time ends by itself, and so does all that comes of a body that ends its work")
    func ends() throws {
        var ledger = try ledger()
        try ledger.record(take("gast", in: "planering", Self.one, "2020-02-01", "2020-04-30"), try period("2020-02-01"))
        #expect(try lines(ledger, Self.one, "2020-01-31") == [])
        #expect(try lines(ledger, Self.one, "2020-02-01") == ["planering/gast guest - holder 2020-04-30"])
        #expect(try lines(ledger, Self.one, "2020-04-30") == ["planering/gast guest - holder 2020-04-30"])
        #expect(try lines(ledger, Self.one, "2020-05-01") == [])
        try ledger.record(take("haninge", in: "ssk", Self.one, "2020-01-01"), try period("2020-01-01"))
        try ledger.record(CloseBody(try id("ssk"), reason: "Klart."), try period("2021-01-01"))
        #expect(try lines(ledger, Self.one, "2020-12-31") == ["ssk/haninge member haninge holder 2020-12-31"])
        #expect(try lines(ledger, Self.one, "2021-01-01") == [])
    }

    @Test("everybody who sits from a day on, and until when as far as it is known")
    func seated() throws {
        var ledger = try ledger()
        try ledger.record(take("haninge", in: "ssk", Self.one, "2020-01-01", "2020-12-31"), try period("2020-01-01"))
        try ledger.record(take("ledare", in: "kansli", Self.one, "2020-01-01", "2020-03-31"), try period("2020-01-01"))
        try ledger.record(take("salem", in: "ssk", Self.two, "2020-01-01"), try period("2020-01-01"))
        let deputy = AppointDeputy(
            try Sample.place("haninge"),
            Self.two,
            from: try day("2020-02-01"),
            until: try day("2020-02-29")
        )
        try ledger.record(deputy, try period("2020-01-01"))
        try ledger.record(take("haninge", in: "ssk", Self.three, "2027-01-01"), try period("2020-01-01"))
        func seated(_ text: String) throws -> [String: String] {
            let found = try ledger.live.organisation.personsSeated(from: day(text))
            return Dictionary(uniqueKeysWithValues: found.map { (String($0.key.text.suffix(1)), $0.value?.iso ?? "-") })
        }
        #expect(try seated("2020-01-01") == ["1": "2020-12-31", "2": "-", "3": "-"])
        #expect(try seated("2020-12-31") == ["1": "2020-12-31", "2": "-", "3": "-"])
        #expect(try seated("2021-01-01") == ["2": "-", "3": "-"])
        try ledger.record(CloseBody(try id("ssk"), reason: "Klart."), try period("2021-02-01"))
        #expect(try seated("2020-12-31") == ["1": "2020-12-31", "2": "2021-01-31"], "and one who never came isn't there")
        #expect(try seated("2021-02-01") == [:])
    }

    // MARK: Against calendars

    @Test("a person has a capacity on a day exactly when the calendars say so")
    func random() throws {
        var dice = Dice(72)
        let base = try day("2020-01-01")
        let length = 140
        let places = [("ssk", "haninge"), ("ssk", "salem"), ("ks", "registrator"), ("kansli", "ledare")]
        var (held, stoodIn) = (0, 0)
        for _ in 0..<Effort.count(200, otherwise: 25) {
            var ledger = try ledger()
            var calendars: [Seat.Reference: SeatCalendar] = [:]
            for (body, seat) in places {
                var calendar = SeatCalendar(length: length)
                _ = calendar.establish(0)
                calendars[try Sample.place(seat, in: body)] = calendar
            }
            var today = 0
            var isClosed = false
            while today < 90 {
                today += dice.below(6)
                let (body, seat) = dice.pick(places)
                let place = try Sample.place(seat, in: body)
                let happened = base.adding(days: today)
                var calendar = try #require(calendars[place])
                let first = max(0, today + 15 - dice.below(30))
                let until = first + dice.below(30)
                let (person, from) = (Sample.person(dice.below(4)), base.adding(days: first))
                let request: any Request
                let isAccepted: Bool
                switch dice.below(20) {
                case 0...9:
                    let end = dice.happens(60) ? until : nil
                    request = TakeSeat(place, by: person, from: from, until: end.map { base.adding(days: $0) })
                    isAccepted = calendar.take(person, from: first, until: end)
                case 10, 11: (request, isAccepted) = (LeaveSeat(place, last: from), calendar.leave(first))
                case 12...16:
                    request = AppointDeputy(place, person, from: from, until: base.adding(days: until))
                    isAccepted = calendar.appoint(person, from: first, until: until)
                case 17: (request, isAccepted) = (CloseSeat(place, last: from), calendar.close(first))
                case 18 where !isClosed && today > 40 && body == "ssk":
                    // It ends its work, and every seat of it the day before.
                    isClosed = true
                    try ledger.record(CloseBody(try id("ssk"), reason: "Klart."), .day(happened))
                    for seat in ["haninge", "salem"] {
                        let place = try Sample.place(seat)
                        _ = calendars[place]?.close(today - 1)
                    }
                    continue
                default: continue
                }
                try #require(try (ledger.code(request, happened.iso) == nil) == isAccepted)
                guard isAccepted else { continue }
                try ledger.record(request, .day(happened))
                calendars[place] = calendar
            }
            for person in (0..<4).map(Sample.person) {
                for index in 0..<length {
                    var expected: [String] = []
                    for (place, calendar) in calendars {
                        if calendar.held[index]?.person == person {
                            expected.append("\(place) holder")
                        } else if calendar.stoodIn[index].contains(where: { $0.person == person }) {
                            expected.append("\(place) deputy")
                        }
                    }
                    let found = ledger.live.organisation.capacities(of: person, on: base.adding(days: index))
                    held += found.filter { !$0.isDeputy }.count
                    stoodIn += found.filter(\.isDeputy).count
                    #expect(found.map { "\($0.seat) \($0.isDeputy ? "deputy" : "holder")" }.sorted() == expected.sorted())
                }
            }
        }
        #expect(held > 1000 && stoodIn > 500, "\(held) \(stoodIn)")
    }
}
