/// What the tail of a title says: the unit, and the last year of a series that has ended.
///
/// The source has no field for either. Its titles end with them, after a comma: 'Kostnad grundskola åk 1-9, kr/elev (-2024)'.
struct TitleTail {
    /// The title without the last year.
    var title: String
    /// What the values count, in words; empty when the title doesn't say.
    var unit: String
    /// How many decimals are worth showing of such a unit.
    var decimals: Int
    /// The last year that is counted, when the series has ended.
    var lastYear: Int?

    init(_ whole: String) {
        var words = whole.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        lastYear = Self.takeLastYear(&words)
        title = words.joined(separator: " ")
        var unit = Self.unit(of: title)
        // One title goes on with who made the figures.
        if let start = unit?.range(ofWord: ". Källa") { unit = unit.map { String($0[..<start]) } }
        self.unit = unit.map(Self.inWords) ?? ""
        decimals = unit.map(Self.decimals) ?? 1
    }

    /// '(-2024)' or '(- 2024)' at the end.
    private static func takeLastYear(_ words: inout [String]) -> Int? {
        guard var last = words.last, last.utf8.last == UInt8(ascii: ")") else { return nil }
        if let start = last.range(ofWord: "(-"), start > last.startIndex {
            // '(Ja=1, Nej=0)(-2023)', without the space.
            words[words.count - 1] = String(last[..<start])
            last = String(last[start...])
            words.append(last)
        }
        if last.hasPrefix("(-"), let year = Int(decimals: last.utf8.dropFirst(2).dropLast()), (1900...2200).contains(year) {
            words.removeLast()
            return year
        }
        if words.dropLast().last == "(-", let year = Int(decimals: last.utf8.dropLast()), (1900...2200).contains(year) {
            words.removeLast(2)
            return year
        }
        return nil
    }

    /// What a unit begins with.
    private static let beginnings = [
        "andel", "antal", "(%)", "%", "procent", "promille", "kr", "tkr", "mkr", "miljoner kr", "miljoner kronor", "mnkr",
        "miljarder kr", "1000 kr", "kronor",
        "kg", "gram", "ton", "index", "genomsnitt", "medelvärde", "median", "meter", "km", "kvadratkilometer", "resor/", "mwh",
        "kwh", "gwh", "mw", "kbm", "kvm",
        "hektar", "ha", "år", "dagar", "timmar", "minuter", "månader", "liter", "mbit/s", "balanstal", "svarsfrekvens", "kvot",
        "poäng", "betygspoäng", "procentenheter", "mediantid", "medeltid", "recept", "gånger", "totalindex", "lån/", "besök/",
        "mil",
        "genomsnittlig", "genomsnittligt", "avvikelse", "modellberäknat värde", "m2", "m3", "µg", "kubikmeter",
        "åldersstandardiserade",
        "ålderstandardiserade", "installerad effekt", "euro", "usd", "inv/", "elever/", "barn/", "årsarbetare/", "skala", "betyg",
        "antal/", "ja=", "nej=",
    ]

    /// The part of the title that is the unit; nil when none is recognised.
    private static func unit(of title: String) -> String? {
        let parts = commaParts(of: title)
        // 'kr/inv, 1 nov fg år': the unit can have a condition after it.
        for part in parts.dropFirst().suffix(2).reversed() where isUnit(part) { return part }
        guard let last = parts.last else { return nil }
        if let start = last.range(ofWord: "andel"), last.hasSuffix("%)") { return String(last[start...]) }
        if last.hasSuffix("(%)") || last.hasSuffix("%") { return "(%)" }
        if title.contains("andel (%)") || title.contains("andel(%)") { return "andel (%)" }
        if title.hasSuffix("=0)") || title.hasSuffix("= 0)") || title.hasSuffix("=2)") { return choices(in: title) }
        let lower = title.lowercased()
        for word in ["totalindex", "regionindex", "index"] where lower.hasSuffix(word) || lower.contains(word + " ") {
            return "index"
        }
        for word in ["antal", "genomsnitt", "medelvärde", "median"] where lower.hasSuffix(word) || parts.last == word {
            return word
        }
        if lower.contains("betygspoäng") { return "betygspoäng" }
        if let unit = last.split(separator: " ").last, unit.hasPrefix("kr/") || unit.hasPrefix("antal/") || unit.hasPrefix("kg/")
        {
            return String(unit)
        }
        return lower.hasPrefix("antal ") ? "antal" : nil
    }

