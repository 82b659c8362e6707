/// Asks that an edition begin to be written.
package struct BeginDraft: Request {
    /// What the writing begins with.
    package enum Origin: Sendable {
        /// A copy of an edition; each part remembers what it is a copy of.
        case copy(of: Edition.ID)
        /// Nothing but the levels.
        case empty
        /// A structure that was read from a file, with the goals of outer frames that its parts serve.
        case file(RecordEdition, serving: [ServeFrameGoal])
    }

    package var id: Edition.ID
    package var title: String
    package var validity: Edition.Validity
    package var origin: Origin

    /// The beginning of an edition.
    package init(_ id: Edition.ID, title: String, validity: Edition.Validity, from origin: Origin) {
        self.id = id
        self.title = title
        self.validity = validity
        self.origin = origin
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !title.isBlank else { throw Refusal("draft.title", field: "title", "Skriv programmets titel.") }
        var text: Edition.Text
        var base: Edition.ID?
        switch origin {
        case .copy(let earlier):
            guard let edition = cooperation.programme[earlier] else { throw .unknownEdition(earlier) }
            base = earlier
            text = edition.copied()
        case .empty:
            text = .blank(id)
            text.levels = (cooperation.settings?.levels ?? []).map { .init(name: $0, plural: $0) }
            text.frames = cooperation.programme.latestInForce(on: period.last)?.text.frames ?? []
        case .file(let request, let servings):
            text = request.written(with: &pen)
            for serving in servings {
                guard let index = text.nodes.firstIndex(where: { $0.id == serving.node }) else {
                    throw .unknownNode(serving.node)
                }
                text.nodes[index].serves =
                    (text.nodes[index].serves ?? []) + [
                        .init(frame: serving.frame, goal: serving.goal, reason: pen.write(serving.reason))
                    ]
            }
        }
        text.id = id
        text.title = title
        text.validity = validity
        text.replaces = cooperation.programme.latestInForce(on: period.last)?.text.id
        return try cooperation.accepting(.drafting(.begun(.init(text: text, base: base))))
    }
}

extension Edition {
    /// The text as the ground for a new edition: every text kept with its commitment, and each part with its ancestry.
    fileprivate func copied() -> Text {
        var copy = text
        (copy.shortTitle, copy.horizon, copy.missing, copy.remarks, copy.sources) = (nil, text.horizon, [], [], [])
        copy.nodes = text.nodes.map { node in
            var node = node
            node.predecessors = [Predecessor(text.id, node.id)]
            (node.added, node.remarks, node.sources, node.ancestry) = (nil, [], [], nil)
            let served = services.filter { $0.node == node.id }.map { Serving(frame: $0.frame, goal: $0.goal, reason: $0.reason) }
            if !served.isEmpty { node.serves = served }
            return node
        }
        return copy
    }
}

extension Edition.Text {
    /// An edition with nothing in it; its title and validity are filled in afterwards.
    fileprivate static func blank(_ id: Edition.ID) -> Self {
        Edition.Text(
            id: id,
            title: "",
            shortTitle: nil,
            validity: .init(from: .day(Day(number: 0))),
            horizon: nil,
            replaces: nil,
            decidedBy: nil,
            levels: [],
            focus: nil,
            vision: nil,
            purpose: nil,
            principles: [],
            commitments: [],
            themes: [],
            nodes: [],
            frames: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }
}
