/// The content lines of iCalendar (RFC 5545, 3.1) as they are written.
///
/// A line ends with CR and LF. One that would be longer than 75 octets is folded: it goes on after CR, LF and a space, and a reader takes
/// those three away again. A character or an escape is never parted, though the RFC allows it, since readers that fold out too late are
/// many.
struct ContentLines {
    private(set) var bytes: [UInt8] = []

    /// The octets that stand on the line so far, the space after a fold among them.
    private var width = 0

    private static let widest = 75

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes a whole line from our own source.
    mutating func write(line: StaticString) {
        write(line)
        endLine()
    }

    /// Writes ASCII from our own source: a property's name, its parameters and the colon.
    mutating func write(_ constant: StaticString) {
        makeRoom(constant.utf8CodeUnitCount)
        // The pointer of a StaticString lives as long as the program, and it is read only here.
        constant.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes bytes that hold nothing but ASCII and need no escaping: a moment, a number, an address.
    mutating func write(ascii value: some Sequence<UInt8>) {
        for byte in value {
            makeRoom(1)
            bytes.append(byte)
        }
    }

    /// Writes a property whose value is a text, with the line's end.
    mutating func property(_ name: StaticString, _ text: String) {
        write(name)
        write(":")
        write(text: text)
        endLine()
    }

    /// Writes a property whose value is an address, with the line's end.
    mutating func property(_ name: StaticString, address: String) {
        write(name)
        write(":")
        write(ascii: URIText.encoded(address).utf8)
        endLine()
    }

    /// Ends the line.
    mutating func endLine() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        width = 0
    }

    /// Writes a text (RFC 5545, 3.3.11) so that a reader gets the same text back.
    ///
    /// Every kind of line end becomes a line feed: CR, CR LF, and U+0085, U+2028 and U+2029, at which some readers would break the
    /// content line itself. Other control characters but the tab are forbidden and become U+FFFD.
    mutating func write(text: String) {
        let span = text.utf8Span.span
        var index = 0
        while index < span.count {
            let byte = span[index]
            let length = Self.length(ofCharacterFrom: byte)
            let second = length > 1 ? span[index + 1] : 0
            let third = length > 2 ? span[index + 2] : 0
            switch (byte, second, third) {
            case (UInt8(ascii: "\\"), _, _), (UInt8(ascii: ";"), _, _), (UInt8(ascii: ","), _, _): escape(byte)
            case (0x0D, _, _) where index + 1 < span.count && span[index + 1] == 0x0A: break
            case (0x0A, _, _), (0x0D, _, _), (0xC2, 0x85, _), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): escape(UInt8(ascii: "n"))
            case (0x09, _, _): put(byte)
            case (0..<0x20, _, _), (0x7F, _, _), (0xC2, 0x80..<0xA0, _): write("\u{FFFD}")
            default:
                makeRoom(length)
                for offset in 0..<length {
                    bytes.append(span[index + offset])
                }
            }
            index += length
        }
    }

    private mutating func put(_ byte: UInt8) {
        makeRoom(1)
        bytes.append(byte)
    }

    private mutating func escape(_ byte: UInt8) {
        makeRoom(2)
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
    }

    /// Folds the line unless so many octets more have room on it, and counts them.
    private mutating func makeRoom(_ count: Int) {
        if width + count > Self.widest {
            bytes.append(0x0D)
            bytes.append(0x0A)
            bytes.append(0x20)
            width = 1
        }
        width += count
    }

    private static func length(ofCharacterFrom lead: UInt8) -> Int {
        switch lead {
        case 0..<0x80: 1
        case 0x80..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }
}
