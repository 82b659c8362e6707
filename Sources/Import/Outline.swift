/// One line `key: value` of an outline, with what stands indented under it.
package struct Entry: Hashable, Sendable {
    /// The line the key stands on, counted from 1.
    package let line: Int

    /// The word before the colon.
    package let key: String

    /// What stands after the colon, or the text of the bar lines below; empty when there is neither.
    package fileprivate(set) var value: String

    /// The entries one step further in, in order.
    package fileprivate(set) var children: [Entry]
}

/// The format that people write: one `key: value` on each line, two spaces of indentation for each level.
///
///     kommun: haninge
///       namn: Haninge
///       anmärkning:
///         | A text over several lines. They are joined with a space;
///         | a bar alone makes a new paragraph.
///
/// There is no quoting and nothing to escape, because the first colon that is followed by a space ends the key and the rest
/// of the line is the value. Reading goes on after a fault, as if the nearest sensible thing had been written, so that all
/// faults are found at once and one slip isn't told ten times.
package enum Outline {
    /// Deeper than this isn't written by anybody.
    package static let maximumDepth = 200

    /// The entries of a file, in order.
    ///
    /// - Parameter file: the file as it lay on the disk.
    /// - Returns: the entries that are not indented, with the others under them.
    /// - Throws: all faults, when there is one.
    package static func entries(of file: SourceFile) throws(ImportFaults) -> [Entry] {
        let log = FaultLog(file: file.name)
        let entries = entries(of: file, log)
        guard log.faults.isEmpty else {
            throw ImportFaults(faults: log.inOrder, filesWithMore: log.hasMore ? [file.name] : [])
        }
        return entries
    }

    static func entries(of file: SourceFile, _ log: FaultLog) -> [Entry] {
        guard let lines = file.lines(log) else { return [] }
        var writer = OutlineWriter(log: log)
        for (index, line) in lines.enumerated() where !log.isFull {
            writer.read(line, number: index + 1)
        }
        return writer.finish()
    }
}

/// Builds the outline line by line.
private struct OutlineWriter {
    let log: FaultLog
    /// The entry last read and those it stands under, the outermost first.
    private var open: [Entry] = []
    private var done: [Entry] = []
    private var text = TextBlock()
    /// Told once for the whole file.
    private var isTooDeep = false

    init(log: FaultLog) {
        self.log = log
    }

    mutating func read(_ line: String, number: Int) {
        let (steps, content) = indentation(of: line, number: number)
        guard let first = content.utf8.first else {
            text.isClosed = true
            return
        }
        if first == UInt8(ascii: "#") { return }
        guard steps / 2 < Outline.maximumDepth else {
            if !isTooDeep { log.add(number, "Filen är djupare än \(Outline.maximumDepth) nivåer. Skriv den grundare.") }
            isTooDeep = true
            return
        }
        guard first != UInt8(ascii: "|") else {
            readBar(content.utf8.dropFirst(), spaces: steps, number: number)
            return
        }
        closeText()
        guard let (key, value) = split(content) else {
            log.add(
                number,
                content.utf8.last == UInt8(ascii: ":") || content.utf8.contains(UInt8(ascii: ":"))
                    ? "Raden saknar nyckel eller mellanslag efter kolon. Skriv ”nyckel: värde”. Löpande text inleds med |."
                    : "Raden saknar kolon. Skriv ”nyckel: värde”. Löpande text inleds med |."
            )
            return
        }
        let depth = depth(steps, number: number)
        close(to: depth)
        open.append(Entry(line: number, key: key, value: value, children: []))
        text = TextBlock()
    }

    mutating func finish() -> [Entry] {
        closeText()
        close(to: 0)
        return done
    }

