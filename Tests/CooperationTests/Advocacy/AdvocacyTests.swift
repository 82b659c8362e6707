import Cooperation
import Testing

@Suite("Advocacy: the rules") struct AdvocacyRuleTests {
    typealias Answer = Ledger.Answer

    private let unknown = Answer(code: "advocacy.unknown-priority", field: "priority")

    @Test("a statement")
    func statement() throws {
        let ledger = try Sample.whole()
        func answer(_ day: String = "2020", _ change: (inout MakeStatement) throws -> Void) throws -> Answer {
            var statement = try Sample.statement("nytt", for: ["leden"])
            try change(&statement)
            return try ledger.refusal(statement, day)
        }
        #expect(try answer { _ in } == .accepted)
        #expect(try answer { $0.priorities = [] } == .accepted)
        #expect(try answer { $0.title = "" } == Answer(code: "advocacy.blank", field: "title"))
        #expect(try answer { $0.kind = " " } == Answer(code: "advocacy.blank", field: "kind"))
        #expect(try answer { $0.priorities = [try id("finns-inte")] } == unknown)
        #expect(try answer("2015-12-30") { _ in } == unknown)
        #expect(try answer("2015") { _ in } == .accepted)
        #expect(
            try answer { $0.priorities = [try id("leden"), try id("leden")] }
                == Answer(code: "advocacy.item-twice", field: "priorities")
        )
    }

    @Test("a priority, its names and what came of it")
    func priority() throws {
        let ledger = try Sample.whole()
        let blank = Answer(code: "advocacy.blank", field: "name")
        #expect(try ledger.refusal(Sample.priority("ny", called: " "), "2020") == blank)
        #expect(try ledger.refusal(Sample.priority("ny"), "2020") == .accepted)
        #expect(try ledger.refusal(Sample.priority("leden"), "2020") == .accepted)
        func rename(_ name: String, _ title: String, _ day: String) throws -> Answer {
            try ledger.refusal(RenamePriority(id(name), to: title), day)
        }
        #expect(try rename("leden", "", "2020") == blank)
        #expect(try rename("leden", "Vägen", "2020") == .accepted)
        #expect(try rename("finns-inte", "Vägen", "2020") == unknown)
        #expect(try rename("leden", "Vägen", "2015-12-30") == unknown)
        let same = Answer(code: "advocacy.named-already", field: "name")
        #expect(try rename("leden", "Förbindelsen", "2020") == same)
        #expect(try rename("leden", "Satsning leden", "2016-05-31") == same)
        #expect(try rename("leden", "Satsning leden", "2016-06-01") == .accepted, "back to what it was called")
        #expect(try rename("leden", "Vägen", "2016-05-31") == .accepted)
        // Renamed earlier than was said: the renaming that is recorded would say nothing.
        #expect(try rename("leden", "Förbindelsen", "2016-05-31") == Answer(code: "record.would-void", field: nil))
        func note(_ name: String, _ text: String, _ day: String) throws -> Answer {
            try ledger.refusal(NoteOutcome(of: id(name), text), day)
        }
        #expect(try note("leden", "Pengar.", "2020") == .accepted)
        #expect(try note("leden", "\t", "2020") == Answer(code: "advocacy.blank", field: "text"))
        #expect(try note("finns-inte", "Pengar.", "2020") == unknown)
        #expect(try note("leden", "Pengar.", "2014") == unknown)
    }

    @Test("a list holds what is known, each once, and replaces one that is there, and never itself")
    func list() throws {
        var ledger = try Sample.whole()
        try ledger.record(Sample.priority("banan"), try period("2020"))
        var blank = try Sample.list("ny", [])
        blank.title = " "
        #expect(try ledger.refusal(blank, "2022") == Answer(code: "advocacy.blank", field: "title"))
        #expect(try ledger.refusal(Sample.list("ny", []), "2022") == .accepted)
        #expect(try ledger.refusal(Sample.list("ny", ["leden", "banan"]), "2022") == .accepted)
        #expect(
            try ledger.refusal(Sample.list("ny", ["leden", "banan", "leden"]), "2022")
                == Answer(code: "advocacy.item-twice", field: "items")
        )
        #expect(try ledger.refusal(Sample.list("ny", ["leden", "finns-inte"]), "2022") == unknown)
        #expect(try ledger.refusal(Sample.list("ny", ["leden", "banan"]), "2019") == unknown)
        #expect(try ledger.refusal(Sample.list("ny", ["leden"], replaces: "2021"), "2022") == .accepted)
        let list = Answer(code: "advocacy.unknown-list", field: "replaces")
        #expect(try ledger.refusal(Sample.list("ny", ["leden"], replaces: "2017"), "2022") == list)
        #expect(try ledger.refusal(Sample.list("ny", ["leden"], replaces: "2021"), "2020") == list)
        let itself = Answer(code: "advocacy.replaces-itself", field: "replaces")
        #expect(try ledger.refusal(Sample.list("ny", ["leden"], replaces: "ny"), "2022") == itself)
        #expect(try ledger.refusal(Sample.list("2021", ["leden"], replaces: "2021"), "2022") == itself)
        try ledger.record(Sample.list("2022", ["leden"], replaces: "2021"), try period("2022"))
        try ledger.record(Sample.list("2023", ["leden"], replaces: "2022"), try period("2023"))
        #expect(try ledger.refusal(Sample.list("2021", ["leden"], replaces: "2023"), "2024") == itself)
    }
}

