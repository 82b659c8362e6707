import FoundationEssentials
import SeriesStore
import Statistics
import Synchronization
import Testing

@testable import Kolada

@Suite("Fetching: from the first question to the file")
final class FetchTests {
    private let data: String
    private let source = MadeUpSource()
    private var waited: [Double] = []
    private var told: [String] = []
    private var clock = 0.0
    private var today = "2026-11-23"

    init() throws {
        data = FileManager.default.temporaryDirectory.appending(path: "samverka-fetch-\(UInt64.random(in: 0...UInt64.max))").path
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: data) }

    private var folder: StatisticsFolder { StatisticsFolder(data: data) }

    private func wish(_ change: (inout Fetch.Wish) -> Void = { _ in }) -> Fetch.Wish {
        var wish = Fetch.Wish(members: ["0126", "0127"])
        wish.base = MadeUpSource.base
        wish.takesAll = true
        change(&wish)
        return wish
    }

    @discardableResult private func fetch(_ wish: Fetch.Wish) throws -> Fetch.Outcome {
        let today = try #require(PublicationDay(today))
        return try Fetch.run(
            wish,
            into: folder,
            .init(
                ask: { [source] in source.ask($0) },
                wait: { [unowned self] in
                    waited.append($0)
                    clock += $0
                },
                seconds: { [unowned self] in clock },
                today: today,
                moment: { [today] in "\(today)T12:00:00Z" },
                jitter: { 0.5 },
                tell: { [unowned self] in told.append($0) }
            )
        )
    }

    private func fault(_ wish: Fetch.Wish) -> FetchFault? {
        #expect(throws: FetchFault.self) { try fetch(wish) }
    }

    /// Every value that the source has, and no other, is in the file.
    private func expectWhole(_ comment: Comment? = nil) throws {
        let contents = try #require(try folder.open())
        #expect(contents.catalogue.figures.count == 20, comment)
        #expect(contents.series.keyFigures.count == 20, comment)
        for figure in contents.catalogue.figures {
            let wanted =
                MadeUpSource.places.filter { $0 == "0000" || figure.level == .both || ($0 < "0100") == (figure.level == .region) }
                + (figure.level == .region ? [] : ["G7"])
            #expect(contents.series.places(of: figure.id) == wanted, comment)
            for place in wanted {
                let series = contents.series.series(figure.id, .total, in: place)
                let women = contents.series.series(figure.id, .women, in: place)
                for year in MadeUpSource.firstYear...2026 {
                    #expect(series?[year] == MadeUpSource.value(figure.id.description, place, String(year)), comment)
                    #expect(women?.absence(year) == .privacy, comment)
                }
                #expect(series?[MadeUpSource.firstYear - 1] == nil, comment)
            }
        }
    }

    @Test func `everything is fetched, at no more than five questions a second`() throws {
        let outcome = try fetch(wish())
        try expectWhole()
        #expect(outcome.changes?.revised == 0)
        #expect(outcome.revisions == nil)
        #expect(Set(source.asked).count == source.asked.count)
        #expect(source.asked.count == outcome.pages + 3)
        #expect(waited.count == source.asked.count - 1)
        #expect(waited.allSatisfy { abs($0 - 0.2) < 1e-9 })
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.fetch) == ["lock"])
        #expect(try folder.open()?.series.vintage(of: try #require(KeyFigure.ID("N10000")))?.fetched == "2026-11-23T12:00:00Z")
    }

    @Test func `pages are followed to the last, though they are linked by http`() throws {
        source.state.withLock { $0.pageLength = 7 }
        try fetch(wish())
        try expectWhole()
        #expect(source.asked.allSatisfy { $0.hasPrefix(MadeUpSource.base) })
    }

    @Test func `broken off at any question, it goes on where it was, and asks nothing twice`() throws {
        source.state.withLock { $0.pageLength = 500 }
        try fetch(wish())
        let whole = source.asked
        for number in whole.indices {
            try FileManager.default.removeItem(atPath: folder.path)
            source.state.withLock { state in
                state.asked = []
                state.instead = Array(repeating: nil, count: number) + [.failure(.insecure("avbruten"))]
            }
            #expect(fault(wish()) == .connection(.insecure("avbruten"), whole[number]))
            #expect(try folder.open() == nil)
            let outcome = try fetch(wish())
            #expect(outcome.pagesBefore == number)
            // The one that was broken off stands twice.
            #expect(source.asked == Array(whole[...number]) + Array(whole[number...]))
            try expectWhole("avbruten vid \(number)")
        }
    }

    @Test func `a page or a manifest that was cut or changed is fetched again`() throws {
        source.state.withLock { $0.instead = Array(repeating: nil, count: 6) + [.failure(.insecure("avbruten"))] }
        _ = fault(wish())
        let manifest = folder.fetch + "/manifest"
        let lines = try DiskFile.read(manifest)
        try DiskFile.write(lines.dropLast(20) + [], to: manifest)
        try DiskFile.write(Array("{".utf8), to: folder.fetch + "/page-4")
        let before = source.asked.count
        #expect(try fetch(wish()).pagesBefore == 4)
        #expect(source.asked.count - before == Set(source.asked).count - 4)
        try expectWhole()
    }

    @Test func `what was fetched for something else, or long ago, is thrown away`() throws {
        let interrupt = { [source] in
            source.state.withLock { $0.instead = Array(repeating: nil, count: 6) + [.failure(.insecure("x"))] }
        }
        interrupt()
        _ = fault(wish { $0.keyFigures = Set(["N10000", "N10003", "N10004"].compactMap { KeyFigure.ID($0) }) })
        interrupt()
        _ = fault(wish())
        today = "2026-12-24"
        #expect(try fetch(wish()).pagesBefore == 0)
        interrupt()
        _ = fault(wish())
        #expect(try fetch(wish { $0.restarts = true }).pagesBefore == 0)
        try expectWhole()
    }

    @Test func `an answer that may pass is waited for and asked again`() throws {
        let busy = Result<Reply, ConnectionFault>.success(Reply(status: 429, retryAfter: 30, body: []))
        let broken = Result<Reply, ConnectionFault>.success(Reply(status: 200, body: Array("{\"values\":[{".utf8)))
        source.state.withLock {
            $0.instead = [nil, busy, .failure(.timedOut), nil, nil, nil, broken, .success(Reply(status: 503, body: []))]
        }
        try fetch(wish())
        try expectWhole()
        #expect(waited.contains(30.5))
        #expect(waited.count(where: { $0 == 1.5 || $0 == 0.75 }) == 3)
        #expect(told.contains("Kolada svarar inte som det ska. Försöker igen om 30 sekunder."))
    }

    @Test(arguments: [
        (422, "Kolada godtog inte frågan (422)"), (404, "Adressen finns inte"), (410, "Kolada har stängt den versionen"),
    ])
    func `what won't pass stops at once, and what was there is there`(status: Int, words: String) throws {
        try fetch(wish())
        let before = try DiskFile.read(folder.series)
        source.state.withLock { $0.instead = [nil, nil, nil, nil, .success(Reply(status: status, body: Array("{}".utf8)))] }
        #expect(fault(wish())?.description.hasPrefix(words) == true)
        #expect(try DiskFile.read(folder.series) == before)
    }

    @Test func `nothing never replaces something`() throws {
        try fetch(wish())
        let before = try DiskFile.read(folder.series)
        source.state.withLock { $0.answersNothing = true }
        #expect(fault(wish()) == .nothing("inga värden"))
        #expect(try DiskFile.read(folder.series) == before)
        // Nor when there is nothing yet.
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(fault(wish()) == .nothing("inga värden"))
        #expect(try folder.open() == nil)
    }

    @Test func `less never replaces more, unless somebody says so, and even then nothing is taken away`() throws {
        try fetch(wish())
        let before = try DiskFile.read(folder.series)
        source.state.withLock { $0.withheld = ["0130"] }
        guard case .less(let missing) = fault(wish()) else {
            Issue.record("less was taken for enough")
            return
        }
        #expect(missing.count == 16)
        #expect(missing.allSatisfy { $0.missing == 4 })
        #expect(try DiskFile.read(folder.series) == before)
        // The pages are kept: whoever looks at what is missing and accepts it needn't fetch again.
        let asked = source.asked.count
        try fetch(wish { $0.acceptsMissing = true })
        #expect(source.asked.count == asked)
        try expectWhole()
    }

    @Test func `a catalogue that has shrunk is refused`() throws {
        try fetch(wish())
        source.state.withLock { $0.figureCount = 17 }
        #expect(fault(wish()) == .shrunk(what: "nyckeltal", from: 20, to: 17))
        #expect(try folder.openCatalogue()?.figures.count == 20)
        source.state.withLock { $0.figureCount = 0 }
        #expect(fault(wish { $0.restarts = true }) == .nothing("inga nyckeltal"))
    }

    @Test func `what has been revised is listed, and can be read afterwards`() throws {
        try fetch(wish())
        today = "2026-12-01"
        source.state.withLock { state in
            state.changed["N10000 0126 2024"] = #""status":"","value":1234.5"#
            state.changed["N10003 0000 2023"] = #""status":"Missing","value":null"#
        }
        let outcome = try fetch(wish())
        #expect(outcome.changes?.revised == 2)
        #expect(outcome.changes?.withdrawn == 1)
        let path = try #require(outcome.revisions)
        #expect(path == folder.revisions + "/2026-12-01T12.00.00Z.csv")
        let value = MadeUpSource.value("N10000", "0126", "2024")
        let other = MadeUpSource.value("N10003", "0000", "2023")
        #expect(
            String(decoding: try DiskFile.read(path), as: UTF8.self)
                == "nyckeltal,kod,kön,år,före,efter\nN10000,0126,alla,2024,\(value),1234.5\nN10003,0000,alla,2023,\(Revision.Content.value(other).inTable),saknas\n"
        )
    }

    @Test func `an update brings what has changed since a day, and may bring nothing`() throws {
        let day = try #require(PublicationDay("2026-11-24"))
        #expect(fault(wish { $0.since = day }) == .nothingToUpdate)
        try fetch(wish())
        source.state.withLock { $0.answersNothing = true }
        #expect(try fetch(wish { $0.since = day }).changes == nil)
        source.state.withLock { state in
            state.answersNothing = false
            state.withheld = Set(MadeUpSource.places).subtracting(["0126"]).union(["G7"])
            state.changed["N10001 0126 2025"] = #""status":"","value":5"#
        }
        #expect(try fetch(wish { $0.since = day }).changes?.revised == 1)
        let id = try #require(KeyFigure.ID("N10001"))
        #expect(try folder.open()?.series.value(id, in: "0126", year: 2025) == 5)
        #expect(try folder.open()?.series.value(id, in: "0127", year: 2025) == MadeUpSource.value("N10001", "0127", "2025"))
        #expect(source.asked.contains { $0.hasSuffix("?from_date=2026-11-24") })
    }

    @Test func `only some key figures around the members are few questions`() throws {
        try fetch(
            wish { wish in
                wish.takesAll = false
                wish.keyFigures = Set(["N10000", "N10001"].compactMap { KeyFigure.ID($0) })
            }
        )
        #expect(source.asked.count == 4)
        let unknown = fault(wish { $0.keyFigures = Set(["N77777"].compactMap { KeyFigure.ID($0) }) })
        #expect(unknown?.description == "Kolada har inga nyckeltal som heter N77777. Kontrollera --key-figures.")
    }

    @Test func `we never follow a page to another host, nor in a circle`() throws {
        source.state.withLock { state in
            state.pageLength = 5
            state.linksTo = "https://example.org/v3"
        }
        guard case .strayed = fault(wish()) else {
            Issue.record("went to another host")
            return
        }
        let page = #"{"values":[],"next_url":"https://kolada.test/v3/kpi","count":0}"#
        source.state.withLock { $0.instead = [.success(Reply(status: 200, body: Array(page.utf8)))] }
        #expect(fault(wish { $0.restarts = true }) == .circle("https://kolada.test/v3/kpi"))
    }

    @Test func `two fetches at once aren't made`() throws {
        try folder.create()
        let day = try #require(PublicationDay(today))
        let other = try FetchFolder(folder.fetch, purpose: "annan", today: day, isFresh: { _ in true }, restarts: false)
        #expect(fault(wish()) == .busy(folder.fetch))
        withExtendedLifetime(other) {}
    }

    @Test func `an address without certificates is only for this machine`() {
        guard case .connection(.impossible, "http://api.kolada.se/v3") = fault(wish { $0.base = "http://api.kolada.se/v3" })
        else {
            Issue.record("was asked without certificates")
            return
        }
    }
}
