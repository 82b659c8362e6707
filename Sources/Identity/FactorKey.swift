import CSodium
import Journal

/// The installation's key for second factors, kept outside the database: who copies only the database gets no factor.
struct FactorKey: Sendable {
    private let bytes: [UInt8]

    /// The key in a file, made and written there the first time.
    init(file path: String) throws(JournalError) {
        bytes = try SecretFile.bytes(path, prefix: "samverka-identity-key 1 ", count: 32)
    }

    /// A person's secret, encrypted (XSalsa20-Poly1305): the nonce, then the box.
    ///
    /// Each person's are under a key of their own, so that one put in another's row can't be opened.
    func seal(_ secret: [UInt8], of person: String) -> [UInt8] {
        let nonce = Random.bytes(Int(crypto_secretbox_NONCEBYTES))
        var box = [UInt8](repeating: 0, count: secret.count + Int(crypto_secretbox_MACBYTES))
        let status = crypto_secretbox_easy(&box, secret, UInt64(secret.count), nonce, boxKey(of: person))
        precondition(status == 0, "libsodium could not encrypt")
        return nonce + box
    }

    /// The secret in a box.
    ///
    /// - Throws: `JournalError.corrupt` if the box was made under another key or has been changed.
    func open(_ sealed: [UInt8], of person: String) throws(JournalError) -> [UInt8] {
        let nonce = Array(sealed.prefix(Int(crypto_secretbox_NONCEBYTES)))
        let box = Array(sealed.dropFirst(nonce.count))
        guard box.count > Int(crypto_secretbox_MACBYTES) else { throw .corrupt("a second factor is too short") }
        var secret = [UInt8](repeating: 0, count: box.count - Int(crypto_secretbox_MACBYTES))
        guard crypto_secretbox_open_easy(&secret, box, UInt64(box.count), nonce, boxKey(of: person)) == 0 else {
            throw .corrupt("a second factor can't be decrypted with this key file")
        }
        return secret
    }

    /// The hash of a recovery code.
    ///
    /// A code is too short for a hash without a key: the database's holder could try them all.
    func hash(recoveryCode code: String, of person: String) -> [UInt8] {
        Keyed.hash(key: bytes, "samverka.recovery-code.1", Array(person.utf8), Array(code.utf8))
    }

    private func boxKey(of person: String) -> [UInt8] {
        Keyed.hash(key: bytes, "samverka.factor-box.1", Array(person.utf8))
    }
}
