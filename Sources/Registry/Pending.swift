import Cooperation
import Journal
import Synchronization

/// A submission that waits for the registrar, and in time its answer.
final class Pending: Sendable {
    let requests: [Registrar.Dated]
    let actor: Actor
    let form: [UInt8]?
    /// Nil for what the program does by itself or the shell asks for.
    let authority: Authority?
    let basis: Registrar.Basis?
    /// What the vault is to know once the requests are found to be right, and not otherwise.
    let people: [Registrar.Keeping]

    private enum Answer {
        case none
        case own(Result<Registrar.Receipt, any Error>)
        /// The same form was handed in twice at once: the second is answered as the first.
        case sameAs(Pending)
    }

    private let answer = Mutex(Answer.none)

    init(
        requests: [Registrar.Dated],
        actor: Actor,
        form: [UInt8]?,
        authority: Authority? = nil,
        basis: Registrar.Basis? = nil,
        people: [Registrar.Keeping] = []
    ) {
        self.requests = requests
        self.actor = actor
        self.form = form
        self.authority = authority
        self.basis = basis
        self.people = people
    }

    func resolve(_ result: Result<Registrar.Receipt, any Error>) {
        answer.withLock { $0 = .own(result) }
    }

    func follow(_ first: Pending) {
        answer.withLock { $0 = .sameAs(first) }
    }

    /// The answer, once the registrar has decided.
    func result() throws -> Registrar.Receipt {
        switch answer.withLock({ $0 }) {
        case .none: preconditionFailure("the registrar decides all that wait before it answers any of them")
        case .own(let result): return try result.get()
        case .sameAs(let first):
            let receipt = try first.result()
            return Registrar.Receipt(positions: receipt.positions, isRepeat: true)
        }
    }
}

/// The value as it will be when what has been decided so far is written.
struct Trial {
    private(set) var timeline: Timeline
    private(set) var texts: Texts
    /// The instant that everything in the transaction is recorded at.
    let now: Instant

    init(timeline: Timeline, texts: Texts, now: Instant) {
        self.timeline = timeline
        self.texts = texts
        self.now = now
    }

    /// Decides all of a submission's requests, or none.
    ///
    /// - Returns: what is to be written.
    /// - Throws: `Registrar.Refused` or `Registrar.ChangedSince`; the trial stays as it was.
    mutating func decide(_ pending: Pending) throws -> Submission {
        var timeline = timeline
        if let authority = pending.authority, !authority.holds(in: timeline.live, on: now.swedishDay) {
            throw Registrar.Refused(index: 0, refusal: .notYours)
        }
        if let basis = pending.basis, let change = timeline.lastChange(since: basis) {
            throw Registrar.ChangedSince(position: change)
        }
        var pen = Pen.salted
        var entries: [NewEntry] = []
        for (index, dated) in pending.requests.enumerated() {
            do {
                let record = try decide(dated, as: pending.actor, in: timeline, pen: &pen)
                timeline = try timeline.appending(record)
                entries.append(try record.entry)
            } catch let refusal as Refusal {
                throw Registrar.Refused(index: index, refusal: refusal)
            }
        }
        self.timeline = timeline
        texts.add(pen.written)
        return Submission(form: pending.form, entries: entries, contents: pen.written.map(\.content))
    }

    private func decide(_ dated: Registrar.Dated, as actor: Actor, in timeline: Timeline, pen: inout Pen) throws(Refusal)
        -> Record
    {
        guard dated.happened.last <= now.swedishDay else { throw .inTheFuture(dated.happened) }
        let basis = dated.request.corrects.map { timeline.without($0) } ?? timeline
        let act = try dated.request.act(in: basis.cooperation(asOf: dated.happened.last), at: dated.happened, pen: &pen)
        return Record(
            position: Position(Int64(timeline.count) + 1),
            recorded: now,
            happened: dated.happened,
            actor: actor,
            act: act
        )
    }
}

extension Timeline {
    /// The last act after a form was opened that is about what the form changes; nil when there is none.
    ///
    /// A correction is about what it corrects: who has written on what turns out to be wrong is told, as of any other change.
    fileprivate func lastChange(since basis: Registrar.Basis) -> Position? {
        var number = Int64(count)
        // A form is minutes old, so only a few acts are looked through.
        while number > basis.position.number {
            let position = Position(number)
            if let record = self[position] {
                let subjects = subjects(of: record)
                if acts(touchedBy: record).contains(where: { basis.isAbout($0, subjects) }) { return position }
            }
            number -= 1
        }
        return nil
    }
}

extension Record {
    /// The act as the journal writes it.
    var entry: NewEntry {
        get throws {
            NewEntry(
                recorded: recorded.microseconds,
                happened: happened.last.number,
                precision: Precision(happened.precision),
                actor: actor.text,
                kind: act.kind,
                payload: try act.encodedPayload()
            )
        }
    }
}

extension Refusal {
    static func inTheFuture(_ period: Period) -> Refusal {
        Refusal(
            "record.future",
            field: "happened",
            period.precision == .day
                ? "Dagen \(period.iso) har inte varit än. Ange en dag som har varit, eller i dag."
                : "Tiden \(period.iso) är inte slut än. Ange en dag som har varit, eller i dag."
        )
    }
}
