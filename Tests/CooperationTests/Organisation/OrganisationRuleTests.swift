import Cooperation
import Testing

@Suite("Bodies: the rules") struct OrganisationRuleTests {
    typealias Answer = Ledger.Answer

    @Test("recording a body")
    func record() throws {
        let ledger = try Sample.whole()
        func answer(_ day: String = "2022-01-01", _ change: (inout RecordBody) throws -> Void) throws -> Answer {
            var body = try Sample.body("ny")
            try change(&body)
            return try ledger.refusal(body, day)
        }
        for kind in Body.Kind.allCases where kind != .ratifyingBody {
            #expect(try answer { $0.kind = kind } == .accepted, "\(kind)")
        }
        #expect(try answer { $0.name = "\u{A0}\n" } == Answer(code: "organisation.blank", field: "name"))
        for (meetings, isAccepted) in [(-1, false), (0, false), (1, true), (6, true), (100, true), (101, false)] {
            let refused = Answer(code: "organisation.meetings", field: "meetingsPerYear")
            #expect(try answer { $0.meetingsPerYear = meetings } == (isAccepted ? .accepted : refused), "\(meetings)")
        }
        let unknown = Answer(code: "members.unknown-municipality", field: "municipality")
        #expect(try answer { $0.municipality = try id("vaxholm") } == unknown)
        #expect(try answer("2010-08-17") { $0.municipality = try id("salem") } == unknown, "not registered yet")
        #expect(try answer { $0.municipality = try id("salem") } == .accepted)
        // The same body may be recorded again, with another name.
        #expect(try ledger.refusal(Sample.body("planering"), "2022-01-01") == .accepted)
    }

