package import Markup

/// A drawing as a file of its own: with the style that the site's style sheet gives it on a page, in light colours, and its source.
package struct DrawingFile {
    private let drawing: Markup
    private let shape: DrawingShape

    /// The file of a drawing.
    ///
    /// - Parameters:
    ///   - drawing: made in that shape.
    ///   - shape: for which width; it decides the size of the text.
    package init(_ drawing: Markup, shape: DrawingShape) {
        self.drawing = drawing
        self.shape = shape
    }

    /// The file, with a ground under the drawing and the height and width that programs ask for.
    package var bytes: [UInt8] {
        guard let end = drawing.bytes.firstIndex(of: UInt8(ascii: ">")) else { return drawing.bytes }
        let height = height
        var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        bytes += drawing.bytes[..<end]
        bytes += " width=\"\(Int(shape.width))\" height=\"\(height)\"><style>\(style)</style>".utf8
        bytes += "<rect class=\"file-ground\" width=\"\(Int(shape.width))\" height=\"\(height)\"></rect>".utf8
        bytes += drawing.bytes[(end + 1)...]
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// The height of the drawing, as its view box has it.
    private var height: Int {
        let name = Array("viewBox=\"".utf8)
        guard let start = drawing.bytes.indices.first(where: { drawing.bytes[$0...].starts(with: name) }) else { return 1 }
        let numbers = drawing.bytes[(start + name.count)...].prefix { $0 != UInt8(ascii: "\"") }
        return numbers.split(separator: UInt8(ascii: " ")).last.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 1
    }

    /// What the site's style sheet says of drawings, without what programs that draw files don't know: variables and lists of selectors.
    private var style: String {
        let (ink, ground, muted, line, hair) = ("#1B1F1D", "#FBFAF7", "#4A524E", "#8C8A80", "#DAD7CC")
        let (spruce, tint, amber, brick) = ("#0B5D4E", "#E3EFEA", "#F6ECD9", "#9C3526")
        return """
            svg{color:\(ink)}\
            text{font-family:system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;fill:\(ink);font-size:\(shape.textSize)px}\
            .file-ground{fill:\(ground)}\
            .chart-small{fill:\(muted);font-size:\(shape.smallSize)px}.chart-strong{font-weight:600}\
            .chart-unknown{fill:\(muted);font-style:italic}\
            .chart-axis{stroke:\(line);stroke-width:1}.chart-hair{stroke:\(hair);stroke-width:1}\
            .chart-leader{stroke:\(line);stroke-width:1}\
            .chart-quiet{color:\(line)}.chart-highlight{color:\(spruce)}\
            .chart-best{color:\(spruce)}.chart-worst{color:\(brick)}\
            .chart-highlight text{fill:\(spruce)}\
            .chart-line{stroke:currentColor;stroke-width:1.5;fill:none}\
            .chart-highlight .chart-line{stroke-width:2.5}\
            .chart-dashed{stroke-dasharray:5 4}\
            .chart-mark{fill:currentColor;stroke:\(ground);stroke-width:1}\
            .chart-hollow{fill:\(ground);stroke:currentColor;stroke-width:1.75}\
            .chart-band{fill:\(line);fill-opacity:0.18}\
            .chart-bar{fill:currentColor}.chart-bar-hollow{fill:\(ground);stroke:currentColor;stroke-width:1.5}\
            .chart-stripes{stroke:currentColor;stroke-width:1.5}.chart-join{stroke:currentColor;stroke-width:2}\
            .chart-reference{stroke:\(ink);stroke-width:1.25;stroke-dasharray:2 3}\
            .area{stroke:\(line);stroke-width:1}.area-plain{fill:\(tint)}.area-strong{fill:\(spruce)}.area-tinted{fill:\(amber)}\
            .area-muted{fill:none;stroke-dasharray:2 3}.area-patterned{fill:\(ground)}\
            .area-stripe{stroke:\(spruce);stroke-width:1.25;fill:none}.area-pattern{stroke:none}\
            .area-halo{fill:none;stroke:\(ground);stroke-width:4px}\
            .area-name-strong text{fill:\(ground)}.area-name-muted text{fill:\(muted)}\
            .chart-line-out{stroke:\(ink);stroke-width:1}.chart-dot{fill:\(ink)}
            """
    }
}
