extension RKAIndex {
    /// One of RKA's indices: what it is made of.
    ///
    /// The parts are those that the key figures' descriptions tell, and that give the published values. RKA changes its indices
    /// now and then; a year for which the recomputed and the published differ is one of those, or one whose values have been
    /// revised since.
    package struct Definition: Hashable, Sendable, Identifiable {
        package struct Part: Hashable, Sendable {
            package let keyFigure: KeyFigure.ID
            package let better: Direction
            package let isIndex: Bool
        }

        /// What is measured.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case resources, efficiency
        }

        /// The index as it is published.
        package let id: KeyFigure.ID
        package let kind: Kind
        package let subject: String
        package let parts: [Part]

        fileprivate init?(_ id: String, _ kind: Kind, _ subject: String, cheap parts: [String] = [], indices: [String] = []) {
            guard let id = KeyFigure.ID(id) else { return nil }
            self.id = id
            self.kind = kind
            self.subject = subject
            self.parts =
                parts.compactMap(KeyFigure.ID.init).map { Part(keyFigure: $0, better: .lower, isIndex: false) }
                + indices.compactMap(KeyFigure.ID.init).map { Part(keyFigure: $0, better: .higher, isIndex: true) }
        }
    }

    /// The indices that can be recomputed.
    ///
    /// Those of quality can't: their parts are not all known.
    package static let definitions: [Definition] = [
        Definition("U11001", .resources, "förskola", cheap: ["N11032", "N11024"]),
        Definition("U20008", .resources, "äldreomsorg", cheap: ["N20900"]),
        Definition("U28001", .resources, "LSS", cheap: ["N28013", "N28015", "N28018"]),
        Definition("U11901", .efficiency, "förskola", indices: ["U11404", "U11001"]),
        Definition("U15900", .efficiency, "grundskola", indices: ["U15401", "U15010"]),
        Definition("U20900", .efficiency, "äldreomsorg", indices: ["U20404", "U20008"]),
    ].compactMap(\.self)

    /// An index recomputed from its parts.
    package struct Recomputed: Hashable, Sendable {
        /// By the codes of the municipalities that have all parts.
        package let values: [String: Double]
        /// How far the farthest is from what was published; nil when nothing is published of those.
        package let farthestFromPublished: Double?
    }

    /// An index of a year, from the key figures that a source has; nil when it lacks one of them that year.
    package static func recomputed(_ definition: Definition, year: Int, from values: some SeriesSource) -> Recomputed? {
        func known(_ keyFigure: KeyFigure.ID) -> [String: Double] {
            Dictionary(
                values.places(of: keyFigure).compactMap { code in
                    guard code.isMunicipality, let value = values.value(keyFigure, in: code, year: year), value.isFinite else {
                        return nil
                    }
                    return (code, value)
                }
            ) { first, _ in first }
        }
        let parts = definition.parts.map { Part(known($0.keyFigure), better: $0.better, isIndex: $0.isIndex) }
        guard !parts.contains(where: { $0.values.isEmpty }) else { return nil }
        let index = of(parts)
        let published = known(definition.id)
        let distances = index.compactMap { code, value in published[code].map { abs($0 - value) } }
        return Recomputed(values: index, farthestFromPublished: distances.max())
    }
}
