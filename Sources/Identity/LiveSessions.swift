import Journal
import Synchronization

extension SessionRecord {
    /// How long a signed-in browser may be silent.
    static let idleLimit = 2 * Int64.hour
    /// How long anybody is signed in.
    static let absoluteLimit = 12 * Int64.hour
    /// How long somebody may stay at a stage before the last.
    static let stageLimit = 15 * Int64.minute
    /// How long after its end it is remembered whose a session was.
    static let remembered = 24 * Int64.hour

    /// The moment it ends, if nothing more is heard of the browser.
    var ends: Int64 {
        stage == Session.Stage.full.rawValue
            ? min(lastSeen + Self.idleLimit, began + Self.absoluteLimit) : staged + Self.stageLimit
    }

    /// Whether it is open at a moment.
    func isOpen(at now: Int64) -> Bool { now < ends }

    /// Whether its end by time is still remembered.
    ///
    /// Only that of somebody who was signed in says whose a browser is.
    func isRemembered(at now: Int64) -> Bool {
        !isOpen(at: now) && stage == Session.Stage.full.rawValue && now < ends + Self.remembered
    }

    /// The session in the words of this target; nil when it has a stage of a later version's.
    var session: Session? {
        guard let stage = Session.Stage(rawValue: stage) else { return nil }
        return Session(
            id: id,
            person: person,
            stage: stage,
            began: began,
            lastSeen: lastSeen,
            factorConfirmed: factorConfirmed,
            capacity: capacity,
            browser: browser,
            formKey: formKey
        )
    }
}

/// All sessions as they are on disk, and when each was last heard of, which may be later than the disk says.
///
/// Only `AccountBook` puts and removes; it does so when the disk has it.
final class LiveSessions: Sendable {
    /// How often it is written that a browser has been heard of.
    private static let writtenEvery = Int64.minute

    private struct State {
        var records: [Digest: SessionRecord] = [:]
        var tokens: [String: Digest] = [:]
        /// When each was last written.
        var written: [String: Int64] = [:]
        /// Those that were heard of since and are to be written.
        var unwritten: Set<String> = []
    }

    private let state = Mutex(State())

    /// What a token is good for, and whether the disk should be told that it was heard of.
    func look(_ token: Digest, now: Int64) -> (state: SessionState, isToBeWritten: Bool) {
        state.withLock { state in
            guard let found = state.records[token] else { return (.none, false) }
            guard found.isOpen(at: now) else {
                return (found.isRemembered(at: now) ? .expired(person: found.person) : .none, false)
            }
            // In place, so that the record isn't copied at each request.
            if now > found.lastSeen { state.records[token]?.lastSeen = now }
            guard let session = state.records[token]?.session else { return (.none, false) }
            guard now - state.written[found.id, default: found.lastSeen] >= Self.writtenEvery else {
                return (.open(session), false)
            }
            state.written[found.id] = now
            return (.open(session), state.unwritten.insert(found.id).inserted)
        }
    }

    /// The record of an open session.
    func open(_ token: Digest, now: Int64) -> SessionRecord? {
        state.withLock { $0.records[token] }.flatMap { $0.isOpen(at: now) ? $0 : nil }
    }

    /// The records that fulfil a condition, the latest heard of first.
    func all(where isWanted: (SessionRecord) -> Bool) -> [SessionRecord] {
        state.withLock { Array($0.records.values) }.filter(isWanted).sorted { ($0.lastSeen, $0.id) > ($1.lastSeen, $1.id) }
    }

    /// Puts a record in the place of that with the same id, whose token then is good for nothing.
    func put(_ record: SessionRecord) {
        state.withLock { state in
            let old = state.tokens[record.id].flatMap { state.records.removeValue(forKey: $0) }
            var record = record
            // The browser may have been heard of while the disk was written.
            record.lastSeen = max(record.lastSeen, old?.lastSeen ?? .min)
            state.records[record.token] = record
            state.tokens[record.id] = record.token
            state.written[record.id] = record.lastSeen
        }
    }

    /// Removes sessions.
    func remove(_ ids: some Sequence<String>) {
        state.withLock { state in
            for id in ids {
                if let token = state.tokens.removeValue(forKey: id) { state.records[token] = nil }
                state.written[id] = nil
                state.unwritten.remove(id)
            }
        }
    }

    /// Those to be written, with when they were last heard of; afterwards none is to be written.
    ///
    /// - Parameter isLast: whether the program is about to stop, so that also those written less than a minute ago are to be.
    /// - Returns: their ids and moments.
    func takeUnwritten(isLast: Bool) -> [(id: String, lastSeen: Int64)] {
        state.withLock { state in
            defer { state.unwritten = [] }
            return state.records.values.filter { record in
                state.unwritten.contains(record.id) || isLast && record.lastSeen > state.written[record.id, default: .min]
            }.map { ($0.id, $0.lastSeen) }
        }
    }
}
