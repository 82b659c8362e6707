/// An element as a reader of XML sees it.
struct XMLElement: Equatable {
    var name: String
    var attributes: [String: String] = [:]
    var text = ""
    var children: [XMLElement] = []

    /// The elements within with that name.
    func all(_ name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }

    /// The text of the only element within with that name; nil when there is none or more than one.
    func text(of name: String) -> String? {
        let found = all(name)
        return found.count == 1 ? found[0].text : nil
    }

    /// Where the only link of a relation leads.
    func link(_ relation: String) -> String? {
        let found = all("link").filter { $0.attributes["rel"] == relation }
        return found.count == 1 ? found[0].attributes["href"] : nil
    }
}

/// A small strict reader of XML 1.0 without document types, comments and processing instructions.
///
/// It does what the standard says of line ends and of white space in attributes, so that a text comes back only if it was written with
/// regard to both.
struct XMLReader {
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    private var rest: Substring.UnicodeScalarView

    /// The outermost element of a document.
    static func read(_ bytes: [UInt8]) throws -> XMLElement {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault(description: "not UTF-8") }
        var reader = XMLReader(rest: Substring(text).unicodeScalars)
        for scalar in reader.rest where !isAllowed(scalar) {
            throw Fault(description: "U+\(String(scalar.value, radix: 16))")
        }
        try reader.expect("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        let element = try reader.element()
        try reader.expect("\n")
        guard reader.rest.isEmpty else { throw Fault(description: "something after the end") }
        return element
    }

    /// Whether XML 1.0 has a way to write a character.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    private mutating func element() throws -> XMLElement {
        try expect("<")
        var element = XMLElement(name: try name())
        while take(" ") {
            let attribute = try name()
            try expect("=\"")
            guard element.attributes[attribute] == nil else { throw Fault(description: "\(attribute) twice") }
            element.attributes[attribute] = try text(until: "\"", inAttribute: true)
            try expect("\"")
        }
        if take("/") {
            try expect(">")
            return element
        }
        try expect(">")
        while true {
            element.text += try text(until: "<", inAttribute: false)
            if rest.starts(with: "</".unicodeScalars) { break }
            element.children.append(try self.element())
        }
        try expect("</")
        try expect(element.name)
        try expect(">")
        return element
    }

    private mutating func text(until end: Unicode.Scalar, inAttribute: Bool) throws -> String {
        var text = String.UnicodeScalarView()
        while let scalar = rest.first, scalar != end {
            switch scalar {
            case "<", ">": throw Fault(description: "\(scalar) that is not escaped")
            case "&": text.append(try reference())
            case "\r":
                rest.removeFirst()
                if rest.first != "\n" { text.append(inAttribute ? " " : "\n") }
            case "\t" where inAttribute, "\n" where inAttribute:
                rest.removeFirst()
                text.append(" ")
            default: text.append(rest.removeFirst())
            }
        }
        guard !rest.isEmpty else { throw Fault(description: "a text without an end") }
        return String(text)
    }

    private mutating func reference() throws -> Unicode.Scalar {
        try expect("&")
        guard let end = rest.firstIndex(of: ";") else { throw Fault(description: "an ampersand that is not escaped") }
        let name = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        default:
            guard name.hasPrefix("#"), let value = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(value),
                Self.isAllowed(scalar)
            else { throw Fault(description: "the reference \(name)") }
            return scalar
        }
    }

    private mutating func name() throws -> String {
        let name = rest.prefix { $0.properties.isAlphabetic || $0 == ":" }
        guard !name.isEmpty else { throw Fault(description: "an element or attribute without a name") }
        rest = rest.dropFirst(name.count)
        return String(name)
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    private mutating func expect(_ text: String) throws {
        guard take(text) else { throw Fault(description: "\(text) was expected before \(String(rest.prefix(20)))") }
    }
}
