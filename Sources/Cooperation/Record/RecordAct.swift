/// Acts about the record itself: nothing is edited in place, a mistake is corrected by a new act.
package enum RecordAct: Hashable, Sendable {
    /// An earlier act was wrong: this is what it should have said, and when it happened.
    case corrected(Correction)
    /// An earlier act should never have been recorded.
    case struck(Strike)

    /// What an earlier act should have said.
    package struct Correction: Hashable, Sendable, Codable {
        package var target: Position
        package var replacement: Act
        package var reason: Prose
    }

    /// An act that counts no longer.
    package struct Strike: Hashable, Sendable, Codable {
        package var target: Position
        package var reason: Prose
    }

    /// The act that is corrected.
    package var target: Position {
        switch self {
        case .corrected(let correction): correction.target
        case .struck(let strike): strike.target
        }
    }
}

extension RecordAct: CapabilityAct {
    static let forms = [
        ActForm("record.corrected") { .record(.corrected($0)) },
        ActForm("record.struck") { .record(.struck($0)) },
    ]

    var kind: String {
        switch self {
        case .corrected: "record.corrected"
        case .struck: "record.struck"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .corrected(let correction): correction
        case .struck(let strike): strike
        }
    }
}

/// An act's place in the journal: 1 for the first.
package struct Position: Hashable, Comparable, Sendable, Codable {
    package let number: Int64

    /// The place with that number.
    package init(_ number: Int64) {
        self.number = number
    }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int64.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// An act as the journal holds it: what was done, when it happened, when that was recorded, and by whom.
package struct Record: Hashable, Sendable {
    package let position: Position
    /// When the registrar recorded it.
    package let recorded: Instant
    /// When it happened, as whoever recorded it said; never later than it was recorded.
    package let happened: Period
    package let actor: Actor
    package let act: Act

    /// An act in its place.
    package init(position: Position, recorded: Instant, happened: Period, actor: Actor, act: Act) {
        self.position = position
        self.recorded = recorded
        self.happened = happened
        self.actor = actor
        self.act = act
    }
}

/// Asks that an earlier act be replaced by what another request would have said, on the day this correction gives.
package struct CorrectRecord: Request {
    package var target: Position
    package var replacement: any Request
    package var reason: String

    /// Replaces the act in that place; the reason is plain text and required.
    package init(_ target: Position, with replacement: any Request, reason: String) {
        self.target = target
        self.replacement = replacement
        self.reason = reason
    }

    package var corrects: Position? { target }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else { throw .correctionReason }
        let act = try replacement.act(in: cooperation, at: period, pen: &pen)
        if case .record = act { throw .correctedCorrection }
        return .record(.corrected(.init(target: target, replacement: act, reason: pen.write(reason))))
    }
}

/// Asks that an earlier act count no longer.
package struct StrikeRecord: Request {
    package var target: Position
    package var reason: String

    /// Strikes the act in that place; the reason is plain text and required.
    package init(_ target: Position, reason: String) {
        self.target = target
        self.reason = reason
    }

    package var corrects: Position? { target }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else { throw .correctionReason }
        return .record(.struck(.init(target: target, reason: pen.write(reason))))
    }
}

extension Refusal {
    static let correctionReason = Refusal(
        "record.reason",
        field: "reason",
        "Skriv varför uppgiften rättas. Skälet sparas för alltid."
    )

    static let correctedCorrection = Refusal(
        "record.correction-of-correction",
        field: "target",
        "En rättelse rättas genom en ny rättelse av den ursprungliga posten."
    )

    static func struckAlready(_ position: Position) -> Refusal {
        Refusal("record.struck-already", field: "target", "Post \(position.number) är redan struken.")
    }

    static func unknownPosition(_ position: Position) -> Refusal {
        Refusal("record.unknown-position", field: "target", "Post \(position.number) finns inte i journalen. Kontrollera numret.")
    }
}
