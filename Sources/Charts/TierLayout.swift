import Markup

/// Where everything in a drawing of an organisation stands.
struct TierLayout {
    struct Placed {
        var node: TierDrawing.Node
        var box: Box
        var lines: [String]
        var detail: [String]
        /// Whether the text is set small, so that many boxes have room beside one another.
        var isSmall: Bool
    }

    struct Text {
        var text: String
        var at: Point
    }

    struct Note {
        var lines: [String]
        var at: Point
        var width: Double
    }

    static let padding = 9.0
    private static let smallPadding = 4.0
    /// Between the lines of two ways beside each other.
    static let track = 9.0
    static let arrowLength = 8.0

    var height = 1.0
    var headings: [Text] = []
    var boxes: [Placed] = []
    var lines: [[Point]] = []
    /// Pieces of lines by group, before those that lie on one another are made one.
    private var pieces: [Int: [(from: Point, to: Point)]] = [:]
    var arrows: [[Point]] = []
    var labels: [Note] = []

    let shape: DrawingShape
    /// The row of each box, its column in it, and the tier of each row.
    var rowOfBox: [Int] = []
    var columnOfBox: [Int] = []
    var rows: [Row] = []

    struct Row {
        var heading: String?
        /// Whether the heading stands above the boxes and not beside them.
        var isHeadingAbove = true
        var boxes: Range<Int>
        var height: Double
    }

    /// Ways that share an end, drawn as one line that parts.
    struct Group {
        var hub: Int
        /// Whether the hub is where the ways begin.
        var begins: Bool
        var others: [Int]
        var label: String?
    }

    init(_ tiers: [TierDrawing.Tier], connectors: [TierDrawing.Connector], shape: DrawingShape) {
        self.shape = shape
        let groups = Self.groups(connectors, tiers.flatMap { $0.nodes.map(\.id) })
        switch shape {
        case .narrow:
            // The rail to the left of the boxes has a lane for each group that needs one.
            place(tiers, left: 0)
            let lanes = lanes(groups)
            let rail = lanes.count == 0 ? 0 : Double(lanes.count) * Self.track + 14
            if rail > 0 { place(tiers, left: rail) }
            routeBeside(groups, lanes: lanes)
        case .column, .wide:
            place(tiers, left: 0)
            routeBetween(groups)
        }
        joinPieces()
    }

    private static func groups(_ connectors: [TierDrawing.Connector], _ ids: [String]) -> [Group] {
        var indices: [String: Int] = [:]
        for (index, id) in ids.enumerated() where indices[id] == nil { indices[id] = index }
        let known = connectors.compactMap { connector -> (from: Int, to: Int, label: String?)? in
            guard let from = indices[connector.from], let to = indices[connector.to], from != to else { return nil }
            return (from, to, connector.label.flatMap { $0.isEmpty ? nil : $0 })
        }
        var begun: [Int: Int] = [:]
        var ended: [Int: Int] = [:]
        for connector in known {
            begun[connector.from, default: 0] += 1
            ended[connector.to, default: 0] += 1
        }
        var groups: [Group] = []
        for connector in known {
            let begins = begun[connector.from, default: 0] >= ended[connector.to, default: 0]
            let hub = begins ? connector.from : connector.to
            let other = begins ? connector.to : connector.from
            // Ways with different labels are drawn apart, so that each label has a line of its own.
            if let index = groups.firstIndex(where: { $0.hub == hub && $0.begins == begins && $0.label == connector.label }) {
                if !groups[index].others.contains(other) { groups[index].others.append(other) }
            } else {
                groups.append(Group(hub: hub, begins: begins, others: [other], label: connector.label))
            }
        }
        return groups
    }

