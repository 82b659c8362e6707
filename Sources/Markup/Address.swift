/// Where a link, a form or an image points.
///
/// Only addresses that can't run anything exist: paths on this site (`/…`, `?…`, `#…`), `https:`, `http:`, `mailto:` and `otpauth:`, which opens an authenticator. What is put
/// into a literal is percent-encoded, so a name can't become another path:
///
/// ```swift
/// html.a("Årsta slott", to: "/kommuner/\(name)?datum=\(day)")
/// ```
package struct Address: Sendable, Equatable {
    /// The address as it is written, or nil if it was refused.
    ///
    /// A refused address writes no attribute at all: the link stays as inert text.
    package let text: String?

    /// An address from somewhere else; nil unless it is of a kind that is allowed.
    package init?(_ text: String) {
        guard let checked = Self.checked(text) else { return nil }
        self.text = checked
    }

    /// A place on the same page.
    package init(fragment: ID) {
        var written = "#"
        Self.percentEncode(fragment.text, into: &written)
        text = written
    }

    /// The steps of a path on this site, each percent-encoded.
    ///
    /// The steps `.` and `..` mean movement in an address whether they are encoded or not, so with one of them the address is refused.
    package init(steps: [String], query: [(name: String, value: String)] = [], fragment: ID? = nil) {
        var written = ""
        for step in steps {
            written += "/"
            Self.percentEncode(step, into: &written)
        }
        if steps.isEmpty {
            written = "/"
        }
        for (index, pair) in query.enumerated() {
            written += index == 0 ? "?" : "&"
            Self.percentEncode(pair.name, into: &written)
            written += "="
            Self.percentEncode(pair.value, into: &written)
        }
        if let fragment {
            written += "#"
            Self.percentEncode(fragment.text, into: &written)
        }
        text = Self.checked(written)
    }

    /// What is allowed, or nil.
    ///
    /// Browsers drop tabs and line feeds inside an address, trim blanks around it, and read `\` as `/`. So any control character
    /// refuses the address, nothing may stand before the scheme or the slash, and `\` is encoded.
    static func checked(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        switch bytes.first {
        case UInt8(ascii: "/"):
            // `//host` and `/\host` leave the site.
            guard bytes.count < 2 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")) else { return nil }
            guard !movesUpwards(bytes) else { return nil }
        case UInt8(ascii: "?"), UInt8(ascii: "#"):
            break
        default:
            let scheme = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
            guard
                scheme == "https://" || scheme == "otpauth:" || scheme.utf8.starts(with: "http://".utf8)
                    || scheme.utf8.starts(with: "mailto:".utf8)
            else { return nil }
        }
        guard bytes.contains(where: mustBeEncoded) else { return text }
        var written = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII, mustBeEncoded(UInt8(truncatingIfNeeded: scalar.value)) {
                percentEncode(String(scalar), into: &written)
            } else {
                written.unicodeScalars.append(scalar)
            }
        }
        return written
    }

    private static func mustBeEncoded(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: " ")
    }

    private static func movesUpwards(_ bytes: [UInt8]) -> Bool {
        let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
        return bytes[..<end].split(separator: UInt8(ascii: "/")).contains { step in
            step.elementsEqual(".".utf8) || step.elementsEqual("..".utf8)
        }
    }

    /// Writes everything but letters, digits and `-._~` as `%XX`.
    static func percentEncode(_ text: String, into written: inout String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                written.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                written += "%"
                written.unicodeScalars.append(hexDigit(byte >> 4))
                written.unicodeScalars.append(hexDigit(byte & 15))
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10)
    }
}

extension Address: ExpressibleByStringInterpolation {
    /// A literal from our own source, with values percent-encoded into it.
    package struct StringInterpolation: StringInterpolationProtocol {
        var written = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            written.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) {
            written += literal
        }

        /// Puts in a value as one step of a path or one value of a query.
        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            Address.percentEncode(value.description, into: &written)
        }
    }

    package init(stringLiteral value: String) {
        text = Self.checked(value)
    }

    package init(stringInterpolation: StringInterpolation) {
        text = Self.checked(stringInterpolation.written)
    }
}
