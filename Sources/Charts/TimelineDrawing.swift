package import Markup

/// What has happened and what is planned, on an axis where every year has its place, so that a gap is seen as a gap.
package struct TimelineDrawing {
    /// What an item in time is: each has a shape of its own.
    package enum Mark: Hashable, Sendable, CaseIterable {
        /// Was held: a filled disc.
        case held
        /// Was held at a distance: a filled square.
        case digital
        /// Is planned: a ring.
        case planned
        /// Was cancelled: a cross.
        case cancelled
        /// Was put off: an arrow.
        case moved
        /// Was decided: a diamond.
        case decided
    }

    /// Something at a time, or through it.
    package struct Item: Sendable {
        enum Extent {
            case mark(Mark, Moment)
            case span(Moment, Moment?)
        }

        let extent: Extent
        package let label: String
        package let isHighlighted: Bool

        /// Something that happened at a time.
        ///
        /// - Parameters:
        ///   - mark: what it was.
        ///   - moment: when.
        ///   - label: in a few words; may be empty.
        ///   - isHighlighted: whether it is what is looked at.
        /// - Returns: the item.
        package static func mark(_ mark: Mark, _ moment: Moment, _ label: String, isHighlighted: Bool = false) -> Item {
            Item(extent: .mark(mark, moment), label: label, isHighlighted: isHighlighted)
        }

        /// Something that lasted.
        ///
        /// - Parameters:
        ///   - from: its beginning.
        ///   - to: its end; nil while it has none.
        ///   - label: in a few words.
        ///   - isHighlighted: whether it is what is looked at.
        /// - Returns: the item.
        package static func span(from: Moment, to: Moment?, _ label: String, isHighlighted: Bool = false) -> Item {
            Item(extent: .span(from, to), label: label, isHighlighted: isHighlighted)
        }
    }

    /// Items of one kind.
    package struct Row: Sendable {
        package var label: String
        package var items: [Item]

        /// Items under a label; they may come in any order.
        package init(_ label: String, _ items: [Item]) {
            self.label = label
            self.items = items
        }
    }

    private let years: ClosedRange<Int>
    private let rows: [Row]
    private let key: [(mark: Mark, text: String)]
    private let frame: Frame

    /// A drawing of time.
    ///
    /// - Parameters:
    ///   - years: the axis, from its first year to its last; what is outside it stands at its end.
    ///   - rows: from the top.
    ///   - key: what the marks mean, where their labels don't say it.
    ///   - shape: for which width; the narrow one goes downwards.
    ///   - title: what the drawing shows, for those who hear it.
    ///   - description: the same at more length.
    ///   - id: unique on the page; the same in all shapes.
    package init(
        years: ClosedRange<Int>,
        rows: [Row],
        key: [(mark: Mark, text: String)] = [],
        shape: DrawingShape,
        title: String,
        description: String,
        id: String
    ) {
        self.years = years
        self.rows = rows
        self.key = key
        self.frame = Frame(kind: "chart-time", shape: shape, title: title, description: description, id: id)
    }

    /// The drawing.
    package var markup: Markup {
        let layout =
            frame.shape == .narrow
            ? TimelineLayout.downwards(rows, years: years, shape: frame.shape)
            : TimelineLayout.across(rows, years: years, shape: frame.shape)
        let keyLayout = keyLayout(top: layout.height + 10)
        return frame.markup(height: key.isEmpty ? layout.height : keyLayout.height) { svg in
            for line in layout.lines {
                svg.line(x1: line.from.x, y1: line.from.y, x2: line.to.x, y2: line.to.y, .class(line.style))
            }
            for bar in layout.bars { draw(bar, svg) }
            for leader in layout.leaders {
                svg.line(x1: leader.from.x, y1: leader.from.y, x2: leader.to.x, y2: leader.to.y, .class("chart-leader"))
            }
            for symbol in layout.symbols {
                svg.g(.class(symbol.isHighlighted ? "chart-highlight" : "chart-plain")) {
                    symbol.mark.draw(in: svg, centre: symbol.at, radius: 6)
                }
            }
            for text in layout.texts {
                svg.lines(text.lines, x: text.x, y: text.y, leading: frame.shape.leading, anchor: text.anchor, style: text.style)
            }
            for (index, entry) in key.enumerated() {
                let at = keyLayout.places[index]
                svg.g(.class("chart-plain")) {
                    entry.mark.draw(in: svg, centre: Point(x: at.x + 7, y: at.y - frame.shape.smallSize * 0.35), radius: 5.5)
                }
                svg.text(entry.text, x: at.x + 20, y: at.y, .class("chart-small"))
            }
        }
    }

    private func draw(_ bar: TimelineLayout.Bar, _ svg: SVG) {
        let box = bar.box
        let style: ClassName = bar.isHighlighted ? "chart-highlight" : "chart-quiet"
        svg.g(.class(style)) {
            guard bar.isOpen else {
                svg.rect(x: box.x, y: box.y, width: box.width, height: box.height, .class("chart-bar"))
                return
            }
            // What has no end yet ends in an arrow.
            if box.width >= box.height {
                let tip = min(box.height * 0.9, box.width)
                svg.polygon(
                    [
                        Point(x: box.x, y: box.y), Point(x: box.maxX - tip, y: box.y),
                        Point(x: box.maxX, y: box.y + box.height / 2), Point(x: box.maxX - tip, y: box.maxY),
                        Point(x: box.x, y: box.maxY),
                    ],
                    .class("chart-bar")
                )
            } else {
                let tip = min(box.width * 0.9, box.height)
                svg.polygon(
                    [
                        Point(x: box.x, y: box.y), Point(x: box.maxX, y: box.y), Point(x: box.maxX, y: box.maxY - tip),
                        Point(x: box.x + box.width / 2, y: box.maxY), Point(x: box.x, y: box.maxY - tip),
                    ],
                    .class("chart-bar")
                )
            }
        }
    }

    /// Sets the key in rows under the drawing.
    private func keyLayout(top: Double) -> (places: [Point], height: Double) {
        let shape = frame.shape
        var places: [Point] = []
        var x = 0.0
        var y = top + shape.leading
        for entry in key {
            let width = 20 + Lettering.width(of: entry.text, size: shape.smallSize)
            if x > 0, x + width > shape.width {
                x = 0
                y += shape.leading + 4
            }
            places.append(Point(x: x, y: y))
            x += width + 22
        }
        return (places, y + 8)
    }
}

