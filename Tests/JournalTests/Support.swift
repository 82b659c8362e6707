import Glibc
import Testing

@testable import Journal

/// A folder of its own for each test, gone when the test is.
final class TemporaryFolder {
    let path: String

    init() {
        var template = Array("/tmp/samverka-journal-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "no temporary folder could be made")
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        _ = system("rm -rf '\(path)'")
    }

    func file(_ name: String) -> String {
        path + "/" + name
    }
}

/// A small generator with the same sequence for the same seed on every machine.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }
}

extension Journal {
    /// A new journal in a folder, with a number of sample entries.
    static func sample(in folder: TemporaryFolder, entries count: Int = 0) throws -> Journal {
        let journal = try Journal(file: folder.file("samverka.sqlite"), mode: .readWrite(create: true))
        if count > 0 { _ = try journal.append([Submission(entries: (1...count).map(sampleEntry))], version: "1.0") }
        return journal
    }

    func allEntries() throws -> [Entry] {
        try entries(after: 0, limit: .max)
    }
}

func sampleEntry(_ number: Int) -> NewEntry {
    NewEntry(
        recorded: 1_795_000_000_000_000 + Int64(number),
        happened: 20_780 + Int32(number % 40),
        precision: Precision.allCases[number % 3],
        actor: "haninge/registrator Åsa",
        kind: "ratification.decided",
        payload: Array(#"{"number":\#(number),"text":"\#(String(repeating: "å", count: number % 90))"}"#.utf8)
    )
}

func fileBytes(_ path: String) throws -> [UInt8] {
    try #require(try DurableFile.read(path))
}

func replaceFile(_ path: String, with bytes: [UInt8]) throws {
    DurableFile.remove(path)
    try DurableFile.create(path, contents: bytes)
}

/// Changes a journal as somebody with the file and an SQLite shell could.
func tamper(_ path: String, _ script: String) throws {
    let connection = try SQLiteConnection(path, mode: .readWrite)
    try connection.runScript(
        "DROP TRIGGER journal_in_order; DROP TRIGGER journal_not_updated; DROP TRIGGER journal_not_deleted;"
    )
    try connection.runScript(script)
}

/// What the verifier in the other language says.
struct VerifierAnswer {
    let status: Int32
    let output: String

    /// Runs `tools/verify.py`.
    init(_ arguments: [String], folder: TemporaryFolder) throws {
        let tool = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/tools/verify.py"
        let log = folder.file("verify.log")
        let words = ([tool] + arguments).map { "'\($0)'" }.joined(separator: " ")
        let status = system("python3 \(words) > '\(log)' 2>&1")
        self.status = (status >> 8) & 0xff
        output = String(decoding: try fileBytes(log), as: UTF8.self)
    }

    /// Whether it calls a file whole.
    func callsWhole(_ path: String) -> Bool {
        output.split(separator: "\n").contains { $0.hasPrefix("\(path): hel,") }
    }

    /// Whether it calls a file altered.
    func callsAltered(_ path: String) -> Bool {
        output.split(separator: "\n").contains { $0.hasPrefix("\(path): ändrad:") }
    }
}
