/// Something that is measured in the same way in every municipality.
package struct KeyFigure: Hashable, Sendable, Identifiable {
    /// What a key figure is called in addresses and files: N15419.
    package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
        package let description: String

        /// A letter, N or U, and five figures; nil for anything else.
        package init?(_ text: String) {
            let bytes = text.utf8
            guard bytes.count == 6, let first = bytes.first, first == UInt8(ascii: "N") || first == UInt8(ascii: "U"),
                bytes.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            description = text
        }

        package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
    }

    package var id: ID
    package var title: String
    /// What the values count: 'kronor per elev'.
    package var unit: String
    /// How many decimals are worth showing.
    package var decimals: Int
    /// The service or matter that it belongs to: 'grundskola'.
    package var subject: String
    /// What is measured, in words.
    package var explanation: String
    /// Who made the figures that the source passes on: 'SCB'.
    package var origin: String?
    /// The first year from which the values can be compared, when earlier ones are counted in another way.
    package var comparableFrom: Int?
    package var remark: String?

    /// A key figure with those facts.
    package init(
        id: ID,
        title: String,
        unit: String,
        decimals: Int = 0,
        subject: String,
        explanation: String,
        origin: String? = nil,
        comparableFrom: Int? = nil,
        remark: String? = nil
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.decimals = decimals
        self.subject = subject
        self.explanation = explanation
        self.origin = origin
        self.comparableFrom = comparableFrom
        self.remark = remark
    }
}

/// Whom a value is about.
package enum Gender: String, Hashable, Sendable, CaseIterable, Encodable {
    case total, women, men
}

/// One value as a source gives it.
package struct Observation: Hashable, Sendable {
    package var keyFigure: KeyFigure.ID
    /// The code of the municipality or the country.
    package var code: String
    package var gender: Gender
    package var year: Int
    /// Nil when the source says that it has none.
    package var value: Double?
    /// Where the value was fetched: 'Kolada'.
    package var source: String

    /// A value about a place and a year.
    package init(_ keyFigure: KeyFigure.ID, in code: String, _ gender: Gender = .total, year: Int, value: Double?, source: String)
    {
        self.keyFigure = keyFigure
        self.code = code
        self.gender = gender
        self.year = year
        self.value = value
        self.source = source
    }
}

/// For each of some municipalities, those that somebody has found to be like it.
package struct PeerGroup: Hashable, Sendable {
    package var title: String
    /// The service that they are alike in; the group says nothing of others.
    package var subject: String
    package var source: String
    /// The codes of those that are alike, by the code of the one that they are like.
    package var similar: [String: [String]]

    /// A group with that title.
    package init(title: String, subject: String, source: String, similar: [String: [String]]) {
        self.title = title
        self.subject = subject
        self.source = source
        self.similar = similar
    }
}
