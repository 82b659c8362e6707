import CQREncode

/// QR codes, made by libqrencode.
package struct QRCode {
    /// The rows of a code for a text, from above, true for dark; nil when the text is empty or doesn't fit in one code.
    ///
    /// The quiet zone of four modules around it is left to whoever draws it.
    package static func modules(of text: String) -> [[Bool]]? {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        // The lowest bit of each byte is the module; the others say what it is for.
        return (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
    }
}
