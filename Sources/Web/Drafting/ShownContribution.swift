import Cooperation
import Difference
import Markup

import struct Cooperation.Draft

/// A comment on a draft, or a proposal to change a text in it, ready to show.
struct ShownContribution: Encodable, Sendable {
    /// What came of it.
    struct Answer: Encodable, Sendable {
        var outcome: Contribution.Answer.Outcome
        var reason: String
        var day: Period
    }

    /// Whether the text that it is about still says what it said.
    enum Anchor: String, Encodable, Sendable {
        /// It is about the whole, or about a part as a whole.
        case whole
        case unchanged, changed
        /// The part is no longer there.
        case gone
    }

    /// What has been done since to the part that it is about, other than to its text.
    enum Fate: String, Encodable, Sendable {
        case split, merged
        /// Both, in some order.
        case splitAndMerged = "split-and-merged"
    }

    var id: String
    /// The part that it was about when it came.
    var part: String?
    /// The parts that it belongs to now: another, or several, where that one has been split or merged since.
    var parts: [String]
    /// The numbers and names of the parts as they are now, or of the part as it was.
    var partName: String?
    /// What has become of the part since; nil when it is one part still.
    var fate: Fate?
    var field: Contribution.Field?
    var text: String?
    /// What the text should be, as a difference against the text as it is now.
    var proposal: [DifferencePiece]?
    /// The same against the text as it was when the proposal was written, where that has been changed since.
    var proposalThen: [DifferencePiece]?
    var anchor: Anchor
    var sender: String
    /// The name that was given, for those who may know.
    var name: String?
    var sent: Period
    var isQueued: Bool
    /// Why it was taken down.
    var removed: String?
    var answer: Answer?

    private enum CodingKeys: String, CodingKey {
        case id, part, parts, partName, fate, field, text, proposal, anchor, sender, sent, answer
    }

    init(_ contribution: Contribution, of draft: Draft, _ reading: Reading, names: [String: String] = [:]) {
        let facts = contribution.facts
        let text = draft.current.text
        id = facts.id.text
        part = facts.node?.text
        field = facts.field
        self.text = reading.text(facts.text).flatMap { $0.isBlank ? nil : $0 }
        sent = contribution.sent
        isQueued = contribution.isQueued
        removed = reading.text(contribution.removal?.fact.reason)
        answer = contribution.answer.map {
            Answer(outcome: $0.fact.outcome, reason: reading.text($0.fact.reason), day: $0.period)
        }
        switch facts.sender {
        case .invited(let body, let municipality):
            let of = municipality.map { reading.name(of: .municipality($0)) }
            let name = reading.name(of: .body(body))
            sender = of.map { name.contains($0) ? name : "\($0), \(name)" } ?? name
        case .anyone(let id):
            sender = reading.words.drafting.thePublic
            name = id.flatMap { names[$0] }
        }
        let whereabouts = draft.whereabouts(of: contribution)
        let nodes = (whereabouts?.parts ?? []).compactMap { text.node($0) }
        parts = nodes.map(\.id.text)
        fate = whereabouts.flatMap { Fate($0) }
        if !nodes.isEmpty {
            partName = reading.words.list(nodes.map { reading.numberedName(of: $0, text.numbers) })
        } else if let gone = facts.node {
            partName =
                draft.versions.last { $0.text.node(gone) != nil }?.text.node(gone).map { reading.name(of: $0) } ?? gone.text
        }
        // Of several parts the one that says what the text said, when one does.
        let texts = facts.field.map { field in nodes.map { $0.text(in: field) } } ?? []
        let unchanged = texts.first { $0 == facts.basis || contribution.isAdopted(in: $0) }
        let now = unchanged ?? texts.first ?? nil
        if facts.node != nil, nodes.isEmpty {
            anchor = .gone
        } else if facts.field == nil {
            anchor = .whole
        } else {
            anchor = unchanged == nil ? .changed : .unchanged
        }
        if let proposed = facts.proposed {
            let wanted = reading.text(proposed)
            let basis = reading.text(facts.basis) ?? ""
            // What has been answered is shown as it was proposed: the text has got on since.
            let against = contribution.answer == nil ? reading.text(now) ?? "" : basis
            proposal = DifferencePiece.all(of: WordDifference(from: against, to: wanted))
            if contribution.answer == nil, anchor == .changed {
                proposalThen = DifferencePiece.all(of: WordDifference(from: basis, to: wanted))
            }
        }
    }

