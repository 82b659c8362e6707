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
