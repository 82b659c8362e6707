import Cooperation
import Testing

@Suite("Conferences: the rules") struct ConferenceRuleTests {
    typealias Answer = Ledger.Answer

    @Test("a series has a name, and continues another or none, and never itself")
    func series() throws {
        var ledger = try Ledger([("2009", Sample.series("nyckeltal")), ("2010", Sample.series("radslag"))])
        var blank = try Sample.series("ny")
        blank.name = " "
        #expect(try ledger.refusal(blank, "2020") == Answer(code: "conferences.blank", field: "name"))
        #expect(try ledger.refusal(Sample.series("temadag", continues: "nyckeltal"), "2020") == .accepted)
        let unknown = Answer(code: "conferences.unknown-series", field: "series")
        #expect(try ledger.refusal(Sample.series("temadag", continues: "finns-inte"), "2020") == unknown)
        #expect(try ledger.refusal(Sample.series("temadag", continues: "radslag"), "2009") == unknown)
        let itself = Answer(code: "conferences.continues-itself", field: "continues")
        #expect(try ledger.refusal(Sample.series("temadag", continues: "temadag"), "2020") == itself)
        #expect(try ledger.refusal(Sample.series("radslag", continues: "radslag"), "2020") == itself)
        try ledger.record(Sample.series("temadag", continues: "nyckeltal"), try period("2020"))
        try ledger.record(Sample.series("forum", continues: "temadag"), try period("2021"))
        #expect(try ledger.refusal(Sample.series("nyckeltal", continues: "forum"), "2022") == itself)
        #expect(try ledger.refusal(Sample.series("radslag", continues: "forum"), "2022") == .accepted)
        #expect(try ledger.refusal(Sample.series("nyckeltal", continues: "radslag"), "2022") == .accepted)
    }

    @Test("what has been agreed about a series")
    func rules() throws {
        let ledger = try Sample.whole()
        func answer(_ day: String = "2020", _ change: (inout AgreeConferenceRules) throws -> Void) throws -> Answer {
            var rules = AgreeConferenceRules(series: try id("radslag"))
            try change(&rules)
            return try ledger.refusal(rules, day)
        }
        #expect(try answer { _ in } == .accepted)
        for (hosts, isAccepted) in [(-1, false), (0, false), (1, true), (2, true), (50, true), (51, false)] {
            let refused = Answer(code: "conferences.hosts", field: "hosts")
            #expect(try answer { $0.hosts = hosts } == (isAccepted ? .accepted : refused), "\(hosts)")
        }
        let series = Answer(code: "conferences.unknown-series", field: "series")
        #expect(try answer { $0.series = try id("finns-inte") } == series)
        #expect(try answer("2009-12-30") { _ in } == series)
        #expect(try answer { $0.arranger = try id("ssk") } == .accepted)
        let body = Answer(code: "organisation.unknown-body", field: "body")
        #expect(try answer { $0.arranger = try id("finns-inte") } == body)
        #expect(try answer("2010-01-01") { $0.arranger = try id("ssk") } == body)
    }

