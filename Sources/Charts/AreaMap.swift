package import Markup

/// Areas with their names in them.
///
/// What colours say is said by a mark or a text beside the name too.
package struct AreaMap {
    /// How an area is painted.
    package enum Fill: Hashable, Sendable {
        /// One among others.
        case plain
        /// The one that is looked at, or those that belong.
        case strong
        /// Paler than strong: fewer, less or partly.
        case tinted
        /// Beside the subject: its outline is broken.
        case muted
        /// Between plain and dense, by a value: thin stripes.
        case striped
        /// The highest values: crossed stripes.
        case crossed
    }

    /// An area.
    package struct Area: Sendable {
        /// Unique in the map.
        package var id: String
        package var name: String
        /// Its outlines; the first point isn't repeated at the end.
        package var rings: [[Point]]
        /// Where the middle of its name would best stand; nil to let the map find it.
        package var labelAt: Point?
        package var fill: Fill
        /// Where something stands with it.
        package var mark: MemberMark?
        /// A figure or a word under its name.
        package var text: String?
        /// Where its link leads.
        package var address: Address?
        /// The cell of the table beside the map that its text stands in.
        package var cell: DrawnCell?

        /// An area with that name.
        package init(
            id: String,
            name: String,
            rings: [[Point]],
            labelAt: Point? = nil,
            fill: Fill = .plain,
            mark: MemberMark? = nil,
            text: String? = nil,
            address: Address? = nil,
            cell: DrawnCell? = nil
        ) {
            self.id = id
            self.name = name
            self.rings = rings
            self.labelAt = labelAt
            self.fill = fill
            self.mark = mark
            self.text = text
            self.address = address
            self.cell = cell
        }
    }

    private let areas: [Area]
    private let frame: Frame

    /// A map.
    ///
    /// - Parameters:
    ///   - areas: in the order they are read; all in one system of coordinates with y downwards, which the map scales to its width.
    ///   - shape: for which width.
    ///   - title: what the drawing shows, for those who hear it.
    ///   - description: the same at more length.
    ///   - id: unique on the page; the same in all shapes.
    package init(_ areas: [Area], shape: DrawingShape, title: String, description: String, id: String) {
        self.areas = areas.filter { !$0.rings.isEmpty }
        self.frame = Frame(kind: "chart-map", shape: shape, title: title, description: description, id: id)
    }

    /// The drawing.
    package var markup: Markup {
        let layout = MapLayout(areas, shape: frame.shape)
        let hasLinks = areas.contains { $0.address?.text != nil }
        return frame.markup(height: layout.height, hasLinks: hasLinks) { svg in
            // Shapes first and names after them, or a neighbour would cover a name. A link holds its shape once more, without paint, so that
            // the whole area leads somewhere and shows when it has the focus.
            drawPatterns(svg)
            for place in layout.places {
                if let cell = place.area.cell {
                    svg.path(path(of: place), .class("area", style(of: place.area)), .row(cell.row), .column(cell.column)) {
                        svg.title(name(of: place.area))
                    }
                } else {
                    svg.path(path(of: place), .class("area", style(of: place.area)))
                }
                if let pattern = pattern(of: place.area) {
                    svg.path(path(of: place), .class("area-pattern"), .fill(.pattern(pattern)))
                }
            }
            for place in layout.places {
                if let address = place.area.address, address.text != nil {
                    svg.a(to: address, .class("chart-link"), .label(name(of: place.area))) {
                        svg.path(path(of: place), .class("area-hit"))
                        label(place, in: svg)
                    }
                } else {
                    label(place, in: svg)
                }
            }
        }
    }

    /// The stripes that tell areas apart without colours; only what is used is written.
    private func drawPatterns(_ svg: SVG) {
        let fills = Set(areas.map(\.fill))
        guard fills.contains(.striped) || fills.contains(.crossed) else { return }
        svg.defs {
            for fill in [Fill.striped, .crossed] where fills.contains(fill) {
                guard let id = patternID(fill) else { continue }
                svg.pattern(id, size: 7) {
                    svg.path(Path(through: [Point(x: 0, y: 7), Point(x: 7, y: 0)]), .class("area-stripe"))
                    if fill == .crossed {
                        svg.path(Path(through: [Point(x: 0, y: 0), Point(x: 7, y: 7)]), .class("area-stripe"))
                    }
                }
            }
        }
    }

    private func pattern(of area: Area) -> ID? { patternID(area.fill) }

    private func patternID(_ fill: Fill) -> ID? {
        switch fill {
        case .striped: ID("\(frame.id)-\(frame.shape.name)-streck")
        case .crossed: ID("\(frame.id)-\(frame.shape.name)-kors")
        default: nil
        }
    }

    private func name(of area: Area) -> String {
        if let text = area.text, !text.isEmpty { "\(area.name), \(text)" } else { area.name }
    }

    private func path(of place: MapLayout.Place) -> Path {
        var path = Path()
        for ring in place.rings {
            for (index, point) in ring.enumerated() { if index == 0 { path.move(to: point) } else { path.line(to: point) } }
            path.close()
        }
        return path
    }

    private func style(of area: Area) -> ClassName {
        switch area.fill {
        case .plain: "area-plain"
        case .strong: "area-strong"
        case .tinted: "area-tinted"
        case .muted: "area-muted"
        case .striped, .crossed: "area-patterned"
        }
    }

    private func label(_ place: MapLayout.Place, in svg: SVG) {
        let shape = frame.shape
        let label = place.label
        if let leader = place.leader {
            svg.line(x1: leader.from.x, y1: leader.from.y, x2: leader.to.x, y2: leader.to.y, .class("chart-line-out"))
            svg.circle(cx: leader.to.x, cy: leader.to.y, r: 2, .class("chart-dot"))
        }
        let style: ClassName =
            switch place.area.fill {
            case .muted: "area-name-muted"
            case .strong where !place.isOverLines: "area-name-strong"
            case .plain where place.leader == nil: "area-name-plain"
            case .tinted where place.leader == nil: "area-name-tinted"
            default: "area-name-outside"
            }
        svg.g(.class(style)) {
            let hasGround = place.isOverLines || place.area.fill == .striped || place.area.fill == .crossed
            // With a mark, name and text are set from the left beside it.
            let hasMark = place.area.mark != nil
            if let mark = place.area.mark {
                mark.draw(in: svg, centre: Point(x: label.x + 6, y: label.y + shape.leading * 0.5), radius: 5.5)
            }
            let x = hasMark ? label.x + MapLayout.markRoom : label.centre.x
            let anchor: SVG.TextAnchor = hasMark ? .start : .middle
            let name = label.y + shape.leading * 0.78
            var lines = [place.area.name]
            if let figure = place.area.text, !figure.isEmpty { lines.append(figure) }
            for (index, line) in lines.enumerated() {
                let y = name + Double(index) * shape.leading
                // A ground of its own where it stands over lines. It is a text beneath the text, since a halo would cover its underline.
                if hasGround { svg.text(line, x: x, y: y, .class("area-halo"), .anchor(anchor), .ornament) }
                svg.text(line, x: x, y: y, .class("area-text"), .anchor(anchor))
            }
        }
    }
}
