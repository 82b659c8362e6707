import Testing

@testable import Identity
@testable import Journal

@Suite("Signing in") struct SignInTests {
    /// Who asks, and with what.
    enum Caller: String, CaseIterable, CustomTestStringConvertible {
        case right, rightWithFactor, mustHaveFactor, wrongPassword, emptyPassword, otherCase, longPassword, nobody, noAccount,
            noPassword
        case disabled, disabledWrong

        var testDescription: String { rawValue }
        var stage: Session.Stage? {
            switch self {
            case .right: .full
            case .rightWithFactor: .needsFactor
            case .mustHaveFactor: .needsEnrolment
            default: nil
            }
        }
    }

    @Test("who comes in and how far; the work is always one check", arguments: Caller.allCases)
    func outcome(_ caller: Caller) async throws {
        let house = try House()
        let person = House.person(1)
        switch caller {
        case .noAccount, .nobody: break
        case .noPassword: _ = try await house.accounts.makeLink(for: person, by: House.person(2))
        case .rightWithFactor: _ = try await house.settleWithFactor(person)
        default: _ = try await house.settle(person)
        }
        if caller == .disabled || caller == .disabledWrong { try await house.accounts.setDisabled(true, person: person) }
        let password =
            switch caller {
            case .wrongPassword, .disabledWrong: "tre cyklar under grannen"
            case .emptyPassword: ""
            case .otherCase: "Tre cyklar under granen"
            case .longPassword: House.password + String(repeating: "a", count: 100_000)
            default: House.password
            }
        house.clock.pass(.minute)
        let before = house.hasher.checkCount
        let answer: Result<Opened, SignInFault>
        do throws(SignInFault) {
            let needsFactor = caller == .mustHaveFactor
            answer = .success(try await house.signIn(caller == .nobody ? nil : person, password, needsFactor: needsFactor))
        } catch {
            answer = .failure(error)
        }
        #expect(house.hasher.checkCount - before == 1)
        switch answer {
        case .success(let opened):
            #expect(opened.session.stage == caller.stage)
            #expect(opened.session.person == person && opened.session.formKey.count == 32)
            #expect(house.accounts.session(opened.token) == .open(opened.session))
            let status = await house.accounts.status(of: person)
            #expect((status.lastSignedIn == house.clock.now) == (opened.session.stage == .full))
        case .failure(let fault):
            #expect(caller.stage == nil && fault == .wrong)
        }
    }

    @Test func `a password that begins like the right one, as long as is stored, is wrong`() async throws {
        let house = try House()
        let password = String((0..<200).map { _ in "😀" }.joined().unicodeScalars.prefix(195)) + "abcde"
        _ = try await house.settle(House.person(1), password: password)
        _ = try await house.signIn(House.person(1), password)
        await #expect(throws: SignInFault.wrong) { try await house.signIn(House.person(1), password + "x") }
    }

    @Test func `too many at once are told so, and it doesn't count as a failure`() async throws {
        let house = try House(hasher: PasswordHasher(strength: .weakForTests, mostWaiting: 0))
        for _ in 0..<40 {
            await #expect(throws: SignInFault.busy) { try await house.signIn(House.person(1)) }
        }
        #expect(house.accounts.limits.count == 0)
    }

    @Test func `a hash of another strength is made anew at a sign-in`() async throws {
        let house = try House()
        _ = try await house.settle(House.person(1))
        let old = try #require(try house.journal().account(House.person(1))?.password)
        let stronger = try house.reopened(strength: PasswordStrength(passes: 2, memory: 16_384))
        func signIn(_ password: String) async throws -> Opened {
            try await stronger.signIn(
                person: House.person(1),
                mail: "a@b.se",
                password: password,
                address: "::1",
                browser: "",
                needsFactor: false
            )
        }
        await #expect(throws: SignInFault.wrong) { try await signIn("something else") }
        #expect(try house.journal().account(House.person(1))?.password == old)
        _ = try await signIn(House.password)
        let new = try #require(try house.journal().account(House.person(1))?.password)
        #expect(new != old && new.hasPrefix("$argon2id$v=19$m=16,t=2,"))
        _ = try await signIn(House.password)
        #expect(try house.journal().account(House.person(1))?.password == new)
    }

    @Test func `the strength of hashes is OWASP's unless told otherwise`() async throws {
        let hash = try await PasswordHasher(strength: .owasp).hash(House.password)
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }

    @Test func `nothing of what opens a session lies in the database`() async throws {
        let house = try House()
        let (opened, secret, codes) = try await house.settleWithFactor(House.person(1))
        let link = try await house.accounts.makeLink(for: House.person(2), by: House.person(1))
        await house.accounts.close()
        let stored = try house.storedBytes()
        #expect(stored.contains(Array(House.person(1).utf8)))
        for token in [opened.token, link.token] {
            let bytes = try #require(Base64URL.bytes(token))
            #expect(!stored.contains(Array(token.utf8)) && !stored.contains(bytes))
            #expect(stored.contains(Digest(of: bytes).bytes))
        }
        #expect(!stored.contains(secret) && !stored.contains(Array(Base32.text(secret).utf8)))
        for code in codes {
            let plain = code.filter { $0 != "-" }
            #expect(!stored.contains(Array(code.utf8)) && !stored.contains(Array(plain.utf8)))
            #expect(!stored.contains(Digest(of: Array(plain.utf8)).bytes))
        }
        #expect(!stored.contains(Array(House.password.utf8)) && !stored.contains(Array(House.mail.utf8)))
    }
}

@Suite("How often somebody may fail") struct LimitTests {
    let house: House

    init() throws { house = try House() }

