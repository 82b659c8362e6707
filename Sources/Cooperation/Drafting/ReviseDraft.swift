/// Asks that a draft be changed in one step; each step is a version that can be gone back to.
package struct ReviseDraft: Request {
    /// A part with its texts, written now or kept.
    package struct Part: Hashable, Sendable {
        package var id: Edition.Node.ID
        package var parent: Edition.Node.ID?
        /// Index into the levels.
        package var level: Int
        package var title: Passage?
        package var text: Passage?
        package var background: Passage?
        package var networks: [String] = []
        package var predecessors: [Edition.Predecessor]?
        package var ancestry: Passage?
        package var politicalOwner: Passage?
        package var officerOwner: Passage?
        package var theme: Passage?
        package var serves: [Serving] = []

        /// A goal of an outer frame that a part serves, and why.
        package struct Serving: Hashable, Sendable {
            package var frame: OuterFrame.ID
            package var goal: OuterFrame.Goal.ID
            package var reason: Passage?

            /// A goal and the sentence that says why.
            package init(_ frame: OuterFrame.ID, _ goal: OuterFrame.Goal.ID, reason: Passage? = nil) {
                self.frame = frame
                self.goal = goal
                self.reason = reason
            }
        }

        /// A new part on a level, under another; it needs a title, a text, or both.
        package init(_ id: Edition.Node.ID, level: Int, under parent: Edition.Node.ID? = nil, title: Passage? = nil) {
            self.id = id
            self.level = level
            self.parent = parent
            self.title = title
        }

        /// A part as it is, with every text kept; what is to be otherwise is changed afterwards.
        package init(of node: Edition.Node) {
            id = node.id
            parent = node.parent
            level = node.level
            title = node.title.map { .kept($0) }
            text = node.text.map { .kept($0) }
            background = node.background.map { .kept($0) }
            networks = node.networks
            predecessors = node.predecessors
            ancestry = node.ancestry.map { .kept($0) }
            politicalOwner = node.politicalOwner.map { .kept($0) }
            officerOwner = node.officerOwner.map { .kept($0) }
            theme = node.theme.map { .kept($0) }
            serves = (node.serves ?? []).map { .init($0.frame, $0.goal, reason: $0.reason.map { .kept($0) }) }
        }

        /// The part with its texts as commitments; a blank one is none.
        fileprivate func written(with pen: inout Pen) -> Edition.Node {
            Edition.Node(
                id: id,
                parent: parent,
                level: level,
                title: title.flatMap { pen.unlessBlank($0) },
                text: text.flatMap { pen.unlessBlank($0) },
                background: background.flatMap { pen.unlessBlank($0) },
                networks: networks,
                added: nil,
                remarks: [],
                sources: [],
                predecessors: predecessors,
                ancestry: ancestry.flatMap { pen.unlessBlank($0) },
                politicalOwner: politicalOwner.flatMap { pen.unlessBlank($0) },
                officerOwner: officerOwner.flatMap { pen.unlessBlank($0) },
                theme: theme.flatMap { pen.unlessBlank($0) },
                serves: serves.isEmpty
                    ? nil
                    : serves.map { .init(frame: $0.frame, goal: $0.goal, reason: $0.reason.flatMap { pen.unlessBlank($0) }) }
            )
        }
    }

    /// What stands before the goals, its texts written now or kept.
    package struct Front: Hashable, Sendable {
        package var title: String
        package var shortTitle: String?
        package var validity: Edition.Validity
        package var horizon: Int?
        package var levels: [Edition.Level]
        package var focus: Passage?
        package var visionTitle: Passage?
        package var visionSubtitle: Passage?
        package var purpose: Passage?
        package var principles: [Passage]
        package var commitments: [Passage]
        package var themes: [Passage]
        package var frames: [OuterFrame.ID]

        /// What stands before the goals as it is, with every text kept.
        package init(of text: Edition.Text) {
            title = text.title
            shortTitle = text.shortTitle
            validity = text.validity
            horizon = text.horizon
            levels = text.levels
            focus = text.focus.map { .kept($0) }
            visionTitle = text.vision.map { .kept($0.title) }
            visionSubtitle = text.vision?.subtitle.map { .kept($0) }
            purpose = text.purpose.map { .kept($0) }
            principles = text.principles.map { .kept($0) }
            commitments = text.commitments.map { .kept($0) }
            themes = text.themes.map { .kept($0) }
            frames = text.frames
        }
    }

    /// One step.
    package enum Step: Hashable, Sendable {
        case front(Front)
        case rewrite(Part)
        case add(Part, before: Edition.Node.ID? = nil)
        case remove(Edition.Node.ID)
        case move(Edition.Node.ID, under: Edition.Node.ID?, before: Edition.Node.ID? = nil)
        case split(Edition.Node.ID, into: [Part])
        case merge([Edition.Node.ID], into: Part)
        case restore(version: Int)
    }

    /// The most characters in a title of a part.
    package static let longestTitle = 200
    /// The most characters in any other text of a part.
    package static let longestText = 50_000
    /// The most parts of an edition.
    package static let mostParts = 2_000

    package var edition: Edition.ID
    package var step: Step

    /// A step in the writing of an edition.
    package init(_ edition: Edition.ID, _ step: Step) {
        self.edition = edition
        self.step = step
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard let draft = cooperation.drafting[edition] else { throw .unknownDraft(edition) }
        if case .add = step, draft.current.text.nodes.count >= Self.mostParts {
            throw Refusal("draft.too-many", "Utkastet har redan \(Self.mostParts) delar, och fler tas inte emot.")
        }
        let change = try change(with: &pen)
        return try cooperation.accepting(.drafting(.revised(.init(edition: edition, change: change))))
    }

    private func change(with pen: inout Pen) throws(Refusal) -> DraftChange {
        switch step {
        case .front(let front):
            guard !front.title.isBlank else { throw Refusal("draft.title", field: "title", "Skriv programmets titel.") }
            return .front(
                .init(
                    title: front.title,
                    shortTitle: front.shortTitle,
                    validity: front.validity,
                    horizon: front.horizon,
                    levels: front.levels,
                    focus: front.focus.flatMap { pen.unlessBlank($0) },
                    vision: front.visionTitle.flatMap { pen.unlessBlank($0) }
                        .map { .init(title: $0, subtitle: front.visionSubtitle.flatMap { pen.unlessBlank($0) }) },
                    purpose: front.purpose.flatMap { pen.unlessBlank($0) },
                    principles: pen.write(front.principles),
                    commitments: pen.write(front.commitments),
                    themes: pen.write(front.themes),
                    frames: front.frames
                )
            )
        case .rewrite(let part): return .rewritten(try written(part, with: &pen))
        case .add(let part, let sibling): return .added(try written(part, with: &pen), before: sibling)
        case .remove(let id): return .removed(id)
        case .move(let id, let parent, let sibling): return .moved(id, under: parent, before: sibling)
        case .split(let id, let parts):
            return .split(id, into: try parts.map { part throws(Refusal) in try written(part, with: &pen) })
        case .merge(let ids, let whole): return .merged(ids, into: try written(whole, with: &pen))
        case .restore(let version): return .restored(version: version)
        }
    }

    private func written(_ part: Part, with pen: inout Pen) throws(Refusal) -> Edition.Node {
        if case .written(let title)? = part.title, title.count > Self.longestTitle {
            throw Refusal("draft.title-long", field: "title", "Rubriken får ha högst \(Self.longestTitle) tecken. Korta den.")
        }
        for text in [part.text, part.background, part.ancestry, part.politicalOwner, part.officerOwner, part.theme] {
            guard case .written(let text)? = text, text.count > Self.longestText else { continue }
            throw .tooLongPart
        }
        return part.written(with: &pen)
    }
}

extension Refusal {
    static let tooLongPart = Refusal(
        "draft.text-long",
        field: "text",
        "En text får ha högst \(ReviseDraft.longestText) tecken. Dela upp den."
    )
}

extension Pen {
    /// The commitment to a passage; nil when there is nothing in it.
    mutating func unlessBlank(_ passage: Passage) -> Prose? {
        passage.isBlank ? nil : write(passage)
    }
}
