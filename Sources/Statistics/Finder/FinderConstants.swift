/// The limits that decide what is called an example.
///
/// Those of the shipped program were set with real data from 2015–2022.
package struct FinderConstants: Hashable, Sendable {
    /// How many similar municipalities there must be with values all years.
    package var fewestPeers = 4
    /// The fewest years of a window.
    package var fewestYears = 6
    /// The most years of a window; of a longer one the last are taken.
    package var mostYears = 40
    /// The fewest municipalities that a card is tested for: with fewer, the noise can't be told.
    package var fewestMunicipalities = 20
    /// Up to which share of chance the evidence is strong, and moderate.
    package var strongRate = 0.10
    package var moderateRate = 0.30
    /// Up to which probability it is weak; beyond there is none.
    package var weakProbability = 0.05
    /// How much the cost has to have fallen relative to that of similar municipalities.
    package var leastEffect = -0.05
    /// How much it has to have fallen also relative to the country, and with any year left out.
    package var leastRobustEffect = -0.025
    /// Among how large a share of those that fell most, given where they started, it has to be, in per cent.
    package var regressionPercentile = 25.0
    /// Where the size classes begin, in inhabitants, after the first.
    package var sizeClasses = [15_000.0, 30_000, 70_000]
    /// How many degrees of freedom the noise of a size class weighs.
    package var priorDegrees = 6.0
    /// The fewest years of a quality measure, and of a guard.
    package var fewestQualityYears = 5
    package var fewestGuardYears = 4
    /// The probability of error of the lower bound of quality.
    package var qualityError = 0.10

    /// The limits of the shipped program.
    package init() {}

    /// The size class of a municipality, from 0.
    package func sizeClass(_ population: Double) -> Int {
        sizeClasses.count { population >= $0 }
    }
}

/// Which years are looked at.
package enum FinderWindow: Hashable, Sendable {
    /// So many, to the last final one of each card.
    case last(Int)
    /// Those, or as many of them as the card's own first year leaves.
    case years(ClosedRange<Int>)
}

/// When the coming values of key figures are published.
///
/// A source tells of each key figure which year comes next and on which day. Until then, what it has for that year is
/// preliminary.
package struct Publications: Hashable, Sendable {
    package struct Coming: Hashable, Sendable {
        package var year: Int
        /// As 2026-08-28.
        package var day: String

        /// A year whose values come on that day.
        package init(year: Int, day: String) {
            self.year = year
            self.day = day
        }
    }

    private let coming: [KeyFigure.ID: Coming]

    /// What is known of coming values.
    package init(_ coming: [KeyFigure.ID: Coming] = [:]) { self.coming = coming }

    /// The last year with final values on a day, as 2026-11-26; nil when the source tells nothing, and all are taken as final.
    package func lastFinalYear(of keyFigure: KeyFigure.ID, on day: String) -> Int? {
        coming[keyFigure].map { $0.day <= day ? $0.year : $0.year - 1 }
    }
}
