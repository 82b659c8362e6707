import Cooperation
import Identity
import Registry

/// The seats of the example, and who holds them: roles alone, since the sources tell no more than that there are such.
///
/// They let whoever tries the program sign in and see a workspace. Each seat says in the record that it belongs to the example.
enum ExampleSeats {
    /// A seat, and the name and address of its holder; nil for one that stands empty.
    private struct Row {
        let body: String
        let seat: String
        let role: Seat.Role
        var municipality: String?
        var holder: (name: String, mail: String)?
    }

    /// Addresses that can never be anybody's (RFC 2606).
    private static let host = "@samverka.example"

    /// Whom the example's first sign-in is for.
    static let developmentLeader = "utvecklingsledare\(host)"

    private static let form = Array("example.seats".utf8)

    private static let remark = "Platsen är upplagd för exemplet. Källorna säger inte vem som har den."

    // swift-format-ignore
    private static let secretariat = [
        Row(body: "kansliet", seat: "utvecklingsledare",    role: .developmentLeader,   holder: ("Utvecklingsledare",    developmentLeader)),
        Row(body: "kansliet", seat: "administrator",        role: .administrator,       holder: ("Administratör",        "administrator\(host)")),
        Row(body: "kansliet", seat: "systemadministrator",  role: .systemAdministrator, holder: ("Systemadministratör",  "systemadministrator\(host)")),
    ]

    // A network's convener sits there for a municipality. The sources don't say for which, so these are the first in the alphabet.
    // swift-format-ignore
    private static let conveners = [
        Row(body: "planeringschefer",  seat: "sammankallande", role: .convener, municipality: "botkyrka", holder: ("Sammankallande Planeringschefer",  "sammankallande.planeringschefer\(host)")),
        Row(body: "naringslivschefer", seat: "sammankallande", role: .convener, municipality: "haninge",  holder: ("Sammankallande Näringslivschefer", "sammankallande.naringslivschefer\(host)")),
        Row(body: "ekonomidirektorer", seat: "sammankallande", role: .convener, municipality: "huddinge", holder: ("Sammankallande Ekonomidirektörer", "sammankallande.ekonomidirektorer\(host)")),
    ]

    /// The seats that are the same for every member.
    private static func seats(of municipality: String, named name: String) -> [Row] {
        // swift-format-ignore
        [
            Row(body: "samarbetskommitten",              seat: municipality,  role: .member,    municipality: municipality),
            Row(body: "ledningsgruppen",                 seat: municipality,  role: .member,    municipality: municipality),
            Row(body: "kommunstyrelsen-\(municipality)", seat: "registrator", role: .registrar, municipality: municipality, holder: ("Registrator \(name)", "registrator.\(municipality)\(host)")),
        ]
    }

    private static func rows(_ cooperation: Cooperation) -> [Row] {
        secretariat + cooperation.members.members.flatMap { seats(of: $0.facts.id.text, named: $0.facts.name) } + conveners
    }

    /// Sets up the seats and their holders once, all of them or none; nothing happens the second time.
    ///
    /// A start that was broken off goes on where it was: who is in the vault already is taken from there.
    ///
    /// - Parameters:
    ///   - registrar: of a journal with the example and nothing more.
    ///   - today: the day the seats are set up.
    /// - Throws: `Registrar.Refused` when the journal isn't that of the example.
    static func setUp(_ registrar: Registrar, on today: Day) async throws {
        guard try await registrar.answered(form) == nil else { return }
        let happened = Period.day(today)
        var requests: [Registrar.Dated] = []
        for row in rows(registrar.snapshot.cooperation) {
            guard let body = Body.ID(row.body), let seat = Seat.ID(row.seat) else {
                throw Stop.found("Platsen \(row.body)/\(row.seat) i exemplet kan inte heta så.")
            }
            let municipality = row.municipality.flatMap { Municipality.ID($0) }
            requests.append(
                .init(EstablishSeat(seat, in: body, role: row.role, for: municipality, remarks: [remark]), happened)
            )
            guard let holder = row.holder else { continue }
            let person = try await keep(holder.name, holder.mail, registrar)
            requests.append(.init(TakeSeat(.init(body: body, seat: seat), by: person, from: today), happened))
        }
        _ = try await registrar.perform(requests, as: .importer, form: form)
    }

    /// The example's development leader, while nobody has signed in as that person and chosen a password.
    static func waitingDevelopmentLeader(_ desk: UserDesk) async -> Person? {
        guard let person = desk.registrar.snapshot.people.person(withMail: developmentLeader) else { return nil }
        let status = await desk.accounts.status(of: person.id.text)
        return status.hasPassword || status.isDisabled ? nil : person
    }

    private static func keep(_ name: String, _ mail: String, _ registrar: Registrar) async throws -> Person.ID {
        if let known = registrar.snapshot.people.person(withMail: mail) { return known.id }
        let person = Person(id: Registrar.newPersonID(), name: name, mail: mail)
        try await registrar.keep(person, unlessChangedFrom: nil)
        return person.id
    }
}
