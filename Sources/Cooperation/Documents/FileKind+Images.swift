/// Pictures, read from mark to mark as far as to their end, so that nothing is hidden after it.
extension FileKind {
    private static func checkMeasures(_ width: Int, _ height: Int) throws(Doubt) {
        guard (1...30_000).contains(width), (1...30_000).contains(height), width * height <= 250_000_000 else { throw .measures }
    }

    /// PNG (RFC 2083): chunks from `IHDR` to `IEND`.
    static func checkPNG(_ bytes: [UInt8]) throws(Doubt) {
        var place = 8
        var hasPicture = false
        while true {
            guard let length = bytes.big(4, at: place), place + 12 + length <= bytes.count else { throw .cutOff }
            let name = place + 4
            guard bytes[name..<(name + 4)].allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { throw .broken }
            let isFirst = place == 8
            guard isFirst == bytes.holds("IHDR", at: name) else { throw .broken }
            if isFirst {
                guard length == 13, let width = bytes.big(4, at: place + 8), let height = bytes.big(4, at: place + 12) else {
                    throw .broken
                }
                let depths: [UInt8: [UInt8]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
                guard depths[bytes[place + 17]]?.contains(bytes[place + 16]) == true, bytes[place + 18] == 0,
                    bytes[place + 19] == 0, bytes[place + 20] <= 1
                else { throw .broken }
                guard bytes.big(4, at: place + 21) == Int(checksum(bytes[name..<(name + 17)])) else { throw .broken }
                try checkMeasures(width, height)
            }
            if bytes.holds("IDAT", at: name) { hasPicture = hasPicture || length > 0 }
            place += 12 + length
            guard bytes.holds("IEND", at: name) else { continue }
            guard length == 0, hasPicture else { throw .broken }
            guard place == bytes.count else { throw .goesOn }
            return
        }
    }

    /// The check sum of a chunk (CRC-32).
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    /// JPEG (ITU-T T.81): segments from the start of an image to its end.
    ///
    /// Cameras write further pictures after the first, each of which is read as it is, and pad with zeros.
    static func checkJPEG(_ bytes: [UInt8]) throws(Doubt) {
        var place = 0
        for _ in 0..<16 {
            try checkJPEG(bytes, from: &place)
            while bytes.byte(at: place) == 0 { place += 1 }
            if place == bytes.count { return }
            guard bytes.holds([0xFF, 0xD8, 0xFF], at: place) else { throw .goesOn }
        }
        throw .goesOn
    }

    private static func checkJPEG(_ bytes: [UInt8], from place: inout Int) throws(Doubt) {
        place += 2
        var hasMeasures = false
        var hasPicture = false
        while true {
            guard let mark = bytes.byte(at: place) else { throw .cutOff }
            guard mark == 0xFF else { throw .broken }
            while bytes.byte(at: place) == 0xFF { place += 1 }
            guard let marker = bytes.byte(at: place) else { throw .cutOff }
            place += 1
            if marker == 0xD9 {
                guard hasMeasures, hasPicture else { throw .broken }
                return
            }
            // Those without a length, and the kinds of pictures that no browser shows.
            guard marker >= 0xC0, !(0xD0...0xD8).contains(marker), ![0xC3, 0xC5, 0xC6, 0xC7, 0xC8].contains(marker),
                !(0xC9...0xCB).contains(marker), !(0xCD...0xCF).contains(marker)
            else { throw .broken }
            guard let length = bytes.big(2, at: place), place + length <= bytes.count else { throw .cutOff }
            guard length >= 2 else { throw .broken }
            if (0xC0...0xC2).contains(marker) {
                guard length >= 8, let height = bytes.big(2, at: place + 3), let width = bytes.big(2, at: place + 5) else {
                    throw .broken
                }
                try checkMeasures(width, height)
                hasMeasures = true
            }
            place += length
            guard marker == 0xDA else { continue }
            hasPicture = true
            // The picture itself: until a mark that is neither a zero's nor a restart's.
            while let byte = bytes.byte(at: place) {
                if byte == 0xFF, let next = bytes.byte(at: place + 1), next != 0, !(0xD0...0xD7).contains(next) { break }
                place += 1
            }
        }
    }

    /// WebP (RFC 9649): chunks that fill the whole of a RIFF file.
    static func checkWebP(_ bytes: [UInt8]) throws(Doubt) {
        guard let size = bytes.little(4, at: 4) else { throw .cutOff }
        guard size + 8 >= bytes.count else { throw .goesOn }
        guard size + 8 == bytes.count else { throw .cutOff }
        if bytes.holds("VP8 ", at: 12) {
            guard bytes.holds([0x9D, 0x01, 0x2A], at: 23), let width = bytes.little(2, at: 26),
                let height = bytes.little(2, at: 28)
            else { throw .broken }
            try checkMeasures(width & 0x3FFF, height & 0x3FFF)
        } else if bytes.holds("VP8L", at: 12) {
            guard bytes.byte(at: 20) == 0x2F, let measures = bytes.little(4, at: 21) else { throw .broken }
            try checkMeasures(measures & 0x3FFF + 1, measures >> 14 & 0x3FFF + 1)
        } else if bytes.holds("VP8X", at: 12) {
            guard bytes.little(4, at: 16) == 10, let width = bytes.little(3, at: 24), let height = bytes.little(3, at: 27) else {
                throw .broken
            }
            try checkMeasures(width + 1, height + 1)
        } else {
            throw .broken
        }
        var place = 12
        var hasPicture = false
        while place < bytes.count {
            guard let length = bytes.little(4, at: place + 4) else { throw .cutOff }
            if ["VP8 ", "VP8L", "ANMF"].contains(where: { bytes.holds($0, at: place) }) { hasPicture = true }
            place += 8 + length + length % 2
        }
        guard place == bytes.count else { throw .cutOff }
        guard hasPicture else { throw .broken }
    }
}
