import ArgumentParser
import Cooperation
import Registry

/// How many acts a second are acknowledged: decided, written and on disk, each in answer to a request of its own.
struct Acknowledge: AsyncParsableCommand {
    @Option var folder: String
    @Option var count = 4000
    @Option var waiting = 32

    func run() async throws {
        let clock: @Sendable () -> Instant = { Instant(microseconds: 1_795_000_000_000_000) }
        let registrar = try await Registrar.open(file: "\(folder)/samverka.sqlite", version: "benchmark", clock: clock)
        let day = Day(number: 10_000)
        if registrar.snapshot.position == 0, let id = Municipality.ID("haninge") {
            _ = try await registrar.perform(
                RegisterMunicipality(id: id, name: "Haninge", officialName: "Haninge kommun", code: "0136"),
                happened: .day(day.adding(days: -1)),
                as: .importer
            )
        }
        guard let haninge = Municipality.ID("haninge") else { return }
        let start = Int(registrar.snapshot.position)
        let duration = try await ContinuousClock().measure {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<waiting {
                    group.addTask {
                        for number in stride(from: worker, to: count, by: waiting) {
                            _ = try await registrar.perform(
                                RecordPopulation(municipality: haninge, count: 1000 + number, remarks: ["Uppgift \(number)"]),
                                happened: .day(day),
                                as: .importer,
                                form: Array("\(start + number)".utf8)
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        report("acknowledged with \(waiting) waiting", count, duration)
    }
}
