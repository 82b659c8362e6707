import Journal

/// One-time codes from the time of day (TOTP, RFC 6238): SHA-1, six figures, steps of thirty seconds.
enum TimeCode {
    /// How long a code is shown.
    private static let step: Int64 = 30 * .second
    /// How many figures a code has.
    static let length = 6

    /// A new secret, as long as the hash (RFC 4226, section 4).
    static func newSecret() -> [UInt8] {
        Random.bytes(20)
    }

    /// The step that a moment falls in.
    static func step(at moment: Int64) -> Int64 {
        moment / step
    }

    /// The code of a step.
    static func code(secret: [UInt8], step: Int64, length: Int = length) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let hash = SHA1.authentication(of: counter, key: secret)
        let offset = Int(hash[19] & 15)
        let number = hash[offset..<offset + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        var divisor: UInt32 = 1
        for _ in 0..<length { divisor *= 10 }
        let digits = String(number % divisor)
        return String(repeating: "0", count: length - digits.count) + digits
    }

    /// The step that a code belongs to: this, the one before or the one after, since clocks differ; nil for a wrong code and one of a
    /// step that isn't later than the last used.
    static func step(of code: String, secret: [UInt8], at moment: Int64, after lastStep: Int64) -> Int64? {
        let now = step(at: moment)
        return (now - 1...now + 1).first { $0 > lastStep && Self.code(secret: secret, step: $0) == code }
    }
}

/// What somebody has typed as a code.
enum TypedCode: Equatable {
    /// Six figures, from an authenticator.
    case time(String)
    /// Ten letters and figures, from a list on paper.
    case recovery(String)

    /// A code without the spaces and hyphens that people write between groups; nil for what is neither kind.
    init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        let letters = text.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "-" }.map { Character($0) }
        let code = String(letters)
        if letters.count == TimeCode.length, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            self = .time(code)
        } else if letters.count == RecoveryCode.length, letters.allSatisfy({ RecoveryCode.letters.contains($0) }) {
            self = .recovery(code)
        } else {
            return nil
        }
    }
}

/// Codes on paper for when the authenticator is lost.
enum RecoveryCode {
    /// How many a person gets.
    static let count = 10
    /// How many letters a code has: 49 bits.
    static let length = 10
    /// None of them looks like another: no 0, O, 1, l or i.
    static let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")

    /// A new code, without the hyphen it is shown with.
    static func make() -> String {
        // Bytes from 248 on would make the first letters likelier than the last.
        let bound = 256 - 256 % letters.count
        var code = ""
        while code.utf8.count < length {
            for byte in Random.bytes(length) where code.utf8.count < length && Int(byte) < bound {
                code.append(letters[Int(byte) % letters.count])
            }
        }
        return code
    }

    /// A code as it is shown, in two groups.
    static func shown(_ code: String) -> String {
        "\(code.prefix(length / 2))-\(code.suffix(length / 2))"
    }
}

/// Bytes as base32 (RFC 4648) without padding.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    /// The text of some bytes.
    static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var (bits, count) = (0 as UInt32, 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letters[Int(bits >> UInt32(count) & 31)])
            }
            bits &= (1 << UInt32(count)) - 1
        }
        if count > 0 { text.append(letters[Int(bits << UInt32(5 - count) & 31)]) }
        return text
    }
}
