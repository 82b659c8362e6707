import Testing

@testable import Cooperation

@Suite("Where every document stands") struct StandingsTests {
    @Test("all at once is as one by one, also in the public's value", arguments: 0..<60)
    func together(_ seed: UInt64) throws {
        var dice = Dice(seed)
        let names = ["a", "b", "c", "d", "e", "f"]
        let years = [nil, "2018", "2019", "2020", "2021", "2022"]
        var ledger = try Ledger()
        for _ in 0..<12 {
            var document = try Sample.document(dice.pick(names))
            let (from, to) = (dice.pick(years), dice.pick(years))
            if dice.happens(70) { document.validity = try Sample.validity(from, to) }
            if dice.happens(15) { document.about = try period("2019") }
            if dice.happens(60) { document.replaces = try id(dice.pick(names)) }
            // Many are refused: rings, ends before beginnings.
            try? ledger.record(document, try period("20\(15 + dice.below(8))"))
        }
        for name in names where dice.happens(25) {
            let withdrawal = ChangeVisibility(.document(try id(name)), isShown: false, reason: "Skäl.")
            try? ledger.record(withdrawal, try period("2023-01-01"))
        }
        for text in ["2016-06-01", "2019-12-31", "2021-01-01", "2023-06-01"] {
            for documents in [try ledger.cooperation(asOf: text).documents, try ledger.view(on: text).cooperation.documents] {
                let standings = documents.standings(on: try day(text))
                #expect(Set(standings.keys) == Set(documents.inOrder.map(\.facts.id)))
                for document in documents.inOrder {
                    let alone = documents.standing(of: document, on: try day(text))
                    #expect(standings[document.facts.id] == alone)
                }
            }
        }
    }
}
