import Cooperation
import Testing

@Suite("Municipalities: the rules") struct MembersRuleTests {
    typealias Answer = Ledger.Answer

    @Test("registering a municipality")
    func register() throws {
        let ledger = try Sample.ledger()
        func answer(_ change: (inout RegisterMunicipality) -> Void, _ day: String = "2020-01-01") throws -> Answer {
            var request = try Sample.municipality("tyreso", code: "0138")
            change(&request)
            return try ledger.refusal(request, day)
        }
        #expect(try answer { _ in } == .accepted)
        #expect(try answer { $0.name = " \t" } == Answer(code: "members.blank", field: "name"))
        #expect(try answer { $0.officialName = "" } == Answer(code: "members.blank", field: "officialName"))
        for code in ["", "138", "01380", "O138", "０１38", "-138", " 138"] {
            #expect(try answer { $0.code = code } == Answer(code: "members.code", field: "code"), "\(code)")
        }
        #expect(try answer { $0.landArea = 0 } == Answer(code: "members.land-area", field: "landArea"))
        #expect(try answer { $0.landArea = nil } == .accepted)
        #expect(try answer { $0.code = "0136" } == Answer(code: "members.code-taken", field: "code"))
        // Before Haninge was registered, its code was free; but then Haninge's own registration would come to mean nothing.
        #expect(try answer({ $0.code = "0136" }, "2009-01-01") == Answer(code: "record.would-void", field: nil))
        // The same municipality may be registered again, with another name.
        #expect(try ledger.refusal(Sample.municipality("haninge", code: "0136"), "2021-01-01") == .accepted)
    }

    @Test(
        "who may join, take part or leave, and when",
        arguments: [
            ("join", "tyreso", "2020-01-01", "members.unknown-municipality"),
            ("associate", "tyreso", "2020-01-01", "members.unknown-municipality"),
            ("leave", "tyreso", "2020-01-01", "members.unknown-municipality"),
            ("join", "haninge", "2020-01-01", "members.already-member"),
            ("associate", "haninge", "2020-01-01", "members.already-belongs"), ("leave", "haninge", "2020-01-01", ""),
            ("leave", "haninge", "2010-08-18", ""), ("leave", "haninge", "2010-08-17", "members.unknown-municipality"),
            ("join", "nacka", "2020-01-01", ""), ("associate", "nacka", "2020-01-01", "members.already-belongs"),
            ("leave", "nacka", "2020-01-01", ""), ("leave", "nacka", "2014-12-31", "members.does-not-belong"),
            ("leave", "nacka", "2015-06-01", "members.does-not-belong"), ("leave", "nacka", "2015-12-31", ""),
            ("join", "nacka", "2012-01-01", "record.would-void"), ("join", "nacka", "2010-08-17", "members.unknown-municipality"),
            ("join", "nacka", "2015", ""), ("associate", "nacka", "2014", "record.would-void"),
        ]
    )
    func membership(_ change: String, _ name: String, _ day: String, _ code: String) throws {
        let change = try #require(ChangeMembership.Change(rawValue: change))
        let answer = try Sample.ledger().refusal(Sample.membership(change, name), day)
        #expect(answer.code == (code.isEmpty ? nil : code), "\(change) \(name) \(day)")
        if !code.isEmpty, code != "record.would-void" { #expect(answer.field == "municipality") }
    }

    @Test(
        "population figures",
        arguments: [
            ("haninge", "2024-12-31", 100_895, "", ""), ("haninge", "2024", 1, "members.population-day", "day"),
            ("haninge", "2024-12", 1, "members.population-day", "day"),
            ("haninge", "2024-12-31", -1, "members.population-count", "count"),
            ("haninge", "2024-12-31", 0, "", ""), ("haninge", "2024-12-31", 20_000_000, "", ""),
            ("haninge", "2024-12-31", 20_000_001, "members.population-count", "count"),
            ("haninge", "2010-08-17", 1, "members.unknown-municipality", "municipality"),
            ("vaxholm", "2024-12-31", 1, "members.unknown-municipality", "municipality"), (nil, "1999-12-31", 1, "", ""),
        ] as [(String?, String, Int, String, String)]
    )
    func population(_ name: String?, _ day: String, _ count: Int, _ code: String, _ field: String) throws {
        let answer = try Sample.ledger().refusal(Sample.population(name, count), day)
        #expect(answer == Answer(code: code.isEmpty ? nil : code, field: field.isEmpty ? nil : field))
    }
}

@Suite("Municipalities: the state") struct MembersStateTests {
    @Test("a municipality that joins or leaves changes the count from that day, not before")
    func counts() throws {
        var ledger = try Sample.ledger()
        try ledger.record(Sample.membership(.leave, "salem"), try period("2021-03-01"))
        try ledger.record(Sample.membership(.join, "nacka"), try period("2022-01-01"))
        try ledger.record(Sample.membership(.join, "salem"), try period("2024-06"))
        try ledger.record(Sample.membership(.leave, "salem"), try period("2025"))
        let table = [
            ("2010-08-17", 0, 0, 0), ("2010-08-18", 2, 0, 0), ("2015-12-30", 2, 0, 0), ("2015-12-31", 2, 1, 0),
            ("2021-02-28", 2, 1, 0), ("2021-03-01", 1, 1, 1), ("2021-12-31", 1, 1, 1), ("2022-01-01", 2, 0, 1),
            ("2024-06-29", 2, 0, 1), ("2024-06-30", 3, 0, 0), ("2025-12-30", 3, 0, 0), ("2025-12-31", 2, 0, 1),
        ]
        for (text, members, associates, former) in table {
            let then = ledger.timeline.cooperation(asOf: try day(text)).members
            #expect([then.members.count, then.associates.count, then.former.count] == [members, associates, former], "\(text)")
        }
        let nacka = try #require(ledger.live.members[try id("nacka")])
        #expect(nacka.memberships.map(\.kind) == [.associate, .member])
        #expect(nacka.memberships.first?.to == (try period("2022-01-01")))
        #expect(nacka.memberships.last?.to == nil)
        let salem = try #require(ledger.live.members[try id("salem")])
        #expect(salem.memberships.map(\.from.iso) == ["2010-08-18", "2024-06"])
        #expect(salem.memberships.map { $0.to?.iso } == ["2021-03-01", "2025"])
        #expect(salem.memberships.first?.remarks.compactMap { ledger.texts[$0] } == ["En anmärkning.", "En anmärkning."])
    }

