package import Cooperation
import FoundationEssentials
import HashTreeCollections
package import Journal

/// Everybody the vault knows, found by id and by address.
///
/// A value beside the cooperation, never a part of it: when somebody is erased the next value simply lacks them, and old pages show no name.
package struct People: Sendable {
    private var persons: TreeDictionary<Person.ID, Person> = [:]
    private var byMail: TreeDictionary<String, Person.ID> = [:]

    /// What the vault's records of persons are kept for.
    static let purpose = "person"
    /// How long somebody is known after their last day in a seat: pages from that time can still say who sat there.
    static let daysAfterLastSeat = 730
    /// How long somebody without a seat is known: long enough to be given one.
    static let daysWithoutSeat = 90
    /// Records are written anew only when the last day moves by more than this, so that a quiet night changes nothing.
    static let slack: Int32 = 90

    init() {}

    /// Nobody.
    package static let none = People()

    /// The people of a journal's vault.
    ///
    /// - Throws: `JournalError`, also for a record that can't be read.
    package init(of journal: Journal) throws {
        for record in try journal.vaultRecords(for: Self.purpose) {
            do {
                let person = try JSONDecoder().decode(Person.self, from: Data(record.bytes))
                persons[person.id] = person
                byMail[person.mail.foldedMail] = person.id
            } catch {
                throw JournalError.corrupt("a person's record can't be read")
            }
        }
        all = persons.values.inSwedishOrder(by: \.name, then: \.id)
    }

    /// The person with that id; nil when the vault doesn't know it any longer.
    package subscript(id: Person.ID) -> Person? { persons[id] }

    /// Whoever has that address, however it is written.
    package func person(withMail mail: String) -> Person? {
        byMail[mail.trimmingSpaces.foldedMail].flatMap { persons[$0] }
    }

    /// Everybody, in Swedish alphabetical order; put in order once, since every page with a choice of people asks for it.
    package private(set) var all: [Person] = []

    /// How many are known.
    package var count: Int { persons.count }
}

extension String {
    /// A mail address as it is compared: letters alike whatever their size.
    fileprivate var foldedMail: String { lowercased() }

    /// The text without white space around it.
    fileprivate var trimmingSpaces: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}

extension Registrar {
    /// What is to be known of a person, and what was known when the form was filled; nil for somebody new.
    package struct Keeping: Sendable {
        package var person: Person
        package var earlier: Person?

        /// What is to be known, unless somebody else has changed it.
        package init(_ person: Person, earlier: Person?) {
            self.person = person
            self.earlier = earlier
        }
    }

    /// Somebody else has changed the same person since the form was opened; nothing was changed.
    package struct PersonChanged: Error, Sendable {
        /// Nil when the person is no longer known.
        package let current: Person?
    }

    /// Keeps what is known of a person; when this returns it is on disk.
    ///
    /// - Parameters:
    ///   - person: all of it; the id is new, or the one it replaces.
    ///   - earlier: what the form was filled with; nil for a new person.
    ///   - authority: that whoever asks may, asked again here; nil for the shell.
    /// - Throws: a `Refusal`, `PersonChanged`, or `Unavailable`.
    package func keep(_ person: Person, unlessChangedFrom earlier: Person?, by authority: Authority? = nil) throws {
        if let authority, !authority.holds(in: snapshot.cooperation, on: now.swedishDay) { throw Refusal.notYours }
        let people = snapshot.people
        let current = people[person.id]
        // The same form twice: what it asks for is so already.
        if current == person { return }
        guard current == earlier else { throw PersonChanged(current: current) }
        if let refusal = person.objection() { throw refusal }
        if let other = people.person(withMail: person.mail), other.id != person.id { throw Refusal.mailTaken }
        do {
            let grace = now.swedishDay.adding(days: People.daysWithoutSeat)
            let keepUntil = max(neededUntil()[person.id] ?? grace, grace)
            try journal().put([record(of: person, keepUntil: keepUntil)])
            try publishVault()
        } catch {
            throw unavailable(for: error)
        }
    }

    /// Moves the last day of those who hold a seat, so that nobody is forgotten while they are needed, and of those whose time there was
    /// cut short, so that nobody is known for longer.
    package func keepThoseSeated() throws(JournalError) {
        let needed = neededUntil()
        let grace = now.swedishDay.adding(days: People.daysWithoutSeat)
        var changed: [VaultRecord] = []
        for known in try journal().vaultRecords(for: People.purpose) {
            guard let id = Person.ID(Hex.text(known.id)), let person = snapshot.people[id] else { continue }
            // Somebody who waits for a seat isn't kept for longer by waiting.
            let wanted = needed[id] ?? min(Day(number: known.keepUntil), grace)
            guard abs(wanted.number - known.keepUntil) > People.slack else { continue }
            changed.append(try record(of: person, keepUntil: wanted))
        }
        guard !changed.isEmpty else { return }
        try journal().put(changed)
        try publishVault()
    }

    /// Erases what the vault knows of a person, for good.
    ///
    /// - Parameters:
    ///   - id: whom.
    ///   - decision: the reason, on one line.
    /// - Throws: `JournalError`.
    package func erase(_ id: Person.ID, decision: String) throws(JournalError) {
        guard let bytes = Hex.bytes(Substring(id.text)) else { return }
        _ = try journal().erase([.record(bytes)], decision: decision, list: erasuresFile)
        try publishVault()
    }

    /// A new person's id: random, and never used for anything else.
    package nonisolated static func newPersonID() -> Person.ID {
        guard let id = Person.ID(Hex.text(Random.bytes(16))) else {
            preconditionFailure("sixteen bytes are thirty-two hexadecimal characters, which an id may hold")
        }
        return id
    }

    /// The last day that each of those with a seat, or one not long ago, is needed; nobody else is in it.
    private func neededUntil() -> [Person.ID: Day] {
        let today = now.swedishDay
        return snapshot.cooperation.organisation.personsSeated(from: today.adding(days: -People.daysAfterLastSeat))
            .mapValues { ($0 ?? today).adding(days: People.daysAfterLastSeat) }
    }

    private func record(of person: Person, keepUntil: Day) throws(JournalError) -> VaultRecord {
        guard let id = Hex.bytes(Substring(person.id.text)), let bytes = try? JSONEncoder().encode(person) else {
            throw .corrupt("a person's record can't be written")
        }
        return VaultRecord(
            id: id,
            owner: "installation",
            purpose: People.purpose,
            keepUntil: keepUntil.number,
            bytes: Array(bytes)
        )
    }
}
