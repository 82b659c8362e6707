package import Markup

/// Figures compared, as bars from zero with their names and figures beside them.
package struct BarChart {
    /// How a bar is filled.
    package enum Fill: Sendable {
        case solid
        /// Only its outline: worked out, or not yet decided.
        case hollow
    }

    /// A bar.
    package struct Bar: Sendable {
        package var name: String
        /// Nil where there is no figure: the text stands where the bar would begin; below zero counts as zero.
        package var value: Double?
        /// The figure as it is written, or that there is none.
        package var text: String
        /// The one that is looked at; the others stand back.
        package var isHighlighted: Bool
        package var fill: Fill

        /// A bar with that name.
        package init(_ name: String, _ value: Double?, text: String, isHighlighted: Bool = false, fill: Fill = .solid) {
            self.name = name
            self.value = value
            self.text = text
            self.isHighlighted = isHighlighted
            self.fill = fill
        }
    }

    /// A figure to compare with, drawn as a line across the bars.
    package struct Reference: Sendable {
        package var value: Double
        package var text: String

        /// A line at that figure, with a text that says what it is.
        package init(_ value: Double, text: String) {
            self.value = value
            self.text = text
        }
    }

    private let bars: [Bar]
    private let reference: Reference?
    private let frame: Frame

    /// A chart of bars.
    ///
    /// - Parameters:
    ///   - bars: from the top.
    ///   - reference: a figure to compare with.
    ///   - shape: for which width.
    ///   - title: what the drawing shows, for those who hear it.
    ///   - description: the same at more length.
    ///   - id: unique on the page; the same in all shapes.
    package init(_ bars: [Bar], reference: Reference? = nil, shape: DrawingShape, title: String, description: String, id: String)
    {
        self.bars = bars
        self.reference = reference
        self.frame = Frame(kind: "chart-bars", shape: shape, title: title, description: description, id: id)
    }

    /// The drawing.
    package var markup: Markup {
        let layout = BarLayout(bars, reference: reference, shape: frame.shape)
        return frame.markup(height: layout.height) { svg in
            for bar in layout.bars { drawBar(bar, svg) }
            svg.line(x1: layout.zero, y1: layout.top, x2: layout.zero, y2: layout.bottom, .class("chart-axis"))
            if let line = layout.reference {
                svg.line(x1: line.x, y1: layout.top - 6, x2: line.x, y2: layout.bottom, .class("chart-reference"))
                svg.lines(line.lines, x: line.textX, y: frame.shape.smallSize, leading: frame.shape.leading, style: "chart-small")
            }
            for bar in layout.bars { drawTexts(bar, svg) }
        }
    }

    private func drawBar(_ bar: BarLayout.Bar, _ svg: SVG) {
        svg.g(.class(bar.given.isHighlighted ? "chart-highlight" : "chart-quiet")) {
            if let box = bar.box, box.width > 0 {
                switch bar.given.fill {
                case .solid: svg.rect(x: box.x, y: box.y, width: box.width, height: box.height, .class("chart-bar"))
                case .hollow:
                    svg.rect(
                        x: box.x + 0.75,
                        y: box.y + 0.75,
                        width: max(0.5, box.width - 1.5),
                        height: box.height - 1.5,
                        .class("chart-bar-hollow")
                    )
                }
            }
        }
    }

    private func drawTexts(_ bar: BarLayout.Bar, _ svg: SVG) {
        let shape = frame.shape
        svg.g(.class(bar.given.isHighlighted ? "chart-highlight" : "chart-quiet")) {
            svg.lines(
                bar.name,
                x: bar.nameX,
                y: bar.nameY,
                leading: shape.leading,
                anchor: bar.endsName ? .end : .start,
                style: bar.given.isHighlighted ? "chart-strong" : "chart-text"
            )
            svg.lines(
                bar.text,
                x: bar.textX,
                y: bar.textY,
                leading: shape.leading,
                style: bar.given.value?.isFinite != true
                    ? "chart-unknown" : bar.given.isHighlighted ? "chart-strong" : "chart-text"
            )
        }
    }
}

