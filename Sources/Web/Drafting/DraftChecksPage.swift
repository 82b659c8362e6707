import Cooperation
import Markup

import struct Cooperation.Draft

/// What ought to be looked at before a draft is locked, in words, ready to show.
struct DraftChecksPage: Sendable {
    /// One thing to look at.
    struct Row: Sendable {
        var what: String
        var part: String?
        var quote: String?
        /// Where it is put right.
        var steps: [String]
        var action: String
    }

    /// Things of one kind.
    struct Group: Sendable {
        var id: ID
        var heading: String
        var why: String
        var rows: [Row]
    }

    private let groups: [Group]
    private let count: Int
    private let stopsLocking: Bool
    private let index: Int?

    init(_ draft: Draft, _ reading: Reading) {
        let (text, words) = (draft.current.text, reading.words.drafting)
        let checks = reading.checks(of: draft)
        let numbers = text.numbers
        func part(_ id: Edition.Node.ID) -> String? { text.node(id).map { reading.numberedName(of: $0, numbers) } }
        func change(_ id: Edition.Node.ID) -> [String] { draft.steps + [id.text, "andra"] }
        var rows: [String: [Row]] = [:]
        for finding in checks.findings {
            switch finding {
            case .empty(let id):
                rows["tomma", default: []].append(
                    .init(what: words.findingEmpty, part: part(id), steps: change(id), action: words.change)
                )
            case .unowned(let id, let politics, let officers):
                let what =
                    politics && officers ? words.findingUnowned : politics ? words.findingNoPolitician : words.findingNoOfficer
                rows["ansvar", default: []].append(.init(what: what, part: part(id), steps: change(id), action: words.change))
            case .unserved(let id, let goalID):
                guard let frame = reading.cooperation.outerFrames[id],
                    let goal = frame.facts.goals.first(where: { $0.id == goalID })
                else { continue }
                rows["ramar", default: []].append(
                    .init(
                        what: words.findingUnserved,
                        part: reading.goalName(goal, of: frame),
                        steps: draft.steps,
                        action: words.toDraft
                    )
                )
            case .unexplained(let id, let isLowest):
                rows["harkomst", default: []].append(
                    .init(
                        what: isLowest ? words.findingUnexplainedGoal : words.findingUnexplained,
                        part: part(id),
                        steps: change(id),
                        action: words.change
                    )
                )
            case .hardToRead(let id, let field, let index, let sentence):
                rows["lasbarhet", default: []].append(
                    .init(
                        what: words.findingHard(words.field(field).withSmallFirst, reading.words.number(index)),
                        part: part(id),
                        quote: sentence,
                        steps: change(id),
                        action: words.change
                    )
                )
            }
        }
        groups = [
            ("tomma", words.groupEmpty, words.groupEmptyWhy), ("ansvar", words.groupUnowned, words.groupUnownedWhy),
            ("ramar", words.groupUnserved, words.groupUnservedWhy),
            ("harkomst", words.groupUnexplained, words.groupUnexplainedWhy),
            ("lasbarhet", words.groupHard, words.groupHardWhy),
        ].compactMap { id, heading, why in rows[id].map { Group(id: ID(id), heading: heading, why: why, rows: $0) } }
        count = checks.findings.count
        stopsLocking = checks.stopsLocking
        index = checks.readability?.index
    }

    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.drafting
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.checks)
                html.p(count == 0 ? words.nothingFound : words.found(count, reading.words.number(count)), .class("lead"))
                if stopsLocking { html.p(words.stopsLocking) } else { html.p(words.stopsNothing) }
                if let index { html.p(words.wholeLIX(reading.words.number(index))) }
            }
            for group in groups {
                html.section(.labelled(by: group.id)) {
                    html.h2("\(group.heading) (\(reading.words.number(group.rows.count)))", .id(group.id))
                    html.p(group.why)
                    html.ul(.class("worklist")) {
                        for row in group.rows {
                            html.li {
                                html.p(row.what, .class("due"))
                                html.div {
                                    if let part = row.part { html.p(part, .class("what"), .content) }
                                    if let quote = row.quote { html.p("”\(quote)”", .class("where"), .content) }
                                }
                                html.a(
                                    row.action,
                                    to: reading.address(steps: row.steps),
                                    .class("button"),
                                    .label([row.action, row.part].compactMap(\.self).joined(separator: ": "))
                                )
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Reading {
    /// What ought to be looked at in a draft.
    func checks(of draft: Draft) -> DraftChecks {
        // An erased text is no text to measure.
        DraftChecks(of: draft.current.text, in: cooperation, on: today) { isErased($0) ? nil : text($0) }
    }
}

extension String {
    /// The text with its first letter as a small one.
    var withSmallFirst: String { prefix(1).lowercased() + dropFirst() }
}
