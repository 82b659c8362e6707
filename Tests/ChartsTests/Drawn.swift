import Markup

@testable import Charts

/// A drawing as it was written, read back: elements, numbers and texts, and what is wrong with its form.
struct Drawn {
    struct Element {
        var name: String
        var attributes: [String: String] = [:]
        var text = ""
        /// The classes of the element and of those around it.
        var classes: Set<String> = []
        var isInLink = false

        subscript(name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
    }

    /// A text and the room it takes at most.
    struct Label {
        var text: String
        var box: Box
    }

    private(set) var elements: [Element] = []
    private(set) var problem: String?

    private var rest: ArraySlice<UInt8>
    private var open: [Int] = []

    init(_ markup: Markup) {
        rest = markup.bytes[...]
        while problem == nil, let byte = rest.first {
            switch byte {
            case UInt8(ascii: "<"): readTag()
            case UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): problem = "a stray character"
            default:
                let text = readText(until: [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'")])
                if let last = open.last { elements[last].text += text }
            }
        }
        if problem == nil, let last = open.last { problem = "\(elements[last].name) is not closed" }
    }

    private mutating func readTag() {
        rest = rest.dropFirst()
        let closes = take("/")
        let name = readName()
        if closes {
            guard let last = open.popLast(), elements[last].name == name, take(">") else {
                return problem = "\(name) closes nothing"
            }
            return
        }
        var element = Element(name: name)
        if let around = open.last {
            element.classes = elements[around].classes
            element.isInLink = elements[around].isInLink || elements[around].name == "a"
        }
        while take(" ") {
            let attribute = readName()
            guard !attribute.isEmpty, take("="), take("\"") else { return problem = "an attribute of \(name)" }
            guard element.attributes[attribute] == nil else { return problem = "\(attribute) twice in \(name)" }
            element.attributes[attribute] = readText(until: [UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">")])
            guard take("\"") else { return problem = "a value in \(name)" }
        }
        guard !name.isEmpty, take(">") else { return problem = "\(name) does not end" }
        element.classes.formUnion((element.attributes["class"] ?? "").split(separator: " ").map(String.init))
        open.append(elements.count)
        elements.append(element)
    }

    private mutating func readText(until ends: [UInt8]) -> String {
        var bytes: [UInt8] = []
        while let byte = rest.first, !ends.contains(byte) {
            guard byte == UInt8(ascii: "&") else {
                bytes.append(byte)
                rest = rest.dropFirst()
                continue
            }
            let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
            guard let entity = entities.first(where: { rest.starts(with: $0.key.utf8) }) else {
                problem = "an ampersand that is not escaped"
                return ""
            }
            bytes += entity.value.utf8
            rest = rest.dropFirst(entity.key.utf8.count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func readName() -> String {
        let name = rest.prefix { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        rest = rest.dropFirst(name.count)
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}

extension Drawn {
    var viewBox: Box {
        let numbers = (elements.first?.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 4 else { return Box(x: 0, y: 0, width: 0, height: 0) }
        return Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// All that is written, with the remarks at marks, apart by line feeds; wrapped texts are apart by one too.
    var written: String { elements.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n") }

    /// All that is written on the drawing, as words: lines that belong together can't be told from others.
    var words: Set<String> {
        Set(
            elements.filter { ["text", "title"].contains($0.name) }.flatMap {
                $0.text.split(whereSeparator: \.isWhitespace).map(String.init)
            }
        )
    }

    /// The texts with the room they take in the widest of fonts.
    func labels(_ shape: DrawingShape) -> [Label] {
        all("text").filter { !$0.classes.contains("area-halo") }.map { element in
            let own = Set((element.attributes["class"] ?? "").split(separator: " ").map(String.init))
            let isSmall =
                !own.isDisjoint(with: ["chart-small", "tier-small", "tier-label"])
                || own.contains("area-text") && shape == .narrow
            let size = isSmall ? shape.smallSize : shape.textSize
            let width = Lettering.width(of: element.text, size: size, isStrong: own.contains("chart-strong"))
            let start =
                switch element.attributes["text-anchor"] {
                case "middle": element["x"] - width / 2
                case "end": element["x"] - width
                default: element["x"]
                }
            return Label(text: element.text, box: Box(x: start, y: element["y"] - size * 0.76, width: width, height: size * 0.98))
        }
    }

    /// Every point that is drawn, apart from texts.
    var points: [Point] {
        elements.flatMap { element -> [Point] in
            switch element.name {
            case "line": [Point(x: element["x1"], y: element["y1"]), Point(x: element["x2"], y: element["y2"])]
            case "rect":
                [
                    Point(x: element["x"], y: element["y"]),
                    Point(x: element["x"] + element["width"], y: element["y"] + element["height"]),
                ]
            case "circle":
                [
                    Point(x: element["cx"] - element["r"], y: element["cy"] - element["r"]),
                    Point(x: element["cx"] + element["r"], y: element["cy"] + element["r"]),
                ]
            case "polygon", "polyline": Self.pairs(element.attributes["points"] ?? "")
            case "path": Self.ends(element.attributes["d"] ?? "")
            default: []
            }
        }
    }

    private static func pairs(_ text: String) -> [Point] {
        let numbers = text.split(separator: " ").compactMap { Double($0) }
        return stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
    }

    /// Where the steps of a path end.
    private static func ends(_ text: String) -> [Point] {
        text.split(whereSeparator: { "MLCAZ".contains($0) }).compactMap { step in
            let numbers = step.split(separator: " ").compactMap { Double($0) }
            guard numbers.count > 1 else { return nil }
            return Point(x: numbers[numbers.count - 2], y: numbers[numbers.count - 1])
        }
    }

    /// What stands outside the drawing.
    func outside(_ shape: DrawingShape) -> [String] {
        let bounds = viewBox
        func isInside(_ point: Point) -> Bool {
            point.x >= bounds.x - 1 && point.x <= bounds.maxX + 1 && point.y >= bounds.y - 1 && point.y <= bounds.maxY + 1
        }
        return points.filter { !isInside($0) }.map { "\($0)" }
            + labels(shape).filter { !isInside($0.box.corners[0]) || !isInside($0.box.corners[2]) }.map { "\($0)" }
    }

    /// Texts that stand on one another.
    func overlaps(_ shape: DrawingShape) -> [String] {
        let labels = labels(shape).filter { !$0.text.isEmpty }
        return labels.indices.flatMap { first in
            labels[(first + 1)...].filter { labels[first].box.overlaps($0.box, by: -0.6) }.map {
                "\(labels[first].text) | \($0.text)"
            }
        }
    }

    /// What must hold for every drawing.
    func faults(_ shape: DrawingShape, id: String, hasLinks: Bool = false) -> [String] {
        var faults = problem.map { [$0] } ?? []
        guard faults.isEmpty, let root = elements.first else { return faults }
        if root.attributes["role"] != (hasLinks ? nil : "img") { faults.append("role") }
        let ids = elements.compactMap { $0.attributes["id"] }
        if Set(ids).count != ids.count { faults.append("an id twice") }
        if !ids.allSatisfy({ $0.hasPrefix(id + "-") }) { faults.append("an id that isn't its own") }
        let names = (root.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
        if names.count != 2 || !names.allSatisfy(ids.contains) { faults.append("no name") }
        if elements.contains(where: { $0.attributes["style"] != nil }) { faults.append("a style") }
        for link in all("a") where (link.attributes["aria-label"] ?? "").isEmpty || (link.attributes["href"] ?? "").isEmpty {
            faults.append("a link without a name")
        }
        if viewBox.width != shape.width { faults.append("width") }
        return faults + outside(shape)
    }
}