    /// What it is about, in words.
    func about(_ words: Words) -> String {
        guard let partName else { return words.drafting.theWhole }
        return field.map { "\(partName) – \(words.drafting.field($0).withSmallFirst)" } ?? partName
    }

    /// What was said, and what came of it.
    ///
    /// - Parameters:
    ///   - html: where to.
    ///   - reading: the language and the day.
    ///   - isHandled: whether whoever reads is to handle it.
    func write(_ html: HTML, _ reading: Reading, isHandled: Bool = false) {
        let words = reading.words.drafting
        if let text { html.div(.class("said")) { html.paragraphs(text) } }
        if let proposal {
            html.p(words.proposedText, .class("kicker"))
            html.difference(proposal, struck: words.struck, added: words.added, end: words.endOfChange)
        }
        if let fate, anchor != .gone, let partName { html.p("! \(words.followed(fate, partName))", .class("anchor-note")) }
        switch anchor {
        case .whole, .unchanged: break
        case .changed where answer == nil:
            html.p("! \(words.changedSince)", .class("anchor-note"))
            if isHandled, let proposalThen {
                html.details {
                    html.summary(words.proposedThen)
                    html.difference(proposalThen, struck: words.struck, added: words.added, end: words.endOfChange)
                }
            }
        case .changed: html.p(words.changedAfterwards, .class("help"))
        case .gone:
            html.p("! \(words.partGone)", .class("anchor-note"))
            if isHandled, answer == nil || proposal != nil { html.p(words.partGoneWhatToDo, .class("help")) }
        }
        if let answer {
            html.div(.class("came-of-it")) {
                html.p {
                    html.strong("\(answer.outcome.sign) \(words.outcome(answer.outcome))")
                    html.text(" (\(reading.words.period(answer.day)))")
                }
                html.paragraphs(answer.reason)
            }
        }
    }
}

extension ShownContribution.Fate {
    fileprivate init?(_ whereabouts: Whereabouts) {
        switch (whereabouts.wasSplit, whereabouts.wasMerged) {
        case (true, true): self = .splitAndMerged
        case (true, false): self = .split
        case (false, true): self = .merged
        case (false, false): return nil
        }
    }
}

extension Words.Drafting {
    /// That a part has been split or merged since something was said of it, and where that belongs now.
    fileprivate func followed(_ fate: ShownContribution.Fate, _ parts: String) -> String {
        switch fate {
        case .split: followedSplit(parts)
        case .merged: followedMerged(parts)
        case .splitAndMerged: followedBoth(parts)
        }
    }
}

extension Contribution {
    /// Whether a text is the one that was proposed, and was taken in.
    fileprivate func isAdopted(in text: Prose?) -> Bool { answer?.fact.outcome == .accepted && text == facts.proposed }
}

extension Contribution.Answer.Outcome {
    /// A sign that stands before the word.
    fileprivate var sign: String {
        switch self {
        case .accepted: "✓"
        case .partly: "◐"
        case .declined: "✕"
        case .noted: "○"
        }
    }
}

/// What came in on a draft, and what has to be done with it, for those who write; ready to show.
struct ContributionsPage: Sendable {
    private let edition: String
    private let queued: [ShownContribution]
    private let unanswered: [ShownContribution]
    private let answered: [ShownContribution]
    private let removed: [ShownContribution]

