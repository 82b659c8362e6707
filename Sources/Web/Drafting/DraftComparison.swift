import Cooperation
import Difference
import Markup

import struct Cooperation.Draft

/// What differs between two versions of a draft, or between the programme that applies and a version, ready to show.
struct DraftComparison: Encodable, Sendable {
    /// The names in the query, and what stands for the programme that applies and for the one that the draft began as a copy of.
    static let from = "fran"
    static let to = "till"
    static let inForce = "i-kraft"
    static let copied = "forlaga"

    /// A text that differs.
    struct Field: Encodable, Sendable {
        var name: String
        var pieces: [DifferencePiece]
    }

    /// A part that differs.
    struct Part: Encodable, Sendable {
        /// What has become of it, apart from its texts.
        enum Change: String, Encodable, Sendable { case kept, moved, new, gone, split, merged }

        var id: String
        var name: String
        var change: Change
        /// Where it stood, or what it was split from or merged of.
        var origin: String?
        var fields: [Field]
    }

    /// As the query has them.
    var from: String
    var to: String
    var fromName: String
    var toName: String
    /// The texts before the parts that differ.
    var front: [Field]
    /// In the order in which the new outline is read; what is gone stands where it stood.
    var parts: [Part]
    var insertedWords: Int
    var removedWords: Int
    /// How many parts nothing has happened to.
    var unchanged: Int
    /// Whether the earlier one is a programme whose goals aren't recorded, so that the parts can't be compared.
    var lacksParts: Bool

    /// The comparison that a query asks for; nil when there is no such version.
    init?(_ draft: Draft, _ query: Query, _ reading: Reading) {
        let asked = query[Self.from] ?? String(max(1, draft.current.number - 1))
        guard let newer = query[Self.to].map({ Int($0) }) ?? draft.current.number, let second = draft.version(newer) else {
            return nil
        }
        let words = reading.words.drafting
        toName = words.versionNumber(reading.words.number(newer))
        to = String(newer)
        from = asked
        let (old, origins): (Edition.Text, [Edition.Node.ID: [Edition.Node.ID]])
        if asked == Self.inForce || asked == Self.copied {
            let programme = reading.cooperation.programme
            let compared =
                asked == Self.copied ? draft.base.flatMap { programme[$0] } : programme.latestInForce(on: reading.today)
            guard let edition = compared else { return nil }
            old = edition.text
            fromName = edition.text.title
            origins = Dictionary(
                second.text.nodes.map { node in
                    (node.id, (node.predecessors ?? []).filter { $0.edition == edition.text.id }.map(\.node))
                },
                uniquingKeysWith: { first, _ in first }
            )
        } else {
            guard let older = Int(asked), older <= newer, let first = draft.version(older) else { return nil }
            old = first.text
            fromName = words.versionNumber(reading.words.number(older))
            origins = draft.origins(of: newer, in: older)
        }
        lacksParts = Int(asked) == nil && old.nodes.isEmpty && !second.text.nodes.isEmpty
        let comparison = OutlineDifference(
            from: reading.outline(old, names: nil),
            to: reading.outline(second.text, names: origins)
        )
        let (oldNumbers, newNumbers) = (old.numbers, second.text.numbers)
        func oldName(_ id: Edition.Node.ID) -> String {
            old.node(id).map { reading.numberedName(of: $0, oldNumbers) } ?? id.text
        }
        let names = reading.partFieldNames
        var (inserted, removed, unchanged) = (0, 0, 0)
        func field(_ name: String, _ difference: WordDifference) -> Field? {
            guard !difference.isSame else { return nil }
            inserted += difference.insertedWords
            removed += difference.removedWords
            return Field(name: name, pieces: DifferencePiece.all(of: difference))
        }
        front = zip(reading.frontFields(old), reading.frontFields(second.text)).compactMap { before, after in
            field(after.name, WordDifference(from: before.text, to: after.text))
        }
        // What isn't known of the old isn't new in the new.
        parts = (lacksParts ? [] : comparison.entries).compactMap { entry in
            guard !entry.isUnchanged else {
                unchanged += 1
                return nil
            }
            let (change, origin): (Part.Change, String?) =
                switch entry.change {
                case .kept: (.kept, nil)
                case .moved(let place):
                    (
                        .moved,
                        words.stood(
                            oldNumbers[origins[entry.id]?.first ?? entry.id] ?? "",
                            place.parent.map { oldName($0) } ?? words.theTop
                        )
                    )
                case .new: (.new, nil)
                case .gone: (.gone, nil)
                case .split(let whole): (.split, oldName(whole))
                case .merged(let parts): (.merged, reading.words.list(parts.map { oldName($0) }))
                }
            let name: String
            if case .gone = entry.change {
                name = oldName(entry.id)
            } else {
                name = second.text.node(entry.id).map { reading.numberedName(of: $0, newNumbers) } ?? entry.id.text
            }
            return Part(
                id: entry.id.text,
                name: name,
                change: change,
                origin: origin,
                fields: zip(names, entry.texts).compactMap { field($0, $1) }
            )
        }
        (insertedWords, removedWords, self.unchanged) = (inserted, removed, unchanged)
    }

