import Glibc
package import Statistics
import Synchronization

/// What the source said of a cell before and says now, when the two differ.
package struct Revision: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case value(Double)
        case absent(Absence)

        init(_ state: UInt8, _ value: Double) {
            self = state == CellState.value ? .value(value) : .absent(CellState.absence(state))
        }
    }

    package let keyFigure: KeyFigure.ID
    package let place: String
    package let gender: Gender
    package let year: Int
    package let before: Content
    /// `silent` when the source has taken the cell back.
    package let after: Content
}

/// How a store became another.
package struct Changes: Sendable {
    /// How many revisions are kept in memory; all are counted, and all are handed to whoever listens.
    package static let limit = 10_000

    /// The first of the cells that changed, in the order of key figure, gender, place and year.
    package internal(set) var revisions: [Revision] = []
    /// How many cells changed.
    package internal(set) var revised = 0
    /// Of those, how many had a value and have none.
    package internal(set) var withdrawn = 0
    /// Cells that the store didn't have.
    package internal(set) var added = 0
    /// Cells that the pull repeats.
    package internal(set) var unchanged = 0
    /// Cells that pages of the same pull disagree about; the last page's word is taken.
    package internal(set) var disagreements = 0
    /// Key figures that the pull speaks of.
    package internal(set) var keyFigures = 0

    init() {}

    mutating func add(_ revision: Revision) {
        revised += 1
        if case .value = revision.before, case .absent = revision.after { withdrawn += 1 }
        if revisions.count < Self.limit { revisions.append(revision) }
    }
}

/// What a pull should have brought, so that one that brings less is known by it.
package struct Scope: Sendable {
    package var keyFigures: Set<KeyFigure.ID>
    /// Nil for every place that the store has.
    package var places: Set<String>?
    /// Nil for every year that the store has.
    package var years: ClosedRange<Int>?

    /// A question about some key figures, for some places and years or for all.
    package init(keyFigures: Set<KeyFigure.ID>, places: Set<String>? = nil, years: ClosedRange<Int>? = nil) {
        self.keyFigures = keyFigures
        self.places = places
        self.years = years
    }
}

/// A key figure that a pull brings less of than the store has.
package struct Shortfall: Hashable, Sendable {
    package let keyFigure: KeyFigure.ID
    /// How many of the store's values the pull doesn't speak of.
    package let missing: Int
    /// How many values the store has of what was asked.
    package let of: Int
}

/// What came of an attempt to take a pull into a store.
///
/// Only `written` has changed anything.
package enum Update: Sendable {
    case written(Changes)
    /// The pull has no cell at all, as the source answers a question that it doesn't understand. The store is as it was.
    case empty
    /// The pull brings less than was asked for and than the store has. The store is as it was.
    case partial(missing: [Shortfall])
}

/// A folder's series, and how they are changed.
package enum SeriesStore {
    /// What the file is called in its folder.
    package static let fileName = "series"

    /// Where the file is in a folder.
    package static func path(in folder: String) -> String { "\(folder)/\(fileName)" }

    /// Opens a folder's store; nil when nothing has been taken in yet.
    package static func open(in folder: String) throws(StoreError) -> StoreFile? {
        let path = path(in: folder)
        return access(path, F_OK) == 0 ? try StoreFile(open: path) : nil
    }

    /// Takes a pull into a folder's store.
    ///
    /// Cells of the pull replace those of the store, cells with `isdeleted` take them away, and what the pull doesn't speak of stays. The
    /// file is written anew and takes the old one's place when the disk has it; whoever reads the old one goes on undisturbed. One key
    /// figure after the other is worked on, so the memory needed doesn't grow with the store.
    ///
    /// - Parameters:
    ///   - folder: it must exist.
    ///   - pull: what was fetched or is to be imported.
    ///   - vintage: where the pull came from; for a key figure that one page alone spoke of, the page's name is noted as its file unless the
    ///     vintage names one.
    ///   - scope: what the pull should have brought; nil for an update of what has changed since a day, which may bring anything.
    ///   - acceptsPartial: whether a pull that brings less than it should is taken in anyway.
    ///   - revised: told of every cell that changes, in order, before it is known whether the update will stand.
    /// - Returns: what came of it; the caller must look.
    /// - Throws: `StoreError`; the store is then as it was.
    package static func update(
        folder: String,
        with pull: Pull,
        vintage: Vintage,
        scope: Scope? = nil,
        acceptsPartial: Bool = false,
        revised: ((Revision) -> Void)? = nil
    ) throws -> Update {
        try update(
            folder: folder,
            with: pull,
            vintage: vintage,
            scope: scope,
            acceptsPartial: acceptsPartial,
            revised: revised,
            watch: nil
        )
    }

    static func update(
        folder: String,
        with pull: Pull,
        vintage: Vintage,
        scope: Scope? = nil,
        acceptsPartial: Bool = false,
        revised: ((Revision) -> Void)? = nil,
        watch: StoreWriter.Watch?
    ) throws -> Update {
        if pull.contents.cells == 0 { return .empty }
        let lock = try FolderLock(folder)
        defer { lock.release() }
        let old = try open(in: folder)
        var merge = Merge(old: old, pull: pull, vintage: vintage, scope: scope, revised: revised)
        var writer = try StoreWriter(path(in: folder), watch: watch)
        do {
            try merge.run(&writer)
            if !acceptsPartial, !merge.shortfalls.isEmpty {
                writer.abandon()
                return .partial(missing: merge.shortfalls)
            }
            try writer.finish()
        } catch {
            writer.abandon()
            throw error
        }
        return .written(merge.changes)
    }
}

