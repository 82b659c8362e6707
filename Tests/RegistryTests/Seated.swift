import Cooperation
import Testing

@testable import Registry

/// A registrar with the seats that tests act from: a committee with seats for two municipalities, one's board with a registrar's seat, and
/// a secretariat with a leader's.
struct Seated {
    let registrar: Registrar
    let leader = Registrar.newPersonID()
    let clerk = Registrar.newPersonID()

    static let committee = "samradet"

    init(_ folder: TemporaryFolder, _ clock: Clock) async throws {
        registrar = try await Registrar.open(folder, clock)
        for number in 1...2 {
            try await record(municipality(number), "2020-01-01")
            try await record(ChangeMembership(.join, Self.id("kommun-\(number)")), "2020-01-01")
        }
        var board = RecordBody(id: try Self.id("styrelsen"), kind: .ratifyingBody, name: "Styrelsen")
        board.municipality = try Self.id("kommun-1")
        try await record(board, "2020-01-01")
        try await record(RecordBody(id: Self.id(Self.committee), kind: .committee, name: "Samrådet"), "2020-01-01")
        try await record(RecordBody(id: Self.id("kontoret"), kind: .secretariat, name: "Kontoret"), "2020-01-01")
        for number in 1...2 {
            let name = "kommun-\(number)"
            try await record(
                EstablishSeat(Self.id(name), in: Self.id(Self.committee), role: .member, for: Self.id(name)),
                "2020-01-01"
            )
        }
        try await record(EstablishSeat(Self.id("registrator"), in: Self.id("styrelsen"), role: .registrar), "2020-01-01")
        try await record(EstablishSeat(Self.id("ledare"), in: Self.id("kontoret"), role: .developmentLeader), "2020-01-01")
        try await take("ledare", in: "kontoret", leader, "2026-01-01")
        try await take("registrator", in: "styrelsen", clerk, "2026-01-01")
    }

    static func id<Entity>(_ text: String) throws -> Identifier<Entity> { try #require(Identifier(text), "\(text)") }

    static func place(_ seat: String, in body: String = committee) throws -> Seat.Reference {
        Seat.Reference(body: try id(body), seat: try id(seat))
    }

    /// Records what the shell asks for.
    func record(_ request: some Request, _ happened: String) async throws {
        _ = try await registrar.perform(request, happened: period(happened), as: .importer)
    }

    func take(_ seat: String, in body: String = committee, _ person: Person.ID, _ from: String, _ until: String? = nil)
        async throws
    {
        let until = try until.map { try day($0) }
        try await record(TakeSeat(Self.place(seat, in: body), by: person, from: day(from), until: until), from)
    }

    /// What somebody may, on the day that the page was asked for.
    func authority(
        of person: Person.ID,
        _ permission: Permission,
        about target: Permission.Target = .init(),
        on text: String = "2026-11-23"
    ) throws -> Authority {
        let capacities = try registrar.snapshot.cooperation.organisation.capacities(of: person, on: day(text))
        let capacity = try #require(capacities.first)
        return try #require(Authority(capacity, permission, about: target))
    }
}
