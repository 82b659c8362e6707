import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("Municipalities are changed where one reads") struct MunicipalityFormsTests {
    private func sodertorn() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private func municipality(_ exhibit: Exhibit, _ id: String) throws -> Municipality {
        let id = try #require(Municipality.ID(id))
        return try #require(exhibit.registrar.snapshot.cooperation.members[id])
    }

    @Test("what wasn't touched stays as it was, also what the form doesn't show")
    func keepsAll() async throws {
        let exhibit = try await sodertorn()
        let visitor = try await exhibit.visitor(.registrar, in: "kommunstyrelsen-nykvarn", for: "nykvarn")
        var expected = try municipality(exhibit, "nykvarn").facts
        let outcome = try await visitor.send("/kommuner/nykvarn/andra", ["fullt-namn": ["Nykvarns kommun, prov"]])
        #expect(outcome.status == .seeOther, "\(outcome.faults)")
        expected.officialName = "Nykvarns kommun, prov"
        #expect(try municipality(exhibit, "nykvarn").facts == expected)
    }

    @Test("two registrars of the same municipality merge what they write")
    func merges() async throws {
        let exhibit = try await sodertorn()
        let first = try await exhibit.visitor(.registrar, in: "kommunstyrelsen-salem", for: "salem")
        let second = try await exhibit.visitor(.registrar, in: "kommunstyrelsen-salem", for: "salem")
        let address = "/kommuner/salem/andra"
        var slow = try await second.form(address)
        let remarks = try #require(slow["anmarkningar"])
        #expect(try await first.send(address, ["landareal": ["5 400"]]).status == .seeOther)
        slow["anmarkningar"] = remarks + "\nEn till."
        #expect(await second.send(slow).status == .seeOther)
        let facts = try municipality(exhibit, "salem").facts
        #expect(facts.landArea == 5_400 && facts.remarks.count == remarks.split(separator: "\n").count + 1)
        slow = try await second.form(address)
        #expect(try await first.send(address, ["landareal": ["5 500"]]).status == .seeOther)
        slow["landareal"] = "5600"
        let asked = await second.send(slow)
        #expect(asked.status == .conflict && asked.page.holds("Registrator för Salem i Kommunstyrelsen"))
    }

    @Test("a new municipality joins and leaves; the number of members changes from the day, not before")
    func membership() async throws {
        let exhibit = try await sodertorn()
        let leader = try await exhibit.visitor(.developmentLeader)
        let made = try await leader.send(
            "/kommuner/ny",
            ["namn": ["Vaxholm"], "fullt-namn": ["Vaxholms stad"], "kommunkod": ["0187"], "fran": ["2026-01-01"]]
        )
        #expect(made.location == "/kommuner/vaxholm", "\(made.faults)")
        #expect(try municipality(exhibit, "vaxholm").facts.countyCode == "01")
        func members(_ query: String) async throws -> Int {
            try await exhibit.csv("/kommuner.csv" + query).count { $0[3] == "Kommunerna" }
        }
        let address = "/kommuner/vaxholm/medlemskap"
        for (what, day) in [("associate", "2026-02-01"), ("join", "2026-03-01"), ("leave", "2026-10-01")] {
            let outcome = try await leader.send(address, ["handelse": [what], "fran": [day]])
            #expect(outcome.status == .seeOther, "\(what): \(outcome.faults)")
        }
        #expect(try await members("") == 8)
        #expect(try await members("?datum=2026-09-30") == 9)
        #expect(try await members("?datum=2026-02-28") == 8)
        // Somebody else's change in between is told, and nothing is done.
        var slow = try await leader.form(address)
        let other = try await exhibit.visitor(.administrator)
        #expect(try await other.send(address, ["handelse": ["join"], "fran": ["2026-11-01"]]).status == .seeOther)
        slow["handelse"] = "associate"
        let position = exhibit.registrar.progress.position
        let refused = await leader.send(slow)
        #expect(refused.status == .unprocessableContent && refused.faults.first?.holds("Administratör i Kansliet") == true)
        #expect(exhibit.registrar.progress.position == position)
    }

    @Test("a figure for a day that has one takes its place")
    func population() async throws {
        let exhibit = try await sodertorn()
        let visitor = try await exhibit.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let address = "/kommuner/haninge/folkmangd"
        let count = try municipality(exhibit, "haninge").populationInOrder.count
        for (figure, basis, remarks) in [("100 001", "published", ""), ("100 002", "derived", "Efter SCB:s ökning.")] {
            let outcome = try await visitor.send(
                address,
                ["antal": [figure], "dag": ["31 oktober 2026"], "underlag": [basis], "anmarkningar": [remarks]]
            )
            #expect(outcome.status == .seeOther, "\(outcome.faults)")
        }
        let figures = try municipality(exhibit, "haninge").populationInOrder
        #expect(figures.count == count + 1 && figures.last?.figure.count == 100_002 && figures.last?.figure.basis == .derived)
        #expect(figures.last?.day.iso == "2026-10-31")
    }
}
