import Dispatch
import Journal
import Synchronization

/// Where accounts, factors, sessions and links are read and written: one connection to the database, one thread.
///
/// Every change is decided and written in one stretch without waiting, so that two requests with the same token, code or link can't both
/// succeed. The sessions in memory are changed when the disk has the change.
actor AccountBook {
    /// How long ago a second factor may have been given for what asks for one anew.
    static let freshFactor = 10 * Int64.minute
    /// How long a secret that has been begun is kept.
    static let enrolmentLimit = 15 * Int64.minute
    /// How long a request for a new factor stands.
    static let requestLimit = 7 * 24 * Int64.hour
    /// How long it is remembered that a link has been used or has run out.
    static let linkRemembered = 30 * 24 * Int64.hour
    /// How many sessions a person has at most; the one that was silent longest gives way.
    static let mostSessions = 30

    private nonisolated let queue = BookQueue()
    nonisolated let live = LiveSessions()
    nonisolated let limits = Limits()
    private nonisolated let latestTrouble = Mutex<JournalError?>(nil)
    /// Nil when it has been closed.
    private var openJournal: Journal?
    private let key: FactorKey
    private let clock: @Sendable () -> Int64

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(database: String, key: FactorKey, clock: @escaping @Sendable () -> Int64) throws(JournalError) {
        let journal = try Journal(file: database, mode: .readWrite(create: true))
        // The registrar's connection writes the whole file anew when it erases; a sign-in waits for that rather than fail.
        journal.waitForOthers(atMost: 30)
        for record in try journal.sessions() where record.session != nil { live.put(record) }
        openJournal = journal
        self.key = key
        self.clock = clock
    }

    /// Why the database couldn't be read or written the last time; nil when it could.
    nonisolated var trouble: JournalError? { latestTrouble.withLock { $0 } }

    // MARK: The database

    private func read<Result, Fault: Error>(
        _ fault: Fault,
        _ body: (Journal) throws(JournalError) -> Result
    ) throws(Fault) -> Result {
        do throws(JournalError) {
            guard let openJournal else { throw .readOnly }
            let result = try body(openJournal)
            latestTrouble.withLock { $0 = nil }
            return result
        } catch {
            latestTrouble.withLock { $0 = error }
            throw fault
        }
    }

    private func write<Result, Fault: Error>(
        _ fault: Fault,
        _ body: (Journal) throws(JournalError) -> Result
    ) throws(Fault) -> Result {
        try read(fault) { (journal) throws(JournalError) in
            try journal.inTransaction { () throws(JournalError) in try body(journal) }
        }
    }

    /// Lets it be written, when the book's thread comes to it, which browsers have been heard of.
    nonisolated func noteSeenSoon() {
        queue.soon { self.assumeIsolated { $0.noteSeen(isLast: false) } }
    }

    private func noteSeen(isLast: Bool) {
        let seen = live.takeUnwritten(isLast: isLast)
        guard !seen.isEmpty else { return }
        // When it can't be written, the session at worst ends too early after a restart.
        try? write(AccountFault.storage) { (journal) throws(JournalError) in
            for (id, lastSeen) in seen { try journal.noteSeen(id, at: lastSeen) }
        }
    }

    /// Writes what isn't written, and closes the database.
    func close() {
        noteSeen(isLast: true)
        openJournal = nil
    }

    // MARK: Sessions

    /// Makes a session after a right password, if the password is still that and the account is open.
    ///
    /// - Returns: nil if the account has changed meanwhile.
    func open(
        _ person: String,
        password: String,
        renewed: String?,
        browser: String,
        needsFactor: Bool
    ) throws(SignInFault) -> Opened? {
        let now = clock()
        let token = Token()
        let record: SessionRecord? = try write(SignInFault.storage) { (journal) throws(JournalError) in
            guard var account = try journal.account(person), !account.isDisabled, account.password == password else { return nil }
            let hasFactor = try journal.factor(of: person) != nil
            let stage: Session.Stage = hasFactor ? .needsFactor : needsFactor ? .needsEnrolment : .full
            let record = newSession(token, person, stage, browser, now)
            if let renewed { account.password = renewed }
            if stage == .full { account.signedIn = now }
            try journal.put(account)
            try journal.put(record)
            return record
        }
        guard let record else { return nil }
        return publish(record, token)
    }

    func sessions(of person: String) -> [Session] {
        let now = clock()
        return live.all { $0.person == person && $0.isOpen(at: now) }.compactMap(\.session)
    }

    func end(_ id: String, of person: String) throws(AccountFault) {
        try endSessions { $0.id == id && $0.person == person }
    }

    func endAll(of person: String, except token: Digest?) throws(AccountFault) {
        try endSessions { $0.person == person && $0.token != token }
    }

    func signOut(_ token: Digest) throws(AccountFault) {
        try endSessions { $0.token == token }
    }

    func choose(capacity: String?, in token: Digest) throws(AccountFault) {
        guard var record = live.open(token, now: clock()), record.stage == Session.Stage.full.rawValue else { throw .noAccount }
        record.capacity = capacity
        try write(AccountFault.storage) { (journal) throws(JournalError) in try journal.put(record) }
        live.put(record)
    }

    private func endSessions(where isMeant: (SessionRecord) -> Bool) throws(AccountFault) {
        let ids = live.all(where: isMeant).map(\.id)
        guard !ids.isEmpty else { return }
        try write(AccountFault.storage) { (journal) throws(JournalError) in try journal.removeSessions(ids) }
        live.remove(ids)
    }

    private func newSession(_ token: Token, _ person: String, _ stage: Session.Stage, _ browser: String, _ now: Int64)
        -> SessionRecord
    {
        SessionRecord(
            id: Hex32.random(),
            token: token.digest,
            person: person,
            stage: stage.rawValue,
            began: now,
            staged: now,
            lastSeen: now,
            factorConfirmed: nil,
            capacity: nil,
            browser: String(String.UnicodeScalarView(browser.unicodeScalars.prefix(80))),
            formKey: Random.bytes(32)
        )
    }

    /// A session at its next stage, under a new token.
    ///
    /// The old token is good for nothing when this is written.
    private func risen(_ record: SessionRecord, to stage: Session.Stage, _ token: Token, _ now: Int64) -> SessionRecord {
        var risen = record
        risen.token = token.digest
        risen.lastSeen = now
        if risen.stage != stage.rawValue {
            risen.stage = stage.rawValue
            risen.staged = now
            risen.formKey = Random.bytes(32)
        }
        return risen
    }

    /// Lets a session that the disk has be found, and ends the oldest if the person has too many.
    private func publish(_ record: SessionRecord, _ token: Token) -> Opened? {
        live.put(record)
        let others = live.all { $0.person == record.person && $0.id != record.id }
        let surplus = others.dropFirst(Self.mostSessions - 1).map(\.id)
        if !surplus.isEmpty,
            (try? write(AccountFault.storage) { (journal) throws(JournalError) in try journal.removeSessions(surplus) }) != nil
        {
            live.remove(surplus)
        }
        return record.session.map { Opened(token: token.text, session: $0) }
    }

    /// The open session of a token at one of some stages.
    private func record(_ token: Digest, at stages: Session.Stage...) -> SessionRecord? {
        guard let record = live.open(token, now: clock()), stages.contains(where: { $0.rawValue == record.stage }) else {
            return nil
        }
        return record
    }

    private func others(than record: SessionRecord) -> [String] {
        live.all { $0.person == record.person && $0.id != record.id }.map(\.id)
    }

    // MARK: Second factors

    func confirmFactor(_ token: Digest, code: TypedCode?, address: String) throws(FactorFault) -> Opened {
        let now = clock()
        guard let record = record(token, at: .needsFactor, .full) else { throw .notNow }
        guard
            let factor = try read(
                FactorFault.storage,
                { (journal) throws(JournalError) in try journal.factor(of: record.person) }
            )
        else {
            throw .notNow
        }
        let subjects = [limits.code(of: record.person), limits.address(address)]
        if let seconds = limits.begin(subjects, now: now) { throw .tooMany(seconds: seconds) }
        var outcome = Limits.Outcome.undone
        defer { limits.end(subjects, outcome, now: now) }
        let token = Token()
        var risen = risen(record, to: .full, token, now)
        risen.factorConfirmed = now
        let kept = risen
        let isRight = try write(FactorFault.storage) { (journal) throws(JournalError) in
            guard try takes(code, factor, journal, now) else { return false }
            // Whoever has a factor needs no new one; the request may have been somebody else's.
            try journal.removeFactorRequest(of: record.person)
            try noteSignedIn(record, journal, now)
            try journal.put(kept)
            return true
        }
        outcome = isRight ? .right : .wrong
        guard isRight, let opened = publish(kept, token) else { throw .wrong }
        return opened
    }

    /// Whether a code is right; then it is used up.
    private func takes(
        _ code: TypedCode?,
        _ factor: FactorRecord,
        _ journal: Journal,
        _ now: Int64
    ) throws(JournalError) -> Bool {
        switch code {
        case .time(let code):
            let secret = try key.open(factor.secret, of: factor.person)
            guard let step = TimeCode.step(of: code, secret: secret, at: now, after: factor.lastStep) else { return false }
            var used = factor
            used.lastStep = step
            try journal.put(used)
            return true
        case .recovery(let code):
            return try journal.useRecoveryCode(of: factor.person, hash: key.hash(recoveryCode: code, of: factor.person))
        case nil:
            return false
        }
    }

    private func noteSignedIn(_ record: SessionRecord, _ journal: Journal, _ now: Int64) throws(JournalError) {
        guard record.stage != Session.Stage.full.rawValue, var account = try journal.account(record.person) else { return }
        account.signedIn = now
        try journal.put(account)
    }

    /// A session that may get a second factor: one that must, or one of somebody signed in who has none or has just given it.
    private func enrolling(_ token: Digest, _ now: Int64) throws(FactorFault) -> SessionRecord {
        guard let record = record(token, at: .needsEnrolment, .full) else { throw .notNow }
        let hasFactor = try read(FactorFault.storage) { (journal) throws(JournalError) in
            try journal.factor(of: record.person) != nil
        }
        // Another session may have got one first. Then this one, which has only shown a password, must not replace it.
        guard !hasFactor || record.stage == Session.Stage.full.rawValue && isFresh(record, now) else { throw .notNow }
        return record
    }

    private func isFresh(_ record: SessionRecord, _ now: Int64) -> Bool {
        record.factorConfirmed.map { now - $0 <= Self.freshFactor } ?? false
    }

    func beginEnrolment(_ token: Digest) throws(FactorFault) -> Enrolment {
        let now = clock()
        let record = try enrolling(token, now)
        let secret = try write(FactorFault.storage) { (journal) throws(JournalError) in
            if let begun = try journal.enrolment(in: record.id), now - begun.begun < Self.enrolmentLimit {
                return try key.open(begun.secret, of: record.person)
            }
            let secret = TimeCode.newSecret()
            // Kept by session, not by person: a thief with the password must not be shown what the owner scans.
            try journal.putEnrolment(in: record.id, secret: key.seal(secret, of: record.person), begun: now)
            return secret
        }
        return Enrolment(secret: Base32.text(secret))
    }

    func finishEnrolment(_ token: Digest, code: TypedCode?) throws(FactorFault) -> (opened: Opened, recoveryCodes: [String]) {
        let now = clock()
        let record = try enrolling(token, now)
        let subjects = [limits.code(of: record.person)]
        if let seconds = limits.begin(subjects, now: now) { throw .tooMany(seconds: seconds) }
        var outcome = Limits.Outcome.undone
        defer { limits.end(subjects, outcome, now: now) }
        let begun = try read(FactorFault.storage) { (journal) throws(JournalError) in
            try journal.enrolment(in: record.id).flatMap { (begun) throws(JournalError) -> [UInt8]? in
                now - begun.begun < Self.enrolmentLimit ? try key.open(begun.secret, of: record.person) : nil
            }
        }
        guard let secret = begun else { throw .notNow }
        guard case .time(let figures) = code,
            let step = TimeCode.step(of: figures, secret: secret, at: now, after: .min)
        else {
            outcome = .wrong
            throw .wrong
        }
        let token = Token()
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.make() }
        var risen = risen(record, to: .full, token, now)
        risen.factorConfirmed = now
        let (kept, ended) = (risen, others(than: record))
        try write(FactorFault.storage) { (journal) throws(JournalError) in
            try journal.put(
                FactorRecord(person: record.person, secret: key.seal(secret, of: record.person), lastStep: step)
            )
            try journal.replaceRecoveryCodes(of: record.person, with: codes.map { key.hash(recoveryCode: $0, of: record.person) })
            try journal.removeEnrolment(in: record.id)
            try journal.removeFactorRequest(of: record.person)
            try noteSignedIn(record, journal, now)
            // What was opened before, with less, is no longer enough.
            try journal.removeSessions(ended)
            try journal.put(kept)
        }
        live.remove(ended)
        outcome = .right
        guard let opened = publish(kept, token) else { throw .notNow }
        return (opened, codes.map { RecoveryCode.shown($0) })
    }

    func renewRecoveryCodes(_ token: Digest) throws(FactorFault) -> [String] {
        guard let record = record(token, at: .full), isFresh(record, clock()) else { throw .notNow }
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.make() }
        let isRenewed = try write(FactorFault.storage) { (journal) throws(JournalError) in
            guard try journal.factor(of: record.person) != nil else { return false }
            try journal.replaceRecoveryCodes(of: record.person, with: codes.map { key.hash(recoveryCode: $0, of: record.person) })
            return true
        }
        guard isRenewed else { throw .notNow }
        return codes.map { RecoveryCode.shown($0) }
    }

    func removeFactor(of person: String) throws(AccountFault) {
        let ended = live.all { $0.person == person }.map(\.id)
        let isThere = try write(AccountFault.storage) { (journal) throws(JournalError) in
            guard try journal.account(person) != nil else { return false }
            try journal.removeFactor(of: person)
            try journal.removeFactorRequest(of: person)
            try journal.removeSessions(ended)
            return true
        }
        guard isThere else { throw .noAccount }
        live.remove(ended)
    }

    func askForNewFactor(_ token: Digest) throws(FactorFault) {
        let now = clock()
        guard let record = record(token, at: .needsFactor) else { throw .notNow }
        try write(FactorFault.storage) { (journal) throws(JournalError) in
            try journal.removeFactorRequests(askedBefore: now - Self.requestLimit)
            guard try !journal.factorRequests().contains(where: { $0.person == record.person }) else { return }
            try journal.putFactorRequest(of: record.person, asked: now)
        }
    }

    func factorRequests() -> [FactorRequest] {
        let oldest = clock() - Self.requestLimit
        let all = try? read(FactorFault.storage) { (journal) throws(JournalError) in try journal.factorRequests() }
        return (all ?? []).filter { $0.asked >= oldest }
            .map { FactorRequest(person: $0.person, asked: $0.asked, confirmedBy: $0.confirmedBy) }
    }

    func confirmNewFactor(for person: String, by other: String) throws(FactorFault) -> Bool {
        guard person != other else { throw .own }
        let now = clock()
        let ended = live.all { $0.person == person }.map(\.id)
        /// How many had confirmed before; nil when there is no request.
        let answer = try write(FactorFault.storage) { (journal) throws(JournalError) -> Swift.Result<Bool, FactorFault> in
            let requests = try journal.factorRequests()
            guard let request = requests.first(where: { $0.person == person && $0.asked >= now - Self.requestLimit }) else {
                return .failure(.notNow)
            }
            if request.confirmedBy.contains(other) { return .failure(.alreadyConfirmed) }
            if request.confirmedBy.isEmpty {
                try journal.putFactorConfirmation(of: person, by: other, at: now)
                return .success(false)
            }
            try journal.removeFactor(of: person)
            try journal.removeFactorRequest(of: person)
            try journal.removeSessions(ended)
            return .success(true)
        }
        let isRemoved = try answer.get()
        if isRemoved { live.remove(ended) }
        return isRemoved
    }

    // MARK: Passwords and links

    /// A person's account; read also for nobody, so that it takes as long.
    func account(_ person: String?) throws(SignInFault) -> AccountRecord? {
        try read(SignInFault.storage) { (journal) throws(JournalError) in try journal.account(person ?? "") }
    }

    /// Whose password a session may change, what it is now, and whether that must be given.
    func changing(_ token: Digest) throws(PasswordFault) -> (person: String, hash: String?, needsCurrent: Bool) {
        guard let record = record(token, at: .needsPassword, .full) else { throw .notNow }
        let account = try read(PasswordFault.storage) { (journal) throws(JournalError) in try journal.account(record.person) }
        guard let account, !account.isDisabled else { throw .notNow }
        return (record.person, account.password, record.stage == Session.Stage.full.rawValue)
    }

    /// Puts a new password in the place of the old, ends the person's other sessions, and lets links run out.
    func setPassword(
        _ token: Digest,
        from old: String?,
        to new: String,
        needsFactor: Bool
    ) throws(PasswordFault) -> Opened {
        let now = clock()
        guard let record = record(token, at: .needsPassword, .full) else { throw .notNow }
        let ended = others(than: record)
        let token = Token()
        let isFull = record.stage == Session.Stage.full.rawValue
        let changed = try write(PasswordFault.storage) { (journal) throws(JournalError) -> SessionRecord? in
            guard var account = try journal.account(record.person), account.password == old, !account.isDisabled else {
                return nil
            }
            let hasFactor = try journal.factor(of: record.person) != nil
            let next: Session.Stage =
                hasFactor ? (isFull ? .full : .needsFactor) : needsFactor ? .needsEnrolment : .full
            var risen = risen(record, to: next, token, now)
            // Whoever knew the old password may have seen the old forms.
            risen.formKey = Random.bytes(32)
            account.password = new
            if next == .full, !isFull { account.signedIn = now }
            try journal.put(account)
            try journal.removeSessions(ended)
            try journal.expireLinks(of: record.person, at: now)
            try journal.put(risen)
            return risen
        }
        guard let changed else { throw .notNow }
        live.remove(ended)
        guard let opened = publish(changed, token) else { throw .notNow }
        return opened
    }

    func makeLink(for person: String, by other: String) throws(AccountFault) -> OneTimeLink {
        let now = clock()
        let token = Token()
        let expires = now + OneTimeLink.lifetime
        try write(AccountFault.storage) { (journal) throws(JournalError) in
            if try journal.account(person) == nil { try journal.put(AccountRecord(person: person)) }
            try journal.expireLinks(of: person, at: now)
            try journal.put(LinkRecord(token: token.digest, person: person, madeBy: other, expires: expires))
        }
        return OneTimeLink(token: token.text, expires: expires)
    }

    func openLink(_ token: Digest, binding: Digest?) -> LinkState {
        let now = clock()
        let state = try? write(LinkFault.storage) { (journal) throws(JournalError) -> LinkState in
            guard var link = try journal.link(token) else { return .unknown }
            if link.used != nil { return .used }
            if link.expires < now { return .expired }
            if let bound = link.binding { return bound == binding ? .ready(newBinding: nil) : .otherBrowser }
            let new = Token()
            link.binding = new.digest
            try journal.put(link)
            return .ready(newBinding: new.text)
        }
        return state ?? .unknown
    }

    func useLink(_ token: Digest, binding: Digest?, browser: String) throws(LinkFault) -> Opened {
        let now = clock()
        let session = Token()
        let answer = try write(LinkFault.storage) { (journal) throws(JournalError) -> Swift.Result<SessionRecord, LinkFault> in
            guard var link = try journal.link(token) else { return .failure(.unknown) }
            if link.used != nil { return .failure(.used) }
            if link.expires < now { return .failure(.expired) }
            if let bound = link.binding, bound != binding { return .failure(.otherBrowser) }
            guard let account = try journal.account(link.person) else { return .failure(.unknown) }
            if account.isDisabled { return .failure(.disabled) }
            link.used = now
            try journal.put(link)
            let record = newSession(session, link.person, .needsPassword, browser, now)
            try journal.put(record)
            return .success(record)
        }
        guard let opened = publish(try answer.get(), session) else { throw .unknown }
        return opened
    }

    // MARK: Accounts

    func status(of person: String) -> AccountStatus {
        let status = try? read(AccountFault.storage) { (journal) throws(JournalError) -> AccountStatus in
            guard let account = try journal.account(person) else { return .none }
            return AccountStatus(
                exists: true,
                hasPassword: account.password != nil,
                hasFactor: try journal.factor(of: person) != nil,
                isDisabled: account.isDisabled,
                lastSignedIn: account.signedIn,
                recoveryCodesLeft: try journal.recoveryCodeCount(of: person)
            )
        }
        return status ?? .none
    }

    func persons() throws(AccountFault) -> [String] {
        try read(AccountFault.storage) { (journal) throws(JournalError) in try journal.accountPersons() }
    }

    func setDisabled(_ isDisabled: Bool, person: String) throws(AccountFault) {
        let now = clock()
        let ended = isDisabled ? live.all { $0.person == person }.map(\.id) : []
        let isThere = try write(AccountFault.storage) { (journal) throws(JournalError) in
            guard var account = try journal.account(person) else { return false }
            account.isDisabled = isDisabled
            try journal.put(account)
            if isDisabled {
                try journal.removeSessions(ended)
                try journal.expireLinks(of: person, at: now)
                try journal.removeFactorRequest(of: person)
            }
            return true
        }
        guard isThere else { throw .noAccount }
        live.remove(ended)
    }

    func forget(_ person: String) throws(AccountFault) {
        let ended = live.all { $0.person == person }.map(\.id)
        try write(AccountFault.storage) { (journal) throws(JournalError) in
            try journal.removeAccount(person)
            try journal.removeDrafts(of: person)
        }
        live.remove(ended)
    }

    func sweep() throws(AccountFault) {
        let now = clock()
        limits.sweep(now: now)
        let gone = live.all { !$0.isOpen(at: now) && !$0.isRemembered(at: now) }.map(\.id)
        try write(AccountFault.storage) { (journal) throws(JournalError) in
            try journal.removeSessions(gone)
            try journal.removeEnrolments(begunBefore: now - Self.enrolmentLimit)
            try journal.removeFactorRequests(askedBefore: now - Self.requestLimit)
            try journal.removeLinks(expiredBefore: now - Self.linkRemembered)
        }
        live.remove(gone)
    }
}

/// Random identifiers of 32 hexadecimal digits.
enum Hex32 {
    static func random() -> String {
        Random.bytes(16).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// The thread of the book's connection: SQLite blocks, and the cooperative threads are too few to wait on it.
private final class BookQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "samverka.accounts")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }

    /// Does some work on the thread when it comes to it.
    func soon(_ work: @escaping @Sendable () -> Void) {
        queue.async(execute: work)
    }
}
