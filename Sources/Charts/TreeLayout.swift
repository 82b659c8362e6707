import Markup

/// Where everything in a drawing stands.
struct TreeLayout {
    struct Box {
        var x, y, width, height: Double
        var lines: [String]
        var sign: Sign?
        var showsSign: Bool
        /// A line down the left side, which the links meet.
        var isRuled: Bool
        var isStrong: Bool

        var textX: Double { x + (showsSign && sign != nil ? 30 : 10) }
        /// The baseline of the first line, so that the lines together stand in the middle.
        var firstLineY: Double {
            y + (height - Double(lines.count) * TreeLayout.leading) / 2 + TreeLayout.leading * 0.74
        }
    }

    struct Link {
        var from, to: Point
        var sign: Sign?
    }

    struct Heading {
        var text: String
        var x, y: Double
    }

    static let leading = 18.0
    static let characterWidth = 7.3
    /// Bold letters are wider.
    static let strongCharacterWidth = 8.2
    private static let padding = 6.0

    var width: Double
    var height = 0.0
    var headings: [Heading] = []
    var boxes: [Box] = []
    var links: [Link] = []

    /// Columns from left to right; a box stands in the middle of its children.
    static func wide(_ tree: Tree) -> TreeLayout {
        let width = 1160.0
        let gap = 34.0
        let columns = max(1, tree.levels.count)
        // Goals are sentences and areas are words: a column is as wide as its longest word, and the rest of the width is shared after the
        // longest text on the level.
        let longest = Longest(in: tree.roots, levels: columns)
        let words = longest.words.map { Double(min($0, 30)) * strongCharacterWidth + 40 }
        let texts = longest.texts.map { Double(min($0, 64)) }
        let spare = max(0, width - gap * Double(columns - 1) - words.reduce(0, +))
        let widths = zip(words, texts).map { $0 + spare * $1 / max(1, texts.reduce(0, +)) }
        // The rule at the far left is drawn on both sides of its place, so the first column stands in by its width.
        let starts = (0..<columns).map { level in
            widths.prefix(level).reduce(2, +) + Double(level) * gap
        }
        var layout = TreeLayout(width: width)
        layout.headings = zip(tree.levels, starts).map { Heading(text: $0, x: $1 + 10, y: 16) }
        var top = 36.0
        for root in tree.roots {
            _ = layout.placeWide(root, parent: nil, top: &top, starts: starts, widths: widths)
        }
        layout.height = top + 4
        return layout
    }

    /// Places a branch; answers with the middle of its root.
    private mutating func placeWide(
        _ node: Tree.Node,
        parent: Int?,
        top: inout Double,
        starts: [Double],
        widths: [Double]
    ) -> Double {
        let level = min(max(0, node.level), starts.count - 1)
        let indent = node.showsSign && node.sign != nil ? 34.0 : 14.0
        let isStrong = node.showsSign || parent == nil
        let characterWidth = isStrong ? Self.strongCharacterWidth : Self.characterWidth
        let lines = wrapped(node.text, to: Int((widths[level] - indent) / characterWidth))
        let height = Double(lines.count) * Self.leading + 2 * Self.padding
        let begin = top
        let index = boxes.count
        boxes.append(
            Box(
                x: starts[level],
                y: 0,
                width: widths[level],
                height: height,
                lines: lines,
                sign: node.sign,
                showsSign: node.showsSign,
                isRuled: true,
                isStrong: isStrong
            )
        )
        var middles: [(middle: Double, node: Tree.Node, index: Int)] = []
        for child in node.children {
            let childIndex = boxes.count
            middles.append(
                (
                    placeWide(child, parent: index, top: &top, starts: starts, widths: widths), child,
                    childIndex
                )
            )
        }
        if top < begin + height + 10 { top = begin + height + 10 }
        let middle =
            if let first = middles.first, let last = middles.last {
                max((first.middle + last.middle) / 2, begin + height / 2)
            } else {
                begin + height / 2
            }
        boxes[index].y = middle - height / 2
        for child in middles {
            links.append(
                Link(
                    from: Point(x: starts[level] + widths[level] + 4, y: middle),
                    to: Point(x: boxes[child.index].x, y: child.middle),
                    sign: child.node.sign
                )
            )
        }
        // A line from the text to where the branches part, so that the eye is led although boxes have no frame.
        if !middles.isEmpty {
            let used = min(
                widths[level],
                indent + Double(lines.map(\.utf8.letters).max() ?? 0) * characterWidth + 8
            )
            let start = starts[level] + used
            if start < starts[level] + widths[level] + 4 {
                links.append(
                    Link(
                        from: Point(x: start, y: middle),
                        to: Point(x: starts[level] + widths[level] + 4, y: middle),
                        sign: node.sign
                    )
                )
            }
        }
        return middle
    }

