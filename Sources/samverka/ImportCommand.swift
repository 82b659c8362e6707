import ArgumentParser
import Cooperation
import FoundationEssentials
import Import
import Journal
import Registry

/// Reads files into the journal, as a whole or not at all.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Läs in filer med samverkans uppgifter, som kommuner, organ, program och konferenser.",
        discussion: """
            I en textfil (.txt) kan stå samverkan, kommuner, yttre ramar, program, organ, nätverk, andra samarbeten, styrdokument, \
            konferensserier, konferenser, yttranden, satsningar, prioriteringslistor och verksamhetsplaner. Folkmängd står i en \
            tabell (.csv). Formatet beskrivs i Examples/README.md.

            Ordningen mellan filerna spelar ingen roll. Är något fel i någon av filerna läses ingenting in, och varje fel visas \
            med fil och rad. \
            Kommandot fungerar både när servern är igång och när den inte är det.
            """
    )

    @OptionGroup var data: DataOption

    @Argument(help: ArgumentHelp("Filerna som ska läsas in.", valueName: "fil"))
    var files: [String]

    func run() async throws {
        let folder = DataFolder(data.path)
        do {
            let files = try files.map { try SourceFile(path: $0) }
            // The id is new each time: it guards against a broken connection, not against reading the same files in twice.
            let form = Digest(of: Random.bytes(32)).hex
            if let answer = try await askServer(files, form: form, folder) {
                try report(answer)
            } else {
                try await importDirectly(files, form: form, folder)
            }
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }

    private func askServer(_ files: [SourceFile], form: String, _ folder: DataFolder) async throws -> CommandAnswer? {
        let message = CommandMessage(
            importing: try files.map { file in
                guard let text = String(validating: file.bytes, as: UTF8.self) else {
                    throw Stop.found("\(file.name) är inte text i UTF-8. Spara om filen som UTF-8.")
                }
                return CommandMessage.File(name: file.name, text: text)
            },
            form: form
        )
        return try await CommandConnection.ask(message, at: folder.socket)
    }

    private func importDirectly(_ files: [SourceFile], form: String, _ folder: DataFolder) async throws {
        try folder.create()
        let lock = try folder.hold()
        let key = try SigningKey(file: folder.signingKey)
        let registrar = try await Registrar.open(file: folder.database, version: Product.version, clock: SystemClock.now)
        switch try await registrar.importing(files, form: Array(form.utf8)) {
        case .success(let receipt):
            Output.line(Self.done(receipt.positions.count))
            do {
                try await registrar.signHead(with: key, to: folder.heads)
            } catch {
                // What was asked for is done and on disk; the head is signed at the next start.
                Output.error("Kedjans slut kunde inte undertecknas nu. Det görs när servern startar.")
            }
        case .failure(let faults):
            throw Stop.found("\(faults)\nIngenting har lästs in.")
        }
        await registrar.close()
        extendLifetime(lock)
    }

    private func report(_ answer: CommandAnswer) throws {
        if let faults = answer.faults {
            let listed = ImportFaults(
                faults: faults.map { ImportFault(file: $0.file, line: $0.line, message: $0.message) },
                filesWithMore: answer.filesWithMore ?? []
            )
            throw Stop.found("\(listed)\nIngenting har lästs in.")
        }
        if let unavailable = answer.unavailable { throw Stop.prevented(unavailable) }
        Output.line(Self.done(Int(answer.recorded ?? 0)))
    }

    private static func done(_ count: Int) -> String {
        count == 1 ? "Klart. En post har lagts till i journalen." : "Klart. \(count) poster har lagts till i journalen."
    }
}

extension SourceFile {
    /// A file on the disk.
    init(path: String) throws {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw Stop.prevented("Filen \(path) går inte att läsa. Kontrollera namnet och behörigheten.")
        }
        self.init(name: path.split(separator: "/").last.map(String.init) ?? path, bytes: Array(data))
    }
}
