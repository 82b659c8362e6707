import Charts
import Cooperation
import Markup

/// Those who decide on a map, each with the sign of where the proposal stands there.
struct RoundMap {
    private let areas: [AreaMap.Area]
    private let description: String

    /// A map of those who decide; nil when the outline of any of them isn't known, since a map with holes would mislead.
    init?(_ round: ShownRound, _ reading: Reading) {
        let deciding = round.tracks.filter(\.isMember)
        guard !deciding.isEmpty else { return nil }
        var areas: [AreaMap.Area] = []
        for track in deciding {
            guard let id = Municipality.ID(track.id), let code = reading.cooperation.members[id]?.facts.code,
                let rings = Outlines.rings(of: code)
            else { return nil }
            areas.append(
                AreaMap.Area(
                    id: track.id,
                    name: track.name,
                    rings: rings,
                    labelAt: Outlines.middle(of: code),
                    fill: track.state == .adopted ? .plain : track.isAwaited ? .muted : .tinted,
                    mark: track.mark,
                    text: track.label(reading.words),
                    address: reading.address("ratificering", round.edition, track.id)
                )
            )
        }
        self.areas = areas
        description = deciding.map { "\($0.name): \($0.label(reading.words))" }.joined(separator: ". ") + "."
    }

    /// The map, narrow and wide.
    func write(_ html: HTML, _ words: Words) {
        html.chart(words.round.map, note: words.round.mapNote) {
            html.embed(DrawingShape.both(or: .column) { drawing($0, words) })
        }
    }

    private func drawing(_ shape: DrawingShape, _ words: Words) -> Markup {
        // Beside a name on a narrow drawing there is only room for the sign, which says the same as the table.
        let areas = areas.map { area in
            var area = area
            if shape == .narrow { area.text = nil }
            return area
        }
        let signs = areas.map { "\($0.mark.map { "\($0)" } ?? "") \($0.text ?? "")" }
        let key = DrawnMaps.Key(
            shape: shape,
            title: words.round.map,
            names: areas.map(\.name) + signs,
            addresses: areas.map { $0.address?.text ?? "" }
        )
        return DrawnMaps.shared.markup(key) {
            AreaMap(areas, shape: shape, title: words.round.map, description: description, id: "beslutskarta").markup
        }
    }
}
