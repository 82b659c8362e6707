import CSodium
import Glibc
import Journal
import Synchronization

/// How often somebody may fail: so often for nothing, then after a wait that doubles.
///
/// It is kept in memory only. A restart forgets it, but a restart needs the installation's shell, and whoever has that has no need to
/// guess. Written to disk, each wrong guess would cost the disk a write, which is what somebody who floods the server wants; and mail
/// addresses that were tried would lie there.
final class Limits: Sendable {
    /// Whose failures are counted together.
    struct Subject: Hashable, Sendable {
        fileprivate let kind: Kind
        fileprivate let key: Digest
    }

    /// What a kind of subject is allowed.
    fileprivate enum Kind: Hashable, Sendable {
        case mail, password, code, address

        /// How many may fail before there is a wait.
        var free: Int { self == .address ? 30 : 5 }
        /// A failure is forgiven when this has passed since the last: an address may be a whole office's.
        var forgivenAfter: Int64 { self == .address ? 10 * .minute : .hour }
    }

    /// How an attempt ended.
    enum Outcome: Sendable {
        case right, wrong
        /// It was never looked at.
        case undone
    }

    private struct Count {
        /// How many have failed and aren't forgiven.
        var failures = 0
        /// From when on the next is forgiven.
        var since: Int64 = 0
        /// When the last failed.
        var last: Int64 = .min / 2
        /// How many are being looked at.
        var pending = 0

        mutating func forgive(_ kind: Kind, now: Int64) {
            guard failures > 0, now > since else { return }
            let forgiven = Int(min(Int64(failures), (now - since) / kind.forgivenAfter))
            failures -= forgiven
            since += Int64(forgiven) * kind.forgivenAfter
        }

        /// How long it is until another may be looked at, in microseconds; nil when it may now.
        func wait(_ kind: Kind, now: Int64) -> Int64? {
            // Those that are being looked at count as failed until they are known not to be. Otherwise a hundred guesses sent at once would
            // all be looked at before the first is counted.
            if failures + pending < kind.free { return nil }
            if failures < kind.free { return .second }
            let whole = Self.wait(after: failures - kind.free)
            // Not longer than the whole wait, should the clock have been set back.
            let left = min(last + whole - now, whole)
            if left > 0 { return left }
            return pending > 0 ? .second : nil
        }

        /// 1, 2, 4, 8 and at most 15 minutes.
        static func wait(after more: Int) -> Int64 {
            more < 4 ? .minute << Int64(more) : 15 * .minute
        }

        static let mostFailuresBeyondFree = 4
    }

    private let counts = Mutex<[Subject: Count]>([:])
    private let mostSubjects: Int
    private let key = Random.bytes(32)

    /// - Parameter mostSubjects: how many are remembered; when there are more, those with the fewest and oldest failures are forgotten.
    init(mostSubjects: Int = 20_000) {
        self.mostSubjects = mostSubjects
    }

    /// A mail address; capitals and spaces around it make no difference.
    func mail(_ mail: String) -> Subject {
        let words = mail.lowercased().split(whereSeparator: \.isWhitespace)
        return subject(.mail, words.joined(separator: " "))
    }

    /// A person's password, beside the mail address: there may be several ways to write an address that lead to one person.
    func password(of person: String) -> Subject { subject(.password, person) }

    /// A person's codes.
    func code(of person: String) -> Subject { subject(.code, person) }

    /// The network address that somebody comes from; of IPv6 the half that one subscriber has.
    func address(_ address: String) -> Subject {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return subject(.address, address) }
        let isMapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
        return subject(.address, isMapped ? bytes.suffix(4).map { "\($0)" }.joined(separator: ".") : "\(bytes.prefix(8))")
    }

    /// How many subjects are remembered.
    var count: Int { counts.withLock { $0.count } }

    /// Asks to make an attempt; each that may be made must be ended with ``end(_:_:now:)``.
    ///
    /// - Returns: nil when it may be made, otherwise how many seconds to wait.
    func begin(_ subjects: [Subject], now: Int64) -> Int? {
        counts.withLock { counts in
            var longest: Int64 = 0
            for subject in subjects {
                counts[subject]?.forgive(subject.kind, now: now)
                longest = max(longest, (counts[subject] ?? Count()).wait(subject.kind, now: now) ?? 0)
            }
            if longest > 0 { return Int((longest + .second - 1) / .second) }
            for subject in subjects { counts[subject, default: Count()].pending += 1 }
            forgetSome(&counts, now: now)
            return nil
        }
    }

    /// Ends an attempt.
    ///
    /// A right one clears the counts, but not the address's: others may come from there too.
    func end(_ subjects: [Subject], _ outcome: Outcome, now: Int64) {
        counts.withLock { counts in
            for subject in subjects {
                guard var count = counts[subject] else { continue }
                count.pending = max(0, count.pending - 1)
                switch outcome {
                case .right where subject.kind != .address: count.failures = 0
                case .wrong:
                    count.forgive(subject.kind, now: now)
                    count.failures = min(count.failures + 1, subject.kind.free + Count.mostFailuresBeyondFree)
                    (count.last, count.since) = (now, now)
                default: break
                }
                counts[subject] = count.failures == 0 && count.pending == 0 ? nil : count
            }
        }
    }

    /// Forgets what has been forgiven.
    func sweep(now: Int64) {
        counts.withLock { Self.forgetForgiven(&$0, now: now) }
    }

    private static func forgetForgiven(_ counts: inout [Subject: Count], now: Int64) {
        for (subject, var count) in counts {
            count.forgive(subject.kind, now: now)
            counts[subject] = count.failures == 0 && count.pending == 0 ? nil : count
        }
    }

    private func forgetSome(_ counts: inout [Subject: Count], now: Int64) {
        guard counts.count > mostSubjects else { return }
        Self.forgetForgiven(&counts, now: now)
        guard counts.count > mostSubjects else { return }
        // Somebody who floods with new addresses must not be able to wash out the count of one that is under attack.
        let idle = counts.filter { $0.value.pending == 0 }.sorted { one, other in
            (one.value.failures, one.value.last) < (other.value.failures, other.value.last)
        }
        // A tenth at a time, so that the sorting isn't done for each that comes.
        for (subject, _) in idle.prefix(counts.count - mostSubjects + mostSubjects / 10) { counts[subject] = nil }
    }

    private func subject(_ kind: Kind, _ text: String) -> Subject {
        // A key of this process's own: a core dump gives away no addresses that somebody could have guessed.
        Subject(kind: kind, key: Digest(of: Keyed.hash(key: key, "samverka.limit.1", Array(text.utf8))))
    }
}
