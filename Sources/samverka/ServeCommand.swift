import ArgumentParser
import Cooperation
import DocumentTools
import Examples
import Glibc
import Identity
import Import
import Journal
import Logging
import Registry
import SeriesStore
import ServiceLifecycle
import Synchronization
import Web

/// Starts the site on a data folder.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Starta webbplatsen.",
        discussion: """
            En tom datamapp fylls med exemplet Södertörn. Programmet skriver en rad med sin adress när det är klart att ta emot besök, och \
            avslutar i lugn och ro på Ctrl-C eller SIGTERM. Har ingen loggat in som exemplets utvecklingsledare skriver det också en rad med \
            en engångslänk dit.
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

    @Option(
        help: ArgumentHelp(
            "IP-adressen till en proxy framför servern. Dess fält X-Forwarded-For avgör vem som räknas vid misslyckade inloggningar.",
            valueName: "adress"
        )
    )
    var proxy: String?

    @Flag(help: "Fyll inte en tom datamapp med exemplet.")
    var empty = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("Porten \(port) finns inte. Välj ett tal mellan 0 och 65535.")
        }
        if let address, PublicAddress(address) == nil {
            throw ValidationError(Self.wrongAddress(address))
        }
        if let proxy, NetworkAddress.normal(proxy) == nil {
            throw ValidationError("Adressen \(proxy) ska vara en IP-adress, till exempel 127.0.0.1.")
        }
    }

    /// What is said of an address that readers couldn't reach anything by.
    static func wrongAddress(_ address: String) -> String {
        "Adressen \(address) ska vara som https://samverkan.se, utan något efter."
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
        let registrar = try await Registrar.open(
            file: folder.database,
            version: Product.version,
            erasuresFile: folder.erasures,
            clock: clock
        )
        if !empty { try await fill(registrar, on: clock().swedishDay) }
        let watch = Watch(file: folder.database, headsFile: folder.heads, trusted: key.publicKey) { state in
            switch state {
            case .broken(let finding):
                logger.critical("the journal is not as it was written", metadata: ["finding": "\(finding)"])
            default: logger.debug("the journal was verified", metadata: ["state": "\(state)"])
            }
        }
        let shownHost = host.contains(":") ? "[\(host)]" : host
        let publicAddress = PublicAddress(address ?? "http://\(shownHost):\(port)") ?? .local
        // The port is known for certain when the server listens: 0 takes a free one.
        let reached = Mutex(publicAddress)
        let accounts = try Accounts(database: folder.database, keyFile: folder.identityKey) { clock().microseconds }
        let desk = UserDesk(registrar: registrar, accounts: accounts, clock: clock) { reached.withLock { $0 } }
        let shelf = try StatisticsShelf(StatisticsFolder(data: folder.path))
        let socket = try await CommandSocket(
            path: folder.socket,
            registrar: registrar,
            users: { try await desk.answer($0) },
            newStatistics: { await shelf.show() },
            logger: logger
        )
        let site = await Site(
            registrar: registrar,
            accounts: accounts,
            address: publicAddress,
            isTraining: registrar.isTraining,
            trustedProxy: proxy,
            statistics: shelf.shown,
            documentTools: DocumentTools.found(),
            clock: clock
        ) {
            Health(watch.state, registrar.unavailable, damaged: shelf.damaged)
        }
        var configuration = Server.Configuration()
        configuration.host = host
        configuration.port = port
        let server = Server(site.frontDoor(logger: logger), configuration: configuration, logger: logger) { [address] port in
            Output.line("Samverka är igång: http://\(shownHost):\(port)/")
            let here = PublicAddress(address ?? "http://\(shownHost):\(port)") ?? publicAddress
            reached.withLock { $0 = here }
            if let person = await ExampleSeats.waitingDevelopmentLeader(desk),
                let link = try? await desk.link(for: person.id, at: here)
            {
                Output.line("Logga in som exemplets utvecklingsledare: \(link)  (gäller i 15 minuter, fungerar en gång)")
            }
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
                    afterwards: { try await desk.tidy() },
                    logger: logger
                ),
                socket,
            ]
        )
        await accounts.close()
        await registrar.close()
    }

    /// Fills an empty journal with the example and its seats, or goes on with a start that was broken off between them.
    private func fill(_ registrar: Registrar, on today: Day) async throws {
        let form = Array("example.sodertorn".utf8)
        if registrar.progress.position == 0 {
            let files = Example.sodertorn.map { SourceFile(name: $0.name, bytes: $0.bytes) }
            switch try await registrar.importing(files, form: form) {
            case .success: Output.error("Datamappen var tom och har fyllts med exemplet Södertörn.")
            case .failure(let faults): throw Stop.found("Exemplet gick inte att läsa in.\n\(faults)")
            }
        }
        // Whoever has gone on from the example gets no seats that they haven't asked for.
        guard try await registrar.answered(form)?.last == registrar.progress.position else { return }
        do {
            try await ExampleSeats.setUp(registrar, on: today)
        } catch let refused as Registrar.Refused {
            throw Stop.found("Exemplets platser gick inte att lägga upp. \(refused.refusal.message)")
        }
    }
}

extension Health {
    /// The health of an installation, from what is known of its journal and of its statistics.
    ///
    /// Damaged statistics are told, but the server still does what it is for.
    init(_ verification: Watch.State, _ trouble: Registrar.Unavailable?, damaged: Int) {
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
        if damaged > 0 { lines.append("statistik: \(damaged) nyckeltal är skadade på disken och visas inte") }
        self.init(isWell: isWell, lines: lines)
    }
}
