/// A locked text, ready to be held against what was taken out of a file.
struct LockedText {
    private let lines: [PlainLine]

    /// The whole text with one space between words and `PlainLine.bullet` for each bullet.
    private let signs: [Character]

    init(_ text: String) {
        lines = text.split { $0.isNewline || $0 == "\u{C}" }.map { PlainLine($0) }.filter { !$0.signs.isEmpty }
        var signs: [Character] = []
        for line in lines {
            if !signs.isEmpty { signs.append(" ") }
            signs += line.hasBullet ? [PlainLine.bullet] + line.signs.dropFirst() : line.signs
            if line.end == .hyphen { signs.append("-") }
        }
        self.signs = signs
    }

    /// The text line by line, without bullets.
    var text: String { lines.map { Self.withoutBullet($0) }.joined(separator: "\n") }

    private static func withoutBullet(_ line: PlainLine) -> String {
        line.hasBullet ? String(line.text.dropFirst(2)) : line.text
    }

    // MARK: Is it the same?

    /// How what follows joins what has been read.
    private enum Joint: Int {
        case space
        case glued
        case either
        /// The word goes on, and begins with a letter that was there twice already.
        case doubled
    }

    /// How far the locked text has been found.
    private struct State {
        var position: Int
        var joint: Joint
        /// The last line that was set aside on the way here, in `SetAside`.
        var setAside: Int
    }

    /// So many ways of setting lines aside are kept in mind at once; an ordinary text needs two.
    private static let mostStates = 64

    /// The lines to set aside so that the rest is the locked text, none if there are no such lines.
    func linesSetAside(in pages: Pages) -> [Int]? {
        var trail: [(line: Int, before: Int)] = []
        var states = [State(position: 0, joint: .either, setAside: -1)]
        for (number, line) in pages.lines.enumerated() {
            var next = states.flatMap { after(line, $0) }
            if pages.areRunning[number] {
                for state in states {
                    trail.append((number, state.setAside))
                    next.append(State(position: state.position, joint: state.joint, setAside: trail.count - 1))
                }
            }
            var seen: Set<Int> = []
            states = Array(next.filter { seen.insert($0.position * 4 + $0.joint.rawValue).inserted }.prefix(Self.mostStates))
            if states.isEmpty { return nil }
        }
        guard let end = states.first(where: { $0.position == signs.count }) else { return nil }
        var setAside: [Int] = []
        var place = end.setAside
        while place >= 0 {
            setAside.append(trail[place].line)
            place = trail[place].before
        }
        return setAside.reversed()
    }

    /// Where one may be when a line has been read.
    private func after(_ line: PlainLine, _ state: State) -> [State] {
        guard let position = position(after: line.signs, state) else { return [] }
        func reached(_ position: Int, _ joint: Joint) -> State {
            State(position: position, joint: joint, setAside: state.setAside)
        }
        switch line.end {
        case .space: return [reached(position, .space)]
        case .open: return [reached(position, .either)]
        case .softHyphen: return [reached(position, .glued)]
        case .hyphen:
            if position < signs.count, signs[position] == "-" { return [reached(position + 1, .either)] }
            let isDouble = position > 1 && signs[position - 1] == signs[position - 2]
            return [reached(position, .glued)] + (isDouble ? [reached(position, .doubled)] : [])
        }
    }

    private func position(after line: [Character], _ state: State) -> Int? {
        var (position, place) = (state.position, 0)
        if state.joint == .doubled {
            guard line[0] == signs[position - 1] else { return nil }
            place = 1
        }
        if position > 0, position < signs.count {
            if signs[position] == " " {
                guard state.joint == .space || state.joint == .either else { return nil }
                position += 1
            } else if state.joint == .space {
                return nil
            }
        }
        // A bullet that the locked text doesn't have here.
        if PlainLine.isBullet(line, at: place), PlainLine.onlyBullets.contains(line[place]),
            position < signs.count, signs[position] != PlainLine.bullet, signs[position] != line[place]
        {
            place += 2
        }
        while place < line.count {
            guard position < signs.count else { return nil }
            if signs[position] == PlainLine.bullet {
                if PlainLine.isBullet(line, at: place) { place += 2 }
                position += 2
            } else {
                if signs[position] != line[place] { position = afterLostHyphen(position) ?? position }
                guard signs[position] == line[place] else { return nil }
                position += 1
                place += 1
            }
        }
        // A bullet may stand alone on its line: the space after it is then the line's end.
        if position > 0, position <= signs.count, signs[position - 1] == " " { position -= 1 }
        return position
    }

