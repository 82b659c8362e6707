import Markup

/// Where areas and their names stand.
struct MapLayout {
    struct Place {
        var area: AreaMap.Area
        var rings: [[Point]]
        /// The room of its name.
        var label: Box
        /// From a name that stands outside its area to a point in it.
        var leader: (from: Point, to: Point)?
        /// Whether the name reaches over lines, which then must give way.
        var isOverLines: Bool
    }

    static let markRoom = 16.0

    /// On a phone, names are set smaller, so that more of them have room in their areas.
    static func nameSize(_ shape: DrawingShape) -> Double { shape == .narrow ? shape.smallSize : shape.textSize }

    private(set) var places: [Place] = []
    private(set) var height = 1.0

    init(_ areas: [AreaMap.Area], shape: DrawingShape) {
        var lower = Point(x: .infinity, y: .infinity)
        var upper = Point(x: -.infinity, y: -.infinity)
        for area in areas {
            for point in area.rings.joined() where point.x.isFinite && point.y.isFinite {
                lower = Point(x: min(lower.x, point.x), y: min(lower.y, point.y))
                upper = Point(x: max(upper.x, point.x), y: max(upper.y, point.y))
            }
        }
        guard lower.x <= upper.x else { return }
        // Room around the map for names that have none inside, and never so high that it fills more than a screen.
        let sizes = areas.map { Self.size(of: $0, shape: shape) }
        let margin = (sizes.map(\.height).max() ?? 0) + 6
        let width = shape.width - 2 * shape.leading
        let scale = min(
            width / max(1e-9, upper.x - lower.x),
            (shape == .wide ? 620 : shape.width * 1.2) / max(1e-9, upper.y - lower.y)
        )
        let offset = Point(x: (shape.width - (upper.x - lower.x) * scale) / 2, y: margin)
        height = (upper.y - lower.y) * scale + 2 * margin
        func placed(_ point: Point) -> Point {
            Point(
                x: point.x.isFinite ? offset.x + (min(max(point.x, lower.x), upper.x) - lower.x) * scale : offset.x,
                y: point.y.isFinite ? offset.y + (min(max(point.y, lower.y), upper.y) - lower.y) * scale : offset.y
            )
        }
        let rings = areas.map { $0.rings.map { $0.map(placed) } }
        let bounds = Box(x: 1, y: 1, width: shape.width - 2, height: height - 2)
        var isInside = Array(repeating: false, count: areas.count)
        var taken: [Box?] = Array(repeating: nil, count: areas.count)
        let middles = zip(areas, rings).map { area, rings in
            area.labelAt.map(placed) ?? rings.map { Polygon.middle(of: $0) }.max { $0.room < $1.room }?.point
                ?? Point(x: shape.width / 2, y: 10)
        }
        // Names that fit in their areas come first. The others look for room beside them.
        for index in areas.indices {
            let size = sizes[index]
            taken[index] = Polygon.room(for: size, near: middles[index], in: rings[index], bounds: bounds)
            isInside[index] = taken[index] != nil
        }
        // A name that is wider than its area may reach out over water, and a little over a border.
        let shapes = rings.map(Polygon.Shape.init)
        for index in areas.indices where taken[index] == nil && areas[index].fill != .strong {
            let others = shapes.indices.filter { $0 != index }.map { shapes[$0] }
            let dark = shapes.indices.filter { areas[$0].fill == .strong }.map { shapes[$0] }
            taken[index] = Polygon.place(for: sizes[index], near: middles[index], within: bounds) { box in
                Polygon.contains(box.centre, in: rings[index]) && Self.covered(box, by: [shapes[index]]) > 0.55
                    && Self.covered(box, by: others) < 0.14 && Self.covered(box, by: dark) == 0
                    && !taken.contains { $0?.overlaps(box, by: 3) == true }
            }
        }
        var leaders: [Int: (from: Point, to: Point)] = [:]
        for index in areas.indices.sorted(by: { middles[$0].y < middles[$1].y }) where taken[index] == nil {
            let size = sizes[index]
            var best: (cost: Double, box: Box, leader: (from: Point, to: Point))?
            let step = shape.leading / 2
            for x in stride(from: bounds.x, through: bounds.maxX - size.width, by: step) {
                for y in stride(from: bounds.y, through: bounds.maxY - size.height, by: step) {
                    let box = Box(x: x, y: y, width: size.width, height: size.height)
                    let leader = Self.leader(from: box, to: middles[index])
                    let length = Self.length(leader)
                    // The cheap questions first: there are many places.
                    guard length > 8, length < best?.cost ?? .infinity else { continue }
                    guard !taken.contains(where: { $0.map { $0.overlaps(box, by: 5) || Polygon.meets(leader, $0) } == true })
                    else { continue }
                    guard !leaders.values.contains(where: { Polygon.meets($0, box) || Polygon.intersects($0, leader) }) else {
                        continue
                    }
                    var cost = length + Self.covered(box, by: shapes) * 500
                    if cost < best?.cost ?? .infinity { cost += 2 * length * Self.foreign(leader, to: index, shapes) }
                    if cost < best?.cost ?? .infinity { best = (cost, box, leader) }
                }
            }
            if let best {
                taken[index] = best.box
                leaders[index] = best.leader
            }
        }
        for index in areas.indices {
            let size = sizes[index]
            let box =
                taken[index]
                ?? Box(
                    x: min(max(1, middles[index].x - size.width / 2), max(1, shape.width - size.width - 1)),
                    y: min(max(1, middles[index].y - size.height / 2), max(1, height - size.height - 1)),
                    width: size.width,
                    height: size.height
                )
            places.append(
                Place(area: areas[index], rings: rings[index], label: box, leader: leaders[index], isOverLines: !isInside[index])
            )
        }
    }

