import Markup

/// Narrow: the ways go in a rail to the left of the boxes, or straight down between neighbours.
extension TierLayout {
    /// Whether a group is one way from a box to the one right under it.
    private func isStraight(_ group: Group) -> Bool {
        guard group.others.count == 1, let other = group.others.first else { return false }
        let first = rowOfBox[group.hub]
        let second = rowOfBox[other]
        return abs(first - second) == 1 && rows[first].boxes.count == 1 && rows[second].boxes.count == 1
    }

    /// The lane in the rail of each group, and how many there are.
    func lanes(_ groups: [Group]) -> (of: [Int?], count: Int) {
        var taken: [[ClosedRange<Int>]] = []
        var lanes: [Int?] = []
        for group in groups {
            guard !isStraight(group) else {
                lanes.append(nil)
                continue
            }
            let ends = ([group.hub] + group.others).map { rowOfBox[$0] }
            let range = (ends.min() ?? 0)...(ends.max() ?? 0)
            let free = taken.firstIndex { !$0.contains { $0.overlaps(range) } }
            if let free {
                taken[free].append(range)
                lanes.append(free)
            } else {
                lanes.append(taken.count)
                taken.append([range])
            }
        }
        return (lanes, taken.count)
    }

    /// What stands between a row and the one above it.
    private struct Gap {
        /// Labels of ways that leave the row above downwards.
        var below: [String] = []
        /// The label of a way straight through the gap.
        var straight: [String] = []
        var isCrossed = false
        /// Labels of ways that leave the row upwards.
        var above: [String] = []
        /// The groups that come in over the row to boxes that aren't first in it.
        var over: [Int] = []
    }

    mutating func routeBeside(_ groups: [Group], lanes: (of: [Int?], count: Int)) {
        var gaps = Array(repeating: Gap(), count: rows.count)
        var besides: [Int: [Int]] = [:]
        let left = boxes.first?.box.x ?? 0
        let half = (shape.width - left) / 2 - 12
        for (index, group) in groups.enumerated() {
            guard let other = group.others.first else { continue }
            let hubRow = rowOfBox[group.hub]
            let isDownwards = rowOfBox[other] > hubRow
            if isStraight(group) {
                let row = max(hubRow, rowOfBox[other])
                gaps[row].isCrossed = true
                if let label = group.label { gaps[row].straight += Lettering.lines(label, within: half, size: shape.smallSize) }
                continue
            }
            if let label = group.label {
                // The way is drawn at the side, so the label says where it leads.
                let arrow = isDownwards == group.begins ? "↓" : "↑"
                let lines = Lettering.lines("\(arrow)\u{A0}\(label)", within: half, size: shape.smallSize)
                if isDownwards, hubRow + 1 < rows.count { gaps[hubRow + 1].below += lines } else { gaps[hubRow].above += lines }
            }
            for box in [group.hub] + group.others {
                if columnOfBox[box] == 0 {
                    besides[box, default: []].append(index)
                } else if !gaps[rowOfBox[box]].over.contains(index) {
                    gaps[rowOfBox[box]].over.append(index)
                }
            }
        }
        stack(gaps, left: left)
        for (index, group) in groups.enumerated() {
            guard let lane = lanes.of[index] else {
                drawStraight(group, index)
                continue
            }
            let x = Double(lane) * Self.track + 2
            var ends: [Double] = []
            for box in [group.hub] + group.others {
                let isEnd = (box == group.hub) != group.begins
                let area = boxes[box].box
                if columnOfBox[box] == 0 {
                    let beside = besides[box] ?? []
                    let place = Double(beside.firstIndex(of: index) ?? 0) - Double(beside.count - 1) / 2
                    let y = area.centre.y + place * Self.track
                    add([Point(x: x, y: y), Point(x: area.x, y: y)], of: index)
                    if isEnd { arrow(at: Point(x: area.x, y: y), towards: (1, 0)) }
                    ends.append(y)
                } else {
                    let place = gaps[rowOfBox[box]].over.firstIndex(of: index) ?? 0
                    let y = area.y - 13 - Double(place) * Self.track
                    let port = area.centre.x + Double(place) * Self.track
                    add([Point(x: x, y: y), Point(x: port, y: y), Point(x: port, y: area.y)], of: index)
                    if isEnd { arrow(at: Point(x: port, y: area.y), towards: (0, 1)) }
                    ends.append(y)
                }
            }
            if let first = ends.min(), let last = ends.max() { add([Point(x: x, y: first), Point(x: x, y: last)], of: index) }
        }
    }

    /// Gives the rows their places, and the texts between them: those of the rail to the left, that of a way straight through beside it.
    private mutating func stack(_ gaps: [Gap], left: Double) {
        var y = 2.0
        for (index, row) in rows.enumerated() {
            let gap = gaps[index]
            if index > 0 { y += 8 }
            let begin = y
            func write(_ lines: [String], x: Double, y: Double) -> Double {
                guard !lines.isEmpty else { return 0 }
                let width = Lettering.width(of: lines, size: shape.smallSize)
                labels.append(Note(lines: lines, at: Point(x: x, y: y + shape.leading * 0.8), width: width))
                return Double(lines.count) * shape.leading
            }
            y += write(gap.below, x: left, y: y)
            if let heading = row.heading {
                if index > 0 { y += 8 }
                headings.append(Text(text: heading, at: Point(x: left, y: y + shape.leading * 0.8)))
                y += shape.leading + 3
            }
            y += write(gap.above, x: left, y: y)
            if gap.isCrossed {
                let middle = boxes[row.boxes.lowerBound].box.centre.x
                y = max(y, begin + write(gap.straight, x: middle + 8, y: begin) + 6, begin + Self.arrowLength + 6)
            }
            if !gap.over.isEmpty { y += Double(gap.over.count - 1) * Self.track + 13 }
            for box in row.boxes { boxes[box].box.y = y }
            y += row.height
        }
        height = y + 2
    }

    private mutating func drawStraight(_ group: Group, _ index: Int) {
        guard let other = group.others.first else { return }
        let isHubUpper = rowOfBox[group.hub] < rowOfBox[other]
        let upper = boxes[isHubUpper ? group.hub : other].box
        let lower = boxes[isHubUpper ? other : group.hub].box
        let x = lower.centre.x
        add([Point(x: x, y: upper.maxY), Point(x: x, y: lower.y)], of: index)
        if isHubUpper == group.begins {
            arrow(at: Point(x: x, y: lower.y), towards: (0, 1))
        } else {
            arrow(at: Point(x: x, y: upper.maxY), towards: (0, -1))
        }
    }
}
