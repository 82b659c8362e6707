package import NIOCore

/// A short name for some bytes: the same bytes have the same name, and others practically never.
///
/// Two 64-bit lanes, each folded with a full multiplication over eight bytes at a time. It is for `ETag` and for names of assets, where
/// what counts is that a changed page is seen as changed; it is no signature. What must stand against a forger is hashed in `Journal`.
package struct Fingerprint: Sendable, Hashable {
    package private(set) var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    package private(set) var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    package init(_ body: ByteBuffer) {
        body.withUnsafeReadableBytes { bytes in
            var offset = 0
            while offset + 8 <= bytes.count {
                mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
                offset += 8
            }
            var last: UInt64 = 0
            while offset < bytes.count {
                last = last << 8 | UInt64(bytes[offset])
                offset += 1
            }
            mix(last)
            mix(UInt64(bytes.count))
        }
    }

    /// Adds one more value.
    package mutating func mix(_ value: UInt64) {
        high = Self.fold(high ^ value, 0xA076_1D64_78BD_642F)
        low = Self.fold(low &+ value, 0xE703_7ED1_A0B4_28DB) ^ low.byteSwapped
    }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = (left ^ right).multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// The name in letters and digits.
    package var text: String {
        Self.hex(high) + Self.hex(low)
    }

    /// Half of the name, which is enough where there are only a few things to tell apart.
    package var shortText: String {
        Self.hex(high ^ low)
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
