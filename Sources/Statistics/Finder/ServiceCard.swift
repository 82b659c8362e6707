/// What is looked at when examples of improvement are sought in one service.
///
/// The source tells neither which way is better nor where its counting changed, so a card is made by people, and says why it is
/// as it is.
package struct ServiceCard: Hashable, Sendable, Identifiable {
    /// What the service costs for each of those that it is for.
    package struct Cost: Hashable, Sendable {
        package var keyFigure: KeyFigure.ID
        /// 'kronor per elev'.
        package var unit: String
        /// How many the cost is counted for, when a key figure says so; then differences can be told in kronor for the whole
        /// municipality.
        package var count: KeyFigure.ID?

        /// A part of a card with those facts.
        package init(_ keyFigure: KeyFigure.ID, unit: String, count: KeyFigure.ID? = nil) {
            self.keyFigure = keyFigure
            self.unit = unit
            self.count = count
        }
    }

    /// A measure of how well the service does, which is not to become worse when the cost falls.
    package struct Quality: Hashable, Sendable {
        package var keyFigure: KeyFigure.ID
        package var better: Direction
        /// How much worse it may become, in the key figure's own unit, and still be said to have been kept.
        package var margin: Double
        /// From which year its values can be compared; nil when all can.
        package var firstYear: Int?
        /// Why the measure and the margin were chosen.
        package var reason: String

        /// A part of a card with those facts.
        package init(_ keyFigure: KeyFigure.ID, better: Direction, margin: Double, firstYear: Int? = nil, reason: String) {
            self.keyFigure = keyFigure
            self.better = better
            self.margin = margin
            self.firstYear = firstYear
            self.reason = reason
        }
    }

    /// A key figure that stops an example when it rises: the cost may have moved to where the card doesn't look.
    package struct Guard: Hashable, Sendable {
        package var keyFigure: KeyFigure.ID
        /// How much it may rise over its years, in its own unit.
        package var limit: Double
        package var firstYear: Int?
        package var reason: String

        /// A part of a card with those facts.
        package init(_ keyFigure: KeyFigure.ID, limit: Double, firstYear: Int? = nil, reason: String) {
            self.keyFigure = keyFigure
            self.limit = limit
            self.firstYear = firstYear
            self.reason = reason
        }
    }

    /// What the card is called in addresses and files: 'grundskola'.
    package var id: String
    /// What the service is called: 'Grundskola, årskurs 1–9'.
    package var title: String
    package var cost: Cost
    /// Which of the groups of similar municipalities is used: 'äldreomsorg'.
    package var area: String
    package var quality: [Quality]
    package var guarding: Guard?
    /// The years from which the cost is counted in another way than before; years on either side of one are never compared.
    package var breaks: [Int]
    /// Why the service is looked at in this way, and what a reader has to know of it.
    package var reason: String

    /// A card with those facts.
    package init(
        id: String,
        title: String,
        cost: Cost,
        area: String,
        quality: [Quality],
        guarding: Guard? = nil,
        breaks: [Int] = [],
        reason: String
    ) {
        self.id = id
        self.title = title
        self.cost = cost
        self.area = area
        self.quality = quality
        self.guarding = guarding
        self.breaks = breaks
        self.reason = reason
    }

    /// The key figures that the finder can't do without, the cost first.
    package var neededKeyFigures: [KeyFigure.ID] {
        [cost.keyFigure] + quality.map(\.keyFigure) + (guarding.map { [$0.keyFigure] } ?? [])
    }

    /// All key figures that the card asks for, the cost first; how many it is counted for comes last.
    package var keyFigures: [KeyFigure.ID] { neededKeyFigures + (cost.count.map { [$0] } ?? []) }
}
