/// A text that was taken out of a file, with its pages.
struct Pages {
    /// All lines with something on them, in order.
    private(set) var lines: [PlainLine] = []

    /// If each line can be a running header, a footer or a page number: what stands at the top or the bottom of several pages.
    ///
    /// It is said of lines of which the same text is among the three first or last on at least two pages. A number in it may follow the
    /// pages, as in *Sida 3 (12)*. A lone page number needs only be right for its page.
    private(set) var areRunning: [Bool] = []

    /// What the line is on all its pages, for those that can be running.
    private(set) var keys: [String] = []

    /// Lines at each end of a page that can be running.
    private static let margin = 3

    /// No running line is longer.
    private static let longest = 200

    init(_ text: String) {
        var pagesOfKey: [String: (first: Int, isOnSeveral: Bool)] = [:]
        var keysOfLine: [[String]] = []
        for (page, content) in text.split(separator: "\u{C}", omittingEmptySubsequences: false).enumerated() {
            let first = lines.count
            lines += content.split(whereSeparator: \.isNewline).map { PlainLine($0) }.filter { !$0.signs.isEmpty }
            for line in first..<lines.count {
                let isInMargin =
                    (line < first + Self.margin || line >= lines.count - Self.margin) && lines[line].signs.count <= Self.longest
                let keys = isInMargin ? Self.keys(of: lines[line].text, page: page) : []
                keysOfLine.append(keys)
                for key in keys {
                    if let known = pagesOfKey[key], known.first != page { pagesOfKey[key] = (known.first, true) }
                    if pagesOfKey[key] == nil { pagesOfKey[key] = (page, false) }
                }
                areRunning.append(isInMargin && Self.isPageNumber(lines[line].text, page + 1))
            }
        }
        keys = lines.map(\.text)
        for line in lines.indices {
            guard let key = keysOfLine[line].first(where: { pagesOfKey[$0]?.isOnSeveral ?? false }) else { continue }
            areRunning[line] = true
            keys[line] = key
        }
    }

    /// The line as it is, and with each of its numbers as how far it is from the page's.
    private static func keys(of text: String, page: Int) -> [String] {
        var keys = [text]
        for run in numbers(in: text) {
            guard let number = Int(text[run]) else { continue }
            keys.append("\(text[..<run.lowerBound])#\(text[run.upperBound...]) \(number - page)")
        }
        return keys
    }

    private static func numbers(in text: String) -> [Range<String.Index>] {
        var runs: [Range<String.Index>] = []
        var place = text.startIndex
        while let start = text[place...].firstIndex(where: isDigit) {
            let end = text[start...].firstIndex { !isDigit($0) } ?? text.endIndex
            // No page has a longer number.
            if text.distance(from: start, to: end) <= 6 { runs.append(start..<end) }
            place = end
        }
        return runs
    }

    private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }

    /// If a line says which page it is, and nothing else.
    private static func isPageNumber(_ text: String, _ page: Int) -> Bool {
        let runs = numbers(in: text)
        guard let first = runs.first, runs.count <= 2, Int(text[first]) == page else { return false }
        let words = text.split { !$0.isLetter }.map { $0.lowercased() }
        return text.count <= 20 && words.allSatisfy { ["sida", "sid", "s", "av", "page", "of"].contains($0) }
    }
}
