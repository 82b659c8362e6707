import Cooperation
import FoundationEssentials
import Registry

/// The JSON beside a page: the page's own model, with what it is a view of.
struct JSONFile<Model: Encodable>: Encodable {
    /// The day that the view is of.
    var asOf: String
    /// Only what was known by that day, when that was asked for.
    var knownBy: String?
    /// How many acts the journal held.
    var position: Int64
    var licence: String
    var page: Model

    /// A model as a file.
    static func encode(_ model: Model, _ reading: Reading) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let file = JSONFile(
            asOf: reading.day.iso,
            knownBy: reading.point.knownBy?.iso,
            position: reading.position,
            licence: (model as? any OnOthersTerms)?.terms ?? "CC0-1.0",
            page: model
        )
        return Array(try encoder.encode(file))
    }
}

/// A page that shows what somebody else has published, on that publisher's terms.
protocol OnOthersTerms {
    /// What is asked of those who use it; nil when the page has nothing of it.
    var terms: String? { get }
}
