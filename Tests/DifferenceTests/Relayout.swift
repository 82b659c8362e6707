@testable import Difference

/// Lays a locked text out anew, as a word processor and then `pdftotext` would, without changing a word.
struct Relayout {
    var dice: Dice

    /// The text in lines and pages, with whatever layout the dice give.
    mutating func layOut(_ locked: String) -> String {
        let width = 12 + dice.below(70)
        let bullet = dice.one(of: ["–", "•", "-", "\u{F0B7}", "●", "o"])
        let isLoneBullet = dice.below(4) == 0
        var lines: [String] = []
        for paragraph in locked.split(separator: "\n") {
            var words = paragraph.split(separator: " ").map(String.init)
            if words.first == "–" {
                words.removeFirst()
                if isLoneBullet {
                    lines.append(bullet)
                } else {
                    words[0] = bullet + dice.one(of: [" ", "\t", "\u{A0}"]) + words[0]
                }
            }
            lines += wrap(words, width)
            if dice.below(3) == 0 { lines.append("") }
        }
        return paged(lines)
    }

    private mutating func wrap(_ words: [String], _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words {
            var rest = disguised(word)
            while true {
                let space = line.isEmpty ? "" : dice.one(of: [" ", " ", " ", "  ", "\u{A0}"])
                let room = width - line.count - space.count
                if rest.count <= room {
                    line += space + rest
                    break
                }
                if let (start, end) = parted(rest, room) {
                    line += space + start
                    rest = end
                } else if line.isEmpty {
                    line = rest
                    break
                }
                lines.append(indented(line))
                line = ""
            }
        }
        return lines + [indented(line)]
    }

    private mutating func indented(_ line: String) -> String {
        (dice.below(5) == 0 ? "   " : "") + line + (dice.below(5) == 0 ? " " : "")
    }

    /// A word in two parts with a hyphen between, of which the first has room.
    private mutating func parted(_ word: String, _ room: Int) -> (String, String)? {
        let letters = Array(word)
        let places = letters.indices.filter { place in
            place >= 2 && place + 2 <= letters.count && place < room && letters[place].isLetter && letters[place - 1].isLetter
        }
        // At the hyphen that the word has.
        if let place = letters.firstIndex(of: "-"), place > 1, place + 1 < letters.count, place < room {
            return (String(letters[...place]), String(letters[(place + 1)...]))
        }
        guard !places.isEmpty, dice.below(3) > 0 else { return nil }
        let place = places[dice.below(places.count)]
        let start = String(letters[..<place])
        return (start + dice.one(of: ["-", "-", "-", "\u{2010}", "\u{AD}"]), String(letters[place...]))
    }

    /// A word written in another way.
    private mutating func disguised(_ word: String) -> String {
        switch dice.below(12) {
        case 0:
            replacing(word, ["fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ", "...": "…", "…": "..."])
        case 1:
            replacing(word, ["å": "a\u{30A}", "ä": "a\u{308}", "ö": "o\u{308}", "é": "e\u{301}"])
        case 2:
            replacing(word, ["\"": dice.one(of: ["”", "“", "„"]), "-": "\u{2011}"])
        case 3 where word.count > 4:
            String(word.prefix(2)) + dice.one(of: ["\u{AD}", "\u{200B}", "\u{2060}"]) + word.dropFirst(2)
        default: word
        }
    }

    private func replacing(_ word: String, _ pairs: [String: String]) -> String {
        pairs.reduce(word) { word, pair in
            word.split(separator: pair.key, omittingEmptySubsequences: false).joined(separator: pair.value)
        }
    }

    private mutating func paged(_ lines: [String]) -> String {
        let height = 8 + dice.below(30)
        let header = dice.one(of: ["", "Samverkansavtal", "Bilaga 2  Avtal om samverkan", "Dnr 2026/118 Avtal", "5 § Parterna"])
        let hasHeaderFirst = dice.below(2) == 0
        let footer = dice.below(4)
        let firstNumber = 1 + dice.below(3)
        let count = (lines.count + height - 1) / height
        var text = ""
        for page in 0..<count {
            var content = Array(lines[page * height..<min(lines.count, (page + 1) * height)])
            if count > 2, !header.isEmpty, page > 0 || hasHeaderFirst { content = [header, ""] + content }
            if count > 1 {
                switch footer {
                case 1: content += ["", "\(page + firstNumber)"]
                case 2: content = ["Sida \(page + firstNumber) (\(count))"] + content
                case 3: content += ["Antaget den 3 maj 2026        – \(page + firstNumber) –"]
                default: break
                }
            }
            text += content.joined(separator: "\n") + "\n\u{C}"
        }
        return text
    }
}
