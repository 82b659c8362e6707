import Cooperation
import DocumentTools
import FoundationEssentials
import Glibc
import HTTPTypes
import Identity
import Import
import Logging
import Statistics
import Synchronization
import Testing

@testable import Registry
@testable import Web

/// How much is tried: all of it with `SAMVERKA_FULL=1`, otherwise what takes seconds.
enum Effort {
    static let isFull = ProcessInfo.processInfo.environment["SAMVERKA_FULL"] == "1"
    /// Whether expected pages are written anew instead of compared with.
    static let isRecording = ProcessInfo.processInfo.environment["SAMVERKA_RECORD"] == "1"

    /// One count for the full run and one for every day.
    static func count(_ full: Int, otherwise few: Int) -> Int { isFull ? full : few }
}

/// The places that tests read and write files in.
enum Place {
    /// The folder with Package.swift.
    static let package = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    /// The pages as they are expected to be.
    static let pages = package + "/Tests/WebTests/__Pages__"

    static func files(in folder: String) throws -> [SourceFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            SourceFile(name: name, bytes: Array(try Data(contentsOf: URL(filePath: folder + "/" + name))))
        }
    }

    /// A new folder of a test's own.
    static func temporaryFolder() throws -> String {
        var template = Array("/tmp/samverka-web-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil, "no temporary folder could be made")
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The municipalities, population, programme and plan of the twelve, and nothing of their bodies and what these do.
    static func foundationsOfTwelve() throws -> [SourceFile] {
        let names = ["samverkan.txt", "kommuner.txt", "befolkning.csv", "konstruerad-plan.txt", "program-2020.txt"]
        return try files(in: package + "/Tests/Fixtures/tolv-kommuner").filter { names.contains($0.name) }
    }
}

/// Journals of what files say, each made once: to read the files in takes longer than most of what is tried on them.
private actor Moulds {
    static let shared = Moulds()

    private struct Mould: Hashable {
        var names: [String]
        var bytes: [[UInt8]]
        var moment: Instant
    }

    /// By what was read in: the files of the journal's folder.
    private var made: [Mould: Task<[String: Data], any Error>] = [:]

    /// Lays a journal of what the files say, recorded at a moment, in a folder.
    func copy(of files: [SourceFile], at moment: Instant, to folder: String) async throws {
        let mould = Mould(names: files.map(\.name), bytes: files.map(\.bytes), moment: moment)
        let making = made[mould] ?? Task { try await Self.make(files, moment) }
        made[mould] = making
        for (name, data) in try await making.value { try data.write(to: URL(filePath: "\(folder)/\(name)")) }
    }

    private static func make(_ files: [SourceFile], _ moment: Instant) async throws -> [String: Data] {
        let folder = try Place.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let registrar = try await Registrar.open(file: folder + "/samverka.sqlite", version: "1.0", clock: { moment })
        switch try await registrar.importing(files, form: nil) {
        case .success: break
        case .failure(let faults): throw faults
        }
        await registrar.close()
        return try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: [:]) { found, name in
            found[name] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        }
    }
}

/// The whole site over a journal of its own, with a clock that stands still until it is moved.
final class Exhibit: Sendable {
    let registrar: Registrar
    let accounts: Accounts
    let door: FrontDoor
    /// The statistics that the site shows, which a test may exchange.
    let statistics: ShownStatistics
    private let moving: Moving
    private let folder: String

    /// The folder with the journal.
    var path: String { folder }

    /// The example of Södertörn on 23 November 2026, for tests that only read.
    static let sodertorn = Task { try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn")) }

    /// The cooperation of twelve constructed municipalities on the same day.
    static let twelve = Task { try await Exhibit(files: Place.files(in: Place.package + "/Tests/Fixtures/tolv-kommuner")) }

    /// The same twelve, of whose bodies nothing is known.
    static let foundationsOfTwelve = Task { try await Exhibit(files: Place.foundationsOfTwelve()) }

    /// Where typst is, for tests that print.
    static let typst = ProcessInfo.processInfo.environment["SAMVERKA_TYPST"]

    /// The statistics that come with the program.
    static func statistics() throws -> StatisticsTable {
        func file(_ ending: String) throws -> StatisticsTable.File {
            let name = "jamforelsetal\(ending).csv"
            return (name, Array(try Data(contentsOf: URL(filePath: "\(Place.package)/Examples/jamforelser/\(name)"))))
        }
        return try StatisticsTable(
            values: file(""),
            keyFigures: file("-nyckeltal"),
            areas: file("-omraden"),
            peers: file("-liknande")
        )
    }

    /// A site of what the files say, with the statistics that come with the program unless others are given.
    init(
        on today: String = "2026-11-23",
        files: [SourceFile],
        statistics: StatisticsTable? = nil,
        documentTools: DocumentTools = DocumentTools(lookingIn: [])
    ) async throws {
        folder = try Place.temporaryFolder()
        let start = Instant(startOf: try #require(Day(today)))
        let clock = Moving(Instant(microseconds: start.microseconds + 12 * 3_600_000_000))
        moving = clock
        if !files.isEmpty { try await Moulds.shared.copy(of: files, at: clock.now, to: folder) }
        registrar = try await Registrar.open(file: folder + "/samverka.sqlite", version: "1.0", clock: { clock.now })
        let statistics = try statistics ?? Self.statistics()
        accounts = try Accounts(
            database: folder + "/samverka.sqlite",
            keyFile: folder + "/identity-key",
            strength: .weakForTests
        ) { clock.now.microseconds }
        let shown = ShownStatistics(StatisticsVintage(statistics))
        self.statistics = shown
        let site = await Site(
            registrar: registrar,
            accounts: accounts,
            statistics: shown,
            documentTools: documentTools,
            clock: { clock.now },
            health: { Health(isWell: true, lines: ["prov"]) }
        )
        door = site.frontDoor(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// What time it is.
    var now: Instant { moving.now }

    /// Sets the clock.
    func set(_ instant: Instant) { moving.set(instant) }

    /// The key figures that the members have values for.
    func keyFigures(_ reading: Reading) -> KeyFigureList {
        statistics.list(for: reading.cooperation.members.members.map(\.facts.code))
    }

    /// Asks for a page and gives its text.
    func page(_ target: String, status: HTTPResponse.Status = .ok) async -> String {
        let reply = await door.ask(.get, target)
        #expect(reply.status == status, "\(target)")
        return reply.text
    }

    /// Asks for the JSON of a page and reads it.
    func json<Page: Decodable>(_ target: String, as type: Page.Type) async throws -> File<Page> {
        let reply = await door.ask(.get, target)
        try #require(reply.status == .ok, "\(target)")
        return try JSONDecoder().decode(File<Page>.self, from: Data(reply.body))
    }

    /// Asks for the CSV of a page and reads it.
    func csv(_ target: String) async throws -> [[String]] {
        let reply = await door.ask(.get, target)
        try #require(reply.status == .ok, "\(target)")
        return try SpreadsheetFile(reply.body).rows
    }

    /// What stands around a page's model in JSON.
    struct File<Page: Decodable>: Decodable {
        var asOf: String
        var knownBy: String?
        var position: Int64
        var licence: String
        var page: Page
    }

    private final class Moving: Sendable {
        private let instant: Mutex<Instant>
        init(_ instant: Instant) { self.instant = Mutex(instant) }
        var now: Instant { instant.withLock { $0 } }
        func set(_ new: Instant) { instant.withLock { $0 = new } }
    }
}

/// A generator that gives the same numbers on every machine (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including a limit.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// True so many times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of several.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
