import Cooperation
import Testing

@Suite("The programme: the rules") struct ProgrammeRuleTests {
    typealias Answer = Ledger.Answer

    @Test("recording an edition")
    func record() throws {
        let ledger = try Sample.ledger()
        func answer(_ change: (inout RecordEdition) throws -> Void) throws -> Answer {
            var edition = try Sample.edition("2027", "2027", to: "2030")
            try change(&edition)
            return try ledger.refusal(edition, "2026-11-23")
        }
        #expect(try answer { _ in } == .accepted)
        #expect(try answer { $0.title = " " } == Answer(code: "programme.blank", field: "title"))
        #expect(try answer { $0.frames = [try id("plan")] } == Answer(code: "frames.unknown", field: "frame"))
        #expect(try answer { $0.frames = [try id("rufs")] } == .accepted)
        #expect(try answer { $0.replaces = try id("1999") } == Answer(code: "programme.unknown-edition", field: "edition"))
        #expect(try answer { $0.replaces = try id("2019") } == .accepted)
        #expect(
            try answer { $0.replaces = try id("2027") } == Answer(code: "programme.unknown-edition", field: "edition"),
            "itself"
        )
        var itself = try Sample.edition("2019")
        itself.replaces = try id("2019")
        #expect(try ledger.refusal(itself, "2026-11-23").code == "programme.unknown-edition")
        #expect(
            try answer { $0.validity = .init(from: try period("2027"), to: try period("2026")) }
                == Answer(code: "programme.validity", field: "validity")
        )
        #expect(try answer { $0.validity = .init(from: try period("2027"), to: try period("2027-01")) } == .accepted)
        #expect(try answer { $0.validity = .init(from: try period("2027"), to: nil) } == .accepted)
    }

    @Test("levels, parents and ids make a tree")
    func shape() throws {
        let ledger = try Sample.ledger()
        func answer(_ nodes: [RecordEdition.Node]) throws -> Answer {
            var edition = try Sample.edition("2027", "2027", to: "2030")
            edition.levels.append(Edition.Level(name: "Delmål", plural: "Delmål"))
            edition.nodes = nodes
            return try ledger.refusal(edition, "2026-11-23")
        }
        let (top, under) = (try Sample.node("a", level: 0), try Sample.node("b", under: "a", level: 1))
        #expect(try answer([]) == .accepted)
        #expect(try answer([top, under]) == .accepted)
        #expect(try answer([top, Sample.node("b", under: "a", level: 2)]) == .accepted, "a level may be passed over")
        #expect(
            try answer([under, top]) == Answer(code: "programme.parent", field: "nodes"),
            "a parent stands before its children"
        )
        #expect(try answer([under]) == Answer(code: "programme.parent", field: "nodes"))
        #expect(try answer([top, top]) == Answer(code: "programme.node-taken", field: "nodes"))
        #expect(try answer([Sample.node("a", under: "a", level: 1)]) == Answer(code: "programme.parent", field: "nodes"))
        #expect(try answer([top, Sample.node("b", under: "a", level: 0)]) == Answer(code: "programme.order", field: "nodes"))
        for level in [-1, 3] {
            #expect(try answer([Sample.node("a", level: level)]) == Answer(code: "programme.level", field: "nodes"))
        }
        var bare = top
        bare.title = nil
        #expect(try answer([bare]) == Answer(code: "programme.empty-node", field: "nodes"))
        bare.text = "Bara text."
        #expect(try answer([bare]) == .accepted)
    }

    @Test(
        "entering into force",
        arguments: [
            ("2023", "2023-05-16", ""), ("2023", "2022-12-31", "programme.unknown-edition"),
            ("1999", "2023-05-16", "programme.unknown-edition"),
            ("2019", "2023-05-16", "programme.in-force-already"), ("2019", "2019-02-01", "record.would-void"),
        ]
    )
    func enter(_ edition: String, _ day: String, _ code: String) throws {
        let answer = try Sample.ledger().refusal(EnterIntoForce(try id(edition)), day)
        #expect(answer.code == (code.isEmpty ? nil : code))
    }

    @Test("adding a node")
    func extend() throws {
        let ledger = try Sample.ledger()
        func answer(_ edition: String, _ node: RecordEdition.Node, _ day: String = "2020-01-01") throws -> Answer {
            try ledger.refusal(ExtendEdition(try id(edition), node: node), day)
        }
        let node = try Sample.node("mal-2", under: "omrade", level: 1)
        #expect(try answer("2019", node) == .accepted)
        #expect(try answer("2019", node, "2018-12-31") == Answer(code: "programme.unknown-edition", field: "edition"))
        #expect(try answer("1999", node) == Answer(code: "programme.unknown-edition", field: "edition"))
        #expect(try answer("2019", Sample.node("mal", level: 0)) == Answer(code: "programme.node-taken", field: "nodes"))
        #expect(
            try answer("2019", Sample.node("ny", under: "finns-inte", level: 1))
                == Answer(code: "programme.parent", field: "nodes")
        )
        #expect(try answer("2019", Sample.node("ny", under: "mal", level: 1)) == Answer(code: "programme.order", field: "nodes"))
        #expect(try answer("2019", Sample.node("ny", level: 2)) == Answer(code: "programme.level", field: "nodes"))
    }

    @Test(
        "mapping a goal to a goal of a frame",
        arguments: [
            ("2019", "mal", "rufs", "2", "2020-01-01", ""), ("2019", "mal", "rufs", "1", "2020-01-01", ""),
            ("1999", "mal", "rufs", "1", "2020-01-01", "programme.unknown-edition"),
            ("2019", "mal-9", "rufs", "1", "2020-01-01", "programme.unknown-node"),
            ("2019", "mal", "plan", "1", "2020-01-01", "frames.unknown"),
            ("2019", "mal", "rufs", "3", "2020-01-01", "programme.unknown-frame-goal"),
            ("2019", "mal", "rufs", "1", "2018-12-31", "programme.unknown-edition"),
        ]
    )
    func serve(_ edition: String, _ node: String, _ frame: String, _ goal: String, _ day: String, _ code: String) throws {
        let answer = try Sample.ledger().refusal(Sample.service(edition, node, frame, goal), day)
        #expect(answer.code == (code.isEmpty ? nil : code))
    }
}

