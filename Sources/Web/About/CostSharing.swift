import Cooperation

/// How costs are shared, as a form asks for it.
enum CostSharing: String, CaseIterable {
    case notAgreed = "inte-bestamt"
    case equal = "lika"
    case population = "folkmangd"
    case fixed = "andelar"

    /// The answer that stands for a key.
    init(_ key: CostKey?) {
        self =
            switch key {
            case nil: .notAgreed
            case .equal: .equal
            case .population: .population
            case .fixed: .fixed
            }
    }

    /// What the answer says.
    func label(_ words: Words.SettingsForm) -> String {
        switch self {
        case .notAgreed: words.costsNotAgreed
        case .equal: words.costsEqual
        case .population: words.costsByPopulation
        case .fixed: words.costsFixed
        }
    }

    /// The shares of a key as lines: 'Haninge 12,5'; none when there are no shares.
    static func lines(of key: CostKey?, _ members: Members, _ words: Words) -> [String] {
        guard case .fixed(let shares) = key else { return [] }
        return shares.map { share in
            let name = members[share.municipality]?.facts.name ?? share.municipality.text
            let figures = words.number(share.thousandths / 10)
            let tenth = share.thousandths % 10
            return "\(name) \(figures)\(tenth == 0 ? "" : "\(words.dates.decimal)\(tenth)")"
        }
    }

    /// The share that a line says; nil when it can't be read, or names no municipality that is known.
    ///
    /// - Parameters:
    ///   - line: a municipality's name, or its name in addresses, and per cent with at most one decimal: 'Haninge 12,5 %'.
    ///   - members: the municipalities.
    /// - Returns: the municipality and its share.
    static func share(_ line: String, among members: Members) -> CostKey.Share? {
        var rest = Substring(line).unicodeScalars[...]
        func trim() { while rest.last?.properties.isWhitespace ?? false { rest.removeLast() } }
        trim()
        if rest.last == "%" { rest.removeLast() }
        trim()
        // What follows the last space is the figure; a name may have spaces of its own.
        guard let space = rest.lastIndex(where: \.properties.isWhitespace),
            let share = thousandths(String(rest[rest.index(after: space)...]))
        else { return nil }
        rest = rest[..<space]
        trim()
        let name = String(rest)
        let found = members.all.first { $0.facts.id.text == name || $0.facts.name.lowercased() == name.lowercased() }
        return found.map { CostKey.Share($0.facts.id, thousandths: share) }
    }

    /// Per cent with at most one decimal, as thousandths.
    private static func thousandths(_ text: String) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        // Neither a sign nor a letter: those that `Int` reads too.
        guard parts.allSatisfy({ part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...100).contains(whole) else { return nil }
        guard parts.count == 2 else { return whole * 10 }
        guard parts[1].utf8.count == 1, let tenth = Int(parts[1]) else { return nil }
        return whole * 10 + tenth
    }
}