    @Test("a body that decides says for which municipality, and each has one")
    func ratifying() throws {
        var ledger = try Sample.whole()
        func answer(_ name: String, _ municipality: String?, _ day: String = "2022-01-01") throws -> Answer {
            try ledger.refusal(Sample.body(name, .ratifyingBody, of: municipality), day)
        }
        let taken = Answer(code: "organisation.decides-already", field: "municipality")
        #expect(try answer("ks", nil) == Answer(code: "organisation.whose", field: "municipality"))
        #expect(try answer("ks", "salem") == .accepted)
        #expect(try answer("ks-haninge", "haninge") == .accepted, "the same again")
        #expect(try answer("kf-haninge", "haninge") == taken)
        #expect(try answer("kf-haninge", "haninge", "2010-08-18") == taken)
        try ledger.record(CloseBody(try id("ks-haninge"), reason: "Fullmäktige tar över."), try period("2022-01-01"))
        #expect(try answer("kf-haninge", "haninge", "2021-12-31") == taken)
        #expect(try answer("kf-haninge", "haninge", "2022-01-01") == .accepted)
        try ledger.record(Sample.body("kf-haninge", .ratifyingBody, of: "haninge"), try period("2022-01-02"))
        // With one that is closed and one that is not, a third is refused whatever order the tree holds them in.
        for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
            #expect(try answer(name, "haninge", "2022-02-01") == taken, "\(name)")
        }
        // What has ended its work can't take it up again while another decides.
        #expect(try answer("ks-haninge", "haninge", "2022-02-01") == taken)
        #expect(ledger.live.organisation.ratifyingBody(of: try id("haninge"))?.facts.id.text == "kf-haninge")
        #expect(ledger.live.organisation.ratifyingBody(of: try id("salem")) == nil)
        #expect(try ledger.cooperation(asOf: "2022-01-01").organisation.ratifyingBody(of: id("haninge")) == nil)
    }

    @Test("a body works for another, and never for itself")
    func worksFor() throws {
        var ledger = try Sample.whole()
        func answer(_ name: String, _ other: String, _ day: String = "2022-01-01") throws -> Answer {
            var body = try Sample.body(name)
            body.worksFor = try id(other)
            return try ledger.refusal(body, day)
        }
        let itself = Answer(code: "organisation.works-for-itself", field: "worksFor")
        #expect(try answer("ny", "lg") == .accepted)
        #expect(try answer("ny", "finns-inte") == Answer(code: "organisation.unknown-body", field: "body"))
        #expect(try answer("ny", "planering", "2013-12-30") == Answer(code: "organisation.unknown-body", field: "body"))
        #expect(try answer("ny", "ny") == itself)
        #expect(try answer("lg", "lg") == itself)
        #expect(try answer("ssk", "lg") == itself, "the group works for the committee")
        var sub = try Sample.body("ny")
        sub.worksFor = try id("lg")
        try ledger.record(sub, try period("2022-01-01"))
        #expect(try answer("ssk", "ny", "2022-01-02") == itself, "by way of another")
        #expect(try answer("planering", "ny", "2022-01-02") == .accepted)
        // Dated back to when nothing works for it yet, it leaves what does without meaning.
        #expect(try answer("lg", "planering", "2021-12-31") == .accepted)
        var group = try Sample.body("planering")
        group.worksFor = try id("ny")
        try ledger.record(group, try period("2022-01-02"))
        #expect(try answer("lg", "planering", "2021-12-31").code == "record.would-void")
    }

    @Test("what names a body that is not there", arguments: ["presidency", "assignment", "sighting", "closing"])
    func unknown(_ what: String) throws {
        let requests: [String: any Request] = try [
            "presidency": Sample.presidency("haninge", of: "klimat"), "assignment": Sample.assignment("klimat"),
            "sighting": RecordSighting(id("klimat")), "closing": CloseBody(id("klimat"), reason: "Klart."),
        ]
        let request = try #require(requests[what])
        let ledger = try Sample.whole()
        #expect(try ledger.refusal(request, "2023-12-30") == Answer(code: "organisation.unknown-body", field: "body"))
        // The day it was closed, in the order of recording: after it.
        let closed: [String: String?] = [
            "presidency": "organisation.closed", "assignment": "organisation.closed", "sighting": nil,
            "closing": "organisation.closed-already",
        ]
        #expect(try ledger.refusal(request, "2024-01-01").code == closed[what] ?? nil)
        // Between the two it would do, but a closing would leave the recorded one without meaning.
        let expected = what == "closing" ? "record.would-void" : nil
        #expect(try ledger.refusal(request, "2023").code == expected)
        // Recorded anew, it has taken up its work again.
        var again = ledger
        try again.record(Sample.body("klimat"), try period("2025-01-01"))
        #expect(try again.refusal(request, "2025-01-02") == .accepted)
    }

    @Test(
        "who chairs",
        arguments: [
            ("haninge", "salem", "2020-01-01", "", ""), ("haninge", nil, "2020-01-01", "", ""),
            ("nacka", nil, "2020-01-01", "", ""),
            ("haninge", "haninge", "2020-01-01", "organisation.same-chair", "viceChair"),
            ("vaxholm", "salem", "2020-01-01", "members.unknown-municipality", "municipality"),
            ("salem", "vaxholm", "2020-01-01", "members.unknown-municipality", "municipality"),
            ("haninge", "salem", "2010-08-17", "organisation.unknown-body", "body"),
        ] as [(String, String?, String, String, String)]
    )
    func presidency(_ chair: String, _ vice: String?, _ day: String, _ code: String, _ field: String) throws {
        let answer = try Sample.whole().refusal(Sample.presidency(chair, vice), day)
        #expect(answer == (code.isEmpty ? .accepted : Answer(code: code, field: field)))
    }

    @Test(
        "what a body works with",
        arguments: [
            ("planering", "omrade", "2019", "2020-01-01", "", ""), ("ssk", "mal", "2019", "2020-01-01", "", ""),
            ("planering", "mal", "2023", "2023-01-01", "", ""),
            ("planering", "mal", "2019", "2020-01-01", "organisation.assigned-already", "node"),
            ("planering", "mal", "2019", "2019-11-30", "record.would-void", nil),
            ("planering", "mal", "1999", "2020-01-01", "programme.unknown-edition", "edition"),
            ("planering", "mal", "2019", "2018-12-31", "programme.unknown-edition", "edition"),
            ("planering", "mal-9", "2019", "2020-01-01", "programme.unknown-node", "node"),
            ("yh", "mal", "2019", "2020-01-01", "organisation.unknown-body", "body"),
        ] as [(String, String, String, String, String, String?)]
    )
    func assignment(
        _ body: String,
        _ node: String,
        _ edition: String,
        _ day: String,
        _ code: String,
        _ field: String?
    ) throws {
        let answer = try Sample.whole().refusal(Sample.assignment(body, node, edition), day)
        #expect(answer == (code.isEmpty ? .accepted : Answer(code: code, field: field)))
    }

    @Test("closing needs a reason")
    func reason() throws {
        let ledger = try Sample.whole()
        let blank = CloseBody(try id("planering"), reason: " \t")
        #expect(try ledger.refusal(blank, "2024-01-01") == Answer(code: "organisation.reason", field: "reason"))
        #expect(try ledger.refusal(CloseBody(id("planering"), reason: "Klart."), "2024-01-01") == .accepted)
        // It was given a part of the programme to work with after that day.
        #expect(try ledger.code(CloseBody(id("planering"), reason: "Klart."), "2019-11-30") == "record.would-void")
    }

    @Test("another cooperation")
    func peer() throws {
        let ledger = try Ledger()
        func answer(_ change: (inout RecordPeer) -> Void) throws -> Answer {
            var peer = try Sample.peer()
            change(&peer)
            return try ledger.refusal(peer, "2020")
        }
        #expect(try answer { _ in } == .accepted)
        #expect(try answer { $0.name = "" } == Answer(code: "organisation.blank", field: "name"))
        #expect(try answer { $0.form = " " } == Answer(code: "organisation.blank", field: "form"))
        for (count, isAccepted) in [(-1, false), (1, false), (2, true), (290, true), (291, false)] {
            let refused = Answer(code: "organisation.peer-size", field: "municipalities")
            #expect(try answer { $0.municipalities = count } == (isAccepted ? .accepted : refused), "\(count)")
        }
    }
}

