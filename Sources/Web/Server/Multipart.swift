/// A file as it was sent in a form.
package struct SentFile: Sendable, Equatable {
    /// The field it was chosen in.
    package let field: String
    /// The name as it was sent: anything at all, and possibly a path.
    package let name: String
    package let bytes: [UInt8]

    package init(field: String, name: String, bytes: [UInt8]) {
        self.field = field
        self.name = name
        self.bytes = bytes
    }

    /// What a route that takes one file needs for its `bodyLimit`: the file, and the fields around it.
    package static func bodyLimit(for mostBytes: Int) -> Int { mostBytes + 65_536 }
}

/// The body of a form that has files (`multipart/form-data`, RFC 7578).
///
/// Read strictly: browsers all write it in one way, and what two readers could read differently is refused. Nothing may stand before the
/// first part or after the last.
struct Multipart: Equatable {
    /// The fields that are no files, in order.
    private(set) var fields: [Query.Pair] = []
    /// The files, in order; a field for files where none was chosen has none.
    private(set) var files: [SentFile] = []

    static let mostParts = 50
    /// What may stand before the content of one part, in bytes.
    static let longestHead = 8_192

    /// Whether a `Content-Type` is that of a form with files, well written or not.
    static func isType(_ type: String) -> Bool {
        type.lowercased().utf8.starts(with: "multipart/".utf8)
    }

    /// Reads a body; nil when anything in it is broken.
    ///
    /// - Parameters:
    ///   - body: all of it.
    ///   - type: the request's `Content-Type`, which names the boundary.
    init?(_ body: [UInt8], type: String) {
        guard let type = HeaderValue(type), type.value == "multipart/form-data",
            let boundary = type.parameters["boundary"].map({ Array($0.utf8) }), Self.isBoundary(boundary)
        else { return nil }
        let opening = Array("--".utf8) + boundary
        guard body.starts(with: opening) else { return nil }
        let finder = Finder(Array("\r\n".utf8) + opening)
        var place = opening.count
        var parts = 0
        while true {
            guard body.count >= place + 2 else { return nil }
            if body[place] == UInt8(ascii: "-"), body[place + 1] == UInt8(ascii: "-") {
                let rest = body[(place + 2)...]
                guard parts > 0, rest.isEmpty || rest.elementsEqual("\r\n".utf8) else { return nil }
                return
            }
            guard body[place] == 0x0D, body[place + 1] == 0x0A else { return nil }
            parts += 1
            // The line break before a boundary belongs to it, so it can't also be the one that ends the head.
            guard parts <= Self.mostParts, let head = PartHead(body, from: place + 2),
                let end = finder.first(in: body, from: head.end - 2), end >= head.end, add(body[head.end..<end], head)
            else { return nil }
            place = end + finder.mark.count
        }
    }

