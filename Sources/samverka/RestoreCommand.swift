import ArgumentParser
import Cooperation
import FoundationEssentials
import Journal

/// Puts a backup in the place of a data folder's journal.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Läs in en säkerhetskopia i en tom datamapp.",
        discussion: """
            Kopian kontrolleras först. Personer och konton kommer tillbaka, men alla får logga in på nytt, och länkar och utkast finns inte \
            med. Lägg filen identity-key i mappen, annars fungerar ingens tvåfaktor. Det som enligt datamappens erasures.txt har raderats efter att kopian gjordes raderas igen. Finns det \
            redan en journal i mappen flyttas den åt sidan med --replace; den tas inte bort.
            """
    )

    @OptionGroup var data: DataOption

    @Flag(help: "Flytta undan den journal som finns i mappen.")
    var replace = false

    @Argument(help: ArgumentHelp("Säkerhetskopian.", valueName: "fil"))
    var file: String

    func run() throws {
        let folder = DataFolder(data.path)
        do {
            try folder.create()
            let lock = try folder.hold()
            try restore(to: folder)
            extendLifetime(lock)
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }

    private func restore(to folder: DataFolder) throws {
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw Stop.prevented("Säkerhetskopian \(file) går inte att läsa. Kontrollera namnet och behörigheten.")
        }
        let report = Verification.walk(file: file, includingContents: true)
        if let finding = report.finding {
            throw Stop.found("Säkerhetskopian \(file) är skadad. Ingenting har ändrats.\n\(finding.inWords)")
        }
        let manager = FileManager.default
        let isOccupied = manager.fileExists(atPath: folder.database)
        guard replace || !isOccupied else {
            throw Stop.prevented(
                "Det finns redan en journal i \(folder.path). Välj en tom mapp med --data, eller flytta undan den med --replace."
            )
        }
        // The copy is made beside and moved into place, so that a stop in the middle leaves no half journal.
        let copy = folder.database + ".restoring"
        for leftover in ["", "-wal", "-shm"] { try? manager.removeItem(atPath: copy + leftover) }
        let (applied, factors) = try makeCopy(at: copy, erasures: folder.erasures)
        // The old journal goes aside only when the new one lies ready.
        if isOccupied { try setAside(folder) }
        try manager.moveItem(atPath: copy, toPath: folder.database)
        Output.line("Klart. Journalen har \(report.tip.position) poster.")
        if applied.erased > 0 { Output.line("\(applied.erased) raderingar som gjordes efter kopian har gjorts om.") }
        if !applied.unreadableLines.isEmpty {
            let lines = applied.unreadableLines.map { "\($0)" }.joined(separator: ", ")
            Output.error("De här raderna i erasures.txt gick inte att läsa: \(lines). Kontrollera dem för hand.")
        }
        if factors > 0, !manager.fileExists(atPath: folder.identityKey) {
            Output.error(
                "Kopian har konton med tvåfaktor, men nyckeln identity-key finns inte i \(folder.path). Lägg den där innan servern startas."
            )
        }
    }

    /// Copies the backup and erases again what has been erased since; the database is closed, and so one file, when this returns.
    ///
    /// - Returns: what was erased, and how many people in the copy have a second factor.
    private func makeCopy(at path: String, erasures: String) throws -> (AppliedErasures, factors: Int) {
        try Journal(file: file, mode: .readOnly).backup(to: path)
        let copy = try Journal(file: path, mode: .readWrite(create: false))
        defer { extendLifetime(copy) }
        return (try copy.applyErasures(list: erasures), try copy.factorCount)
    }

    private func setAside(_ folder: DataFolder) throws {
        let mark = ".\(SystemClock.now().microseconds / 1_000_000)"
        for suffix in ["", "-wal", "-shm"] {
            let path = folder.database + suffix
            guard FileManager.default.fileExists(atPath: path) else { continue }
            try FileManager.default.moveItem(atPath: path, toPath: folder.database + mark + suffix)
        }
        Output.error("Den gamla journalen ligger kvar som \(folder.database)\(mark).")
    }
}
