import Cooperation
import Registry
import Testing

@testable import Web

extension Exhibit {
    /// Records some requests, each of them today.
    func record(_ requests: any Request...) async throws {
        let dated = requests.map { Registrar.Dated($0, .day(now.swedishDay)) }
        _ = try await registrar.perform(dated, as: .importer)
    }

    /// Everything there is, as it is now.
    func reading() throws -> Reading {
        let snapshot = registrar.snapshot
        let today = now.swedishDay
        return Reading(
            PublicView(unguarded: snapshot.cooperation, known: snapshot.timeline, on: today),
            texts: snapshot.texts,
            language: .swedish,
            today: today
        )
    }
}
