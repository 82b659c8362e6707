import Cooperation
import FoundationEssentials
import Glibc
import Import
import Synchronization
import Testing

@testable import Journal
@testable import Registry

/// A folder of its own for each test, gone when the test is.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/samverka-registry-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "no temporary folder could be made")
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var data: DataFolder { DataFolder(path) }
}

/// A clock that stands still until a test moves it.
final class Clock: Sendable {
    private let instant: Mutex<Instant>

    init(_ day: String, hour: Int64 = 12) throws {
        instant = Mutex(try Self.instant(day, hour))
    }

    /// Reads the clock, as the registrar is told to.
    var now: @Sendable () -> Instant { { self.instant.withLock { $0 } } }

    /// Sets the clock to a Swedish day, so many hours after it began.
    func set(_ day: String, hour: Int64 = 12) throws {
        let moved = try Self.instant(day, hour)
        instant.withLock { $0 = moved }
    }

    /// Moves the clock by so many microseconds.
    func move(by microseconds: Int64) {
        instant.withLock { $0 = Instant(microseconds: $0.microseconds + microseconds) }
    }

    private static func instant(_ day: String, _ hour: Int64) throws -> Instant {
        let start = Instant(startOf: try #require(Day(day), "\(day)"))
        return Instant(microseconds: start.microseconds + hour * 3_600_000_000)
    }
}

/// The files that tests read.
enum Place {
    /// The folder with Package.swift.
    static let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    static func example() throws -> [SourceFile] { try files(in: package + "/Examples/sodertorn") }

    static func twelve() throws -> [SourceFile] { try files(in: package + "/Tests/Fixtures/tolv-kommuner") }

    private static func files(in folder: String) throws -> [SourceFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            SourceFile(name: name, bytes: Array(try Data(contentsOf: URL(filePath: folder + "/" + name))))
        }
    }
}

extension Registrar {
    /// The registrar of a folder.
    static func open(_ folder: TemporaryFolder, _ clock: Clock) async throws -> Registrar {
        try await open(file: folder.data.database, version: "1.0", erasuresFile: folder.data.erasures, clock: clock.now)
    }

    /// Imports files that must be accepted.
    @discardableResult
    nonisolated func take(_ files: [SourceFile], form: [UInt8]? = nil) async throws -> Receipt {
        switch try await importing(files, form: form) {
        case .success(let receipt): return receipt
        case .failure(let faults): throw faults
        }
    }

    /// The SHA-256 of the whole state.
    nonisolated var stateHash: String {
        get throws { Digest(of: try snapshot.cooperation.canonicalForm()).hex }
    }
}

/// A period from a text that a test has written.
func period(_ text: String) throws -> Period { try #require(Period(text), "\(text)") }

/// A day from a text that a test has written.
func day(_ text: String) throws -> Day { try #require(Day(text), "\(text)") }

/// A municipality that can be registered; its number makes its id and its code.
func municipality(_ number: Int) throws -> RegisterMunicipality {
    RegisterMunicipality(
        id: try #require(Municipality.ID("kommun-\(number)")),
        name: "Kommun \(number)",
        officialName: "Kommun \(number)",
        code: String("000\(number)".suffix(4)),
        remarks: ["Anmärkning \(number)."]
    )
}

/// A figure for all together: a request that no rule refuses.
func figure(_ count: Int, remark: String? = nil) -> RecordPopulation {
    RecordPopulation(municipality: nil, count: count, remarks: remark.map { [$0] } ?? [])
}

/// How much is tried: all of it with `SAMVERKA_FULL=1`, otherwise what takes seconds.
enum Effort {
    static let isFull = ProcessInfo.processInfo.environment["SAMVERKA_FULL"] == "1"
}
