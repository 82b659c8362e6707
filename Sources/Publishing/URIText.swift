package import Cooperation

/// A `tag:` URI (RFC 4151): an id for ever, which no later change of addresses can break.
///
/// - Parameters:
///   - authority: a domain name without port, which belonged to the publisher on that day. It is written in lower case, and what no
///     domain name or mail address holds becomes a hyphen.
///   - day: any day on which the publisher had the name. The same thing must have the same day every time.
///   - specific: what is named, unique to that authority and day. What such a URI can't hold is percent-encoded, and so is the percent
///     sign itself, so that two different texts never become the same id.
/// - Returns: `tag:example.se,2026-11-23:program/2019`.
package func tagURI(authority: String, day: Day, specific: String) -> String {
    var bytes = Array("tag:".utf8)
    for byte in authority.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "@"):
            bytes.append(byte)
        default: bytes.append(UInt8(ascii: "-"))
        }
    }
    bytes.append(UInt8(ascii: ","))
    bytes.append(day, punctuated: true)
    bytes.append(UInt8(ascii: ":"))
    for byte in specific.utf8 {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "["), UInt8(ascii: "]"):
            URIText.percentEncode(byte, into: &bytes)
        default: URIText.write(byte, into: &bytes)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Addresses as URIs (RFC 3986).
enum URIText {
    /// The address with what a URI can't hold percent-encoded; the rest stands as it is.
    ///
    /// Atom allows letters outside ASCII, but iCalendar doesn't and some feed readers fail on them. That the address is absolute is up
    /// to the caller.
    static func encoded(_ address: String) -> String {
        let span = address.utf8Span.span
        var bytes: [UInt8] = []
        bytes.reserveCapacity(span.count)
        for index in span.indices {
            let byte = span[index]
            let isEscape = span.count > index + 2 && isHexDigit(span[index + 1]) && isHexDigit(span[index + 2])
            if byte == UInt8(ascii: "%"), !isEscape {
                percentEncode(byte, into: &bytes)
            } else {
                write(byte, into: &bytes)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    fileprivate static func write(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"),
            UInt8(ascii: "{")...UInt8(ascii: "}"), 0...0x20, 0x7F...0xFF:
            percentEncode(byte, into: &bytes)
        default: bytes.append(byte)
        }
    }

    fileprivate static func percentEncode(_ byte: UInt8, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
