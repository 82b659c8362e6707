package import Statistics

/// The places that are asked about.
package enum Reach: Hashable, Sendable {
    /// Every municipality and region.
    case all
    /// Some municipalities and those that the source has found to be like them in any service, and their regions.
    case around([String])
}

/// Which questions bring what is wanted, in the order in which they are asked.
package enum Plan {
    /// How many years are asked for at once, the last of them the current one.
    package static let yearCount = Question.longestPart
    /// With 25 places and 25 years, eight key figures are five thousand objects: one page exactly.
    package static let keyFiguresAtOnce = 8
    /// Where the whole country's values are.
    private static let country = "0000"

    /// What is asked before anything else.
    package static let catalogue = [Question(.figures), Question(.places), Question(.groups)]

    /// The questions about values.
    ///
    /// Places are always named. A question about a key figure and a year alone is answered with every group there is, 3,630 of them, of
    /// which hardly any is wanted.
    ///
    /// - Parameters:
    ///   - catalogue: what the source has.
    ///   - keyFigures: those that are wanted; nil for all. Those that the source doesn't have are left out: see `unknown`.
    ///   - reach: the places that are wanted.
    ///   - members: the codes of the cooperation's members: groups that hold all of them are asked about too.
    ///   - year: the last year.
    ///   - since: only what has changed since that day; nil for everything.
    /// - Returns: questions of no more than 25 values in each part, in which every wanted triple is once.
    package static func values(
        of catalogue: Catalogue,
        keyFigures: Set<KeyFigure.ID>? = nil,
        reach: Reach,
        members: [String],
        until year: Int,
        since: PublicationDay? = nil
    ) -> [Question] {
        let years = (year - yearCount + 1)...year
        let groups = groups(of: catalogue, holding: members)
        let wanted = places(of: catalogue, reach)
        var questions: [Question] = []
        for level in CatalogueFigure.Level.allCases {
            let figures = catalogue.figures.filter { $0.level == level && keyFigures?.contains($0.id) ?? true }.map(\.id)
            // A key figure of municipalities has no values for regions, and the other way about.
            let places = wanted.filter { place in
                place.isCountry || level == .both || (level == .region) == place.isRegion
            }
            let codes = places.map(\.code) + (level == .region ? [] : groups)
            // What has changed is little: more key figures find room on a page.
            for some in figures.pieces(of: since == nil ? keyFiguresAtOnce : Question.longestPart) {
                for piece in codes.pieces(of: Question.longestPart) {
                    questions.append(Question(.values(some, places: piece, years: years), since: since))
                }
            }
        }
        return questions
    }

    /// Those of some key figures that the source doesn't have, in order.
    package static func unknown(_ keyFigures: Set<KeyFigure.ID>, in catalogue: Catalogue) -> [KeyFigure.ID] {
        keyFigures.filter { catalogue[$0] == nil }.sorted()
    }

    private static func places(of catalogue: Catalogue, _ reach: Reach) -> [Catalogue.Place] {
        guard case .around(let members) = reach else { return catalogue.places }
        var codes = Set(members)
        for group in catalogue.peerGroups {
            for member in members { codes.formUnion(group.similar[member] ?? []) }
        }
        // A region's code is that of its county, with two noughts before it.
        codes.formUnion(members.map { "00" + $0.prefix(2) })
        codes.insert(country)
        return catalogue.places.filter { codes.contains($0.code) }
    }

    /// The groups whose mean is worth having: those that all members are in, as the county's municipalities.
    private static func groups(of catalogue: Catalogue, holding members: [String]) -> [String] {
        guard !members.isEmpty else { return [] }
        return catalogue.groups.filter { group in
            PeerTitleMark.isOrdinary(group.title) && Set(members).isSubset(of: group.members)
        }.map(\.id)
    }
}

/// Tells groups that somebody has formed from those that the source has matched for one municipality.
private enum PeerTitleMark {
    static func isOrdinary(_ title: String) -> Bool { !title.utf8.starts(with: "Liknande ".utf8) }
}

extension Array {
    /// The elements in pieces of some length; the last may be shorter.
    func pieces(of length: Int) -> [[Element]] {
        stride(from: 0, to: count, by: length).map { Array(self[$0..<Swift.min($0 + length, count)]) }
    }
}