extension TimelineDrawing.Mark {
    /// Draws the mark.
    ///
    /// - Parameters:
    ///   - svg: where.
    ///   - centre: its middle.
    ///   - radius: half its height.
    func draw(in svg: SVG, centre: Point, radius: Double) {
        func point(_ x: Double, _ y: Double) -> Point { Point(x: centre.x + x * radius, y: centre.y + y * radius) }
        func stroke(_ points: Point...) {
            svg.path(Path(through: points), .fill(.none), .stroke(.currentColor), .strokeWidth(radius * 0.36))
        }
        switch self {
        case .held: svg.circle(cx: centre.x, cy: centre.y, r: radius, .fill(.currentColor))
        case .digital:
            svg.polygon([point(-0.88, -0.88), point(0.88, -0.88), point(0.88, 0.88), point(-0.88, 0.88)], .fill(.currentColor))
        case .planned:
            svg.circle(
                cx: centre.x,
                cy: centre.y,
                r: radius * 0.82,
                .class("mark-ground"),
                .stroke(.currentColor),
                .strokeWidth(radius * 0.32)
            )
        case .cancelled:
            stroke(point(-0.8, -0.8), point(0.8, 0.8))
            stroke(point(-0.8, 0.8), point(0.8, -0.8))
        case .moved:
            stroke(point(-1, 0), point(0.8, 0))
            stroke(point(0.1, -0.7), point(0.8, 0), point(0.1, 0.7))
        case .decided: svg.polygon([point(0, -1.08), point(1.08, 0), point(0, 1.08), point(-1.08, 0)], .fill(.currentColor))
        }
    }
}
