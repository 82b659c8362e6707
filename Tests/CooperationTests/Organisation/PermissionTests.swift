import Testing

@testable import Cooperation

@Suite("Permissions") struct PermissionTests {
    /// The roles in the order of the table's columns.
    private static let roles: [Seat.Role] = [
        .chair, .viceChair, .member, .substitute, .convener, .registrar, .developmentLeader, .administrator, .systemAdministrator,
        .guest,
    ]

    /// Who may what: `a` all of it, `m` what is about the own municipality, `b` what is about the own body, `-` nothing.
    ///
    /// The columns: chair, vice chair, member, substitute, convener, registrar, development leader, administrator, system administrator,
    /// guest; last whether a fresh factor is asked for.
    private static let table: [(Permission, String, String, Bool)] = [
        (.recordDocument, "documents.record", "------aa--", false),
        (.attachFile, "documents.attach", "------aa--", false),
        (.recordBody, "organisation.record-body", "b---bmaa--", false),
        (.beginOrEndBody, "organisation.begin-or-end-body", "------aa--", false),
        (.recordMunicipality, "members.record-municipality", "-----maa--", false),
        (.recordPresidency, "organisation.record-presidency", "b---b-aa--", false),
        (.changeSeat, "organisation.change-seat", "-----maaa-", false),
        (.changeTrustedSeat, "organisation.change-trusted-seat", "------a-a-", true),
        (.keepPeople, "organisation.keep-people", "-----maaa-", false),
        (.keepAccounts, "organisation.keep-accounts", "------aaa-", true),
        (.seePeople, "organisation.see-people", "aaa-aaaaa-", false),
        (.agreeSettings, "settings.agree", "------a---", true),
        (.correctRecord, "record.correct", "------aa--", true),
        (.scheduleRound, "ratification.schedule", "------aa--", false),
        (.lockProposal, "ratification.lock", "------a---", true),
        (.sendProposal, "ratification.send", "------aa--", false),
        (.recordTrack, "ratification.record", "-----maa--", false),
        (.correctTrack, "ratification.correct", "-----maa--", true),
        (.seeOutbox, "ratification.see-outbox", "------aaa-", false),
        (.changeVisibility, "visibility.change", "------aa--", false),
    ]

    private func capacity(_ role: Seat.Role, for municipality: Municipality.ID?, isDeputy: Bool = false) throws -> Capacity {
        Capacity(
            person: Sample.person(1),
            seat: try Sample.place("plats"),
            role: role,
            kind: .committee,
            municipality: municipality,
            isDeputy: isDeputy,
            until: nil
        )
    }

    @Test("the whole table: every permission, role, own and other municipality, own and other body")
    func whole() throws {
        #expect(Set(Self.roles) == Set(Seat.Role.allCases) && Self.roles.count == Seat.Role.allCases.count)
        #expect(Set(Self.table.map(\.0.name)).count == Self.table.count)
        let (own, other): (Municipality.ID, Municipality.ID) = (try id("haninge"), try id("salem"))
        let (ownBody, otherBody): (Body.ID, Body.ID) = (try id("ssk"), try id("lg"))
        for (permission, name, letters, isFresh) in Self.table {
            #expect(permission.name == name)
            #expect(permission.needsFreshFactor == isFresh, "\(name)")
            try #require(letters.utf8.count == Self.roles.count)
            for (role, letter) in zip(Self.roles, letters) {
                for isDeputy in [false, true] {
                    let seated = try capacity(role, for: own, isDeputy: isDeputy)
                    let unseated = try capacity(role, for: nil, isDeputy: isDeputy)
                    for municipality in [own, other, nil] {
                        for body in [ownBody, otherBody, nil] {
                            let target = Permission.Target(municipality: municipality, body: body)
                            let expected =
                                switch letter {
                                case "a": true
                                case "m": municipality == own
                                case "b": body == ownBody
                                default: false
                                }
                            let what: Comment = "\(name) \(role) \(municipality?.text ?? "-") \(body?.text ?? "-")"
                            #expect(permission.allows(seated, about: target) == expected, what)
                            #expect((Authority(seated, permission, about: target) != nil) == expected, what)
                            // One who holds a seat for all of them has no municipality of their own, not even that of nothing.
                            #expect(permission.allows(unseated, about: target) == (letter == "m" ? false : expected), what)
                        }
                    }
                    #expect(permission.allowsSomething(seated) == (letter != "-"), "\(name) \(role)")
                    #expect(permission.allowsSomething(unseated) == (letter != "-" && letter != "m"), "\(name) \(role)")
                }
            }
        }
    }

