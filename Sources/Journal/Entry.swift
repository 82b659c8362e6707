/// One act in the journal, as bytes: what it means is decided above.
package struct Entry: Sendable, Equatable {
    /// The entry's number: 1, 2, 3 and so on without a gap.
    package let position: Int64
    /// The hash of the entry before, or 32 zero bytes.
    package let previous: Digest
    /// When it was recorded, in microseconds since 1970-01-01 UTC.
    package let recorded: Int64
    /// When it happened, in days since 1970-01-01: the last day of the month or year if no day is known.
    package let happened: Int32
    /// How exactly it is known when it happened.
    package let precision: Precision
    /// Who did it.
    package let actor: String
    /// What kind of act it is.
    package let kind: String
    /// The act itself, never decoded or encoded anew here.
    package let payload: [UInt8]
    /// The hash that covers all of the above and, through ``previous``, every entry before.
    package let hash: Digest
}

/// How exactly a day is known.
package enum Precision: String, Sendable, CaseIterable {
    case day, month, year
}

/// An entry that has no place in the chain yet.
package struct NewEntry: Sendable, Equatable {
    /// When it is recorded, in microseconds since 1970-01-01 UTC.
    package var recorded: Int64
    /// When it happened, in days since 1970-01-01: the last day of the month or year if no day is known.
    package var happened: Int32
    /// How exactly it is known when it happened.
    package var precision: Precision
    /// Who did it.
    package var actor: String
    /// What kind of act it is.
    package var kind: String
    /// The act itself.
    package var payload: [UInt8]

    /// An entry to append.
    package init(
        recorded: Int64,
        happened: Int32,
        precision: Precision = .day,
        actor: String,
        kind: String,
        payload: [UInt8]
    ) {
        self.recorded = recorded
        self.happened = happened
        self.precision = precision
        self.actor = actor
        self.kind = kind
        self.payload = payload
    }
}

/// One answered request: entries and contents that stand or fall together.
package struct Submission: Sendable {
    /// The form's id, so that sending it twice is answered once; nil for what isn't sent by a form.
    package var form: [UInt8]?
    /// What happened, in order.
    package var entries: [NewEntry]
    /// The texts and files the entries commit to.
    package var contents: [NewContent]

    /// A request's answer.
    package init(form: [UInt8]? = nil, entries: [NewEntry], contents: [NewContent] = []) {
        self.form = form
        self.entries = entries
        self.contents = contents
    }
}

/// Where a submission ended up.
package struct Answered: Sendable, Equatable {
    /// The positions its entries have; empty if it had none.
    package let positions: Range<Int64>
    /// Whether the form had been answered before: nothing was written now, and the positions are those of the first time.
    package let isRepeat: Bool
}

/// The last entry's number and hash, which stand for everything before it too.
package struct Tip: Sendable, Equatable {
    /// The last entry's position; 0 when the journal is empty.
    package let position: Int64
    /// The last entry's hash; 32 zero bytes when the journal is empty.
    package let hash: Digest

    /// The tip of an empty journal.
    package static let empty = Tip(position: 0, hash: .zero)
}

/// How an entry's hash is made.
///
/// `docs/journal-format.md` says the same in prose; neither ever changes.
enum Chain {
    private static let format = "samverka.journal.1"

    /// The hash of an entry with these fields, in whatever form their bytes are at hand.
    static func hash(
        previous: Digest,
        position: Int64,
        recorded: Int64,
        happened: Int64,
        precision: some Collection<UInt8>,
        actor: some Collection<UInt8>,
        kind: some Collection<UInt8>,
        payload: some Collection<UInt8>
    ) -> Digest {
        var fields = LengthPrefixed()
        fields.append(format)
        fields.append(previous)
        fields.append(position)
        fields.append(recorded)
        fields.append(happened)
        fields.append(precision)
        fields.append(actor)
        fields.append(kind)
        fields.append(payload)
        return fields.digest
    }
}

extension NewEntry {
    /// The entry in its place after a tip.
    func placed(after tip: Tip) -> Entry {
        let hash = Chain.hash(
            previous: tip.hash,
            position: tip.position + 1,
            recorded: recorded,
            happened: Int64(happened),
            precision: precision.rawValue.utf8,
            actor: actor.utf8,
            kind: kind.utf8,
            payload: payload
        )
        return Entry(
            position: tip.position + 1,
            previous: tip.hash,
            recorded: recorded,
            happened: happened,
            precision: precision,
            actor: actor,
            kind: kind,
            payload: payload,
            hash: hash
        )
    }
}
