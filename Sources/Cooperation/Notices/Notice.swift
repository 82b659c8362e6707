import HashTreeCollections

/// A line that time crosses without anybody doing anything: a period that runs out.
///
/// What is in force or over is always derived from the dates. The notice only gives mails and feeds a cause, so it is
/// recorded once per crossing and changes nothing else.
package enum Crossing: Hashable, Sendable {
    /// The period that an edition was meant for is over.
    case editionPeriodEnded(Edition.ID)
    /// The period that an outer frame applies for is over.
    case outerFramePeriodEnded(OuterFrame.ID)
    /// The time that a document applies is over.
    case documentPeriodEnded(Document.ID)

    /// `edition-period-ended/2019`.
    package var text: String {
        switch self {
        case .editionPeriodEnded(let id): "edition-period-ended/\(id)"
        case .outerFramePeriodEnded(let id): "frame-period-ended/\(id)"
        case .documentPeriodEnded(let id): "document-period-ended/\(id)"
        }
    }

    /// The crossing with that text; nil when it is of no known kind.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "edition-period-ended":
            guard let id = Edition.ID(parts[1]) else { return nil }
            self = .editionPeriodEnded(id)
        case "frame-period-ended":
            guard let id = OuterFrame.ID(parts[1]) else { return nil }
            self = .outerFramePeriodEnded(id)
        case "document-period-ended":
            guard let id = Document.ID(parts[1]) else { return nil }
            self = .documentPeriodEnded(id)
        default: return nil
        }
    }
}

/// Acts by which the program notes that a line was crossed.
package enum NoticeAct: Hashable, Sendable {
    /// A line was crossed on the day the act happened.
    case crossed(Notice)

    /// The line that was crossed.
    package struct Notice: Hashable, Sendable, Codable {
        package var crossing: Crossing
    }
}

extension NoticeAct: CapabilityAct {
    static let forms = [ActForm("notice.crossed") { .notice(.crossed($0)) }]

    var kind: String {
        switch self {
        case .crossed: "notice.crossed"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .crossed(let notice): notice
        }
    }
}

extension Crossing: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let crossing = Crossing(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a crossing: \(text)")
        }
        self = crossing
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Cooperation {
    /// The lines crossed by a day that haven't been noted yet, in order of day.
    ///
    /// - Parameter today: the Swedish day it is.
    /// - Returns: each crossing with the first day on the other side of the line.
    package func crossings(by today: Day) -> [(day: Day, crossing: Crossing)] {
        let editions = programme.editions.values.compactMap { edition -> (day: Day, crossing: Crossing)? in
            guard edition.inForce != nil, let end = edition.text.validity.to else { return nil }
            return (end.last.adding(days: 1), .editionPeriodEnded(edition.text.id))
        }
        let frames = outerFrames.frames.values.compactMap { frame -> (day: Day, crossing: Crossing)? in
            frame.facts.validTo.map { ($0.last.adding(days: 1), .outerFramePeriodEnded(frame.facts.id)) }
        }
        let documents = documents.documents.values.compactMap { document -> (day: Day, crossing: Crossing)? in
            // A document that is an edition of the programme ends with it, and is noted there.
            guard document.facts.edition == nil, let end = document.facts.validity?.to else { return nil }
            return (end.last.adding(days: 1), .documentPeriodEnded(document.facts.id))
        }
        return (editions + frames + documents)
            .filter { $0.day <= today && !notices.contains($0.crossing) }
            .sorted { ($0.day, $0.crossing.text) < ($1.day, $1.crossing.text) }
    }
}

/// Asks that a crossing be noted; answered with a refusal when it already is.
package struct NoteCrossing: Request {
    package var crossing: Crossing

    /// The crossing to note.
    package init(_ crossing: Crossing) {
        self.crossing = crossing
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(.notice(.crossed(.init(crossing: crossing))))
    }
}
