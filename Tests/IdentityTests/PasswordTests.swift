import Testing

@testable import Identity
@testable import Journal

@Suite("Passwords") struct PasswordTests {
    @Test(
        "what is refused, and why",
        arguments: [
            ("", .tooShort(least: 12)), ("elva tecken", .tooShort(least: 12)), ("tolv tecken!", nil),
            (String(repeating: "häst ko får ", count: 20), .tooLong), ("🐴🐮🐑🐖🐔🦆🐐🐇🐈🐕🦃🐎", nil),
            // The mail address, what stands before the @, in capitals and without dots.
            ("min registrator@haninge.example", .containsMail), ("REGISTRATOR cyklar hem", .containsMail),
            ("asa-lind cyklar hem fort", .containsMail), ("Sjövägen 12 är en adress", .containsMail),
            ("kort ord får stå här", nil),
            // Common words with figures and signs.
            ("lösenord1234", .tooCommon), ("Losenord!2026", .tooCommon), ("l0senord12345", .tooCommon),
            ("p@$$w0rd12345", .tooCommon),
            ("password1234", .tooCommon), ("PasswordPassword", .tooCommon), ("sommaren2026!", .tooCommon),
            ("Välkommen123!", .tooCommon),
            ("samverka-2026", .tooCommon), ("Samverkan Haninge", .tooCommon), ("nynäshamn2026", .tooCommon),
            ("Tyresö123456", .tooCommon),
            ("botkyrka1947!", .tooCommon), ("Södertälje 2026", .tooCommon), ("iloveyou12345", .tooCommon),
            ("jagälskardig!", .tooCommon),
            ("va\u{308}lkommen2026", .tooCommon), ("administratör1", .tooCommon), ("2026kommunen2026", .tooCommon),
            // Walks, figures, repetitions.
            ("qwertyuiopå1", .tooCommon), ("asdfghjklöä1234", .tooCommon), ("1qaz2wsx3edc4rfv", .tooCommon),
            ("qwerty123456", .tooCommon),
            ("poiuytrewq0987", .tooCommon), ("123456789012", .tooCommon), ("197512241234", .tooCommon),
            ("19751224-1234", .tooCommon),
            ("aaaaaaaaaaaa", .tooCommon), ("abababababab", .tooCommon), ("hejhejhejhej", .tooCommon),
            ("qxzkqxzkqxzk", .tooCommon),
            ("zyxwvutsrqponm", .tooCommon), ("!!!!!!!!!!!!", .tooCommon),
            // What is well chosen.
            ("tre cyklar under granen", nil), ("lösenordet är en gammal kamel", nil), ("haninge sover i regnet", nil),
            ("xK7-mmq2-pp9z", nil), ("correct horse battery staple", nil), ("vinterns sista glass", nil),
        ] as [(String, PasswordFault?)]
    )
    func rule(password: String, expected: PasswordFault?) {
        let words = ["Registrator@haninge.example", "åsa-lind@x.se", "Sjövägen", "ord", ""]
        #expect(PasswordRule.fault(of: password, isNot: words) == expected)
    }

    let house: House
    let person = House.person(1)

    init() throws { house = try House() }

    private func choose(
        _ token: String,
        current: String? = nil,
        new: String = House.newPassword,
        needsFactor: Bool = false
    ) async -> Result<Opened, PasswordFault> {
        do throws(PasswordFault) {
            return .success(
                try await house.accounts.choosePassword(
                    token,
                    current: current,
                    new: new,
                    isNot: [House.mail],
                    needsFactor: needsFactor
                )
            )
        } catch {
            return .failure(error)
        }
    }

