import ArgumentParser
import Cooperation
import Examples
import HTTPTypes
import Identity
import Import
import Journal
import Logging
import Registry
import Statistics
import Web

/// Renders every kind of page anew, uncompressed: the reading, the model and the markup, without the network.
struct Render: AsyncParsableCommand {
    @Option var folder: String
    @Option var count = 3000

    func run() async throws {
        let clock: @Sendable () -> Instant = { Instant(startOf: Day(number: 20_780)) }
        let registrar = try await Registrar.open(file: "\(folder)/samverka.sqlite", version: "benchmark", clock: clock)
        let files = Example.sodertorn.map { SourceFile(name: $0.name, bytes: $0.bytes) }
        if registrar.snapshot.position == 0 { _ = try await registrar.importing(files, form: nil).get() }
        let figures = Example.comparisons
        let statistics = try StatisticsTable(
            values: figures.values,
            keyFigures: figures.keyFigures,
            areas: figures.areas,
            peers: figures.peers
        )
        let accounts = try Accounts(database: "\(folder)/samverka.sqlite", keyFile: "\(folder)/identity-key") {
            clock().microseconds
        }
        let shown = ShownStatistics(StatisticsVintage(statistics))
        let site = await Site(registrar: registrar, accounts: accounts, statistics: shown, clock: clock) {
            Health(isWell: true, lines: [])
        }
        let frontDoor = FrontDoor(
            FrontDoor.Site(
                // Nothing is kept, or each page would also be compressed for those who come after.
                routes: Routes(
                    site.routes.map { Route($0.method, $0.pattern, reads: $0.reads, formats: $0.formats, handler: $0.handler) }
                ),
                stamp: { Stamp(journalPosition: 0, vaultRevision: 0, vintage: 0, day: 0) },
                errorPage: { page, _ in .text(page.heading) }
            ),
            logger: Logger(label: "benchmark")
        )
        for path in [
            "/", "/program", "/program/2019", "/program/2019/infrastruktur", "/plan", "/plan/2021", "/organisation",
            "/organisation/samarbetskommitten", "/organisation/andra-samarbeten", "/natverk", "/natverk/planeringschefer",
            "/kommuner",
            "/kommuner/haninge", "/konferenser", "/konferenser/radslag", "/konferenser/radslag/2019", "/yttranden",
            "/yttranden/2022-nationell-plan", "/paverkan", "/paverkan/tvarforbindelse-sodertorn", "/dokument",
            "/dokument/samarbetsavtal", "/historik", "/sok", "/sok?fraga=konferens", "/jamforelser",
            "/jamforelser/N15008?kommun=haninge", "/oppna-data", "/tillganglighet", "/om",
        ] {
            let first = await frontDoor.ask(.get, path)
            precondition(first.status == .ok && first.fields[.contentEncoding] == nil)
            for _ in 0..<200 { _ = await frontDoor.ask(.get, path) }
            let size = first.body.count
            for tasks in [1, 2] {
                let duration = await ContinuousClock().measure {
                    await withTaskGroup(of: Void.self) { group in
                        for _ in 0..<tasks {
                            group.addTask {
                                for _ in 0..<count / tasks { _ = await frontDoor.ask(.get, path) }
                            }
                        }
                    }
                }
                report("render \(path) (\(size) bytes), \(tasks) at once", count, duration)
            }
        }
    }
}
