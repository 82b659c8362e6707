import HashTreeCollections

/// Acts about news.
package enum NewsAct: Hashable, Sendable {
    /// An item was written, or written anew: the whole of it as it is from then on.
    case published(NewsItem.Facts)
}

extension NewsAct: CapabilityAct {
    static let forms = [ActForm("news.published") { .news(.published($0)) }]

    var kind: String {
        switch self {
        case .published: "news.published"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .published(let facts): facts
        }
    }
}

extension Cooperation {
    /// Why an act about news would mean nothing here; nil when it can be applied.
    func objection(to act: NewsAct) -> Refusal? {
        switch act {
        case .published(let facts): facts.about.flatMap { knows($0) ? nil : .unknownNewsSubject($0) }
        }
    }
}

extension News {
    /// The news after an act that meets no objection.
    mutating func apply(_ act: NewsAct, at period: Period) {
        switch act {
        case .published(let facts):
            items[facts.id] = NewsItem(facts: facts, written: items[facts.id]?.written ?? period, changed: period)
        }
    }
}

extension Refusal {
    static func unknownNewsSubject(_ subject: Subject) -> Refusal {
        Refusal("news.unknown-subject", field: "about", "Det som nyheten handlar om, ”\(subject.text)”, finns inte den dagen.")
    }
}
