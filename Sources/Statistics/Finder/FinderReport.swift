/// What a run of the finder found, with what it takes to judge it.
package struct FinderReport: Hashable, Sendable {
    /// What was found of one card.
    package struct Card: Hashable, Sendable, Identifiable {
        /// The noise of the municipalities of a size.
        package struct SizeClass: Hashable, Sendable {
            package let sizeClass: Int
            package let municipalities: Int
            /// The deviation of a year from the line, in logarithms.
            package let deviation: Double
            /// How large a fall over the window has to be to be told from noise at 5 per cent: 0.13 is 13 per cent.
            package let visibleFall: Double
        }

        package let card: ServiceCard
        package let years: ClosedRange<Int>
        /// Those with a cost every year.
        package let withCosts: Int
        /// Those of them that also have enough similar municipalities, and are tested.
        package let tested: Int
        /// Those whose population isn't known, and which are therefore not tested.
        package let withoutPopulation: [String]
        /// How much a year's deviation resembles the one before, as seen and with the seen corrected for the short window.
        package let seenAutocorrelation: Double
        package let autocorrelation: Double
        /// What that makes of the variance around the line, and of that of the slope.
        package let varianceFactor: Double
        package let slopeFactor: Double
        package let degrees: Double
        package let sizeClasses: [SizeClass]
        /// The line that says what a start leads to by itself.
        package let regressionIntercept: Double
        package let regressionSlope: Double
        /// The shares with a probability of at most 5 per cent of a fall, and of a rise, and by Mann's and Kendall's test.
        package let shareFallen: Double
        package let shareRisen: Double
        package let shareFallenByMannKendall: Double
        /// The median of the changes over the window, in logarithms, and how they lie about it: the standard deviation by
        /// the median distance.
        package let medianLogChange: Double
        package let deviationOfLogChanges: Double

        package var id: String { card.id }
    }

    /// How many falls, and how many rises, are so many standard errors large.
    ///
    /// Without real changes there would be as many of both.
    package struct Mirror: Hashable, Sendable {
        package let standardErrors: Double
        package let falls: Int
        package let rises: Int
        /// How large a share of the falls can be chance, as the rises show it; one is added, so that none doesn't promise none.
        package var shareByChance: Double? { falls > 0 ? min(1, Double(rises + 1) / Double(falls)) : nil }
    }

    package let constants: FinderConstants
    package let cards: [Card]
    /// The cards that couldn't be used, with the reason.
    package let faults: [CardFault]
    /// Card by card as they were given, and within a card by the municipalities' codes.
    package let rows: [FinderRow]
    package let mirrors: [Mirror]

    /// How many tests were made: the more, the more looks like something by chance.
    package var tests: Int { rows.count }

    /// Of those with at least that evidence: how many there are, and how many of them can be chance.
    package func examples(_ evidence: FinderRow.Evidence) -> (count: Int, byChance: Double)? {
        let rate: Double
        switch evidence {
        case .strong: rate = constants.strongRate
        case .moderate: rate = constants.moderateRate
        case .weak, .none: return nil
        }
        let count = rows.count { $0.rate <= rate }
        return (count, rate * Double(count))
    }

    /// How many falls are as large and as clear as an example's has to be, and how many rises are.
    package var largeChanges: (falls: Int, rises: Int) {
        (
            rows.count { $0.change <= constants.leastEffect && $0.test.probability <= constants.weakProbability },
            // As large a rise is the fall turned over: 5 per cent down and 5.3 per cent up are the same in logarithms.
            rows.count {
                $0.change >= -constants.leastEffect / (1 + constants.leastEffect)
                    && 1 - $0.test.probability <= constants.weakProbability
            }
        )
    }
}

/// Why a service card couldn't be used.
package struct CardFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        /// There are no values of the key figure.
        case unknownKeyFigure(KeyFigure.ID)
        /// There is no group of similar municipalities for the area.
        case unknownArea(String, known: [String])
        /// So few years can be compared.
        case tooFewYears(Int, fewest: Int, breaks: [Int])
        /// So few municipalities have values all years.
        case tooFewMunicipalities(Int, fewest: Int, years: ClosedRange<Int>)
        /// The values of the key figure are damaged on the disk.
        case damaged(KeyFigure.ID)
        /// Another card has the same id.
        case twice(ServiceCard.ID)
    }

    /// What the card is called; its id when it has no name.
    package let title: String
    package let reason: Reason

    init(_ card: ServiceCard, _ reason: Reason) {
        title = card.title.isEmpty ? card.id : card.title
        self.reason = reason
    }

    package var description: String {
        switch reason {
        case .unknownKeyFigure(let id):
            "Kortet ”\(title)” frågar efter nyckeltalet \(id), som inte har några värden här. Hämta nyckeltalet, eller välj ett annat på kortet."
        case .unknownArea(let area, let known):
            "Kortet ”\(title)” vill jämföra med liknande kommuner för ”\(area)”, men en sådan grupp finns inte."
                + (known.isEmpty
                    ? " Hämta grupperna av liknande kommuner först." : " Välj någon av \(known.joined(separator: ", ")).")
        case .tooFewYears(let count, let fewest, let breaks):
            "Kortet ”\(title)” har \(count) år som går att jämföra, och det behövs minst \(fewest)."
                + (breaks.isEmpty
                    ? "" : " Kostnaden räknas på ett nytt sätt från \(breaks.map(String.init).joined(separator: " och ")).")
                + " Välj fler år, eller vänta tills fler är slutliga."
        case .tooFewMunicipalities(let count, let fewest, let years):
            "Kortet ”\(title)” har \(count) kommuner med kostnad alla år \(years.lowerBound)–\(years.upperBound) och tillräckligt många liknande kommuner. Det behövs minst \(fewest) för att slumpen ska gå att bedöma. Hämta värden för fler kommuner, eller välj andra år."
        case .damaged(let id):
            "Kortet ”\(title)” behöver nyckeltalet \(id), vars värden har skadats på servern. Hämta statistiken på nytt."
        case .twice(let id):
            "Kortet ”\(title)” har samma beteckning som ett annat: \(id). Behåll ett av dem."
        }
    }
}
