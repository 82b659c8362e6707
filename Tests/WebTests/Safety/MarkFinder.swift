/// Finds many texts at once in many bytes.
struct MarkFinder {
    /// By their first three bytes.
    private var texts: [UInt32: [[UInt8]]] = [:]

    init(_ all: Set<String>) {
        for text in all where text.utf8.count >= 3 {
            let bytes = Array(text.utf8)
            texts[Self.key(bytes[0], bytes[1], bytes[2]), default: []].append(bytes)
        }
    }

    func found(in bytes: [UInt8]) -> Set<String> {
        guard bytes.count > 2 else { return [] }
        var found: Set<String> = []
        bytes.withUnsafeBufferPointer { buffer in
            for start in 0..<(buffer.count - 2) {
                guard let candidates = texts[Self.key(buffer[start], buffer[start + 1], buffer[start + 2])] else { continue }
                for text in candidates where start + text.count <= buffer.count {
                    if buffer[start..<(start + text.count)].elementsEqual(text) {
                        found.insert(String(decoding: text, as: UTF8.self))
                    }
                }
            }
        }
        return found
    }

    private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    }
}
