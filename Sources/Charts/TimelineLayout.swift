import Markup

/// Where everything in a drawing of time stands.
struct TimelineLayout {
    struct Line {
        var from, to: Point
        var style: ClassName
    }

    struct Bar {
        var box: Box
        var isOpen: Bool
        var isHighlighted: Bool
    }

    struct Symbol {
        var mark: TimelineDrawing.Mark
        var at: Point
        var isHighlighted: Bool
    }

    struct Text {
        var lines: [String]
        var x, y: Double
        var anchor: SVG.TextAnchor = .start
        var style: ClassName = "chart-text"
    }

    private(set) var height = 0.0
    private(set) var lines: [Line] = []
    private(set) var leaders: [Line] = []
    private(set) var bars: [Bar] = []
    private(set) var symbols: [Symbol] = []
    private(set) var texts: [Text] = []

    private static let thickness = 10.0
    /// From one symbol's middle to the next, at least.
    private static let symbolRoom = 16.0

    private struct Span {
        var item: TimelineDrawing.Item
        var from, to: Double
        var isOpen: Bool
    }

    private struct Happening {
        var item: TimelineDrawing.Item
        var mark: TimelineDrawing.Mark
        var moment: Moment
    }

    /// What lasted and what happened, each in order.
    private static func sorted(_ row: TimelineDrawing.Row, years: ClosedRange<Int>) -> (spans: [Span], happenings: [Happening]) {
        var spans: [Span] = []
        var happenings: [Happening] = []
        for item in row.items {
            switch item.extent {
            case .mark(let mark, let moment): happenings.append(Happening(item: item, mark: mark, moment: moment))
            case .span(let from, let to):
                // Whole years: a span from a year begins with it and one to a year ends with it.
                let begin = if case .year(let year) = from { Double(year) } else { from.position }
                let end = to.map { to in if case .year(let year) = to { Double(year) + 1 } else { to.position } }
                let last = Double(years.upperBound) + 1
                spans.append(Span(item: item, from: begin, to: max(begin, end ?? last), isOpen: end == nil))
            }
        }
        spans.sort { ($0.from, $0.to) < ($1.from, $1.to) }
        happenings.sort { $0.moment.position < $1.moment.position }
        return (spans, happenings)
    }
}

/// From left to right.
extension TimelineLayout {
    static func across(_ rows: [TimelineDrawing.Row], years: ClosedRange<Int>, shape: DrawingShape) -> TimelineLayout {
        var layout = TimelineLayout()
        let labels = rows.map { Lettering.lines($0.label, within: shape.width * 0.19, size: shape.textSize, isStrong: true) }
        let labelWidth = labels.reduce(0) { max($0, Lettering.width(of: $1, size: shape.textSize, isStrong: true)) }
        let left = labelWidth > 0 ? (labelWidth + 20).rounded(.up) : 18
        let axis = axis(rows, years: years, left: left, shape: shape)
        let numberWidth = Lettering.width(of: "2000", size: shape.smallSize)
        let labelled = axis.labelled(labelWidth: numberWidth + 8)
        let baseline = shape.smallSize + 2
        let top = baseline + 8
        for year in labelled {
            let middle = axis.place(of: Double(year) + 0.5)
            layout.texts.append(Text(lines: [String(year)], x: middle, y: baseline, anchor: .middle, style: "chart-small"))
        }
        var y = top + 14
        for (row, label) in zip(rows, labels) {
            let begin = y
            layout.texts.append(Text(lines: label, x: 0, y: begin + shape.textSize * 0.85, style: "chart-strong"))
            let (spans, happenings) = sorted(row, years: years)
            layout.place(spans, axis: axis, shape: shape, y: &y)
            layout.place(happenings, axis: axis, shape: shape, y: &y)
            y = max(y, begin + Double(label.count) * shape.leading) + 14
            layout.lines.append(Line(from: Point(x: 0, y: y), to: Point(x: shape.width, y: y), style: "chart-hair"))
            y += 16
        }
        layout.height = y - 12
        if axis.yearWidth >= 7 {
            for year in years.lowerBound...(years.upperBound + 1) {
                let x = axis.place(of: Double(year))
                layout.lines.append(Line(from: Point(x: x, y: top), to: Point(x: x, y: layout.height - 4), style: "chart-faint"))
            }
        }
        layout.lines.append(Line(from: Point(x: left, y: top), to: Point(x: left + axis.width, y: top), style: "chart-axis"))
        return layout
    }

