import Markup

/// Where everything in a chart of lines stands.
struct LineLayout {
    struct Marker {
        var at: Point
        var radius: Double
        var isHollow: Bool
        var text: String
        var year: Int
    }

    struct Line {
        var name: String
        var row: String?
        var isHighlighted: Bool
        var isReference: Bool
        /// The line in pieces, broken where there is no figure.
        var runs: [[Point]]
        var markers: [Marker]
    }

    struct Label {
        var lines: [String]
        var box: Box
        var isHighlighted: Bool
        /// From the line's end to a label that had to stand elsewhere.
        var leader: [Point]?
    }

    private(set) var axisTitle: [String] = []
    private(set) var plot = Box(x: 0, y: 0, width: 0, height: 0)
    private(set) var height = 0.0
    private(set) var axis = YearAxis(0...0, start: 0, width: 1)
    private(set) var years: [Int] = []
    private(set) var ticks: [(y: Double, text: String)] = []
    private(set) var lines: [Line] = []
    /// The band in pieces, broken where there is a year without edges or a change in how it is counted.
    private(set) var band: [[Point]] = []
    private(set) var breaks: [(x: Double, lines: [String], textX: Double)] = []
    private(set) var breakTop = 0.0
    private(set) var labels: [Label] = []
    private(set) var isEmpty = true

    var showsYearTicks: Bool { axis.yearWidth >= 5 }

    /// A line's end, which wants its name beside it.
    private struct End {
        var lines: [String]
        var at: Point
        var isHighlighted: Bool
    }

