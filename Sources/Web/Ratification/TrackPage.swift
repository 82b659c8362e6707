import Charts
import Cooperation
import Markup

/// One municipality's way with a proposal, ready to show.
struct TrackPage: Encodable, Sendable {
    /// Something that happened on the way.
    struct Step: Encodable, Sendable {
        var happened: Period
        var sentence: String
        /// Place in the journal, where it can be corrected.
        var position: Int64
        /// The last act that corrected it; nil when none has.
        var correctedBy: Int64?
        /// Whether it is about the track, and not about the whole round.
        fileprivate var isOfTrack: Bool

        private enum CodingKeys: String, CodingKey { case happened, sentence, position, correctedBy }
    }

    /// A decision that a later one has followed.
    struct Earlier: Encodable, Sendable {
        var sentence: String
        var text: String?
        var paper: ShownPaper?
    }

    var edition: String
    var title: String
    /// The number of the proposal.
    var number: Int
    /// The number of the proposal that counts, when it is another one.
    var replacedBy: Int?
    /// Whether what the board decided on the proposal stands for the one that counts as well.
    var stands: Bool
    var track: ShownTrack
    /// What the page says first.
    var sentence: String
    /// The earliest first.
    var steps: [Step]
    /// What has been corrected and struck, the earliest first.
    var corrections: [TrackCorrection]
    var annexes: [ShownAnnex]
    /// Whether the proposal has been sent there.
    var isSent: Bool
    var earlier: [Earlier]
    /// What can be recorded next; not of interest to those who may not.
    private var next: [TrackStep]
    private let target: Permission.Target
    private let place: RatificationAct.Place
    /// The numbers of the other proposals that have been sent there, the latest first.
    private let others: [Int]

    private enum CodingKeys: String, CodingKey {
        case edition, title, number, replacedBy, stands, track, sentence, steps, corrections, annexes, earlier
    }

    /// The track of a municipality of a proposal.
    init(_ municipality: Municipality, _ proposal: Proposal, _ reading: Reading) {
        let id = municipality.facts.id
        let track = proposal[id]
        edition = proposal.facts.edition.text
        title = proposal.facts.text.title
        number = proposal.facts.number
        self.track = ShownTrack(municipality, track, of: proposal, reading)
        sentence = self.track.sentence(reading)
        isSent = track != nil
        steps = Self.steps(of: id, proposal, carriedFrom: track?.carriedFrom, reading)
        let place = RatificationAct.Place(proposal.facts.edition, proposal.facts.number, id)
        self.place = place
        let round = reading.cooperation.ratification[proposal.facts.edition]
        let isReplaced = round?.current?.facts.number != proposal.facts.number
        replacedBy = isReplaced ? round?.current?.facts.number : nil
        stands = isReplaced && round?.current?[id]?.carriedFrom == (track?.carriedFrom ?? proposal.facts.number)
        others = (round?.proposals ?? []).reversed().map(\.facts.number).filter { number in
            number != proposal.facts.number && round?.proposal(number)?[id] != nil
        }
        corrections = TrackCorrection.all(at: place, carriedFrom: track?.carriedFrom, reading)
        annexes = (track?.annexes ?? []).map { annex in
            ShownAnnex(
                paper: ShownPaper(annex.fact.attachment, at: place, reading),
                attached: annex.period,
                verdict: AnnexVerdict(on: annex.fact, against: proposal, reading),
                steps: [
                    "ratificering", proposal.facts.edition.text, String(proposal.facts.number), municipality.facts.id.text,
                    "bilagor", annex.fact.attachment.figures,
                ]
            )
        }
        earlier = (track?.earlier ?? []).map { decision in
            Earlier(
                sentence: reading.words.sentence(
                    on: decision.outcome,
                    by: municipality.facts.name,
                    decided: decision.day,
                    isLatestDay: decision.isLatestDay ?? false,
                    paragraph: decision.paragraph
                ),
                text: reading.text(decision.text),
                paper: decision.extract.map { ShownPaper($0, at: place, reading) }
            )
        }
        next = track.map { TrackStep.next(on: $0, isReplaced: isReplaced) } ?? []
        target = .init(municipality: id)
    }

