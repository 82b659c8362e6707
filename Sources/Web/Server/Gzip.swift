import CZlib
import NIOCore

/// Compression, in one place.
///
/// `deflate` never waits, so a long body would hold one of the few threads that everything else shares. It is fed in pieces and steps
/// aside between them.
enum Gzip {
    /// How much is compressed in one go: about a millisecond.
    private static let piece = 128 * 1_024

    /// The bytes through gzip, or nil if they did not become smaller.
    static func compress(_ body: ByteBuffer, level: Int32) async -> ByteBuffer? {
        guard body.readableBytes >= 512, let deflater = Deflater(level: level) else { return nil }
        var rest = body
        var packed = ByteBuffer()
        packed.reserveCapacity(body.readableBytes / 3)
        while let part = rest.readSlice(length: min(piece, rest.readableBytes)), part.readableBytes > 0 {
            deflater.feed(part, isLast: rest.readableBytes == 0, into: &packed)
            if rest.readableBytes > 0 {
                await Task.yield()
            }
        }
        return deflater.isDone && packed.readableBytes < body.readableBytes ? packed : nil
    }

    /// Whether a reader takes gzip, by what it said in `Accept-Encoding` (RFC 9110 § 12.5.3).
    static func isAccepted(by value: String) -> Bool {
        var wildcard = false
        for item in value.utf8.split(separator: UInt8(ascii: ",")) {
            let parts = item.split(separator: UInt8(ascii: ";"))
            guard let coding = parts.first.map({ trimmed($0) }) else { continue }
            let isWanted = !parts.dropFirst().contains { isZero(trimmed($0)) }
            if coding == "gzip" || coding == "x-gzip" {
                return isWanted
            }
            if coding == "*" {
                wildcard = isWanted
            }
        }
        return wildcard
    }

    private static func trimmed(_ bytes: Substring.UTF8View) -> String {
        var kept: [UInt8] = []
        for byte in bytes where byte != UInt8(ascii: " ") && byte != 0x09 {
            kept.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Whether a parameter is a weight of nothing: `q=0`, `q=0.0`, `q=0.000`.
    private static func isZero(_ parameter: String) -> Bool {
        parameter.hasPrefix("q=0")
            && parameter.utf8.dropFirst(3).allSatisfy { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "0") }
    }
}

/// One run of zlib's `deflate`.
///
/// The stream has a fixed place in memory, since zlib keeps a pointer back to it.
private final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var isDone = false

    init?(level: Int32) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 more to have the gzip wrapper.
        let outcome = deflateInit2_(
            stream,
            level,
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard outcome == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func feed(_ part: ByteBuffer, isLast: Bool, into packed: inout ByteBuffer) {
        part.withUnsafeReadableBytes { input in
            // zlib takes a mutable pointer and promises not to write through it.
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            stream.pointee.avail_in = UInt32(input.count)
            repeat {
                packed.writeWithUnsafeMutableBytes(minimumWritableBytes: 32 * 1_024) { output in
                    stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    isDone = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_END
                    return output.count - Int(stream.pointee.avail_out)
                }
            } while stream.pointee.avail_out == 0
        }
    }
}
