/// Percent-encoding as addresses and forms have it (RFC 3986 § 2.1).
enum PercentEncoding {
    /// Decodes once; nil if a sequence is broken, the bytes are not UTF-8, or they hold a control character.
    ///
    /// Control characters are let through only where `allowsControls` says so, which is in the values of a form: text that is pasted from other
    /// programs has them, and `Form` says which field they are in and keeps what was written.
    static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool, allowsControls: Bool = false) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "%") {
                guard index + 1 < bytes.endIndex, let high = hexValue(bytes[index]), let low = hexValue(bytes[index + 1])
                else { return nil }
                byte = high << 4 | low
                index += 2
            } else if byte == UInt8(ascii: "+"), plusIsSpace {
                byte = UInt8(ascii: " ")
            }
            if byte < 0x20 || byte == 0x7F {
                guard allowsControls else { return nil }
            }
            decoded.append(byte)
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// Encodes everything but letters, digits and `-._~`.
    static func encode(_ text: String, into written: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                written.append(byte)
            default:
                written.append(UInt8(ascii: "%"))
                written.append(hexDigit(byte >> 4))
                written.append(hexDigit(byte & 15))
            }
        }
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