    init(_ draft: Draft, _ reading: Reading, names: [String: String]) {
        edition = draft.edition.text
        func shown(_ isWanted: (Contribution) -> Bool) -> [ShownContribution] {
            draft.contributions.filter(isWanted).map { ShownContribution($0, of: draft, reading, names: names) }
        }
        queued = shown(\.isQueued)
        unanswered = shown(\.isUnanswered)
        answered = shown { $0.isShown && $0.answer != nil }
        removed = shown { $0.removal != nil }
    }

    /// What waits for the secretariat.
    private func leadSentence(_ reading: Reading) -> String {
        let words = reading.words.drafting
        let waiting = [(queued.count, words.workQueued), (unanswered.count, words.workUnanswered)]
            .filter { $0.0 > 0 }
            .map { "\($1($0, reading.words.number($0)))." }
        return waiting.isEmpty ? words.noneHere : waiting.joined(separator: " ")
    }

    func write(_ html: HTML, _ reading: Reading, ticket: FormTicket?) {
        let words = reading.words.drafting
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.contributions)
                html.p(leadSentence(reading), .class("lead"))
            }
            section("ko", words.queue, words.queueLead, queued, html, reading) { contribution in
                html.smallForm(
                    to: address(contribution, "slapp", reading),
                    words.release,
                    ticket,
                    label: "\(words.release): \(contribution.about(reading.words))"
                )
                link(contribution, "ta-bort", words.takeDown, html, reading, isSecond: true)
            }
            section("obesvarade", words.unanswered, words.unansweredLead, unanswered, html, reading) { contribution in
                link(contribution, "besvara", words.answer, html, reading)
                link(contribution, "ta-bort", words.takeDown, html, reading, isSecond: true)
            }
            section("besvarade", words.answeredOnes, nil, answered, html, reading) { contribution in
                link(contribution, "besvara", words.answerAnew, html, reading)
            }
            section("borttagna", words.takenDownOnes, words.takenDownLead, removed, html, reading) { _ in }
        }
    }

    private func section(
        _ id: ID,
        _ heading: String,
        _ lead: String?,
        _ contributions: [ShownContribution],
        _ html: HTML,
        _ reading: Reading,
        actions: (ShownContribution) -> Void
    ) {
        let words = reading.words.drafting
        html.section(.labelled(by: id)) {
            html.h2("\(heading) (\(reading.words.number(contributions.count)))", .id(id))
            if let lead { html.p(lead) }
            if contributions.isEmpty { html.p(words.noneHere, .class("help")) }
            for contribution in contributions {
                html.article(.class("contribution"), .id(ID("synpunkt-\(contribution.id)"))) {
                    html.h3(contribution.about(reading.words), .content)
                    let who = contribution.name.map { words.named(contribution.sender, $0) } ?? contribution.sender
                    html.p("\(who), \(reading.words.period(contribution.sent))", .class("kicker"))
                    contribution.write(html, reading, isHandled: true)
                    if let removed = contribution.removed { html.p(words.removedBecause(removed)) }
                    html.div(.class("contribution-actions")) { actions(contribution) }
                }
            }
        }
    }

    private func address(_ contribution: ShownContribution, _ last: String, _ reading: Reading) -> Address {
        reading.address("program", edition, "utkast", "synpunkter", contribution.id, last)
    }

    private func link(
        _ contribution: ShownContribution,
        _ last: String,
        _ text: String,
        _ html: HTML,
        _ reading: Reading,
        isSecond: Bool = false
    ) {
        let address = address(contribution, last, reading)
        let label = "\(text): \(contribution.about(reading.words))"
        if isSecond {
            html.a(text, to: address, .class("button", "second"), .label(label))
        } else {
            html.a(text, to: address, .class("button"), .label(label))
        }
    }
}