@Suite("The programme: the state") struct ProgrammeStateTests {
    @Test("a node that is added stands last, and says when it came")
    func extended() throws {
        var ledger = try Sample.ledger()
        try ledger.record(ExtendEdition(try id("2019"), node: Sample.node("nytt", under: "omrade", level: 1)), try period("2020"))
        let edition = try #require(ledger.live.programme[try id("2019")])
        #expect(edition.children(of: try id("omrade")).map(\.id.text) == ["mal", "nytt"])
        #expect(edition.node(try id("nytt"))?.added?.iso == "2020")
        #expect(edition.node(try id("mal"))?.added == nil)
        #expect(ledger.timeline.cooperation(asOf: try day("2020-12-30")).programme[try id("2019")]?.text.nodes.count == 2)
    }

    @Test("the same mapping is replaced, not doubled; one of a goal that is gone is left out")
    func services() throws {
        var ledger = try Sample.ledger()
        try ledger.record(Sample.service("2019", "mal", "rufs", "2"), try period("2020-01-01"))
        try ledger.record(Sample.service("2019", "mal", "rufs", "1"), try period("2020-01-02"))
        var edition = try #require(ledger.live.programme[try id("2019")])
        #expect(edition.services.map(\.goal.text) == ["2", "1"])
        var text = try Sample.edition("2019")
        text.nodes = [try Sample.node("omrade", level: 0)]
        try ledger.record(text, try period("2020-01-03"))
        edition = try #require(ledger.live.programme[try id("2019")])
        #expect(edition.services.isEmpty)
        #expect(edition.inForce == Period("2019-10-11"), "a new text does not change when it came into force")
    }

    @Test("ways through the tree")
    func tree() throws {
        var request = try Sample.edition("2019")
        request.levels.append(Edition.Level(name: "Delmål", plural: "Delmål", hasPage: true))
        request.nodes = try [
            Sample.node("a", level: 0), Sample.node("a-1", under: "a", level: 1), Sample.node("a-1-1", under: "a-1", level: 2),
            Sample.node("b", level: 0), Sample.node("b-1", under: "b", level: 2), Sample.node("a-2", under: "a", level: 1),
        ]
        let edition = try #require(try Ledger([("2019", request)]).live.programme[try id("2019")])
        #expect(edition.children(of: nil).map(\.id.text) == ["a", "b"])
        #expect(edition.path(to: try id("a-1-1")).map(\.id.text) == ["a", "a-1", "a-1-1"])
        #expect(edition.path(to: try id("x")).isEmpty)
        #expect(edition.branch(from: try id("a")).map(\.id.text) == ["a", "a-1", "a-1-1", "a-2"])
        #expect(edition.branch(from: try id("b-1")).map(\.id.text) == ["b-1"])
        #expect(edition.nodesWithPages.map(\.id.text) == ["a", "a-1-1", "b", "b-1"])
    }
}
