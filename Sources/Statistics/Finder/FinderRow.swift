/// What the finder says of one municipality and one service card, with every number that it was reckoned from.
package struct FinderRow: Hashable, Sendable, Identifiable {
    package struct ID: Hashable, Sendable {
        package let card: ServiceCard.ID
        package let municipality: String
    }

    /// How sure it is that the cost has fallen.
    package enum Evidence: String, Hashable, Sendable, CaseIterable, Encodable {
        case strong = "stark"
        case moderate = "måttlig"
        case weak = "svag"
        case none = "ingen"
    }

    /// What a fall in cost is called, when it is large enough and there is evidence of it.
    package enum Class: String, Hashable, Sendable, CaseIterable, Encodable {
        /// An example: robust, with evidence, and quality kept.
        case example = "A"
        /// A possible example: robust, and quality known.
        case possible = "B"
        /// Cheaper but worse.
        case worse = "C"
        /// The rest.
        case uncertain = "D"
    }

    /// How the slope of the differences was weighed against noise.
    package struct Test: Hashable, Sendable {
        /// The ordinary slope, per year, in logarithms.
        package let slope: Double
        /// The variance around it, s².
        package let variance: Double
        /// The deviation of the size class, s₀.
        package let classDeviation: Double
        /// The two weighed together.
        package let moderatedVariance: Double
        /// The standard error of the slope over the whole window, in logarithms.
        package let standardError: Double
        package let z: Double
        package let degrees: Double
        /// The probability of so large a fall when nothing has happened.
        package let probability: Double
    }

    /// What a start as this one leads to by itself: those that start dear fall anyway.
    package struct Regression: Hashable, Sendable {
        /// The mean difference of the first two years.
        package let start: Double
        /// The change that the card's line expects from there.
        package let expected: Double
        /// What the change was beyond it.
        package let residual: Double
        /// Where that stands among all, 0 for the largest fall, in per cent.
        package let percentile: Double
    }

    /// What became of a quality measure.
    package struct QualityLine: Hashable, Sendable {
        package enum State: String, Hashable, Sendable, CaseIterable, Encodable {
            case kept = "bibehållen"
            case unclear = "oklar"
            case worse = "försämrad"
            case missing = "saknas"
        }

        package let keyFigure: KeyFigure.ID
        /// The years with a value and enough similar municipalities with one.
        package let years: [Int]
        /// The difference to similar municipalities each of those years; positive is better.
        package let differences: [Double]
        /// From the first to the last of those years, positive when better; nil when there are too few.
        package let change: Double?
        /// What the change is at least, with 90 per cent certainty.
        package let lowerBound: Double?
        package let margin: Double
        package let state: State
    }

    /// What became of the key figure that guards against costs that have moved.
    package struct GuardLine: Hashable, Sendable {
        package let keyFigure: KeyFigure.ID
        package let years: [Int]
        package let change: Double
        package let limit: Double
        package var isKept: Bool { change <= limit }
    }

    package let card: ServiceCard.ID
    package let municipality: String
    package let population: Double
    package let sizeClass: Int
    package let years: ClosedRange<Int>
    /// Those of the group that have values all years.
    package let peers: [String]
    /// The cost each year, in kronor.
    package let costs: [Double]
    /// What the median of the similar municipalities cost each year, in kronor.
    package let peersCosts: [Double]
    /// The logarithm of the cost less that of the similar municipalities, year by year.
    package let differences: [Double]
    /// The median of the slopes between all pairs of years.
    package let slope: Double
    /// Over the whole window, in logarithms.
    package let logChange: Double
    /// Over the whole window: −0.15 is a fall by 15 per cent.
    package let change: Double
    package let test: Test
    /// The share of chance among all that are as clear.
    package internal(set) var rate: Double
    /// Mann's and Kendall's probability, which doesn't know that years resemble those before them.
    package let mannKendallProbability: Double
    /// Relative to the median of the country.
    package let nationalChange: Double
    /// The change with each year in turn left out.
    package let changesLeavingOneOut: [Double]
    /// The largest step between two years.
    package let largestStep: Double
    package let regression: Regression
    package let guarding: GuardLine?
    package let quality: [QualityLine]
    package internal(set) var evidence: Evidence
    package let isRobust: Bool
    /// Nil when the cost hasn't fallen enough, or there is no evidence.
    package internal(set) var classification: Class?

    package var id: ID { ID(card: card, municipality: municipality) }
    /// The smallest fall with any year left out.
    package var worstLeavingOneOut: Double { changesLeavingOneOut.max() ?? change }
}