    /// The title's parts between commas that stand outside parentheses.
    private static func commaParts(of title: String) -> [String] {
        var parts: [String] = [""]
        var depth = 0
        for character in title {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map { part in
            var part = part[...]
            while part.first == " " { part.removeFirst() }
            while part.last == " " || part.last == "." { part.removeLast() }
            return String(part)
        }
    }

    private static func isUnit(_ text: String) -> Bool {
        let lower = text.lowercased()
        return beginnings.contains { beginning in
            guard lower.hasPrefix(beginning) else { return false }
            guard let next = lower.dropFirst(beginning.count).first else { return true }
            // 'år' must not be found in 'årskurs'.
            return !next.isLetter || beginning.hasSuffix("/")
        }
    }

    /// '(Ja=1, Nej=0)' as words.
    private static func choices(in title: String) -> String? {
        guard let start = title.lastIndex(of: "(") else { return nil }
        return title[title.index(after: start)...].dropLast().split(separator: ",").map { choice in
            let sides = choice.split(separator: "=").map { $0.filter { $0 != " " } == "" ? "" : trimmed($0) }
            return sides.count == 2 ? "\(sides[1]) = \(sides[0].lowercased())" : trimmed(choice)
        }.joined(separator: ", ")
    }

    private static func trimmed(_ text: Substring) -> String { text.split(separator: " ").joined(separator: " ") }

    /// Short forms and what they stand for; a word that isn't here stands as it is.
    private static let spelledOut: [String: String] = [
        "kr": "kronor", "tkr": "tusen kronor", "mkr": "miljoner kronor", "mnkr": "miljoner kronor", "inv": "invånare",
        "inv.": "invånare", "bef": "befolkningen", "bef.": "befolkningen",
        "kbm": "kubikmeter", "kvm": "kvadratmeter", "fg": "föregående", "nov": "november", "st": "styck",
    ]

    /// 'kr/inv 1 nov fg år' as 'kronor per invånare 1 november föregående år', 'andel (%) av bef.' as 'procent av befolkningen'.
    private static func inWords(_ unit: String) -> String {
        var text = unit
        for (sign, word) in [
            ("genomsnittlig andel (%)", "procent i genomsnitt"), ("andel (%)", "procent"), ("andel(%)", "procent"),
            ("(%)", "procent"),
        ]
        where text.hasPrefix(sign) {
            text = word + text.dropFirst(sign.count)
            break
        }
        if text.hasPrefix("1000 kr") { text = "tkr" + text.dropFirst("1000 kr".count) }
        let words = text.split(separator: "/").map { side in
            side.split(separator: " ").map { spelledOut[String($0)] ?? ($0 == "1000" ? "1 000" : String($0)) }.joined(
                separator: " "
            )
        }
        return words.joined(separator: " per ").replacingThousands()
    }

    private static func decimals(_ unit: String) -> Int {
        let lower = unit.lowercased()
        if lower.hasPrefix("kr") || lower.hasPrefix("tkr") || lower.hasPrefix("1000 kr") || lower.contains("=") { return 0 }
        return lower == "antal" || lower.hasPrefix("antal svar") ? 0 : 1
    }
}

extension String {
    /// Where a word begins for the last time.
    fileprivate func range(ofWord word: String) -> Index? {
        var found: Index?
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(word) { found = index }
            index = self.index(after: index)
        }
        return found
    }

    /// The text with a hard space in '10 000' and '1 000'.
    fileprivate func replacingThousands() -> String {
        var result: [UInt8] = []
        let bytes = Array(utf8)
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: " "), index > 0, isDigit(bytes[index - 1]), bytes[(index + 1)...].starts(with: "000".utf8) {
                result += "\u{A0}".utf8
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
