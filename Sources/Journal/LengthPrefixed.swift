/// Somewhere bytes go: a hash, or an array.
package protocol ByteSink {
    /// Takes in more bytes.
    mutating func write(_ bytes: UnsafeRawBufferPointer)
}

extension ByteSink {
    /// Takes in the bytes of any sequence, without a copy where it has them side by side.
    package mutating func write(_ bytes: some Sequence<UInt8>) {
        let written: Void? = bytes.withContiguousStorageIfAvailable { write(UnsafeRawBufferPointer($0)) }
        if written == nil { Array(bytes).withUnsafeBytes { write($0) } }
    }
}

extension [UInt8]: ByteSink {
    /// Appends the bytes.
    package mutating func write(_ bytes: UnsafeRawBufferPointer) {
        append(contentsOf: bytes)
    }
}

/// Writes fields so that where one ends and the next begins is part of what is written.
///
/// Each field is its length as eight big-endian bytes, then its bytes. Without the lengths, ("ab", "c") and ("a", "bc")
/// would have the same hash, and an alteration could hide in the border between two fields.
package struct LengthPrefixed<Sink: ByteSink> {
    /// Where the fields go.
    package private(set) var sink: Sink

    /// Fields that go to a sink.
    package init(into sink: Sink) {
        self.sink = sink
    }

    /// Writes bytes as one field.
    package mutating func append(_ bytes: some Collection<UInt8>) {
        write(Int64(bytes.count))
        sink.write(bytes)
    }

    /// Writes a text's UTF-8 as one field.
    package mutating func append(_ text: String) {
        append(text.utf8)
    }

    /// Writes an integer as a field of eight big-endian bytes, two's complement.
    package mutating func append(_ integer: Int64) {
        write(8)
        write(integer)
    }

    /// Writes a digest's 32 bytes as one field.
    package mutating func append(_ digest: Digest) {
        write(Int64(Digest.byteCount))
        digest.withUnsafeBytes { sink.write($0) }
    }

    private mutating func write(_ integer: Int64) {
        withUnsafeBytes(of: integer.bigEndian) { sink.write($0) }
    }
}

extension LengthPrefixed<SHA256> {
    /// Fields that are hashed as they come.
    package init() {
        self.init(into: SHA256())
    }

    /// The digest of the fields so far.
    package var digest: Digest { sink.finish() }
}
