import ArgumentParser
import Cooperation
import FoundationEssentials
import Identity
import Journal
import Registry
import Web

/// People and how they sign in, from the installation's own shell.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Lägg upp personer, ge dem platser och hjälp dem att logga in.",
        discussion: """
            Den första personen läggs upp härifrån: user add, sedan user seat, sedan user reset. Länken som user reset skriver öppnas i \
            personens webbläsare. Kommandona fungerar både när servern är igång och när den inte är det. Inget hemligt anges på \
            kommandoraden.
            """,
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserSeatCommand.self, UserResetCommand.self, UserDisableCommand.self,
        ]
    )
}

/// Adds a person.
struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Lägg upp en person. Skriver personens id.",
        discussion: """
            Personen sparas i valvet och inte i journalen. Den som inte får en plats inom 90 dagar raderas. Ange aldrig personnummer.
            """
    )

    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp("Personens namn.", valueName: "namn"))
    var name: String

    @OptionGroup var mail: MailOption

    @Option(help: ArgumentHelp("Telefonnummer till arbetet.", valueName: "nummer"))
    var telephone: String?

    @Flag(help: "Namnet får visas för alla där personen har en plats.")
    var showsName = false

    func run() async throws {
        let person = Person(
            id: Registrar.newPersonID(),
            name: name,
            mail: mail.mail,
            telephone: telephone,
            showsName: showsName
        )
        try await UserErrand(folder: data.folder).carryOut(.add(person))
    }
}

/// Lists everybody.
struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Visa alla personer med platser i dag och kontots läge."
    )

    @OptionGroup var data: DataOption

    func run() async throws {
        try await UserErrand(folder: data.folder).carryOut(.list)
    }
}

/// Gives somebody a seat.
struct UserSeatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seat",
        abstract: "Ge en person en plats i ett organ.",
        discussion: """
            Den som har platsen lämnar den dagen före. Finns platsen inte läggs den upp, och då behövs dess roll. Det registreras i \
            journalen som gjort från skalet.
            """
    )

    @OptionGroup var data: DataOption

    @OptionGroup var mail: MailOption

    @Option(help: ArgumentHelp("Organet, som det står i dess adress.", valueName: "organ"))
    var body: Body.ID

    @Option(help: ArgumentHelp("Platsen i organet, till exempel utvecklingsledare.", valueName: "plats"))
    var seat: Seat.ID

    @Option(help: ArgumentHelp("Vad den som har platsen är i organet, om platsen inte finns.", valueName: "roll"))
    var role: Seat.Role?

    @Option(help: ArgumentHelp("Kommunen som platsen är för, som den står i kommunens adress.", valueName: "kommun"))
    var municipality: Municipality.ID?

    @Option(help: ArgumentHelp("Första dagen, till exempel 2026-11-23; annars i dag.", valueName: "dag"))
    var from: Day?

    @Option(help: ArgumentHelp("Sista dagen.", valueName: "dag"))
    var until: Day?

    func run() async throws {
        let seating = UserMessage.Seating(
            mail: mail.mail,
            body: body,
            seat: seat,
            role: role,
            municipality: municipality,
            from: from,
            until: until,
            // The id is new each time: it guards against a broken connection, not against giving the seat again.
            form: Digest(of: Random.bytes(32)).hex
        )
        try await UserErrand(folder: data.folder).carryOut(.seat(seating))
    }
}

/// Makes a link by which somebody chooses a password.
struct UserResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Gör en engångslänk där personen väljer lösenord.",
        discussion: """
            Länken gäller i 15 minuter och fungerar en gång, i den webbläsare som först öppnar den. Tidigare länkar slutar gälla. Lämna den \
            bara till den som den är för: den som har länken kan välja lösenordet.
            """
    )

    @OptionGroup var data: DataOption

    @OptionGroup var mail: MailOption

    @Flag(help: "Ta också bort personens tvåfaktor, så att en ny app kopplas vid nästa inloggning.")
    var newFactor = false

    @Option(
        help: ArgumentHelp(
            "Adressen som läsare når webbplatsen på; annars den som servern har, eller http://127.0.0.1:8080.",
            valueName: "adress"
        )
    )
    var address: String?

    func validate() throws {
        if let address, PublicAddress(address) == nil { throw ValidationError(ServeCommand.wrongAddress(address)) }
    }

    func run() async throws {
        try await UserErrand(folder: data.folder).carryOut(.reset(mail: mail.mail, newFactor: newFactor, address: address))
    }
}

/// Shuts an account, or opens it again.
struct UserDisableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Stäng av en persons konto, eller öppna det igen.",
        discussion: "Personen loggas ut överallt. Platserna finns kvar; de lämnas på webbplatsen."
    )

    @OptionGroup var data: DataOption

    @OptionGroup var mail: MailOption

    @Flag(help: "Öppna kontot igen.")
    var enable = false

    func run() async throws {
        try await UserErrand(folder: data.folder).carryOut(.disable(mail: mail.mail, isDisabled: !enable))
    }
}

/// Whom a command is about.
struct MailOption: ParsableArguments {
    @Option(help: ArgumentHelp("Personens e-postadress.", valueName: "adress"))
    var mail: String
}

/// Has something done about people, by the server that holds the folder or, when there is none, here.
private struct UserErrand {
    let folder: DataFolder

    func carryOut(_ message: UserMessage) async throws {
        do {
            let answer: CommandAnswer
            if let given = try await CommandConnection.ask(CommandMessage(message), at: folder.socket) {
                answer = given
            } else {
                answer = try await directly(message)
            }
            if let refused = answer.refused { throw Stop.found(refused) }
            if let unavailable = answer.unavailable { throw Stop.prevented(unavailable) }
            if let said = answer.said { Output.line(said) }
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }

    private func directly(_ message: UserMessage) async throws -> CommandAnswer {
        // Without this the folder would get a journal, and no server would fill it with the example any more.
        guard FileManager.default.fileExists(atPath: folder.database) else {
            throw Stop.prevented(
                "Det finns ingen journal i \(folder.path). Starta servern eller läs in filer först, eller ange mappen med --data."
            )
        }
        try folder.create()
        let lock = try folder.hold()
        let clock = SystemClock.now
        let registrar = try await Registrar.open(
            file: folder.database,
            version: Product.version,
            erasuresFile: folder.erasures,
            clock: clock
        )
        let accounts = try Accounts(database: folder.database, keyFile: folder.identityKey) { clock().microseconds }
        let desk = UserDesk(registrar: registrar, accounts: accounts, clock: clock) { .shell }
        let before = registrar.progress.position
        let answer = try await desk.answer(message)
        if registrar.progress.position > before {
            do {
                try await registrar.signHead(with: try SigningKey(file: folder.signingKey), to: folder.heads)
            } catch {
                // What was asked for is done and on disk; the head is signed at the next start.
                Output.error("Kedjans slut kunde inte undertecknas nu. Det görs när servern startar.")
            }
        }
        await accounts.close()
        await registrar.close()
        extendLifetime(lock)
        return answer
    }
}

extension PublicAddress {
    /// Where a server that is told nothing else is reached from its own machine.
    fileprivate static var shell: PublicAddress { PublicAddress("http://127.0.0.1:8080") ?? .local }
}

// MARK: Words of the core on the command line

extension Identifier: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Seat.Role: ExpressibleByArgument {}
