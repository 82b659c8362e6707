import Testing

@testable import DocumentTools

@Suite("An archive of files") struct ArchiveTests {
    @Test("another program finds every file whole, with its day, and nothing wrong")
    func read() throws {
        var archive = Archive(day: (2026, 11, 23))
        let files: [(String, [UInt8])] = [
            ("missiv.pdf", Array("%PDF-1.7 å".utf8)), ("tom.docx", []), ("stor.bin", (0..<70_000).map { UInt8($0 % 251) }),
        ]
        for (name, bytes) in files { archive.add(name, bytes) }
        let script = """
            import io, sys, zipfile
            archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
            print(archive.testzip())
            for entry in archive.infolist():
                print(entry.filename, entry.date_time[:3], entry.file_size, sum(archive.read(entry)))
            """
        let told = String(decoding: try Desk.run("python3", ["-c", script], on: archive.finished()), as: UTF8.self)
        let expected = files.map { name, bytes in "\(name) (2026, 11, 23) \(bytes.count) \(bytes.reduce(0) { $0 + Int($1) })" }
        #expect(told == (["None"] + expected).joined(separator: "\n") + "\n")
    }

    @Test("the same files make the same bytes, and a day that can't be written is the first one that can")
    func same() {
        func made(_ day: (Int, Int, Int)) -> [UInt8] {
            var archive = Archive(day: day)
            archive.add("a", [1, 2, 3])
            return archive.finished()
        }
        #expect(made((2026, 11, 23)) == made((2026, 11, 23)) && made((2026, 11, 23)) != made((2026, 11, 24)))
        #expect(made((1979, 5, 5)) == made((1980, 1, 1)) && made((2026, 13, 1)) == made((1980, 1, 1)))
    }
}
