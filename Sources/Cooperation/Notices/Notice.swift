import HashTreeCollections

/// A line that time crosses without anybody doing anything: a period that runs out, a day that comes.
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
    /// The first day of a news item has come; each day that it is moved to is a line of its own.
    case newsPublished(NewsItem.ID, Day)
    /// The rule for an edition was met on that day.
    case editionInForce(Edition.ID, Day)
    /// A board's decision is presumed to have legal force from that day.
    case legalForce(RatificationAct.Place, Day)

    /// `edition-period-ended/2019`.
    package var text: String {
        switch self {
        case .editionPeriodEnded(let id): "edition-period-ended/\(id)"
        case .outerFramePeriodEnded(let id): "frame-period-ended/\(id)"
        case .documentPeriodEnded(let id): "document-period-ended/\(id)"
        case .newsPublished(let id, let day): "news-published/\(id)/\(day.iso)"
        case .editionInForce(let id, let day): "edition-in-force/\(id)/\(day.iso)"
        case .legalForce(let place, let day): "legal-force/\(place.edition)/\(place.number)/\(place.municipality)/\(day.iso)"
        }
    }

    /// The crossing with that text; nil when it is of no known kind.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        switch (parts[0], parts.count) {
        case ("edition-period-ended", 2):
            guard let id = Edition.ID(parts[1]) else { return nil }
            self = .editionPeriodEnded(id)
        case ("frame-period-ended", 2):
            guard let id = OuterFrame.ID(parts[1]) else { return nil }
            self = .outerFramePeriodEnded(id)
        case ("document-period-ended", 2):
            guard let id = Document.ID(parts[1]) else { return nil }
            self = .documentPeriodEnded(id)
        case ("news-published", 3):
            guard let id = NewsItem.ID(parts[1]), let day = Day(parts[2]) else { return nil }
            self = .newsPublished(id, day)
        case ("edition-in-force", 3):
            guard let id = Edition.ID(parts[1]), let day = Day(parts[2]) else { return nil }
            self = .editionInForce(id, day)
        case ("legal-force", 5):
            guard let edition = Edition.ID(parts[1]), let number = Int(parts[2]), let municipality = Municipality.ID(parts[3]),
                let day = Day(parts[4]), String(number) == parts[2], number > 0
            else { return nil }
            self = .legalForce(.init(edition, number, municipality), day)
        default: return nil
        }
    }
}

extension Crossing {
    /// Whether it comes of the boards' decisions.
    package var isOfRound: Bool {
        switch self {
        case .editionInForce, .legalForce: true
        case .editionPeriodEnded, .outerFramePeriodEnded, .documentPeriodEnded, .newsPublished: false
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
        // What is shown from the day it is written comes out by that act, and needs no notice.
        let items = news.items.values.compactMap { item -> (day: Day, crossing: Crossing)? in
            guard item.facts.from > item.changed.last else { return nil }
            return (item.facts.from, .newsPublished(item.facts.id, item.facts.from))
        }
        let rounds = ratification.rounds.values.flatMap { round -> [(day: Day, crossing: Crossing)] in
            guard let proposal = round.current else { return [] }
            let entry = proposal.entryIntoForce(among: members).map { ($0, Crossing.editionInForce(round.edition, $0)) }
            let forces = proposal.tracks.values.compactMap { track -> (day: Day, crossing: Crossing)? in
                // A decision that stands over is the same decision, and gets its legal force once.
                let number = track.carriedFrom ?? proposal.facts.number
                return track.legalForce.map { ($0, .legalForce(.init(round.edition, number, track.municipality), $0)) }
            }
            return (entry.map { [$0] } ?? []) + forces
        }
        return (editions + frames + documents + items + rounds)
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
