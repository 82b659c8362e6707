/// Values of key figures for places and years.
///
/// A value that can be handed about. Nothing in it is computed: every value is as the source has it, and what isn't there is missing,
/// never zero.
package struct StatisticsTable: Sendable {
    /// The code of the whole country.
    package static let country = "0000"

    /// The key figures with their values, by their ids.
    package let panels: [Panel]
    package let peerGroups: [PeerGroup]
    private let places: [KeyFigure.ID: Int]
    package let names: [String: String]

    /// A table of nothing.
    package init() { self.init(keyFigures: [], names: [:], peerGroups: [], values: []) }

    /// A table of those values.
    ///
    /// - Parameters:
    ///   - keyFigures: those that values may be about; a value about another is left out, and a key figure without values too.
    ///   - names: what places are called, by their codes.
    ///   - peerGroups: who is like whom.
    ///   - values: in any order; of two about the same thing the later stays.
    package init(keyFigures: [KeyFigure], names: [String: String], peerGroups: [PeerGroup], values: [Observation]) {
        let values = Dictionary(grouping: values, by: \.keyFigure)
        panels = keyFigures.sorted { $0.id < $1.id }.compactMap { keyFigure in
            values[keyFigure.id].flatMap { Panel(keyFigure, $0) }
        }
        places = Dictionary(panels.enumerated().map { ($0.element.keyFigure.id, $0.offset) }) { first, _ in first }
        self.names = names
        self.peerGroups = peerGroups
    }

    /// A key figure with its values.
    package subscript(_ id: KeyFigure.ID) -> Panel? { places[id].map { panels[$0] } }

    /// What a place is called; its code when no name is known.
    package func name(of code: String) -> String { names[code] ?? code }

    /// Those that a place is like in what a key figure is about.
    package func peers(of code: String, in keyFigure: KeyFigure) -> (group: PeerGroup, codes: [String])? {
        for group in peerGroups where group.subject == keyFigure.subject {
            if let codes = group.similar[code] { return (group, codes) }
        }
        return nil
    }
}

/// The values of one key figure: place by place, and for each all its years.
package struct Panel: Sendable {
    package let keyFigure: KeyFigure
    /// Where the values were fetched.
    package let source: String
    /// From the first with a value to the last, without gaps.
    package let years: ClosedRange<Int>
    /// Those that there are values for, in the order of the cases.
    package let genders: [Gender]
    /// The codes of the places, in order.
    package let codes: [String]
    private let rows: [String: Int]
    /// Not a number where the value is missing.
    private let values: [Double]

    fileprivate init?(_ keyFigure: KeyFigure, _ observations: [Observation]) {
        guard let first = observations.lazy.map(\.year).min(), let last = observations.lazy.map(\.year).max(),
            let source = observations.first?.source
        else { return nil }
        self.keyFigure = keyFigure
        self.source = source
        years = first...last
        let known = Set(observations.map(\.gender))
        let genders = Gender.allCases.filter { known.contains($0) }
        let codes = Set(observations.map(\.code)).sorted()
        let rows = Dictionary(codes.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        var values = [Double](repeating: .nan, count: codes.count * genders.count * years.count)
        for observation in observations {
            guard let row = rows[observation.code], let gender = genders.firstIndex(of: observation.gender) else { continue }
            let place = (row * genders.count + gender) * years.count + observation.year - first
            values[place] = observation.value.flatMap { $0.isFinite ? $0 : nil } ?? .nan
        }
        self.genders = genders
        self.codes = codes
        self.rows = rows
        self.values = values
    }

    /// A place's values, one for each year, nil where one is missing; nil when there is nothing about the place.
    package func values(in code: String, _ gender: Gender = .total) -> [Double?]? {
        guard let row = rows[code], let gender = genders.firstIndex(of: gender) else { return nil }
        let start = (row * genders.count + gender) * years.count
        return values[start..<start + years.count].map { $0.isNaN ? nil : $0 }
    }

    /// One value; nil when it is missing.
    package func value(in code: String, _ gender: Gender = .total, year: Int) -> Double? {
        guard years.contains(year) else { return nil }
        return values(in: code, gender)?[year - years.lowerBound]
    }
}

extension StatisticsTable: SeriesSource {
    package var keyFigures: [KeyFigure.ID] { panels.map(\.keyFigure.id) }

    package func places(of keyFigure: KeyFigure.ID) -> [String] { self[keyFigure]?.codes ?? [] }

    package func genders(of keyFigure: KeyFigure.ID) -> [Gender] { self[keyFigure]?.genders ?? [] }

    /// The table says that a value is missing, never why.
    package func series(_ keyFigure: KeyFigure.ID, _ gender: Gender, in place: String) -> Series? {
        guard let panel = self[keyFigure], let values = panel.values(in: place, gender) else { return nil }
        return Series(
            firstYear: panel.years.lowerBound,
            values: values.map { $0 ?? .nan },
            absences: values.map { $0 == nil ? .missing : .silent }
        )
    }
}