    /// How much room a name takes, with its mark and its text.
    private static func size(of area: AreaMap.Area, shape: DrawingShape) -> (width: Double, height: Double) {
        var width = Lettering.width(of: area.name, size: nameSize(shape)) + 2
        var lineCount = 1.0
        if let text = area.text, !text.isEmpty {
            width = max(width, Lettering.width(of: text, size: nameSize(shape)) + 2)
            lineCount = 2
        }
        return (width + (area.mark == nil ? 0 : markRoom), lineCount * shape.leading)
    }

    /// A line from the nearest edge of a name to a point.
    private static func leader(from box: Box, to point: Point) -> (from: Point, to: Point) {
        let near = Point(x: min(max(point.x, box.x - 2), box.maxX + 2), y: min(max(point.y, box.y + 2), box.maxY - 1))
        return (near, point)
    }

    private static func length(_ line: (from: Point, to: Point)) -> Double {
        let x = line.to.x - line.from.x
        let y = line.to.y - line.from.y
        return (x * x + y * y).squareRoot()
    }

    /// Which part of a name would stand on areas.
    private static func covered(_ box: Box, by areas: [Polygon.Shape]) -> Double {
        let near = areas.filter { $0.bounds.overlaps(box) }
        guard !near.isEmpty else { return 0 }
        var hits = 0
        for column in 0...6 {
            for row in 0...2 {
                let point = Point(x: box.x + box.width * Double(column) / 6, y: box.y + box.height * Double(row) / 2)
                if near.contains(where: { $0.contains(point) }) { hits += 1 }
            }
        }
        return Double(hits) / 21
    }

    /// Which part of a leader goes over other areas than its own.
    private static func foreign(_ line: (from: Point, to: Point), to area: Int, _ areas: [Polygon.Shape]) -> Double {
        let hits = (0..<16).count { step in
            let part = Double(step) / 16
            let point = Point(
                x: line.from.x + part * (line.to.x - line.from.x),
                y: line.from.y + part * (line.to.y - line.from.y)
            )
            return areas.indices.contains { $0 != area && areas[$0].contains(point) }
        }
        return Double(hits) / 16
    }
}

/// What can be asked about rings of points.
enum Polygon {
    /// Rings and the rectangle around them, which most questions are answered by.
    struct Shape {
        let rings: [[Point]]
        let bounds: Box

        init(_ rings: [[Point]]) {
            self.rings = rings
            bounds = Polygon.bounds(of: Array(rings.joined()))
        }

        func contains(_ point: Point) -> Bool { bounds.contains(point) && Polygon.contains(point, in: rings) }
    }

    /// The rectangle around points.
    static func bounds(of points: [Point]) -> Box {
        guard let first = points.first else { return Box(x: 0, y: 0, width: 0, height: 0) }
        var lower = first
        var upper = first
        for point in points {
            lower = Point(x: min(lower.x, point.x), y: min(lower.y, point.y))
            upper = Point(x: max(upper.x, point.x), y: max(upper.y, point.y))
        }
        return Box(x: lower.x, y: lower.y, width: upper.x - lower.x, height: upper.y - lower.y)
    }

