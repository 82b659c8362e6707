/// All words of all pages, and how they are found by the letters of another.
struct Vocabulary: Sendable {
    /// The words as they stand, in small letters.
    let forms: Lexicon

    /// The keys of all words, without dots, and what they make of compounds.
    let compounds: Compounds

    /// Keys by their beginning.
    ///
    /// Only those that are words.
    let byBeginning: KeyOrder

    /// Keys by their ending.
    let byEnding: KeyOrder

    private let starts: [UInt32]
    private let relations: [Relation]

    /// What a key is to a word.
    struct Relation {
        var form: UInt32
        var kind: Kind

        enum Kind: UInt8 {
            /// The word itself.
            case whole
            /// The word's stem or root.
            case stem
            /// A key of a part of the word.
            case part
        }
    }

    /// The keys, without dots.
    var keys: Lexicon { compounds.keys }

    /// The words that a key belongs to.
    func relations(of key: Int) -> ArraySlice<Relation> {
        relations[Int(starts[key])..<Int(starts[key + 1])]
    }

    /// Whether it is one of the little words.
    func isLittle(_ form: UInt32) -> Bool {
        StopWords.all.find(forms.bytes.span.extracting(forms.range(of: Int(form)))) != nil
    }

    /// Makes the keys of all words.
    init(_ forms: Lexicon) {
        self.forms = forms
        var draft = Draft()
        for form in 0..<forms.count {
            draft.addKeys(of: form, in: forms)
        }
        let compounds = Compounds(keys: draft.keys, roles: draft.roles)
        let plain = forms.bytes.map(Letters.plain)
        for form in 0..<forms.count {
            let word = plain.span.extracting(forms.range(of: form))
            for part in compounds.allParts(of: word) {
                let letters = word.extracting(part)
                for length in Inflections(of: letters).distinct {
                    if let key = draft.keys.find(letters.extracting(0..<length)) { draft.relate(key, form, .part) }
                }
            }
        }
        self.compounds = compounds
        byBeginning = KeyOrder((0..<draft.keys.count).lazy.filter { draft.isWhole[$0] }, of: draft.keys, isBackward: false)
        byEnding = KeyOrder(0..<draft.keys.count, of: draft.keys, isBackward: true)
        (starts, relations) = draft.sorted()
    }

    private struct Draft {
        var keys = Lexicon()
        var roles: [Compounds.Role] = []
        var isWhole: [Bool] = []
        var pairs: [(key: UInt32, relation: Relation)] = []

        mutating func addKeys(of form: Int, in forms: Lexicon) {
            let word = forms.bytes.span.extracting(forms.range(of: form))
            let isLittle = StopWords.all.find(word) != nil
            var plain = InlineArray<64, UInt8>(repeating: 0)
            var hasÜ = false
            for index in 0..<word.count {
                plain[index] = Letters.plain(word[index])
                hasÜ = hasÜ || word[index] == Letters.ü
            }
            let inflections = Inflections(of: word)
            add(plain.span, inflections, form, isLittle)
            if hasÜ {
                for index in 0..<word.count where word[index] == Letters.ü {
                    plain[index] = UInt8(ascii: "y")
                }
                add(plain.span, inflections, form, isLittle)
            }
        }

        private mutating func add(_ plain: Span<UInt8>, _ inflections: Inflections, _ form: Int, _ isLittle: Bool) {
            for length in inflections.distinct {
                let key = keys.intern(plain.extracting(0..<length))
                if key == roles.count {
                    roles.append(.none)
                    isWhole.append(false)
                }
                let isWord = length == inflections.lengths.whole
                isWhole[key] = isWhole[key] || isWord
                if !isLittle, roles[key] != .word { roles[key] = isWord ? .word : .key }
                relate(key, form, isWord ? .whole : .stem)
            }
        }

        mutating func relate(_ key: Int, _ form: Int, _ kind: Relation.Kind) {
            pairs.append((UInt32(key), Relation(form: UInt32(form), kind: kind)))
        }

        /// The relations key by key, and where each key's begin.
        func sorted() -> (starts: [UInt32], relations: [Relation]) {
            var starts = [UInt32](repeating: 0, count: keys.count + 1)
            for pair in pairs {
                starts[Int(pair.key) + 1] += 1
            }
            for key in 0..<keys.count {
                starts[key + 1] += starts[key]
            }
            var next = starts
            var relations = [Relation](repeating: Relation(form: 0, kind: .whole), count: pairs.count)
            for pair in pairs {
                relations[Int(next[Int(pair.key)])] = pair.relation
                next[Int(pair.key)] += 1
            }
            return (starts, relations)
        }
    }
}

extension Inflections {
    /// The lengths of the keys that differ, the longest first.
    var distinct: [Int] {
        var distinct = [lengths.whole]
        if lengths.stem < lengths.whole { distinct.append(lengths.stem) }
        if lengths.root < lengths.stem { distinct.append(lengths.root) }
        return distinct
    }
}
