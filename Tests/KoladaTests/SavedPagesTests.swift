import FoundationEssentials
import Glibc
import SeriesStore
import Statistics
import Testing

@testable import Kolada

@Suite("Taking in saved pages")
final class SavedPagesTests {
    private let data: String
    private let source = MadeUpSource()

    init() throws {
        data = FileManager.default.temporaryDirectory.appending(path: "samverka-saved-\(UInt64.random(in: 0...UInt64.max))").path
        try FileManager.default.createDirectory(atPath: data + "/pages", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: data) }

    private var folder: StatisticsFolder { StatisticsFolder(data: data) }

    private func save(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = "\(data)/pages/\(name)"
        try DiskFile.write(bytes, to: path)
        return path
    }

    private func savePages() throws {
        let asked = ["kpi", "municipality", "municipality_groups", "data/kpi/N10000/municipality/0126,0001,G7/year/2025,2026"]
        for (number, path) in asked.enumerated() {
            guard case .success(let reply) = source.ask("\(MadeUpSource.base)/\(path)") else { return }
            _ = try save("sida-\(number).json", reply.body)
        }
    }

    private func take(_ paths: [String]) throws -> SavedPages.Outcome {
        try SavedPages.take(
            paths,
            into: folder,
            today: try #require(PublicationDay("2026-11-23")),
            moment: "2026-11-23T12:00:00Z"
        )
    }

    @Test func `a folder of pages is taken in, each as what it is`() throws {
        try savePages()
        let outcome = try take(["\(data)/pages"])
        #expect(outcome.files == 4)
        let contents = try #require(try folder.open())
        #expect(contents.catalogue.figures.count == 20)
        #expect(contents.catalogue.places.count == MadeUpSource.places.count)
        #expect(contents.catalogue.groups.map(\.id) == ["G7"])
        let id = try #require(KeyFigure.ID("N10000"))
        #expect(contents.series.places(of: id) == ["0001", "0126", "G7"])
        #expect(contents.series.value(id, in: "0126", year: 2025) == MadeUpSource.value("N10000", "0126", "2025"))
    }

    @Test func `a table changes values and leaves the catalogue, and says what was revised`() throws {
        try savePages()
        _ = try take(["\(data)/pages"])
        let table = try save("tal.csv", Array("kpi,municipality,period,gender,value\nN10000,0126,2025,T,17.5\n".utf8))
        // The disk's clock has been set back since, which is no reason to go on showing what was.
        let ahead = timespec(tv_sec: time(nil) + 3600, tv_nsec: 0)
        #expect(utimensat(AT_FDCWD, folder.series, [ahead, ahead], 0) == 0)
        let before = try #require(try folder.open())
        let outcome = try take([table])
        let after = try #require(try folder.open())
        #expect(outcome.changes?.revised == 1)
        #expect(outcome.revisions == folder.revisions + "/2026-11-23T12.00.00Z.csv")
        #expect(after.catalogue == before.catalogue)
        #expect(after.vintage > before.vintage)
        let id = try #require(KeyFigure.ID("N10000"))
        #expect(after.series.value(id, in: "0126", year: 2025) == 17.5)
        // Who has the file open goes on with what was.
        #expect(before.series.value(id, in: "0126", year: 2025) == MadeUpSource.value("N10000", "0126", "2025"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "catalogue", "revisions", "series", "series.lock",
            ]
        )
    }

    @Test(arguments: [
        "{\"values\":[{\"kpi\":\"N10000\",\"period\":2025,\"municipality\":\"0126\",\"values\":[{\"gender\":\"T\",\"value\":1e400,\"status\":\"\"}]}]}",
        "{\"values\":[{\"kpi\":\"N10000\",\"period\":99999,\"municipality\":\"0126\",\"values\":[]}]}",
        "{\"values\":[{\"id\":\"N1\",\"operating_area\":\"x\"}]}",
        "{\"error\": \"This endpoint is deprecated. Please use /v3 instead.\"}", "{\"values\":[", "inte en tabell", "",
    ])
    func `one wrong file and nothing is taken in`(text: String) throws {
        try savePages()
        _ = try take(["\(data)/pages"])
        let before = [try DiskFile.read(folder.series), try DiskFile.read(folder.catalogue)]
        let wrong = try save("a-fel.json", Array(text.utf8))
        let error = #expect(throws: (any Error).self) { try take(["\(data)/pages"]) }
        #expect(error.map { "\($0)".utf8.starts(with: wrong.utf8) } == true, "\(String(describing: error))")
        #expect([try DiskFile.read(folder.series), try DiskFile.read(folder.catalogue)] == before)
    }

    @Test func `what isn't there is told`() throws {
        #expect(throws: SavedPagesFault.unreadable("/finns/inte")) { try take(["/finns/inte"]) }
        #expect(throws: SavedPagesFault.emptyFolder("\(data)/pages")) { try take(["\(data)/pages"]) }
        #expect(throws: SavedPagesFault.noFiles) { try take([]) }
        let empty = try save("tom.json", Array(#"{"values":[],"next_url":null}"#.utf8))
        #expect(throws: SavedPagesFault.noValues) { try take([empty]) }
        #expect(try folder.open() == nil)
        #expect(folder.vintage == 0)
    }

    @Test(arguments: [
        (#"{"values":[{"id":"N1","operating_area":"a"}]}"#, SavedPages.Kind.figures),
        (#"{"values":[{"id":"G1","title":"t","members":[]}]}"#, .groups),
        (#"{"values":[{"id":"0126","title":"t","type":"K"}]}"#, .places),
        (#"{"values":[{"kpi":"N1","period":1}]}"#, .values), ("kpi,period\n", .values), (#"{"values":[]}"#, .values),
        ("", .values),
    ])
    func `what a file holds is told by its beginning`(text: String, kind: SavedPages.Kind) {
        #expect(SavedPages.kind(ofBeginning: Array(text.utf8)[...]) == kind)
    }
}
