/// A file that somebody wants to have read in.
package struct SourceFile: Hashable, Sendable {
    /// The name that faults are told with.
    package let name: String

    /// The content, as it lay on the disk.
    package let bytes: [UInt8]

    /// A file with that name and content.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// A larger file isn't one that somebody has written.
    package static let maximumSize = 5_000_000
}

extension SourceFile {
    /// The lines of the file, or nil when it isn't text.
    ///
    /// Line ends may be those of Unix, Windows or old Mac. Letters that a copied PDF has split into a letter and an accent
    /// are put together, so that the same word is always the same bytes.
    func lines(_ log: FaultLog) -> [String]? {
        guard bytes.count <= Self.maximumSize else {
            log.add(1, "Filen är större än 5 MB. Dela upp den i flera filer.")
            return nil
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            log.add(1, "Filen är sparad som UTF-16. Spara om den som UTF-8.")
            return nil
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var lines: [String] = []
        for (index, piece) in Self.pieces(of: content).enumerated() {
            // Only the first is told: a file in another encoding has one on every line with å, ä or ö.
            guard let line = String(validating: piece, as: UTF8.self) else {
                log.add(index + 1, "Raden innehåller tecken som inte är UTF-8. Spara om filen som UTF-8.")
                return nil
            }
            if let hidden = line.unicodeScalars.first(where: \.isHidden) {
                let number = String(hidden.value, radix: 16, uppercase: true)
                let padded = String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
                log.add(index + 1, "Raden innehåller ett osynligt tecken (U+\(padded)). Ta bort det, eller skriv om raden.")
            }
            lines.append(line.composed)
        }
        return lines
    }

    private static func pieces(of content: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = content.startIndex
        var index = start
        while index < content.endIndex {
            let byte = content[index]
            let next = index + 1
            guard byte == 0x0A || byte == 0x0D else {
                index = next
                continue
            }
            pieces.append(content[start..<index])
            index = byte == 0x0D && next < content.endIndex && content[next] == 0x0A ? next + 1 : next
            start = index
        }
        if start < content.endIndex { pieces.append(content[start...]) }
        return pieces
    }
}

extension Unicode.Scalar {
    /// Whether a reader can't see the character, or it changes how its neighbours are seen.
    fileprivate var isHidden: Bool {
        switch value {
        case 0x09: false  // The tab has a message of its own.
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}

extension String {
    /// The text with å, ä, ö, ü and é as one scalar each.
    ///
    /// The standard library normalises only inside comparisons, and what is imported is committed to byte by byte.
    fileprivate var composed: String {
        guard unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { return self }
        var scalars: [Unicode.Scalar] = []
        for scalar in unicodeScalars {
            if let last = scalars.last, let composed = Self.compositions[Pair(letter: last, accent: scalar)] {
                scalars[scalars.count - 1] = composed
            } else {
                scalars.append(scalar)
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private struct Pair: Hashable {
        let letter: Unicode.Scalar
        let accent: Unicode.Scalar
    }

    private static let compositions: [Pair: Unicode.Scalar] = [
        Pair(letter: "a", accent: "\u{30A}"): "å", Pair(letter: "A", accent: "\u{30A}"): "Å",
        Pair(letter: "a", accent: "\u{308}"): "ä", Pair(letter: "A", accent: "\u{308}"): "Ä",
        Pair(letter: "o", accent: "\u{308}"): "ö", Pair(letter: "O", accent: "\u{308}"): "Ö",
        Pair(letter: "u", accent: "\u{308}"): "ü", Pair(letter: "U", accent: "\u{308}"): "Ü",
        Pair(letter: "e", accent: "\u{301}"): "é", Pair(letter: "E", accent: "\u{301}"): "É",
    ]
}
