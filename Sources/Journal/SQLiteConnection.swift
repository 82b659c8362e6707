import CSQLite

/// A value bound to a statement's parameter.
enum SQLValue {
    case integer(Int64)
    case text(String)
    case blob([UInt8])
    case null

    /// An integer, or NULL for nil.
    static func integer(_ integer: Int64?) -> SQLValue {
        if let integer { .integer(integer) } else { .null }
    }

    /// A text, or NULL for nil.
    static func text(_ text: String?) -> SQLValue {
        if let text { .text(text) } else { .null }
    }
}

/// One connection to an SQLite file, owned by one thread or executor at a time.
///
/// A thin driver: statements in, typed columns out, errors as ``JournalError``. Prepared statements are kept for the
/// connection's life, since the journal has a few dozen of them.
final class SQLiteConnection {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// How a file is opened.
    enum Mode {
        case readWrite
        case readOnly
        /// Nobody else has the file open and nothing is waiting in a write-ahead log beside it.
        case immutable
    }

    /// Opens a file that exists.
    init(_ path: String, mode: Mode) throws(JournalError) {
        // No mutex inside SQLite: the connection isn't Sendable, so the compiler keeps two threads from sharing it.
        let access = mode == .readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
        let flags = access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let uri = "file:" + SQLiteConnection.escaped(path) + (mode == .immutable ? "?immutable=1" : "")
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(uri, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let reason = String(cString: sqlite3_errstr(code))
            sqlite3_close_v2(opened)
            throw .cannotOpen(path: path, reason: reason)
        }
        handle = opened
        waitForOthers(atMost: 5)
    }

    /// How long a statement waits for another connection's lock, in seconds.
    func waitForOthers(atMost seconds: Int) {
        sqlite3_busy_timeout(handle, Int32(clamping: seconds * 1000))
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// A path as a URI: what would end it or start an escape is written as `%XX`.
    private static func escaped(_ path: String) -> String {
        let escapes: [Character: String] = ["%": "%25", "?": "%3f", "#": "%23"]
        return path.map { escapes[$0] ?? String($0) }.joined()
    }

    /// Runs a statement to its end.
    func run(_ sql: String, _ values: SQLValue...) throws(JournalError) {
        var rows = try query(sql, values)
        while try rows.next() {}
    }

    /// Runs several statements that have no parameters.
    func runScript(_ sql: String) throws(JournalError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    /// Starts a query; its rows come one at a time from ``Rows/next()``.
    func query(_ sql: String, _ values: SQLValue...) throws(JournalError) -> Rows {
        try query(sql, values)
    }

    /// How many rows the latest statement inserted, updated or deleted.
    var changedRows: Int { Int(sqlite3_changes64(handle)) }

    /// Runs a closure in one transaction that holds the write lock from its first moment.
    ///
    /// IMMEDIATE, because a transaction that reads first and asks for the lock later can be refused half-way. The closure
    /// is synchronous: nothing can be awaited while the lock is held.
    func transaction<Result>(_ body: () throws(JournalError) -> Result) throws(JournalError) -> Result {
        try run("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            // After a full disk or an I/O error SQLite may have rolled back by itself.
            if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    /// Copies the database as it is at this moment into another connection's file, while others read and write it.
    func backup(to copy: SQLiteConnection) throws(JournalError) {
        guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
            throw JournalError(connection: copy.handle, code: sqlite3_errcode(copy.handle))
        }
        // All pages in one step: one read snapshot, so a busy writer can't make the copy start over.
        let code = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else { throw JournalError(connection: copy.handle, code: code) }
    }

    private func query(_ sql: String, _ values: [SQLValue]) throws(JournalError) -> Rows {
        let (statement, isKept) = try prepare(sql)
        let rows = Rows(statement: statement, connection: self, isKept: isKept)
        for (index, value) in values.enumerated() {
            try check(SQLiteConnection.bind(value, to: statement, at: Int32(index + 1)))
        }
        return rows
    }

    private func prepare(_ sql: String) throws(JournalError) -> (OpaquePointer, isKept: Bool) {
        let kept = statements[sql]
        if let kept, sqlite3_stmt_busy(kept) == 0 { return (kept, true) }
        var prepared: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, sql, -1, &prepared, nil))
        guard let prepared else { throw .other(code: SQLITE_MISUSE, message: "no statement in: \(sql)") }
        // Somebody further out is in the middle of the kept one's rows; this one is for once.
        if kept != nil { return (prepared, false) }
        statements[sql] = prepared
        return (prepared, true)
    }

    private static func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) -> Int32 {
        // SQLITE_TRANSIENT, which the importer can't see through: SQLite makes its own copy before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .integer(let integer):
            return sqlite3_bind_int64(statement, index, integer)
        case .text(let text):
            let bytes = Array(text.utf8)
            return bytes.withUnsafeBytes { buffer in
                let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                return sqlite3_bind_text64(
                    statement,
                    index,
                    start,
                    UInt64(buffer.count),
                    copied,
                    UInt8(SQLITE_UTF8)
                )
            }
        case .blob(let bytes):
            // A nil pointer would bind NULL, and an empty array may have one.
            if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, index, 0) }
            return sqlite3_bind_blob64(statement, index, bytes, UInt64(bytes.count), copied)
        case .null:
            return sqlite3_bind_null(statement, index)
        }
    }

    fileprivate func check(_ code: Int32) throws(JournalError) {
        guard code == SQLITE_OK else { throw JournalError(connection: handle, code: code) }
    }

    fileprivate func finalize(_ statement: OpaquePointer) {
        sqlite3_finalize(statement)
    }
}

