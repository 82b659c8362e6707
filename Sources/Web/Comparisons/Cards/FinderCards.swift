import Cooperation
import Statistics

import struct Cooperation.ServiceCard

extension Reading {
    /// Statistics with the cards that apply in this cooperation.
    ///
    /// The cooperation's own cards come first. One that comes with the program is used until the cooperation has recorded a card of the
    /// same name, or has taken that out of use.
    func withOwnCards(_ vintage: StatisticsVintage) -> StatisticsVintage {
        let own = cooperation.comparisons.cardsInOrder
        guard !own.isEmpty else { return vintage }
        let shipped = Dictionary(vintage.cards.map { (Self.name(of: $0), $0) }) { first, _ in first }
        let replaced = Set(own.map(\.facts.id.text))
        return vintage.seeking(
            own.filter(\.isUsed).compactMap { finderCard($0.facts, instead: shipped[$0.facts.id.text], vintage) }
                + vintage.cards.filter { !replaced.contains(Self.name(of: $0)) }
        )
    }

    /// What a card that comes with the program is called when the cooperation makes it its own: addresses have hyphens.
    static func name(of card: Statistics.ServiceCard) -> String { card.id.replacing("_", with: "-") }

    /// A recorded card as the finder reads it; nil when its cost is no key figure of the source.
    ///
    /// How many a cost is counted for, and where measures begin, isn't recorded on a card: it is known of the same measures on the card
    /// that comes with the program, and otherwise where the source tells of a break.
    private func finderCard(
        _ facts: ServiceCard.Facts,
        instead shipped: Statistics.ServiceCard?,
        _ vintage: StatisticsVintage
    ) -> Statistics.ServiceCard? {
        // The finder looks for costs that have fallen.
        guard facts.better == .lower, let cost = KeyFigure.ID(facts.cost) else { return nil }
        let same = shipped?.cost.keyFigure == cost ? shipped : nil
        func firstYear(_ id: KeyFigure.ID) -> Int? {
            if let quality = shipped?.quality.first(where: { $0.keyFigure == id }) { return quality.firstYear }
            if let guarding = shipped?.guarding, guarding.keyFigure == id { return guarding.firstYear }
            return vintage[id]?.breaks.last
        }
        let reasons = [facts.firstYear?.reason].compactMap(\.self) + facts.remarks
        return Statistics.ServiceCard(
            id: facts.id.text,
            title: facts.name,
            cost: .init(cost, unit: facts.unit, count: same?.cost.count),
            area: facts.peers,
            quality: facts.quality.compactMap { quality in
                KeyFigure.ID(quality.keyFigure).map {
                    .init(
                        $0,
                        better: quality.better == .higher ? .higher : .lower,
                        margin: quality.margin.number,
                        firstYear: firstYear($0),
                        reason: text(quality.reason)
                    )
                }
            },
            guarding: facts.costGuard.flatMap { guarding in
                KeyFigure.ID(guarding.keyFigure).map {
                    .init($0, limit: guarding.limit.number, firstYear: firstYear($0), reason: text(guarding.reason))
                }
            },
            // A card says the latest break; earlier ones are known of the same cost.
            breaks: facts.firstYear.map { first in (same?.breaks.filter { $0 < first.year } ?? []) + [first.year] } ?? [],
            reason: texts(reasons).joined(separator: " ")
        )
    }
}
