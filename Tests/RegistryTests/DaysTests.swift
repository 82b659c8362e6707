import Cooperation
import Testing

@testable import Journal
@testable import Registry

@Suite("Midnights") struct DaysTests {
    private let folder = TemporaryFolder()
    private let clock: Clock

    init() throws { clock = try Clock("2026-11-23") }

    private func notices(_ registrar: Registrar) -> [String] {
        var notices: [String] = []
        registrar.snapshot.timeline.forEach { record in
            guard case .notice(.crossed(let notice)) = record.act else { return }
            notices.append("\(record.happened) \(notice.crossing.text) \(record.actor.text)")
        }
        return notices
    }

    @Test("what time has crossed is noted once, over midnights and restarts")
    func crossings() async throws {
        var registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.example())
        let imported = registrar.snapshot.position
        let first = [
            "2019-10-11 edition-in-force/2019/2019-10-11 system", "2023-01-01 edition-period-ended/2019 system",
            "2023-05-16 edition-in-force/2023/2023-05-16 system",
        ]
        let last = ["2027-01-01 edition-period-ended/2023 system", "2027-01-01 frame-period-ended/rufs-2050 system"]
        // 2013 is said to apply in 2013 only, so its period was over on the first day of 2014.
        let stated = registrar.snapshot.cooperation.crossings(by: try day("2026-11-23")).map {
            "\($0.day) \($0.crossing.text) system"
        }
        #expect(stated.filter { $0.contains(" edition-") }.suffix(3) == first[...])
        for (today, hour) in [("2026-11-23", 12), ("2026-11-24", 0), ("2026-12-31", 23)] as [(String, Int64)] {
            try clock.set(today, hour: hour)
            try await registrar.noteCrossings()
            #expect(notices(registrar) == stated)
            registrar = try await Registrar.open(folder, clock)
            try await registrar.noteCrossings()
            #expect(notices(registrar) == stated)
        }
        try clock.set("2027-01-01", hour: 0)
        clock.move(by: -1)
        try await registrar.noteCrossings()
        #expect(notices(registrar) == stated)
        clock.move(by: 1)
        for _ in 0..<2 {
            try await registrar.noteCrossings()
            #expect(notices(registrar) == stated + last)
            registrar = try await Registrar.open(folder, clock)
        }
        #expect(registrar.snapshot.position == imported + Int64(stated.count) + 2)
        #expect(!registrar.snapshot.cooperation.hasVoidActs)
    }

    @Test("the day that a piece of news comes out is noted at its midnight, and it is in the export from then on")
    func news() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let id = try #require(NewsItem.ID("ny"))
        let request = PublishNews(id: id, title: "Rubriken", lead: "Ingressen.", from: try day("2026-11-25"))
        _ = try await registrar.perform(request, happened: period("2026-11-23"), as: .importer)
        func export(_ today: String) async throws -> String {
            let journal = try Journal(file: folder.data.database, mode: .readOnly)
            return String(decoding: try await PublicExport(journal, on: day(today)).json(), as: UTF8.self)
        }
        try clock.set("2026-11-25", hour: 0)
        clock.move(by: -1)
        try await registrar.noteCrossings()
        #expect(notices(registrar) == [])
        let before = try await export("2026-11-24")
        #expect(!before.contains("Rubriken") && !before.contains("\"ny\"") && !before.contains("ny\\"))
        #expect(before.contains("news.published"), "the act keeps its place")
        clock.move(by: 1)
        for _ in 0..<2 {
            try await registrar.noteCrossings()
            #expect(notices(registrar) == ["2026-11-25 news-published/ny/2026-11-25 system"])
        }
        let after = try await export("2026-11-25")
        #expect(after.contains("Rubriken") && after.contains("Ingressen.") && after.contains("news-published/ny"))
        #expect(!(try await export("2026-11-24")).contains("Rubriken"))
    }

    @Test("two that note at the same time note once")
    func together() async throws {
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.take(Place.example())
        try clock.set("2027-01-01")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { try await registrar.noteCrossings() } }
            try await group.waitForAll()
        }
        #expect(Set(notices(registrar)).count == notices(registrar).count)
        #expect(registrar.snapshot.cooperation.crossings(by: try day("2027-01-01")).isEmpty)
    }

    @Test("the day's head is signed, once for each day and end")
    func heads() async throws {
        let key = SigningKey.generate()
        let registrar = try await Registrar.open(folder, clock)
        try await registrar.signHead(with: key, to: folder.data.heads)
        _ = try await registrar.perform(figure(1), happened: period("2020-01-01"), as: .importer)
        for _ in 0..<2 { try await registrar.signHead(with: key, to: folder.data.heads) }
        try clock.set("2026-11-24", hour: 0)
        for _ in 0..<2 { try await registrar.signHead(with: key, to: folder.data.heads) }
        _ = try await registrar.perform(figure(2), happened: period("2020-01-01"), as: .importer)
        let heads = try Head.read(file: folder.data.heads)
        #expect(heads.map(\.tip.position) == [0, 1, 1])
        #expect(heads.map { Day(number: $0.day).iso } == ["2026-11-23", "2026-11-23", "2026-11-24"])
        #expect(heads.allSatisfy { $0.isSigned && $0.publicKey == key.publicKey })
        let report = Verification.walk(file: folder.data.database, heads: heads, trusted: key.publicKey)
        #expect(report.isWhole && report.tip.position == 2)
        let journal = try Journal(file: folder.data.database, mode: .readOnly)
        #expect(try journal.heads() == Array(heads.suffix(2)))
    }
}