    /// How many spaces the line begins with, and the rest without white space at the ends.
    private func indentation(of line: String, number: Int) -> (steps: Int, content: Substring) {
        var steps = 0
        var hasTab = false
        var hasOther = false
        var rest = line.unicodeScalars[...]
        while let scalar = rest.first, scalar.properties.isWhitespace {
            hasTab = hasTab || scalar == "\t"
            hasOther = hasOther || (scalar != " " && scalar != "\t")
            steps += scalar == "\t" ? 2 - steps % 2 : 1
            rest = rest.dropFirst()
        }
        while let scalar = rest.last, scalar.properties.isWhitespace {
            rest = rest.dropLast()
        }
        guard let first = rest.first, first != "#" else { return (steps, Substring(rest)) }
        if hasTab {
            log.add(number, "Raden börjar med en tabb. Använd mellanslag, två för varje nivå.")
        } else if hasOther {
            log.add(number, "Raden börjar med ett hårt mellanslag. Använd vanliga mellanslag, två för varje nivå.")
        } else if rest.contains("\t") {
            log.add(number, "Raden innehåller en tabb. Byt den mot ett mellanslag.")
        }
        return (steps, Substring(rest))
    }

    /// The level that a number of spaces means, never deeper than one below the entry last read.
    private func depth(_ spaces: Int, number: Int) -> Int {
        if spaces % 2 == 1 {
            log.add(number, "Raden börjar med \(spaces) mellanslag. Det ska vara två för varje nivå, alltså ett jämnt antal.")
        }
        // An odd number is most often one too few.
        let depth = (spaces + 1) / 2
        guard depth > open.count else { return depth }
        if open.isEmpty {
            log.add(number, "Raden är indragen men har ingen nyckel ovanför sig att höra till. Ta bort indraget.")
        } else if spaces % 2 == 0 {
            log.add(
                number,
                "Raden är indragen för långt. Den får ha högst \(open.count * 2) mellanslag, eftersom raden ovanför har \(open.count * 2 - 2)."
            )
        }
        return open.count
    }

    /// The key and the value, or nil when the line has no key.
    private func split(_ content: Substring) -> (key: String, value: String)? {
        let bytes = content.utf8
        var index = bytes.startIndex
        while let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
            let next = bytes.index(after: colon)
            if next == bytes.endIndex || bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\t") {
                guard colon > bytes.startIndex else { return nil }
                let key = bytes[..<colon], value = bytes[next...]
                return (String(Substring(key)).trimmed, String(Substring(value)).trimmed)
            }
            index = next
        }
        return nil
    }

    private mutating func readBar(_ bytes: Substring.UTF8View.SubSequence, spaces: Int, number: Int) {
        guard let owner = open.last else {
            log.add(number, "Texten hör inte till någon nyckel. Skriv nyckeln på raden före, som ”text:”.")
            return
        }
        guard depth(spaces, number: number) == open.count, owner.children.isEmpty else {
            log.add(
                number,
                "Texten hör inte till raden ovanför. Rader med | ska stå ett steg in under sin nyckel, före andra rader där."
            )
            return
        }
        guard owner.value.isEmpty else {
            // Told once for the whole text.
            if text.lines.isEmpty {
                log.add(
                    number,
                    "”\(owner.key)” har redan ett värde på sin egen rad. Skriv allt på raden, eller allt på rader med |."
                )
            }
            text.lines.append("")
            return
        }
        if text.isClosed, !text.lines.isEmpty {
            log.add(number, "En tom rad delar texten. Skriv ett ensamt | där ett nytt stycke börjar.")
        }
        text.isClosed = false
        text.lines.append(String(Substring(bytes)).trimmed)
        if text.firstLine == nil { text.firstLine = number }
    }

    private mutating func closeText() {
        guard let owner = open.indices.last, open[owner].value.isEmpty, text.firstLine != nil else { return }
        open[owner].value = text.joined
        text = TextBlock()
    }

    private mutating func close(to depth: Int) {
        while open.count > depth, let entry = open.popLast() {
            if let parent = open.indices.last {
                open[parent].children.append(entry)
            } else {
                done.append(entry)
            }
        }
    }
}

/// The bar lines under a key.
private struct TextBlock {
    var lines: [String] = []
    var firstLine: Int?
    var isClosed = false

    /// Lines joined with a space, paragraphs with an empty line.
    var joined: String {
        lines.split(separator: "", omittingEmptySubsequences: true)
            .map { $0.joined(separator: " ") }
            .joined(separator: "\n\n")
    }
}

extension String {
    /// Without white space at the ends.
    var trimmed: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars = scalars.dropFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars = scalars.dropLast() }
        return String(scalars)
    }
}
