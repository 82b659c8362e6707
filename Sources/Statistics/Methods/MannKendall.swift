import Glibc

/// How many pairs stand in the wrong order when so many different values come in any order: Kendall's distribution, exactly.
package struct KendallDistribution: Hashable, Sendable {
    package let count: Int
    /// The share of all orders with at most so many pairs in the wrong order.
    private let cumulative: [Double]

    /// The distribution for so many values.
    ///
    /// - Parameter count: up to 170, beyond which the number of orders is too large for a number.
    package init(count: Int) {
        precondition((0...170).contains(count), "the number of orders of \(count) values has no floating-point form")
        self.count = count
        var shares = [1.0]
        for value in stride(from: 2, through: count, by: 1) {
            var next = [Double](repeating: 0, count: shares.count + value - 1)
            for (index, share) in shares.enumerated() {
                for discordant in 0..<value { next[index + discordant] += share / Double(value) }
            }
            shares = next
        }
        var sum = 0.0
        cumulative = shares.map { share in
            sum += share
            return sum
        }
    }

    /// How many pairs there are.
    package var pairs: Int { count * (count - 1) / 2 }

    /// The probability of at most so many pairs in the wrong order.
    package func probability(atMost discordant: Int) -> Double {
        discordant < 0 ? 0 : cumulative[min(discordant, pairs)]
    }

    /// How many of the smallest slopes between pairs lie below the lower bound of a slope.
    ///
    /// The largest number that as many pairs in the wrong order have at most the probability of (Sen 1968, Hollander and Wolfe
    /// § 9.3). Minus one when there are too few values for any bound.
    package func slopesOutside(probability: Double) -> Int {
        // A hair is allowed for the rounding of a probability that is met exactly, as 1/120.
        var outside = -1
        while outside < pairs, self.probability(atMost: outside + 1) <= probability + 1e-15 { outside += 1 }
        return outside
    }
}

/// Mann's test of whether values fall or rise with time, from Kendall's S.
package struct MannKendall: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable, Encodable {
        case exact
        /// With equal values among them, by the normal distribution with the variance for ties and a step of one towards zero.
        case normal
    }

    /// How many more pairs rise than fall.
    package let score: Int
    package let pairs: Int
    package let method: Method
    /// The probability of so low a score or lower when nothing happens.
    package let probabilityOfDecrease: Double
    /// The probability of a score so far from zero or farther.
    package let probabilityTwoSided: Double

    /// The share of pairs that rise less the share that fall.
    package var tau: Double { Double(score) / Double(pairs) }

    /// The test of values in the order of time.
    ///
    /// - Parameters:
    ///   - values: at least two, all numbers.
    ///   - distribution: for as many values.
    package init(_ values: [Double], _ distribution: KendallDistribution) {
        precondition(values.count == distribution.count && values.count >= 2)
        var (score, equal) = (0, false)
        for later in 1..<values.count {
            for earlier in 0..<later {
                if values[later] > values[earlier] {
                    score += 1
                } else if values[later] < values[earlier] {
                    score -= 1
                } else {
                    equal = true
                }
            }
        }
        self.score = score
        pairs = distribution.pairs
        if equal {
            method = .normal
            let deviation = Self.variance(values).squareRoot()
            let z = deviation > 0 ? Double(score - score.signum()) / deviation : 0
            probabilityOfDecrease = Normal.cumulative(z)
            probabilityTwoSided = min(1, 2 * Normal.cumulative(-abs(z)))
        } else {
            method = .exact
            let discordant = (pairs - score) / 2
            // By symmetry: at least so many in the wrong order is as likely as at most so many in the right.
            probabilityOfDecrease = distribution.probability(atMost: pairs - discordant)
            let increase = distribution.probability(atMost: discordant)
            probabilityTwoSided = min(1, 2 * min(probabilityOfDecrease, increase))
        }
    }

    private static func variance(_ values: [Double]) -> Double {
        func part(_ count: Int) -> Int { count * (count - 1) * (2 * count + 5) }
        let sorted = values.sorted()
        var (sum, run) = (part(values.count), 1)
        for index in 1...sorted.count {
            if index < sorted.count, sorted[index] == sorted[index - 1] {
                run += 1
            } else {
                sum -= part(run)
                run = 1
            }
        }
        return Double(sum) / 18
    }
}
