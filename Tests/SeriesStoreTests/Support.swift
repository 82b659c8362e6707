import Glibc
import Statistics
import Testing

@testable import SeriesStore

/// Random numbers that are the same everywhere for the same seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }
}

/// How much is tried: all of it with `SAMVERKA_FULL=1`, otherwise what takes seconds.
enum Effort {
    static let isFull = getenv("SAMVERKA_FULL").map { String(cString: $0) } == "1"
}

/// A folder of its own for a test, gone when the test is.
final class Folder {
    let path: String

    init() throws {
        var template = Array("/tmp/samverka-series.XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    var names: [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    }

    func read(_ name: String) throws -> [UInt8] { try fileBytes("\(path)/\(name)") }

    func pull(_ pages: [Page], memory: Int = 1 << 28, pieceSize: Int = 4 << 20) throws -> Pull {
        try Pull.read(pages, spillFolder: path, memory: memory, pieceSize: pieceSize, progress: nil)
    }

    @discardableResult
    func take(_ pages: [Page], scope: Scope? = nil, acceptsPartial: Bool = false) throws -> Update {
        try SeriesStore.update(
            folder: path,
            with: try pull(pages),
            vintage: Vintage(source: "Prov", fetched: "2026-11-23"),
            scope: scope,
            acceptsPartial: acceptsPartial
        )
    }

    func store() throws -> StoreFile { try #require(try SeriesStore.open(in: path)) }
}

func fileBytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var status = stat()
    try #require(fstat(descriptor, &status) == 0)
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
        let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done) }
        try #require(count > 0)
        done += count
    }
    return bytes
}

/// What a cell is about, in the tests' own words.
struct Subject: Hashable, Comparable {
    var keyFigure: String
    var place: String
    var gender: String
    var year: Int

    static func < (left: Self, right: Self) -> Bool {
        (left.keyFigure, left.gender, left.place, left.year) < (right.keyFigure, right.gender, right.place, right.year)
    }
}

/// What a source says of a cell: the text of a value, or a status.
enum Saying: Hashable {
    case value(String)
    case status(String)
    case deleted
}

/// A page as the source writes it.
func json(_ cells: [(Subject, Saying)], next: String? = nil) -> String {
    var objects: [String] = []
    for (subject, saying) in cells {
        let (value, status, deleted) =
            switch saying {
            case .value(let text): (text, "", "false")
            case .status(let text): ("null", text, "false")
            case .deleted: ("null", "", "true")
            }
        let cell = #"{"gender":"\#(subject.gender)","count":1,"status":"\#(status)","value":\#(value),"isdeleted":\#(deleted)}"#
        objects.append(
            #"{"values":[\#(cell)],"kpi":"\#(subject.keyFigure)","period":\#(subject.year),"municipality":"\#(subject.place)"}"#
        )
    }
    let next = next.map { "\"\($0)\"" } ?? "null"
    return #"{"values":[\#(objects.joined(separator: ","))],"next_url":\#(next),"previous_url":null,"count":\#(objects.count)}"#
}

func page(_ text: String, _ name: String = "sida.json") -> Page { Page(name: name, bytes: Array(text.utf8)) }

func id(_ text: String) throws -> KeyFigure.ID { try #require(KeyFigure.ID(text)) }

let genders: [String: Gender] = ["T": .total, "K": .women, "M": .men]

/// Files that stand beside the repository, and aren't part of it.
enum Kolada {
    static let folder = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/shared/kolada"
    static let isHere = access(folder + "/fixtures", F_OK) == 0
}
