/// What stands where: every word of every page in order, and the pages of every word.
struct Contents: Sendable {
    /// The words of all pages, by number: of each page the title, the keywords and the texts, with a `gap` after every string.
    let tokens: [UInt32]

    /// Where each word begins in its string, in bytes.
    let offsets: [UInt32]

    /// Where in `tokens` each page has its parts.
    let places: [Place]

    /// The mean number of words in a title and in a page's texts.
    let means: (title: Double, text: Double)

    private let postingStarts: [UInt32]
    private let postings: [Posting]
    private let positionStarts: [UInt32]
    private let positions: [UInt32]

    /// Stands in `tokens` where a string ends.
    static let gap = UInt32.max

    /// Where in `tokens` a page has its parts.
    struct Place {
        var start: UInt32
        var titleEnd: UInt32
        var keywordsEnd: UInt32
        var end: UInt32

        var title: Range<Int> { Int(start)..<Int(titleEnd) }
        var keywords: Range<Int> { Int(titleEnd)..<Int(keywordsEnd) }
        var texts: Range<Int> { Int(keywordsEnd)..<Int(end) }
        var all: Range<Int> { Int(start)..<Int(end) }
    }

    /// How often a word stands in a page.
    struct Posting {
        var page: UInt32
        var title: UInt8 = 0
        var keywords: UInt8 = 0
        var text: UInt16 = 0
    }

    /// The pages of a word.
    func postings(of form: UInt32) -> ArraySlice<Posting> {
        postings[Int(postingStarts[Int(form)])..<Int(postingStarts[Int(form) + 1])]
    }

    /// Where in `tokens` a word stands, in order.
    func positions(of form: UInt32) -> ArraySlice<UInt32> {
        positions[Int(positionStarts[Int(form)])..<Int(positionStarts[Int(form) + 1])]
    }

    fileprivate init(_ draft: Draft) {
        tokens = draft.tokens
        offsets = draft.offsets
        places = draft.places
        let pages = Double(max(1, places.count))
        means = (
            Double(places.reduce(0) { $0 + $1.title.count }) / pages, Double(places.reduce(0) { $0 + $1.texts.count }) / pages
        )
        postingStarts = draft.pageCounts.runningSums
        positionStarts = draft.counts.runningSums
        (postings, positions) = Self.sort(draft, postingStarts, positionStarts)
    }

    /// The same contents word by word instead of page by page.
    private static func sort(
        _ draft: Draft,
        _ postingStarts: [UInt32],
        _ positionStarts: [UInt32]
    ) -> (postings: [Posting], positions: [UInt32]) {
        var nextPosting = postingStarts
        var nextPosition = positionStarts
        var latest = [UInt32](repeating: .max, count: draft.counts.count)
        var postings = [Posting](repeating: Posting(page: 0), count: Int(postingStarts.last ?? 0))
        var positions = [UInt32](repeating: 0, count: Int(positionStarts.last ?? 0))
        for (page, place) in draft.places.enumerated() {
            for index in place.all {
                let token = draft.tokens[index]
                guard token != gap else { continue }
                let form = Int(token)
                positions[Int(nextPosition[form])] = UInt32(index)
                nextPosition[form] += 1
                if latest[form] != UInt32(page) {
                    latest[form] = UInt32(page)
                    postings[Int(nextPosting[form])] = Posting(page: UInt32(page))
                    nextPosting[form] += 1
                }
                let posting = Int(nextPosting[form]) - 1
                if index < place.titleEnd {
                    postings[posting].title = postings[posting].title.nextUpToMax
                } else if index < place.keywordsEnd {
                    postings[posting].keywords = postings[posting].keywords.nextUpToMax
                } else {
                    postings[posting].text = postings[posting].text.nextUpToMax
                }
            }
        }
        return (postings, positions)
    }

    /// Reads pages into their contents.
    struct Draft {
        private(set) var forms = Lexicon()
        private(set) var casings: [Casing] = []
        fileprivate private(set) var tokens: [UInt32] = []
        fileprivate private(set) var offsets: [UInt32] = []
        fileprivate private(set) var places: [Place] = []

        /// How many pages each word stands in.
        fileprivate private(set) var pageCounts: [UInt32] = []

        /// How often each word stands anywhere.
        fileprivate private(set) var counts: [UInt32] = []

        private var latest: [UInt32] = []

        /// What has been read so far.
        var contents: Contents { Contents(self) }

        /// Reads one page more.
        mutating func read(_ page: SearchPage) {
            let start = UInt32(tokens.count)
            read(page.title)
            let titleEnd = UInt32(tokens.count)
            for keyword in page.keywords { read(keyword) }
            let keywordsEnd = UInt32(tokens.count)
            for text in page.texts { read(text) }
            places.append(Place(start: start, titleEnd: titleEnd, keywordsEnd: keywordsEnd, end: UInt32(tokens.count)))
        }

        private mutating func read(_ text: String) {
            let span = text.utf8Span.span
            let page = UInt32(places.count)
            var scanner = WordScanner()
            while scanner.next(in: span) {
                let form = forms.intern(scanner.letters.span.extracting(0..<scanner.count))
                if form == casings.count {
                    casings.append([])
                    pageCounts.append(0)
                    counts.append(0)
                    latest.append(.max)
                }
                counts[form] += 1
                if latest[form] != page {
                    latest[form] = page
                    pageCounts[form] += 1
                }
                casings[form].formUnion(Casing(of: span, scanner.start, scanner.end))
                tokens.append(UInt32(form))
                offsets.append(UInt32(clamping: scanner.start))
            }
            tokens.append(gap)
            offsets.append(UInt32(clamping: span.count))
        }
    }
}

/// How a word has been seen written, so that it can be shown so.
struct Casing: OptionSet {
    let rawValue: UInt8

    /// With a small letter first, at least once.
    static let smallFirst = Casing(rawValue: 1)

    /// With a small letter last, at least once.
    static let smallLast = Casing(rawValue: 2)

    /// The word with a capital letter if it never was without, and in capitals if it always was.
    func text(_ word: ArraySlice<UInt8>) -> String {
        let text = Letters.text(word)
        if contains(.smallFirst) { return text }
        if !contains(.smallLast), word.count > 1 { return text.uppercased() }
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension Casing {
    /// How a word of the text is written, told by its first and its last byte.
    ///
    /// Letters that aren't Swedish count as small.
    fileprivate init(of text: Span<UInt8>, _ start: Int, _ end: Int) {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let first = text[start] < 0x80 ? capitals.contains(text[start]) : text[start] == 0xC3 && text[start + 1] < 0xA0
        let last =
            text[end - 1] < 0x80
            ? capitals.contains(text[end - 1]) : end - start >= 2 && text[end - 2] == 0xC3 && text[end - 1] < 0xA0
        self = []
        if !first { insert(.smallFirst) }
        if !last { insert(.smallLast) }
    }
}

extension FixedWidthInteger {
    fileprivate var nextUpToMax: Self { self == .max ? self : self + 1 }
}

extension [UInt32] {
    /// The sum of all elements before each, and at last of all.
    fileprivate var runningSums: [UInt32] {
        var sums: [UInt32] = [0]
        sums.reserveCapacity(count + 1)
        var sum: UInt32 = 0
        for element in self {
            sum += element
            sums.append(sum)
        }
        return sums
    }
}
