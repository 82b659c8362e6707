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
        /// The extract of the minutes that was shown to the secretariat, for what stands on a municipality's track.
        ///
        /// Nil when the municipality itself corrected it. The extract of a decision lies with the decision.
        package var extract: Document.Attachment?
    }

    /// An act that counts no longer.
    package struct Strike: Hashable, Sendable, Codable {
        package var target: Position
        package var reason: Prose
        /// As for a correction.
        package var extract: Document.Attachment?
    }

    /// The act that is corrected.
    package var target: Position {
        switch self {
        case .corrected(let correction): correction.target
        case .struck(let strike): strike.target
        }
    }

    /// Why.
    package var reason: Prose {
        switch self {
        case .corrected(let correction): correction.reason
        case .struck(let strike): strike.reason
        }
    }

    /// Whether every version of every draft keeps its number.
    ///
    /// - Parameters:
    ///   - target: the act that is corrected or struck, as it was recorded.
    ///   - isSameDay: whether the correction says that it happened when the target did.
    /// - Returns: false when a version would be taken away, put in or moved.
    func keepsVersions(of target: Act, isSameDay: Bool) -> Bool {
        switch self {
        case .struck: target.revisedDraft == nil
        case .corrected(let correction):
            target.revisedDraft == correction.replacement.revisedDraft && (target.revisedDraft == nil || isSameDay)
        }
    }

    /// The extract of the minutes that the secretariat corrected a track by; nil when the municipality itself did, and for all else.
    package var presentedExtract: Document.Attachment? {
        switch self {
        case .struck(let strike): return strike.extract
        case .corrected(let correction):
            guard case .ratification(.decided(let decided)) = correction.replacement else { return correction.extract }
            return decided.decision.isOnPresentedExtract == true ? decided.decision.extract : nil
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

/// What a correction of something on a municipality's track rests on.
package enum TrackGround: Sendable {
    /// The municipality itself: its own registrar corrects what its board has done.
    case municipality
    /// An extract of the minutes that was shown to the secretariat: its name as it was sent, and its bytes. Nil when it is missing, which is
    /// refused.
    case presentedExtract((name: String, bytes: [UInt8])?)

    /// The extract as an attachment; nil when the municipality itself corrects.
    ///
    /// - Throws: the refusal of a correction without the extract, or of a file that can't be taken in.
    fileprivate func extract(with pen: inout Pen) throws(Refusal) -> Document.Attachment? {
        switch self {
        case .municipality: return nil
        case .presentedExtract(nil): throw .correctedWithoutExtract
        case .presentedExtract(let file?): return try pen.attach(file.bytes, name: file.name)
        }
    }
}

/// Asks that an earlier act be replaced by what another request would have said, on the day this correction gives.
package struct CorrectRecord: Request {
    package var target: Position
    package var replacement: any Request
    package var reason: String
    /// What it rests on, for something on a municipality's track; nil for all else.
    package var ground: TrackGround?

    /// Replaces the act in that place; the reason is plain text and required.
    package init(_ target: Position, with replacement: any Request, reason: String, on ground: TrackGround? = nil) {
        self.target = target
        self.replacement = replacement
        self.reason = reason
        self.ground = ground
    }

    package var corrects: Position? { target }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else { throw .correctionReason }
        var (replacement, ground) = (replacement, ground)
        // A decision has its extract with it, and says itself whether it was recorded by it.
        if var decision = replacement as? RecordBoardDecision, let given = ground {
            decision.isOnPresentedExtract = false
            if case .presentedExtract(let file) = given {
                guard let file else { throw .correctedWithoutExtract }
                (decision.extract, decision.isOnPresentedExtract) = (file, true)
                ground = .municipality
            }
            replacement = decision
        }
        // What it was first recorded after isn't what the correction rests on.
        if var registration = replacement as? RegisterCase, ground != nil {
            registration.ground = nil
            replacement = registration
        }
        if var preparation = replacement as? PrepareDecision, ground != nil {
            preparation.ground = nil
            replacement = preparation
        }
        let act = try replacement.act(in: cooperation, at: period, pen: &pen)
        if case .record = act { throw .correctedCorrection }
        // Nobody corrects what a board has done without saying what that rests on.
        if case .ratification(let act) = act, act.place != nil, ground == nil { throw .correctedWithoutExtract }
        let extract = try ground?.extract(with: &pen)
        return .record(.corrected(.init(target: target, replacement: act, reason: pen.write(reason), extract: extract)))
    }
}

/// Asks that an earlier act count no longer.
package struct StrikeRecord: Request {
    package var target: Position
    package var reason: String
    /// What it rests on, for something on a municipality's track; nil for all else.
    package var ground: TrackGround?

    /// Strikes the act in that place; the reason is plain text and required.
    package init(_ target: Position, reason: String, on ground: TrackGround? = nil) {
        self.target = target
        self.reason = reason
        self.ground = ground
    }

    package var corrects: Position? { target }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else { throw .correctionReason }
        let extract = try ground?.extract(with: &pen)
        return .record(.struck(.init(target: target, reason: pen.write(reason), extract: extract)))
    }
}

extension Refusal {
    static let correctionReason = Refusal(
        "record.reason",
        field: "reason",
        "Skriv varför uppgiften rättas. Skälet sparas för alltid."
    )

    static let correctedWithoutExtract = Refusal(
        "record.extract",
        field: "extract",
        "Bifoga protokollsutdraget. Det som står i en kommuns ärende rättas av kommunens registrator, eller av kansliet efter ett utdrag som det har sett."
    )

    static let correctedCorrection = Refusal(
        "record.correction-of-correction",
        field: "target",
        "En rättelse rättas genom en ny rättelse av den ursprungliga posten."
    )

    /// Versions are numbered in the order they were saved, and comments and returns to a version go by that number: it must stand.
    static let struckVersion = Refusal(
        "record.struck-version",
        field: "target",
        "En sparad version av utkastet stryks inte, för synpunkter och jämförelser hänvisar till den. Gå tillbaka till en tidigare version i stället."
    )

    static func struckAlready(_ position: Position) -> Refusal {
        Refusal("record.struck-already", field: "target", "Post \(position.number) är redan struken.")
    }

    static func unknownPosition(_ position: Position) -> Refusal {
        Refusal("record.unknown-position", field: "target", "Post \(position.number) finns inte i journalen. Kontrollera numret.")
    }
}
