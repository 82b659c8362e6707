import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("The yearly choice of chair waits for those who record it") struct PresidencyWorkTests {
    @Test("it waits until it is recorded, for those who may record it alone")
    func waits() async throws {
        let exhibit = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let words = Words.swedish.work
        let leader = try await exhibit.visitor(.developmentLeader)
        let registrar = try await exhibit.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let address = "/organisation/samarbetskommitten/ordforande"
        let page = await leader.page("/arbete")
        #expect(page.holds(words.presidency("Samarbetskommittén")) && page.holds("href=\"\(address)\""))
        #expect(!(await registrar.page("/arbete")).holds("/ordforande"))
        #expect(try await leader.send(address, ["ordforande": ["salem"], "fran": ["2026-02-01"]]).status == .seeOther)
        #expect(!(await leader.page("/arbete")).holds(words.presidency("Samarbetskommittén")))
        #expect(await leader.page("/arbete").holds(words.presidency("Ledningsgruppen")))
    }
}