/// A pull and a store becoming a new one.
private struct Merge {
    private let old: StoreFile?
    private let pull: Pull
    private let vintage: Vintage
    private let scope: Scope?
    private let revised: ((Revision) -> Void)?
    private(set) var changes = Changes()
    private(set) var shortfalls: [Shortfall] = []
    /// The first of the store's key figures that isn't yet in the new one.
    private var next = 0
    private var awaited: [KeyFigure.ID]

    init(old: StoreFile?, pull: Pull, vintage: Vintage, scope: Scope?, revised: ((Revision) -> Void)?) {
        self.old = old
        self.pull = pull
        self.vintage = vintage
        self.scope = scope
        self.revised = revised
        awaited = scope.map { $0.keyFigures.sorted(by: >) } ?? []
    }

    /// One key figure of the pull, worked out.
    private struct Result {
        var id: KeyFigure.ID
        var matrix: KeyFigureMatrix
        var block: EncodedBlock?
    }

    mutating func run(_ writer: inout StoreWriter) throws {
        for part in 0..<Pull.partCount {
            let (cells, keyFigures) = try pull.cells(ofPart: part)
            // As many at a time as there are cores, so that few matrices are in memory at once.
            for start in stride(from: 0, to: keyFigures.count, by: 4 * coreCount) {
                let some = keyFigures[start..<min(start + 4 * coreCount, keyFigures.count)]
                for result in try work(cells, Array(some)) { try take(result, &writer) }
            }
        }
        try copyUntil(nil, &writer)
        try missAwaited(before: nil)
    }

    private func work(_ cells: [Cell], _ keyFigures: [(number: Int, range: Range<Int>)]) throws -> [Result] {
        let results = Mutex<[Swift.Result<Result, any Error>?]>(Array(repeating: nil, count: keyFigures.count))
        let old = old
        inParallel(keyFigures.count) { index in
            let (number, range) = keyFigures[index]
            let code = KeyFigureNumber(number: number).code
            guard let id = KeyFigure.ID(code.description) else { return }
            let result = Swift.Result<Result, any Error> {
                let place = old.flatMap { file in file.index(of: id).map { (file, $0) } }
                let matrix = try KeyFigureMatrix(cells[range], over: place)
                return Result(id: id, matrix: matrix, block: try matrix.encoded(code))
            }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { $0 }.compactMap { try $0?.get() }
    }

    private mutating func take(_ result: Result, _ writer: inout StoreWriter) throws {
        try copyUntil(result.id, &writer)
        if let old, next < old.keyFigures.count, old.keyFigures[next] == result.id { next += 1 }
        try missAwaited(before: result.id)
        if awaited.last == result.id, let scope {
            awaited.removeLast()
            note(result.id, result.matrix.shortfall(scope))
        }
        result.matrix.compare(result.id, &changes, revised)
        changes.disagreements += result.matrix.disagreements
        changes.keyFigures += 1
        guard let block = result.block else { return }
        var vintage = vintage
        if vintage.file.isEmpty { vintage.file = pull.name(from: result.matrix.firstPage, to: result.matrix.lastPage) ?? "" }
        try writer.add(block, vintage)
    }

    /// Takes over the store's key figures that the pull doesn't speak of, up to one of the pull's.
    private mutating func copyUntil(_ id: KeyFigure.ID?, _ writer: inout StoreWriter) throws {
        guard let old else { return }
        while next < old.keyFigures.count, id.map({ old.keyFigures[next] < $0 }) ?? true {
            try writer.copy(next, from: old)
            next += 1
        }
    }

    /// Notes those that were asked for, that the store has values of, and that the pull has nothing of.
    ///
    /// One that neither has anything of is no loss: many key figures are about regions alone, or municipalities alone.
    private mutating func missAwaited(before id: KeyFigure.ID?) throws(StoreError) {
        while let first = awaited.last, id.map({ first < $0 }) ?? true {
            awaited.removeLast()
            guard let scope, let old, let index = old.index(of: first) else { continue }
            note(first, try KeyFigureMatrix([], over: (old, index)).shortfall(scope))
        }
    }

    private mutating func note(_ keyFigure: KeyFigure.ID, _ short: (missing: Int, of: Int)) {
        if short.missing > 0 { shortfalls.append(Shortfall(keyFigure: keyFigure, missing: short.missing, of: short.of)) }
    }
}

/// Says to other processes that a folder's store is being written; the system takes it away when the process ends in whatever way.
private struct FolderLock {
    private let descriptor: Int32

    init(_ folder: String) throws(StoreError) {
        let path = "\(folder)/series.lock"
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .busy(path: folder)
        }
    }

    func release() { close(descriptor) }
}