    private mutating func add(_ content: ArraySlice<UInt8>, _ head: PartHead) -> Bool {
        if let fileName = head.fileName {
            // A field where no file was chosen is sent with neither a name nor content.
            if !(fileName.isEmpty && content.isEmpty) {
                files.append(SentFile(field: head.name, name: fileName, bytes: Array(content)))
            }
            return true
        }
        // The same letters as in a form without files.
        guard content.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }),
            let value = String(validating: content, as: UTF8.self)
        else { return false }
        fields.append(Query.Pair(name: head.name, value: value))
        return true
    }

    private static func isBoundary(_ boundary: [UInt8]) -> Bool {
        (1...70).contains(boundary.count) && boundary.last != UInt8(ascii: " ")
            && boundary.allSatisfy { isLetterOrFigure($0) || "'()+_,-./:=? ".utf8.contains($0) }
    }

    fileprivate static func isLetterOrFigure(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

/// What stands before the content of one part.
private struct PartHead {
    let name: String
    /// Nil for a field that is no file.
    let fileName: String?
    /// Where the content begins.
    let end: Int

    init?(_ body: [UInt8], from start: Int) {
        var place = start
        var disposition: HeaderValue?
        var seen: Set<String> = []
        while true {
            guard let line = Self.line(body, at: &place, before: start + Multipart.longestHead) else { return nil }
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
            let field = line[..<colon]
            guard field.allSatisfy({ Multipart.isLetterOrFigure($0) || $0 == UInt8(ascii: "-") }),
                let text = String(validating: line[(colon + 1)...], as: UTF8.self)
            else { return nil }
            let name = String(decoding: field, as: UTF8.self).lowercased()
            guard seen.insert(name).inserted else { return nil }
            switch name {
            case "content-disposition": disposition = HeaderValue(text)
            case "content-type": if Multipart.isType(String(text.drop { $0 == " " || $0 == "\t" })) { return nil }
            case "content-transfer-encoding":
                // RFC 7578 § 4.7: no browser writes it, and what is encoded isn't the file.
                guard let value = HeaderValue(text)?.value, ["7bit", "8bit", "binary"].contains(value) else { return nil }
            default: break
            }
        }
        guard let disposition, disposition.value == "form-data", disposition.parameters["filename*"] == nil,
            let name = disposition.parameters["name"], !name.isEmpty
        else { return nil }
        self.name = Self.unescaped(name)
        fileName = disposition.parameters["filename"].map { Self.unescaped($0) }
        end = place
    }

    /// The line at a place, which is moved past it; nil when none ends before a limit.
    private static func line(_ body: [UInt8], at place: inout Int, before limit: Int) -> ArraySlice<UInt8>? {
        var index = place
        while index + 1 < min(body.count, limit) {
            let byte = body[index]
            if byte == 0x0D, body[index + 1] == 0x0A {
                defer { place = index + 2 }
                return body[place..<index]
            }
            guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { return nil }
            index += 1
        }
        return nil
    }

    /// A name without the three escapes that browsers make in one.
    private static func unescaped(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "%")) else { return name }
        var bytes: [UInt8] = []
        var rest = Array(name.utf8)[...]
        while let byte = rest.first {
            let escaped: UInt8? =
                switch String(decoding: rest.prefix(3), as: UTF8.self) {
                case "%22": UInt8(ascii: "\"")
                case "%0D": 0x0D
                case "%0A": 0x0A
                default: nil
                }
            bytes.append(escaped ?? byte)
            rest = rest.dropFirst(escaped == nil ? 1 : 3)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A field's value with its parameters: `form-data; name="fil"; filename="avtal.pdf"`.
private struct HeaderValue {
    /// In lower-case letters.
    var value: String
    /// By their names in lower-case letters.
    var parameters: [String: String] = [:]

    /// Nil when it is badly written, or names a parameter twice.
    init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        value = String(decoding: Self.token(&rest, and: "/"), as: UTF8.self).lowercased()
        guard !value.isEmpty else { return nil }
        while !rest.isEmpty {
            guard rest.removeFirst() == UInt8(ascii: ";") else { return nil }
            let name = String(decoding: Self.token(&rest, and: "*"), as: UTF8.self).lowercased()
            guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return nil }
            let bytes: [UInt8]
            if rest.first == UInt8(ascii: "\"") {
                guard let quoted = Self.quoted(&rest) else { return nil }
                bytes = quoted
            } else {
                bytes = Self.token(&rest, and: "'()+,/:=?")
                guard !bytes.isEmpty else { return nil }
            }
            guard parameters[name] == nil, let value = String(validating: bytes, as: UTF8.self) else { return nil }
            parameters[name] = value
        }
    }

    /// Letters, figures and a few marks, with blanks around them taken away.
    private static func token(_ rest: inout ArraySlice<UInt8>, and marks: String) -> [UInt8] {
        skipBlanks(&rest)
        let token = rest.prefix { Multipart.isLetterOrFigure($0) || "-._".utf8.contains($0) || marks.utf8.contains($0) }
        rest = rest.dropFirst(token.count)
        skipBlanks(&rest)
        return Array(token)
    }

    /// What stands between two quotation marks.
    ///
    /// A quotation mark within is written `%22`, and a backslash is a part of a path (HTML, § 4.10.21.8).
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        rest.removeFirst()
        let text = rest.prefix { $0 != UInt8(ascii: "\"") }
        guard text.endIndex < rest.endIndex else { return nil }
        rest = rest[(text.endIndex + 1)...]
        skipBlanks(&rest)
        return Array(text)
    }

    private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    }
}

/// Finds a mark among many bytes, mostly without looking at them (Horspool).
private struct Finder {
    let mark: [UInt8]
    private var steps: [Int]

    init(_ mark: [UInt8]) {
        self.mark = mark
        steps = [Int](repeating: mark.count, count: 256)
        for (index, byte) in mark.dropLast().enumerated() { steps[Int(byte)] = mark.count - 1 - index }
    }

    func first(in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + mark.count <= bytes.count {
            let last = bytes[place + mark.count - 1]
            if last == mark[mark.count - 1], bytes[place..<(place + mark.count)].elementsEqual(mark) { return place }
            place += steps[Int(last)]
        }
        return nil
    }
}