    @Test func `a new password needs the current one, and ends the other sessions and the links`() async throws {
        let one = try await house.settle(person)
        let other = try await house.signIn(person)
        let link = try await house.accounts.makeLink(for: person, by: "")
        await #expect(throws: PasswordFault.wrongCurrent) { try await choose(one.token).get() }
        await #expect(throws: PasswordFault.wrongCurrent) { try await choose(one.token, current: "not this one").get() }
        await #expect(throws: PasswordFault.tooShort(least: 12)) {
            try await choose(one.token, current: House.password, new: "x").get()
        }
        await #expect(throws: PasswordFault.sameAsBefore) {
            try await choose(one.token, current: House.password, new: House.password).get()
        }
        await #expect(throws: PasswordFault.wrongCurrent) {
            try await choose(one.token, current: "wrong", new: House.password).get()
        }
        #expect(house.isOpen(one.token) && house.isOpen(other.token))
        let opened = try await choose(one.token, current: House.password).get()
        #expect(opened.session.stage == .full && !house.isOpen(one.token) && !house.isOpen(other.token))
        #expect(await house.accounts.openLink(link.token, binding: nil) == .expired)
        await #expect(throws: SignInFault.wrong) { try await house.signIn(person) }
        _ = try await house.signIn(person, House.newPassword)
    }

    @Test func `by a link no current one is needed, but another than before, and the factor still is`() async throws {
        let (full, secret, _) = try await house.settleWithFactor(person)
        let link = try await house.accounts.makeLink(for: person, by: "")
        let opened = try await house.accounts.useLink(link.token, binding: nil, browser: "", needsFactor: true)
        #expect(opened.session.stage == .needsPassword && house.isOpen(full.token))
        await #expect(throws: PasswordFault.sameAsBefore) { try await choose(opened.token, new: House.password).get() }
        let chosen = try await choose(opened.token, needsFactor: true).get()
        #expect(chosen.session.stage == .needsFactor && !house.isOpen(full.token))
        await #expect(throws: PasswordFault.notNow) { try await choose(chosen.token, current: House.newPassword).get() }
        await #expect(throws: PasswordFault.notNow) { try await choose(opened.token).get() }
        _ = try await house.accounts.confirmFactor(chosen.token, code: house.code(secret), address: "")
    }

    @Test func `guesses at the current password are limited, and share the sign-in's count`() async throws {
        let opened = try await house.settle(person)
        for _ in 0..<5 {
            await #expect(throws: PasswordFault.wrongCurrent) { try await choose(opened.token, current: "wrong").get() }
        }
        await #expect(throws: PasswordFault.tooMany(seconds: 60)) {
            try await choose(opened.token, current: House.password).get()
        }
        await #expect(throws: SignInFault.tooMany(seconds: 60)) { try await house.signIn(person) }
        house.clock.pass(.minute)
        _ = try await choose(opened.token, current: House.password).get()
    }

    @Test func `a form sent twice at once changes the password once`() async throws {
        let opened = try await house.settle(person)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<4 {
                group.addTask {
                    if case .success = await choose(opened.token, current: House.password, new: "elva stolar \(number)") {
                        true
                    } else {
                        false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes == 1)
        #expect(await house.accounts.sessions(of: person).count == 1)
    }

    @Test func `a password that was changed during a sign-in doesn't open`() async throws {
        _ = try await house.settle(person)
        let stale = try #require(try house.journal().account(person)?.password)
        let opened = try await house.signIn(person)
        _ = try await choose(opened.token, current: House.password).get()
        // As the sign-in that was being checked meanwhile asks the book for its session.
        let book = try AccountBook(
            database: house.folder.path + "/samverka.sqlite",
            key: try FactorKey(file: house.folder.path + "/identity-key"),
            clock: { [clock = house.clock] in clock.now }
        )
        let late = try await book.open(person, password: stale, renewed: nil, browser: "", needsFactor: false)
        #expect(late == nil)
    }

    @Test func `when too many wait, nothing is changed`() async throws {
        _ = try await house.settle(person)
        let busy = try House(hasher: PasswordHasher(strength: .weakForTests, mostWaiting: 0))
        let link = try await busy.accounts.makeLink(for: person, by: "")
        let opened = try await busy.accounts.useLink(link.token, binding: nil, browser: "", needsFactor: false)
        await #expect(throws: PasswordFault.busy) {
            try await busy.accounts.choosePassword(opened.token, current: nil, new: House.password, isNot: [], needsFactor: false)
        }
        #expect(busy.isOpen(opened.token))
    }
}

@Suite("Links") struct LinkTests {
    let house: House
    let person = House.person(1)

    init() throws { house = try House() }

    private func use(_ token: String, _ binding: String? = nil) async -> Result<Opened, LinkFault> {
        do throws(LinkFault) {
            return .success(try await house.accounts.useLink(token, binding: binding, browser: "Firefox", needsFactor: false))
        } catch {
            return .failure(error)
        }
    }

