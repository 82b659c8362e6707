import CSQLite
import Glibc

/// What can go wrong below the domain.
///
/// These are for the log and for a page that says so; a refusal with words for a person is made higher up.
package enum JournalError: Error, Equatable {
    /// The disk, the quota or the page limit is reached. Nothing was written, and the same call works once there is room.
    case storageFull
    /// Another connection held the database longer than the busy timeout.
    case busy
    /// The database or its folder may not be written.
    case readOnly
    /// Another process holds the data folder.
    case locked(path: String)
    /// The file is missing, may not be read, or is something else than it should be.
    case cannotOpen(path: String, reason: String)
    /// The file was made by a later version of the product.
    case newerFormat(found: Int64, known: Int64)
    /// The journal had moved on when entries decided on an earlier position were appended.
    case moved(to: Int64)
    /// What was read can't have been written by us.
    case corrupt(String)
    /// Anything else SQLite or the system reports.
    case other(code: Int32, message: String)
}

extension JournalError: CustomStringConvertible {
    /// The error in English, for the log.
    package var description: String {
        switch self {
        case .storageFull: "no room left to write"
        case .busy: "the database is busy"
        case .readOnly: "the database is read-only"
        case .locked(let path): "another process holds \(path)"
        case .cannotOpen(let path, let reason): "cannot open \(path): \(reason)"
        case .newerFormat(let found, let known): "the file has format \(found), this version knows \(known)"
        case .moved(let position): "the journal has moved on to \(position)"
        case .corrupt(let what): "corrupt: \(what)"
        case .other(let code, let message): "error \(code): \(message)"
        }
    }
}

extension JournalError {
    /// The error that a connection's latest call left behind.
    init(connection: OpaquePointer?, code: Int32) {
        let message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        let system = connection.map(sqlite3_system_errno) ?? 0
        switch code & 0xff {
        case SQLITE_FULL: self = .storageFull
        // SQLite says "disk full" only for ENOSPC; a quota or a file size limit comes as an I/O error.
        case SQLITE_IOERR where [ENOSPC, EDQUOT, EFBIG].contains(system): self = .storageFull
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(message)
        default: self = .other(code: code, message: message)
        }
    }

    /// The error that a system call on a file left in `errno`.
    init(errno code: Int32, path: String) {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: self = .storageFull
        case EROFS: self = .readOnly
        default: self = .cannotOpen(path: path, reason: String(cString: strerror(code)))
        }
    }
}
