import Glibc
import Synchronization
import Testing

@testable import Identity
@testable import Journal

/// A folder of its own for each test, gone when the test is.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/samverka-identity-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "no temporary folder could be made")
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        _ = system("rm -rf '\(path)'")
    }
}

/// A clock that stands still until it is set.
final class SettableClock: Sendable {
    private let moment = Mutex<Int64>(1_795_000_000_000_000)

    var now: Int64 { moment.withLock { $0 } }

    func pass(_ microseconds: Int64) {
        moment.withLock { $0 += microseconds }
    }
}

/// A small generator with the same sequence for the same seed on every machine.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// An installation's accounts with a clock that can be set, and people in them.
final class House: Sendable {
    let folder = TemporaryFolder()
    let clock = SettableClock()
    let hasher: PasswordHasher
    let accounts: Accounts

    static let password = "tre cyklar under granen"
    static let newPassword = "elva stolar vid sjön"
    static let mail = "registrator@haninge.example"

    init(hasher: PasswordHasher = PasswordHasher(strength: .weakForTests)) throws {
        self.hasher = hasher
        accounts = try Accounts(
            database: folder.path + "/samverka.sqlite",
            keyFile: folder.path + "/identity-key",
            hasher: hasher,
            clock: { [clock] in clock.now }
        )
    }

    /// Other accounts on the same files, as after a restart.
    func reopened(strength: PasswordStrength = .weakForTests) throws -> Accounts {
        try Accounts(
            database: folder.path + "/samverka.sqlite",
            keyFile: folder.path + "/identity-key",
            strength: strength,
            clock: { [clock] in clock.now }
        )
    }

    /// Another connection to the database.
    func journal() throws -> Journal {
        try Journal(file: folder.path + "/samverka.sqlite", mode: .readWrite(create: false))
    }

    /// A number that is a person.
    static func person(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }

    /// Makes a person with a password, by a link, and returns the session it led to.
    func settle(
        _ person: String,
        password: String = House.password,
        needsFactor: Bool = false
    ) async throws -> Opened {
        let link = try await accounts.makeLink(for: person, by: House.person(999))
        let opened = try await accounts.useLink(link.token, binding: nil, browser: "Firefox", needsFactor: needsFactor)
        return try await accounts.choosePassword(
            opened.token,
            current: nil,
            new: password,
            isNot: [House.mail],
            needsFactor: needsFactor
        )
    }

    /// Makes a person with a password and a second factor.
    func settleWithFactor(_ person: String) async throws -> (opened: Opened, secret: [UInt8], recoveryCodes: [String]) {
        let opened = try await settle(person, needsFactor: true)
        let enrolment = try await accounts.beginEnrolment(opened.token)
        let secret = try #require(decoded(base32: enrolment.secret))
        let finished = try await accounts.finishEnrolment(opened.token, code: code(secret))
        // The code that was used then is not taken again.
        clock.pass(30 * .second)
        return (finished.opened, secret, finished.recoveryCodes)
    }

    /// The code that an authenticator shows, some steps from now.
    func code(_ secret: [UInt8], steps: Int64 = 0) -> String {
        TimeCode.code(secret: secret, step: TimeCode.step(at: clock.now) + steps)
    }

    func signIn(
        _ person: String?,
        _ password: String = House.password,
        mail: String = House.mail,
        address: String = "192.0.2.1",
        needsFactor: Bool = false
    ) async throws(SignInFault) -> Opened {
        try await accounts.signIn(
            person: person,
            mail: mail,
            password: password,
            address: address,
            browser: "Firefox på Linux",
            needsFactor: needsFactor
        )
    }

    func isOpen(_ token: String) -> Bool {
        if case .open = accounts.session(token) { true } else { false }
    }

    /// All that lies in the folder's files.
    func storedBytes(_ name: String = "samverka.sqlite") throws -> [UInt8] {
        try #require(try DurableFile.read(folder.path + "/" + name))
    }
}

/// The bytes of a base32 text.
func decoded(base32 text: String) -> [UInt8]? {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var bits: [UInt8] = []
    for letter in text {
        guard let value = letters.firstIndex(of: letter) else { return nil }
        bits += (0..<5).map { UInt8(value >> (4 - $0) & 1) }
    }
    return stride(from: 0, through: bits.count - 8, by: 8).map { start in bits[start..<start + 8].reduce(0) { $0 << 1 | $1 } }
}
