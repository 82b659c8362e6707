import Markup

/// Wide: the ways go through the channels between the rows.
extension TierLayout {
    /// A way between two boxes, the upper one first.
    private struct Way {
        var group: Int
        var upper, lower: Int
        /// Whether the arrow stands at the lower end.
        var pointsDown: Bool
        var upperX = 0.0
        var lowerX = 0.0
        /// Where it passes rows between its ends; nil when there is none.
        var corridor: Double?
    }

    /// A label beside a way.
    private struct WayNote {
        var channel: Int
        var isAtTop: Bool
        var x: Double
        var isLeft: Bool
        var lines: [String]
    }

    private struct Run {
        var group: Int
        var from, to: Double
        var track = 0
    }

    mutating func routeBetween(_ groups: [Group]) {
        var ways: [Way] = []
        var besides: [(group: Int, from: Int, to: Int)] = []
        for (index, group) in groups.enumerated() {
            for other in group.others {
                if group.label == nil, rowOfBox[group.hub] == rowOfBox[other],
                    abs(columnOfBox[group.hub] - columnOfBox[other]) == 1
                {
                    besides.append(group.begins ? (index, group.hub, other) : (index, other, group.hub))
                    continue
                }
                let isHubUpper = rowOfBox[group.hub] <= rowOfBox[other]
                ways.append(
                    Way(
                        group: index,
                        upper: isHubUpper ? group.hub : other,
                        lower: isHubUpper ? other : group.hub,
                        pointsDown: isHubUpper == group.begins
                    )
                )
            }
        }
        setPorts(&ways)
        setCorridors(&ways)

        // The horizontal parts in each channel: channel n lies above row n. Ways of one group share a line.
        var runs: [[Run]] = Array(repeating: [], count: rows.count + 1)
        func run(in channel: Int, _ group: Int, _ from: Double, _ to: Double) {
            guard abs(from - to) > 0.5 else { return }
            if let index = runs[channel].firstIndex(where: { $0.group == group }) {
                runs[channel][index].from = min(runs[channel][index].from, from, to)
                runs[channel][index].to = max(runs[channel][index].to, from, to)
            } else {
                runs[channel].append(Run(group: group, from: min(from, to), to: max(from, to)))
            }
        }
        for way in ways {
            let above = rowOfBox[way.upper] + 1
            let below = max(above, rowOfBox[way.lower])
            run(in: above, way.group, way.upperX, way.corridor ?? way.lowerX)
            if let corridor = way.corridor { run(in: below, way.group, corridor, way.lowerX) }
        }
        var trackCounts = Array(repeating: 0, count: runs.count)
        for channel in runs.indices {
            runs[channel].sort { $0.from < $1.from }
            var ends: [Double] = []
            for index in runs[channel].indices {
                let run = runs[channel][index]
                if let free = ends.firstIndex(where: { $0 + 10 < run.from }) {
                    ends[free] = run.to
                    runs[channel][index].track = free
                } else {
                    runs[channel][index].track = ends.count
                    ends.append(run.to)
                }
            }
            trackCounts[channel] = ends.count
        }

        // A label stands beside its group's line where that leaves the hub.
        var notes: [WayNote] = []
        for (index, group) in groups.enumerated() {
            guard let label = group.label, let way = ways.first(where: { $0.group == index }) else { continue }
            let lines = Lettering.lines(label, within: shape.width * 0.2, size: shape.smallSize)
            let isAtTop = way.upper == group.hub
            let row = rowOfBox[group.hub]
            let x = isAtTop ? way.upperX : way.lowerX
            // To the left if another way leaves the hub on the right.
            let ports = ways.filter { $0.group != index }.flatMap { other -> [Double] in
                if isAtTop { return other.upper == group.hub ? [other.upperX] : [] }
                return other.lower == group.hub ? [other.lowerX] : []
            }
            let isLeft = ports.contains { $0 > x } && !ports.contains { $0 < x }
            notes.append(WayNote(channel: isAtTop ? row + 1 : row, isAtTop: isAtTop, x: x, isLeft: isLeft, lines: lines))
        }
        var topRoom = Array(repeating: 12.0, count: runs.count)
        var bottomRoom = Array(repeating: 14.0, count: runs.count)
        for note in notes {
            let room = Double(note.lines.count) * shape.leading + 8
            if note.isAtTop {
                topRoom[note.channel] = max(topRoom[note.channel], room)
            } else {
                bottomRoom[note.channel] = max(bottomRoom[note.channel], room + Self.arrowLength)
            }
        }
        var room = rows.indices.map { topRoom[$0] + Double(max(0, trackCounts[$0] - 1)) * Self.track + bottomRoom[$0] }
        if !room.isEmpty { room[0] = 0 }
        stack(room: room)
        let isBelowUsed = !(runs.last?.isEmpty ?? true)
        if isBelowUsed { height += topRoom[rows.count] + Double(trackCounts[rows.count]) * Self.track }

        let bottoms = rows.map { boxes[$0.boxes.lowerBound].box.y + $0.height }
        func trackY(_ channel: Int, _ group: Int) -> Double {
            let track = runs[channel].first { $0.group == group }?.track ?? 0
            return bottoms[channel - 1] + topRoom[channel] + Double(track) * Self.track
        }
        for way in ways { draw(way, trackY) }
        for note in notes { place(note, rooms: bottomRoom) }
        for beside in besides {
            let from = boxes[beside.from].box
            let to = boxes[beside.to].box
            let isForwards = from.x < to.x
            let ends = [
                Point(x: isForwards ? from.maxX : from.x, y: from.centre.y),
                Point(x: isForwards ? to.x : to.maxX, y: from.centre.y),
            ]
            add(ends, of: beside.group)
            arrow(at: ends[1], towards: (isForwards ? 1 : -1, 0))
        }
    }

