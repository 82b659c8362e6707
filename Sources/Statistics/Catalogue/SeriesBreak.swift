/// A year from which a key figure is counted in another way than before.
package struct SeriesBreak: Hashable, Sendable {
    /// The first year that is counted in the new way.
    package let year: Int
    /// The sentence of the description that says so, as it stands.
    package let words: String

    /// Finds the breaks that a description tells of.
    ///
    /// The source has no field for them. Its descriptions say 'Från och med 2019 beräknas … på ett nytt sätt', 'from 2022 ingår inte', or
    /// 'till och med 2018'. What only says how often something is published is no break. The rule is for finding what to warn of: it
    /// rather finds one too many than one too few, and shows the sentence, so that a reader can judge.
    package static func found(in description: String) -> [SeriesBreak] {
        var breaks: [SeriesBreak] = []
        guard hasYear(description.utf8) else { return breaks }
        for sentence in sentences(of: description) where sentence.contains(where: { hasYear($0.utf8) }) {
            guard let year = year(in: sentence), !breaks.contains(where: { $0.year == year }) else { continue }
            breaks.append(SeriesBreak(year: year, words: sentence.joined(separator: " ")))
        }
        return breaks.sorted { $0.year < $1.year }
    }

    /// Whether there is a 19 or a 20 with two more figures: most descriptions have none, and are soon done with.
    private static func hasYear(_ bytes: String.UTF8View) -> Bool {
        var figures = 0
        var number = 0
        for byte in bytes {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), figures < 4 {
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
                figures += 1
                if figures == 4, (1990...2100).contains(number) { return true }
            } else {
                (figures, number) = (0, 0)
            }
        }
        return false
    }

    /// The sentences as words.
    ///
    /// A point in a short form ('fr.o.m.', 't.ex.', 'åk.') ends none.
    private static func sentences(of text: String) -> [[String]] {
        var sentences: [[String]] = []
        for line in text.split(separator: "\n") {
            var words: [String] = []
            let all = line.split(separator: " ").map(String.init)
            for (index, word) in all.enumerated() {
                words.append(word)
                let next = index + 1 < all.count ? all[index + 1] : ""
                guard word.hasSuffix(".") || word.hasSuffix("!") || word.hasSuffix("?") else { continue }
                if word.dropLast().contains(".") || next.first?.isLowercase == true { continue }
                sentences.append(words)
                words = []
            }
            if !words.isEmpty { sentences.append(words) }
        }
        return sentences
    }

    private static let beginnings: Set<String> = [
        "from", "fr.o.m", "fr.o.m.", "from.", "f.o.m.", "fom", "f.r.o.m.", "f.o.m", "fr.om",
    ]
    private static let ends: Set<String> = ["t.o.m.", "t.o.m", "tom", "tom."]
    /// What is said of how often figures come, not of how they are counted.
    private static let frequencies: Set<String> = ["vart", "vartannat", "varannat", "varje", "årligen"]
    private static let changes = [
        "brott", "jämförbar", "jämföra", "ny metod", "nya metod", "nytt sätt", "ny definition", "ändra", "förändra", "omräkn",
        "ny beräkning",
        "ny källa", "byt", "reviderad", "räknas om", "justerats",
    ]

    private static let novelties = [
        "nytt nyckeltal", "nyckeltalet är nytt", "data fr", "uppgifter fr", "uppgift fr", "finns fr", "tillgänglig", "startade",
    ]
    private static let former = ["redovisades", "ingick", "avsåg", "användes", "beräknades", "räknades"]

    private static func year(in sentence: [String]) -> Int? {
        let words = sentence.map { $0.lowercased() }
        let whole = words.joined(separator: " ")
        let says = { (texts: [String]) in texts.contains { whole.contains($0) } }
        if words.contains(where: { frequencies.contains($0.trimmed) }), !says(changes) { return nil }
        for (index, word) in words.enumerated() {
            let bare = word.trimmed
            let isBeginning =
                beginnings.contains(bare) || beginnings.contains(word) || following(words, index, ["från", "och", "med"])
            if isBeginning, let year = firstYear(in: words.dropFirst(index + 1).prefix(7)) {
                // 'Data fr.o.m. 2012' only says where the series begins.
                return says(novelties) && !says(changes) ? nil : year
            }
            let isEnd = ends.contains(bare) || ends.contains(word) || following(words, index, ["till", "och", "med"])
            if isEnd, let year = firstYear(in: words.dropFirst(index + 1).prefix(6)) { return year + 1 }
            if let year = firstYear(in: [word]),
                following(words, index + 1, ["och", "tidigare"]) || following(words, index + 1, ["och", "bakåt"])
            {
                return year + 1
            }
            if bare == "före", says(former), let year = firstYear(in: words.dropFirst(index + 1).prefix(2)) { return year }
        }
        guard says(changes), let year = firstYear(in: words[...]) else { return nil }
        return year
    }

    private static func following(_ words: [String], _ index: Int, _ wanted: [String]) -> Bool {
        index < words.count && words[index...].prefix(wanted.count).map(\.trimmed) == wanted
    }

    private static func firstYear(in words: some Sequence<String>) -> Int? {
        for word in words {
            if let year = Int(decimals: word.trimmed.utf8), (1990...2100).contains(year) { return year }
            // '2019/20' and '2019-' begin with the year.
            let start = word.utf8.drop { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            if start.count >= 5, let year = Int(decimals: start.prefix(4)), (1990...2100).contains(year),
                let next = start.dropFirst(4).first, next == UInt8(ascii: "/") || next == UInt8(ascii: "-")
            {
                return year
            }
        }
        return nil
    }
}

extension String {
    /// The word without signs around it.
    fileprivate var trimmed: String {
        let isSign = { (character: Character) in "().,;:!?\"”'".contains(character) }
        var rest = self[...]
        while let first = rest.first, isSign(first) { rest.removeFirst() }
        while let last = rest.last, isSign(last) { rest.removeLast() }
        return String(rest)
    }
}
