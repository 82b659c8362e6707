import Cooperation
import FoundationEssentials
package import Journal

/// Something on the site that shuts somebody out, as that person reported it (lag 2018:1937, 13 §).
///
/// It may name whoever wrote it, so it lies in the vault and never in the journal.
package struct Shortcoming: Hashable, Sendable, Codable {
    /// When it came, in microseconds since 1970-01-01T00:00Z.
    package var received: Int64
    /// What doesn't work.
    package var text: String
    /// Where, in the person's own words.
    package var place: String?
    /// How to reach the person, when an answer is wanted.
    package var contact: String?

    /// A report that has not been received yet.
    package init(text: String, place: String?, contact: String?) {
        received = 0
        self.text = text
        self.place = place
        self.contact = contact
    }

    /// What the records are kept for.
    static let purpose = "accessibility report"
    /// A year: long enough to mend it and to answer.
    static let daysKept = 365
    /// More than this, and somebody is filling the disk.
    static let mostKept = 1000

    /// The reports that an installation keeps, the latest first.
    ///
    /// - Throws: `JournalError`, also for a record that can't be read.
    package static func all(in journal: Journal) throws -> [Shortcoming] {
        try journal.vaultRecords(for: purpose)
            .map { record in
                do {
                    return try JSONDecoder().decode(Shortcoming.self, from: Data(record.bytes))
                } catch {
                    throw JournalError.corrupt("an accessibility report can't be read")
                }
            }
            .sorted { $0.received > $1.received }
    }
}

extension Registrar {
    /// Keeps a report of a shortcoming; when this returns it is on disk.
    ///
    /// The same report twice on one day is one: a form is sent again when somebody presses the button twice.
    ///
    /// - Returns: whether there was room for it.
    /// - Throws: `Unavailable`.
    package func keep(_ shortcoming: Shortcoming) throws(Unavailable) -> Bool {
        do {
            return try store(shortcoming)
        } catch let error as JournalError {
            throw error == .storageFull ? .storageFull : .journal(error)
        } catch {
            throw .journal(.corrupt("an accessibility report can't be written"))
        }
    }

    private func store(_ shortcoming: Shortcoming) throws -> Bool {
        let now = now
        let kept = try Shortcoming.all(in: journal())
        let isRepeat = kept.contains { earlier in
            Instant(microseconds: earlier.received).swedishDay == now.swedishDay && earlier.text == shortcoming.text
                && earlier.place == shortcoming.place && earlier.contact == shortcoming.contact
        }
        guard !isRepeat else { return true }
        guard kept.count < Shortcoming.mostKept else { return false }
        var received = shortcoming
        received.received = now.microseconds
        let record = VaultRecord(
            id: Random.bytes(16),
            owner: "installation",
            purpose: Shortcoming.purpose,
            keepUntil: now.swedishDay.adding(days: Shortcoming.daysKept).number,
            bytes: Array(try JSONEncoder().encode(received))
        )
        try journal().put([record])
        try publishVault()
        return true
    }

    /// Erases the records of the vault whose last day has passed.
    ///
    /// - Parameter list: the file of erasures, outside the database.
    /// - Returns: how many were erased.
    /// - Throws: `JournalError`.
    @discardableResult
    package func eraseDue(list: String) throws(JournalError) -> Int {
        let due = try journal().vaultRecordsDue(by: now.swedishDay.number)
        guard !due.isEmpty else { return 0 }
        let count = try journal().erase(due.map { .record($0) }, decision: "gallringsfristen har gått ut", list: list)
        try publishVault()
        return count
    }
}
