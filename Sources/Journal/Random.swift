import CSodium

/// Random bytes from the operating system, through libsodium.
package enum Random {
    /// Fresh random bytes, fit for salts, keys and identifiers.
    package static func bytes(_ count: Int) -> [UInt8] {
        Sodium.start()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}

/// The library, which must be started before its random source and its signatures are used from several threads.
enum Sodium {
    private static let started = sodium_init() >= 0

    /// Starts the library the first time.
    static func start() {
        // It fails only where the system has no random source; going on without one would make predictable keys.
        precondition(started, "libsodium could not be started")
    }
}
