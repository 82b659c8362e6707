/// How much room texts take, and how they are broken into lines.
///
/// Which system font a reader has is not known. The widths are those of DejaVu Sans, the widest of the common ones: what has room in it
/// has room in all of them.
enum Lettering {
    /// Hundredths of the size, for the characters from blank to tilde.
    private static let regular: [UInt8] = [
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84,
        84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39,
        34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59,
        52, 64, 34, 64, 84,
    ]
    private static let strong: [UInt8] = [
        35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84,
        84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 46,
        37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65,
        58, 71, 37, 71, 84,
    ]

    /// The width of a text on one line.
    static func width(of text: String, size: Double, isStrong: Bool = false) -> Double {
        width(of: Array(text.utf8)[...], size: size, isStrong: isStrong)
    }

    /// The width of the widest of some lines.
    static func width(of lines: [String], size: Double, isStrong: Bool = false) -> Double {
        lines.reduce(0) { max($0, width(of: $1, size: size, isStrong: isStrong)) }
    }

    private static func width(of bytes: ArraySlice<UInt8>, size: Double, isStrong: Bool) -> Double {
        let table = isStrong ? strong : regular
        var hundredths = 0
        for byte in bytes {
            switch byte {
            case 0x20..<0x7F: hundredths += Int(table[Int(byte) - 0x20])
            // Letters beyond ASCII, by the byte that begins them. The Swedish ones have two bytes; signs and emoji have more.
            case 0xC2..<0xE3: hundredths += isStrong ? 77 : 69
            case 0xE3...: hundredths += 125
            default: break
            }
        }
        return Double(hundredths) / 100 * size
    }

    /// The width of the widest part that a text can't be broken within.
    static func shortest(_ text: String, size: Double, isStrong: Bool = false) -> Double {
        Piece.all(in: text).reduce(0) { widest, piece in
            max(widest, width(of: piece.bytes[...], size: size, isStrong: isStrong) + (piece.isSoft ? 0.42 * size : 0))
        }
    }

    /// A text in lines of at most a certain width.
    ///
    /// It is broken at blanks, after hyphens and at soft hyphens, which are not written otherwise. A word that is too long is cut with a
    /// hyphen, so that nothing is left out.
    static func lines(_ text: String, within limit: Double, size: Double, isStrong: Bool = false) -> [String] {
        let hyphen = width(of: "-", size: size, isStrong: isStrong)
        let blank = width(of: " ", size: size, isStrong: isStrong)
        var lines: [String] = []
        var line: [UInt8] = []
        var lineWidth = 0.0
        var endsSoftly = false
        func finish() {
            if endsSoftly { line.append(UInt8(ascii: "-")) }
            lines.append(String(decoding: line, as: UTF8.self))
            line = []
            lineWidth = 0
            endsSoftly = false
        }
        for piece in Piece.all(in: text) {
            var rest = piece.bytes[...]
            var restWidth = width(of: rest, size: size, isStrong: isStrong)
            let before = piece.follows == .blank && !line.isEmpty ? blank : 0
            let after = piece.isSoft ? hyphen : 0
            if !line.isEmpty, lineWidth + before + restWidth + after > limit {
                finish()
            } else if before > 0 {
                line.append(0x20)
                lineWidth += blank
            }
            while restWidth + after > limit, let cut = cut(rest, within: limit - hyphen, size: size, isStrong: isStrong) {
                line = rest[..<cut] + [UInt8(ascii: "-")]
                endsSoftly = false
                finish()
                rest = rest[cut...]
                restWidth = width(of: rest, size: size, isStrong: isStrong)
            }
            line += rest
            lineWidth += restWidth
            endsSoftly = piece.isSoft
        }
        if !line.isEmpty {
            endsSoftly = false
            finish()
        }
        return lines.isEmpty ? [""] : lines
    }

    /// Where a word is to be cut; nil when it can't be.
    private static func cut(_ word: ArraySlice<UInt8>, within limit: Double, size: Double, isStrong: Bool) -> Int? {
        // Where its letters begin.
        let starts = word.indices.filter { word[$0] & 0xC0 != 0x80 }
        var length = 0.0
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : word.endIndex
            length += width(of: word[start..<end], size: size, isStrong: isStrong)
            guard length > limit else { continue }
            // At least one letter a line, however narrow, or it would never end; and no lonely letters after the hyphen.
            let last = max(1, min(index, starts.count > 6 ? starts.count - 3 : index))
            return last < starts.count ? starts[last] : nil
        }
        return starts.count > 1 ? starts[starts.count - 1] : nil
    }

    /// A part of a text that is kept together.
    private struct Piece {
        enum Follows { case blank, nothing }

        var bytes: [UInt8] = []
        var follows: Follows
        /// A hyphen is written after it when it ends a line.
        var isSoft = false

        static func all(in text: String) -> [Piece] {
            var pieces: [Piece] = []
            var current = Piece(follows: .nothing)
            var previous: UInt8 = 0
            func take(next follows: Follows) {
                if !current.bytes.isEmpty { pieces.append(current) }
                current = Piece(follows: current.bytes.isEmpty && pieces.isEmpty ? .nothing : follows)
            }
            for byte in text.utf8 {
                if byte <= 0x20 {
                    take(next: .blank)
                } else if byte == 0xAD, previous == 0xC2 {
                    current.bytes.removeLast()
                    current.isSoft = !current.bytes.isEmpty
                    if current.isSoft { take(next: .nothing) }
                } else {
                    if previous == UInt8(ascii: "-"), current.bytes.count > 2,
                        byte & 0x80 != 0 || byte | 0x20 >= UInt8(ascii: "a")
                    {
                        take(next: .nothing)
                    }
                    current.bytes.append(byte)
                }
                previous = byte
            }
            take(next: .nothing)
            return pieces
        }
    }
}
