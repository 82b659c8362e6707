import ArgumentParser
import Journal

/// Makes a verified copy of everything that is to be kept.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Gör en säkerhetskopia, också medan servern är igång.",
        discussion: """
            Kopian är en enda fil. Den kontrolleras innan kommandot säger att den är klar, och en fil som redan finns skrivs aldrig över. \
            Personer och konton följer med, men inte inloggade sessioner, länkar eller utkast. \
            Spara filerna heads.txt och erasures.txt på ett annat ställe än kopian, och nyckeln identity-key på ett tredje.
            """
    )

    @OptionGroup var data: DataOption

    @Argument(help: ArgumentHelp("Filen som kopian skrivs till.", valueName: "fil"))
    var file: String

    func run() throws {
        let folder = DataFolder(data.path)
        do {
            let journal = try Journal(file: folder.database, mode: .readOnly)
            let tip = try journal.tip
            try journal.backup(to: file)
            Output.line("Klart. \(file) innehåller journalen till och med minst post \(tip.position), och den är kontrollerad.")
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }
}
