/// The part of the plane that a drawing shows.
package struct ViewBox: Sendable {
    package var x, y, width, height: Double

    package init(x: Double = 0, y: Double = 0, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

/// A place in a drawing.
package struct Point: Sendable, Equatable {
    package var x, y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// Lines and curves, one after another.
package struct Path: Sendable {
    enum Step: Sendable {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case arc(radius: Double, large: Bool, clockwise: Bool, Point)
        case close
    }

    private(set) var steps: [Step] = []

    package init() {}

    /// A path through points, in order.
    package init(through points: some Sequence<Point>) {
        for point in points {
            steps.append(steps.isEmpty ? .move(point) : .line(point))
        }
    }

    package mutating func move(to point: Point) { steps.append(.move(point)) }
    package mutating func line(to point: Point) { steps.append(.line(point)) }
    package mutating func curve(to point: Point, _ first: Point, _ second: Point) { steps.append(.curve(first, second, point)) }
    package mutating func arc(to point: Point, radius: Double, large: Bool = false, clockwise: Bool = true) {
        steps.append(.arc(radius: radius, large: large, clockwise: clockwise, point))
    }
    package mutating func close() { steps.append(.close) }

    func write(into output: inout Output) {
        for step in steps {
            switch step {
            case .move(let point):
                output.write("M")
                output.write(list: [point.x, point.y]) { $0.write($1) }
            case .line(let point):
                output.write("L")
                output.write(list: [point.x, point.y]) { $0.write($1) }
            case .curve(let first, let second, let point):
                output.write("C")
                output.write(list: [first.x, first.y, second.x, second.y, point.x, point.y]) { $0.write($1) }
            case .arc(let radius, let large, let clockwise, let point):
                output.write("A")
                output.write(list: [radius, radius, 0, large ? 1 : 0, clockwise ? 1 : 0, point.x, point.y]) { $0.write($1) }
            case .close:
                output.write("Z")
            }
        }
    }
}

extension SVG {
    /// How a part of a drawing is moved.
    package enum Transform: Sendable {
        case move(x: Double, y: Double)
        case rotate(degrees: Double, around: Point)
        case scale(Double)

        func write(into output: inout Output) {
            switch self {
            case .move(let x, let y):
                output.write("translate(")
                output.write(list: [x, y]) { $0.write($1) }
            case .rotate(let degrees, let point):
                output.write("rotate(")
                output.write(list: [degrees, point.x, point.y]) { $0.write($1) }
            case .scale(let factor):
                output.write("scale(")
                output.write(factor)
            }
            output.write(")")
        }
    }
}

extension SVG {
    /// What an area or a line is painted with; colours otherwise come from the style sheet by class.
    package enum Paint: Sendable {
        case none, currentColor
        /// Red, green and blue, as in `0x1B4D6B`.
        case colour(UInt32)
        /// A pattern of the same page.
        case pattern(ID)

        func value<Vocabulary>() -> VocabularyAttribute<Vocabulary>.Value {
            switch self {
            case .none: .constant("none")
            case .currentColor: .constant("currentColor")
            case .colour(let value):
                .text("#" + String(0x100_0000 | (value & 0xFF_FFFF), radix: 16).dropFirst())
            case .pattern(let id): .text("url(#\(id.text))")
            }
        }
    }
}

extension SVG {
    /// Which end of a text stands at its position.
    package enum TextAnchor: Sendable {
        case start, middle, end

        var name: StaticString {
            switch self {
            case .start: "start"
            case .middle: "middle"
            case .end: "end"
            }
        }
    }
}
