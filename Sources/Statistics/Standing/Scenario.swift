/// What it would mean for a municipality to cost as the median of those that are like it.
///
/// A sum to begin a talk with, and no saving: it says nothing of how, and what it doesn't say stands beside it.
package struct Scenario: Hashable, Sendable {
    /// What the sum doesn't say; the page puts each into words.
    package enum Silence: String, Hashable, Sendable, CaseIterable, Encodable {
        /// Whether the service would be as good.
        case quality
        /// How large a part of the cost can be changed at all: buildings and agreements stay.
        case fixedCosts
        /// Why the cost differs: needs and choices that similar municipalities don't share.
        case reasons
        /// The difference is within what a year swings by chance.
        case withinNoise
        /// How much the values swing isn't known.
        case unknownNoise
        /// How many it is counted for isn't known, so that there is no sum.
        case unknownCount
        /// The service costs less than the median, and the sum is what it would cost more.
        case alreadyCheaper
    }

    package let year: Int
    /// The cost for each, and the median of the similar municipalities.
    package let cost: Double
    package let peersMedian: Double
    package let peers: Int
    /// How many it is counted for.
    package let count: Double?
    /// How much less each would cost, in kronor; below zero when it would be more.
    package let difference: Double
    /// How far that may lie from the truth by the swing of a single year, in four cases of five.
    package let margin: Double?
    package let silences: [Silence]

    /// For all: how much less the service would cost in that year's kronor.
    package var sum: Double? { count.map { difference * $0 } }
    package var sumMargin: Double? { count.flatMap { count in margin.map { $0 * count } } }

    /// The scenario of a year; nil when the municipality or fewer than five similar ones have a cost that year.
    ///
    /// - Parameters:
    ///   - code: the municipality.
    ///   - year: which year.
    ///   - costs: for each that the service is for, by code.
    ///   - peers: those that the municipality is like.
    ///   - count: how many the service is for, in the same year.
    ///   - noise: how much the costs swing.
    package init?(
        of code: String,
        year: Int,
        costs: [String: Series],
        peers: [String],
        count: Double?,
        noise: YearlyNoise
    ) {
        let others = peers.compactMap { costs[$0]?[year] }
        guard let cost = costs[code]?[year], others.count >= Colouring.fewest, let middle = median(others) else { return nil }
        self.year = year
        self.cost = cost
        peersMedian = middle
        self.peers = others.count
        self.count = count
        difference = cost - middle
        margin = noise.margin(of: code)
        var silences: [Silence] = [.quality, .fixedCosts, .reasons]
        if let margin {
            if abs(cost - middle) <= margin { silences.append(.withinNoise) }
        } else {
            silences.append(.unknownNoise)
        }
        if count == nil { silences.append(.unknownCount) }
        if cost < middle { silences.append(.alreadyCheaper) }
        self.silences = silences
    }
}