    /// The axis, so short that the text of the last mark has room to the right of it.
    private static func axis(_ rows: [TimelineDrawing.Row], years: ClosedRange<Int>, left: Double, shape: DrawingShape)
        -> YearAxis
    {
        var axis = YearAxis(years, start: left, width: shape.width - left - 18)
        let labelled = rows.map { sorted($0, years: years).happenings }
        for _ in 0..<4 {
            var excess = 0.0
            for happenings in labelled {
                let places = places(of: happenings, on: axis)
                for (index, happening) in happenings.enumerated() {
                    let label = Label(happening.item, at: places[index], before: places.dropFirst(index + 1).first, shape: shape)
                    excess = max(excess, label.x + label.width - shape.width)
                }
            }
            guard excess > 0 else { break }
            axis = YearAxis(years, start: left, width: max(shape.width * 0.4, axis.width - excess - 1))
        }
        return axis
    }

    /// Where marks stand: in their time, or so near it that each is seen.
    private static func places(of happenings: [Happening], on axis: YearAxis) -> [Double] {
        Spacing.apart(
            happenings.map { axis.place(of: $0.moment.position) },
            sizes: happenings.map { _ in symbolRoom },
            within: (axis.start - symbolRoom / 2)...(axis.start + axis.width + symbolRoom / 2)
        )
    }

    /// The text under a mark.
    private struct Label {
        var lines: [String]
        var x, width: Double
        var lane = 0

        /// The text of an item that stands there, and is followed by another.
        init(_ item: TimelineDrawing.Item, at place: Double, before next: Double?, shape: DrawingShape) {
            let free = (next ?? shape.width) - place - 8
            // No word is cut that has room in a third of the drawing.
            let word = min(Lettering.shortest(item.label, size: shape.textSize, isStrong: item.isHighlighted), shape.width / 3)
            let limit = max(min(180, shape.width * 0.22), min(free, 300), word)
            lines =
                item.label.isEmpty
                ? [] : Lettering.lines(item.label, within: limit, size: shape.textSize, isStrong: item.isHighlighted)
            width = Lettering.width(of: lines, size: shape.textSize, isStrong: item.isHighlighted)
            x = place - 6
        }
    }

    /// Sets bars with their texts above them, in as few lanes as they need.
    private mutating func place(_ spans: [Span], axis: YearAxis, shape: DrawingShape, y: inout Double) {
        struct Lane {
            var end: Double
            var items: [(span: Span, lines: [String], textX: Double)]
        }
        var lanes: [Lane] = []
        for span in spans {
            let start = axis.place(of: span.from)
            let end = max(axis.place(of: span.to), start + 3)
            let room = max(120, min(axis.width * 0.45, end - start))
            let lines =
                span.item.label.isEmpty
                ? [] : Lettering.lines(span.item.label, within: room, size: shape.textSize, isStrong: span.item.isHighlighted)
            let width = Lettering.width(of: lines, size: shape.textSize, isStrong: span.item.isHighlighted)
            let textX = max(axis.start, min(start, axis.start + axis.width - width))
            if let free = lanes.firstIndex(where: { $0.end <= min(start, textX) + 0.5 }) {
                lanes[free].end = max(end, lines.isEmpty ? 0 : textX + width + 14)
                lanes[free].items.append((span, lines, textX))
            } else {
                lanes.append(Lane(end: max(end, lines.isEmpty ? 0 : textX + width + 14), items: [(span, lines, textX)]))
            }
        }
        for lane in lanes {
            let lineCount = lane.items.reduce(0) { max($0, $1.lines.count) }
            let barTop = y + Double(lineCount) * shape.leading + (lineCount > 0 ? 2 : 0)
            for (span, lines, textX) in lane.items {
                let start = axis.place(of: span.from)
                let end = max(axis.place(of: span.to), start + 3)
                // A bar that follows another begins with a gap.
                let box = Box(
                    x: min(start, axis.start + axis.width - 3),
                    y: barTop,
                    width: max(1, end - start - (span.isOpen ? 0 : 2)),
                    height: Self.thickness
                )
                bars.append(Bar(box: box, isOpen: span.isOpen, isHighlighted: span.item.isHighlighted))
                guard !lines.isEmpty else { continue }
                let textTop = barTop - 2 - Double(lines.count) * shape.leading
                texts.append(
                    Text(
                        lines: lines,
                        x: textX,
                        y: textTop + shape.textSize * 0.92,
                        style: span.item.isHighlighted ? "chart-strong" : "chart-text"
                    )
                )
            }
            y = barTop + Self.thickness + 12
        }
        if !lanes.isEmpty { y -= 6 }
    }

