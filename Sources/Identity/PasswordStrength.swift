/// How much work it takes to check a password with Argon2id.
package struct PasswordStrength: Hashable, Sendable {
    /// How many passes over the memory.
    package let passes: UInt64
    /// How much memory, in bytes.
    package let memory: Int

    /// What OWASP's Password Storage Cheat Sheet asks of Argon2id: 19 MiB and two passes.
    package static let owasp = PasswordStrength(passes: 2, memory: 19 * 1024 * 1024)
    /// The least that libsodium does.
    ///
    /// It protects nothing; it makes tests quick.
    package static let weakForTests = PasswordStrength(passes: 1, memory: 8192)
}