    @Test("a second factor is for those who can open the system, or act for a municipality", arguments: roles)
    func factors(_ role: Seat.Role) {
        let trusted: Set<Seat.Role> = [.registrar, .developmentLeader, .administrator, .systemAdministrator]
        #expect(role.needsFactor == trusted.contains(role))
        #expect(role.changing == (trusted.contains(role) ? .changeTrustedSeat : .changeSeat))
        #expect(role.changing.needsFreshFactor == role.needsFactor)
    }

    @Test("an ended seat gives nothing, and an authority holds only while the seat is held")
    func holds() throws {
        var ledger = try Ledger([
            ("2010", Sample.municipality("haninge")), ("2010", Sample.municipality("salem", code: "0128")),
            ("2010", Sample.body("ssk", .committee)), ("2010", Sample.body("ks", .ratifyingBody, of: "haninge")),
            ("2020-01-01", Sample.commonSeat("registrator", in: "ks", as: .registrar)), ("2020-01-01", Sample.seat("haninge")),
        ])
        let place = try Sample.place("registrator", in: "ks")
        try ledger.record(TakeSeat(place, by: Sample.person(1), from: try day("2020-01-01")), try period("2020-01-01"))
        let (haninge, salem): (Municipality.ID, Municipality.ID) = (try id("haninge"), try id("salem"))
        let today = try day("2020-06-01")
        let capacity = try #require(ledger.live.organisation.capacities(of: Sample.person(1), on: today).first)
        #expect(Authority(capacity, .keepPeople, about: .init(municipality: salem)) == nil)
        #expect(Authority(capacity, .agreeSettings, about: .init()) == nil)
        let authority = try #require(Authority(capacity, .keepPeople, about: .init(municipality: haninge)))
        #expect(authority.holds(in: ledger.live, on: today))
        #expect(try !authority.holds(in: ledger.live, on: day("2019-12-31")))
        // Another seat that gives nothing of the kind doesn't stand in for it.
        try ledger.record(TakeSeat(try Sample.place("haninge"), by: Sample.person(1), from: today), .day(today))
        try ledger.record(LeaveSeat(place, last: today), .day(today))
        #expect(authority.holds(in: ledger.live, on: today))
        #expect(!authority.holds(in: ledger.live, on: today.adding(days: 1)))
        // Another person's seat is nobody else's authority.
        try ledger.record(TakeSeat(place, by: Sample.person(2), from: today.adding(days: 1)), .day(today))
        #expect(!authority.holds(in: ledger.live, on: today.adding(days: 1)))
        // One who stands in for the same seat has it again.
        let deputy = AppointDeputy(place, Sample.person(1), from: today.adding(days: 2), until: today.adding(days: 3))
        try ledger.record(deputy, .day(today))
        #expect([1, 2, 3, 4].map { authority.holds(in: ledger.live, on: today.adding(days: $0)) } == [false, true, true, false])
        try ledger.record(CloseSeat(place, last: today.adding(days: 2)), .day(today))
        #expect(!authority.holds(in: ledger.live, on: today.adding(days: 3)))
        #expect(!authority.holds(in: Cooperation(), on: today))
    }

    @Test("a chair's authority over the body ends when another municipality comes to chair")
    func presidency() throws {
        var ledger = try Ledger([
            ("2010", Sample.municipality("haninge")), ("2010", Sample.municipality("salem", code: "0128")),
            ("2010", Sample.body("ssk", .committee)), ("2020-01-01", Sample.seat("haninge", as: .chair)),
        ])
        try ledger.record(
            TakeSeat(try Sample.place("haninge"), by: Sample.person(1), from: try day("2020-01-01")),
            try period("2020-01-01")
        )
        let capacity = try #require(ledger.live.organisation.capacities(of: Sample.person(1), on: try day("2020-01-01")).first)
        let authority = try #require(Authority(capacity, .recordBody, about: .init(body: try id("ssk"))))
        try ledger.record(Sample.presidency("salem", "haninge"), try period("2021-02-09"))
        #expect(try authority.holds(in: ledger.live, on: day("2021-02-08")))
        #expect(try !authority.holds(in: ledger.live, on: day("2021-02-09")))
    }
}
