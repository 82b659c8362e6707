/// One municipality's way with a proposal, from the day it was sent there.
///
/// The stage holds what is true in it and nothing else. What follows from days, such as legal force, is computed and never stored.
package struct Track: Hashable, Sendable {
    /// What a board decided.
    package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case adopted
        /// Adopted, with a text of the board's own beside it.
        case adoptedWithAddition = "adopted-with-addition"
        /// Sent back with a question; the board decides again when it is answered.
        case sentBack = "sent-back"
        case rejected

        /// Whether the board has said yes.
        package var isAdoption: Bool { self == .adopted || self == .adoptedWithAddition }
    }

    /// A board's decision, as its minutes have it.
    package struct Decision: Hashable, Sendable, Codable {
        package var outcome: Outcome
        /// The day of the meeting; the last day that it can have been when `isLatestDay`.
        package var day: Day
        /// True when the source says only that it was decided by the day.
        package var isLatestDay: Bool?
        /// § 45 is 45; nil when the source doesn't say.
        package var paragraph: Int?
        /// The addition, or the question; nil when there is none or the source doesn't say.
        package var text: Prose?
        /// The extract of the minutes.
        package var extract: Document.Attachment?
        /// True when the secretariat recorded it from an extract that was shown to it, and not the municipality itself.
        package var isOnPresentedExtract: Bool?
        package var sources: [Source]
    }

    /// A recorded appeal against a decision, and how it ended.
    package struct Appeal: Hashable, Sendable {
        package var from: Day
        /// The day a court ended it; nil while it is open.
        package var ended: Day?
        /// Whether the court annulled the decision.
        package var annulled = false
    }

    /// A file that a municipality sent as its annex, with the text that was read out of it.
    package struct Annex: Hashable, Sendable, Codable {
        package var attachment: Document.Attachment
        /// What was read out of the file, to be compared with the locked text.
        package var text: Prose
    }

    /// How far it has come.
    package enum Stage: Hashable, Sendable {
        case sent
        /// The municipality has given it a case number.
        case registered(Day)
        /// It stands on the agenda of a meeting.
        case prepared(Day, meeting: Day?)
        case decided(Decision)
        /// The paragraph has been adjusted.
        case adjusted(Decision, on: Day)
        /// The adjustment stands on the municipality's notice board.
        case posted(Decision, adjusted: Day, on: Day, appeals: [Appeal])
    }

    package let municipality: Municipality.ID
    /// The day it was sent; nil for one that stands over from an earlier proposal.
    package let sent: Day
    /// The municipality's own case number: 'KS 2027/123'.
    package internal(set) var caseNumber: String?
    package internal(set) var stage = Stage.sent
    /// Decisions to send it back, which a later decision has followed.
    package internal(set) var earlier: [Decision] = []
    package internal(set) var annexes: [Dated<Annex>] = []
    /// The number of the proposal whose decision counts here; nil for one of its own.
    package internal(set) var carriedFrom: Int?

    /// A track that has just been sent.
    init(_ municipality: Municipality.ID, sent: Day) {
        self.municipality = municipality
        self.sent = sent
    }

    /// Something that happens on a track.
    package enum Step: Hashable, Sendable {
        case register(caseNumber: String)
        case prepare(meeting: Day?)
        case decide(Decision)
        case attach(Document.Attachment)
        case adjust
        case post
        case appeal
        case endAppeal(annulled: Bool)
    }

    /// The decision that stands, also when it is under appeal; nil before there is one, and when a court has annulled it.
    package var decision: Decision? {
        switch stage {
        case .sent, .registered, .prepared: return nil
        case .decided(let decision), .adjusted(let decision, _): return decision
        case .posted(let decision, _, _, let appeals): return appeals.contains(where: \.annulled) ? nil : decision
        }
    }

    /// The board's latest decision, also one that a court has annulled; nil before there is one.
    package var latestDecision: Decision? {
        switch stage {
        case .sent, .registered, .prepared: nil
        case .decided(let decision), .adjusted(let decision, _), .posted(let decision, _, _, _): decision
        }
    }

    /// The day that the paragraph was adjusted; nil before that.
    package var adjusted: Day? {
        switch stage {
        case .sent, .registered, .prepared, .decided: nil
        case .adjusted(_, let day), .posted(_, let day, _, _): day
        }
    }

    /// The day that the adjustment was posted; nil before that.
    package var posted: Day? { if case .posted(_, _, let day, _) = stage { day } else { nil } }

    /// The appeals against the latest decision, the earliest first.
    package var appeals: [Appeal] { if case .posted(_, _, _, let appeals) = stage { appeals } else { [] } }

    /// Whether a court has annulled the decision, so that the board must decide again.
    package var isAnnulled: Bool {
        if case .posted(_, _, _, let appeals) = stage { appeals.contains(where: \.annulled) } else { false }
    }

    /// Whether an appeal is open.
    package var isAppealed: Bool {
        if case .posted(_, _, _, let appeals) = stage { appeals.contains { $0.ended == nil } } else { false }
    }

    /// The last day for an appeal; nil before the adjustment has been posted.
    package var lastAppealDay: Day? {
        if case .posted(_, _, let day, _) = stage { AppealPeriod(posted: day).lastDay } else { nil }
    }

    /// The day from which the decision is presumed to have legal force; nil before it is posted, under appeal, and when annulled.
    ///
    /// A decision that has been tried and stands has it at the earliest from the day the court said so.
    package var legalForce: Day? {
        guard case .posted(_, _, let day, let appeals) = stage, !isAppealed, !isAnnulled else { return nil }
        return ([AppealPeriod(posted: day).presumedLegalForce] + appeals.compactMap(\.ended)).max()
    }

    /// The day from which the board's adoption counts by a rule; nil when it has adopted nothing, or not yet with that effect.
    package func effective(_ effect: EntryRule.Effect) -> Day? {
        guard let decision, decision.outcome.isAdoption else { return nil }
        return switch effect {
        case .adoption: decision.day
        case .legalForce: legalForce
        }
    }

    /// The track after a step, or why the step can't be taken.
    ///
    /// - Parameters:
    ///   - step: what happens.
    ///   - day: the day it happens.
    /// - Returns: the track with what is true after it.
    /// - Throws: why it can't be taken.
    package func after(_ step: Step, on day: Day) throws(Refusal) -> Track {
        var next = self
        next.stage = try stage(after: step, on: day)
        switch step {
        case .register(let caseNumber): next.caseNumber = caseNumber
        case .decide:
            // What is decided anew takes the place of what stood.
            switch stage {
            case .decided(let decision), .adjusted(let decision, _), .posted(let decision, _, _, _): next.earlier.append(decision)
            case .sent, .registered, .prepared: break
            }
            next.carriedFrom = nil
        default: break
        }
        return next
    }

    private func stage(after step: Step, on day: Day) throws(Refusal) -> Stage {
        guard day >= sent else { throw .beforeSending(sent) }
        switch (stage, step) {
        case (.sent, .register), (.registered, .register): return .registered(day)
        // A case number that was wrong is put right whenever it is noticed.
        case (_, .register): return stage
        case (.sent, .prepare(let meeting)), (.registered, .prepare(let meeting)), (.prepared, .prepare(let meeting)):
            if let meeting, meeting < day { throw .meetingHasBeen }
            return .prepared(day, meeting: meeting)
        case (_, .decide(let decision)) where decision.day != day: throw .decidedAnotherDay(decision.day)
        case (.sent, .decide(let decision)), (.registered, .decide(let decision)), (.prepared, .decide(let decision)):
            return .decided(decision)
        case (.decided(let earlier), .decide(let decision)), (.adjusted(let earlier, _), .decide(let decision)),
            (.posted(let earlier, _, _, _), .decide(let decision)):
            guard earlier.outcome == .sentBack || isAnnulled else { throw .decidedAlready }
            guard decision.day >= earlier.day else { throw .beforeEarlierDecision(earlier.day) }
            return .decided(decision)
        case (.decided(var decision), .attach(let extract)):
            decision.extract = extract
            return .decided(decision)
        case (.adjusted(var decision, let adjusted), .attach(let extract)):
            decision.extract = extract
            return .adjusted(decision, on: adjusted)
        case (.posted(var decision, let adjusted, let posted, let appeals), .attach(let extract)):
            decision.extract = extract
            return .posted(decision, adjusted: adjusted, on: posted, appeals: appeals)
        case (.decided(let decision), .adjust):
            guard day >= decision.day else { throw .adjustedBeforeDecision(decision.day) }
            return .adjusted(decision, on: day)
        case (.adjusted(let decision, let adjusted), .post):
            guard day >= adjusted else { throw .postedBeforeAdjustment(adjusted) }
            return .posted(decision, adjusted: adjusted, on: day, appeals: [])
        case (.posted(let decision, let adjusted, let posted, var appeals), .appeal):
            guard !isAppealed, !isAnnulled else { throw .appealedAlready }
            guard day >= posted else { throw .appealedBeforePosting(posted) }
            // What comes in too late is turned away and suspends nothing (kommunallagen 13 kap. 5 §).
            let last = AppealPeriod(posted: posted).lastDay
            // A ruling is appealed within the court's own time, which isn't counted here.
            guard day <= last || !appeals.isEmpty else { throw .appealedTooLate(last) }
            appeals.append(Appeal(from: day))
            return .posted(decision, adjusted: adjusted, on: posted, appeals: appeals)
        case (.posted(let decision, let adjusted, let posted, var appeals), .endAppeal(let annulled)):
            guard let open = appeals.lastIndex(where: { $0.ended == nil }) else { throw .notAppealed }
            guard day >= appeals[open].from else { throw .appealEndedBeforeBegun(appeals[open].from) }
            appeals[open].ended = day
            appeals[open].annulled = annulled
            return .posted(decision, adjusted: adjusted, on: posted, appeals: appeals)
        case (.decided, .prepare), (.adjusted, .prepare), (.posted, .prepare):
            throw decision?.outcome == .sentBack || isAnnulled ? .decidesAnew : .decidedAlready
        case (_, .attach), (_, .adjust): throw stage.isBeforeDecision ? .notDecided : .adjustedAlready
        case (_, .post): throw stage.isPosted ? .postedAlready : .notAdjusted
        case (_, .appeal): throw .notPosted
        case (_, .endAppeal): throw .notAppealed
        }
    }
}

