import CSodium

/// The public half of an installation's Ed25519 key.
package struct PublicKey: Hashable, Sendable {
    /// The key's 32 bytes.
    package let bytes: [UInt8]

    /// A key from its 32 bytes, or nil if there are more or fewer.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Int(crypto_sign_PUBLICKEYBYTES) else { return nil }
        self.bytes = bytes
    }

    /// A key from 64 hexadecimal digits, or nil if the text is anything else.
    package init?(hex: some StringProtocol) {
        guard let bytes = Hex.bytes(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// The key as 64 lower-case hexadecimal digits.
    package var hex: String { Hex.text(bytes) }

    /// Whether the holder of this key signed the message.
    package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == Int(crypto_sign_BYTES) else { return false }
        Sodium.start()
        return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
    }
}

/// The installation's Ed25519 key, with which it signs the journal's head each day.
package struct SigningKey: Sendable {
    /// The half that is published with every signature.
    package let publicKey: PublicKey
    private let seed: [UInt8]
    private let secret: [UInt8]

    private static let filePrefix = "samverka-signing-key 1 "

    /// A new random key.
    package static func generate() -> SigningKey {
        guard let key = SigningKey(seed: Random.bytes(Int(crypto_sign_SEEDBYTES))) else {
            preconditionFailure("libsodium could not make a key")
        }
        return key
    }

    /// The key that a seed of 32 bytes stands for, or nil if there are more or fewer.
    package init?(seed: [UInt8]) {
        guard seed.count == Int(crypto_sign_SEEDBYTES) else { return nil }
        Sodium.start()
        var open = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        guard crypto_sign_seed_keypair(&open, &secret, seed) == 0, let publicKey = PublicKey(bytes: open) else {
            return nil
        }
        self.publicKey = publicKey
        self.seed = seed
        self.secret = secret
    }

    /// The key in a file, made and written there the first time.
    ///
    /// A file that others than its owner may read is refused: its signatures would prove nothing.
    package init(file path: String) throws(JournalError) {
        let seed = try SecretFile.bytes(path, prefix: SigningKey.filePrefix, count: Int(crypto_sign_SEEDBYTES))
        guard let key = SigningKey(seed: seed) else { throw .cannotOpen(path: path, reason: "it is not a signing key") }
        self = key
    }

    /// Signs a message: 64 bytes.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
        return signature
    }
}
