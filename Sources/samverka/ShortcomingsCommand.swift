import ArgumentParser
import Cooperation
import Journal
import Registry

/// Shows what readers have reported as shutting them out.
struct ShortcomingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shortcomings",
        abstract: "Visa de brister i tillgänglighet som läsare har anmält.",
        discussion: """
            Anmälningarna kommer från formuläret på sidan /tillganglighet, den senaste först. De kan innehålla personuppgifter och raderas \
            ett år efter att de kom in.
            """
    )

    @OptionGroup var data: DataOption

    func run() throws {
        let folder = DataFolder(data.path)
        do {
            let shortcomings = try Shortcoming.all(in: Journal(file: folder.database, mode: .readOnly))
            if shortcomings.isEmpty { Output.line("Ingen har anmält någon brist.") }
            for shortcoming in shortcomings { Output.line(shortcoming.inWords) }
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }
}

extension Shortcoming {
    /// The report as a paragraph of lines.
    fileprivate var inWords: String {
        let lines = [
            Instant(microseconds: received).written, "  Brist: \(text.oneLine)", place.map { "  Plats: \($0.oneLine)" },
            contact.map { "  Svar till: \($0.oneLine)" },
        ]
        return lines.compactMap { $0 }.joined(separator: "\n")
    }
}
