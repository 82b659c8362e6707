/// A second factor that is being made: what the person puts into an authenticator.
package struct Enrolment: Hashable, Sendable {
    /// The secret as base32 (RFC 4648) without padding: 32 letters and figures.
    package let secret: String

    /// The secret in groups of four, for whoever types it in.
    package var groups: [String] {
        let letters = Array(secret)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<Swift.min($0 + 4, letters.count)]) }
    }

    /// The address that authenticators read as a QR code (the Key Uri Format of Google Authenticator, which all of them read).
    ///
    /// - Parameters:
    ///   - account: what the authenticator calls the account, such as the mail address.
    ///   - issuer: what it calls the site.
    /// - Returns: an `otpauth:` address.
    package func address(account: String, issuer: String) -> String {
        let issuer = Self.escaped(issuer)
        return "otpauth://totp/\(issuer):\(Self.escaped(account))?secret=\(secret)&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=30"
    }

    /// A text with all but RFC 3986's unreserved characters escaped; a colon too, since it parts issuer from account.
    private static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