    private func count(_ change: Part.Change) -> Int { parts.count { $0.change == change } }

    /// What differs, in a sentence or two.
    func sentence(_ words: Words) -> String {
        let drafting = words.drafting
        func inText(_ version: String, _ name: String) -> String {
            Int(version).map { drafting.versionInText(words.number($0)) } ?? name
        }
        let (first, second) = (inText(from, fromName), inText(to, toName))
        guard !parts.isEmpty || !front.isEmpty else {
            return lacksParts ? drafting.lacksParts(first) : drafting.nothingDiffers(first, second)
        }
        var changes: [String] = []
        for (count, sentence) in [
            (count(.new), drafting.partsNew), (count(.gone), drafting.partsGone), (count(.moved), drafting.partsMoved),
            (count(.split), drafting.partsSplit), (count(.merged), drafting.partsMerged),
            (parts.count { $0.change == .kept || $0.change == .moved && !$0.fields.isEmpty }, drafting.partsChanged),
        ] where count > 0 { changes.append(sentence(count, words.count(count))) }
        if !front.isEmpty { changes.append(drafting.frontChanged) }
        let sentences = [
            drafting.differs(first, second, words.list(changes)),
            drafting.wordsDiffer(words.number(insertedWords), words.number(removedWords)),
        ]
        return (sentences + (lacksParts ? [drafting.lacksParts(first)] : [])).joined(separator: " ")
    }

    /// The difference as a page to read.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.drafting
        html.article(.class("document", "comparison-of-texts")) {
            html.header(.class("opening")) {
                html.h1(words.compareTitle)
                html.p(sentence(reading.words), .class("lead"))
                html.p(words.howToRead, .class("help"))
            }
            if !front.isEmpty {
                html.section(.class("differing"), .labelled(by: "framsida")) {
                    html.h2(words.frontHeading, .id("framsida"))
                    for field in front { field.write(html, words) }
                }
            }
            if !parts.isEmpty {
                html.section(.labelled(by: "delar")) {
                    html.h2(words.parts, .id("delar"))
                    for part in parts { part.write(html, words) }
                    if unchanged > 0 { html.p(words.unchangedParts(reading.words.number(unchanged)), .class("help")) }
                }
            }
        }
    }
}

extension DraftComparison.Field {
    fileprivate func write(_ html: HTML, _ words: Words.Drafting) {
        html.div(.class("differing-field")) {
            html.p(name, .class("kicker"))
            html.difference(pieces, struck: words.struck, added: words.added, end: words.endOfChange)
        }
    }
}

extension DraftComparison.Part {
    fileprivate func write(_ html: HTML, _ words: Words.Drafting) {
        html.section(.class("differing"), .labelled(by: ID("del-\(id)"))) {
            html.p(.class("labels")) {
                switch change {
                case .kept: html.span("✎ \(words.labelChanged)", .class("label", "proposed"))
                case .moved: html.span("⇅ \(words.labelMoved)", .class("label", "proposed"))
                case .new: html.span("+ \(words.labelNew)", .class("label", "in-force"))
                case .gone: html.span("− \(words.labelGone)", .class("label", "cancelled"))
                case .split: html.span("⑂ \(words.labelSplit)", .class("label", "proposed"))
                case .merged: html.span("⊕ \(words.labelMerged)", .class("label", "proposed"))
                }
            }
            html.h3(name, .id(ID("del-\(id)")), .content)
            if let origin {
                switch change {
                case .moved: html.p(origin, .class("help"))
                case .split: html.p(words.splitFrom(origin), .class("help"))
                case .merged: html.p(words.mergedOf(origin), .class("help"))
                case .kept, .new, .gone: html.p(origin, .class("help"))
                }
            }
            for field in fields { field.write(html, words) }
        }
    }
}

