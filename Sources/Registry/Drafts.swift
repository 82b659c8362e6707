package import Cooperation
package import Journal

/// That somebody has written in a form and not sent it: where, who and when, but not what.
package struct DraftNote: Hashable, Sendable {
    /// Thirty-two random hexadecimal characters.
    package let id: String
    package let person: Person.ID
    /// The form's path.
    package let path: String
    package let saved: Instant
    /// Whether others who may send the form see that it is there.
    package let isShared: Bool
}

/// The drafts there are, by the path of their form.
package struct Drafts: Sendable {
    /// What marks the path of a draft that only its writer sees.
    static let privateMark = "privat:"

    package internal(set) var notes: [DraftNote] = []

    /// None.
    package init() {}

    /// What waits unsent at a form and may be seen by a person: what others have chosen to keep, and all of one's own.
    package func at(_ path: String, for person: Person.ID) -> [DraftNote] {
        notes.filter { $0.path == path && ($0.isShared || $0.person == person) }
    }

    /// What a person has written and not sent, the latest first.
    package func of(_ person: Person.ID) -> [DraftNote] { notes.filter { $0.person == person } }
}

extension Registrar {
    /// How long what was saved on purpose is kept, and what was saved because the session ended; in microseconds.
    private static let keptShared: Int64 = 90 * 86_400_000_000
    private static let keptPrivate: Int64 = 86_400_000_000
    /// More than this of one person's, and the oldest goes.
    private static let mostOfOne = 50
    /// Keeps what somebody has written in a form.
    ///
    /// - Parameters:
    ///   - fields: the form's pairs, as they were sent.
    ///   - path: the form's path.
    ///   - person: who wrote it.
    ///   - isShared: whether others who may send the form shall see it; such a draft is kept longer.
    ///   - id: the draft that it goes on from; nil for a new one.
    /// - Returns: the draft's id.
    /// - Throws: `Unavailable`.
    package func keep(
        draft fields: [UInt8],
        at path: String,
        by person: Person.ID,
        isShared: Bool,
        replacing id: String? = nil
    ) throws(Unavailable) -> String {
        let now = now
        do {
            let own = snapshot.drafts.of(person)
            let known = own.first { $0.id == id && $0.path == path }
            let text = known?.id ?? Hex.text(Random.bytes(16))
            guard let bytes = Hex.bytes(text) else { throw JournalError.corrupt("a draft has no id") }
            let lifetime = isShared ? Self.keptShared : Self.keptPrivate
            try journal().put(
                Draft(
                    id: bytes,
                    person: person.text,
                    path: isShared ? path : Drafts.privateMark + path,
                    fields: fields,
                    saved: now.microseconds,
                    keepUntil: now.microseconds + lifetime
                )
            )
            for old in own.filter({ $0.id != text }).dropFirst(Self.mostOfOne - 1) {
                if let bytes = Hex.bytes(old.id) { try journal().removeDraft(bytes) }
            }
            try publishDrafts()
            return text
        } catch {
            throw unavailable(for: error as? JournalError ?? .corrupt("a draft can't be kept"))
        }
    }

    /// What was written in a draft, for somebody who may see it at that form; nil when there is none.
    package func draft(_ id: String, at path: String, for person: Person.ID) -> [UInt8]? {
        guard snapshot.drafts.at(path, for: person).contains(where: { $0.id == id }), let bytes = Hex.bytes(id) else {
            return nil
        }
        return try? journal().draft(bytes)?.fields
    }

    /// Throws a draft away; only its writer's own, or a shared one.
    package func removeDraft(_ id: String, for person: Person.ID) throws(Unavailable) {
        guard let note = snapshot.drafts.notes.first(where: { $0.id == id }), note.isShared || note.person == person,
            let bytes = Hex.bytes(id)
        else { return }
        do {
            try journal().removeDraft(bytes)
            try publishDrafts()
        } catch {
            throw unavailable(for: error)
        }
    }

    /// Throws away the drafts whose time has run out, and those of people that are forgotten.
    package func removeDraftsDue() throws(JournalError) {
        try journal().removeDraftsDue(by: now.microseconds)
        for note in snapshot.drafts.notes where snapshot.people[note.person] == nil {
            try journal().removeDrafts(of: note.person.text)
        }
        try publishDrafts()
    }

    private func publishDrafts() throws(JournalError) {
        var next = snapshot
        next.drafts = try Drafts(of: journal())
        publish(next)
    }
}

extension Drafts {
    /// The drafts of a journal, the latest first.
    init(of journal: Journal) throws(JournalError) {
        for draft in try journal.allDrafts() {
            guard let person = Person.ID(draft.person) else { continue }
            let isShared = !draft.path.hasPrefix(Self.privateMark)
            notes.append(
                DraftNote(
                    id: Hex.text(draft.id),
                    person: person,
                    path: isShared ? draft.path : String(draft.path.dropFirst(Self.privateMark.count)),
                    saved: Instant(microseconds: draft.saved),
                    isShared: isShared
                )
            )
        }
    }
}
