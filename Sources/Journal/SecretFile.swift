import Glibc

/// Random bytes that an installation keeps in a file of its own: one line, a prefix that says what it is, and the bytes in hexadecimal.
package enum SecretFile {
    /// The bytes in a file, made and written there the first time.
    ///
    /// A file that others than its owner may read is refused: what it keeps is no secret any more.
    package static func bytes(_ path: String, prefix: String, count: Int) throws(JournalError) -> [UInt8] {
        if !DurableFile.exists(path) {
            let bytes = Random.bytes(count)
            try DurableFile.create(path, contents: Array((prefix + Hex.text(bytes) + "\n").utf8))
            return bytes
        }
        let file = try OpenFile(path, O_RDONLY)
        guard try file.permissions() & 0o077 == 0 else {
            throw .cannotOpen(path: path, reason: "others than its owner may read it; chmod 600")
        }
        let text = String(decoding: try file.contents(), as: UTF8.self)
        guard text.hasPrefix(prefix), text.hasSuffix("\n"), let bytes = Hex.bytes(text.dropFirst(prefix.count).dropLast()),
            bytes.count == count
        else { throw .cannotOpen(path: path, reason: "it is not a \(prefix.prefix { $0 != " " })") }
        return bytes
    }
}
