/// Weighs pages against the terms of a query, one term after another.
///
/// The weight of a page for a term is that of BM25 (k₁ = 1.2; b = 0.5 for texts and 0.25 for titles) over the whole page: a word
/// in the title counts as eight, in the keywords as four, in the texts as one, each times the grade of the match (`Grade`), and
/// titles and texts are set against how long they are in the mean. What is summed over words is whole numbers, so that the order
/// of the pages changes nothing.
struct Ranking {
    private static let titleWeight = 8.0
    private static let keywordWeight = 4.0
    private static let saturation = 1.2

    private let contents: Contents
    private var tallies: [Tally]
    private var touched: [UInt32] = []
    private var scores: [Score]
    private var found: [UInt32] = []
    private var terms = 0

    /// What a term has in a page so far, in hundredths.
    private struct Tally {
        // In 32 bits, which wrap only for a page of more than forty million words.
        var title: UInt32 = 0
        var keywords: UInt32 = 0
        var text: UInt32 = 0

        var isEmpty: Bool { title | keywords | text == 0 }

        /// Adds what a word has in the page, and tells whether it was the first.
        mutating func add(_ posting: Contents.Posting, _ weight: UInt32) -> Bool {
            let isFirst = isEmpty
            title &+= weight &* UInt32(posting.title)
            keywords &+= weight &* UInt32(posting.keywords)
            text &+= weight &* UInt32(posting.text)
            return isFirst
        }
    }

    private struct Score {
        var weight = 0.0
        var terms = 0
    }

    init(_ contents: Contents) {
        self.contents = contents
        tallies = [Tally](repeating: Tally(), count: contents.places.count)
        scores = [Score](repeating: Score(), count: contents.places.count)
    }

    /// Whether the term that is being counted stands in no page so far.
    var isNowhere: Bool { touched.isEmpty }

    /// Counts words that answer to the term.
    mutating func count(_ matches: [Match]) {
        for match in matches {
            let weight = UInt32(match.weight)
            for posting in contents.postings(of: match.form) {
                let page = Int(posting.page)
                if tallies[page].add(posting, weight) { touched.append(posting.page) }
            }
        }
    }

    /// Counts the places where words that answer to the term follow on each other.
    mutating func count(_ phrase: Phrase) {
        guard let rarest = phrase.words.indices.min(by: { occurrences(of: phrase.words[$0]) < occurrences(of: phrase.words[$1]) })
        else { return }
        for match in phrase.words[rarest] {
            count(phrase, from: match.form, inPlace: rarest)
        }
    }

    private func occurrences(of matches: [Match]) -> Int {
        matches.reduce(0) { $0 + contents.positions(of: $1.form).count }
    }

    /// Looks around every place where a word stands that the phrase has in a place of its own.
    private mutating func count(_ phrase: Phrase, from form: UInt32, inPlace phrasePlace: Int) {
        let postings = contents.postings(of: form)
        var posting = postings.startIndex
        for position in contents.positions(of: form) {
            while contents.places[Int(postings[posting].page)].end <= position { posting += 1 }
            let page = postings[posting].page
            let place = contents.places[Int(page)]
            let start = Int(position) - phrasePlace
            guard start >= place.start,
                let weight = phrase.weight(at: start, in: contents.tokens.span, before: Int(place.end))
            else { continue }
            if tallies[Int(page)].isEmpty { touched.append(page) }
            if start < place.titleEnd {
                tallies[Int(page)].title &+= UInt32(weight)
            } else if start < place.keywordsEnd {
                tallies[Int(page)].keywords &+= UInt32(weight)
            } else {
                tallies[Int(page)].text &+= UInt32(weight)
            }
        }
    }

    /// Closes the term: what was counted becomes weight.
    mutating func closeTerm() {
        terms += 1
        let (all, some) = (Double(contents.places.count), Double(touched.count))
        let rarity = logarithm(1 + (all - some + 0.5) / (some + 0.5))
        for number in touched {
            let page = Int(number)
            let tally = tallies[page]
            tallies[page] = Tally()
            let place = contents.places[page]
            let frequency =
                (Double(tally.title) * Self.titleWeight / Self.lengthFactor(place.title.count, contents.means.title, 0.25)
                    + Double(tally.keywords) * Self.keywordWeight
                    + Double(tally.text) / Self.lengthFactor(place.texts.count, contents.means.text, 0.5)) / 100
            if scores[page].terms == 0 { found.append(number) }
            scores[page].terms += 1
            scores[page].weight += rarity * frequency * (Self.saturation + 1) / (frequency + Self.saturation)
        }
        touched.removeAll(keepingCapacity: true)
    }

    private static func lengthFactor(_ length: Int, _ mean: Double, _ share: Double) -> Double {
        mean > 0 ? 1 - share + share * Double(length) / mean : 1
    }

    /// The best pages, how many there are, and whether they have all terms.
    ///
    /// Those that have all go alone, if there are any.
    func best(_ limit: Int, of pages: [SearchPage]) -> (pages: [(page: Int, score: Double)], total: Int, hasAll: Bool) {
        let complete = found.filter { scores[Int($0)].terms == terms }
        let hasAll = !complete.isEmpty
        let candidates = hasAll ? complete : found
        let isBetter = { (one: UInt32, other: UInt32) in
            let (left, right) = (scores[Int(one)], scores[Int(other)])
            if left.terms != right.terms { return left.terms > right.terms }
            if left.weight != right.weight { return left.weight > right.weight }
            let (page, otherPage) = (pages[Int(one)], pages[Int(other)])
            if page.title != otherPage.title { return page.title < otherPage.title }
            if page.address != otherPage.address { return page.address < otherPage.address }
            return one < other
        }
        return (
            candidates.best(max(0, limit), by: isBetter).map { (Int($0), scores[Int($0)].weight) }, candidates.count, hasAll
        )
    }
}

extension [UInt32] {
    /// The first elements as they would stand if all were sorted.
    fileprivate func best(_ limit: Int, by isBetter: (UInt32, UInt32) -> Bool) -> [UInt32] {
        guard limit > 0 else { return [] }
        var kept: [UInt32] = []
        // Few of many are wanted: most are turned away by one comparison with the worst of those kept.
        var worst: UInt32?
        for element in self {
            if let worst, isBetter(worst, element) { continue }
            kept.append(element)
            if kept.count / 2 >= limit {
                kept.sort(by: isBetter)
                kept.removeSubrange(limit...)
                worst = kept.last
            }
        }
        kept.sort(by: isBetter)
        return Array(kept.prefix(limit))
    }
}

/// The natural logarithm, near enough for weighing and the same on every machine.
func logarithm(_ number: Double) -> Double {
    guard number > 0, number.isFinite else { return 0 }
    let part = (number.significand - 1) / (number.significand + 1)
    var (power, sum) = (part, 0.0)
    for term in 0..<10 {
        sum += power / Double(2 * term + 1)
        power *= part * part
    }
    return 2 * sum + Double(number.exponent) * 0.693_147_180_559_945_3
}
