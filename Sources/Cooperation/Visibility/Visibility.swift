/// Something that is shown as one thing, and can be withdrawn as one.
package enum Subject: Hashable, Sendable {
    case municipality(Municipality.ID)
    case edition(Edition.ID)
    case outerFrame(OuterFrame.ID)
    case body(Body.ID)
    case peer(Peer.ID)
    case document(Document.ID)
    case series(ConferenceSeries.ID)
    case conference(ConferenceSeries.ID, Conference.ID)
    case statement(Statement.ID)
    case priority(Priority.ID)
    case priorityList(PriorityList.ID)
    case plan(OperationalPlan.ID)
    case newsItem(NewsItem.ID)
    /// An edition that is being written.
    case draft(Edition.ID)
    case meeting(Body.ID, Meeting.ID)
    case serviceCard(ServiceCard.ID)
    /// A municipality's own measure.
    case ownMeasure(OwnMeasure.ID)
    case study(Study.ID)
    case themeDay(ThemeDay.ID)

    /// `programme/2019`.
    package var text: String {
        switch self {
        case .municipality(let id): "members/\(id)"
        case .edition(let id): "programme/\(id)"
        case .outerFrame(let id): "frames/\(id)"
        case .body(let id): "organisation/\(id)"
        case .peer(let id): "peers/\(id)"
        case .document(let id): "documents/\(id)"
        case .series(let id): "conferences/\(id)"
        case .conference(let series, let id): "conferences/\(series)/\(id)"
        case .statement(let id): "statements/\(id)"
        case .priority(let id): "priorities/\(id)"
        case .priorityList(let id): "priority-lists/\(id)"
        case .plan(let id): "plans/\(id)"
        case .newsItem(let id): "news/\(id)"
        case .draft(let id): "drafts/\(id)"
        case .meeting(let body, let id): "meetings/\(body)/\(id)"
        case .serviceCard(let id): "service-cards/\(id)"
        case .ownMeasure(let id): "own-measures/\(id)"
        case .study(let id): "studies/\(id)"
        case .themeDay(let id): "theme-days/\(id)"
        }
    }

    /// The subject written as `programme/2019`; nil when the text names nothing of a known kind.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let subject: Subject? =
            switch (parts.first, parts.count) {
            case ("members", 2): Municipality.ID(parts[1]).map { .municipality($0) }
            case ("programme", 2): Edition.ID(parts[1]).map { .edition($0) }
            case ("frames", 2): OuterFrame.ID(parts[1]).map { .outerFrame($0) }
            case ("organisation", 2): Body.ID(parts[1]).map { .body($0) }
            case ("peers", 2): Peer.ID(parts[1]).map { .peer($0) }
            case ("documents", 2): Document.ID(parts[1]).map { .document($0) }
            case ("conferences", 2): ConferenceSeries.ID(parts[1]).map { .series($0) }
            case ("conferences", 3):
                ConferenceSeries.ID(parts[1]).flatMap { series in Conference.ID(parts[2]).map { .conference(series, $0) } }
            case ("statements", 2): Statement.ID(parts[1]).map { .statement($0) }
            case ("priorities", 2): Priority.ID(parts[1]).map { .priority($0) }
            case ("priority-lists", 2): PriorityList.ID(parts[1]).map { .priorityList($0) }
            case ("plans", 2): OperationalPlan.ID(parts[1]).map { .plan($0) }
            case ("news", 2): NewsItem.ID(parts[1]).map { .newsItem($0) }
            case ("drafts", 2): Edition.ID(parts[1]).map { .draft($0) }
            case ("meetings", 3): Body.ID(parts[1]).flatMap { body in Meeting.ID(parts[2]).map { .meeting(body, $0) } }
            case ("service-cards", 2): ServiceCard.ID(parts[1]).map { .serviceCard($0) }
            case ("own-measures", 2): OwnMeasure.ID(parts[1]).map { .ownMeasure($0) }
            case ("studies", 2): Study.ID(parts[1]).map { .study($0) }
            case ("theme-days", 2): ThemeDay.ID(parts[1]).map { .themeDay($0) }
            default: nil
            }
        guard let subject else { return nil }
        self = subject
    }
}

extension Subject: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let subject = Subject(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a subject: \(text)")
        }
        self = subject
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Acts about what the public may see.
package enum VisibilityAct: Hashable, Sendable {
    /// A subject is no longer shown, on any day.
    case withdrawn(Change)
    /// A subject is shown again.
    case restored(Change)

    /// What is withdrawn or restored, and why.
    package struct Change: Hashable, Sendable, Codable {
        package var subject: Subject
        package var reason: Prose
    }
}

extension VisibilityAct: CapabilityAct {
    static let forms = [
        ActForm("visibility.withdrawn") { .visibility(.withdrawn($0)) },
        ActForm("visibility.restored") { .visibility(.restored($0)) },
    ]

    var kind: String {
        switch self {
        case .withdrawn: "visibility.withdrawn"
        case .restored: "visibility.restored"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .withdrawn(let change), .restored(let change): change
        }
    }
}

/// Asks that a subject be withdrawn from the public, or shown again.
package struct ChangeVisibility: Request {
    package var subject: Subject
    package var isShown: Bool
    package var reason: String

    /// Shows or withdraws a subject; the reason is plain text and required.
    package init(_ subject: Subject, isShown: Bool, reason: String) {
        self.subject = subject
        self.isShown = isShown
        self.reason = reason
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else {
            throw Refusal("visibility.reason", field: "reason", "Skriv varför. Skälet sparas tillsammans med åtgärden.")
        }
        let change = VisibilityAct.Change(subject: subject, reason: pen.write(reason))
        return try cooperation.accepting(.visibility(isShown ? .restored(change) : .withdrawn(change)))
    }
}
