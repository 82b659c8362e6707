/// A whole number as somebody wrote it.
enum WrittenNumber: Equatable {
    case number(Int)
    /// Figures, but more than a number here can hold.
    case tooLarge
    /// Something else than a whole number.
    case unreadable

    /// Reads figures, with a minus before them and with spaces between the thousands as in '113 920'.
    ///
    /// Commas and points are refused. In Swedish the one begins decimals and in English it divides thousands, so a guess would be wrong by a
    /// factor of a thousand.
    init(_ text: String) {
        var rest = text.unicodeScalars[...]
        let isNegative = rest.first == "-" || rest.first == "\u{2212}"
        if isNegative { rest = rest.dropFirst() }
        let groups = rest.split(omittingEmptySubsequences: false, whereSeparator: Self.isSpace)
        let isGrouped = groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
        let isFigures = groups.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
        guard isGrouped, isFigures else {
            self = .unreadable
            return
        }
        let figures = groups.map(String.init).joined()
        self = Int((isNegative ? "-" : "") + figures).map { .number($0) } ?? .tooLarge
    }

    /// The space bar's, the one that doesn't break, the figure space, the thin one, and the thin one that doesn't break.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": true
        default: false
        }
    }
}