    @Test func `a link is bound to the first browser, and used once`() async throws {
        let accounts = house.accounts
        #expect(await accounts.status(of: person) == .none)
        let link = try await accounts.makeLink(for: person, by: House.person(2))
        #expect(link.expires == house.clock.now + 15 * .minute)
        #expect(await accounts.status(of: person).exists)
        let state = await accounts.openLink(link.token, binding: nil)
        guard case .ready(let binding?) = state else {
            Issue.record("\(state)")
            return
        }
        #expect(await accounts.openLink(link.token, binding: binding) == .ready(newBinding: nil))
        for other in [nil, "", link.token, String(binding.reversed())] {
            #expect(await accounts.openLink(link.token, binding: other) == .otherBrowser)
            await #expect(throws: LinkFault.otherBrowser) { try await use(link.token, other).get() }
        }
        let opened = try await use(link.token, binding).get()
        #expect(opened.session.stage == .needsPassword && opened.session.person == person && house.isOpen(opened.token))
        #expect(await accounts.openLink(link.token, binding: binding) == .used)
        await #expect(throws: LinkFault.used) { try await use(link.token, binding).get() }
    }

    @Test func `sent many times at once, it is used once`() async throws {
        let link = try await house.accounts.makeLink(for: person, by: "")
        let used = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { if case .success = await use(link.token) { true } else { false } }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(used == 1)
    }

    @Test func `opened in many browsers at once, it is bound to one`() async throws {
        let link = try await house.accounts.makeLink(for: person, by: "")
        let ready = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { if case .ready = await house.accounts.openLink(link.token, binding: nil) { true } else { false } }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(ready == 1)
    }

    @Test func `it runs out after a quarter of an hour, and when a later one is made`() async throws {
        let first = try await house.accounts.makeLink(for: person, by: "")
        let other = try await house.accounts.makeLink(for: House.person(2), by: "")
        house.clock.pass(1)
        let second = try await house.accounts.makeLink(for: person, by: "")
        #expect(await house.accounts.openLink(first.token, binding: nil) == .expired)
        await #expect(throws: LinkFault.expired) { try await use(first.token).get() }
        house.clock.pass(15 * .minute)
        _ = try await use(second.token).get()
        await #expect(throws: LinkFault.expired) { try await use(other.token).get() }
        for nonsense in ["", "x", String(repeating: "A", count: 43)] {
            #expect(await house.accounts.openLink(nonsense, binding: nil) == .unknown)
            await #expect(throws: LinkFault.unknown) { try await use(nonsense).get() }
        }
        // It is remembered for a while that they were links.
        house.clock.pass(30 * 24 * .hour - 1)
        try await house.accounts.sweep()
        await #expect(throws: LinkFault.used) { try await use(second.token).get() }
        house.clock.pass(2)
        try await house.accounts.sweep()
        await #expect(throws: LinkFault.unknown) { try await use(second.token).get() }
        await #expect(throws: LinkFault.unknown) { try await use(first.token).get() }
    }

    @Test func `a disabled account's links are dead, and a new one opens nothing`() async throws {
        let link = try await house.accounts.makeLink(for: person, by: "")
        try await house.accounts.setDisabled(true, person: person)
        await #expect(throws: LinkFault.expired) { try await use(link.token).get() }
        let later = try await house.accounts.makeLink(for: person, by: "")
        await #expect(throws: LinkFault.disabled) { try await use(later.token).get() }
        try await house.accounts.setDisabled(false, person: person)
        _ = try await use(later.token).get()
    }
}

@Suite("Accounts") struct AccountTests {
    let house: House
    let person = House.person(1)

    init() throws { house = try House() }

    @Test func `what an account has is told`() async throws {
        let accounts = house.accounts
        #expect(await accounts.status(of: person) == .none)
        _ = try await accounts.makeLink(for: person, by: "")
        func status() async -> [Bool] {
            let status = await accounts.status(of: person)
            return [status.exists, status.hasPassword, status.hasFactor, status.isDisabled, status.lastSignedIn != nil]
        }
        #expect(await status() == [true, false, false, false, false])
        _ = try await house.settle(person, needsFactor: true)
        #expect(await status() == [true, true, false, false, false])
        try await accounts.forget(person)
        _ = try await house.settleWithFactor(person)
        #expect(await status() == [true, true, true, false, true])
        try await accounts.setDisabled(true, person: person)
        #expect(await status() == [true, true, true, true, true])
        try await accounts.setDisabled(false, person: person)
        try await accounts.removeFactor(of: person)
        #expect(await status() == [true, true, false, false, true])
        #expect(await accounts.sessions(of: person).isEmpty)
    }

