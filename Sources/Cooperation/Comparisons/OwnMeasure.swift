import HashTreeCollections

/// A municipality's own measure (eget mått): a key figure that the statistics don't have, with its values by year.
package struct OwnMeasure: Hashable, Sendable {
    /// The measure in addresses: `haninge-ko-till-forskola`.
    package typealias ID = Identifier<OwnMeasure>

    /// What is recorded of a measure, whole.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        /// Whose it is.
        package var municipality: Municipality.ID
        package var name: String
        /// What is counted, and how.
        package var definition: Prose
        /// 'dagar', 'procent', 'kr per elev'.
        package var unit: String
        /// Which way is better; nil when neither is.
        package var better: BetterDirection?
        /// The first day that the public may see it; nil when that is the day it was recorded.
        package var from: Day?
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// The value of a year, as it is from the day it was recorded.
    package struct Value: Hashable, Sendable, Codable {
        package var measure: ID
        package var year: Int
        /// Nil when there is no value that year, or the one that was recorded was no value.
        package var value: DecimalFigure?
        /// Why there is none, or what must be known to read it.
        package var remark: Prose?
        package var source: Source
    }

    package internal(set) var facts: Facts
    /// When it was first recorded.
    package internal(set) var since: Period
    /// What was recorded last of each year.
    var values: TreeDictionary<Int, Dated<Value>> = [:]

    /// A measure without values yet.
    init(_ facts: Facts, since: Period) {
        self.facts = facts
        self.since = since
    }

    /// What is recorded of each year, the earliest first.
    package var valuesInOrder: [Dated<Value>] { values.values.sorted { $0.fact.year < $1.fact.year } }

    /// What is recorded of a year.
    package subscript(year: Int) -> Dated<Value>? { values[year] }

    /// Whether its first day has come.
    package func isDue(on day: Day) -> Bool { facts.from.map { $0 <= day } ?? true }
}
