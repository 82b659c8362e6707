/// One search: settles for each term of the query which words answer to it.
struct Finding {
    private let index: SearchIndex
    private let query: Query

    private(set) var ranking: Ranking
    private(set) var marks: Marks

    /// What was searched for, a word or a phrase each.
    private(set) var words: [String] = []

    private var term = 0
    private var corrections: [(range: Range<Int>, text: String)] = []

    init(_ index: SearchIndex, _ query: Query) {
        self.index = index
        self.query = query
        ranking = Ranking(index.contents)
        marks = Marks(forms: index.vocabulary.forms.count)
    }

    /// The query with what was put in for misspelt words, nil if it was searched for as it stood.
    var corrected: String? {
        guard !corrections.isEmpty else { return nil }
        let bytes = Array(query.text.utf8)
        var text: [UInt8] = []
        var written = 0
        for correction in corrections where correction.range.lowerBound >= written {
            text += bytes[written..<correction.range.lowerBound]
            text += correction.text.utf8
            written = correction.range.upperBound
        }
        text += bytes[written...]
        return String(decoding: text, as: UTF8.self)
    }

    /// Searches for a term.
    mutating func find(_ term: Query.Term) {
        switch term {
        case .word(let word): find(word)
        case .joined(let words): find(joined: words, in: term.range)
        case .quoted(let words): find(quoted: words)
        }
    }

    private mutating func find(_ word: Query.Word) {
        let matches = index.vocabulary.matches(for: word.letters, reach: .anywhere)
        if !matches.isEmpty {
            count(matches)
            close(typed(word.range))
        } else if let phrase = thousands(of: word), count(phrase) {
            close(typed(word.range))
        } else {
            find(unknown: word)
        }
    }

    /// A word that nothing answers to: one slip away from another, or made of known words, or two slips away, in that order.
    private mutating func find(unknown word: Query.Word) {
        let nearest = index.spelling.nearest(to: word.letters, in: index.vocabulary, index.contents)
        let plain = word.letters.map(Letters.plain)
        let parts = nearest?.distance == 1 ? [] : index.vocabulary.compounds.parts(of: plain.span)
        if !parts.isEmpty {
            corrections.append((word.range, parts.map { Letters.text(word.letters[$0]) }.joined(separator: " ")))
            for part in parts {
                count(index.vocabulary.matches(for: Array(word.letters[part]), reach: .anywhere))
                close(Letters.text(word.letters[part]))
            }
        } else if let nearest {
            let text = correct(word, to: nearest.form)
            let matches = index.vocabulary.matches(for: Array(index.vocabulary.forms[Int(nearest.form)]), reach: .anywhere)
            count(matches.map { Match(form: $0.form, weight: Grade.corrected($0.weight)) })
            close(text)
        } else {
            close(typed(word.range))
        }
    }

    private mutating func find(joined words: [Query.Word], in range: Range<Int>) {
        let phrase = Phrase(
            words.map { index.vocabulary.matches(for: $0.letters, reach: .inflected) },
            forms: index.vocabulary.forms.count
        )
        count(phrase)
        if words.allSatisfy({ !Letters.isDigit($0.letters[0]) }) {
            count(index.vocabulary.matches(for: words.flatMap(\.letters), reach: .anywhere))
        }
        if ranking.isNowhere {
            for word in words where !word.isLittle { find(word) }
        } else {
            close(typed(range))
        }
    }

    private mutating func find(quoted words: [Query.Word]) {
        var texts: [String] = []
        var answers: [[Match]] = []
        for word in words {
            var matches = index.vocabulary.matches(for: word.letters, reach: .inflected)
            var text = typed(word.range)
            if matches.isEmpty, let nearest = index.spelling.nearest(to: word.letters, in: index.vocabulary, index.contents) {
                text = correct(word, to: nearest.form)
                matches = index.vocabulary.matches(for: Array(index.vocabulary.forms[Int(nearest.form)]), reach: .inflected)
                    .map { Match(form: $0.form, weight: Grade.corrected($0.weight)) }
            }
            texts.append(text)
            answers.append(matches)
        }
        count(Phrase(answers, forms: index.vocabulary.forms.count))
        close(texts.joined(separator: " "))
    }

    /// A number of five figures or more as it is written with spaces between thousands.
    private func thousands(of word: Query.Word) -> Phrase? {
        guard word.letters.count >= 4, Letters.isDigit(word.letters[0]) else { return nil }
        var groups: [[UInt8]] = []
        var end = word.letters.count
        while end > 0 {
            let start = max(0, end - 3)
            groups.insert(Array(word.letters[start..<end]), at: 0)
            end = start
        }
        return groups.count > 12
            ? nil
            : Phrase(
                groups.map { index.vocabulary.matches(for: $0, reach: .inflected) },
                forms: index.vocabulary.forms.count
            )
    }

    private mutating func count(_ matches: [Match]) {
        ranking.count(matches)
        marks.add(matches, term: term)
    }

    @discardableResult private mutating func count(_ phrase: Phrase) -> Bool {
        ranking.count(phrase)
        marks.add(phrase, term: term)
        return !ranking.isNowhere
    }

    private mutating func close(_ text: String) {
        ranking.closeTerm()
        words.append(text)
        term += 1
    }

    private mutating func correct(_ word: Query.Word, to form: UInt32) -> String {
        let text = index.casings[Int(form)].text(index.vocabulary.forms[Int(form)])
        corrections.append((word.range, text))
        return text
    }

    private func typed(_ range: Range<Int>) -> String {
        String(decoding: Array(query.text.utf8)[range], as: UTF8.self)
    }
}