/// The rows of a query, one at a time; the statement is free again when they go out of scope.
struct Rows: ~Copyable {
    private let statement: OpaquePointer
    private let connection: SQLiteConnection
    private let isKept: Bool

    fileprivate init(statement: OpaquePointer, connection: SQLiteConnection, isKept: Bool) {
        self.statement = statement
        self.connection = connection
        self.isKept = isKept
    }

    deinit {
        sqlite3_reset(statement)
        // Bound contents may be large and may be secret.
        sqlite3_clear_bindings(statement)
        if !isKept { connection.finalize(statement) }
    }

    /// Steps to the next row; false when there are no more.
    mutating func next() throws(JournalError) -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        try connection.check(code)
        return false
    }

    /// How a column's value is stored in this row, which may be otherwise than the table declares.
    func storage(_ column: Int32) -> Storage {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    /// The bytes of a text or a blob, valid until the next step.
    ///
    /// Read with no check of what is stored; ask ``storage(_:)`` first.
    func borrowedBytes(_ column: Int32) -> UnsafeRawBufferPointer {
        // For text, the call that converts to UTF-8 comes first, so that the length is that of what it gave.
        let start =
            storage(column) == .text
            ? sqlite3_column_text(statement, column).map(UnsafeRawPointer.init)
            : sqlite3_column_blob(statement, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    /// Whether a text's bytes are UTF-8.
    func isUTF8(_ column: Int32) -> Bool {
        borrowedBytes(column).withMemoryRebound(to: UInt8.self) { (try? UTF8Span(validating: $0.span)) != nil }
    }

    /// An integer, read with no check of what is stored.
    func uncheckedInteger(_ column: Int32) -> Int64 {
        sqlite3_column_int64(statement, column)
    }

    /// Whether the column is NULL in this row.
    func isNull(_ column: Int32) -> Bool {
        storage(column) == .null
    }

    /// An integer; anything else is corruption.
    func integer(_ column: Int32) throws(JournalError) -> Int64 {
        try require(.integer, column)
        return uncheckedInteger(column)
    }

    /// A text; anything else, and bytes that are not UTF-8, is corruption.
    func text(_ column: Int32) throws(JournalError) -> String {
        try require(.text, column)
        guard let text = String(validating: borrowedBytes(column), as: UTF8.self) else {
            throw .corrupt("\(name(column)) is not UTF-8")
        }
        return text
    }

    /// An integer or NULL; anything else is corruption.
    func optionalInteger(_ column: Int32) throws(JournalError) -> Int64? {
        isNull(column) ? nil : try integer(column)
    }

    /// A text or NULL; anything else is corruption.
    func optionalText(_ column: Int32) throws(JournalError) -> String? {
        isNull(column) ? nil : try text(column)
    }

    /// A blob's bytes; anything else is corruption.
    func blob(_ column: Int32) throws(JournalError) -> [UInt8] {
        try require(.blob, column)
        return Array(borrowedBytes(column))
    }

    /// A digest; anything else than a blob of 32 bytes is corruption.
    func digest(_ column: Int32) throws(JournalError) -> Digest {
        try require(.blob, column)
        guard let digest = Digest(bytes: borrowedBytes(column)) else {
            throw .corrupt("\(name(column)) is not a digest")
        }
        return digest
    }

    private func require(_ expected: Storage, _ column: Int32) throws(JournalError) {
        let found = storage(column)
        guard found == expected else {
            throw .corrupt("\(name(column)) is stored as \(found), not \(expected)")
        }
    }

    private func name(_ column: Int32) -> String {
        sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "column \(column)"
    }
}

/// The five ways SQLite stores a value.
package enum Storage: String, Sendable {
    case integer, real, text, blob, null
}