    private func fail(_ person: String?, mail: String = House.mail, address: String = "192.0.2.1") async -> SignInFault? {
        do throws(SignInFault) {
            _ = try await house.signIn(person, "not the password", mail: mail, address: address)
            return nil
        } catch {
            return error
        }
    }

    @Test("five are free, then the wait doubles up to a quarter of an hour", arguments: [House.person(1), nil])
    func doubling(person: String?) async throws {
        if let person { _ = try await house.settle(person) }
        for _ in 0..<5 { #expect(await fail(person) == .wrong) }
        for minutes in [1, 2, 4, 8, 15, 15, 15] {
            #expect(await fail(person) == .tooMany(seconds: minutes * 60))
            // The right password too, and it leaves the wait as it is.
            await #expect(throws: SignInFault.tooMany(seconds: minutes * 60)) { try await house.signIn(person) }
            house.clock.pass(Int64(minutes) * .minute - 1)
            #expect(await fail(person) == .tooMany(seconds: 1))
            house.clock.pass(1)
            #expect(await fail(person) == .wrong)
        }
    }

    @Test func `success clears the count of the mail address, not of the network address`() async throws {
        _ = try await house.settle(House.person(1))
        for _ in 0..<6 {
            for _ in 0..<4 { #expect(await fail(House.person(1)) == .wrong) }
            _ = try await house.signIn(House.person(1))
        }
        // 24 have failed from the address; six others are free.
        for number in 0..<6 { #expect(await fail(nil, mail: "\(number)@x.se") == .wrong) }
        #expect(await fail(nil, mail: "other@x.se") == .tooMany(seconds: 60))
        await #expect(throws: SignInFault.tooMany(seconds: 60)) { try await house.signIn(House.person(1)) }
        _ = try await house.signIn(House.person(1), address: "192.0.2.2")
        // One is forgiven when ten minutes have passed.
        house.clock.pass(10 * .minute)
        #expect(await fail(nil, mail: "more@x.se") == .wrong)
        #expect(await fail(nil, mail: "most@x.se") == .tooMany(seconds: 60))
    }

    @Test func `ways to write an address share a count`() async throws {
        for mail in ["A@X.se", " a@x.se", "a@x.se ", "a@x.SE", "a@x.se"] { #expect(await fail(nil, mail: mail) == .wrong) }
        #expect(await fail(nil, mail: "a@X.se") == .tooMany(seconds: 60))
        // Whatever is written, it is the same person.
        for number in 0..<5 { #expect(await fail(House.person(7), mail: "\(number)@y.se") == .wrong) }
        #expect(await fail(House.person(7), mail: "6@y.se") == .tooMany(seconds: 60))
    }

    @Test(
        "addresses of one subscriber are one",
        arguments: [
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
            ("::ffff:192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("", "192.0.2.2", false),
        ]
    )
    func subscribers(one: String, other: String, isSame: Bool) {
        let limits = house.accounts.limits
        #expect((limits.address(one) == limits.address(other)) == isSame)
    }

    @Test("guesses sent at once are no more than the allowance", arguments: [House.person(1), nil])
    func parallel(person: String?) async throws {
        if let person { _ = try await house.settle(person) }
        let before = house.hasher.checkCount
        let faults = await withTaskGroup(of: SignInFault?.self) { group in
            for number in 0..<200 { group.addTask { await fail(person, address: "192.0.2.\(number)") } }
            return await group.reduce(into: [SignInFault?]()) { $0.append($1) }
        }
        #expect(house.hasher.checkCount - before == 5)
        #expect(faults.count { $0 == .wrong } == 5)
        let others = faults.filter { $0 != .wrong }
        #expect(others.allSatisfy { if case .tooMany? = $0 { true } else { false } })
        #expect(await fail(person, address: "198.51.100.1") == .tooMany(seconds: 60))
    }

    @Test func `guesses from one address at many mail addresses are no more than its allowance`() async throws {
        let before = house.hasher.checkCount
        await withTaskGroup { group in
            for number in 0..<200 { group.addTask { _ = await fail(nil, mail: "\(number)@x.se") } }
        }
        #expect(house.hasher.checkCount - before == 30)
    }

    @Test func `many right ones at once all come in`() async throws {
        for number in 1...25 { _ = try await house.settle(House.person(number)) }
        try await withThrowingTaskGroup { group in
            for number in 1...25 {
                group.addTask { _ = try await house.signIn(House.person(number), mail: "\(number)@x.se") }
            }
            try await group.waitForAll()
        }
        #expect(house.accounts.limits.count == 0)
    }

    @Test func `what is remembered is bounded, and floods don't wash out who is under attack`() {
        let limits = Limits(mostSubjects: 100)
        let attacked = limits.mail("attacked@x.se")
        for _ in 0..<5 {
            #expect(limits.begin([attacked], now: 0) == nil)
            limits.end([attacked], .wrong, now: 0)
        }
        for number in 0..<5000 {
            let other = limits.mail("\(number)@x.se")
            #expect(limits.begin([other], now: Int64(number)) == nil)
            limits.end([other], .wrong, now: Int64(number))
            #expect(limits.count <= 101)
        }
        #expect(limits.begin([attacked], now: 5000) == 60)
        limits.sweep(now: 100 * .hour)
        #expect(limits.count == 0)
    }

    @Test func `a clock that is set back makes no wait longer`() {
        let limits = Limits()
        let mail = limits.mail("a@x.se")
        for _ in 0..<5 {
            #expect(limits.begin([mail], now: 100 * .hour) == nil)
            limits.end([mail], .wrong, now: 100 * .hour)
        }
        #expect(limits.begin([mail], now: 0) == 60)
    }
}
