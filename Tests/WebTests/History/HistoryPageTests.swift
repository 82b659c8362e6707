import Cooperation
import HTTPTypes
import Journal
import Registry
import Testing

@testable import Web

@Suite("The journal's signed heads in public") struct HistoryPageTests {
    struct Page: Decodable {
        struct Head: Decodable {
            var day: String
            var position: Int64
            var hash: String
            var line: String
        }
        var heads: [Head]
        var chainEnd: String?
    }

    @Test("page, JSON and file have the same heads, which hold for the journal")
    func heads() async throws {
        let site = try await Exhibit(on: "2026-11-21", files: Place.files(in: Place.package + "/Examples/sodertorn"))
        #expect(try await site.json("/historik.json", as: Page.self).page.heads.isEmpty)
        let (key, file) = (SigningKey.generate(), site.path + "/heads.txt")
        for day in ["2026-11-21", "2026-11-22", "2026-11-22", "2026-11-23"] {
            let today = try #require(Day(day))
            site.set(Instant(startOf: today))
            let figure = RecordPopulation(municipality: nil, count: 1)
            _ = try await site.registrar.perform(figure, happened: .day(today), as: .importer)
            try await site.registrar.signHead(with: key, to: file)
        }
        let page = try await site.json("/historik.json", as: Page.self).page
        #expect(page.heads.map(\.day) == ["2026-11-23", "2026-11-22", "2026-11-21"])
        #expect(page.chainEnd == site.registrar.snapshot.chainEnd && page.chainEnd == page.heads.first?.hash)
        let table = try #require(ReadPage(await site.page("/historik")).tables.last)
        #expect(table.dropFirst().map { [$0[1].figures.map(Int64.init), nil] } == page.heads.map { [$0.position, nil] })
        #expect(table.dropFirst().map { $0[2] } == page.heads.map(\.hash))

        let text = await site.page("/historik.txt")
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines == page.heads.reversed().map(\.line))
        let heads = lines.compactMap { Head(line: $0) }
        #expect(heads.count == 3 && heads.allSatisfy { $0.isSigned })
        #expect(Verification.walk(file: site.path + "/samverka.sqlite", heads: heads, trusted: key.publicKey).isWhole)
        // The newest is asked for anew each time, whoever asks.
        #expect(await site.door.ask(.get, "/historik.txt").fields[.cacheControl] == "no-store")
    }

    @Test("says how to check, in both languages, also before anything is signed")
    func words() async throws {
        let site = try await Exhibit(files: [])
        for query in ["", "?sprak=en"] { #expect(await site.page("/historik" + query).holds("verify.py")) }
    }
}
