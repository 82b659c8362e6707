/// The colour of a value among others, or why it gets none.
///
/// A colour says that somebody is among the best or the worst. It is withheld where that could as well be chance, or where what
/// is compared isn't alike. Whoever shows it puts the reason into words.
package enum Colouring: Hashable, Sendable {
    /// Why a colour is withheld.
    package enum Reason: Hashable, Sendable {
        /// Nobody has said which way is better.
        case noDirection
        /// The values are of different years.
        case mixedYears([Int])
        /// Some of the values aren't final, the own one or another's.
        case preliminary(own: Bool)
        /// So few have a value that year.
        case tooFew(Int, fewest: Int)
        /// Values are counted in another way from that year, and how much they swing isn't known yet.
        case brokenSeries(from: Int)
        /// There are too few years to know how much the values swing.
        case unknownNoise
        /// All the values together lie no farther apart than years swing by chance.
        case allWithinNoise
        /// The colour would be another within what a year swings by chance.
        case withinNoise(margin: Double)
    }

    case coloured(RankColour)
    case withheld(Reason)

    /// The colour; nil when it is withheld.
    package var colour: RankColour? { if case .coloured(let colour) = self { colour } else { nil } }

    /// The fewest with a value the same year for a ranking to say something.
    package static let fewest = 5

    /// One of the values that are compared.
    package struct Value: Hashable, Sendable {
        package var code: String
        package var year: Int
        package var value: Double
        package var isPreliminary: Bool

        /// A municipality's value of a year.
        package init(_ code: String, year: Int, value: Double, isPreliminary: Bool = false) {
            self.code = code
            self.year = year
            self.value = value
            self.isPreliminary = isPreliminary
        }
    }

    /// The colours of values beside each other.
    ///
    /// Best and worst quarters are those of `Ranking`. A colour is given only when it stays the same wherever in its margin of
    /// noise the own value lies, the others as they are; and none is, when all the values together lie no farther apart than
    /// chance lets them (Cochran's test of 1954, at 1 per mille).
    ///
    /// - Parameters:
    ///   - values: all that are compared; those without a value are left out.
    ///   - better: which way is better; nil when nobody has said.
    ///   - noise: how much the values swing from year to year.
    /// - Returns: one for each value, in the same order.
    package static func of(_ values: [Value], better: Direction?, noise: YearlyNoise) -> [Colouring] {
        func all(_ reason: Reason) -> [Colouring] { values.map { _ in .withheld(reason) } }
        guard let better else { return all(.noDirection) }
        let years = Set(values.map(\.year)).sorted()
        guard years.count <= 1 else { return all(.mixedYears(years)) }
        if values.contains(where: \.isPreliminary) { return values.map { .withheld(.preliminary(own: $0.isPreliminary)) } }
        guard values.count >= fewest else { return all(.tooFew(values.count, fewest: fewest)) }
        if let year = noise.tooCloseBreak { return all(.brokenSeries(from: year)) }
        let deviations = values.map { noise.deviation(of: $0.code) }
        guard lieApart(values, deviations) else { return all(.allWithinNoise) }
        let ranking = Ranking(values.map(\.value), better: better)
        let sorted = values.map { better == .higher ? -$0.value : $0.value }.sorted()
        return zip(values, ranking.places).map { value, place in
            guard let margin = noise.margin(of: value.code) else { return .withheld(.unknownNoise) }
            let own = better == .higher ? -value.value : value.value
            let ends = [own - margin, own + margin].map { colour(of: $0, insteadOf: own, among: sorted) }
            return ends.allSatisfy { $0 == place.colour } ? .coloured(place.colour) : .withheld(.withinNoise(margin: margin))
        }
    }

    /// Whether the values lie farther apart than their swings explain; those whose swing isn't known say nothing of it.
    private static func lieApart(_ values: [Value], _ deviations: [Double?]) -> Bool {
        let known = zip(values, deviations).compactMap { value, deviation in deviation.map { (value.value, $0) } }
        // Values that never swing differ by what they differ.
        if known.count < 2 || known.contains(where: { $0.1 <= 0 }) { return true }
        let weight = known.reduce(0) { $0 + 1 / ($1.1 * $1.1) }
        let mean = known.reduce(0) { $0 + $1.0 / ($1.1 * $1.1) } / weight
        let distance = known.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) / ($1.1 * $1.1) }
        let degrees = Double(known.count - 1)
        // Far beyond any chance there is nothing to compute.
        return distance > 10 * degrees + 100 || ChiSquare.cumulative(distance, degrees: degrees) > 0.999
    }

    /// The colour that a value would have in the place of another; lower is better.
    private static func colour(of value: Double, insteadOf own: Double, among sorted: [Double]) -> RankColour {
        // Those before and after it, without the own value that it stands instead of.
        let before = sorted.partitioningIndex { $0 >= value } - (own < value ? 1 : 0)
        let after = sorted.count - sorted.partitioningIndex { $0 > value } - (own > value ? 1 : 0)
        return RankColour(before: before, after: after, of: sorted.count)
    }
}