    /// Gives the rows their places, with so much room above each.
    private mutating func stack(room: [Double]) {
        var y = 2.0
        for (index, row) in rows.enumerated() {
            y += room[index]
            if let heading = row.heading {
                if row.isHeadingAbove {
                    y += shape.leading
                    headings.append(Text(text: heading, at: Point(x: boxes[row.boxes.lowerBound].box.x, y: y - 6)))
                } else {
                    headings.append(Text(text: heading, at: Point(x: 0, y: y + row.height / 2 + shape.smallSize * 0.35)))
                }
            }
            for box in row.boxes { boxes[box].box.y = y }
            y += row.height
        }
        height = y + 2
    }

    private mutating func draw(_ way: Way, _ trackY: (Int, Int) -> Double) {
        let upper = boxes[way.upper].box
        let lower = boxes[way.lower].box
        let above = rowOfBox[way.upper] + 1
        var points = [Point(x: way.upperX, y: upper.maxY)]
        let y = trackY(above, way.group)
        if rowOfBox[way.upper] == rowOfBox[way.lower] {
            points += [Point(x: way.upperX, y: y), Point(x: way.lowerX, y: y), Point(x: way.lowerX, y: lower.maxY)]
            arrow(at: Point(x: way.pointsDown ? way.lowerX : way.upperX, y: lower.maxY), towards: (0, -1))
        } else {
            if let corridor = way.corridor {
                let last = trackY(rowOfBox[way.lower], way.group)
                points += [
                    Point(x: way.upperX, y: y), Point(x: corridor, y: y), Point(x: corridor, y: last),
                    Point(x: way.lowerX, y: last),
                ]
            } else {
                points += [Point(x: way.upperX, y: y), Point(x: way.lowerX, y: y)]
            }
            points.append(Point(x: way.lowerX, y: lower.y))
            if way.pointsDown {
                arrow(at: Point(x: way.lowerX, y: lower.y), towards: (0, 1))
            } else {
                arrow(at: Point(x: way.upperX, y: upper.maxY), towards: (0, -1))
            }
        }
        add(points, of: way.group)
    }

    private mutating func place(_ note: WayNote, rooms: [Double]) {
        let width = Lettering.width(of: note.lines, size: shape.smallSize)
        var y: Double
        if note.isAtTop {
            let row = rows[note.channel - 1]
            y = boxes[row.boxes.lowerBound].box.y + row.height + shape.leading * 0.8
        } else {
            let row = rows[note.channel]
            let isHeadingAbove = row.heading != nil && row.isHeadingAbove
            let bottom = boxes[row.boxes.lowerBound].box.y - (isHeadingAbove ? shape.leading : 0)
            y = bottom - rooms[note.channel] + shape.leading * 0.8 + 2
        }
        var x = note.isLeft ? note.x - 7 - width : min(note.x + 7, shape.width - width)
        // Labels that would run into one another move aside.
        for other in labels
        where abs(other.at.y - y) < shape.leading && x < other.at.x + other.width + 8 && other.at.x < x + width + 8 {
            x = other.at.x + other.width + 10
        }
        x = max(0, min(x, shape.width - width))
        y = max(shape.smallSize, y)
        labels.append(Note(lines: note.lines, at: Point(x: x, y: y), width: width))
    }

