import CSodium
import Dispatch
import Synchronization

/// Makes and checks Argon2id hashes, two at a time on threads of its own.
///
/// A check takes some 25 ms of a core and 19 MiB of memory. On the cooperative threads a handful of sign-ins would stop every page, and
/// without a bound a flood of them would take all memory.
final class PasswordHasher: Sendable {
    /// Too many wait already.
    struct Busy: Error {}

    private static let laneCount = 2

    private let strength: PasswordStrength
    private let mostWaiting: Int
    private let lanes: [DispatchQueue]
    private let loads = Mutex([Int](repeating: 0, count: laneCount))
    private let checked = Mutex(0)
    /// A hash of nothing that anybody knows, of the same strength as the real ones.
    private let dummy: String

    /// - Parameters:
    ///   - strength: how much work a hash is.
    ///   - mostWaiting: how many may be under way or wait at once.
    init(strength: PasswordStrength, mostWaiting: Int = 64) {
        self.strength = strength
        self.mostWaiting = mostWaiting
        lanes = (0..<Self.laneCount).map { DispatchQueue(label: "samverka.password.\($0)") }
        dummy = Self.hash(Token().text, strength)
    }

    /// How many passwords have been held against a hash, for tests.
    var checkCount: Int { checked.withLock { $0 } }

    /// The hash of a password, with its salt and strength in it.
    func hash(_ password: String) async throws(Busy) -> String {
        let strength = strength
        return try await run { Self.hash(password, strength) }
    }

    /// Holds a password against a hash; against none, does the same work and says no.
    ///
    /// - Returns: whether it is right, and if so a new hash when the old isn't of the strength that is wanted now.
    func check(_ password: String, against hash: String?) async throws(Busy) -> (isRight: Bool, renewed: String?) {
        let (strength, dummy) = (strength, dummy)
        return try await run { () -> (Bool, String?) in
            let kept = hash ?? dummy
            // No longer password is ever stored; the work must not grow with what is sent.
            let bytes = password.utf8.prefix(PasswordRule.mostBytes).map { CChar(bitPattern: $0) }
            self.checked.withLock { $0 += 1 }
            let agrees = crypto_pwhash_str_verify(kept, bytes, UInt64(bytes.count)) == 0
            guard agrees, hash != nil, password.utf8.count == bytes.count else { return (false, nil) }
            let isOld = crypto_pwhash_str_needs_rehash(kept, strength.passes, strength.memory) != 0
            return (true, isOld ? Self.hash(password, strength) : nil)
        }
    }

    private static func hash(_ password: String, _ strength: PasswordStrength) -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        let status = crypto_pwhash_str_alg(
            &text,
            bytes,
            UInt64(bytes.count),
            strength.passes,
            strength.memory,
            crypto_pwhash_ALG_ARGON2ID13
        )
        precondition(status == 0, "there is no memory to hash a password in")
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Does some work on the lane with the least to do.
    private func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async throws(Busy) -> Result {
        let free = loads.withLock { loads -> Int? in
            guard loads.reduce(0, +) < mostWaiting else { return nil }
            let lane = loads[0] <= loads[1] ? 0 : 1
            loads[lane] += 1
            return lane
        }
        guard let lane = free else { throw Busy() }
        return await withCheckedContinuation { continuation in
            lanes[lane].async {
                let result = work()
                self.loads.withLock { $0[lane] -= 1 }
                continuation.resume(returning: result)
            }
        }
    }
}
