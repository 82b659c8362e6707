import Cooperation
import Identity
import Journal
import Registry
import Web

/// Does what the shell asks about people and how they sign in: in the server for commands beside it, in the command itself otherwise.
struct UserDesk: Sendable {
    let registrar: Registrar
    let accounts: Accounts
    let clock: @Sendable () -> Instant
    /// Where readers reach the site, for links.
    let address: @Sendable () -> PublicAddress

    /// Who makes a link from here; no person has such a name.
    private static let shell = "skalet"

    /// Does what is asked, and answers in words.
    func answer(_ message: UserMessage) async throws -> CommandAnswer {
        do {
            return .said(try await carryOut(message))
        } catch let refusal as Refusal {
            return .refused(refusal.message)
        } catch let refused as Registrar.Refused {
            return .refused(refused.refusal.message)
        } catch is Registrar.PersonChanged {
            return .refused("Någon annan lade upp personen samtidigt. Kontrollera med ”samverka user list”.")
        } catch let fault as AccountFault {
            switch fault {
            case .noAccount: return .refused("Personen har inget konto än. Gör en länk med ”samverka user reset”.")
            case .storage:
                return .unavailable(
                    "Kontona går inte att läsa eller skriva just nu. Försök igen, och se serverns logg om det inte hjälper."
                )
            }
        }
    }

    private func carryOut(_ message: UserMessage) async throws -> String {
        switch message {
        case .add(let person):
            try await registrar.keep(person, unlessChangedFrom: nil)
            return person.id.text
        case .list: return try await list()
        case .seat(let seating): return try await take(seating)
        case .reset(let mail, let newFactor, let address): return try await reset(mail, newFactor, address)
        case .disable(let mail, let isDisabled):
            try await accounts.setDisabled(isDisabled, person: person(mail).id.text)
            return isDisabled
                ? "Klart. Kontot är avstängt. De sessioner och länkar som fanns gäller inte längre."
                : "Klart. Kontot är öppet igen."
        }
    }

    private func person(_ mail: String) throws(Refusal) -> Person {
        guard let person = registrar.snapshot.people.person(withMail: mail) else {
            throw Refusal("user.unknown", "Ingen har adressen \(mail.oneLine). Lägg upp personen med ”samverka user add”.")
        }
        return person
    }

    // MARK: The list

    private func list() async throws -> String {
        let snapshot = registrar.snapshot
        let today = clock().swedishDay
        var paragraphs: [String] = []
        for person in snapshot.people.all {
            let status = await accounts.status(of: person.id.text)
            if accounts.trouble != nil { throw AccountFault.storage }
            let seats = snapshot.cooperation.organisation.capacities(of: person.id, on: today).map(\.inWords)
            let lines = [
                person.name.oneLine, "  E-post: \(person.mail.oneLine)", "  Id: \(person.id)",
                "  Platser: \(seats.isEmpty ? "inga" : seats.joined(separator: ", "))", "  Konto: \(status.inWords)",
            ]
            paragraphs.append(lines.joined(separator: "\n"))
        }
        return paragraphs.isEmpty ? "Ingen person är upplagd." : paragraphs.joined(separator: "\n")
    }

    // MARK: Seats

    private func take(_ seating: UserMessage.Seating) async throws -> String {
        let person = try person(seating.mail)
        let today = clock().swedishDay
        let from = seating.from ?? today
        // What begins later is known today; what began before is so from then on, on old pages too.
        let happened = Period.day(min(from, today))
        let reference = Seat.Reference(body: seating.body, seat: seating.seat)
        var requests: [Registrar.Dated] = []
        if let seat = registrar.snapshot.cooperation.organisation.seat(reference),
            seat.closing.map({ from <= $0.last }) ?? true
        {
            if let objection = seating.objection(to: seat) { throw objection }
        } else {
            guard let role = seating.role else { throw Self.noSeat(reference) }
            requests.append(
                .init(EstablishSeat(seating.seat, in: seating.body, role: role, for: seating.municipality), happened)
            )
        }
        requests.append(.init(TakeSeat(reference, by: person.id, from: from, until: seating.until), happened))
        _ = try await registrar.perform(requests, as: .importer, form: Array(seating.form.utf8))
        let until = seating.until.map { " till och med \($0.iso)" } ?? ""
        return "Klart. \(person.mail.oneLine) har platsen \(reference) från och med \(from.iso)\(until)."
    }

