package import Markup

/// For which width a drawing is made.
///
/// A drawing is never scaled so far that its text gets too small to read: a page holds it in two shapes, and the style sheet shows the
/// one that fits.
package enum DrawingShape: Hashable, Sendable, CaseIterable {
    /// A phone.
    case narrow
    /// The column that text is read in.
    case column
    /// The whole width of a page, and paper.
    case wide

    /// The drawing's own width, in units that are about a pixel each.
    package var width: Double {
        switch self {
        case .narrow: 328
        case .column: 640
        case .wide: 1160
        }
    }

    /// The size of text; it is larger where the drawing is scaled down on small screens.
    var textSize: Double {
        switch self {
        case .narrow: 14.2
        case .column: 13.5
        case .wide: 15
        }
    }

    /// The size of text that stands back: ticks and headings.
    var smallSize: Double { textSize - 1 }

    /// From one line of text to the next.
    var leading: Double { (textSize * 1.3).rounded() }

    var className: ClassName {
        switch self {
        case .narrow: "chart-narrow"
        case .column: "chart-column"
        case .wide: "chart-wide"
        }
    }

    /// What tells ids apart when a page holds the same drawing in two shapes.
    var name: String {
        switch self {
        case .narrow: "smal"
        case .column: "spalt"
        case .wide: "bred"
        }
    }

    /// The same drawing for narrow and for wide screens, of which the style sheet shows one.
    ///
    /// - Parameters:
    ///   - shape: the shape for screens that aren't narrow.
    ///   - draw: makes the drawing; called once a shape.
    /// - Returns: both drawings.
    package static func both(or shape: DrawingShape = .wide, _ draw: (DrawingShape) -> Markup) -> Markup {
        Markup { html in
            html.div(.class("drawing", "wide-only")) { html.embed(draw(shape)) }
            html.div(.class("drawing", "narrow-only")) { html.embed(draw(.narrow)) }
        }
    }
}
