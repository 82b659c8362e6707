import Testing

@testable import Search

@Suite("Sökning med slump")
struct PropertyTests {
    @Test("Varje ord i en titel hittar sidan bland de tio första")
    func titleWords() {
        for page in Corpus.pages {
            for word in words(page.title) {
                let found = Corpus.index.find(word, limit: 10)
                #expect(found.hits.contains { $0.address == page.address }, "\(word) ska hitta \(page.title)")
                let undotted = Letters.text(letters(word).map(Letters.plain))
                #expect(Corpus.index.find(undotted, limit: 10).hits.contains { $0.address == page.address }, "\(undotted)")
            }
            #expect(Corpus.index.titles(page.title).first == page.title)
            #expect(Corpus.index.titles("”\(page.title)”").first == page.title)
        }
    }

    @Test("Varje ord i en slumpad titel hittar sidan bland de tio första", arguments: Effort.seeds)
    func randomTitleWords(seed: UInt64) {
        var dice = Dice(seed: seed)
        let syllables = [
            "ba", "bo", "sta", "ren", "mål", "väg", "sön", "tal", "kri", "gru", "dam", "fly", "hus", "nåd", "pe", "li",
        ]
        let pages = (0..<200).map { number in
            SearchPage(
                address: "/\(number)",
                title: (0..<3).map { _ in randomWord(syllables, 3...4, &dice) }.joined(separator: " "),
                kind: "sida",
                texts: [(0..<40).map { _ in randomWord(syllables, 1...3, &dice) }.joined(separator: " ")]
            )
        }
        let index = SearchIndex(pages)
        for page in pages {
            for word in words(page.title) {
                #expect(index.find(word, limit: 10).hits.contains { $0.address == page.address }, "\(word)")
            }
        }
    }

    private func randomWord(_ syllables: [String], _ count: ClosedRange<Int>, _ dice: inout Dice) -> String {
        (0..<Int.random(in: count, using: &dice)).map { _ in syllables.randomElement(using: &dice) ?? "" }.joined()
    }

    @Test("Sidorna som har alla ord är de som en genomgång av varje ord ger", arguments: Effort.seeds)
    func matchesOracle(seed: UInt64) {
        var dice = Dice(seed: seed)
        let stock = Corpus.pages.flatMap { words($0.title) + $0.texts.flatMap(words) }
        let pages = (0..<60).map { number in
            SearchPage(
                address: "/\(number)",
                title: stock.randomElement(using: &dice) ?? "",
                kind: "sida",
                texts: [(0..<20).map { _ in stock.randomElement(using: &dice) ?? "" }.joined(separator: " ")],
                keywords: [stock.randomElement(using: &dice) ?? ""]
            )
        }
        let index = SearchIndex(pages)
        let oracle = Oracle(pages)
        for _ in 0..<150 {
            let query = (0..<Int.random(in: 1...3, using: &dice)).map { _ in stock.randomElement(using: &dice) ?? "" }
            let asked = query.filter { StopWords.all.find(letters($0).span) == nil }
            guard !asked.isEmpty else { continue }
            let text = asked.joined(separator: " ")
            let expected = oracle.pages(withAll: asked.map(letters))
            let result = index.find(text, limit: 1000)
            if expected.isEmpty {
                #expect(!result.hasEveryWord || result.total == 0 || result.corrected != nil, "\(text)")
            } else if result.corrected == nil {
                #expect(result.hasEveryWord && result.hits.map(\.page).sorted() == expected, "\(text)")
            }
        }
    }

    @Test("Samma sidor i annan ordning ger samma träffar i samma ordning", arguments: Effort.seeds)
    func orderOfPagesIsNothing(seed: UInt64) {
        var dice = Dice(seed: seed)
        let index = SearchIndex(Corpus.pages)
        let shuffled = SearchIndex(Corpus.pages.shuffled(using: &dice))
        for _ in 0..<100 {
            let query = randomQuery(&dice)
            var (one, other) = (index.find(query), shuffled.find(query))
            for place in one.hits.indices { one.hits[place].page = 0 }
            for place in other.hits.indices { other.hits[place].page = 0 }
            #expect(one == other, "\(query)")
        }
    }