@Suite("Bodies: the state") struct OrganisationStateTests {
    private func body(_ name: String, _ cooperation: Cooperation) throws -> Body {
        try #require(cooperation.organisation[try id(name)], "\(name)")
    }

    @Test("presidencies stand in order of time, also when one is found later")
    func presidencies() throws {
        var ledger = try Sample.whole()
        try ledger.record(Sample.presidency("salem", "nacka"), try period("2022-02"))
        try ledger.record(Sample.presidency("salem", "haninge"), try period("2014-03-01"), on: try day("2026-01-01"))
        try ledger.record(Sample.presidency("nacka"), try period("2020"), on: try day("2026-01-02"))
        let committee = try body("ssk", ledger.live)
        #expect(committee.presidencies.map(\.period.iso) == ["2014-03-01", "2018", "2020", "2022-02"])
        #expect(committee.presidencies.map(\.fact.chair.text) == ["salem", "haninge", "nacka", "salem"])
        #expect(committee.presidencies.map { $0.fact.viceChair?.text } == ["haninge", "salem", nil, "nacka"])
        let then = try ledger.cooperation(asOf: "2020-12-30")
        #expect(try body("ssk", then).presidencies.map(\.period.iso) == ["2014-03-01", "2018"])
        // A year counts from its last day.
        #expect(try body("ssk", ledger.cooperation(asOf: "2018-12-30")).presidencies.map(\.period.iso) == ["2014-03-01"])
        // One that was wrong is moved by a correction, and goes when it is struck.
        let moved = CorrectRecord(Position(Int64(ledger.timeline.count)), with: try Sample.presidency("nacka"), reason: "Fel år.")
        try ledger.record(moved, try period("2012"), on: try day("2026-01-03"))
        #expect(try body("ssk", ledger.live).presidencies.map(\.period.iso) == ["2012", "2014-03-01", "2018", "2022-02"])
        try ledger.record(StrikeRecord(Position(Int64(ledger.timeline.count - 1)), reason: "Fel."), try period("2026-01-04"))
        #expect(try body("ssk", ledger.live).presidencies.map(\.period.iso) == ["2014-03-01", "2018", "2022-02"])
    }

