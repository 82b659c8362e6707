import Cooperation
import DocumentTools
import HTTPTypes
import Journal
import Markup
import Registry

import struct Cooperation.Draft

extension Site {
    /// The programme while it is being written: every address of it.
    ///
    /// | Address | Who |
    /// |---|---|
    /// | `/program/ny` | who writes |
    /// | `/program/{edition}/utkast`, `…/jamfor` | those with a seat; everybody from the day it is opened |
    /// | `…/utkast/framsida`, `ny-del`, `{part}/andra`, `flytta`, `dela`, `ta-bort`, `upp`, `ner`, `sla-ihop` | who writes |
    /// | `…/utkast/versioner`, `…/{n}`, `…/{n}/aterstall` | those with a seat; who writes |
    /// | `…/utkast/inbjudan`, `kontroll`, `synpunkter` and what is done with each | who writes |
    /// | `…/utkast/synpunkt`, `…/{part}/synpunkt`, `…/tack` | those invited; everybody while it is open |
    /// | `/program/{edition}/synpunkter` | as the draft |
    var draftingRoutes: [Route] {
        draftPageRoutes + versionRoutes + beginDraftRoutes + frontRoutes + partRoutes + outlineRoutes + openingRoutes
            + contributionRoutes + answerRoutes
    }