    @Test func `there must be an account to change`() async throws {
        await #expect(throws: AccountFault.noAccount) { try await house.accounts.setDisabled(true, person: person) }
        await #expect(throws: AccountFault.noAccount) { try await house.accounts.removeFactor(of: person) }
        try await house.accounts.forget(person)
    }

    @Test func `a person who is forgotten is nowhere, and others are as they were`() async throws {
        let accounts = house.accounts
        let other = try await house.settleWithFactor(House.person(2)).opened
        _ = try await house.settleWithFactor(person)
        try await accounts.askForNewFactor(try await house.signIn(person).token)
        _ = try await accounts.beginEnrolment(try await house.settle(House.person(3)).token)
        try await accounts.askForNewFactor(try await house.signIn(House.person(2)).token)
        _ = try await accounts.confirmNewFactor(for: House.person(2), by: person)
        let link = try await accounts.makeLink(for: House.person(4), by: person)
        let draft = Draft(id: [1], person: person, path: "/x", fields: [1], saved: 0, keepUntil: 0)
        try house.journal().put(draft)
        let before = await accounts.status(of: House.person(2))
        #expect(try await accounts.persons().sorted() == [1, 2, 3, 4].map { House.person($0) })
        try await accounts.forget(person)
        #expect(try await accounts.persons().sorted() == [2, 3, 4].map { House.person($0) })
        #expect(await accounts.status(of: person) == .none)
        #expect(await accounts.status(of: House.person(2)) == before && house.isOpen(other.token))
        #expect(await accounts.factorRequests().map(\.confirmedBy) == [[]])
        #expect(await accounts.openLink(link.token, binding: nil) != .unknown)
        await accounts.close()
        try house.journal().scrub()
        #expect(try !house.storedBytes().contains(Array(person.utf8)))
        #expect(try house.storedBytes().contains(Array(House.person(2).utf8)))
    }

    @Test func `signing in goes on while the registrar's connection writes the file anew`() async throws {
        for number in 1...4 { _ = try await house.settle(House.person(number)) }
        let path = house.folder.path + "/samverka.sqlite"
        try await withThrowingTaskGroup { group in
            group.addTask {
                let journal = try Journal(file: path, mode: .readWrite(create: false))
                for number in 0..<20 {
                    let record = VaultRecord(id: [UInt8(number)], owner: "x", purpose: "x", keepUntil: 1, bytes: [1, 2, 3])
                    try journal.put([record])
                    _ = try journal.erase([.record(record.id)], decision: "prov", list: path + ".erasures")
                }
            }
            for number in 1...4 {
                group.addTask {
                    for _ in 0..<10 {
                        let opened = try await house.signIn(House.person(number), mail: "\(number)@x.se")
                        try await house.accounts.choose(capacity: "x", in: opened.token)
                        try await house.accounts.signOut(opened.token)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(Verification.walk(file: path).isWhole)
        #expect(house.accounts.trouble == nil)
    }

    @Test func `a database that can't be reached is answered for, and nothing is half done`() async throws {
        let opened = try await house.settle(person)
        let faults: [any Error] = [
            SignInFault.storage, FactorFault.storage, PasswordFault.storage, LinkFault.storage, AccountFault.storage,
        ]
        #expect(faults.allSatisfy { "\($0)" == "storage" })
        await house.accounts.close()
        await #expect(throws: PasswordFault.storage) {
            try await house.accounts.choosePassword(
                opened.token,
                current: House.password,
                new: House.newPassword,
                isNot: [],
                needsFactor: false
            )
        }
        await #expect(throws: FactorFault.storage) { try await house.accounts.beginEnrolment(opened.token) }
        await #expect(throws: AccountFault.storage) { _ = try await house.accounts.makeLink(for: person, by: "") }
        await #expect(throws: AccountFault.storage) { try await house.accounts.sweep() }
        #expect(await house.accounts.status(of: person) == .none)
        #expect(await house.accounts.factorRequests().isEmpty)
        #expect(house.isOpen(opened.token))
    }
}
