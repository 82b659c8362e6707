/// Asks that the text of an edition be recorded, or replaced as a whole.
package struct RecordEdition: Request {
    /// A node with its texts in plain words.
    package struct Node: Hashable, Sendable {
        package var id: Edition.Node.ID
        package var parent: Edition.Node.ID?
        /// Index into the levels.
        package var level: Int
        package var title: String?
        package var text: String?
        package var background: String?
        package var networks: [String]
        package var remarks: [String]
        package var sources: [Source]

        /// A node; it needs a title, a text, or both.
        package init(
            id: Edition.Node.ID,
            parent: Edition.Node.ID? = nil,
            level: Int,
            title: String? = nil,
            text: String? = nil,
            background: String? = nil,
            networks: [String] = [],
            remarks: [String] = [],
            sources: [Source] = []
        ) {
            self.id = id
            self.parent = parent
            self.level = level
            self.title = title
            self.text = text
            self.background = background
            self.networks = networks
            self.remarks = remarks
            self.sources = sources
        }

        /// The node with its texts as commitments.
        func written(with pen: inout Pen) -> Edition.Node {
            Edition.Node(
                id: id,
                parent: parent,
                level: level,
                title: pen.write(title),
                text: pen.write(text),
                background: pen.write(background),
                networks: networks,
                added: nil,
                remarks: pen.write(remarks),
                sources: sources
            )
        }
    }

    package var id: Edition.ID
    package var title: String
    package var shortTitle: String?
    package var validity: Edition.Validity
    package var horizon: Int?
    package var replaces: Edition.ID?
    package var decidedBy: String?
    package var levels: [Edition.Level] = []
    package var focus: String?
    package var visionTitle: String?
    package var visionSubtitle: String?
    package var purpose: String?
    package var principles: [String] = []
    package var commitments: [String] = []
    package var themes: [String] = []
    package var nodes: [Node] = []
    package var frames: [OuterFrame.ID] = []
    package var missing: [String] = []
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// An edition with a title and a validity; the rest is filled in afterwards.
    package init(id: Edition.ID, title: String, validity: Edition.Validity) {
        self.id = id
        self.title = title
        self.validity = validity
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !title.isBlank else { throw Refusal("programme.blank", field: "title", "Skriv programmets titel.") }
        return try cooperation.accepting(.programme(.recorded(written(with: &pen))))
    }

    /// The text with its words as commitments.
    func written(with pen: inout Pen) -> Edition.Text {
        Edition.Text(
            id: id,
            title: title,
            shortTitle: shortTitle,
            validity: validity,
            horizon: horizon,
            replaces: replaces,
            decidedBy: decidedBy,
            levels: levels,
            focus: pen.write(focus),
            vision: visionTitle.map { Edition.Vision(title: pen.write($0), subtitle: pen.write(visionSubtitle)) },
            purpose: pen.write(purpose),
            principles: pen.write(principles),
            commitments: pen.write(commitments),
            themes: pen.write(themes),
            nodes: nodes.map { $0.written(with: &pen) },
            frames: frames,
            missing: pen.write(missing),
            remarks: pen.write(remarks),
            sources: sources
        )
    }
}
