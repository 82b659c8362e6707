/// A small strict reader of what the writers write: balanced elements, quoted attributes, no stray characters.
struct Checker {
    private(set) var problem: String?
    private(set) var attributeNames: [String] = []

    private static let void: Set<String> = ["br", "hr", "img", "input", "meta", "link", "col", "wbr"]
    private var rest: ArraySlice<UInt8>
    private var open: [String] = []

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
        while problem == nil, let byte = rest.first {
            switch byte {
            case UInt8(ascii: "<"): readTag()
            case UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): problem = "stray \(Character(Unicode.Scalar(byte)))"
            case UInt8(ascii: "&"): readEntity()
            default: rest = rest.dropFirst()
            }
        }
        if problem == nil, let name = open.last {
            problem = "\(name) is not closed"
        }
    }

    private mutating func readTag() {
        rest = rest.dropFirst()
        let closes = rest.first == UInt8(ascii: "/")
        if closes {
            rest = rest.dropFirst()
        }
        let name = readName()
        guard !name.isEmpty else { return problem = "an element without a name" }
        if closes {
            guard open.popLast() == name, take(">") else { return problem = "\(name) closes nothing" }
            return
        }
        while take(" ") {
            attributeNames.append(readName())
            guard attributeNames.last?.isEmpty == false else { return problem = "an attribute without a name in \(name)" }
            guard take("=") else { continue }
            guard take("\"") else { return problem = "an unquoted value in \(name)" }
            while let byte = rest.first, byte != UInt8(ascii: "\"") {
                guard byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "'") else {
                    return problem = "an unescaped character in a value in \(name)"
                }
                if byte == UInt8(ascii: "&") { readEntity() } else { rest = rest.dropFirst() }
            }
            guard take("\"") else { return problem = "a value without an end in \(name)" }
        }
        guard take(">") else { return problem = "\(name) does not end" }
        if !Self.void.contains(name) {
            open.append(name)
        }
    }

    private mutating func readEntity() {
        for entity in ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"] where rest.starts(with: entity.utf8) {
            rest = rest.dropFirst(entity.utf8.count)
            return
        }
        problem = "an ampersand that is not escaped"
    }

    private mutating func readName() -> String {
        let name = rest.prefix { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
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
