import Cooperation
import Testing

@Suite("What the cooperation has agreed about itself") struct SettingsTests {
    @Test(
        "texts must not be blank, and seats must be some",
        arguments: [
            ("name", "settings.blank"), ("calledName", "settings.blank"), ("shortName", "settings.blank"),
            ("ratifyingBody", "settings.blank"),
        ]
    )
    func blank(_ field: String, _ code: String) throws {
        var request = Sample.settings()
        switch field {
        case "name": request.name = " "
        case "calledName": request.calledName = ""
        case "shortName": request.shortName = "\u{A0}"
        default: request.ratifyingBody = "\n"
        }
        #expect(try Ledger().refusal(request, "2010-08-18") == Ledger.Answer(code: code, field: field))
    }

    @Test("seats", arguments: [(-1, false), (0, false), (1, true), (2, true), (100, true), (101, false)])
    func seats(_ count: Int, _ isAccepted: Bool) throws {
        var request = Sample.settings()
        request.seatsPerMunicipality = count
        let refused = Ledger.Answer(code: "settings.seats", field: "seatsPerMunicipality")
        #expect(try Ledger().refusal(request, "2010-08-18") == (isAccepted ? .accepted : refused))
    }

    @Test(
        "the levels of a programme",
        arguments: [
            (["Fokusområde", "Mål"], nil), ([], "settings.levels"), (["Mål", " "], "settings.level-name"),
            ([String(repeating: "å", count: 60)], nil), ([String(repeating: "å", count: 61)], "settings.level-name"),
            (["Mål", "mål"], "settings.level-twice"), ((1...10).map { "Nivå \($0)" }, nil),
            ((1...11).map { "Nivå \($0)" }, "settings.levels"),
        ] as [([String], String?)]
    )
    func levels(_ levels: [String], _ code: String?) throws {
        var request = Sample.settings()
        request.levels = levels
        #expect(try Ledger().refusal(request, "2010-08-18") == .init(code: code, field: code == nil ? nil : "levels"))
        guard code == nil else { return }
        #expect(try Ledger([("2010-08-18", request)]).live.settings?.levels == levels)
    }

    @Test(
        "how costs are shared",
        arguments: [
            ([("haninge", 500), ("salem", 500)], nil), ([("haninge", 1000)], nil), ([], "settings.cost-key-sum"),
            ([("haninge", 500), ("salem", 499)], "settings.cost-key-sum"),
            ([("haninge", 501), ("salem", 500)], "settings.cost-key-sum"),
            ([("haninge", 1000), ("salem", 0)], "settings.cost-key-share"),
            ([("haninge", 1001), ("salem", -1)], "settings.cost-key-share"),
            ([("haninge", 500), ("haninge", 500)], "settings.cost-key-twice"),
            ([("haninge", 500), ("vaxholm", 500)], "settings.cost-key-municipality"),
        ] as [([(String, Int)], String?)]
    )
    func costKey(_ shares: [(String, Int)], _ code: String?) throws {
        var request = Sample.settings()
        request.costKey = .fixed(try shares.map { CostKey.Share(try id($0.0), thousandths: $0.1) })
        let answer = Ledger.Answer(code: code, field: code == nil ? nil : "costKey")
        #expect(try Sample.ledger().refusal(request, "2024-01-01") == answer)
        // Before anybody is registered there is nobody to know.
        #expect(try Ledger().refusal(request, "2010-08-18").code == (code == "settings.cost-key-municipality" ? nil : code))
        for key in [CostKey.equal, .population] {
            request.costKey = key
            #expect(try Ledger([("2010-08-18", request)]).live.settings?.costKey == key)
        }
        request.costKey = nil
        #expect(try Ledger([("2010-08-18", request)]).live.settings?.costKey == nil)
    }

    @Test("the first agreement forms the cooperation, later ones change its terms")
    func formed() throws {
        let ledger = try Ledger([("2010-08-18", Sample.settings("Ett")), ("2015", Sample.settings("Två"))])
        #expect(ledger.live.agreed == Period("2010-08-18"))
        #expect(ledger.live.settings?.name == "Två")
        #expect(ledger.timeline.cooperation(asOf: try day("2015-12-30")).settings?.name == "Ett")
        #expect(ledger.timeline.cooperation(asOf: try day("2010-08-17")).settings == nil)
        #expect(ledger.live.settings?.description.flatMap { ledger.texts[$0] } == "Åtta kommuner.")
    }

    @Test("an older agreement that is found later is the one that formed it")
    func foundLater() throws {
        let ledger = try Ledger([("2010-08-18", Sample.settings("Ett")), ("2004", Sample.settings("Noll"))])
        #expect(ledger.live.agreed == Period("2004"))
        #expect(ledger.live.settings?.name == "Ett")
    }
}
