import Cooperation
import FoundationEssentials
import Import

/// The places that tests read files from.
enum Place {
    /// The folder with Package.swift.
    static let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    static let example = package + "/Examples/sodertorn"
    static let twelve = package + "/Tests/Fixtures/tolv-kommuner"

    /// The data the example was written from; it isn't part of the repository.
    static let originals = package + "/../shared/data"

    static var hasOriginals: Bool { FileManager.default.fileExists(atPath: originals + "/population.csv") }

    static func files(in folder: String) throws -> [SourceFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { try file($0, in: folder) }
    }

    static func file(_ name: String, in folder: String) throws -> SourceFile {
        SourceFile(name: name, bytes: Array(try Data(contentsOf: URL(filePath: folder + "/" + name))))
    }
}

extension SourceFile {
    init(_ name: String, _ text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}

/// What `read` says of files: the faults as lines of text, or nothing when all is well.
func faults(_ files: SourceFile...) -> [String] {
    do throws(ImportFaults) {
        _ = try read(files)
        return []
    } catch {
        return error.faults.map(\.description)
    }
}

/// Plays planned requests the way a registrar does: each rule sees the cooperation as it was when the thing happened.
struct Played {
    var timeline = Timeline()
    var texts: [Prose: String] = [:]

    init(_ requests: [PlannedRequest]) throws {
        for planned in requests {
            let before = texts.count
            // A counter in place of a salted hash: enough to find each text again.
            var next = before
            var pen = Pen { text in
                next += 1
                let bytes = (0..<32).map { UInt8(truncatingIfNeeded: $0 < 8 ? next >> ($0 * 8) : 0) }
                guard let commitment = Commitment(bytes: bytes) else { fatalError("32 bytes are a commitment") }
                return Pen.Written(prose: Prose(commitment), salt: [], text: text)
            }
            let cooperation = timeline.cooperation(asOf: planned.period.last)
            let act = try planned.request.act(in: cooperation, at: planned.period, pen: &pen)
            for written in pen.written { texts[written.prose] = written.text }
            timeline = try timeline.appending(
                Record(
                    position: Position(Int64(timeline.count + 1)),
                    recorded: Instant(microseconds: 1_795_000_000_000_000),
                    happened: planned.period,
                    actor: .importer,
                    act: act
                )
            )
        }
    }

    func text(_ prose: Prose?) -> String? { prose.flatMap { texts[$0] } }
}

/// A generator that gives the same numbers every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
