/// A service card (tjänstekort): how one municipal service is compared.
///
/// The statistics say neither which way is better nor where a series is broken, so somebody who knows the service must: which key figure
/// is the cost, who the peers are, what quality may not suffer, and what would show that the cost only moved. The network of finance
/// directors keeps the cards. Every change is a version with its day.
package struct ServiceCard: Hashable, Sendable {
    /// The card in addresses: `grundskola`.
    package typealias ID = Identifier<ServiceCard>

    /// A key figure that tells whether the service has kept its quality.
    package struct Quality: Hashable, Sendable, Codable {
        package var keyFigure: String
        package var name: String
        package var better: BetterDirection
        /// The greatest change for the worse that still counts as kept, in the key figure's own unit.
        package var margin: DecimalFigure
        /// Why that margin.
        package var reason: Prose
    }

    /// A key figure that tells whether the cost has moved elsewhere rather than gone down.
    package struct Guard: Hashable, Sendable, Codable {
        package var keyFigure: String
        package var name: String
        /// The greatest rise that is let pass, in the key figure's own unit.
        package var limit: DecimalFigure
        package var reason: Prose
    }

    /// The first year that can be compared with later ones, after a break in the series.
    package struct FirstYear: Hashable, Sendable, Codable {
        package var year: Int
        package var reason: Prose
    }

    /// What a card says, whole: one version of it.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        /// 'Grundskola F–9'.
        package var name: String
        /// The body that keeps it: the network of finance directors.
        package var keeper: Body.ID
        /// The key figure that is the cost.
        package var cost: String
        package var costName: String
        /// 'kr per elev'.
        package var unit: String
        package var better: BetterDirection
        /// The area whose published groups of similar municipalities are the peers: 'grundskola'.
        package var peers: String
        package var quality: [Quality]
        package var costGuard: Guard?
        package var firstYear: FirstYear?
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// That a card is no longer used.
    package struct Retirement: Hashable, Sendable, Codable {
        package var card: ID
        package var reason: Prose
    }

    /// Every version, the earliest first; never empty.
    package internal(set) var versions: [Dated<Facts>]
    /// That it is no longer used; nil while it is.
    ///
    /// A new version takes it into use again.
    package internal(set) var retirement: Dated<Retirement>?
    /// What it says.
    package internal(set) var facts: Facts

    /// A card with its first version.
    init(_ facts: Facts, at period: Period) {
        versions = [Dated(facts, period)]
        self.facts = facts
    }

    /// The number of the version that applies, counted from 1.
    package var version: Int { versions.count }

    /// Since when the version that applies does.
    package var changed: Period? { versions.last?.period }

    /// Whether it is used.
    package var isUsed: Bool { retirement == nil }

    mutating func take(_ facts: Facts, at period: Period) {
        versions.append(Dated(facts, period))
        self.facts = facts
        retirement = nil
    }
}
