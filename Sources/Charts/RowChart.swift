package import Markup

/// Figures on one scale, a row for each that is compared: as bars from zero, as dots on a line, or as pairs that are joined.
///
/// The name stands before the row, or over it on a phone, and the figure after it, so that no text ever meets a mark.
package struct RowChart {
    /// What a figure is drawn as; shapes differ, so that nobody needs to see colours.
    package enum Sign: Hashable, Sendable, CaseIterable {
        /// A bar from zero.
        case bar
        /// A bar with stripes across: it stands out from the others in one direction.
        case stripedBar
        /// Only the outline of a bar: preliminary or uncertain.
        case hollowBar
        case disc
        case ring
        case square
        /// A thin line across, for one of many.
        case tick

        var isBar: Bool { self == .bar || self == .stripedBar || self == .hollowBar }
    }

    /// A figure in a row.
    package struct Mark: Sendable {
        package var value: Double
        package var sign: Sign
        /// What is said of the figure when it is pointed at: the name, the year and the figure as written.
        package var text: String
        /// The cell of the table that the figure stands in.
        package var cell: DrawnCell?

        /// A figure drawn as that sign.
        package init(_ value: Double, _ sign: Sign, text: String, cell: DrawnCell? = nil) {
            self.value = value
            self.sign = sign
            self.text = text
            self.cell = cell
        }
    }

    /// What stands out of those that are compared; the row's text says it too.
    package enum Tone: Hashable, Sendable {
        case best, worst
    }

    /// One that is compared.
    package struct Row: Sendable {
        package var name: String
        /// None where there is no figure: the text says why.
        package var marks: [Mark]
        /// The figure as it is written, or why there is none.
        package var text: String
        /// The one that is looked at; the others stand back.
        package var isHighlighted: Bool
        /// Whether a line joins the marks.
        package var isJoined: Bool
        /// Whether a line divides the row from those over it.
        package var isApart: Bool
        /// What colour its marks have; nil for the usual.
        package var tone: Tone?

        /// A row with that name.
        package init(
            _ name: String,
            _ marks: [Mark],
            text: String,
            isHighlighted: Bool = false,
            isJoined: Bool = false,
            isApart: Bool = false,
            tone: Tone? = nil
        ) {
            self.name = name
            self.marks = marks
            self.text = text
            self.isHighlighted = isHighlighted
            self.isJoined = isJoined
            self.isApart = isApart
            self.tone = tone
        }
    }

    /// A figure to compare with, drawn as a line across the rows.
    package struct Reference: Sendable {
        package var value: Double
        package var text: String

        /// A line at that figure, with a text that says what it is.
        package init(_ value: Double, text: String) {
            self.value = value
            self.text = text
        }
    }

    private let rows: [Row]
    private let reference: Reference?
    private let axisTitle: String
    private let frame: Frame
    private let format: (Double) -> String

    /// A chart of rows.
    ///
    /// - Parameters:
    ///   - rows: from the top. When there is a bar among the signs the scale holds zero.
    ///   - reference: a figure to compare with.
    ///   - axisTitle: what the scale counts.
    ///   - shape: for which width.
    ///   - title: what the drawing shows, for those who hear it.
    ///   - description: the same at more length.
    ///   - id: unique on the page; the same in all shapes.
    ///   - format: writes a number of the scale.
    package init(
        _ rows: [Row],
        reference: Reference? = nil,
        axisTitle: String,
        shape: DrawingShape,
        title: String,
        description: String,
        id: String,
        format: @escaping (Double) -> String
    ) {
        self.rows = rows
        self.reference = reference
        self.axisTitle = axisTitle
        self.frame = Frame(kind: "chart-rows", shape: shape, title: title, description: description, id: id)
        self.format = format
    }

    /// The drawing.
    package var markup: Markup {
        let shape = frame.shape
        let layout = RowLayout(rows, reference: reference, axisTitle: axisTitle, shape: shape, format: format)
        return frame.markup(height: layout.height) { svg in
            svg.lines(layout.axisTitle, x: 0, y: shape.textSize, leading: shape.leading, style: "chart-small")
            for tick in layout.ticks {
                svg.line(x1: tick.x, y1: layout.top, x2: tick.x, y2: layout.bottom, .class("chart-hair"))
                if let text = tick.text {
                    svg.text(text, x: tick.textX, y: layout.bottom + 6 + shape.smallSize, .class("chart-small"))
                }
            }
            if let zero = layout.zero {
                svg.line(x1: zero, y1: layout.top, x2: zero, y2: layout.bottom, .class("chart-axis"))
            }
            if let line = layout.reference {
                svg.line(x1: line.x, y1: layout.top - 5, x2: line.x, y2: layout.bottom, .class("chart-reference"))
                svg.lines(line.lines, x: line.textX, y: line.textY, leading: shape.leading, style: "chart-small")
            }
            for row in layout.rows { draw(row, layout, svg) }
        }
    }

    private func draw(_ row: RowLayout.Row, _ layout: RowLayout, _ svg: SVG) {
        let shape = frame.shape
        if let y = row.divider { svg.line(x1: 0, y1: y, x2: shape.width, y2: y, .class("chart-axis")) }
        svg.g(.class(row.given.isHighlighted ? "chart-highlight" : "chart-quiet")) {
            svg.lines(
                row.name,
                x: row.nameX,
                y: row.nameY,
                leading: shape.leading,
                anchor: row.endsName ? .end : .start,
                style: row.given.isHighlighted ? "chart-strong" : "chart-text"
            )
            if row.given.isJoined, let first = row.places.min(), let last = row.places.max(), first < last {
                svg.line(x1: first, y1: row.middle, x2: last, y2: row.middle, .class("chart-join"))
            }
            func marks() {
                for (mark, x) in zip(row.marks, row.places) { draw(mark, at: Point(x: x, y: row.middle), row, layout, svg) }
            }
            if let tone = row.given.tone {
                svg.g(.class(tone == .best ? "chart-best" : "chart-worst")) { marks() }
            } else {
                marks()
            }
            svg.lines(
                row.text,
                x: shape.width,
                y: row.textY,
                leading: shape.leading,
                anchor: .end,
                style: row.marks.isEmpty ? "chart-unknown" : row.given.isHighlighted ? "chart-strong" : "chart-text"
            )
        }
    }

    private func draw(_ mark: Mark, at point: Point, _ row: RowLayout.Row, _ layout: RowLayout, _ svg: SVG) {
        let radius = RowLayout.radius
        let half = RowLayout.thickness(frame.shape) / 2
        func remark() { svg.title(mark.text) }
        let cell = mark.cell
        func attributes(_ style: ClassName) -> [SVG.Attribute] {
            [.class(style)] + (cell.map { [.row($0.row), .column($0.column)] } ?? [])
        }
        switch mark.sign {
        case .bar, .stripedBar, .hollowBar:
            let zero = layout.zero ?? layout.plot.lowerBound
            let (start, end) = (min(zero, point.x), max(zero, point.x))
            var outline = Path(through: [
                Point(x: start, y: point.y - half), Point(x: max(end, start + 1), y: point.y - half),
                Point(x: max(end, start + 1), y: point.y + half), Point(x: start, y: point.y + half),
            ])
            outline.close()
            svg.path(outline, with: attributes(mark.sign == .bar ? "chart-bar" : "chart-bar-hollow"), content: remark)
            if mark.sign == .stripedBar {
                var stripes = Path()
                var x = start + 4
                while x < end {
                    stripes.move(to: Point(x: x, y: point.y - half))
                    stripes.line(to: Point(x: x, y: point.y + half))
                    x += 5
                }
                svg.path(stripes, .class("chart-stripes"), .fill(.none))
            }
        case .disc: svg.circle(cx: point.x, cy: point.y, r: radius, with: attributes("chart-mark"), content: remark)
        case .ring: svg.circle(cx: point.x, cy: point.y, r: radius - 0.5, with: attributes("chart-hollow"), content: remark)
        case .square:
            var square = Path(through: [
                Point(x: point.x - radius, y: point.y - radius), Point(x: point.x + radius, y: point.y - radius),
                Point(x: point.x + radius, y: point.y + radius), Point(x: point.x - radius, y: point.y + radius),
            ])
            square.close()
            svg.path(square, with: attributes("chart-mark"), content: remark)
        case .tick:
            svg.path(
                Path(through: [Point(x: point.x, y: point.y - half), Point(x: point.x, y: point.y + half)]),
                with: attributes("chart-line"),
                content: remark
            )
        }
    }
}

