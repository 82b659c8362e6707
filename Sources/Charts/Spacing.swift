/// Moves things along a line until none stands on another.
enum Spacing {
    /// The places of things with those sizes, as near the wanted ones as can be, in the same order and without overlaps.
    ///
    /// - Parameters:
    ///   - wanted: where the middles would like to stand, in rising order.
    ///   - sizes: how much room each needs.
    ///   - range: what they must stay within; when there is too little room they begin at its start and run over its end.
    /// - Returns: the middles.
    static func apart(_ wanted: [Double], sizes: [Double], within range: ClosedRange<Double>) -> [Double] {
        // Those that collide form a group that stands as near as possible to what its members want; groups that collide become one.
        struct Group {
            var first: Int
            var count: Int
            var size: Double
            var start: Double
            /// The sum of where each member would have the group's start.
            var wishes: Double
        }
        var groups: [Group] = []
        for index in wanted.indices {
            let start = wanted[index] - sizes[index] / 2
            var group = Group(first: index, count: 1, size: sizes[index], start: start, wishes: start)
            group.start = placed(group.wishes, group.size)
            while let before = groups.last, before.start + before.size > group.start {
                groups.removeLast()
                group = Group(
                    first: before.first,
                    count: before.count + group.count,
                    size: before.size + group.size,
                    start: 0,
                    wishes: before.wishes + group.wishes - Double(group.count) * before.size
                )
                group.start = placed(group.wishes / Double(group.count), group.size)
            }
            groups.append(group)
        }
        func placed(_ start: Double, _ size: Double) -> Double { max(range.lowerBound, min(start, range.upperBound - size)) }
        var places: [Double] = []
        for group in groups {
            var start = group.start
            for index in group.first..<(group.first + group.count) {
                places.append(start + sizes[index] / 2)
                start += sizes[index]
            }
        }
        return places
    }
}