extension Track.Stage {
    fileprivate var isBeforeDecision: Bool {
        switch self {
        case .sent, .registered, .prepared: true
        case .decided, .adjusted, .posted: false
        }
    }

    fileprivate var isPosted: Bool { if case .posted = self { true } else { false } }
}

extension Refusal {
    static func beforeSending(_ day: Day) -> Refusal {
        Refusal("track.before-sending", field: "day", "Förslaget skickades den \(day.iso). Välj den dagen eller en senare.")
    }

    static let meetingHasBeen = Refusal(
        "track.meeting-has-been",
        field: "meeting",
        "Mötet kan inte vara före dagen då ärendet bereddes. Kontrollera dagarna."
    )

    static let decidedAlready = Refusal(
        "track.decided-already",
        field: "outcome",
        "Kommunen har redan beslutat. Beslutet står fast tills det kommer ett nytt förslag. Är det fel inlagt, så rätta det i historiken."
    )

    static func decidedAnotherDay(_ day: Day) -> Refusal {
        Refusal("track.another-day", field: "day", "Beslutet fattades den \(day.iso). Lägg in det så att det hände den dagen.")
    }

    static func beforeEarlierDecision(_ day: Day) -> Refusal {
        Refusal("track.before-earlier", field: "day", "Det förra beslutet fattades den \(day.iso). Det nya kan inte vara äldre.")
    }

