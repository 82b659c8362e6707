import Charts
import Cooperation
import Markup

/// Where a proposal stands with one municipality, ready to show.
struct ShownTrack: Encodable, Sendable {
    /// How far it has come, in one word.
    enum State: String, Encodable, Sendable {
        case notSent = "not-sent"
        case sent, registered, prepared, adopted
        case adoptedWithAddition = "adopted-with-addition"
        case sentBack = "sent-back"
        case rejected, annulled
    }

    var id: String
    var name: String
    /// Whether it is one of those who decide, on the day that is asked about.
    var isMember: Bool
    var state: State
    var sent: Day?
    var caseNumber: String?
    /// The meeting that is to decide, when it is known.
    var meeting: Day?
    var decided: Day?
    /// Whether the source says only that it was decided by the day.
    var isLatestDay = false
    var paragraph: Int?
    /// The addition, or the question.
    var text: String?
    var adjusted: Day?
    var posted: Day?
    /// Computed from the posting.
    var lastAppealDay: Day?
    /// Computed; may lie ahead.
    var legalForce: Day?
    var isAppealed = false
    /// Whether the secretariat recorded the decision from an extract that was shown to it.
    var isOnPresentedExtract = false
    var extract: ShownPaper?
    /// The number of the earlier proposal whose decision counts here.
    var carriedFrom: Int?
    var sources: [Source] = []

    /// A municipality that a proposal has been sent to, or that is to have it.
    init(_ municipality: Municipality, _ track: Track?, of proposal: Proposal, _ reading: Reading) {
        id = municipality.facts.id.text
        name = municipality.facts.name
        isMember = municipality.isMember(on: reading.day)
        state = track.map { State($0) } ?? .notSent
        guard let track else { return }
        sent = track.sent
        caseNumber = track.caseNumber
        carriedFrom = track.carriedFrom
        if case .prepared(_, let meeting) = track.stage { self.meeting = meeting }
        guard let decision = track.latestDecision else { return }
        decided = decision.day
        isLatestDay = decision.isLatestDay ?? false
        paragraph = decision.paragraph
        text = reading.text(decision.text)
        adjusted = track.adjusted
        posted = track.posted
        lastAppealDay = track.lastAppealDay
        legalForce = track.legalForce
        isAppealed = track.isAppealed
        isOnPresentedExtract = decision.isOnPresentedExtract ?? false
        extract = decision.extract.map {
            ShownPaper($0, at: .init(proposal.facts.edition, proposal.facts.number, track.municipality), reading)
        }
        sources = decision.sources
    }

    /// The sign of where it stands.
    var mark: MemberMark {
        switch state {
        case .notSent: .absent
        case .sent, .registered, .prepared, .annulled: .awaiting
        case .adopted: .adopted
        case .adoptedWithAddition: .reserved
        case .sentBack: .sentBack
        case .rejected: .rejected
        }
    }

    /// Whether the board has said yes, and the decision stands.
    var hasAdopted: Bool { state == .adopted || state == .adoptedWithAddition }

    /// Whether the board has yet to decide, or to decide anew.
    var isAwaited: Bool { mark == .awaiting || mark == .absent }

    /// Where it stands, as a plain label.
    func label(_ words: Words) -> String {
        let round = words.round
        return switch state {
        case .notSent: round.notSent
        case .sent: round.waiting
        case .registered: round.registered
        case .prepared: meeting.map { round.preparedFor(words.date($0)) } ?? round.prepared
        case .adopted: round.adopted
        case .adoptedWithAddition: round.adoptedWithAddition
        case .sentBack: round.sentBack
        case .rejected: round.rejected
        case .annulled: round.annulled
        }
    }

    /// The day of the decision in words: 'senast den 11 oktober 2019' where the source says no more.
    func dayInWords(_ words: Words) -> String? {
        decided.map { isLatestDay ? words.round.byDay(words.date($0)) : words.date($0) }
    }

    /// What stands in the place of something that isn't there: what a source leaves open is not what hasn't happened yet.
    func nothing(_ words: Words) -> String { isLatestDay ? words.frame.unknown : words.round.notYet }

    /// When it has legal force, in words; nil before that can be told.
    func forceInWords(_ reading: Reading) -> String? {
        if isAppealed { return reading.words.round.appealed }
        return legalForce.map { day in
            let written = reading.words.date(day)
            return day > reading.day ? reading.words.round.legalForceAt(written) : written
        }
    }
}

extension ShownTrack.State {
    fileprivate init(_ track: Track) {
        guard let decision = track.decision else {
            self =
                switch track.stage {
                case .sent: .sent
                case .registered: .registered
                case .prepared: .prepared
                case .decided, .adjusted, .posted: .annulled
                }
            return
        }
        self =
            switch decision.outcome {
            case .adopted: .adopted
            case .adoptedWithAddition: .adoptedWithAddition
            case .sentBack: .sentBack
            case .rejected: .rejected
            }
    }
}

/// A file that lies on a track, ready to show.
struct ShownPaper: Encodable, Sendable {
    /// What the file is called; that it is erased, when its name is.
    var name: String
    var kind: FileKind
    var mediaType: String
    var size: Int
    /// 64 hexadecimal figures.
    var commitment: String
    /// The path of the file; nil when it has been erased.
    var path: String?
    /// The decision by which it was erased.
    var erased: String?

    /// A file on a municipality's track of a proposal.
    init(_ attachment: Document.Attachment, at place: RatificationAct.Place, _ reading: Reading) {
        name = reading.text(attachment.name)
        kind = attachment.kind
        mediaType = attachment.kind.mediaType
        size = attachment.size
        commitment = attachment.commitment.hexadecimal
        erased = reading.erasure(of: attachment.commitment)
        if erased == nil { path = reading.address(steps: place.steps(of: attachment)).text }
    }

    /// The file as a link, with what it is and how large.
    func write(_ html: HTML, _ words: Words) {
        if let erased { return html.text(words.frame.erased(erased)) }
        guard let path, let address = Address(path) else { return }
        html.a(name, to: address, .content)
        html.text(" ")
        html.small("\(words.name(of: kind)), \(words.size(size))")
    }
}

extension RatificationAct.Place {
    /// The steps of a file's address.
    func steps(of attachment: Document.Attachment) -> [String] {
        ["ratificering", edition.text, "\(number)", municipality.text, "filer", attachment.figures]
    }
}