    @Test("figures stand in order of day, and a later one for the same day counts")
    func figures() throws {
        var ledger = try Sample.ledger()
        for (day, count) in [("2018-12-31", 3), ("2014-06-30", 1), ("2016-12-31", 2), ("2018-12-31", 4)] {
            try ledger.record(Sample.population("haninge", count), try period(day))
            try ledger.record(Sample.population(nil, 10 * count), try period(day))
        }
        let members = ledger.live.members
        let haninge = try #require(members[try id("haninge")])
        #expect(haninge.populationInOrder.map(\.figure.count) == [1, 2, 4, 92_095])
        #expect(haninge.populationInOrder.map(\.day.iso) == ["2014-06-30", "2016-12-31", "2018-12-31", "2019-12-31"])
        #expect(haninge.latestPopulation?.figure.count == 92_095)
        #expect(members.totalPopulationInOrder.map(\.figure.count) == [10, 20, 40])
        #expect(members[try id("salem")]?.latestPopulation == nil)
        #expect(
            ledger.timeline.cooperation(asOf: try day("2017-01-01")).members[try id("haninge")]?.latestPopulation?.figure.count
                == 2
        )
    }

    @Test("names stand in Swedish order")
    func order() throws {
        var ledger = try Ledger()
        for (number, name) in ["Österåker", "Ånge", "Älvsbyn", "Salem", "Zinkgruvan"].enumerated() {
            var request = try Sample.municipality("k\(number)", code: "000\(number)")
            request.name = name
            try ledger.record(request, try period("2010-01-01"))
            try ledger.record(Sample.membership(.join, "k\(number)"), try period("2010-01-01"))
        }
        #expect(ledger.live.members.members.map(\.facts.name) == ["Salem", "Zinkgruvan", "Ånge", "Älvsbyn", "Österåker"])
        #expect(ledger.live.members.all.map(\.facts.name) == ledger.live.members.members.map(\.facts.name))
    }
}
