extension Sequence<Int> {
    /// Where in the sequence the numbers of a longest rising subsequence stand; the numbers must all be different.
    ///
    /// Patience sorting, as in C. Schensted, "Longest increasing and decreasing subsequences", Canadian Journal of Mathematics 13
    /// (1961), with a search by halves: n log n.
    func longestRise() -> [Int] {
        var (numbers, before): ([Int], [Int]) = ([], [])
        // The place of the least number in which a rise of each length can end.
        var tails: [Int] = []
        for (place, number) in enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
            }
            numbers.append(number)
            before.append(low > 0 ? tails[low - 1] : -1)
            if low < tails.count { tails[low] = place } else { tails.append(place) }
        }
        var rise: [Int] = []
        var place = tails.last ?? -1
        while place >= 0 {
            rise.append(place)
            place = before[place]
        }
        return rise.reversed()
    }
}
