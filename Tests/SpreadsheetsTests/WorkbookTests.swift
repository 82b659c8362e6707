import FoundationEssentials
import Glibc
import Spreadsheets
import Testing

@Suite("Files for spreadsheets") struct WorkbookTests {
    private static let book = Workbook(
        title: "Betyg – åk 9",
        author: "Södertörn",
        made: 1_795_000_000,
        sheets: [
            .init(
                name: "Värden: 2015/2022",
                columns: ["Kommun", "2021", "2022"],
                rows: [
                    [.text("Haninge & co <b>"), .number(75.25, decimals: 1), .empty],
                    [.text("=1+1"), .number(-0.9076, decimals: 2), .number(.nan, decimals: 0)],
                    [.text("Tyresö\u{0}\u{7}"), .number(104_974, decimals: 0), .text("..")],
                ]
            ), .init(name: "Värden: 2015/2022", columns: ["Om"], rows: [[.text("Källa: Kolada.")]]),
            .init(name: "///", columns: [], rows: []),
        ]
    )

    @Test("the same tables give the same bytes, and nothing is left behind")
    func same() throws {
        let folder = "/tmp/samverka-prov-\(getpid())-kalkylblad"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try Self.book.bytes(in: folder)
        #expect(first.starts(with: "PK".utf8) && first.count > 3_000)
        #expect(try Self.book.bytes(in: folder) == first)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(left == [])
    }

    @Test(
        "openpyxl reads numbers as numbers, texts as texts and no formula",
        .enabled(if: Python.hasOpenpyxl, "openpyxl finns inte i .samverka/venv, så filen läses inte av ett annat program")
    )
    func read() throws {
        let file = "/tmp/samverka-prov-\(getpid()).xlsx"
        try Data(Self.book.bytes()).write(to: URL(filePath: file))
        defer { unlink(file) }
        let script = """
            import openpyxl, sys
            book = openpyxl.load_workbook(sys.argv[1])
            for sheet in book:
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.value is not None:
                            print(sheet.title, cell.coordinate, cell.data_type, repr(cell.value), cell.number_format, sep="|")
            print(book.properties.title, book.properties.creator)
            """
        let lines = try Python.run(script, file)
        for line in [
            "Värden  2015 2022|A2|s|'Haninge & co <b>'|General", "Värden  2015 2022|B2|n|75.25|#,##0.0",
            "Värden  2015 2022|A3|s|'=1+1'|General", "Värden  2015 2022|B3|n|-0.9076|#,##0.00",
            "Värden  2015 2022|A4|s|'Tyresö'|General", "Värden  2015 2022|B4|n|104974|#,##0",
            "Värden  2015 2022|C4|s|'..'|General",
            "Värden  2015 2022 2|A2|s|'Källa: Kolada.'|General", "Betyg – åk 9 Södertörn",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(!lines.contains { $0.hasPrefix("Värden  2015 2022|C3") || $0.hasPrefix("Värden  2015 2022|C2") })
    }
}

/// The Python that the tests of the package have.
enum Python {
    private static let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    private static let program = package + "/.samverka/venv/bin/python"

    static let hasOpenpyxl = access(program, X_OK) == 0 && (try? run("import openpyxl; print('ja')")) == ["ja"]

    /// What a script prints, line by line.
    static func run(_ script: String, _ arguments: String...) throws -> [String] {
        let output = "/tmp/samverka-prov-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).txt"
        defer { unlink(output) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([program, "-c", script] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        guard posix_spawn(&child, program, &actions, nil, words, environ) == 0 else { return [] }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self).split(separator: "\n").map(
            String.init
        )
    }
}
