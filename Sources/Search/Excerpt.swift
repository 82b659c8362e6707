/// Cuts out the passage of a text that shows best why a page was found.
///
/// It is the stretch that answers best to the most terms, the first such. It begins with the sentence if that isn't far,
/// otherwise with a word, and ends with a word. An ellipsis tells that there is more.
enum Excerpt {
    /// No passage has more letters, besides the ellipses.
    static let longest = 160

    /// How much may stand before the first word that answers.
    private static let longestLead = 80

    /// The passage in pieces.
    static func pieces(of texts: [String], _ marks: [Marks.Mark]) -> [SearchPiece] {
        guard let window = bestWindow(among: marks) else {
            guard let text = texts.first(where: { hasLetters($0.utf8Span.span, 0..<$0.utf8.count) }) else { return [] }
            return cut(text, from: 0, to: 0, [])
        }
        guard let first = marks[window].first, let last = marks[window].last, first.string < texts.count else { return [] }
        return cut(texts[first.string], from: first.start, to: last.start, marks.filter { $0.string == first.string })
    }

    /// The whole string in pieces.
    static func pieces(ofWhole string: String, _ marks: [Marks.Mark]) -> [SearchPiece] {
        pieces(of: string, 0..<string.utf8.count, marks)
    }

    /// The marks that stand near each other and together answer best.
    ///
    /// Only the first thousand are looked at, so that a text which is nothing but the word costs no more than others.
    private static func bestWindow(among marks: [Marks.Mark]) -> Range<Int>? {
        var best: (value: Int, window: Range<Int>)?
        var weights = [Int](repeating: 0, count: UInt32.bitWidth)
        for first in marks.indices.prefix(1000) {
            var value = 0
            for term in weights.indices { weights[term] = 0 }
            var end = first
            while end < marks.count, marks[end].string == marks[first].string,
                marks[end].start - marks[first].start <= longest - 20
            {
                var terms = marks[end].terms
                while terms != 0 {
                    let term = terms.trailingZeroBitCount
                    terms &= terms - 1
                    let gain = max(0, Int(marks[end].weight) - weights[term])
                    weights[term] += gain
                    value += gain
                }
                // More of the same is worth a little.
                value += 1
                end += 1
            }
            if best.map({ value > $0.value }) ?? true { best = (value, first..<end) }
        }
        return best?.window
    }

    /// The passage that holds two places of a text, if both have room.
    private static func cut(_ text: String, from first: Int, to last: Int, _ marks: [Marks.Mark]) -> [SearchPiece] {
        let bytes = text.utf8Span.span
        let begin = beginning(in: bytes, before: first, room: longest - 20 - (last - first))
        let end = ending(in: bytes, after: begin, atLeast: first)
        var pieces: [SearchPiece] = []
        if begin > 0, hasLetters(bytes, 0..<begin) { pieces.append(SearchPiece("… ", isMatch: false)) }
        pieces += self.pieces(of: text, begin..<end, marks)
        if hasLetters(bytes, end..<bytes.count) { pieces.append(SearchPiece(" …", isMatch: false)) }
        return pieces
    }

    private static func beginning(in bytes: Span<UInt8>, before first: Int, room: Int) -> Int {
        // Near the end of the text there is room for more of what stands before.
        let lead = max(min(longestLead, max(0, room)), longest - (bytes.count - first))
        let earliest = max(0, first - lead)
        if earliest == 0 { return skippingSpace(in: bytes, from: 0, to: bytes.count) }
        var sentence: Int?
        var word: Int?
        for index in earliest..<first where isSpace(bytes[index]) && !isSpace(bytes[index + 1]) {
            if sentence == nil, index > 0, isSentenceEnd(bytes[index - 1]) || bytes[index] == UInt8(ascii: "\n") {
                sentence = index + 1
            }
            if word == nil, first - index <= lead / 2 + 1 { word = index + 1 }
        }
        return sentence ?? word ?? first
    }

    private static func ending(in bytes: Span<UInt8>, after begin: Int, atLeast first: Int) -> Int {
        var (letters, index) = (0, begin)
        var lastWordEnd: Int?
        while index < bytes.count {
            let isLetterStart = bytes[index] & 0xC0 != 0x80
            if isLetterStart, letters == longest { break }
            if isSpace(bytes[index]), index > first, !isSpace(bytes[index - 1]) { lastWordEnd = index }
            if isLetterStart { letters += 1 }
            index += 1
        }
        if index < bytes.count {
            return isSpace(bytes[index]) ? index : lastWordEnd ?? index
        }
        while index > begin, isSpace(bytes[index - 1]) { index -= 1 }
        return index
    }

    /// A stretch of a text in pieces, words that answer by themselves.
    private static func pieces(of text: String, _ range: Range<Int>, _ marks: [Marks.Mark]) -> [SearchPiece] {
        let bytes = text.utf8Span.span
        var pieces: [SearchPiece] = []
        var written = range.lowerBound
        for mark in marks where mark.start >= written && mark.start < range.upperBound {
            var scanner = WordScanner(at: mark.start)
            guard scanner.next(in: bytes) else { continue }
            let end = min(scanner.end, range.upperBound)
            // Parts of one reference, as in KSM2021-1346, are one piece.
            if let last = pieces.last, last.isMatch, isJoined(bytes, written..<mark.start) {
                pieces[pieces.count - 1].text += slice(text, written..<end)
            } else {
                if written < mark.start { pieces.append(SearchPiece(slice(text, written..<mark.start), isMatch: false)) }
                pieces.append(SearchPiece(slice(text, mark.start..<end), isMatch: true))
            }
            written = end
        }
        if written < range.upperBound { pieces.append(SearchPiece(slice(text, written..<range.upperBound), isMatch: false)) }
        return pieces
    }

    private static func isJoined(_ bytes: Span<UInt8>, _ between: Range<Int>) -> Bool {
        switch between.count {
        case 0: true
        case 1: bytes[between.lowerBound] == UInt8(ascii: "-") || bytes[between.lowerBound] == UInt8(ascii: "/")
        // – and its kin are E2 80 90–95.
        case 3:
            bytes[between.lowerBound] == 0xE2 && bytes[between.lowerBound + 1] == 0x80
                && (0x90...0x95).contains(bytes[between.lowerBound + 2])
        default: false
        }
    }

    private static func slice(_ text: String, _ range: Range<Int>) -> String {
        let bytes = text.utf8
        return String(
            text[
                bytes.index(
                    bytes.startIndex,
                    offsetBy: range.lowerBound
                )..<bytes.index(bytes.startIndex, offsetBy: range.upperBound)
            ]
        )
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isSentenceEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
    }

    private static func skippingSpace(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, isSpace(bytes[index]) { index += 1 }
        return index
    }

    private static func hasLetters(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where !isSpace(bytes[index]) { return true }
        return false
    }
}
