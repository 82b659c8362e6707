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

    @Test("random lines with keys of every kind, at every depth, never stop the reading", arguments: 0..<40 as Range<UInt64>)
    func keys(_ seed: UInt64) {
        var generator = Seeded(seed)
        let lines = Specimen.all.flatMap { WrittenLines($0.text).lines }
        let heads = lines.filter { $0.depth == 0 }
        let strange = [
            "", "/", "moten/", "/2019", "2019/", "ja", "-1", "2019-02-29", "tills vidare", "från", "till", "9999", "Å", "|",
        ]
        for _ in 0..<50 {
            var text = ""
            var depth = 0
            for _ in 0..<40 {
                let line = Int.random(in: 0..<8, using: &generator) == 0 ? heads.randomElement(using: &generator) : nil
                depth = line == nil ? Int.random(in: 1...min(4, depth + 1), using: &generator) : 0
                guard let key = line ?? lines.randomElement(using: &generator) else { continue }
                let isStrange = Int.random(in: 0..<3, using: &generator) == 0
                let value = isStrange ? strange.randomElement(using: &generator) : key.value
                text += String(repeating: "  ", count: depth) + "\(key.key): \(value ?? "")\n"
            }
            _ = reads([SourceFile("prov.txt", text)])
            _ = reads([SourceFile("prov.txt", text), Specimen.surroundings])
        }
    }

    @Test("random edits of whole entries of every kind never stop the reading", arguments: 0..<20 as Range<UInt64>)
    func entries(_ seed: UInt64) throws {
        var generator = Seeded(seed)
        for specimen in Specimen.all {
            for _ in 0..<10 {
                var written = WrittenLines(specimen.text)
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let index = Int.random(in: 0..<written.lines.count, using: &generator)
                    let other = written.lines.randomElement(using: &generator)
                    switch Int.random(in: 0..<5, using: &generator) {
                    case 0 where written.lines.count > 2: written = written.without(max(1, index))
                    case 1: written = written.doubling(index)
                    case 2: written = written.changing(index, key: other?.key)
                    case 3: written = written.changing(index, value: other?.value)
                    default: written = written.adding(under: index, other?.key ?? "", other?.value ?? "")
                    }
                }
                _ = reads([SourceFile("prov.txt", written.text), Specimen.surroundings])
            }
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

    @Test("a long chain of documents, each in the place of the one before, is read in a moment", .timeLimit(.minutes(1)))
    func longChain() throws {
        let count = 20_000
        func document(_ number: Int, after other: Int?) -> String {
            "dokument: d\(number)\n  titel: T\n  slag: s\n  beslutat: 2010\n" + (other.map { "  ersätter: d\($0)\n" } ?? "")
        }
        let documents = (0..<count).map { document($0, after: $0 > 0 ? $0 - 1 : nil) }
        // The last stands first in the file, and still comes last.
        let planned = try read([SourceFile("prov.txt", documents.reversed().joined())])
        #expect(planned.count == count)
        #expect(planned.first?.origin.line == (count - 1) * 5 + 1)
        // A ring is for the rules to refuse; the reading only must come to an end.
        #expect(reads([SourceFile("ring.txt", (0..<count).map { document($0, after: ($0 + 1) % count) }.joined())]))
        #expect(reads([SourceFile("ring.txt", document(0, after: 0))]))
    }

    @Test("many names that stand nowhere are told in a moment", .timeLimit(.minutes(1)))
    func manyUnknown() {
        let names = (0..<2_000).map {
            "kommun: kommun-\($0)\n  namn: N\n  officiellt namn: N\n  kod: 0000\n  medlem från: 2010\n"
        }
        let hosts = (0..<20_000).map { "  värd: kommum-\($0)\n" }
        let conference = "konferensserie: s\n  namn: S\n  känd från: 2010\nkonferens: s/1\n  datum: 2010\n  läge: genomförd\n"
        #expect(!reads([SourceFile("kommuner.txt", names.joined()), SourceFile("prov.txt", conference + hosts.joined())]))
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
