import Cooperation
import Testing

@Suite("Who decides for a municipality") struct RatifyingBodyTests {
    private func board(_ name: String, for municipality: String = "haninge") throws -> RecordBody {
        var request = RecordBody(id: try id(name), kind: .ratifyingBody, name: "Styrelsen \(name)")
        request.municipality = try id(municipality)
        return request
    }

    @Test("a body that has ended its work decides no longer, and makes room for another")
    func closed() throws {
        var ledger = try Sample.ledger()
        try ledger.record(try board("gammal"), try period("2011"))
        #expect(try ledger.refusal(try board("ny"), "2012-01-01").code == "organisation.decides-already")
        #expect(try ledger.refusal(try board("gammal"), "2012-01-01") == .accepted, "the same body, recorded anew")
        #expect(try ledger.refusal(try board("ny", for: "salem"), "2012-01-01") == .accepted)
        try ledger.record(CloseBody(try id("gammal"), reason: "Ny ordning."), try period("2013-01-01"))
        #expect(ledger.live.organisation.ratifyingBody(of: try id("haninge")) == nil)
        try ledger.record(try board("ny"), try period("2013-02-01"))
        #expect(ledger.live.organisation.ratifyingBody(of: try id("haninge"))?.facts.id.text == "ny")
        #expect(try ledger.refusal(try board("tredje"), "2014-01-01").code == "organisation.decides-already")
    }

    @Test("a municipality's presidencies, as chair and as vice chair, are in order of time")
    func presidencies() throws {
        var ledger = try Sample.ledger()
        let (haninge, salem): (Municipality.ID, Municipality.ID) = (try id("haninge"), try id("salem"))
        for name in ["b", "a"] {
            try ledger.record(RecordBody(id: try id(name), kind: .committee, name: name), try period("2011"))
        }
        for (body, year, chair, vice) in [
            ("a", "2014", haninge, salem), ("b", "2012", salem, haninge), ("b", "2014", haninge, nil),
            ("a", "2013", salem, nil),
        ] as [(String, String, Municipality.ID, Municipality.ID?)] {
            try ledger.record(RecordPresidency(try id(body), chair: chair, viceChair: vice), try period(year))
        }
        let found = { (id: Municipality.ID) in
            ledger.live.organisation.presidencies(of: id).map { "\($0.body.facts.id) \($0.presidency.period)" }
        }
        #expect(found(haninge) == ["b 2012", "a 2014", "b 2014"])
        #expect(found(salem) == ["b 2012", "a 2013", "a 2014"])
        #expect(found(try id("nacka")).isEmpty)
    }

    @Test("the bodies that work with some parts of an edition, by name")
    func assigned() throws {
        var ledger = try Sample.ledger()
        for (name, node) in [("b", "mal"), ("a", "omrade"), ("c", nil)] {
            try ledger.record(RecordBody(id: try id(name), kind: .network, name: name), try period("2019"))
            guard let node else { continue }
            try ledger.record(AssignBody(try id(name), to: try id(node), in: try id("2019")), try period("2020"))
        }
        let found = { (nodes: Set<Edition.Node.ID>, edition: Edition.ID) in
            ledger.live.organisation.bodies(assignedTo: nodes, of: edition).map(\.facts.name)
        }
        #expect(found([try id("omrade"), try id("mal")], try id("2019")) == ["a", "b"])
        #expect(found([try id("mal")], try id("2019")) == ["b"])
        #expect(found([try id("omrade"), try id("mal")], try id("2023")).isEmpty)
    }
}