    @Test("when a body is first known and last seen at work")
    func seen() throws {
        var ledger = try Sample.whole()
        #expect(try body("planering", ledger.live).since.iso == "2013")
        #expect(try body("planering", ledger.live).lastSeen.iso == "2020")
        #expect(try body("klimat", ledger.live).lastSeen.iso == "2023", "never seen since it was recorded")
        try ledger.record(RecordSighting(try id("planering")), try period("2016"), on: try day("2026-01-01"))
        #expect(try body("planering", ledger.live).lastSeen.iso == "2020", "an older sighting is not the last")
        #expect(try body("planering", ledger.live).sightings.map(\.period.iso) == ["2016", "2020"])
        // A later record replaces what is said of it, not since when it is known or what it has done.
        var named = try Sample.body("planering")
        named.name = "Planeringschefer"
        try ledger.record(named, try period("2022"))
        let network = try body("planering", ledger.live)
        #expect(network.facts.name == "Planeringschefer")
        #expect(network.since.iso == "2013")
        #expect(network.sightings.count == 2 && network.assignments.count == 1)
        // Known from an earlier day, it is since then.
        try ledger.record(Sample.body("planering"), try period("2008"), on: try day("2026-01-02"))
        #expect(try body("planering", ledger.live).since.iso == "2008")
        #expect(try body("planering", ledger.live).facts.name == "Planeringschefer")
    }

    @Test("a body is closed from a day, and open again when it is recorded anew")
    func closing() throws {
        var ledger = try Sample.whole()
        #expect(try body("klimat", ledger.cooperation(asOf: "2023-12-31")).closing == nil)
        let closed = try body("klimat", ledger.live)
        #expect(closed.closing?.period.iso == "2024-01-01")
        #expect(closed.closing.flatMap { ledger.texts[$0.fact.reason] } == "Uppdraget är slutfört.")
        try ledger.record(Sample.body("klimat"), try period("2025-01-01"))
        #expect(try body("klimat", ledger.live).closing == nil)
        #expect(try body("klimat", ledger.cooperation(asOf: "2024-12-31")).closing != nil)
        #expect(try body("klimat", ledger.live).since.iso == "2023")
    }

    @Test("names stand in Swedish order, and the same name in order of id, in every run")
    func order() throws {
        var ledger = try Ledger()
        for (name, title) in [("c", "Östra"), ("b", "Ånga"), ("e", "Samma"), ("d", "Samma"), ("a", "Samma"), ("f", "abc")] {
            var body = try Sample.body(name)
            body.name = title
            try ledger.record(body, try period("2010"))
            var peer = try Sample.peer(name)
            peer.name = title
            try ledger.record(peer, try period("2010"))
        }
        try ledger.record(Sample.body("x", .committee), try period("2010"))
        let organisation = ledger.live.organisation
        #expect(organisation.bodies(.network).map(\.facts.id.text) == ["f", "a", "d", "e", "b", "c"])
        #expect(organisation.bodies(.committee).map(\.facts.id.text) == ["x"])
        #expect(organisation.bodies(.secretariat).isEmpty)
        #expect(organisation.peersInOrder.map(\.id.text) == ["f", "a", "d", "e", "b", "c"])
        // Of several networks with a name, the one that works is meant.
        #expect(organisation.network(named: "Samma")?.facts.id.text == "a")
        try ledger.record(CloseBody(try id("a"), reason: "Klart."), try period("2011"))
        #expect(ledger.live.organisation.network(named: "Samma")?.facts.id.text == "d")
        try ledger.record(CloseBody(try id("c"), reason: "Klart."), try period("2011"))
        #expect(ledger.live.organisation.network(named: "Östra")?.facts.id.text == "c", "there is no other")
        #expect(ledger.live.organisation.network(named: "Organ x") == nil, "no network")
    }

    @Test("texts are kept as commitments, in order")
    func texts() throws {
        var body = try Sample.body("ssk", .committee)
        body.composition = "En från varje kommun."
        body.purpose = "Driva frågor."
        body.details = [.init("Ett.", sources: [Source("A")]), .init("Två.")]
        body.missing = ["Tre."]
        body.remarks = ["Fyra.", "Fem."]
        let ledger = try Ledger([("2010", body)])
        let facts = try self.body("ssk", ledger.live).facts
        let texts =
            ([facts.composition, facts.purpose].compactMap { $0 } + facts.details.map(\.text)) + facts.missing + facts.remarks
        #expect(
            texts.map { ledger.texts[$0] } == [
                "En från varje kommun.", "Driva frågor.", "Ett.", "Två.", "Tre.", "Fyra.", "Fem.",
            ]
        )
        #expect(facts.details.map(\.sources) == [[Source("A")], []])
    }
}
