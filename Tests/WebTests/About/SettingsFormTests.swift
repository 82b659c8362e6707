import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("What the cooperation has agreed about itself is changed where one reads") struct SettingsFormTests {
    private func sodertorn() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    @Test("what wasn't touched stays as it was, and the agreement keeps its day")
    func keepsAll() async throws {
        let exhibit = try await sodertorn()
        let before = exhibit.registrar.snapshot.cooperation
        var expected = try #require(before.settings)
        let leader = try await exhibit.visitor(.developmentLeader)
        let outcome = try await leader.send("/om/andra", ["kort-namn": ["Södra Törn"], "fran": ["2026-11-02"]])
        #expect(outcome.location == "/om", "\(outcome.faults)")
        expected.shortName = "Södra Törn"
        let after = exhibit.registrar.snapshot.cooperation
        #expect(after.settings == expected && after.agreed == before.agreed)
    }

    @Test("levels and cost shares are changed, and otherwise stay as they are")
    func levelsAndCosts() async throws {
        let exhibit = try await sodertorn()
        let leader = try await exhibit.visitor(.developmentLeader)
        let names = ["Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn", "Salem", "Södertälje"]
        let shares = names.map { "\($0) 12,5" } + ["tyreso 12.5 %"]
        var outcome = try await leader.send(
            "/om/andra",
            ["nivaer": ["Område\nMål"], "kostnader": ["andelar"], "andelar": [shares.joined(separator: "\n")]]
        )
        #expect(outcome.location == "/om", "\(outcome.faults)")
        var expected = try #require(exhibit.registrar.snapshot.cooperation.settings)
        #expect(expected.levels == ["Område", "Mål"])
        guard case .fixed(let agreed) = expected.costKey else {
            Issue.record("\(String(describing: expected.costKey))")
            return
        }
        #expect(agreed.map(\.thousandths) == Array(repeating: 125, count: 8) && agreed.last?.municipality.text == "tyreso")
        #expect(ShownPage(await exhibit.page("/om")).text.holds("12,5 %"))

        // Opened again it shows what was agreed, and another change leaves it as it is.
        let form = try await leader.form("/om/andra")
        #expect(form["andelar"]?.holds("Tyresö 12,5") == true && form["nivaer"] == "Område\nMål")
        outcome = try await leader.send("/om/andra?sprak=en", ["platser": ["3"]])
        #expect(outcome.status == .seeOther, "\(outcome.faults)")
        expected.seatsPerMunicipality = 3
        #expect(exhibit.registrar.snapshot.cooperation.settings == expected)

        for (what, key) in [("lika", CostKey.equal), ("folkmangd", .population), ("inte-bestamt", nil)] as [(String, CostKey?)] {
            outcome = try await leader.send("/om/andra", ["kostnader": [what], "andelar": [""], "nivaer": [""]])
            #expect(outcome.status == .seeOther, "\(outcome.faults)")
            let settings = exhibit.registrar.snapshot.cooperation.settings
            #expect(settings?.costKey == key && settings?.levels == nil)
        }
    }

    @Test("two merge, and are asked where both wrote the same field")
    func merges() async throws {
        let exhibit = try await sodertorn()
        let (first, second) = (try await exhibit.visitor(.developmentLeader), try await exhibit.visitor(.developmentLeader))
        var slow = try await second.form("/om/andra")
        #expect(try await first.send("/om/andra", ["platser": ["2"], "kort-namn": ["Törn"]]).status == .seeOther)
        slow["beskrivning"] = "Åtta kommuner söder om Stockholm."
        slow["kort-namn"] = "Törnet"
        let asked = await second.send(slow)
        #expect(asked.status == .conflict && asked.page.holds("Ändringen gjordes av Utvecklingsledare i Kansliet"))
        var form = try asked.form
        form["val-kort-namn"] = "mitt"
        #expect(await second.send(form).status == .seeOther)
        let settings = try #require(exhibit.registrar.snapshot.cooperation.settings)
        #expect(settings.shortName == "Törnet" && settings.seatsPerMunicipality == 2)
        #expect(await exhibit.page("/om").holds("Åtta kommuner söder om Stockholm."))
    }

    @Test("the second factor must be fresh; what was written waits meanwhile")
    func fresh() async throws {
        let exhibit = try await sodertorn()
        let leader = try await exhibit.visitor(.developmentLeader)
        var form = try await leader.form("/om/andra")
        form["platser"] = "3"
        exhibit.set(Instant(microseconds: exhibit.now.microseconds + 11 * 60 * 1_000_000))
        let before = exhibit.registrar.progress.position
        let outcome = await leader.send(form)
        #expect(outcome.status == .seeOther && outcome.location?.hasPrefix("/logga-in/bekrafta?") == true)
        #expect(outcome.location?.holds("utkast=") == true)
        #expect(await leader.get("/om/andra").fields[.location]?.hasPrefix("/logga-in/bekrafta?") == true)
        #expect(exhibit.registrar.progress.position == before)
    }
}
