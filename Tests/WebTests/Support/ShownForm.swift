@testable import Web

/// A form on a page, read as a browser reads it: what is in its fields, and what it sends.
struct ShownForm {
    /// An element of the form with its attributes and, for a text area or an option, its text.
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""
    }

    private(set) var elements: [Element] = []
    let action: String
    /// What the browser would send.
    var pairs: [(name: String, value: String)] = []

    /// The first form of a page that is sent as a change; nil when there is none.
    init?(_ html: String) {
        guard let start = html.components(separatedBy: "<form ").dropFirst().first(where: { $0.hasPrefix("method=\"post\"") })
        else {
            return nil
        }
        let whole = "<form " + (start.components(separatedBy: "</form>").first ?? "")
        var tags = Self.read(whole)
        action = tags.removeFirst().attributes["action"] ?? ""
        elements = tags
        pairs = Self.pairs(tags)
    }

    /// The first value that is sent under a name.
    subscript(_ name: String) -> String? {
        get { pairs.first { $0.name == name }?.value }
        set {
            pairs.removeAll { $0.name == name }
            if let newValue { pairs.append((name, newValue)) }
        }
    }

    /// Every value that is sent under a name.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// Writes in a field, or chooses in it; several values for a group of boxes.
    mutating func fill(_ name: String, _ values: [String]) {
        pairs.removeAll { $0.name == name }
        pairs += values.map { (name, $0) }
    }

    /// What is sent, as a browser encodes it: line ends become CR LF.
    var body: [UInt8] { Self.encode(pairs) }

    /// What is sent, as the front door hands it on; nil when it can't be read.
    var sent: Query? { Query(form: body) }

    static func encode(_ pairs: [(name: String, value: String)]) -> [UInt8] {
        var body: [UInt8] = []
        for pair in pairs {
            if !body.isEmpty { body.append(UInt8(ascii: "&")) }
            PercentEncoding.encode(pair.name, into: &body)
            body.append(UInt8(ascii: "="))
            PercentEncoding.encode(withReturns(pair.value), into: &body)
        }
        return body
    }

    private static func withReturns(_ text: String) -> String {
        var returned = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", !wasReturn { returned.append("\r") }
            if wasReturn, scalar != "\n" { returned.append("\n") }
            returned.append(scalar)
            wasReturn = scalar == "\r"
        }
        if wasReturn { returned.append("\n") }
        return String(returned)
    }

    private static func pairs(_ elements: [Element]) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        var select: (name: String, first: String?, chosen: String?)?
        func finish() {
            if let open = select, let value = open.chosen ?? open.first { pairs.append((open.name, value)) }
            select = nil
        }
        for element in elements {
            let value = element.attributes["value"]
            if !["option", "optgroup"].contains(element.name) { finish() }
            switch (element.name, element.attributes["name"]) {
            case ("select", let name?): select = (name, nil, nil)
            case ("option", _):
                if select?.first == nil { select?.first = value ?? element.text }
                if element.attributes["selected"] != nil { select?.chosen = value ?? element.text }
            case ("textarea", let name?): pairs.append((name, element.text))
            case ("input", let name?):
                switch element.attributes["type"] {
                case "checkbox", "radio":
                    if element.attributes["checked"] != nil { pairs.append((name, value ?? "on")) }
                case "file": break
                default: pairs.append((name, value ?? ""))
                }
            default: break
            }
        }
        finish()
        return pairs
    }

    private static func read(_ html: String) -> [Element] {
        var elements: [Element] = []
        for part in html.components(separatedBy: "<") where !part.isEmpty && !part.hasPrefix("/") {
            let pieces = part.components(separatedBy: ">")
            let tag = pieces[0]
            let name = String(tag.prefix { $0 != " " })
            var attributes: [String: String] = [:]
            for (index, piece) in tag.components(separatedBy: "\"").enumerated() where index % 2 == 0 {
                // Between quoted values stand the names: one before the sign of equality, and those without a value.
                let names = piece.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
                for word in names where word != name || index > 0 {
                    if word.hasSuffix("=") {
                        attributes[String(word.dropLast())] = decoded(tag.components(separatedBy: "\"")[index + 1])
                    } else {
                        attributes[word] = ""
                    }
                }
            }
            var text = decoded(pieces.dropFirst().joined(separator: ">"))
            if name == "textarea", text.utf8.first == UInt8(ascii: "\n") { text = String(text.unicodeScalars.dropFirst()) }
            elements.append(Element(name: name, attributes: attributes, text: text))
        }
        return elements
    }

    private static func decoded(_ text: String) -> String {
        var decoded = text
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            decoded = decoded.replacingAll(entity, with: character)
        }
        return decoded
    }
}
