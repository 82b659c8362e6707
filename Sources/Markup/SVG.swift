/// The writer of a drawing: its vocabulary is the elements of SVG.
///
/// Positions are numbers, never text, and are written with a point and at most two decimals.
package struct SVG {
    package typealias Attribute = VocabularyAttribute<SVG>

    let sink: Sink

    static func write(into sink: Sink, viewBox: ViewBox, _ attributes: [Attribute], _ content: (SVG) -> Void) {
        sink.open(
            "svg",
            attributes,
            [
                Attribute("xmlns", .constant("http://www.w3.org/2000/svg")),
                Attribute("viewBox", .numbers([viewBox.x, viewBox.y, viewBox.width, viewBox.height])),
            ]
        )
        content(SVG(sink: sink))
        sink.close("svg")
    }

    /// Puts in a part of a drawing that is already written.
    package func embed(_ markup: Markup) {
        sink.embed(alreadyWritten: markup)
    }

    private func element(
        _ name: StaticString,
        _ numbers: [(StaticString, Double)],
        _ attributes: [Attribute],
        content: () -> Void = {}
    ) {
        sink.open(name, attributes, numbers.map { Attribute($0.0, .number($0.1)) })
        content()
        sink.close(name)
    }

    private func element(_ name: StaticString, text: String, _ attributes: [Attribute]) {
        sink.open(name, attributes)
        sink.write(text: text)
        sink.close(name)
    }
}

extension SVG {
    /// The drawing's name, which the drawing refers to with `.labelled(by:)`.
    package func title(_ text: String, _ attributes: Attribute...) { element("title", text: text, attributes) }
    package func desc(_ text: String, _ attributes: Attribute...) { element("desc", text: text, attributes) }

    package func g(_ attributes: Attribute..., content: () -> Void) { element("g", [], attributes, content: content) }
    package func defs(content: () -> Void) { element("defs", [], [], content: content) }

    package func symbol(_ id: ID, viewBox: ViewBox, _ attributes: Attribute..., content: () -> Void) {
        sink.open(
            "symbol",
            attributes,
            [.id(id), Attribute("viewBox", .numbers([viewBox.x, viewBox.y, viewBox.width, viewBox.height]))]
        )
        content()
        sink.close("symbol")
    }

    /// A square that is repeated over what is painted with it, by its id in the same page.
    package func pattern(_ id: ID, size: Double, content: () -> Void) {
        sink.open(
            "pattern",
            [.id(id)],
            [
                Attribute("width", .number(size)), Attribute("height", .number(size)),
                Attribute("patternUnits", .constant("userSpaceOnUse")),
            ]
        )
        content()
        sink.close("pattern")
    }

    /// Something drawn before, by its id in the same page.
    package func use(_ id: ID, x: Double = 0, y: Double = 0, _ attributes: Attribute...) {
        sink.open(
            "use",
            attributes,
            [Attribute("href", .text("#" + id.text)), Attribute("x", .number(x)), Attribute("y", .number(y))]
        )
        sink.close("use")
    }

    /// A link around a part of the drawing.
    package func a(to address: Address, _ attributes: Attribute..., content: () -> Void) {
        sink.open("a", attributes, [address.text.map { Attribute("href", .text($0)) }])
        content()
        sink.close("a")
    }