    @Test(
        "a conference, its hosts and its day",
        arguments: [
            ("2018-04-10", "2018-04-10", "held", [], "", ""), ("2018-04-10", "2018-04-11", "held", [], "", ""),
            ("2018-04-10", "2018-04-09", "held", [], "conferences.not-held-yet", "status"),
            ("2018-04-10", "2018-04-09", "planned", [], "", ""), ("2018-04-10", "2018-04-09", "cancelled", [], "", ""),
            // Known to a year or a month, it may have been at its beginning.
            ("2018", "2018-01-01", "held", [], "", ""),
            ("2018", "2017-12-31", "held", [], "conferences.not-held-yet", "status"),
            ("2018-04", "2018-04-01", "held", [], "", ""),
            ("2018-04", "2018-03-31", "held", [], "conferences.not-held-yet", "status"),
            ("2018-04-10", "2018", "held", [], "", ""),
            // A plan may lie behind the day it was recorded: no source says what became of it.
            ("2012-04-10", "2018-04-10", "planned", [], "", ""), ("2018", "2018", "held", ["haninge"], "", ""),
            ("2018", "2018", "held", ["haninge", "nacka"], "", ""),
            ("2018", "2018", "held", ["haninge", "haninge"], "conferences.same-host", "hosts"),
            ("2018", "2018", "planned", ["haninge", "salem", "haninge"], "conferences.same-host", "hosts"),
            ("2018", "2018", "held", ["vaxholm"], "members.unknown-municipality", "municipality"),
            ("2009", "2009", "held", ["haninge"], "members.unknown-municipality", "municipality"),
            ("2008", "2008", "held", [], "conferences.unknown-series", "series"),
        ] as [(String, String, String, [String], String, String)]
    )
    func conference(
        _ date: String,
        _ happened: String,
        _ status: String,
        _ hosts: [String],
        _ code: String,
        _ field: String
    ) throws {
        let status = try #require(Conference.Status(rawValue: status))
        let request = try Sample.conference("ny", date, status, hosts: hosts)
        #expect(
            try Sample.whole().refusal(request, happened) == (code.isEmpty ? .accepted : Answer(code: code, field: field))
        )
        let elsewhere = try Sample.conference("ny", date, status, in: "finns-inte", hosts: [])
        let answer = try Sample.whole().refusal(elsewhere, happened).code
        #expect(["conferences.unknown-series", "conferences.not-held-yet"].contains(answer))
    }

    @Test("the same host twice is refused also when one of them is inferred")
    func inferredTwice() throws {
        var request = try Sample.conference("ny", "2018", hosts: ["haninge"])
        request.hosts.append(Conference.Host(try id("haninge"), isInferred: true))
        #expect(try Sample.whole().refusal(request, "2018") == Answer(code: "conferences.same-host", field: "hosts"))
    }

    @Test(
        "what was planned may be held or cancelled; what was held stays so",
        arguments: [
            ("planned", "planned", true), ("planned", "held", true), ("planned", "cancelled", true),
            ("cancelled", "planned", true), ("cancelled", "held", true), ("cancelled", "cancelled", true),
            ("held", "held", true), ("held", "planned", false), ("held", "cancelled", false),
        ]
    )
    func status(_ first: String, _ second: String, _ isAccepted: Bool) throws {
        let (before, after) = (
            try #require(Conference.Status(rawValue: first)), try #require(Conference.Status(rawValue: second))
        )
        let ledger = try Ledger([
            ("2017", Sample.series()), ("2018-01-01", Sample.conference("2018", "2018-01-01", before)),
        ])
        let request = try Sample.conference("2018", "2018-01-01", after)
        let refused = Answer(code: "conferences.held-already", field: "status")
        #expect(try ledger.refusal(request, "2018-06-01") == (isAccepted ? .accepted : refused))
        // Another series may have a conference of the same name.
        var other = ledger
        try other.record(Sample.series("forum"), try period("2017"))
        #expect(try other.refusal(Sample.conference("2018", "2018-01-01", after, in: "forum"), "2018-06-01") == .accepted)
        // Held by mistake: the record is put right, and the new one is tried without it.
        #expect(try ledger.refusal(CorrectRecord(Position(2), with: request, reason: "Fel."), "2018-06-01") == .accepted)
    }
}

@Suite("Conferences: the state") struct ConferenceStateTests {
    @Test("a planned conference is recorded as held, whole; earlier days show the plan")
    func held() throws {
        var ledger = try Ledger([("2018", Sample.series()), ("2018", try Sample.municipality("salem"))])
        try ledger.record(Sample.conference("2019", "2019-04", .planned), try period("2019-01-15"))
        var held = try Sample.conference("2019", "2019-04-10", hosts: ["salem"])
        held.participants = "drygt 100"
        try ledger.record(held, try period("2019-04-10"))
        let conference = try #require(ledger.live.conferences[try id("radslag")]?[try id("2019")])
        #expect(conference.facts.status == .held && conference.facts.date.iso == "2019-04-10")
        #expect(conference.facts.participants == "drygt 100")
        let before = try ledger.cooperation(asOf: "2019-04-09").conferences[id("radslag")]?[id("2019")]
        #expect(before?.facts.status == .planned && before?.facts.date.iso == "2019-04" && before?.facts.hosts == [])
        #expect(ledger.live.conferences.all.count == 1)
    }

