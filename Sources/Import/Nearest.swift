/// The known word that somebody most likely meant, or nil when none is near.
///
/// Counts letters that are missing, extra, wrong or swapped. Case and the dots of å, ä and ö count for nothing, since
/// leaving them out is the commonest slip of all.
func nearest(to word: String, among known: [String]) -> String? {
    let wanted = folded(word)
    // A key is short; what is long is a line of text that lacks its bar.
    guard (1...64).contains(wanted.count) else { return nil }
    let allowed = wanted.count <= 4 ? 1 : wanted.count <= 9 ? 2 : 3
    return
        known
        .map { (word: $0, distance: distance(from: wanted, to: folded($0))) }
        .filter { $0.distance <= allowed }
        .min { $0.distance < $1.distance }?
        .word
}

/// ` Menade du ”titel”?`, or nothing when no known word is near.
func suggestion(for word: String, among known: [String]) -> String {
    nearest(to: word, among: known).map { " Menade du ”\($0)”?" } ?? ""
}

private func folded(_ word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.map { scalar in
        switch scalar {
        case "å", "ä": "a"
        case "ö": "o"
        case "é": "e"
        case "_", "-": " "
        default: scalar
        }
    }
}

/// The number of single changes between two words (optimal string alignment).
private func distance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    guard abs(left.count - right.count) <= 3 else { return .max }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let isSame = left[row] == right[column]
            var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (isSame ? 0 : 1))
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                best = min(best, beforePrevious[column - 1] + 1)
            }
            current.append(best)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}
