package import Markup

/// How figures have changed over the years, as lines with their names at their ends.
///
/// The scale is a stated range between round numbers, not from zero: what matters in a line is how it moves.
package struct LineChart {
    /// A figure at a time.
    package struct Entry: Sendable {
        package var moment: Moment
        /// Nil where there is no figure: the line is broken.
        package var value: Double?
        /// The figure as it is written.
        package var text: String
        /// Whether the figure is worked out from others, and not published as such: its marker is hollow.
        package var isHollow: Bool
        /// Whether the figure is written at its marker; the last one of a highlighted line always is, under its name.
        package var isLabelled: Bool

        /// A figure at a time.
        package init(_ moment: Moment, _ value: Double?, text: String, isHollow: Bool = false, isLabelled: Bool = false) {
            self.moment = moment
            self.value = value
            self.text = text
            self.isHollow = isHollow
            self.isLabelled = isLabelled
        }
    }

    /// A line.
    package struct Series: Sendable {
        package var name: String
        package var entries: [Entry]
        /// The one that is looked at; the others stand back.
        package var isHighlighted: Bool
        /// Something else than the others, which they are held against: its line is dashed.
        package var isReference: Bool
        /// The row of the table beside the drawing that the line shows, whose columns are years; nil when there is none.
        package var row: String?

        /// A line with that name; its entries may come in any order.
        package init(
            _ name: String,
            _ entries: [Entry],
            isHighlighted: Bool = false,
            isReference: Bool = false,
            row: String? = nil
        ) {
            self.name = name
            self.entries = entries
            self.isHighlighted = isHighlighted
            self.isReference = isReference
            self.row = row
        }
    }

    /// Between which figures a group of others lie.
    package struct Band: Sendable {
        package var name: String
        package var entries: [(moment: Moment, low: Double, high: Double)]

        /// A band with that name.
        package init(_ name: String, _ entries: [(moment: Moment, low: Double, high: Double)]) {
            self.name = name
            self.entries = entries
        }
    }

    /// A year from which the figures are counted in another way than before: a line across, which no other line crosses.
    package struct Break: Sendable {
        package var year: Int
        package var text: String

        /// A break before that year, with a text that says what it is.
        package init(before year: Int, text: String) {
            self.year = year
            self.text = text
        }
    }

    private let series: [Series]
    private let band: Band?
    private let breaks: [Break]
    private let axisTitle: String
    private let scaleNote: String
    private let whenEmpty: String
    private let frame: Frame
    private let format: (Double) -> String

    /// A chart of lines.
    ///
    /// - Parameters:
    ///   - series: the lines, in the order they are drawn.
    ///   - band: a group to compare with, behind the lines.
    ///   - breaks: the years that can't be compared with those before.
    ///   - axisTitle: what the scale counts: 'Invånare.'
    ///   - scaleNote: follows the title when the scale doesn't begin at zero: 'Skalan börjar inte vid noll.'
    ///   - whenEmpty: what is said when there is no figure at all.
    ///   - shape: for which width.
    ///   - title: what the drawing shows, for those who hear it.
    ///   - description: the same at more length.
    ///   - id: unique on the page; the same in all shapes.
    ///   - format: writes a number of the scale.
    package init(
        _ series: [Series],
        band: Band? = nil,
        breaks: [Break] = [],
        axisTitle: String,
        scaleNote: String = "",
        whenEmpty: String = "",
        shape: DrawingShape,
        title: String,
        description: String,
        id: String,
        format: @escaping (Double) -> String
    ) {
        self.series = series.map { line in
            var line = line
            // The line is broken where its figures can't be compared.
            line.entries += breaks.map { Entry(.day(year: $0.year, month: 1, day: 1), nil, text: "") }
            line.entries.sort { $0.moment.position < $1.moment.position }
            return line
        }
        self.band = band
        self.breaks = breaks
        self.axisTitle = axisTitle
        self.scaleNote = scaleNote
        self.whenEmpty = whenEmpty
        self.frame = Frame(kind: "chart-lines", shape: shape, title: title, description: description, id: id)
        self.format = format
    }

    /// The drawing.
    package var markup: Markup {
        let layout = LineLayout(
            series,
            band: band,
            breaks: breaks,
            axisTitle: axisTitle,
            scaleNote: scaleNote,
            shape: frame.shape,
            format: format
        )
        return frame.markup(height: layout.height) { svg in
            svg.lines(layout.axisTitle, x: 0, y: frame.shape.textSize, leading: frame.shape.leading, style: "chart-small")
            drawScale(layout, svg)
            if layout.isEmpty {
                svg.text(whenEmpty, x: layout.plot.centre.x, y: layout.plot.centre.y, .class("chart-unknown"), .anchor(.middle))
            }
            for part in layout.band { svg.polygon(part, .class("chart-band")) }
            for part in layout.breaks {
                svg.line(x1: part.x, y1: layout.plot.y, x2: part.x, y2: layout.plot.maxY, .class("chart-reference"))
                svg.lines(
                    part.lines,
                    x: part.textX,
                    y: layout.breakTop + frame.shape.smallSize,
                    leading: frame.shape.leading,
                    style: "chart-small"
                )
            }
            for line in layout.lines where !line.isHighlighted { draw(line, svg) }
            for line in layout.lines where line.isHighlighted { draw(line, svg) }
            for label in layout.labels { draw(label, svg) }
        }
    }

    private func drawScale(_ layout: LineLayout, _ svg: SVG) {
        let plot = layout.plot
        for tick in layout.ticks {
            svg.line(x1: plot.x, y1: tick.y, x2: plot.maxX, y2: tick.y, .class("chart-hair"))
            svg.text(tick.text, x: plot.x - 8, y: tick.y + frame.shape.smallSize * 0.35, .class("chart-small"), .anchor(.end))
        }
        svg.line(x1: plot.x, y1: plot.maxY, x2: plot.maxX, y2: plot.maxY, .class("chart-axis"))
        for year in layout.axis.years.lowerBound...(layout.axis.years.upperBound + 1) where layout.showsYearTicks {
            let x = layout.axis.place(of: Double(year))
            svg.line(x1: x, y1: plot.maxY, x2: x, y2: plot.maxY + 5, .class("chart-axis"))
        }
        let half = Lettering.width(of: "2000", size: frame.shape.smallSize) / 2
        for year in layout.years {
            svg.text(
                String(year),
                x: min(max(half, layout.axis.place(of: Double(year) + 0.5)), frame.shape.width - half),
                y: plot.maxY + 8 + frame.shape.smallSize,
                .class("chart-small"),
                .anchor(.middle)
            )
        }
    }

    private func draw(_ line: LineLayout.Line, _ svg: SVG) {
        let style: ClassName = line.isHighlighted ? "chart-highlight" : "chart-quiet"
        svg.g(.class(style)) {
            for run in line.runs where run.count > 1 {
                if line.isReference {
                    svg.path(Path(through: run), .class("chart-line", "chart-dashed"), .fill(.none))
                } else {
                    svg.path(Path(through: run), .class("chart-line"), .fill(.none))
                }
            }
            for marker in line.markers {
                let style: ClassName = marker.isHollow ? "chart-hollow" : "chart-mark"
                if let row = line.row {
                    svg.circle(
                        cx: marker.at.x,
                        cy: marker.at.y,
                        r: marker.radius,
                        .class(style),
                        .row(row),
                        .column("\(marker.year)")
                    ) { svg.title("\(line.name) \(marker.year): \(marker.text)") }
                } else {
                    svg.circle(cx: marker.at.x, cy: marker.at.y, r: marker.radius, .class(style)) { svg.title(marker.text) }
                }
            }
        }
    }

    private func draw(_ label: LineLayout.Label, _ svg: SVG) {
        if let leader = label.leader { svg.path(Path(through: leader), .class("chart-leader"), .fill(.none)) }
        svg.g(.class(label.isHighlighted ? "chart-highlight" : "chart-quiet")) {
            svg.lines(
                label.lines,
                x: label.box.x,
                y: label.box.y + frame.shape.textSize * 0.92,
                leading: frame.shape.leading,
                style: label.isHighlighted ? "chart-strong" : "chart-text"
            )
        }
    }
}
