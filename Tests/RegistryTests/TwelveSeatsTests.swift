import Cooperation
import Testing

@testable import Registry

@Suite("Seats of the twelve constructed municipalities") struct TwelveSeatsTests {
    @Test(
        "two seats each: a place stands empty when neither is held, also of the one that joined later, and not of the one that left"
    )
    func parity() async throws {
        let folder = TemporaryFolder()
        let registrar = try await Registrar.open(folder, try Clock("2026-11-23"))
        try await registrar.take(Place.twelve())
        func vacancies(_ text: String) throws -> [String]? {
            let day = try day(text)
            let cooperation = registrar.snapshot.timeline.cooperation(asOf: day)
            let body: Body.ID = try Seated.id("samradet")
            let parity = try #require(cooperation.parities(on: day).first { $0.body == body })
            return parity.vacancies?.map { "\($0.municipality) \($0.age(on: day))" }
        }
        #expect(try vacancies("2026-11-23") == nil)
        var requests: [Registrar.Dated] = []
        let established = try day("2019-06-01")
        for letter in "abcdefghijkl" {
            let name = "kommun-\(letter)"
            for number in 1...2 {
                let seat = try Seated.place("\(letter)-\(number)", in: "samradet")
                requests.append(
                    .init(EstablishSeat(seat.seat, in: seat.body, role: .member, for: try Seated.id(name)), .day(established))
                )
                // F has one of its two, G and L have none.
                guard !"gl".contains(letter), letter != "f" || number == 2 else { continue }
                requests.append(
                    .init(TakeSeat(seat, by: Registrar.newPersonID(), from: established), .day(established))
                )
            }
        }
        _ = try await registrar.perform(requests, as: .importer)
        #expect(try vacancies("2019-05-31") == nil)
        #expect(try vacancies("2019-06-01") == ["kommun-g 0"], "L takes part in projects until 2020")
        #expect(try vacancies("2020-01-01") == ["kommun-g 214", "kommun-l 0"])
        #expect(try vacancies("2022-12-31")?.count == 2)
        // C left at the turn of the year, and lacks nobody though its seats are empty.
        let leaving = try ["c-1", "c-2"].map { name in
            Registrar.Dated(
                LeaveSeat(try Seated.place(name, in: "samradet"), last: try day("2022-12-31")),
                try period("2023-01-01")
            )
        }
        _ = try await registrar.perform(leaving, as: .importer)
        #expect(try vacancies("2023-01-02")?.map { $0.prefix(8) } == ["kommun-g", "kommun-l"])
        _ = try await registrar.perform(
            TakeSeat(Seated.place("g-1", in: "samradet"), by: Registrar.newPersonID(), from: day("2024-01-01")),
            happened: period("2024-01-01"),
            as: .importer
        )
        #expect(try vacancies("2024-01-01")?.map { $0.prefix(8) } == ["kommun-l"])
    }
}
