import Testing

@testable import Identity
@testable import Journal

@Suite("Sessions") struct SessionTests {
    let house: House
    let person = House.person(1)

    init() throws { house = try House() }

    @Test(
        "what was never a token opens nothing",
        arguments: ["", "a", String(repeating: "A", count: 43), String(repeating: "å", count: 43)]
    )
    func nonsense(token: String) async throws {
        _ = try await house.settle(person)
        #expect(house.accounts.session(token) == .none)
        await #expect(throws: FactorFault.notNow) { try await house.accounts.confirmFactor(token, code: "123456", address: "") }
        await #expect(throws: AccountFault.noAccount) { try await house.accounts.choose(capacity: "x", in: token) }
        try await house.accounts.signOut(token)
    }

    @Test func `at each rise the old token is dead, and so are the old forms`() async throws {
        let link = try await house.accounts.makeLink(for: person, by: House.person(2))
        var tokens: [Opened] = [
            try await house.accounts.useLink(link.token, binding: nil, browser: "", needsFactor: true)
        ]
        func rise(to stage: Session.Stage, newForms: Bool = true, _ opened: Opened) throws {
            let before = try #require(tokens.last)
            #expect(opened.session.stage == stage && opened.session.id == before.session.id)
            #expect((opened.session.formKey != before.session.formKey) == newForms)
            tokens.append(opened)
            for (index, opened) in tokens.enumerated() { #expect(house.isOpen(opened.token) == (index == tokens.count - 1)) }
        }
        func last() throws -> String { try #require(tokens.last).token }
        #expect(tokens[0].session.stage == .needsPassword)
        try rise(
            to: .needsEnrolment,
            try await house.accounts.choosePassword(last(), current: nil, new: House.password, isNot: [], needsFactor: true)
        )
        let secret = try #require(decoded(base32: try await house.accounts.beginEnrolment(last()).secret))
        try rise(to: .full, try await house.accounts.finishEnrolment(last(), code: house.code(secret)).opened)
        house.clock.pass(30 * .second)
        // The form that asked for the code is still open beside.
        try rise(
            to: .full,
            newForms: false,
            try await house.accounts.confirmFactor(last(), code: house.code(secret), address: "")
        )
        try rise(
            to: .full,
            try await house.accounts.choosePassword(
                last(),
                current: House.password,
                new: House.newPassword,
                isNot: [],
                needsFactor: true
            )
        )
        house.clock.pass(30 * .second)
        let again = try await house.signIn(person, House.newPassword)
        let full = try await house.accounts.confirmFactor(again.token, code: house.code(secret), address: "")
        #expect(again.session.stage == .needsFactor && again.session.id != tokens[0].session.id)
        #expect(
            full.session.stage == .full && full.session.id == again.session.id && full.session.formKey != again.session.formKey
        )
        #expect(!house.isOpen(again.token) && house.isOpen(full.token))
        let reopened = try house.reopened()
        for opened in tokens.dropLast() + [again] { #expect(reopened.session(opened.token) == .none) }
        #expect(reopened.session(full.token) == house.accounts.session(full.token))
    }

    @Test func `a silent browser is out after two hours, and any after twelve`() async throws {
        let silent = try await house.settle(person)
        let busy = try await house.signIn(person)
        for _ in 0..<11 {
            house.clock.pass(.hour)
            #expect(house.isOpen(busy.token))
        }
        #expect(house.accounts.session(silent.token) == .expired(person: person))
        house.clock.pass(.hour - 1)
        #expect(house.isOpen(busy.token))
        house.clock.pass(1)
        #expect(house.accounts.session(busy.token) == .expired(person: person))
        // Heard of after its end, it isn't open again.
        #expect(house.accounts.session(busy.token) == .expired(person: person))
        #expect(await house.accounts.sessions(of: person).isEmpty)
        await #expect(throws: AccountFault.noAccount) { try await house.accounts.choose(capacity: "x", in: busy.token) }
    }

    @Test func `to the microsecond`() async throws {
        let opened = try await house.settle(person)
        house.clock.pass(2 * .hour - 1)
        #expect(house.isOpen(opened.token))
        house.clock.pass(2 * .hour)
        #expect(house.accounts.session(opened.token) == .expired(person: person))
    }

    @Test func `it is told for a day whose an ended session was, also after a sweep and a restart`() async throws {
        let opened = try await house.settle(person)
        house.clock.pass(2 * .hour)
        try await house.accounts.sweep()
        #expect(try house.reopened().session(opened.token) == .expired(person: person))
        house.clock.pass(24 * .hour - 1)
        try await house.accounts.sweep()
        #expect(house.accounts.session(opened.token) == .expired(person: person))
        house.clock.pass(1)
        #expect(house.accounts.session(opened.token) == .none)
        #expect(try house.journal().sessions().count == 1)
        try await house.accounts.sweep()
        #expect(try house.journal().sessions().isEmpty)
    }

    @Test func `a stage before the last is over after a quarter of an hour, and says nothing of whose it was`() async throws {
        let (_, secret, _) = try await house.settleWithFactor(person)
        let opened = try await house.signIn(person)
        house.clock.pass(15 * .minute - 1)
        #expect(house.isOpen(opened.token))
        house.clock.pass(1)
        #expect(house.accounts.session(opened.token) == .none)
        await #expect(throws: FactorFault.notNow) {
            try await house.accounts.confirmFactor(opened.token, code: house.code(secret), address: "")
        }
    }

    /// Ways in which somebody ends a session.
    enum Ending: CaseIterable {
        case signOut, end, endAll, disable, forget, newPassword, removeFactor
    }

    @Test(
        "a session that somebody ended says nothing of whose it was, also when it had run out",
        arguments: Ending.allCases,
        [false, true]
    )
    func ended(_ ending: Ending, hasRunOut: Bool) async throws {
        let opened = try await house.settle(person)
        if hasRunOut { house.clock.pass(3 * .hour) }
        let other = try await house.signIn(person)
        let accounts = house.accounts
        switch ending {
        case .signOut: try await accounts.signOut(opened.token)
        case .end: try await accounts.end(opened.session.id, of: person)
        case .endAll: try await accounts.endAll(of: person, except: other.token)
        case .disable: try await accounts.setDisabled(true, person: person)
        case .forget: try await accounts.forget(person)
        case .newPassword:
            _ = try await accounts.choosePassword(
                other.token,
                current: House.password,
                new: House.newPassword,
                isNot: [],
                needsFactor: false
            )
        case .removeFactor: try await accounts.removeFactor(of: person)
        }
        #expect(accounts.session(opened.token) == .none)
        #expect(try house.reopened().session(opened.token) == .none)
        let isKept = [.signOut, .end, .endAll].contains(ending)
        #expect(house.isOpen(other.token) == isKept)
    }

    @Test func `nobody ends another's session`() async throws {
        let opened = try await house.settle(person)
        try await house.accounts.end(opened.session.id, of: House.person(2))
        try await house.accounts.end("", of: person)
        try await house.accounts.endAll(of: House.person(2), except: nil)
        #expect(house.isOpen(opened.token))
    }

    @Test func `sessions are listed, the latest first, and what was chosen is kept`() async throws {
        let first = try await house.settle(person)
        house.clock.pass(.minute)
        let second = try await house.signIn(person)
        house.clock.pass(.minute)
        #expect(house.isOpen(first.token))
        try await house.accounts.choose(capacity: "haninge/registrator", in: first.token)
        _ = try await house.settle(House.person(2))
        let listed = await house.accounts.sessions(of: person)
        #expect(listed.map(\.id) == [first.session.id, second.session.id])
        #expect(listed.map(\.capacity) == ["haninge/registrator", nil])
        #expect(listed.map(\.browser) == ["Firefox", "Firefox på Linux"])
        #expect(!listed.contains { $0.id == first.token || $0.id.utf8.count != 32 })
        try await house.accounts.choose(capacity: nil, in: first.token)
        #expect(await house.accounts.sessions(of: person).allSatisfy { $0.capacity == nil })
    }

    @Test func `the disk is told that a browser has been heard of, at most once a minute`() async throws {
        let opened = try await house.settle(person)
        let began = house.clock.now
        func onDisk() async throws -> Int64? {
            // On the same thread as the writing, and so after it.
            _ = await house.accounts.factorRequests()
            return try house.journal().sessions().first?.lastSeen
        }
        house.clock.pass(59 * .second)
        #expect(house.isOpen(opened.token))
        #expect(try await onDisk() == began)
        house.clock.pass(.second)
        #expect(house.isOpen(opened.token))
        #expect(try await onDisk() == began + .minute)
        house.clock.pass(30 * .second)
        #expect(house.isOpen(opened.token))
        #expect(try await onDisk() == began + .minute)
        await house.accounts.close()
        #expect(try house.journal().sessions().first?.lastSeen == began + 90 * .second)
    }

    @Test func `everything survives a restart`() async throws {
        let (opened, secret, codes) = try await house.settleWithFactor(person)
        let link = try await house.accounts.makeLink(for: House.person(2), by: person)
        guard case .ready(let binding?) = await house.accounts.openLink(link.token, binding: nil) else {
            Issue.record("the link isn't ready")
            return
        }
        let status = await house.accounts.status(of: person)
        await house.accounts.close()
        let reopened = try house.reopened()
        #expect(reopened.session(opened.token) == .open(opened.session.seen(at: house.clock.now)))
        #expect(await reopened.status(of: person) == status)
        #expect(await reopened.openLink(link.token, binding: binding) == .ready(newBinding: nil))
        let again = try await reopened.confirmFactor(opened.token, code: house.code(secret), address: "")
        _ = try await reopened.confirmFactor(again.token, code: codes[3], address: "")
        #expect(await reopened.status(of: person).recoveryCodesLeft == 9)
    }

    @Test func `a closed database is answered for, and memory still knows who is signed in`() async throws {
        let opened = try await house.settle(person)
        await house.accounts.close()
        #expect(house.isOpen(opened.token))
        await #expect(throws: SignInFault.storage) { try await house.signIn(person) }
        await #expect(throws: AccountFault.storage) { try await house.accounts.signOut(opened.token) }
        #expect(house.isOpen(opened.token))
        #expect(house.accounts.trouble == .readOnly)
        #expect(house.accounts.limits.count == 0)
    }

    @Test func `a person has at most thirty sessions`() async throws {
        _ = try await house.settle(person)
        var opened: [Opened] = []
        for _ in 0..<31 {
            house.clock.pass(.second)
            opened.append(try await house.signIn(person))
        }
        #expect(await house.accounts.sessions(of: person).count == 30)
        #expect(!house.isOpen(opened[0].token) && opened.dropFirst().allSatisfy { house.isOpen($0.token) })
        #expect(try house.journal().sessions().count == 30)
    }
}

extension Session {
    /// The same session, heard of at another moment.
    func seen(at moment: Int64) -> Session {
        Session(
            id: id,
            person: person,
            stage: stage,
            began: began,
            lastSeen: moment,
            factorConfirmed: factorConfirmed,
            capacity: capacity,
            browser: browser,
            formKey: formKey
        )
    }
}
