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
            Kopian kontrolleras först. Det som enligt datamappens erasures.txt har raderats efter att kopian gjordes raderas igen. Finns det \
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
        let report = Verification.walk(file: file, includingContents: true)
        if let finding = report.finding {
            throw Stop.found("Säkerhetskopian \(file) är skadad. Ingenting har ändrats.\n\(finding.inWords)")
        }
        let manager = FileManager.default
        if manager.fileExists(atPath: folder.database) {
            guard replace else {
                throw Stop.prevented(
                    "Det finns redan en journal i \(folder.path). Välj en tom mapp med --data, eller flytta undan den med --replace."
                )
            }
            try setAside(folder)
        }
        // The copy is made beside and moved into place, so that a stop in the middle leaves no half journal.
        let copy = folder.database + ".restoring"
        try? manager.removeItem(atPath: copy)
        let backup = try Journal(file: file, mode: .readOnly)
        try backup.backup(to: copy)
        let restored = try Journal(file: copy, mode: .readWrite(create: false))
        let applied = try restored.applyErasures(list: folder.erasures)
        try manager.moveItem(atPath: copy, toPath: folder.database)
        Output.line("Klart. Journalen har \(report.tip.position) poster.")
        if applied.erased > 0 { Output.line("\(applied.erased) raderingar som gjordes efter kopian har gjorts om.") }
        if !applied.unreadableLines.isEmpty {
            let lines = applied.unreadableLines.map { "\($0)" }.joined(separator: ", ")
            Output.error("De här raderna i erasures.txt gick inte att läsa: \(lines). Kontrollera dem för hand.")
        }
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
