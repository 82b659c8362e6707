import ArgumentParser
import Cooperation
import FoundationEssentials
import Journal
import Registry

/// Writes what is public as one file in an open format.
struct ExportCommand: AsyncParsableCommand {
    /// The formats there are.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Skriv ut det som är offentligt i ett öppet format.",
        discussion: """
            Exporten innehåller kedjan med varje händelse och de texter som visas för allmänheten. Filer är upptagna men följer inte med. Det \
            som har dragits tillbaka är utelämnat, men kedjan går ändå att följa. Den skrivs på standard ut, eller i en fil med --output.
            """
    )

    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp("Formatet: json.", valueName: "format"))
    var format: Format

    @Option(help: ArgumentHelp("Filen som exporten skrivs till.", valueName: "fil"))
    var output: String?

    func run() async throws {
        let folder = DataFolder(data.path)
        do {
            let journal = try Journal(file: folder.database, mode: .readOnly)
            let bytes = try await PublicExport(journal, on: SystemClock.now().swedishDay).json()
            if let output {
                try Data(bytes).write(to: URL(filePath: output), options: .withoutOverwriting)
                Output.line("Klart. Exporten finns i \(output).")
            } else {
                Output.line(String(decoding: bytes, as: UTF8.self))
            }
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw Stop.prevented("Filen \(output ?? "") finns redan och skrivs inte över. Välj ett annat namn.")
        } catch is CocoaError {
            throw Stop.prevented(
                "Filen \(output ?? "") går inte att skriva. Kontrollera att mappen finns och att det finns plats."
            )
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }
}
