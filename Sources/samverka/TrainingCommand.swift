import ArgumentParser
import FoundationEssentials
import Journal

/// Makes a training copy: the whole system with today's data, to try things on.
struct TrainingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training",
        abstract: "Gör en övningskopia av hela systemet.",
        discussion: """
            Kopian läggs i en ny mapp och startas som vanligt: samverka serve --data mapp --port 8081. Varje sida säger att det är en \
            övningskopia, sökmotorer ombeds att låta den vara, och den skickar ingenting ut. Kommandot fungerar också när servern är igång, \
            och rör inte originalet.

            Personer och konton följer med, så att alla loggar in i kopian som vanligt. Inloggade sessioner, länkar och utkast följer inte \
            med. Även nyckeln till tvåfaktorerna (identity-key) kopieras, annars skulle ingens app fungera i kopian. Därför är kopian lika \
            hemlig som originalet: skydda mappen lika väl, och ta bort den när övningen är slut. Kopian undertecknar med en egen nyckel.
            """
    )

    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp("Mappen som kopian läggs i. Den ska vara tom eller inte finnas.", valueName: "mapp"))
    var to: String

    func run() throws {
        let folder = DataFolder(data.path)
        do {
            guard FileManager.default.fileExists(atPath: folder.database) else {
                throw Stop.prevented("Det finns ingen journal i \(folder.path). Ange mappen med --data.")
            }
            try folder.makeTrainingCopy(in: DataFolder(to))
            Output.line("Klart. Övningskopian finns i \(to). Den är lika hemlig som originalet.")
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }
}
