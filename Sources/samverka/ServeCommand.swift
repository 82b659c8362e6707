import ArgumentParser
import Cooperation
import Examples
import Glibc
import Import
import Journal
import Logging
import Registry
import ServiceLifecycle
import Statistics
import Web

/// Starts the site on a data folder.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Starta webbplatsen.",
        discussion: """
            En tom datamapp fylls med exemplet Södertörn. Programmet skriver en rad med sin adress när det är klart att ta emot besök, och \
            avslutar i lugn och ro på Ctrl-C eller SIGTERM.
            """
    )

    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp("Adressen som servern lyssnar på.", valueName: "adress"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("Porten som servern lyssnar på; 0 tar en ledig.", valueName: "port"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "Adressen som läsare når webbplatsen på, till exempel https://samverkan.se. Den står i flöden och kalendrar.",
            valueName: "adress"
        )
    )
    var address: String?

    @Flag(help: "Fyll inte en tom datamapp med exemplet.")
    var empty = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("Porten \(port) finns inte. Välj ett tal mellan 0 och 65535.")
        }
        if let address, PublicAddress(address) == nil {
            throw ValidationError("Adressen \(address) ska vara som https://samverkan.se, utan något efter.")
        }
    }

    func run() async throws {
        // What the program makes is for its own user alone, from the first moment.
        umask(0o077)
        let folder = DataFolder(data.path)
        do {
            try folder.create()
            let lock = try folder.hold()
            try await serve(folder)
            extendLifetime(lock)
        } catch {
            throw Stop.because(error, folder: folder)
        }
    }

    private func serve(_ folder: DataFolder) async throws {
        let logger = Logger(label: "samverka") { _ in StreamLogHandler.standardError(label: "samverka") }
        let clock = SystemClock.now
        let key = try SigningKey(file: folder.signingKey)
        let registrar = try await Registrar.open(file: folder.database, version: Product.version, clock: clock)
        if !empty, registrar.snapshot.timeline.count == 0 { try await fill(registrar) }
        let watch = Watch(file: folder.database, headsFile: folder.heads, trusted: key.publicKey) { state in
            switch state {
            case .broken(let finding):
                logger.critical("the journal is not as it was written", metadata: ["finding": "\(finding)"])
            default: logger.debug("the journal was verified", metadata: ["state": "\(state)"])
            }
        }
        let socket = try await CommandSocket(path: folder.socket, registrar: registrar, logger: logger)
        let shownHost = host.contains(":") ? "[\(host)]" : host
        let publicAddress = PublicAddress(address ?? "http://\(shownHost):\(port)") ?? .local
        let site = await Site(
            registrar: registrar,
            address: publicAddress,
            statistics: try Self.statistics(),
            clock: clock
        ) {
            Health(watch.state, registrar.unavailable)
        }
        var configuration = Server.Configuration()
        configuration.host = host
        configuration.port = port
        let server = Server(site.frontDoor(logger: logger), configuration: configuration, logger: logger) { port in
            Output.line("Samverka är igång: http://\(shownHost):\(port)/")
        }
        try await server.run(
            beside: [
                watch,
                Midnight(
                    registrar: registrar,
                    key: key,
                    headsFile: folder.heads,
                    erasuresFile: folder.erasures,
                    clock: clock,
                    logger: logger
                ),
                socket,
            ]
        )
        await registrar.close()
    }

    /// The statistics that come with the program.
    private static func statistics() throws -> StatisticsTable {
        let files = Example.comparisons
        do throws(StatisticsFaults) {
            return try StatisticsTable(
                values: files.values,
                keyFigures: files.keyFigures,
                areas: files.areas,
                peers: files.peers
            )
        } catch {
            throw Stop.found("Statistiken i programmet gick inte att läsa.\n\(error)")
        }
    }

    private func fill(_ registrar: Registrar) async throws {
        let files = Example.sodertorn.map { SourceFile(name: $0.name, bytes: $0.bytes) }
        switch try await registrar.importing(files, form: Array("example.sodertorn".utf8)) {
        case .success: Output.error("Datamappen var tom och har fyllts med exemplet Södertörn.")
        case .failure(let faults): throw Stop.found("Exemplet gick inte att läsa in.\n\(faults)")
        }
    }
}

extension Health {
    /// The health of an installation, from what is known of its journal.
    init(_ verification: Watch.State, _ trouble: Registrar.Unavailable?) {
        var lines: [String] = []
        var isWell = true
        switch verification {
        case .notBegun: lines.append("journal: kontrollen har inte börjat")
        case .verifying(let entries): lines.append("journal: kontrolleras, \(entries) poster hittills")
        case .whole(let entries): lines.append("journal: hel, \(entries) poster kontrollerade vid start")
        case .stopped: lines.append("journal: kontrollen avbröts")
        case .broken(let finding):
            isWell = false
            lines.append("journal: \(finding.inWords)")
        }
        if let trouble {
            isWell = false
            lines.append("skrivning: \(trouble.inWords)")
        } else {
            lines.append("skrivning: möjlig")
        }
        self.init(isWell: isWell, lines: lines)
    }
}