/// 'Ni sa, vi gjorde': what came in on a draft and what came of it, ready to show.
///
/// It stays when the draft has become a proposal and a programme.
struct ResponsesPage: Encodable, Sendable {
    var edition: String
    var title: String
    /// In the order of the draft's parts, what is about the whole first.
    var contributions: [ShownContribution]
    var opensUntil: Day?

    init(_ draft: Draft, _ reading: Reading) {
        edition = draft.edition.text
        title = draft.current.text.title
        let places = Dictionary(
            draft.current.text.nodes.enumerated().map { ($1.id, $0 + 1) },
            uniquingKeysWith: { first, _ in first }
        )
        // What is about a part that is gone comes last.
        func place(_ contribution: Contribution) -> Int {
            guard let parts = draft.whereabouts(of: contribution)?.parts else { return 0 }
            return parts.first.flatMap { places[$0] } ?? .max
        }
        contributions = draft.contributions.filter(\.isShown).enumerated()
            .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
            .map { ShownContribution($0.element, of: draft, reading) }
        if let until = draft.opening?.fact.until, until >= reading.today, draft.opening?.fact.isPublic ?? false,
            !reading.isLocked(draft)
        {
            opensUntil = until
        }
    }

    /// How much came in, and what came of it.
    func leadSentence(_ reading: Reading) -> String {
        let words = reading.words.drafting
        guard !contributions.isEmpty else { return opensUntil == nil ? words.nothingCame : words.nothingYet }
        var outcomes: [String] = []
        for outcome in Contribution.Answer.Outcome.allCases {
            let count = contributions.count { $0.answer?.outcome == outcome }
            if count > 0 { outcomes.append(words.outcomeCount(outcome, reading.words.number(count))) }
        }
        let waiting = contributions.count { $0.answer == nil }
        if waiting > 0 { outcomes.append(words.waitingCount(reading.words.number(waiting))) }
        return words.came(contributions.count, reading.words.number(contributions.count)) + " "
            + words.cameOfThem(reading.words.list(outcomes))
    }

    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.drafting
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.responses)
                html.p(leadSentence(reading), .class("lead"))
                html.p(words.responsesAbout(title), .content)
                if let opensUntil {
                    html.p {
                        html.text(words.openToAll(reading.words.date(opensUntil)) + " ")
                        html.a(words.toDraft, to: reading.address("program", edition, "utkast"))
                    }
                }
            }
            // A link from the draft's page leads to the first about a part.
            var reached: Set<String> = []
            for contribution in contributions {
                let parts = contribution.parts.filter { reached.insert($0).inserted }
                let anchor = parts.first.map { ID("del-\($0)") }
                html.section(with: [.class("contribution")] + (anchor.map { [.id($0)] } ?? [])) {
                    for part in parts.dropFirst() { html.span(.id(ID("del-\(part)"))) {} }
                    html.h2(contribution.about(reading.words), .class("contribution-heading"), .content)
                    html.p(
                        words.youSaid(contribution.sender, reading.words.period(contribution.sent)),
                        .class("kicker")
                    )
                    contribution.write(html, reading)
                    if contribution.answer == nil { html.p(words.notAnswered, .class("help")) }
                }
            }
        }
    }

    /// Each comment on its own row, for a file.
    func table(_ words: Words) -> Table {
        let drafting = words.drafting
        return Table(
            columns: [
                drafting.about, drafting.sender, drafting.sentColumn, drafting.saidColumn, drafting.proposedText,
                drafting.outcomeColumn, drafting.reasonColumn, drafting.answeredColumn,
            ],
            rows: contributions.map { contribution in
                let proposed = (contribution.proposal ?? []).filter { $0.change != .removed }.map(\.text).joined()
                return [
                    contribution.about(words), contribution.sender, contribution.sent.iso, contribution.text ?? "", proposed,
                    contribution.answer.map { drafting.outcome($0.outcome) } ?? "", contribution.answer?.reason ?? "",
                    contribution.answer?.day.iso ?? "",
                ]
            }
        )
    }
}
