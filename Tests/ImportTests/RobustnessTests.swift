import Import
import Testing

@Suite("Whatever bytes are handed over") struct RobustnessTests {
    /// Reads and answers whether there were faults; that it answers at all is what is tried.
    private func reads(_ files: [SourceFile]) -> Bool {
        do throws(ImportFaults) {
            _ = try read(files)
            return true
        } catch {
            // Faults without a place or a text would help nobody.
            #expect(!error.faults.isEmpty)
            #expect(error.faults.allSatisfy { $0.line >= 1 && !$0.message.isEmpty && !$0.file.isEmpty })
            return false
        }
    }

    @Test("random bytes never stop the reading", arguments: 0..<20 as Range<UInt64>)
    func noise(_ seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            _ = reads([SourceFile(name: "prov.txt", bytes: bytes), SourceFile(name: "prov.csv", bytes: bytes)])
        }
    }

    @Test("random lines of what the format is made of never stop the reading", arguments: 0..<20 as Range<UInt64>)
    func pieces(_ seed: UInt64) {
        var generator = Seeded(seed)
        let pieces = [
            "program: 2019", "kommun: a", "yttre ram: r", "samverkan: s", "träd:", "nivå: Mål", "Mål: x", "text:", "| text", "|",
            "  ", "    ", " ", "\t", "\n", "\n", "\n", "\r", ": ", ":", "#", "gäller: 2019 till 2018", "i kraft: 2019",
            "tillkom: 2020",
            "bidrar till: r/1", "mål: 1", "\"", ",", ";", "\u{308}", "🇸🇪", "medlem från: 2010", "\u{FEFF}",
        ]
        for _ in 0..<50 {
            let text = (0..<60).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
            _ = reads([SourceFile("prov.txt", text), SourceFile("prov.csv", text)])
        }
    }

    @Test("random edits of the example never stop the reading", arguments: 0..<12 as Range<UInt64>)
    func edits(_ seed: UInt64) throws {
        var generator = Seeded(seed)
        let files = try Place.files(in: Place.example)
        for _ in 0..<10 {
            let edited = files.map { file in
                var bytes = file.bytes
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                    case 1: bytes.remove(at: place)
                    case 2: bytes.insert(UInt8.random(in: 0...127, using: &generator), at: place)
                    default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
                    }
                }
                return SourceFile(name: file.name, bytes: bytes)
            }
            _ = reads(edited)
        }
        #expect(reads(files))
    }

    @Test("a file of nothing but faults is read in a moment", .timeLimit(.minutes(1)))
    func faultyGiant() {
        let line = "    en rad som är fel på många sätt\n"
        let text = String(repeating: line, count: SourceFile.maximumSize / line.utf8.count)
        #expect(!reads([SourceFile("prov.txt", text)]))
    }

    @Test("many records are read in a moment", .timeLimit(.minutes(1)))
    func manyRecords() {
        let names = (0..<2_000).map { "kommun-\($0)" }
        let records = names.map { "kommun: \($0)\n  namn: N\n  officiellt namn: N\n  kod: 0000\n  medlem från: 2010\n" }
        let rows = names.map { "\($0),2020-12-31,1,publicerad\n" }
        #expect(
            reads([
                SourceFile("prov.txt", records.joined()),
                SourceFile("prov.csv", "kommun,datum,antal,uppgift\n" + rows.joined()),
            ])
        )
    }
}
