package import Markup

/// Who does what in an organisation: tiers from the top, and the ways between them.
package struct TierDrawing {
    /// A box.
    package struct Node: Sendable {
        /// Unique in the drawing.
        package var id: String
        package var text: String
        /// More about it, under its name.
        package var detail: String?
        package var isHighlighted: Bool
        /// Where its link leads.
        package var address: Address?

        /// A box with that text.
        package init(id: String, text: String, detail: String? = nil, isHighlighted: Bool = false, address: Address? = nil) {
            self.id = id
            self.text = text
            self.detail = detail
            self.isHighlighted = isHighlighted
            self.address = address
        }
    }

    /// Boxes with the same part to play.
    package struct Tier: Sendable {
        /// What they do: 'Beslutar'.
        package var heading: String
        package var nodes: [Node]

        /// Boxes under a heading.
        package init(_ heading: String, _ nodes: [Node]) {
            self.heading = heading
            self.nodes = nodes
        }
    }

    /// A way from one box to another, with an arrow at its end.
    package struct Connector: Sendable {
        package var from, to: String
        package var label: String?

        /// A way between the boxes with those ids; one to a box that isn't there isn't drawn.
        package init(from: String, to: String, label: String? = nil) {
            self.from = from
            self.to = to
            self.label = label
        }
    }

    private let tiers: [Tier]
    private let connectors: [Connector]
    private let frame: Frame

    /// A drawing of an organisation.
    ///
    /// - Parameters:
    ///   - tiers: from the top.
    ///   - connectors: the ways between boxes. Those that share an end are drawn as one line that parts.
    ///   - shape: for which width.
    ///   - title: what the drawing shows, for those who hear it.
    ///   - description: the same at more length, with the ways in words.
    ///   - id: unique on the page; the same in all shapes.
    package init(
        _ tiers: [Tier],
        connectors: [Connector] = [],
        shape: DrawingShape,
        title: String,
        description: String,
        id: String
    ) {
        self.tiers = tiers
        self.connectors = connectors
        self.frame = Frame(kind: "chart-tiers", shape: shape, title: title, description: description, id: id)
    }

    /// The drawing.
    package var markup: Markup {
        let layout = TierLayout(tiers, connectors: connectors, shape: frame.shape)
        let hasLinks = tiers.contains { tier in tier.nodes.contains { $0.address?.text != nil } }
        return frame.markup(height: layout.height, hasLinks: hasLinks) { svg in
            for line in layout.lines { svg.path(Path(through: line), .class("tier-line"), .fill(.none)) }
            for arrow in layout.arrows { svg.polygon(arrow, .class("tier-arrow")) }
            for heading in layout.headings { svg.text(heading.text, x: heading.at.x, y: heading.at.y, .class("chart-small")) }
            for box in layout.boxes { draw(box, in: svg) }
            for label in layout.labels {
                svg.lines(label.lines, x: label.at.x, y: label.at.y, leading: frame.shape.leading, style: "tier-label")
            }
        }
    }

    private func draw(_ box: TierLayout.Placed, in svg: SVG) {
        if let address = box.node.address, address.text != nil {
            let name = if let detail = box.node.detail { "\(box.node.text), \(detail)" } else { box.node.text }
            svg.a(to: address, .class("chart-link"), .label(name)) { drawContent(of: box, in: svg) }
        } else {
            drawContent(of: box, in: svg)
        }
    }

    private func drawContent(of box: TierLayout.Placed, in svg: SVG) {
        let area = box.box
        svg.rect(
            x: area.x + 0.75,
            y: area.y + 0.75,
            width: area.width - 1.5,
            height: area.height - 1.5,
            rx: 3,
            .class("tier-box", box.node.isHighlighted ? "tier-strong" : "tier-plain")
        )
        let textHeight = Double(box.lines.count + box.detail.count) * frame.shape.leading
        var y = area.centre.y - textHeight / 2 + frame.shape.leading * 0.76
        svg.lines(
            box.lines,
            x: area.centre.x,
            y: y,
            leading: frame.shape.leading,
            anchor: .middle,
            style: box.isSmall ? "tier-small" : "chart-strong"
        )
        y += Double(box.lines.count) * frame.shape.leading
        svg.lines(box.detail, x: area.centre.x, y: y, leading: frame.shape.leading, anchor: .middle, style: "chart-small")
    }
}