    /// Whether a point is inside an odd number of rings.
    static func contains(_ point: Point, in rings: [[Point]]) -> Bool {
        var isInside = false
        for ring in rings {
            guard var previous = ring.last else { continue }
            for current in ring {
                if (current.y > point.y) != (previous.y > point.y),
                    point.x < (previous.x - current.x) * (point.y - current.y) / (previous.y - current.y) + current.x
                {
                    isInside.toggle()
                }
                previous = current
            }
        }
        return isInside
    }

    /// The area within a ring, whichever way it runs.
    static func area(of ring: [Point]) -> Double {
        guard var previous = ring.last else { return 0 }
        var sum = 0.0
        for current in ring {
            sum += previous.x * current.y - current.x * previous.y
            previous = current
        }
        return abs(sum) / 2
    }

    /// Whether a line goes through a box or ends in it.
    static func meets(_ line: (from: Point, to: Point), _ box: Box) -> Bool {
        if box.contains(line.from) || box.contains(line.to) { return true }
        let corners = box.corners
        return corners.indices.contains { intersects(line, (corners[$0], corners[($0 + 1) % 4])) }
    }

    /// Whether two lines cross.
    static func intersects(_ first: (from: Point, to: Point), _ second: (from: Point, to: Point)) -> Bool {
        func side(_ a: Point, _ b: Point, _ c: Point) -> Double { (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) }
        let one = side(first.from, first.to, second.from)
        let two = side(first.from, first.to, second.to)
        let three = side(second.from, second.to, first.from)
        let four = side(second.from, second.to, first.to)
        return one * two < 0 && three * four < 0
    }

    /// The point inside a ring that is farthest from its edge, and how far.
    static func middle(of ring: [Point]) -> (point: Point, room: Double) {
        let bounds = bounds(of: ring)
        var best = (point: bounds.centre, room: -1.0)
        for column in 1..<24 {
            for row in 1..<24 {
                let point = Point(
                    x: bounds.x + bounds.width * Double(column) / 24,
                    y: bounds.y + bounds.height * Double(row) / 24
                )
                guard contains(point, in: [ring]) else { continue }
                let room = distance(from: point, to: ring)
                if room > best.room { best = (point, room) }
            }
        }
        return best
    }

    /// How far a point is from the edge of a ring.
    static func distance(from point: Point, to ring: [Point]) -> Double {
        guard var previous = ring.last else { return 0 }
        var least = Double.infinity
        for current in ring {
            let x = current.x - previous.x
            let y = current.y - previous.y
            let square = x * x + y * y
            let along = square > 0 ? min(max(0, ((point.x - previous.x) * x + (point.y - previous.y) * y) / square), 1) : 0
            let awayX = previous.x + along * x - point.x
            let awayY = previous.y + along * y - point.y
            least = min(least, awayX * awayX + awayY * awayY)
            previous = current
        }
        return least.squareRoot()
    }

    /// A place for a name within rings, as near a point as can be; nil when there is none.
    static func room(for size: (width: Double, height: Double), near middle: Point, in rings: [[Point]], bounds: Box) -> Box? {
        place(for: size, near: middle, within: bounds) { isInside($0, rings) }
    }

    /// The place for a name that is nearest to a point, among those that suit.
    static func place(
        for size: (width: Double, height: Double),
        near middle: Point,
        within bounds: Box,
        where suits: (Box) -> Bool
    ) -> Box? {
        for step in stepsAway {
            let x = middle.x + step.x * size.height * 0.3
            let y = middle.y + step.y * size.height * 0.3
            let box = Box(x: x - size.width / 2, y: y - size.height / 2, width: size.width, height: size.height)
            if bounds.contains(box.corners[0]), bounds.contains(box.corners[2]), suits(box) { return box }
        }
        return nil
    }

    /// Steps to the sides and up and down, the shortest first.
    private static let stepsAway: [Point] = {
        func length(_ step: Point) -> Double { step.x * step.x + step.y * step.y }
        var steps: [Point] = []
        for column in -12...12 { for row in -12...12 { steps.append(Point(x: Double(column), y: Double(row))) } }
        return steps.sorted { (length($0), $0.x, $0.y) < (length($1), $1.x, $1.y) }
    }()

    private static func isInside(_ box: Box, _ rings: [[Point]]) -> Bool {
        let corners = box.corners
        guard corners.allSatisfy({ contains($0, in: rings) }) else { return false }
        let sides = corners.indices.map { (corners[$0], corners[($0 + 1) % 4]) }
        for ring in rings {
            guard var previous = ring.last else { continue }
            for current in ring {
                if sides.contains(where: { intersects($0, (previous, current)) }) { return false }
                previous = current
            }
        }
        return true
    }
}
