import CSodium

/// A SHA-256 digest: 32 bytes.
///
/// Four words instead of an array, so that a digest is copied and compared without touching the heap.
package struct Digest: Hashable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// How many bytes a digest has.
    package static let byteCount = 32

    /// Thirty-two zero bytes: what stands before the first entry.
    package static let zero = Digest(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// The digest of some bytes.
    package init(of bytes: some Sequence<UInt8>) {
        var hash = SHA256()
        hash.write(bytes)
        self = hash.finish()
    }

    /// A digest from its 32 bytes, or nil if there are more or fewer.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Digest.byteCount else { return nil }
        self.words = (0, 0, 0, 0)
        withUnsafeMutableBytes { $0.copyBytes(from: bytes) }
    }

    /// A digest from 64 hexadecimal digits, or nil if the text is anything else.
    package init?(hex: some StringProtocol) {
        guard let bytes = Hex.bytes(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// The digest's 32 bytes.
    package var bytes: [UInt8] {
        withUnsafeBytes { Array($0) }
    }

    /// The digest as 64 lower-case hexadecimal digits.
    package var hex: String {
        Hex.text(bytes)
    }

    /// Lends the digest's bytes to a closure.
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }

    fileprivate mutating func withUnsafeMutableBytes(_ body: (UnsafeMutableRawBufferPointer) -> Void) {
        Swift.withUnsafeMutableBytes(of: &words, body)
    }

    package static func == (one: Digest, other: Digest) -> Bool {
        one.words == other.words
    }

    package func hash(into hasher: inout Hasher) {
        withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension Digest: CustomStringConvertible {
    /// The hexadecimal form.
    package var description: String { hex }
}

/// SHA-256 over bytes that come in pieces.
package struct SHA256: ByteSink, Sendable {
    private var state = crypto_hash_sha256_state()

    /// A hash of nothing so far.
    package init() {
        crypto_hash_sha256_init(&state)
    }

    /// Takes in more bytes.
    package mutating func write(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        let count = UInt64(bytes.count)
        crypto_hash_sha256_update(&state, start.assumingMemoryBound(to: UInt8.self), count)
    }

    /// The digest of all the bytes taken in.
    package consuming func finish() -> Digest {
        var digest = Digest.zero
        digest.withUnsafeMutableBytes { bytes in
            let start = bytes.bindMemory(to: UInt8.self).baseAddress
            if let start { crypto_hash_sha256_final(&state, start) }
        }
        return digest
    }
}

/// Bytes as hexadecimal text.
package enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Two lower-case digits for each byte.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            var index = 0
            for byte in bytes {
                buffer[index] = digits[Int(byte >> 4)]
                buffer[index + 1] = digits[Int(byte & 15)]
                index += 2
            }
            return index
        }
    }

    /// The bytes of an even number of digits, or nil if the text is anything else.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let units = Array(text.utf8)
        guard units.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(units.count / 2)
        for index in stride(from: 0, to: units.count, by: 2) {
            guard let high = value(units[index]), let low = value(units[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ unit: UInt8) -> UInt8? {
        switch unit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): unit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): unit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): unit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