/// Where everything in a chart of bars stands.
struct BarLayout {
    struct Bar {
        var given: BarChart.Bar
        var name: [String]
        var nameX, nameY: Double
        var endsName: Bool
        var box: Box?
        var text: [String]
        var textX, textY: Double
    }

    private(set) var bars: [Bar] = []
    private(set) var zero = 0.0
    private(set) var top = 4.0
    private(set) var bottom = 4.0
    private(set) var height = 0.0
    private(set) var reference: (x: Double, lines: [String], textX: Double)?

    init(_ given: [BarChart.Bar], reference compared: BarChart.Reference?, shape: DrawingShape) {
        // On a phone the name stands above its bar, so that the bar has the whole width.
        let isStacked = shape == .narrow
        let size = shape.textSize
        let nameRoom = isStacked ? shape.width : shape.width * 0.32
        let names = given.map { Lettering.lines($0.name, within: nameRoom, size: size, isStrong: $0.isHighlighted) }
        let nameWidth = zip(given, names).reduce(0) {
            max($0, Lettering.width(of: $1.1, size: size, isStrong: $1.0.isHighlighted))
        }
        zero = isStacked ? 1 : (nameWidth + 12).rounded(.up)

        // The longest bar leaves room for its own text and all others for theirs, so the longest text decides.
        let textRoom = (shape.width - zero) * 0.5
        let texts = given.map { Lettering.lines($0.text, within: textRoom, size: size, isStrong: $0.isHighlighted) }
        let textWidth = zip(given, texts).reduce(0) { widest, bar in
            guard bar.0.value?.isFinite == true else { return widest }
            return max(widest, Lettering.width(of: bar.1, size: size, isStrong: bar.0.isHighlighted))
        }
        let length = shape.width - zero - textWidth - 12
        var largest = max(0, compared.map { $0.value.isFinite ? $0.value : 0 } ?? 0)
        for bar in given where bar.value?.isFinite == true { largest = max(largest, bar.value ?? 0) }
        let zero = zero
        func x(_ value: Double) -> Double {
            largest > 0 && value.isFinite ? zero + min(max(0, value) / largest, 1) * length : zero
        }

        if let compared, compared.value.isFinite {
            let lines = Lettering.lines(compared.text, within: shape.width * 0.6, size: shape.smallSize)
            let x = x(compared.value)
            let width = Lettering.width(of: lines, size: shape.smallSize)
            reference = (x, lines, max(0, min(x - width / 2, shape.width - width)))
            top = Double(lines.count) * shape.leading + 12
        }
        var y = top
        let thickness = (shape.textSize * 1.25).rounded()
        for (index, bar) in given.enumerated() {
            let nameHeight = Double(names[index].count) * shape.leading
            let textHeight = Double(texts[index].count) * shape.leading
            let rowHeight = isStacked ? nameHeight + max(thickness, textHeight) + 3 : max(nameHeight, textHeight, thickness)
            let middle = isStacked ? y + nameHeight + 3 + max(thickness, textHeight) / 2 : y + rowHeight / 2
            let isKnown = bar.value?.isFinite == true
            let end = x(bar.value ?? 0)
            let box = Box(x: zero, y: middle - thickness / 2, width: max(end - zero, isKnown ? 1 : 0), height: thickness)
            bars.append(
                Bar(
                    given: bar,
                    name: names[index],
                    nameX: isStacked ? 0 : zero - 10,
                    nameY: (isStacked ? y : middle - nameHeight / 2) + shape.leading * 0.76,
                    endsName: !isStacked,
                    box: isKnown ? box : nil,
                    text: texts[index],
                    textX: isKnown ? max(end, zero + 1) + 8 : zero + 8,
                    textY: middle - textHeight / 2 + shape.leading * 0.76
                )
            )
            y += rowHeight + (isStacked ? 12 : 9)
        }
        bottom = max(top + 1, y - (isStacked ? 12 : 9))
        height = bottom + 4
    }
}
