import Glibc

/// Small files that must be on disk before the next step is taken.
enum DurableFile {
    /// Creates a file that only its owner may read or write, with these contents; refuses to replace one.
    ///
    /// It gets its name when it is whole: a full disk or a power failure in the middle leaves no half file that a later start would trip on.
    static func create(_ path: String, contents: [UInt8]) throws(JournalError) {
        let partial = path + ".new"
        remove(partial)
        do throws(JournalError) {
            let file = try OpenFile(partial, O_WRONLY | O_CREAT | O_EXCL)
            try file.write(contents)
            try file.synchronize()
            // A link, unlike a renaming, refuses to replace a file that has come in between.
            guard link(partial, path) == 0 else { throw JournalError(errno: errno, path: path) }
        } catch {
            remove(partial)
            throw error
        }
        remove(partial)
        try synchronizeFolder(of: path)
    }

    /// Adds lines at the end, creating the file if need be, and returns when the disk has them.
    static func append(_ lines: [String], to path: String) throws(JournalError) {
        if lines.isEmpty { return }
        let file = try OpenFile(path, O_RDWR | O_CREAT | O_APPEND)
        let size = try file.size()
        // A line cut short by a power failure stays a line of its own instead of swallowing this one.
        let isTorn = size > 0 && file.byte(at: size - 1) != UInt8(ascii: "\n")
        try file.write(Array(((isTorn ? "\n" : "") + lines.joined(separator: "\n") + "\n").utf8))
        try file.synchronize()
        if size == 0 { try synchronizeFolder(of: path) }
    }

    /// Everything in a file, or nil if there is none.
    static func read(_ path: String) throws(JournalError) -> [UInt8]? {
        guard exists(path) else { return nil }
        let file = try OpenFile(path, O_RDONLY)
        return try file.contents()
    }

    /// The lines of a text file, without their newlines; none if there is no such file.
    static func lines(_ path: String) throws(JournalError) -> [String] {
        guard let bytes = try read(path) else { return [] }
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether there is anything at a path.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Removes a file if it is there.
    static func remove(_ path: String) {
        unlink(path)
    }

    /// Gives a file another name, and returns when the disk has it.
    static func rename(_ path: String, to name: String) throws(JournalError) {
        guard Glibc.rename(path, name) == 0 else { throw JournalError(errno: errno, path: name) }
        try synchronizeFolder(of: name)
    }

    /// Makes a new or renamed file's name durable: the name belongs to the folder, not to the file.
    static func synchronizeFolder(of path: String) throws(JournalError) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try OpenFile(folder, O_RDONLY | O_DIRECTORY).synchronize()
    }
}

/// An open file descriptor, closed when it goes out of scope.
struct OpenFile: ~Copyable {
    let descriptor: Int32
    private let path: String

    /// Opens a path; what is created may be read and written by its owner only.
    init(_ path: String, _ flags: Int32) throws(JournalError) {
        // Compilers of documents are started from this process; they must not inherit keys, databases or the lock.
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw JournalError(errno: errno, path: path) }
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// Writes all the bytes where the file stands.
    func write(_ bytes: [UInt8]) throws(JournalError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw JournalError(errno: errno, path: path) }
            rest = rest.dropFirst(count)
        }
    }

    /// Returns when the disk has what was written.
    func synchronize() throws(JournalError) {
        guard fsync(descriptor) == 0 else { throw JournalError(errno: errno, path: path) }
    }

    /// The file's length in bytes.
    func size() throws(JournalError) -> Int {
        try status().st_size
    }

    /// Who may do what with the file.
    func permissions() throws(JournalError) -> mode_t {
        try status().st_mode & 0o777
    }

    private func status() throws(JournalError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw JournalError(errno: errno, path: path) }
        return status
    }

    /// One byte, or nil beyond the end.
    func byte(at offset: Int) -> UInt8? {
        var byte: UInt8 = 0
        return pread(descriptor, &byte, 1, offset) == 1 ? byte : nil
    }

    /// Everything in the file.
    func contents() throws(JournalError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            var piece = [UInt8](repeating: 0, count: 65_536)
            let count = piece.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, bytes.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw JournalError(errno: errno, path: path) }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }
}