    /// The draft to read, what differs in it, what is to be looked at, and what came in.
    private var draftPageRoutes: [Route] {
        [
            Route(.get, "/program/{edition}/utkast", formats: [.page, .json], isCached: true) { asked in
                let (draft, reading) = try seenDraft(asked)
                let page = DraftPage(draft, reading)
                let shell = Shell(
                    title: reading.words.drafting.draft(page.title),
                    description: page.leadSentence(reading),
                    steps: ["program", page.edition, "utkast"],
                    place: .programme,
                    above: [programmeStep(reading)],
                    formats: [.json],
                    hasHistory: false,
                    subject: .draft(draft.edition)
                )
                return try answer(asked, page, in: shell, reading) { page.write($0, reading, ticket: ticket(asked)) }
            },
            Route(
                .get,
                "/program/{edition}/utkast/jamfor",
                reads: [DraftComparison.from, DraftComparison.to],
                formats: [.page, .json, .pdf, .docx],
                isCached: true,
                deadline: .seconds(60)
            ) { asked in
                let (draft, reading) = try seenDraft(asked)
                guard let page = DraftComparison(draft, asked.query, reading) else { throw Fault.notFound }
                if [.pdf, .docx].contains(asked.format) {
                    return try await printed(page.printed(reading), "\(draft.edition)-\(page.from)-\(page.to)", asked)
                }
                let title = reading.words.drafting.compareTitle
                let shell = Shell(
                    title: title,
                    description: page.sentence(reading.words),
                    steps: ["program", draft.edition.text, "utkast", "jamfor"],
                    query: [(DraftComparison.from, page.from), (DraftComparison.to, page.to)],
                    place: .programme,
                    above: above(draft, reading),
                    formats: [.json]
                        + (documentTools.canMakePDF ? [.pdf] : []) + (documentTools.canMakeDOCX ? [.docx] : []),
                    hasHistory: false
                )
                return try answer(asked, page, in: shell, reading) { page.write($0, reading) }
            },
            Route.may(
                [.writeDraft],
                .get,
                "/program/{edition}/utkast/kontroll",
                needing: { try writeNeed($0) }
            ) { asked, _ in
                let reading = readings.whole(for: asked)
                let draft = try draft(asked, reading)
                let page = DraftChecksPage(draft, reading)
                return .page(
                    inside(reading.words.drafting.checks, draft, reading, asked) { page.write($0, reading) }
                )
            },
            Route.may(
                [.writeDraft],
                .get,
                "/program/{edition}/utkast/synpunkter",
                needing: { try writeNeed($0) }
            ) { asked, _ in
                let reading = readings.whole(for: asked)
                let draft = try draft(asked, reading)
                let names = (try? await readings.registrar.contributorNames()) ?? [:]
                let page = ContributionsPage(draft, reading, names: names)
                return .page(
                    inside(reading.words.drafting.contributions, draft, reading, asked) {
                        page.write($0, reading, ticket: ticket(asked))
                    }
                )
            },
            Route(.get, "/program/{edition}/synpunkter", formats: [.page, .json, .csv], isCached: true) { asked in
                let (draft, reading) = try seenDraft(asked)
                let page = ResponsesPage(draft, reading)
                let title = reading.words.drafting.responses
                let shell = Shell(
                    title: title,
                    description: page.leadSentence(reading),
                    steps: ["program", draft.edition.text, "synpunkter"],
                    place: .programme,
                    above: above(draft, reading),
                    formats: [.json, .csv],
                    hasHistory: false
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
        ]
    }

    // MARK: What they share

    /// The draft that is asked about, as whoever asks may see it.
    ///
    /// Who hasn't signed in is led to the way in whether there is a draft or not, so nothing is learnt of what isn't open.
    func seenDraft(_ asked: Asked) throws(Fault) -> (Draft, Reading) {
        let reading = asked.viewer.may(.readDraft) ? readings.whole(for: asked) : readings.now(for: asked)
        guard let id = Edition.ID(asked["edition"]), let draft = reading.cooperation.drafting[id] else {
            throw asked.viewer.signedIn == nil ? .signInNeeded : .notFound
        }
        return (draft, reading)
    }

    /// The draft that is asked about, for those who write.
    func draft(_ asked: Asked, _ reading: Reading) throws(Fault) -> Draft {
        guard let id = Edition.ID(asked["edition"]), let draft = reading.cooperation.drafting[id] else { throw .notFound }
        return draft
    }

    /// The part that is asked about.
    func part(_ asked: Asked, of draft: Draft) throws(Fault) -> Edition.Node {
        guard let id = Edition.Node.ID(asked["part"]), let node = draft.current.text.nodes.first(where: { $0.id == id }) else {
            throw .notFound
        }
        return node
    }

    /// What writing needs, when there is such a draft.
    func writeNeed(_ asked: Asked) throws -> Need {
        _ = try draft(asked, readings.whole(for: asked, isShown: false))
        return Need(.writeDraft)
    }

    /// What reading it whole needs, when there is such a draft.
    func readNeed(_ asked: Asked) throws -> Need {
        _ = try draft(asked, readings.whole(for: asked, isShown: false))
        return Need(.readDraft)
    }

    func programmeStep(_ reading: Reading) -> Shell.Step { .init(name: reading.words.programme.title, steps: ["program"]) }

    /// The pages above one that belongs to a draft.
    func above(_ draft: Draft, _ reading: Reading) -> [Shell.Step] {
        let title = reading.words.drafting.draft(draft.current.text.title)
        return [programmeStep(reading), .init(name: title, steps: draft.steps)]
    }

    /// A page of a draft that is for those who have signed in.
    func inside(_ title: String, _ draft: Draft, _ reading: Reading, _ asked: Asked, content: (HTML) -> Void) -> Markup {
        let shell = Shell(
            title: title,
            description: title,
            steps: asked.steps,
            place: .programme,
            above: above(draft, reading),
            hasHistory: false
        )
        return shell.page(reading, assets: assetAddresses, content: content)
    }

    /// A form id of one of several buttons on a page, each of which is done once.
    func buttonID(_ ticket: FormTicket, _ parts: String...) -> [UInt8] {
        Array(Digest(of: ([ticket.id] + parts).joined(separator: "\n").utf8).bytes.prefix(16))
    }
}

extension Draft {
    /// The steps of the draft's page.
    var steps: [String] { ["program", edition.text, "utkast"] }
}

extension Edition.Text {
    /// The number of each part in the outline: '2.1.3'.
    var numbers: [Edition.Node.ID: String] {
        var numbers: [Edition.Node.ID: String] = [:]
        var counts: [Edition.Node.ID?: Int] = [:]
        for node in nodes {
            let count = counts[node.parent, default: 0] + 1
            counts[node.parent] = count
            numbers[node.id] = node.parent.flatMap { numbers[$0] }.map { "\($0).\(count)" } ?? "\(count)"
        }
        return numbers
    }

    /// How many parts each stands under.
    var depths: [Edition.Node.ID: Int] {
        var depths: [Edition.Node.ID: Int] = [:]
        for node in nodes { depths[node.id] = node.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0 }
        return depths
    }

    /// The part with that id.
    func node(_ id: Edition.Node.ID) -> Edition.Node? { nodes.first { $0.id == id } }

    /// Those that stand directly under a part, in reading order.
    func siblings(under parent: Edition.Node.ID?) -> [Edition.Node] { nodes.filter { $0.parent == parent } }
}

extension Reading {
    /// What a part is called, short enough for a link.
    func name(of node: Edition.Node) -> String {
        let words = [node.title, node.text].compactMap { text($0) }.first { !$0.isBlank } ?? node.id.text
        let name = FormText.cleaned(words, hasLines: false)
        let scalars = name.unicodeScalars
        return scalars.count <= 90 ? name : String(scalars.prefix(89)) + "…"
    }

    /// A part with its number before it: '2.1 Infrastruktur'.
    func numberedName(of node: Edition.Node, _ numbers: [Edition.Node.ID: String]) -> String {
        [numbers[node.id], name(of: node)].compactMap(\.self).joined(separator: " ")
    }

    /// What a goal of an outer frame says, with its number.
    func goalName(_ goal: OuterFrame.Goal, of frame: OuterFrame) -> String {
        let name = frame.facts.shortTitle ?? frame.facts.title
        return Int(goal.id.text) == nil ? "\(name): \(text(goal.text))" : "\(name), \(goal.id.text): \(text(goal.text))"
    }
}
