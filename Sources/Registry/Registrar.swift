package import Cooperation
import Dispatch
package import Journal
import Synchronization

/// Takes requests, asks their rules, appends the acts and publishes the new value.
///
/// The only one who writes. Requests that wait are decided one after another and written in one transaction, so that a slow disk
/// costs all of them one wait. What was answered with a receipt is on disk.
package actor Registrar {
    /// What was recorded for a request, or for several that stood or fell together.
    package struct Receipt: Hashable, Sendable {
        /// The places of the acts; empty when nothing needed recording.
        package let positions: Range<Int64>
        /// Whether the same form had been answered before; nothing was recorded this time.
        package let isRepeat: Bool
    }

    /// One request, and when the thing happened.
    package struct Dated: Sendable {
        package let request: any Request
        package let happened: Period

        package init(_ request: any Request, _ happened: Period) {
            self.request = request
            self.happened = happened
        }
    }

    /// A refusal, and which of several requests it was for.
    package struct Refused: Error, Hashable, Sendable {
        /// Index among the requests that were handed in.
        package let index: Int
        package let refusal: Refusal
    }

    /// What a form was written on, so that nobody's change is lost under somebody else's.
    package struct Basis: Sendable {
        /// How many acts were known when the form was opened.
        package let position: Position
        /// Whether an act is about what the form changes.
        package let isAbout: @Sendable (Act, Set<Subject>) -> Bool

        /// What a form about some subjects was written on.
        package init(_ position: Position, about subjects: Set<Subject>) {
            self.position = position
            isAbout = { _, touched in !subjects.isDisjoint(with: touched) }
        }

        /// What a form was written on, about acts that are recognised by that function.
        package init(_ position: Position, isAbout: @escaping @Sendable (Act, Set<Subject>) -> Bool) {
            self.position = position
            self.isAbout = isAbout
        }
    }

    /// Somebody else has changed the same thing since the form was opened; nothing was recorded.
    package struct ChangedSince: Error, Hashable, Sendable {
        /// The last act that did.
        package let position: Position
    }

    /// Nothing can be recorded now; what was asked for has not been done.
    package enum Unavailable: Error, Equatable, Sendable {
        /// There is no room on the disk.
        case storageFull
        /// More wait than the registrar takes in.
        case tooManyWaiting
        /// The journal can't be written for another reason, which is for the log.
        case journal(JournalError)
    }

    /// How many submissions may wait at once.
    static let mostWaiting = 1024

    private let queue = JournalQueue()
    private nonisolated let waiting = Mutex<[Pending]>([])
    private nonisolated let published: Mutex<Snapshot>
    private nonisolated let trouble = Mutex<Unavailable?>(nil)
    nonisolated let files: FileReader
    /// Nil when it has been closed.
    private var openJournal: Journal?
    private let clock: @Sendable () -> Instant
    /// Where it is noted what has been erased, outside the database.
    let erasuresFile: String
    private let version: String
    private var lastRecorded: Instant

    package nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// The registrar of a journal that has been read.
    init(
        journal: sending Journal,
        snapshot: Snapshot,
        lastRecorded: Instant,
        version: String,
        erasuresFile: String,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.erasuresFile = erasuresFile
        files = FileReader(database: journal.path)
        openJournal = journal
        published = Mutex(snapshot)
        self.lastRecorded = lastRecorded
        self.version = version
        self.clock = clock
    }

    // MARK: Reading

    /// The latest published value; taken without waiting for anybody.
    package nonisolated var snapshot: Snapshot { published.withLock { $0 } }

    /// How far the journal and the vault have come.
    ///
    /// Asked at every request, so the value itself is left where it is: to copy it would count every reference in it up and down.
    package nonisolated var progress: (position: Int64, vaultRevision: Int64) {
        published.withLock { ($0.tip.position, $0.vaultRevision) }
    }

    /// Whether the installation is a training copy.
    ///
    /// Whoever sends anything out of it, such as mail, asks this first.
    package nonisolated var isTraining: Bool { published.withLock { $0.isTraining } }

    /// Why nothing can be recorded, when the last attempt failed; nil when it went well.
    package nonisolated var unavailable: Unavailable? { trouble.withLock { $0 } }

    // MARK: Recording

    /// Records a request.
    ///
    /// - Parameters:
    ///   - request: what is asked for.
    ///   - happened: when it happened; not later than today.
    ///   - actor: who asks.
    ///   - form: the form's own id; a second submission of the same form is answered as the first was, also after a restart.
    /// - Returns: where the act stands.
    /// - Throws: the rule's `Refusal`, or `Unavailable`.
    package nonisolated func perform(
        _ request: some Request,
        happened: Period,
        as actor: Actor,
        form: [UInt8]? = nil
    ) async throws -> Receipt {
        do {
            return try await perform([Dated(request, happened)], as: actor, form: form)
        } catch let refused as Refused {
            throw refused.refusal
        }
    }

    /// Records several requests that stand or fall together.
    ///
    /// - Parameters:
    ///   - requests: each is decided on the value that those before it give.
    ///   - actor: who asks.
    ///   - form: the submission's own id, as for a single request.
    /// - Returns: where the acts stand.
    /// - Throws: `Refused` for the first that can't be done, or `Unavailable`; then nothing has been recorded.
    package nonisolated func perform(_ requests: [Dated], as actor: Actor, form: [UInt8]? = nil) async throws -> Receipt {
        try await perform(Pending(requests: requests, actor: actor, form: form))
    }

    /// Records what somebody asks for in a capacity.
    ///
    /// - Parameters:
    ///   - requests: each is decided on the value that those before it give.
    ///   - authority: that the person may; asked again when it is decided, since a seat may have been left meanwhile.
    ///   - form: the form's own id, as for a single request.
    ///   - basis: what the form was written on; nil for what can't overwrite anything.
    ///   - people: what the vault is to know with it; nothing of it is kept when a request is refused.
    /// - Returns: where the acts stand.
    /// - Throws: `Refused`, `ChangedSince`, or `Unavailable`; then nothing has been recorded. Also what `keep` throws.
    package nonisolated func perform(
        _ requests: [Dated],
        by authority: Authority,
        form: [UInt8]? = nil,
        unlessChangedSince basis: Basis? = nil,
        keeping people: [Keeping] = []
    ) async throws -> Receipt {
        let actor = Actor.holder(of: authority.capacity.seat, authority.capacity.person)
        return try await perform(
            Pending(requests: requests, actor: actor, form: form, authority: authority, basis: basis, people: people)
        )
    }

    /// Where the acts of a form stand that has been answered before; nil for one that hasn't, and when the journal can't be read.
    package func answered(form: [UInt8]) -> Range<Int64>? {
        (try? journal().answered(form: form)) ?? nil
    }

    private nonisolated func perform(_ pending: Pending) async throws -> Receipt {
        let isTaken = waiting.withLock { waiting in
            guard waiting.count < Self.mostWaiting else { return false }
            waiting.append(pending)
            return true
        }
        guard isTaken else { throw Unavailable.tooManyWaiting }
        // Whoever comes to the journal's thread first decides and writes for all who wait by then.
        await decideAllWaiting()
        return try pending.result()
    }

    /// Notes the lines that time has crossed: periods that have run out by today.
    ///
    /// - Parameter isMeant: which of them; all unless told.
    /// - Throws: `Unavailable`.
    package nonisolated func noteCrossings(where isMeant: (Day, Crossing) -> Bool = { _, _ in true }) async throws {
        let today = clock().swedishDay
        for (day, crossing) in snapshot.cooperation.crossings(by: today) where isMeant(day, crossing) {
            do {
                _ = try await perform(NoteCrossing(crossing), happened: .day(day), as: .system)
            } catch let refusal as Refusal where refusal.code == "notice.noted" {
                continue
            }
        }
    }

    /// Signs the end of the chain for today, and writes the head beside the journal.
    package func signHead(with key: SigningKey, to path: String) throws {
        let head = try journal().signHead(day: clock().swedishDay.number, with: key)
        let last = try Head.read(file: path).last
        if last != head { try head.append(to: path) }
        let current = snapshot
        let earlier = current.heads.filter { $0.day.number != head.day }
        var next = current
        next.heads = (earlier + [SignedHead(head)]).sorted { $0.day < $1.day }
        publish(next)
    }

    /// What the answer to a form recorded; nil when the form hasn't been answered.
    package func answered(_ form: [UInt8]) throws(JournalError) -> Range<Int64>? {
        try journal().answered(form: form)
    }

    /// Writes the database file anew, so that no trace is left in it of what another connection has removed.
    package func scrub() throws(JournalError) {
        try journal().scrub()
    }

    /// Closes the journal, so that it lies whole in its one file; nothing can be recorded afterwards.
    package func close() {
        openJournal = nil
    }

    /// What time it is.
    var now: Instant { clock() }

    /// Publishes that the vault has changed, so that pages made before are known as old.
    func publishVault() throws(JournalError) {
        var next = snapshot
        next.vaultRevision = try journal().vaultRevision
        do {
            next.people = try People(of: journal())
        } catch let error as JournalError {
            throw error
        } catch {
            throw .corrupt("the vault's people can't be read")
        }
        publish(next)
    }

    func journal() throws(JournalError) -> Journal {
        guard let openJournal else { throw .readOnly }
        return openJournal
    }

    // MARK: Deciding

    private func decideAllWaiting() {
        let batch = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !batch.isEmpty else { return }
        let current = snapshot
        var trial = Trial(timeline: current.timeline, texts: current.texts, now: max(clock(), lastRecorded))
        var decided: [(pending: Pending, submission: Submission)] = []
        var firstWithForm: [[UInt8]: Pending] = [:]
        for pending in batch {
            if let form = pending.form, let first = firstWithForm[form] {
                pending.follow(first)
                continue
            }
            do {
                if let form = pending.form, let positions = try journal().answered(form: form) {
                    pending.resolve(.success(Receipt(positions: positions, isRepeat: true)))
                    continue
                }
                var attempt = trial
                let submission = try attempt.decide(pending)
                // Nobody is kept for what is refused; and whoever can't be kept holds no seat.
                for one in pending.people {
                    try keep(one.person, unlessChangedFrom: one.earlier, by: pending.authority)
                }
                trial = attempt
                decided.append((pending, submission))
                if let form = pending.form { firstWithForm[form] = pending }
            } catch let error as JournalError {
                pending.resolve(.failure(unavailable(for: error)))
            } catch {
                pending.resolve(.failure(error))
            }
        }
        guard !decided.isEmpty else { return }
        do {
            let answers = try journal().append(
                decided.map(\.submission),
                after: current.tip.position,
                version: version
            )
            let tip = try journal().tip
            lastRecorded = trial.now
            // The vault may have changed above.
            var next = snapshot
            next.timeline = trial.timeline
            next.texts = trial.texts
            next.tip = tip
            publish(next)
            trouble.withLock { $0 = nil }
            for ((pending, _), answer) in zip(decided, answers) {
                pending.resolve(.success(Receipt(positions: answer.positions, isRepeat: answer.isRepeat)))
            }
        } catch {
            let unavailable = unavailable(for: error)
            for (pending, _) in decided { pending.resolve(.failure(unavailable)) }
        }
    }

    func publish(_ next: Snapshot) {
        published.withLock { $0 = next }
    }

    func unavailable(for error: JournalError) -> Unavailable {
        let unavailable: Unavailable = error == .storageFull ? .storageFull : .journal(error)
        trouble.withLock { $0 = unavailable }
        return unavailable
    }
}

/// The thread on which the journal is read and written: SQLite blocks, and the cooperative threads are too few to wait on it.
private final class JournalQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "samverka.journal")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