    /// One box under the other, set in by level.
    static func narrow(_ tree: Tree) -> TreeLayout {
        var layout = TreeLayout(width: 328)
        var top = 4.0
        for root in tree.roots { layout.placeNarrow(root, depth: 0, top: &top) }
        layout.height = top + 4
        return layout
    }

    private mutating func placeNarrow(_ node: Tree.Node, depth: Int, top: inout Double) {
        let x = Double(min(depth, 6)) * 18
        let indent = node.showsSign && node.sign != nil ? 34.0 : 14.0
        let isStrong = node.showsSign || depth == 0
        let characterWidth = isStrong ? Self.strongCharacterWidth : Self.characterWidth
        let lines = wrapped(node.text, to: Int((width - x - indent) / characterWidth))
        let height = Double(lines.count) * Self.leading + 2 * Self.padding
        let box = Box(
            x: x,
            y: top,
            width: width - x,
            height: height,
            lines: lines,
            sign: node.sign,
            showsSign: node.showsSign,
            isRuled: false,
            isStrong: isStrong
        )
        boxes.append(box)
        top += height + 4
        for child in node.children {
            let middle = top + Self.padding + Self.leading / 2
            links.append(
                Link(
                    from: Point(x: x + 6, y: box.y + box.height - 2),
                    to: Point(x: Double(min(depth + 1, 6)) * 18 + 6, y: middle),
                    sign: child.sign
                )
            )
            placeNarrow(child, depth: depth + 1, top: &top)
        }
    }

    /// A text broken into lines of at most so many letters; a longer word is broken where it must be.
    private func wrapped(_ text: String, to limit: Int) -> [String] {
        let limit = max(8, limit)
        var lines: [String] = []
        var line = ""
        var length = 0
        for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
            var rest = Substring(word)
            var count = word.letters
            if !line.isEmpty, length + 1 + count > limit {
                lines.append(line)
                line = ""
                length = 0
            }
            while count > limit {
                lines.append(rest.prefix(limit - 1) + "-")
                rest = rest.dropFirst(limit - 1)
                count -= limit - 1
            }
            if !line.isEmpty {
                line += " "
                length += 1
            }
            line += rest
            length += count
        }
        if !line.isEmpty { lines.append(line) }
        return lines.isEmpty ? [""] : lines
    }
}

extension Collection<UInt8> {
    /// How many letters a text in UTF-8 has: the bytes that begin one.
    ///
    /// Counting `Character`s would be most of the time it takes to draw a tree, and here a letter and its accent are one in both counts.
    fileprivate var letters: Int {
        reduce(into: 0) { count, byte in
            if byte & 0xC0 != 0x80 { count += 1 }
        }
    }
}

/// The longest text and the longest word on each level of a tree, in letters.
private struct Longest {
    private(set) var texts: [Int]
    private(set) var words: [Int]

    init(in nodes: [Tree.Node], levels: Int) {
        texts = Array(repeating: 0, count: levels)
        words = texts
        for node in nodes { read(node) }
    }

    private mutating func read(_ node: Tree.Node) {
        let level = min(max(0, node.level), texts.count - 1)
        var text = 0
        var word = 0
        for byte in node.text.utf8 {
            if byte <= 0x20 {
                words[level] = max(words[level], word)
                word = 0
                text += 1
            } else if byte & 0xC0 != 0x80 {
                word += 1
                text += 1
            }
        }
        words[level] = max(words[level], word)
        texts[level] = max(texts[level], text)
        for child in node.children { read(child) }
    }
}
