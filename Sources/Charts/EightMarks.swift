package import Markup

/// Where something stands with one member: a sign whose shape says it, and whose colour says it again.
package enum MemberMark: Hashable, Sendable, CaseIterable {
    /// Filled.
    case adopted
    /// Outlined.
    case awaiting
    /// Half filled: adopted with a reservation or an addition.
    case reserved
    /// Barred.
    case rejected
    /// An arrow back.
    case sentBack
    /// A short line: the member isn't asked, or nothing is known.
    case absent

    var toneClass: ClassName {
        switch self {
        case .adopted: "mark-adopted"
        case .awaiting: "mark-awaiting"
        case .reserved: "mark-reserved"
        case .rejected: "mark-rejected"
        case .sentBack: "mark-sent-back"
        case .absent: "mark-absent"
        }
    }

    /// The mark beside a text that says the same: an ornament.
    package var ornament: Markup {
        Markup.svg(viewBox: ViewBox(width: 16, height: 16), .class("mark"), .ornament, .unfocusable) { svg in
            draw(in: svg, centre: Point(x: 8, y: 8), radius: 6.5)
        }
    }

    /// Draws the mark.
    ///
    /// - Parameters:
    ///   - svg: where.
    ///   - centre: its middle.
    ///   - radius: half its height.
    func draw(in svg: SVG, centre: Point, radius: Double) {
        let line = radius * 0.28
        let inner = radius - line / 2
        func ring() {
            svg.circle(cx: centre.x, cy: centre.y, r: inner, .class("mark-ground"), .stroke(.currentColor), .strokeWidth(line))
        }
        func stroke(_ points: [(Double, Double)]) {
            let path = Path(through: points.map { Point(x: centre.x + $0.0 * radius, y: centre.y + $0.1 * radius) })
            svg.path(path, .fill(.none), .stroke(.currentColor), .strokeWidth(line))
        }
        svg.g(.class(toneClass)) {
            switch self {
            case .adopted: svg.circle(cx: centre.x, cy: centre.y, r: radius, .fill(.currentColor))
            case .awaiting: ring()
            case .reserved:
                ring()
                var half = Path()
                half.move(to: Point(x: centre.x, y: centre.y - inner))
                half.arc(to: Point(x: centre.x, y: centre.y + inner), radius: inner, clockwise: false)
                half.close()
                svg.path(half, .fill(.currentColor))
            case .rejected:
                ring()
                stroke([(-0.58, 0.58), (0.58, -0.58)])
            case .sentBack:
                stroke([(1, 0.75), (1, 0), (-0.8, 0)])
                stroke([(-0.15, -0.65), (-0.8, 0), (-0.15, 0.65)])
            case .absent: stroke([(-0.55, 0), (0.55, 0)])
            }
        }
    }
}

/// The members' marks in a row, one for each, always in the same order.
package struct EightMarks {
    private let marks: [MemberMark]
    private let label: String?

    /// A row of marks.
    ///
    /// - Parameters:
    ///   - marks: one for each member, in the members' order.
    ///   - label: what the row says, for those who hear it: 'Antaget av fem av åtta kommuner'. Nil when a text beside it says the same.
    package init(_ marks: [MemberMark], label: String?) {
        self.marks = marks
        self.label = label
    }

    /// The drawing, as high as the text it stands in.
    package var markup: Markup {
        let step = 18.0
        let box = ViewBox(width: max(1, Double(marks.count) * step - 2), height: 16)
        let content = { (svg: SVG) in
            for (index, mark) in marks.enumerated() {
                mark.draw(in: svg, centre: Point(x: 8 + Double(index) * step, y: 8), radius: 6.5)
            }
        }
        guard let label else { return Markup.svg(viewBox: box, .class("marks"), .ornament, .unfocusable, content: content) }
        return Markup.svg(viewBox: box, .class("marks"), .role(.img), .label(label), .unfocusable, content: content)
    }
}
