/// Finished markup: bytes that only the writers of this module can have made.
///
/// A view is a function from a model to `Markup`. Inside, it speaks to a writer, `HTML` or `SVG`, whose vocabulary is the elements;
/// what reaches the page through a `String` is always text, never markup:
///
/// ```swift
/// func view(_ page: ProgrammePage) -> Markup {
///     Markup { html in
///         html.section(.labelled(by: "rubrik")) {
///             html.h1(page.heading, .id("rubrik"))
///             html.ul {
///                 for goal in page.goals {
///                     html.li { html.a(goal.name, to: "/program/\(page.edition)/\(goal.id)") }
///                 }
///             }
///         }
///     }
/// }
/// ```
package struct Markup: Sendable, Equatable {
    /// The bytes in UTF-8.
    package let bytes: [UInt8]

    /// Writes a piece of a page.
    package init(reserving capacity: Int = 4_096, _ content: (HTML) -> Void) {
        let sink = Sink(reserving: capacity)
        content(HTML(sink: sink))
        bytes = sink.bytes
    }

    /// Writes a whole page, with its document type and its language.
    package static func page(
        language: Language,
        reserving capacity: Int = 32_768,
        _ content: (HTML) -> Void
    ) -> Markup {
        let sink = Sink(reserving: capacity)
        sink.write("<!DOCTYPE html>\n<html lang=\"")
        sink.write(language.tag)
        sink.write("\">")
        content(HTML(sink: sink))
        sink.write("</html>\n")
        return Markup(sink: sink)
    }

    /// Writes a drawing, which can stand alone as a file or be embedded in a page.
    package static func svg(
        viewBox: ViewBox,
        _ attributes: SVG.Attribute...,
        content: (SVG) -> Void
    ) -> Markup {
        let sink = Sink(reserving: 8_192)
        SVG.write(into: sink, viewBox: viewBox, attributes, content)
        return Markup(sink: sink)
    }

    /// Nothing at all.
    package static let empty = Markup { _ in }

    private init(sink: Sink) {
        bytes = sink.bytes
    }
}

/// The language of a page or of a part of it, as BCP 47 has it.
package struct Language: Sendable, ExpressibleByStringLiteral {
    let tag: StaticString

    package init(stringLiteral tag: StaticString) {
        self.tag = tag
    }

    package static let swedish: Language = "sv"
    package static let english: Language = "en"
}

/// Where the bytes are gathered.
///
/// A class, so that a view can write `html.p("…")` at any depth without handing the writer from closure to closure. It never leaves
/// the task that writes: it is not `Sendable`, and `Markup` copies nothing but the array out of it.
final class Sink {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes bytes from our own source text as they are.
    func write(_ constant: StaticString) {
        // The pointer of a StaticString lives as long as the program, and it is read only here.
        constant.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes markup that a writer of this module has already made.
    func embed(alreadyWritten markup: Markup) {
        bytes.append(contentsOf: markup.bytes)
    }

    /// Writes one byte from our own source.
    func write(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Writes a text so that it is the same text, and nothing else, for the one who reads the page.
    ///
    /// The work is done on UTF-8 bytes. Over `Character`s a quotation mark followed by a combining accent would be one unknown
    /// character and slip through, which is a known hole in template engines. Characters that HTML forbids in a document (controls
    /// besides tab, line feed, form feed and carriage return, and U+0080–U+009F) become U+FFFD.
    func write(text: String) {
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
    func write(_ number: Int) {
        if number < 0 {
            bytes.append(UInt8(ascii: "-"))
        }
        write(magnitude: number.magnitude, digits: 1)
    }

    /// Writes a number with at most two decimals and a point, whatever the locale.
    ///
    /// Two decimals of a drawing's unit are finer than any screen shows. What is not a number is written as 0, and what is too large
    /// is cut, since a drawing must never be broken by a figure.
    func write(_ number: Double) {
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

    private func write(magnitude: UInt, digits: Int) {
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