    /// Sets symbols on one line, so that their rhythm is seen, and their texts under them in steps.
    private mutating func place(_ happenings: [Happening], axis: YearAxis, shape: DrawingShape, y: inout Double) {
        guard !happenings.isEmpty else { return }
        let baseline = y + 8
        let places = Self.places(of: happenings, on: axis)
        // From the right: a text begins under its own mark and goes to the right. A text that would reach the next mark's line stands
        // one step below that one, so no line crosses a text.
        var labels: [Label?] = Array(repeating: nil, count: happenings.count)
        for index in happenings.indices.reversed() where !happenings[index].item.label.isEmpty {
            var label = Label(happenings[index].item, at: places[index], before: places.dropFirst(index + 1).first, shape: shape)
            label.x = max(0, min(label.x, shape.width - label.width))
            for other in labels[(index + 1)...].compactMap({ $0 }) where other.x + 6 < label.x + label.width + 6 {
                label.lane = max(label.lane, other.lane + 1)
            }
            labels[index] = label
        }
        let laneCount = labels.reduce(0) { max($0, ($1?.lane ?? -1) + 1) }
        var tops: [Double] = []
        var top = baseline + 12
        for lane in 0..<laneCount {
            tops.append(top)
            let lineCount = labels.reduce(0) { $1?.lane == lane ? max($0, $1?.lines.count ?? 0) : $0 }
            top += Double(lineCount) * shape.leading + 3
        }
        for (index, happening) in happenings.enumerated() {
            symbols.append(
                Symbol(
                    mark: happening.mark,
                    at: Point(x: places[index], y: baseline),
                    isHighlighted: happening.item.isHighlighted
                )
            )
            guard let label = labels[index] else { continue }
            if label.lane > 0 {
                leaders.append(
                    Line(
                        from: Point(x: places[index], y: baseline + 8),
                        to: Point(x: places[index], y: tops[label.lane] + 1),
                        style: "chart-leader"
                    )
                )
            }
            texts.append(
                Text(
                    lines: label.lines,
                    x: label.x,
                    y: tops[label.lane] + shape.textSize * 0.95,
                    style: happening.item.isHighlighted ? "chart-strong" : "chart-text"
                )
            )
        }
        y = max(top, baseline + 10)
    }
}

/// Downwards, a line for each year.
extension TimelineLayout {
    /// What is written for one year.
    private struct Entry {
        var item: TimelineDrawing.Item
        var position: Double
        var heading: [String]
        var lines: [String]
        /// Which of the bars it names; nil for a mark.
        var bar: Int?
    }

