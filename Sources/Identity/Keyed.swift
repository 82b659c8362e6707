import CSodium
import Journal

/// Keyed BLAKE2b: whoever hasn't the key can neither make a hash nor try guesses against one.
enum Keyed {
    /// The hash of fields under a key, for one purpose only: 32 bytes.
    ///
    /// - Parameters:
    ///   - key: 32 random bytes.
    ///   - purpose: what the hash is for, so that one made for another purpose is never taken.
    ///   - fields: what is hashed.
    /// - Returns: the hash.
    static func hash(key: [UInt8], _ purpose: String, _ fields: [UInt8]...) -> [UInt8] {
        // libsodium refuses other lengths and would leave zeros, which everybody can guess.
        precondition(
            (Int(crypto_generichash_KEYBYTES_MIN)...Int(crypto_generichash_KEYBYTES_MAX)).contains(key.count),
            "a key is too short"
        )
        var message = LengthPrefixed(into: [UInt8]())
        message.append(purpose)
        for field in fields { message.append(field) }
        let bytes = message.sink
        var hash = [UInt8](repeating: 0, count: 32)
        let status = crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), key, key.count)
        precondition(status == 0, "libsodium could not make a hash")
        return hash
    }
}

/// Bytes as base64url (RFC 4648) without padding.
enum Base64URL {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values: [UInt8: UInt32] = Dictionary(
        uniqueKeysWithValues: letters.enumerated().map { ($1, UInt32($0)) }
    )

    /// The text of some bytes.
    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let piece = bytes[start..<min(start + 3, bytes.count)]
            let bits = piece.reduce(0 as UInt32) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - piece.count))
            for index in 0...piece.count { text.append(letters[Int(bits >> (18 - 6 * UInt32(index)) & 63)]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text, or nil when it isn't exactly what ``text(_:)`` writes.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (bits, count) = (0 as UInt32, 0)
        for letter in text.utf8 {
            guard let value = values[letter] else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                bits &= (1 << UInt32(count)) - 1
            }
        }
        // What is left over must be zeros and less than a letter, or several texts would mean the same bytes.
        return count < 6 && bits == 0 ? bytes : nil
    }
}