    /// Where the letters go on after a hyphen between them, with or without a space after it.
    private func afterLostHyphen(_ position: Int) -> Int? {
        guard signs[position] == "-", position > 0, signs[position - 1].isLetter, position + 2 < signs.count else { return nil }
        let next = signs[position + 1] == " " ? position + 2 : position + 1
        return signs[next].isLetter ? next : nil
    }

    // MARK: What is different?

    /// The lines of a file as one text, with words parted at the end of a line put together as the locked text has them.
    func relaid(_ pages: Pages) -> String {
        let known = Set(lines.flatMap { $0.text.split(separator: " ").map { Self.bare($0) } })
        let bulleted = Set(lines.filter(\.hasBullet).map { Self.firstWord(Self.withoutBullet($0)) })
        // A heading may be the same as the running header: as many are kept as the locked text has.
        var wanted: [String: Int] = [:]
        for line in lines { wanted[line.text, default: 0] += 1 }
        var text = ""
        var end: PlainLine.End?
        for (number, line) in pages.lines.enumerated() {
            if pages.areRunning[number] {
                guard let count = wanted[line.text], count > 0 else { continue }
                wanted[line.text] = count - 1
            }
            var signs = line.signs[...]
            if line.hasBullet, let sign = signs.first {
                let rest = signs.dropFirst(2)
                if PlainLine.onlyBullets.contains(sign) || bulleted.contains(Self.firstWord(String(rest))) { signs = rest }
            }
            var added = String(signs)
            switch end {
            case nil: break
            case .softHyphen: break
            case .hyphen:
                let first = Self.bare(text.suffix(while: { $0 != " " && $0 != "\n" }))
                let second = Self.firstWord(added)
                if known.contains(first + second) {
                    break
                } else if known.contains(first + "-" + second) {
                    text += "-"
                } else if known.contains(first + "-") {
                    text += "-\n"
                } else if known.contains(first + second.dropFirst()),
                    first.suffix(2) == String(repeating: String(second.prefix(1)), count: 2)
                {
                    added.removeFirst()
                }
            case .open:
                let whole = text.suffix(while: { $0 != " " && $0 != "\n" }) + added.prefix { $0 != " " }
                if !known.contains(Self.bare(whole)) { text += "\n" }
            case .space: text += "\n"
            }
            text += added
            end = line.end
        }
        return Self.withHyphens(end == .hyphen ? text + "-" : text, known, withLostHyphens())
    }

    /// The words that have a hyphen, by what they are without it.
    private func withLostHyphens() -> [String: String] {
        func isBetweenLetters(_ start: Substring, _ end: Substring) -> Bool {
            (start.last?.isLetter ?? false) && (end.first?.isLetter ?? false)
        }
        var written: [String: String] = [:]
        for line in lines {
            let words = line.text.split(separator: " ").map { Self.bare($0) }
            for (place, word) in words.enumerated() {
                if word.last == "-", place + 1 < words.count, isBetweenLetters(word.dropLast(), words[place + 1][...]) {
                    written[word.dropLast() + words[place + 1]] = word + " " + words[place + 1]
                }
                for hyphen in word.indices.dropLast() where word[hyphen] == "-" {
                    let (start, end) = (word[..<hyphen], word[word.index(after: hyphen)...])
                    if isBetweenLetters(start, end) { written[String(start + end)] = word }
                }
            }
        }
        return written
    }

    /// A text with each word that the locked text only has with a hyphen written so.
    private static func withHyphens(_ text: String, _ known: Set<String>, _ written: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while !rest.isEmpty {
            let word = rest.prefix { $0 != " " && $0 != "\n" }
            let bare = bare(word)
            if let whole = written[bare], !known.contains(bare) {
                let start = word.prefix { !isPart($0) }
                result += start + whole + word.dropFirst(start.count + bare.count)
            } else {
                result += word
            }
            rest = rest[word.endIndex...]
            if let space = rest.popFirst() { result.append(space) }
        }
        return result
    }

    private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private static func firstWord(_ text: String) -> String {
        bare(text.prefix { $0 != " " })
    }

    /// A word without the signs around it, but with a hyphen that it ends in.
    private static func bare(_ word: some BidirectionalCollection<Character>) -> String {
        let end = word.lastIndex { isPart($0) || $0 == "-" }.map { word.index(after: $0) } ?? word.startIndex
        return String(word[..<end].drop { !isPart($0) })
    }
}

extension String {
    /// The characters at the end that are so.
    fileprivate func suffix(while isSo: (Character) -> Bool) -> Substring {
        self[(lastIndex { !isSo($0) }.map { index(after: $0) } ?? startIndex)...]
    }
}
