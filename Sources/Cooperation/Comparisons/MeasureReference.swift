/// What is measured: a key figure of the statistics, or a municipality's own measure.
///
/// A key figure is a plain text here: the statistics are reference data beside the journal, and an act that names one must mean the same
/// also where they haven't been fetched.
package enum MeasureReference: Hashable, Sendable {
    /// Such as N15008 in Kolada.
    case keyFigure(String)
    case own(OwnMeasure.ID)

    private static let ownPrefix = "eget/"

    /// `N15008`, or `eget/ko-till-forskola` for a municipality's own.
    package var text: String {
        switch self {
        case .keyFigure(let id): id
        case .own(let id): Self.ownPrefix + id.text
        }
    }

    /// What a text names; nil when it is neither a key figure's id (2–16 of A–Z, 0–9 and _) nor an own measure's.
    package init?(_ text: some StringProtocol) {
        if text.hasPrefix(Self.ownPrefix) {
            guard let id = OwnMeasure.ID(text.dropFirst(Self.ownPrefix.count)) else { return nil }
            self = .own(id)
            return
        }
        guard Self.isKeyFigure(text) else { return nil }
        self = .keyFigure(String(text))
    }

    /// Whether a text is written as a key figure's id.
    package static func isKeyFigure(_ text: some StringProtocol) -> Bool {
        (2...16).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }
}

extension MeasureReference: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let reference = MeasureReference(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a measure: \(text)")
        }
        self = reference
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Which way is better for a measure; what the statistics themselves seldom say.
package enum BetterDirection: String, Hashable, Sendable, Codable, CaseIterable {
    case higher, lower
}

/// A value that something rests on, copied out of the statistics with its vintage.
///
/// The statistics are revised afterwards. What somebody concluded must be judged by the value as it was then.
package struct CopiedValue: Hashable, Sendable, Codable {
    /// Whom the value is about.
    package enum Gender: String, Hashable, Sendable, Codable, CaseIterable {
        case all, women, men
    }

    package var measure: MeasureReference
    /// The place's code in the statistics: 0127 for a municipality, 01 for a county, G35912 for a group.
    package var place: String
    /// The place's name in the statistics.
    package var placeName: String
    package var year: Int
    package var gender: Gender
    /// Nil when the statistics have no value there, and that is what is rested on.
    package var value: DecimalFigure?
    package var source: Source
    /// The vintage: the day the statistics were fetched, or the value was recorded.
    package var fetched: Day

    /// A value with where and when it was found.
    package init(
        _ measure: MeasureReference,
        place: String,
        placeName: String,
        year: Int,
        gender: Gender = .all,
        value: DecimalFigure?,
        source: Source,
        fetched: Day
    ) {
        self.measure = measure
        self.place = place
        self.placeName = placeName
        self.year = year
        self.gender = gender
        self.value = value
        self.source = source
        self.fetched = fetched
    }
}

/// A place that is compared with, as the statistics name it.
package struct ComparedPlace: Hashable, Sendable, Codable {
    /// 0127 for a municipality, 01 for a county, G35912 for a group.
    package var code: String
    package var name: String

    /// A place with its code and its name.
    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}