    private static func noSeat(_ reference: Seat.Reference) -> Refusal {
        Refusal("user.no-seat", "Platsen \(reference) finns inte. Ange dess roll med --role så läggs den upp.")
    }

    // MARK: Links

    private func reset(_ mail: String, _ newFactor: Bool, _ told: String?) async throws -> String {
        let person = try person(mail)
        if await accounts.status(of: person.id.text).isDisabled {
            throw Refusal("user.disabled", "Kontot är avstängt. Öppna det först med ”samverka user disable --enable”.")
        }
        if newFactor {
            do throws(AccountFault) {
                try await accounts.removeFactor(of: person.id.text)
            } catch .noAccount {
                // Who has no account has no factor to lose.
            }
        }
        let link = try await link(for: person.id, at: told.flatMap { PublicAddress($0) } ?? address())
        return """
            \(link)
            Länken gäller i 15 minuter och fungerar en gång. Lämna den bara till \(person.name.oneLine).
            """
    }

    /// The whole address of a new link by which somebody chooses a password.
    func link(for person: Person.ID, at address: PublicAddress) async throws(AccountFault) -> String {
        let link = try await accounts.makeLink(for: person.text, by: Self.shell)
        return "\(address.text)/logga-in/lank/\(link.token)"
    }

    // MARK: What runs out

    /// Removes what has run out of the accounts, and everything about those whom the vault doesn't know any longer.
    func tidy() async throws {
        try await accounts.sweep()
        // The accounts first: whoever gets one is in the vault by then.
        let known = try await accounts.persons()
        let people = registrar.snapshot.people
        let gone = known.filter { text in Person.ID(text).flatMap { people[$0] } == nil }
        for person in gone { try await accounts.forget(person) }
        if !gone.isEmpty { try await registrar.scrub() }
    }
}

extension UserMessage.Seating {
    /// Why somebody can't mean a seat that there is; nil when they can.
    fileprivate func objection(to known: Seat) -> Refusal? {
        if let role, role != known.facts.role {
            return Refusal(
                "user.other-role",
                "Platsen \(known.reference) finns redan och har rollen \(known.facts.role.rawValue). Utelämna --role."
            )
        }
        if let municipality, municipality != known.facts.municipality {
            let whose = known.facts.municipality.map { "är för \($0)" } ?? "är inte för någon viss kommun"
            return Refusal(
                "user.other-municipality",
                "Platsen \(known.reference) finns redan och \(whose). Utelämna --municipality."
            )
        }
        return nil
    }
}

extension Capacity {
    /// The seat as commands name it, and what bounds it.
    fileprivate var inWords: String {
        let bounds = [isDeputy ? "ställföreträdare" : nil, until.map { "till och med \($0.iso)" }].compactMap { $0 }
        return "\(seat)" + (bounds.isEmpty ? "" : " (\(bounds.joined(separator: ", ")))")
    }
}

extension AccountStatus {
    /// What the account has, on one line.
    fileprivate var inWords: String {
        guard exists else { return "inget" }
        let factor = hasFactor ? "tvåfaktor med \(recoveryCodesLeft) reservkoder kvar" : "ingen tvåfaktor"
        let latest = lastSignedIn.map { "senast inloggad \(Instant(microseconds: $0).written)" } ?? "aldrig inloggad"
        return [isDisabled ? "avstängt" : "öppet", hasPassword ? "lösenord valt" : "inget lösenord", factor, latest]
            .joined(separator: ", ")
    }
}
