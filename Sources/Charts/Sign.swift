package import Markup

/// The sign of a branch: a shape and a tone, the same on every page, in every chart and in every document.
///
/// Shape and tone both differ, so that nobody needs to see colours to tell branches apart. They are given by place, for a cooperation
/// chooses its own focus areas.
package struct Sign: Hashable, Sendable {
    /// The shape of a sign.
    package enum Shape: Int, Sendable, CaseIterable {
        case disc, triangle, square, diamond, ring, cross, bar, hexagon
    }

    /// Place among the branches, 0 for the first.
    package let index: Int

    /// The sign of the branch in that place.
    package init(index: Int) {
        self.index = max(0, index)
    }

    /// The shape; after the last one they begin again.
    package var shape: Shape { Shape.allCases[index % Shape.allCases.count] }

    /// The tone, as the style sheet numbers them: 0–3.
    package var tone: Int { index % 4 }

    /// The class that gives the tone its colour.
    package var toneClass: ClassName {
        switch tone {
        case 0: "tone-0"
        case 1: "tone-1"
        case 2: "tone-2"
        default: "tone-3"
        }
    }

    /// The sign as a small drawing beside a text that says the same: an ornament.
    package var ornament: Markup {
        Markup.svg(
            viewBox: ViewBox(width: 16, height: 16),
            .class("sign", toneClass),
            .ornament,
            .unfocusable
        ) { svg in
            draw(in: svg, centre: Point(x: 8, y: 8), radius: 7)
        }
    }

    /// Draws the sign.
    ///
    /// - Parameters:
    ///   - svg: where.
    ///   - centre: the middle of the sign.
    ///   - radius: half its height.
    func draw(in svg: SVG, centre: Point, radius: Double) {
        func point(_ x: Double, _ y: Double) -> Point {
            Point(x: centre.x + x * radius, y: centre.y + y * radius)
        }
        switch shape {
        case .disc:
            svg.circle(cx: centre.x, cy: centre.y, r: radius * 0.92, .fill(.currentColor))
        case .triangle:
            svg.polygon([point(0, -0.95), point(1, 0.8), point(-1, 0.8)], .fill(.currentColor))
        case .square:
            svg.polygon(
                [point(-0.82, -0.82), point(0.82, -0.82), point(0.82, 0.82), point(-0.82, 0.82)],
                .fill(.currentColor)
            )
        case .diamond:
            svg.polygon([point(0, -1), point(1, 0), point(0, 1), point(-1, 0)], .fill(.currentColor))
        case .ring:
            svg.circle(
                cx: centre.x,
                cy: centre.y,
                r: radius * 0.7,
                .fill(.none),
                .stroke(.currentColor),
                .strokeWidth(radius * 0.45)
            )
        case .cross:
            svg.polygon(
                [
                    point(-0.3, -0.95), point(0.3, -0.95), point(0.3, -0.3), point(0.95, -0.3),
                    point(0.95, 0.3), point(0.3, 0.3),
                    point(0.3, 0.95), point(-0.3, 0.95), point(-0.3, 0.3), point(-0.95, 0.3),
                    point(-0.95, -0.3),
                    point(-0.3, -0.3),
                ],
                .fill(.currentColor)
            )
        case .bar:
            svg.polygon(
                [point(-0.95, -0.4), point(0.95, -0.4), point(0.95, 0.4), point(-0.95, 0.4)],
                .fill(.currentColor)
            )
        case .hexagon:
            svg.polygon(
                [
                    point(-0.5, -0.87), point(0.5, -0.87), point(1, 0), point(0.5, 0.87), point(-0.5, 0.87),
                    point(-1, 0),
                ],
                .fill(.currentColor)
            )
        }
    }
}
