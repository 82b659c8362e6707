package import Markup

/// A tree of texts, to be drawn.
package struct Tree: Sendable {
    /// A box in the tree.
    package struct Node: Sendable {
        package var text: String
        /// Index into the tree's levels.
        package var level: Int
        /// The sign of the branch; nil above the branches.
        package var sign: Sign?
        /// Whether the box is the root of its branch and shows the sign.
        package var showsSign: Bool
        package var children: [Node]

        /// A box with that text.
        package init(
            text: String,
            level: Int,
            sign: Sign? = nil,
            showsSign: Bool = false,
            children: [Node] = []
        ) {
            self.text = text
            self.level = level
            self.sign = sign
            self.showsSign = showsSign
            self.children = children
        }
    }

    /// The names of the levels, from the top.
    package var levels: [String]
    package var roots: [Node]

    /// A tree with those levels.
    package init(levels: [String], roots: [Node]) {
        self.levels = levels
        self.roots = roots
    }
}

/// The tree drawn from left to right for wide screens and paper, or downwards for narrow ones.
///
/// A drawing is one image with a title and a description; the page sets the same tree as a list beside it. Widths of texts are estimated,
/// since which system font a reader has is not known: the estimate is on the wide side.
package struct TreeDrawing {
    /// The shape of a drawing.
    package enum Shape: Sendable {
        /// Columns from left to right.
        case wide
        /// One box under the other, set in by level.
        case narrow
    }

    private let tree: Tree
    private let shape: Shape
    private let title: String
    private let description: String
    private let id: String

    /// A drawing of a tree.
    ///
    /// - Parameters:
    ///   - tree: what to draw.
    ///   - shape: for which width.
    ///   - title: what the drawing shows, for those who hear it.
    ///   - description: the same at more length.
    ///   - id: unique on the page.
    package init(_ tree: Tree, shape: Shape, title: String, description: String, id: String) {
        self.tree = tree
        self.shape = shape
        self.title = title
        self.description = description
        self.id = id
    }

    /// The drawing.
    package var markup: Markup {
        let layout =
            switch shape {
            case .wide: TreeLayout.wide(tree)
            case .narrow: TreeLayout.narrow(tree)
            }
        let titleID = ID("\(id)-titel")
        let descriptionID = ID("\(id)-beskrivning")
        return Markup.svg(
            viewBox: ViewBox(width: layout.width, height: layout.height),
            .class("tree"),
            .role(.img),
            .labelled(by: titleID, descriptionID)
        ) { svg in
            svg.title(title, .id(titleID))
            svg.desc(description, .id(descriptionID))
            for heading in layout.headings {
                svg.text(heading.text, x: heading.x, y: heading.y, .class("tree-level"))
            }
            for link in layout.links { draw(link, in: svg) }
            for box in layout.boxes { draw(box, in: svg) }
        }
    }

    private func draw(_ link: TreeLayout.Link, in svg: SVG) {
        var path = Path()
        path.move(to: link.from)
        switch shape {
        case .wide:
            let middle = (link.from.x + link.to.x) / 2
            path.curve(to: link.to, Point(x: middle, y: link.from.y), Point(x: middle, y: link.to.y))
        case .narrow:
            path.line(to: Point(x: link.from.x, y: link.to.y))
            path.line(to: link.to)
        }
        if let sign = link.sign {
            svg.path(path, .class("tree-link", sign.toneClass), .fill(.none))
        } else {
            svg.path(path, .class("tree-link"), .fill(.none))
        }
    }

    private func draw(_ box: TreeLayout.Box, in svg: SVG) {
        let content = {
            if box.isRuled {
                svg.line(x1: box.x, y1: box.y, x2: box.x, y2: box.y + box.height, .class("tree-rule"))
            }
            if let sign = box.sign, box.showsSign {
                sign.draw(in: svg, centre: Point(x: box.x + 15, y: box.y + box.height / 2), radius: 6.5)
            }
            for (index, line) in box.lines.enumerated() {
                svg.text(
                    line,
                    x: box.textX,
                    y: box.firstLineY + Double(index) * TreeLayout.leading,
                    .class(box.isStrong ? "tree-strong" : "tree-text")
                )
            }
        }
        if let sign = box.sign {
            svg.g(.class("tree-box", sign.toneClass), content: content)
        } else {
            svg.g(.class("tree-box"), content: content)
        }
    }
}