extension Draft {
    /// What each part of a version comes from in an earlier one: nothing for what was added since.
    func origins(of newer: Int, in older: Int) -> [Edition.Node.ID: [Edition.Node.ID]] {
        guard let first = version(older) else { return [:] }
        let itself = Dictionary(first.text.nodes.map { ($0.id, [$0.id]) }, uniquingKeysWith: { first, _ in first })
        guard newer > older else { return itself }
        // Of each version, since one may be taken up again.
        var known = [older: itself]
        for number in (older + 1)...newer {
            guard let version = version(number) else { continue }
            var origins = known[number - 1] ?? itself
            switch version.change {
            case nil, .front, .rewritten, .moved, .adopted, .removed: break
            case .added(let node, _): origins[node.id] = []
            case .split(let id, let parts):
                let origin = origins[id] ?? []
                for part in parts { origins[part.id] = origin }
            case .merged(let ids, let whole):
                origins[whole.id] = ids.flatMap { origins[$0] ?? [] }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            case .restored(let back):
                origins =
                    known[back]
                    ?? Dictionary(
                        version.text.nodes.map { node in (node.id, first.text.node(node.id) == nil ? [] : [node.id]) },
                        uniquingKeysWith: { first, _ in first }
                    )
            }
            let there = Set(version.text.nodes.map(\.id))
            known[number] = origins.filter { there.contains($0.key) }
        }
        return known[newer] ?? itself
    }
}

extension Reading {
    /// The names of a part's texts, in the order of `outline`.
    fileprivate var partFieldNames: [String] {
        [
            words.draftForms.partTitle, words.draftForms.partText, words.draftForms.background, words.drafting.politicalOwner,
            words.drafting.officerOwner, words.drafting.theme, words.programme.networks, words.drafting.serves,
            words.drafting.ancestry,
        ]
    }

    /// An edition as an outline to compare.
    ///
    /// - Parameters:
    ///   - edition: its text.
    ///   - names: what each part comes from; nil for itself.
    /// - Returns: the parts, in reading order.
    fileprivate func outline(
        _ edition: Edition.Text,
        names: [Edition.Node.ID: [Edition.Node.ID]]?
    ) -> [OutlineNode<Edition.Node.ID>] {
        edition.nodes.map { node in
            let serves = (node.serves ?? []).compactMap { serving -> String? in
                guard let frame = cooperation.outerFrames[serving.frame],
                    let goal = frame.facts.goals.first(where: { $0.id == serving.goal })
                else { return nil }
                return [goalName(goal, of: frame), text(serving.reason)].compactMap(\.self).joined(separator: " – ")
            }
            return OutlineNode(
                id: node.id,
                parent: node.parent,
                texts: [
                    text(node.title) ?? "", text(node.text) ?? "", text(node.background) ?? "", text(node.politicalOwner) ?? "",
                    text(node.officerOwner) ?? "", text(node.theme) ?? "", node.networks.joined(separator: "\n"),
                    serves.joined(separator: "\n"), text(node.ancestry) ?? "",
                ],
                predecessors: names.map { $0[node.id] ?? [] }
            )
        }
    }

    /// What stands before the parts, as texts with their names.
    fileprivate func frontFields(_ edition: Edition.Text) -> [(name: String, text: String)] {
        let (forms, programme) = (words.draftForms, words.programme)
        func lines(_ proses: [Prose]) -> String { texts(proses).joined(separator: "\n") }
        return [
            (forms.title, edition.title),
            (programme.valid, words.span(from: edition.validity.from, to: edition.validity.to).withCapital),
            (forms.horizon, edition.horizon.map(String.init) ?? ""),
            (
                programme.vision,
                [text(edition.vision?.title), text(edition.vision?.subtitle)].compactMap(\.self).joined(separator: "\n")
            ),
            (programme.purpose, text(edition.purpose) ?? ""), (programme.focus, text(edition.focus) ?? ""),
            (programme.principles, lines(edition.principles)), (programme.commitments, lines(edition.commitments)),
            (programme.themes, lines(edition.themes)),
            (words.drafting.levels, edition.levels.map(\.name).joined(separator: "\n")),
            (
                words.drafting.restsOn,
                edition.frames.compactMap { cooperation.outerFrames[$0]?.facts.title }.joined(separator: "\n")
            ),
        ]
    }
}