    /// What has happened on a track, as it counts now, by the day it happened.
    private static func steps(
        of municipality: Municipality.ID,
        _ proposal: Proposal,
        carriedFrom: Int?,
        _ reading: Reading
    ) -> [Step] {
        let numbers = [proposal.facts.number, carriedFrom]
        let records = reading.view.acts(about: [.edition(proposal.facts.edition)]).compactMap { record -> Record? in
            guard case .ratification = record.act, let counted = reading.view.counted(record.position),
                case .ratification(let act) = counted.act
            else { return nil }
            if case .sent(let sending) = act {
                return numbers.contains(sending.number) && sending.municipalities.contains(municipality) ? counted : nil
            }
            guard let place = act.place, place.municipality == municipality, numbers.contains(place.number) else { return nil }
            return counted
        }
        return
            records
            .filter { $0.happened.last <= reading.day }
            .sorted { ($0.happened.last, $0.position) < ($1.happened.last, $1.position) }
            .map {
                Step(
                    happened: $0.happened,
                    sentence: reading.sentence(on: $0.act),
                    position: $0.position.number,
                    correctedBy: reading.view.correction(of: $0.position)?.position.number,
                    isOfTrack: $0.act.trackPlace != nil
                )
            }
    }
}

extension ShownTrack {
    /// The sentences that answer what people come with: what was decided, and what is left.
    func sentence(_ reading: Reading) -> String {
        let (words, round) = (reading.words, reading.words.round)
        switch state {
        case .notSent: return round.trackNotSent(name)
        case .sent: return round.trackSent(name, sent.map(words.date) ?? words.frame.unknown)
        case .registered: return round.trackRegistered(name, caseNumber ?? words.frame.unknown)
        case .prepared: return meeting.map { round.trackPreparedFor(name, words.date($0)) } ?? round.trackPrepared(name)
        case .adopted: return decisionSentence(.adopted, reading)
        case .adoptedWithAddition: return decisionSentence(.adoptedWithAddition, reading)
        case .sentBack: return decisionSentence(.sentBack, reading)
        case .rejected: return decisionSentence(.rejected, reading)
        case .annulled: return round.isAnnulled
        }
    }

    private func decisionSentence(_ outcome: Track.Outcome, _ reading: Reading) -> String {
        let (words, round) = (reading.words, reading.words.round)
        let first = words.sentence(on: outcome, by: name, decided: decided, isLatestDay: isLatestDay, paragraph: paragraph)
        // Of what history knows only the last day of, it doesn't know either what became of it.
        guard decided != nil, !isLatestDay else { return first }
        let second =
            if adjusted == nil {
                round.notAdjusted
            } else if posted == nil {
                round.notPosted
            } else if isAppealed {
                round.isAppealed
            } else if let legalForce, legalForce <= reading.day {
                round.hasForce(words.date(legalForce))
            } else {
                round.mayBeAppealed(
                    lastAppealDay.map(words.date) ?? words.frame.unknown,
                    legalForce.map(words.date) ?? words.frame.unknown
                )
            }
        return "\(first) \(second)"
    }
}

extension Words {
    /// A board's decision in a sentence: who, what, on which day and in which paragraph, as far as that is known.
    func sentence(
        on outcome: Track.Outcome,
        by municipality: String,
        decided: Day?,
        isLatestDay: Bool,
        paragraph: Int?
    ) -> String {
        let what =
            switch outcome {
            case .adopted: round.didAdopt(municipality)
            case .adoptedWithAddition: round.didAdd(municipality)
            case .sentBack: round.didSendBack(municipality)
            case .rejected: round.didReject(municipality)
            }
        guard let day = decided.map(date) else { return "\(what)." }
        if isLatestDay { return round.trackDecidedBy(what, day) }
        return paragraph.map { round.trackDecidedIn(what, day, "\($0)") } ?? round.trackDecided(what, day)
    }
}

/// A form by which something on a track is recorded.
enum TrackStep: String, CaseIterable, Sendable {
    case register = "diarium"
    case prepare = "beredning"
    case decide = "beslut"
    case attach = "utdrag"
    case adjust = "justering"
    case post = "anslag"
    case appeal = "overklagande"
    case judge = "dom"

    /// Whether it is about a decision that has been taken, and so is recorded also of a proposal that another has taken the place of.
    var isOfDecision: Bool {
        switch self {
        case .attach, .adjust, .post, .appeal, .judge: true
        case .register, .prepare, .decide: false
        }
    }

    /// What can be recorded where a track stands, what is most likely to be done first.
    ///
    /// - Parameters:
    ///   - track: the track.
    ///   - isReplaced: whether another proposal has taken the place of the one that it is of; then nothing new is decided on it.
    /// - Returns: the forms.
    static func next(on track: Track, isReplaced: Bool) -> [TrackStep] {
        let steps = next(on: track)
        return isReplaced ? steps.filter(\.isOfDecision) : steps
    }

