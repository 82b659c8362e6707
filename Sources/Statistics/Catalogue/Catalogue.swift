/// What the source has: its key figures, the places that they are about, and the groups of places.
package struct Catalogue: Equatable, Sendable {
    /// A municipality, a region or the country.
    package struct Place: Hashable, Sendable {
        /// Four figures: '0126', '0001' for a region, '0000' for the country.
        package let code: String
        package let name: String
        /// The source types the country as a region.
        package let isRegion: Bool

        package init(code: String, name: String, isRegion: Bool) {
            self.code = code
            self.name = name
            self.isRegion = isRegion
        }

        package var isCountry: Bool { code == "0000" }
    }

    /// Some places that belong together, with a mean of their own in the values.
    package struct Group: Hashable, Sendable {
        /// The id, like 'G96274'.
        ///
        /// It changes when the source makes the group anew, so a group is found by its title.
        package let id: String
        package let title: String
        /// The codes of those in the group.
        package let members: [String]

        package init(id: String, title: String, members: [String]) {
            self.id = id
            self.title = title
            self.members = members
        }
    }

    /// The day that it was fetched.
    package let fetched: PublicationDay
    /// In the order of their ids.
    package let figures: [CatalogueFigure]
    /// In the order of their codes.
    package let places: [Place]
    /// In the order of their ids, as text.
    package let groups: [Group]
    /// For each service the municipalities that the source has found to be alike, by its newest matching of each municipality.
    package let peerGroups: [PeerGroup]

    private let positions: [KeyFigure.ID: Int]
    private let names: [String: String]

    /// A catalogue of those; of two with the same id the later counts.
    package init(fetched: PublicationDay, figures: [CatalogueFigure], places: [Place], groups: [Group]) {
        self.fetched = fetched
        let figures = Self.inOrder(figures, by: \.id)
        let places = Self.inOrder(places, by: \.code)
        let groups = Self.inOrder(groups, by: \.id)
        (self.figures, self.places, self.groups) = (figures, places, groups)
        positions = Dictionary(uniqueKeysWithValues: figures.indices.map { (figures[$0].id, $0) })
        names = Dictionary(uniqueKeysWithValues: places.map { ($0.code, $0.name) })
        peerGroups = PeerTitle.newest(groups, among: places)
    }

    /// Those with the last of each id, in order.
    ///
    /// What is read from the file is already so.
    private static func inOrder<Value, ID: Hashable & Comparable>(_ values: [Value], by id: (Value) -> ID) -> [Value] {
        let isInOrder = zip(values, values.dropFirst()).allSatisfy { id($0) < id($1) }
        return isInOrder ? values : Dictionary(values.map { (id($0), $0) }) { $1 }.values.sorted { id($0) < id($1) }
    }

    /// A key figure; nil when the source has none such any more.
    package subscript(_ id: KeyFigure.ID) -> CatalogueFigure? { positions[id].map { figures[$0] } }

    /// What a place is called; the code when it isn't known.
    package func name(of code: String) -> String { names[code] ?? code }

    /// Every municipality, in the order of the codes.
    package var municipalities: [Place] { places.filter { !$0.isRegion } }

    /// The group with that title, like 'Södertörnskommunerna (ovägt medel)'; nil when there is none.
    package func group(titled title: String) -> Group? { groups.last { $0.title == title } }

    /// The services that the source has matched municipalities in, in order: 'IFO', 'LSS' and so on.
    package var peerAreas: [String] { peerGroups.map(\.subject) }

    /// The codes of those that are like a municipality in a service; none when the source hasn't matched it.
    package func peers(of code: String, in area: String) -> [String] {
        peerGroups.first { $0.subject == area }?.similar[code] ?? []
    }
}

/// What the title of a group of alike says: 'Liknande kommuner grundskola, Huddinge, 2024'.
struct PeerTitle {
    var area: String
    var name: String
    var year: Int

    /// Reads a title; nil when it is that of another sort of group.
    init?(_ title: String) {
        guard let kind = ["Liknande kommuner", "Liknande regioner"].first(where: { title.utf8.starts(with: $0.utf8) }) else {
            return nil
        }
        let parts = title.utf8.split(separator: UInt8(ascii: ",")).map { Substring($0.drop { $0 == UInt8(ascii: " ") }) }
        guard parts.count >= 3, let year = parts.last.flatMap({ Int(decimals: $0.utf8) }), (1990...2200).contains(year) else {
            return nil
        }
        // 'Liknande kommuner, övergripande, Huddinge, 2025' has its service after a comma.
        let after = Substring(parts[0].utf8.dropFirst(kind.utf8.count).drop { $0 == UInt8(ascii: " ") })
        area = (([after] + parts[1..<(parts.count - 2)]).filter { !$0.isEmpty }).joined(separator: ", ")
        guard !area.isEmpty else { return nil }
        // Regions are matched in services of the same names, with each other: kept apart by a word of their own.
        if kind == "Liknande regioner" { area = "regioner: " + area }
        name = String(parts[parts.count - 2])
        self.year = year
    }

    /// For each service those that are alike, from each place's newest group.
    static func newest(_ groups: [Catalogue.Group], among places: [Catalogue.Place]) -> [PeerGroup] {
        let codes = Dictionary(places.map { ($0.name, $0.code) }) { first, _ in first }
        var found: [String: [String: (year: Int, members: [String])]] = [:]
        for group in groups {
            guard let title = PeerTitle(group.title), let code = codes[title.name] else { continue }
            if let known = found[title.area]?[code], known.year > title.year { continue }
            // The place itself isn't a member; were it one, it would be compared with itself.
            found[title.area, default: [:]][code] = (title.year, group.members.filter { $0 != code })
        }
        return found.sorted { $0.key < $1.key }.map { area, similar in
            PeerGroup(
                title: "Liknande kommuner \(area), \(similar.values.map(\.year).max() ?? 0)",
                subject: area,
                source: "Kolada",
                similar: similar.mapValues(\.members)
            )
        }
    }
}