    @Test("conferences stand in order of their day, series in the order they are known")
    func order() throws {
        var ledger = try Sample.ledger()
        try ledger.record(Sample.series("radslag"), try period("2012"))
        try ledger.record(Sample.series("konferens"), try period("2011"))
        try ledger.record(Sample.series("aldre"), try period("2011"))
        for (name, date, series) in [
            ("c", "2019-04-10", "radslag"), ("a", "2019", "radslag"), ("b", "2012-03-20", "radslag"),
            ("a", "2012-03-20", "konferens"), ("z", "2012-03-20", "aldre"), ("y", "2012-03-20", "aldre"),
        ] {
            try ledger.record(Sample.conference(name, date, in: series, hosts: name == "a" ? ["salem"] : []), try period("2020"))
        }
        let conferences = ledger.live.conferences
        #expect(conferences.inOrder.map(\.facts.id.text) == ["aldre", "konferens", "radslag"])
        #expect(conferences[try id("radslag")]?.inOrder.map(\.facts.id.text) == ["b", "c", "a"])
        let all = ["aldre/y", "aldre/z", "konferens/a", "radslag/b", "radslag/c", "radslag/a"]
        #expect(conferences.all.map { "\($0.facts.series)/\($0.facts.id)" } == all)
        #expect(conferences.hosted(by: try id("salem")).map(\.facts.series.text) == ["konferens", "radslag"])
        #expect(conferences.hosted(by: try id("haninge")).isEmpty)
    }

    @Test("rules are replaced whole, with the day they were agreed; a series keeps since when it is known")
    func rules() throws {
        var ledger = try Sample.whole()
        var rules = AgreeConferenceRules(series: try id("radslag"))
        rules.hosts = 2
        rules.partners = ["Högskolan"]
        try ledger.record(rules, try period("2022"))
        var renamed = try Sample.series()
        renamed.name = "Rådslaget"
        try ledger.record(renamed, try period("2023"))
        let series = try #require(ledger.live.conferences[try id("radslag")])
        #expect(series.facts.name == "Rådslaget" && series.since.iso == "2009")
        #expect(series.rules?.hosts == 2 && series.rules?.arranger == nil && series.agreed?.iso == "2022")
        #expect(series.inOrder.count == 1, "the conferences stay")
        let before = try #require(try ledger.cooperation(asOf: "2022-12-30").conferences[id("radslag")])
        #expect(before.rules?.hosts == 1 && before.rules?.arranger?.text == "ssk" && before.agreed?.iso == "2019-05-01")
        // Older rules that are found later don't replace those that were agreed after them.
        try ledger.record(AgreeConferenceRules(series: try id("radslag")), try period("2015"), on: try day("2026-01-01"))
        #expect(ledger.live.conferences[try id("radslag")]?.rules?.hosts == 2)
    }

    @Test("of several that continue a series the first one is its successor, in every run")
    func successor() throws {
        let names = ["f", "e", "d", "c", "b", "a"]
        var ledger = try Ledger([("2009", Sample.series("nyckeltal"))])
        for name in names { try ledger.record(Sample.series(name, continues: "nyckeltal"), try period("2020")) }
        #expect(ledger.live.conferences.successor(of: try id("nyckeltal"))?.facts.id.text == "a")
        try ledger.record(Sample.series("z", continues: "nyckeltal"), try period("2019"))
        #expect(ledger.live.conferences.successor(of: try id("nyckeltal"))?.facts.id.text == "z")
        #expect(ledger.live.conferences.successor(of: try id("z")) == nil)
    }
}