    private static func next(on track: Track) -> [TrackStep] {
        switch track.stage {
        case .sent: return [.register, .prepare, .decide]
        case .registered: return [.prepare, .decide, .register]
        case .prepared: return [.decide, .prepare, .register]
        case .decided(let decision):
            let attach: [TrackStep] = decision.extract == nil ? [.attach, .adjust] : [.adjust, .attach]
            return attach + (decision.outcome == .sentBack ? [.decide] : []) + [.register]
        case .adjusted(let decision, _):
            return [.post, .attach] + (decision.outcome == .sentBack ? [.decide] : []) + [.register]
        case .posted(let decision, _, _, _):
            if track.isAnnulled { return [.decide, .attach, .register] }
            let attach: [TrackStep] = decision.extract == nil ? [.attach] : []
            if track.isAppealed { return attach + [.judge] + (attach.isEmpty ? [.attach] : []) + [.register] }
            let again: [TrackStep] = decision.outcome == .sentBack ? [.decide] : []
            return attach + again + [.appeal] + (attach.isEmpty ? [.attach] : []) + [.register]
        }
    }

    /// What the button says.
    func label(on track: ShownTrack, _ words: Words.TrackForms) -> String {
        switch self {
        case .register: track.caseNumber == nil ? words.register : words.registerAgain
        case .prepare: words.prepare
        case .decide: track.decided == nil ? words.decide : words.decideAgain
        case .attach: track.extract == nil ? words.attach : words.attachAgain
        case .adjust: words.adjust
        case .post: words.post
        case .appeal: words.appeal
        case .judge: words.judge
        }
    }
}

