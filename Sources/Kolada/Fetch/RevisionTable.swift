import Glibc
import SeriesStore
import Statistics

/// The cells that a pull changes, as a table of comma-separated values, written while they are found.
///
/// It has a name that says that it isn't finished until the new values stand.
final class RevisionTable {
    static let header = "nyckeltal,kod,kön,år,före,efter\n"

    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = Array(header.utf8)
    private var failure: StoreError?

    init(_ path: String) throws(StoreError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
    }

    deinit { close(descriptor) }

    func add(_ revision: Revision) {
        let fields = [
            revision.keyFigure.description, revision.place, revision.gender.inSwedish, String(revision.year),
            revision.before.inTable,
            revision.after.inTable,
        ]
        buffer += "\(fields.joined(separator: ","))\n".utf8
        if buffer.count > 1 << 16 { flush() }
    }

    /// Returns when the disk has all of it.
    func finish() throws(StoreError) {
        flush()
        if let failure { throw failure }
        guard fsync(descriptor) == 0 else { throw .system(path: path, errno: errno) }
    }

    private func flush() {
        guard failure == nil else { return }
        do throws(StoreError) {
            try DiskFile.append(buffer, to: descriptor, path: path)
            buffer.removeAll(keepingCapacity: true)
        } catch {
            failure = error
        }
    }
}

/// Where the table of revisions lies until it has a name.
///
/// The new values and the table are two files. Is the program killed between them, the next run finds nothing revised, and takes the table
/// that is left. A table that was cut off is the beginning of the whole one, so of two that are left the longer is the one to have.
struct RevisionDraft {
    private let now: String
    private let before: String

    init(_ folder: String) {
        now = folder + "/revisions.now"
        before = folder + "/revisions.before"
    }

    /// A new table; what is left of an earlier run is put aside.
    func begin() throws(StoreError) -> RevisionTable {
        if size(now) > size(before) { try DiskFile.rename(now, to: before) }
        return try RevisionTable(now)
    }

    /// Gives the table its name: the new one, or if nothing was revised now, what an earlier run left.
    ///
    /// - Returns: where it is; nil when nothing has been revised.
    func name(in folder: String, at moment: String, isNew: Bool) throws(StoreError) -> String? {
        let table = isNew ? now : before
        guard size(table) > RevisionTable.header.utf8.count else { return nil }
        try DiskFile.createFolder(folder)
        let path = "\(folder)/\(String(moment.map { $0 == ":" ? "." : $0 })).csv"
        try DiskFile.rename(table, to: path)
        return path
    }

    func remove() {
        unlink(now)
        unlink(before)
    }

    private func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : -1
    }
}

extension Gender {
    /// As in the project's own tables.
    var inSwedish: String {
        switch self {
        case .total: "alla"
        case .women: "kvinnor"
        case .men: "män"
        }
    }
}

extension Revision.Content {
    /// The value with a point, or why there is none.
    var inTable: String {
        switch self {
        case .value(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
        case .absent(.missing): "saknas"
        case .absent(.notApplicable): "ej tillämpligt"
        case .absent(.privacy): "sekretess"
        case .absent(.other): "okänt skäl"
        case .absent(.silent): "borttaget"
        }
    }
}
