import Glibc

/// A folder for one run of a program, which nobody else on the machine can look into; gone when the run is over.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws(DocumentFault) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/samverka-papper-XXXXXX".utf8CString)
        // mkdtemp makes it 0700.
        guard mkdtemp(&template) != nil else { throw .failed("no temporary folder, errno \(errno)") }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        Self.remove(path)
    }

    /// Writes a file, and gives its name.
    func write(_ bytes: [UInt8], as name: String) throws(DocumentFault) {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .failed("no temporary file, errno \(errno)") }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .failed("a temporary file can't be written, errno \(errno)") }
            written += count
        }
    }

    /// Removes what a program may have left, without following links.
    private static func remove(_ path: String) {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name == "." || name == ".." { continue }
                var status = stat()
                let inner = "\(path)/\(name)"
                guard lstat(inner, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { remove(inner) } else { unlink(inner) }
            }
            closedir(folder)
        }
        rmdir(path)
    }
}
