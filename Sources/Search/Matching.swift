/// A word of the pages that answers to a word of the query, and how well, in hundredths.
struct Match: Equatable {
    var form: UInt32
    var weight: UInt8
}

/// How well a word answers.
///
/// 1. The word as it was typed: 100.
/// 2. Another form of it (`Inflections`): 80.
/// 3. It is a part of the word (`Compounds`): 45.
/// 4. The word begins with it: 35, or ends with it: 30. It must have four letters, or be a stem of five.
///
/// Then the same when the dots were left out, all of which weigh less than any of the others: `tvarforbindelse` for
/// *tvärförbindelse*. Who typed the dots meant them. A word put in for a misspelt one weighs the least.
enum Grade {
    static let exact: UInt8 = 100
    static let inflected: UInt8 = 80
    static let part: UInt8 = 45
    static let beginning: UInt8 = 35
    static let ending: UInt8 = 30

    /// The weight when dots were left out.
    static func undotted(_ weight: UInt8) -> UInt8 {
        UInt8(UInt16(weight) * 28 / 100)
    }

    /// The weight when the word was misspelt.
    static func corrected(_ weight: UInt8) -> UInt8 {
        max(1, UInt8(UInt16(weight) / 5))
    }
}

/// How far a word may be from the one typed.
enum Reach {
    /// The same word in any of its forms: for phrases.
    case inflected
    /// Also as a part, a beginning or an ending of another.
    case anywhere
}

extension Vocabulary {
    private static let shortestAffix = 4
    private static let shortestStemAffix = 5

    /// The words that answer to a word, in no order that means anything.
    func matches(for word: [UInt8], reach: Reach) -> [Match] {
        var found = Weights(count: forms.count)
        let inflections = Inflections(of: word.span)
        var plain = word.map(Letters.plain)
        collect(word, plain, inflections, reach, &found)
        if word.contains(Letters.ü) {
            for index in word.indices where word[index] == Letters.ü {
                plain[index] = UInt8(ascii: "y")
            }
            collect(word, plain, inflections, reach, &found)
        }
        return found.matches
    }

    private func collect(_ word: [UInt8], _ plain: [UInt8], _ inflections: Inflections, _ reach: Reach, _ found: inout Weights) {
        for length in inflections.distinct {
            guard let key = keys.find(plain.span.extracting(0..<length)) else { continue }
            let typed = word.span.extracting(0..<length)
            for relation in relations(of: key) {
                if relation.kind == .part {
                    if reach == .anywhere {
                        found.note(relation.form, Grade.part, closeness(of: typed, anywhereIn: relation.form))
                    }
                } else {
                    let isExact = length == word.count && forms.range(of: Int(relation.form)).count == length
                    found.note(
                        relation.form,
                        isExact ? Grade.exact : Grade.inflected,
                        closeness(of: typed, to: relation.form, at: 0)
                    )
                }
            }
        }
        guard reach == .anywhere else { return }
        for length in inflections.distinct where length >= (length == word.count ? Self.shortestAffix : Self.shortestStemAffix) {
            let typed = word.span.extracting(0..<length)
            let letters = plain.span.extracting(0..<length)
            for key in byBeginning.keys(with: letters, in: keys) {
                for relation in relations(of: Int(key)) where relation.kind == .whole {
                    found.note(relation.form, Grade.beginning, closeness(of: typed, to: relation.form, at: 0))
                }
            }
            for key in byEnding.keys(with: letters, in: keys) {
                let place = keys.range(of: Int(key)).count - length
                for relation in relations(of: Int(key)) where relation.kind != .part {
                    found.note(relation.form, Grade.ending, closeness(of: typed, to: relation.form, at: place))
                }
            }
        }
    }

    private func closeness(of typed: Span<UInt8>, to form: UInt32, at place: Int) -> Closeness {
        let start = forms.range(of: Int(form)).lowerBound + place
        let bytes = forms.bytes.span
        var isSame = true
        for index in 0..<typed.count {
            let letter = bytes[start + index]
            guard Letters.isTyped(typed[index], for: letter) else { return .other }
            isSame = isSame && typed[index] == letter
        }
        return isSame ? .same : .undotted
    }

    private func closeness(of typed: Span<UInt8>, anywhereIn form: UInt32) -> Closeness {
        var best = Closeness.other
        for place in 0...max(0, forms.range(of: Int(form)).count - typed.count) {
            switch closeness(of: typed, to: form, at: place) {
            case .same: return .same
            case .undotted: best = .undotted
            case .other: break
            }
        }
        return best
    }

    private enum Closeness {
        case same
        case undotted
        case other
    }

    /// The best weight of each word so far.
    private struct Weights {
        private var weights: [UInt8]
        private var noted: [UInt32] = []

        init(count: Int) {
            weights = [UInt8](repeating: 0, count: count)
        }

        mutating func note(_ form: UInt32, _ weight: UInt8, _ closeness: Closeness) {
            let weight =
                switch closeness {
                case .same: weight
                case .undotted: Grade.undotted(weight)
                case .other: UInt8(0)
                }
            let best = weights[Int(form)]
            guard weight > best else { return }
            if best == 0 { noted.append(form) }
            weights[Int(form)] = weight
        }

        var matches: [Match] { noted.map { Match(form: $0, weight: weights[Int($0)]) } }
    }
}
