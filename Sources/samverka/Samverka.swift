import ArgumentParser
import Journal

/// The program: one binary with one command for each thing that is done to an installation.
@main
struct Samverka: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samverka",
        abstract: "Driver ett samarbete mellan kommuner: vad de är överens om, vem som har beslutat det och vad som blev av det.",
        version: Product.version,
        subcommands: [
            ServeCommand.self, ImportCommand.self, ExportCommand.self, VerifyCommand.self, BackupCommand.self,
            RestoreCommand.self, TrainingCommand.self, UserCommand.self, ShortcomingsCommand.self, StatisticsCommand.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let stop as Stop {
            Output.error(stop.message)
            exit(withError: ExitCode(stop.code))
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            let code = exitCode(for: error)
            let message = SwedishHelp.translate(fullMessage(for: error))
            if code.isSuccess { Output.line(message) } else { Output.error(message) }
            exit(withError: code)
        }
    }
}

/// What the program says of itself.
enum Product {
    /// The version; noted in the journal with what it writes.
    static let version = "0.1.0"
}

/// The data folder that a command works on.
struct DataOption: ParsableArguments {
    @Option(name: .customLong("data"), help: ArgumentHelp("Mappen med installationens data.", valueName: "mapp"))
    var path = "./data"

    /// The folder.
    var folder: DataFolder { DataFolder(path) }
}