    /// Where ways leave and reach boxes: side by side, in the order of where they come from.
    private func setPorts(_ ways: inout [Way]) {
        struct Side: Hashable {
            var box: Int
            var isBottom: Bool
        }
        var sides: [Side: [Int: [Double]]] = [:]
        for way in ways {
            let isLevel = rowOfBox[way.upper] == rowOfBox[way.lower]
            sides[Side(box: way.upper, isBottom: true), default: [:]][way.group, default: []].append(
                boxes[way.lower].box.centre.x
            )
            sides[Side(box: way.lower, isBottom: isLevel), default: [:]][way.group, default: []].append(
                boxes[way.upper].box.centre.x
            )
        }
        var ports: [Side: [Int: Double]] = [:]
        for (side, groups) in sides {
            let box = boxes[side.box].box
            let order = groups.map { (group: $0.key, mean: $0.value.reduce(0, +) / Double($0.value.count)) }.sorted {
                ($0.mean, $0.group) < ($1.mean, $1.group)
            }
            let gap = min(16, (box.width - 16) / Double(max(1, order.count)))
            // A way to a box under a heading goes beside the heading.
            let row = rows[rowOfBox[side.box]]
            let isUnderHeading = !side.isBottom && row.isHeadingAbove && row.boxes.lowerBound == side.box
            let headingEnd = isUnderHeading ? box.x + Lettering.width(of: row.heading ?? "", size: shape.smallSize) + 10 : box.x
            for (index, entry) in order.enumerated() {
                let x = box.centre.x + (Double(index) - Double(order.count - 1) / 2) * gap
                ports[side, default: [:]][entry.group] = min(max(x, headingEnd), box.maxX - 6)
            }
        }
        for index in ways.indices {
            let way = ways[index]
            let isLevel = rowOfBox[way.upper] == rowOfBox[way.lower]
            ways[index].upperX = ports[Side(box: way.upper, isBottom: true)]?[way.group] ?? 0
            ways[index].lowerX = ports[Side(box: way.lower, isBottom: isLevel)]?[way.group] ?? 0
            // What is nearly straight becomes straight.
            if !isLevel, abs(ways[index].upperX - ways[index].lowerX) < 6, ways.count(where: { $0.group == way.group }) == 1 {
                ways[index].lowerX = ways[index].upperX
            }
        }
    }

    /// Where ways pass the rows between their ends: straight if nothing is in the way, else through the nearest gap.
    private func setCorridors(_ ways: inout [Way]) {
        var used: [(x: Double, group: Int)] = []
        for index in ways.indices {
            let way = ways[index]
            let between = (rowOfBox[way.upper] + 1)..<max(rowOfBox[way.upper] + 1, rowOfBox[way.lower])
            guard !between.isEmpty else { continue }
            func isFree(_ x: Double) -> Bool {
                between.allSatisfy { row in
                    rows[row].boxes.allSatisfy { x < boxes[$0].box.x - 3 || x > boxes[$0].box.maxX + 3 }
                        && !crossesHeading(x, rows[row])
                } && !used.contains { $0.group != way.group && abs($0.x - x) < 6 }
            }
            var candidates = [way.upperX, way.lowerX]
            for row in between {
                for box in rows[row].boxes {
                    for distance in stride(from: 4.0, through: 34, by: 6) {
                        candidates += [boxes[box].box.x - distance, boxes[box].box.maxX + distance]
                    }
                }
            }
            candidates = candidates.filter { $0 >= 1 && $0 <= shape.width - 1 && isFree($0) }
            let chosen =
                candidates.min { first, second in
                    abs(first - way.upperX) + abs(first - way.lowerX) < abs(second - way.upperX) + abs(second - way.lowerX)
                } ?? (way.upperX + way.lowerX < shape.width ? 1 : shape.width - 1)
            ways[index].corridor = chosen
            used.append((chosen, way.group))
        }
    }

    private func crossesHeading(_ x: Double, _ row: Row) -> Bool {
        guard let heading = row.heading else { return false }
        let start = row.isHeadingAbove ? boxes[row.boxes.lowerBound].box.x : 0
        return x > start - 4 && x < start + Lettering.width(of: heading, size: shape.smallSize) + 4
    }
}