    /// Sets the boxes in rows; how far down the rows stand is decided when the ways between them are known.
    private mutating func place(_ tiers: [TierDrawing.Tier], left: Double) {
        boxes = []
        rows = []
        rowOfBox = []
        columnOfBox = []
        let width = shape.width - left
        for tier in tiers where !tier.nodes.isEmpty {
            let count = tier.nodes.count
            let gap = count > 6 || shape == .narrow ? 8.0 : 20.0
            // Small boxes are set in ordinary weight, which takes less room.
            func least(small: Bool) -> Double {
                let size = small ? shape.smallSize : shape.textSize
                let longest = tier.nodes.reduce(0) { max($0, Lettering.shortest($1.text, size: size, isStrong: !small)) }
                return max(shape == .narrow ? 120 : 80, longest + 2 * (small ? Self.smallPadding : Self.padding) + 0.5)
            }
            func fitting(small: Bool) -> Int { max(1, min(count, Int((width + gap) / (least(small: small) + gap)))) }
            let ordinary = fitting(small: false)
            let isSmall = ordinary < count && fitting(small: true) > ordinary
            let most = shape == .narrow && count <= 3 ? 1 : fitting(small: isSmall)
            let rowCount = (count + most - 1) / most
            let perRow = (count + rowCount - 1) / rowCount
            let padding = isSmall ? Self.smallPadding : Self.padding
            let size = isSmall ? shape.smallSize : shape.textSize
            let boxWidth = min(
                (width - gap * Double(perRow - 1)) / Double(perRow),
                shape == .narrow ? width : max(shape.width * 0.26, least(small: isSmall))
            )
            var first = boxes.count
            for start in stride(from: 0, to: count, by: perRow) {
                let nodes = tier.nodes[start..<min(start + perRow, count)]
                let used = Double(nodes.count) * (boxWidth + gap) - gap
                let rowStart = shape == .narrow ? left : (shape.width - used) / 2
                var rowHeight = 0.0
                for (column, node) in nodes.enumerated() {
                    let lines = Lettering.lines(node.text, within: boxWidth - 2 * padding, size: size, isStrong: !isSmall)
                    let detail =
                        node.detail.map { Lettering.lines($0, within: boxWidth - 2 * padding, size: shape.smallSize) } ?? []
                    rowHeight = max(rowHeight, Double(lines.count + detail.count) * shape.leading + 2 * Self.padding)
                    let x = rowStart + Double(column) * (boxWidth + gap)
                    boxes.append(
                        Placed(
                            node: node,
                            box: Box(x: x, y: 0, width: boxWidth, height: 0),
                            lines: lines,
                            detail: detail,
                            isSmall: isSmall
                        )
                    )
                    rowOfBox.append(rows.count)
                    columnOfBox.append(column)
                }
                for index in first..<boxes.count { boxes[index].box.height = rowHeight }
                let isFirst = start == 0
                let headingWidth = Lettering.width(of: tier.heading, size: shape.smallSize)
                rows.append(
                    Row(
                        heading: isFirst && !tier.heading.isEmpty ? tier.heading : nil,
                        isHeadingAbove: shape == .narrow || headingWidth + 24 > rowStart,
                        boxes: first..<boxes.count,
                        height: rowHeight
                    )
                )
                first = boxes.count
            }
        }
    }

    mutating func add(_ points: [Point], of group: Int) {
        for (from, to) in zip(points, points.dropFirst()) where from != to { pieces[group, default: []].append((from, to)) }
    }

    /// Makes the pieces into lines, without drawing any stretch twice: that would make it thicker.
    private mutating func joinPieces() {
        for (_, pieces) in pieces.sorted(by: { $0.key < $1.key }) {
            for isUpright in [false, true] {
                func across(_ point: Point) -> Double { isUpright ? point.x : point.y }
                func along(_ point: Point) -> Double { isUpright ? point.y : point.x }
                let runs = pieces.filter { ($0.from.x == $0.to.x) == isUpright }.map { piece in
                    let ends = [along(piece.from), along(piece.to)].sorted()
                    return (across: across(piece.from), from: ends[0], to: ends[1])
                }.sorted { ($0.across, $0.from) < ($1.across, $1.from) }
                var joined: [(across: Double, from: Double, to: Double)] = []
                for run in runs {
                    if let last = joined.last, abs(last.across - run.across) < 0.01, run.from <= last.to + 0.01 {
                        joined[joined.count - 1].to = max(last.to, run.to)
                    } else {
                        joined.append(run)
                    }
                }
                lines += joined.map { run in
                    isUpright
                        ? [Point(x: run.across, y: run.from), Point(x: run.across, y: run.to)]
                        : [Point(x: run.from, y: run.across), Point(x: run.to, y: run.across)]
                }
            }
        }
    }

    mutating func arrow(at tip: Point, towards direction: (x: Double, y: Double)) {
        let length = Self.arrowLength
        let half = length * 0.45
        let base = Point(x: tip.x - direction.x * length, y: tip.y - direction.y * length)
        let points = [
            tip, Point(x: base.x - direction.y * half, y: base.y + direction.x * half),
            Point(x: base.x + direction.y * half, y: base.y - direction.x * half),
        ]
        if !arrows.contains(points) { arrows.append(points) }
    }
}
