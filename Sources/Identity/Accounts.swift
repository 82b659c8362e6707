package import Journal

/// Who may come in: passwords, second factors, sessions and one-time links.
///
/// It knows nothing of the cooperation. A person is an opaque text of 32 hexadecimal digits; names and mail addresses live in the vault, and
/// whoever calls has found the person there. What was answered is on disk.
package final class Accounts: Sendable {
    private let book: AccountBook
    private let hasher: PasswordHasher
    private let clock: @Sendable () -> Int64

    /// Opens the accounts in a database, on a connection of their own.
    ///
    /// - Parameters:
    ///   - database: the journal's file; it is made when there is none.
    ///   - keyFile: the file with the key of second factors; made the first time, and refused if others than its owner may read it.
    ///   - strength: how much work a password's hash is.
    ///   - clock: what time it is, in microseconds since 1970-01-01 UTC.
    /// - Throws: `JournalError`.
    package convenience init(
        database: String,
        keyFile: String,
        strength: PasswordStrength = .owasp,
        clock: @escaping @Sendable () -> Int64
    ) throws {
        let hasher = PasswordHasher(strength: strength)
        try self.init(database: database, keyFile: keyFile, hasher: hasher, clock: clock)
    }

    init(database: String, keyFile: String, hasher: PasswordHasher, clock: @escaping @Sendable () -> Int64) throws(JournalError) {
        self.hasher = hasher
        self.clock = clock
        book = try AccountBook(database: database, key: try FactorKey(file: keyFile), clock: clock)
    }

    /// Why the database couldn't be read or written the last time, for the log and for `/halsa`; nil when it could.
    package var trouble: JournalError? { book.trouble }

    /// How many failing subjects are remembered, for tests.
    var limits: Limits { book.limits }

    // MARK: Sessions

    /// What a token is good for now; from memory, without waiting for anybody.
    ///
    /// It is noted that the browser has been heard of. The disk is told at most once a minute, and not while the caller waits.
    package func session(_ token: String) -> SessionState {
        guard let digest = Token.digest(of: token) else { return .none }
        let (state, isToBeWritten) = book.live.look(digest, now: clock())
        if isToBeWritten { book.noteSeenSoon() }
        return state
    }

    /// Signs a person in with a password.
    ///
    /// Whatever is wrong – no such person, no account, no password yet, a disabled account, another password – the answer and the work
    /// behind it are the same.
    ///
    /// - Parameters:
    ///   - person: whose mail address it is; nil if it is nobody's.
    ///   - mail: the address as it was typed; failures are counted by it.
    ///   - password: as it was typed.
    ///   - address: the network address of whoever asks; failures are counted by it.
    ///   - browser: a short description, as ``BrowserName`` makes it.
    ///   - needsFactor: whether the person must have a second factor. One who has one must give it in any case.
    /// - Returns: a session at the stage ``Session/Stage/needsFactor``, ``Session/Stage/needsEnrolment`` or ``Session/Stage/full``.
    /// - Throws: why nobody is let in.
    package func signIn(
        person: String?,
        mail: String,
        password: String,
        address: String,
        browser: String,
        needsFactor: Bool
    ) async throws(SignInFault) -> Opened {
        let limits = book.limits
        let subjects =
            [limits.mail(mail), limits.address(address)] + (person.map { [limits.password(of: $0)] } ?? [])
        if let seconds = limits.begin(subjects, now: clock()) { throw .tooMany(seconds: seconds) }
        var outcome = Limits.Outcome.undone
        defer { limits.end(subjects, outcome, now: clock()) }
        let account = try await book.account(person)
        let (isRight, renewed): (Bool, String?)
        do {
            (isRight, renewed) = try await hasher.check(password, against: account?.password)
        } catch {
            throw .busy
        }
        guard isRight, let account, let hash = account.password, !account.isDisabled,
            let opened = try await book.open(
                account.person,
                password: hash,
                renewed: renewed,
                browser: browser,
                needsFactor: needsFactor
            )
        else {
            outcome = .wrong
            throw .wrong
        }
        outcome = .right
        return opened
    }

    /// The person's open sessions, the latest heard of first, also those that aren't fully signed in.
    package func sessions(of person: String) async -> [Session] {
        await book.sessions(of: person)
    }

    /// Ends one of a person's sessions; one that isn't there is passed over.
    package func end(_ id: String, of person: String) async throws(AccountFault) {
        try await book.end(id, of: person)
    }

    /// Ends a person's sessions, all but that of a token.
    package func endAll(of person: String, except token: String?) async throws(AccountFault) {
        try await book.endAll(of: person, except: token.flatMap { Token.digest(of: $0) })
    }

    /// Ends the session of a token; one that isn't there is passed over.
    package func signOut(_ token: String) async throws(AccountFault) {
        guard let digest = Token.digest(of: token) else { return }
        try await book.signOut(digest)
    }

    /// Notes what the person has chosen to act as.
    ///
    /// - Throws: ``AccountFault/noAccount`` if nobody is fully signed in with the token.
    package func choose(capacity: String?, in token: String) async throws(AccountFault) {
        guard let digest = Token.digest(of: token) else { throw .noAccount }
        try await book.choose(capacity: capacity, in: digest)
    }

    // MARK: Second factors

    /// Takes a code from the authenticator or a recovery code.
    ///
    /// From ``Session/Stage/needsFactor`` the session becomes full; in a full session the factor is fresh again. The token is new.
    package func confirmFactor(_ token: String, code: String, address: String) async throws(FactorFault) -> Opened {
        guard let digest = Token.digest(of: token) else { throw .notNow }
        return try await book.confirmFactor(digest, code: TypedCode(code), address: address)
    }

    /// Begins a second factor: the secret to put into an authenticator.
    ///
    /// Begun again in the same session within fifteen minutes, it is the same secret. In a full session that has a factor, one must have been
    /// given in the last ten minutes.
    package func beginEnrolment(_ token: String) async throws(FactorFault) -> Enrolment {
        guard let digest = Token.digest(of: token) else { throw .notNow }
        return try await book.beginEnrolment(digest)
    }

    /// Finishes a second factor with a first code.
    ///
    /// The session becomes full under a new token, and the person's other sessions end.
    ///
    /// - Returns: the session, and ten recovery codes, which are shown here and never again.
    package func finishEnrolment(
        _ token: String,
        code: String
    ) async throws(FactorFault) -> (opened: Opened, recoveryCodes: [String]) {
        guard let digest = Token.digest(of: token) else { throw .notNow }
        return try await book.finishEnrolment(digest, code: TypedCode(code))
    }

    /// Ten new recovery codes in the place of the old; only when a second factor has been given in the last ten minutes.
    package func renewRecoveryCodes(_ token: String) async throws(FactorFault) -> [String] {
        guard let digest = Token.digest(of: token) else { throw .notNow }
        return try await book.renewRecoveryCodes(digest)
    }

    /// Removes a person's second factor and ends the sessions, from the installation's shell: the next sign-in leads to a new one.
    package func removeFactor(of person: String) async throws(AccountFault) {
        try await book.removeFactor(of: person)
    }

    /// Asks to be let make a new second factor, by somebody who has given the right password and can't give the factor.
    package func askForNewFactor(_ token: String) async throws(FactorFault) {
        guard let digest = Token.digest(of: token) else { throw .notNow }
        try await book.askForNewFactor(digest)
    }

    /// Those who ask for a new second factor, the one who has waited longest first.
    ///
    /// A request stands for seven days, or until the person gives the factor after all.
    package func factorRequests() async -> [FactorRequest] {
        await book.factorRequests()
    }

    /// Confirms that it is the person who asks.
    ///
    /// Who may confirm is decided by the caller.
    ///
    /// - Returns: true when this was the second of two different people. Then the factor and the recovery codes are gone and the sessions
    ///   ended, so that the next sign-in leads to a new factor.
    package func confirmNewFactor(for person: String, by other: String) async throws(FactorFault) -> Bool {
        try await book.confirmNewFactor(for: person, by: other)
    }

    // MARK: Passwords and links

    /// Chooses a first or a new password.
    ///
    /// The token is new, the person's other sessions end, and unused links run out.
    ///
    /// - Parameters:
    ///   - token: of a session at ``Session/Stage/needsPassword`` or ``Session/Stage/full``.
    ///   - current: the current password, which is asked for in a full session.
    ///   - new: as it was typed.
    ///   - isNot: words it may not be or contain, such as the mail address.
    ///   - needsFactor: whether the person must have a second factor.
    /// - Returns: a session at the stage that a sign-in would have led to.
    /// - Throws: why the password isn't taken.
    package func choosePassword(
        _ token: String,
        current: String?,
        new: String,
        isNot: [String],
        needsFactor: Bool
    ) async throws(PasswordFault) -> Opened {
        guard let digest = Token.digest(of: token) else { throw .notNow }
        let (person, hash, needsCurrent) = try await book.changing(digest)
        if let fault = PasswordRule.fault(of: new, isNot: isNot) { throw fault }
        if needsCurrent {
            try await check(current, against: hash, of: person)
            if current.map({ $0.utf8.elementsEqual(new.utf8) }) ?? false { throw .sameAsBefore }
        } else if let hash, try await isRight(new, hash) {
            throw .sameAsBefore
        }
        let changed: String
        do { changed = try await hasher.hash(new) } catch { throw .busy }
        return try await book.setPassword(digest, from: hash, to: changed, needsFactor: needsFactor)
    }

    private func check(_ current: String?, against hash: String?, of person: String) async throws(PasswordFault) {
        guard let current else { throw .wrongCurrent }
        let subjects = [book.limits.password(of: person)]
        if let seconds = book.limits.begin(subjects, now: clock()) { throw .tooMany(seconds: seconds) }
        var outcome = Limits.Outcome.undone
        defer { book.limits.end(subjects, outcome, now: clock()) }
        guard try await isRight(current, hash) else {
            outcome = .wrong
            throw .wrongCurrent
        }
        outcome = .right
    }

    private func isRight(_ password: String, _ hash: String?) async throws(PasswordFault) -> Bool {
        do { return try await hasher.check(password, against: hash).isRight } catch { throw .busy }
    }

    /// Makes a link with which a person chooses a password, and the account if there is none.
    ///
    /// Earlier unused links of the person run out.
    ///
    /// - Parameters:
    ///   - person: who may use it.
    ///   - other: who makes it; kept beside it until it is swept.
    /// - Returns: the link, whose token is kept nowhere.
    /// - Throws: `AccountFault.storage`.
    package func makeLink(for person: String, by other: String) async throws(AccountFault) -> OneTimeLink {
        try await book.makeLink(for: person, by: other)
    }

    /// Opens a link without using it.
    ///
    /// The first browser that opens it is bound: it gets something to put in a cookie, without which no other browser can open or
    /// use it.
    ///
    /// Programs that look through mail open what they find. Call this when a person has pressed a button, not when a page is fetched.
    package func openLink(_ token: String, binding: String?) async -> LinkState {
        guard let digest = Token.digest(of: token) else { return .unknown }
        return await book.openLink(digest, binding: binding.flatMap { Token.digest(of: $0) })
    }

    /// Uses a link, once.
    ///
    /// - Parameters:
    ///   - token: what the link's address holds.
    ///   - binding: what ``openLink(_:binding:)`` gave the browser; nil for a link that no browser has opened.
    ///   - browser: a short description, as ``BrowserName`` makes it.
    ///   - needsFactor: not looked at here; ``choosePassword(_:current:new:isNot:needsFactor:)`` asks again.
    /// - Returns: a session at ``Session/Stage/needsPassword``.
    /// - Throws: why the link opens nothing.
    package func useLink(
        _ token: String,
        binding: String?,
        browser: String,
        needsFactor: Bool
    ) async throws(LinkFault) -> Opened {
        guard let digest = Token.digest(of: token) else { throw .unknown }
        return try await book.useLink(digest, binding: binding.flatMap { Token.digest(of: $0) }, browser: browser)
    }

    // MARK: Accounts

    /// What a person's account has; ``AccountStatus/none`` also when the database can't be read (``trouble``).
    package func status(of person: String) async -> AccountStatus {
        await book.status(of: person)
    }

    /// Everybody who has an account, in no order.
    package func persons() async throws(AccountFault) -> [String] {
        try await book.persons()
    }

    /// Shuts an account out, or lets it in again.
    ///
    /// Shut out, its sessions end and its links run out.
    package func setDisabled(_ isDisabled: Bool, person: String) async throws(AccountFault) {
        try await book.setDisabled(isDisabled, person: person)
    }

    /// Removes everything about a person, drafts too, when the vault's record is erased.
    ///
    /// The rows are overwritten; that no trace is left in the file is the erasure's work (`Journal.scrub`), so call this before it.
    package func forget(_ person: String) async throws(AccountFault) {
        try await book.forget(person)
    }

    /// Removes what has run out: call it now and then, such as each hour.
    package func sweep() async throws(AccountFault) {
        try await book.sweep()
    }

    /// Writes what isn't written yet and closes the database, so that it can lie whole in its one file.
    ///
    /// Afterwards everything that asks the database is answered that it can't be reached.
    package func close() async {
        await book.close()
    }
}
