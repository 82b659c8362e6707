import Charts
import Cooperation
import Markup
import Synchronization

/// The members on a map, each leading to its page.
struct MembersMap {
    private let areas: [AreaMap.Area]
    private let names: [String]
    private let cooperation: String

    /// A map of the members; nil when the outline of any of them isn't known, since a map with holes would mislead.
    init?(_ reading: Reading) {
        let members = reading.cooperation.members.members
        guard !members.isEmpty else { return nil }
        var areas: [AreaMap.Area] = []
        for member in members {
            guard let rings = Outlines.rings(of: member.facts.code) else { return nil }
            areas.append(
                AreaMap.Area(
                    id: member.facts.id.text,
                    name: member.facts.name,
                    rings: rings,
                    labelAt: Outlines.middle(of: member.facts.code),
                    address: reading.address("kommuner", member.facts.id.text)
                )
            )
        }
        self.areas = areas
        names = members.map(\.facts.name)
        cooperation = reading.shortName
    }

    /// The map, narrow and wide.
    func write(_ html: HTML, _ words: Words) {
        html.chart(words.members.map(cooperation), note: words.members.mapNote) {
            html.embed(DrawingShape.both(or: .column) { drawing($0, words) })
        }
    }

    /// The map in one size that has room beside a text.
    func writeSmall(_ html: HTML, _ words: Words) {
        html.chart(words.members.map(cooperation), note: words.members.mapNote) {
            html.embed(drawing(.narrow, words))
        }
    }

    private func drawing(_ shape: DrawingShape, _ words: Words) -> Markup {
        let title = words.members.map(cooperation)
        let key = DrawnMaps.Key(shape: shape, title: title, names: names, addresses: areas.map { $0.address?.text ?? "" })
        return DrawnMaps.shared.markup(key) {
            AreaMap(
                areas,
                shape: shape,
                title: title,
                description: words.members.mapDescription(words.list(names)),
                id: "karta"
            ).markup
        }
    }
}

/// The maps that have been drawn.
///
/// To find room for the names takes longer than the rest of a page, and the same members with the same signs give the same
/// map, so it is drawn once for each language and kept; pages of other days have other addresses in them and aren't kept for long.
final class DrawnMaps: Sendable {
    /// What a map is drawn of.
    struct Key: Hashable {
        var shape: DrawingShape
        var title: String
        /// The names, and what stands beside them.
        var names: [String]
        var addresses: [String]
    }

    static let shared = DrawnMaps()

    private let kept = Mutex<[Key: Markup]>([:])

    /// The map of a key, drawn if it hasn't been.
    func markup(_ key: Key, draw: () -> Markup) -> Markup {
        if let found = kept.withLock({ $0[key] }) { return found }
        let markup = draw()
        kept.withLock { kept in
            if kept.count >= 32 { kept = [:] }
            kept[key] = markup
        }
        return markup
    }
}
