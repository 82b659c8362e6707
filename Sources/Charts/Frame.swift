import Markup

/// What is the same around every drawing: the picture's name, its description, and how it is reached.
struct Frame {
    let kind: ClassName
    let shape: DrawingShape
    let title: String
    let description: String
    let id: String

    /// Writes a drawing of that height.
    ///
    /// A drawing without links is one image. One with links has no role of its own, for what is inside an image can't be reached.
    func markup(height: Double, hasLinks: Bool = false, content: (SVG) -> Void) -> Markup {
        let titleID = ID("\(id)-\(shape.name)-titel")
        let descriptionID = ID("\(id)-\(shape.name)-beskrivning")
        let viewBox = ViewBox(width: shape.width, height: max(1, height.rounded(.up)))
        let write: (SVG) -> Void = { svg in
            svg.title(title, .id(titleID))
            svg.desc(description, .id(descriptionID))
            content(svg)
        }
        return hasLinks
            ? Markup.svg(
                viewBox: viewBox,
                .class("chart", shape.className, kind),
                .labelled(by: titleID, descriptionID),
                content: write
            )
            : Markup.svg(
                viewBox: viewBox,
                .class("chart", shape.className, kind),
                .role(.img),
                .labelled(by: titleID, descriptionID),
                content: write
            )
    }
}

extension SVG {
    /// Writes lines of text under one another.
    ///
    /// - Parameters:
    ///   - lines: the lines.
    ///   - x: where they begin, stand in the middle or end, as `anchor` says.
    ///   - y: the baseline of the first.
    ///   - leading: from one baseline to the next.
    ///   - anchor: which end stands at `x`.
    ///   - style: how they are set.
    func lines(
        _ lines: [String],
        x: Double,
        y: Double,
        leading: Double,
        anchor: TextAnchor = .start,
        style: ClassName = "chart-text"
    ) {
        for (index, line) in lines.enumerated() {
            let baseline = y + Double(index) * leading
            switch anchor {
            case .start: text(line, x: x, y: baseline, .class(style))
            case .middle, .end: text(line, x: x, y: baseline, .class(style), .anchor(anchor))
            }
        }
    }
}

/// A rectangle in a drawing.
struct Box {
    var x, y, width, height: Double

    var maxX: Double { x + width }
    var maxY: Double { y + height }
    var centre: Point { Point(x: x + width / 2, y: y + height / 2) }
    var corners: [Point] { [Point(x: x, y: y), Point(x: maxX, y: y), Point(x: maxX, y: maxY), Point(x: x, y: maxY)] }

    func overlaps(_ other: Box, by margin: Double = 0) -> Bool {
        x - margin < other.maxX && other.x - margin < maxX && y - margin < other.maxY && other.y - margin < maxY
    }

    func contains(_ point: Point) -> Bool { point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY }
}