/// Where everything in a chart of rows stands.
struct RowLayout {
    struct Row {
        var given: RowChart.Row
        var name: [String]
        var nameX, nameY: Double
        var endsName: Bool
        var marks: [RowChart.Mark]
        /// Where each mark stands across.
        var places: [Double]
        var middle: Double
        var text: [String]
        var textY: Double
        /// The line over the row.
        var divider: Double?
    }

    static let radius = 5.0

    static func thickness(_ shape: DrawingShape) -> Double { (shape.textSize * 1.15).rounded() }

    private(set) var axisTitle: [String] = []
    private(set) var rows: [Row] = []
    private(set) var plot = 0.0...1.0
    /// Where zero is, when the scale holds it.
    private(set) var zero: Double?
    private(set) var ticks: [(x: Double, text: String?, textX: Double)] = []
    private(set) var reference: (x: Double, lines: [String], textX: Double, textY: Double)?
    private(set) var top = 0.0
    private(set) var bottom = 0.0
    private(set) var height = 0.0

    init(
        _ given: [RowChart.Row],
        reference compared: RowChart.Reference?,
        axisTitle: String,
        shape: DrawingShape,
        format: (Double) -> String
    ) {
        let isStacked = shape == .narrow
        let size = shape.textSize
        let compared = compared?.value.isFinite == true ? compared : nil
        let marks = given.map { $0.marks.filter(\.value.isFinite) }
        let hasBars = marks.contains { $0.contains(where: \.sign.isBar) }
        var values: [Double] = marks.flatMap { row in row.map(\.value) }
        if let compared { values.append(compared.value) }
        if hasBars { values.append(0) }
        let scale = Ticks(covering: values)

        self.axisTitle = axisTitle.isEmpty ? [] : Lettering.lines(axisTitle, within: shape.width - 4, size: shape.smallSize)
        let names = given.map {
            Lettering.lines(
                $0.name,
                within: isStacked ? shape.width * 0.6 : shape.width * 0.26,
                size: size,
                isStrong: $0.isHighlighted
            )
        }
        let texts = given.map {
            Lettering.lines(
                $0.text,
                within: isStacked ? shape.width * 0.36 : shape.width * 0.24,
                size: size,
                isStrong: $0.isHighlighted
            )
        }
        let nameWidth = zip(given, names).reduce(0) {
            max($0, Lettering.width(of: $1.1, size: size, isStrong: $1.0.isHighlighted))
        }
        let textWidth = zip(given, texts).reduce(0) {
            max($0, Lettering.width(of: $1.1, size: size, isStrong: $1.0.isHighlighted))
        }
        let left = isStacked ? Self.radius + 1 : (nameWidth + 14).rounded(.up)
        let right = isStacked ? shape.width - Self.radius - 1 : shape.width - (textWidth + 16).rounded(.up)
        let plot = left...max(left + 1, right)
        self.plot = plot
        func x(_ value: Double) -> Double {
            let part = (value - scale.lower) / (scale.upper - scale.lower)
            return plot.lowerBound + min(max(0, part), 1) * (plot.upperBound - plot.lowerBound)
        }
        if hasBars { zero = x(0) }

        var y = Double(self.axisTitle.count) * shape.leading + 10
        if let compared {
            let lines = Lettering.lines(compared.text, within: shape.width * 0.7, size: shape.smallSize)
            let width = Lettering.width(of: lines, size: shape.smallSize)
            let place = x(compared.value)
            reference = (place, lines, max(0, min(place - width / 2, shape.width - width)), y + shape.smallSize)
            y += Double(lines.count) * shape.leading + 8
        }
        top = y
        let thickness = Self.thickness(shape)
        for (index, row) in given.enumerated() {
            var divider: Double?
            if row.isApart, index > 0 {
                divider = y + 2
                y += 9
            }
            let nameHeight = Double(names[index].count) * shape.leading
            let textHeight = Double(texts[index].count) * shape.leading
            let headHeight = max(nameHeight, textHeight)
            let rowHeight = isStacked ? headHeight + thickness + 3 : max(headHeight, thickness)
            let middle = isStacked ? y + headHeight + 3 + thickness / 2 : y + rowHeight / 2
            rows.append(
                Row(
                    given: row,
                    name: names[index],
                    nameX: isStacked ? 0 : left - 14,
                    nameY: (isStacked ? y : middle - nameHeight / 2) + shape.leading * 0.76,
                    endsName: !isStacked,
                    marks: marks[index],
                    places: marks[index].map { x($0.value) },
                    middle: middle,
                    text: texts[index],
                    textY: (isStacked ? y : middle - textHeight / 2) + shape.leading * 0.76,
                    divider: divider
                )
            )
            y += rowHeight + (isStacked ? 8 : 6)
        }
        bottom = max(top + 1, y - 2)
        height = bottom + shape.leading + 10
        writeTicks(values.isEmpty ? [] : scale.values, shape, format, x)
    }

    /// Numbers under the scale: all, or those that have room beside those before.
    private mutating func writeTicks(
        _ values: [Double],
        _ shape: DrawingShape,
        _ format: (Double) -> String,
        _ place: (Double) -> Double
    ) {
        var taken = -Double.infinity
        for value in values {
            let text = format(value)
            let width = Lettering.width(of: text, size: shape.smallSize)
            let middle = place(value)
            let start = max(0, min(middle - width / 2, shape.width - width))
            let hasRoom = start > taken + 6
            if hasRoom { taken = start + width }
            ticks.append((middle, hasRoom ? text : nil, start))
        }
    }
}
