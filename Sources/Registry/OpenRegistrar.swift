package import Cooperation
package import Journal

/// Why a journal can't be opened for use, in words for the one who starts the program.
package enum OpeningFault: Error, Sendable {
    /// The journal holds acts of a kind that came with a later version.
    case laterVersion(kind: String, position: Int64, writtenBy: String)
    /// An act can't be read.
    case unreadableAct(position: Int64, reason: String)
}

extension Registrar {
    /// Opens a data folder's journal, reads it and folds it.
    ///
    /// The chain is not verified here, which would delay the start: the server verifies it in the background (`Watch`).
    ///
    /// - Parameters:
    ///   - file: the database file; it is made when there is none.
    ///   - version: the version of the program, noted with what it writes.
    ///   - erasuresFile: where it is noted what has been erased; beside the database when nothing else is said.
    ///   - clock: tells what time it is.
    /// - Returns: a registrar with the whole journal published.
    /// - Throws: `JournalError` or `OpeningFault`.
    package static func open(
        file: String,
        version: String,
        erasuresFile: String? = nil,
        clock: @escaping @Sendable () -> Instant
    ) async throws -> Registrar {
        let journal = try Journal(file: file, mode: .readWrite(create: true))
        let read = try await ReadJournal(journal)
        return Registrar(
            journal: journal,
            snapshot: read.snapshot,
            lastRecorded: read.lastRecorded,
            version: version,
            erasuresFile: erasuresFile ?? file + ".erasures",
            clock: clock
        )
    }
}

/// A journal that has been read and folded.
package struct ReadJournal: Sendable {
    package let snapshot: Snapshot
    package let lastRecorded: Instant

    /// Reads a journal and folds it.
    ///
    /// - Throws: `JournalError` or `OpeningFault`.
    package init(_ journal: Journal) async throws {
        let entries = try journal.entries(after: 0, limit: .max)
        let writtenBy = try journal.meta("version").map { String(decoding: $0, as: UTF8.self) } ?? "okänd"
        let tip = try journal.tip
        let texts = try Texts(of: journal)
        let vaultRevision = try journal.vaultRevision
        let heads = try journal.heads().map { SignedHead($0) }
        let isTraining = try journal.isTraining
        let records = try await Self.decode(entries, writtenBy: writtenBy)
        snapshot = Snapshot(
            timeline: Timeline(records),
            texts: texts,
            tip: tip,
            vaultRevision: vaultRevision,
            people: try People(of: journal),
            drafts: try Drafts(of: journal),
            heads: heads,
            isTraining: isTraining
        )
        lastRecorded = records.last?.recorded ?? Instant(microseconds: .min / 2)
    }

    /// Decodes entries on all cores: JSON is most of the time it takes to start.
    private static func decode(_ entries: [Entry], writtenBy: String) async throws -> [Record] {
        let pieceLength = 4096
        guard entries.count > pieceLength else { return try entries.map { try record(of: $0, writtenBy: writtenBy) } }
        let starts = Array(stride(from: 0, to: entries.count, by: pieceLength))
        var pieces = [[Record]](repeating: [], count: starts.count)
        try await withThrowingTaskGroup(of: (Int, [Record]).self) { group in
            for (index, start) in starts.enumerated() {
                group.addTask {
                    let piece = entries[start..<min(start + pieceLength, entries.count)]
                    return (index, try piece.map { try record(of: $0, writtenBy: writtenBy) })
                }
            }
            for try await (index, piece) in group { pieces[index] = piece }
        }
        return Array(pieces.joined())
    }

    private static func record(of entry: Entry, writtenBy: String) throws -> Record {
        guard let actor = Actor(text: entry.actor) else {
            throw OpeningFault.laterVersion(kind: entry.actor, position: entry.position, writtenBy: writtenBy)
        }
        guard let happened = Period(last: Day(number: entry.happened), precision: entry.precision.domain) else {
            throw OpeningFault.unreadableAct(position: entry.position, reason: "happened")
        }
        do {
            return Record(
                position: Position(entry.position),
                recorded: Instant(microseconds: entry.recorded),
                happened: happened,
                actor: actor,
                act: try Act(kind: entry.kind, payload: entry.payload)
            )
        } catch let unknown as UnknownAct {
            throw OpeningFault.laterVersion(kind: unknown.kind, position: entry.position, writtenBy: writtenBy)
        } catch {
            throw OpeningFault.unreadableAct(position: entry.position, reason: "\(error)")
        }
    }
}

extension Precision {
    /// The same precision in the words of the journal.
    init(_ precision: Period.Precision) {
        switch precision {
        case .day: self = .day
        case .month: self = .month
        case .year: self = .year
        }
    }

    /// The same precision in the words of the cooperation.
    var domain: Period.Precision {
        switch self {
        case .day: .day
        case .month: .month
        case .year: .year
        }
    }
}