    @Test("Vad som än skrivs går sökningen bra och ger samma svar igen", arguments: Effort.seeds)
    func anyQuery(seed: UInt64) {
        var dice = Dice(seed: seed)
        let strange = SearchIndex(
            (0..<20).map { SearchPage(address: "/\($0)", title: anything(&dice), kind: "", texts: [anything(&dice)]) }
        )
        for index in [Corpus.index, strange, SearchIndex([])] {
            for _ in 0..<80 {
                let query = Bool.random(using: &dice) ? anything(&dice) : randomQuery(&dice)
                let result = index.find(query)
                #expect(result == index.find(query))
                #expect(result.hits.count == min(50, result.total))
                for (one, next) in zip(result.hits, result.hits.dropFirst()) where result.hasEveryWord {
                    #expect(one.score >= next.score)
                }
            }
        }
    }

    @Test(
        "Orimliga frågor går bra",
        arguments: [
            "", " ", "\u{0}", "\"", "\"\"\"", "”“„»«", "...", "-", "–/–", "\u{308}", "\u{202E}\u{200F}", "👩‍👩‍👧", "\u{10FFFF}", "İ",
            String(repeating: "a", count: 10_000), String(repeating: "å ", count: 5000), String(repeating: "\"x", count: 5000),
            String(repeating: "a-", count: 5000), String(repeating: "9", count: 10_000),
            String(repeating: "\u{308}", count: 10_000),
            String(repeating: "kommunstyrelse", count: 700), String(repeating: "\r\n", count: 5000), "שלום عليكم", "東京 京都",
        ]
    )
    func absurd(query: String) {
        let result = Corpus.index.find(query)
        #expect(result.hits.count <= 50 && result.words.count <= 2 * Query.mostWords)
    }

    private func randomQuery(_ dice: inout Dice) -> String {
        let stock = Corpus.pages.flatMap { words($0.title) + $0.texts.flatMap(words) }
        var query = (0..<Int.random(in: 1...4, using: &dice)).map { _ in
            var word = letters(stock.randomElement(using: &dice) ?? "")
            switch Int.random(in: 0...4, using: &dice) {
            case 0: word = word.map(Letters.plain)
            case 1 where word.count > 3: word.swapAt(1, 2)
            case 2 where word.count > 5: word.removeLast(2)
            default: break
            }
            return Letters.text(word)
        }.joined(separator: [" ", " ", "-"].randomElement(using: &dice) ?? " ")
        if Int.random(in: 0...4, using: &dice) == 0 { query = "\"\(query)\"" }
        return query
    }
}

/// Goes through every word of every page, with the rules as they are written and nothing made beforehand but the keys.
private struct Oracle {
    private struct Form {
        var letters: [UInt8]
        var keys: [[UInt8]]
        var partKeys: [[UInt8]]
    }

    private let pages: [Set<[UInt8]>]
    private let forms: [Form]

    init(_ pages: [SearchPage]) {
        self.pages = pages.map { page in
            Set(([page.title] + page.keywords + page.texts).flatMap(allLetters))
        }
        let all = self.pages.reduce(into: Set<[UInt8]>()) { $0.formUnion($1) }
        let compounds = vocabulary(all.map(Letters.text).joined(separator: " ")).compounds
        forms = all.map { letters in
            let plain = letters.map(Letters.plain)
            let parts = compounds.allParts(of: plain.span)
            return Form(letters: letters, keys: Self.keys(letters), partKeys: parts.flatMap { Self.keys(Array(letters[$0])) })
        }
    }

    func pages(withAll query: [[UInt8]]) -> [Int] {
        let answers = query.map { word in
            Set(forms.filter { Self.answers($0, to: word) }.map(\.letters))
        }
        return pages.indices.filter { page in
            answers.allSatisfy { !$0.isDisjoint(with: pages[page]) }
        }
    }

    private static func answers(_ form: Form, to word: [UInt8]) -> Bool {
        keys(word).contains { typed in
            if form.keys.contains(where: { isTyped(typed, for: $0[...]) }) { return true }
            if form.partKeys.contains(where: { isTyped(typed, for: $0[...]) }) { return true }
            guard typed.count >= (typed.count == word.count ? 4 : 5) else { return false }
            return isTyped(typed, for: form.letters.prefix(typed.count))
                || form.keys.contains { isTyped(typed, for: $0.suffix(typed.count)) }
        }
    }

    private static func keys(_ word: [UInt8]) -> [[UInt8]] {
        Inflections(of: word.span).distinct.map { Array(word.prefix($0)) }
    }

    private static func isTyped(_ typed: [UInt8], for letters: ArraySlice<UInt8>) -> Bool {
        typed.count == letters.count && zip(typed, letters).allSatisfy { Letters.isTyped($0, for: $1) }
    }
}
