import Glibc
import Testing

@testable import Identity
@testable import Journal

@Suite("Second factors") struct FactorTests {
    let house: House
    let person = House.person(1)

    init() throws { house = try House() }

    private func fault(_ body: () async throws(FactorFault) -> some Any) async -> FactorFault? {
        do throws(FactorFault) {
            _ = try await body()
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "codes of this step and those beside it are taken",
        arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)]
    )
    func skew(steps: Int64, isTaken: Bool) async throws {
        let (_, secret, _) = try await house.settleWithFactor(person)
        house.clock.pass(.hour)
        let opened = try await house.signIn(person)
        let code = house.code(secret, steps: steps)
        let fault = await fault { () throws(FactorFault) in
            try await house.accounts.confirmFactor(opened.token, code: code, address: "192.0.2.1")
        }
        #expect(fault == (isTaken ? nil : .wrong))
    }

    @Test func `no code is taken twice, nor one from before it, nor after a restart`() async throws {
        let (opened, secret, _) = try await house.settleWithFactor(person)
        house.clock.pass(.minute)
        let (earlier, code) = (house.code(secret), house.code(secret, steps: 1))
        let first = try await house.accounts.confirmFactor(opened.token, code: code, address: "")
        for old in [code, earlier] {
            #expect(
                await fault { () throws(FactorFault) in
                    try await house.accounts.confirmFactor(first.token, code: old, address: "")
                } == .wrong
            )
        }
        let reopened = try house.reopened()
        #expect(
            await fault { () throws(FactorFault) in
                try await reopened.confirmFactor(first.token, code: code, address: "")
            } == .wrong
        )
        house.clock.pass(.minute)
        _ = try await house.accounts.confirmFactor(first.token, code: house.code(secret), address: "")
    }

    @Test func `the code that finished an enrolment is used up`() async throws {
        let opened = try await house.settle(person, needsFactor: true)
        let secret = try #require(decoded(base32: try await house.accounts.beginEnrolment(opened.token).secret))
        let finished = try await house.accounts.finishEnrolment(opened.token, code: house.code(secret))
        #expect(
            await fault { () throws(FactorFault) in
                try await house.accounts.confirmFactor(finished.opened.token, code: house.code(secret), address: "")
            } == .wrong
        )
    }

    @Test func `one code sent many times at once is taken once`() async throws {
        let (_, secret, codes) = try await house.settleWithFactor(person)
        for code in [house.code(secret), codes[0]] {
            var tokens: [String] = []
            for _ in 0..<5 { tokens.append(try await house.signIn(person).token) }
            let taken = await withTaskGroup(of: Bool.self) { group in
                for token in tokens + tokens {
                    group.addTask { (try? await house.accounts.confirmFactor(token, code: code, address: "")) != nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 1)
            // Those who came too late have failed; in an hour or more that is forgiven.
            house.clock.pass(10 * .hour)
        }
    }

    @Test func `ten recovery codes, each once`() async throws {
        let (_, _, codes) = try await house.settleWithFactor(person)
        #expect(codes.count == 10)
        for (used, code) in codes.enumerated() {
            #expect(await house.accounts.status(of: person).recoveryCodesLeft == 10 - used)
            let opened = try await house.signIn(person)
            // In capitals and without the hyphen, as people write.
            let typed = used.isMultiple(of: 2) ? code : code.uppercased().filter { $0 != "-" }
            let full = try await house.accounts.confirmFactor(opened.token, code: typed, address: "")
            #expect(full.session.stage == .full)
            #expect(
                await fault { () throws(FactorFault) in
                    try await house.accounts.confirmFactor(full.token, code: code, address: "")
                } == .wrong
            )
        }
        #expect(await house.accounts.status(of: person).recoveryCodesLeft == 0)
    }

    @Test func `another's codes open nothing`() async throws {
        let (_, secret, codes) = try await house.settleWithFactor(House.person(2))
        let (opened, _, _) = try await house.settleWithFactor(person)
        for code in [house.code(secret), codes[0], "", "000000x", "abcde-fghjk"] {
            #expect(
                await fault { () throws(FactorFault) in
                    try await house.accounts.confirmFactor(opened.token, code: code, address: "")
                } == .wrong
            )
        }
    }

    @Test func `wrong codes are limited by person, in all sessions, and by address`() async throws {
        let (_, secret, _) = try await house.settleWithFactor(person)
        let one = try await house.signIn(person)
        let other = try await house.signIn(person)
        for number in 0..<5 {
            #expect(
                await fault { () throws(FactorFault) in
                    try await house.accounts.confirmFactor(
                        (number < 3 ? one : other).token,
                        code: "abc",
                        address: "192.0.2.\(number)"
                    )
                } == .wrong
            )
        }
        for token in [one.token, other.token] {
            #expect(
                await fault { () throws(FactorFault) in
                    try await house.accounts.confirmFactor(token, code: house.code(secret), address: "192.0.2.9")
                } == .tooMany(seconds: 60)
            )
        }
        house.clock.pass(.minute)
        _ = try await house.accounts.confirmFactor(one.token, code: house.code(secret), address: "192.0.2.9")
        // The wait was the person's; the count is cleared.
        #expect(
            await fault { () throws(FactorFault) in
                try await house.accounts.confirmFactor(other.token, code: "abc", address: "192.0.2.9")
            } == .wrong
        )
    }

    @Test func `the wrong stage is refused, and says so before anything is counted`() async throws {
        let link = try await house.accounts.makeLink(for: person, by: "")
        let needsPassword = try await house.accounts.useLink(link.token, binding: nil, browser: "", needsFactor: true)
        let accounts = house.accounts
        func refused(_ token: String, begin: Bool, confirm: Bool, ask: Bool, renew: Bool) async {
            for _ in 0..<6 {
                #expect((await fault { () throws(FactorFault) in try await accounts.beginEnrolment(token) } == .notNow) == begin)
                #expect(
                    (await fault { () throws(FactorFault) in try await accounts.finishEnrolment(token, code: "1") } == .notNow)
                        == begin
                        || !begin
                )
                if confirm {
                    #expect(
                        await fault { () throws(FactorFault) in
                            try await accounts.confirmFactor(token, code: "1", address: "")
                        } == .notNow
                    )
                }
                if ask { #expect(await fault { () throws(FactorFault) in try await accounts.askForNewFactor(token) } == .notNow) }
                if renew {
                    #expect(await fault { () throws(FactorFault) in try await accounts.renewRecoveryCodes(token) } == .notNow)
                }
            }
        }
        await refused(needsPassword.token, begin: true, confirm: true, ask: true, renew: true)
        let full = try await accounts.choosePassword(
            needsPassword.token,
            current: nil,
            new: House.password,
            isNot: [],
            needsFactor: false
        )
        // Signed in without a factor: may get one, has none to confirm.
        await refused(full.token, begin: false, confirm: true, ask: true, renew: true)
        let secret = try #require(decoded(base32: try await accounts.beginEnrolment(full.token).secret))
        house.clock.pass(10 * .hour)
        let again = try await house.signIn(person)
        _ = secret
        await refused(again.token, begin: false, confirm: true, ask: true, renew: true)
        let (_, _, _) = try await house.settleWithFactor(House.person(2))
        let needsFactor = try await house.signIn(House.person(2))
        await refused(needsFactor.token, begin: true, confirm: false, ask: false, renew: true)
    }

    @Test func `an enrolment begun again is the same for a quarter of an hour, but not in another session`() async throws {
        _ = try await house.settle(person, needsFactor: true)
        let opened = try await house.signIn(person, needsFactor: true)
        house.clock.pass(5 * .minute)
        let first = try await house.accounts.beginEnrolment(opened.token)
        house.clock.pass(9 * .minute)
        #expect(try await house.accounts.beginEnrolment(opened.token) == first)
        // A thief with the password must not be shown what the owner scans.
        let other = try await house.signIn(person, needsFactor: true)
        #expect(try await house.accounts.beginEnrolment(other.token) != first)
        let full = try await house.settle(House.person(2))
        let late = try await house.accounts.beginEnrolment(full.token)
        house.clock.pass(15 * .minute)
        let secret = try #require(decoded(base32: late.secret))
        #expect(
            await fault { () throws(FactorFault) in
                try await house.accounts.finishEnrolment(full.token, code: house.code(secret))
            } == .notNow
        )
        #expect(try await house.accounts.beginEnrolment(full.token) != late)
    }

    @Test func `a wrong code finishes nothing, and right ones end what was opened with less`() async throws {
        let accounts = house.accounts
        _ = try await house.settle(person, needsFactor: true)
        let owner = try await house.signIn(person, needsFactor: true)
        let thief = try await house.signIn(person, needsFactor: true)
        let stolen = try #require(decoded(base32: try await accounts.beginEnrolment(thief.token).secret))
        let secret = try #require(decoded(base32: try await accounts.beginEnrolment(owner.token).secret))
        #expect(
            await fault { () throws(FactorFault) in
                try await accounts.finishEnrolment(owner.token, code: house.code(stolen))
            } == .wrong
        )
        #expect(await house.accounts.status(of: person).hasFactor == false)
        _ = try await accounts.finishEnrolment(owner.token, code: house.code(secret))
        #expect(
            await fault { () throws(FactorFault) in
                try await accounts.finishEnrolment(thief.token, code: house.code(stolen))
            } == .notNow
        )
        #expect(!house.isOpen(thief.token))
        #expect(await house.accounts.status(of: person).hasFactor)
    }

    @Test func `a factor is replaced, and codes renewed, only just after it was given`() async throws {
        let accounts = house.accounts
        let (opened, secret, codes) = try await house.settleWithFactor(person)
        let renewed = try await accounts.renewRecoveryCodes(opened.token)
        #expect(Set(renewed).isDisjoint(with: codes) && renewed.count == 10)
        house.clock.pass(10 * .minute - 30 * .second)
        _ = try await accounts.beginEnrolment(opened.token)
        house.clock.pass(1)
        #expect(await fault { () throws(FactorFault) in try await accounts.beginEnrolment(opened.token) } == .notNow)
        #expect(await fault { () throws(FactorFault) in try await accounts.renewRecoveryCodes(opened.token) } == .notNow)
        let fresh = try await accounts.confirmFactor(opened.token, code: house.code(secret), address: "")
        let next = try #require(decoded(base32: try await accounts.beginEnrolment(fresh.token).secret))
        let finished = try await accounts.finishEnrolment(fresh.token, code: house.code(next))
        house.clock.pass(.minute)
        for old in [house.code(secret), codes[1], renewed[1]] {
            #expect(
                await fault { () throws(FactorFault) in
                    try await accounts.confirmFactor(finished.opened.token, code: old, address: "")
                } == .wrong
            )
        }
        let last = try await accounts.confirmFactor(finished.opened.token, code: house.code(next), address: "")
        _ = try await accounts.confirmFactor(last.token, code: finished.recoveryCodes[9], address: "")
    }

    @Test func `the database alone gives no factor`() async throws {
        let (_, secret, codes) = try await house.settleWithFactor(person)
        await house.accounts.close()
        try #require(unlink(house.folder.path + "/identity-key") == 0)
        // A key of its own is made, as on the machine of somebody who has only the database.
        let copy = try house.reopened()
        let opened = try await copy.signIn(
            person: person,
            mail: House.mail,
            password: House.password,
            address: "",
            browser: "",
            needsFactor: true
        )
        #expect(opened.session.stage == .needsFactor)
        #expect(
            await fault { () throws(FactorFault) in
                try await copy.confirmFactor(opened.token, code: house.code(secret), address: "")
            } == .storage
        )
        #expect(copy.trouble == .corrupt("a second factor can't be decrypted with this key file"))
        #expect(
            await fault { () throws(FactorFault) in
                try await copy.confirmFactor(opened.token, code: codes[0], address: "")
            } == .wrong
        )
    }

    @Test func `the key is kept, and kept secret`() throws {
        let path = house.folder.path + "/identity-key"
        #expect(try OpenFile(path, O_RDONLY).permissions() == 0o600)
        let key = try FactorKey(file: path)
        let sealed = key.seal([1, 2, 3], of: person)
        #expect(try FactorKey(file: path).open(sealed, of: person) == [1, 2, 3])
        #expect(throws: JournalError.self) { try key.open(sealed, of: House.person(2)) }
        #expect(throws: JournalError.self) { try key.open(Array(sealed.dropLast()), of: person) }
        #expect(throws: JournalError.self) { try key.open([], of: person) }
        chmod(path, 0o640)
        #expect(throws: JournalError.self) { try FactorKey(file: path) }
    }

    // MARK: A new factor

    @Test func `two others confirm a new factor, and the next sign-in leads to it`() async throws {
        let accounts = house.accounts
        let (full, _, codes) = try await house.settleWithFactor(person)
        let opened = try await house.signIn(person)
        try await accounts.askForNewFactor(opened.token)
        let asked = house.clock.now
        house.clock.pass(.minute)
        try await accounts.askForNewFactor(opened.token)
        func request(_ by: [String]) -> [FactorRequest] { [FactorRequest(person: person, asked: asked, confirmedBy: by)] }
        #expect(await accounts.factorRequests() == request([]))
        func confirm(_ by: Int) async throws(FactorFault) -> Bool {
            try await accounts.confirmNewFactor(for: person, by: House.person(by))
        }
        #expect(await fault { () throws(FactorFault) in try await confirm(1) } == .own)
        #expect(try await confirm(2) == false)
        #expect(await fault { () throws(FactorFault) in try await confirm(2) } == .alreadyConfirmed)
        #expect(await accounts.factorRequests() == request([House.person(2)]))
        #expect(house.isOpen(full.token))
        #expect(await accounts.status(of: person).hasFactor)
        #expect(try await confirm(3))
        #expect(await fault { () throws(FactorFault) in try await confirm(4) } == .notNow)
        #expect(await accounts.factorRequests().isEmpty)
        #expect(!house.isOpen(full.token) && !house.isOpen(opened.token))
        #expect(await accounts.status(of: person).recoveryCodesLeft == 0)
        let next = try await house.signIn(person, needsFactor: true)
        #expect(next.session.stage == .needsEnrolment)
        #expect(
            await fault { () throws(FactorFault) in
                try await accounts.confirmFactor(next.token, code: codes[0], address: "")
            } == .notNow
        )
    }

    @Test func `confirmations that come at once are counted once each`() async throws {
        _ = try await house.settleWithFactor(person)
        try await house.accounts.askForNewFactor(try await house.signIn(person).token)
        let answers = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<20 {
                group.addTask { try? await house.accounts.confirmNewFactor(for: person, by: House.person(2)) }
            }
            return await group.reduce(into: [Bool?]()) { $0.append($1) }
        }
        #expect(answers.compactMap { $0 } == [false])
    }

    /// What makes a request fall.
    enum Fall: CaseIterable {
        case confirmed, days, disabled, forgotten, removed
    }

    @Test("a request falls when the person needs it no more, or when seven days have passed", arguments: Fall.allCases)
    func fall(_ fall: Fall) async throws {
        let accounts = house.accounts
        let (_, secret, _) = try await house.settleWithFactor(person)
        let opened = try await house.signIn(person)
        try await accounts.askForNewFactor(opened.token)
        _ = try await accounts.confirmNewFactor(for: person, by: House.person(2))
        switch fall {
        case .confirmed: _ = try await accounts.confirmFactor(opened.token, code: house.code(secret), address: "")
        case .days: house.clock.pass(7 * 24 * .hour + 1)
        case .disabled: try await accounts.setDisabled(true, person: person)
        case .forgotten: try await accounts.forget(person)
        case .removed: try await accounts.removeFactor(of: person)
        }
        #expect(await accounts.factorRequests().isEmpty)
        #expect(
            await fault { () throws(FactorFault) in
                try await accounts.confirmNewFactor(for: person, by: House.person(3))
            } == .notNow
        )
        if fall == .days {
            try await accounts.sweep()
            #expect(try house.journal().factorRequests().isEmpty)
            // Asked again, the old confirmation counts no more.
            try await accounts.askForNewFactor(try await house.signIn(person).token)
            #expect(await accounts.factorRequests().first?.confirmedBy == [])
        }
    }
}