    static func downwards(_ rows: [TimelineDrawing.Row], years: ClosedRange<Int>, shape: DrawingShape) -> TimelineLayout {
        var layout = TimelineLayout()
        let rule = (Lettering.width(of: "2000", size: shape.smallSize) + 10).rounded(.up)
        // The bars stand in lanes beside the years, each free again when its bar has ended.
        var spans: [(span: Span, row: Int, lane: Int)] = []
        for (index, row) in rows.enumerated() { spans += sorted(row, years: years).spans.map { ($0, index, 0) } }
        spans.sort { ($0.span.from, $0.span.to) < ($1.span.from, $1.span.to) }
        var ends: [Double] = []
        for index in spans.indices {
            let span = spans[index].span
            if let free = ends.firstIndex(where: { $0 <= span.from }) {
                ends[free] = span.to
                spans[index].lane = free
            } else {
                spans[index].lane = ends.count
                ends.append(span.to)
            }
        }
        let textX = rule + 12 + Double(ends.count) * 14 + 20
        let room = max(80, shape.width - textX - 2)

        var entries: [Int: [Entry]] = [:]
        func add(_ item: TimelineDrawing.Item, _ position: Double, row: Int, bar: Int?) {
            let heading = rows.count > 1 ? rows[row].label : ""
            let year = min(max(Int(position.rounded(.down)), years.lowerBound), years.upperBound)
            entries[year, default: []].append(
                Entry(
                    item: item,
                    position: position,
                    heading: heading.isEmpty ? [] : Lettering.lines(heading, within: room, size: shape.smallSize),
                    lines: item.label.isEmpty
                        ? [] : Lettering.lines(item.label, within: room, size: shape.textSize, isStrong: item.isHighlighted),
                    bar: bar
                )
            )
        }
        for (index, span) in spans.enumerated() { add(span.span.item, span.span.from, row: span.row, bar: index) }
        for (index, row) in rows.enumerated() {
            for happening in sorted(row, years: years).happenings {
                add(happening.item, happening.moment.position, row: index, bar: nil)
            }
        }

        var tops: [Double] = []
        /// Where the text of each bar begins.
        var textTops: [Int: Double] = [:]
        var y = 4.0
        for year in years {
            tops.append(y)
            layout.texts.append(Text(lines: [String(year)], x: 0, y: y + shape.leading * 0.8, style: "chart-small"))
            let begin = y
            for entry in (entries[year] ?? []).sorted(by: { $0.position < $1.position }) {
                if let bar = entry.bar { textTops[bar] = y }
                layout.write(entry, x: textX, y: y, shape: shape)
                y += Double(max(1, entry.lines.count + entry.heading.count)) * shape.leading + 8
            }
            y = max(y, begin + shape.leading + 4)
        }
        tops.append(y)
        layout.height = y + 4
        for (index, top) in tops.enumerated() where index > 0 {
            let start = index == tops.count - 1 ? 0 : rule - 4
            layout.lines.append(Line(from: Point(x: start, y: top - 2), to: Point(x: rule, y: top - 2), style: "chart-axis"))
        }
        layout.lines.append(Line(from: Point(x: rule, y: 2), to: Point(x: rule, y: y - 2), style: "chart-axis"))

        func place(of position: Double) -> Double {
            let index = min(max(0, Int(position.rounded(.down)) - years.lowerBound), tops.count - 2)
            let part = min(max(0, position - Double(years.lowerBound + index)), 1)
            return tops[index] + part * (tops[index + 1] - tops[index]) - 2
        }
        for (index, entry) in spans.enumerated() {
            let start = place(of: entry.span.from)
            let end = max(place(of: entry.span.to), start + 4)
            let box = Box(x: rule + 10 + Double(entry.lane) * 14, y: start + 1, width: 8, height: end - start - 2)
            layout.bars.append(Bar(box: box, isOpen: entry.span.isOpen, isHighlighted: entry.span.item.isHighlighted))
            // From the bar's beginning to its text; it goes behind the bars between.
            if let top = textTops[index], !entry.span.item.label.isEmpty {
                let from = Point(x: box.maxX, y: min(start + 4, end))
                layout.lines.append(Line(from: from, to: Point(x: textX - 4, y: top + shape.leading / 2), style: "chart-leader"))
            }
        }
        return layout
    }

    private mutating func write(_ entry: Entry, x: Double, y: Double, shape: DrawingShape) {
        if case .mark(let mark, _) = entry.item.extent {
            symbols.append(
                Symbol(mark: mark, at: Point(x: x - 12, y: y + shape.leading * 0.5), isHighlighted: entry.item.isHighlighted)
            )
        }
        var baseline = y + shape.leading * 0.8
        if !entry.lines.isEmpty {
            let style: ClassName = entry.item.isHighlighted ? "chart-strong" : "chart-text"
            texts.append(Text(lines: entry.lines, x: x, y: baseline, style: style))
            baseline += Double(entry.lines.count) * shape.leading
        }
        if !entry.heading.isEmpty { texts.append(Text(lines: entry.heading, x: x, y: baseline, style: "chart-small")) }
    }
}
