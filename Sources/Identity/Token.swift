import Journal

/// Thirty-two random bytes that only their holder has: in a cookie, or in a link.
///
/// What is kept here is their SHA-256.
struct Token {
    /// The bytes as the holder has them.
    let text: String
    /// What is kept.
    let digest: Digest

    /// A new token.
    init() {
        let bytes = Random.bytes(32)
        text = Base64URL.text(bytes)
        digest = Digest(of: bytes)
    }

    /// What is kept of a token that has been sent, or nil if it can't be one.
    static func digest(of text: String) -> Digest? {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(text) else { return nil }
        return Digest(of: bytes)
    }
}
