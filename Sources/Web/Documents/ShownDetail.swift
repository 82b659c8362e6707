import Cooperation
import Markup

/// A statement of fact in words, with where it was found, ready to show.
struct ShownDetail: Encodable, Sendable {
    var text: String
    var sources: [Source]

    /// The details of something, in order.
    static func all(_ details: [Detail], _ reading: Reading) -> [ShownDetail] {
        details.map { ShownDetail(text: reading.text($0.text), sources: $0.sources) }
    }
}

extension HTML {
    /// Statements of fact as a list, and their sources under it.
    func particulars(_ details: [ShownDetail], _ words: Words) {
        guard !details.isEmpty else { return }
        ul(.content) { for detail in details { li(detail.text) } }
        sources(details.flatMap(\.sources).unique, words)
    }
}
