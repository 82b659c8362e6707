/// The Swedish stemmer of the Snowball project, by Martin Porter, as it is from Snowball 3.0 (2025).
///
/// That version also takes away *-et*, and makes *öst* into *ös* after more letters than *l*. Every step shortens the word, so a
/// stem is told by its length. It doesn't matter whether å, ä and ö have their dots, except in *-öst*.
enum Stemmer {
    /// How many of the word's letters its stem has.
    static func length(of word: Span<UInt8>) -> Int {
        guard let region = region(of: word) else { return word.count }
        var length = withoutEnding(word, region)
        length = withoutPair(word, length, region)
        return withoutLateEnding(word, length, region)
    }

    /// Where endings may begin: after the first consonant that follows a vowel, but never among the first three letters.
    static func region(of word: Span<UInt8>) -> Int? {
        guard word.count > 3 else { return nil }
        var index = 0
        while index < word.count, !Letters.isVowel(word[index]) { index += 1 }
        while index < word.count, Letters.isVowel(word[index]) { index += 1 }
        return index < word.count ? max(index + 1, 3) : nil
    }

    /// The second step: the last letter of certain pairs.
    static func withoutPair(_ word: Span<UInt8>, _ length: Int, _ region: Int) -> Int {
        for pair in pairs where word.ends(with: pair, length: length, from: region) {
            return length - 1
        }
        return length
    }

    /// The first step: the longest of the endings for number, case, comparison and tense.
    private static func withoutEnding(_ word: Span<UInt8>, _ region: Int) -> Int {
        var removed = 0
        for ending in endings where word.ends(with: ending, length: word.count, from: region) {
            removed = ending.count
            break
        }
        let rest = word.count - removed
        if removed == 1, word[rest] == UInt8(ascii: "s") {
            if word.ends(with: neuter, length: rest, from: 0), isNoun(word, before: rest - 2) { return rest - 2 }
            return sEndings.contains(word[rest - 1]) ? rest : word.count
        }
        if removed == 2, word.ends(with: neuter, length: word.count, from: region) {
            return isNoun(word, before: rest) ? rest : word.count
        }
        return rest
    }

    /// Whether *et* after these letters is an article, and not a part of the word as in *frihet* and *raket*.
    private static func isNoun(_ word: Span<UInt8>, before end: Int) -> Bool {
        guard end >= 3, !Letters.isVowel(word[end - 1]), Letters.isVowel(word[end - 2]) else { return false }
        for own in ownEndings where word.ends(with: own, length: end, from: 0) {
            return false
        }
        return true
    }

    /// The third step: endings that make one word of another.
    private static func withoutLateEnding(_ word: Span<UInt8>, _ length: Int, _ region: Int) -> Int {
        for (ending, kept) in lateEndings where word.ends(with: ending, length: length, from: region) {
            return length - ending.count + kept
        }
        if word.ends(with: öst, length: length, from: region), length > 3, östEndings.contains(word[length - 4]) {
            return length - 1
        }
        return length
    }

    /// The longest first.
    private static let endings: [[UInt8]] = [
        "heterna",
        "hetens",
        "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas",
        "ades", "ande", "aren", "arna", "arne", "aste", "erna", "erns", "orna",
        "ade", "are", "ast", "ens", "ern", "het",
        "ad", "ar", "as", "at", "en", "er", "es", "et", "or",
        "a", "e", "s",
    ].map { Array($0.utf8) }

    private static let neuter = Array("et".utf8)
    private static let sEndings = Array("bcdfghjklmnoprtvy".utf8)

    private static let ownEndings: [[UInt8]] = [
        "h", "iet", "uit", "fab", "cit", "dit", "alit", "ilit", "mit", "nit", "pit", "rit", "sit", "tit", "ivit", "kvit", "xit",
        "kom", "rak", "pak", "stak",
    ].map { Array($0.utf8) }

    private static let pairs: [[UInt8]] = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"].map { Array($0.utf8) }

    private static let lateEndings: [(ending: [UInt8], kept: Int)] = [("lig", 0), ("ig", 0), ("els", 0), ("fullt", 4)]
        .map { (Array($0.utf8), $1) }

    private static let öst = [Letters.ö, UInt8(ascii: "s"), UInt8(ascii: "t")]
    private static let östEndings = Array("iklnprtuv".utf8)
}

extension Span<UInt8> {
    /// Whether the first `length` letters end so, with an ending that doesn't begin before `region`.
    func ends(with ending: [UInt8], length: Int, from region: Int) -> Bool {
        let start = length - ending.count
        guard start >= region else { return false }
        var index = ending.count
        while index > 0 {
            index -= 1
            if self[start + index] != ending[index] { return false }
        }
        return true
    }
}
