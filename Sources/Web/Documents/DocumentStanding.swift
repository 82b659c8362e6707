import Cooperation
import Markup

/// Where a document stands, ready to show.
enum DocumentStanding: String, Encodable, Sendable {
    case valid, upcoming, over, replaced, report, unknown

    /// Where the register says that a document stands.
    init(_ standing: Document.Standing) {
        switch standing {
        case .valid: self = .valid
        case .upcoming: self = .upcoming
        case .over: self = .over
        case .replaced: self = .replaced
        case .report: self = .report
        case .unknown: self = .unknown
        }
    }
}

extension Words {
    /// Where a document stands, as a plain label.
    func label(_ standing: DocumentStanding, about: Period?) -> String {
        switch standing {
        case .valid: documents.labelValid
        case .upcoming: documents.labelUpcoming
        case .over: documents.labelOver
        case .replaced: documents.labelReplaced
        case .report: documents.labelReport(about.map(period) ?? frame.unknown)
        case .unknown: documents.labelUnknown
        }
    }

    /// When something was decided: as the source puts it, where it has its own words for it.
    func decided(_ period: Period, inWords: String?) -> String { inWords ?? self.period(period) }

    /// From when to when a document applies: '2019–2022', '18 augusti 2010 tills vidare'; nil when no source says.
    func validity(_ validity: Document.Validity) -> String? {
        switch (validity.from, validity.to) {
        case (let from?, nil) where validity.isUntilFurtherNotice == true: documents.untilFurtherNotice(period(from))
        case (let from?, let to): span(from: from, to: to).withCapital
        case (nil, let to?): dates.upTo(period(to)).withCapital
        case (nil, nil):
            validity.isUntilFurtherNotice == true ? documents.onlyUntilFurtherNotice : nil
        }
    }

    /// The same for a file: '2019–2022', '2010-08-18 tills vidare'.
    func fileValidity(_ validity: Document.Validity) -> String {
        switch (validity.from, validity.to) {
        case (let from?, nil) where validity.isUntilFurtherNotice == true: documents.untilFurtherNotice(from.iso)
        case (let from?, let to?): from == to ? from.iso : "\(from.iso)–\(to.iso)"
        case (let from?, nil): "\(from.iso)–"
        case (nil, let to?): "–\(to.iso)"
        case (nil, nil): self.validity(validity) ?? ""
        }
    }
}

extension HTML {
    /// A label that says where a document stands; a sign and a word, not a colour alone.
    func standing(_ standing: DocumentStanding, about: Period?, _ words: Words) {
        let label = words.label(standing, about: about)
        switch standing {
        case .valid: span("✓ \(label)", .class("label", "in-force"))
        case .upcoming: span("○ \(label)", .class("label", "proposed"))
        case .over: span("… \(label)", .class("label", "lapsed"))
        case .replaced: span("→ \(label)", .class("label", "replaced"))
        case .report: span("≡ \(label)", .class("label", "proposed"))
        case .unknown: span("? \(label)", .class("label", "replaced"))
        }
    }
}
