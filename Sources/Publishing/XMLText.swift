/// XML as it is written.
///
/// Names come from our own source; whatever reaches the document through a `String` is text.
struct XMLText {
    private(set) var bytes: [UInt8]

    /// Begins a document.
    init(reserving capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
        write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    }

    /// Writes bytes from our own source as they are.
    mutating func write(_ constant: StaticString) {
        // The pointer of a StaticString lives as long as the program, and it is read only here.
        constant.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes an element that holds a text, on a line of its own.
    mutating func element(_ name: StaticString, _ text: String) {
        write("<")
        write(name)
        write(">")
        write(text: text)
        write("</")
        write(name)
        write(">\n")
    }

    /// Writes an attribute with a space before it.
    mutating func attribute(_ name: StaticString, _ value: String) {
        write(" ")
        write(name)
        write("=\"")
        write(text: value, inAttribute: true)
        write("\"")
    }

    /// Writes a text so that a reader of the XML gets the same text back.
    ///
    /// The work is done on UTF-8 bytes: over `Character`s a `<` followed by a combining accent would slip through. Readers make a
    /// carriage return into a line feed, and in attributes every line feed and tab into a space, unless they are written as
    /// references. The characters that XML 1.0 has no way to write become U+FFFD.
    mutating func write(text: String, inAttribute: Bool = false) {
        let span = text.utf8Span.span
        var index = 0
        while index < span.count {
            let byte = span[index]
            index += 1
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: ">"): write("&gt;")
            case UInt8(ascii: "\""): write("&quot;")
            case 0x09 where inAttribute: write("&#9;")
            case 0x0A where inAttribute: write("&#10;")
            case 0x09, 0x0A: bytes.append(byte)
            case 0x0D: write("&#13;")
            case 0x00..<0x20: write("\u{FFFD}")
            case 0xEF where index + 1 < span.count && span[index] == 0xBF && span[index + 1] >= 0xBE:
                // U+FFFE and U+FFFF.
                index += 2
                write("\u{FFFD}")
            default: bytes.append(byte)
            }
        }
    }
}