@Suite("Advocacy: the state") struct AdvocacyStateTests {
    private func priority(_ ledger: Ledger, asOf text: String? = nil) throws -> Priority {
        let cooperation = try text.map { try ledger.cooperation(asOf: $0) } ?? ledger.live
        return try #require(cooperation.advocacy[try id("leden") as Priority.ID])
    }

    @Test("a priority keeps its former names, the oldest first")
    func names() throws {
        var ledger = try Ledger([("2008", Sample.priority("leden", called: "Södertörnsleden"))])
        for (day, name) in [("2013", "Tvärleden"), ("2015", "Tvärförbindelsen"), ("2020", "Tvärleden")] {
            try ledger.record(RenamePriority(try id("leden"), to: name), try period(day))
        }
        #expect(try priority(ledger).facts.name == "Tvärleden")
        #expect(try priority(ledger).formerNames == ["Södertörnsleden", "Tvärleden", "Tvärförbindelsen"])
        #expect(
            try priority(ledger).renamings.map { "\($0.period) \($0.fact.name)" }
                == ["2013 Tvärleden", "2015 Tvärförbindelsen", "2020 Tvärleden"]
        )
        #expect(try priority(ledger, asOf: "2013-12-30").facts.name == "Södertörnsleden")
        #expect(try priority(ledger, asOf: "2013-12-30").formerNames.isEmpty)
        #expect(try priority(ledger, asOf: "2015-12-31").formerNames == ["Södertörnsleden", "Tvärleden"])
        // A name that is found later has its place among them.
        try ledger.record(RenamePriority(try id("leden"), to: "Leden"), try period("2010"), on: try day("2026-01-01"))
        #expect(try priority(ledger).formerNames == ["Södertörnsleden", "Leden", "Tvärleden", "Tvärförbindelsen"])
        #expect(try priority(ledger).facts.name == "Tvärleden")
        // Without the renaming between them, the last one would give it the name it has.
        #expect(try ledger.code(StrikeRecord(Position(3), reason: "Fel."), "2026-01-02") == "record.would-void")
        let other = CorrectRecord(Position(4), with: RenamePriority(try id("leden"), to: "Vägen"), reason: "Fel namn.")
        try ledger.record(other, try period("2020"), on: try day("2026-01-03"))
        #expect(try priority(ledger).facts.name == "Vägen")
        #expect(try priority(ledger).formerNames == ["Södertörnsleden", "Leden", "Tvärleden", "Tvärförbindelsen"])
        // A renaming that never was leaves no name behind.
        try ledger.record(StrikeRecord(Position(3), reason: "Fel."), try period("2026-01-04"))
        #expect(try priority(ledger).formerNames == ["Södertörnsleden", "Leden", "Tvärleden"])
        #expect(try priority(ledger).renamings.map(\.period.iso) == ["2010", "2013", "2020"])
    }

    @Test("recorded anew under another name it has had the one before; under the same nothing is added")
    func recordedAnew() throws {
        var ledger = try Sample.whole()
        #expect(try priority(ledger).formerNames == ["Satsning leden"])
        try ledger.record(Sample.priority("leden", called: "Förbindelsen"), try period("2020"))
        #expect(try priority(ledger).formerNames == ["Satsning leden"])
        try ledger.record(Sample.priority("leden", called: "Vägen"), try period("2021"))
        #expect(try priority(ledger).formerNames == ["Satsning leden", "Förbindelsen"])
        #expect(try priority(ledger).since.iso == "2015")
        #expect(try priority(ledger).outcomes.count == 1 && priority(ledger).renamings.count == 1)
        // Known from an earlier day under an older name.
        try ledger.record(Sample.priority("leden", called: "Äldst"), try period("2001"), on: try day("2026-01-01"))
        #expect(try priority(ledger).formerNames == ["Äldst", "Satsning leden", "Förbindelsen"])
        #expect(try priority(ledger).since.iso == "2001")
    }

    @Test("what came of it stands in order of time")
    func outcomes() throws {
        var ledger = try Sample.whole()
        for (happened, text) in [("2022-06", "Mer pengar."), ("2016", "En utredning.")] {
            try ledger.record(NoteOutcome(of: try id("leden"), text), try period(happened), on: try day("2026-01-01"))
        }
        let outcomes = try priority(ledger).outcomes
        #expect(outcomes.map(\.period.iso) == ["2016", "2018-06", "2022-06"])
        #expect(outcomes.compactMap { ledger.texts[$0.fact.text] } == ["En utredning.", "Pengar i planen.", "Mer pengar."])
    }

    @Test("statements and lists stand in order, and a priority finds its own")
    func order() throws {
        var ledger = try Ledger()
        for name in ["leden", "banan", "kanalen"] { try ledger.record(Sample.priority(name, called: name), try period("2000")) }
        for (name, day, items) in [
            ("c", "2019", ["leden"]), ("b", "2012-03-01", ["banan", "leden"]), ("a", "2019", []), ("d", "2019-04-09", ["leden"]),
        ] {
            try ledger.record(Sample.statement(name, for: items), try period(day))
        }
        for (name, day, items) in [
            ("2021", "2021-01", ["leden", "banan"]), ("2013", "2013", ["banan", "kanalen", "leden"]),
            ("2022", "2021-01", ["kanalen"]),
        ] {
            try ledger.record(Sample.list(name, items), try period(day))
        }
        // What is recorded anew keeps the day it was made or agreed.
        try ledger.record(Sample.statement("b", for: ["leden"]), try period("2023"))
        try ledger.record(Sample.list("2013", ["banan", "leden"]), try period("2023"))
        let advocacy = ledger.live.advocacy
        #expect(advocacy.statementsInOrder.map(\.facts.id.text) == ["b", "d", "a", "c"])
        #expect(advocacy.statements(for: try id("leden")).map(\.facts.id.text) == ["b", "d", "c"])
        #expect(advocacy.statements(for: try id("banan")).isEmpty, "it is no longer named")
        #expect(advocacy.listsInOrder.map(\.facts.id.text) == ["2013", "2021", "2022"])
        #expect(advocacy.listsInOrder.map(\.agreed.iso) == ["2013", "2021-01", "2021-01"])
        #expect(advocacy.latestList?.facts.id.text == "2022")
        #expect(advocacy.places(of: try id("leden")).map { "\($0.list.facts.id) \($0.place)" } == ["2013 2", "2021 1"])
        #expect(advocacy.places(of: try id("kanalen")).map { "\($0.list.facts.id) \($0.place)" } == ["2022 1"])
        #expect(advocacy.prioritiesInOrder.map(\.facts.id.text) == ["banan", "kanalen", "leden"])
        #expect(try Ledger().live.advocacy.latestList == nil)
    }
}
