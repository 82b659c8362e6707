import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("Signed in in tests") struct SignedInVisitorTests {
    @Test("each role comes in, is named by the seat, and reaches what the seat gives", arguments: Seat.Role.allCases)
    func comesIn(_ role: Seat.Role) async throws {
        let exhibit = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let isOfAll = [Seat.Role.developmentLeader, .administrator, .systemAdministrator].contains(role)
        let visitor = try await exhibit.visitor(
            role,
            in: isOfAll ? "kansliet" : "planeringschefer",
            for: isOfAll ? nil : "haninge",
            until: role == .guest ? "2027-01-31" : nil
        )
        let page = await visitor.page("/arbete")
        #expect(page.holds(visitor.person.name) && page.holds(Words.swedish.seats.role(role)))
        #expect(await exhibit.door.ask(.get, "/arbete").status == .seeOther, "nobody else does")
        let seesPeople = Permission.seePeople.grants.contains { $0.roles.contains(role) }
        #expect(await visitor.get("/arbete/personer").status == (seesPeople ? .ok : .forbidden))
    }

    @Test("a form is read from the page's own part, sent, refused with its faults, and taken once")
    func form() async throws {
        let exhibit = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let visitor = try await exhibit.visitor(.developmentLeader)
        let address = "/natverk/planeringschefer/platser/ny"
        let before = exhibit.registrar.progress.position
        let wrong = try await visitor.send(address, ["roll": ["member"], "fran": ["i fjol"]])
        #expect(wrong.status == .unprocessableContent && wrong.location == nil && wrong.faults.count == 1)
        #expect(try wrong.form["fran"] == "i fjol" && wrong.form["roll"] == "member")
        #expect(exhibit.registrar.progress.position == before)
        let form = try {
            var form = try wrong.form
            form["fran"] = "2026-11-01"
            form["kommun"] = "salem"
            return form
        }()
        for _ in 1...2 {
            let right = await visitor.send(form)
            #expect(right.status == .seeOther && right.location == "/natverk/planeringschefer/platser" && right.faults.isEmpty)
        }
        #expect(exhibit.registrar.progress.position == before + 1)
    }
}
