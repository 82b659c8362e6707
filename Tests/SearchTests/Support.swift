import Foundation

@testable import Search

/// How much is tried: all of it with `SAMVERKA_FULL=1`, otherwise what takes seconds.
enum Effort {
    static let isFull = ProcessInfo.processInfo.environment["SAMVERKA_FULL"] == "1"

    /// The seeds of a random test.
    static var seeds: [UInt64] { Array(1...(isFull ? 60 : 6)) }
}

/// A generator that gives the same numbers on every machine (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// The first word of a text as the search keeps it.
func letters(_ text: String) -> [UInt8] {
    allLetters(text).first ?? []
}

/// All words of a text as the search keeps them.
func allLetters(_ text: String) -> [[UInt8]] {
    var scanner = WordScanner()
    var words: [[UInt8]] = []
    while scanner.next(in: text.utf8Span.span) {
        words.append((0..<scanner.count).map { scanner.letters[$0] })
    }
    return words
}

/// All words of a text as they are kept, in ordinary writing.
func words(_ text: String) -> [String] {
    allLetters(text).map(Letters.text)
}

/// A vocabulary of the words in a text.
func vocabulary(_ text: String) -> Vocabulary {
    var draft = Contents.Draft()
    draft.read(SearchPage(address: "/", title: "", kind: "sida", texts: [text]))
    return Vocabulary(draft.forms)
}

/// An index of pages with a title and a text each, with addresses in order.
func pages(_ pages: [(title: String, text: String)]) -> SearchIndex {
    SearchIndex(
        pages.enumerated().map { number, page in
            SearchPage(address: "/\(number)", title: page.title, kind: "sida", texts: [page.text])
        }
    )
}

extension SearchIndex {
    /// The titles found, the best first.
    func titles(_ query: String, limit: Int = 50) -> [String] {
        find(query, limit: limit).hits.map(\.title)
    }
}

extension [SearchPiece] {
    /// What is shown, with brackets around what is marked.
    var written: String {
        map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
    }

    /// What is shown.
    var plain: String {
        map(\.text).joined()
    }
}