    static func adjustedBeforeDecision(_ day: Day) -> Refusal {
        Refusal("track.adjusted-early", field: "day", "Beslutet fattades den \(day.iso). Paragrafen kan inte justeras före det.")
    }

    static func postedBeforeAdjustment(_ day: Day) -> Refusal {
        Refusal("track.posted-early", field: "day", "Paragrafen justerades den \(day.iso). Justeringen kan inte anslås före det.")
    }

    static func appealedBeforePosting(_ day: Day) -> Refusal {
        Refusal("track.appealed-early", field: "day", "Justeringen anslogs den \(day.iso). Välj den dagen eller en senare.")
    }

    static func appealEndedBeforeBegun(_ day: Day) -> Refusal {
        Refusal("track.appeal-ended-early", field: "day", "Överklagandet kom den \(day.iso). Det kan inte ha avgjorts före det.")
    }

    static func appealedTooLate(_ day: Day) -> Refusal {
        Refusal(
            "track.appealed-late",
            field: "day",
            "Överklagandet måste ha kommit in senast den \(day.iso). Ett som kommer senare avvisas och ändrar inget här."
        )
    }

    static let decidesAnew = Refusal(
        "track.decides-anew",
        field: "meeting",
        "Kommunen ska besluta på nytt. Lägg in det nya beslutet när det är fattat."
    )

    static let notDecided = Refusal("track.not-decided", "Det finns inget beslut än. Lägg in beslutet först.")

    static let adjustedAlready = Refusal("track.adjusted-already", field: "day", "Paragrafen är redan justerad.")

    static let notAdjusted = Refusal(
        "track.not-adjusted",
        field: "day",
        "Paragrafen är inte justerad än. Lägg in dagen för justeringen först."
    )

    static let postedAlready = Refusal("track.posted-already", field: "day", "Justeringen är redan anslagen.")

    static let notPosted = Refusal(
        "track.not-posted",
        field: "day",
        "Justeringen är inte anslagen än, så beslutet kan inte överklagas."
    )

    static let appealedAlready = Refusal("track.appealed-already", field: "day", "Beslutet är redan överklagat.")

    static let notAppealed = Refusal("track.not-appealed", field: "day", "Det finns inget överklagande som är öppet.")
}
