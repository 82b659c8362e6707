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

    /// A rule's refusal, with the place of the line that asked.
    struct Refused: Error {
        let fault: ImportFault
    }

    init(_ requests: [PlannedRequest]) throws {
        for planned in requests {
            // A hash without salt in place of a salted one: the same text is the same commitment, whatever came before it.
            var pen = Pen { matter in
                guard case .text(let text) = matter else { fatalError("no file is imported") }
                let bytes = (0..<4).flatMap { seed -> [UInt8] in
                    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 &+ UInt64(seed)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
                    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> ($0 * 8)) }
                }
                guard let commitment = Commitment(bytes: bytes) else { fatalError("32 bytes are a commitment") }
                return Pen.Written(prose: Prose(commitment), salt: [], text: text)
            }
            let cooperation = timeline.cooperation(asOf: planned.period.last)
            let act: Act
            do throws(Refusal) {
                act = try planned.request.act(in: cooperation, at: planned.period, pen: &pen)
            } catch {
                throw Refused(fault: planned.fault(error))
            }
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