    init(
        _ series: [LineChart.Series],
        band given: LineChart.Band?,
        breaks: [LineChart.Break] = [],
        axisTitle: String,
        scaleNote: String,
        shape: DrawingShape,
        format: (Double) -> String
    ) {
        let width = shape.width
        let values = series.flatMap { $0.entries.compactMap(\.value) }.filter(\.isFinite)
        let edges = (given?.entries ?? []).flatMap { [$0.low, $0.high] }.filter(\.isFinite)
        let scale = Ticks(covering: values + edges)
        isEmpty = values.isEmpty && edges.isEmpty
        let moments = series.flatMap { $0.entries.map(\.moment.year) } + (given?.entries.map(\.moment.year) ?? [])

        let hasNote = !isEmpty && scale.lower != 0 && !scaleNote.isEmpty
        let axisTitle = hasNote ? "\(axisTitle) \(scaleNote)" : axisTitle
        self.axisTitle = Lettering.lines(axisTitle, within: width - 4, size: shape.smallSize)
        var top = axisTitle.isEmpty ? 12 : Double(self.axisTitle.count) * shape.leading + 14
        // What a break is stands over the plot, where no line is.
        let breakTexts = breaks.map { Lettering.lines($0.text, within: width * 0.6, size: shape.smallSize) }
        breakTop = top - 10
        top += breakTexts.reduce(0) { $0 + Double($1.count) * shape.leading }
        let tickTexts = isEmpty ? [] : scale.values.map(format)
        let left = tickTexts.isEmpty ? 2 : (Lettering.width(of: tickTexts, size: shape.smallSize) + 10).rounded(.up)

        // The names stand to the right of the lines, in at most a third of the width.
        let room = width * (shape == .narrow ? 0.3 : 0.33)
        let names = series.map { line -> [String] in
            guard let last = line.entries.last(where: { $0.value?.isFinite == true }) else { return [] }
            let name = Lettering.lines(line.name, within: room, size: shape.textSize, isStrong: line.isHighlighted)
            let figure = Lettering.lines(last.text, within: room, size: shape.textSize, isStrong: true)
            return line.isHighlighted && !last.text.isEmpty ? name + figure : name
        }
        let bandName = given.map { edges.isEmpty ? [] : Lettering.lines($0.name, within: room, size: shape.textSize) } ?? []
        var right = Lettering.width(of: bandName, size: shape.textSize)
        for (line, name) in zip(series, names) {
            right = max(right, Lettering.width(of: name, size: shape.textSize, isStrong: line.isHighlighted))
        }
        right = right > 0 ? (right + 16).rounded(.up) : 4

        let lineCount = (names + [bandName]).reduce(0) { $0 + $1.count }
        let plotHeight = max(
            isEmpty ? 96 : shape == .narrow ? 200 : shape == .column ? 250 : 320,
            Double(lineCount) * shape.leading + Double(names.count) * 4
        )
        plot = Box(x: left, y: top, width: width - left - right, height: plotHeight)
        height = plot.maxY + shape.leading + 12
        axis = YearAxis((moments.min() ?? 0)...(moments.max() ?? 0), start: plot.x, width: plot.width)
        years = moments.isEmpty ? [] : axis.labelled(labelWidth: Lettering.width(of: "2000", size: shape.smallSize) + 10)

        let plot = plot
        func y(_ value: Double) -> Double {
            let part = (value - scale.lower) / (scale.upper - scale.lower)
            return plot.maxY - min(max(0, part), 1) * plot.height
        }
        if !isEmpty { ticks = zip(scale.values, tickTexts).map { (y($0), $1) } }
        var breakLine = 0
        for (given, lines) in zip(breaks, breakTexts) {
            let x = axis.place(of: Double(given.year))
            let room = Lettering.width(of: lines, size: shape.smallSize)
            // Several breaks stand under one another, so that their texts never meet.
            let padding = Array(repeating: "", count: breakLine)
            self.breaks.append((x, padding + lines, max(0, min(x - room / 2, width - room))))
            breakLine += lines.count
        }
        draw(series, y: y)
        labelEntries(series, shape: shape, y: y)
        var ends: [End] = []
        for (line, name) in zip(series, names) {
            guard name.contains(where: { !$0.isEmpty }), let last = line.entries.last(where: { $0.value?.isFinite == true }),
                let value = last.value
            else { continue }
            ends.append(
                End(
                    lines: name,
                    at: Point(x: axis.place(of: last.moment.position), y: y(value)),
                    isHighlighted: line.isHighlighted
                )
            )
        }
        if let given {
            let entries = given.entries.filter { $0.low.isFinite && $0.high.isFinite }.sorted {
                $0.moment.position < $1.moment.position
            }
            var parts: [[(moment: Moment, low: Double, high: Double)]] = []
            for entry in entries {
                let isContinued =
                    parts.last?.last.map { last in
                        entry.moment.year == last.moment.year + 1 && !breaks.contains { $0.year == entry.moment.year }
                    } ?? false
                if isContinued { parts[parts.count - 1].append(entry) } else { parts.append([entry]) }
            }
            band = parts.map { part in
                // A single year has no area unless it is given a width.
                let half = part.count == 1 ? min(6, axis.yearWidth * 0.3) : 0
                let upper = part.flatMap { entry -> [Point] in
                    let x = axis.place(of: entry.moment.position)
                    return half > 0
                        ? [Point(x: x - half, y: y(entry.high)), Point(x: x + half, y: y(entry.high))]
                        : [Point(x: x, y: y(entry.high))]
                }
                let lower = part.reversed().flatMap { entry -> [Point] in
                    let x = axis.place(of: entry.moment.position)
                    return half > 0
                        ? [Point(x: x + half, y: y(entry.low)), Point(x: x - half, y: y(entry.low))]
                        : [Point(x: x, y: y(entry.low))]
                }
                return upper + lower
            }
            if let last = entries.last, bandName.contains(where: { !$0.isEmpty }) {
                let middle = Point(x: axis.place(of: last.moment.position), y: (y(last.low) + y(last.high)) / 2)
                ends.append(End(lines: bandName, at: middle, isHighlighted: false))
            }
        }
        label(ends, shape: shape)
    }

