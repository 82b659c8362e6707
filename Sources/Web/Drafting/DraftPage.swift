import Cooperation
import Markup

import struct Cooperation.Draft

/// A draft to read, ready to show: the outline with every text.
struct DraftPage: Encodable, Sendable {
    /// One part of the outline.
    struct Part: Encodable, Sendable {
        /// A goal of somebody else's plan that it serves.
        struct Service: Encodable, Sendable {
            var goal: String
            var reason: String?
        }

        var id: String
        var number: String
        var depth: Int
        var level: String
        var title: String?
        var text: String?
        var background: String?
        var networks: [String]
        var politicalOwner: String?
        var officerOwner: String?
        var theme: String?
        /// The parts of earlier programmes that it comes from.
        var predecessors: [String]
        var ancestry: String?
        var serves: [Service]
        /// How many comments there are on it.
        var contributions: Int
        /// Whether another part under the same stands before it, or after.
        var isFirst: Bool
        var isLast: Bool

        /// What it is called in links and buttons.
        var name: String { "\(number) \(FormText.shortened(title ?? text ?? id))" }
    }

    var edition: String
    var title: String
    var version: Int
    var validFrom: Period
    var validTo: Period?
    var horizon: Int?
    var levels: [String]
    var visionTitle: String?
    var visionSubtitle: String?
    var purpose: String?
    var focus: String?
    var principles: [String]
    var commitments: [String]
    var themes: [String]
    var frames: [String]
    var parts: [Part]
    /// What the secretariat wants to know.
    var invitation: String?
    /// The last day for comments, while they are taken in.
    var opensUntil: Day?
    var isPublic: Bool
    /// The last day for comments, when it has been.
    var closedSince: Day?
    /// Which proposal it is locked as.
    var lockedAs: Int?

    /// The page of a draft as it stands.
    init(_ draft: Draft, _ reading: Reading) { self.init(draft.current, of: draft, reading) }

    /// The page of a draft as it was in a version.
    init(_ version: Draft.Version, of draft: Draft, _ reading: Reading) {
        let text = version.text
        let (numbers, depths) = (text.numbers, text.depths)
        edition = draft.edition.text
        title = text.title
        self.version = version.number
        validFrom = text.validity.from
        validTo = text.validity.to
        horizon = text.horizon
        levels = text.levels.map(\.name)
        visionTitle = reading.text(text.vision?.title)
        visionSubtitle = reading.text(text.vision?.subtitle)
        purpose = reading.text(text.purpose)
        focus = reading.text(text.focus)
        principles = reading.texts(text.principles)
        commitments = reading.texts(text.commitments)
        themes = reading.texts(text.themes)
        frames = text.frames.compactMap { reading.cooperation.outerFrames[$0]?.facts.title }
        invitation = reading.text(draft.opening?.fact.invitation)
        isPublic = draft.opening?.fact.isPublic ?? false
        if let until = draft.opening?.fact.until {
            if until >= reading.today { opensUntil = until } else { closedSince = until }
        }
        let current = reading.cooperation.ratification[draft.edition]?.current
        lockedAs = current?.facts.version == draft.current.number ? current?.facts.number : nil
        let counts = Dictionary(
            draft.contributions.filter(\.isShown).flatMap { draft.whereabouts(of: $0)?.parts ?? [] }.map { ($0, 1) },
            uniquingKeysWith: +
        )
        let siblings = Dictionary(grouping: text.nodes, by: \.parent)
        parts = text.nodes.map { node in
            Part(
                id: node.id.text,
                number: numbers[node.id] ?? "",
                depth: depths[node.id] ?? 0,
                level: text.levels[node.level].name,
                title: reading.text(node.title),
                text: reading.text(node.text),
                background: reading.text(node.background),
                networks: node.networks,
                politicalOwner: reading.text(node.politicalOwner),
                officerOwner: reading.text(node.officerOwner),
                theme: reading.text(node.theme),
                predecessors: (node.predecessors ?? []).map { reading.title(of: $0) },
                ancestry: reading.text(node.ancestry),
                serves: (node.serves ?? []).compactMap { serving in
                    guard let frame = reading.cooperation.outerFrames[serving.frame],
                        let goal = frame.facts.goals.first(where: { $0.id == serving.goal })
                    else { return nil }
                    return .init(goal: reading.goalName(goal, of: frame), reason: reading.text(serving.reason))
                },
                contributions: counts[node.id] ?? 0,
                isFirst: siblings[node.parent]?.first?.id == node.id,
                isLast: siblings[node.parent]?.last?.id == node.id
            )
        }
    }

    /// Where the draft stands, in a sentence.
    func leadSentence(_ reading: Reading) -> String {
        let words = reading.words.drafting
        if let lockedAs { return words.isLocked(reading.words.number(lockedAs)) }
        if let opensUntil {
            return isPublic
                ? words.openToAll(reading.words.date(opensUntil)) : words.openToInvited(reading.words.date(opensUntil))
        }
        if let closedSince { return words.closed(reading.words.date(closedSince)) }
        return words.notOpened
    }
}

extension Reading {
    /// What a part of an earlier programme is called.
    func title(of predecessor: Edition.Predecessor) -> String {
        guard let edition = cooperation.programme[predecessor.edition] else { return predecessor.node.text }
        let name = edition.node(predecessor.node).map { self.name(of: $0) } ?? predecessor.node.text
        return "\(name) (\(edition.text.shortTitle ?? edition.text.title))"
    }
}
