import Glibc
import Import
import Journal
import NIOCore
import Registry

/// Why a command stops, in words that say what to do, with the code it exits with.
struct Stop: Error {
    /// Something is wrong with what was asked about: a file is refused, a chain is broken.
    static let found: Int32 = 1
    /// The command couldn't be carried out: no such folder, no room, another server holds it.
    static let prevented: Int32 = 2

    var code: Int32
    var message: String

    /// The command couldn't be carried out.
    static func prevented(_ message: String) -> Stop { Stop(code: prevented, message: message) }

    /// What was asked about is wrong.
    static func found(_ message: String) -> Stop { Stop(code: found, message: message) }

    /// Any error from below, in words.
    static func because(_ error: any Error, folder: DataFolder) -> Stop {
        switch error {
        case let stop as Stop: stop
        case let error as JournalError: .prevented(error.inWords(folder))
        case let fault as OpeningFault: .prevented(fault.inWords)
        case let unavailable as Registrar.Unavailable: .prevented(unavailable.inWords)
        case let error as IOError: .prevented(error.inWords)
        case is SocketPathTooLong:
            .prevented("Sökvägen till \(folder.path) är för lång för en kommandosockel. Välj en datamapp med kortare sökväg.")
        default: .prevented("Kommandot gick inte att utföra: \(error)")
        }
    }
}

extension IOError {
    fileprivate var inWords: String {
        switch errnoCode {
        case EADDRINUSE: "Porten används redan av ett annat program. Välj en annan med --port, eller stoppa det andra programmet."
        case EADDRNOTAVAIL: "Datorn har inte den adressen. Välj en annan med --host."
        case EACCES: "Det krävs högre behörighet för den porten. Välj en port över 1023 med --port."
        default: "Servern kunde inte börja lyssna (fel \(errnoCode)). Kontrollera --host och --port."
        }
    }
}

extension OpeningFault {
    var inWords: String {
        switch self {
        case .laterVersion(let kind, let position, let writtenBy):
            """
            Journalen innehåller en händelse som den här versionen (\(Product.version)) inte känner: ”\(kind)”, post \(position).
            Den skrevs av version \(writtenBy). Kör den versionen eller en senare. Ingenting har ändrats.
            """
        case .unreadableAct(let position, let reason):
            """
            Post \(position) i journalen går inte att läsa (\(reason)).
            Kör ”samverka verify” för att se om filen är skadad, och läs in en säkerhetskopia med ”samverka restore” i så fall.
            """
        }
    }
}

extension JournalError {
    func inWords(_ folder: DataFolder) -> String {
        switch self {
        case .storageFull: "Disken är full. Det som redan är sparat finns kvar. Frigör utrymme och försök igen."
        case .busy: "Databasen är upptagen. Vänta en stund och försök igen."
        case .readOnly: "Det går inte att skriva i \(folder.path). Kontrollera vem som äger mappen."
        case .locked: "En annan process använder redan \(folder.path). Stoppa den först, eller välj en annan mapp med --data."
        case .cannotOpen(let path, let reason): Self.cannotOpen(path, reason)
        case .newerFormat(let found, let known):
            "Databasen har format \(found), men den här versionen känner format \(known). Kör en senare version."
        case .moved: "Journalen ändrades av någon annan samtidigt. Försök igen."
        case .corrupt:
            "Databasen är skadad, eller filen är ingen databas. Kör ”samverka verify”, och läs in en säkerhetskopia med ”samverka restore”."
        case .other(let code, let message): "Databasen svarade med fel \(code): \(message)"
        }
    }
}

extension JournalError {
    /// What is wrong with a file, as the end of a sentence about it.
    func inWords(of file: String) -> String {
        switch self {
        case .cannotOpen: "\(file) går inte att öppna."
        case .corrupt: "\(file) är skadad, eller ingen databas."
        case .busy: "\(file) är upptagen av en annan process."
        default: "\(file) svarade med ett fel (\(self))."
        }
    }

    private static func cannotOpen(_ path: String, _ reason: String) -> String {
        switch reason {
        case "the folder is not empty": "Mappen \(path) är inte tom. Välj en tom mapp, eller en som inte finns."
        case "there is a file already": "Filen \(path) finns redan och skrivs inte över. Välj ett annat namn."
        case "others than its owner may read it; chmod 600":
            "Nyckeln \(path) kan läsas av andra än ägaren, och då bevisar den ingenting. Kör chmod 600 på den, eller byt nyckel."
        case "it is not a signing key":
            "Filen \(path) är ingen nyckel. Lägg tillbaka den rätta, eller flytta undan filen så görs en ny."
        default: "\(path) går inte att öppna. Kontrollera att mappen finns och att du har behörighet."
        }
    }
}

/// Where commands write.
enum Output {
    /// A line for the one who runs the command, or for the program that reads it.
    static func line(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    /// A line about what went wrong.
    static func error(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array((text + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