    private mutating func draw(_ series: [LineChart.Series], y: (Double) -> Double) {
        for given in series {
            var line = Line(
                name: given.name,
                row: given.row,
                isHighlighted: given.isHighlighted,
                isReference: given.isReference,
                runs: [],
                markers: []
            )
            var run: [Point] = []
            // Markers that would run into one another say less than the line itself.
            let isDense = given.entries.count > 2 && plot.width / Double(given.entries.count) < 9
            let radius = given.isHighlighted ? 4.5 : 3.5
            for entry in given.entries {
                guard let value = entry.value, value.isFinite else {
                    if !run.isEmpty { line.runs.append(run) }
                    run = []
                    continue
                }
                let point = Point(x: axis.place(of: entry.moment.position), y: y(value))
                run.append(point)
                if !isDense || entry.isHollow || entry.isLabelled {
                    line.markers.append(
                        Marker(
                            at: point,
                            radius: isDense ? 2.5 : radius,
                            isHollow: entry.isHollow,
                            text: entry.text,
                            year: entry.moment.year
                        )
                    )
                }
            }
            if !run.isEmpty { line.runs.append(run) }
            // A single figure between two gaps has no line, so its marker is never left out.
            for run in line.runs where run.count == 1 && isDense {
                for point in run where !line.markers.contains(where: { $0.at == point }) {
                    let entry = given.entries.first { $0.value != nil && axis.place(of: $0.moment.position) == point.x }
                    line.markers.append(
                        Marker(at: point, radius: 2.5, isHollow: false, text: entry?.text ?? "", year: entry?.moment.year ?? 0)
                    )
                }
            }
            lines.append(line)
        }
    }

    /// The figures that are written at their markers, on the side where they stand least in the way of lines.
    private mutating func labelEntries(_ series: [LineChart.Series], shape: DrawingShape, y: (Double) -> Double) {
        var taken: [Box] = []
        let segments = lines.flatMap { $0.runs.flatMap { Array(zip($0, $0.dropFirst())) } }
        for line in series {
            let last = line.entries.lastIndex { $0.value?.isFinite == true }
            for (index, entry) in line.entries.enumerated() where entry.isLabelled && !entry.text.isEmpty {
                guard let value = entry.value, value.isFinite, !(line.isHighlighted && index == last) else { continue }
                let width = Lettering.width(of: entry.text, size: shape.textSize, isStrong: line.isHighlighted)
                let at = Point(x: axis.place(of: entry.moment.position), y: y(value))
                var best: (cost: Int, box: Box)?
                for (order, top) in [at.y - shape.leading - 6, at.y + 7].enumerated() {
                    for (shift, middle) in [at.x, at.x - width * 0.35, at.x + width * 0.35].enumerated() {
                        let box = Box(
                            x: min(max(middle - width / 2, plot.x - 6), min(plot.maxX + 10, shape.width) - width),
                            y: top,
                            width: width,
                            height: shape.leading
                        )
                        let isFree =
                            width <= plot.width && box.y >= plot.y - shape.leading && box.maxY <= plot.maxY
                            && !taken.contains { $0.overlaps(box, by: 2) }
                        guard isFree else { continue }
                        let crossed = segments.count { Polygon.meets(($0.0, $0.1), box) }
                        let cost = crossed * 10 + order * 3 + shift
                        if best.map({ cost < $0.cost }) ?? true { best = (cost, box) }
                    }
                }
                guard let box = best?.box else { continue }
                taken.append(box)
                labels.append(Label(lines: [entry.text], box: box, isHighlighted: line.isHighlighted))
            }
        }
    }

    /// Sets the names at the ends of the lines, moved apart where lines end near one another.
    private mutating func label(_ ends: [End], shape: DrawingShape) {
        let ends = ends.sorted { $0.at.y < $1.at.y }
        let sizes = ends.map { Double($0.lines.count) * shape.leading + 2 }
        let places = Spacing.apart(
            ends.map { $0.at.y + Double($0.lines.count - 1) * shape.leading / 2 },
            sizes: sizes,
            within: (plot.y - shape.leading / 2)...(plot.maxY + shape.leading / 2)
        )
        for (index, end) in ends.enumerated() {
            let size = sizes[index]
            let box = Box(
                x: plot.maxX + 14,
                y: places[index] - size / 2 + 1,
                width: shape.width - plot.maxX - 14,
                height: size - 2
            )
            let firstLine = box.y + shape.leading / 2
            let isNear = abs(firstLine - end.at.y) < 4 && plot.maxX - end.at.x < axis.yearWidth * 0.55
            let leader = [
                Point(x: end.at.x + 7, y: end.at.y), Point(x: max(end.at.x + 7, plot.maxX), y: end.at.y),
                Point(x: box.x - 4, y: firstLine),
            ]
            labels.append(Label(lines: end.lines, box: box, isHighlighted: end.isHighlighted, leader: isNear ? nil : leader))
        }
    }
}
