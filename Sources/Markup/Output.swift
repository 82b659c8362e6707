/// The bytes as they are written, and all that can be written into them.
///
/// A value with mutating functions, so that a whole element is written under one access to the `Sink` that holds it.
struct Output {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes bytes from our own source text as they are.
    mutating func write(_ constant: StaticString) {
        // The pointer of a StaticString lives as long as the program, and it is read only here.
        constant.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes markup that a writer of this module has already made.
    mutating func embed(alreadyWritten markup: Markup) {
        bytes.append(contentsOf: markup.bytes)
    }

    /// Writes one byte from our own source.
    mutating func write(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Writes a text so that it is the same text, and nothing else, for the one who reads the page.
    ///
    /// The work is done on UTF-8 bytes. Over `Character`s a quotation mark followed by a combining accent would be one unknown
    /// character and slip through, which is a known hole in template engines. Characters that HTML forbids in a document (controls
    /// besides tab, line feed, form feed and carriage return, and U+0080–U+009F) become U+FFFD.
    mutating func write(text: String) {
        let span = text.utf8Span.span
        var index = 0
        while index < span.count, !Escaping.mayNeedCare(span[index]) {
            index += 1
        }
        guard index < span.count else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        index = 0
        while index < span.count {
            let byte = span[index]
            index += 1
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: ">"): write("&gt;")
            case UInt8(ascii: "\""): write("&quot;")
            case UInt8(ascii: "'"): write("&#39;")
            case 0x09, 0x0A, 0x0C, 0x0D: bytes.append(byte)
            case 0x00..<0x20, 0x7F: write("\u{FFFD}")
            case 0xC2 where index < span.count && span[index] < 0xA0:
                index += 1
                write("\u{FFFD}")
            default: bytes.append(byte)
            }
        }
    }

    /// Writes a whole number.
    mutating func write(_ number: Int) {
        if number < 0 {
            bytes.append(UInt8(ascii: "-"))
        }
        write(magnitude: number.magnitude, digits: 1)
    }

    /// Writes a number with at most two decimals and a point, whatever the locale.
    ///
    /// Two decimals of a drawing's unit are finer than any screen shows. What is not a number is written as 0, and what is too large
    /// is cut, since a drawing must never be broken by a figure.
    mutating func write(_ number: Double) {
        guard number.isFinite else {
            bytes.append(UInt8(ascii: "0"))
            return
        }
        let hundredths = Int((min(max(number, -1e12), 1e12) * 100).rounded())
        if hundredths < 0 {
            bytes.append(UInt8(ascii: "-"))
        }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        write(magnitude: whole, digits: 1)
        if rest > 0 {
            bytes.append(UInt8(ascii: "."))
            if rest.isMultiple(of: 10) {
                write(magnitude: rest / 10, digits: 1)
            } else {
                write(magnitude: rest, digits: 2)
            }
        }
    }

    private mutating func write(magnitude: UInt, digits: Int) {
        var divisor: UInt = 1
        var count = 1
        while magnitude / divisor >= 10 || count < digits {
            divisor *= 10
            count += 1
        }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude / divisor % 10))
            divisor /= 10
        }
    }

    mutating func write<Item>(list: [Item], _ write: (inout Output, Item) -> Void) {
        for (index, item) in list.enumerated() {
            if index > 0 {
                self.write(UInt8(ascii: " "))
            }
            write(&self, item)
        }
    }

    mutating func open<Vocabulary>(
        _ name: StaticString,
        _ attributes: [VocabularyAttribute<Vocabulary>],
        _ more: [VocabularyAttribute<Vocabulary>?]
    ) {
        write(UInt8(ascii: "<"))
        write(name)
        for case let attribute? in more {
            attribute.write(into: &self)
        }
        for attribute in attributes {
            attribute.write(into: &self)
        }
        write(UInt8(ascii: ">"))
    }

    mutating func close(_ name: StaticString) {
        write("</")
        write(name)
        write(UInt8(ascii: ">"))
    }
}

private enum Escaping {
    /// Whether a byte can't be copied without a second look.
    @inline(__always)
    static func mayNeedCare(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2
            || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}
