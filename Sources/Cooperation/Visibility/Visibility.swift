/// Something that is shown as one thing, and can be withdrawn as one.
package enum Subject: Hashable, Sendable {
    case municipality(Municipality.ID)
    case edition(Edition.ID)
    case outerFrame(OuterFrame.ID)

    /// `programme/2019`.
    package var text: String {
        switch self {
        case .municipality(let id): "members/\(id)"
        case .edition(let id): "programme/\(id)"
        case .outerFrame(let id): "frames/\(id)"
        }
    }

    /// The subject written as `programme/2019`; nil when the text names nothing of a known kind.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "members":
            guard let id = Municipality.ID(parts[1]) else { return nil }
            self = .municipality(id)
        case "programme":
            guard let id = Edition.ID(parts[1]) else { return nil }
            self = .edition(id)
        case "frames":
            guard let id = OuterFrame.ID(parts[1]) else { return nil }
            self = .outerFrame(id)
        default: return nil
        }
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
