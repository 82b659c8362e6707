import Glibc
package import Statistics

/// The folder in an installation's data where the fetched statistics lie: `DATA/statistics`.
///
/// It has the values in `series`, what the source has in `catalogue`, what has been revised in `revisions/`, and, while a fetch is under way,
/// its pages in `fetch/`. Each of the first two is written anew and takes the old one's place when it is whole, so whoever reads goes on with
/// what was until it opens the folder again.
package struct StatisticsFolder: Hashable, Sendable {
    package let path: String

    /// The folder in an installation's data.
    package init(data: String) { path = data + "/statistics" }

    /// A folder by its own path.
    package init(path: String) { self.path = path }

    package var series: String { SeriesStore.path(in: path) }
    package var catalogue: String { path + "/catalogue" }
    package var fetch: String { path + "/fetch" }
    package var revisions: String { path + "/revisions" }

    /// What has been fetched: values and catalogue.
    package struct Contents: Sendable {
        package let series: StoreFile
        package let catalogue: Catalogue
        /// Other for every change, so that what was made of another one can be told from it.
        package let vintage: Int64
    }

    /// Opens what has been fetched.
    ///
    /// - Returns: nil when nothing has been, or only the half of it.
    /// - Throws: `StoreError` or `StatisticsFaults` when a file is there but damaged.
    package func open() throws -> Contents? {
        guard let catalogue = try openCatalogue(), let series = try SeriesStore.open(in: path) else { return nil }
        return Contents(series: series, catalogue: catalogue, vintage: vintage)
    }

    /// Opens the catalogue alone; nil when none has been fetched.
    ///
    /// - Throws: `StatisticsFaults` when it is damaged, `StoreError` when it can't be read.
    package func openCatalogue() throws -> Catalogue? {
        guard access(catalogue, F_OK) == 0 else { return nil }
        return try Catalogue((catalogue, try DiskFile.read(catalogue)))
    }

    /// When the two files were last changed, and 0 when there is none: it is compared, never shown.
    package var vintage: Int64 {
        [series, catalogue].reduce(0) { latest, path in
            var status = stat()
            return stat(path, &status) == 0 ? max(latest, Self.changed(status)) : latest
        }
    }

    private static func changed(_ status: stat) -> Int64 {
        Int64(status.st_mtim.tv_sec) * 1_000_000 + Int64(status.st_mtim.tv_nsec) / 1000
    }

    /// Sees to it that a file that has just been written is later than what was there.
    ///
    /// A disk's clock moves some times a second only, and may be set back: what was written next would then be taken for what it replaced.
    ///
    /// - Parameters:
    ///   - path: the file, under any name.
    ///   - vintage: `vintage` before it was written.
    func makeLater(_ path: String, than vintage: Int64) {
        var status = stat()
        guard stat(path, &status) == 0, Self.changed(status) <= vintage else { return }
        let later = timespec(tv_sec: Int((vintage + 1) / 1_000_000), tv_nsec: Int((vintage + 1) % 1_000_000) * 1000)
        utimensat(AT_FDCWD, path, [status.st_atim, later], 0)
    }

    /// Makes the folder if there is none, for its owner alone.
    package func create() throws(StoreError) { try DiskFile.createFolder(path) }

    /// Replaces the catalogue.
    package func replace(_ catalogue: Catalogue) throws(StoreError) {
        let before = vintage
        try DiskFile.write(catalogue.encoded, to: self.catalogue)
        makeLater(self.catalogue, than: before)
    }
}

/// Small files that are replaced as a whole.
package enum DiskFile {
    /// Makes a folder if there is none.
    package static func createFolder(_ path: String) throws(StoreError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .system(path: path, errno: errno) }
    }

    /// Everything in a file.
    package static func read(_ path: String) throws(StoreError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .system(path: path, errno: EISDIR) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system(path: path, errno: errno) }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Writes a file anew; it has its name when the disk has all of it.
    package static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
        let partial = path + ".new"
        let descriptor = Glibc.open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(path: partial, errno: errno) }
        do throws(StoreError) {
            defer { close(descriptor) }
            try append(bytes, to: descriptor, path: partial)
            guard fsync(descriptor) == 0 else { throw .system(path: partial, errno: errno) }
        } catch {
            unlink(partial)
            throw error
        }
        try rename(partial, to: path)
    }

    /// Writes all the bytes where an open file stands.
    package static func append(_ bytes: some Collection<UInt8>, to descriptor: Int32, path: String) throws(StoreError) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .system(path: path, errno: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Gives a file another name, and returns when the disk has it.
    package static func rename(_ path: String, to name: String) throws(StoreError) {
        guard Glibc.rename(path, name) == 0 else { throw .system(path: name, errno: errno) }
        let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: folder, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(path: folder, errno: errno) }
    }
}