    package func line(x1: Double, y1: Double, x2: Double, y2: Double, _ attributes: Attribute...) {
        element("line", [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)], attributes)
    }

    package func rect(x: Double, y: Double, width: Double, height: Double, rx: Double = 0, _ attributes: Attribute...) {
        element("rect", [("x", x), ("y", y), ("width", width), ("height", height), ("rx", rx)], attributes)
    }

    /// A rectangle with a remark in it (`title`) or the like.
    package func rect(
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        rx: Double = 0,
        _ attributes: Attribute...,
        content: () -> Void
    ) {
        element("rect", [("x", x), ("y", y), ("width", width), ("height", height), ("rx", rx)], attributes, content: content)
    }

    package func circle(cx: Double, cy: Double, r: Double, _ attributes: Attribute...) {
        element("circle", [("cx", cx), ("cy", cy), ("r", r)], attributes)
    }

    /// A circle with a remark in it.
    package func circle(cx: Double, cy: Double, r: Double, _ attributes: Attribute..., content: () -> Void) {
        element("circle", [("cx", cx), ("cy", cy), ("r", r)], attributes, content: content)
    }

    package func ellipse(cx: Double, cy: Double, rx: Double, ry: Double, _ attributes: Attribute...) {
        element("ellipse", [("cx", cx), ("cy", cy), ("rx", rx), ("ry", ry)], attributes)
    }

    package func polyline(_ points: [Point], _ attributes: Attribute...) {
        sink.open("polyline", attributes, [Attribute("points", .numbers(points.flatMap { [$0.x, $0.y] }))])
        sink.close("polyline")
    }

    package func polygon(_ points: [Point], _ attributes: Attribute...) {
        sink.open("polygon", attributes, [Attribute("points", .numbers(points.flatMap { [$0.x, $0.y] }))])
        sink.close("polygon")
    }

    package func path(_ path: Path, _ attributes: Attribute...) {
        sink.open("path", attributes, [Attribute("d", .path(path))])
        sink.close("path")
    }

    /// A path with attributes that were gathered, and a remark in it.
    package func path(_ path: Path, with attributes: [Attribute], content: () -> Void) {
        sink.open("path", attributes, [Attribute("d", .path(path))])
        content()
        sink.close("path")
    }

    /// A circle with attributes that were gathered, and a remark in it.
    package func circle(cx: Double, cy: Double, r: Double, with attributes: [Attribute], content: () -> Void) {
        element("circle", [("cx", cx), ("cy", cy), ("r", r)], attributes, content: content)
    }

    /// A path with a remark in it.
    package func path(_ path: Path, _ attributes: Attribute..., content: () -> Void) {
        sink.open("path", attributes, [Attribute("d", .path(path))])
        content()
        sink.close("path")
    }

    package func text(_ text: String, x: Double, y: Double, _ attributes: Attribute...) {
        element("text", [("x", x), ("y", y)], attributes) { sink.write(text: text) }
    }

    /// A text in several spans.
    package func text(x: Double, y: Double, _ attributes: Attribute..., content: () -> Void) {
        element("text", [("x", x), ("y", y)], attributes, content: content)
    }

    /// A span of a text, placed in relation to what stands before.
    package func tspan(_ text: String, _ attributes: Attribute...) { element("tspan", text: text, attributes) }
}

extension VocabularyAttribute where Vocabulary == SVG {
    package static func fill(_ paint: SVG.Paint) -> Self { Self("fill", paint.value()) }
    package static func stroke(_ paint: SVG.Paint) -> Self { Self("stroke", paint.value()) }
    package static func strokeWidth(_ width: Double) -> Self { Self("stroke-width", .number(width)) }
    package static func dashes(_ lengths: Double...) -> Self { Self("stroke-dasharray", .numbers(lengths)) }
    package static func opacity(_ part: Double) -> Self { Self("opacity", .number(part)) }
    package static func anchor(_ anchor: SVG.TextAnchor) -> Self { Self("text-anchor", .constant(anchor.name)) }
    package static var centredBaseline: Self { Self("dominant-baseline", .constant("central")) }
    package static func fontSize(_ size: Double) -> Self { Self("font-size", .number(size)) }
    package static func transform(_ steps: SVG.Transform...) -> Self { Self("transform", .transform(steps)) }
    package static func width(_ width: Double) -> Self { Self("width", .number(width)) }
    package static func height(_ height: Double) -> Self { Self("height", .number(height)) }
    package static func x(_ x: Double) -> Self { Self("x", .number(x)) }
    package static func y(_ y: Double) -> Self { Self("y", .number(y)) }
    package static func dx(_ dx: Double) -> Self { Self("dx", .number(dx)) }
    package static func dy(_ dy: Double) -> Self { Self("dy", .number(dy)) }
    /// Lines keep their width however the drawing is scaled.
    package static var constantStroke: Self { Self("vector-effect", .constant("non-scaling-stroke")) }
    /// Not reached by the keyboard in old browsers.
    package static var unfocusable: Self { Self("focusable", .constant("false")) }
}
