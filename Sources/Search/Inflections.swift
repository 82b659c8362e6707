/// When two words are forms of one word.
///
/// A word has up to three **keys**: the word itself, its stem (`Stemmer`) and its root. Two words are forms of one word when they
/// have a key in common. The word itself is a key because stemming takes too much of some: *konferens* becomes *konfer*, but
/// *konferensen* becomes *konferens*. The root mends what the stemmer leaves: *-et* after two consonants (*projektet*,
/// *nätverket*) and a doubled *m* before an ending (*programmet*, *rummen*).
struct Inflections {
    /// How many letters each key has: all of the word's, the stem's, the root's.
    let lengths: (whole: Int, stem: Int, root: Int)

    init(of word: Span<UInt8>) {
        let stem = word.count > 0 && !Letters.isDigit(word[0]) ? Stemmer.length(of: word) : word.count
        lengths = (word.count, stem, Self.root(of: word, stem: stem))
    }

    private static func root(of word: Span<UInt8>, stem: Int) -> Int {
        guard let region = Stemmer.region(of: word) else { return stem }
        var length = stem
        if word.ends(with: et, length: length, from: region), length > 4,
            !Letters.isVowel(word[length - 3]), !Letters.isVowel(word[length - 4])
        {
            length = Stemmer.withoutPair(word, length - 2, region)
        }
        return word.ends(with: mm, length: length, from: 2) ? length - 1 : length
    }

    private static let et = Array("et".utf8)
    private static let mm = Array("mm".utf8)
}