extension TrackPage {
    /// The track, with what may be done next first.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let (words, round) = (reading.words, reading.words.round)
        if reading.isNow { html.p(.class("unseen"), .live(.polite), .data("live-says", "")) {} }
        html.article(.class("document"), .id("lage"), .data("live", "")) {
            html.header(.class("opening")) {
                html.p(.class("kicker"), .content) {
                    html.text("\(round.proposal(words.number(number))), ")
                    html.a(title, to: reading.address("ratificering", edition))
                }
                html.h1(round.trackOf(track.name))
                html.p(.class("state")) {
                    html.embed(track.mark.ornament)
                    html.text(" \(track.label(words))")
                    if let number = track.carriedFrom { html.text(" (\(round.carried(words.number(number))))") }
                }
                html.p(sentence, .class("lead"), .data("live-sentence", ""))
                writeReplaced(html, reading)
                writeActions(html, reading)
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    writeText(html, words)
                    writeSteps(html, reading)
                    TrackCorrection.write(corrections, html, reading)
                    writeComputed(html, reading)
                    writePapers(html, reading)
                    writeEarlier(html, words)
                    html.sources(track.sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) { html.facts(facts(reading), words) }
            }
        }
    }

    /// That another proposal counts, and what that means for what was decided on this one.
    private func writeReplaced(_ html: HTML, _ reading: Reading) {
        guard let replacedBy else { return }
        let (words, round) = (reading.words, reading.words.round)
        let (this, current) = (words.number(number), words.number(replacedBy))
        html.p(.class("notice")) {
            html.text("\(round.isReplaced(this, current)) ")
            if track.decided == nil {
                html.text("\(round.wasNotDecided) ")
            } else {
                html.text("\(stands ? round.decisionStands(current) : round.decisionFollowed) ")
            }
            html.a(round.toProposal(current), to: reading.address("ratificering", edition, track.id))
        }
    }

    private func writeActions(_ html: HTML, _ reading: Reading) {
        guard reading.isNow, !next.isEmpty, reading.viewer.may(.recordTrack, about: target) else { return }
        let (words, forms) = (reading.words, reading.words.trackForms)
        html.nav(.label(words.round.whatToDo)) {
            html.ul(.class("next-steps")) {
                for (index, step) in next.enumerated() {
                    html.li {
                        let address = reading.address(steps: reading.steps(of: place) + [step.rawValue])
                        let label = step.label(on: track, forms)
                        if index == 0 {
                            html.a(label, to: address, .class("button"))
                        } else {
                            html.a(label, to: address, .class("button", "second"))
                        }
                    }
                }
            }
        }
    }

    private func writeText(_ html: HTML, _ words: Words) {
        guard let text = track.text else { return }
        html.section(.labelled(by: "text")) {
            html.h2(track.state == .sentBack ? words.round.question : words.round.addition, .id("text"))
            html.div(.content) { html.paragraphs(text) }
        }
    }

    private func writeSteps(_ html: HTML, _ reading: Reading) {
        guard !steps.isEmpty else { return }
        let words = reading.words
        html.section(.labelled(by: "steg")) {
            html.h2(words.round.steps, .id("steg"))
            html.ol(.class("track-steps")) {
                for step in steps {
                    html.li {
                        html.p(words.period(step.happened), .class("kicker"))
                        html.p {
                            html.span(step.sentence, .content)
                            if step.correctedBy != nil {
                                html.text(" ")
                                html.a(words.round.isCorrected, to: "#rattelser", .class("help"))
                            }
                            if reading.isNow, reading.viewer.may(step.isOfTrack ? .correctTrack : .correctRecord, about: target) {
                                html.text(" ")
                                html.editLink(
                                    words.corrections.correct,
                                    of: words.corrections.entry(words.number(Int(step.position))),
                                    to: reading.address("historik", "\(step.position)", "ratta")
                                )
                            }
                        }
                    }
                }
            }
        }
    }

    /// What follows from the days and is never typed.
    private func writeComputed(_ html: HTML, _ reading: Reading) {
        guard let posted = track.posted, let last = track.lastAppealDay else { return }
        let (words, round) = (reading.words, reading.words.round)
        html.section(.labelled(by: "raknat")) {
            html.h2(round.computed, .id("raknat"))
            html.dl(.class("facts")) {
                html.div {
                    html.dt(round.lastAppealDay)
                    html.dd {
                        html.text(words.date(last))
                        html.p(round.lastAppealReason(words.date(posted)), .class("help"))
                    }
                }
                html.div {
                    html.dt(round.legalForce)
                    html.dd {
                        html.text(track.forceInWords(reading) ?? round.notYet)
                        html.p(
                            track.isAppealed || track.legalForce == nil
                                ? round.forceSuspended : round.forceReason(words.date(last)),
                            .class("help")
                        )
                    }
                }
            }
        }
    }

    private func writePapers(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        guard isSent else { return }
        html.section(.class("attachments"), .labelled(by: "handlingar")) {
            html.h2(words.round.papers, .id("handlingar"))
            html.p {
                html.a(
                    words.papers.title(track.name),
                    to: reading.address("ratificering", edition, String(number), track.id, "handlingar")
                )
            }
            if let extract = track.extract {
                html.p {
                    html.text("\(words.round.extract): ")
                    extract.write(html, words)
                }
                if track.isOnPresentedExtract { html.p(words.round.onPresentedExtract.withCapital + ".", .class("help")) }
            } else if track.decided != nil, annexes.isEmpty {
                html.p(words.round.noPapers)
            }
            if !annexes.isEmpty {
                html.h3(words.round.annexes)
                html.p(words.round.annexesText)
                html.ul {
                    for annex in annexes {
                        html.li {
                            annex.paper.write(html, words)
                            html.text(" ")
                            html.small(words.period(annex.attached))
                            html.p {
                                html.text("\(annex.verdict.sentence) ")
                                html.a(words.papers.showComparison, to: reading.address(steps: annex.steps))
                            }
                        }
                    }
                }
            }
            if reading.isNow, reading.viewer.may(.recordTrack, about: .init(municipality: Municipality.ID(track.id))) {
                html.p {
                    html.a(
                        words.papers.annexAsk,
                        to: reading.address(steps: reading.steps(of: place) + ["bilaga"]),
                        .class("edit")
                    )
                }
            }
        }
    }

    private func writeEarlier(_ html: HTML, _ words: Words) {
        guard !earlier.isEmpty else { return }
        html.section(.labelled(by: "tidigare")) {
            html.h2(words.round.earlierDecisions, .id("tidigare"))
            html.ul {
                for decision in earlier {
                    html.li {
                        html.text(decision.sentence)
                        if let text = decision.text { html.div(.content) { html.paragraphs(text) } }
                        if let paper = decision.paper { html.p { paper.write(html, words) } }
                    }
                }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let (words, round) = (reading.words, reading.words.round)
        var facts = [
            Fact(words.members.municipality, track.name, address: reading.address("kommuner", track.id)),
            Fact(round.caseNumber, track.caseNumber ?? track.nothing(words)),
        ]
        if track.decided != nil {
            facts.append(Fact(round.day, track.dayInWords(words)))
            facts.append(Fact(round.paragraph, track.paragraph.map { "§\u{A0}\($0)" }))
            facts.append(Fact(round.adjusted, track.adjusted.map(words.date) ?? track.nothing(words)))
            facts.append(Fact(round.posted, track.posted.map(words.date) ?? track.nothing(words)))
        }
        facts.append(
            Fact(
                round.lockedText,
                round.proposal(words.number(number)),
                address: reading.address("ratificering", edition, "\(number)", "text")
            )
        )
        for other in others {
            var place = place
            place.number = other
            facts.append(
                Fact(
                    round.otherTrack,
                    round.proposal(words.number(other)),
                    address: reading.address(steps: reading.steps(of: place))
                )
            )
        }
        return facts
    }
}
